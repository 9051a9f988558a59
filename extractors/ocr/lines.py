"""From a text quadrilateral to a crop that runs left to right, and from its reading to a word on the page."""

from __future__ import annotations

from typing import Final, NamedTuple

import cv2
import numpy as np
from rapidocr.utils.process_img import get_rotate_crop_image

from extractors.ocr.detection import Quad
from extractors.ocr.engine import Image
from extractors.ocr.recognition import CERTAIN, HEIGHT, Line
from models.geometry import Box
from models.page import Unsure, Word

ACCEPTED: Final = 0.5
INCOMPLETE: Final = 0.4
TALL: Final = 1.5


class Crop(NamedTuple):
    """A text line cut from the page at full resolution; `vertical` when it was a tall one, turned to lie flat."""

    image: Image
    vertical: bool


def crop_of(image: Image, quad: Quad) -> Crop:
    """The line in `quad`, straightened. A tall one is turned a quarter to the left, so that its top comes first."""
    turned = get_rotate_crop_image(image, quad)
    width, height = _size(quad)
    return Crop(np.ascontiguousarray(turned), int(height) / max(1, int(width)) >= TALL)


def quad_of(box: Box, image: Image) -> Quad:
    """The corners of an upright box, kept inside the image."""
    height, width = image.shape[:2]
    x0, y0, x1, y1 = max(0.0, box.x0), max(0.0, box.y0), min(width - 1.0, box.x1), min(height - 1.0, box.y1)
    return np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]], np.float32)


def restacked(crop: Image, line: Line) -> Image:
    """The characters of a turned column set upright side by side: characters on their side are read less surely."""
    height, width = crop.shape[:2]
    tiles = []
    for index, centre in enumerate(line.centres):
        half = min(0.62 * height, 0.55 * width * (line.edges[index + 1] - line.edges[index]))
        start, end = max(0, round(centre * width - half)), min(width, round(centre * width + half))
        tile = np.rot90(crop[:, start : max(end, start + 2)], -1)
        tiles.append(cv2.resize(tile, (HEIGHT, HEIGHT), interpolation=cv2.INTER_LINEAR))
    return np.ascontiguousarray(np.concatenate(tiles, axis=1), dtype=np.uint8)


def word_of(line: Line, quad: Quad, vertical: bool, whole: bool = True) -> Word | None:
    """The reading as a word in page pixels, or None where nothing was read: its ink then counts as unread.

    A line that is not `whole`, because ink in it was passed over, is doubtful however sure the engine was of the rest.
    """
    text = line.text.strip()
    if not text:
        return None
    skipped = len(line.text) - len(line.text.lstrip())
    glyphs = line.glyphs[skipped : skipped + len(text)]
    edges = line.edges[skipped : skipped + len(text) + 1]
    start, end = (_middle(quad[0], quad[1])[1], _middle(quad[2], quad[3])[1]) if vertical else _ends(quad)
    return Word(
        text=text,
        box=Box(*(float(v) for v in (*quad.min(axis=0), *quad.max(axis=0)))),
        confidence=line.confidence if whole else min(line.confidence, INCOMPLETE),
        edges=tuple(float(start + (end - start) * edge) for edge in edges),
        vertical=vertical,
        doubtful=line.confidence < ACCEPTED or not whole,
        unsure=tuple(Unsure(at, g.score, g.others) for at, g in enumerate(glyphs) if g.score < CERTAIN),
    )


def in_reading_order(words: list[Word]) -> list[Word]:
    """Top to bottom, and left to right among words whose tops lie within half a line of each other."""
    ordered = sorted(words, key=lambda word: (word.box.y0, word.box.x0))
    for last in range(1, len(ordered)):
        for index in range(last, 0, -1):
            left, right = ordered[index - 1], ordered[index]
            near = abs(right.box.y0 - left.box.y0) < 0.5 * min(left.box.height, right.box.height)
            if not near or right.box.x0 >= left.box.x0:
                break
            ordered[index - 1], ordered[index] = right, left
    return ordered


def _ends(quad: Quad) -> tuple[float, float]:
    return _middle(quad[0], quad[3])[0], _middle(quad[1], quad[2])[0]


def _middle(a: Quad, b: Quad) -> tuple[float, float]:
    return float(a[0] + b[0]) / 2, float(a[1] + b[1]) / 2


def _size(quad: Quad) -> tuple[float, float]:
    width = max(np.linalg.norm(quad[0] - quad[1]), np.linalg.norm(quad[2] - quad[3]))
    height = max(np.linalg.norm(quad[0] - quad[3]), np.linalg.norm(quad[1] - quad[2]))
    return float(width), float(height)
