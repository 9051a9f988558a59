"""Levels of education in the contract's words, from whatever a certificate calls them.

`专科起点本科` is 本科: the starting level is cut off first. A school's name (高等专科学校) says nothing of the
level, and 研究生 alone does not say whether 硕士 or 博士, so it is no level here.
"""

from __future__ import annotations

import re

from extractors.text import simplified, squash

LEVELS = ("博士研究生", "硕士研究生", "本科", "大专", "中专", "高中")
_START = re.compile(
    r"(?:专科|大专|本科|高中|中专|高职|初中|硕士)(?:毕业)?(?:起点|层次升|升(?=本|专))|专升(?=本)|高[起升](?=[本专])|专起(?=本)"
)
_WORDS: tuple[tuple[str, str], ...] = (
    ("博士研究生", r"博士(?!后)"),
    ("硕士研究生", r"硕士"),
    ("本科", r"第二学士学位|双学位|本科|^[专高]?[升起]?本$|^大学$|学士"),
    ("中专", r"中专|中等专业|中等职业|中职|中等专科|普通中专|职业中专"),
    ("大专", r"大专|专科(?!学校|学院|以上)|高职(?!学院)|高等职业(?!技术学院|学院)|^专$|大普"),
    ("高中", r"高中|职高|高级中学"),
)


def compact(text: str) -> str:
    """The contract's word where `text` names a level, the folded text otherwise."""
    return parse(text) or squash(text)


def is_valid(text: str) -> bool:
    """Whether `text` names a level."""
    return parse(text) is not None


def parse(text: str) -> str | None:
    """The highest level that `text` (a value, or the words around 学制 in a sentence) names, or None.

    >>> [parse(t) for t in ("专科起点二年制本科", "专升本", "高职", "大学本科", "三年制专科学习", "研究生")]
    ['本科', '本科', '大专', '本科', '大专', None]
    >>> parse("越州高等专科学校") is None
    True
    """
    plain = _START.sub("", simplified(squash(text)).strip(".,;:。、()"))
    return next((level for level, pattern in _WORDS if re.search(pattern, plain)), None)
