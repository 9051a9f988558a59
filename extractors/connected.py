"""Connected pieces of a mask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.uint8]
Labels = NDArray[np.int32]
# OpenCV's own count of a piece's pixels and extent takes three times as long as its labels, however few pixels are set.
_SPARSE: Final = 0.2


@dataclass(frozen=True, eq=False, slots=True)
class Pieces:
    """The set pixels of a mask and what they hang together in.

    `at` are the set pixels' places in the flattened mask, row by row, `own` their pieces; `labels` has a number for each
    pixel of the mask, 0 for the ground. `x` to `area` have a row for each number.
    """

    labels: Labels
    at: NDArray[np.int32]
    own: Labels
    x: Labels
    y: Labels
    width: Labels
    height: Labels
    area: Labels

    def picked(self, which: NDArray[np.bool_]) -> Mask:
        """The pixels (255) of the pieces for which `which` is true; the ground is never picked."""
        found = np.zeros(self.labels.shape, np.uint8)
        found.reshape(-1)[self.at[which[self.own]]] = 255
        return found


def sparse_pieces(mask: Mask) -> Pieces:
    """The pieces of a mask of few pixels; such as touch at a corner hang together."""
    count, labels = cv2.connectedComponentsWithAlgorithm(mask, 8, cv2.CV_32S, cv2.CCL_BBDT)
    points = cv2.findNonZero(mask)
    xs, ys = np.ascontiguousarray(np.zeros((2, 0), np.int32) if points is None else points.reshape(-1, 2).T)
    at = ys * np.int32(mask.shape[1]) + xs
    own = labels.reshape(-1)[at]
    left, right = np.full(count, mask.shape[1], np.int32), np.zeros(count, np.int32)
    np.minimum.at(left, own, xs)
    np.maximum.at(right, own, xs)
    # The points come row by row, and of several values for one place the last one stays.
    top, bottom = np.zeros(count, np.int32), np.zeros(count, np.int32)
    top[own[::-1]] = ys[::-1]
    bottom[own] = ys
    area = np.bincount(own, minlength=count).astype(np.int32)
    left[0] = top[0] = 0
    width, height = right - left + 1, bottom - top + 1
    width[0], height[0], area[0] = mask.shape[1], mask.shape[0], mask.size - len(at)
    return Pieces(np.asarray(labels, np.int32), at, own, left, top, width, height, area)


def pieces_of(mask: Mask) -> tuple[Labels, Labels]:
    """The label of each pixel (0 for the ground), and a row of x, y, width, height, area for each label.

    Pixels that touch at a corner hang together. The extent of the ground is the whole mask's.
    """
    if cv2.countNonZero(mask) <= _SPARSE * mask.size:
        found = sparse_pieces(mask)
        return found.labels, np.stack([found.x, found.y, found.width, found.height, found.area], axis=1)
    # OpenCV's usual algorithm gives the same and takes over twice as long.
    _, labels, stats, _ = cv2.connectedComponentsWithStatsWithAlgorithm(mask, 8, cv2.CV_32S, cv2.CCL_BBDT)
    return np.asarray(labels, dtype=np.int32), np.asarray(stats, dtype=np.int32)
