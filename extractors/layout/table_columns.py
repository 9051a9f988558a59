"""Table headers by meaning, and tables without rules by the alignment of their columns.

A kind says what a header text means (`Role`: a text to a role, or None); everything else is geometry. A header may take
several rows (`学时` over `公需` and `专业`), may come again further down, and serves the next page's table when that
goes on with as many columns and no header of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.layout.table_words import Glyph, Run, cut, glyphs_of, lines_of, runs_across, shear
from extractors.layout.tables import Cell, Grid
from extractors.layout.view import PageView
from models.geometry import Box
from models.page import Word

Role = Callable[[str], str | None]
"""What a header's text (folded, without blanks, simplified) stands for, or None where it is no header."""

_HEADER_ROWS = 3
_LABEL_CHARS = 14
_AMOUNT = re.compile(r"\d{1,3}(?:\.\d{1,2})?")
_SPREAD = 3
"""A label set with blanks between its characters has at most one character more."""


@dataclass(frozen=True)
class Block:
    """A header's columns with their roles, and the rows under it up to the next header or the table's end.

    `headers` holds the printed header text by column; `roles` only those columns whose header means something.
    """

    grid: Grid
    headers: dict[int, str]
    roles: dict[int, str]
    rows: tuple[tuple[Cell, ...], ...]

    def cell(self, row: Sequence[Cell], column: int) -> Cell | None:
        """The cell of `row` that stands under the header of `column`."""
        return next((c for c in row if c.column <= column < c.column + c.column_span), None)

    def under(self, row: Sequence[Cell], column: int) -> list[Cell]:
        """The cells of `row` under the whole width of the header of `column`: a stray stroke may have parted it."""
        head = next((c for c in self.grid.cells if c.column == column and c.text == self.headers.get(column)), None)
        end = column + (head.column_span if head is not None else 1)
        end = min((c for c in self.headers if column < c < end), default=end)
        first = self.cell(row, column)
        return [c for c in row if c is first or column < c.column < end]

    def role_at(self, cell: Cell) -> str | None:
        """The role of the columns that `cell` lies in, also of those that a wider header covers."""
        own = next((self.roles[c] for c in range(cell.column, cell.column + cell.column_span) if c in self.roles), None)
        if own is not None:
            return own
        for column, role in self.roles.items():
            head = next((c for c in self.grid.cells if c.column == column and c.text == self.headers[column]), None)
            if head is not None and column <= cell.column < column + head.column_span:
                return role
        return None

    def columns(self, *roles: str) -> list[int]:
        return [c for c, role in sorted(self.roles.items()) if role in roles]


def blocks_of(grid: Grid, role: Role, before: Block | None = None) -> list[Block]:
    """The grid cut at its headers; rows over the first are left out unless `before` (of the page before) fits."""
    found: list[Block] = []
    headers: dict[int, str] = {}
    roles: dict[int, str] = {}
    if before is not None and before.grid.column_count == grid.column_count and before.grid.ruled == grid.ruled:
        headers, roles = before.headers, before.roles
    body: list[tuple[Cell, ...]] = []
    row = 0
    while row < grid.row_count:
        height = _header_height(grid, row, role)
        if height:
            if roles and body:
                found.append(Block(grid, headers, roles, tuple(body)))
            headers, roles = _header(grid, row, height, role)
            body, row = [], row + height
        else:
            if any(cell.text for cell in _whole_row(grid, row)):
                body.append(_whole_row(grid, row))
            row += 1
    if roles and body:
        found.append(Block(grid, headers, roles, tuple(body)))
    return found


def transposed(grid: Grid) -> Grid:
    """The grid lying on its side: its rows as columns, so that labels in the first column become a header."""
    cells = (Cell(c.column, c.row, c.column_span, c.row_span, c.box, c.lines) for c in grid.cells)
    turned = tuple(sorted(cells, key=lambda c: (c.row, c.column)))
    return Grid(grid.page, turned, grid.column_count, grid.row_count, grid.ruled)


def bands(block: Block, complete: Callable[[Block], bool], never: str = "") -> list[Block]:
    """The block as its halves where the same columns come again further right; else the block alone.

    Each half must be `complete`; columns whose role matches `never` do not begin one.
    """
    columns = sorted(block.roles.items())
    for anchor in dict.fromkeys(role for _, role in columns if not re.fullmatch(never, role)):
        starts = [column for column, role in columns if role == anchor]
        if len(starts) < 2 or columns[0][0] != starts[0]:
            continue
        ends = [*starts[1:], block.grid.column_count]
        parts = [_between(block, first, end) for first, end in zip(starts, ends, strict=True)]
        if len({frozenset(part.roles.values()) for part in parts}) == 1 and all(complete(part) for part in parts):
            return parts
    return [block]


def _between(block: Block, first: int, end: int) -> Block:
    roles = {column: role for column, role in block.roles.items() if first <= column < end}
    headers = {column: text for column, text in block.headers.items() if first <= column < end}
    rows = tuple(tuple(cell for cell in row if first <= cell.column < end) for row in block.rows)
    return replace(block, headers=headers, roles=roles, rows=tuple(row for row in rows if any(c.text for c in row)))


def _whole_row(grid: Grid, row: int) -> tuple[Cell, ...]:
    """Every cell that covers `row`, among them those that began above (a type merged over its courses)."""
    found: list[Cell] = []
    for column in range(grid.column_count):
        cell = grid.at(row, column)
        if cell is not None and (not found or found[-1] is not cell):
            found.append(cell)
    return tuple(found)


def _is_header_row(cells: Sequence[Cell], role: Role, share: float = 0.6) -> bool:
    filled = [c for c in cells if c.text]
    meant = [c for c in filled if len(c.text) <= _LABEL_CHARS and role(c.text) is not None]
    if len(meant) < len(filled) and any(_AMOUNT.fullmatch(c.text) for c in filled if c not in meant):
        return False  # a row of a table whose words could head columns
    numbered = len(meant) >= 3 and role(filled[0].text) == "index"
    return len(meant) >= 2 and (numbered or len(meant) >= share * len(filled))


def _header_height(grid: Grid, row: int, role: Role) -> int:
    """How many rows the header that begins at `row` takes; 0 where none begins."""
    starting = grid.rows[row]
    if not _is_header_row(starting, role, share=0.4 if _parts(grid, row, role) else 0.6):
        return 0
    height = 1
    while height < _HEADER_ROWS and row + height < grid.row_count:
        following = [c for c in grid.rows[row + height] if c.text]
        reaching = any(c.row_span > height for c in starting if c.text)
        parted = any(c.column_span > 1 and c.text for c in starting)
        if not following or not (reaching or parted):
            break
        if not all(len(c.text) <= _LABEL_CHARS and role(c.text) is not None for c in following):
            break
        height += 1
    return height


def _parts(grid: Grid, row: int, role: Role) -> bool:
    """Whether the row under this one parts a header: all that begins there is a header's, the rest reaches down to it."""
    following = [c for c in grid.rows[row + 1] if c.text] if row + 1 < grid.row_count else []
    reaching = any(c.row_span > 1 and c.text for c in grid.rows[row])
    return reaching and len(following) > 1 and all(role(c.text) is not None for c in following)


def _header(grid: Grid, row: int, height: int, role: Role) -> tuple[dict[int, str], dict[int, str]]:
    headers: dict[int, str] = {}
    roles: dict[int, str] = {}
    torn = _torn(grid, row, height, role)
    for column in range(grid.column_count):
        texts: list[str] = []
        seen: list[Cell] = []
        for r in range(row, row + height):
            cell = grid.at(r, column)
            if cell is not None and cell not in seen and cell.text:
                seen.append(cell)
                texts.append(torn.get(id(cell), cell.text))
        if not texts or all(cell.column != column for cell in seen):  # under one header together with the column before
            continue
        headers[column] = "".join(texts)
        meaning = role("".join(texts)) or role(texts[-1]) or role(texts[0])
        if meaning is not None:
            roles[column] = meaning
    return headers, roles


def _torn(grid: Grid, row: int, height: int, role: Role) -> dict[int, str]:
    """The whole text of headers that a stray stroke parted, by id: a cell below reaches over the border between them."""
    found: dict[int, str] = {}
    below = [c for r in range(row + 1, row + height) for c in grid.rows[r] if c.column_span > 1]
    for left, right in pairwise([c for c in grid.rows[row] if c.row_span < height and c.text]):
        crossed = any(c.column < right.column < c.column + c.column_span for c in below)
        if crossed and left.column + left.column_span == right.column and role(left.text + right.text) is not None:
            found[id(left)] = found[id(right)] = left.text + right.text
    return found


def aligned_grids(view: PageView, role: Role, words: Sequence[Word] | None = None) -> tuple[Grid, ...]:
    """Tables found without rules among `words` (all of the page's by default): a header line, and what lies under it.

    Each grid reaches from its header down to the next header or to a gap of several lines.
    """
    chosen = [ink.word for ink in view.inks] if words is None else list(words)
    level = [w for w in chosen if runs_across(w)]
    lines = lines_of([g for w in level for g in glyphs_of(w)], view.slope)
    heads = [(i, labels) for i, line in enumerate(lines) if (labels := _header_labels(line, role))]
    found = []
    for at, (first, labels) in enumerate(heads):
        if at and heads[at - 1][0] == first - 1 and len(heads[at - 1][1]) >= len(labels):
            continue
        end = heads[at + 1][0] if at + 1 < len(heads) else len(lines)
        body = _until_gap(lines[first + 1 : end], lines[first], view.slope)
        found.append(_aligned(view, labels, body))
    return tuple(found)


def _header_labels(line: Run, role: Role) -> list[Run]:
    """The line's pieces when it is a header: at least two of them mean something, and they are most of its text."""
    pieces = [label for piece in _closed_up(pieces_of(line), role) for label in _labels(piece, role)]
    meant = [p for p in pieces if role(p.wording) is not None]
    if len({p.wording for p in meant}) < 2:
        return []
    numbered = len(meant) >= 3 and role(pieces[0].wording) == "index"
    if not numbered and sum(len(p.squashed) for p in meant) < 0.5 * sum(len(p.squashed) for p in pieces):
        return []
    if any(len(p.squashed) > _LABEL_CHARS or p.squashed.replace(".", "").isdigit() for p in pieces):
        return []
    return pieces


def _closed_up(pieces: Sequence[Run], role: Role) -> list[Run]:
    """`pieces`, single characters joined where a label was set with wide blanks (`公      需`)."""
    found: list[Run] = []
    for piece in pieces:
        last = found[-1] if found else None
        wide = last is not None and len(piece.squashed) == 1 and 1 <= len(last.squashed) <= _SPREAD
        if last is not None and wide and role(last.wording) is None and role(last.wording + piece.wording) is not None:
            found[-1] = Run((*last.glyphs, *piece.glyphs))
        else:
            found.append(piece)
    return found


def pieces_of(line: Run) -> list[Run]:
    """A line cut at its blanks and gaps; between two words a smaller gap will do."""
    found: list[list[Glyph]] = [[]]
    for glyph in line.glyphs:
        last = found[-1][-1] if found[-1] else None
        reach = 0.7 if last is None or last.word is glyph.word else 0.3
        apart = last is not None and glyph.box.x0 - last.box.x1 > reach * glyph.box.height
        if glyph.char.isspace() or apart:
            found.append([])
        if not glyph.char.isspace():
            found[-1].append(glyph)
    return [Run(tuple(piece)) for piece in found if piece]


def _labels(piece: Run, role: Role) -> list[Run]:
    """A piece as the labels glued together in it (`科目类别学时`), or the piece itself."""
    text = piece.wording
    if role(text) is not None or len(text) > 40:
        return [piece]
    best: list[list[int] | None] = [[]] + [None] * len(text)
    for end in range(1, len(text) + 1):
        for start in range(max(0, end - _LABEL_CHARS), end - 1):
            earlier = best[start]
            known = best[end]
            if earlier is None or role(text[start:end]) is None:
                continue
            if known is None or len(earlier) + 1 < len(known):
                best[end] = [*earlier, end]
    ends = best[-1]
    if ends is None:
        return [piece]
    return [piece.part(start, end) for start, end in pairwise([0, *ends])]


def _until_gap(lines: Sequence[Run], head: Run, slope: float) -> list[Run]:
    found: list[Run] = []
    bottom = shear(head.box, slope).y1
    for line in lines:
        box = shear(line.box, slope)
        if box.y0 - bottom > 4.0 * max(line.glyphs[0].box.height, head.glyphs[0].box.height):
            break
        bottom = box.y1
        found.append(line)
    return found


def _aligned(view: PageView, labels: Sequence[Run], body: Sequence[Run]) -> Grid:
    labels = sorted(labels, key=lambda r: shear(r.box, view.slope).x0)
    boxes = [shear(label.box, view.slope) for label in labels]
    pieces = [shear(p.box, view.slope) for line in body for p in pieces_of(line)]
    borders = [_border(left, right, pieces) for left, right in pairwise(boxes)]
    cells = [Cell(0, i, 1, 1, label.box, (label,)) for i, label in enumerate(labels)]
    for row, line in enumerate(body, start=1):
        for column, glyphs in enumerate(_by_column(line, borders, view.slope)):
            run = Run(tuple(glyphs))
            if run:
                cells.append(Cell(row, column, 1, 1, run.box, (run,)))
    return Grid(view.page.number, tuple(cells), len(body) + 1, len(labels), ruled=False)


def _border(left: Box, right: Box, pieces: Iterable[Box]) -> float:
    """Where between two header labels the fewest pieces of the body are crossed, as near to the middle as may be."""
    low, high = left.cx, right.cx
    middle = (left.x1 + right.x0) / 2
    near = [p for p in pieces if p.x1 > low and p.x0 < high]
    places = [middle, *(x for p in near for x in (p.x0 - 1.0, p.x1 + 1.0) if low < x < high)]
    places += [(a + b) / 2 for a, b in pairwise(sorted(places))]

    def cost(x: float) -> tuple[float, float]:
        crossed = sum(p.x0 < x < p.x1 for p in near) + sum(b.x0 < x < b.x1 for b in (left, right))
        return crossed, abs(x - middle)

    return min(places, key=cost)


def _by_column(line: Run, borders: Sequence[float], slope: float) -> list[list[Glyph]]:
    found: list[list[Glyph]] = [[] for _ in range(len(borders) + 1)]
    for piece in pieces_of(line):
        rest = list(piece.glyphs)
        shift = slope * shear(piece.box, slope).cy
        for column, border in enumerate(borders):
            count = cut(rest, border - shift) if rest else 0
            found[column].extend(rest[:count])
            rest = rest[count:]
        found[-1].extend(rest)
    return found
