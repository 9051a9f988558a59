"""Codes under which CHSI (学信网) shows a report: verification codes, and the numbers of its paper reports.

在线验证码: 12 digits on old reports, 16 letters and digits now, 18 seen too. 报告编号 of an accreditation report: 7 digits,
some 8, newer ones up to 15. Neither has a check digit, so nothing is ever repaired.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.text import fold

_NOISE = re.compile(r"[\s\-_·.,:;。、|/']")
_VERIFICATION = re.compile(r"[0-9A-Z]{18}|(?=.*\d)[0-9A-Z]{16}|\d{12}", re.ASCII)
_REPORT = re.compile(r"\d{7,15}", re.ASCII)
_LABEL = re.compile(r"^(?:在线)?(?:验证码|验证编号|报告编号|编号)[:\s]*|^NO[.:\s]*(?=\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ChsiCode:
    """A code, and what it may be: twelve digits may be either."""

    code: str
    verifies: bool
    numbers_report: bool


def compact(text: str) -> str:
    """Folded, upper-case, without label, blanks and grouping.

    >>> compact("在线验证码：A7KQ 3MZX 9R2L WTB5")
    'A7KQ3MZX9R2LWTB5'
    """
    return _NOISE.sub("", _LABEL.sub("", fold(text).strip())).upper()


def is_valid(text: str) -> bool:
    """Whether `text` has the form of a verification code or a report number."""
    return parse(text) is not None


def parse(text: str) -> ChsiCode | None:
    """The code that `text` is, or None.

    >>> parse("A7KQ3MZX9R2LWTB5").verifies, parse("9999017").numbers_report, parse("97-0123")
    (True, True, None)
    """
    code = compact(text)
    verifies = _VERIFICATION.fullmatch(code) is not None
    numbers = _REPORT.fullmatch(code) is not None
    return ChsiCode(code, verifies, numbers) if verifies or numbers else None
