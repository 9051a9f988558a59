"""Sums of money in yuan: 60.00万元, 600,000.00元, ￥1.2亿元, 陆拾万元整, 人民币壹佰贰拾叁元肆角伍分.

Capital forms after the Ministry of Finance's 会计基础工作规范 (see `numerals`).
"""

from __future__ import annotations

import re
from decimal import Decimal

from extractors.text import fold, fold_map, raw_span, squash
from extractors.values import numerals
from extractors.values.found import Found

UNITS = {"元": Decimal(1), "千元": Decimal(1000), "万元": Decimal(10_000), "万": Decimal(10_000)}
UNITS |= {"百万元": Decimal(1_000_000), "亿元": Decimal(100_000_000), "亿": Decimal(100_000_000)}
LIMIT = Decimal(10) ** 13
_ARABIC = r"(?P<number>\d{1,3}(?:\s?,\s?\d{3})+(?:\.\d{1,6})?|\d{1,12}(?:\s?\.\s?\d{1,6})?)"
_HEAD = r"(?:(?:人民币|RMB|CNY|[¥￥Y])\s*[:(大小写)]{0,6}\s*)"
_PLAIN = re.compile(rf"{_HEAD}?{_ARABIC}\s*(?P<unit>百万元|千元|万元|亿元|万|亿|元|圆)?\s*整?")
_BIG = "零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿一二三四五六七八九十百千两貳陸萬億"
# A bound, so that a long run of numerals without a unit is not gone through from each of its characters.
_CAPITAL = re.compile(
    rf"{_HEAD}?(?P<whole>[{_BIG}]{{1,40}})[元圆](?:零)?(?:(?P<jiao>[零壹贰叁肆伍陆柒捌玖一二三四五六七八九])角)?"
    r"(?:零?(?P<fen>[壹贰叁肆伍陆柒捌玖一二三四五六七八九])分)?\s*[整正]?"
)
_SIGNED = re.compile(rf"[¥￥]\s*{_ARABIC}(?![\d.,]*\s*(?:百万元|千元|万|亿|元|圆|%))")
_INSIDE = re.compile(rf"(?<![\d.,A-Za-z]){_ARABIC}\s*(?P<unit>百万元|千元|万元|亿元|万(?=[,。;)(]|人民币|$)|元|圆)")


def compact(text: str) -> str:
    """Yuan as decimal text without trailing zeros where `text` is a sum, the folded text otherwise.

    >>> [compact(t) for t in ("60.00万元", "陆拾万元整", "￥600,000.00", "若干")]
    ['600000', '600000', '600000', '若干']
    """
    value = parse(text)
    return squash(text) if value is None else plain(value)


def is_valid(text: str) -> bool:
    """Whether `text` is a sum of money with its unit."""
    return parse(text) is not None


def parse(text: str, unit: str | None = None) -> Decimal | None:
    """The yuan that `text` is, whole; `unit` is what a table's header or label says of bare numbers.

    >>> parse("12", "万元"), parse("12"), parse("壹佰贰拾叁元肆角伍分"), parse("1.2亿元")
    (Decimal('120000'), None, Decimal('123.45'), Decimal('120000000'))
    """
    folded = fold(text).strip(" .,;:。、()").replace("圆", "元")
    if found := _CAPITAL.fullmatch(folded):
        return _capital(found)
    found = _PLAIN.fullmatch(folded)
    if found is None:
        return None
    named = found["unit"] or unit or ("元" if re.match(r"[¥￥]|人民币|RMB|CNY", folded) else None)
    return _arabic(found["number"], named) if named else None


def find_all(text: str) -> list[Found[Decimal]]:
    """Sums with a unit or the sign ¥ inside `text`, in digits or in capitals.

    >>> [plain(f.value) for f in find_all("项目总经费 60.00万元（陆拾万元整），其中财政资助 12万元")]
    ['600000', '600000', '120000']
    """
    folded, indices = fold_map(text)
    result = []
    for found in _INSIDE.finditer(folded):
        value = _arabic(found["number"], found["unit"].replace("圆", "元"))
        if value is not None:
            result.append(Found(*raw_span(indices, *found.span()), value))
    for found in _SIGNED.finditer(folded):
        value = _arabic(found["number"], "元")
        if value is not None:
            result.append(Found(*raw_span(indices, *found.span()), value))
    for found in _CAPITAL.finditer(folded):
        value = _capital(found)
        if value is not None:
            result.append(Found(*raw_span(indices, *found.span()), value))
    return sorted(result, key=lambda f: f.start)


def plain(value: Decimal) -> str:
    """`value` as decimal text without trailing zeros or exponent."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _arabic(number: str, unit: str) -> Decimal | None:
    value = Decimal(re.sub(r"[\s,]", "", number)) * UNITS[unit]
    value = value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()
    return value if value < LIMIT else None


def _capital(found: re.Match[str]) -> Decimal | None:
    whole = numerals.parse(found["whole"])
    if whole is None:
        return None
    cents = 10 * (numerals.parse(found["jiao"] or "零") or 0) + (numerals.parse(found["fen"] or "零") or 0)
    return Decimal(whole) + Decimal(cents) / 100 if cents else Decimal(whole)
