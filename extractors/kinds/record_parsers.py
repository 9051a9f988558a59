"""Parsers for what stands at the labels of records and achievements: names of things, lists of persons, numbers of rights."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.kinds.candidates import Candidate, Parsed, Parser, labelled
from extractors.kinds.parsers import number_text, organisation, person
from extractors.layout.flow import Flow, Ink
from extractors.layout.gaps import raw_with_gaps
from extractors.layout.lines import Line
from extractors.layout.neighbours import LabelledPage, Value
from extractors.text import HAN, fold
from extractors.values import (
    chsi_code,
    names,
    organisations,
    patent_number,
    skill_levels,
    software_registration,
    vocational_number,
)
from models.geometry import Box

_NOT_A_THING = re.compile(r"(?:姓名|盖章|签名|签字|证书号|编号|地址|日期)[:(]|[:;。]$|^\d{4}年|^[\d.\-/]+$")
_SAYS_MORE = re.compile(r"[,;、](?:数量|规格|型号|金额|编号|单价|总价|项目编号|合同编号)")
_SEPARATOR = re.compile(rf"[;:,、/|\n]|(?<=[{HAN}]{{2}})和(?=[{HAN}]{{2}})")
_MARKS = re.compile(r"[\d*†‡#()+]+|等(?:人)?$")
_RAISED = re.compile(rf"(?<=[{HAN}])\s?\d(?:,\d)*[*†‡]?\s?(?=[{HAN}])")  # figures of affiliations between names
_ROLE_BEFORE = re.compile(
    rf"^(?:项目|课题|技术)?(?:总?负责人|副?组长|主持人|组员|成员) ?(?=[{HAN}]{{2,4}}$)"
)  # 组长沈若岚
_REMARK = re.compile(rf"^\(?(?:按|含|包括|不含|排名|以)[{HAN}]{{1,12}}\)[:]?")  # (按贡献排序): before the first
_BRACKETED = re.compile(rf"(?<=[{HAN}])\s?\([{HAN}、,\s]{{1,16}}\)")
_GOES_ON = re.compile(
    rf"(?P<names>[{HAN}·]{{2,12}}(?:[、,;][{HAN}·]{{2,12}})*?)(?=[,。;]?(?:由|其中|等[\d一二三四五六七八九十]?[人名]|共[\d一二三四五六七八九十]))"
)
_NUMBERED = re.compile(r"\((?:项目|计划|合同|课题|任务|立项)?(?:编号|代码|序号)[^()]*\)$")
_VERSION = re.compile(r"\(?简称[:].{2,30}\)?(?:V\d[\d.]*)?|\(?V\d[\d.]*\)?", re.IGNORECASE)
_SCRAP_BEHIND = re.compile(r"(?P<body>.{4,}有限(?:责任)?公司).{1,2}")  # ink beside a name is read as a character
_GLUED = 0.6
_COMES_APART = 0.8
_UNSURE = 0.45
_MOST_ROWS, _PITCH = 8, 1.8
_LONGEST_PIECE = 6
_LABELS_INSIDE = re.compile(rf"(?:^|[{HAN}])(?:号|日|人|址|称|位|期|码)[:]")


def thing(text: str) -> Parsed | None:
    """The name of an invention, a program, a project: what is printed, if it may be one."""
    cut = _SAYS_MORE.search(text)
    plain = (text[: cut.start()] if cut else text).strip("《》\"'.,;。:_- ").rstrip("(")
    plain = _NUMBERED.sub("", plain)
    if not 2 <= len(plain) <= 80 or _NOT_A_THING.search(plain) or not re.search(rf"[{HAN}A-Za-z]{{2}}", plain):
        return None
    start = text.find(plain)
    return Parsed(plain, start, start + len(plain), 0.6 if _LABELS_INSIDE.search(plain) else 1.0)


def persons(text: str) -> tuple[str, float] | None:
    """Names in printed order joined by `;`, from text with its blanks, and how plausible the list is (0-1).

    A blank parts names, but not the characters of one name (`李 明`); what does not come apart counts for less.

    >>> persons("周启航；陈国强；李　明"), persons("周启航 陈国强"), persons("周启航陈国强李明")
    (('周启航;陈国强;李明', 1.0), ('周启航;陈国强', 0.95), ('周启航陈国强李明', 0.4))
    """
    found: list[str] = []
    quality = 1.0
    for piece in _SEPARATOR.split(_RAISED.sub(";", _BRACKETED.sub("", _REMARK.sub("", _spaced(text))))):
        plain = _ROLE_BEFORE.sub("", _MARKS.sub("", piece).strip(" .:。·"))
        if not plain:
            continue
        listed = _by_blanks(plain)
        if listed is None:
            return None
        apart = parted(listed[0]) if len(listed) == 1 else []
        if len(listed) == 1 and _may_be_two(listed[0]):
            listed, likely = listed[0].split("·"), 0.45
        elif len(apart) > 1:
            listed, likely = apart, 0.55 if len(plain) > 4 else 0.45
        else:
            likely = min(0.95 if len(listed) > 1 else 1.0, *(_likely(name) for name in listed))
        quality = min(quality, likely)
        found.extend(listed)
    if not found or len(set(found)) != len(found):
        return (";".join(found), 0.4) if found else None
    return ";".join(found), quality


def persons_in(flow: Flow, start: int, end: int) -> tuple[str, float] | None:
    """`persons` of flow[start:end]; names that do not come apart by what was read are parted by the gaps between them."""
    if said := _GOES_ON.match(flow.text, start, end):
        end = said.end("names")
    found = persons(flow.span(start, end).raw)
    if found is not None and found[1] >= _COMES_APART:
        return found
    spread = persons(raw_with_gaps(flow, start, end))
    return max((way for way in (found, spread) if way is not None), key=lambda way: way[1], default=None)


def _spaced(text: str) -> str:
    """Folded by pieces, so that blanks between Han characters survive."""
    return " ".join(fold(piece) for piece in re.split(r"\s+", text) if piece)


def _by_blanks(text: str) -> list[str] | None:
    tokens: list[str] = []
    for token in text.split():
        single = len(token) == 1 and tokens and len(tokens[-1]) == 1
        if single:
            tokens[-1] += token
        else:
            tokens.append(token)
    if text.isascii():
        return [value] if (value := names.parse(text)) else None
    values = [names.parse(token) for token in tokens]
    if all(values):
        return [value for value in values if value]
    whole = names.parse("".join(tokens))
    return [whole] if whole else None


def parted(text: str) -> list[str]:
    """Names run together, cut where known family names begin; `text` itself where there is not exactly one way to do so.

    >>> parted("荆远汤若溪"), parted("周启航"), parted("欧阳明华")
    (['荆远', '汤若溪'], ['周启航'], ['欧阳明华'])
    """
    ways: list[list[str]] = []

    def cut(start: int, so_far: list[str]) -> None:
        if start == len(text):
            ways.append(so_far)
        for length in (2, 3):
            name = text[start : start + length]
            if len(name) == length and names.has_known_surname(name) and names.parse(name):
                cut(start + length, [*so_far, name])

    if 4 <= len(text) <= 24 and "·" not in text:
        cut(0, [])
    return ways[0] if len(ways) == 1 and len(ways[0]) > 1 and text[:2] not in names.surnames() else [text]


def _likely(name: str) -> float:
    if "□" in name:
        return 0.4
    if any(len(piece) > _LONGEST_PIECE or len(parted(piece)) > 1 for piece in name.split("·")[:4] if "·" in name):
        return 0.4  # names before or behind a dotted one, run together with it
    if len(name) > 4 and "·" not in name and not name.isascii():
        return 0.8 if len(name) == 5 and name[:2] in names.surnames() else 0.4
    return 1.0 if names.has_known_surname(name) else 0.85


def _may_be_two(name: str) -> bool:
    """Whether a dotted name may be two persons', with the dot between them: each half begins as names do here."""
    halves = name.split("·")
    return len(halves) == 2 and all(2 <= len(half) <= 4 and names.has_known_surname(half) for half in halves)


def listed_persons(page: LabelledPage, name: str) -> Iterator[Candidate]:
    """For each label of field `name` the list of persons that stands there."""
    for hit in page.hits:
        if hit.name != name:
            continue
        for value in page.values(hit):
            if (found := persons_in(value.flow, value.start, value.end)) is not None:
                if not hit.colon and not any(map(names.has_known_surname, found[0].split(";"))):
                    found = (found[0], found[1] * _GLUED)  # words that the label goes on with
                yield _with_those_below(
                    page, value, Candidate(name, found[0], page.view, value.span(), value.quality * found[1], "label")
                )
                break


def _with_those_below(page: LabelledPage, value: Value, first: Candidate) -> Candidate:
    """`first` with the persons on the rows right under it, where the list stands below its label, one a row."""
    if value.way != "below":
        return first
    rows = rows_below(page, value)
    if not rows:
        return first
    values, quality = [], 1.0
    for row in (Flow([ink for ink, _, _ in value.flow.parts(value.start, value.end)]), *rows):
        alone = names.parse(row.plain)  # one a row, so that a dot in it parts no two of them
        found = (alone, _likely(alone)) if alone else persons_in(row, 0, len(row.text))
        if found is None or (found[1] < _COMES_APART and "·" not in row.text):
            return replace(first, quality=min(first.quality, _UNSURE))
        values.append(found[0])
        quality = min(quality, value.quality * found[1])
    span = Flow([*value.flow.inks, *(ink for row in rows for ink in row.inks)])
    return replace(first, value=";".join(values), span=span.span(value.start, len(span.text)), quality=quality)


def rows_below(page: LabelledPage, value: Value) -> list[Flow]:
    """The rows into which a value under its label runs on: begun or centred as it is, as close as lines of one entry, no labels."""
    view, labels = page.view, [hit.box for hit in page.hits]
    last = first = value.span().box
    found: list[Flow] = []
    while len(found) < _MOST_ROWS:
        under = [
            segment
            for segment in view.segments
            if segment.text
            and 0.5 * last.height
            < (box := segment.box(0, len(segment.text))).cy - last.cy
            < _PITCH * max(view.glyph, first.height)
            and (abs(box.x0 - first.x0) < view.glyph or abs(box.cx - first.cx) < 0.5 * view.glyph)
        ]
        if len(under) != 1 or any(
            label.covered_by(under[0].box(0, len(under[0].text)).grown(2)) > 0.6 for label in labels
        ):
            break
        found.append(under[0])
        last = under[0].box(0, len(under[0].text))
    return found


def body(text: str) -> Parsed | None:
    """An organisation; without an ending of organisations it may be run together with its neighbour, so unsure."""
    parsed = organisation(text)
    if parsed is None or organisations.parse(parsed.value) is not None:
        return parsed
    if scrap := _SCRAP_BEHIND.fullmatch(parsed.value):
        return Parsed(scrap["body"], parsed.start, parsed.start + len(scrap["body"]), 0.45, ("doubtful",))
    return parsed._replace(quality=min(parsed.quality, 0.45))


def holders(text: str) -> Parsed | None:
    """One or several holders of a right, bodies or persons, joined by `;`."""
    own = re.split(r"\([1-8]\d\)", text, maxsplit=1)[0]  # the number of the next item on a patent's front page
    own = re.sub(r"[:(/]+(?:国籍[:]?)?中国\)?$", "", own)
    parts = [p for p in re.split(r"[;,、]|(?<=公司|大学|学院):", own) if p]
    values, quality = [], 1.0
    for part in parts:
        body, human = organisations.parse(part), person(part)
        if body is not None:
            values.append(body.name)
        elif human is not None and human.end >= len(part):
            values.append(human.value)
            quality = min(quality, human.quality)
        else:
            loose = organisation(part)
            if loose is None:
                return None
            scrap = _SCRAP_BEHIND.fullmatch(loose.value)
            values.append(scrap["body"] if scrap else loose.value)
            quality = min(quality, 0.45)
    return Parsed(";".join(values), 0, len(own), quality) if values else None


def patent(text: str) -> Parsed | None:
    """A patent number; one whose check digit is wrong only as a doubtful reading."""
    found = re.match(r"[(:]?(?:Z[LI1|]|2L)?[0-9A-Za-z.·,:|]{9,16}", text)
    if found is None:
        return None
    for end in range(found.end(), 8, -1):
        value = patent_number.repair(text[:end])
        if value is not None:
            repaired = value.repaired
            return Parsed(value.number, 0, end, 0.75 if repaired else 1.0, ("repaired",) if repaired else ())
    plain = patent_number.compact(found.group())
    if len(plain) == 16 and re.fullmatch(r"ZL\d{12}\.[\dX]", plain):
        return Parsed(plain, 0, found.end(), 0.45, ("check_digit", "doubtful"))
    return Parsed(plain, 0, found.end(), 0.3, ("doubtful",))


def registration(text: str) -> Parsed | None:
    """A software copyright's registration number."""
    found = re.match(r"[0-9A-Za-z]{11,14}", text)
    value = software_registration.repair(found.group()) if found else None
    if found is None or value is None:
        return None
    return Parsed(
        value.number, 0, found.end(), 0.75 if value.repaired else 1.0, ("repaired",) if value.repaired else ()
    )


def report_number(text: str) -> Parsed | None:
    """A report number of CHSI."""
    found = re.match(r"(?:NO[.:]?|№|第)?(?P<number>[0-9]{6,18})(?![0-9A-Za-z])", text, re.IGNORECASE)
    value = chsi_code.parse(found["number"]) if found else None
    if found is None or value is None or not value.numbers_report:
        return None
    return Parsed(value.code, *found.span("number"))


def vocational_certificate_number(text: str) -> Parsed | None:
    """A number of a vocational certificate; forms that are not known count for less."""
    place = number_text(text)
    value = vocational_number.repair(text[slice(*place)]) if place else None
    if place is None or value is None:
        return None
    quality = 0.75 if value.repaired else 1.0 if value.form != "other" else 0.85
    return Parsed(value.number, *place, quality, ("repaired",) if value.repaired else ())


def skill_level(text: str) -> Parsed | None:
    """A level by number, name or both; contradicting ones are none."""
    value = skill_levels.parse(text) if len(text) <= 16 else None
    return Parsed(value, 0, len(text)) if value else None


def things(page: LabelledPage, name: str) -> Iterator[Candidate]:
    """For each label of field `name` the name of a thing; one that fills its row may run on into the next."""
    for hit in page.hits:
        if hit.name != name:
            continue
        for value in page.values(hit):
            parsed = thing(value.text) if not _ends_in_a_body(value) else None
            over = _row_over(page, value)
            if parsed is None and over:  # `V1.2` alone
                parsed = Parsed(value.text, 0, len(value.text))
            if parsed is None:
                continue
            span = value.span(parsed.start, parsed.end)
            rest, sure = _next_rows(page, value)
            if rest or over:
                own = [ink for ink, _, _ in value.flow.parts(value.start, value.end)]
                whole = Flow([*over, *own, *(ink for row in rest for ink in row.inks)])
                first = 0 if over else value.flow.parts(value.start, value.start + 1)[0][1]
                if (longer := thing(whole.plain[first:])) is not None:
                    parsed, span = longer, whole.span(first + longer.start, first + longer.end)
            quality = value.quality * parsed.quality * (1.0 if sure else 0.75)
            yield Candidate(name, parsed.value, page.view, span, quality, "label")
            break


def _ends_in_a_body(value: Value) -> bool:
    """Whether the rows that a value seems to run on into are a body's name: the next entry's, whose label stands lower."""
    rows = [ink for ink, _, _ in value.flow.parts(value.start, value.end)][1:]
    return value.way == "wrapped" and any(organisations.parse(row.plain) is not None for row in rows)


def _one_paragraph(rows: Sequence[Box]) -> bool:
    """Whether every row but the last reaches as far as the longest, as a text does that was broken for want of room."""
    longest = max(row.x1 for row in rows)
    return all(row.x1 > longest - 1.5 * row.height for row in rows[:-1])


def _row_over(page: LabelledPage, value: Value) -> list[Ink]:
    """The row over a value that is only a version or short name: the label stands at the middle of several rows."""
    rows = [line for column in page.view.column_lines for line in column]
    at = value.hit.line - 1
    if value.way not in ("row", "wrapped") or at < 0 or _VERSION.fullmatch(value.text) is None:
        return []
    box, glyph = value.span().box, page.view.glyph
    near = 0 < box.y0 - rows[at].box.y0 < 3.0 * max(glyph, box.height)
    aligned = min(abs(rows[at].box.x0 - box.x0), abs(rows[at].box.cx - box.cx)) < 2.0 * glyph
    return list(rows[at].inks) if near and aligned and not any(hit.line == at for hit in page.hits) else []


def _next_rows(page: LabelledPage, value: Value) -> tuple[Sequence[Line | Flow], bool]:
    """The rows into which a value runs on, and whether that is sure: a version or short name, or what follows a full row."""
    if value.way == "below":
        under = rows_below(page, value)
        return (
            (under, True)
            if _one_paragraph([value.span().box, *(row.box(0, len(row.text)) for row in under)])
            else ([], not under)
        )
    rows = [line for column in page.view.column_lines for line in column]
    if value.way != "row" or value.hit.line < 0 or value.hit.cell is not None:
        return [], True
    last, glyph = value.span().box, page.view.glyph
    found: list[Line] = []
    sure = True
    for at in range(value.hit.line + 1, min(value.hit.line + 3, len(rows))):
        follow = rows[at]
        near = 0 < follow.box.cy - last.cy < 2.6 * max(glyph, last.height)
        version = _VERSION.fullmatch(follow.text) is not None
        written = page.view.written
        full = last.x1 > written.x0 + 0.75 * written.width
        full = full and value.hit.box.x0 - glyph < follow.box.x0 < value.span().box.x0 + 3.0 * glyph
        plain = not any(hit.line == at for hit in page.hits) and len(follow.text) <= 30
        plain = plain and not re.search(r"[。:]", follow.text) and organisations.parse(follow.flow.plain) is None
        if not near or not (version or (full and plain and not found)):
            break
        found.append(follow)
        sure = sure and version
        last = follow.box
    return found, sure


def at_labels(page: LabelledPage, table: tuple[tuple[str, Parser], ...]) -> list[Candidate]:
    """What stands at the labels of each field, read by that field's parser."""
    return [candidate for name, parse in table for candidate in labelled(page, name, parse)]
