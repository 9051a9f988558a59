"""The text layer of one page, or None where the page must be read by OCR."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.textlayer.glyphs import glyphs_of, turned_box
from extractors.textlayer.runs import words_of
from extractors.textlayer.tables import RuledTables
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
    tables: RuledTables,
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
    cells = _cells(page, tables, glyphs.turn, size)
    grey = np.asarray(cv2.cvtColor(upright, cv2.COLOR_BGR2GRAY), np.uint8)
    words = seen_words(words_of(glyphs.visible, cells), grey, pasted)
    return None if words is None else TextLayer(words, cells, pasted, glyphs.turn)


def _clipped(box: Box, frame: Box) -> Box | None:
    return box.intersection(frame)


def _cells(page: Any, tables: RuledTables, turn: int, size: tuple[int, int]) -> tuple[Box, ...]:
    """The ruled cells in upright pixels; pdfplumber gives them in points of the displayed page."""
    found, width, height = tables.cells(page.number + 1, len(page.get_cdrawings()))
    if not found:
        return ()
    across, down = size[0] / width, size[1] / height
    shown = [Box(c.x0 * across, c.y0 * down, c.x1 * across, c.y1 * down) for c in found]
    w, h = size
    if turn == 1:
        shown = [Box(h - c.y1, c.x0, h - c.y0, c.x1) for c in shown]
    elif turn == 2:
        shown = [Box(w - c.x1, h - c.y1, w - c.x0, h - c.y0) for c in shown]
    elif turn == 3:
        shown = [Box(c.y0, w - c.x1, c.y1, w - c.x0) for c in shown]
    return tuple(shown)
