"""The text layer of one page, or None where the page must be read by OCR."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.textlayer.glyphs import glyphs_of, turned_box
from extractors.textlayer.runs import words_of
from extractors.textlayer.tables import ruled_cells
from extractors.textlayer.trust import is_readable, seen_words
from models.geometry import Box
from models.page import Word

_MIN_PICTURE_PX = 24


@dataclass(frozen=True, slots=True)
class TextLayer:
    """What a page says of itself, in pixels of the rendered page after `turn` quarter turns clockwise."""

    words: tuple[Word, ...]
    cells: tuple[Box, ...]
    pictures: tuple[Box, ...]
    turn: int


def text_layer(
    page: Any,
    image: NDArray[np.uint8],
    to_pixels: Any,
    pictures: list[tuple[float, float, float, float]],
) -> TextLayer | None:
    """The trustworthy text of a PyMuPDF page rendered as `image` (BGR), or None.

    `to_pixels` maps the page's unrotated points to the image's pixels; `pictures` are its images, in those points.
    """
    size = (image.shape[1], image.shape[0])
    glyphs = glyphs_of(page, to_pixels, size)
    if not is_readable(glyphs):
        return None
    upright = np.ascontiguousarray(np.rot90(image, -glyphs.turn)) if glyphs.turn else image
    height, width = upright.shape[:2]
    frame = Box(0, 0, width, height)
    boxes = [_clipped(Box(*turned_box(box, to_pixels, glyphs.turn, size)), frame) for box in pictures]
    pasted = tuple(b for b in boxes if b and min(b.width, b.height) >= _MIN_PICTURE_PX)
    ruled = ruled_cells(page.get_cdrawings())
    cells = tuple(Box(*turned_box(cell, to_pixels, glyphs.turn, size)) for cell in ruled)
    grey = np.asarray(cv2.cvtColor(upright, cv2.COLOR_BGR2GRAY), np.uint8)
    words = seen_words(words_of(glyphs.visible, cells), grey, pasted)
    return None if words is None else TextLayer(words, cells, pasted, glyphs.turn)


def _clipped(box: Box, frame: Box) -> Box | None:
    return box.intersection(frame)
