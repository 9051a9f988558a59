"""Tables of a page as grids of cells: ruled ones from the lines found on the page, with words put into their cells.

A grid's rows and columns are counted by the borders that its cells share; cells that were not detected (a pale line on
a photograph) are filled in where words stand in a free place of the grid. `table_columns` finds unruled tables by
alignment and reads headers by meaning.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from statistics import median, quantiles

from extractors.layout.table_words import Glyph, Run, cut, glyphs_of, joined, lines_of, runs_across, shear
from extractors.layout.view import PageView
from models.geometry import Box, union
from models.page import Word

_LEAST_CELLS = 3
_LEAST_ACROSS = 2
_CLOSE_SET, _BLANK = 1.1, 0.3
"""Of a word's height: the most that one of its characters takes, and the least between two words."""
_LEVEL = 0.6
_TIME, _DAY = re.compile(r"\d{1,2}:\d\d(?::\d\d)?"), re.compile(r"\d{4}[.\-/年]\d{1,2}[.\-/月]\d{1,2}")
_LEAST_SIDE = 0.6
"""Of a character's height: what is smaller holds no text, and is a loop in a stroke, a watermark or a seal."""


@dataclass(frozen=True)
class Cell:
    """A cell: its first row and column from 0, how many it spans, its box (upright pixels) and its lines of text."""

    row: int
    column: int
    row_span: int
    column_span: int
    box: Box
    lines: tuple[Run, ...] = ()

    @cached_property
    def run(self) -> Run:
        """All lines as one run."""
        return joined(self.lines)

    @property
    def text(self) -> str:
        """Folded, without blanks, in simplified characters."""
        return self.run.wording

    def covers(self, row: int, column: int) -> bool:
        return self.row <= row < self.row + self.row_span and self.column <= column < self.column + self.column_span


@dataclass(frozen=True)
class Grid:
    """A table: its cells in reading order on page `page` (counted from 1)."""

    page: int
    cells: tuple[Cell, ...]
    row_count: int
    column_count: int
    ruled: bool = True

    @property
    def box(self) -> Box:
        return union(c.box for c in self.cells)

    @cached_property
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """The cells by the row that they start in, left to right; a row of spanned cells only is empty."""
        found: list[list[Cell]] = [[] for _ in range(self.row_count)]
        for cell in sorted(self.cells, key=lambda c: c.column):
            found[cell.row].append(cell)
        return tuple(tuple(row) for row in found)

    @cached_property
    def _places(self) -> dict[tuple[int, int], Cell]:
        return {
            (r, c): cell
            for cell in self.cells
            for r in range(cell.row, cell.row + cell.row_span)
            for c in range(cell.column, cell.column + cell.column_span)
        }

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that covers this place, or None."""
        return self._places.get((row, column))

    def right_of(self, cell: Cell) -> Cell | None:
        return self.at(cell.row, cell.column + cell.column_span)

    def below(self, cell: Cell) -> Cell | None:
        return self.at(cell.row + cell.row_span, cell.column)


def ruled_grids(view: PageView) -> tuple[Grid, ...]:
    """The page's ruled tables of at least two cells, from top to bottom, words in their cells."""
    least = _LEAST_SIDE * view.glyph
    cells = [c for c in view.cells if min(c.width, c.height) >= least]
    boxes = {box: shear(box, view.slope) for box in _without_frames(cells)}
    found = [_grid(view, group, boxes) for group in _groups(boxes) if len(group) >= 2]
    return tuple(sorted(found, key=lambda g: (g.box.y0, g.box.x0)))


def outside(view: PageView, grids: Iterable[Grid]) -> list[Word]:
    """The words whose centre lies in no cell of `grids`."""
    boxes = [c.box for g in grids for c in g.cells]
    words = (ink.word for ink in view.inks)
    return [w for w in words if not any(b.contains(w.box.cx, w.box.cy) for b in boxes)]


def _without_frames(cells: Sequence[Box]) -> list[Box]:
    """The cells without duplicates and without those that merely surround others."""
    found: list[Box] = []
    for cell in sorted(set(cells), key=lambda c: c.area):
        inside = [c for c in found if c.covered_by(cell) > 0.9]
        if any(cell.covered_by(c) > 0.8 for c in found) or len(inside) >= 2:
            continue
        found.append(cell)
    return found


def _groups(boxes: dict[Box, Box]) -> list[list[Box]]:
    """Cells that touch together; between two cells of one table lies at most a thick rule."""
    if not boxes:
        return []
    reach = min(0.012 * max(c.x1 for c in boxes) + 4.0, 0.4 * median(c.height for c in boxes))
    groups: list[list[Box]] = []
    for cell in sorted(boxes, key=lambda c: c.y0):
        near = boxes[cell].grown(reach)
        touching = [g for g in groups if any(near.intersection(boxes[c]) for c in g)]
        groups = [g for g in groups if g not in touching]
        groups.append([cell, *(c for g in touching for c in g)])
    return groups


def _borders(values: Iterable[float], reach: float) -> list[float]:
    """One position for each cluster of border coordinates."""
    clusters: list[list[float]] = []
    for value in sorted(values):
        if clusters and value - clusters[-1][-1] <= reach and value - clusters[-1][0] <= 2.5 * reach:
            clusters[-1].append(value)
        else:
            clusters.append([value])
    return [sum(c) / len(c) for c in clusters]


def _nearest(borders: Sequence[float], value: float) -> int:
    return min(range(len(borders)), key=lambda i: abs(borders[i] - value))


def _grid(view: PageView, group: Sequence[Box], boxes: dict[Box, Box]) -> Grid:
    slope = view.slope
    straight = [boxes[c] for c in group]
    low = quantiles([min(b.width, b.height) for b in straight], n=10)[0]
    reach = min(max(3.0, 0.3 * low), 20.0)
    xs = _borders([x for b in straight for x in (b.x0, b.x1)], reach)
    ys = _borders([y for b in straight for y in (b.y0, b.y1)], reach)
    xs = _widened(view, xs, ys, group)
    spans: dict[tuple[int, int], tuple[int, int, Box]] = {}
    for cell in group:
        box = boxes[cell]
        column, row = _nearest(xs[:-1] or xs, box.x0), _nearest(ys[:-1] or ys, box.y0)  # none begins at the last
        right, bottom = _nearest(xs, box.x1), _nearest(ys, box.y1)
        spans[row, column] = (max(1, bottom - row), max(1, right - column), cell)
    words = [ink.word for ink in view.inks if _inside(shear(ink.box, slope), xs, ys)]
    _heal(spans, words, xs, ys, slope)
    _fill(spans, words, xs, ys, slope)
    texts = _assign(spans, words, slope)
    cells = tuple(
        Cell(row, column, tall, wide, box, tuple(lines_of(texts[row, column], slope)))
        for (row, column), (tall, wide, box) in sorted(spans.items())
    )
    return _rows_parted(Grid(view.page.number, cells, max(1, len(ys) - 1), max(1, len(xs) - 1)))


def _rows_parted(grid: Grid) -> Grid:
    """The grid with each row cut that holds several rows of a table between which no rule was found.

    Such a row's cells have as many lines each, level with each other, and not all of them are words: wrapped headers are.
    """
    cells: list[Cell] = []
    shift = 0
    for row in range(grid.row_count):
        own = grid.rows[row]
        count = _lines_level(own) if not any(c.row < row < c.row + c.row_span for c in grid.cells) else 1
        for cell in own:
            moved = replace(cell, row=row + shift)
            cells += [moved] if count == 1 else _parted(moved, own)
        shift += count - 1
    return replace(grid, cells=tuple(cells), row_count=grid.row_count + shift) if shift else grid


def _lines_level(row: Sequence[Cell]) -> int:
    """How many rows the cells of one row hold, 1 where they do not agree."""
    filled = [c for c in row if c.lines]
    count = len(filled[0].lines) if len(filled) >= _LEAST_CELLS else 1
    if count < 2 or any(len(c.lines) != count or c.row_span > 1 for c in filled):
        return 1
    if not any(re.search(r"\d", line.text) for c in filled[1:] for line in c.lines):
        return 1
    if any(_is_wrapped(one.wording, other.wording) for c in filled for one, other in pairwise(c.lines)):
        return 1
    for lines in zip(*(c.lines for c in filled), strict=True):
        middles = [line.box.cy for line in lines]
        if max(middles) - min(middles) > _LEVEL * median([line.box.height for line in lines]):
            return 1
    return count


def _is_wrapped(line: str, below: str) -> bool:
    """Whether two lines of a cell are one entry: a day and its time, or a sentence that ends on the second."""
    if _TIME.fullmatch(below) and _DAY.search(line):
        return True
    return below.endswith("。") and not line.endswith(("。", ";", ":"))


def _parted(cell: Cell, row: Sequence[Cell]) -> list[Cell]:
    """`cell` cut between the lines of its row."""
    levels = list(zip(*(c.lines for c in row if c.lines), strict=True))
    cuts = [
        (median([a.box.y1 for a in above]) + median([b.box.y0 for b in below])) / 2 for above, below in pairwise(levels)
    ]
    borders = [cell.box.y0, *cuts, cell.box.y1]
    parts = []
    for at, (top, bottom) in enumerate(pairwise(borders)):
        lines = cell.lines[at : at + 1]
        parts.append(replace(cell, row=cell.row + at, box=cell.box._replace(y0=top, y1=bottom), lines=lines))
    return parts


def _widened(view: PageView, xs: list[float], ys: Sequence[float], group: Sequence[Box]) -> list[float]:
    """The column borders with an outer column more where most rows have words beyond the last cell found."""
    others = [c for c in view.cells if c not in group]
    loose: list[Box] = []
    for ink in view.inks:
        box = shear(ink.box, view.slope)
        if ys[0] <= box.cy < ys[-1] and not any(c.contains(ink.box.cx, ink.box.cy) for c in others):
            loose.append(box)
    reach = max(0.5 * max(b - a for a, b in pairwise(xs)), 6.0 * view.glyph)
    right = [b for b in loose if xs[-1] <= b.x0 + 0.3 * b.height and b.x0 < xs[-1] + reach]
    left = [b for b in loose if b.x1 - 0.3 * b.height <= xs[0] and b.x1 > xs[0] - reach]
    wanted = max(2, (len(ys) - 1) // 2 + 1)
    if len({sum(y <= b.cy for y in ys) for b in right}) >= wanted:
        xs = [*xs, max(b.x1 for b in right) + 3.0]
    if len({sum(y <= b.cy for y in ys) for b in left}) >= wanted:
        xs = [min(b.x0 for b in left) - 3.0, *xs]
    return xs


def _inside(box: Box, xs: Sequence[float], ys: Sequence[float]) -> bool:
    return box.x1 > xs[0] and box.x0 < xs[-1] and ys[0] <= box.cy <= ys[-1]


def _heal(
    spans: dict[tuple[int, int], tuple[int, int, Box]],
    words: Sequence[Word],
    xs: Sequence[float],
    ys: Sequence[float],
    slope: float,
) -> None:
    """Join cells of a row that a bold character's stroke parted: it stands within a word, and is a border of no other
    row, of which several have a cell there. The row holds one line, as a header does."""
    placed = [(w, shear(w.box, slope).cy) for w in words if runs_across(w)]
    used: defaultdict[int, set[int]] = defaultdict(set)
    across: defaultdict[int, int] = defaultdict(int)
    for (row, column), (tall, wide, _) in spans.items():
        for border in (column, column + wide):
            used[border].update(range(row, row + tall))
        for border in range(column + 1, column + wide):
            across[border] += 1
    for border, rows in sorted(used.items()):
        row = min(rows)
        if len(rows) > 1 or across[border] < _LEAST_ACROSS:
            continue
        line = [w for w, at in placed if ys[row] <= at < ys[min(row + 1, len(ys) - 1)]]
        middles = [shear(w.box, slope).cy for w in line]
        if line and max(middles) - min(middles) > _LEVEL * median([w.box.height for w in line]):
            continue  # running text
        if not any(_is_within(w, xs[border] - slope * w.box.cy) for w in line):
            continue
        own = sorted(column for (at, column) in spans if at == row)
        left = max((c for c in own if c < border), default=None)
        right = min((c for c in own if c >= border), default=None)
        if left is None:
            continue
        (_, wide, box), end, joint = spans[row, left], border, [spans[row, left][2]]
        if right == border:
            _, more, other = spans.pop((row, right))
            end, joint = right + more, [box, other]
        spans[row, left] = (1, max(end - left, wide), union(joint))


def _is_within(word: Word, x: float) -> bool:
    """Whether `x` stands within `word` where that has no blank: no two words of neighbouring cells read as one."""
    if not _crosses(word.box, x) or any(c.isspace() for c in word.text):
        return False
    if word.box.width > _CLOSE_SET * len(word.text) * word.box.height:
        return False
    gaps = [(one.box.x1, other.box.x0) for one, other in pairwise(glyphs_of(word)) if one.box.cx < x <= other.box.cx]
    return all(right - left < _BLANK * word.box.height for left, right in gaps)


def _fill(
    spans: dict[tuple[int, int], tuple[int, int, Box]],
    words: Sequence[Word],
    xs: Sequence[float],
    ys: Sequence[float],
    slope: float,
) -> None:
    """Add cells at free places where words stand; neighbours that one word crosses become one cell."""
    taken = {
        (r, c)
        for (row, column), (tall, wide, _) in spans.items()
        for r in range(row, row + tall)
        for c in range(column, column + wide)
    }
    for row in range(len(ys) - 1):
        line = [b for w in words if ys[row] <= (b := shear(w.box, slope)).cy < ys[row + 1]]
        column = 0
        while column < len(xs) - 1:
            if (row, column) in taken:
                column += 1
                continue
            end = column + 1
            while end < len(xs) - 1 and (row, end) not in taken and any(_crosses(b, xs[end]) for b in line):
                end += 1
            place = Box(xs[column], ys[row], xs[end], ys[row + 1])
            if any(place.contains(b.cx, b.cy) for b in line):
                spans[row, column] = (1, end - column, shear(place, -slope))
            column = end


def _crosses(box: Box, x: float) -> bool:
    return box.x0 + 0.6 * box.height < x < box.x1 - 0.6 * box.height


def _assign(
    spans: dict[tuple[int, int], tuple[int, int, Box]], words: Sequence[Word], slope: float
) -> defaultdict[tuple[int, int], list[Glyph]]:
    """Each word's characters to the cells that they stand in; a word over a border is cut there."""
    straight = {key: shear(box, slope) for key, (_, _, box) in spans.items()}
    texts: defaultdict[tuple[int, int], list[Glyph]] = defaultdict(list)
    for word in words:
        box = shear(word.box, slope)
        keys = [k for k, b in straight.items() if b.y0 <= box.cy < b.y1 and b.x1 > box.x0 and b.x0 < box.x1]
        if not runs_across(word):
            for glyph in glyphs_of(word):
                centre = shear(glyph.box, slope)
                home = next((k for k, b in straight.items() if b.contains(centre.cx, centre.cy)), None)
                if home is not None:
                    texts[home].append(glyph)
            continue
        keys.sort(key=lambda k: straight[k].x0)
        rest = glyphs_of(word)
        for key, following in pairwise(keys):
            border = (straight[key].x1 + straight[following].x0) / 2 - slope * box.cy
            count = cut(rest, border)
            texts[key].extend(rest[:count])
            rest = rest[count:]
        if keys:
            texts[keys[-1]].extend(rest)
    return texts
