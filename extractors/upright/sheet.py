"""Finds the sheet of paper in a telephone picture, as the four corners of a bright quadrilateral on a darker ground."""

from __future__ import annotations

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.upright.frames import Matrix

Bgr = NDArray[np.uint8]
Grey = NDArray[np.uint8]
Quad = NDArray[np.float64]
"""Four corners (4 x 2): top left, top right, bottom right, bottom left."""

WORK_SIDE = 600
MARGIN = 0.025
A_SERIES = math.sqrt(2)
LEAST_CONTRAST = 18.0
RIM, RIM_CONTRAST, RIM_SHARE = 4, 10.0, 0.97
"""Pixels that the rim of half a preview is wide, and how far below the usual brightness, at most, how much of a side of paper is."""


def sheet_of(preview: Bgr) -> Quad | None:
    """The sheet's corners in pixels of `preview`, or None where the page fills the picture or no clear sheet is seen."""
    half = max(1, preview.shape[1] // 2), max(1, preview.shape[0] // 2)
    if _fills_picture(_darkest(np.asarray(cv2.resize(preview, half), dtype=np.uint8))):
        return None
    scale = min(1.0, WORK_SIDE / max(preview.shape[:2]))
    size = (max(1, round(preview.shape[1] * scale)), max(1, round(preview.shape[0] * scale)))
    small = cv2.resize(preview, size, interpolation=cv2.INTER_AREA)
    # Paper is bright and has little colour; the darkest channel tells it from wood as well as from a dark table.
    light = np.asarray(cv2.medianBlur(_darkest(np.asarray(small, dtype=np.uint8)), 9), dtype=np.uint8)
    middle = float(cv2.threshold(light, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)[0])
    best: Quad | None = None
    best_contrast = LEAST_CONTRAST
    for threshold in (middle, middle - 20, middle + 20, middle + 40):
        quad = _quad_of(np.asarray(light > threshold, dtype=np.uint8))
        if quad is not None and (contrast := _least_contrast(light, quad)) > best_contrast:
            best, best_contrast = quad, contrast
    return None if best is None else best / np.array([size[0] / preview.shape[1], size[1] / preview.shape[0]])


def _fills_picture(darkest: Grey) -> bool:
    """Whether three sides of the picture are as bright as most of it, which no ground beside a sheet is."""
    level = float(np.quantile(darkest[::4, ::4], 0.7)) - RIM_CONTRAST
    sides = (darkest[:RIM], darkest[-RIM:], darkest[:, :RIM], darkest[:, -RIM:])
    return sum(float((side >= level).mean()) >= RIM_SHARE for side in sides) >= 3


def _darkest(image: Bgr) -> Grey:
    blue, green, red = cv2.split(image)
    return np.asarray(cv2.min(cv2.min(blue, green), red), dtype=np.uint8)


def rectifying(quad: Quad) -> tuple[Matrix, tuple[int, int]]:
    """The homography that makes the sheet a rectangle of its own shape, and the size with a little of the ground around.

    Sides keep the longer of their two lengths; a shape within 8 % of the A series is taken to be of it.
    """
    top, right, bottom, left = (float(np.linalg.norm(quad[(i + 1) % 4] - quad[i])) for i in range(4))
    width, height = max(top, bottom), max(left, right)
    ratio = ((left + right) / 2) / ((top + bottom) / 2)
    for standard in (A_SERIES, 1 / A_SERIES):
        if abs(ratio / standard - 1) < 0.08:
            ratio = standard
    width, height = (width, width * ratio) if width * ratio >= height else (height / ratio, height)
    pad = MARGIN * max(width, height)
    target = np.array([(pad, pad), (pad + width, pad), (pad + width, pad + height), (pad, pad + height)], np.float32)
    matrix = cv2.getPerspectiveTransform(quad.astype(np.float32), target)
    return np.asarray(matrix, dtype=np.float64), (math.ceil(width + 2 * pad), math.ceil(height + 2 * pad))


def distortion(quad: Quad) -> float:
    """How far the sheet is from level and rectangular: the largest tilt of a side, in degrees."""
    tilts = []
    for i in range(4):
        dx, dy = quad[(i + 1) % 4] - quad[i]
        angle = math.degrees(math.atan2(dy, dx)) - (0, 90, 180, 270)[i]
        tilts.append(abs((angle + 180) % 360 - 180))
    return max(tilts)


def _quad_of(mask: Grey) -> Quad | None:
    height, width = mask.shape
    closed = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8))
    opened = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((15, 15), np.uint8))
    contours, _tree = cv2.findContours(opened, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    if not contours:
        return None
    contour = max(contours, key=cv2.contourArea)
    hull = cv2.convexHull(contour)
    area = cv2.contourArea(hull)
    if not 0.2 * width * height <= area <= 0.975 * width * height or cv2.contourArea(contour) < 0.88 * area:
        return None
    corners = _four_corners(hull.astype(np.int32))
    if corners is None:
        return None
    refined = _refined(corners, contour.reshape(-1, 2).astype(np.float64))
    polygon = refined.astype(np.float32)
    if not cv2.isContourConvex(polygon) or abs(cv2.contourArea(polygon) / area - 1) > 0.06:
        return None
    beyond = max(-refined.min(), refined[:, 0].max() - width, refined[:, 1].max() - height)
    return refined if beyond < 0.03 * max(width, height) else None


def _four_corners(hull: NDArray[np.int32]) -> Quad | None:
    """The hull simplified to four points, ordered from the top left clockwise; None when it is not four-sided."""
    length = cv2.arcLength(hull, True)
    for share in (0.01, 0.02, 0.03, 0.04, 0.05, 0.07):
        polygon = cv2.approxPolyDP(hull, share * length, True).reshape(-1, 2).astype(np.float64)
        if len(polygon) == 4:
            centre = polygon.mean(axis=0)
            around = np.argsort(np.arctan2(polygon[:, 1] - centre[1], polygon[:, 0] - centre[0]))
            ordered = polygon[around]
            first = int(np.argmin(ordered.sum(axis=1)))
            return np.asarray(np.roll(ordered, -first, axis=0), dtype=np.float64)
        if len(polygon) < 4:
            return None
    return None


def _refined(corners: Quad, points: NDArray[np.float64]) -> Quad:
    """Corners as the meeting points of straight lines fitted to the outline along each side, away from its ends."""
    lines = []
    for i in range(4):
        start, end = corners[i], corners[(i + 1) % 4]
        along = end - start
        length = float(np.linalg.norm(along))
        along = along / length
        offset = points - start
        at = offset @ along
        across = np.abs(offset @ np.array([-along[1], along[0]]))
        near = points[(across < 0.03 * length + 3) & (at > 0.08 * length) & (at < 0.92 * length)]
        if len(near) < 12:
            lines.append((start, along))
            continue
        vx, vy, px, py = cv2.fitLine(near.astype(np.float32), cv2.DIST_HUBER, 0, 0.01, 0.01).reshape(-1)
        lines.append((np.array([px, py], dtype=np.float64), np.array([vx, vy], dtype=np.float64)))
    met = []
    for i in range(4):
        (p, u), (q, v) = lines[i - 1], lines[i]
        cross = u[0] * v[1] - u[1] * v[0]
        if abs(cross) < 0.2:
            return corners
        step = ((q[0] - p[0]) * v[1] - (q[1] - p[1]) * v[0]) / cross
        # Pixel centres to continuous coordinates.
        met.append(p + step * u + 0.5)
    return np.array(met)


def _least_contrast(light: Grey, quad: Quad) -> float:
    """How much brighter the sheet is just inside than just outside, on its weakest side; the frame's edge counts as 30.

    0 when three sides or more lie on the frame's edge: then the page fills the picture.
    """
    height, width = light.shape
    step = 0.02 * max(width, height)
    differences = []
    at_edge = 0
    for i in range(4):
        start, end = quad[i], quad[(i + 1) % 4]
        along = (end - start) / max(1e-6, float(np.linalg.norm(end - start)))
        outward = np.array([along[1], -along[0]])
        shares = np.linspace(0.08, 0.92, 40)[:, None]
        side = start + shares * (end - start)
        outside, inside = side + outward * step, side - outward * step
        held = (outside[:, 0] >= 0) & (outside[:, 0] < width) & (outside[:, 1] >= 0) & (outside[:, 1] < height)
        if held.mean() < 0.5:
            at_edge += 1
            differences.append(30.0)
            continue
        bright, dark = _sampled(light, inside[held]), _sampled(light, outside[held])
        differences.append(float(np.quantile(bright - dark, 0.25)))
    return 0.0 if at_edge >= 3 else min(differences)


def _sampled(light: Grey, points: Quad) -> NDArray[np.float64]:
    x = np.clip(points[:, 0].astype(int), 0, light.shape[1] - 1)
    y = np.clip(points[:, 1].astype(int), 0, light.shape[0] - 1)
    return np.asarray(light[y, x], dtype=np.float64)
