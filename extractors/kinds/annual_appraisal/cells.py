"""Cells of appraisal tables: which is a heading, what it heads, and cells that hold options or the results of periods."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.kinds.annual_appraisal.headings import LONGEST_HEADING, part_of, words
from extractors.kinds.wording import load_wording
from extractors.layout.tables import Cell, Grid
from extractors.layout.view import PageView
from extractors.text import HAN
from extractors.values import results
from models.geometry import union

_LONGEST_PERIOD = 8
_YEARLY = re.compile(r"全年|年度|年终|年末|最终|综合|总评|合计")
_PART = re.compile(r"季度?$|[一二三四1-4]季|\d月|月份?$|半年|期$|全年|年度|年终|年末")
_SHORT_LABEL = 6
_LEGIBLE = 0.8
_OTHER_WORDS = 6
_VIRTUES = frozenset("德能勤绩廉学")
_ASKS = re.compile(r"标准|要点|指标|要素|说明|参考|考[核评]内容")
LEAST_PROSE = 60
_INDEX = re.compile(r"[A-Z]?\d{1,2}[.、)]?")
_SENTENCE, _SHORT_SENTENCE = 14, 8


def heading_of(cell: Cell | None) -> str | None:
    """The part that a cell opens whose whole text is a heading; one that also holds its value is none."""
    if cell is None or not cell.text or value_inside(cell.text):
        return None
    return None if cell.text.endswith(tuple(w for w in results.vocabulary() if len(w) > 1)) else part_of(cell.text)


def left_of(grid: Grid, cell: Cell) -> Cell | None:
    """The cell left of `cell`, also where thick or doubled rules leave an empty column between them."""
    for column in range(cell.column - 1, -1, -1):
        if (found := grid.at(cell.row, column)) is not None:
            near = cell.box.x0 - found.box.x1 < min(found.box.height, cell.box.height)
            return found if column == cell.column - 1 or near else None
    return None


def whole_row_above(grid: Grid, cell: Cell) -> str | None:
    """The heading that alone fills the row over `cell`, although strokes may have been taken for rules within it."""
    rows = (grid.rows[row] for row in range(cell.row - 1, -1, -1))
    row = next((row for row in rows if row), ())
    text = "".join(c.text for c in row)
    wide = sum(c.box.width for c in row) > 0.8 * cell.box.width
    inside = any(heading_of(c) is not None or value_inside(c.text) for c in row) and len([c for c in row if c.text]) > 1
    if not wide or inside or value_inside(text) or len(text) > LONGEST_HEADING or results.parse(text) is not None:
        return None
    return text if part_of(text) is not None else None


def option_row(grid: Grid, cell: Cell) -> list[Cell] | None:
    """The cells of a row of options that `cell` is one of, behind a label that was not read right; None where it is not so."""
    row = grid.rows[cell.row]
    options = [c for c in row if len(c.text) > 1 and c.text in results.vocabulary()]
    if cell not in options or len(options) < 3 or len({c.text for c in options}) < len(options):
        return None
    under = {
        c.row for o in options for c in grid.cells if c.column == o.column and c.row > o.row and 0 < len(c.text) <= 2
    }
    if len(under) > 1:
        return None  # the columns of a table in which several things are judged
    label = left_of(grid, options[0])
    rest = [c for c in row if c not in options and c is not label]
    if rest or label is None or len(label.text) > _SHORT_LABEL or heading_of(label) is not None:
        return None
    return None if any(word in label.text for word in words("tails")["earlier"]) else options


def heads(grid: Grid, cell: Cell, below: Cell) -> bool:
    """Whether `cell` is one of a row of headings over columns, `below` the cell of its column."""
    row = [c for c in grid.rows[cell.row] if c.row == cell.row]
    if len(row) < 2 or (below.column, below.column_span) != (cell.column, cell.column_span):
        return False
    if all(heading_of(c) is not None for c in row):
        return True
    under = [c for c in grid.rows[below.row] if c.row == below.row]
    same = [(c.column, c.column_span) for c in row] == [(c.column, c.column_span) for c in under]
    return same and all(_is_label(c.text) for c in row) and not all(_is_label(c.text) for c in under)


def column_head(grid: Grid, cell: Cell) -> tuple[str, str] | None:
    """Part and text of the header, some rows up, of the column of texts or over the lone result that `cell` is.

    Texts beside 德 能 勤 绩 廉 are the person's report, unless their column says what is asked for there.
    """
    if _is_prose(cell.text) and (left := left_of(grid, cell)) is not None and left.text in _VIRTUES:
        head = next((c for r in range(cell.row - 1, -1, -1) if (c := grid.at(r, cell.column)) and _asks(c.text)), None)
        return ("report", left.text) if head is None else None
    prose = _is_prose(cell.text) or (is_entry(grid, cell) and len(cell.text) >= _SENTENCE)
    wanted = ("report", "comment", "final") if prose else ("result",) if _is_result(cell.text) else ()
    above = grid.at(cell.row - 1, cell.column) if cell.row else None
    while wanted and above is not None and (above.column, above.column_span) == (cell.column, cell.column_span):
        part = heading_of(above)
        if part is not None:
            row = [c for c in grid.rows[above.row] if c.text]
            below = grid.at(cell.row + cell.row_span, cell.column)
            lone = wanted != ("result",) or not (below is not None and _is_result(below.text))
            return (part, above.text) if part in wanted and len(row) > 1 and lone else None
        if wanted == ("result",):
            return None  # what stands over it is no header
        above = grid.at(above.row - 1, above.column) if above.row else None
    return None


def _asks(text: str) -> bool:
    """Whether a header says what is asked for in its column."""
    return len(text) <= LONGEST_HEADING and "。" not in text and _ASKS.search(text) is not None


def _is_prose(text: str) -> bool:
    least = _SHORT_SENTENCE if text.endswith("。") else _SENTENCE
    return len(text) >= least and re.search("[。;]", text) is not None


def _is_result(text: str) -> bool:
    return len(text) > 1 and results.parse(text) is not None


def run_on(view: PageView, grid: Grid, cell: Cell) -> Cell:
    """`cell` with the lines of those below it where no rules were drawn around any: rows of a table beside the prose cut it."""
    below = grid.below(cell)
    if is_entry(grid, cell):
        return cell
    while below is not None and not {cell.box, below.box} & set(view.cells) and below.column == cell.column:
        cell = replace(cell, lines=(*cell.lines, *below.lines), box=union((cell.box, below.box)))
        below = grid.at(below.row + below.row_span, below.column)
    return cell


def is_entry(grid: Grid, cell: Cell) -> bool:
    """Whether a number stands left of `cell`, so that its row is an entry of its own."""
    left = left_of(grid, cell)
    return left is not None and _INDEX.fullmatch(left.text) is not None


def goes_on(view: PageView, grid: Grid, above: Cell, cell: Cell) -> bool:
    """Whether `cell` is prose that `run_on` took to a cell above it."""
    if is_entry(grid, cell):
        return False
    while above.column == cell.column and not {above.box, cell.box} & set(view.cells):
        head = grid.at(above.row - 1, above.column) if above.row else None
        if head is None:
            return False
        if heads(grid, head, above):
            return heading_of(head) in ("report", "comment")
        cell, above = above, head
    return False


def _is_label(text: str) -> bool:
    """Whether a cell holds what may be a heading: a few Chinese characters, no sentence and no value."""
    return re.fullmatch(rf"[{HAN}()/]{{2,14}}:?", text) is not None and results.parse(text) is None


def illegible(label: Cell) -> bool:
    """Whether a narrow label cell, its words set one under another, could not be read."""
    narrow = label.box.height > 1.2 * label.box.width
    words = [g.word for line in label.lines for g in line.glyphs]
    return narrow and (not words or len(label.text) == 1 or min(w.confidence for w in words) < _LEGIBLE)


def misread_label(label: Cell) -> bool:
    """Whether a label cell holds a few characters that are no wording of any form: what it says may have been misread."""
    text = label.text.strip(":")
    return (
        len(text) <= _SHORT_LABEL
        and part_of(text) is None
        and text not in load_wording("annual_appraisal").vocabulary.name_of
    )


def lone_result(cell: Cell) -> str | None:
    """`unnamed` where a cell holds nothing but a result."""
    return "unnamed" if _is_result(cell.text) else None


def by_content(cell: Cell) -> str | None:
    """The part that a cell's sentences show it to be; None for long ones, which `_of_lines` knows for reports."""
    text = "".join(line.wording for line in cell.lines)
    if lone_result(cell):
        return "unnamed"
    if re.search(r"[评确核审认]定|评为|定为|等次", text) and results.find_all(text):
        return "final"
    return (
        "comment" if "。" in text and len(text) < LEAST_PROSE and not re.search(r"\d\d", text.split("。")[0]) else None
    )


def lists_options(text: str) -> bool:
    """Whether `text` holds several results to choose from, and not the marks that each stands for."""
    found = results.find_all(text)
    if len({f.value for f in found}) < 2 or re.search(r"\d\d|[。;]", text):
        return False
    return len(re.findall(rf"[{HAN}]", text)) - sum(f.end - f.start for f in found) <= _OTHER_WORDS


def results_left(grid: Grid, cell: Cell) -> list[Cell]:
    return [c for c in grid.rows[cell.row] if c.column < cell.column and heading_of(c) == "result"]


def period_cells(grid: Grid, label: Cell) -> dict[Cell, bool]:
    """The cells right of `label` where they hold a result a quarter or month, True for the whole year's; else empty."""
    right = [c for c in grid.rows[label.row] if c.column > label.column and results.parse(c.text) is not None]
    heads = {cell: _period_above(grid, cell) for cell in right}
    if sum(head is not None for head in heads.values()) < 2:
        return {}
    return {cell: head is None or _YEARLY.search(head) is not None for cell, head in heads.items()}


def _period_above(grid: Grid, cell: Cell) -> str | None:
    """The header over `cell` that names a quarter, a month or the whole year."""
    above = (grid.at(row, cell.column) for row in range(cell.row - 1, -1, -1))
    return next((c.text for c in above if c and len(c.text) <= _LONGEST_PERIOD and _PART.search(c.text)), None)


def option_cells(grid: Grid, label: Cell) -> list[Cell]:
    """The cells right of `label` where each holds one option; empty where it is not so."""
    right = [c for c in grid.rows[label.row] if c.column > label.column and c.text]
    return right if len(right) >= 2 and all(results.find_all(c.text) and len(c.text) <= 8 for c in right) else []


def value_inside(text: str) -> bool:
    """Whether a heading's line also holds its value behind a colon."""
    return re.search(r":.", text) is not None
