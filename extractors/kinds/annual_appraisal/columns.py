"""Prose set side by side on a part of a page: the words of such a strip by column, so that no line runs across both."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.kinds.annual_appraisal.headings import part_of
from extractors.layout.table_words import runs_across, shear
from extractors.layout.tables import Cell, Grid
from extractors.layout.view import PageView
from extractors.text import simplified, squash
from models.geometry import Box, union
from models.page import Word

_LINE = 9  # characters from which a word is a line of prose
_INDENT = 2.6  # characters by which a paragraph's first line may be set in
_Placed = tuple[Box, Word]


def prose_columns(view: PageView, words: Sequence[Word]) -> list[list[Word]] | None:
    """The words above a strip of two columns, of its left, of its right column, and below; None where there is none.

    Each column holds lines of prose of its own, or the right one begins with a heading: a column of labels is none.
    """
    placed = [(shear(w.box, view.slope), w) for w in words if runs_across(w)]
    width = view.bounds.width
    starts = sorted(box.x0 for box, word in placed if _is_line(word) and 0.3 < (box.x0 - view.bounds.x0) / width < 0.8)
    for start in starts:
        band = _band(placed, start, view.glyph)
        if band is None:
            continue
        top, bottom = band[0], _before_next(placed, band, start)
        inside = [(b, w) for b, w in placed if top <= b.cy <= bottom]
        left = [(b, w) for b, w in inside if b.cx < start]
        right = [(b, w) for b, w in inside if b.cx >= start]
        if _stand_alone(left, right):
            above = [w for b, w in placed if b.cy < top]
            below = [w for b, w in placed if b.cy > bottom]
            parts = (above, [w for _, w in left], [w for _, w in right], below)
            return [part for part in parts if part]
    return None


def prose_beyond(view: PageView, grid: Grid) -> list[Cell]:
    """The cells that no rules were drawn around and that stand beside all others, where lines of prose stand in them."""
    drawn = set(view.cells)
    ruled = [cell.box for cell in grid.cells if cell.box in drawn]
    if not ruled:
        return []
    table = union(ruled)
    beyond = [c for c in grid.cells if c.box not in drawn and (c.box.x0 >= table.x1 - 1 or c.box.x1 <= table.x0 + 1)]
    lines = [line for cell in beyond for line in cell.lines if len(line.squashed) >= 2 * _LINE]
    return beyond if len(lines) >= 2 else []


def _band(placed: Sequence[_Placed], start: float, glyph: float) -> tuple[float, float] | None:
    """From where to where on the page lines begin at `start` and no word crosses it; None for fewer than two lines."""
    gap = start - 0.6 * glyph
    lines = [b for b, w in placed if _is_line(w) and -0.5 * glyph < b.x0 - start < _INDENT * glyph]
    if len(lines) < 2 or sum(abs(b.x0 - start) < 0.5 * glyph for b in lines) < 2:
        return None
    crossing = [b.cy for b, _ in placed if b.x0 < gap < b.x1]
    first, last = min(b.cy for b in lines), max(b.cy for b in lines)
    if any(first < y < last for y in crossing):
        return None
    top = max((y for y in crossing if y < first), default=float("-inf"))
    bottom = min((y for y in crossing if y > last), default=float("inf"))
    return top + 1.0, bottom - 1.0


def _before_next(placed: Sequence[_Placed], band: tuple[float, float], start: float) -> float:
    """The end of the strip, before a heading under both columns whose own text runs across the whole page."""
    top, bottom = band
    if bottom == float("inf"):
        return bottom
    last = max(b.cy for b, _ in placed if top <= b.cy <= bottom and b.cx >= start)
    heads = [b.cy for b, w in placed if last < b.cy <= bottom and b.cx < start and part_of(_text(w)) is not None]
    return min(heads, default=bottom + 1.0) - 1.0


def _stand_alone(left: Sequence[_Placed], right: Sequence[_Placed]) -> bool:
    if sum(_is_line(word) for _, word in left) >= 2:
        return True
    heading = min(right, key=lambda p: p[0].cy)[1] if right else None
    heads = sum(part_of(_text(word)) is not None for _, word in left)
    return bool(left) and heading is not None and part_of(_text(heading)) is not None and heads > 0


def _is_line(word: Word) -> bool:
    return len(squash(word.text)) >= _LINE


def _text(word: Word) -> str:
    return simplified(squash(word.text))
