"""What an appraisal table says of its year: result, employer, seal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from models.finding import Finding
from models.profile import Appraisal
from verifier.checks.appraisal_tables import year_places
from verifier.checks.check import FAIL, MISSING, NOT_APPLICABLE, PASS, REVIEW, RuledCheck, Wording, heaviest
from verifier.compare import compare_organisation
from verifier.facts.agreement import agreement
from verifier.facts.case import Case
from verifier.facts.employment import last_employers
from verifier.facts.seal_owners import owner_among
from verifier.facts.seen import evidence_of, is_firm, is_read, see
from verifier.facts.thresholds import READ
from verifier.facts.yearly import Table, names_on, of_year, strays

WITHOUT_TABLE: Mapping[str, Wording] = {
    "year_unread": Wording(REVIEW, ("year",)),
    "no_table": Wording(NOT_APPLICABLE, ("year",)),
    "other_person": Wording(REVIEW, ("year", "names")),
}
"""What is said of a year without a table of the applicant's: one whose year was not read may be its."""


@dataclass(frozen=True, kw_only=True)
class AppraisalCheck(RuledCheck):
    """A check that looks at the tables of each of `years`; the heaviest finding of a year's tables stands."""

    years: tuple[int, ...]

    def run(self, case: Case) -> Iterator[Finding]:
        for year in self.years:
            tables = of_year(case.tables, year)
            # A table of the year alone speaks for it; a merged one only where there is none.
            tables = [t for t in tables if t.alone] or tables
            if tables:
                yield heaviest([self._own(case, year, table) for table in tables])
            else:
                undated = strays(case.tables, self.years)
                places = [e for t in undated for e in year_places(t)]
                reason = "year_unread" if undated else "no_table"
                yield self.finding(str(year), reason, evidence=places, year=year)

    def _own(self, case: Case, year: int, table: Table) -> Finding:
        """What `table` shows, which passes nothing where it rather names somebody else."""
        found = self.judged(case, year, table)
        if found.status is not PASS or not table.disputed:
            return found
        evidence = see(table.document, "name").evidence
        return self.finding(str(year), "other_person", evidence=evidence, year=year, names=names_on([table]))

    def judged(self, case: Case, year: int, table: Table, /) -> Finding:
        raise NotImplementedError


@dataclass(frozen=True, kw_only=True)
class AppraisalResult(AppraisalCheck):
    """`appraisal.result`: a word of `accepted`, and the declared one; a word of `refused` fails, others are for a person."""

    accepted: frozenset[str]
    refused: frozenset[str]

    WORDINGS: ClassVar[Mapping[str, Wording]] = {
        "same": Wording(PASS, ("year",)),
        "refused": Wording(FAIL, ("year",)),
        "declared_refused": Wording(FAIL, ("year",)),
        "doubtful": Wording(REVIEW, ("year",)),
        "differs": Wording(FAIL, ("year",)),
        "unknown_word": Wording(REVIEW, ("year",)),
        "conflict": Wording(REVIEW, ("year",)),
        "unreadable": Wording(REVIEW, ("year",)),
        "undeclared": Wording(MISSING, ("year",)),
        **WITHOUT_TABLE,
    }

    def judged(self, case: Case, year: int, table: Table) -> Finding:
        seen = table.see("result")
        # A result read beyond doubt says nothing of a year that is only guessed, or by a table that names somebody else.
        firm = seen.firm and not table.disputed and any(is_firm(f) for f in table.year_fields)
        declared = next((entry.result for entry in case.profile.appraisals if entry.year == year), None)
        if seen.state in ("absent", "unsure"):
            reason = "unreadable"
        elif seen.state == "conflicting":
            reason = "conflict"
        elif seen.value in self.refused:
            reason = "refused" if firm else "doubtful"
        elif declared in self.refused:
            reason = "declared_refused"
        elif seen.value not in self.accepted:
            reason = "unknown_word"
        elif declared is None:
            reason = "undeclared"
        else:
            agrees = declared == seen.value and not table.disputed
            reason = "same" if agrees else "differs" if firm else "doubtful"
        if reason in ("unreadable", "conflict") and declared in self.refused:
            reason = "declared_refused"
        read = "／".join(seen.values) or None
        return self.finding(str(year), reason, evidence=seen.evidence, declared=declared, read=read, year=year)


@dataclass(frozen=True, kw_only=True)
class AppraisalEmployer(AppraisalCheck):
    """`appraisal.employer`: the one that employed the applicant last in the year, by the declared work history.

    A difference is for a person: names change, and a branch or the dispatching firm may have appraised.
    """

    WORDINGS: ClassVar[Mapping[str, Wording]] = {
        "same": Wording(PASS, ("year", "employer")),
        "alias": Wording(PASS, ("year", "employer", "why")),
        "near": Wording(REVIEW, ("year", "employer", "why")),
        "earlier_employer": Wording(REVIEW, ("year", "employer")),
        "different": Wording(REVIEW, ("year", "employer")),
        "declared_differs": Wording(REVIEW, ("year", "employer")),
        "conflict": Wording(REVIEW, ("year", "employer")),
        "unreadable": Wording(REVIEW, ("year", "employer")),
        "no_history": Wording(REVIEW, ("year",)),
        **WITHOUT_TABLE,
    }

    def judged(self, case: Case, year: int, table: Table) -> Finding:
        seen = table.see("employer")
        if seen.state == "absent" and not table.alone:
            seen = Table(table.document, None, (), True).see("employer")
        entry = next((e for e in case.profile.appraisals if e.year == year), None)
        history = last_employers(case.profile.work, year)
        expected = history or ((entry.employer,) if entry and entry.employer else ())
        if not expected:
            return self.finding(str(year), "no_history", evidence=seen.evidence, read=seen.value or None, year=year)
        printed = agreement(seen, expected[0], compare_organisation)
        found = case.doubting(printed, [table.document])
        reason: str = found.answer
        if reason == "absent":
            reason = "unreadable"
        elif found is not printed:
            reason = "near"
        elif reason in ("different", "doubtful"):
            reason = "earlier_employer" if self._is_earlier(case, found.read) else "different"
        elif reason in ("same", "alias") and self._contradicts(entry, expected[0]):
            reason = "declared_differs"
        return self.finding(
            str(year),
            reason,
            evidence=seen.evidence,
            declared=entry.employer if reason == "declared_differs" and entry else expected[0],
            read=found.read or None,
            year=year,
            employer=expected[0],
            why=found.why,
        )

    def _is_earlier(self, case: Case, read: str) -> bool:
        others = (w.employer for w in case.profile.work if w.employer)
        return any(compare_organisation(employer, read).answer in ("same", "alias") for employer in others)

    def _contradicts(self, entry: Appraisal | None, expected: str) -> bool:
        if entry is None or entry.employer is None:
            return False
        return compare_organisation(entry.employer, expected).answer in ("different", "near")


@dataclass(frozen=True, kw_only=True)
class AppraisalSeal(AppraisalCheck):
    """`appraisal.seal`: a seal on the table and, where its text is legible, the employer's.

    That none is seen is for a person: it may be embossed, pale or cut off. `illegible` is the value of a seal without text;
    a text that ends like an organisation (`owner_endings`) was read to its end.
    """

    owner_endings: tuple[str, ...]
    illegible: str = "present"

    WORDINGS: ClassVar[Mapping[str, Wording]] = {
        "employers": Wording(PASS, ("year", "employer")),
        "illegible": Wording(PASS, ("year",)),
        "other_owner": Wording(REVIEW, ("year", "employer")),
        "near_owner": Wording(REVIEW, ("year", "employer")),
        "unsure": Wording(REVIEW, ("year",)),
        "grayscale": Wording(REVIEW, ("year",)),
        "lacking": Wording(REVIEW, ("year",)),
        **WITHOUT_TABLE,
    }

    def judged(self, case: Case, year: int, table: Table) -> Finding:
        seals = [(d, f) for d in table.sheets for f in d.all("seal")]
        sure = [(d, f) for d, f in seals if f.confidence >= READ]
        expected = [*last_employers(case.profile.work, year), *self._declared(case, year), *self._printed(table)]
        reason = "lacking"
        if not sure and seals:
            reason = "unsure"
        elif not sure and any("grayscale" in d.remarks for d in table.sheets):
            reason = "grayscale"
        elif sure:
            texts = [f.value for _, f in sure if f.value != self.illegible and is_read(f)]
            # A short or broken run of a text says nothing about the owner.
            owners = {owner_among(text, expected, self.owner_endings) for text in texts}
            reasons = {"theirs": "employers", "near": "near_owner", "other": "other_owner"}
            reason = next((reasons[owner] for owner in reasons if owner in owners), "illegible")
        return self.finding(
            str(year),
            reason,
            evidence=[evidence_of(d, f) for d, f in sure or seals] or [evidence_of(d) for d in table.sheets],
            read="、".join(f.value for _, f in sure if f.value != self.illegible) or None,
            year=year,
            employer=expected[0] if expected else "",
        )

    def _declared(self, case: Case, year: int) -> list[str]:
        return [e.employer for e in case.profile.appraisals if e.year == year and e.employer]

    def _printed(self, table: Table) -> list[str]:
        seen = table.see("employer")
        return [seen.value] if seen.read else []
