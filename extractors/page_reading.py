"""One page read: put upright, its words, its marks, and what no word explains."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np

from extractors.intake import Image, RawPage
from extractors.marks import find_marks
from extractors.marks.slots import find_slots
from extractors.ocr.engine import OcrEngine
from extractors.ocr.ink import unread
from extractors.page_rounding import rounded
from extractors.quality import LEAST_SIDE_PX, quality_of
from extractors.thumbnail import thumbnail_of
from extractors.upright import make_upright
from models.geometry import Box
from models.page import IDENTITY, Homography, Page, PageQuality, Word

_CHECKED_SHARE_OF_PAGE = 0.2
# A4 at 350 and at 300 dpi: photos of 48 megapixels cost four times the work for no better reading.
_LONGEST_SIDE_PX = 4100
_SHRUNK_SIDE_PX = 3508
_LEAST_AGREEMENT = 0.6
_BACKGROUND_SHARE_OF_PAGE = 0.08
_WORDS_ON_BACKGROUND = 3


def read_page(raw: RawPage, engine: OcrEngine) -> Page:
    """The page's words from its text layer where it has a trustworthy one that the engine confirms, else by OCR."""
    quality = quality_of(raw.image)
    height, width = raw.image.shape[:2]
    if raw.text_words is not None:
        upright = _turned(raw.image, raw.turn)
        if text_agrees(raw.text_words, upright, engine):
            return rounded(_text_page(raw, raw.text_words, upright, engine, quality))
    if quality.blank:
        size = (width, height)
        return rounded(Page(raw.number, size, size, "ocr", dpi=raw.dpi, quality=quality))
    return rounded(_scanned_page(raw, engine, quality))


def _scanned_page(raw: RawPage, engine: OcrEngine, quality: PageQuality) -> Page:
    height, width = raw.image.shape[:2]
    image, shrunk = _manageable(raw.image)
    upright = make_upright(image, raw.turn, raw.mirrored, engine.read)
    words = upright.words if upright.words is not None else engine.read(upright.image)
    marks = find_marks(upright.image)
    return Page(
        raw.number,
        (width, height),
        (upright.image.shape[1], upright.image.shape[0]),
        "ocr",
        words=tuple(words),
        cells=tuple(marks.cells),
        marks=tuple(marks.marks),
        unread=tuple(unread(upright.image, words)),
        to_stored=_enlarged(upright.to_stored, 1 / shrunk),
        dpi=raw.dpi,
        quality=quality,
        thumbnail=thumbnail_of(upright.image),
    )


def _manageable(image: Image) -> tuple[Image, float]:
    """The image, shrunk where its resolution is beyond what reading gains from, and the factor."""
    long_side = max(image.shape[:2])
    if long_side <= _LONGEST_SIDE_PX:
        return image, 1.0
    factor = _SHRUNK_SIDE_PX / long_side
    smaller = cv2.resize(image, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    return np.asarray(smaller, np.uint8), factor


def _enlarged(h: Homography, by: float) -> Homography:
    """The mapping `h` with its results in a frame `by` times as large."""
    return h[0] * by, h[1] * by, h[2] * by, h[3] * by, h[4] * by, h[5] * by, h[6], h[7], h[8]


def _text_page(raw: RawPage, text: tuple[Word, ...], upright: Image, engine: OcrEngine, quality: PageQuality) -> Page:
    """A page of text, with what OCR reads in the pictures pasted into it and in ink that the text does not explain."""
    height, width = raw.image.shape[:2]
    words = list(text)
    under = [box for box in raw.pictures if _lies_under(box, text, upright)]
    for box in [*(box for box in raw.pictures if box not in under), *unread(upright, words)]:
        words += _read_anew(upright, box, engine, words)
    left = unread(upright, words)
    for box in under:
        if any(box.intersection(other) for other in left):
            words += _read_anew(upright, box, engine, words)
    marks = find_marks(upright)
    return Page(
        raw.number,
        (width, height),
        (upright.shape[1], upright.shape[0]),
        "text_layer",
        words=tuple(words),
        cells=raw.cells or tuple(marks.cells),
        marks=(*marks.marks, *find_slots(upright, words, marks.marks)),
        unread=tuple(unread(upright, words)),
        to_stored=_back(raw.turn, width, height),
        dpi=raw.dpi,
        quality=quality,
        thumbnail=thumbnail_of(upright),
    )


def _lies_under(picture: Box, text: tuple[Word, ...], page: Image) -> bool:
    """Whether a large picture has the page's own text printed over it, as a watermark or a background has.

    Read as a whole it gives that text once more, so that is done only where it has ink that could not be read otherwise.
    """
    if picture.area < _BACKGROUND_SHARE_OF_PAGE * page.shape[0] * page.shape[1]:
        return False
    on_it = sum(picture.x0 < w.box.cx < picture.x1 and picture.y0 < w.box.cy < picture.y1 for w in text)
    return on_it >= _WORDS_ON_BACKGROUND


def text_agrees(words: tuple[Word, ...], image: Image, engine: OcrEngine) -> bool:
    """Whether the engine, shown the band of the page with most text, sees the characters that the text layer claims.

    A text layer can be well-formed and still not what is printed: a font with a wrong character table, or a deceit.
    """
    band = _fullest_band(words, image.shape[0])
    part = image[round(band.y0) : round(band.y1)]
    inside = [w for w in words if band.y0 <= w.box.y0 and w.box.y1 <= band.y1]
    claimed = "".join(w.text for w in inside).replace(" ", "")
    if not claimed or min(part.shape[:2]) < LEAST_SIDE_PX:
        return False
    seen = "".join(w.text for w in engine.read(np.ascontiguousarray(part)))
    return _common(claimed, seen) >= _LEAST_AGREEMENT * len(claimed)


def _fullest_band(words: tuple[Word, ...], height: int) -> Box:
    deep = max(_CHECKED_SHARE_OF_PAGE * height, max((w.box.height for w in words), default=0.0) * 2)

    def held(top: float) -> int:
        return sum(len(w.text) for w in words if top <= w.box.y0 and w.box.y1 <= top + deep)

    tops = [max(0.0, w.box.y0 - 6) for w in words] or [0.0]
    top = max(sorted(set(tops))[:400], key=held)
    return Box(0, top, 0, min(float(height), top + deep + 6))


def _common(claimed: str, seen: str) -> int:
    """How many characters the two have in common, order apart."""
    return sum(min(claimed.count(c), seen.count(c)) for c in set(claimed))


def _read_anew(image: Image, box: Box, engine: OcrEngine, words: list[Word]) -> list[Word]:
    """What is read in `box` and not among `words` yet."""
    return [word for word in _read_part(image, box, engine) if not _is_known(word, words)]


def _read_part(image: Image, box: Box, engine: OcrEngine) -> list[Word]:
    margin = 8
    x0, y0 = max(0, int(box.x0) - margin), max(0, int(box.y0) - margin)
    part = image[y0 : int(box.y1) + margin, x0 : int(box.x1) + margin]
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


def _turned(image: Image, turn: int) -> Image:
    return np.ascontiguousarray(np.rot90(image, -turn)) if turn else image


def _back(turn: int, width: int, height: int) -> Homography:
    """From pixels of the page turned clockwise `turn` times to those of the stored page (width x height)."""
    return {
        0: IDENTITY,
        1: (0.0, 1.0, 0.0, -1.0, 0.0, float(height), 0.0, 0.0, 1.0),
        2: (-1.0, 0.0, float(width), 0.0, -1.0, float(height), 0.0, 0.0, 1.0),
        3: (0.0, -1.0, float(width), 1.0, 0.0, 0.0, 0.0, 0.0, 1.0),
    }[turn]
