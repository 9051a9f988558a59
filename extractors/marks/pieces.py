"""Connected pieces of a mask with their extent."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors import connected

Mask = NDArray[np.uint8]


@dataclass(frozen=True, eq=False, slots=True)
class Pieces:
    """Each pixel's piece (0 is background), and by piece its width, height and number of pixels."""

    labels: NDArray[np.int32]
    width: NDArray[np.int64]
    height: NDArray[np.int64]
    area: NDArray[np.int64]

    def picked(self, which: NDArray[np.bool_]) -> Mask:
        """The pixels (255) of the pieces for which `which` is true; the background is never picked."""
        shades = which.astype(np.uint8) * np.uint8(255)
        shades[0] = 0
        return np.asarray(np.take(shades, self.labels), dtype=np.uint8)


def pieces_of(mask: Mask) -> Pieces:
    labels, stats = connected.pieces_of(mask)
    width, height, area = (
        stats[:, column].astype(np.int64) for column in (cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT, cv2.CC_STAT_AREA)
    )
    return Pieces(labels, width, height, area)
