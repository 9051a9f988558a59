"""Notices that make known who has been awarded titles: a table with a row a person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.kinds import parsers
from extractors.kinds.candidates import Parser
from extractors.layout.flow import Flow
from extractors.layout.table_columns import Block, aligned_grids, bands, blocks_of
from extractors.layout.tables import Cell, outside, ruled_grids
from extractors.layout.view import PageView
from extractors.text import HAN
from extractors.values import names
from models.document import Field

_WHEN = r"(?:时间|日期|年月|年月日)"
_TITLE = r"(?:专业)?(?:技术)?(?:职务)?(?:任职)?(?:资格|职称|职务|资格职称)(?:名称|及等级)?"
_COLUMNS: tuple[tuple[str, str, Parser], ...] = (
    ("name", r"(?:人员|申报人|获得者|取得人|持证人|评审对象)?姓名", parsers.person),
    ("gender", "性别", parsers.gender),
    ("birth_date", rf"出生{_WHEN}", parsers.date),
    ("id_number", r"(?:居民|公民)?身份证(?:件)?(?:号|号码)?|公民身份号码|证件号码?", parsers.identity),
    ("employer", r"(?:现|所在|申报|推荐)?(?:工作)?单位(?:名称)?|所在(?:企业|公司)", parsers.organisation),
    (
        "specialty",
        r"(?:申报|评审|从事|资格|职称|认定|现从事)?专业(?:名称|类别|方向)?|专业\(?方向\)?",
        parsers.specialty,
    ),
    (
        "title",
        rf"(?:取得|获得|评审|评审通过|通过|评定|认定|授予|确认|拟评|批准)?的?{_TITLE}|(?:取得|获得|评审|认定)(?:职称|资格)",
        parsers.title,
    ),
    (
        "obtained_on",
        rf"(?:资格|职称|任职资格)?(?:取得|获得|评审通过|评审|通过|认定|授予)(?:资格|职称|任职资格)?{_WHEN}|(?:任职)?资格起算{_WHEN}",
        parsers.date,
    ),
    ("certificate_number", r"(?:资格|职称|电子)?证书?(?:编号|号码|号|管理号)|证号", parsers.title_certificate_number),
)
_OTHER = re.compile(
    r"序号|编号|备注|学历|学位|毕业(?:院校|时间|学校)|所学专业|级别|等级|系列|职称系列|取得方式|评审方式|原(?:有)?(?:职称|资格|职务)|"
    r"(?:现任|原任)?(?:专业技术)?职务|年龄|民族|地区|区县|主管部门|推荐部门|评委会(?:名称)?|评审结果|结果|层级|联系电话"
)
_OTHERS_WORDS = re.compile(r"公司|集团|研究院|厂$")
_OF_TABLE, _IN_LINE, _ASKEW = 0.97, 0.85, 0.45
_NO_SPECIALTY = re.compile(
    r"[人员长任者家师]$|成员|委员|专家|联系|抄|签|审|姓名|同志|单位|负责|附件|备注|电话|名单|部门|领导|资格|职称|职务|合格|通过"
)
_IN_SPECIALTY = re.compile(
    rf"(?:[一二三四五六七八九十\d]{{1,2}}[、.,])?(?P<specialty>[{HAN}]{{2,12}}?)(?:专业)?(?:\(?[共计]?[一二三四五六七八九十\d]{{1,3}}[人名]\)?)?:"
    rf"(?P<names>[{HAN}·]{{2,12}}(?:[、,;][{HAN}·]{{2,12}})*)[。;,.]?"
)


def column_role(text: str) -> str | None:
    """What a column's header means: a field's name, `other`, or None."""
    for name, pattern, _ in _COLUMNS:
        if re.fullmatch(pattern, text):
            return name
    return "other" if _OTHER.fullmatch(text) else None


def listed_rows(pages: Sequence[PageView]) -> list[Field]:
    """The fields of each person of a list, a `row` each; empty where fewer than two persons are listed."""
    people = [person for view in pages for person in _people(view)]
    if len(people) < 2:
        return _by_specialty(pages)
    return [
        view.field(name, value, cell.run.span, quality, row)
        for row, (view, person) in enumerate(people)
        for name, value, cell, quality in person
    ]


def _by_specialty(pages: Sequence[PageView]) -> list[Field]:
    """The persons of lines that name a specialty and who passed in it: `机械工程(2人):周启航、沈若岚`."""
    found: list[tuple[PageView, Flow, tuple[int, int], list[tuple[str, tuple[int, int]]]]] = []
    for view in pages:
        for line in view.lines:
            told = _IN_SPECIALTY.fullmatch(line.flow.plain)
            specialty = parsers.specialty(told["specialty"]) if told else None
            if told is None or specialty is None or _NO_SPECIALTY.search(told["specialty"]):
                continue
            at = told.start("names")
            who = [(m.group(), (at + m.start(), at + m.end())) for m in re.finditer(r"[^、,;]+", told["names"])]
            if all(names.parse(name) == name and names.has_known_surname(name) for name, _ in who):
                found.append((view, line.flow, told.span("specialty"), who))
    people = [(view, flow, place, *one) for view, flow, place, who in found for one in who]
    if len(people) < 2:
        return []
    return [
        field
        for row, (view, flow, place, name, span) in enumerate(people)
        for field in (
            view.field("name", name, flow.span(*span), _IN_LINE, row),
            view.field("specialty", flow.plain[slice(*place)], flow.span(*place), _IN_LINE, row),
        )
    ]


_Person = list[tuple[str, str, Cell, float]]
"""Name, value, place and quality of each of a person's fields."""


def _people(view: PageView) -> Iterator[tuple[PageView, _Person]]:
    grids = ruled_grids(view)
    blocks = [block for grid in grids for block in blocks_of(grid, column_role)]
    for grid in aligned_grids(view, column_role, outside(view, grids)):
        blocks += blocks_of(grid, column_role)
    for block in blocks:
        if _names_persons(block):
            for half in bands(block, _names_persons, "other"):
                for row in half.rows:
                    person = _person(half, row)
                    if any(name == "name" for name, *_ in person) and len(person) > 1:
                        yield view, person


def _names_persons(block: Block) -> bool:
    """Whether a column holds names and another what somebody was awarded."""
    roles = set(block.roles.values())
    return "name" in roles and bool(roles & {"title", "specialty", "certificate_number"})


def _person(block: Block, row: Sequence[Cell]) -> _Person:
    found: _Person = []
    trust = _OF_TABLE
    for name, _, parse in _COLUMNS:
        for column in block.columns(name)[:1]:
            cell = block.cell(row, column)
            parsed = parse(cell.run.squashed) if cell is not None and cell.text else None
            if cell is None or not cell.text:
                continue
            if parsed is None or _OTHERS_WORDS.search(parsed.value if name in ("specialty", "title") else ""):
                trust = _ASKEW  # what belongs to another column stands here, so the columns are not told apart
                continue
            found.append((name, parsed.value, cell, parsed.quality))
    return [(name, value, cell, trust * quality) for name, value, cell, quality in found]
