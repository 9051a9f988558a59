"""Rings: an option circled by hand, closed or nearly so, also where the stroke touches text or rulings."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.marks.ink import Ink
from models.geometry import Box
from models.page import Mark

Mask = NDArray[np.uint8]
LEAST_TALL, LEAST_TALL_DARK = 1.2, 1.4
"""Height of a ring by that of characters, for a coloured pen and for one like print: the numbers in ① and ② stay under it."""
MOST_TALL = 5.5
MOST_WIDE = 16.0
MIDDLE = 0.45
LEAST_FILLED = 0.06
ANGLES = 72


@dataclass(frozen=True, slots=True)
class Ellipse:
    """Centre, half axes and the turn of `a` in radians, in work pixels."""

    x: float
    y: float
    a: float
    b: float
    turn: float

    @property
    def box(self) -> Box:
        wide = math.hypot(self.a * math.cos(self.turn), self.b * math.sin(self.turn))
        tall = math.hypot(self.a * math.sin(self.turn), self.b * math.cos(self.turn))
        return Box(self.x - wide, self.y - tall, self.x + wide, self.y + tall)

    def radii(self, points: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
        """For each x, y its distance from the centre (1 on the ellipse) and its angle step."""
        dx, dy = points[:, 0] - self.x, points[:, 1] - self.y
        along = (dx * math.cos(self.turn) + dy * math.sin(self.turn)) / self.a
        across = (dy * math.cos(self.turn) - dx * math.sin(self.turn)) / self.b
        steps: NDArray[np.int64] = ((np.arctan2(across, along) / (2 * math.pi) + 0.5) * ANGLES).astype(
            np.int64
        ) % ANGLES
        return np.hypot(along, across), steps


def find_rings(ink: Ink) -> list[Mark]:
    """Hand-drawn rings with something written inside; a pen of another colour than the print is looked at first."""
    found: list[tuple[Ellipse, float]] = []
    for mask, coloured in ((ink.pen, True), (ink.dark, False)):
        for ellipse, sure in _rings(ink, mask, coloured):
            if all(_apart(ellipse.box, other.box) for other, _ in found):
                found.append((ellipse, sure))
    return [
        Mark("ring", ink.back(e.box.x0, e.box.y0, e.box.width, e.box.height), round(sure, 3), checked=True)
        for e, sure in found
    ]


def _apart(a: Box, b: Box) -> bool:
    return a.covered_by(b) < 0.5 and b.covered_by(a) < 0.5


def _rings(ink: Ink, mask: Mask, coloured: bool) -> list[tuple[Ellipse, float]]:
    if not mask.any():
        return []
    em, least = ink.em, (LEAST_TALL if coloured else LEAST_TALL_DARK) * ink.em
    # Where a coloured stroke runs over print it is not seen; a stroke of the print's colour is whole but touches letters.
    reach = max(3, round((0.3 if coloured else 0.12) * em)) | 1
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach))
    joined = np.asarray(cv2.morphologyEx(mask, cv2.MORPH_CLOSE, kernel), dtype=np.uint8)
    contours, tree = cv2.findContours(joined, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
    found = []
    for contour, relations in zip(contours, tree[0] if contours else (), strict=True):
        _x, _y, w, h = cv2.boundingRect(contour)
        if not least <= h <= MOST_TALL * em or not 0.7 * h <= w <= MOST_WIDE * em:
            continue
        hole = relations[3] >= 0
        if hole and cv2.contourArea(contour) < 0.3 * w * h:
            continue
        judged = _judged(ink, mask, np.asarray(contour, dtype=np.int32), coloured)
        if judged is not None:
            found.append(judged)
    return sorted(found, key=lambda f: -f[1])


def _judged(ink: Ink, mask: Mask, contour: NDArray[np.int32], coloured: bool) -> tuple[Ellipse, float] | None:
    """The ellipse that the stroke along `contour` follows, with how surely it is one."""
    ellipse = _through(cv2.convexHull(contour))
    for reach in (0.35, 0.25):
        if ellipse is None:
            return None
        points = _inked(mask, ellipse, 1.4)
        radius, steps = ellipse.radii(points)
        near = np.abs(radius - 1) < reach
        ellipse = _through(_outermost(points[near], radius[near], steps[near]))
    least = (LEAST_TALL if coloured else LEAST_TALL_DARK) * ink.em
    if ellipse is None or not 0.95 * least <= ellipse.box.height <= MOST_TALL * ink.em:
        return None
    points = _inked(mask, ellipse, 1.5)
    radius, steps = ellipse.radii(points)
    outline = _outermost_radii(radius, steps)
    drawn = np.abs(outline - 1) < max(0.13, 2.5 / ellipse.b)
    share = float(drawn.mean())
    if share < (0.78 if coloured else 0.85) or _longest(~drawn) > 0.22 * ANGLES:
        return None
    rough = float(np.std(outline[drawn]))
    between = float(((radius > 1.2) & (radius < 1.45)).sum() / max(1, (np.abs(radius - 1) < 0.15).sum()))
    # Outlines of letters and pieces of seals wander about the ellipse, more so the less of it they cover.
    if rough > 0.055 - 0.1 * (1 - share) or between > (0.5 if coloured else 0.35) or not _holds_text(ink, ellipse):
        return None
    return ellipse, min(0.98, 0.62 + 0.36 * share - 1.2 * max(0.0, rough - 0.04) - 0.2 * between)


def _through(points: NDArray[np.generic]) -> Ellipse | None:
    if len(points) < 12:
        return None
    (x, y), (d1, d2), angle = cv2.fitEllipse(np.asarray(points, dtype=np.float32))
    if not 0.1 * d2 < d1 or not math.isfinite(d2) or d2 > 4000:
        return None
    return Ellipse(x, y, d1 / 2, d2 / 2, math.radians(angle))


def _inked(mask: Mask, ellipse: Ellipse, share: float) -> NDArray[np.float64]:
    """The x, y of the ink in the box of the ellipse, `share` times as large."""
    box = ellipse.box
    out_x, out_y = (share - 1) * box.width / 2, (share - 1) * box.height / 2
    x0, y0 = max(0, int(box.x0 - out_x)), max(0, int(box.y0 - out_y))
    rows, columns = np.nonzero(mask[y0 : int(box.y1 + out_y) + 1, x0 : int(box.x1 + out_x) + 1])
    return np.column_stack([columns + x0, rows + y0]).astype(np.float64)


def _outermost(
    points: NDArray[np.float64], radius: NDArray[np.float64], steps: NDArray[np.int64]
) -> NDArray[np.float64]:
    """For each angle the point farthest out."""
    order = np.argsort(radius, kind="stable")
    last = np.full(ANGLES, -1)
    last[steps[order]] = order
    return np.asarray(points[last[last >= 0]])


def _outermost_radii(radius: NDArray[np.float64], steps: NDArray[np.int64]) -> NDArray[np.float64]:
    """For each angle the radius nearest to 1, 0 where there is no ink."""
    order = np.argsort(-np.abs(radius - 1), kind="stable")
    found = np.zeros(ANGLES)
    found[steps[order]] = radius[order]
    return found


def _longest(on: NDArray[np.bool_]) -> int:
    longest = run = 0
    for hit in np.concatenate([on, on]).tolist():
        run = run + 1 if hit else 0
        longest = max(longest, run)
    return min(longest, len(on))


def _holds_text(ink: Ink, ellipse: Ellipse) -> bool:
    """Whether there is ink in the middle, which 0, O and D leave free, and not so much that it is a picture."""
    radius, _steps = ellipse.radii(_inked(ink.dark, ellipse, 1.0))
    area = math.pi * ellipse.a * ellipse.b
    middle = float((radius < MIDDLE).sum()) / (MIDDLE * MIDDLE * area)
    box = ink.back(ellipse.box.x0, ellipse.box.y0, ellipse.box.width, ellipse.box.height)
    ground = np.median(ink.tone[max(0, int(box.y0)) : int(box.y1) + 1 : 2, max(0, int(box.x0)) : int(box.x1) + 1 : 2])
    # Light print on a coloured banner is outlined by its ground.
    if ground < 0.5 * np.quantile(ink.tone[::16, ::16], 0.7):
        return False
    return middle >= LEAST_FILLED and float((radius < 0.75).sum()) / (0.75 * 0.75 * area) <= 0.6
