"""Kinds of higher education (学历类别) in the contract's words: 普通, 成人, 自考, 网络, 开放.

Web education is printed under the heading 普通高等学校 with （网络教育） after the major, so the more special word
wins.
"""

from __future__ import annotations

import re

from extractors.text import simplified, squash

PROGRAMMES = ("普通", "成人", "自考", "网络", "开放")
_WORDS: tuple[tuple[str, str], ...] = (
    ("自考", r"自学考试|自考|主考学校|主考院校"),
    ("网络", r"网络(?:高等)?(?:学历)?教育|网络本科|网络专科|远程教育|^网络$"),
    ("开放", r"开放(?:高等)?教育|开放大学|广播电视大学|电视教育|电大|^开放$"),
    ("成人", r"成人(?:高等|教育|高校|本科|专科|脱产|业余)|函授|夜大|业余|继续教育学院|成教|^成人$"),
    ("普通", r"普通高等|普通高校|普通(?:全日制)?[本专]科|全日制|普高|^普通$|^统招"),
)


def compact(text: str) -> str:
    """The contract's word where `text` names a kind, the folded text otherwise."""
    return parse(text) or squash(text)


def is_valid(text: str) -> bool:
    """Whether `text` names a kind of programme."""
    return parse(text) is not None


def parse(text: str) -> str | None:
    """The most special kind that the wording of `text` names, or None.

    >>> parse("普通高等学校 毕业证书 …（网络教育）专业"), parse("成人高等教育"), parse("四年制本科")
    ('网络', '成人', None)
    """
    plain = simplified(squash(text)).strip(".,;:。、()")
    return next((kind for kind, pattern in _WORDS if re.search(pattern, plain)), None)
