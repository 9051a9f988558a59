"""Degrees as printed: 工学学士, 工程硕士专业学位, 学士. Categories after 学位授予和人才培养学科目录 (2011, 2021)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from extractors.text import fold_map, raw_span, simplified, squash
from extractors.values.found import Found

Rank = Literal["学士", "硕士", "博士"]
_ACADEMIC = "哲学|经济学|法学|教育学|文学|历史学|理学|工学|农学|医学|军事学|管理学|艺术学|交叉学科"
_PROFESSIONAL = (
    "工程|工商管理|公共管理|电子信息|机械|材料与化工|资源与环境|能源动力|土木水利|生物与医药|交通运输|建筑学?|城市规划|"
    "工程管理|工业设计工程|法律|教育|会计|金融|应用统计|税务|国际商务|保险|资产评估|审计|社会工作|警务|体育|汉语国际教育|"
    "应用心理|翻译|新闻与传播|出版|文物与博物馆|农业推广|农业|兽医|风景园林|林业|临床医学|口腔医学|公共卫生|护理|药学|中药学|"
    "中医|图书情报|旅游管理|艺术|军事|高级管理人员工商管理|高级工商管理"
)
_PATTERN = re.compile(rf"(?P<category>{_ACADEMIC}|{_PROFESSIONAL})(?P<rank>学士|硕士|博士)(?:专业)?(?:学位)?(?!研究生)")
_BARE = re.compile(r"(?P<rank>学士|硕士|博士)(?:学位)?")


@dataclass(frozen=True, slots=True)
class Degree:
    """`name` as printed without 学位; `category` None where only the rank is given."""

    name: str
    rank: Rank
    category: str | None
    professional: bool


def compact(text: str) -> str:
    """The degree's name where `text` is one, the folded text otherwise.

    >>> compact("工 学 學士 学位"), compact("工程硕士专业学位")
    ('工学学士', '工程硕士')
    """
    value = parse(text)
    return value.name if value else squash(text)


def is_valid(text: str) -> bool:
    """Whether `text` is a degree."""
    return parse(text) is not None


def parse(text: str) -> Degree | None:
    """The degree that `text` is, whole."""
    plain = simplified(squash(text)).strip(".,;:。、()").removeprefix("授予")
    found = _PATTERN.fullmatch(plain) or _BARE.fullmatch(plain)
    return _value(found) if found else None


def find_all(text: str) -> list[Found[Degree]]:
    """Degrees with a category inside `text`.

    >>> [f.value.name for f in find_all("符合规定，授予工学学士学位。")]
    ['工学学士']
    """
    folded, indices = fold_map(text)
    found = _PATTERN.finditer(simplified(folded))
    return [Found(*raw_span(indices, *match.span()), _value(match)) for match in found]


def _value(found: re.Match[str]) -> Degree:
    category = found.groupdict().get("category")
    ranks: dict[str, Rank] = {"学士": "学士", "硕士": "硕士", "博士": "博士"}
    professional = category is not None and not re.fullmatch(_ACADEMIC, category)
    return Degree(f"{category or ''}{found['rank']}", ranks[found["rank"]], category, professional)
