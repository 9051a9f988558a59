"""Certificate number and degree: as declared, and of the form that its year asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from extractors.values import certificate_number, degrees
from models.document import Document
from models.finding import Finding, Status
from models.profile import Education
from verifier.checks.check import AGREEMENT, NOT_APPLICABLE, REVIEW, Wording
from verifier.checks.education_agreement import EducationAgreement
from verifier.checks.education_material import education_label, education_subject
from verifier.compare import Comparison, compare_number
from verifier.facts.agreement import Agreement, Compare, agreement, compare_exact, heavier, together
from verifier.facts.case import Case
from verifier.facts.seen import evidence_of, see


@dataclass(frozen=True, kw_only=True)
class EducationNumber(EducationAgreement):
    """`education.number`: graduates from `registered_since` on carry a nationally registered number of 17 or 18 digits.

    A wrong form fails nobody: schools were slow to change, and a renewed 结业 certificate keeps its older number.
    """

    registered_since: int

    FIELD: ClassVar[str] = "certificate_number"
    WORDINGS: ClassVar[Mapping[str, Wording]] = {
        **AGREEMENT,
        "unnumbered": Wording(NOT_APPLICABLE, ("item", "label")),
        "unregistered_form": Wording(REVIEW, ("item", "label")),
        "level_differs": Wording(REVIEW, ("item", "label", "coded")),
        "year_later": Wording(REVIEW, ("item", "label", "coded")),
        "programme_differs": Wording(REVIEW, ("item", "label", "coded")),
    }

    def run(self, case: Case) -> Iterator[Finding]:
        for i, item in enumerate(case.profile.education):
            documents = case.education[i]
            registered = item.end is None or item.end.year >= self.registered_since
            if item.certificate_number is None and not registered:
                label = education_label(i, item)
                yield self.finding(education_subject(i), "unnumbered", item=label, label=self.rule.title)
                continue
            found = self._judged(case, i, item, documents)
            problem = self._misformed(item, documents) if item.certificate_number else None
            if problem is None or found.status.weight >= Status.REVIEW.weight:
                yield found
                continue
            reason, coded = problem
            label = education_label(i, item)
            yield self.finding(
                education_subject(i),
                reason,
                evidence=found.evidence,
                declared=found.declared,
                read=found.read,
                item=label,
                label=self.rule.title,
                coded=coded,
            )

    def answer(self, item: Education, main: list[Document], side: list[Document]) -> Agreement:
        """As of any field; but two papers that print the same other number were not both misread in the same digit."""
        found = super().answer(item, main, side)
        readings = [see(d, self.FIELD) for d in (*main, *side)]
        firm = [number_digits(s.value) for s in readings if s.firm]
        same = found.answer == "near" and len(firm) >= 2 and set(firm) == {number_digits(found.read)}
        return replace(found, answer="different", seen=tuple(readings)) if same else found

    def _misformed(self, item: Education, documents: tuple[Document, ...]) -> tuple[str, str] | None:
        """What the declared number's digits contradict: the reason and what they say."""
        value = certificate_number.parse(item.certificate_number or "")
        if item.overseas or item.end is None:
            return None
        if value is None or value.form == "legacy":
            return ("unregistered_form", "") if item.end.year >= self.registered_since else None
        if value.level is not None and item.level is not None and value.level != item.level:
            return "level_differs", value.level
        if value.year is not None and value.year > item.end.year:
            return "year_later", str(value.year)
        for document in documents:
            programme = see(document, "programme_type")
            if value.programmes and programme.read and programme.value not in value.programmes:
                return "programme_differs", "或".join(value.programmes)
        return None


@dataclass(frozen=True, kw_only=True)
class EducationDegree(EducationAgreement):
    """`education.degree`: the degree and, where declared, its certificate's number."""

    FIELD: ClassVar[str] = "degree"
    WORDINGS: ClassVar[Mapping[str, Wording]] = {**AGREEMENT, "no_degree": Wording(NOT_APPLICABLE, ("item", "label"))}

    def run(self, case: Case) -> Iterator[Finding]:
        for i, item in enumerate(case.profile.education):
            if item.degree is None:
                label = education_label(i, item)
                places = [evidence_of(d) for d in case.education[i] if d.kind in self.main]
                yield self.finding(
                    education_subject(i), "no_degree", evidence=places, item=label, label=self.rule.title
                )
            else:
                yield self._judged(case, i, item, case.education[i])

    def declared(self, item: Education) -> str | None:
        return item.degree

    def answer(self, item: Education, main: list[Document], side: list[Document]) -> Agreement:
        degree = self._of(item.degree or "", "degree", main, side, _compare_degree)
        own = [d for d in main if d.kind == "degree_certificate"]
        if item.degree_certificate_number is None or not own:
            return degree
        number = self._of(item.degree_certificate_number, "certificate_number", own, [], compare_number)
        if number.answer == "absent":  # the number is printed small and late; the degree itself was shown
            number = replace(number, answer="unreadable")
        return heavier(degree, number)

    def _of(self, declared: str, name: str, main: list[Document], side: list[Document], compare: Compare) -> Agreement:
        first, second = ([agreement(see(d, name), declared, compare) for d in ds] for ds in (main, side))
        return together(first, second)


def number_digits(text: str) -> str:
    """A certificate number without what only groups it."""
    return certificate_number.compact(text)


def _compare_degree(declared: str, read: str) -> Comparison:
    """The same degree; near where one side names the rank only (学士 and 工学学士)."""
    mine, theirs = degrees.parse(declared), degrees.parse(read)
    if mine is None or theirs is None:
        return compare_exact(declared, read)
    found = compare_exact(mine.name, theirs.name)
    if found.answer == "different" and mine.rank == theirs.rank and None in (mine.category, theirs.category):
        return replace(found, outcome="near", reason="只写明学位级别，未写明学科门类")
    return found
