"""Which years an appraisal covers: one in its heading or a cell; several in rows, columns, a range or pairs of year and result."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.kinds.annual_appraisal.headings import column_role, lone_year, option_role
from extractors.kinds.annual_appraisal.prose import only_agrees
from extractors.kinds.annual_appraisal.prose_lines import legible
from extractors.kinds.annual_appraisal.results import in_section
from extractors.kinds.annual_appraisal.sections import Section
from extractors.kinds.annual_appraisal.ticked_columns import ticked_column
from extractors.kinds.table_person import Candidate
from extractors.layout.flow import Flow
from extractors.layout.neighbours import LabelledPage
from extractors.layout.table_columns import Block, Role, aligned_grids, blocks_of
from extractors.layout.table_words import joined
from extractors.layout.tables import Cell, outside, ruled_grids
from extractors.layout.view import PageView
from extractors.values import dates, organisations, results, years
from models.geometry import Box

_RESULTS = "|".join(re.escape(w) for w in results.vocabulary() if len(w) > 1)
_PAIR = re.compile(
    rf"(?P<year>20\d\d)(?:年度?)?(?:考核)?(?:结果|等次|等级)?(?:为|是|:|-|\()?(?P<word>{_RESULTS})(?!率|员工|者|奖)"
)
_RESPECTIVE = re.compile(
    r"(?P<years>20\d\d(?:年度?)?(?:[、,和及与](?:20\d\d)(?:年度?)?)+)[^。;]{0,20}?分别(?:被)?[评确认考核]*[定]?[为是]?"
    rf"(?P<words>[\"']?(?:{_RESULTS})[\"']?(?:(?:等次|等级)?[、,和及与][\"']?(?:{_RESULTS})[\"']?)+)"
)
_LEAST_PROSE = 8
_CHAINED = 4
_YEAR_ALONE = re.compile(r"(?:20\d\d|二[〇零○]{1,2}[一二三四五六七八九十〇零○]{1,2})(?:年度?)?")
_GLUED = 0.9  # a year and nothing else behind its label, although no colon parts them
_SPOKEN = 0.75
_EARLIER = re.compile(r"[上前近][一两二三]?年|往年|历年|以往|曾")
_VERDICT_YEAR = re.compile(r"(?P<year>20\d\d)年?度(?:(?:的|个人|综合)?(?:考核|考评|绩效)|,?该(?:同志|员工))")
_TOLD_YEAR = re.compile(
    rf"(?P<year>20\d\d)年?度?(?:的|个人|综合|工作)?(?:考核|考评)[^。;我]{{0,14}}[评确核审认]?定?为?[\"']?(?:{_RESULTS})[\"']?(?:等次|等级|档次|[,。;]|$)"
)
_PERIOD = re.compile(
    r"(?P<year>20\d\d)[年./-]0?1(?:[月./-](?:0?1日?)?)?(?:[-~—一至到]{1,2})(?:(?P=year)[年./-])?(?:12(?:月(?:31日?)?|[./-]31)?)(?!\d)"
)
"""A whole year by its first and last month; a long dash is also read as 一, and the second year left out."""
_ONLY_PERIOD = re.compile(
    r"\(?(?:考核|评价|考评|述职)?(?:期间|时间|年度|周期)?:?20\d\d(?:年度?|[年./-]\d{1,2}[^,。;:]{4,22})\)?"
)
_TITLE = re.compile(r"考核|考评|鉴定|评价|述职|履职|绩效|登记表")
_PART_OF_YEAR = re.compile(
    r"(?:年度?|度)?[的(]?(?:第?[一二三四1-4]个?季|[上下前后]半年|半年|[Qq][1-4]|\d{1,2}月份?(?![\d至到~—一.\-/日]))"
)
"""What makes a year one of its quarters, halves or months: the appraisal of such a one is not the year's."""
_MOST_OF_YEAR, _HALF_YEAR, _UNSURE = 9, 6, 0.45  # months
_NOT_THE_YEAR = re.compile(r"填表|印制|版|文件|号\)|修订|通知|入职|参加工作|出生|签|盖")


@dataclass(frozen=True)
class YearRow:
    """What a table or sentence says of one of several years."""

    year: int
    fields: dict[str, Candidate]


def year_candidates(
    pages: Sequence[LabelledPage], prose: Sequence[Section]
) -> Iterator[tuple[tuple[int, ...], Candidate]]:
    """Years with their places: at labels, in headings, in sentences; never those of the narrative."""
    placed = list(_placed(pages, prose))
    told = placed or list(_told(prose))
    yield from told or _spoken_of(prose)


def _placed(pages: Sequence[LabelledPage], prose: Sequence[Section]) -> Iterator[tuple[tuple[int, ...], Candidate]]:
    for page in pages:
        for value in page.find("year"):
            alone = value.way == "row" and _YEAR_ALONE.fullmatch(value.text)
            quality = max(value.quality, _GLUED) if alone else value.quality
            yield from _labelled(page.view, value.text, value.flow, value.start, quality)
        regions = [s.region for s in prose if s.view is page.view and s.part in ("report", "comment")]
        for column in page.view.column_lines:
            for line in column:
                if _ONLY_PERIOD.fullmatch(line.text) or not any(
                    line.box.covered_by(region.grown(4)) > 0.6 for region in regions
                ):
                    yield from _in_line(page.view, line.flow)


def _told(sections: Sequence[Section]) -> Iterator[tuple[tuple[int, ...], Candidate]]:
    """The year of a verdict in an opinion (`2021年度考核确定为…`)."""
    for section in sections:
        if section.part in ("comment", "final", "result", "report"):
            pattern = _TOLD_YEAR if section.part == "report" else _VERDICT_YEAR
            for found in pattern.finditer(section.run.wording):
                span = section.run.part(*found.span("year")).span
                yield (int(found["year"]),), Candidate(found["year"], section.view, span, 0.85)


def _spoken_of(sections: Sequence[Section]) -> Iterator[tuple[tuple[int, ...], Candidate]]:
    """The one year that a letter without a heading speaks of (`2021年度,该同志…`)."""
    found = [
        (int(m["year"]), section, m)
        for section in sections
        if section.part == "report" and not section.heading
        for m in re.finditer(r"(?P<year>20\d\d)年(?:度|任|在|担任|度?以来)", section.run.wording)
    ]
    if len({year for year, _, _ in found}) == 1:
        year, section, match = found[0]
        yield (year,), Candidate(str(year), section.view, section.run.part(*match.span("year")).span, _SPOKEN)


def _labelled(
    view: PageView, text: str, flow: Flow, start: int, quality: float
) -> Iterator[tuple[tuple[int, ...], Candidate]]:
    found = re.match(
        r"\(?(?P<years>[〇零○一二三四五六七八九0-9]{4}(?:年度?)?(?:[\-~至到、,][〇零○一二三四五六七八九0-9]{4}年?度?)*)\)?",
        text,
    )
    named = years.parse(found["years"]) if found else None
    if found and _PART_OF_YEAR.match(text[found.end() :]):
        return
    if found and named and not re.match(r"[.\-/月〇一二三四五六七八九\d]", text[found.end() :]):
        at, end = found.span("years")
        end = at + 4 if len(named) == 1 else end
        yield named, Candidate(str(named[0]), view, flow.span(start + at, start + end), quality)
        return
    period = _PERIOD.match(text)
    if period:
        span = flow.span(start, start + period.end())
        yield (int(period["year"]),), Candidate(period["year"], view, span, 0.95 * quality)
        return
    within = dates.find_all(text)
    if len(within) == 2 and within[0].value.year == within[1].value.year and within[0].start <= 1:
        span = flow.span(start + within[0].start, start + within[1].end)
        months = (within[1].value.month or 12) - (within[0].value.month or 1) + 1
        if months >= _HALF_YEAR:
            sure = 0.9 if months >= _MOST_OF_YEAR else _UNSURE
            yield (within[0].value.year,), Candidate(str(within[0].value.year), view, span, sure * quality)


def _in_line(view: PageView, flow: Flow) -> Iterator[tuple[tuple[int, ...], Candidate]]:
    text = flow.text
    title = _TITLE.search(text) is not None and len(text) <= 40
    bare = re.search(r"(?<![A-Z〔号字])\((20\d\d)\)$", text) if title else None
    if bare:
        yield (int(bare[1]),), Candidate(bare[1], view, flow.span(*bare.span(1)), 0.92)
    period = _PERIOD.search(text)
    if period and len(text) <= 60:
        yield (int(period["year"]),), Candidate(period["year"], view, flow.span(*period.span()), 0.9)
        return
    spots = dates.find_all(flow.plain)
    if len(spots) == 2 and _is_whole_year(spots[0].value, spots[1].value) and len(text) <= 30:
        span = flow.span(spots[0].start, spots[1].end)
        yield (spots[0].value.year,), Candidate(str(spots[0].value.year), view, span, 0.9)
        return
    for found in years.find_all(text):
        start, end, named = found.start, found.end, found.value
        if re.match(r"[〇一二三四五六七八九十]{1,2}月", text[end:]) or _NOT_THE_YEAR.search(
            text[max(0, start - 8) : end + 6]
        ):
            continue
        if _PART_OF_YEAR.match(text[end:]) or (_EARLIER.search(text[:start]) and _PAIR.match(text[start:])):
            continue
        yearly = "年度" in text[start:end] or text[end : end + 1] == "度"
        follows = re.match(r"度?(?:个人|员工|工作)?(?:考核|考评|述职|绩效)", text[end:]) is not None
        alone = len(text) - (end - start) <= 4
        if not (title or yearly or alone or follows):
            continue
        quality = (
            0.98 if yearly and (title or alone) else 0.95 if title or follows else 0.85 if yearly or alone else 0.6
        )
        stop = start + 4 if len(named) == 1 else end
        yield named, Candidate(str(named[0]), view, flow.span(start, stop), quality)


def _table_rows(pages: Sequence[PageView], role: Role) -> Iterator[YearRow]:
    before: Block | None = None
    for view in pages:
        grids = ruled_grids(view)
        blocks = [b for grid in grids for b in blocks_of(grid, role, before)]
        blocks += [b for g in aligned_grids(view, role, outside(view, grids)) for b in blocks_of(g, role)]
        for block in blocks:
            yield from _rows(view, block)
            before = block


def _is_whole_year(first: dates.PartialDate, last: dates.PartialDate) -> bool:
    """Whether two dates are a year's beginning and end."""
    return first.year == last.year and first.month == 1 and last.month == 12 and (last.day or 31) == 31


def stated_years(pages: Sequence[LabelledPage]) -> frozenset[int]:
    """The single years that stand at a label of the form."""
    values = [(value.text, years.parse(value.text)) for page in pages for value in page.find("year")]
    return frozenset(named[0] for text, named in values if named and len(named) == 1 and len(text) <= 8)


def year_rows(
    pages: Sequence[PageView], sections: Sequence[Section], stated: frozenset[int] = frozenset()
) -> list[YearRow]:
    """The years of a merged table, each with its result and what else stands in its row; empty for one year."""
    for role in (column_role, option_role):
        found = list(_table_rows(pages, role))
        if len({row.year for row in found}) > 1:
            return found
    headed = list(_headed_years(sections))
    if len({row.year for row in headed}) > 1 and any("result" in row.fields for row in headed):
        return headed
    if respective := [row for view in pages for row in _respective(view)]:
        return respective
    told = [s for s in sections if s.part in ("report", "comment")]
    pairs = [pair for view in pages for pair in _pairs(view, [s.region for s in told if s.view is view])]
    # A form of one year may also name the results of the years before.
    several = len({p.year for p in pairs}) > 1 and stated <= {p.year for p in pairs}
    return [_with_prose(pair, pairs, told) for pair in pairs] if several else []


def _with_prose(row: YearRow, rows: Sequence[YearRow], told: Sequence[Section]) -> YearRow:
    """`row` with the prose that stands between its year and the next one on its page."""
    place = row.fields["year"]
    low = place.span.box.cy
    later = [
        c for r in rows if (c := r.fields["year"]).view is place.view and c.span.box.cy > low + place.span.box.height
    ]
    high = min((c.span.box.cy for c in later), default=float("inf"))
    fields = dict(row.fields)
    for section in told:
        prose = joined(section.prose)
        if section.view is place.view and low < section.region.cy < high and len(prose.squashed) >= _LEAST_PROSE:
            fields.setdefault(section.part, Candidate(prose.squashed, section.view, prose.span, 0.9))
    return YearRow(row.year, fields)


def _rows(view: PageView, block: Block) -> Iterator[YearRow]:
    roles = block.roles
    across = sum(role.startswith("year:") for role in roles.values())
    if "year" in roles.values() and len(roles) >= 2 and across < 2:
        for row in block.rows:
            cells = {roles[c.column]: c for c in row if c.column in roles and c.text}
            named = years.parse(cells["year"].text) if "year" in cells else None
            if named and len(named) == 1:
                fields = {n: f for n, c in cells.items() if (f := cell_field(view, n, c)) is not None}
                if "result" not in fields and (ticked := ticked_column(view, block, row)) is not None:
                    fields["result"] = ticked
                yield YearRow(named[0], fields)
        return
    for column, role in roles.items():
        if not role.startswith("year:"):
            continue
        fields = {}
        header = _header_cell(block, column)
        width = header.column_span if header is not None else 1
        for row in block.rows:
            head = column_role(row[0].text) if row else None
            cell = block.cell(row, column)
            if cell is None or cell is row[0] or cell.column_span > width:
                continue  # a cell that spans the columns speaks of all years
            if head in ("result", "employer", "position", "comment", "report"):
                value = cell_field(view, head, cell)
                if value is not None:
                    fields[head] = value
        if "result" in fields:
            if header is not None:
                fields["year"] = Candidate(role[5:], view, header.run.span, 0.97)
            yield YearRow(int(role[5:]), fields)


def _headed_years(sections: Sequence[Section]) -> Iterator[YearRow]:
    """What stands under headings that are nothing but a year (`2020年度`, its text, `考核结果：合格`)."""
    row: YearRow | None = None
    for section in sections:
        year = lone_year(section.heading) if section.part == "year" else None
        if year is not None:
            if row is not None:
                yield row
            row = YearRow(year, {})
        if row is None:
            continue
        if section.lines:
            row.fields.setdefault("year", Candidate(str(row.year), section.view, section.run.span, 0.9))
        prose = joined(section.prose)
        if section.part in ("year", "comment", "report") and len(prose.squashed) >= 8:
            row.fields.setdefault("comment", Candidate(prose.squashed, section.view, prose.span, 0.9))
        if section.part in ("result", "final") and (found := in_section(section)) is not None:
            if "result" in row.fields and row.fields["result"].value != found.value:
                found = replace(found, quality=0.4, notes=("conflict",))
            row.fields["result"] = found
    if row is not None:
        yield row


def _header_cell(block: Block, column: int) -> Cell | None:
    wanted = block.headers[column]
    return next((c for c in block.grid.cells if c.column == column and c.text == wanted), None)


def cell_field(view: PageView, name: str, cell: Cell) -> Candidate | None:
    """What a cell says of field `name` (year, result, employer, position, comment or report), or None."""
    text, run = cell.text, cell.run
    if name == "year":
        return (
            Candidate(str((years.parse(text) or (0,))[0]), view, run.part(0, 4).span, 0.97) if len(text) >= 4 else None
        )
    if name == "result":
        value = results.parse(text)
        if value is None:
            words = results.find_all(text)
            value = words[0].value if len({w.value for w in words}) == 1 else None
        return Candidate(value, view, run.span, 0.97) if value else None
    if name == "employer":
        plain = organisations.compact(run.squashed)
        return Candidate(plain, view, run.span, 0.95 if organisations.parse(plain) else 0.55)
    if name in ("comment", "report") and len(legible(run).squashed) >= _LEAST_PROSE:
        run = legible(run)
    if name in ("position", "comment", "report") and len(text) >= 2 and not only_agrees(text):
        return Candidate(run.squashed, view, run.span, 0.95)
    return None


def _respective(view: PageView) -> Iterator[YearRow]:
    """`2020、2021年度考核结果分别为合格、优秀`: each year with its result, where there are as many of both."""
    flow = view.flow
    for found in _RESPECTIVE.finditer(flow.text):
        named = [(int(m.group()), m) for m in re.finditer(r"20\d\d", found["years"])]
        words = list(re.finditer(_RESULTS, found["words"]))
        if len(named) != len(words) or len({y for y, _ in named}) != len(named):
            continue
        for (year, at), word in zip(named, words, strict=True):
            start, end = (found.start("years") + place for place in at.span())
            first, last = (found.start("words") + place for place in word.span())
            told = {
                "year": Candidate(str(year), view, flow.span(start, end), 0.95),
                "result": Candidate(word.group(), view, flow.span(first, last), 0.93),
            }
            yield YearRow(year, told)


def _pairs(view: PageView, reports: Sequence[Box]) -> Iterator[YearRow]:
    """`2020合格 2021优秀`, within the narrative only several one after the other."""
    flow = view.flow
    every = list(_PAIR.finditer(flow.text))
    chained = {f.start() for a, b in pairwise(every) if b.start() - a.end() <= _CHAINED for f in (a, b)}
    for found in every:
        span, at = flow.span(*found.span("word")), flow.span(*found.span("year"))
        if found.start() not in chained and any(span.box.covered_by(r) > 0.5 for r in reports):
            continue
        fields = {
            "year": Candidate(found["year"], view, at, 0.95),
            "result": Candidate(found["word"], view, span, 0.95),
        }
        yield YearRow(int(found["year"]), fields)
