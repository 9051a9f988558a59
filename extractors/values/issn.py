"""International standard serial numbers (ISSN), ISO 3297; the check digit is python-stdnum's.

`stdnum.issn` refuses the word ISSN in front, so that is cut off first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from stdnum import issn

from extractors.text import fold, fold_map, raw_span
from extractors.values.found import Found
from extractors.values.lookalikes import DIGIT_LOOKALIKES

_NOISE = re.compile(r"[\s\-_·.,:;。、()]")
_LABEL = re.compile(r"^[A-Z]*ISSN(?:\((?:PRINT|ONLINE|P|E)\))?(?:号|刊号)?[:\s]*", re.IGNORECASE)
_INSIDE = re.compile(
    r"(?:ISSN[:\s]*|(?<![0-9A-Za-z\-]))(\d{4}\s?[\-一]\s?\d{3}[0-9Xx])(?![0-9A-Za-z\-])|ISSN[:\s]*(\d{7}[0-9Xx])"
)


@dataclass(frozen=True, slots=True)
class Issn:
    """A number with a right check digit, written NNNN-NNNX."""

    number: str
    repaired: bool = False


def compact(text: str) -> str:
    """Folded, upper-case, without the word ISSN, with its dash where it is as long as a number.

    >>> compact("ISSN：9999－0008")
    '9999-0008'
    """
    plain = _body(text).upper()
    return f"{plain[:4]}-{plain[4:]}" if len(plain) == 8 else plain


def is_valid(text: str) -> bool:
    """Whether `text` is a number with a right check digit."""
    return parse(text) is not None


def parse(text: str) -> Issn | None:
    """The number that `text` is, as read, without repair.

    >>> parse("ISSN 9999-0008"), parse("9999-0009")
    (Issn(number='9999-0008', repaired=False), None)
    """
    plain = _body(text).upper()
    if not re.fullmatch(r"\d{7}[\dX]", plain, re.ASCII) or issn.calc_check_digit(plain[:-1]) != plain[-1]:
        return None
    return Issn(f"{plain[:4]}-{plain[4:]}")


def repair(text: str) -> Issn | None:
    """As `parse`, if need be with one look-alike replaced; None where no or several replacements fit.

    >>> repair("ISSN 9999-O008")
    Issn(number='9999-0008', repaired=True)
    """
    if value := parse(text):
        return value
    plain = _body(text)
    options = [(i, DIGIT_LOOKALIKES[c]) for i, c in enumerate(plain) if c in DIGIT_LOOKALIKES]
    values = [parse(plain[:i] + digit + plain[i + 1 :]) for i, digit in options] if len(plain) == 8 else []
    fitting = {value.number: value for value in values if value}
    return replace(next(iter(fitting.values())), repaired=True) if len(fitting) == 1 else None


def find_all(text: str) -> list[Found[Issn]]:
    """Right numbers inside `text`; without a dash only after the word ISSN.

    >>> [f.value.number for f in find_all("文章编号：9999-0008(2021)04-0045-04")]
    ['9999-0008']
    """
    folded, indices = fold_map(text)
    result = []
    for found in _INSIDE.finditer(folded):
        group = 1 if found[1] else 2
        value = parse(found[group].replace("一", "-"))
        if value:
            result.append(Found(*raw_span(indices, *found.span(group)), value))
    return result


def _body(text: str) -> str:
    return _NOISE.sub("", _LABEL.sub("", fold(text).strip()))
