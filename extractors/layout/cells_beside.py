"""The ruled cells beside and below a cell."""

from __future__ import annotations

from collections.abc import Sequence

from models.geometry import Box


def next_right(cell: Box, cells: Sequence[Box], label: Box) -> Box | None:
    """The cell right of `cell`; of several in one column the one level with its label."""
    right = [c for c in cells if c.x0 >= cell.x1 - 0.3 * min(cell.width, c.width)]
    found = [c for c in right if _shared(cell, c, rows=True) > 0.5 or c.y0 < label.cy < c.y1]
    nearest = min((c.x0 for c in found), default=0.0)
    beside = [c for c in found if c.x0 <= nearest + 0.5 * label.height]
    return min(beside, key=lambda c: (not c.y0 < label.cy < c.y1, abs(c.cy - label.cy), c.x0), default=None)


def next_below(cell: Box, cells: Sequence[Box]) -> Box | None:
    found = [
        c for c in cells if c.y0 >= cell.y1 - 0.3 * min(cell.height, c.height) and _shared(cell, c, rows=False) > 0.5
    ]
    return min(found, key=lambda c: (c.y0 - cell.y1, abs(c.cx - cell.cx)), default=None)


def _shared(one: Box, other: Box, *, rows: bool) -> float:
    if rows:
        return (min(one.y1, other.y1) - max(one.y0, other.y0)) / max(1.0, min(one.height, other.height))
    return (min(one.x1, other.x1) - max(one.x0, other.x0)) / max(1.0, min(one.width, other.width))
