"""The straight lines of a seal's text: its use below the star, and all that stands in a frame or a flat oval."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.marks.seal_shapes import Frame, Ring
from extractors.marks.seal_strips import Ink, Strip

_CONDENSED: Final = 0.85
_INKED: Final = 0.3
_MOST_LINES: Final = 3
_RIM: Final = 0.14
"""How far a flat oval's rim reaches inwards, by its half height."""
_TALLEST: Final = 48
"""Pixels that a line is tall when it is read; larger ones are shrunk at once."""


def below_star(ink: Ink, ring: Ring, turn: float) -> list[Strip]:
    """What stands level below the star of a seal turned by `turn` degrees, a name being along its ring."""
    return _lines(_window(ink, ring, turn, (-0.62, 0.62), (0.27, 0.68)))


def across(ink: Ink, ring: Ring) -> list[Strip]:
    """The level lines of a flat oval without a star."""
    turn, reach = (ring.angle + 90) % 180 - 90, 0.86 * ring.a / ring.b
    level = _window(ink, ring, turn, (-reach, reach), (-0.75, 0.75))
    inside = np.zeros(level.shape, np.float32)
    unit = level.shape[0] / 1.5
    axes = round(unit * (ring.a / ring.b - _RIM)), round(unit * (1 - _RIM))
    cv2.ellipse(inside, (level.shape[1] // 2, level.shape[0] // 2), axes, 0, 0, 360, 1.0, -1)
    return _lines(np.asarray(level * inside, dtype=np.float32))


def within(ink: Ink, frame: Frame) -> list[Strip]:
    """The level lines inside a frame."""
    corners = np.array(frame.corners, np.float32)
    wide = float(np.linalg.norm(corners[1] - corners[0]))
    tall = float(np.linalg.norm(corners[3] - corners[0]))
    scale = min(1.0, 2.5 * _TALLEST / max(1.0, tall))
    size = max(8, round(scale * wide)), max(8, round(scale * tall))
    edge = 0.07 * min(size)
    flat = np.array([(0, 0), (size[0], 0), (size[0], size[1]), (0, size[1])], np.float32)
    level = cv2.warpPerspective(ink, cv2.getPerspectiveTransform(corners, flat), size)
    inset = round(edge)
    return _lines(np.asarray(level[inset : size[1] - inset, inset : size[0] - inset], dtype=np.float32))


def _window(ink: Ink, ring: Ring, turn: float, x: tuple[float, float], y: tuple[float, float]) -> Ink:
    """The part of a seal between `x` and `y`, in half axes `b` from its centre, turned level."""
    unit = min(ring.b, 2.6 * _TALLEST)
    size = round((x[1] - x[0]) * unit), round((y[1] - y[0]) * unit)
    matrix = cv2.getRotationMatrix2D((ring.x, ring.y), turn, unit / ring.b)
    matrix[:, 2] -= np.array((ring.x + x[0] * unit, ring.y + y[0] * unit))
    return np.asarray(cv2.warpAffine(ink, matrix, size, flags=cv2.INTER_LINEAR), dtype=np.float32)


def _lines(level: Ink) -> list[Strip]:
    """The lines of text of `level`, from the top, at most _MOST_LINES of them; specks are left out."""
    if min(level.shape) < 8:
        return []
    inked = level > _INKED
    rows = inked.mean(axis=1) > 0.02
    found = []
    for top, bottom in _stretches(rows):
        tall = bottom - top
        columns = np.asarray(inked[top:bottom].any(axis=0), dtype=np.bool_)
        groups = _without_remains(_stretches(_joined(columns, round(0.5 * tall))), tall)
        if tall < 0.12 * len(level) or not groups or groups[-1][1] - groups[0][0] < 1.2 * tall:
            continue
        side = round(0.15 * tall)
        first, last = max(0, groups[0][0] - side), min(level.shape[1], groups[-1][1] + side)
        line = level[max(0, top - 1) : bottom + 1, first:last]
        found.append(Strip(line, np.arange(first, last), _CONDENSED))
    return found[:_MOST_LINES]


def _joined(on: NDArray[np.bool_], space: int) -> NDArray[np.bool_]:
    """`on` with blanks of up to `space` filled."""
    padded = np.pad(on.astype(np.uint8)[None], ((0, 0), (space, space)))
    closed = cv2.morphologyEx(padded, cv2.MORPH_CLOSE, np.ones((1, max(1, space)), np.uint8))
    return np.asarray(closed[0, space:-space] > 0 if space else on, dtype=np.bool_)


def _without_remains(groups: list[tuple[int, int]], tall: int) -> list[tuple[int, int]]:
    """The groups of ink of a line without slim ones at its ends: feet of the name along the ring, pieces of the rim."""
    while groups and groups[0][1] - groups[0][0] < 0.6 * tall:
        groups = groups[1:]
    while groups and groups[-1][1] - groups[-1][0] < 0.6 * tall:
        groups = groups[:-1]
    return groups


def _stretches(on: NDArray[np.bool_]) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate([[False], on, [False]]).astype(np.int8))).tolist()
    return list(zip(edges[::2], edges[1::2], strict=True))
