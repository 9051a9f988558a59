"""Numbers under which patents are published (授权公告号), ZC 0007: CN, seven or nine digits, a letter.

Granted: B (发明), U (实用新型), S (外观设计), since 2010 on nine digits of which the first names the kind; before, C, Y
and D, on seven digits until 2007. A is the publication of an application, which is no grant. There is no check digit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.text import fold, fold_map, raw_span
from extractors.values.found import Found
from extractors.values.patent_number import PatentType

_NOISE = re.compile(r"[\s\-_·.,:;。、]")
_FORM = re.compile(r"CN(?P<number>(?P<kind>[123])\d{6}(?:\d{2})?)(?P<code>[ABCUYSD])\d?", re.ASCII)
_INSIDE = re.compile(r"(?<![0-9A-Za-z])CN\s*[123](?:\s?\d){6}(?:\s?\d\s?\d)?\s*[ABCUYSD]\d?(?![0-9A-Za-z])")
_TYPES: dict[str, PatentType] = {"1": "发明", "2": "实用新型", "3": "外观设计"}
_CODES = {"1": "ABC", "2": "UY", "3": "SD"}


@dataclass(frozen=True, slots=True)
class PublicationNumber:
    """`granted` is False for the publication of an application (A)."""

    number: str
    type: PatentType
    code: str
    granted: bool


def compact(text: str) -> str:
    """Folded, upper-case, without blanks."""
    return _NOISE.sub("", fold(text)).upper()


def is_valid(text: str) -> bool:
    """Whether `text` is the number of a publication, granted or not, whose letter fits its kind."""
    return parse(text) is not None


def parse(text: str) -> PublicationNumber | None:
    """The number that `text` is, or None.

    >>> parse("CN 299999906 U").type, parse("CN 199999901 A").granted, parse("CN 199999901 U")
    ('实用新型', False, None)
    """
    number = compact(text)
    found = _FORM.fullmatch(number)
    if found is None or found["code"] not in _CODES[found["kind"]]:
        return None
    return PublicationNumber(number, _TYPES[found["kind"]], found["code"], found["code"] != "A")


def find_all(text: str) -> list[Found[PublicationNumber]]:
    """Numbers inside `text`."""
    folded, indices = fold_map(text)
    values = ((found, parse(found.group())) for found in _INSIDE.finditer(folded))
    return [Found(*raw_span(indices, *found.span()), value) for found, value in values if value]
