"""Rings: an option circled by hand, closed or nearly so."""

from __future__ import annotations

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.marks.ink import Ink
from models.page import Mark

Mask = NDArray[np.uint8]
LEAST_TALL = 1.3
"""Height of a ring by that of characters: the numbers in ① and ② stay under it."""
MOST_TALL = 5.5
MOST_WIDE = 16.0
LEAST_FILLED = 0.04


def find_rings(ink: Ink) -> list[Mark]:
    """Hand-drawn rings with something written inside; a pen of another colour than the print is looked at first."""
    marks: list[Mark] = []
    for mask, gap in ((ink.pen, 0.35), (ink.dark, 0.0), (ink.dark, 0.22)):
        for mark in _rings(ink, mask, gap):
            if all(mark.box.covered_by(m.box) < 0.5 and m.box.covered_by(mark.box) < 0.5 for m in marks):
                marks.append(mark)
    return marks


def _rings(ink: Ink, mask: Mask, gap: float) -> list[Mark]:
    """Rings in one mask; breaks up to `gap` times a character's height are closed first."""
    if not mask.any():
        return []
    reach = max(3, round(gap * ink.em)) | 1
    joined = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach)))
    contours, tree = cv2.findContours(joined, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
    marks = []
    for contour, relations in zip(contours, tree[0] if contours else (), strict=True):
        x, y, w, h = cv2.boundingRect(contour)
        if relations[3] < 0 or not LEAST_TALL * ink.em <= h <= MOST_TALL * ink.em:
            continue
        if not h * 0.8 <= w <= MOST_WIDE * ink.em:
            continue
        roundness = _roundness(np.asarray(contour, dtype=np.int32))
        if roundness < 0.86 or not _holds_text(ink.dark, np.asarray(contour, dtype=np.int32), (x, y, w, h)):
            continue
        marks.append(Mark("ring", ink.back(x, y, w, h), round(min(0.98, roundness), 3), checked=True))
    return marks


def _roundness(contour: NDArray[np.int32]) -> float:
    """How nearly the hull of a hole is an ellipse: 1 for an ellipse, about 0.75 for a rectangle, less for shreds.

    The hole itself may have bites where letters touch the ring, but not so many that little of it is left.
    """
    hull = cv2.convexHull(contour)
    if len(hull) < 8:
        return 0.0
    (_x, _y), (d1, d2), _angle = cv2.fitEllipse(hull)
    ellipse = math.pi / 4 * d1 * d2
    area = cv2.contourArea(hull)
    if ellipse <= 0 or cv2.contourArea(contour) < 0.55 * area:
        return 0.0
    (_cx, _cy), (side1, side2), _turn = cv2.minAreaRect(hull)
    boxed = area / max(1.0, side1 * side2)
    # pi/4 of its rectangle is an ellipse; 1 a rectangle, 1/2 a triangle.
    return max(0.0, 1.0 - abs(boxed - math.pi / 4) * 1.6) * min(1.0, min(area, ellipse) / max(area, ellipse) + 0.03)


def _holds_text(dark: Mask, contour: NDArray[np.int32], rect: tuple[int, int, int, int]) -> bool:
    """Whether there is ink within the hole, and not so much that it is a picture."""
    x, y, w, h = rect
    inner = np.zeros((h, w), np.uint8)
    cv2.drawContours(inner, [contour - np.array([[x, y]])], -1, 255, -1)
    held = cv2.erode(inner, np.ones((5, 5), np.uint8)) > 0
    share = float((dark[y : y + h, x : x + w][held] > 0).mean()) if held.any() else 0.0
    return LEAST_FILLED <= share <= 0.6
