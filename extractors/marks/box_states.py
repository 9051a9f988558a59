"""What a square place on the page holds: something else, an empty box or a ticked one, judged from its pixels.

The weights beside this module are those of a small network (400-48-3) trained on drawn option rows and on print that looks like
them by an earlier draft of `benchmarks/train_box_states.py`, which draws such rows and trains such a network.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.uint8]
SIDE = 20
"""Patches are SIDE x SIDE values."""
MARGIN = 0.35
"""What a patch shows around its square, by the square's side: letters close by, strokes that go on."""
NOTHING, EMPTY, TICKED = 0, 1, 2
LEAST_CONTRAST = 40.0
_WEIGHTS = Path(__file__).with_name("box_states.npz")


def box_states(tone: Mask, rects: NDArray[np.float64]) -> NDArray[np.float32]:
    """Chances of NOTHING, EMPTY and TICKED for each x, y, width, height in pixels of `tone` (dark is low): n x 3."""
    if not len(rects):
        return np.zeros((0, 3), np.float32)
    first, first_bias, second, second_bias = _weights()
    hidden = np.maximum(patches(tone, rects) @ first + first_bias, 0)
    scores = hidden @ second + second_bias
    chances = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(chances / chances.sum(axis=1, keepdims=True), dtype=np.float32)


@cache
def _weights() -> tuple[NDArray[np.float32], ...]:
    with np.load(_WEIGHTS) as kept:
        return tuple(kept[f"layer{i}"].astype(np.float32) for i in range(4))


def patches(tone: Mask, rects: NDArray[np.float64]) -> NDArray[np.float32]:
    """The squares with a margin around as rows of SIDE * SIDE values: darkness from 0 (paper) to 1 (darkest there)."""
    found = np.zeros((len(rects), SIDE * SIDE), np.float32)
    height, width = tone.shape
    for i, (x, y, w, h) in enumerate(rects.tolist()):
        x0, y0 = round(x - MARGIN * w), round(y - MARGIN * h)
        x1, y1 = round(x + w + MARGIN * w), round(y + h + MARGIN * h)
        part = tone[max(0, y0) : min(height, y1), max(0, x0) : min(width, x1)]
        if min(part.shape) < 2:
            continue
        if part.shape != (y1 - y0, x1 - x0):
            edges = max(0, -y0), max(0, y1 - height), max(0, -x0), max(0, x1 - width)
            part = np.asarray(cv2.copyMakeBorder(part, *edges, cv2.BORDER_REPLICATE), dtype=np.uint8)
        small = cv2.resize(part, (SIDE, SIDE), interpolation=cv2.INTER_AREA)
        ordered = np.sort(small, axis=None)
        paper, ink = float(ordered[-SIDE]), float(ordered[SIDE // 2])
        found[i] = np.clip((paper - small.astype(np.float32)) / max(LEAST_CONTRAST, paper - ink), 0, 1.2).ravel()
    return found
