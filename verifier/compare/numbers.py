"""Certificate and identity numbers, character by character."""

from __future__ import annotations

import re

from extractors.text import squash
from extractors.values import certificate_number, id_number, patent_number
from extractors.values.lookalikes import as_digits
from verifier.compare.comparison import UNREAD, Comparison, settled
from verifier.compare.differences import differences, is_torn, likeness, shown

_LABEL = re.compile(
    r"^\s*(?:[证书件登记注册学历位管理专]{0,4}(?:编号|号码|书号|记号|册号|利号)\s*[:：]|N[oO°](?:\.|：|:|\s))\s*"
)
_SERIAL = re.compile(r"(?:\d{2}|\d{4})?[一-鿿]{1,10}字第?(?P<number>\d{5,})号?")
"""Numbers of the years before there was one form: 浙机院毕字第990326号."""
_VISIBLE = 6
"""Fewer characters than this that both show say nothing."""


def compare_number(declared: str | None, read: str | None) -> Comparison:
    """`declared` with the number `read`, regardless of case, blanks, dashes and 第…号.

    >>> compare_number("990011201405000123", "99OO11201405000123").outcome
    'lookalike'
    """
    found = settled(declared, read)
    if found or declared is None or read is None:
        return found or UNREAD
    declared, read = without_label(declared), without_label(read)
    mine, theirs = certificate_number.compact(declared), certificate_number.compact(read)
    if not mine or not theirs:
        return UNREAD
    if mine == theirs:
        return Comparison("folded", "去除空格和分隔符后一致", 1.0)
    if "*" in mine + theirs or {len(mine), len(theirs)} == {15, 18}:
        return _partly(mine, theirs)
    if mine == _serial(theirs) or theirs == _serial(mine):
        return Comparison("alias", "编号的数字相同，一处省略了字号", 0.95)
    changed = differences(mine, theirs)
    score = likeness(mine, theirs)
    if _as_digits(declared) == _as_digits(read):
        return Comparison("lookalike", f"易混字符：{shown(changed)}", score)
    if len(changed) == 1 and max(len(mine), len(theirs)) >= 6:
        told = "位数不同" if changed[0].is_gap else "有一位不同"
        return Comparison("near", f"{told}：{shown(changed)}", score)
    if is_torn(mine, theirs, _VISIBLE):
        return Comparison("near", "一处编号不完整", score)
    return Comparison("different", f"编号不一致，{len(changed)}处不同", score)


def _serial(number: str) -> str:
    """The figures of a number with words before them, "" where it is not such a number.

    >>> _serial("岭机院毕字第990326号"), _serial("2019补字第015号"), _serial("990326")
    ('990326', '', '')
    """
    found = _SERIAL.fullmatch(number)
    return found["number"] if found else ""


def without_label(number: str) -> str:
    """`number` without the words that often stand in front of one.

    >>> without_label("证书编号：海职证202005113"), without_label("No.海职证202005113"), without_label("编99号")
    ('海职证202005113', '海职证202005113', '编99号')
    """
    return _LABEL.sub("", number)


def compare_patent_number(declared: str | None, read: str | None) -> Comparison:
    """`declared` with the patent number `read`; ZL in front and the dot before the check are often left out.

    >>> compare_patent_number("2021299999061", "ZL 2021 2 9999906.1").answer
    'same'
    """
    mine, theirs = (text and patent_number.compact(without_label(text)) for text in (declared, read))
    found = compare_number(mine, theirs)
    written = found.outcome == "equal" and declared != read
    return Comparison("folded", "统一书写形式后一致", 1.0) if written else found


def _as_digits(text: str) -> str:
    """`text` with letters replaced by the digits they look like; a digit for another digit may be another number."""
    return certificate_number.compact(as_digits(squash(text)))


def _partly(mine: str, theirs: str) -> Comparison:
    """Masked numbers, and 15 digits beside the 18 of one person."""
    one, two = id_number.parse(mine), id_number.parse(theirs)
    if one and two and one.agrees_with(two):
        masked = one.masked or two.masked
        return Comparison("alias", "可见部分一致（部分遮挡）" if masked else "15位与18位身份证号对应", 0.9)
    same_length = len(mine) == len(theirs)
    visible = sum("*" not in pair for pair in zip(mine, theirs, strict=False))
    if visible < _VISIBLE:
        return Comparison("near", "遮挡过多，无法比对", 0.5)
    if same_length and all(a == b or "*" in (a, b) for a, b in zip(mine, theirs, strict=True)):
        return Comparison("alias", "可见部分一致（部分遮挡）", 0.9)
    if "*" in mine + theirs and not same_length:
        return Comparison("near", "部分遮挡且位数不同，无法比对", 0.5)
    return Comparison("different", "编号不一致", likeness(mine, theirs))
