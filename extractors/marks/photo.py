"""Portrait photographs: a large patch of continuous tone in an upright rectangle."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from models.geometry import Box
from models.page import Mark

Bgr = NDArray[np.uint8]
WORK_SIDE = 500
LEAST_HEIGHT = 0.06
MOST_HEIGHT = 0.45
SHAPES = (1.05, 1.75)
"""Height by width: passport pictures are 1.25 to 1.5."""


def find_photos(image: Bgr) -> list[Mark]:
    """Portraits pasted or printed on the page, with boxes in its pixels."""
    scale = min(1.0, WORK_SIDE / max(image.shape[:2]))
    size = (max(1, round(image.shape[1] * scale)), max(1, round(image.shape[0] * scale)))
    small = cv2.resize(image, size, interpolation=cv2.INTER_AREA)
    blue, green, red = cv2.split(small)
    darkest = cv2.min(cv2.min(blue, green), red)
    paper = cv2.medianBlur(cv2.resize(darkest, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA), 5)
    level = float(np.quantile(paper, 0.7))
    # Strokes of text vanish in the closing, a picture stays darker than paper all over.
    tone = cv2.morphologyEx(darkest, cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8))
    mask = np.asarray(tone < level - 28, dtype=np.uint8) * np.uint8(255)
    joined = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((13, 13), np.uint8))
    count, _labels, stats, _centres = cv2.connectedComponentsWithStats(joined, connectivity=4)
    long_side = max(size)
    marks = []
    for x, y, w, h, area in stats[1:count].tolist():
        if not LEAST_HEIGHT * long_side <= h <= MOST_HEIGHT * long_side or not SHAPES[0] <= h / w <= SHAPES[1]:
            continue
        if x <= 1 or y <= 1 or x + w >= size[0] - 1 or y + h >= size[1] - 1 or area < 0.78 * w * h:
            continue
        patch = cv2.cvtColor(small[y : y + h, x : x + w], cv2.COLOR_BGR2GRAY)
        if float(patch.std()) < 18:
            continue
        confidence = round(min(1.0, area / (w * h)), 3)
        marks.append(Mark("photo", Box(x / scale, y / scale, (x + w) / scale, (y + h) / scale), confidence))
    return marks
