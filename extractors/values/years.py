"""Years that a table or card is about: 2021年度, 二〇二一年, 2020-2022年, 2020、2021、2022年度, 2020-2021学年, 近三年.

As with dates, a year needs four digits: 二一年 may be a torn 二〇二一年.
"""

from __future__ import annotations

import re

from extractors.text import fold, fold_map, raw_span, squash
from extractors.values import dates, numerals
from extractors.values.found import Found

LONGEST = 10
_CHINESE = "〇零○OoD一二三四五六七八九"
_YEAR = rf"(?:(?:19|20)\d\d|[{_CHINESE}0-9]{{4}}(?=\s*(?:学?年|[\-~至到、,]))|二[{_CHINESE}]{{3}})"
_MARK = r"(?:\)?\s*(?:学年度?|年度)|年)"
_JOIN = r"\s*(?:[\-~至到]+|[、,和与及/])\s*"
_TORN = r"\s*月\s*(?:\d{1,2}|[〇一二三四五六七八九十]{1,3})?\s*(?:日|$)"  # 2023年月6日: a date of which the month was not read
_LIST = re.compile(rf"(?<![\w.]){_YEAR}\s*{_MARK}?(?:{_JOIN}{_YEAR}\s*{_MARK}?)*(?![\d.]|{_TORN})", re.ASCII)
_PIECE = re.compile(rf"(?P<join>[\-~至到]+)?\s*(?P<year>{_YEAR})")
_RECENT = re.compile(r"(?:近|最近|过去|前)\s*(?P<count>[一二两三四五六七八九十]|\d{1,2})\s*(?:个?年度?)")


def compact(text: str) -> str:
    """The years joined with commas where `text` is made of years, the folded text otherwise."""
    value = parse(text)
    return ",".join(str(year) for year in value) if value else squash(text)


def is_valid(text: str) -> bool:
    """Whether `text` names one or more years and nothing else."""
    return parse(text) is not None


def parse(text: str) -> tuple[int, ...] | None:
    """The years that `text` names, whole, in rising order; a range gives all its years.

    >>> [parse(t) for t in ("2021年度", "二○二一年度", "2020-2022年", "2020、2021年度", "21年度", "近三年")]
    [(2021,), (2021,), (2020, 2021, 2022), (2020, 2021), None, None]
    """
    plain = fold(text).strip(" .,;:。、()")
    return _years(plain) if _LIST.fullmatch(plain) else None


def find_all(text: str) -> list[Found[tuple[int, ...]]]:
    """Years inside `text` that carry 年, 年度 or 学年, and lists and ranges; not the year of a date.

    >>> [f.value for f in find_all("年度考核表（2021年度） 另见2019-2020年度、YZ-2000型")]
    [(2021,), (2019, 2020)]
    >>> find_all("2023年月6日"), find_all("2023年 月 日"), [f.value for f in find_all("2023年月度考核")]
    ([], [], [(2023,)])
    """
    folded, indices = fold_map(text)
    result = []
    for found in _LIST.finditer(folded):
        values = _years(found.group())
        if values and ("年" in found.group() or len(values) > 1):
            result.append(Found(*raw_span(indices, *found.span()), values))
    return result


def recent(text: str) -> int | None:
    """How many years 近三年 and the like speak of, or None.

    >>> recent("近三年年度考核情况"), recent("2021年度")
    (3, None)
    """
    found = _RECENT.search(fold(text))
    return numerals.parse(found["count"]) if found else None


def _years(text: str) -> tuple[int, ...] | None:
    years: list[int] = []
    for piece in _PIECE.finditer(text):
        value = dates.parse(piece["year"] + "年")
        if value is None:
            return None
        if piece["join"] and years:
            if not 0 < value.year - years[-1] < LONGEST:
                return None
            years.extend(range(years[-1] + 1, value.year))
        years.append(value.year)
    return tuple(sorted(set(years))) or None
