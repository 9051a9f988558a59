"""Rows and columns from words in any order, on pages that may still be turned by up to two degrees."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

import numpy as np
from numpy.typing import NDArray

from extractors.layout.flow import Flow, Ink
from models.geometry import Box, union

SLOPES = tuple(np.tan(np.radians(np.arange(-2.5, 2.51, 0.25))))
CLOSE = 0.45  # of a character's height between the words of one run
_WORTH = 0.08  # a slope must bring words this much closer to rows than none; few words prove nothing
_SHORT = 8  # characters: a half of a page has longer lines
_LABELS = 3  # fewer words with others on their rows are no column of labels
_TALL = 1.8  # a word this many times higher than the row it would join is on a row of its own


@dataclass(frozen=True)
class Line:
    """Words on one row from left to right."""

    inks: tuple[Ink, ...]

    @cached_property
    def flow(self) -> Flow:
        return Flow(self.inks)

    @property
    def text(self) -> str:
        return self.flow.text

    @cached_property
    def segments(self) -> tuple[Flow, ...]:
        """Words that follow each other closely, as one text each: an engine may cut a printed run into several words."""
        groups: list[list[Ink]] = []
        for ink in self.inks:
            if groups and follows_closely(groups[-1][-1], ink):
                groups[-1].append(ink)
            else:
                groups.append([ink])
        return tuple(Flow(group) for group in groups)

    @cached_property
    def box(self) -> Box:
        return union(ink.box for ink in self.inks)

    @cached_property
    def height(self) -> float:
        """The typical height of a character of the line."""
        return median(glyph_height(ink) for ink in self.inks)


def glyph_height(ink: Ink) -> float:
    """How high a character of this word is; for a vertical word its width."""
    return ink.box.width if ink.word.vertical else ink.box.height


def follows_closely(one: Ink, other: Ink) -> bool:
    """Whether `other` goes on on the same row where `one` ends, without a blank between."""
    height = min(one.box.height, other.box.height)
    if one.word.vertical or other.word.vertical or abs(one.box.cy - other.box.cy) > 0.6 * height:
        return False
    return -height < other.box.x0 - one.box.x1 < CLOSE * height


def page_slope(inks: Sequence[Ink]) -> float:
    """How much rows fall per pixel to the right: the candidate slope under which word centres fall into rows."""
    level = [ink for ink in inks if not ink.word.vertical]
    if len(level) < 7:
        return 0.0
    x = np.array([ink.box.cx for ink in level])
    y = np.array([ink.box.cy for ink in level])
    cap = float(np.median([ink.box.height for ink in level])) * 0.6
    level_cost = _cost(x, y, cap, 0.0)
    best, chosen = level_cost - _WORTH, 0.0
    for slope in SLOPES:
        cost = _cost(x, y, cap, float(slope))
        if cost < best - 1e-9:
            best, chosen = cost, float(slope)
    return chosen


def _cost(x: NDArray[np.float64], y: NDArray[np.float64], cap: float, slope: float) -> float:
    """The mean distance, 0-1, between neighbouring levels: small where many words share a row."""
    gaps = np.diff(np.sort(y - slope * x))
    return float(np.minimum(gaps, cap).sum()) / (cap * len(x)) + abs(slope)


def text_lines(inks: Sequence[Ink], slope: float | None = None) -> list[Line]:
    """Words as rows from top to bottom, each from left to right. Vertical words stand alone."""
    tilt = page_slope(inks) if slope is None else slope
    rows: list[_Row] = []
    upright = sorted((i for i in inks if not i.word.vertical), key=lambda i: i.box.cy - tilt * i.box.cx)
    for ink in upright:
        level = ink.box.cy - tilt * ink.box.cx
        row = next((r for r in reversed(rows[-4:]) if r.takes(level, ink)), None)
        if row is None:
            rows.append(_Row(level, ink))
        else:
            row.add(level, ink)
    lines = [(row.level, Line(tuple(sorted(row.inks, key=lambda i: i.box.x0)))) for row in rows]
    lines += [(i.box.y0 - tilt * i.box.cx, Line((i,))) for i in inks if i.word.vertical]
    return [line for _, line in sorted(lines, key=lambda pair: pair[0])]


class _Row:
    """A row under construction: its level is the mean of its words' centres after the slope is taken out."""

    def __init__(self, level: float, ink: Ink) -> None:
        self.level, self.height, self.inks = level, ink.box.height, [ink]

    def takes(self, level: float, ink: Ink) -> bool:
        small, large = sorted((self.height, ink.box.height))
        if abs(level - self.level) > (0.5 * small if large < _TALL * small else 0.3 * large):
            return False
        if (
            large > _TALL * small
            and len(self.inks) == 1
            and level != self.level
            and abs(level - self.level) > 0.5 * small
        ):
            return False
        return all(_apart(ink.box, other.box) or _next_character(ink, other) for other in self.inks)

    def add(self, level: float, ink: Ink) -> None:
        count = len(self.inks)
        self.level = (self.level * count + level) / (count + 1)
        self.height = max(self.height, ink.box.height) if count < 2 else self.height
        self.inks.append(ink)


def _apart(one: Box, other: Box) -> bool:
    """Words of one row follow each other; two that share much of their width stand one above the other."""
    shared = min(one.x1, other.x1) - max(one.x0, other.x0)
    return shared < 0.4 * min(one.width, other.width)


def _next_character(one: Ink, other: Ink) -> bool:
    """Whether both are single characters set apart, in boxes that take in some of the blank between them."""
    apart = abs(one.box.cx - other.box.cx)
    return len(one.text) == len(other.text) == 1 and apart > 0.8 * max(one.box.height, other.box.height)


def gutter(inks: Sequence[Ink], bounds: Box) -> float | None:
    """The x of a blank strip that parts the page into a left and a right half, or None.

    Words that cross may only lie above everything else (a title over both halves).
    """
    if len(inks) < 6:
        return None
    width = bounds.width
    found: list[tuple[float, float]] = []
    edges = sorted({ink.box.x1 for ink in inks})
    for edge in edges:
        if edge - bounds.x0 > 0.75 * width:
            break
        x = edge + 1.0
        crossing = [i for i in inks if i.box.x0 < x < i.box.x1]
        top = min((i.box.y0 for i in inks if not i.box.x0 < x < i.box.x1), default=0.0)
        if len(crossing) > 2 or any(i.box.cy > top for i in crossing):
            continue
        right = [i.box.x0 for i in inks if i.box.x0 >= x]
        left = [i for i in inks if i.box.x1 <= x]
        if len(right) < 3 or len(left) < 2:
            continue
        room = min(right) - edge
        if min(right) - bounds.x0 < 0.3 * width:
            continue
        if _is_label_column([i for i in inks if i.box.x1 <= x], [i for i in inks if i.box.x0 >= x]):
            continue
        if room > 0.02 * width and not any(_parts_labels(inks, strip[1], x) for strip in found):
            found.append((room, edge + room / 2))
    return max(found, default=(0.0, None), key=lambda strip: strip[0])[1]


def _parts_labels(inks: Sequence[Ink], half: float, x: float) -> bool:
    """Whether the words between `half`, where the page may part, and `x` are labels of what stands behind `x`."""
    between = [i for i in inks if half <= i.box.x0 and i.box.x1 <= x]
    labels = [i for i in between if not i.text.isascii()]  # the label once more in English has no value on its row
    return len(labels) >= _LABELS and _is_label_column(labels, [i for i in inks if i.box.x0 >= x])


def _is_label_column(left: Sequence[Ink], right: Sequence[Ink]) -> bool:
    """Whether the left words are labels of the right ones: short, and nearly each with a partner on its row."""
    top = min((o.box.y0 for o in right), default=0.0)
    level = [i for i in left if i.box.y1 > top]  # a heading may stand over the labels alone
    left = level if len(level) >= _LABELS else left
    paired = [i for i in left if any(abs(i.box.cy - o.box.cy) < 0.35 * max(i.box.height, o.box.height) for o in right)]
    if len(paired) >= 0.75 * len(left) and all(i.text.endswith(":") for i in paired):
        return True  # however long they are
    short = sum(len(i.text) <= 8 for i in left)
    if len(left) >= 5 and len(paired) >= 0.9 * len(left) and all(len(i.text) <= 8 for i in left):
        return True  # the first of several columns of labels
    if len(left) >= 3 and len(paired) == len(left) and all(len(i.text) == 1 for i in left):
        return True  # the first characters of labels set wide apart
    if len(paired) >= 0.75 * len(left) and all(_may_be_label(i.text) for i in left):
        return True  # few rows of labels, each with more labels behind its value
    return len(paired) >= 0.75 * len(left) and short >= 0.75 * len(left) and len(right) <= 2.0 * len(left)


def _may_be_label(text: str) -> bool:
    return 2 <= len(text) <= _SHORT and not re.search(r"[\d:;,。]", text) and not text.isascii()


def columns(inks: Sequence[Ink], bounds: Box) -> list[list[Ink]]:
    """Words by column: crossing words first, then the left, then the right half; one list where undivided."""
    x = gutter(inks, bounds)
    if x is None:
        return [list(inks)]
    parts = (
        [i for i in inks if i.box.x0 < x < i.box.x1],
        [i for i in inks if i.box.x1 <= x],
        [i for i in inks if i.box.x0 >= x],
    )
    return [part for part in parts if part]
