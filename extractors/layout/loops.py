"""Loops in the strokes of running text that were taken for cells: they lie in a larger cell, and lines run across them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.geometry import Box
from models.page import Word

_INSIDE = 0.9
_LARGER = 4.0
_RUNNING = 14
"""From so many characters on a word is a line of running text, and no two neighbouring cells' text read as one."""
_BEYOND = 1.5  # heights that a line reaches beyond the border that it crosses


def without_loops(cells: Sequence[Box], words: Sequence[Word]) -> tuple[Box, ...]:
    """`cells` without those that parted the lines of a larger one; its frame or its other cells stay."""
    lines = [w.box for w in words if len(w.text.strip()) >= _RUNNING and w.box.width > w.box.height]
    return tuple(c for c in cells if not any(_parts(c, whole, lines) for whole in _around(c, cells)))


def _around(cell: Box, cells: Sequence[Box]) -> Iterator[Box]:
    return (c for c in cells if c.area > _LARGER * cell.area and cell.covered_by(c) > _INSIDE)


def _parts(cell: Box, whole: Box, lines: Sequence[Box]) -> bool:
    """Whether a line of `whole` crosses the left or right border of `cell` within it."""
    for line in lines:
        if not (cell.y0 < line.cy < cell.y1 and whole.contains(line.cx, line.cy)):
            continue
        reach = _BEYOND * line.height
        if any(line.x0 + reach < x < line.x1 - reach for x in (cell.x0, cell.x1)):
            return True
    return False
