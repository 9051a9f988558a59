"""The shapes of seals in a mask of stamp ink: rings, whole or worn, alone or overlapping, and framed squares."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.connected import pieces_of
from models.geometry import Box

Mask = NDArray[np.uint8]
Points = NDArray[np.float64]
ANGLES = 72
STEPS = np.linspace(0, 2 * math.pi, ANGLES, endpoint=False)
COSINES, SINES = np.cos(STEPS), np.sin(STEPS)
LEAST_ROUND = 0.055
"""Least diameter of a round seal by the page's long side: 38 mm on A4 is 0.13, small ones 0.07."""
MOST_ROUND = 0.36
LEAST_SQUARE = 0.025
MOST_SQUARE = 0.2
WHOLE = 0.95
"""Inked share of a ring from which no other is looked for in its place."""
FLAT, FLATTEST = 0.5, 0.3
"""Height by width from which an oval is one beyond doubt, and from which it may be one: a red pen draws flat rings too."""
OBLONG, LONGEST_OBLONG = 0.45, 0.36
"""Height by width from which a frame is a seal's beyond doubt, and most length of a longer one by the page's long side."""
LOWEST_OBLONG = 0.2


@dataclass(frozen=True, slots=True)
class Ring:
    """An ellipse of ink: centre, half axes `a` and `b` in pixels, `angle` of `a` in degrees, inked share of it 0-1."""

    x: float
    y: float
    a: float
    b: float
    angle: float
    support: float = 0.0

    @property
    def is_flat(self) -> bool:
        """Whether it is so flat that it may be a pen's ring as well."""
        return self.b < FLAT * self.a

    @property
    def box(self) -> Box:
        turn = math.radians(self.angle)
        half_width = math.hypot(self.a * math.cos(turn), self.b * math.sin(turn))
        half_height = math.hypot(self.a * math.sin(turn), self.b * math.cos(turn))
        return Box(self.x - half_width, self.y - half_height, self.x + half_width, self.y + half_height)

    def moved(self, x: float, y: float) -> Ring:
        return replace(self, x=self.x + x, y=self.y + y)

    def at(self, shares: Points) -> Points:
        """The ellipse `shares` (n) times as large, in ANGLES points each: n x ANGLES x 2."""
        turn, size = math.radians(self.angle), shares[:, None]
        along, across = self.a * size * COSINES, self.b * size * SINES
        x = self.x + along * math.cos(turn) - across * math.sin(turn)
        y = self.y + along * math.sin(turn) + across * math.cos(turn)
        return np.stack([x, y], axis=-1)


def round_seals(ink: Mask) -> list[Ring]:
    """Round and oval seals, surest first; a flat one (see FLAT) only where no other is."""
    long_side = max(ink.shape)
    rings: list[Ring] = []
    for region in _regions(ink, max(5, long_side // 80)):
        if max(region.width, region.height) < LEAST_ROUND * long_side:
            continue
        for candidate in _candidates(ink, region, long_side):
            judged = _judged(ink, candidate)
            if judged is not None and LEAST_ROUND * long_side <= 2 * judged.a <= MOST_ROUND * long_side:
                rings.append(judged)
                if judged.support >= WHOLE and not judged.is_flat and region.covered_by(judged.box) > 0.9:
                    break  # a whole ring with nothing beside it
    kept: list[Ring] = []
    for ring in sorted(rings, key=lambda r: (r.is_flat and r.support < 0.9, -(r.support + 0.4 * r.a / long_side))):
        # Letters on the arc make smaller rings inside the true one.
        within = any(ring.box.covered_by(k.box) > 0.8 for k in kept)
        if not within and all(math.hypot(ring.x - k.x, ring.y - k.y) > 0.45 * max(ring.a, k.a) for k in kept):
            kept.append(ring)
    return kept


def _regions(ink: Mask, reach: int) -> list[Box]:
    """Boxes of ink that lies together, within `reach` pixels."""
    grown = cv2.dilate(ink, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach)))
    _labels, stats = pieces_of(np.asarray(grown, dtype=np.uint8))
    pad = reach // 2
    boxes = []
    for x, y, w, h, area in stats[1:].tolist():
        if area >= 4 * reach * reach:
            boxes.append(Box(x + pad, y + pad, x + w - pad, y + h - pad))
    return boxes


def _part(ink: Mask, box: Box) -> tuple[Mask, int, int]:
    x0, y0 = max(0, int(box.x0)), max(0, int(box.y0))
    return ink[y0 : int(box.y1) + 1, x0 : int(box.x1) + 1], x0, y0


def _candidates(ink: Mask, region: Box, long_side: int) -> Iterator[Ring]:
    """The ellipse around the region's ink, and the circles that its pixels vote for, which takes far longer."""
    part, left, top = _part(ink, region)
    points = cv2.findNonZero(part)
    if points is None or len(points) < 30:
        return
    ratio = region.width / max(1.0, region.height)
    if max(region.width, region.height) <= MOST_ROUND * long_side and FLATTEST <= ratio <= 1 / FLATTEST:
        hull = cv2.convexHull(points)
        if len(hull) >= 5:
            (x, y), (d1, d2), angle = cv2.fitEllipse(hull)
            if min(d1, d2) > FLATTEST * max(d1, d2):
                yield Ring(left + x, top + y, d2 / 2, d1 / 2, angle + 90)
    if min(region.width, region.height) < 0.7 * LEAST_ROUND * long_side:
        return
    least, most = int(LEAST_ROUND * long_side / 2), int(MOST_ROUND * long_side / 2)
    padded = cv2.copyMakeBorder(part, 20, 20, 20, 20, cv2.BORDER_CONSTANT, value=0)
    soft = cv2.GaussianBlur(padded, (0, 0), 1.2)
    circles = cv2.HoughCircles(
        soft, cv2.HOUGH_GRADIENT, 2, least, param1=160, param2=45, minRadius=least, maxRadius=most
    )
    for x, y, radius in [] if circles is None else circles.reshape(-1, 3)[:8].tolist():
        yield Ring(left + x - 20, top + y - 20, radius, radius, 0.0)


def _judged(ink: Mask, candidate: Ring) -> Ring | None:
    """`candidate` fitted to the outermost ink near it, with its support; None when there is no ring."""
    ring = candidate
    for reach in (0.14, 0.07):
        ring = _fitted(ink, ring, reach) or ring
    if not FLATTEST <= ring.b / ring.a <= 1.0:
        return None
    tolerance = max(0.03, 1.6 / ring.b)
    on = _inked(ink, ring, 1 - tolerance, 1 + tolerance)
    outside = _inked(ink, ring, 1 + 2.5 * tolerance, 1 + 3.5 * tolerance)
    inside = _inked(ink, ring, 1 - 3.5 * tolerance, 1 - 2.5 * tolerance)
    support = float(on.mean())
    # Overlapping seals and text of the same ink touch the outside in places, letters on the arc the inside.
    if support < 0.6 or float(outside.mean()) > 0.5 or _longest_gap(on) > ANGLES * 0.3:
        return None
    if support - float(inside.mean()) < 0.12 and float(outside.mean()) > 0.2:
        return None
    return Ring(ring.x, ring.y, ring.a, ring.b, ring.angle, support)


def _inked(ink: Mask, ring: Ring, low: float, high: float) -> NDArray[np.bool_]:
    """For each angle whether there is ink between `low` and `high` times the ellipse."""
    points = np.round(ring.at(np.linspace(low, high, 6)) - 0.25).astype(int)
    return np.asarray(_on_ink(ink, points).any(axis=0))


def _on_ink(ink: Mask, points: NDArray[np.int_]) -> NDArray[np.bool_]:
    """For each x, y of `points` (its last axis) whether there is ink; outside the page is none."""
    x, y = points[..., 0], points[..., 1]
    held = (x >= 0) & (y >= 0) & (x < ink.shape[1]) & (y < ink.shape[0])
    return np.asarray(held & (ink[np.where(held, y, 0), np.where(held, x, 0)] > 0))


def _longest_gap(on: NDArray[np.bool_]) -> int:
    longest = run = 0
    for hit in np.concatenate([on, on]):
        run = 0 if hit else run + 1
        longest = max(longest, run)
    return min(longest, len(on))


def _fitted(ink: Mask, ring: Ring, reach: float) -> Ring | None:
    """The ellipse through the outermost ink within `reach` of `ring`, angle by angle."""
    points = ring.at(np.linspace(1 - reach, 1 + reach, max(8, int(2 * reach * ring.a))))
    hit = _on_ink(ink, np.round(points).astype(int))
    outermost = len(hit) - 1 - np.argmax(hit[::-1], axis=0)
    met = points[outermost, np.arange(ANGLES)][hit.any(axis=0)]
    if len(met) < ANGLES * 0.5:
        return None
    (x, y), (d1, d2), angle = cv2.fitEllipse(met.astype(np.float32))
    if min(d1, d2) < (FLATTEST if ring.is_flat else FLAT) * max(d1, d2) or not 0.75 < d2 / 2 / ring.a < 1.3:
        return None
    if math.hypot(x - ring.x, y - ring.y) > 0.3 * ring.a:
        return None
    return Ring(float(x), float(y), float(d2) / 2, float(d1) / 2, float(angle) + 90)


@dataclass(frozen=True, slots=True)
class Frame:
    """A framed seal: its box, its corners from the top left one clockwise, the inked share of its weakest side."""

    box: Box
    corners: tuple[tuple[float, float], ...]
    support: float

    @property
    def is_oblong(self) -> bool:
        """Whether it is so long that it may be a printed box as well."""
        short, long = sorted((self.box.width, self.box.height))
        return short < OBLONG * long

    def moved(self, x: float, y: float) -> Frame:
        box = Box(self.box.x0 + x, self.box.y0 + y, self.box.x1 + x, self.box.y1 + y)
        return Frame(box, tuple((a + x, b + y) for a, b in self.corners), self.support)


def square_seals(ink: Mask, rounds: list[Box]) -> list[Frame]:
    """Square and oblong seals with a frame of their own; `rounds` are already explained."""
    long_side = max(ink.shape)
    regions = _regions(ink, 3)
    found = []
    for region in regions:
        short, long = sorted((region.width, region.height))
        most = MOST_SQUARE if short >= OBLONG * long else LONGEST_OBLONG
        if not LEAST_SQUARE * long_side <= long <= most * long_side or short < LOWEST_OBLONG * long:
            continue
        if short < LEAST_SQUARE * 0.8 * long_side and short < OBLONG * long:
            continue
        if any(region.covered_by(box) > 0.8 for box in rounds) or _has_equals_beside(region, regions):
            continue
        frame = _framed(ink, region)
        if frame.support >= 0.7:
            found.append(frame)
    return found


def _has_equals_beside(region: Box, regions: list[Box]) -> bool:
    """Whether like-sized pieces stand in a row or column with it: 国 in a red title is no seal."""
    for other in regions:
        if other is region or not 0.6 < other.height / region.height < 1.6:
            continue
        across = abs(other.cy - region.cy) < 0.3 * region.height and abs(other.cx - region.cx) < 3 * region.width
        down = abs(other.cx - region.cx) < 0.3 * region.width and abs(other.cy - region.cy) < 2.5 * region.height
        if across or down:
            return True
    return False


def _framed(ink: Mask, region: Box) -> Frame:
    """The tilted rectangle around the region's ink, with the inked share of its frame; 0 when it is hollow or a picture."""
    part, left, top = _part(ink, region)
    points = cv2.findNonZero(part)
    block = max(3, int(0.25 * min(region.width, region.height)))
    solid = cv2.morphologyEx(part, cv2.MORPH_OPEN, np.ones((block, block), np.uint8))
    if points is None or len(points) < 40 or solid.any():
        return Frame(region, (), 0.0)
    corners = cv2.boxPoints(cv2.minAreaRect(points)).astype(np.float32)
    # Clockwise from the corner nearest to the top left.
    corners = np.roll(corners, -int(corners.sum(axis=1).argmin()), axis=0)
    wide, tall = (float(np.linalg.norm(corners[i] - corners[0])) for i in (1, 3))
    side = 64 / max(1.0, min(wide, tall))
    size = max(64, round(side * wide)), max(64, round(side * tall))
    target = np.array([(0, 0), (size[0], 0), size, (0, size[1])], np.float32)
    flat = cv2.warpPerspective(part, cv2.getPerspectiveTransform(corners, target), size) > 100
    band = 6
    edges = [flat[:band].any(axis=0), flat[-band:].any(axis=0), flat[:, :band].any(axis=1), flat[:, -band:].any(axis=1)]
    least = 0.12 if min(region.width, region.height) >= OBLONG * max(region.width, region.height) else 0.05
    middle = float(flat[12:-12, 12:-12].mean())
    support = float(min(edge.mean() for edge in edges)) if least <= middle <= 0.9 else 0.0
    return Frame(region, tuple((left + float(x), top + float(y)) for x, y in corners), support)
