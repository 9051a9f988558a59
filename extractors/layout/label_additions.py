"""What a form adds behind a label: the label once more in other words, or words that make another label of it."""

from __future__ import annotations

import re

from extractors.layout.flow import Flow
from extractors.layout.vocabulary import Vocabulary

COLONS = ":;：；"
_GLOSS = re.compile(  # the label once more in English, or that it is to be sealed
    r"(?:\((?:印|章|盖章|公章|签章)\))|[(/]?(?:(?:Full)?Name|Sex|Gender|(?:Date|Place|Time)of[A-Z]?[a-z]+|Birth(?:date|Date)|(?:[A-Z][A-Za-z]*?){0,3}(?:No|Number|Code)\.?"
    r"|Speciali?ty|Speciality|Major|Title|Qualification(?:Title|Level|Name)?|Occupation|(?:Skill)?Level|Issued?(?:by|By|on|On|date|Date)"
    r"|Issuing(?:Authority|Date)|Approval(?:Date|Authority)?|(?:Work)?Unit|Employer|Institution|School|Degree|Authority|Position|Post|Company|Dep(?:artmen)?t\.?|Job(?:Title)?|Year|Rating)[)]?(?=[:.]*[^A-Za-z]|$)"
)
_LATIN = re.compile(r"[A-Z][A-Za-z.&'/-]*[a-z][A-Za-z.&'/-]+")
_ROLE = re.compile(r"\([\u4e00-\u9fff]{0,6}(?:方|单位|部门|机关|机构|人|人员|者|名称|姓名|全称|签字|签名|签章)\)")
_SAME = re.compile(  # words that a form adds to a label without changing what it asks for
    r"(?:\((?:学科|工种|方向|专业方向|职业方向|职业|领域|系列|资格|职称|职务|岗位|名称|全称|姓名|学校|院校|公民身份号码|社会保障号码?"
    r"|居民?身份证号?码?|身份证号码?|身份证)\)|名称|全称)+"
)
_OTHER_THING = re.compile(  # words that make another label of one: 单位性质 asks for no 单位
    r"(?:\([\u4e00-\u9fff]{1,6}\))?(?:类别|分类|类型|门类|性质|地址|电话|传真|代码|编码|编号|信用代码|信息|属性|规模|邮编|网址|邮箱|意见|简介|概况|情况)"
    r"(?:\([\u4e00-\u9fff]{1,6}\))?"
)


def added_to(vocabulary: Vocabulary, flow: Flow, end: int) -> int | None:
    """Where a label that ends at `end` ends with what says it once more: in English, in brackets, by 名称; None without."""
    found = (
        _GLOSS.match(flow.text, end)
        or _ends_label(flow, _ROLE.match(flow.text, end) or _SAME.match(flow.text, end))
        or _in_latin(vocabulary, flow, end)
    )
    return found.end() if found is not None else None


def of_another_thing(flow: Flow, end: int) -> int | None:
    """Where the label ends that one ending at `end` is only the beginning of (`单位` in `单位性质`); None where it is whole."""
    found = _ends_label(flow, _OTHER_THING.match(flow.text, end))
    return found.end() if found is not None else None


def _in_latin(vocabulary: Vocabulary, flow: Flow, start: int) -> re.Match[str] | None:
    """The label once more in another language (`获奖项目Project`), where its word ends with it and no label follows."""
    found = _LATIN.match(flow.text, start)
    if found is None or flow.is_word_start(start):
        return None
    end = found.end()
    ends = end < len(flow.text) and (flow.is_word_start(end) or flow.text[end] in COLONS)
    return found if ends and vocabulary.longest_at(flow.text, end) is None else None


def _ends_label(flow: Flow, found: re.Match[str] | None) -> re.Match[str] | None:
    """`found` behind a label (`甲方（主管部门）`, `专业（学科）`) where the label's word ends with it, or a colon follows."""
    if found is None:
        return None
    end = found.end()
    closed = end == len(flow.text) or flow.text[end] in COLONS or flow.is_word_start(end)
    return found if closed and not flow.is_word_start(found.start()) else None
