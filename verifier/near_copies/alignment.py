"""How one page lies on another: from lines of the same text, else from what the pictures have in common."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from verifier.near_copies.page_print import Ink, Line, PagePrint

Matrix = NDArray[np.float64]
"""2x3: from points of the one page to points of the other."""

_LEAST_LINES = 3
_NEAR = 0.008
_MOSTLY = 0.6
_FEATURES = 600
_LEAST_FEATURES = 14
_LEAST_SCALE, _MOST_STRETCH = 0.05, 1.35
_STRAYED_PX = 12


def by_lines(one: PagePrint, other: PagePrint) -> Matrix | None:
    """From upright pixels of `one` to those of `other`; None where too few lines are the same, or lie otherwise."""
    mine, theirs = one.unlike_lines, other.unlike_lines
    common = [text for text in mine if text in theirs]
    if len(common) < _LEAST_LINES:
        return None
    near = max(2.0, _NEAR * max(other.size))
    source, target = _ends([mine[t] for t in common]), _ends([theirs[t] for t in common])
    matrix, inside = cv2.estimateAffine2D(source, target, ransacReprojThreshold=near, confidence=0.999)
    if matrix is None or inside.sum() < max(2 * _LEAST_LINES, _MOSTLY * len(source)):
        return None
    return _rigid(matrix)


def by_pictures(one: Ink, other: Ink) -> Matrix | None:
    """From pixels of the picture `one` to those of `other`; None where they have too little in common."""
    finder = cv2.ORB.create(nfeatures=_FEATURES, edgeThreshold=12, patchSize=24, fastThreshold=10)
    found = [finder.detectAndCompute((ink * 255).astype(np.uint8), None) for ink in (one, other)]
    if any(described is None or len(points) < _LEAST_FEATURES for points, described in found):
        return None
    (points, described), (others, described_others) = found
    matches = cv2.BFMatcher(cv2.NORM_HAMMING, crossCheck=True).match(described, described_others)
    if len(matches) < _LEAST_FEATURES:
        return None
    source = np.array([points[m.queryIdx].pt for m in matches], np.float64)
    target = np.array([others[m.trainIdx].pt for m in matches], np.float64)
    matrix, inside = cv2.estimateAffinePartial2D(source, target, ransacReprojThreshold=3.0)
    if matrix is None or inside.sum() < _LEAST_FEATURES:
        return None
    return _rigid(matrix)


def refined(matrix: Matrix, one: Ink, other: Ink) -> Matrix:
    """`matrix`, between pictures, made exact where that succeeds."""
    start = cv2.invertAffineTransform(matrix).astype(np.float32)
    until = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, 30, 1e-4)
    mask = np.ones(one.shape, np.uint8)
    try:
        _, exact = cv2.findTransformECC(other, one, start, cv2.MOTION_AFFINE, until, mask, 5)
    except cv2.error:
        return matrix
    better = _rigid(cv2.invertAffineTransform(exact))
    strayed = better is None or np.abs(better - matrix)[:, 2].max() >= _STRAYED_PX
    return matrix if better is None or strayed else better


def inverse(matrix: Matrix) -> Matrix:
    """The way back."""
    return np.asarray(cv2.invertAffineTransform(matrix), np.float64)


def _rigid(matrix: NDArray[Any]) -> Matrix | None:
    """`matrix` if it keeps shapes, but for the slight distortion of photos."""
    exact = np.asarray(matrix, np.float64)
    _, strengths, _ = np.linalg.svd(exact[:, :2])
    return exact if strengths[1] > _LEAST_SCALE and strengths[0] / strengths[1] < _MOST_STRETCH else None


def _ends(lines: list[Line]) -> NDArray[np.float64]:
    """The middles of both ends of each line."""
    ends = [(x, line.box.cy) for line in lines for x in (line.box.x0, line.box.x1)]
    return np.array(ends, np.float64)
