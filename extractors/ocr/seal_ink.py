"""Seal ink taken off a page before reading: a seal over text is the first cause of characters lost without a sign.

Red ink is nearly white in the red channel, so there the text under it shows as if nothing were stamped on it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.ocr.engine import Image
from models.geometry import Box

REDNESS: Final = 22
GAIN: Final = 1.12
LEAST_SHARE: Final = 0.0002
SAMPLING: Final = 4
PAPER_SCALE: Final = 16
REACH: Final = 0.008

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class CleanPage:
    """A page without its seal ink. `ink` marks the pixels that were changed, None when there were none.

    `reach` is `ink` with the paper close to it, one entry for a square of SAMPLING x SAMPLING pixels.
    """

    image: Image
    ink: Mask | None = None
    reach: Mask | None = None


def remove_seal_ink(image: Image) -> CleanPage:
    """The page with red ink lifted to the paper below; the page itself where it has none (grey pages cost nothing).

    A red pixel takes the paper's colour, darkened as much as its red channel (gained by 1.12) is under the paper's.
    """
    coarse = _redness(image[::SAMPLING, ::SAMPLING])
    usual = float(np.median(coarse))
    sampled = coarse > usual + REDNESS
    if sampled.mean() < LEAST_SHARE:
        return CleanPage(image)
    ink = _redness(image) > usual + REDNESS
    paper = _paper(image)[ink]
    red = image[..., 2][ink].astype(np.float32)
    share = np.minimum(1.0, red * GAIN / np.maximum(paper[:, 2], 1.0))
    cleaned = image.copy()
    cleaned[ink] = (paper * share[:, None]).astype(np.uint8)
    size = 2 * round(REACH * max(sampled.shape)) + 1
    reach = cv2.dilate(sampled.astype(np.uint8), np.ones((size, size), np.uint8)) > 0
    return CleanPage(cleaned, ink, reach)


def seal_cover(page: CleanPage, box: Box) -> float:
    """The share of `box`, 0-1, that lies under or right beside the ink that was removed."""
    if page.reach is None:
        return 0.0
    x0, y0, x1, y1 = (int(v / SAMPLING) for v in box)
    part = page.reach[max(0, y0) : y1 + 1, max(0, x0) : x1 + 1]
    return float(part.mean()) if part.size else 0.0


def _redness(image: Image) -> NDArray[np.int16]:
    """How far red stands above the stronger of the other two channels."""
    blue, green, red = cv2.split(image)
    return cv2.subtract(red, cv2.max(blue, green)).astype(np.int16)


def _paper(image: Image) -> NDArray[np.float32]:
    """The colour of the bare paper at each pixel: the brightest of the neighbourhood, smoothed."""
    height, width = image.shape[:2]
    small = cv2.resize(
        image, (max(1, width // PAPER_SCALE), max(1, height // PAPER_SCALE)), interpolation=cv2.INTER_AREA
    )
    small = cv2.medianBlur(cv2.dilate(small, np.ones((5, 5), np.uint8)), 5)
    return cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR).astype(np.float32)
