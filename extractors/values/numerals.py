"""Whole numbers in Chinese or Arabic digits: 二十一, 廿一, 二〇一五, 壹佰贰拾, 1,234.

Digit strings without units are positional (二一 is 21, 二〇一五 is 2015); with units they are counted (二百零五 is
205). Capital forms (大写) after the Ministry of Finance's 会计基础工作规范; 廿 and 卅 are 20 and 30.
"""

from __future__ import annotations

import re

from extractors.text import squash

DIGITS = {
    **{c: i for i, c in enumerate("〇一二三四五六七八九")},
    **{c: i for i, c in enumerate("零壹贰叁肆伍陆柒捌玖")},
    **{"○": 0, "两": 2, "貳": 2, "陸": 6, "幺": 1},
    **{str(i): i for i in range(10)},
}
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_GROUPS = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}
_TENS = {"廿": "二十", "卄": "二十", "卅": "三十", "卌": "四十"}
_ZEROS = re.compile("[Oo](?=[一二三四五六七八九〇零○0-9Oo])|(?<=[一二三四五六七八九〇零○0-9Oo])[Oo]")


def compact(text: str) -> str:
    """Decimal digits where `text` is a number, the folded text otherwise.

    >>> compact("二 十 一")
    '21'
    """
    value = parse(text)
    return squash(text) if value is None else str(value)


def is_valid(text: str) -> bool:
    """Whether `text` is a whole number."""
    return parse(text) is not None


def parse(text: str) -> int | None:
    """The number that `text` spells, or None.

    >>> [parse(t) for t in ("二十一", "廿一", "二一", "二O一五", "壹佰贰拾", "一万二千", "1,234", "十十", "")]
    [21, 21, 21, 2015, 120, 12000, 1234, None, None]
    """
    plain = _ZEROS.sub("〇", squash(text))
    if re.fullmatch(r"\d{1,3}(,\d{3})+", plain, re.ASCII):
        plain = plain.replace(",", "")
    for short, long in _TENS.items():
        plain = plain.replace(short, long)
    if plain and all(c in DIGITS for c in plain):
        return int("".join(str(DIGITS[c]) for c in plain)) if len(plain) <= 18 else None
    return _counted(plain)


def _counted(plain: str) -> int | None:
    """Numbers with units: groups of 亿 and 万 in falling order, each below ten thousand."""
    total = 0
    rest = plain
    for names, size in (("亿億", _GROUPS["亿"]), ("万萬", _GROUPS["万"])):
        head, mark, tail = _cut(rest, names)
        if mark:
            value = _below_ten_thousand(head)
            if not value:
                return None
            total += value * size
            rest = tail
    if not rest:
        return total or None
    value = _below_ten_thousand(rest)
    return None if value is None else total + value


def _cut(text: str, marks: str) -> tuple[str, str, str]:
    for mark in marks:
        if mark in text:
            return text.partition(mark)
    return "", "", text


def _below_ten_thousand(text: str) -> int | None:
    """千百十 in falling order, each with one digit before it; a leading 十 stands for 一十."""
    total, last_unit, digit = 0, 10_000, None
    for position, c in enumerate(text):
        if c in DIGITS:
            if digit:
                return None
            digit = DIGITS[c]
        elif c in _UNITS:
            unit = _UNITS[c]
            if unit >= last_unit or digit == 0 or (digit is None and not (unit == 10 and position == 0)):
                return None
            total += (1 if digit is None else digit) * unit
            last_unit, digit = unit, None
        else:
            return None
    return total + (digit or 0) if text else None
