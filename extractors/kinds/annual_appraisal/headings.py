"""Headings of appraisal forms: which part of the form one opens, and what the head of a table's column means."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from extractors.kinds.wording import load_wording
from extractors.text import HAN, simplified, squash
from extractors.values import results

_NUMBERING = re.compile(
    r"^(?:[一二三四五六七八九十A-Z]{1,2}[、.,:]{1,2}|\([一二三四五六七八九十\d]{1,2}\)|\d{1,2}[.、)])"
)
_PERSON = re.compile(r"被?(?:述职|汇报|考核|考评|评价|评议|评定|审核|填表|经办|联系|推荐|鉴定|受评|报告)[者人]")
_GLOSS = re.compile(rf"(?<=[{HAN}]{{2}})[(/]?[A-Za-z][A-Za-z'&/.\-]{{2,}}[)]?:?$")
_GLOSS_BEFORE = re.compile(rf"^[A-Za-z][A-Za-z'&/.,()\-]{{2,40}}[:/]?(?=[{HAN}]{{2}})")
_IN_BRACKETS = re.compile(r"[(\[](?P<inside>[^()\[\]]{2,16})[)\]]:?")
_BRACKETS = re.compile(r"\([^()]*\)?")
LONGEST_HEADING = 18
_LONGEST_COLUMN = 14
EARLIER = re.compile(r"[上前][一两二三]?个?年|往年|历年|以往")
_WHOLE_HEADINGS = {
    **dict.fromkeys(
        (
            "部门负责人",
            "科室负责人",
            "车间负责人",
            "直接上级",
            "直属上级",
            "隔级上级",
            "直接主管",
            "上级主管",
        ),
        "comment",
    ),
    **dict.fromkeys(("单位负责人", "人力资源部", "人事部", "党委", "党支部"), "final"),
    **dict.fromkeys(("评价内容", "评价说明", "评语内容"), "comment"),
    "自评": "report",
    "自评述": "report",
    "述评": "report",
    "流程": "other",
    "审批": "other",
    "审批流": "other",
}
_PLACES = ("部门", "科室", "车间", "班组", "单位", "处室", "人", "时间", "日期", "方式")
_ONES_GRADE = re.compile(r"(?:本人|个人|员工)(?:年度|年终|最终|综合)?(?:考核|绩效|考评)(?!自)")
_REPORTS = ("总结", "小结", "述职", "业绩", "情况", "报告")
_OWN_WORDS = re.compile(
    r"(?:校级|院级|厂级|公司级|学校|学院|医院|中心|集团|厂|院|所|局|站|机关|单位|公司|企业)(?:(?:考核|审核|审定|审批|行政)?意见|审定|审核|审批|核定|复核)$"
)
_BY_SUPERIORS = re.compile(
    r"(?:主管|领导|上级|部门|科室|处室|车间|班组|经理|负责人|组织)(?:考评|考核|评定|评审|评估|评鉴|审评|评述|评断|签评)$"
)
_LONE_YEAR = re.compile(
    r"[(一二三四五、.\d]{0,3}?\(?(?P<year>20\d\d)年度?\)?(?:考核情况|考核|情况|工作情况|工作总结|总结)?:?"
)


_QUESTION = re.compile(r"(?:Q|问题?)[一二三四五六七八九\d]{1,2}[.:、]?(?P<asked>[^?]{4,30}\?)")


@cache
def words(table: str) -> dict[str, tuple[str, ...]]:
    """A table of `words.toml`, folded as page text is."""
    text = files(__package__).joinpath("words.toml").read_text(encoding="utf-8")
    return {n: tuple(simplified(squash(w)) for w in ws) for n, ws in tomllib.loads(text)[table].items()}


@cache
def part_of(heading: str) -> str | None:
    """The part of the form that `heading` (folded, simplified) opens, or None where it is no heading.

    >>> [part_of(t) for t in ("二、部门考核意见", "单位考核等次:", "本人述职", "主管领导评语和考核等次建议", "姓名")]
    ['comment', 'result', 'report', 'comment', None]
    """
    if asked := _QUESTION.fullmatch(heading.strip()):
        return "comment" if re.search(r"主管|上级|领导|部门|经理", asked["asked"]) else "report"
    if whole := _IN_BRACKETS.fullmatch(heading.strip()):
        heading = whole["inside"]
    plain = _BRACKETS.sub("", _NUMBERING.sub("", _GLOSS_BEFORE.sub("", _GLOSS.sub("", heading.strip())))).strip(
        ":;.。、-"
    )
    if plain in _WHOLE_HEADINGS:
        return _WHOLE_HEADINGS[plain]
    if not 2 <= len(plain) <= LONGEST_HEADING or re.search(r"[,。;]", plain):
        return None
    if re.search(r"\d{4}年|[〇零一二]{4}年", plain) and not plain.endswith(_REPORTS):
        return None  # the form's own title
    if plain.endswith(words("tails")["title"]) or plain in results.vocabulary():
        return None
    if EARLIER.search(plain) or _PERSON.fullmatch(plain) or plain.startswith("未确定等次"):
        return "other"
    if plain.endswith(words("tails")["grade"]) and any(word in plain for word in words("tails")["other_grade"]):
        return "other"
    if _OWN_WORDS.search(plain):
        return "final"
    graded = _graded_part(plain)
    if graded is not None:
        return graded
    prose = re.search(r"评语|意见|鉴定", plain)
    for part, found in words("headings").items():
        if prose and part in ("proposal", "result") and not plain.endswith(words("tails")["grade"]):
            continue
        if any(word in plain for word in found):
            return "comment" if part == "other" and plain.endswith(words("tails")["comment"]) else part
    if plain.endswith(words("tails")["comment"]) or _BY_SUPERIORS.search(plain):
        return "comment"
    return "result" if plain in ("等次", "等级", "考核") else None


def _graded_part(plain: str) -> str | None:
    """Whose grade a heading such as 单位核定等次 or 部门评定等级 announces; None where it announces none."""
    if not plain.endswith(words("tails")["grade"]) or any(word in plain for word in words("tails")["no_grade"]):
        return None
    if _ONES_GRADE.match(plain):
        return "result"
    if any(word in plain for word in words("tails")["last"]):
        return "result"
    return "proposal" if any(word in plain for word in words("tails")["earlier"]) else "result"


@cache
def column_role(text: str) -> str | None:
    """The meaning of a header in a table with one year a row, or `year:2021` for a year as header.

    What no list of headers has is read as at a form's labels; 所在部门 is no opinion of the department.
    """
    plain, labels = text.strip(":"), load_wording("annual_appraisal").labels
    for role, found in words("columns").items():
        if plain in found:
            return role
    year = re.fullmatch(r"\(?(20\d\d)(?:年度?)?\)?", text)
    if year:
        return f"year:{year.group(1)}"
    if plain in labels["_other"] and not plain.endswith(words("tails")["comment"]):
        return None
    part = part_of(text) if len(text) <= _LONGEST_COLUMN and not plain.endswith(_PLACES) else None
    if part in ("report", "comment", "result", "final"):
        return "comment" if part == "final" else part
    return next((name for name in ("position", "employer", "year") if plain in labels[name]), None)


def option_role(text: str) -> str | None:
    """`column_role`, and `option:合格` for a result as header, under which a year's row is ticked."""
    return f"option:{text}" if len(text) > 1 and text in results.vocabulary() else column_role(text)


def lone_year(heading: str) -> int | None:
    """The year of a heading that is nothing but a year (`一、2021年度`)."""
    found = _LONE_YEAR.fullmatch(heading)
    return int(found["year"]) if found else None


def is_post(text: str) -> bool:
    """Whether `text` ends as the name of a post does.

    >>> is_post("设备维修技术员"), is_post("模具设计室主任"), is_post("务完成情况良好")
    (True, True, False)
    """
    return text.endswith(words("tails")["post"]) and not text.endswith(words("tails")["no_post"])
