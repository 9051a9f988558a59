"""Calendar months as numbers (year x 12 + month - 1), so that spans of them can be counted and shown."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from models.dates import PartialDate


def month_of(day: date) -> int:
    return day.year * 12 + day.month - 1


def month_read(text: str) -> int | None:
    """The month that an ISO date names; None where it is none or gives the year only."""
    found = PartialDate.of(text)
    return None if found is None or found.month is None else month_of(found.earliest)


def month_text(month: int) -> str:
    """
    >>> month_text(month_of(date(2021, 3, 5)))
    '2021-03'
    """
    return f"{month // 12:04}-{month % 12 + 1:02}"


def spans(months: Iterable[int]) -> str:
    """Months as a reader lists them.

    >>> spans([24254, 24255, 24256, 24260])
    '2021-03 至 2021-05、2021-09'
    """
    runs: list[list[int]] = []
    for month in sorted(set(months)):
        if runs and month == runs[-1][-1] + 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    return "、".join(month_text(r[0]) + (f" 至 {month_text(r[-1])}" if len(r) > 1 else "") for r in runs)
