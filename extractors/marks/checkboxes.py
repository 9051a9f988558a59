"""Check boxes: small square outlines, empty or ticked, crossed or filled, that mostly stand in rows or columns."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from extractors.marks.box_states import EMPTY, NOTHING, TICKED, box_states
from extractors.marks.ink import Ink
from extractors.marks.squares import Rects, frames_beside, squares_in
from models.page import Mark

SURE = 0.8
"""Least chance of being a box from which others are looked for beside it."""
LEAST_BESIDE = 0.5
LEAST_ALONE = 0.97
LEAST_TICKED_ALONE = 0.995
"""Least chance of being a box with others of its size in its row or column, and without."""
MOST_SEEDS = 16


@dataclass(frozen=True, slots=True)
class Square:
    """A square in work pixels with its chances of being an empty and a ticked box."""

    x: int
    y: int
    width: int
    height: int
    empty: float
    ticked: float

    @property
    def box(self) -> float:
        return self.empty + self.ticked

    @property
    def side(self) -> float:
        return (self.width + self.height) / 2

    def is_over(self, other: Square) -> bool:
        """Whether the two cover more of each other than neighbours may."""
        wide = min(self.x + self.width, other.x + other.width) - max(self.x, other.x)
        tall = min(self.y + self.height, other.y + other.height) - max(self.y, other.y)
        return wide > 0 and tall > 0 and wide * tall > 0.12 * min(self.side, other.side) ** 2

    def is_beside(self, other: Square) -> bool:
        """Whether the two are apart, alike, and in one row or column."""
        if abs(self.side - other.side) > 0.18 * max(self.side, other.side):
            return False
        return self.shares_row(other) or self.shares_column(other)

    def shares_row(self, other: Square) -> bool:
        dx, dy = abs(self.x - other.x), abs(self.y - other.y)
        return dy < 0.5 * self.side + 0.02 * dx and dx > 1.15 * self.side

    def shares_column(self, other: Square) -> bool:
        dx, dy = abs(self.x - other.x), abs(self.y - other.y)
        return dx < 0.4 * self.side and 1.15 * self.side < dy < 14 * self.side


def find_checkboxes(ink: Ink) -> list[Mark]:
    """The boxes of a page with their state.

    What a tick has made hard to see is looked for again, as a frame of the same size, in the row and column of the
    boxes that are plain to see.
    """
    squares = _best(_judged(ink, squares_in(ink)))
    for seed, along_row in _seeds(squares):
        rects = frames_beside(ink, (seed.x, seed.y, seed.width, seed.height), along_row)
        beside = [s for s in _judged(ink, rects) if s.is_beside(seed)]
        fresh = [s for s in beside if not any(k.box >= s.box and s.is_over(k) for k in squares)]
        squares = _best(squares + fresh) if fresh else squares
    marks = []
    for square in squares:
        checked = square.ticked > square.empty
        beside = [s for s in squares if s.is_beside(square) and s.box >= SURE]
        # Letters are square and full: what looks ticked needs an empty box of its kind beside it, or to be very sure.
        company = any(s.empty > s.ticked for s in beside) if checked else bool(beside)
        if not company and square.box < (LEAST_TICKED_ALONE if checked else LEAST_ALONE):
            continue
        chance = max(square.empty, square.ticked) * (1.0 if company else 0.75)
        # A printed 口 is an empty box, but for the letters close on both sides.
        if not checked and not any(s.ticked > s.empty for s in beside) and _is_crowded(ink, square):
            chance *= 0.5
        box = ink.back(square.x, square.y, square.width, square.height)
        marks.append(Mark("checkbox", box, round(chance, 3), checked=checked))
    return marks


def _is_crowded(ink: Ink, square: Square) -> bool:
    """Whether ink stands close on both sides, as around a character in running text."""
    near = max(3, round(0.42 * square.width))
    rows = slice(square.y + square.height // 8, square.y + square.height - square.height // 8)
    left = ink.dark[rows, max(0, square.x - near) : max(0, square.x - 1)]
    right = ink.dark[rows, square.x + square.width + 1 : square.x + square.width + near]
    return bool(left.any() and right.any())


def _judged(ink: Ink, rects: Rects) -> list[Square]:
    shares: NDArray[np.float64] = rects / ink.scale
    chances = box_states(ink.tone, shares)
    likely = np.flatnonzero(1 - chances[:, NOTHING] >= LEAST_BESIDE).tolist()
    found = []
    for i in likely:
        x, y, w, h = rects[i].tolist()
        found.append(Square(x, y, w, h, float(chances[i, EMPTY]), float(chances[i, TICKED])))
    return found


def _best(squares: list[Square]) -> list[Square]:
    """The surest square of each place: letters beside a box make worse ones with a side of it."""
    kept: list[Square] = []
    for square in sorted(squares, key=lambda s: -s.box):
        if not any(square.is_over(k) for k in kept):
            kept.append(square)
    return kept


def _seeds(squares: list[Square]) -> list[tuple[Square, bool]]:
    """One sure box of each row and, with False, of each column that has several; those with most company first."""
    sure = [s for s in squares if s.box >= SURE]
    company = {id(s): sum(s.is_beside(o) for o in sure) for s in sure}
    ordered = sorted(sure, key=lambda s: (-company[id(s)], -s.empty))
    rows: list[Square] = []
    columns: list[Square] = []
    for square in ordered:
        if not any(square.shares_row(s) for s in rows):
            rows.append(square)
        if not any(square.shares_column(s) for s in columns):
            columns.append(square)
    return [(s, True) for s in rows[:MOST_SEEDS]] + [(s, False) for s in columns[:MOST_SEEDS]]
