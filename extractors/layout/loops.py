"""Cells whose borders are strokes of running text: lines run across them without a blank."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.layout.flow import Ink
from models.geometry import Box

_SENTENCE = re.compile("[,。;]")
_INSIDE, _LARGER = 0.9, 4.0
_RUNNING = 14
"""From so many characters on a word is a line of running text, and no two neighbouring cells' text read as one."""
_BEYOND = 0.7  # heights that a line reaches beyond the border that it crosses
_BLANK, _ON_ROW = 0.3, 0.4


def without_loops(cells: Sequence[Box], inks: Sequence[Ink]) -> tuple[Box, ...]:
    """`cells` without those whose left or right border parts a line of text, or that do so within a larger one."""
    lines = [i for i in inks if len(i.text) >= _RUNNING and i.box.width > i.box.height]
    return tuple(c for c in cells if not any(_parts(c, line, cells) for line in lines))


def _parts(cell: Box, line: Ink, cells: Sequence[Box]) -> bool:
    """Whether `line` crosses the left or right border of `cell` where it has no blank."""
    box = line.box
    if min(cell.y1, box.y1) - max(cell.y0, box.y0) < _ON_ROW * min(cell.height, box.height):
        return False
    crossed = [x for x in (cell.x0, cell.x1) if box.x0 + _BEYOND * box.height < x < box.x1 - _BEYOND * box.height]
    if not crossed:
        return False
    if not _SENTENCE.search(line.text):
        return False  # an entry too long for its cell
    inside = any(c.area > _LARGER * cell.area and cell.covered_by(c) > _INSIDE for c in cells)
    return inside or any(not _blank_at(line, x) for x in crossed)


def _blank_at(line: Ink, x: float) -> bool:
    """Whether a blank stands about `x` between two characters of the line."""
    reach = _BLANK * line.box.height
    places = [line.slice_box(at, at + 1) for at in range(len(line.text))]
    gaps = ((one.x1, other.x0) for one, other in pairwise(places))
    return any(left - reach < x < right + reach and right - left > reach for left, right in gaps)
