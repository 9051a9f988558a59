"""Characters to words: level runs on one line, split where columns, cells or wide gaps part them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from extractors.textlayer.glyphs import Glyph
from models.geometry import Box
from models.page import Word

SPLIT_GAP_EM = 1.2
_SPACE_GAP_EM = 0.3
_SPACE_GAP_HAN_EM = 0.6
_SAME_LINE_EM = 0.35


def words_of(glyphs: Iterable[Glyph], cells: Sequence[Box] = ()) -> tuple[Word, ...]:
    """Words in reading order (lines from the top; columns of vertical text after them, from the right)."""
    level = [g for g in glyphs if not g.vertical]
    standing = [g._replace(baseline=-g.baseline) for g in glyphs if g.vertical]
    words = [_level_word(run) for row in _rows(level) for run in _runs(row, cells, vertical=False)]
    words += [_standing_word(run) for row in _rows(standing) for run in _runs(row, cells, vertical=True)]
    return tuple(words)


def _rows(glyphs: list[Glyph]) -> list[list[Glyph]]:
    """Glyphs by baseline. The first of a row sets its line, so that slightly uneven rows do not run together."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: g.baseline):
        first = rows[-1][0] if rows else None
        if first and glyph.baseline - first.baseline <= _SAME_LINE_EM * min(first.size, glyph.size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return rows


def _runs(row: list[Glyph], cells: Sequence[Box], vertical: bool) -> list[list[Glyph]]:
    row = sorted(row, key=lambda g: g.y0 if vertical else g.x0)
    runs: list[list[Glyph]] = []
    for glyph in row:
        before = runs[-1][-1] if runs else None
        if before is None:
            runs.append([glyph])
        elif _printed_twice(before, glyph):
            continue
        elif _gap(before, glyph, vertical) > SPLIT_GAP_EM or _cell_of(before, cells) != _cell_of(glyph, cells):
            runs.append([glyph])
        else:
            runs[-1].append(glyph)
    return runs


def _gap(before: Glyph, after: Glyph, vertical: bool) -> float:
    """The free room between two characters in ems of the smaller one."""
    room = after.y0 - before.y1 if vertical else after.x0 - before.x1
    return room / max(min(before.size, after.size), 0.1)


def _printed_twice(before: Glyph, after: Glyph) -> bool:
    """Whether `after` is `before` once more, a little aside: how word processors fake bold type."""
    if before.char != after.char:
        return False
    return abs(after.x0 - before.x0) + abs(after.y0 - before.y0) < 0.25 * min(before.size, after.size)


def _cell_of(glyph: Glyph, cells: Sequence[Box]) -> int:
    """The index of the smallest cell around the glyph's middle, -1 outside all cells."""
    x, y = (glyph.x0 + glyph.x1) / 2, (glyph.y0 + glyph.y1) / 2
    inside = [(cell.area, index) for index, cell in enumerate(cells) if cell.contains(x, y)]
    return min(inside)[1] if inside else -1


def _level_word(run: list[Glyph]) -> Word:
    text, edges = run[0].char, [run[0].x0]
    for before, glyph in pairwise(run):
        gap = _gap(before, glyph, vertical=False)
        latin = before.char.isascii() and glyph.char.isascii()
        if gap > (_SPACE_GAP_EM if latin else _SPACE_GAP_HAN_EM):
            text += " "
            edges.append(before.x1)
        text += glyph.char
        edges.append(glyph.x0)
    edges.append(run[-1].x1)
    return Word(text, _around(run), 1.0, tuple(edges))


def _standing_word(run: list[Glyph]) -> Word:
    edges = (*(g.y0 for g in run), run[-1].y1)
    return Word("".join(g.char for g in run), _around(run), 1.0, edges, vertical=len(run) > 1)


def _around(run: list[Glyph]) -> Box:
    return Box(min(g.x0 for g in run), min(g.y0 for g in run), max(g.x1 for g in run), max(g.y1 for g in run))
