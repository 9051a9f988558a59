"""Resident identity numbers, GB 11643-1999: 18 characters with a check digit, or the 15 digits of before 1999.

The check digit is python-stdnum's; its `validate` is not used, because it compares the county's years of validity with
the year of birth and so rejects right numbers (and raises KeyError for unlisted counties).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from stdnum.cn import ric

from extractors.text import fold, fold_map, raw_span
from extractors.values.found import Found
from extractors.values.lookalikes import DIGIT_LOOKALIKES

_NOISE = re.compile(r"[\s\-_·.,:;。、']")
_MASKED = re.compile(r"\d{3,14}\*{2,14}\d{0,11}[\dX]", re.ASCII)
_INSIDE = re.compile(
    r"(?<![0-9A-Za-z*])(?:[1-9](?: ?\d){16} ?[0-9Xx]|[1-9]\d{14}|\d{3,14}\*{2,14}\d{0,11}[0-9Xx])(?![0-9A-Za-z*])"
)


@dataclass(frozen=True, slots=True)
class IdNumber:
    """`birth_date` and `gender` are None where masked: such a number cannot be checked.

    `repaired` says that one look-alike was replaced.
    """

    number: str
    birth_date: date | None
    gender: Literal["男", "女"] | None
    masked: bool = False
    repaired: bool = False

    def agrees_with(self, other: IdNumber) -> bool:
        """Whether both may be one number: unmasked characters equal, 15 digits equal to their 18."""
        mine, theirs = _extended(self.number), _extended(other.number)
        return len(mine) == len(theirs) and all(a == b or "*" in (a, b) for a, b in zip(mine, theirs, strict=True))


def compact(text: str) -> str:
    """`text` folded, upper-case, without blanks, dashes and dots."""
    return _NOISE.sub("", fold(text)).upper().replace("×", "X")


def is_valid(text: str) -> bool:
    """Whether `text` is a checkable number with a right check digit and a real birth date."""
    value = parse(text)
    return value is not None and not value.masked


def parse(text: str) -> IdNumber | None:
    """The number that `text` is, as read, without repair; masked numbers too.

    >>> parse("330699 19920815 0035").gender
    '男'
    >>> parse("330699199208150036") is None, parse("330699********0035").masked
    (True, True)
    """
    number = compact(text)
    if _MASKED.fullmatch(number) and len(number) in (15, 18):
        return IdNumber(number, None, _gender(number[-2]) if len(number) == 18 else None, masked=True)
    if not re.fullmatch(r"\d{17}[\dX]|\d{15}", number, re.ASCII):
        return None
    if len(number) == 18 and ric.calc_check_digit(number) != number[-1]:
        return None
    born = _birth_date(number)
    return IdNumber(number, born, _gender(_extended(number)[16])) if born else None


def repair(text: str) -> IdNumber | None:
    """The number that `text` is, if need be with one look-alike replaced; None where no or several replacements fit.

    >>> repair("33069919920B150035").number
    '330699199208150035'
    """
    if value := parse(text):
        return value
    number = _NOISE.sub("", fold(text))
    if len(number) != 18:
        return None
    fitting = {}
    for place, character in enumerate(number):
        for digit in _options(character, last=place == 17):
            value = parse(number[:place] + digit + number[place + 1 :])
            if value and not value.masked:
                fitting[value.number] = IdNumber(value.number, value.birth_date, value.gender, repaired=True)
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def behind(text: str) -> IdNumber | None:
    """The number at the head of a run of digits into which a neighbour's were glued, where 18 of them fit exactly one way.

    >>> behind("3306991992081500351991").number, behind("33069919920815003")
    ('330699199208150035', None)
    """
    run = compact(text)
    if not re.fullmatch(r"\d{17}[\dX]\d{1,8}", run, re.ASCII):
        return None
    values = (parse(run[at : at + 18]) for at in range(len(run) - 17))
    fitting = [value for value in values if value and value.birth_date and 1900 <= value.birth_date.year <= 2099]
    return fitting[0] if len(fitting) == 1 and run.startswith(fitting[0].number) else None


def find_all(text: str) -> list[Found[IdNumber]]:
    """Valid and masked numbers inside `text`, not part of a longer number."""
    folded, indices = fold_map(text)
    values = ((found, parse(found.group())) for found in _INSIDE.finditer(folded))
    return [Found(*raw_span(indices, *found.span()), value) for found, value in values if value]


def _options(character: str, *, last: bool) -> tuple[str, ...]:
    options = (DIGIT_LOOKALIKES[character],) if character in DIGIT_LOOKALIKES else ()
    return (*options, "X") if last and character in "KY*" else options


def _extended(number: str) -> str:
    if len(number) != 15:
        return number
    body = f"{number[:6]}19{number[6:]}"
    return body + ("*" if "*" in body else ric.calc_check_digit(body + "0"))


def _birth_date(number: str) -> date | None:
    digits = _extended(number)[6:14]
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None
    return born if born.year >= 1800 else None


def _gender(digit: str) -> Literal["男", "女"] | None:
    if not digit.isdigit():
        return None
    return "男" if int(digit) % 2 else "女"
