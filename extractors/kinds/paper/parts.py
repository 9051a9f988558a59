"""Which part of a published paper a page is: the journal's cover, its identifier page, its contents, or the paper."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median
from typing import Literal, NamedTuple

from extractors.layout.flow import Span
from extractors.layout.lines import Line
from extractors.layout.view import PageView
from extractors.values import cn_serial, dates, issn

Part = Literal["cover", "identifier", "contents", "body"]
_BODY = re.compile(
    r"(?:内容)?提要|摘要[:\]]?|关键词|主题词|中图分类号|文献标识码|文章编号|abstract|keywords|参考文献|收稿日期|基金项目|作者简介|通讯作者|doi:",
    re.IGNORECASE,
)
_CONTENTS = re.compile(
    r"(?:《.{2,20}》)?(?:(?:19|20)\d\d年?)?(?:第?\d{1,2}期)?(?:\(?总第?\d{1,4}期\)?)?(?:本期|文章|论文)?(?:总|要)?目[录次][/|·]?(?:contents)?|(?:本期|当期)?(?:要目|导读|篇目|导览|要文|看点)|contents[/|·]?(?:目[录次])?|(?:本期)?目[录次](?:索引)?",
    re.IGNORECASE,
)
_LEADER = re.compile(
    r"(?:[.·…‥・。]{3,}|[-_]{3,}|[HAN、,)]|\s)\(?(?P<page>\d{1,3})\)?$".replace("HAN", "\u4e00-\u9fff")
)
_COPYRIGHT = re.compile(
    r"主管|主办|承办|主编|编委|编辑部|编辑出版|邮发代号|定价|印刷|发行|广告|国内统一|国际标准|刊号|版权|出版(?:单位|日期|者)|地址|电话|邮编|订阅|社长"
)
_IMPRINT = re.compile(_COPYRIGHT.pattern + "|(?:基本|主要)(?:参数|信息)")
_ISSUE = re.compile(
    r"(?:19|20)\d\d年?第?\d{1,2}期|\d{1,3}卷第?\d{1,2}期|第\d{1,3}[卷期]|总第\d{1,4}期|vol\.?\d+|no\.?\d+|月刊|双月刊|季刊|半月刊|旬刊",
    re.IGNORECASE,
)
_DATED_ISSUE = re.compile(
    r"(?:19|20)\d\d(?:年)?(?:\d{1,2}月?)?[,·./(]?(?:第?\d{1,2}期|第\d{1,3}卷)|总第\d{1,4}期|\d{1,3}卷第?\d{1,2}期"
)
_PERIODICAL = re.compile(r"Monthly|Quarterly|核心期刊|科技期刊|Since\d{4}|[半双]?月刊|季刊|旬刊|公开发行|主办|学会会刊")
_MONTH_ALONE = re.compile(r"(?:19|20)\d\d(?:[./\-]\d{1,2}|年\d{1,2}月)")
YEAR_ALONE = re.compile(r"(?P<year>(?:19|20)\d\d)年?")
_CALLED = re.compile(
    r"(?:期刊|刊物|杂志|论文)?(?:版权页?|版权信息|封面|封底|封[一二三四]|刊物信息|期刊信息|基本信息|出版信息|刊号页?)"
)  # the page itself
_NO_COVER = re.compile(r"培训|证书|学时|考核|合同|项目|结业|聘|申报|验收")
_ABSTRACT = re.compile("(?:内容)?提要|摘要|关键词|abstract", re.IGNORECASE)
_REPORT = re.compile(r"(?:检索|收录|查新|引用|查询)(?:.{0,6})(?:证明|报告|结果)(?:书|单)?$")
_DATABASE = re.compile(
    r"首页|高级检索|出版物检索|CAJ|PDF下载|HTML阅读|手机阅读|下载[:\d]|被引|收藏|引用本文|知网节|知网|万方|维普|检索结果|相似文献|学术文献|数据库|分享|导出"
)
_OFFERS, _SHORT, _OF_PROSE = 3, 1200, 350
_FEW = 8
_LONGEST_MONTH = 12
_ON_FRONT = 80
LARGE = 1.6
_HUGE = 2.5
_SERIAL_WORDS = frozenset({"国内统一", "国际标准", "刊号", "邮发代号"})


class PartFound(NamedTuple):
    """A page's part with the place that tells it."""

    part: Part
    span: Span
    quality: float


def part_of(view: PageView) -> PartFound | None:
    """The part, or None for a page that shows none of their signs (the later pages of a paper, a letter of acceptance)
    or only tells of them: a report of what a database holds, a page of the database itself."""
    flow = view.flow
    if _told_by_others(view):
        return None
    signs = list({m.group().lower()[:3]: m for m in _BODY.finditer(flow.text)}.values())
    listed = contents_heading(view)
    entries = [line for line in view.lines if len(line.text) >= 8 and _LEADER.search(line.text)]
    if listed is not None and len(signs) <= 1:
        return PartFound("contents", listed, 0.95 if len(entries) >= 3 else 0.85)
    if len(signs) >= 2 or (signs and _ABSTRACT.match(signs[0].group()) and len(flow.text) > _OF_PROSE):
        return PartFound("body", flow.span(*signs[0].span()), min(0.97, 0.75 + 0.08 * len(signs)))
    leaders = [line for line in entries if re.search(r"[.·…]{3,}", line.text)]
    if len(leaders) >= 4:
        return PartFound("contents", leaders[0].flow.span(0, len(leaders[0].text)), 0.8)
    return _cover_or_identifier(view)


def with_identifiers(parts: Sequence[tuple[PageView, PartFound | None]]) -> list[tuple[PageView, PartFound]]:
    """Every page's part, and the cover once more as the identifier page where it carries ISSN or CN.

    Contents that carry them in an imprint do so where no other page is an identifier page.
    """
    found = [(view, part) for view, part in parts if part is not None]
    places = {id(view): serial_places(view) for view, part in found if part.part in ("cover", "contents")}
    shown = any(part.part == "identifier" or (part.part == "cover" and places[id(view)]) for view, part in found)
    told = []
    for view, part in found:
        told.append((view, part))
        imprint = part.part == "cover" or (not shown and _IMPRINT.search(view.flow.text))
        if places.get(id(view)) and imprint:
            told.append((view, PartFound("identifier", places[id(view)][0], part.quality)))
    return told


def is_cover(view: PageView) -> bool:
    """Whether the page is a cover by its look: the name in large letters, a year's issue, few other words."""
    if len(view.flow.text) > 160 or _NO_COVER.search(view.flow.text):
        return False
    found = _cover_or_identifier(view)
    told = serial_places(view) or _PERIODICAL.search(view.flow.text)
    dated = _DATED_ISSUE.search(view.flow.text) or ((_month_alone(view) or _year_alone(view)) and told)
    return found is not None and found.part == "cover" and bool(dated)


def lists_an_issue(view: PageView) -> bool:
    """Whether the page is headed as contents and tells of which issue: no list of what somebody hands in."""
    return contents_heading(view) is not None and _DATED_ISSUE.search(view.flow.text) is not None


def _told_by_others(view: PageView) -> bool:
    """Whether the page is a report on a search for the paper, or what a database shows of it."""
    headed = any(_REPORT.search(line.text) and len(line.text) <= 24 for line in view.lines[:5])
    offered = {found.group() for found in _DATABASE.finditer(view.flow.text)}
    return headed or (len(offered) >= _OFFERS and len(view.flow.text) < _SHORT)


def contents_heading(view: PageView) -> Span | None:
    """Where 目录 or its like stands as a heading, perhaps with the journal and its issue before it."""
    for flow in (*(line.flow for line in view.lines), *view.segments):
        text = re.sub(r"[·.\-_*:、,]", "", flow.text)
        if 2 <= len(text) <= 34 and _CONTENTS.fullmatch(text) and view.depth(flow.box(0, len(flow.text))) < 0.5:
            return flow.span(0, len(flow.text))
    return None


def _cover_or_identifier(view: PageView) -> PartFound | None:
    """Covers name the journal in the largest letters and say little; identifier pages tell who publishes it, and where."""
    flow = view.flow
    owners = {m.group() for m in _COPYRIGHT.finditer(flow.text)}
    numbers = serial_places(view)
    issue = _ISSUE.search(flow.text) or _month_alone(view)
    largest = largest_line(view)
    named = largest is not None and stands_out(largest, view)
    fitting = len(owners) <= 5 or _half(view, largest) if largest is not None else False
    if largest is not None and largest.height >= _HUGE * view.glyph:  # the words of the serial numbers are no owners
        fitting = fitting or len(owners - _SERIAL_WORDS) <= 3
    if largest is not None and named and issue and len(flow.text) <= 400 and fitting:
        return PartFound("cover", largest.flow.span(0, len(largest.text)), 0.9)
    if numbers and len(owners) >= 2:
        return PartFound("identifier", numbers[0], 0.9)
    if largest is not None and issue and len(flow.text) <= 120 and (numbers or owners):
        return PartFound("cover", largest.flow.span(0, len(largest.text)), 0.7)
    if numbers and not issue:
        return PartFound("identifier", numbers[0], 0.6)
    return None


def _half(view: PageView, largest: Line) -> bool:
    """Whether the page shows a journal's outside laid open: on the half with its name next to nothing else."""
    own = next((column for column in view.column_lines if largest in column), ())
    wide = view.bounds.width > 1.1 * view.bounds.height and len(view.column_lines) > 1
    return wide and sum(len(line.text) for line in own) <= _ON_FRONT


def _month_alone(view: PageView) -> bool:
    """Whether a line is nothing but a month, in figures of either sort."""
    rows = [line for column in view.column_lines for line in column]
    found = ((line, hit) for line in rows if len(line.text) <= _LONGEST_MONTH for hit in dates.find_all(line.text))
    return any(
        hit.value.month and not hit.value.day and hit.end - hit.start == len(line.text) for line, hit in found
    ) or any(_MONTH_ALONE.fullmatch(line.text) for line in rows)


def _year_alone(view: PageView) -> bool:
    return any(YEAR_ALONE.fullmatch(line.text) for column in view.column_lines for line in column)


def stands_out(line: Line, view: PageView) -> bool:
    """Whether a line is in much larger letters than the page's others; where few stand, than those few."""
    others = [other.height for other in view.lines if other.box.cy != line.box.cy]
    usual = min(view.glyph, median(others)) if others and len(others) <= _FEW else view.glyph
    return line.height >= LARGE * usual


def serial_places(view: PageView) -> list[Span]:
    """Where an ISSN or a CN stands."""
    return [
        segment.span(start, end)
        for segment in (*view.segments, view.flow)
        for start, end in (
            *((hit.start, hit.end) for hit in issn.find_all(segment.plain)),
            *((hit.start, hit.end) for hit in cn_serial.find_all(segment.plain)),
        )
    ]


def largest_line(view: PageView) -> Line | None:
    """The line in the largest letters that may be a name: two and more Han characters, no number of an issue."""
    fitting: Sequence[Line] = [
        line
        for column in view.column_lines
        for line in column
        if re.search(r"[\u4e00-\u9fff]{2}", line.text)
        and not _ISSUE.search(line.text)
        and len(line.text) <= 30
        and not _CALLED.fullmatch(line.text)
        and not _CONTENTS.fullmatch(line.text)
    ]
    return max(fitting, key=lambda line: (line.height, -line.box.y0), default=None)
