"""How far the text rows and rulings of a page fall from level."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.levels import darker_than_around

Bgr = NDArray[np.uint8]
REACH = 12.0
MAX_POINTS = 30_000
# A rough look with few points chooses the angles that are worth all of them.
POINTS_AT_FIRST = 6_000
FIRST_ANGLES = 4
LONG_SIDE = 1000


@dataclass(frozen=True, slots=True)
class Skew:
    """`angle` in degrees, positive when rows fall to the right; `gain` (from 1): how much sharper level rows are."""

    angle: float
    gain: float


def _ink(preview: Bgr) -> NDArray[np.uint8]:
    grey = cv2.cvtColor(preview, cv2.COLOR_BGR2GRAY)
    side = max(15, (max(grey.shape) // 40) | 1)
    return darker_than_around(np.asarray(grey, dtype=np.uint8), side, 14)


def _drop_blobs(ink: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Without specks and without large dark areas (photos, table tops): only what is as thin as strokes and rulings."""
    thick = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((9, 9), np.uint8))
    thin = cv2.subtract(ink, cv2.dilate(thick, np.ones((11, 11), np.uint8)))
    return np.asarray(cv2.medianBlur(thin, 3) if cv2.countNonZero(thin) > 60_000 else thin, dtype=np.uint8)


def _sharpness(x: NDArray[np.float64], y: NDArray[np.float64], angle: float, span: int) -> float:
    """Energy of the ink's profile across rows that fall by `angle` degrees."""
    turn = math.radians(angle)
    rows = (y * math.cos(turn) - x * math.sin(turn) + span).astype(np.int64)
    profile = np.bincount(rows, minlength=2 * span + 2).astype(np.float64)
    steps = np.diff(profile)
    return float((steps * steps).sum())


def skew_of(preview: Bgr) -> Skew:
    """The skew of an otherwise upright page within ±12°; `preview` is BGR, rows and columns of ink both count."""
    scale = min(1.0, LONG_SIDE / max(preview.shape[:2]))
    if scale < 1:
        size = (round(preview.shape[1] * scale), round(preview.shape[0] * scale))
        preview = np.asarray(cv2.resize(preview, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    points = cv2.findNonZero(_drop_blobs(_ink(preview)))
    if points is None or len(points) < 200:
        return Skew(0.0, 1.0)
    xs, ys = points.reshape(-1, 2).T
    if len(xs) > MAX_POINTS:
        pick = np.random.default_rng(0).choice(len(xs), MAX_POINTS, replace=False)
        ys, xs = ys[pick], xs[pick]
    height, width = preview.shape[:2]
    x, y = xs.astype(np.float64) - width / 2, ys.astype(np.float64) - height / 2
    span = int(math.hypot(width, height))

    @cache
    def score(angle: float, every: int = 1) -> float:
        # Rulings and frames are level both ways; text columns are not, so their profile weighs less.
        some_x, some_y = x[::every], y[::every]
        return _sharpness(some_x, some_y, angle, span) + 0.5 * _sharpness(-some_y, some_x, angle, span)

    few = max(1, len(x) // POINTS_AT_FIRST)
    rough = sorted(np.arange(-REACH, REACH + 0.1, 0.5), key=lambda angle: -score(angle, few))[:FIRST_ANGLES]
    best = max(rough, key=score)
    best = max(np.arange(best - 0.5, best + 0.51, 0.1), key=score)
    best = max(np.arange(best - 0.1, best + 0.101, 0.025), key=score)
    return Skew(float(best), score(float(best)) / max(score(0.0), 1.0))
