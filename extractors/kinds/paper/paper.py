"""论文: each page's part, the journal with its numbers and issue, the paper's title and authors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from extractors.kinds.candidates import Candidate, Parsed, choose, labelled
from extractors.kinds.kind import KindScore
from extractors.kinds.paper.cited import as_cited, as_reference
from extractors.kinds.paper.heading import RUNNING, heading_of_paper
from extractors.kinds.paper.pages import named_again, repeated
from extractors.kinds.paper.parts import (
    LARGE,
    YEAR_ALONE,
    PartFound,
    contents_heading,
    is_cover,
    largest_line,
    lists_an_issue,
    part_of,
    with_identifiers,
)
from extractors.kinds.parsers import date
from extractors.kinds.record_parsers import at_labels, listed_persons, thing, things
from extractors.kinds.wording import load_wording, score_wording
from extractors.layout.flow import Flow
from extractors.layout.lines import Line, glyph_height
from extractors.layout.neighbours import LabelledPage
from extractors.layout.view import PageView
from extractors.text import HAN
from extractors.values import cn_serial, dates, issn
from models.document import Field, Kind

_HEADER = re.compile(
    rf"《?(?P<journal>[{HAN}()·]{{3,24}}?)》?(?:杂志)?[A-Za-z&.]{{0,40}}[,·]?(?=(?:19|20)\d\d年?(?:第?\d{{1,2}}期|第\d+卷|\d{{1,2}}月)|第\d{{1,3}}卷|Vol)"
)
_ISSUE_YEAR = re.compile(
    r"(?P<year>(?:19|20)\d\d)年?(?:\d{1,2}月)?[,·/]?(?:第\d{1,3}卷)?[(,]?(?:第?(?P<issue>\d{1,2})期|第\d{1,3}卷)"
)
_ISSUE_MONTH = re.compile(
    r"(?P<year>(?:19|20)\d\d)年(?P<month>1[0-2]|0?[1-9])月[,·/()]*(?:第\d{1,3}卷)?[,·/(]*第?\d{1,2}期"
)
_LEVEL, _NEXT = 1.2, 2.0  # of a row's height
_SELDOM = re.compile(r"双月刊|季刊|半年刊|旬刊|半月刊|周刊|年刊")
_NUMBERED_ISSUE = re.compile(r"(?P<year>(?:19|20)\d\d)[./\-·]\d{1,2}")
_FIGURES = "〇一二三四五六七八九"
_ISSUE_SPELT = re.compile(
    r"(?P<year>(?:二[〇○零]|一九)[〇○零一二三四五六七八九]{2})年?第[一二三四五六七八九十百]{1,4}[期卷]"
)
_MONTHLY = re.compile(r"(?<![半双])月刊")
_COVER_POINTS, _CONTENTS_POINTS = 3.6, 2.5
_TITLE_MARKS = re.compile(
    rf"(?:刊名[:]?)?《(?P<journal>[{HAN}A-Za-z()·]{{3,24}})》(?:编辑(?:部|委员会)|杂志社?|期刊社)?"
)
_ISSUE_PIECE = re.compile(r"(?:19|20)\d\d年?第?\d{1,2}期|第\d{1,2}期|第\d{1,3}卷|Vol", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(?P<year>(?:19|20)\d\d)(?!\d)")
_OFFERED = re.compile(r"下载|阅读|收藏|分享|导出|首页|登录")  # what a database offers on its page
_HOW_OFTEN = re.compile(r"\((?:半月|双月|月|季|旬|周|半年|年)刊\)$")
_EDITORS = re.compile(rf"《(?P<journal>[{HAN}A-Za-z()·]{{3,24}})》(?:编辑(?:部|委员会)|杂志社|期刊社|编辑出版)")
_ISSUE_BEHIND = re.compile(r"》?[,·(]?(?:(?:19|20)\d\d(?:年|[,.(·]|第?\d)|第\d{1,3}[卷期]).*$")
_PUBLISHERS = re.compile(r"(?:期刊|刊物)?(?:基本|出版)信息|主管|主办|编辑|出版|国际|国内|ISSN|CN\d|刊号|创刊")
_NO_JOURNAL = re.compile(r"[专本]期|总第|日期|时间|出版$|主办|主管|单位|月刊|季刊|编辑部")
_LISTED = re.compile(r"目[录次]$")
_PAGE_NUMBER = re.compile(r"[·|\-]{0,2}\d{1,4}[·|\-]{0,2}(?=《)")
_SHORTEST = 3
_TOP, _OVER_CONTENTS = 0.3, 0.65
_COLUMN = re.compile(r"交流|综述|专题|论坛$|[与和]应用$|[与和]研究$|研究$|论文$|动态$|天地$|园地$")
_HEADING = 1.2
_NAMED_BY = ("刊名", "名称", "期刊", "杂志", "刊物")
_MONTH_PIECE = re.compile(r"(?:19|20)\d\d年\d{1,2}月")
_NAME_PIECE = re.compile(rf"《?[{HAN}()·]{{4,20}}》?")
_OF_THE_PAPER = re.compile(r"文章编号[:\])]*$|doi[:.]?\S{0,12}$|10\.\d{4,5}/\S{0,8}$", re.IGNORECASE)
_SERIAL = re.compile(r"(?:CN)?\d\d-\d{4}(?:/[A-Z]{1,2}\d{0,3})?")
_MISREAD_CN = re.compile(r"[A-Z0-9]{2}(?=\d\d-\d{4})")
_OF_ISSUE = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?(?:19|20)\d\d|第\d{1,3}[卷期]|\(?总第\d{1,4}期\)?|[\d,;.·|()/\-]+|[Vv][Oo][Ll]|[Nn][Oo]"
)
_NOT_PUBLISHED = re.compile(r"(?:收稿|修回|修改|录用|投稿|审稿|改稿)[日时]?[期间]?[:]?$")
_IRREGULAR_CN = re.compile(r"CN(?:\(?[A-Z]{1,3}\)?)?\d{2}-\d{4,5}(?:/?\(?[A-Z]{1,3}\)?)")


_DOWNWARDS = 0.45  # large letters below each other are misread more often


@dataclass(frozen=True, slots=True)
class Paper:
    """One `part` a page; authors are joined by `;`. A cover with ISSN or CN stands for the identifier page too."""

    id: Kind = "paper"

    def score(self, view: PageView) -> KindScore:
        score = score_wording(view, load_wording(self.id))
        looks = (("cover", _COVER_POINTS, is_cover(view)), ("contents", _CONTENTS_POINTS, lists_an_issue(view)))
        bonus = max((points for _, points, so in looks if so), default=0.0)
        evidence = (*score.evidence, *(name for name, _, so in looks if so))
        return replace(score, points=score.points + bonus, evidence=evidence)

    def extract(self, pages: Sequence[PageView]) -> list[Field]:
        parts = [(view, part_of(view)) for view in pages]
        printed = any(part is not None and part.part == "body" for _, part in parts)
        by_page = [_with_month(list(_candidates(view, part, printed)), pages) for view, part in parts]
        fields = choose(_dated([candidate for found in by_page for candidate in found]))
        told = [view.field("part", found.part, found.span, found.quality) for view, found in with_identifiers(parts)]
        fields += list(repeated(fields, [_dated(found) for found in by_page]))
        return [*told, *named_again(parts, fields)]


def _candidates(view: PageView, part: PartFound | None, printed: bool) -> Iterator[Candidate]:
    """What a page tells; `printed` says whether the paper itself is among the pages, which refers to others' papers."""
    page = LabelledPage(view, load_wording("paper").vocabulary)
    yield from at_labels(page, (("journal", _journal_name), ("date", date)))
    yield from labelled(page, "journal", _source, label="_source")
    yield from labelled(page, "date", _year_of_issue, label="_issue")
    listed = part is not None and part.part == "contents"  # whose columns are headed 题目 and 作者
    titled = [] if listed else list(things(page, "title"))
    yield from titled
    if part is not None and part.part == "identifier" and titled:
        yield from listed_persons(page, "authors")
    if part is None and not printed:
        yield from as_reference(view)
    if part is None or part.part == "body":
        yield from listed_persons(page, "authors")
        yield from heading_of_paper(view)
    yield from _serial_numbers(page)
    yield from _journal(view, part)
    yield from as_cited(view)
    yield from _issue(view, part)


def _journal_name(text: str) -> Parsed | None:
    """A journal's name without the issue behind it."""
    parsed = thing(text)
    if parsed is not None and _OFFERED.search(parsed.value):
        return None
    if parsed is None or (issue := _ISSUE_BEHIND.search(parsed.value)) is None:
        return parsed
    name = parsed.value[: issue.start()].strip("《》")
    start = text.find(name)
    return Parsed(name, start, start + len(name), parsed.quality) if len(name) >= 2 else None


def _source(text: str) -> Parsed | None:
    """A journal's name at a label that may tell of anything (来源): only with the issue behind it."""
    return _journal_name(text) if _ISSUE_BEHIND.search(text) else None


def _year_of_issue(text: str) -> Parsed | None:
    """The year at a label of the issue: `2021，（04）`, `2021, 38(4): 45-48`."""
    found = _YEAR_FIRST.match(text)
    return Parsed(found["year"], *found.span("year"), 0.7) if found else None


def _serial_numbers(page: LabelledPage) -> Iterator[Candidate]:
    """ISSN and CN, with their words in front; the ISSN in 文章编号 counts for less, an irregular CN is shown but unsure."""
    found = [c for flow in page.view.segments for c in _serials_in(page.view, flow)]
    found = found or list(_serials_in(page.view, page.view.flow))
    yield from found
    names = {candidate.name for candidate in found}
    if "issn" not in names:
        yield from labelled(page, "issn", _issn)
    if "cn" not in names:
        yield from labelled(page, "cn", _serial)
        for odd in _IRREGULAR_CN.finditer(page.view.flow.plain):
            span = page.view.flow.span(*odd.span())
            yield Candidate("cn", cn_serial.compact(odd.group()), page.view, span, 0.4, "pattern", ("irregular",))


def _serials_in(view: PageView, flow: Flow) -> Iterator[Candidate]:
    for hit in issn.find_all(flow.plain):
        before = flow.text[max(0, hit.start - 18) : hit.start]
        said = re.search(r"ISSN[:]?$|国际(?:标准)?(?:连续出版物|刊)号[:]?(?:ISSN)?[:]?$", before)
        quality = 0.97 if said else 0.3 if _OF_THE_PAPER.search(before) else 0.55
        yield Candidate("issn", hit.value.number, view, flow.span(hit.start, hit.end), quality, "pattern")
    for serial in cn_serial.find_all(flow.plain):
        yield Candidate("cn", serial.value.number, view, flow.span(serial.start, serial.end), 0.96, "pattern")


def _serial(text: str) -> Parsed | None:
    lead = _MISREAD_CN.match(text)  # CN itself, one of its letters misread
    begin = lead.end() if lead else 0
    found = _SERIAL.match(text, begin)
    value = cn_serial.parse(found.group()) if found else None
    return Parsed(value.number, begin, found.end(), 0.8 if lead else 1.0) if found and value else None


def _issn(text: str) -> Parsed | None:
    found = re.match(r"(?:ISSN[:]?)?[0-9A-Za-z]{4}-?[0-9A-Za-z]{4}", text)
    value = issn.repair(found.group()) if found else None
    if found is None or value is None:
        return None
    return Parsed(
        value.number, 0, found.end(), 0.75 if value.repaired else 1.0, ("repaired",) if value.repaired else ()
    )


def _journal(view: PageView, part: PartFound | None) -> Iterator[Candidate]:
    """The journal's name: the largest letters of a cover, or what stands before the issue in a running head."""
    largest = largest_line(view) if part is not None and part.part == "cover" else None
    if largest is not None and (parsed := thing(largest.flow.plain)) is not None:
        sure = 0.93 if largest.height >= LARGE * view.glyph else 0.6
        sure = _DOWNWARDS if largest.inks[0].word.vertical else sure
        yield Candidate("journal", parsed.value, view, largest.flow.span(parsed.start, parsed.end), sure, "heading")
    if part is not None and part.part == "identifier":
        yield from _quoted(view)
        yield from _above_publishers(view)
    for line in (*view.lines[:4], *view.lines[-2:]):
        yield from _beside_issue(view, line)
        number = _PAGE_NUMBER.match(line.text)
        if (match := _HEADER.match(line.text, number.end() if number else 0)) and not _NO_JOURNAL.search(
            match["journal"]
        ):
            start = match.start("journal")
            end = start + len(_LISTED.sub("", match["journal"].rstrip("(")))
            if end - start < _SHORTEST:
                continue
            yield Candidate("journal", line.flow.plain[start:end], view, line.flow.span(start, end), 0.85, "heading")
            return
    if part is not None and part.part == "contents":
        yield from _over_contents(view)
        yield from _over_issue(view)


def _over_contents(view: PageView) -> Iterator[Candidate]:
    """The name in larger letters than anything else over a table of contents, beside an imprint too."""
    others = [glyph_height(ink) for ink in view.inks]
    heading = contents_heading(view)
    top = [flow for flow in view.segments if heading is None or flow.box(0, len(flow.text)).y0 < heading.box.y1]
    names = [flow for flow in top if _NAME_PIECE.fullmatch(flow.text) and not _NO_JOURNAL.search(flow.text)]
    largest = max(names, key=lambda flow: min(glyph_height(ink) for ink in flow.inks), default=None)
    if largest is None or min(glyph_height(ink) for ink in largest.inks) < _HEADING * median(others):
        return
    box = largest.box(0, len(largest.text))
    if view.depth(box) < _TOP:
        name = largest.plain.strip("《》")
        name = _HOW_OFTEN.sub("", name)
        yield Candidate("journal", name, view, largest.span(0, len(largest.text)), _OVER_CONTENTS, "heading")


def _over_issue(view: PageView) -> Iterator[Candidate]:
    """The name on a row of its own over a row that begins with the issue: `江南模具` over `2021年第4期 总第256期`."""
    for line, follow in pairwise(view.lines[:4]):
        named = _NAME_PIECE.fullmatch(line.text) and not (_NO_JOURNAL.search(line.text) or _COLUMN.search(line.text))
        if named and _ISSUE_PIECE.match(follow.text) and not RUNNING.search(line.text):
            name = line.flow.plain.strip("《》")
            yield Candidate("journal", name, view, line.flow.span(0, len(line.text)), _OVER_CONTENTS, "heading")
            return


def _above_publishers(view: PageView) -> Iterator[Candidate]:
    """The name in larger letters at the top, right above the rows that tell who publishes."""
    for line, follow in pairwise([row for row in view.lines[:8] if not row.text.isascii()][:6]):
        large = line.height >= _HEADING * view.glyph and follow.height < line.height and line.text[:2] not in _NAMED_BY
        if large and _NAME_PIECE.fullmatch(line.text) and _PUBLISHERS.match(follow.text):
            span = line.flow.span(0, len(line.text))
            name = _HOW_OFTEN.sub("", line.flow.plain.strip("《》"))
            yield Candidate("journal", name, view, span, 0.8, "heading")
            return


def _quoted(view: PageView) -> Iterator[Candidate]:
    """A journal's name in title marks on a row of its own, or before 编辑部."""
    for line in view.lines:
        if match := _TITLE_MARKS.fullmatch(line.text) or _EDITORS.search(line.text):
            span = line.flow.span(*match.span("journal"))
            yield Candidate("journal", line.flow.plain[slice(*match.span("journal"))], view, span, 0.85, "heading")


def _beside_issue(view: PageView, line: Line) -> Iterator[Candidate]:
    """A running head whose pieces are the issue, the journal's name and the page: the piece of Han characters alone."""
    pieces = _level_with(view, line)
    dated = any(_ISSUE_PIECE.search(piece.text) or _MONTH_PIECE.fullmatch(piece.text) for piece in pieces)
    if len(pieces) < 2 or not dated or any(_HEADER.match(piece.text) for piece in pieces):
        return
    named = [piece for piece in pieces if _NAME_PIECE.fullmatch(piece.text) and not RUNNING.search(piece.text)]
    if len(named) > 1:  # what is quoted; else what is no heading of a column of the journal
        quoted = [piece for piece in named if piece.text.startswith("《")]
        named = quoted or [piece for piece in named if not _COLUMN.search(piece.text)]
    if len(named) == 1:
        place = (0, len(named[0].text))
        yield Candidate("journal", named[0].plain.strip("《》"), view, named[0].span(*place), 0.7, "heading")


def _level_with(view: PageView, line: Line) -> list[Flow]:
    """The pieces of a running head: those on the row, and those of a block of smaller rows left or right of it."""
    own = [piece for piece in line.segments if piece.text]
    if not own:
        return []
    left, right = min(_x0(piece) for piece in own), max(_x1(piece) for piece in own)
    near = (row for row in view.lines[:4] if row is not line and abs(row.box.cy - line.box.cy) < _LEVEL * line.height)
    beside = [piece for row in near for piece in row.segments if piece.text]
    return own + [piece for piece in beside if _x1(piece) < left or _x0(piece) > right]


def _x0(piece: Flow) -> float:
    return piece.inks[0].box.x0


def _x1(piece: Flow) -> float:
    return piece.inks[-1].box.x1


def _issue(view: PageView, part: PartFound | None) -> Iterator[Candidate]:
    """When the issue came out: dates on cover and identifier page; the year of 2021年第4期 where nothing says more."""
    flow = view.flow
    if part is not None and part.part in ("cover", "identifier"):
        for hit in dates.find_all(flow.plain):
            if hit.value.month and not _NOT_PUBLISHED.search(flow.text[max(0, hit.start - 6) : hit.start]):
                quality = 0.8 * (0.5 if hit.value.doubtful else 1.0)
                yield Candidate("date", hit.value.iso(), view, flow.span(hit.start, hit.end), quality, "pattern")
                break
    if part is not None and part.part == "cover":
        for line in (row for column in view.column_lines for row in column):
            if year := YEAR_ALONE.fullmatch(line.text):
                yield Candidate("date", year["year"], view, line.flow.span(*year.span("year")), 0.7, "pattern")
                break
    if month := _ISSUE_MONTH.search(flow.text):
        value = f"{month['year']}-{int(month['month']):02}"
        yield Candidate("date", value, view, flow.span(*month.span()), 0.8, "pattern")
    yield from _running_date(view)
    if spelt := _ISSUE_SPELT.search(flow.text):
        written = spelt["year"].replace("○", "〇").replace("零", "〇")
        digits = "".join(str(_FIGURES.index(figure)) for figure in written)
        yield Candidate("date", digits, view, flow.span(*spelt.span()), 0.7, "pattern")
    if match := _ISSUE_YEAR.search(flow.text):
        yield Candidate("date", match["year"], view, flow.span(*match.span()), 0.7, "pattern")


def _running_date(view: PageView) -> Iterator[Candidate]:
    """The month beside the journal's name at the head or foot of a page, with nothing but volume, issue and page number."""
    for at, line in enumerate((*view.lines[:4], *view.lines[-2:])):
        for hit in dates.find_all(line.flow.plain):
            rest = _OF_ISSUE.sub("", line.text[: hit.start] + line.text[hit.end :])
            named = bool(_NAME_PIECE.fullmatch(rest)) and not RUNNING.search(rest)
            named = named or (not rest and any(_ISSUE_PIECE.search(piece.text) for piece in _issues_near(view, line)))
            named = named or (at < 3 and re.fullmatch(r"[A-Za-z&]{8,}", rest) is not None)  # the name in English
            if hit.value.month and hit.value.day is None and not hit.value.doubtful and named:
                yield Candidate("date", hit.value.iso(), view, line.flow.span(hit.start, hit.end), 0.75, "pattern")
                return


def _issues_near(view: PageView, line: Line) -> list[Flow]:
    """The pieces on a row and on the next one above or below it, as where the month stands over `第10期`."""
    near = (row for row in view.lines[:5] if abs(row.box.cy - line.box.cy) < _NEXT * line.height)
    return [
        piece
        for row in near
        for piece in row.segments
        if abs(_x1(piece) - line.box.x1) < _NEXT * line.height or row is line
    ]


def _dated(found: Sequence[Candidate]) -> list[Candidate]:
    """Days that say less (a bare year, a month) give way to one that says more of the same."""
    exact = [c.value for c in found if c.name == "date" and c.confidence >= 0.5]
    return [c for c in found if c.name != "date" or not any(e != c.value and e.startswith(c.value) for e in exact)]


def _with_month(found: list[Candidate], pages: Sequence[PageView]) -> list[Candidate]:
    """The numbered issue of a monthly as its month: `2021年第9期` of a 月刊 came out in September."""
    monthly = any(_MONTHLY.search(view.flow.text) for view in pages)
    if any(_SELDOM.search(view.flow.text) for view in pages) and not monthly:
        return [_year_of(candidate) for candidate in found]
    return [_month_of_issue(candidate) if monthly else candidate for candidate in found]


def _year_of(candidate: Candidate) -> Candidate:
    """Of a journal that is no monthly `2022.6` is the sixth issue of a year, not one of June."""
    numbered = _NUMBERED_ISSUE.fullmatch(candidate.span.text) if candidate.name == "date" else None
    return replace(candidate, value=numbered["year"], quality=0.9 * candidate.quality) if numbered else candidate


def _month_of_issue(candidate: Candidate) -> Candidate:
    issue = _ISSUE_YEAR.search(candidate.span.text) if candidate.name == "date" else None
    number = int(issue["issue"]) if issue and issue["issue"] else 0
    if not issue or issue["year"] != candidate.value or not 1 <= number <= 12:
        return candidate
    return replace(candidate, value=f"{issue['year']}-{number:02}", notes=(*candidate.notes, "issue_month"))
