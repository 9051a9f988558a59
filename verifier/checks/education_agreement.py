"""Do the documents of an education say what was declared: school, major, level, dates?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from pydantic import Field

from models.dates import PartialDate
from models.document import Document, Kind
from models.finding import Finding
from models.profile import Education, Level
from verifier.checks.check import AGREEMENT, NOT_APPLICABLE, REVIEW, RuledCheck, Wording
from verifier.checks.education_material import education_label, education_subject
from verifier.compare import Comparison, compare_date, compare_major, compare_number, compare_school
from verifier.facts.agreement import Agreement, Compare, agreement, compare_exact, heavier, together
from verifier.facts.case import Case
from verifier.facts.seen import evidence_of, see


@dataclass(frozen=True, kw_only=True)
class EducationAgreement(RuledCheck):
    """`main` kinds prove the declaration; `side` kinds print it too and must not contradict. The rule's title is the label."""

    main: tuple[Kind, ...]
    side: tuple[Kind, ...] = ()

    WORDINGS: ClassVar[Mapping[str, Wording]] = AGREEMENT
    FIELD: ClassVar[str]
    COMPARE: ClassVar[dict[str, Compare]] = {
        "school": compare_school,
        "major": compare_major,
        "level": compare_exact,
        "certificate_number": compare_number,
    }

    def run(self, case: Case) -> Iterator[Finding]:
        for i, item in enumerate(case.profile.education):
            yield self._judged(case, i, item, case.education[i])

    def declared(self, item: Education) -> str | None:
        """What the profile says, None where it says nothing."""
        value: str | None = getattr(item, self.FIELD)
        return value

    def answer(self, item: Education, main: list[Document], side: list[Document]) -> Agreement:
        """How the documents, at least one `main` one, agree with `item`, which declares the value."""
        declared = self.declared(item) or ""
        first, second = (
            [agreement(see(d, self.FIELD), declared, self.COMPARE[self.FIELD]) for d in documents]
            for documents in (main, side)
        )
        return together(first, second)

    def _judged(self, case: Case, i: int, item: Education, documents: tuple[Document, ...]) -> Finding:
        told = {"item": education_label(i, item), "label": self.rule.title}
        main = [d for d in documents if d.kind in self.main]
        side = [d for d in documents if d.kind in self.side]
        declared = self.declared(item)
        places = [evidence_of(d) for d in (*main, *side)]
        if declared is None and not item.auto_extracted:
            return self.finding(education_subject(i), "undeclared", evidence=places, **told)
        if declared is None or not main:
            return self.finding(education_subject(i), "no_document", evidence=places, declared=declared, **told)
        found = case.doubting(self.answer(item, main, side), main)
        return self.finding(
            education_subject(i),
            found.answer,
            evidence=[e for s in found.seen for e in s.evidence],
            declared=declared,
            read=found.read or None,
            why=found.why,
            **told,
        )


@dataclass(frozen=True, kw_only=True)
class EducationSchool(EducationAgreement):
    """`education.school`."""

    FIELD: ClassVar[str] = "school"


@dataclass(frozen=True, kw_only=True)
class EducationMajor(EducationAgreement):
    """`education.major`. Schools of the levels `without` teach none, so that none need be declared."""

    without: frozenset[Level] = frozenset()

    FIELD: ClassVar[str] = "major"
    WORDINGS: ClassVar[Mapping[str, Wording]] = {
        **AGREEMENT,
        "without_major": Wording(NOT_APPLICABLE, ("item", "level")),
    }

    def run(self, case: Case) -> Iterator[Finding]:
        for i, (item, found) in enumerate(zip(case.profile.education, super().run(case), strict=True)):
            if item.major is None and item.level in self.without:
                told = {"item": education_label(i, item), "level": item.level}
                yield self.finding(found.subject, "without_major", evidence=found.evidence, **told)
            else:
                yield found


@dataclass(frozen=True, kw_only=True)
class EducationLevel(EducationAgreement):
    """`education.level`: the very level; levels have one written form each."""

    FIELD: ClassVar[str] = "level"


@dataclass(frozen=True, kw_only=True)
class EducationDates(EducationAgreement):
    """`education.dates`: start and end of study. `near_months`: so far apart a person decides, farther it is a difference.

    `startless` are the programme types whose certificates print no start (自考 has none). Who finished before beginning, or
    younger than `youngest`, is for a person, whatever the documents say.
    """

    near_months: int = 0
    startless: frozenset[str] = frozenset()
    youngest: Annotated[int, Field(ge=0, le=60)] = 0

    FIELD: ClassVar[str] = "end"
    WORDINGS: ClassVar[Mapping[str, Wording]] = {**AGREEMENT, "out_of_order": Wording(REVIEW, ("item", "label", "why"))}

    def run(self, case: Case) -> Iterator[Finding]:
        for i, (item, found) in enumerate(zip(case.profile.education, super().run(case), strict=True)):
            why = self._out_of_order(item, case.profile.person.birth_date)
            if why and found.status.weight < REVIEW.weight:
                told = {"item": education_label(i, item), "label": self.rule.title, "why": why}
                declared = self.declared(item)
                yield self.finding(found.subject, "out_of_order", evidence=found.evidence, declared=declared, **told)
            else:
                yield found

    def _out_of_order(self, item: Education, born: PartialDate | None) -> str:
        """What cannot be in the declared dates, "" where nothing."""
        if item.start and item.end and item.start.earliest > item.end.latest:
            return "入学时间晚于毕业时间"
        if born and item.end and item.end.year - born.year < self.youngest:
            return f"毕业时不满{self.youngest}周岁"
        return ""

    def declared(self, item: Education) -> str | None:
        return None if item.end is None else " 至 ".join(filter(None, (item.start, item.end)))

    def answer(self, item: Education, main: list[Document], side: list[Document]) -> Agreement:
        ends = self._compared(item.end, "end_date", main, side)
        if item.start is None or any(see(d, "programme_type").value in self.startless for d in main):
            return ends
        start = self._compared(item.start, "start_date", main, side)
        return heavier(start, ends)

    def _compared(
        self, declared: PartialDate | None, name: str, main: list[Document], side: list[Document]
    ) -> Agreement:
        def compare(mine: str, theirs: str) -> Comparison:
            found = compare_date(mine, theirs)
            near = found.answer == "different" and months_apart(mine, theirs) <= self.near_months
            return replace(found, outcome="near") if near else found

        first, second = (
            [agreement(see(d, name), declared or "", compare) for d in documents] for documents in (main, side)
        )
        return together(first, second)


def months_apart(one: str, other: str) -> int:
    """Whole months between two ISO dates, 0 where either is known to the year only; a large number across bad input."""
    a, b = PartialDate.of(one), PartialDate.of(other)
    if a is None or b is None:
        return 10_000
    if a.month is None or b.month is None:
        return 12 * abs(a.year - b.year)
    return abs(12 * (a.year - b.year) + a.month - b.month)
