"""Cells between which a pale rule was not found, cut where the rows of the same table beside them say that it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from extractors.layout.flow import Ink
from extractors.layout.lines import Line, text_lines
from models.geometry import Box

_LEVEL, _SAME_PITCH = 0.35, 0.18
"""Of a character: so much differ at most the middles of two words of one row, and the pitches of the same two rows."""
_LEAST_PITCH = 1.45  # widths of a character between two rows; the lines of one label stand closer
_SENTENCE = re.compile("[,。;]")
_LONGEST = 14  # characters: what is longer may be a line of running text
_APART = 0.3
_COLUMN = 0.5
_LEAST_ROWS, _LEAST_COLUMNS = 3, 3
_BESIDE = 0.2


def with_lost_rules(cells: Sequence[Box], inks: Sequence[Ink], slope: float) -> tuple[Box, ...]:
    """`cells` with those of several rows cut into them.

    Between two lines of a cell a rule was lost where words of other columns stand level with both, one above the other
    in cells of their own.
    """
    if len(cells) < 3:
        return tuple(cells)
    held: dict[Box, list[Ink]] = {}
    for ink in inks:
        home = min((c for c in cells if c.contains(ink.box.cx, ink.box.cy)), key=lambda c: c.area, default=None)
        if home is not None:
            held.setdefault(home, []).append(ink)
    widths = [ink.box.width / len(ink.text) for ink in inks if len(ink.text) > 2 and not ink.text.isascii()]
    if not widths:
        return tuple(cells)
    size = median(widths)
    return tuple(part for cell in cells for part in _cut(cell, held, slope, size))


def _cut(cell: Box, held: dict[Box, list[Ink]], slope: float, size: float) -> list[Box]:
    """`cell` cut between all its lines, or left whole: half of its rows would look like a table of their own."""
    lines = text_lines(held.get(cell, []), slope)
    if len(lines) < 2:
        return [cell]
    told = all(_are_rows(one, other, cell, held, slope, size) for one, other in pairwise(lines))
    if not told and not _are_columns(cell, lines, held, slope, size):
        return [cell]
    borders = [cell.y0, *((one.box.cy + other.box.cy) / 2 for one, other in pairwise(lines)), cell.y1]
    return [cell._replace(y0=top, y1=bottom) for top, bottom in pairwise(borders)]


def _are_rows(upper: Line, lower: Line, cell: Box, held: dict[Box, list[Ink]], slope: float, size: float) -> bool:
    if len(upper.text) == len(lower.text) == 1 or _is_running(upper) or _is_running(lower):
        return False
    pitch = _middle(lower, slope) - _middle(upper, slope)
    if pitch < _LEAST_PITCH * size:
        return False
    above, below = (list(_level_with(line, cell, held, slope, size)) for line in (upper, lower))
    return any(
        one.y1 < other.y1 and one.y0 < other.y0 and one.y1 - other.y0 < _APART * size
        for one, first in above
        for other, second in below
        if one != other
        and min(one.x1, other.x1) - max(one.x0, other.x0) > _COLUMN * min(one.width, other.width)
        and abs(_level(second, slope) - _level(first, slope) - pitch) < _SAME_PITCH * size
    )


def _are_columns(cell: Box, lines: Sequence[Line], held: dict[Box, list[Ink]], slope: float, size: float) -> bool:
    """Whether `cell` is one of several columns as high, of as many lines, all of them level: rows without any rules."""
    levels = [_middle(line, slope) for line in lines]
    if len(lines) < _LEAST_ROWS or any(map(_is_running, lines)):
        return False
    if any(below - above < _LEAST_PITCH * size for above, below in pairwise(levels)):
        return False
    alike = 0
    for other, inks in held.items():
        if other is cell or abs(other.y0 - cell.y0) > size or abs(other.y1 - cell.y1) > size:
            continue
        rows = text_lines(inks, slope)
        found = [_middle(line, slope) for line in rows if not _is_running(line)]
        if len(found) != len(levels) or any(
            abs(one - two) > _LEVEL * size for one, two in zip(found, levels, strict=True)
        ):
            continue
        alike += 1
    return alike + 1 >= _LEAST_COLUMNS


def _middle(line: Line, slope: float) -> float:
    return median([_level(ink.box, slope) for ink in line.inks])


def _is_running(line: Line) -> bool:
    return any(len(ink.text) > _LONGEST or _SENTENCE.search(ink.text) for ink in line.inks)


def _level(box: Box, slope: float) -> float:
    return box.cy - slope * box.cx


def _level_with(
    line: Line, cell: Box, held: dict[Box, list[Ink]], slope: float, size: float
) -> Iterator[tuple[Box, Box]]:
    """The cells beside `cell` with the words in them that stand on the row of `line`."""
    at = _middle(line, slope)
    for other, inks in held.items():
        if other is cell or min(other.x1, cell.x1) - max(other.x0, cell.x0) > _BESIDE * min(other.width, cell.width):
            continue
        yield from ((other, ink.box) for ink in inks if abs(_level(ink.box, slope) - at) < _LEVEL * size)
