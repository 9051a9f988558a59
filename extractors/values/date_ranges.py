"""From-to dates: 于2010年9月至2014年6月, 自…起至…止, 2010.09-2014.06, 201908-202107, 2021.03.05-06.20."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extractors.text import fold, fold_map, raw_span, squash
from extractors.values import dates
from extractors.values.dates import PartialDate
from extractors.values.found import Found

_N = r"[0-9〇零○OoD一二三四五六七八九十廿卅元正壹贰叁肆伍陆柒捌玖拾]"
_FULL = rf"(?:{_N}[{_N[1:-1]}\s]*年(?:\s*{_N}{{1,4}}\s*月(?:份|\s*{_N}{{1,4}}\s*[日曰])?)?"
_FULL += r"|(?:19|20)\d\d\s?[./·]\s?\d{1,2}(?:\s?[./·]\s?\d{1,2})?|(?:19|20)\d\d-\d{1,2}(?:-\d{1,2})?(?!\d)"
_FULL += r"|(?:19|20)\d{6}|(?:19|20)\d{4}|(?:19|20)\d\d)"
_SHORT = rf"(?:{_N}{{1,4}}\s*月(?:\s*{_N}{{1,4}}\s*日)?|\d{{1,2}}[./]\d{{1,2}}|{_N}{{1,4}}\s*日)"
_RANGE = re.compile(
    rf"(?<![0-9])(?P<start>{_FULL})\s*(?:起|开始)?\s*[,]?\s*"
    rf"(?:(?:[-~]{{0,3}}[至到]|-{{1,3}}|~|一(?=\s?\d)|(?:(?<=起)|(?<=起[,\s]))(?={_FULL}\s*止))[\s·.]*(?:(?P<now>今日?|现在|目前|当前|本月)|(?P<end>{_FULL})|(?P<short>{_SHORT}))|(?P<since>(?<=起)))"
    r"(?![0-9])(?:\s*[止毕])?"
)


@dataclass(frozen=True, slots=True)
class DateRange:
    """From `start` to `end`; `end` is None where it is open: 至今 (`until_now`) or only a start (自…起)."""

    start: PartialDate
    end: PartialDate | None
    until_now: bool = False


def compact(text: str) -> str:
    """`2010-09/2014-06` (open: `2018-01/`) where `text` is a range, the folded text otherwise."""
    value = parse(text)
    return f"{value.start.iso()}/{value.end.iso() if value.end else ''}" if value else squash(text)


def is_valid(text: str) -> bool:
    """Whether `text` is a range that does not end before it starts."""
    value = parse(text)
    return value is not None and (value.end is None or value.start.earliest() <= value.end.latest())


def parse(text: str) -> DateRange | None:
    """The range that `text` is, whole, as printed (even backwards); None where a side is incomplete.

    >>> [compact(t) for t in ("于二〇一〇年九月至二〇一四年六月", "201908-202107", "2021.03.05-06.20", "2018年1月至今")]
    ['2010-09/2014-06', '2019-08/2021-07', '2021-03-05/2021-06-20', '2018-01/']
    >>> parse("于二〇一〇年九月至四年六月") is None
    True
    >>> compact("2017.12.01起,2023.12.31止")
    '2017-12-01/2023-12-31'
    """
    plain = re.sub(r"^[于自从由在\s:]+", "", fold(text).strip(" .,;:。、()"))
    plain = re.sub(r"(?:期间|在)$", "", plain)
    found = _RANGE.fullmatch(plain)
    return _value(found) if found else None


def find_all(text: str) -> list[Found[DateRange]]:
    """The ranges inside `text`.

    >>> [f.value.start.iso() for f in find_all("王建国于一九九三年九月至一九九七年七月在本校学习")]
    ['1993-09']
    """
    folded, indices = fold_map(text)
    result = []
    for found in _RANGE.finditer(folded):
        value = _value(found)
        if value:
            result.append(Found(*raw_span(indices, *found.span()), value))
    return result


def _value(found: re.Match[str]) -> DateRange | None:
    start = dates.parse(found["start"])
    if start is None:
        return None
    if found["now"] or found["since"] is not None:
        return DateRange(start, None, until_now=bool(found["now"]))
    if found["short"]:
        end = _inherit(start, found["short"])
        if end and end.latest() < start.earliest():  # then a year was lost, not left out
            return None
    else:
        end = dates.parse(found["end"])
    return DateRange(start, end) if end else None


def _inherit(start: PartialDate, short: str) -> PartialDate | None:
    """The end of a range that leaves out the year, or year and month, of its start."""
    if "月" not in short and "日" in short:
        return dates.parse(f"{start.year}年{start.month}月{short}") if start.month else None
    if "月" in short:
        value = dates.parse(f"{start.year}年{short}")
        return replace(value, doubtful=True) if value else None  # the year may have been lost under a seal
    month, day = re.split(r"[./]", short)
    return dates.parse(f"{start.year}年{month}月{day}日") if start.day else None
