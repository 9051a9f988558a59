"""What the checks of papers, projects, patents, software and awards have in common: a proof that is there, or is not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from models.document import Document
from models.finding import Finding
from verifier.checks.check import AGREEMENT, MISSING, NOT_APPLICABLE, REVIEW, Wording, heaviest
from verifier.checks.item_agreement import ItemCheck, places
from verifier.facts.case import Case, kind_is_known

ACHIEVEMENT: Mapping[str, Wording] = {
    **{reason: wording for reason, wording in AGREEMENT.items() if reason != "no_document"},
    "lacking": Wording(MISSING, ("item",)),
    "maybe_unread": Wording(REVIEW, ("item", "files")),
    "unsure_kind": Wording(REVIEW, ("item",)),
    "declared_twice": Wording(REVIEW, ("item", "place")),
    "no_achievement": Wording(NOT_APPLICABLE),
}


@dataclass(frozen=True, kw_only=True)
class AchievementCheck(ItemCheck):
    """A check of every declared item of one sort; the heaviest finding on an item stands."""

    WORDINGS: ClassVar[Mapping[str, Wording]] = ACHIEVEMENT
    GROUP: ClassVar[str]
    """The profile's list, which is also the subject where nothing is declared."""

    def run(self, case: Case) -> Iterator[Finding]:
        labels = self.labels(case)
        if not labels:
            yield self.finding(self.GROUP, "no_achievement")
        keys = [self.key(case, i) for i in range(len(labels))]
        for i, label in enumerate(labels):
            documents, subject = self.documents(case)[i], f"{self.GROUP}[{i}]"
            if documents:
                found = list(self.judged(case, i, subject, label, documents))
                if not any(kind_is_known(d) for d in documents):
                    found.append(self.finding(subject, "unsure_kind", evidence=places(documents), item=label))
                if keys[i] and (first := keys.index(keys[i])) < i:
                    found.append(
                        self.finding(subject, "declared_twice", evidence=places(documents), item=label, place=first + 1)
                    )
                yield heaviest(found)
            else:
                yield self.absent(case, subject, label)

    def absent(self, case: Case, subject: str, label: str) -> Finding:
        """That there is no proof, or that it may lie in what was not read."""
        files = "、".join(case.unread_files)
        return self.finding(subject, "maybe_unread" if files else "lacking", item=label, files=files)

    def key(self, case: Case, place: int, /) -> str | None:
        """What two declared items have in common that are one and the same; None where that is not declared."""
        raise NotImplementedError

    def labels(self, case: Case, /) -> list[str]:
        """How messages name each declared item."""
        raise NotImplementedError

    def documents(self, case: Case, /) -> tuple[tuple[Document, ...], ...]:
        """The documents of each declared item."""
        raise NotImplementedError

    def judged(
        self, case: Case, place: int, subject: str, label: str, documents: tuple[Document, ...], /
    ) -> Iterator[Finding]:
        """At least one finding on an item that has documents."""
        raise NotImplementedError
