"""Periods and months of insurance in the tables of a record: ruled or aligned, a period, a month or a year a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from extractors.kinds.parsers import identity, person
from extractors.kinds.social_insurance_record_columns import (
    column_role,
    has_time,
    kind_cells,
    listed_months,
    numbered_months,
    section_kind,
)
from extractors.layout.flow import Span
from extractors.layout.table_columns import Block, aligned_grids, bands, blocks_of
from extractors.layout.table_words import Run, joined
from extractors.layout.tables import Cell, outside, ruled_grids
from extractors.layout.view import PageView
from extractors.values import date_ranges, dates, organisations
from models.page import Word

_SUM = re.compile(r"合计|小计|累计|总计|共计|本页|以下空白|打印")
_FOOT = re.compile(
    r"合计|小计|累计|总计|打印|状态:?(?:正常|暂停|中断|参保)|授权码|验证码|校验码|说明|注:|经办机构:|^第\d+页"
)
_NOT_PAID = re.compile(r"|[-—/×xX]+|0(?:\.0+)?|未缴费?|欠费|未参保|无|空")
_ONGOING = re.compile(r"至今|现在|目前|今")
_DITTO = re.compile(r"同上|[〃\"]+|''")


@dataclass(frozen=True)
class Piece:
    """A value of one row: its text as a field's value, where it stands, and how sure."""

    value: str
    span: Span
    quality: float
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Period:
    """One row: `start` and `end` months (the same for a month's row) and what else the row says."""

    view: PageView
    start: Piece
    end: Piece | None
    others: dict[str, Piece] = field(default_factory=dict)


def periods(pages: Sequence[PageView], coded: Mapping[str, Piece] | None = None) -> list[Period]:
    """Every period of every table, from top to bottom; a table may go on over pages. `coded` are employers by number."""
    found: list[Period] = []
    before: Block | None = None
    for view in pages:
        grids = ruled_grids(view)
        blocks = [block for grid in grids for block in blocks_of(grid, column_role, before)]
        loose = aligned_grids(view, column_role, _without_foot(view, outside(view, grids)))
        blocks += [block for grid in loose for block in blocks_of(grid, column_role)]
        for block in blocks:
            halves = bands(numbered_months(block), has_time, never=r"m\d+|kind")
            found += [period for half in halves for period in _in_block(view, half, coded or {})]
            before = block
    return found


def _without_foot(view: PageView, words: Sequence[Word]) -> list[Word]:
    """`words` without lines of sums and remarks, which follow no column."""
    remarks = {id(ink.word) for line in view.lines if _FOOT.search(line.text) for ink in line.inks}
    return [word for word in words if id(word) not in remarks]


def _in_block(view: PageView, block: Block, coded: Mapping[str, Piece]) -> list[Period]:
    if not has_time(block) and not block.columns("kind"):
        return []
    section = _heading(view, block)
    found: list[Period] = []
    above: list[Cell] = []
    for row in block.rows:
        if (headed := _section_row(row)) is not None:
            section, above = headed, []
            continue
        if any(_SUM.search(cell.text) for cell in row if not _names_body(cell)):
            above = []
            continue
        made = [_of_kind(block, row, p, section) for p in _of_row(view, block, row)]
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


def _section_row(row: Sequence[Cell]) -> Piece | None:
    """The kind of insurance that a row of one filled cell names for the rows under it."""
    filled = [cell for cell in row if cell.text]
    named = section_kind(filled[0].text) if len(filled) == 1 else None
    return Piece(named, filled[0].run.span, 0.9) if named else None


def _heading(view: PageView, block: Block) -> Piece | None:
    """The kind of insurance that stands as a heading close over the block's rows."""
    top = min(cell.box.y0 for cell in block.rows[0])
    over = [line for line in view.lines if line.box.cy < top and top - line.box.cy < 8.0 * view.glyph]
    for line in sorted(over, key=lambda found: -found.box.cy):
        if (named := section_kind(line.text)) is not None:
            at = line.text.find(named)
            return Piece(named, line.flow.span(at, at + len(named)), 0.9)
        if dates.find_all(line.text):
            return None
    return None


def _of_kind(block: Block, row: Sequence[Cell], period: Period, section: Piece | None) -> Period:
    """The period with the kind of insurance that its columns, or the heading over it, name."""
    if "insurance_type" in period.others:
        return period
    paid = [(name, cell) for name, cell in kind_cells(block, row) if not _NOT_PAID.fullmatch(cell.text)]
    paid.sort(key=lambda entry: "养老" not in entry[0])
    if paid:
        name, cell = paid[0]
        return replace(period, others={**period.others, "insurance_type": Piece(name, cell.run.span, 0.9)})
    if section is not None and not block.columns("kind"):
        return replace(period, others={**period.others, "insurance_type": section})
    return period


def _by_code(block: Block, row: Sequence[Cell], period: Period, coded: Mapping[str, Piece]) -> Period:
    """The period with the employer whose number its row gives."""
    cells = [cell for column in block.columns("code") if (cell := block.cell(row, column)) is not None]
    piece = next((coded[cell.text] for cell in cells if cell.text in coded), None)
    if piece is None or "employer" in period.others:
        return period
    return replace(period, others={**period.others, "employer": piece})


def _of_row(view: PageView, block: Block, row: Sequence[Cell]) -> Iterator[Period]:
    others = _others(block, row)
    if "year" in block.roles.values():
        yield from _months_of_year(view, block, row, others)
        yield from _listed_of_year(view, block, row, others)
    told = False
    for column in block.columns("period", "month"):
        cell = block.cell(row, column)
        if cell is not None and cell.text and (ends := _span_of_time(cell)):
            told = True
            yield _checked(Period(view, *ends, others), block, row)
    starts, ends_at = block.columns("start"), block.columns("end")
    for at, column in enumerate(starts):
        first, last = block.cell(row, column), block.cell(row, ends_at[at]) if at < len(ends_at) else None
        begin = _month(first) if first else None
        if begin is not None:
            told = True
            end = _month(last) if last else None
            open_end = end is None and last is not None and _ONGOING.fullmatch(last.text)
            begin = replace(begin, notes=(*begin.notes, "open_end")) if open_end else begin
            yield _checked(Period(view, begin, end, others), block, row)
    for name, cell in () if told else kind_cells(block, row):
        if date_ranges.parse(cell.run.squashed) is not None and (ends := _span_of_time(cell)):
            yield Period(view, *ends, {**others, "insurance_type": Piece(name, cell.run.span, 0.9)})


def _listed_of_year(view: PageView, block: Block, row: Sequence[Cell], others: dict[str, Piece]) -> Iterator[Period]:
    """Months listed in one cell of a year's row: `2021 | 1-8, 10`."""
    year = next((d for c in block.columns("year") if (x := block.cell(row, c)) and (d := dates.parse(x.text))), None)
    for column in block.columns("month", "period"):
        cell = block.cell(row, column)
        for first, last in (listed_months(cell.text) if cell is not None and year is not None else None) or ():
            assert cell is not None
            assert year is not None
            start, end = (Piece(f"{year.year}-{month:02}", cell.run.span, 0.93) for month in (first, last))
            yield _checked(Period(view, start, end, others), block, row)


def _others(block: Block, row: Sequence[Cell]) -> dict[str, Piece]:
    found: dict[str, Piece] = {}
    for role, name in (
        ("employer", "employer"),
        ("type", "insurance_type"),
        ("name", "name"),
        ("id_number", "id_number"),
    ):
        for column in block.columns(role)[:1]:
            cell = block.cell(row, column)
            piece = _piece(role, cell.run) if cell is not None and cell.text else None
            if piece is not None:
                found[name] = piece
    return found


def _piece(role: str, run: Run) -> Piece | None:
    text = run.squashed
    if _DITTO.fullmatch(text):
        return None
    if role == "employer":
        name = organisations.compact(text)
        quality = 0.97 if organisations.parse(name) else 0.6
        return Piece(name, run.span, quality) if len(name) >= 3 else None
    if role == "type":
        return Piece(text, run.span, 0.97 if re.search(r"险|养老|年金|公积金", text) else 0.5)
    parsed = person(text) if role == "name" else identity(text)
    return Piece(parsed.value, run.span, 0.97 * parsed.quality, parsed.notes) if parsed else None


def _month(cell: Cell | None) -> Piece | None:
    if cell is None or (value := dates.parse(cell.run.squashed)) is None or not value.month:
        return None
    return Piece(value.iso()[:7], cell.run.span, 0.5 if value.doubtful else 0.97)


def _span_of_time(cell: Cell) -> tuple[Piece, Piece | None] | None:
    text = cell.run.squashed
    value = date_ranges.parse(text)
    if value is None:
        single = _month(cell)
        return (single, single) if single else None
    if not value.start.month:
        return None
    start = Piece(value.start.iso()[:7], cell.run.span, 0.5 if value.start.doubtful else 0.97)
    if value.end is None or not value.end.month:
        return replace(start, notes=("open_end",)), None
    return start, Piece(value.end.iso()[:7], cell.run.span, 0.5 if value.end.doubtful else 0.97)


def _months_of_year(view: PageView, block: Block, row: Sequence[Cell], others: dict[str, Piece]) -> Iterator[Period]:
    """Runs of months with an entry in a row of twelve months."""
    cell = next((c for column in block.columns("year") if (c := block.cell(row, column))), None)
    year = dates.parse(cell.run.squashed) if cell is not None else None
    if cell is None or year is None:
        return
    paid: list[tuple[int, Run]] = []
    for column, role in sorted(block.roles.items()):
        entry = block.cell(row, column) if re.fullmatch(r"m\d+", role) else None
        if entry is not None and not _NOT_PAID.fullmatch(entry.text):
            paid.append((int(role[1:]), entry.run))
    runs: list[list[tuple[int, Run]]] = []
    for month, run in paid:
        if runs and runs[-1][-1][0] == month - 1:
            runs[-1].append((month, run))
        else:
            runs.append([(month, run)])
    # A tick that was not seen looks like a month not paid, so rows of ticks with gaps are for a person to look at.
    ticks = all(not any(c.isdigit() for c in run.squashed) for _, run in paid)
    quality, notes = (0.45, ("doubtful",)) if ticks and len(paid) < 12 else (0.85, ())
    for group in runs:
        ends = [Piece(f"{year.year}-{month:02}", run.span, quality, notes) for month, run in (group[0], group[-1])]
        yield Period(view, ends[0], ends[1], others)


def _checked(period: Period, block: Block, row: Sequence[Cell]) -> Period:
    """Doubt on a period that ends before it starts, or whose months are not as many as the row says."""
    if period.end is None or min(len(period.start.value), len(period.end.value)) < len("2023-01"):
        return period
    first, last = (int(p.value[:4]) * 12 + int(p.value[5:7]) for p in (period.start, period.end))
    cell = next((c for column in block.columns("months") if (c := block.cell(row, column))), None)
    said = re.fullmatch(r"(\d{1,3})(?:个?月)?", cell.text) if cell is not None else None
    note = "conflict" if last < first else "months_differ" if said and int(said[1]) != last - first + 1 else None
    if note is None:
        return period
    doubt = [replace(p, quality=min(p.quality, 0.45), notes=(*p.notes, note)) for p in (period.start, period.end)]
    return replace(period, start=doubt[0], end=doubt[1])


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
    quality = 0.85 if organisations.parse(name) else 0.45
    return replace(period, others={**period.others, "employer": replace(employer, value=name, quality=quality)})


def _inherited(period: Period, last: Period | None, above: Sequence[Cell]) -> Period:
    """The row with the employer's name that began above it, or the one of the row before where its own is empty."""
    others = dict(period.others)
    if above:
        own = others.get("employer")
        run = joined([cell.run for cell in above])
        name = organisations.compact(run.squashed + (own.value if own else ""))
        others["employer"] = Piece(name, run.span, 0.8 if organisations.parse(name) else 0.45)
    for name in ("employer", "insurance_type", "name", "id_number"):
        if name not in others and last is not None and name in last.others:
            others[name] = replace(last.others[name], quality=0.8 * last.others[name].quality)
    return replace(period, others=others)
