"""Which pixels of a page are dark strokes of the kind that text is made of."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.connected import pieces_of
from extractors.levels import darker_than_around
from extractors.ocr.engine import Image
from extractors.ocr.seal_ink import CleanPage, remove_seal_ink

# The page is looked at scaled to this longer side: an A4 page then has 103 dpi, ten-point type is 14 px high.
LONG_SIDE: Final = 1200
CONTRAST: Final = 24
# A stroke is darker than this share of the paper (a watermark is lighter), and what is left of a seal after its removal
# is lighter than the next share (text under it is darker).
STROKE: Final = 0.78
SEAL_GHOST: Final = 0.6
RULE_LENGTH: Final = 52
# Dark areas no stroke is wide enough for, and, with small gaps closed, areas such as QR codes.
SOLID: Final = 15
DENSE: Final = 40
DENSE_GAP: Final = 7
DENSE_INK: Final = 0.36

Flags = NDArray[np.uint8]


def text_ink(image: Image, cleaned: CleanPage | None = None) -> Flags:
    """1 where a dark stroke is: rules, seal ink, watermarks, photographs, QR codes and the desk round the sheet left out.

    `image` is scaled to LONG_SIDE; `cleaned` is the same without its seal ink, where that is known.
    """
    page = cleaned or remove_seal_ink(image)
    grey = np.asarray(cv2.cvtColor(page.image, cv2.COLOR_BGR2GRAY), dtype=np.uint8)
    paper = float(np.percentile(grey[::4, ::4], 80))
    ink = cv2.bitwise_and(darker_than_around(grey, 31, CONTRAST, 1), _dark_enough(grey, STROKE))
    if page.ink is not None:
        around = cv2.dilate(page.ink.view(np.uint8), np.ones((3, 3), np.uint8))
        pale = cv2.threshold(grey, SEAL_GHOST * paper, 1, cv2.THRESH_BINARY)[1]
        ink = cv2.subtract(ink, cv2.bitwise_and(around, pale))
    for kernel in (np.ones((1, RULE_LENGTH), np.uint8), np.ones((RULE_LENGTH, 1), np.uint8)):
        rules = cv2.morphologyEx(ink, cv2.MORPH_OPEN, kernel)
        if cv2.countNonZero(rules):
            ink = cv2.subtract(ink, cv2.dilate(rules, np.ones((3, 3), np.uint8)))
    found = np.asarray(ink, dtype=np.uint8)
    _clear_dark_areas(found, grey, paper)
    _clear_dense_areas(found)
    return found


def _dark_enough(grey: Flags, share: float) -> Flags:
    """255 where the page is no lighter than `share` of the paper round about: of the brightest in a neighbourhood of a line."""
    height, width = grey.shape
    small = cv2.resize(grey, (max(1, width // 8), max(1, height // 8)), interpolation=cv2.INTER_AREA)
    bright = cv2.resize(cv2.dilate(small, np.ones((5, 5), np.uint8)), (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.compare(grey, cv2.convertScaleAbs(bright, alpha=share), cv2.CMP_LE), dtype=np.uint8)


def _clear_dark_areas(ink: Flags, grey: Flags, paper: float) -> None:
    """Take away what lies in or at large dark areas: hair and clothes on a photograph, the desk, a dark cover."""
    height, width = ink.shape
    dark = (grey < 0.6 * paper).view(np.uint8)
    solid = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((SOLID, SOLID), np.uint8))
    if not cv2.countNonZero(solid):
        return
    cv2.subtract(ink, cv2.dilate(solid, np.ones((SOLID, SOLID), np.uint8)), ink)
    _, stats = pieces_of(np.asarray(solid, dtype=np.uint8))
    for x, y, w, h, area in stats[1:].tolist():
        at_rim = x <= 2 or y <= 2 or x + w >= width - 2 or y + h >= height - 2
        if not at_rim and min(w, h) > DENSE and max(w, h) < 0.25 * max(height, width) and area > 0.3 * w * h:
            margin = int(0.35 * max(w, h))
            ink[max(0, y - margin) : y + h + margin, max(0, x - margin) : x + w + margin] = 0


def _clear_dense_areas(ink: Flags) -> None:
    """Take away squares as full of ink as no text is: QR codes."""
    closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((DENSE_GAP, DENSE_GAP), np.uint8))
    _, stats = pieces_of(np.ascontiguousarray(closed[::2, ::2]))
    for x, y, w, h, area in (2 * stats[1:]).tolist():
        if min(w, h) < DENSE or max(w, h) > 1.4 * min(w, h) or 2 * area < 0.8 * w * h:
            continue
        part = ink[max(0, y - 2) : y + h + 2, max(0, x - 2) : x + w + 2]
        if part.mean() > DENSE_INK:
            part[:] = 0
