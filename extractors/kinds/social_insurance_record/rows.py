"""Periods and months of insurance in the tables of a record: ruled or aligned, a period, a month or a year a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.kinds.parsers import identity, person
from extractors.kinds.social_insurance_record.columns import (
    column_role,
    has_time,
    headed_kind,
    kind_at_end,
    kind_cells,
    numbered_grid,
    numbered_months,
    with_ends,
    year_blocks,
)
from extractors.kinds.social_insurance_record.counted import checked
from extractors.kinds.social_insurance_record.kinds import ticked_pension
from extractors.kinds.social_insurance_record.pieces import UNSURE, Period, Piece, is_nothing, without_place
from extractors.kinds.social_insurance_record.sections import named_by_row, named_over
from extractors.kinds.social_insurance_record.year_rows import (
    listed_of_year,
    month_of_heading,
    months_of_year,
    whole_year,
    year_of,
    year_over,
)
from extractors.layout.table_columns import Block, aligned_grids, bands, blocks_of, pieces_of, transposed
from extractors.layout.table_words import Glyph, Run, joined
from extractors.layout.tables import Cell, Grid, outside, ruled_grids
from extractors.layout.view import PageView
from extractors.text import HAN
from extractors.values import date_ranges, dates, organisations
from models.page import Word

_SUM = re.compile(r"合计|小计|累计|总计|共计|本页|以下空白|打印")
_FOOT = re.compile(
    r"合计|小计|累计|总计|打印|状态:?(?:正常|暂停|中断|参保)|授权码|验证码|校验码|说明|注:|经办机构:|^第\d+页"
)
_ONGOING = re.compile(r"至今|现在|目前|今")
_BARE_MONTH = re.compile(r"(1[0-2]|0?[1-9])月?(?:份)?")
_KNOWN_KIND = re.compile(r"养老|医疗|失业|工伤|生育|年金|公积金|医保|社会保险|社保|五险|四险|三险|大病|长期护理")
_NAMED_KIND = re.compile(
    r"(?:企业职工|城镇企业职工|城镇职工|机关事业单位(?:工作人员)?|城乡居民|企业|城镇|职工)?(?:基本)?(?:养老|医疗|失业|工伤|生育)(?:保险费?)?"
)
_ROWS_IN_A_CELL = 4  # of times; a period takes up to three lines of a narrow cell
_IN_ONE_YEAR = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?:年|(?P<dot>[./]))(?P<first>1[0-2]|0?[1-9])月?(?:-{1,2}|~|至|到)(?P<last>1[0-2]|0?[1-9])月?"
)
_OF_A_HEADER = 3
_CUT = 0.4  # of a grid's words
_DITTO = re.compile(r"同上|[〃\"]+|''")


def periods(pages: Sequence[PageView], coded: Mapping[str, Piece] | None = None) -> list[Period]:
    """Every period of every table, from top to bottom; a table may go on over pages. `coded` are employers by number."""
    found: list[Period] = []
    before: Block | None = None
    for view in pages:
        grids = [
            grid for grid in ruled_grids(view) if not (_run_together(grid) or _cuts_words(grid) or _unparted(grid))
        ]
        blocks = [block for grid in grids for block in _blocks(grid, before)]
        loose = aligned_grids(view, column_role, _without_foot(view, outside(view, grids)))
        blocks += [block for grid in loose if not _cuts_words(grid) for block in blocks_of(grid, column_role)]
        for block in blocks:
            halves = bands(numbered_months(block), has_time, never=r"m\d+|kind")
            found += [period for half in halves for period in _in_block(view, half, coded or {})]
            before = block
    return found


def _run_together(grid: Grid) -> bool:
    """Whether a cell holds several rows of months: rules that were not seen, or none between rows, part no rows."""
    return any(
        len(cell.lines) >= _ROWS_IN_A_CELL and sum(_is_time(line) for line in cell.lines) > 0.6 * len(cell.lines)
        for cell in grid.cells
    )


def _unparted(grid: Grid) -> bool:
    """Whether a cell holds a whole header: rules between rows alone part no columns."""
    pieces = [[column_role(p.wording) for p in pieces_of(line)] for cell in grid.cells for line in cell.lines[:1]]
    return any(len({role for role in roles if role is not None}) >= _OF_A_HEADER for roles in pieces)


def _cuts_words(grid: Grid) -> bool:
    """Whether many words under the header are cut by the grid, and not at a blank: strokes taken for rules, or rows of
    another thing under a line that looks like a header."""
    held: dict[int, list[tuple[Glyph, Cell]]] = {}
    for cell in grid.cells:
        for glyph in cell.run.glyphs if cell.row else ():
            held.setdefault(id(glyph.word), []).append((glyph, cell))
    return sum(_is_cut(glyphs) for glyphs in held.values()) > _CUT * len(held)


def _is_cut(glyphs: Sequence[tuple[Glyph, Cell]]) -> bool:
    placed = sorted(glyphs, key=lambda one: one[0].box.x0)
    return any(
        one is not other and right.box.x0 - left.box.x1 < 0.3 * left.box.height
        for (left, one), (right, other) in pairwise(placed)
    )


def _is_time(line: Run) -> bool:
    value = date_ranges.parse(line.squashed) or dates.parse(line.squashed)
    return value is not None


def _blocks(grid: Grid, before: Block | None) -> list[Block]:
    blocks = blocks_of(grid, column_role, before)
    if any(has_time(block) for block in blocks):
        return blocks
    calendar = numbered_grid(grid)
    return year_blocks(grid) or ([calendar] if calendar is not None else blocks)


def lying_periods(pages: Sequence[PageView]) -> list[Period]:
    """The periods of tables whose labels stand in the first column, with a column a period."""
    found: list[Period] = []
    for view in pages:
        for grid in ruled_grids(view):
            if not _labels_side_by_side(grid):
                for block in blocks_of(transposed(grid), column_role):
                    found += _in_block(view, block, {})
    return found


def _labels_side_by_side(grid: Grid) -> bool:
    """Whether a row holds several labels of time, each with its value: a form, and no table lying on its side."""
    return any(len({column_role(cell.text) for cell in row} & {"start", "end", "period"}) > 1 for row in grid.rows)


def _without_foot(view: PageView, words: Sequence[Word]) -> list[Word]:
    """`words` without lines of sums and remarks, which follow no column."""
    remarks = {id(ink.word) for line in view.lines if _FOOT.search(line.text) for ink in line.inks}
    return [word for word in words if id(word) not in remarks]


def _in_block(view: PageView, block: Block, coded: Mapping[str, Piece]) -> list[Period]:
    block = with_ends(block)
    if not has_time(block) and len(block.columns("kind")) < 2:
        return []
    section = named_over(view, block)
    year = year_over(view, block)
    found: list[Period] = []
    above: list[Cell] = []
    for before, row in zip((None, *block.rows), block.rows, strict=False):
        if before is not None and not any(cell.text for cell in row if cell not in before):
            continue  # a stray stroke parted a row: nothing begins here
        if headed := named_by_row(row):
            section, above = {**section, **headed}, []
            continue
        if any(_SUM.search(cell.text) for cell in row if not _names_body(cell)):
            above = []
            continue
        made = [_of_section(block, row, p, section) for p in _of_row(view, block, row, year)]
        made = [_by_code(block, row, period, coded) for period in made]
        if not made:
            if (loose := _fragment(block, row)) is not None:
                below = bool(found) and _continues(found[-1])
                if below:
                    found[-1] = _longer(found[-1], loose)
                else:
                    above = [*above, loose]
            continue
        found += [_inherited(period, found[-1] if found else None, above) for period in made]
        above = []
    return found


def _names_body(cell: Cell) -> bool:
    return len(cell.text) >= 6 and organisations.parse(cell.text) is not None


def _of_section(block: Block, row: Sequence[Cell], period: Period, section: Mapping[str, Piece]) -> Period:
    """The period with the employer and the kind of insurance that its columns, or the headings over it, name."""
    if "employer" in section and "employer" not in period.others:
        period = replace(period, others={**period.others, "employer": section["employer"]})
    if "insurance_type" in period.others:
        return period
    paid = [(name, cell) for name, cell in kind_cells(block, row) if not is_nothing(cell.text)]
    paid.sort(key=lambda entry: "养老" not in entry[0])
    if paid:
        return replace(period, others={**period.others, "insurance_type": headed_kind(*paid[0])})
    if "insurance_type" in section and not block.columns("kind"):
        return replace(period, others={**period.others, "insurance_type": section["insurance_type"]})
    return period


def _by_code(block: Block, row: Sequence[Cell], period: Period, coded: Mapping[str, Piece]) -> Period:
    """The period with the employer whose number its row gives."""
    cells = [cell for column in block.columns("code") if (cell := block.cell(row, column)) is not None]
    piece = next((coded[cell.text] for cell in cells if cell.text in coded), None)
    if piece is None or "employer" in period.others:
        return period
    return replace(period, others={**period.others, "employer": piece})


def _of_row(view: PageView, block: Block, row: Sequence[Cell], over: int | None) -> Iterator[Period]:
    others = _others(block, row)
    if over is not None:
        yield from month_of_heading(view, block, row, others, over)
    year = year_of(block, row)
    if year is not None:
        yield from months_of_year(view, block, row, others, year)
        yield from listed_of_year(view, block, row, others, year)
        yield from whole_year(view, block, row, others, year)
    told = False
    for period in (*_at_times(view, block, row, others), *_between_ends(view, block, row, others, year)):
        told = True
        yield checked(period, block, row)
    for name, cell in () if told else kind_cells(block, row):
        if date_ranges.parse(cell.run.squashed) is not None and (ends := _span_of_time(cell)):
            yield Period(view, *ends, {**others, "insurance_type": headed_kind(name, cell)})


def _at_times(view: PageView, block: Block, row: Sequence[Cell], others: dict[str, Piece]) -> Iterator[Period]:
    """Periods and months in one cell; where a cell holds what is none, the row without its months."""
    for column in block.columns("period", "month"):
        cell = block.cell(row, column)
        ends = _parted_span(block, row, column) or (_span_of_time(cell) if cell is not None and cell.text else None)
        if ends is not None:
            yield Period(view, *ends, others)
        elif cell is not None and _meant_for_time(cell) and "employer" in others:
            yield Period(view, None, None, others)


def _between_ends(
    view: PageView, block: Block, row: Sequence[Cell], others: dict[str, Piece], year: int | None
) -> Iterator[Period]:
    """Periods whose first and last months have columns of their own, perhaps without the year, which has another."""
    starts, ends_at = block.columns("start"), block.columns("end")
    for at, column in enumerate(starts):
        first, last = block.cell(row, column), block.cell(row, ends_at[at]) if at < len(ends_at) else None
        begin, end = _month(first, year), _month(last, year)
        if begin is not None:
            open_end = end is None and last is not None and _ONGOING.fullmatch(last.text)
            begin = replace(begin, notes=(*begin.notes, "open_end")) if open_end else begin
            yield Period(view, begin, end, others)
        elif end is not None and first is not None and _meant_for_time(first) and "employer" in others:
            yield Period(view, None, end, others)


def _meant_for_time(cell: Cell) -> bool:
    """Whether a cell holds a month that was misread: `2020.00`."""
    return re.match(r"(?:19|20)\d\d[年.\-/]?\d", cell.text) is not None


def _others(block: Block, row: Sequence[Cell]) -> dict[str, Piece]:
    found: dict[str, Piece] = {}
    for role, name in (
        ("employer", "employer"),
        ("type", "insurance_type"),
        ("name", "name"),
        ("id_number", "id_number"),
    ):
        for column in block.columns(role)[:1]:
            run = _run_in(block, row, column)
            piece = _piece(role, run) if run else None
            if piece is not None:
                found[name] = piece
    named = next((cell for cell in row if cell.text and kind_at_end(cell.text) == cell.text), None)
    if named is not None and "insurance_type" not in found:
        found["insurance_type"] = Piece(named.text, named.run.span, 0.9)
    return found


def _run_in(block: Block, row: Sequence[Cell], column: int) -> Run:
    """The text of `row` under a header; of a cell with several whole names, one a row, the row's own."""
    cells = block.under(row, column)
    lines = [line for cell in cells for line in cell.lines]
    if len(lines) > 1 and all((body := organisations.parse(line.squashed)) and body.form for line in lines):
        own = [cell.box for cell in row if cell.row_span == 1 and cell.text and cell not in cells]
        if own:
            return min(lines, key=lambda line: abs(line.box.cy - own[0].cy))
    return joined([cell.run for cell in cells if cell.text])


def _piece(role: str, run: Run) -> Piece | None:
    text = run.squashed
    if _DITTO.fullmatch(text):
        return None
    if role == "employer":
        name = without_place(organisations.compact(text))
        quality = 0.97 if organisations.parse(name) else 0.6
        quality = UNSURE if len(re.findall(r"有限(?:责任)?公司(?!.{0,12}分公司)", name)) > 1 else quality
        return Piece(name, run.span, quality) if len(name) >= 3 else None
    if role == "type":
        ticked = ticked_pension(text)
        if ticked is not None:
            return Piece(ticked.value, run.part(ticked.start, ticked.end).span, ticked.quality)
        kind = text.strip(",;:。、.·")
        known = _KNOWN_KIND.search(kind)
        scrap = _NAMED_KIND.search(kind)
        whole = known and (scrap is None or len(kind) - len(scrap.group()) != 1)  # one sign more is no part of it
        return Piece(kind, run.span, 0.97 if whole else UNSURE) if re.search(rf"[{HAN}]", kind) else None
    parsed = person(text) if role == "name" else identity(text)
    return Piece(parsed.value, run.span, 0.97 * parsed.quality, parsed.notes) if parsed else None


def _month(cell: Cell | None, year: int | None = None) -> Piece | None:
    """The month of a cell; a bare number is one of `year`."""
    if cell is None:
        return None
    if year is not None and (bare := _BARE_MONTH.fullmatch(cell.text)):
        return Piece(f"{year}-{int(bare[1]):02}", cell.run.span, 0.93)
    value = dates.parse(cell.run.squashed.removeprefix("自").removeprefix("从"))
    if value is None or not value.month:
        return None
    return Piece(value.iso()[:7], cell.run.span, 0.5 if value.doubtful else 0.97)


def _parted_span(block: Block, row: Sequence[Cell], column: int) -> tuple[Piece, Piece | None] | None:
    """The first and the last month where a header covers a cell for each, perhaps with one for the dash between."""
    cells = [cell for cell in block.under(row, column) if cell.text and re.search(r"\d", cell.text)]
    months = [_month(cell) for cell in cells]
    if len(months) != 2 or months[0] is None or months[1] is None:
        return None
    return months[0], months[1]


def _span_of_time(cell: Cell) -> tuple[Piece, Piece | None] | None:
    text = cell.run.squashed
    if (short := _IN_ONE_YEAR.fullmatch(text)) and int(short["first"]) <= int(short["last"]) <= 12:
        start, end = (Piece(f"{short['year']}-{int(short[m]):02}", cell.run.span, 0.93) for m in ("first", "last"))
        return start, end
    value = date_ranges.parse(text)
    if value is None:
        single = _month(cell)
        return (single, single) if single else None
    if not value.start.month:
        return None
    start = Piece(value.start.iso()[:7], cell.run.span, 0.5 if value.start.doubtful else 0.97)
    if value.end is None or not value.end.month:
        return replace(start, notes=("end_unread",) if value.end else ("open_end",)), None
    return start, Piece(value.end.iso()[:7], cell.run.span, 0.5 if value.end.doubtful else 0.97)


def _fragment(block: Block, row: Sequence[Cell]) -> Cell | None:
    """The one cell of a row that holds nothing but a piece of an employer's name."""
    filled = [cell for cell in row if cell.text]
    columns = block.columns("employer")
    alone = len(filled) == 1 and columns and block.cell(row, columns[0]) is filled[0]
    return filled[0] if alone else None


def _continues(period: Period) -> bool:
    employer = period.others.get("employer")
    return employer is not None and organisations.parse(employer.value) is None


def _longer(period: Period, cell: Cell) -> Period:
    employer = period.others["employer"]
    name = organisations.compact(employer.value + cell.run.squashed)
    quality = 0.85 if organisations.parse(name) else UNSURE
    return replace(period, others={**period.others, "employer": replace(employer, value=name, quality=quality)})


def _inherited(period: Period, last: Period | None, above: Sequence[Cell]) -> Period:
    """The row with the employer's name that began above it, or the one of the row before where its own is empty."""
    others = dict(period.others)
    if above:
        own = others.get("employer")
        run = joined([cell.run for cell in above])
        name = organisations.compact(run.squashed + (own.value if own else ""))
        others["employer"] = Piece(name, run.span, 0.8 if organisations.parse(name) else UNSURE)
    for name in ("employer", "insurance_type", "name", "id_number"):
        if name not in others and last is not None and name in last.others:
            others[name] = replace(last.others[name], quality=0.8 * last.others[name].quality)
    return replace(period, others=others)
