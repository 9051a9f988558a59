"""Appointment papers that name several persons: tables, numbered lists, and 聘任甲、乙等同志为…."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.kinds.candidates import Parsed
from extractors.kinds.parsers import date, person
from extractors.kinds.record_parsers import persons
from extractors.layout.flow import Flow, Span
from extractors.layout.table_columns import Block, aligned_grids, bands, blocks_of
from extractors.layout.tables import Cell, outside, ruled_grids
from extractors.layout.view import PageView
from extractors.text import HAN
from extractors.values import date_ranges, names, organisations, titles
from models.document import Field

_WHEN = r"(?:时间|日期|年月|年月日)"
_ROLES = (
    ("name", re.compile(r"(?:受聘|聘任|被聘|拟聘)?人?(?:员)?姓名|(?:受|被)聘(?:人员|人|者)|聘任人员|聘任对象")),
    (
        "title",
        re.compile(
            r"(?:现|拟|受|被)?(?:聘任|受聘|拟聘|聘用|被聘|聘)?(?:何)?(?:的)?(?:专业)?(?:技术)?(?:职务|岗位|职称|资格)(?:名称|及等级)?"
        ),
    ),
    (
        "period",
        re.compile(
            rf"(?:聘期|任期|聘用期|聘任期)(?:起止)?(?:{_WHEN}|限)?|(?:聘任|聘用|任职|受聘|聘期)(?:起止)?(?:期限|期间|年限)|(?:聘任|聘用|任职|聘期)?起止{_WHEN}|聘任时间"
        ),
    ),
    (
        "start_date",
        re.compile(
            rf"(?:起聘|聘起|受聘|始聘|任职|开始聘任|续聘){_WHEN}|(?:聘任|聘期|聘用|任期|受聘)?(?:起始|开始|起始?)(?:{_WHEN}|日|时)?|聘任日期"
        ),
    ),
    (
        "end_date",
        re.compile(
            rf"(?:聘任|聘期|聘用|任期|受聘|合同)?(?:终止|截止|结束|届满|期满|到期|止|至|终)(?:{_WHEN}|日|时)?|(?:解聘|终聘|止聘|聘止|聘终|离任){_WHEN}"
        ),
    ),
    ("employer", re.compile(r"(?:聘任|聘用|任职|用人|受聘)单位(?:名称)?(?:\(?(?:盖章|公章|章|印章)\)?)?")),
    (
        "number",
        re.compile(
            r"序号|编号|类别|聘任类别|性别|部门|学历|备注|专业|身份证号码?|出生(?:年月|日期)|所在部门|年龄|工号|取得(?:资格|证书)?(?:时间|日期)|"
            r"(?:任职|专业技术)?资格(?:名称|取得时间|证书编?号)|证书编?号|岗位等级|级别|毕业院校|所学专业|从事专业|科室|车间|工作单位|单位"
        ),
    ),
)
_TOGETHER = re.compile(
    rf"(?:聘任|聘用|聘请|任命)(?P<names>[{HAN}]{{2,4}}?(?:[、,和][{HAN}]{{2,4}}?){{0,60}})(?:等[\d一二三四五六七八九十两]*[位名个]?(?:人|员工)?)?"
    rf"(?:同志|先生|女士)?(?:为|担任|任)(?P<title>[{HAN}]{{2,14}}?)(?=专业技术职务|职务|[,。;(]|$)"
    r"(?:(?:专业技术)?职务)?(?P<rest>[,(][^;。]{4,60})?"
)
_TITLE_THEN_NAMES = re.compile(
    rf"(?:[(]?[一二三四五六七八九十\d]{{1,2}}[)、.])?(?:聘任|受聘)?(?P<title>[{HAN}]{{2,8}}?(?:师|员))(?:\(?共?[\d一二三四五六七八九十]{{1,3}}[人名位]\)?)?[:]"
    rf"(?P<names>[{HAN}、,;]{{2,200}}?)[。;.]?"
)
_CLAUSE = re.compile(
    rf"(?:^|[\d.、;。:)])(?P<name>[{HAN}]{{2,4}}?|[{HAN}]{{1,8}}·[{HAN}]{{1,8}}?)(?:同志)?(?:\([^()]{{0,24}}\))?[,:]?(?:被|受|拟|续)?聘(?:任|用|请)?(?:为|担任|到)?"
    rf"(?P<title>[{HAN}]{{2,12}}?)(?:专业技术)?(?:职务|岗位)?(?P<rest>[,(][^;。]{{4,60}})?(?=[;。,]|$|\d)"
)
_APPOINTED_TO = re.compile("聘|职务|岗位")
_NAME_OF_TITLE = re.compile(rf"(?P<name>[{HAN}]{{2,4}})(?:同志)?\((?P<title>[{HAN}]{{2,12}})\)")
_NO_NAMES = re.compile(r"下列|以下|上述|[甲乙]方|同志|人员|该|决定|聘")
_NO_TITLE = re.compile(r"下列|以下|相应|担任|[一二两三四五六]年|^\d")
_ENTRY = re.compile(rf"^\(?\d{{0,2}}[.、)]?(?P<name>[{HAN}]{{2,4}})(?:同志)?[:,为]*$")

_OF_TERM = ("title", "period", "start_date", "end_date", "employer")
_OF_PERSON = ("name", "title", "period", "start_date", "end_date", "employer")
_COMMAS = re.compile(r"(?<=\d),(?=\d)")

_Group = list[tuple[PageView, str, str, Span, float]]
"""The fields of one person: view, name, value, place, quality."""


def column_role(text: str) -> str | None:
    """What a column's header means, or None."""
    return next((role for role, pattern in _ROLES if pattern.fullmatch(text)), None)


def listed_rows(pages: Sequence[PageView]) -> list[Field]:
    """The fields of each person of a list, a `row` each; empty where the paper names one person only."""
    groups = [group for view in pages for group in _tables(view)]
    groups = groups or [
        group for view in pages for way in (_together, _under_titles, _each, _entries) for group in way(view)
    ]
    groups = groups or [group for view in pages for group in _bracketed(view)]
    groups = [group for at, group in enumerate(groups) if _who(group) not in map(_who, groups[:at])]
    if len(groups) < 2:
        return []
    return [
        view.field(name, value, span, quality, row)
        for row, group in enumerate(groups)
        for view, name, value, span, quality in group
    ]


def term_rows(pages: Sequence[PageView]) -> list[Field]:
    """The terms of one person's record of appointments, a `row` each; empty where no table holds two of them."""
    blocks = [(view, block) for view in pages for block in _blocks(view) if _tells_terms(block)]
    groups = [_row(view, block, row, _OF_TERM) for view, block in blocks for row in block.rows]
    groups = [group for group in groups if {"title", "start_date"} <= {name for _, name, *_ in group}]
    if len(groups) < 2:
        return []
    bodies = {value for group in groups for _, name, value, *_ in group if name == "employer"}
    return [
        view.field(name, value, span, quality, row)
        for row, group in enumerate(groups)
        for view, name, value, span, quality in group
        if name != "employer" or len(bodies) > 1  # one for all is told once
    ]


def _tells_terms(block: Block) -> bool:
    roles = set(block.roles.values())
    return "title" in roles and "name" not in roles and bool(roles & {"period", "start_date"})


def _who(group: _Group) -> tuple[str, ...]:
    return tuple(value for _, name, value, *_ in group if name in ("name", "title"))


def _blocks(view: PageView) -> list[Block]:
    grids = ruled_grids(view)
    blocks = [block for grid in grids for block in blocks_of(grid, column_role)]
    return blocks + [
        b for grid in aligned_grids(view, column_role, outside(view, grids)) for b in blocks_of(grid, column_role)
    ]


def _tables(view: PageView) -> Iterator[_Group]:
    for block in _blocks(view):
        if _names_titles(block):
            halves = bands(block, _names_titles)
            for half in halves:
                groups = [_row(view, half, row, _OF_PERSON) for row in half.rows]
                yield from (group for group in groups if {"name", "title"} <= {name for _, name, *_ in group})


def _names_titles(block: Block) -> bool:
    return {"name", "title"} <= set(block.roles.values())


def _row(view: PageView, block: Block, row: Sequence[Cell], roles: Sequence[str]) -> _Group:
    group: _Group = []
    for role in roles:
        columns = block.columns(role)
        if role == "title":  # not the one held before, where both are told
            columns = ([c for c in columns if _APPOINTED_TO.search(block.headers[c])] or columns)[:1]
        for column in columns:
            cell = block.cell(row, column)
            if cell is not None and cell.text:
                group += _in_cell(view, role, cell)
    return group


def _in_cell(view: PageView, role: str, cell: Cell) -> _Group:
    text, span = cell.run.squashed, cell.run.span
    if role == "period":
        found = date_ranges.find_all(text)
        if not found:
            return []
        value = found[0].value
        ends = [(view, "end_date", value.end.iso(), span, 0.95)] if value.end else []
        return [(view, "start_date", value.start.iso(), span, 0.95), *ends]
    parsed: Parsed | None
    if role == "name":
        parsed = person(text)
    elif role == "title":
        known = titles.parse(text)
        parsed = Parsed(known or text, 0, len(text), 1.0 if known else 0.6)
    elif role == "employer":
        named = organisations.parse(text)
        parsed = Parsed(named.name, 0, len(text), 0.5 if "under_seal" in span.notes else 0.9) if named else None
    else:
        parsed = date(text) or date(_COMMAS.sub(".", text))
    return [(view, role, parsed.value, span, 0.97 * parsed.quality)] if parsed else []


def _together(view: PageView) -> Iterator[_Group]:
    flow = view.flow
    for found in _TOGETHER.finditer(flow.text):
        title = titles.parse(found["title"]) or found["title"]
        if _NO_NAMES.search(found["names"]) or _NO_TITLE.search(title):
            continue
        at = found.start("names")
        for piece in re.finditer(rf"[{HAN}]{{2,4}}", re.sub(r"[、,和]", " ", found["names"])):
            start, end = at + piece.start(), at + piece.end()
            value = names.parse(flow.plain[start:end])
            alone = start == at and end == found.end("names")
            if value is not None and (not alone or names.has_known_surname(value)):
                known = 0.93 if names.has_known_surname(value) else 0.7
                yield [
                    (view, "name", value, flow.span(start, end), known),
                    (view, "title", title, flow.span(*found.span("title")), 0.9),
                    *(_term(view, flow, found) if alone else ()),
                ]


def _under_titles(view: PageView) -> Iterator[_Group]:
    """Lines of a title and those appointed to it: `工程师（3人）：甲、乙、丙`."""
    for line in view.lines:
        found = _TITLE_THEN_NAMES.fullmatch(line.text)
        title = titles.parse(found["title"]) if found else None
        if found is None or title is None:
            continue
        span = line.flow.span(*found.span("names"))
        listed = persons(span.raw)
        for name in listed[0].split(";") if listed and listed[1] >= 0.5 else ():
            quality = 0.9 * listed[1] if listed else 0.0
            yield [
                (view, "name", name, span, quality),
                (view, "title", title, line.flow.span(*found.span("title")), 0.9),
            ]


def _each(view: PageView) -> Iterator[_Group]:
    """Clauses of one person each: `1.甲，聘任为工程师，聘期自…至…；`."""
    rows = [(line.flow, found) for line in view.lines if (found := _CLAUSE.fullmatch(line.text))]
    for flow, found in rows if len(rows) > 1 else [(view.flow, found) for found in _CLAUSE.finditer(view.flow.text)]:
        name, title = names.parse(flow.plain[slice(*found.span("name"))]), titles.parse(found["title"])
        if name is None or title is None or not (names.has_known_surname(name) or "·" in name):
            continue
        group: _Group = [
            (view, "name", name, flow.span(*found.span("name")), 0.9),
            (view, "title", title, flow.span(*found.span("title")), 0.9),
        ]
        yield [*group, *_term(view, flow, found)]


def _term(view: PageView, flow: Flow, found: re.Match[str]) -> Iterator[tuple[PageView, str, str, Span, float]]:
    """The term in the rest of one person's clause."""
    for hit in date_ranges.find_all(flow.plain[slice(*found.span("rest"))])[:1]:
        at = found.start("rest")
        span = flow.span(at + hit.start, at + hit.end)
        for field, day in (("start_date", hit.value.start), ("end_date", hit.value.end)):
            if day is not None:
                yield view, field, day.iso(), span, 0.45 if day.doubtful else 0.9


def _bracketed(view: PageView) -> Iterator[_Group]:
    """Names with their titles in brackets: `甲（工程师）、乙（助理工程师）`."""
    flow = view.flow
    for found in _NAME_OF_TITLE.finditer(flow.text):
        name, title = names.parse(flow.plain[slice(*found.span("name"))]), titles.parse(found["title"])
        opens = flow.is_word_start(found.start()) or flow.text[found.start() - 1] in ",;:。、.)"
        if name and title and opens and names.has_known_surname(name):
            yield [
                (view, "name", name, flow.span(*found.span("name")), 0.9),
                (view, "title", title, flow.span(*found.span("title")), 0.9),
            ]


def _entries(view: PageView) -> Iterator[_Group]:
    """Rows of a name and a title: `1. 周启航 助理工程师`."""
    if view.cells:
        return
    for line in view.lines:
        pieces = [piece for piece in line.segments if piece.text]
        for one, other in pairwise(pieces):
            found, title = _ENTRY.match(one.text), titles.parse(other.plain)
            value = names.parse(one.plain[slice(*found.span("name"))]) if found else None
            if found and value and title and names.has_known_surname(value) and titles.compact(other.plain) == title:
                yield [
                    (view, "name", value, one.span(*found.span("name")), 0.9),
                    (view, "title", title, other.span(0, len(other.text)), 0.9),
                ]
                break
