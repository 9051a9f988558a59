"""Hours of continuing education (学时, 课时): 96, 96.0学时, 九十, ９６ 课时. Unclear digits are not guessed."""

from __future__ import annotations

import re
from decimal import Decimal

from extractors.text import fold, fold_map, raw_span, squash
from extractors.values import numerals
from extractors.values.found import Found

LIMIT = Decimal(10_000)
_CHINESE = "〇零一二三四五六七八九十百两廿卅"
_UNIT = r"(?:个?(?:学时|课时|小时|学分)|h(?:ours?)?)"
_NUMBER = rf"(?P<number>\d{{1,4}}(?:\s?\.\s?\d{{1,2}})?|[{_CHINESE}]{{1,6}})"
_WHOLE = re.compile(rf"(?:共计?|合计|总计|计)?\s*:?\s*{_NUMBER}\s*{_UNIT}?", re.ASCII | re.IGNORECASE)
_INSIDE = re.compile(rf"(?<![\d.{_CHINESE}]){_NUMBER}\s*{_UNIT}", re.ASCII | re.IGNORECASE)


def compact(text: str) -> str:
    """Decimal text without trailing zeros where `text` is a number of hours, the folded text otherwise.

    >>> [compact(t) for t in ("96.0学时", "９６", "九十 课时", "66.50", "9O")]
    ['96', '96', '90', '66.5', '9O']
    """
    value = parse(text)
    return squash(text) if value is None else plain(value)


def is_valid(text: str) -> bool:
    """Whether `text` is a number of hours."""
    return parse(text) is not None


def parse(text: str) -> Decimal | None:
    """The hours that `text` is, whole, with or without unit; at least 0 and below `LIMIT`."""
    found = _WHOLE.fullmatch(fold(text).strip(" .,;:。、()"))
    return _value(found["number"]) if found else None


def find_all(text: str) -> list[Found[Decimal]]:
    """Numbers with a unit inside `text`.

    >>> [plain(f.value) for f in find_all("公需科目24学时，专业科目六十六学时")]
    ['24', '66']
    """
    folded, indices = fold_map(text)
    values = ((found, _value(found["number"])) for found in _INSIDE.finditer(folded))
    return [Found(*raw_span(indices, *found.span()), value) for found, value in values if value is not None]


def plain(value: Decimal) -> str:
    """`value` as decimal text without trailing zeros or exponent."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _value(number: str) -> Decimal | None:
    if number[0].isdigit() and number.isascii():
        return Decimal("".join(number.split()))
    whole = numerals.parse(number)
    return Decimal(whole) if whole is not None and whole < LIMIT else None
