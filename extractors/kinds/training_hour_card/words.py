"""What texts on an hour card mean: hour labels taken apart into known words, table headers, year marks, amounts."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from extractors.text import simplified, squash
from extractors.values import numerals

SUBJECTS = ("specialized", "general_public", "industry_public", "public", "other", "total")
_CLASSES = (*SUBJECTS, "unit", "required", "filler")
_LONGEST_LABEL = 16
_ZERO = "〇零○OoD0"
_YEAR_DIGITS = rf"(?:(?:19|20)\d\d|二[{_ZERO}][{_ZERO}一二三][{_ZERO}一二三四五六七八九])"
_YEAR = re.compile(rf"(?<![0-9])(?P<year>{_YEAR_DIGITS})(?:年度|年(?![0-9〇零一二三四五六七八九十]{{1,2}}月)|度)")
_UNIT = r"(?:¦?个?(?P<unit>学时|学分|课时|小时|分|时))?"
_HAN = "一二三四五六七八九十百零〇壹贰叁肆伍陆柒捌玖拾佰"
AMOUNT = re.compile(
    rf"(?P<number>\d{{1,3}}(?:\.\d{{1,2}})?)(?:¦?\([{_HAN}]{{1,6}}\))?{_UNIT}(?:\((?:学时|学分|课时)\))?"
    rf"|(?P<han>[{_HAN}]{{1,6}})(?:¦?\(\d{{1,3}}\))?¦?(?P<units>学时|学分|课时)"
)


_LIMIT = 1000
_PART_OF_YEAR = re.compile(
    r"(?:第?[一二三四1-4]季度?|[上下]半年|(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?)(?:学时)?"
)
_BARE_YEAR = re.compile(r"\(?(20\d\d)\)?")
_DAY = re.compile(
    r"(?:打印|制表|导出|出具|填表|填发|签发|发证|开具|生成|登记|审核|认定|验证|查询|下载|核发|证明|填报|报名|取得|确认)(?:日期|时间)"
)
_LAST_ROLES = {
    **dict.fromkeys(("年度", "年份"), "year"),
    **dict.fromkeys(("机构", "机关", "部门"), "place"),
    **dict.fromkeys(("结论", "状态", "结果"), "result"),
    **dict.fromkeys(("时间", "日期"), "date"),
    **dict.fromkeys(("盖章", "签章", "签字", "签名", "印章", "审人", "核人", "办人", "记人", "验人"), "remark"),
}
_LAST_WORD = re.compile(rf"(?![本上跨当各每])[一-龥]{{1,4}}({'|'.join(_LAST_ROLES)})")
_SORT = re.compile(  # of a course: 科目属性, 学时种类, 课程归类
    r"(?:科目|课程|学时|学分|培训|学习|教育|项目|内容|所属|继续教育|课目){0,2}(?:类别|类型|属性|性质|种类|分类|归类|归属|大类)"
    r"|(?:认定|审定|核定|审核|登记|所属|归属|计入|对应)科目"
)
_COURSE = re.compile(  # 学习内容摘要, 培训(学习)项目名称
    r"(?:学习|培训|教育|继续教育|课程|课目|项目|活动|进修|研修|授课|讲座|主要|具体|专题|班次|[及和与、/()])*"
    r"(?:内容|名称|主题|题目|课题|事项)(?:及?\(?(?:摘要|简介|概要|概述|提要|简述|说明)\)?)?"
)
_EMPLOYER = re.compile(
    r"(?:[一-龥]{2}期间|[现原])?(?:所在|所属|归属|隶属|任职|在职|就职|供职|服务|聘用|受聘|用人|用工|工作|申报|签约)(?:工作)?"
    r"(?:单位|企业|公司|机构)(?:名称|全称)?"
)
_WORN = re.compile(r"(?P<subject>公需|专业)[科目课程类学时分数]{1,4}")
"""A header of which a character was lost in a narrow cell: `专业科时`."""
_IN_LATIN = re.compile(
    r"(?<=[一-龥)])[/|(]?[A-Za-z][A-Za-z.,'&/ \-]*\)?:?$|^[A-Za-z][A-Za-z.,'&/ \-]*[/|]?(?=[一-龥]{2})"
)
"""The same once more in English: `总学分Total Credits`."""
_LOOK_ALIKES = (  # 公寓科目, 寺业课, 专业科日
    (re.compile(r"公[寓霈雷霄霞霜露儒](?=[科课学])"), "公需"),
    (re.compile(r"[寺夸]业(?=[科课学])|专[亚娅](?=[科课学])"), "专业"),
    (re.compile(r"(?<=[需业共])[科料][日曰自](?=$|学|课)"), "科目"),
)
_REMARK = re.compile(r"\([^()]*\d[^()]*\)$")  # 一般公需(≥12)


@cache
def wording() -> dict[str, Any]:
    """The tables of `table.toml`, folded as page text is."""
    text = files(__package__).joinpath("table.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    return {
        table: {name: tuple(simplified(squash(word)) for word in words) for name, words in entries.items()}
        for table, entries in tables.items()
    }


_DUE = r"应|要求|规定|标准|目标|计划|最低|剩余|结转|结余|尚缺|差"
_GAINED = re.compile(r"(?:本年度?|当年|本期|本次|年度|实际|已)(?:认定|核定|审定|确认|登记|完成|取得|获得|新增|修读)数?")


@dataclass(frozen=True, slots=True)
class HourLabel:
    """A label of an amount: `subject` one of SUBJECTS, None for bare 学时; `summed` where it says 合计 or the like."""

    subject: str | None
    summed: bool
    required: bool


@cache
def _words() -> dict[str, str]:
    tables = wording()["hours"]
    return {word: name for name in reversed(_CLASSES) for word in tables[name]}


_NUMBERED = re.compile(r"^(?:\(?\d{1,2}[)、.,:]|\(?[一二三四五六七八九十]{1,2}[)、.,:])(?=[\u4e00-\u9fff]{3})")


@cache
def hour_label(text: str) -> HourLabel | None:
    """What `text` (folded, simplified, no blanks) says as a label of hours, or None when it is no such label.

    >>> hour_label("专业科目学时数"), hour_label("专业技术职务")
    (HourLabel(subject='specialized', summed=False, required=False), None)
    """
    plain = _IN_LATIN.sub("", _REMARK.sub("", _NUMBERED.sub("", text)).strip(":|"))
    if not plain or len(plain) > _LONGEST_LABEL:
        return None
    for seen, meant in _LOOK_ALIKES:
        plain = seen.sub(meant, plain)
    best: list[tuple[int, tuple[str, ...]] | None] = [(0, ())] + [None] * len(plain)
    for end in range(1, len(plain) + 1):
        for start in range(max(0, end - 6), end):
            before, name = best[start], _words().get(plain[start:end])
            if before is None or name is None:
                continue
            known, count = best[end], before[0] + 1
            if known is None or count < known[0]:
                best[end] = (count, (*before[1], name))
    if best[-1] is None:
        return None
    return _combined(set(best[-1][1]))


def _combined(names: set[str]) -> HourLabel | None:
    subjects = names & {"specialized", "general_public", "industry_public", "public", "other"}
    if len(subjects) > 1 or not names - {"filler"}:
        return None
    summed = "total" in names
    subject = next(iter(subjects)) if subjects else "total" if summed else None
    return HourLabel(subject, summed, "required" in names)


_ALL_DONE = re.compile(
    r"(?:本?年度|当年|全年度?|累计|实际)?(?:已|所|实)?(?:完成|获得?|取得|有效|认定|核定|审定|审核|登记|折合|折算|修满|修|确认|验证|审验)了?"
    r"(?:继续教育)?(?:学时|学分|课时)数?|(?:本?年度|当年)(?:继续教育)?(?:学时|学分|课时)数?"
)


def tells_all(label: str) -> bool:
    """Whether `label` says of no subject in particular how many hours were done: 完成学时, 年度学时."""
    return _ALL_DONE.fullmatch(label.strip(":|")) is not None


@cache
def _columns() -> dict[str, str]:
    tables = wording()["columns"]
    return {word: name for name in reversed(list(tables)) for word in tables[name]}


def column_role(text: str) -> str | None:
    """A table header's meaning: a column name of the wording, a subject, `hours`, `required`, `year:2021`, or None.

    >>> column_role("2021年"), column_role("2021年公需课"), column_role("2021年应修")
    ('year:2021', 'year:2021:public', 'required')
    """
    plain = _IN_LATIN.sub("", re.sub(r"\((?:学时|学分|课时|小时|分|个|年月日?|盖章)\)", "", text).strip(":"))
    if plain in _columns():
        return _columns()[plain]
    if (mark := next(years_in(plain), None)) is not None and (role := _yearly_role(plain, *mark)) is not None:
        return role
    if _PART_OF_YEAR.fullmatch(plain):
        return "part"
    if _DAY.fullmatch(plain):
        return "date"
    if _SORT.fullmatch(plain):
        return "type"
    if _EMPLOYER.fullmatch(plain):
        return "person"
    if _COURSE.fullmatch(plain):
        return "course"
    label = hour_label(plain)
    if label is None:
        return _worded_role(plain)
    return "required" if label.required else label.subject or "hours"


def cell_role(text: str) -> str | None:
    """`column_role`, and in a ruled cell also a bare 2021 and what the last word of a header says (`验证年度`, `验证机构`)."""
    year = _BARE_YEAR.fullmatch(text)
    known = f"year:{year[1]}" if year else column_role(text)
    if known is None and (last := _LAST_WORD.fullmatch(text)):
        return _LAST_ROLES[last[1]]
    if known is not None:
        return known
    bare = re.sub(r"[^一-龥\d]", "", text)  # strokes of rules and seals are read as signs
    worn = _WORN.fullmatch(bare)
    if worn is not None:
        return "specialized" if worn["subject"] == "专业" else "public"
    return column_role(bare) if len(bare) >= 2 and 0 < len(text) - len(bare) <= 2 else None


def _yearly_role(text: str, start: int, end: int, year: int) -> str | None:
    """`year:2021`, or with a subject `year:2021:public`, where a header names the year of its amounts."""
    rest = (text[:start] + text[end:]).strip("度的()-")
    label = hour_label(rest) if rest else None
    if label is not None and len(text) <= _LONGEST_LABEL:
        if label.required:
            return "required"
        return f"year:{year}:{label.subject}" if label.subject not in (None, "total") else f"year:{year}"
    return f"year:{year}" if len(text) <= 8 else None


def _worded_role(text: str) -> str | None:
    """The role of a header that ends in 学时 behind words of which not all are known (`主管部门认定学时`)."""
    if len(text) > 12 or re.search("公需|专业|公共|选修", text):
        return None
    if _GAINED.fullmatch(text):
        return "hours"
    if not re.search(r"(?:学时|学分)数?$", text):
        return "required" if re.search(r"结转|结余|剩余|尚缺", text) else None
    if re.search(_DUE, text):
        return "required"
    if re.search(r"申报|申请|自报|初审|网络|面授|线上|线下|集中|远程", text):
        return "part"
    return "hours" if re.search(r"认定|核定|审核|审定|确认|登记|完成|获得|取得|实际|折算|折合", text) else None


_GRANTED = re.compile(
    r"(?:经?(?:认定|核定|审核|审定|登记|确认)|已?(?:完成|修满|取得|获得|修|学)|实[修学得]|实际)了?为?:?(?=\d)"
)


def amount(text: str) -> Decimal | None:
    """The hours that `text` wholly is (`66`, `42.5学时`, `认定66学时`), or None; at most three digits before the point."""
    plain = text.strip(":;,.。|")
    found = AMOUNT.fullmatch(_GRANTED.sub("", plain, count=1) if _GRANTED.match(plain) else plain)
    return number_of(found) if found else None


def stained_amount(text: str) -> Decimal | None:
    """The hours in a table cell into which a piece of the border was read (`L94`, `22|`), or None."""
    found = re.fullmatch(
        r"[^\d\s\-]?(?P<number>\d{1,3}(?:\.\d{1,2})?)[^\d\s\-天日月年周次期人元门节场%]?", text.strip(":;,.。|")
    )
    return Decimal(found["number"]) if found else None


def number_of(found: re.Match[str]) -> Decimal | None:
    """The number of a match of AMOUNT."""
    if found["number"]:
        return Decimal(found["number"])
    value = numerals.parse(found["han"])
    return Decimal(value) if value is not None and value < _LIMIT else None


def year_in(text: str) -> int | None:
    """The year of the first 2021年度, 2021年 (not of a longer date) or 二〇二一年度 in `text`."""
    return next((year for _, _, year in years_in(text)), None)


def years_in(text: str) -> Iterator[tuple[int, int, int]]:
    """(start, end, year) of every year mark in `text`."""
    for found in _YEAR.finditer(text):
        year = plain_year(found["year"])
        if year is not None:
            yield found.start(), found.end(), year


def plain_year(text: str) -> int | None:
    """Four digits, Arabic or Chinese, as a year."""
    digits = "".join("0" if c in "OoD" else str(numerals.DIGITS.get(c, "?")) for c in text)
    return int(digits) if re.fullmatch(r"(?:19|20)\d\d", digits) else None
