"""Levels of vocational qualification (职业技能等级): 一级 高级技师 to 五级 初级工, and the two above them.

国家职业技能标准 and 人社部发〔2022〕14号 (the eight-level series with 特级技师 and 首席技师). The number and the name must
agree where both are printed.
"""

from __future__ import annotations

import re

from extractors.text import simplified, squash

LEVELS = ("首席技师", "特级技师", "高级技师", "技师", "高级工", "中级工", "初级工", "学徒工")
_BY_NUMBER = {**dict(zip("一二三四五", LEVELS[2:7], strict=True)), **dict(zip("12345", LEVELS[2:7], strict=True))}
_BY_NUMBER |= dict(zip("壹贰叁肆伍", LEVELS[2:7], strict=True)) | dict(zip("ⅠⅡⅢⅣⅤ", LEVELS[2:7], strict=True))
_NAME = re.compile(
    r"首席技师|特级技师|高级技师|技师|高级(?:技能)?(?:工|技工)|中级(?:技能)?(?:工|技工)|初级(?:技能)?(?:工|技工)|学徒工"
)
_NUMBER = re.compile(r"(?P<number>[一二三四五壹贰叁肆伍1-5])级")
_BARE = {"高级": "高级工", "中级": "中级工", "初级": "初级工"}


def compact(text: str) -> str:
    """The level's name where `text` names one, the folded text otherwise."""
    return parse(text) or squash(text)


def is_valid(text: str) -> bool:
    """Whether `text` names one level."""
    return parse(text) is not None


def parse(text: str) -> str | None:
    """The level that `text` names by number, by name or by both; None where they contradict each other.

    >>> [parse(t) for t in ("二级/技师", "技师（二级）", "三级", "高级技师", "高级", "二级/高级工", "机械工程师")]
    ['技师', '技师', '高级工', '高级技师', '高级工', None, None]
    """
    plain = simplified(squash(text)).strip(".,;:。、()/")
    if plain in _BARE:
        return _BARE[plain]
    named = {_standard(found.group()) for found in _NAME.finditer(plain)}
    numbered = {_BY_NUMBER[found["number"]] for found in _NUMBER.finditer(plain)}
    if len(named | numbered) == 1:
        return next(iter(named | numbered))
    above = named & set(LEVELS[:2])  # 特级技师 and 首席技师 stand above 一级
    return next(iter(above)) if len(named) == 1 and above and numbered <= {"高级技师"} else None


def _standard(name: str) -> str:
    return re.sub(r"技能工|技工|技能技工", "工", name)
