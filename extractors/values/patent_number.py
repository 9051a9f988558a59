"""Chinese patent and application numbers, ZC 0006-2003 (专利申请号标准), and those of before 2003-10-01.

Twelve digits and a check: year (4), kind (1), serial (7), check; before: year (2), kind (1), serial (5), check (from 1989).
The check is the sum of the digits times 2 3 4 5 6 7 8 9 2 3 4 5 from the left, modulo 11, ten written X; verified with
201710601862.3 and 95115608.X. Kinds: 1 发明, 2 实用新型, 3 外观设计, 8 and 9 发明 and 实用新型 by the PCT.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from extractors.text import fold, fold_map, raw_span
from extractors.values.found import Found
from extractors.values.lookalikes import DIGIT_LOOKALIKES

PatentType = Literal["发明", "实用新型", "外观设计"]
TYPES: dict[str, PatentType] = {"1": "发明", "2": "实用新型", "3": "外观设计", "8": "发明", "9": "实用新型"}
_WEIGHTS = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)
_NOISE = re.compile(r"[\s\-_·.,:;。、']")
_PREFIX = re.compile(r"^(?:Z[LI1|]|2L|CN(?=\d{8}))")
_NEW = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<kind>[12389])\d{7}[\dX]", re.ASCII)
_OLD = re.compile(r"(?P<year>[89]\d|0[0-3])(?P<kind>[12389])\d{5}[\dX]", re.ASCII)
_INSIDE = re.compile(r"(?<![0-9A-Za-z])ZL[\s:]*(?:\d[\s.·,]{0,2}){8,12}[\dXx](?![0-9A-Za-z])")


@dataclass(frozen=True, slots=True)
class PatentNumber:
    """`number` with ZL and the dot before the check; `year` is that of the application."""

    number: str
    type: PatentType
    year: int
    by_pct: bool = False
    repaired: bool = False


def check_digit(digits: str) -> str:
    """The check of 12 (or, before October 2003, 8) digits.

    >>> check_digit("201710601862"), check_digit("95115608")
    ('3', 'X')
    """
    rest = sum(int(c) * weight for c, weight in zip(digits, _WEIGHTS, strict=False)) % 11
    return "X" if rest == 10 else str(rest)


def compact(text: str) -> str:
    """Folded, upper-case, without blanks; with ZL and a dot where it is as long as a number.

    >>> compact("ZL 2021 2 9999906 . 1"), compact("专利")
    ('ZL202129999906.1', '专利')
    """
    plain = _body(text)
    return f"ZL{plain[:-1]}.{plain[-1]}" if len(plain) in (9, 13) else plain


def is_valid(text: str) -> bool:
    """Whether `text` is a number with a right check."""
    return parse(text) is not None


def parse(text: str) -> PatentNumber | None:
    """The number that `text` is, as read, without repair.

    >>> value = parse("ZL 2019 1 0123456.X")
    >>> value.number, value.type, value.year
    ('ZL201910123456.X', '发明', 2019)
    >>> parse("ZL95115608.X").year, parse("ZL 2019 1 0123456.7")
    (1995, None)
    """
    return _of(_body(text))


def repair(text: str) -> PatentNumber | None:
    """As `parse`, if need be with one look-alike replaced; None where no or several replacements fit.

    >>> repair("ZL 2O21 2 9999906.1").number
    'ZL202129999906.1'
    """
    if value := parse(text):
        return value
    body = _body(text, upper=False)
    if len(body) not in (9, 13):
        return None
    fitting = {}
    for place, character in enumerate(body):
        digit = DIGIT_LOOKALIKES.get(character)
        options = (digit, "X") if place == len(body) - 1 and character in "xK×*" else (digit,)
        for option in options:
            value = _of(body[:place].upper() + option + body[place + 1 :].upper()) if option else None
            if value:
                fitting[value.number] = replace(value, repaired=True)
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def find_all(text: str) -> list[Found[PatentNumber]]:
    """Numbers with ZL in front and a right check inside `text`.

    >>> [f.value.number for f in find_all("专利号：ZL 2021 2 9999906.1 专利申请日")]
    ['ZL202129999906.1']
    """
    folded, indices = fold_map(text)
    values = ((found, parse(found.group())) for found in _INSIDE.finditer(folded))
    return [Found(*raw_span(indices, *found.span()), value) for found, value in values if value]


def _body(text: str, *, upper: bool = True) -> str:
    plain = _NOISE.sub("", fold(text))
    plain = plain.upper() if upper else plain
    return _PREFIX.sub("", plain) if len(plain) in (11, 15) else plain


def _of(body: str) -> PatentNumber | None:
    found = _NEW.fullmatch(body) or _OLD.fullmatch(body)
    if found is None or check_digit(body[:-1]) != body[-1]:
        return None
    short = int(found["year"])
    year = short if short > 99 else short + (1900 if short >= 85 else 2000)
    if year < 1985:
        return None
    return PatentNumber(f"ZL{body[:-1]}.{body[-1]}", TYPES[found["kind"]], year, by_pct=found["kind"] in "89")
