"""Numbers of degree certificates (学位证书编号).

16 digits since 2016 (学位〔2015〕18号): unit (5), level (1: 2 博士, 3 硕士, 4 学士), year (4), serial (6). From 2006
to 2015 a letter may stand in front (C adult, Z professional, T equivalent, Q teachers, L foreign) or in place 11.
There is no check digit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from extractors.text import fold
from extractors.values import certificate_number
from extractors.values.lookalikes import as_digits

Form = Literal["digits", "lettered", "legacy"]
_FORM = re.compile(
    r"(?P<prefix>[CZTQL]?)(?P<unit>\d{5})(?P<level>[234])(?P<year>(?:19|20)\d\d)(?P<serial>[A-Z]\d{5}|\d{6})", re.ASCII
)
_LEVELS = {"2": "博士", "3": "硕士", "4": "学士"}
_LETTERS_UNTIL = 2015


@dataclass(frozen=True, slots=True)
class DegreeNumber:
    """A number and what its digits say; `level` is 博士, 硕士 or 学士."""

    number: str
    form: Form
    unit_code: str | None = None
    level: str | None = None
    year: int | None = None
    prefix: str = ""
    repaired: bool = False


def compact(text: str) -> str:
    """As for graduation certificates: folded, upper-case, without blanks and dashes."""
    return certificate_number.compact(text)


def is_valid(text: str) -> bool:
    """Whether `text` has the form of a number of 2006 or later."""
    value = parse(text)
    return value is not None and value.form != "legacy"


def parse(text: str) -> DegreeNumber | None:
    """The number that `text` is, as read, without repair.

    >>> value = parse("9900142014000123")
    >>> value.unit_code, value.level, value.year, value.form
    ('99001', '学士', 2014, 'digits')
    >>> [parse(t).form for t in ("C9900242007000045", "9900142007S00012", "学位字97012")]
    ['lettered', 'lettered', 'legacy']
    """
    number = compact(text)
    if found := _FORM.fullmatch(number):
        lettered = not number.isdecimal()
        year = int(found["year"])
        if not lettered or year <= _LETTERS_UNTIL:
            form: Form = "lettered" if lettered else "digits"
            return DegreeNumber(number, form, found["unit"], _LEVELS[found["level"]], year, found["prefix"])
    if re.fullmatch(r"(?=(?:\D*\d){3})\w{4,30}", number):
        return DegreeNumber(number, "legacy")
    return None


def repair(text: str) -> DegreeNumber | None:
    """As `parse`; where replacing letters by the digits they look like gives the form, that, `repaired`."""
    value = parse(text)
    if value and value.form != "legacy":
        return value
    mended = as_digits("".join(fold(text).split()))
    better = parse(mended) if mended.isdecimal() else None
    return replace(better, repaired=True) if better and better.form != "legacy" else value
