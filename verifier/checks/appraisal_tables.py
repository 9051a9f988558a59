"""Appraisal tables: one for each year, each of one year, and no award in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from models.document import Document
from models.finding import Evidence, Finding
from verifier.checks.check import FAIL, MISSING, NOT_APPLICABLE, PASS, REVIEW, RuledCheck, Wording, heaviest
from verifier.compare import compare_name
from verifier.facts.case import Case, kind_is_known
from verifier.facts.employment import employed_in
from verifier.facts.seen import evidence_of, see
from verifier.facts.yearly import Table, firm_years, is_merged, names_on, of_year, strays, years_read

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?=年|\D|$)")


@dataclass(frozen=True, kw_only=True)
class AppraisalEachYear(RuledCheck):
    """`appraisal.each_year`: one table for each of `years`."""

    years: tuple[int, ...]

    WORDINGS: ClassVar[Mapping[str, Wording]] = {
        "there": Wording(PASS, ("year",)),
        "differing": Wording(REVIEW, ("year",)),
        "only_merged": Wording(REVIEW, ("year",)),
        "unsure": Wording(REVIEW, ("year",)),
        "other_name": Wording(REVIEW, ("year", "names")),
        "undated": Wording(REVIEW, ("year",)),
        "maybe_unread": Wording(REVIEW, ("year", "files")),
        "not_employed": Wording(REVIEW, ("year",)),
        "lacking": Wording(MISSING, ("year",)),
    }

    def run(self, case: Case) -> Iterator[Finding]:
        for year in self.years:
            tables = of_year(case.tables, year)
            undated = strays(case.tables, self.years)
            shown = tables or undated
            yield self.finding(
                str(year),
                self._reason(case, year, tables, undated),
                evidence=[e for t in shown for e in year_places(t)],
                read=str(year) if tables else None,
                year=year,
                names=names_on(tables),
                files="、".join(case.unread_files),
            )

    def _reason(self, case: Case, year: int, tables: list[Table], undated: list[Table]) -> str:
        if not tables:
            if undated:
                return "undated"
            if case.unread_files:
                return "maybe_unread"
            declared = any(entry.year == year for entry in case.profile.appraisals)
            idle = bool(case.profile.work) and not employed_in(case.profile.work, year) and not declared
            return "not_employed" if idle else "lacking"
        good = [t for t in tables if kind_is_known(t.document)]
        if not good:
            return "unsure"
        single = [t for t in good if t.alone]
        if not single:
            return "only_merged"
        if any(t.disputed for t in single):
            return "other_name"
        results = {t.see("result").value for t in single if t.see("result").read}
        return "differing" if len(results) > 1 else "there"


@dataclass(frozen=True, kw_only=True)
class AppraisalSingleYear(RuledCheck):
    """`appraisal.single_year`: no table of several years. Two years read beyond doubt fail, anything less is for a person.

    Of a file that only goes on with a table in another one, the head of that table speaks.
    """

    WORDINGS: ClassVar[Mapping[str, Wording]] = {
        "single": Wording(PASS),
        "continues": Wording(PASS),
        "merged": Wording(FAIL),
        "perhaps_merged": Wording(REVIEW),
        "undated": Wording(REVIEW),
    }

    def run(self, case: Case) -> Iterator[Finding]:
        tables = [d for d in case.of_kind("annual_appraisal") if d.id not in case.continuations]
        for file in dict.fromkeys(d.file for d in tables):
            yield heaviest([self._judged(d) for d in tables if d.file == file])
        told = {d.file for d in tables}
        for table in case.tables:
            for sheet in table.continued:
                if sheet.file not in told:
                    told.add(sheet.file)
                    yield replace(self._judged(table.document, "continues"), subject=sheet.file)

    def _judged(self, document: Document, single: str = "single") -> Finding:
        years = years_read(document)
        merged = is_merged(document)
        reason = "perhaps_merged" if merged else single if years else "undated"
        if merged and len(firm_years(document)) > 1 and kind_is_known(document):
            reason = "merged"
        places = [evidence_of(document, f) for fields in years.values() for f in fields[:1]]
        read = "、".join(str(year) for year in years) or None
        return self.finding(document.file, reason, evidence=places or [evidence_of(document)], read=read)


@dataclass(frozen=True, kw_only=True)
class AppraisalNotAward(RuledCheck):
    """`appraisal.not_award`: where a year has no table, is there an award of that year instead?

    An award may be there for its own sake, so only one that is not declared as an award, made out to the applicant in `words`
    of a yearly distinction, fails; any other is for a person, as is one whose year was not read.
    """

    years: tuple[int, ...]
    words: tuple[str, ...]

    WORDINGS: ClassVar[Mapping[str, Wording]] = {
        "table": Wording(PASS, ("year",)),
        "instead": Wording(FAIL, ("year",)),
        "perhaps_instead": Wording(REVIEW, ("year",)),
        "neither": Wording(NOT_APPLICABLE, ("year",)),
    }

    def run(self, case: Case) -> Iterator[Finding]:
        for year in self.years:
            tables = [t for t in of_year(case.tables, year) if not t.disputed]
            awards = [d for d in case.of_kind("award_certificate") if year in (award_years(d) or {year})]
            if tables:
                places = [e for t in tables for e in year_places(t)]
                yield self.finding(str(year), "table", evidence=places, year=year)
            elif not awards:
                yield self.finding(str(year), "neither", year=year)
            else:
                clear = [d for d in awards if self._is_clear(case, d, year)]
                reason = "instead" if clear and not self._table_may_exist(case) else "perhaps_instead"
                seen = [see(d, "award") for d in clear or awards]
                places = [e for s in seen for e in s.evidence]
                read = "、".join(s.value for s in seen if s.value) or None
                yield self.finding(str(year), reason, evidence=places, read=read, year=year)

    def _is_clear(self, case: Case, document: Document, year: int) -> bool:
        award, name = see(document, "award"), see(document, "name")
        return (
            kind_is_known(document)
            and year in (_named_years(document) or _issue_years(document))
            and award.firm
            and any(word in award.value for word in self.words)
            and name.firm
            and compare_name(case.profile.person.name, name.value).answer in ("same", "alias")
            and not any(_may_be(entry.name, award.value) for entry in case.profile.awards)
        )

    def _table_may_exist(self, case: Case) -> bool:
        return bool(case.unread_files) or bool(strays(case.tables, self.years))


def award_years(document: Document) -> frozenset[int]:
    """The years an award may be for: those in its text, else that of its date or, as it may look back, the one before."""
    issued = _issue_years(document)
    return _named_years(document) or issued | {year - 1 for year in issued}


def _named_years(document: Document) -> frozenset[int]:
    texts = " ".join(f.value + " " + f.raw for f in document.all("award"))
    return frozenset(int(year) for year in _YEAR.findall(texts))


def _issue_years(document: Document) -> frozenset[int]:
    issued = see(document, "issue_date").value[:4]
    return frozenset({int(issued)}) if issued.isdecimal() else frozenset()


def year_places(table: Table) -> tuple[Evidence, ...]:
    """Where the table's year stands, or the table."""
    return tuple(evidence_of(table.document, f) for f in table.year_fields[:1]) or (evidence_of(table.document),)


def _may_be(declared: str | None, read: str) -> bool:
    return declared is not None and (declared in read or read in declared)
