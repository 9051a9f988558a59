"""Check boxes: small square outlines that stand apart from text, empty or ticked, crossed or filled."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.marks.ink import Ink
from models.page import Mark

Mask = NDArray[np.uint8]
TALL = (0.55, 1.9)
"""Side of a box by the usual height of characters."""
SQUARE = 0.16
LEAST_INSIDE = 0.07
"""Inked share of the middle of a box from which it counts as checked; specks and blur stay under 0.03."""


@dataclass(frozen=True, slots=True)
class Square:
    """A square outline in work pixels, the share of ink in its middle, and whether letters touch it on both sides."""

    x: int
    y: int
    width: int
    height: int
    inside: float
    crowded: bool

    @property
    def side(self) -> float:
        return (self.width + self.height) / 2


def find_checkboxes(ink: Ink) -> list[Mark]:
    """The boxes of a page with their state.

    口 and 田, 国, 回 are square too: strokes from side to side within tell the latter, close letters on both sides the
    former, unless two or more alike stand in the same row, as options do.
    """
    squares = _squares(ink)
    marks = []
    for square in squares:
        row = [s for s in squares if abs(s.y - square.y) < 0.6 * square.side and _alike(s, square)]
        column = [s for s in squares if abs(s.x - square.x) < 0.4 * square.side and _alike(s, square)]
        company = max(len(row), len(column))
        if square.crowded and len(row) < 2:
            continue
        checked = square.inside >= LEAST_INSIDE
        sure = min(1.0, abs(square.inside - LEAST_INSIDE) / LEAST_INSIDE)
        confidence = (0.55 + 0.4 * sure) * (1.0 if company >= 2 else 0.8) * (0.75 if square.crowded else 1.0)
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
    outline = cv2.bitwise_or(level, upright)
    count, _labels, stats, _centres = cv2.connectedComponentsWithStats(outline, connectivity=8)
    found: list[Square] = []
    for x, y, w, h, _area in stats[1:count].tolist():
        if not (low <= w <= high and low <= h <= high) or abs(w - h) > max(2.5, SQUARE * max(w, h)):
            continue
        if not _is_outlined(closed[y : y + h, x : x + w]) or _has_letter_strokes(level, upright, x, y, w, h):
            continue
        inside = _inside(ink.dark[y : y + h, x : x + w])
        found.append(Square(x, y, w, h, inside, _is_crowded(ink.dark, x, y, w, h)))
    return found


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
    return min(float(side.mean()) for side in sides) >= 0.86


def _has_letter_strokes(level: Mask, upright: Mask, x: int, y: int, w: int, h: int) -> bool:
    """Whether a thin stroke runs level or upright through the middle, as in 日 田 目 国 回; a filled box is a block."""
    inset_x, inset_y = max(3, round(0.24 * w)), max(3, round(0.24 * h))
    rows = level[y + inset_y : y + h - inset_y, x + inset_x : x + w - inset_x] > 0
    columns = upright[y + inset_y : y + h - inset_y, x + inset_x : x + w - inset_x] > 0
    if rows.size == 0:
        return True
    full_rows, full_columns = rows.mean(axis=1) > 0.8, columns.mean(axis=0) > 0.8
    solid = float((rows | columns).mean()) > 0.75
    return not solid and bool(full_rows.any() or full_columns.any())


def _inside(part: Mask) -> float:
    height, width = part.shape
    inset_x, inset_y = max(3, round(0.22 * width)), max(3, round(0.22 * height))
    middle = part[inset_y : height - inset_y, inset_x : width - inset_x]
    return float((middle > 0).mean()) if middle.size else 0.0


def _is_crowded(dark: Mask, x: int, y: int, w: int, h: int) -> bool:
    """Whether ink stands close on both sides, as around a character in running text."""
    gap = max(3, round(0.42 * w))
    rows = slice(y + h // 8, y + h - h // 8)
    left = dark[rows, max(0, x - gap) : max(0, x - 1)]
    right = dark[rows, x + w + 1 : x + w + gap]
    return bool(left.any()) and bool(right.any())
