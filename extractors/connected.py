"""Connected pieces of a mask."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

Labels = NDArray[np.int32]


def pieces_of(mask: NDArray[np.uint8]) -> tuple[Labels, Labels]:
    """The label of each pixel (0 for the ground), and a row of x, y, width, height, area for each label.

    Pixels that touch at a corner hang together. OpenCV's usual algorithm gives the same and takes over twice as long.
    """
    _, labels, stats, _ = cv2.connectedComponentsWithStatsWithAlgorithm(mask, 8, cv2.CV_32S, cv2.CCL_BBDT)
    return np.asarray(labels, dtype=np.int32), np.asarray(stats, dtype=np.int32)
