"""A page of a PDF's own text: its words, what stands only in pictures pasted into it, and its marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from extractors.intake import Image, RawPage
from extractors.marks import find_marks
from extractors.marks.slots import find_slots
from extractors.ocr.engine import OcrEngine, line_reader
from extractors.ocr.ink import unread
from extractors.quality import LEAST_SIDE_PX
from extractors.thumbnail import thumbnail_of
from models.geometry import Box
from models.page import IDENTITY, Homography, Page, PageQuality, Word

_LARGE_SHARE_OF_PAGE: Final = 0.15
_WORDS_ON_BACKGROUND: Final = 3
_MARGIN_PX: Final = 8
_NO_TEXT: Final = ("photo", "qr_code")


def text_page(raw: RawPage, text: Sequence[Word], upright: Image, engine: OcrEngine, quality: PageQuality) -> Page:
    """The page, with what OCR reads in the pictures pasted into it and in ink that the text does not explain."""
    height, width = raw.image.shape[:2]
    words = list(text)
    marks = find_marks(upright, raw.cells, line_reader(engine), words)
    left = unread(upright, words)
    shown = [mark.box for mark in marks.marks if mark.kind in _NO_TEXT]
    for box in _to_be_read(raw.pictures, [box for box in left if not _lies_in(box, shown)], text, upright):
        words += _read_anew(upright, box, engine, words)
    return Page(
        raw.number,
        (width, height),
        (upright.shape[1], upright.shape[0]),
        "text_layer",
        words=tuple(words),
        cells=tuple(marks.cells),
        marks=(*marks.marks, *find_slots(upright, words, marks.marks)),
        unread=tuple(left if len(words) == len(text) else unread(upright, words)),
        to_stored=_back(raw.turn, width, height),
        dpi=raw.dpi,
        quality=quality,
        thumbnail=thumbnail_of(upright),
    )


def _to_be_read(pictures: Sequence[Box], left: Sequence[Box], text: Sequence[Word], page: Image) -> list[Box]:
    """Pictures that may hold text of their own, then ink outside them that is left unread.

    A large picture may be a pasted scan, in whatever colours. A small one (a seal, a code, a portrait) and one that has
    the page's own text printed over it (a watermark, a background) count only where ink on them is left unread.
    """
    area = page.shape[0] * page.shape[1]

    def counts(picture: Box) -> bool:
        if picture.area >= _LARGE_SHARE_OF_PAGE * area and not _lies_under(picture, text):
            return True
        return any(picture.intersection(box) for box in left)

    wanted = [picture for picture in pictures if counts(picture)]
    return wanted + [box for box in left if not any(box.intersection(picture) for picture in wanted)]


def _lies_under(picture: Box, text: Iterable[Word]) -> bool:
    return sum(picture.contains(word.box.cx, word.box.cy) for word in text) >= _WORDS_ON_BACKGROUND


def _lies_in(box: Box, others: Iterable[Box]) -> bool:
    return any(box.covered_by(other) > 0.5 for other in others)


def _read_anew(image: Image, box: Box, engine: OcrEngine, words: list[Word]) -> list[Word]:
    """What is read in `box` and not among `words` yet."""
    return [word for word in _read_part(image, box, engine) if not _is_known(word, words)]


def _read_part(image: Image, box: Box, engine: OcrEngine) -> list[Word]:
    x0, y0 = max(0, int(box.x0) - _MARGIN_PX), max(0, int(box.y0) - _MARGIN_PX)
    part = image[y0 : int(box.y1) + _MARGIN_PX, x0 : int(box.x1) + _MARGIN_PX]
    if min(part.shape[:2]) < LEAST_SIDE_PX:
        return []
    return [_shifted(word, x0, y0) for word in engine.read(np.ascontiguousarray(part))]


def _shifted(word: Word, x: int, y: int) -> Word:
    box = Box(word.box.x0 + x, word.box.y0 + y, word.box.x1 + x, word.box.y1 + y)
    along = y if word.vertical else x
    return replace(word, box=box, edges=tuple(edge + along for edge in word.edges))


def _is_known(word: Word, words: list[Word]) -> bool:
    """Whether the words there already account for this one."""
    covered = sum((word.box.intersection(other.box) or Box(0, 0, 0, 0)).area for other in words)
    return covered > 0.4 * max(word.box.area, 1.0)


def _back(turn: int, width: int, height: int) -> Homography:
    """From pixels of the page turned clockwise `turn` times to those of the stored page (width x height)."""
    return {
        0: IDENTITY,
        1: (0.0, 1.0, 0.0, -1.0, 0.0, float(height), 0.0, 0.0, 1.0),
        2: (-1.0, 0.0, float(width), 0.0, -1.0, float(height), 0.0, 0.0, 1.0),
        3: (0.0, -1.0, float(width), 1.0, 0.0, 0.0, 0.0, 0.0, 1.0),
    }[turn]
