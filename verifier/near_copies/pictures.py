"""How far two small pictures, laid on each other, show the same ink."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from verifier.near_copies.alignment import Matrix
from verifier.near_copies.page_print import Ink

_BLUR = 1.2
_TILE_PX = 16
_EDGE_PX = 4
_DIFFERS = 0.55


@dataclass(frozen=True, slots=True)
class Look:
    """`correlation` of the ink where both pages are, -1 to 1; `differing` the share of the ink in spots that are unlike;
    `covered` how much of the smaller picture the other covers; `inked` the mean ink there, 0-1."""

    correlation: float
    differing: float
    covered: float
    inked: float


def looked_at(one: Ink, other: Ink, matrix: Matrix) -> Look:
    """`one`, moved by `matrix`, on `other`."""
    height, width = other.shape
    moved = cv2.warpAffine(one, matrix, (width, height), flags=cv2.INTER_AREA)
    there = cv2.warpAffine(np.ones(one.shape, np.float32), matrix, (width, height)) > 0.99
    there = cv2.erode(there.astype(np.uint8), np.ones((_EDGE_PX, _EDGE_PX), np.uint8)).astype(bool)
    scale = float(np.sqrt(abs(np.linalg.det(matrix[:, :2]))))
    smaller = min(one.size * scale**2, float(other.size))
    if there.sum() < 400:
        return Look(0.0, 1.0, 0.0, 0.0)
    a, b = (cv2.GaussianBlur(np.asarray(x, np.float32), (0, 0), _BLUR) for x in (moved, other))
    x, y = a[there], b[there]
    spread = float(x.std() * y.std())
    correlation = float(((x - x.mean()) * (y - y.mean())).mean()) / spread if spread > 1e-9 else 0.0
    return Look(
        correlation, _differing(np.asarray(a), np.asarray(b), there), float(there.sum()) / smaller, float(y.mean())
    )


def _differing(a: Ink, b: Ink, there: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> float:
    """The share of the ink that lies in tiles where the two have little ink in common."""
    apart, total = np.abs(a - b) * there, (a + b) * there
    kernel = (_TILE_PX, _TILE_PX)
    near_apart, near_total = (cv2.boxFilter(v, -1, kernel, normalize=False) for v in (apart, total))
    unlike = near_apart > _DIFFERS * np.maximum(near_total, 1e-6)
    ink = float(total.sum())
    return float((total * unlike).sum()) / ink if ink > 0 else 0.0
