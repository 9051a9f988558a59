"""Achievements that are proved by several pages: which of the demanded parts are there?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from models.document import Document
from models.finding import Finding
from verifier.checks.achievement_item import ACHIEVEMENT, AchievementCheck
from verifier.checks.check import MISSING, REVIEW, Wording
from verifier.checks.item_agreement import places
from verifier.facts.case import Case, kind_is_known
from verifier.facts.parts import Required, sorted_parts

IN_PARTS: Mapping[str, Wording] = {
    **ACHIEVEMENT,
    "parts_lacking": Wording(MISSING, ("item", "lacking", "found")),
    "parts_unsure": Wording(REVIEW, ("item", "lacking", "found")),
    "parts_maybe_unread": Wording(REVIEW, ("item", "lacking", "found", "files")),
}


@dataclass(frozen=True, kw_only=True)
class PartsCheck(AchievementCheck):
    """`required` are the parts that every item of this sort must show."""

    required: dict[str, Required]

    WORDINGS: ClassVar[Mapping[str, Wording]] = IN_PARTS

    def parts_found(self, case: Case, subject: str, label: str, documents: tuple[Document, ...]) -> Iterator[Finding]:
        """What is not there, or perhaps not; nothing where all is."""
        found = sorted_parts(self.required, documents)
        for reason, labels in (("parts_lacking", found["absent"]), ("parts_unsure", found["unsure"])):
            if labels:
                files = self.perhaps_elsewhere(case)
                yield self.finding(
                    subject,
                    "parts_maybe_unread" if files and reason == "parts_lacking" else reason,
                    evidence=places(documents),
                    item=label,
                    lacking="、".join(labels),
                    found="、".join(found["there"]) or "无",
                    files=files,
                )

    def perhaps_elsewhere(self, case: Case) -> str:
        """The files in which a part may be that nobody recognised."""
        unknown = (d.file for d in case.documents if d.kind == "other" and not kind_is_known(d))
        return "、".join(dict.fromkeys([*case.unread_files, *unknown]))
