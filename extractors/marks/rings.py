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
        if not LEAST_TALL * ink.em <= h <= MOST_TALL * ink.em or not h * 0.8 <= w <= MOST_WIDE * ink.em:
            continue
        outline = np.asarray(contour, dtype=np.int32)
        is_hole = relations[3] >= 0
        roundness = _roundness(outline) if is_hole else _open_roundness(outline)
        if roundness < 0.86 or not _holds_text(ink.dark, outline, (x, y, w, h)):
            continue
        marks.append(Mark("ring", ink.back(x, y, w, h), round(min(0.98, roundness), 3), checked=True))
    return marks


def _open_roundness(contour: NDArray[np.int32]) -> float:
    """As `_roundness`, for a stroke that goes round without meeting itself: 85 % of the ellipse must be drawn."""
    hull = cv2.convexHull(contour)
    area = cv2.contourArea(hull)
    if len(hull) < 8 or cv2.contourArea(contour) > 0.5 * area:
        return 0.0
    (x, y), (d1, d2), angle = cv2.fitEllipse(hull)
    turn = math.radians(angle)
    offset = contour.reshape(-1, 2) - np.array([x, y])
    along = offset @ np.array([math.cos(turn), math.sin(turn)]) / max(1.0, d1 / 2)
    across = offset @ np.array([-math.sin(turn), math.cos(turn)]) / max(1.0, d2 / 2)
    radius = np.hypot(along, across)
    on = (radius > 0.8) & (radius < 1.15)
    steps = np.floor((np.arctan2(across, along)[on] + math.pi) / (2 * math.pi) * 48).astype(int)
    drawn = len(np.unique(np.clip(steps, 0, 47))) / 48
    if drawn < 0.85 or float(on.mean()) < 0.75:
        return 0.0
    return _ellipse_likeness(hull) * (0.85 + 0.15 * drawn)


def _roundness(contour: NDArray[np.int32]) -> float:
    """How nearly the hull of a hole is an ellipse: 1 for an ellipse, about 0.75 for a rectangle, less for shreds.

    The hole itself may have bites where letters touch the ring, but not so many that little of it is left.
    """
    hull = cv2.convexHull(contour)
    if len(hull) < 8 or cv2.contourArea(contour) < 0.55 * cv2.contourArea(hull):
        return 0.0
    return _ellipse_likeness(hull)


def _ellipse_likeness(hull: NDArray[np.generic]) -> float:
    points = np.asarray(hull, dtype=np.float32)
    (_x, _y), (d1, d2), _angle = cv2.fitEllipse(points)
    ellipse, area = math.pi / 4 * d1 * d2, cv2.contourArea(points)
    (_cx, _cy), (side1, side2), _turn = cv2.minAreaRect(points)
    if min(ellipse, area, side1 * side2) <= 0:
        return 0.0
    # pi/4 of its rectangle is an ellipse; 1 a rectangle, 1/2 a triangle.
    boxed = area / (side1 * side2)
    return max(0.0, 1.0 - abs(boxed - math.pi / 4) * 1.6) * min(1.0, min(area, ellipse) / max(area, ellipse) + 0.03)


def _holds_text(dark: Mask, contour: NDArray[np.int32], rect: tuple[int, int, int, int]) -> bool:
    """Whether there is ink within the hole, and not so much that it is a picture."""
    x, y, w, h = rect
    inner = np.zeros((h, w), np.uint8)
    cv2.drawContours(inner, [contour - np.array([[x, y]])], -1, 255, -1)
    held = cv2.erode(inner, np.ones((5, 5), np.uint8)) > 0
    share = float((dark[y : y + h, x : x + w][held] > 0).mean()) if held.any() else 0.0
    return LEAST_FILLED <= share <= 0.6
