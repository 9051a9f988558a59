"""Do the insurance records cover the last years, month by month, with the employers of the work history?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field as Bound

from models.finding import Evidence, Finding
from verifier.checks.check import MISSING, NOT_APPLICABLE, PASS, REVIEW, RuledCheck, Wording
from verifier.compare import compare_organisation
from verifier.facts.case import Case, kind_is_known
from verifier.facts.insurance import Period, employers_by_month, insurers_by_month, periods_in
from verifier.facts.months import month_of, month_read, spans
from verifier.facts.rows import of_person
from verifier.facts.seen import evidence_of, see

SUBJECT = "application"
Count = Annotated[int, Bound(ge=0)]


@dataclass(slots=True)
class _Grid:
    """What the records say of each month: the periods that cover it; months demanded, and whom the history has in them."""

    window: range
    demanded: dict[int, tuple[str, ...]]
    covering: dict[int, list[Period]] = field(default_factory=dict)

    @property
    def uncovered(self) -> list[int]:
        return [m for m in self.demanded if m not in self.covering]


@dataclass(frozen=True, kw_only=True)
class InsuranceCoverage(RuledCheck):
    """`insurance.coverage`: the last `months` months to the last one that the proof can show.

    That is the last month paid, if it lies at most `lag_months` before the application (`filed_by` where no day of it is
    declared): payments are booked late. `accepted` and `refused` are words of the kinds of insurance. Around a change of
    employer either may pay for `handover_months`. Firms named by `dispatch_words` pay for others' staff.
    """

    months: Annotated[int, Bound(ge=1)]
    lag_months: Count
    handover_months: Count
    filed_by: date
    accepted: tuple[str, ...]
    refused: tuple[str, ...] = ()
    dispatch_words: tuple[str, ...] = ()

    WORDINGS: ClassVar[Mapping[str, Wording]] = {
        "covered": Wording(PASS, ("window", "employers")),
        "auto_extracted": Wording(NOT_APPLICABLE),
        "extracted_partly": Wording(REVIEW, ("window", "uncovered")),
        "extracted_other": Wording(REVIEW, ("window", "other")),
        "lacking": Wording(MISSING, ("months",)),
        "wrong_type": Wording(MISSING, ()),
        "maybe_unread": Wording(REVIEW, ("files",)),
        "unreadable": Wording(REVIEW, ()),
        "unread_rows": Wording(REVIEW, ("window", "uncovered")),
        "uncovered": Wording(REVIEW, ("window", "uncovered")),
        "uncovered_and_other": Wording(REVIEW, ("window", "uncovered", "other")),
        "dispatched": Wording(REVIEW, ("window", "other")),
        "other_employer": Wording(REVIEW, ("window", "other")),
        "type_unread": Wording(REVIEW, ("window",)),
        "unsure_kind": Wording(REVIEW, ("window",)),
        "other_name": Wording(REVIEW, ("window", "names")),
        "no_history": Wording(REVIEW, ("window",)),
    }

    def run(self, case: Case) -> Iterator[Finding]:
        name = case.profile.person.name
        records = [of_person(d, name) for d in case.own_of_kind("social_insurance_record")]
        places = [evidence_of(d) for d in records]
        extracted = self._extracted(case) if case.profile.social_insurance_auto_extracted else None
        if extracted is not None and (extracted.reason != "extracted_partly" or not records):
            yield replace(extracted, evidence=tuple(places))
        elif not records:
            files = "、".join(case.unread_files)
            yield self.finding(SUBJECT, "maybe_unread" if files else "lacking", files=files, months=self.months)
        else:
            periods = periods_in(records)
            counted = [p for p in periods if p.months and self._counts(p)]
            unread = [p for p in periods if not p.months and self._counts(p)]
            if counted:
                yield self._judged(case, counted, bool(unread or case.unread_files))
            else:
                told = [p for p in periods if p.insurance.firm and not self._counts(p)]
                wrong = bool(told) and len(told) == len(periods) and not case.unread_files
                yield self.finding(
                    SUBJECT,
                    "wrong_type" if wrong else "unreadable",
                    evidence=[e for p in told for e in p.insurance.evidence] or places,
                    read="、".join(dict.fromkeys(p.insurance.value for p in told)) or None,
                )

    def _extracted(self, case: Case) -> Finding:
        """What the platform took over needs no proof, where it is complete and agrees with the work history."""
        listed, work = case.profile.social_insurance, case.profile.work
        filed = case.profile.application.submitted_on
        latest = month_of(filed.latest if filed else self.filed_by)
        paid = max((month_of(p.end.latest) for p in listed if p.end), default=latest)
        if any(p.start and not p.end for p in listed):
            paid = latest
        end = min(max(paid, latest - self.lag_months), latest)
        window = range(end - self.months + 1, end + 1)
        insured = insurers_by_month(listed, window)
        uncovered = [m for m in employers_by_month(work, window) if m not in insured] if listed and work else []
        other = {m: names for m, names in insured.items() if self._is_foreign(case, m, names)}
        reason = "extracted_partly" if uncovered else "extracted_other" if other else "auto_extracted"
        names = dict.fromkeys(n for ns in other.values() for n in ns)
        told = f"{'、'.join(names)}（{spans(other)}）"
        return self.finding(SUBJECT, reason, window=spans(window), uncovered=spans(uncovered), other=told)

    def _is_foreign(self, case: Case, month: int, insurers: Sequence[str]) -> bool:
        """Whether none of `insurers`, all named, is an employer of the history about `month`."""
        employers = self._employers_about(case, month)
        return bool(employers) and all(
            name and all(compare_organisation(e, name).answer not in ("same", "alias") for e in employers)
            for name in insurers
        )

    def _employers_about(self, case: Case, month: int) -> set[str]:
        near = range(month - self.handover_months, month + self.handover_months + 1)
        return {n for ns in employers_by_month(case.profile.work, near).values() for n in ns if n}

    def _counts(self, period: Period) -> bool:
        """Whether the period is, or may be, one of the right insurance."""
        kind = period.insurance
        if not kind.read:
            return True
        return any(w in kind.value for w in self.accepted) and not any(w in kind.value for w in self.refused)

    def _judged(self, case: Case, counted: Sequence[Period], unread: bool) -> Finding:
        grid = self._grid(case, counted)
        other = self._other_employers(case, grid)
        covered = [p for p in counted if set(p.months) & set(grid.window)]
        untold = any(not p.insurance.read for p in covered)
        reason = self._reason(case, grid, other, unread, untold)
        foreign = [e for _, p in other for e in (*p.evidence[:1], *p.employer.evidence)]
        places: list[Evidence] = foreign or [e for p in covered for e in p.evidence[:1]]
        return self.finding(
            SUBJECT,
            reason,
            evidence=places or [evidence_of(d) for d in dict.fromkeys(p.document for p in counted)],
            read=spans(grid.covering) or None,
            window=spans(grid.window),
            uncovered=spans(grid.uncovered),
            other=_listed(other),
            employers="、".join(dict.fromkeys(p.employer.value for p in covered if p.employer.value)),
            names="、".join(dict.fromkeys(v for p in covered for v in see(p.document, "name").values)),
        )

    def _reason(self, case: Case, grid: _Grid, other: Sequence[tuple[int, Period]], unread: bool, untold: bool) -> str:
        if grid.uncovered:
            if unread:
                return "unread_rows"
            return "uncovered_and_other" if other else "uncovered"
        if other:
            names = [p.employer.value for _, p in other]
            return "dispatched" if all(any(w in n for w in self.dispatch_words) for n in names) else "other_employer"
        if untold:
            return "type_unread"
        if not all(any(kind_is_known(p.document) for p in periods) for periods in grid.covering.values()):
            return "unsure_kind"
        if any(all(p.document.id in case.disputed for p in periods) for periods in grid.covering.values()):
            return "other_name"
        return "covered" if any(w.employer for w in case.profile.work) else "no_history"

    def _grid(self, case: Case, counted: Sequence[Period]) -> _Grid:
        filed = case.profile.application.submitted_on
        latest = month_of(filed.latest if filed else self.filed_by)
        printed = [m for p in counted if (m := month_read(see(p.document, "printed_on").value)) is not None]
        if printed:
            # A proof shows no month after its printing; an old one does not show the last years for that.
            latest = max(min(latest, max(printed)), latest - self.lag_months)
        paid = max(p.months[-1] for p in counted)
        end = min(max(paid, latest - self.lag_months), latest)
        window = range(end - self.months + 1, end + 1)
        work = case.profile.work
        demanded: dict[int, tuple[str, ...]] = dict.fromkeys(window, ())
        if work:
            demanded = employers_by_month(work, window)
        grid = _Grid(window, demanded)
        for month in window:
            if periods := [p for p in counted if month in p.months]:
                grid.covering[month] = periods
        return grid

    def _other_employers(self, case: Case, grid: _Grid) -> list[tuple[int, Period]]:
        """The months, with a period each, for which none of those insured with is an employer of the history at the time."""
        found = []
        for month, periods in grid.covering.items():
            names = self._employers_about(case, month)
            if names and not any(_is_one_of(names, p) for p in periods):
                found.append((month, periods[0]))
        return found


def _is_one_of(names: set[str], period: Period) -> bool:
    read = period.employer
    return read.read and any(compare_organisation(n, read.value).answer in ("same", "alias") for n in names)


def _listed(other: Sequence[tuple[int, Period]]) -> str:
    """Whom the record names in which months: `某某公司（2021-03 至 2021-05）`."""
    by_name: dict[str, list[int]] = {}
    for month, period in other:
        by_name.setdefault(period.employer.value or "未识读的单位", []).append(month)
    return "、".join(f"{name}（{spans(months)}）" for name, months in by_name.items())
