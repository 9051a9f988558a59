"""One page read: put upright, its words, its marks, and what no word explains."""

from __future__ import annotations

import cv2
import numpy as np

from extractors.claimed_text import text_agrees
from extractors.intake import Image, RawPage
from extractors.intake.pixels import LONGEST_SIDE_PX, shrunk_size
from extractors.marks import find_marks
from extractors.ocr.engine import OcrEngine, line_reader
from extractors.ocr.ink import unread
from extractors.page_rounding import rounded
from extractors.quality import quality_of
from extractors.text_page import text_page
from extractors.thumbnail import thumbnail_of
from extractors.upright import make_upright
from models.page import Homography, Page, PageQuality


def read_page(raw: RawPage, engine: OcrEngine) -> Page:
    """The page's words from its text layer where it has a trustworthy one that the engine confirms, else by OCR."""
    quality = quality_of(raw.image)
    if raw.text_words is not None:
        upright = _turned(raw.image, raw.turn)
        if text_agrees(raw.text_words, upright, engine):
            return rounded(text_page(raw, raw.text_words, upright, engine, quality))
    if quality.blank:
        size = raw.stored_size
        return rounded(Page(raw.number, size, size, "ocr", dpi=raw.dpi, quality=quality))
    return rounded(_scanned_page(raw, engine, quality))


def _scanned_page(raw: RawPage, engine: OcrEngine, quality: PageQuality) -> Page:
    image = _manageable(raw.image)
    upright = make_upright(image, raw.turn, raw.mirrored, engine.read)
    words = upright.words if upright.words is not None else engine.read(upright.image)
    marks = find_marks(upright.image, read=line_reader(engine), words=words)
    return Page(
        raw.number,
        raw.stored_size,
        (upright.image.shape[1], upright.image.shape[0]),
        "ocr",
        words=tuple(words),
        cells=tuple(marks.cells),
        marks=tuple(marks.marks),
        unread=tuple(unread(upright.image, words)),
        to_stored=_enlarged(upright.to_stored, max(raw.stored_size) / max(image.shape[:2])),
        dpi=raw.dpi,
        quality=quality,
        thumbnail=thumbnail_of(upright.image),
    )


def _manageable(image: Image) -> Image:
    """The image, shrunk where its resolution is beyond what reading gains from: pages of PDFs may still be so large."""
    if max(image.shape[:2]) <= LONGEST_SIDE_PX:
        return image
    height, width = image.shape[:2]
    return np.asarray(cv2.resize(image, shrunk_size((width, height)), interpolation=cv2.INTER_AREA), np.uint8)


def _enlarged(h: Homography, by: float) -> Homography:
    """The mapping `h` with its results in a frame `by` times as large."""
    return h[0] * by, h[1] * by, h[2] * by, h[3] * by, h[4] * by, h[5] * by, h[6], h[7], h[8]


def _turned(image: Image, turn: int) -> Image:
    return np.ascontiguousarray(np.rot90(image, -turn)) if turn else image
