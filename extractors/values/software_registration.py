"""Registration numbers of software copyrights (登记号): year (4), SR, serial (6 or 7), as the certificates print them.

The certificate's own number (软著登字第9999123号) is another one, and often stands beside it. There is no check digit, so a
repair only restores the letters SR and digits where nothing else may stand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extractors.text import fold, fold_map, raw_span
from extractors.values.found import Found
from extractors.values.lookalikes import as_digits

_NOISE = re.compile(r"[\s\-_·.,:;。、]")
_FORM = re.compile(r"(?P<year>(?:19|20)\d\d)SR(?P<serial>\d{6,7})", re.ASCII)
_TORN = re.compile(r"(?P<year>.{4})(?P<letters>[S58][RK8])(?P<serial>.{6,7})")
_INSIDE = re.compile(r"(?<![0-9A-Za-z])(?:19|20)\d\d\s?[Ss][Rr]\s?\d{6,7}(?![0-9A-Za-z])")


@dataclass(frozen=True, slots=True)
class SoftwareRegistration:
    """A registration number; `year` is that of the registration."""

    number: str
    year: int
    repaired: bool = False


def compact(text: str) -> str:
    """Folded, upper-case, without blanks."""
    return _NOISE.sub("", fold(text)).upper()


def is_valid(text: str) -> bool:
    """Whether `text` has the form of a number."""
    return parse(text) is not None


def parse(text: str) -> SoftwareRegistration | None:
    """The number that `text` is, as read, without repair.

    >>> parse("2021SR 9999901").year, parse("软著登字第9999123号")
    (2021, None)
    """
    number = compact(text)
    found = _FORM.fullmatch(number)
    return SoftwareRegistration(number, int(found["year"])) if found else None


def repair(text: str) -> SoftwareRegistration | None:
    """As `parse`; where exactly one character is a look-alike of what must stand there, that one replaced.

    >>> repair("2O21SR9999901").number, repair("20215R9999901").number, repair("2O215R9999901")
    ('2021SR9999901', '2021SR9999901', None)
    """
    if value := parse(text):
        return value
    plain = _NOISE.sub("", fold(text))
    found = _TORN.fullmatch(plain)
    if found is None:
        return None
    mended = as_digits(found["year"]) + "SR" + as_digits(found["serial"])
    better = parse(mended)
    changed = sum(a != b for a, b in zip(plain, mended, strict=True))
    return replace(better, repaired=True) if better and changed == 1 else None


def find_all(text: str) -> list[Found[SoftwareRegistration]]:
    """Numbers inside `text`."""
    folded, indices = fold_map(text)
    values = ((found, parse(found.group())) for found in _INSIDE.finditer(folded))
    return [Found(*raw_span(indices, *found.span()), value) for found, value in values if value]
