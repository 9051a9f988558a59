"""What a page image allows to be seen: is anything on it, is it in colour, is it sharp."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.connected import pieces_of
from models.page import PageQuality

WIDTH = 1000
# No page is so narrow, and OpenCV's component search fails hard on images of a row or two.
LEAST_SIDE_PX = 12
_BACKGROUND_PX = 41
_LEAST_CONTRAST = 10.0
_ENOUGH_CONTRAST = 60.0
_LEAST_BLOBS = 3
_LARGE_PX = 25
_FIRST_LOOK = 6
_COLOUR = 40
_COLOURED_SHARE = 0.0004


def quality_of(image: NDArray[np.uint8]) -> PageQuality:
    """The quality of a page (BGR), measured at a width of 1000 px so that resolutions compare."""
    height, width = image.shape[:2]
    if min(height, width) < LEAST_SIDE_PX:
        return PageQuality(coloured=False, blank=True)
    scale = WIDTH / width
    size = (WIDTH, max(LEAST_SIDE_PX, min(round(height * scale), 20 * WIDTH)))
    # Averaging over areas costs eight times as much, and only below one half could a stroke fall between the samples.
    method = cv2.INTER_AREA if scale < 0.5 else cv2.INTER_LINEAR
    small = np.asarray(cv2.resize(image, size, interpolation=method), np.uint8)
    grey = np.asarray(cv2.cvtColor(small, cv2.COLOR_BGR2GRAY), np.uint8)
    contrast = _contrast(grey)
    grain = _median(contrast)  # most of a page is paper
    marked = (contrast > min(max(_LEAST_CONTRAST, 2.2 * grain), _ENOUGH_CONTRAST)).astype(np.uint8)
    return PageQuality(
        coloured=_is_coloured(small),
        blank=_is_blank(marked),
        sharpness=float(cv2.meanStdDev(cv2.Laplacian(grey, cv2.CV_16S))[1][0, 0] ** 2),
        ink=cv2.countNonZero(cv2.threshold(contrast, 60, 255, cv2.THRESH_BINARY)[1]) / contrast.size,
    )


def _contrast(grey: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """How much darker, or on a dark page lighter, a pixel is than the paper around it."""
    around = np.ones((_BACKGROUND_PX, _BACKGROUND_PX), np.uint8)
    darker = _median(grey) > 90
    return np.asarray(cv2.morphologyEx(grey, cv2.MORPH_BLACKHAT if darker else cv2.MORPH_TOPHAT, around), np.uint8)


def _median(grey: NDArray[np.uint8]) -> float:
    """As numpy's (an even number of pixels: the lower middle one) of every other pixel each way, by counting."""
    some = np.ascontiguousarray(grey[::2, ::2])
    counts = cv2.calcHist([some], [0], None, [256], [0, 256]).ravel()
    return float(np.searchsorted(np.cumsum(counts, dtype=np.float64), some.size / 2))


def _is_blank(marked: NDArray[np.uint8]) -> bool:
    """Whether next to nothing stands out. Strict: a page wrongly taken for blank would be lost without a word."""
    height, width = marked.shape
    edge = round(0.015 * width)  # shadows of the paper's edge
    inner = marked[edge : max(height - edge, edge + 1), edge : width - edge]
    part = len(inner) // _FIRST_LOOK
    # What is large in a part of the page is large in the whole, and nearly every page that is not blank ends here.
    if part >= LEAST_SIDE_PX and _sizes(inner[part : 2 * part])[1].any():
        return False
    blobs, large = _sizes(inner)
    return int(blobs.sum()) < _LEAST_BLOBS and not bool(large.any())


def _sizes(marked: NDArray[np.uint8]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """For each connected piece whether it is more than a speck, and whether it is as large as a character."""
    sizes = pieces_of(np.ascontiguousarray(marked))[1][1:]
    blobs = (sizes[:, cv2.CC_STAT_HEIGHT] >= 5) & (sizes[:, cv2.CC_STAT_AREA] >= 12)
    return blobs, np.maximum(sizes[:, cv2.CC_STAT_HEIGHT], sizes[:, cv2.CC_STAT_WIDTH]) >= _LARGE_PX


def _is_coloured(small: NDArray[np.uint8]) -> bool:
    """Whether anything (a seal, a photo, tinted paper) has colour; scanners' colour fringes do not count."""
    blue, green, red = cv2.split(cv2.blur(small, (3, 3)))
    chroma = cv2.subtract(cv2.max(cv2.max(blue, green), red), cv2.min(cv2.min(blue, green), red))
    return int(np.count_nonzero(chroma > _COLOUR)) > _COLOURED_SHARE * chroma.size
