"""Names of schools. A name that ends as schools do is plausible; whether the school exists is not decided here."""

from __future__ import annotations

import re

from extractors.text import HAN, simplified, squash

_ENDINGS = (
    r"大学(?:[\u4e00-\u9fff]{2,8}学院|[\u4e00-\u9fff]{2,4}分校)?|学院(?:[\u4e00-\u9fff]{2,4}(?:分院|学院))?|学校|专科学校|分校|党校|电大|"
    r"研究院|研究所|科学院|研究生院|职校|技校|中学|中专|职教中心|职业教育中心|夜大学"
)
_NAME = re.compile(rf"(?=.*[{HAN}]{{3}})[{HAN}()\-·A-Za-z]{{2,36}}?(?:{_ENDINGS})(?:\([{HAN}]{{2,8}}\))?")
_SECONDARY = re.compile(
    r"中等|中学|中专|技工学校|技校|职业高中|职高|职业中|职教中心|职业教育中心|职业技术学校$|工业学校$|卫生学校$"
)
_HIGHER = re.compile(r"大学|学院|专科学校|高等")
_AROUND = ".,;:。、\"'*_- "
_NOT = ("本校", "我校", "在校", "学校", "母校", "该校", "毕业学校", "主考学校", "所在学校", "毕业院校", "教育学院")


def compact(text: str) -> str:
    """`text` folded, without blanks, 校名: in front and (章) behind.

    >>> compact("校 名：越州理工大学（章）")
    '越州理工大学'
    """
    plain = re.sub(r"\((?:公?章|盖章|印章|签章|[校院]?印|[校院]章|签字盖章)\)$", "", squash(text).strip(_AROUND)).strip(
        _AROUND
    )
    return re.sub(
        r"^(?:校名(?=..)|(?:学?校名称?|毕业院校|毕业学校|主考学校|主考院校|学校)(?:[::]|\((?:公?章|盖章|印章|签章|印)\)))[::]?",
        "",
        plain,
    )


def is_valid(text: str) -> bool:
    """Whether `text` may be a school's name."""
    return parse(text) is not None


def parse(text: str) -> str | None:
    """The name in its normal form, or None.

    >>> parse("越州理工大学"), parse("本校"), parse("浙江大学城市学院"), parse("机械工程")
    ('越州理工大学', None, '浙江大学城市学院', None)
    """
    name = compact(text)
    plain = simplified(name)
    return name if plain not in _NOT and _NAME.fullmatch(plain) else None


def is_secondary(name: str) -> bool:
    """Whether the name alone says that the school is below higher education.

    >>> is_secondary("越州工业学校"), is_secondary("稽山职业技术学院"), is_secondary("越州高等专科学校")
    (True, False, False)
    """
    plain = compact(name)
    return bool(_SECONDARY.search(plain)) and not _HIGHER.search(plain)
