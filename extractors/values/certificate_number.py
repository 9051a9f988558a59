"""Numbers of graduation certificates (学历证书编号).

18 digits since 2002/03: school (5), type (1), year (4), level (2), serial (6); 17 in 2001-02 with a serial of 5
(教学〔2001〕rules; 浙教办高教〔2008〕80号). Self-taught examinations: 6, level 5 or 6, then 15 or 16 more. There
is no check digit. Anything else is `legacy`: schools numbered as they liked before 2001, and a 肄业 certificate has
no number at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from extractors.text import fold, fold_map, raw_span
from extractors.values.found import Found
from extractors.values.lookalikes import as_digits

Form = Literal["registered", "self_taught", "legacy"]
_NOISE = re.compile(r"[\s\-_·.,:;。、/()'\"]")
_LABEL = re.compile(
    r"^(?:[\u4e00-\u9fff]{0,8}(?:编号|号码|证号|注册号)|(?:[\u4e00-\u9fff]{0,8}编号)?(?:NO|№))(?=[0-9A-Z第])"
)
_REGISTERED = re.compile(
    r"(?P<school>\d{5})(?P<type>[157])(?P<year>(?:19|20)\d\d)(?P<level>0[1-6])(?P<serial>\d{5,6})", re.ASCII
)
_SELF_TAUGHT = re.compile(r"6[56]\d{15,16}", re.ASCII)
_LEGACY = re.compile(r"(?=(?:\D*\d){3})[\w]{4,30}")
_INSIDE = re.compile(r"(?<![0-9A-Za-z])\d(?:[ \-]?\d){16,17}(?![0-9A-Za-z])", re.ASCII)
_PROGRAMMES: dict[str, tuple[str, ...]] = {"1": ("普通",), "5": ("成人",), "6": ("自考",), "7": ("网络",)}
_LEVELS = {"01": "博士研究生", "02": "硕士研究生", "04": "本科", "05": "本科", "06": "大专"}


@dataclass(frozen=True, slots=True)
class CertificateNumber:
    """A number and what its digits say; the parts are None where its form has none. 结业 numbers look the same."""

    number: str
    form: Form
    school_code: str | None = None
    year: int | None = None
    level: str | None = None
    programmes: tuple[str, ...] = ()
    serial: str | None = None
    repaired: bool = False


def compact(text: str) -> str:
    """`text` folded, upper-case, without blanks, dashes, brackets and a surrounding 第…号.

    >>> compact("第 97-0123 号"), compact("99001 1 2014 05 000123")
    ('970123', '990011201405000123')
    """
    plain = _LABEL.sub("", _NOISE.sub("", fold(text)).upper())
    return plain[1:].removesuffix("号") if re.match(r"第\w*\d", plain) else plain


def is_valid(text: str) -> bool:
    """Whether `text` has the form of a registered (2001 and later) or self-taught number."""
    value = parse(text)
    return value is not None and value.form != "legacy"


def parse(text: str) -> CertificateNumber | None:
    """The number that `text` is, as read, without repair.

    >>> value = parse("990011201405000123")
    >>> value.school_code, value.year, value.level, value.programmes
    ('99001', 2014, '本科', ('普通',))
    >>> parse("65330604151123457").form, parse("97-0123").form, parse("周启航")
    ('self_taught', 'legacy', None)
    """
    number = compact(text)
    if found := _REGISTERED.fullmatch(number):
        programmes = _PROGRAMMES[found["type"]]
        if found["school"].startswith("5"):  # open and broadcasting universities number like adult or web education
            programmes = (*programmes, "开放")
        level = _LEVELS.get(found["level"])
        return CertificateNumber(
            number, "registered", found["school"], int(found["year"]), level, programmes, found["serial"]
        )
    if _SELF_TAUGHT.fullmatch(number):
        level = {"5": "本科", "6": "大专"}[number[1]]
        return CertificateNumber(number, "self_taught", level=level, programmes=("自考",))
    return CertificateNumber(number, "legacy") if _LEGACY.fullmatch(number) else None


def repair(text: str) -> CertificateNumber | None:
    """As `parse`; where only replacing letters by the digits they look like gives a known form, that one, `repaired`.

    >>> repair("99OO11201405000l23").number
    '990011201405000123'
    """
    value = parse(text)
    if value and value.form != "legacy":
        return value
    mended = as_digits(_NOISE.sub("", fold(text)))
    better = parse(mended) if mended.isdecimal() else None
    return replace(better, repaired=True) if better and better.form != "legacy" else value


def find_all(text: str) -> list[Found[CertificateNumber]]:
    """Registered and self-taught numbers inside `text`, not part of a longer number."""
    folded, indices = fold_map(text)
    values = ((found, parse(found.group())) for found in _INSIDE.finditer(folded))
    return [Found(*raw_span(indices, *found.span()), v) for found, v in values if v and v.form != "legacy"]
