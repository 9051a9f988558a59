"""Numbers of title certificates (职称证书编号, 管理号); no public rule is known, so the grammar is loose."""

from __future__ import annotations

import re

from extractors.values import certificate_number

_FORM = re.compile(r"(?=(?:\D*\d){4})[0-9A-Z\u4e00-\u9fff]{5,32}", re.ASCII)


def compact(text: str) -> str:
    """Folded, upper-case, without blanks, dashes, brackets and a surrounding 第…号."""
    return certificate_number.compact(text)


def is_valid(text: str) -> bool:
    """Whether `text` can be such a number: at least four digits among 5-32 letters, digits and Han characters."""
    return parse(text) is not None


def parse(text: str) -> str | None:
    """The number in its normal form, or None.

    >>> parse("Z330604 2016T0099"), parse("3306S20190099017"), parse("工程师")
    ('Z3306042016T0099', '3306S20190099017', None)
    """
    number = compact(text)
    return number if _FORM.fullmatch(number) else None
