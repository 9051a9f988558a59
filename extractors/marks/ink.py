"""Masks of ink at the scale at which small marks are looked for."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.levels import darker_than_around
from models.geometry import Box

Bgr = NDArray[np.uint8]
Mask = NDArray[np.uint8]
WORK_SIDE = 1500


@dataclass(frozen=True, eq=False, slots=True)
class Ink:
    """A page's ink at work scale: `dark` marks strokes of any colour, `pen` those with colour.

    `tone` is the page's darkest channel in its own pixels; `pieces` are the x, y, width, height of each connected piece of
    `dark`, `holes` those of the frames around enclosed regions that are rectangles; `sums` is the integral image of `dark`, `em`
    the usual height of characters.
    """

    dark: Mask
    pen: Mask
    tone: Mask
    pieces: NDArray[np.int64]
    holes: NDArray[np.int64]
    sums: NDArray[np.int32]
    em: float
    scale: float

    def back(self, x: float, y: float, width: float, height: float) -> Box:
        """A work rectangle in the page's pixels."""
        return Box(x / self.scale, y / self.scale, (x + width) / self.scale, (y + height) / self.scale)


def ink_of(image: Bgr) -> Ink:
    """The ink of an upright page, worked out once for all small marks."""
    # The darkest channel shows red and blue strokes as well as black ones.
    blue, green, red = cv2.split(image)
    tone = np.asarray(cv2.min(cv2.min(blue, green), red), dtype=np.uint8)
    brightest = cv2.max(cv2.max(blue, green), red)
    scale = min(1.0, WORK_SIDE / max(tone.shape))
    darkest = tone
    if scale < 1:
        size = max(1, round(tone.shape[1] * scale)), max(1, round(tone.shape[0] * scale))
        darkest = np.asarray(cv2.resize(tone, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
        brightest = cv2.resize(brightest, size, interpolation=cv2.INTER_LINEAR)
    window = max(15, (max(darkest.shape) // 50) | 1)
    dark = darker_than_around(darkest, window, 22)
    spread = cv2.subtract(brightest, darkest)
    usual = float(np.median(spread[::4, ::4]))
    coloured = cv2.threshold(spread, usual + 32, 255, cv2.THRESH_BINARY)[1]
    pen = np.asarray(cv2.bitwise_and(coloured, dark), dtype=np.uint8)
    pieces, holes = _outlines(dark)
    sums = np.asarray(cv2.integral(dark, sdepth=cv2.CV_32S), dtype=np.int32)
    return Ink(dark, pen, tone, pieces, holes, sums, _em(pieces, max(dark.shape)), scale)


def _outlines(dark: Mask) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    contours, tree = cv2.findContours(dark, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    pieces, holes = [], []
    for contour, relations in zip(contours, tree[0].tolist() if contours else (), strict=True):
        x, y, w, h = cv2.boundingRect(contour)
        if relations[3] < 0:
            pieces.append((x, y, w, h))
        elif min(w, h) >= 5 and cv2.contourArea(contour) > 0.8 * (w - 1) * (h - 1):
            # A hole's contour runs on the frame's inner pixels; the frame is one or two more.
            holes.append((x - 1, y - 1, w + 2, h + 2))
    return np.array(pieces, np.int64).reshape(-1, 4), np.array(holes, np.int64).reshape(-1, 4)


def _em(pieces: NDArray[np.int64], long_side: int) -> float:
    """The usual height of characters: the upper middle of the heights of pieces of ink that may be characters."""
    height, width = pieces[:, 3], pieces[:, 2]
    like = (height >= long_side / 160) & (height <= long_side / 25) & (width <= 1.6 * height) & (width >= 0.4 * height)
    heights = height[like]
    return float(np.quantile(heights, 0.7)) if len(heights) >= 12 else long_side / 70
