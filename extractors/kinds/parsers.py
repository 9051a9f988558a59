"""From the text at a label to a value: where it stands in that text and how plausible it is."""

from __future__ import annotations

import re
from collections.abc import Callable

from extractors.kinds.candidates import Parsed, Parser
from extractors.text import HAN, simplified
from extractors.values import (
    certificate_number,
    dates,
    degree_number,
    degrees,
    genders,
    id_number,
    levels,
    names,
    organisations,
    programme,
    schools,
    title_number,
    titles,
)

_NAME_CUT = re.compile(r"[,;。、:(\[/|_]|同志|先生|女士|性别|\d")
_NUMBER = re.compile(
    rf"(?:[({HAN})A-Za-z]{{0,14}})?[第(]?[0-9A-Za-z][0-9A-Za-z\-()·.*]{{2,}}"
    rf"(?:[({HAN})A-Za-z]{{0,8}}(?:字第?|第)[0-9A-Za-z\-]{{3,}})*号?"
)
_LEVEL_WORD = re.compile(r"第二学士学位|[博硕]士研究生|[博硕]士|本科|专科|大专|高职|中专|高中|专升本")
_NO_SPECIALTY = re.compile(r"^(?:初|中|正?高|副高|员)级|^技术(?:人员|职务|资格|任职)|资格|职称|评审|委员会|公司|集团$")
_OF_FOUR = 0.65  # such names are rare, and words of a sentence may have four characters
_LIKE_A_DATE = 0.6
_TRAILING_LABEL = re.compile(rf"(?<=[0-9A-Za-z])[{HAN}]{{2,}}$")


def person(text: str) -> Parsed | None:
    """A person's name; one that begins with no known family name or is long counts for less."""
    cut = _NAME_CUT.search(text)
    end = cut.start() if cut else len(text)
    head = text[:end]
    if names.parse(head) is None and len(head) > 2 and head[-1] in "男女":
        end -= 1
        head = text[:end]
    value = names.parse(head)
    if value is None:
        return None
    quality = 1.0 if names.has_known_surname(value) and 2 <= len(value) <= 4 else 0.85
    if len(value) > 4 and "·" not in value and not value.isascii():
        quality = 0.49  # sooner one whose dot was lost
    elif len(value) == 4 and "·" not in value and value[:2] not in names.surnames():
        quality = _OF_FOUR
    return Parsed(value, 0, end, 0.4 if "□" in value else quality)


def gender(text: str) -> Parsed | None:
    value = genders.parse(text)
    if value:
        return Parsed(value, 0, len(text))
    if text[:1] in ("男", "女") and not re.match(rf"[{HAN}]", text[1:2]):
        return Parsed(text[0], 0, 1, 0.95)
    return (
        Parsed(text[0], 0, 1, 0.8) if text[:1] in ("男", "女") and len(text) > 1 and text[1] not in "男女士" else None
    )


def date(text: str) -> Parsed | None:
    """The first date in the text; a torn one only as a doubtful guess."""
    found = dates.find_all(text)
    if found:
        first = found[0]
        whole = dates.parse(text)
        value, start, end = (whole, 0, len(text)) if whole else (first.value, first.start, first.end)
        quality = (1.0 if start <= 1 else 0.8) * (0.5 if value.doubtful else 1.0) * (1.0 if value.month else 0.7)
        return Parsed(value.iso(), start, end, quality, ("doubtful",) if value.doubtful else ())
    whole = dates.parse(text)
    if whole:
        return Parsed(whole.iso(), 0, len(text), 0.9 if whole.month else 0.6)
    read = dates.read(text)
    if isinstance(read, dates.Incomplete) and read.guess:
        return Parsed(read.guess.iso(), 0, len(text), 0.3, ("doubtful",))
    return None


def last_date(text: str) -> Parsed | None:
    """The date up to which something holds: the last one of a range."""
    found = dates.find_all(text)
    if len(found) < 2:
        return date(text)
    last = found[-1]
    return Parsed(last.value.iso(), last.start, last.end, 0.5 if last.value.doubtful else 0.95)


def school(text: str) -> Parsed | None:
    value = schools.parse(text)
    if value:
        start = max(0, text.find(value))
        return Parsed(value, start, start + len(value))
    found = re.match(
        rf"[{HAN}()]{{2,24}}?(?:大学|学院|学校|中学|党校)(?=$|[,;。:(]|[校院]长|专业|[{HAN}]{{2,12}}(?:委员会|办公室|教育厅|考试院)$)",
        text,
    )
    if found:
        return Parsed(found.group(), 0, found.end(), 0.75)
    name = text.rstrip(",。:.")
    return Parsed(name, 0, len(name), 0.4, ("doubtful",)) if re.fullmatch(rf"[{HAN}]{{5,20}}", name) else None


_DAY_BEHIND = re.compile(r"(?<=[局厅部司会院心团处])(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?$")


def organisation(text: str) -> Parsed | None:
    """An organisation's name, without the day that may stand behind it; one without a known ending counts for less."""
    value = organisations.compact(_DAY_BEHIND.sub("", text))
    if len(value) < 4 or re.search(r"\d{4,}|[。;:]", value):
        return None
    start = max(0, text.find(value))
    ends_well = organisations.parse(value) is not None and not re.search(r"(?<![报作版行志讯])社$", value)
    if not ends_well and re.search(r"[,、]|颁发|持证|证书|表明|签名|编号|日期|\d", value):
        return None
    return Parsed(
        value, start, start + len(value) if text[start:].startswith(value) else len(text), 1.0 if ends_well else 0.7
    )


def major(text: str) -> Parsed | None:
    """A major or specialty: Han characters, perhaps with brackets; 专业 behind it is no part of it."""
    plain = text.rstrip(",;。:.")
    plain = re.sub(r"(?<=..)专业$", "", plain)
    plain = plain[:-1] if plain.endswith(")") and "(" not in plain else plain  # of brackets around label and value
    plain = re.sub(r"\((?:网络教育|函授|业余|专升本|专科起点|独立本科段|成人教育)\)$", "", plain)
    if not 2 <= len(plain) <= 30 or not re.fullmatch(rf"[{HAN}A-Za-z()、/·\-,]+", plain):
        return None
    if plain.isascii() or re.search(
        r"证书|编号|姓名|性别|日期|学校|签名|盖章|学习|计划|成绩|课程|年制|起点|学制|毕业|准予", plain
    ):
        return None
    return Parsed(plain, 0, len(plain), 1.0 if re.fullmatch(rf"[{HAN}()、]+", plain) else 0.85)


def specialty(text: str) -> Parsed | None:
    """A major or specialty that is not the title itself (助理工程师)."""
    parsed = major(text)
    if parsed is None or _NO_SPECIALTY.search(parsed.value):
        return None
    if titles.parse(parsed.value) == parsed.value and parsed.value.endswith(("师", "员")):
        return None
    return parsed


def level(text: str) -> Parsed | None:
    value = levels.parse(text)
    if value is None:
        return None
    words = list(_LEVEL_WORD.finditer(simplified(text)))
    start, end = words[-1].span() if words else (0, len(text))
    return Parsed(value, start, end, 1.0 if len(text) <= 10 else 0.7)


def programme_type(text: str) -> Parsed | None:
    value = programme.parse(text)
    return Parsed(value, 0, len(text), 1.0 if len(text) <= 12 else 0.7) if value else None


def degree(text: str) -> Parsed | None:
    value = degrees.parse(text)
    if value is None:
        found = degrees.find_all(text)
        return Parsed(found[0].value.name, found[0].start, found[0].end, 0.9) if found else None
    return Parsed(value.name, 0, len(text.removesuffix("学位")) or len(text), 1.0 if value.category else 0.6)


def title(text: str) -> Parsed | None:
    """A professional title as printed, without 任职资格 and the like behind it."""
    value = titles.compact(text)
    if not 2 <= len(value) <= 20 or re.search(r"[\d。:]", value):
        return None
    known = titles.parse(value)
    if known is None and not value.endswith(("师", "员", "士", "家", "教授", "编辑", "记者", "馆员")):
        return None
    start = max(0, text.find(value))
    return Parsed(value, start, min(len(text), start + len(value)), 1.0 if known == value else 0.85 if known else 0.6)


def identity(text: str) -> Parsed | None:
    """An ID number; masked ones as printed, one with a wrong check digit only as a doubtful reading."""
    found = id_number.find_all(text)
    if found:
        first = found[0]
        return Parsed(first.value.number, first.start, first.end)
    glued = re.match(r"\d{17}[\dXx]\d{1,8}(?!\d)", text)
    if glued and (behind := id_number.behind(glued.group())):
        return Parsed(behind.number, 0, 18, 0.85)
    match = re.match(r"[0-9A-Za-z*×xX]{15,19}", text)
    if match is None:
        return None
    repaired = id_number.repair(match.group())
    if repaired:
        return Parsed(repaired.number, 0, match.end(), 0.7, ("repaired",))
    plain = id_number.compact(match.group())
    return Parsed(plain, 0, match.end(), 0.75 if re.fullmatch(r"\d{17}[\dX]|\d{15}", plain) else 0.35, ("doubtful",))


def number_text(text: str) -> tuple[int, int] | None:
    """Where a number with its letters and signs stands at the beginning of `text`."""
    found = _NUMBER.match(text)
    if found is None or sum(c.isdigit() for c in found.group()) < 4:
        return None
    plain = found.group()
    if not plain.endswith("号"):
        plain = _TRAILING_LABEL.sub("", plain)
    return 0, len(plain)


def graduation_number(text: str) -> Parsed | None:
    place = number_text(text)
    if place is None:
        return None
    value = certificate_number.repair(text[slice(*place)])
    if value is None:
        return None
    if dates.parse(text[slice(*place)]):  # eight digits may be a school's number that begins with the year
        return Parsed(value.number, *place, _LIKE_A_DATE) if re.fullmatch(r"\d{8}", text[slice(*place)]) else None
    if value.form == "legacy":
        digits = sum(c.isdigit() for c in value.number)
        quality = 0.9 if digits <= 10 else 0.7 if re.fullmatch(r"[0-9A-Z]+", value.number) else 0.6
        return Parsed(value.number, *place, quality * (0.8 if digits in (16, 17, 18, 19) else 1.0))
    return Parsed(value.number, *place, 0.7 if value.repaired else 1.0, ("repaired",) if value.repaired else ())


def degree_certificate_number(text: str) -> Parsed | None:
    place = number_text(text)
    if place is None or dates.parse(text[slice(*place)]):
        return None
    value = degree_number.repair(text[slice(*place)])
    if value is None:
        return None
    quality = (0.85 if len(value.number) <= 12 else 0.45) if value.form == "legacy" else 0.7 if value.repaired else 1.0
    return Parsed(value.number, *place, quality, ("repaired",) if value.repaired else ())


def title_certificate_number(text: str) -> Parsed | None:
    place = number_text(text)
    if place is None or dates.parse(text[slice(*place)]):
        return None
    value = title_number.parse(text[slice(*place)])
    return Parsed(value, *place, 0.97) if value else None


def first_of(*parsers: Parser) -> Parser:
    """The first parser's answer that is one."""

    def parse(text: str) -> Parsed | None:
        return next((parsed for parser in parsers if (parsed := parser(text)) is not None), None)

    return parse


def worth(parser: Parser, factor: float) -> Callable[[str], Parsed | None]:
    """`parser` with its plausibility lowered by `factor`."""

    def parse(text: str) -> Parsed | None:
        parsed = parser(text)
        return parsed._replace(quality=parsed.quality * factor) if parsed else None

    return parse
