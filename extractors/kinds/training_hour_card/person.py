"""Whose card it is where no label says so: name, number and employer in the head of a screen or of a voucher."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.kinds.lined_up import lined_up
from extractors.kinds.table_person import SURE_END, Candidate
from extractors.layout.flow import Flow
from extractors.layout.lines import Line
from extractors.layout.neighbours import LabelledPage
from extractors.layout.table_words import glyphs_of, lines_of, runs_across
from extractors.layout.view import PageView
from extractors.text import HAN
from extractors.values import names, organisations
from models.geometry import Box

_NAME_AND_ID = re.compile(
    rf"(?P<name>(?!公民|居民)[{HAN}·]{{2,20}}?)[,|(]?(?:[男女][,|]?)?(?:(?:居民|公民)?身份证?件?(?:号码?)?|证件号码?)?:?[0-9]{{17}}[0-9X](?![0-9])"
)
_MYSELF = re.compile(rf"(?:本人|申报人|持卡人)[:,]?(?P<name>[{HAN}·]{{2,20}}?)[(,:](?:公民|居民)?身份证")
_GREETED = re.compile(rf"(?:您好|你好|欢迎您?|当前用户)[,!:]?(?P<name>[{HAN}·]{{2,20}}?)(?:[^{HAN}·]|老师|$)")
_NO_PERSON = re.compile(r"查看|下载|打印|导出|操作|预览|详情|登录|退出|完成|通过|合格")
_COMRADE = re.compile(rf"(?P<name>[{HAN}·]{{2,20}}?)(?:同志|先生|女士)(?:[(,:]|[于在自已]|参加|完成|[12][0-9]{{3}}年)")
_OF_NAME = re.compile(
    rf"(?P<name>[{HAN}·]{{2,20}}?)(?:的|的?20[0-9]{{2}}年度?)(?:个人)?(?:学时|学分|继续教育|学习)[{HAN}]{{0,8}}$"
)
_NUMBER = re.compile(r"(?<![0-9A-Z])(?:[0-9]{17}[0-9X]|[0-9]{4,10}\*{4,12}[0-9X]{1,6})(?![0-9A-Z])")
_EMPLOYER = re.compile(  # perhaps with department and post behind it
    rf"(?:^|(?<=[0-9]{{16}}[0-9X]))(?P<org>[{HAN}A-Za-z0-9()]{{2,40}}?(?:{SURE_END})(?=$|[·|/>])"
    rf"|[{HAN}A-Za-z0-9()·]{{2,40}}(?:{SURE_END})(?=$))(?:[·|/>][{HAN}A-Za-z0-9()·|/>]{{2,24}})?$"
)
_ADDRESSEE = re.compile(rf"(?P<org>[{HAN}A-Za-z0-9()·]{{2,40}}(?:{SURE_END})):")
_YOUR_UNIT = re.compile(r"[你贵](?:单位|公司|集团|院|厂|所|校|中心)")
_CALLED = re.compile(rf"(?P<name>[{HAN}·]{{2,20}}?)(?:同志|先生|女士|学员|老师)?:")
_WITH_YEAR = re.compile(
    rf"(?:[,。:;]|学员|职工|员工|技术人员|{SURE_END})(?P<name>(?!于|在|自|参加)[{HAN}·]{{2,4}}?)(?:同志)?(?=[于在自](?:19|20)[0-9]{{2}}年|(?:19|20)[0-9]{{2}}年度?)"
)
_BEGINS = re.compile(
    rf"(?P<name>[{HAN}·]{{2,4}}?)(?=[于在]?(?:19|20)[0-9]{{2}}年度?(?:内|共|应|已|实际|累计|完成|参加|取得|获得|修满))"
)
_TO_YOU = re.compile(r"[您你](?!单位|公司|厂|院|所|校)")
_THEN_NUMBER = re.compile(
    rf"(?P<before>[{HAN}]{{4,24}})[(,](?:居民|公民)?(?:身份证件?|证件|公民身份)?(?:号码?)?[:]?[0-9]{{17}}[0-9X](?![0-9])"
)
_UNIT_ENDS = (
    "所",
    "部",
    "科",
    "室",
    "处",
    "司",
    "厂",
    "院",
    "组",
    "班",
    "车间",
    "单位",
    "中心",
    "职工",
    "员工",
    "人员",
    "同志",
    "干部",
    "公司",
)
_OF_UNIT = re.compile(
    rf"[0-9]{{17}}[0-9X]\)?[、,,](?:系|现?在|就职于|任职于)?(?P<org>[{HAN}()]{{4,36}}?(?:{SURE_END}))(?=[{HAN}]{{0,10}}[,。、])"
)
_OUR_STAFF = re.compile(
    r"[我本](?:单位|公司|集团|院|厂|所|校|中心)[^,。:]{0,16}?(?:职工|员工|干部|技术人员|同志|[(,](?:居民|公民)?(?:身份证|证件))"
)
_SIGNED = re.compile(
    rf"(?:单位|公司)?(?:\(?(?:盖章|公章|章)\)?)?[:]?(?P<org>[{HAN}A-Za-z0-9()·]{{2,40}}?(?:{SURE_END}))(?:\((?:盖章|公章|章|印章)\))?"
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}年?度?$")
_BEHIND_NAME = re.compile(
    r"[(,|·]?(?:(?:工号|职工号|员工号|员工编号|职工编号|人员编号|人员编码|学号|手机号?码?|电话)[:]?[0-9A-Z*]{2,}|[男女](?:[,|·]?[0-9]{2}岁)?"
    r"|已?实名(?:认证)?|已认证)[)]?$"
)
_NO_EMPLOYER = re.compile(r"人力资源|社会保障|继续教育|培训|学会|协会|平台|管理|考试|职称|登记|教育局|主管|:|证明|查询")
_UPPER = 0.5
_NEAR = 3
"""So many lines about the number a head of person and employer takes."""


def free_names(pages: Sequence[LabelledPage]) -> Iterator[Candidate]:
    """Names without a label: before the number, on a line alone above number or employer, or first of what a label heads."""
    for page in pages:
        view = page.view
        yield from (c for name, c in _particulars(view) if name == "name")
        for value in page.find("name"):
            first = value.flow.parts(value.start, value.end)[0]
            end = value.start + first[2] - first[1]
            name = names.parse(value.flow.plain[value.start : end]) if end < value.end else None
            if name is not None:
                yield Candidate(name, view, value.flow.span(value.start, end), 0.85 * value.quality)
        for line in view.lines:
            text = line.flow.plain
            tried = (pattern.match(text) for pattern in (_MYSELF, _NAME_AND_ID, _OF_NAME, _COMRADE))
            found = next((match for match in tried if match is not None), None) or _GREETED.search(text)
            if found is not None and (name := _person(found["name"])) is not None:
                yield Candidate(name, view, line.flow.span(*found.span("name")), 0.7)
        yield from _before_number(view)
        for line in view.lines:
            begun = _BEGINS.match(line.flow.plain)
            if begun is not None and (name := _person(begun["name"])) is not None:
                yield Candidate(name, view, line.flow.span(*begun.span("name")), 0.55)
        for told in _WITH_YEAR.finditer(view.flow.plain):
            if (name := _person(told["name"])) is not None:
                yield Candidate(name, view, view.flow.span(*told.span("name")), 0.55)
        for line, following in pairwise(view.lines):
            called = _CALLED.fullmatch(line.flow.plain)
            if called is not None and _TO_YOU.match(following.flow.plain) and (name := _person(called["name"])):
                yield Candidate(name, view, line.flow.span(*called.span("name")), 0.8)
        for segment, sure in _heads(page):
            text = _BEHIND_NAME.sub("", _YEAR.sub("", segment.plain))
            if text and (name := _person(text)) is not None:
                yield Candidate(name, view, segment.span(0, len(text)), sure)


def _before_number(view: PageView) -> Iterator[Candidate]:
    """The name that ends what stands before a number in brackets: `我单位结构所巫马征(身份证号…)`."""
    flow = view.flow
    for found in _THEN_NUMBER.finditer(flow.plain):
        text = found["before"]
        tried = [text[-size:] for size in (3, 4, 2) if len(text) > size]
        known = [t for t in tried if names.has_known_surname(t) and names.parse(t) is not None]
        double = [t for t in known if t[:2] in names.surnames() and len(t) > 2]
        behind = [t for t in double or known if text[: -len(t)].endswith(_UNIT_ENDS)]
        if name := next(iter(behind or double), None):
            end = found.end("before")
            yield Candidate(name, view, flow.span(end - len(name), end), 0.8 if behind else 0.45)


def free_employers(pages: Sequence[LabelledPage], sure: bool) -> Iterator[Candidate]:
    """Organisations that stand by themselves right beside or below the name or the number.

    Not `sure`: no name was found, which may stand at the organisation's beginning.
    """
    for page in pages:
        yield from (c for name, c in _particulars(page.view) if name == "employer")
        flow = page.view.flow
        for told in _OF_UNIT.finditer(flow.plain):
            if organisations.parse(told["org"]):
                yield Candidate(organisations.compact(told["org"]), page.view, flow.span(*told.span("org")), 0.8)
        for segment in _employers(page):
            found = _EMPLOYER.search(segment.plain)
            if found is not None:
                span = segment.span(*found.span("org"))
                quality = (0.66 if sure else 0.45) * (0.7 if "·" in found["org"] else 1.0)  # perhaps a department
                yield Candidate(organisations.compact(found["org"]), page.view, span, quality)


def _particulars(view: PageView) -> Iterator[tuple[str, Candidate]]:
    """The person's particulars side by side in the upper half."""
    glyphs = [g for ink in view.inks if runs_across(ink.word) for g in glyphs_of(ink.word)]
    upper = [line for line in lines_of(glyphs, view.slope) if view.depth(line.box) < _UPPER]
    return lined_up(view, upper)


def addressed_employers(pages: Sequence[LabelledPage]) -> Iterator[Candidate]:
    """The unit that a letter addresses: `某公司:` above 你单位某某同志."""
    for page in pages:
        for line, following in pairwise(page.view.lines):
            found = _ADDRESSEE.fullmatch(line.flow.plain)
            if found is not None and _YOUR_UNIT.match(following.flow.plain):
                span = line.flow.span(*found.span("org"))
                yield Candidate(organisations.compact(found["org"]), page.view, span, 0.85)


def signing_employers(pages: Sequence[LabelledPage]) -> Iterator[Candidate]:
    """The unit that signs a letter about a member of its own staff: `我单位职工某某…` over `某公司(盖章)`."""
    for page in pages:
        if _OUR_STAFF.search(page.view.flow.text) is None:
            continue
        for at, line in enumerate(page.view.lines):
            found = _SIGNED.fullmatch(line.segments[0].plain) if len(line.segments) == 1 else None
            placed = at == 0 or page.view.depth(line.box) > _UPPER  # its head, or the signature
            if found is not None and placed and organisations.parse(found["org"]):
                span = line.segments[0].span(*found.span("org"))
                yield Candidate(organisations.compact(found["org"]), page.view, span, 0.8 if at else 0.75)


def _person(text: str) -> str | None:
    name = names.parse(text) if not _NO_PERSON.search(text) else None
    return name if name is not None and (names.has_known_surname(name) or "·" in name) else None


def _heads(page: LabelledPage) -> Iterator[tuple[Flow, float]]:
    """Where a name may stand: first on the number's line, or alone on the line above number or employer."""
    lines = page.view.lines
    anchors = {i for i, line in enumerate(lines) if _NUMBER.search(line.flow.plain)}
    anchors |= {hit.line for hit in page.hits if hit.name == "id_number" and hit.line >= 0}
    beside = {id(segment) for segment in _employers(page)}
    yield from ((segment, 0.6) for segment in _over_particulars(page, beside))
    for at, line in enumerate(lines):
        first = line.segments[0]
        if at in anchors and len(line.segments) > 1:
            yield first, 0.66
        if any(id(s) in beside for s in line.segments):
            yield from ((s, 0.6) for s in line.segments if id(s) not in beside)
        below = lines[at + 1] if at + 1 < len(lines) else None
        if below is None or not _in_one_column(line.box, below.box):
            continue
        if len(line.segments) == 1 and (at + 1 in anchors or any(id(s) in beside for s in below.segments)):
            yield first, 0.6
        elif any(id(s) in beside for s in below.segments) and len(line.segments) == 2:
            yield first, 0.55


def _in_one_column(one: Box, other: Box) -> bool:
    return min(abs(one.x0 - other.x0), abs(one.cx - other.cx)) <= 1.5 * one.height


def _over_particulars(page: LabelledPage, beside: set[int]) -> Iterator[Flow]:
    """Segments right over the number or the employer and flush with it, whatever stands further along the line."""
    view = page.view
    boxed = [(s, s.box(0, len(s.text))) for line in view.lines for s in line.segments]
    for segment, box in boxed:
        if id(segment) not in beside and not _NUMBER.fullmatch(segment.plain):
            continue
        for other, above in boxed:
            gap = box.y0 - above.y1
            if -0.3 * box.height < gap < 2.2 * box.height and abs(above.x0 - box.x0) < 0.8 * box.height:
                yield other


def _employers(page: LabelledPage) -> list[Flow]:
    """Segments that are an employer's name and no more, near the number or the name."""
    found: list[Flow] | None = page.view.memory.get("free_employers")
    if found is None:
        found = page.view.memory["free_employers"] = list(_find_employers(page))
    return found


def _find_employers(page: LabelledPage) -> Iterator[Flow]:
    view = page.view
    near = {n for at in _person_lines(page) for n in range(at - _NEAR + 1, at + _NEAR + 1)}
    for at, line in enumerate(view.lines):
        for segment in line.segments if at in near else ():
            found = _EMPLOYER.search(segment.plain)
            name = found["org"] if found else ""
            if (
                name
                and not _NO_EMPLOYER.search(name)
                and organisations.parse(name)
                and not re.search(r"[0-9]{6}", name)
            ):
                yield segment


def _person_lines(page: LabelledPage) -> set[int]:
    """The lines that bear the number, a labelled name, or a first word that is a name, in the upper half."""
    view = page.view
    found = {hit.line for hit in page.hits if hit.name in ("id_number", "name") and hit.line >= 0}
    for at, line in enumerate(view.lines):
        if _NUMBER.search(line.flow.plain) or (view.depth(line.box) < 0.5 and _opens_with_name(view, line)):
            found.add(at)
    return found


def _opens_with_name(view: PageView, line: Line) -> bool:
    return line.height >= 0.9 * view.glyph and _person(line.segments[0].plain) is not None
