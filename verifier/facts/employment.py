"""Who employed the applicant at the end of a year, by the declared work history."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from models.profile import Work


def employed_in(work: Iterable[Work], year: int) -> bool:
    """Whether any declared employment may touch `year`."""
    return any(_start(w) <= date(year, 12, 31) and _end(w) >= date(year, 1, 1) for w in work)


def last_employers(work: Iterable[Work], year: int) -> tuple[str, ...]:
    """Those who may have been the last employer of `year`, the likeliest first; empty where none is declared.

    That is whoever's employment reaches the year's last day, the one begun last before others; after a leave without a new
    post, the employer left last.
    """
    mine = [w for w in work if w.employer and _start(w) <= date(year, 12, 31) and _end(w) >= date(year, 1, 1)]
    if not mine:
        return ()
    last_day = min(date(year, 12, 31), max(_end(w) for w in mine))
    final = sorted((w for w in mine if _end(w) >= last_day), key=_start, reverse=True)
    return tuple(dict.fromkeys(w.employer for w in final if w.employer))


def _start(work: Work) -> date:
    return work.start.earliest if work.start else date.min


def _end(work: Work) -> date:
    return work.end.latest if work.end else date.max
