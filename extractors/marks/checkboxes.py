"""Check boxes: small square outlines that stand apart from text, empty or ticked, crossed or filled."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.marks.ink import Ink
from models.page import Mark

Mask = NDArray[np.uint8]
TALL = (0.68, 1.9)
"""Side of a box by the usual height of characters."""
SQUARE = 0.16
LEAST_INSIDE = 0.07
"""Inked share of the middle of a box from which it counts as checked; specks and blur stay under 0.03."""


@dataclass(frozen=True, slots=True)
class Square:
    """A square outline in work pixels, the share of ink in its middle, and whether letters stand close on its left and on both sides."""

    x: int
    y: int
    width: int
    height: int
    inside: float
    follows: bool
    crowded: bool

    @property
    def side(self) -> float:
        return (self.width + self.height) / 2


def find_checkboxes(ink: Ink) -> list[Mark]:
    """The boxes of a page with their state.

    口 and 田, 国, 回 are square too: strokes from side to side within tell the latter, close letters on both sides the
    former, unless three or more alike stand in the same row, as options do.
    """
    squares = _squares(ink)
    marks = []
    for square in squares:
        row = [s for s in squares if abs(s.y - square.y) < 0.6 * square.side and _alike(s, square)]
        column = [s for s in squares if abs(s.x - square.x) < 0.4 * square.side and _alike(s, square)]
        # Letters are square too, but seldom empty: what looks ticked needs an empty box of its kind beside it.
        checked = square.inside >= LEAST_INSIDE
        empty = any(s.inside < LEAST_INSIDE for s in [*row, *column] if s is not square)
        if (square.crowded and len(row) < 3) or (not empty and (checked or square.follows)):
            continue
        sure = min(1.0, abs(square.inside - LEAST_INSIDE) / LEAST_INSIDE)
        confidence = (0.55 + 0.4 * sure) * (1.0 if empty else 0.5) * (0.75 if square.crowded else 1.0)
        box = ink.back(square.x, square.y, square.width, square.height)
        marks.append(Mark("checkbox", box, round(confidence, 3), checked=checked))
    return marks


def _alike(a: Square, b: Square) -> bool:
    return abs(a.side - b.side) <= 0.15 * max(a.side, b.side)


def _squares(ink: Ink) -> list[Square]:
    low, high = TALL[0] * ink.em, TALL[1] * ink.em
    length = max(5, int(0.62 * low))
    closed = _morphed(ink.dark, cv2.MORPH_CLOSE, 2, 2)
    level = _morphed(closed, cv2.MORPH_OPEN, 1, length)
    upright = _morphed(closed, cv2.MORPH_OPEN, length, 1)
    found: list[Square] = []
    across, down = _strokes(level), _strokes(upright)
    rectangles = _paired(across, low, high) + _cornered(across, down, low, high)
    rectangles += _outlines(level, upright, low, high)
    for x, y, w, h in rectangles:
        if any(abs(x - f.x) < 0.4 * w and abs(y - f.y) < 0.4 * w for f in found):
            continue
        part = closed[y : y + h, x : x + w]
        if not _is_outlined(part) or _has_legs(closed, x, y, w, h) or _has_letter_strokes(level, upright, x, y, w, h):
            continue
        left, right = _neighbours(ink.dark, x, y, w, h)
        found.append(Square(x, y, w, h, _inside(ink.dark[y : y + h, x : x + w]), left, left and right))
    return found


def _strokes(mask: Mask) -> NDArray[np.int64]:
    """The pieces of `mask` as rows of x, y, width, height."""
    count, _labels, stats, _centres = cv2.connectedComponentsWithStats(mask, connectivity=8)
    return stats[1:count, :4].astype(np.int64)


def _paired(strokes: NDArray[np.int64], low: float, high: float) -> list[tuple[int, int, int, int]]:
    """Rectangles x, y, width, height between level strokes of one length that lie that length apart, largest first."""
    strokes = strokes[(strokes[:, 2] >= low) & (strokes[:, 2] <= high) & (strokes[:, 3] <= 0.3 * strokes[:, 2] + 2)]
    strokes = strokes[np.argsort(strokes[:, 0], kind="stable")]
    slack = max(2.0, 0.12 * low)
    found = []
    for x, y, w, _h in strokes.tolist():
        first, last = np.searchsorted(strokes[:, 0], (x - slack, x + slack + 1))
        near = strokes[first:last]
        bottoms = near[:, 1] + near[:, 3]
        height = bottoms - y
        alike = (np.abs(near[:, 2] - w) <= slack) & (np.abs(height - w) <= max(2.5, SQUARE * w)) & (near[:, 1] > y)
        for x2, y2, w2, h2 in near[alike].tolist():
            left, right = min(x, x2), max(x + w, x2 + w2)
            found.append((left, y, right - left, y2 + h2 - y))
    return sorted(found, key=lambda r: -r[2] * r[3])


def _cornered(
    across: NDArray[np.int64], down: NDArray[np.int64], low: float, high: float
) -> list[tuple[int, int, int, int]]:
    """Squares on a left and a bottom stroke that meet: a tick that leaves at the upper right spoils the other two."""
    bottoms = across[(across[:, 2] >= low) & (across[:, 2] <= high)]
    lefts = down[(down[:, 3] >= low) & (down[:, 3] <= high)]
    ends = bottoms[:, 1] + bottoms[:, 3]
    found = []
    for x, y, _w, h in lefts.tolist():
        meets = (np.abs(bottoms[:, 0] - x) <= 2) & (np.abs(ends - (y + h)) <= 3)
        meets &= np.abs(bottoms[:, 2] - h) <= max(2.5, SQUARE * h)
        found += [(min(x, x2), y, w2, h) for x2, _y2, w2, _h2 in bottoms[meets].tolist()]
    return found


def _outlines(level: Mask, upright: Mask, low: float, high: float) -> list[tuple[int, int, int, int]]:
    """Square pieces of level and upright strokes that hang together."""
    count, _labels, stats, _centres = cv2.connectedComponentsWithStats(cv2.bitwise_or(level, upright), connectivity=8)
    size = stats[1:count, cv2.CC_STAT_WIDTH : cv2.CC_STAT_HEIGHT + 1].astype(np.int64)
    width, height = size[:, 0], size[:, 1]
    square = (np.minimum(width, height) >= low) & (np.maximum(width, height) <= high)
    square &= np.abs(width - height) <= np.maximum(2.5, SQUARE * np.maximum(width, height))
    return [(x, y, w, h) for x, y, w, h in stats[1:count][square, :4].tolist()]


def _has_legs(closed: Mask, x: int, y: int, w: int, h: int) -> bool:
    """Whether both upright strokes go on below the bottom one, as those of a printed 口 do."""
    top, foot = y + round(0.6 * h), max(2, round(0.22 * w))
    rows = closed[top : y + h + max(4, round(0.15 * h)), x : x + w] > 0
    full = np.flatnonzero(rows.mean(axis=1) >= 0.7)
    if not len(full):
        return True
    below = rows[full[-1] + 1 :]
    feet = below[:, :foot].any(axis=1) & below[:, -foot:].any(axis=1) & ~below[:, foot:-foot].any(axis=1)
    return int(np.argmin(np.append(feet, False))) >= 2


def _morphed(mask: Mask, how: int, height: int, width: int) -> Mask:
    return np.asarray(cv2.morphologyEx(mask, how, np.ones((height, width), np.uint8)), dtype=np.uint8)


def _is_outlined(part: Mask) -> bool:
    """Whether all four sides are drawn along nearly their whole length, by thin strokes that end at the corners."""
    height, width = part.shape
    band = max(2, round(0.16 * min(height, width)))
    sides = [
        part[:band].any(axis=0),
        part[-band:].any(axis=0),
        part[:, :band].any(axis=1),
        part[:, -band:].any(axis=1),
    ]
    # A tick may hide or break a corner, and specks a stroke, on one side.
    drawn = sorted(float(side.mean()) for side in sides)
    return drawn[0] >= 0.75 and drawn[1] >= 0.86


def _has_letter_strokes(level: Mask, upright: Mask, x: int, y: int, w: int, h: int) -> bool:
    """Whether strokes run level or upright through the middle, as in 日 田 国 回; a filled box is a block."""
    part_level, part_upright = level[y : y + h, x : x + w] > 0, upright[y : y + h, x : x + w] > 0
    edge_x, edge_y = max(3, round(0.22 * w)), max(3, round(0.22 * h))
    rows = part_level[edge_y : h - edge_y, max(2, w // 7) : w - max(2, w // 7)]
    columns = part_upright[max(2, h // 7) : h - max(2, h // 7), edge_x : w - edge_x]
    if rows.size == 0 or columns.size == 0:
        return True
    middle = (part_level | part_upright)[edge_y : h - edge_y, edge_x : w - edge_x]
    if float(middle.mean()) > 0.7:
        return False
    across, down = rows.mean(axis=1), columns.mean(axis=0)
    through = max(float(across.max()), float(down.max())) > 0.85
    return through or max(_bands(across > 0.6), _bands(down > 0.6)) >= 2


def _bands(on: NDArray[np.bool_]) -> int:
    """How many separate runs of true there are."""
    return int((np.diff(on.astype(np.int8), prepend=0) == 1).sum())


def _inside(part: Mask) -> float:
    height, width = part.shape
    inset_x, inset_y = max(3, round(0.22 * width)), max(3, round(0.22 * height))
    middle = part[inset_y : height - inset_y, inset_x : width - inset_x]
    return float((middle > 0).mean()) if middle.size else 0.0


def _neighbours(dark: Mask, x: int, y: int, w: int, h: int) -> tuple[bool, bool]:
    """Whether ink stands close on the left, and on the right, as around a character in running text."""
    gap = max(3, round(0.42 * w))
    rows = slice(y + h // 8, y + h - h // 8)
    left = dark[rows, max(0, x - gap) : max(0, x - 1)]
    right = dark[rows, x + w + 1 : x + w + gap]
    return bool(left.any()), bool(right.any())
