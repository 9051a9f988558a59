"""Dates of which a character was lost or mistaken: what they must have been, for a person to confirm."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.values import dates
from extractors.values.found import Found

_NUMERAL = "一二三四五六七八九十"
_MONTH_AND_DAY = rf"(?P<month>[{_NUMERAL}]{{1,2}})[月日](?P<day>[{_NUMERAL}]{{1,3}})日"
_TORN = (
    # 〇 or 二 of the year was lost, or 月 read as 日
    re.compile(rf"(?<![〇○{_NUMERAL}])(?:二[〇○0]|[〇○0]|二)?二(?P<unit>[〇○一二三四五六七八九])年{_MONTH_AND_DAY}"),
    # 年 was read as another character of few strokes, or not at all
    re.compile(rf"(?<![〇○{_NUMERAL}])二[〇○0]二(?P<unit>[〇○一二三四五六七八九])[十午牛手生]?{_MONTH_AND_DAY}"),
)
# of 2022 the first digit or two were lost, or one of them was misread
_CLIPPED = re.compile(r"(?<![0-9])(?:[3-9]?0|2[1-9])?(?P<rest>2[0-9]年[0-9]{1,2}月[0-9]{1,2}日)")
# the last 日 was lost or misread, perhaps under a seal, and with it what may have stood before it
_OPEN = re.compile(r"(?<![0-9])(?P<date>202[0-9]年[0-9]{1,2}月[0-9]{1,2})[^0-9日号月]?$")
# 年 was read as a digit: 2021606月30日
_NO_YEAR_SIGN = re.compile(r"(?<![0-9])(?P<year>202[0-9])[0-9]?(?P<rest>(?:0[1-9]|1[0-2])月[0-9]{1,2}日)")


def mended_dates(text: str) -> Iterator[Found[dates.PartialDate]]:
    """The torn dates of the 2020s in `text`, whole; none where the text can be read as it stands.

    >>> [f.value.iso() for f in mended_dates("二〇二二牛十二月二十六日")], list(mended_dates("二〇二二年十二月二十六日"))
    (['2022-12-26'], [])
    >>> [f.value.iso() for text in ("3022年12月28日", "2922年1月13日", "2022年2月7", "2021606月30日") for f in mended_dates(text)]
    ['2022-12-28', '2022-01-13', '2022-02-07', '2021-06-30']
    """
    for found in _CLIPPED.finditer(text):
        value = dates.parse("20" + found["rest"])
        if value is not None and value.precision == "day":
            yield Found(found.start(), found.end(), value)
            return
    for found in _NO_YEAR_SIGN.finditer(text):
        value = dates.parse(f"{found['year']}年{found['rest']}")
        if value is not None:
            yield Found(found.start(), found.end(), value)
            return
    for found in _OPEN.finditer(text):
        value = dates.parse(found["date"] + "日")
        if value is not None:
            yield Found(found.start(), found.end(), value)
            return
    for pattern in _TORN:
        for found in pattern.finditer(text):
            value = dates.parse(f"二〇二{found['unit']}年{found['month']}月{found['day']}日")
            if value is not None and value.precision == "day" and dates.parse(found.group()) is None:
                yield Found(found.start(), found.end(), value)
                return
