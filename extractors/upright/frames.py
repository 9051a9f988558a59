"""Plane transformations between page frames, in continuous pixels: (0, 0) is the top left *corner* of the image."""

from __future__ import annotations

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from models.page import Homography

Bgr = NDArray[np.uint8]
Matrix = NDArray[np.float64]
WHITE = (255, 255, 255)
EXACT = 1e-5
# What rounding a small picture's sides to whole pixels brings about.
HALF_A_PIXEL = 0.75


def quarter_turn(turns: int, width: float, height: float) -> Matrix:
    """Maps a `width` x `height` frame to the one turned clockwise by `turns` quarters."""
    rows = {
        0: ((1, 0, 0), (0, 1, 0)),
        1: ((0, -1, height), (1, 0, 0)),
        2: ((-1, 0, width), (0, -1, height)),
        3: ((0, 1, 0), (-1, 0, width)),
    }[turns % 4]
    return np.array([*rows, (0, 0, 1)], dtype=np.float64)


def mirror(width: float) -> Matrix:
    """Swaps left and right of a frame `width` wide."""
    return np.array([(-1, 0, width), (0, 1, 0), (0, 0, 1)], dtype=np.float64)


def scaling(factor: float) -> Matrix:
    """Multiplies all lengths by `factor`."""
    return np.diag([factor, factor, 1.0])


def straighten(angle: float, width: float, height: float) -> tuple[Matrix, tuple[int, int]]:
    """Levels a frame whose rows fall by `angle` degrees (clockwise): the matrix and the grown (width, height)."""
    turn = math.radians(-angle)
    cos, sin = math.cos(turn), math.sin(turn)
    new_width = math.ceil(abs(width * cos) + abs(height * sin))
    new_height = math.ceil(abs(width * sin) + abs(height * cos))
    x = new_width / 2 - (cos * width / 2 - sin * height / 2)
    y = new_height / 2 - (sin * width / 2 + cos * height / 2)
    return np.array([(cos, -sin, x), (sin, cos, y), (0, 0, 1)], dtype=np.float64), (new_width, new_height)


def turned_size(turns: int, size: tuple[int, int]) -> tuple[int, int]:
    """(width, height) after `turns` quarter turns."""
    return (size[1], size[0]) if turns % 2 else size


def as_homography(matrix: NDArray[np.floating]) -> Homography:
    """Nine floats row by row, scaled so that the last is 1."""
    scaled = np.asarray(matrix / matrix[2, 2], dtype=np.float64).reshape(-1)
    a, b, c, d, e, f, g, h, i = (float(v) for v in scaled)
    return (a, b, c, d, e, f, g, h, i)


def points_through(matrix: Matrix, points: NDArray[np.float64]) -> NDArray[np.float64]:
    """`points` (n x 2) mapped by `matrix`."""
    mapped = np.column_stack([points, np.ones(len(points))]) @ matrix.T
    return np.asarray(mapped[:, :2] / mapped[:, 2:], dtype=np.float64)


def render(stored: Bgr, forward: Matrix, size: tuple[int, int], roughly: bool = False) -> Bgr:
    """`stored` seen through `forward` (stored to upright) in one interpolation; what lies outside is white.

    `roughly` is for pictures that are looked at as a whole: half a pixel does not matter there, time does.
    """
    turned = _lossless(stored, forward, size, HALF_A_PIXEL if roughly else EXACT)
    if turned is not None:
        return turned
    half = np.array([(1, 0, 0.5), (0, 1, 0.5), (0, 0, 1)], dtype=np.float64)
    centred = np.linalg.inv(half) @ forward @ half
    how = cv2.INTER_LINEAR if roughly else cv2.INTER_CUBIC
    picture = cv2.warpPerspective(stored, centred, size, flags=how, borderMode=cv2.BORDER_CONSTANT, borderValue=WHITE)
    return np.asarray(picture, dtype=np.uint8)


def _lossless(stored: Bgr, forward: Matrix, size: tuple[int, int], tolerance: float) -> Bgr | None:
    """The picture when `forward` is only turns and mirrors that bring the corners within `tolerance` pixels, else None."""
    height, width = stored.shape[:2]
    corners = np.array([(0, 0), (width, 0), (width, height), (0, height)], dtype=np.float64)
    wanted = points_through(forward, corners)
    for mirrored in (False, True):
        for turns in range(4):
            if turned_size(turns, (width, height)) != size:
                continue
            exact = quarter_turn(turns, width, height)
            met = points_through(mirror(size[0]) @ exact if mirrored else exact, corners)
            if float(np.abs(met - wanted).max()) <= tolerance:
                turned = np.rot90(stored, -turns)
                return np.ascontiguousarray(turned[:, ::-1] if mirrored else turned)
    return None
