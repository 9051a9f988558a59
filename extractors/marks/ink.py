"""Masks of ink at the scale at which small marks are looked for."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from models.geometry import Box

Bgr = NDArray[np.uint8]
Mask = NDArray[np.uint8]
WORK_SIDE = 1500


@dataclass(frozen=True, eq=False, slots=True)
class Ink:
    """A page's ink: `dark` marks strokes of any colour, `pen` those with colour; `em` the usual height of characters."""

    dark: Mask
    pen: Mask
    em: float
    scale: float

    def back(self, x: float, y: float, width: float, height: float) -> Box:
        """A work rectangle in the page's pixels."""
        return Box(x / self.scale, y / self.scale, (x + width) / self.scale, (y + height) / self.scale)


def ink_of(image: Bgr) -> Ink:
    """The ink of an upright page, worked out once for all small marks."""
    scale = min(1.0, WORK_SIDE / max(image.shape[:2]))
    small = image
    if scale < 1:
        small = np.asarray(cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    # The darkest channel shows red and blue strokes as well as black ones.
    blue, green, red = cv2.split(small)
    darkest = cv2.min(cv2.min(blue, green), red)
    window = max(15, (max(darkest.shape) // 50) | 1)
    dark = cv2.adaptiveThreshold(darkest, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, window, 22)
    spread = cv2.subtract(cv2.max(cv2.max(blue, green), red), darkest)
    usual = float(np.median(spread[::4, ::4]))
    coloured = cv2.threshold(spread, usual + 32, 255, cv2.THRESH_BINARY)[1]
    pen = np.asarray(cv2.bitwise_and(coloured, dark), dtype=np.uint8)
    return Ink(np.asarray(dark, dtype=np.uint8), pen, _em(np.asarray(dark, dtype=np.uint8)), scale)


def _em(dark: Mask) -> float:
    """The usual height of characters: the upper middle of the heights of pieces of ink that may be characters."""
    long_side = max(dark.shape)
    count, _labels, stats, _centres = cv2.connectedComponentsWithStats(dark, connectivity=8)
    height, width = stats[1:count, cv2.CC_STAT_HEIGHT], stats[1:count, cv2.CC_STAT_WIDTH]
    like = (height >= long_side / 160) & (height <= long_side / 25) & (width <= 1.6 * height) & (width >= 0.4 * height)
    heights = height[like]
    return float(np.quantile(heights, 0.7)) if len(heights) >= 12 else long_side / 70
