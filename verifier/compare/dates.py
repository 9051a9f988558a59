"""Dates of unequal precision: equal where both speak."""

from __future__ import annotations

from extractors.values import dates
from extractors.values.dates import PartialDate
from verifier.compare.comparison import Comparison, settled

_UNITS = {1: "年", 2: "年月", 3: "年月日"}


def compare_date(declared: str | PartialDate | None, read: str | PartialDate | None) -> Comparison:
    """`declared` with the date `read`, each printed, ISO or parsed, at the precision that both have.

    >>> compare_date("2014-06", "2014-06-20").outcome, compare_date("2014-06", "2014-07").outcome
    ('folded', 'different')
    """
    found = settled(_text(declared), _text(read))
    if found and found.answer != "same":
        return found
    mine, theirs = _date(declared), _date(read)
    if mine is None or theirs is None:
        return Comparison("unreadable", "申报日期有误" if mine is None else "日期不完整或无法识别", 0.0)
    if found and found.outcome == "equal":
        return found
    pairs = [pair for pair in zip(_parts(mine), _parts(theirs), strict=True) if None not in pair]
    if all(a == b for a, b in pairs):
        if mine.precision == theirs.precision:
            return Comparison("folded" if found is None else found.outcome, "日期一致", 1.0)
        return Comparison("folded", f"精度不同，{_UNITS[len(pairs)]}一致", (0.7, 0.9, 1.0)[len(pairs) - 1])
    return _different(mine, theirs)


def _different(mine: PartialDate, theirs: PartialDate) -> Comparison:
    months = abs((theirs.year - mine.year) * 12 + (theirs.month or mine.month or 1) - (mine.month or theirs.month or 1))
    score = max(0.0, 0.8 - months / 24)
    if mine.doubtful or theirs.doubtful:
        return Comparison("near", "日期不一致，但有字形不清", score)
    if None in (mine.month, theirs.month):
        return Comparison("different", f"年份相差{abs(theirs.year - mine.year)}年", score)
    return Comparison("different", f"相差{months}个月" if months else "年月一致，日不同", score)


def _parts(value: PartialDate) -> tuple[int | None, int | None, int | None]:
    return value.year, value.month, value.day


def _text(value: str | PartialDate | None) -> str | None:
    return value.iso() if isinstance(value, PartialDate) else value


def _date(value: str | PartialDate | None) -> PartialDate | None:
    return value if isinstance(value, PartialDate) or value is None else dates.parse(value)
