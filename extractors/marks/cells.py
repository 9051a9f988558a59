"""Cells of ruled tables: rulings by directional opening, cells as the holes that they close."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.connected import sparse_pieces
from extractors.levels import darker_than_around
from models.geometry import Box

Bgr = NDArray[np.uint8]
Mask = NDArray[np.uint8]
WORK_SIDE = 1400
"""Long side of the working image: a hairline of a 200 dpi A4 page keeps about one pixel of darkness."""


@dataclass(frozen=True, eq=False, slots=True)
class Lines:
    """Rulings of one direction: their pixels as a mask and as places in the flattened mask, each with its ruling's length."""

    mask: Mask
    at: NDArray[np.int32]
    lengths: NDArray[np.int32]


def find_cells(image: Bgr) -> list[Box]:
    """Inner boxes of the ruled cells of an upright page, top to bottom, in its pixels; up to 2° of residual skew."""
    scale = min(1.0, WORK_SIDE / max(image.shape[:2]))
    grey = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    if scale < 1:
        size = (round(grey.shape[1] * scale), round(grey.shape[0] * scale))
        grey = cv2.resize(grey, size, interpolation=cv2.INTER_AREA)
    rulings = ruling_mask(np.asarray(grey, dtype=np.uint8))
    boxes = _holes(rulings)
    height, width = grey.shape
    back_x, back_y = image.shape[1] / width, image.shape[0] / height
    return [Box(b.x0 * back_x, b.y0 * back_y, b.x1 * back_x, b.y1 * back_y) for b in boxes]


def ruling_mask(grey: Mask) -> Mask:
    """Horizontal and vertical rulings of `grey` as one mask, small gaps closed; strokes of text are left out.

    Empty where there are none in one of the directions: they close nothing off.
    """
    long_side = max(grey.shape)
    window = max(15, (long_side // 80) | 1)
    dark = darker_than_around(grey, window, 9)
    dashes = _dashes(dark, long_side)
    horizontal = _directional(dark, dashes, long_side, along_rows=True)
    if not len(horizontal.at):
        return np.zeros_like(grey)
    vertical = _directional(dark, dashes, long_side, along_rows=False)
    lines = _without_letters(horizontal, vertical, long_side) if len(vertical.at) else None
    if lines is None:
        return np.zeros_like(grey)
    reach = max(9, long_side // 100)
    # Only free ends grow, each in its own direction, so that corners close.
    across = cv2.dilate(cv2.bitwise_and(lines, horizontal.mask), _bar(reach, along_rows=True))
    down = cv2.dilate(cv2.bitwise_and(lines, vertical.mask), _bar(reach, along_rows=False))
    return np.asarray(cv2.bitwise_or(across, down), dtype=np.uint8)


def _without_letters(horizontal: Lines, vertical: Lines, long_side: int) -> Mask | None:
    """All rulings without the networks that strokes of letters or check boxes make; None where nothing else is there.

    A table has rulings longer than a big character is tall in both directions, or (one low row) very long ones in one.
    """
    lines = cv2.bitwise_or(horizontal.mask, vertical.mask)
    touching = cv2.dilate(lines, np.ones((3, 3), np.uint8))
    count, labels = cv2.connectedComponentsWithAlgorithm(touching, 8, cv2.CV_32S, cv2.CCL_BBDT)
    across, down = np.zeros(count, np.int32), np.zeros(count, np.int32)
    flat = np.asarray(labels, dtype=np.int32).reshape(-1)
    owners = [flat[direction.at] for direction in (horizontal, vertical)]
    for direction, longest, owner in zip((horizontal, vertical), (across, down), owners, strict=True):
        np.maximum.at(longest, owner, direction.lengths)
    both = (across >= long_side / 18) & (down >= long_side / 18)
    tables = both | (np.maximum(across, down) >= long_side / 5)
    if not tables.any():
        return None
    kept = np.zeros(lines.shape, np.uint8)
    for direction, owner in zip((horizontal, vertical), owners, strict=True):
        kept.reshape(-1)[direction.at[tables[owner]]] = 255
    return kept


def _bar(length: int, along_rows: bool, thickness: int = 1) -> Mask:
    return np.ones((thickness, length) if along_rows else (length, thickness), np.uint8)


def _dashes(dark: Mask, long_side: int) -> Mask:
    """Ink in short thin pieces: what a dashed or broken ruling is made of. Letters are rarely so thin all over."""
    pieces = sparse_pieces(dark)
    # One stroke across and at most one down, as where two dashed lines cross.
    thin = pieces.area <= max(2.5, long_side / 450) * (pieces.width + pieces.height)
    thin &= np.maximum(pieces.width, pieces.height) >= max(3, long_side // 300)
    return pieces.picked(thin)


def _directional(dark: Mask, dashes: Mask, long_side: int, along_rows: bool) -> Lines:
    """Rulings in one direction.

    A tilted or rough line crosses several pixel rows, so the ink is thickened across before the opening. Dashes are
    bridged first, letters are not; what stays shorter than a cell's side is text and goes.
    """
    solid = cv2.morphologyEx(cv2.dilate(dark, _bar(3, not along_rows)), cv2.MORPH_CLOSE, _bar(3, along_rows))
    row = cv2.dilate(dashes, _bar(3, not along_rows))
    bridged = cv2.bitwise_or(solid, cv2.morphologyEx(row, cv2.MORPH_CLOSE, _bar(max(9, long_side // 140), along_rows)))
    strokes = cv2.morphologyEx(bridged, cv2.MORPH_OPEN, _bar(max(20, long_side // 55), along_rows))
    pieces = sparse_pieces(np.asarray(strokes, dtype=np.uint8))
    length, across = (pieces.width, pieces.height) if along_rows else (pieces.height, pieces.width)
    # Blocks (photos, bold titles, seals) are as thick as long; a ruling at 2° rises by 1/28 of its length.
    slim = (across <= 10 + length * 0.06) & (pieces.area <= length * 14)
    keep = slim & (length >= long_side // 45)
    kept = keep[pieces.own]
    at = pieces.at[kept]
    mask = np.zeros(dark.shape, np.uint8)
    mask.reshape(-1)[at] = 255
    return Lines(mask, at, length[pieces.own[kept]])


def _holes(rulings: Mask) -> list[Box]:
    """The regions that rulings close off, without the page around them and frames that hold most of it."""
    height, width = rulings.shape
    long_side = max(height, width)
    contours, tree = cv2.findContours(rulings, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    found = []
    for contour, relations in zip(contours, tree[0] if contours else (), strict=True):
        x, y, w, h = cv2.boundingRect(contour)
        if relations[3] < 0 or w < long_side // 100 or h < long_side // 130:
            continue
        # A hole's contour runs on the ruling's own pixels, one outside the free region.
        if cv2.contourArea(contour) >= 0.6 * w * h and w * h <= 0.6 * width * height:
            found.append(Box(x + 1.0, y + 1.0, x + w - 1.0, y + h - 1.0))
    large = [box for box in found if not _letter_sized(box, long_side)]
    inner = [b for b in found if _letter_sized(b, long_side) and not any(b.covered_by(o) > 0.9 for o in large)]
    return sorted(large + inner, key=lambda b: (b.y0, b.x0))


def _letter_sized(box: Box, long_side: int) -> bool:
    """Small enough for the inside of a character or a check box, which lies within a cell; real cells do not."""
    return min(box.width, box.height) < long_side / 50 and max(box.width, box.height) < long_side / 25
