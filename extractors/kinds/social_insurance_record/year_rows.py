"""Rows of a year each: its months in twelve columns, or listed in one cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import median

from extractors.kinds.social_insurance_record.columns import listed_months
from extractors.kinds.social_insurance_record.counted import checked, months_said
from extractors.kinds.social_insurance_record.pieces import UNSURE, Period, Piece, is_nothing
from extractors.layout.table_columns import Block
from extractors.layout.tables import Cell
from extractors.layout.view import PageView
from extractors.values import dates

_YEAR_OVER = re.compile(r".{0,16}?(?<!\d)(?P<year>(?:19|20)\d\d)(?:年度?(?:参保|缴费)?(?:情况|明细|记录)?)?[)]?")
_BARE_MONTH = re.compile(r"(?P<month>1[0-2]|0?[1-9])月?(?:份)?")
_MONTHS = 12
_OF_A_SUM = 3  # digits


def year_of(block: Block, row: Sequence[Cell]) -> int | None:
    cells = [cell for column in block.columns("year") if (cell := block.cell(row, column)) is not None]
    return next((value.year for cell in cells if (value := dates.parse(cell.run.squashed))), None)


def year_over(view: PageView, block: Block) -> int | None:
    """The year that a heading gives to a table whose rows begin with a month alone."""
    if block.columns("year") or not block.columns("month"):
        return None
    top = min(cell.box.y0 for cell in block.rows[0])
    over = [s for s in view.segments if s.text and s.box(0, len(s.text)).cy < top]
    found = [(s.box(0, len(s.text)).cy, m) for s in over if (m := _YEAR_OVER.fullmatch(s.text)) is not None]
    return int(max(found, key=lambda one: one[0])[1]["year"]) if found else None


def month_of_heading(
    view: PageView, block: Block, row: Sequence[Cell], others: dict[str, Piece], year: int
) -> Iterator[Period]:
    """The month of a row that begins with its number, where its columns of the pension, or all of them, say anything."""
    cells = [cell for column in block.columns("month") if (cell := block.cell(row, column)) is not None]
    found = next(((c, m) for c in cells if (m := _BARE_MONTH.fullmatch(c.text)) is not None), None)
    if found is None:
        return
    pension = [c for c, role in block.roles.items() if role == "kind" and "养老" in block.headers[c]]
    asked = [cell for c in pension if (cell := block.cell(row, c)) is not None] if pension else list(row)
    sums = pension and any(_has_sum(block.cell(other, c)) for other in block.rows for c in pension)
    told = [c for c in asked if c is not found[0] and (_has_sum(c) if sums else _is_entry(view, c))]
    if told:
        piece = Piece(f"{year}-{int(found[1]['month']):02}", found[0].run.span, 0.85)
        yield checked(Period(view, piece, piece, others), block, row)


def _is_entry(view: PageView, cell: Cell) -> bool:
    return not is_nothing(cell.text) if cell.text else _is_ticked(view, cell)


def _has_sum(cell: Cell | None) -> bool:
    return cell is not None and _digits(cell) >= _OF_A_SUM


def listed_of_year(
    view: PageView, block: Block, row: Sequence[Cell], others: dict[str, Piece], year: int
) -> Iterator[Period]:
    """Months listed in one cell of a year's row: `2021 | 1-8, 10`."""
    for column in block.columns("month", "period"):
        cell = block.cell(row, column)
        stretches = (listed_months(cell.text) if cell is not None else None) or []
        total = sum(last - first + 1 for first, last in stretches)
        for first, last in stretches:
            assert cell is not None
            start, end = (Piece(f"{year}-{month:02}", cell.run.span, 0.93) for month in (first, last))
            yield checked(Period(view, start, end, others), block, row, total)


def months_of_year(
    view: PageView, block: Block, row: Sequence[Cell], others: dict[str, Piece], year: int
) -> Iterator[Period]:
    """The months with an entry in a row of twelve months; what is no sum among sums may be a dash that was misread."""
    entries = _entries(block, row)
    ticked = [month for month, cell in entries if not cell.text and _is_ticked(view, cell)]
    paid = [(month, cell) for month, cell in entries if month in ticked or not is_nothing(cell.text)]
    usual = _usual_digits(block)
    odd = {month for month, cell in paid if usual >= _OF_A_SUM and _digits(cell) <= 1}
    said = months_said(block, row, own=True)
    agrees = len(paid) - len(odd) in said
    # A tick that was not seen looks like a month not paid, so rows of ticks with gaps are for a person to look at.
    ticks = bool(ticked) or not any(_digits(cell) for _, cell in paid)
    note = "months_differ" if said and not agrees else "doubtful" if ticks and len(paid) < 12 and not agrees else None
    here = next(cell.run for cell in row if cell.text)
    for month, cell in paid:
        doubt = note or ("doubtful" if month in odd else None)
        quality, notes = (UNSURE, (doubt,)) if doubt else (0.85, ())
        piece = Piece(f"{year}-{month:02}", (cell.run or here).span, quality, notes)
        yield Period(view, piece, piece, others)


def whole_year(
    view: PageView, block: Block, row: Sequence[Cell], others: dict[str, Piece], year: int
) -> Iterator[Period]:
    """All of a year whose row says nothing of when but that it has twelve months; which months fewer are, it does not say."""
    if set(block.roles.values()) & {"period", "month", "start", "end", *(f"m{month}" for month in range(1, 13))}:
        return
    cells = [cell for column in block.columns("year") if (cell := block.cell(row, column)) is not None]
    said = months_said(block, row, own=True)
    if not cells or not said or not all(0 < count <= _MONTHS for count in said):
        return
    if set(said) == {_MONTHS}:
        start, end = (Piece(f"{year}-{month:02}", cells[0].run.span, 0.85) for month in (1, _MONTHS))
        yield checked(Period(view, start, end, others), block, row)
    elif "employer" in others:
        yield Period(view, None, None, others)


def _entries(block: Block, row: Sequence[Cell]) -> list[tuple[int, Cell]]:
    """The cells of `row` under the months, by month."""
    columns = [(int(role[1:]), column) for column, role in block.roles.items() if re.fullmatch(r"m\d+", role)]
    return [(month, cell) for month, column in sorted(columns) if (cell := block.cell(row, column)) is not None]


def _usual_digits(block: Block) -> float:
    """How many digits an entry under a month has in the table, at the middle of all."""
    return median([n for row in block.rows for _, cell in _entries(block, row) if (n := _digits(cell))] or [0])


def _digits(cell: Cell) -> int:
    return sum(c.isdigit() for c in cell.text)


def _is_ticked(view: PageView, cell: Cell) -> bool:
    """Whether a sign that no word holds stands in the cell: a dot, a filled box."""
    return any(m.kind == "checkbox" and m.checked and cell.box.contains(m.box.cx, m.box.cy) for m in view.marks)
