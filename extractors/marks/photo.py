"""Portrait photographs: a large patch of continuous tone in an upright rectangle, or the figure in a picture as pale as paper."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.connected import pieces_of
from models.geometry import Box
from models.page import Mark

Bgr = NDArray[np.uint8]
Mask = NDArray[np.uint8]
WORK_SIDE = 500
LEAST_HEIGHT = 0.06
MOST_HEIGHT = 0.45
SHAPES = (1.05, 1.75)
"""Height by width: passport pictures are 1.25 to 1.5."""
DARKER, PALE = 28, 10
"""How far below the paper a picture is in its darkest channel, and one is that holds something darker."""
_SEAL_RED = 70
_AROUND = 51
"""Side of the surroundings, in quarters of work pixels; a picture is well under half of them."""
_FIGURES = (0.95, 2.0)
_FIGURE_FILLED = (0.42, 0.9)
"""Height by width of head and shoulders, and the share of their box that they fill."""
_FIGURE_CONFIDENCE = 0.8
_ASIDE, _ABOVE = 0.11, 0.13
"""How far a picture usually goes beyond the figure in it, by the figure's width and height."""


def find_photos(image: Bgr) -> list[Mark]:
    """Portraits pasted or printed on the page, with boxes in its pixels."""
    scale = min(1.0, WORK_SIDE / max(image.shape[:2]))
    size = (max(1, round(image.shape[1] * scale)), max(1, round(image.shape[0] * scale)))
    small = np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    blue, green, red = cv2.split(small)
    darkest = np.asarray(cv2.min(cv2.min(blue, green), red), dtype=np.uint8)
    paper = cv2.medianBlur(cv2.resize(darkest, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA), 5)
    # A photo of the page is shaded: paper is what most of the wide surroundings are, but never much darker than elsewhere.
    around = cv2.resize(cv2.medianBlur(paper, _AROUND), size, interpolation=cv2.INTER_LINEAR).astype(np.int16)
    level = np.clip(around, 0.6 * np.quantile(paper, 0.7), np.quantile(paper, 0.7)).astype(np.int16)
    # Strokes of text vanish in the closing, a picture stays darker than paper all over.
    tone = np.asarray(cv2.morphologyEx(darkest, cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8)), dtype=np.uint8)
    found = _pictures(small, _joined(tone < level - DARKER))
    # A seal over a corner belongs to no figure.
    redness = cv2.subtract(red, cv2.max(blue, green))
    solid = _solid(np.asarray((darkest < level - DARKER) & (redness < _SEAL_RED)))
    if found or _within_page(solid):
        pale = [item for item in _pictures(small, _joined(tone < level - PALE)) if _holds_figure(solid, item[0])]
        for item in pale + _figures(small, solid):
            found += [item] if all(_apart(item[0], other) for other, _ in found) else []
    return [
        Mark("photo", Box(b.x0 / scale, b.y0 / scale, b.x1 / scale, b.y1 / scale), round(sure, 3)) for b, sure in found
    ]


def _pictures(small: Bgr, joined: Mask) -> list[tuple[Box, float]]:
    """Rectangles that are dark all over."""
    found = []
    for x, y, w, h, area in _within_page(joined):
        if not SHAPES[0] <= h / w <= SHAPES[1] or area < 0.78 * w * h:
            continue
        if _contrast(small, x, y, w, h) >= 18:
            found.append((Box(x, y, x + w, y + h), min(1.0, area / (w * h))))
    return found


def _joined(dark: NDArray[np.bool_]) -> Mask:
    mask = dark.astype(np.uint8) * np.uint8(255)
    return np.asarray(cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((13, 13), np.uint8)), dtype=np.uint8)


def _solid(dark: NDArray[np.bool_]) -> Mask:
    """What is darker than paper without strokes and rulings."""
    opened = cv2.morphologyEx(dark.astype(np.uint8) * np.uint8(255), cv2.MORPH_OPEN, np.ones((5, 5), np.uint8))
    return np.asarray(cv2.morphologyEx(opened, cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8)), dtype=np.uint8)


def _holds_figure(solid: Mask, box: Box) -> bool:
    """Whether in `box`, a patch hardly darker than paper, something plainly dark stands: wide at its foot, free beside its head."""
    part = solid[int(box.y0) : int(box.y1), int(box.x0) : int(box.x1)] > 0
    height, width = part.shape
    beside = part[: round(0.4 * height)]
    edges = beside[:, : round(0.14 * width)].mean(), beside[:, width - round(0.14 * width) :].mean()
    foot = float(part[round(0.82 * height) : round(0.95 * height)].mean())
    return 0.3 <= float(part.mean()) <= 0.9 and min(edges) <= 0.1 and foot >= 0.6


def _figures(small: Bgr, solid: Mask) -> list[tuple[Box, float]]:
    """Pictures in which head and shoulders alone are darker than paper: narrow above, wide below, the same left and right."""
    height, width = solid.shape
    found = []
    for x, y, w, h, area in _within_page(solid):
        if not _FIGURES[0] <= h / w <= _FIGURES[1] or not _FIGURE_FILLED[0] <= area / (w * h) <= _FIGURE_FILLED[1]:
            continue
        if _contrast(small, x, y, w, h) < 30 or not _is_figure(solid[y : y + h, x : x + w] > 0):
            continue
        box = Box(
            max(0.0, x - _ASIDE * w), max(0.0, y - _ABOVE * h), min(width, x + w + _ASIDE * w), min(height, y + h)
        )
        found.append((box, _FIGURE_CONFIDENCE))
    return found


def _is_figure(part: NDArray[np.bool_]) -> bool:
    """Whether the piece has a head over shoulders: by the width and the middle of its rows."""
    height, width = part.shape
    columns = np.arange(width)
    counts = part.sum(axis=1)
    middles = (part * columns).sum(axis=1) / np.maximum(counts, 1)
    head, neck, shoulders = (
        float(np.median(counts[round(a * height) : max(round(a * height) + 1, round(b * height))])) / width
        for a, b in ((0.08, 0.35), (0.35, 0.65), (0.85, 1.0))
    )
    sways = np.abs(middles[round(0.05 * height) :] - (width - 1) / 2).max() / width
    # A head is wider than what carries it; a triangle is not.
    necked = counts[round(0.43 * height) : round(0.65 * height)].min() <= counts[: round(0.36 * height)].max()
    return bool(necked and shoulders >= 0.8 and 0.3 <= head <= 0.75 and neck <= 0.85 and sways <= 0.14)


def _within_page(mask: Mask) -> list[tuple[int, int, int, int, int]]:
    """x, y, width, height and area of the pieces that are as tall as a portrait may be and do not touch the page's edge."""
    height, width = mask.shape
    long_side = max(mask.shape)
    _labels, stats = pieces_of(mask)
    return [
        (x, y, w, h, area)
        for x, y, w, h, area in stats[1:].tolist()
        if LEAST_HEIGHT * long_side <= h <= MOST_HEIGHT * long_side
        and x > 1
        and y > 1
        and x + w < width - 1
        and y + h < height - 1
    ]


def _contrast(small: Bgr, x: int, y: int, w: int, h: int) -> float:
    return float(cv2.cvtColor(small[y : y + h, x : x + w], cv2.COLOR_BGR2GRAY).std())


def _apart(box: Box, other: Box) -> bool:
    return box.intersection(other) is None
