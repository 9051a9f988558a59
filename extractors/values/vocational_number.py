"""Numbers of vocational certificates.

职业技能等级证书 (人社鉴发〔2019〕2号): letter (Y employer, S social organisation), 4, province (2), station (6), year (2),
level (1), serial (6); since 2022 with two letters and 20 digits in all 22. 职业资格证书: year (2), province (2), city (2),
sort (1), station (3), level (1), serial (5). Levels 1 高级技师 to 5 初级工. There is no check digit; other forms exist.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from extractors.text import fold
from extractors.values.lookalikes import as_digits
from extractors.values.skill_levels import LEVELS

Form = Literal["skill_level", "qualification", "other"]
_NOISE = re.compile(r"[\s\-_·.,:;。、]")
_SKILL = re.compile(
    r"(?P<letters>[A-Z])(?P<body>\d{4}(?P<province>\d\d)\d{6}(?P<year>\d\d)(?P<level>[1-5])\d{6})", re.ASCII
)
_SKILL_NEW = re.compile(r"(?P<letters>[A-Z]{2})(?P<body>\d{20})", re.ASCII)
_QUALIFICATION = re.compile(r"(?P<year>\d\d)(?P<province>\d\d)\d\d\d\d{3}(?P<level>[1-5])\d{5}", re.ASCII)
_OTHER = re.compile(r"(?=(?:\D*\d){5})[0-9A-Z]{8,24}", re.ASCII)
_NAMES = dict(zip("12345", LEVELS[2:7], strict=True))


@dataclass(frozen=True, slots=True)
class VocationalNumber:
    """A number and what its digits say; the parts are None where its form has none."""

    number: str
    form: Form
    year: int | None = None
    province: str | None = None
    level: str | None = None
    repaired: bool = False


def compact(text: str) -> str:
    """Folded, upper-case, without blanks and dashes, and without 第…号 around it."""
    plain = _NOISE.sub("", fold(text)).upper()
    return re.sub(r"^第(\w+)号$", r"\1", plain)


def is_valid(text: str) -> bool:
    """Whether `text` has one of the two known forms."""
    value = parse(text)
    return value is not None and value.form != "other"


def parse(text: str) -> VocationalNumber | None:
    """The number that `text` is, as read, without repair.

    >>> value = parse("Y0000 33 000123 21 2 000045")
    >>> value.form, value.year, value.province, value.level
    ('skill_level', 2021, '33', '技师')
    >>> parse("1233060001200123").level, parse("RSN20210000123").form, parse("电工")
    ('技师', 'other', None)
    """
    number = compact(text)
    if found := _SKILL.fullmatch(number):
        return VocationalNumber(
            number, "skill_level", 2000 + int(found["year"]), found["province"], _NAMES[found["level"]]
        )
    if _SKILL_NEW.fullmatch(number):
        return VocationalNumber(number, "skill_level")
    if found := _QUALIFICATION.fullmatch(number):
        short = int(found["year"])
        year = short + (1900 if short >= 90 else 2000)
        return VocationalNumber(number, "qualification", year, found["province"], _NAMES[found["level"]])
    return VocationalNumber(number, "other") if _OTHER.fullmatch(number) else None


def repair(text: str) -> VocationalNumber | None:
    """As `parse`; where exactly one letter among the digits is a look-alike, that one replaced.

    >>> repair("Y00003300O123212000045").number
    'Y000033000123212000045'
    """
    value = parse(text)
    if value and value.form != "other":
        return value
    plain = _NOISE.sub("", fold(text))
    head = len(plain) - 21 if len(plain) == 22 else 0
    mended = plain[:head].upper() + as_digits(plain[head:])
    better = parse(mended)
    changed = sum(a != b for a, b in zip(plain[head:], mended[head:], strict=True))
    return replace(better, repaired=True) if better and better.form != "other" and changed == 1 else value
