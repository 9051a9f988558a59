"""National serial numbers of periodicals (国内统一连续出版物号, CN), GB/T 9999.1-2018.

CN, region (2, GB/T 2260; Beijing also 10), serial (4), and for periodicals a class behind a stroke. Serials 0001-0999 are
newspapers, 1000-5999 printed periodicals, 6000-8999 web, 9000-9999 electronic ones. There is no check digit. A region in
letters (`CN(HK)88-1234`, `CN 33-1234(HK)`) is none of these numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from extractors.text import fold, fold_map, raw_span
from extractors.values.found import Found

Sort = Literal["newspaper", "periodical", "web", "electronic"]
_REGIONS = frozenset(
    {"10", *map(str, (*range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47), *range(50, 55), *range(61, 66)))}
)
_FORM = re.compile(r"(?:CN)?(?P<region>\d\d)-(?P<serial>\d{4})(?:/(?P<class>[A-Z]{1,2}\d{0,3}))?", re.ASCII)
_INSIDE = re.compile(
    r"CN\s*:?\s*\d\d\s?[\-一]\s?\d{4}(?:\s?/\s?[A-Za-z]{1,2}\d{0,3}?)?"
    r"(?=(?:19|20)\d\d年|ISSN|(?![0-9A-Za-z/]|\s?\((?:HK|H|香港|Q)))"
)
_LABEL = re.compile(r"^[^0-9A-Za-z]*(?:国内统一(?:连续出版物|刊)号|国内刊号|刊号)?[:\s]*")


@dataclass(frozen=True, slots=True)
class SerialNumber:
    """`number` is written 33-5999/TH; `sort` is what the serial says of the publication."""

    number: str
    region: str
    sort: Sort


def compact(text: str) -> str:
    """Folded, upper-case, without blanks, label and CN.

    >>> compact("国内统一刊号：CN 33－5999／TH")
    '33-5999/TH'
    """
    plain = "".join(_LABEL.sub("", fold(text)).split()).upper().replace("一", "-")
    return re.sub(r"^CN:?(?=\d)", "", plain).strip(".,:;。、")


def is_valid(text: str) -> bool:
    """Whether `text` is a number with an existing region."""
    return parse(text) is not None


def parse(text: str) -> SerialNumber | None:
    """The number that `text` is, or None.

    >>> parse("CN 33-5999/TH").sort, parse("CN33-0012").sort, parse("CN88-1234(HK)"), parse("CN 99-1234/TH")
    ('periodical', 'newspaper', None, None)
    """
    found = _FORM.fullmatch(compact(text))
    if found is None or found["region"] not in _REGIONS or found["serial"] == "0000":
        return None
    serial = int(found["serial"])
    sort: Sort = (
        "newspaper" if serial < 1000 else "periodical" if serial < 6000 else "web" if serial < 9000 else "electronic"
    )
    return SerialNumber(found.group().removeprefix("CN"), found["region"], sort)


def find_all(text: str) -> list[Found[SerialNumber]]:
    """Numbers with CN in front inside `text`."""
    folded, indices = fold_map(text)
    values = ((found, parse(found.group())) for found in _INSIDE.finditer(folded))
    return [Found(*raw_span(indices, *found.span()), value) for found, value in values if value]
