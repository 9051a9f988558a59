"""Awards: is the certificate there, does it say what was declared, and who was it given to?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from models.document import Document
from models.finding import Finding
from verifier.checks.achievement_item import ACHIEVEMENT, AchievementCheck
from verifier.checks.check import MISSING, REVIEW, Wording
from verifier.checks.item_agreement import Part, part, places
from verifier.compare import compare_date, compare_name, compare_organisation, compare_text
from verifier.compare.comparison import plain
from verifier.facts.achievements import labelled
from verifier.facts.agreement import Agreement
from verifier.facts.case import Case
from verifier.facts.listed_persons import names_in, rank_agreement
from verifier.facts.ownership import is_anothers, is_one_off
from verifier.facts.seen import Seen, see

_CLOSENESS = ("different", "doubtful", "unreadable", "near", "same")


@dataclass(frozen=True, kw_only=True)
class AchievementAward(AchievementCheck):
    """`achievement.award`: name, issuer, day; a collective award needs proof of the applicant's part in it.

    An award is collective where it is declared so, or made out to a body named in `group_words` and not to the applicant.
    Any other document in which the applicant stands among a project's participants may be that proof, and so may one of no
    known kind: both are for a person.
    """

    group_words: tuple[str, ...]

    WORDINGS: ClassVar[Mapping[str, Wording]] = {
        **ACHIEVEMENT,
        "no_contribution": Wording(MISSING, ("item", "recipient")),
        "perhaps_contribution": Wording(REVIEW, ("item", "recipient", "files")),
    }
    GROUP: ClassVar[str] = "awards"

    def key(self, case: Case, place: int, /) -> str | None:
        item = case.profile.awards[place]
        return "／".join(plain(part or "") for part in (item.name, item.issuer, item.date)) if item.name else None

    def labels(self, case: Case, /) -> list[str]:
        return [labelled("奖励", i, award.name) for i, award in enumerate(case.profile.awards)]

    def documents(self, case: Case, /) -> tuple[tuple[Document, ...], ...]:
        mine = [tuple(d for d in group if not self._is_anothers(case, d)) for group in case.awards]
        return tuple(mine)

    def judged(
        self, case: Case, place: int, subject: str, label: str, documents: tuple[Document, ...], /
    ) -> Iterator[Finding]:
        item = case.profile.awards[place]
        if item.name is None:
            yield self.undeclared(subject, label, ["奖励名称"])
        parts: list[Part] = []
        if item.name is not None:
            parts.append(part("奖励名称", item.name, documents, "award", compare_text))
        if item.issuer is not None:
            parts.append(part("颁发单位", item.issuer, documents, "issuer", compare_organisation))
        if item.date is not None:
            parts.append(part("授予时间", item.date, documents, "issue_date", compare_date))
        named = [see(d, "name") for d in documents]
        groups = [s for s in named if self._is_group(s)]
        if (item.collective or groups) and not any(_names(case, seen) for seen in named):
            yield self._contribution(case, subject, label, documents, groups)
        else:
            # Whoever reads no name, or one like the applicant's, does not know that it was given to them.
            parts.append(Part("获奖人", self._recipient(case, documents)))
        yield from self.weighed(subject, label, parts)

    def _contribution(
        self, case: Case, subject: str, label: str, documents: tuple[Document, ...], groups: list[Seen]
    ) -> Finding:
        told = [d for d in case.of_kind("project_document") if _may_name(case, see(d, "participants"))]
        unknown = [d for d in case.documents if d.kind == "other"]
        files = dict.fromkeys([*(d.file for d in (*told, *unknown)), *case.unread_files])
        return self.finding(
            subject,
            "perhaps_contribution" if files else "no_contribution",
            evidence=[e for s in groups for e in s.evidence] or places(documents),
            read=groups[0].value if groups else None,
            item=label,
            recipient=f"授予“{groups[0].value}”" if groups else "申报为集体奖励",
            files="、".join(files),
        )

    def _recipient(self, case: Case, documents: tuple[Document, ...]) -> Agreement:
        """Whether the applicant is named, alone or among others; a name one character off may be misread."""
        person = case.profile.person
        answers = [rank_agreement(see(d, "name"), person, None) for d in documents]
        best = max(answers, key=lambda a: _CLOSENESS.index(a.answer) if a.answer in _CLOSENESS else -1)
        if best.answer == "different" and is_one_off(person, best.read):
            return replace(best, answer="doubtful")
        return best

    def _is_group(self, seen: Seen) -> bool:
        return any(value.endswith(word) for value in seen.values for word in self.group_words)

    def _is_anothers(self, case: Case, document: Document) -> bool:
        """Whether it was given to another person; one given to a body may be the applicant's in part."""
        return is_anothers(case.profile.person, document) and not self._is_group(see(document, "name"))


def _may_name(case: Case, seen: Seen) -> bool:
    """Whether a project's list names the applicant, or was not read surely."""
    return not seen.firm or _names(case, seen)


def _names(case: Case, seen: Seen) -> bool:
    """Whether the applicant is, or may be, among those named."""
    person = case.profile.person
    return any(
        compare_name(person.name, name, former=person.former_name).answer in ("same", "alias", "near")
        for value in seen.values
        for name in names_in(value)
    )
