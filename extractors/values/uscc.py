"""Unified social credit codes (统一社会信用代码), GB 32100-2015, including the letters A, N and Y in front.

The check character is python-stdnum's; its `validate` wants digits in the first eight places and rejects those letters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from stdnum.cn import uscc

from extractors.text import fold

_NOISE = re.compile(r"[\s\-_·.,:;。、]")
_FORM = re.compile(r"[1-9ANY][0-9A-HJ-NP-RTUWXY]\d{6}[0-9A-HJ-NP-RTUWXY]{10}", re.ASCII)
_NEVER = str.maketrans({"Z": "2", "S": "5", "I": "1", "O": "0", "|": "1"})


@dataclass(frozen=True, slots=True)
class CreditCode:
    """A code with a right check character; `department` is its first character (9 is 工商), `region` GB/T 2260."""

    code: str
    department: str
    region: str
    repaired: bool = False


def compact(text: str) -> str:
    """`text` folded, upper-case, without blanks and dashes."""
    return _NOISE.sub("", fold(text)).upper()


def is_valid(text: str) -> bool:
    """Whether `text` is a code with a right check character."""
    return parse(text) is not None


def parse(text: str) -> CreditCode | None:
    """The code that `text` is, as read, without repair.

    >>> parse("91330699999900011C").region
    '330699'
    >>> is_valid("N2330699MF99999006")
    True
    """
    code = compact(text)
    if not _FORM.fullmatch(code) or uscc.calc_check_digit(code[:-1]) != code[-1]:
        return None
    return CreditCode(code, code[0], code[2:8])


def repair(text: str) -> CreditCode | None:
    """As `parse`, after replacing letters that no code has: Z, S, I, O at once, V by U or Y, whichever fits alone.

    >>> repair("9I330699999900O11C").code
    '91330699999900011C'
    """
    if value := parse(text):
        return value
    code = compact(text).translate(_NEVER)
    found = [value for letter in "UY" if (value := parse(code.replace("V", letter)))]
    codes = {value.code for value in found}
    return replace(found[0], repaired=True) if len(codes) == 1 else None
