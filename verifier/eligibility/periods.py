"""Years up to a cut-off day, by anniversaries and at the worst and the best that imprecise dates can mean."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from models.dates import PartialDate
from models.finding import Status
from verifier.eligibility.outcome import FAIL, PASS, REVIEW

_DAY = timedelta(days=1)
_YEAR_DAYS = Decimal("365.25")


class Term(NamedTuple):
    """A time of work or of an appointment; without an `end` it goes on. Not `sure`: it may not be of the sort counted."""

    start: PartialDate
    end: PartialDate | None
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Span:
    """Years from `start` (breaks of `idle` days left out) to the cut-off, at the worst; `status` says whether they suffice.

    `due` is the day on which they are full, `margin` how many days too late (negative) or to spare that is.
    """

    status: Status
    start: PartialDate
    idle: int
    years: Decimal
    due: date
    margin: int


@dataclass(frozen=True, slots=True)
class Reckoning:
    """How years are counted: 满 N 年 is reached on the anniversary (民法典 第一千二百五十九条).

    One `grace_days` after the cut-off still counts, for 2019 to 2023 is commonly taken as five years; up to `review_days`
    short a person decides. A break between two terms counts when it is longer than `gap_days`.
    """

    cutoff: date
    grace_days: int = 1
    review_days: int = 31
    gap_days: int = 31

    def span(self, start: PartialDate, years: int, terms: Sequence[Term] | None = None) -> Span:
        """Whether `years` have passed since `start` while one of `terms` ran; None for terms that do not matter.

        Passes at the worst that imprecise dates and unsure terms can mean; fails when even the best is too little.
        """
        sure = None if terms is None else [t for t in terms if t.sure]
        late_idle = self._idle(start.latest, sure, worst=True)
        late = self._after(start.latest, late_idle)
        early = self._after(start.earliest, self._idle(start.earliest, terms, worst=False))
        status, due, last = REVIEW, anniversary(late, years), self.cutoff + self.grace_days * _DAY
        if due <= last:
            status = PASS
        elif anniversary(early, years) > self.cutoff + self.review_days * _DAY:
            status = FAIL
        return Span(status, start, late_idle, self.years_since(late), due, (last - due).days)

    def years_since(self, start: date) -> Decimal:
        """Years from `start` to the cut-off, both counted, to a hundredth; 0 where it lies later."""
        days = max((self.cutoff - start).days + 1, 0)
        return (days / _YEAR_DAYS).quantize(Decimal("0.01"))

    def _after(self, day: date, idle: int) -> date:
        return min(day + idle * _DAY, self.cutoff + _DAY) if day <= self.cutoff else day

    def _idle(self, start: date, terms: Sequence[Term] | None, *, worst: bool) -> int:
        """Days from `start` to the cut-off outside of every term. The wait for the first term counts in full."""
        if terms is None:
            return 0
        idle, free, begun = 0, start, False
        for first, last in sorted(self._days(terms, start, worst=worst)):
            if last < free:
                continue
            gap = (min(first, self.cutoff + _DAY) - free).days
            if gap > (self.gap_days if begun else 0):
                idle += gap
            free, begun = max(free, last + _DAY), True
        rest = (self.cutoff - free).days + 1
        return idle + (rest if rest > (self.gap_days if begun else 0) else 0)

    def _days(self, terms: Iterable[Term], start: date, *, worst: bool) -> Iterable[tuple[date, date]]:
        """First and last day of each term. At the worst the first one begins as late as it can; later ones adjoin the earlier."""
        ordered = sorted(terms, key=lambda t: (t.start.earliest, t.start))
        waited = min((t.start.earliest for t in ordered if _last(t) >= start), default=start)
        for term in ordered:
            late = worst and term.start.earliest == waited and waited > start
            yield term.start.latest if late else term.start.earliest, _last(term)


def anniversary(start: date, years: int) -> date:
    """The day `years` later; the month's last where it has no such day (民法典 第二百零二条).

    >>> anniversary(date(2020, 2, 29), 3)
    datetime.date(2023, 2, 28)
    """
    year = min(start.year + years, date.max.year)
    return start.replace(year=year, day=min(start.day, calendar.monthrange(year, start.month)[1]))


def _last(term: Term) -> date:
    return min(term.end.latest if term.end else date.max, date.max - _DAY)
