"""The default engine: PP-OCRv6 small on ONNX Runtime, seal ink taken away before reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

import cv2
import numpy as np

from extractors.ocr import identity, ink, networks, seal_ink
from extractors.ocr.detection import LONG_SIDE, Detector, Quad
from extractors.ocr.engine import Image
from extractors.ocr.gaps import find_gaps
from extractors.ocr.lines import ACCEPTED, crop_of, in_reading_order, quad_of, restacked, word_of
from extractors.ocr.memory import keep_freed_memory
from extractors.ocr.recognition import Line, Recogniser
from extractors.ocr.reread import fill_gaps
from extractors.ocr.seal_ink import CleanPage
from extractors.ocr.second_reading import read_twice
from models.geometry import Box
from models.page import Word

# Scales of a second look at unread ink, relative to the first, each with the radius of a blur: sharp text in one Kai
# font was passed over line by line and read whole when slightly blurred or at another size.
SECOND_LOOKS: Final = ((1.5, 0.0), (0.7, 1.0))
MOST_REGIONS: Final = 8
LARGEST_REGION: Final = 0.35
# Print of this many pixels (`ink.print_size`) is found as surely as larger print, at a fraction of the time.
ENOUGH: Final = 15.0
LEAST_SCALE: Final = 0.75
SURE: Final = 0.9
CERTAIN: Final = 0.995
MOST_POOR: Final = 0.3
# A tall box up to this height to width may be one upright character (a digit in a table) as well as a column of two.
SINGLE_CHARACTER: Final = 2.6


class _Piece(NamedTuple):
    quad: Quad
    crop: Image
    vertical: bool


class OnnxEngine:
    """Reads pages with the weights of the `rapidocr` wheel, on `threads` threads (OpenCV's own threads included)."""

    name: Final = identity.NAME
    version: Final = identity.VERSION

    def __init__(self, threads: int = 1) -> None:
        cv2.setNumThreads(threads)
        keep_freed_memory()
        self._detector = Detector(networks.detection(threads))
        self._recogniser = Recogniser(networks.recognition(threads))

    def read(self, image: Image) -> list[Word]:
        page = seal_ink.remove_seal_ink(image)
        words, legible = self._words(page, self._detector.find(page.image, _long_side(image, page)))
        if legible:
            words += self._second_look(image, page, words)
        return in_reading_order(words)

    def read_line(self, crop: Image) -> Line:
        return self._recogniser.read(crop)

    def _words(self, page: CleanPage, quads: Sequence[Quad]) -> tuple[list[Word], bool]:
        """What stands in `quads`, and whether most of it could be read; if not (a page on its side), no second tries."""
        pieces = [_Piece(quad, *crop_of(page.image, quad)) for quad in quads]
        lines = [self._recogniser.read(piece.crop) for piece in pieces]
        incomplete = [bool(find_gaps(piece.crop, line)) for piece, line in zip(pieces, lines, strict=True)]
        poor = sum(bad or line.confidence < ACCEPTED for bad, line in zip(incomplete, lines, strict=True))
        legible = poor <= max(3, MOST_POOR * len(lines))
        words = []
        for piece, line, bad in zip(pieces, lines, incomplete, strict=True):
            word = self._word(piece, line, bad, legible)
            if word:
                words.append(replace(word, seal_cover=seal_ink.seal_cover(page, word.box)))
        return words, legible

    def _word(self, piece: _Piece, line: Line, incomplete: bool, legible: bool) -> Word | None:
        vertical = piece.vertical
        if vertical and legible:
            line, vertical = self._column(piece.crop, line)
            incomplete = bool(find_gaps(piece.crop, line)) if vertical else False
        if incomplete and legible:
            line, gaps = fill_gaps(self._recogniser, piece.crop, line)
            incomplete = bool(gaps)
        if legible and not vertical:
            line = read_twice(self._recogniser, piece.crop, line)
        return word_of(line, piece.quad, vertical, whole=not incomplete)

    def _column(self, crop: Image, line: Line) -> tuple[Line, bool]:
        """A turned tall crop read in other ways too, the surest kept, and whether it is a column after all."""
        if crop.shape[1] < SINGLE_CHARACTER * crop.shape[0]:
            single = self._recogniser.read(np.ascontiguousarray(np.rot90(crop, -1)))
            if single.confidence > line.confidence:
                return single, False
        if len(line.text) > 1 and line.confidence < CERTAIN:
            again = self._recogniser.read(restacked(crop, line))
            if len(again.text) == len(line.text) and again.confidence > line.confidence:
                placed = zip(again.glyphs, line.centres, strict=True)
                return Line(tuple(glyph._replace(centre=centre) for glyph, centre in placed)), True
        return line, True

    def _second_look(self, image: Image, page: CleanPage, words: Sequence[Word]) -> list[Word]:
        """What is read where the first look left ink unread."""
        found: list[Word] = []
        for region in ink.unread(image, words)[:MOST_REGIONS]:
            if region.area > LARGEST_REGION * page.image.shape[0] * page.image.shape[1]:
                continue
            for scale, blur in SECOND_LOOKS:
                new, _ = self._words(page, self._find_in(page.image, region, scale, blur))
                new = [word for word in new if not word.doubtful and _is_new(word, [*words, *found])]
                found += new
                if new:
                    break
            else:
                quad = quad_of(region.grown(0.15 * min(region.width, region.height)), page.image)
                whole, _ = self._words(page, [quad])
                found += [word for word in whole if word.confidence >= SURE and _is_new(word, [*words, *found])]
        return found

    def _find_in(self, image: Image, region: Box, scale: float, blur: float) -> list[Quad]:
        """The text quadrilaterals of a region, looked for at `scale` times the page's usual size."""
        x0, y0, x1, y1 = (int(value) for value in region.grown(0.8 * min(region.width, region.height) + 8))
        x0, y0 = max(0, x0), max(0, y0)
        part = image[y0:y1, x0:x1]
        usual = min(2.0, LONG_SIDE / max(image.shape[:2]))
        if blur:
            part = np.asarray(cv2.GaussianBlur(part, (0, 0), blur), dtype=np.uint8)
        quads = self._detector.find(part, max(part.shape[:2]) * usual * scale)
        return [quad + np.array([x0, y0], np.float32) for quad in quads]


def _long_side(image: Image, page: CleanPage) -> float:
    """The size at which to look for text: the usual one, less where all print is large."""
    printed = ink.print_size(image, page) * LONG_SIDE / max(image.shape[:2])
    return LONG_SIDE * max(LEAST_SCALE, min(1.0, ENOUGH / printed)) if printed else LONG_SIDE


def _is_new(word: Word, words: Sequence[Word]) -> bool:
    return not any(word.box.covered_by(old.box) > 0.4 or old.box.covered_by(word.box) > 0.4 for old in words)
