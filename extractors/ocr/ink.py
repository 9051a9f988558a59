"""Dark ink on a page that no word explains: text that the engine passed over, or that nobody could read."""

from __future__ import annotations

import weakref
from collections.abc import Sequence
from typing import Final, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.connected import pieces_of
from extractors.ocr.engine import Image
from extractors.ocr.ink_mask import LONG_SIDE, text_ink
from extractors.ocr.seal_ink import CleanPage
from models.geometry import Box
from models.page import Word

Flags = NDArray[np.bool_]

# Lengths in pixels of the page scaled to LONG_SIDE.
TALLEST: Final = 98
WIDEST: Final = 195
SHORTEST: Final = 7
JOIN: Final = 16
RULE_PIECE: Final = 24
EDGE: Final = 0.05
FEW_PIECES: Final = 20
MOST_KEPT: Final = 3


class _Blobs(NamedTuple):
    """Connected pieces of ink: one row each of x, y, width, height, area."""

    stats: NDArray[np.int32]

    def keep(self, flags: Flags) -> _Blobs:
        return _Blobs(self.stats[flags])


class _Seen(NamedTuple):
    """The pieces of text size on a page, in pixels `scale` times the page's, the frame being of `shape`."""

    page: weakref.ref[Image]
    blobs: _Blobs
    scale: float
    shape: tuple[int, int]


class _Latest:
    """The images looked at that are still there: an engine and then the page's own reading ask about one and the same.

    Between two questions about a page there may be some about parts of it.
    """

    def __init__(self) -> None:
        self._seen: list[_Seen] = []

    def of(self, image: Image, cleaned: CleanPage | None = None) -> _Seen:
        for seen in self._seen:
            if seen.page() is image:
                return seen
        found = _look(image, cleaned)
        # A new list, never a changed one: several threads may read pages in one process.
        self._seen = [*[seen for seen in self._seen if seen.page() is not None][-MOST_KEPT + 1 :], found]
        return found


_latest: Final = _Latest()


def unread(image: Image, words: Sequence[Word]) -> list[Box]:
    """Where ink of the size of text lies outside all `words`, in the image's pixels, top to bottom.

    Left out are rules and frames, photographs and solid areas, QR codes, seals, watermarks and single specks. The
    ink is kept for the next call about the same array, which must not be changed in between.
    """
    seen = _latest.of(image)
    scale, shape = seen.scale, seen.shape
    blobs = _outside(seen.blobs, words, scale, shape)
    if not len(blobs.stats):
        return []
    boxes = [box for box in _clusters(blobs, shape) if not _is_edge_ornament(box, shape)]
    return [Box(*(value / scale for value in box)) for box in sorted(boxes, key=lambda box: (box.y0, box.x0))]


def print_size(image: Image, cleaned: CleanPage | None = None) -> float:
    """How large the print on a page is, in its pixels: the longer side of pieces of ink, half of the ink in smaller ones.

    0.0 where there is hardly any. Kept for the next call about the same array, as for `unread`. `cleaned` is the page
    without its seal ink, where that is known.
    """
    seen = _latest.of(image, cleaned)
    stats = seen.blobs.stats
    if len(stats) < FEW_PIECES:
        return 0.0
    size = np.maximum(stats[:, 2], stats[:, 3])
    order = np.argsort(size)
    ink = np.cumsum(stats[order, 4], dtype=np.float64)
    return float(size[order][np.searchsorted(ink, ink[-1] / 2)] / seen.scale)


def _look(image: Image, cleaned: CleanPage | None = None) -> _Seen:
    scale = min(1.0, LONG_SIDE / max(image.shape[:2]))
    # Averaging over areas costs a multiple, and only where strokes could fall between the samples is it worth that.
    how = cv2.INTER_AREA if scale < 0.5 else cv2.INTER_LINEAR
    small = cv2.resize(image, None, fx=scale, fy=scale, interpolation=how) if scale < 1 else image
    ink = text_ink(np.asarray(small, dtype=np.uint8), None if scale < 1 else cleaned)
    _, stats = pieces_of(ink)
    return _Seen(weakref.ref(image), _of_text_size(_Blobs(stats[1:])), scale, (ink.shape[0], ink.shape[1]))


def _of_text_size(blobs: _Blobs) -> _Blobs:
    """Without specks and dashes, pieces of rules, and what is too large for a character."""
    _, _, width, height, area = blobs.stats.T
    large = (height > TALLEST) | (width > WIDEST)
    rule = ((height > 4 * width) & (height > RULE_PIECE)) | ((width > 7 * height) & (width > RULE_PIECE))
    # Where rules meet, what is left of them is an L or a T round much bare paper.
    rule |= (area < 0.16 * width * height) & (np.maximum(width, height) > 20)
    return blobs.keep(~large & ~rule & (np.maximum(width, height) >= SHORTEST) & (area >= 8))


def _outside(blobs: _Blobs, words: Sequence[Word], scale: float, shape: tuple[int, ...]) -> _Blobs:
    """The blobs whose centre lies in no word, words taken a little larger than their boxes."""
    read = np.zeros(shape, np.uint8)
    for word in words:
        margin = 0.3 * min(word.box.width, word.box.height)
        x0, y0, x1, y1 = (max(0, round(value * scale)) for value in word.box.grown(margin))
        read[y0 : y1 + 1, x0 : x1 + 1] = 1
    x, y, width, height, _ = blobs.stats.T
    return blobs.keep(read[y + height // 2, x + width // 2] == 0)


def _clusters(blobs: _Blobs, shape: tuple[int, ...]) -> list[Box]:
    """Blobs close to each other taken together, where they amount to a character or more and look like text."""
    canvas = np.zeros(shape, np.uint8)
    for x, y, width, height, _ in blobs.stats:
        canvas[y : y + height, x : x + width] = 1
    joined = cv2.dilate(canvas, np.ones((5, JOIN), np.uint8))
    labels, stats = pieces_of(np.asarray(joined, dtype=np.uint8))
    x, y, width, height, area = blobs.stats.T
    owner = labels[y + height // 2, x + width // 2]
    found = []
    for label in range(1, len(stats)):
        own = owner == label
        if not own.any():
            continue
        x0, y0 = int(x[own].min()), int(y[own].min())
        x1, y1 = int((x + width)[own].max()), int((y + height)[own].max())
        box = Box(x0, y0, x1, y1)
        if _is_text(box, int(area[own].sum())):
            found.append(box)
    return found


def _is_text(box: Box, ink: int) -> bool:
    """Large enough for a character, and inked like one."""
    if box.height < SHORTEST + 1 or max(box.width, box.height) < 12 or min(box.width, box.height) < 5:
        return False
    return 0.12 < ink / box.area < 0.8


def _is_edge_ornament(box: Box, shape: tuple[int, ...]) -> bool:
    """A long band along the edge of the page: a printed border, or the edge of the sheet itself."""
    height, width = shape[:2]
    lying = box.width > 8 * box.height and not EDGE * height < box.cy < (1 - EDGE) * height
    standing = box.height > 4 * box.width and not EDGE * width < box.cx < (1 - EDGE) * width
    at_rim = box.x0 <= 2 or box.y0 <= 2 or box.x1 >= width - 2 or box.y1 >= height - 2
    return lying or standing or at_rim
