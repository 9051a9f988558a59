"""Is what a PDF's text layer claims what is printed? A few words are shown to the engine.

A text layer can be well-formed and still not be what a person sees: a font with a wrong character table, or a deceit.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import cv2
import numpy as np

from extractors.intake import Image
from extractors.ocr.engine import OcrEngine, line_reader
from models.page import Word

# The longest words tell most about fonts; the ones with digits are what checks rely on.
_LONGEST: Final = 4
_WITH_DIGITS: Final = 5
_CHARACTERS: Final = 8
_STRIP_WIDTH_PX: Final = 1100
_MARGIN_EM: Final = 0.25
_GAP_EM: Final = 1.5
_LEAST_EM_PX: Final = 6.0
_TALLEST_PX: Final = 44
"""What is larger is shrunk to this, margins included: the engine needs no more."""
# A line of half its width takes two thirds of the time, and clean print is read in it as well.
_WIDTHS: Final = (0.5, 1.0)
LEAST_AGREEMENT: Final = 0.6
LEAST_DIGITS: Final = 0.75


class _Cut(NamedTuple):
    """The beginning of a word: what it claims, and its picture."""

    claimed: str
    image: Image


def text_agrees(words: Sequence[Word], image: Image, engine: OcrEngine) -> bool:
    """Whether the engine reads on the upright page what the text layer claims for a few words all over it."""
    cuts = [cut for word in _asked(words) if (cut := _cut(word, image))]
    claimed = "".join(cut.claimed for cut in cuts)
    if not claimed:
        return False
    read = line_reader(engine)
    if read is None:
        return _fits(claimed, "".join(word.text for word in engine.read(_strip([cut.image for cut in cuts]))))
    # What agrees when pressed together agrees; only what does not is worth the time of its full width.
    return any(_fits(claimed, "".join(read(_pressed(cut.image, share)).text for cut in cuts)) for share in _WIDTHS)


def _fits(claimed: str, seen: str) -> bool:
    digits = "".join(filter(_is_digit, claimed))
    enough = _common(digits, seen) >= LEAST_DIGITS * len(digits)
    return enough and _common(claimed, seen) >= LEAST_AGREEMENT * len(claimed)


def _pressed(image: Image, share: float) -> Image:
    """The image at `share` of its width."""
    if share == 1:
        return image
    size = max(1, round(share * image.shape[1])), image.shape[0]
    return np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), np.uint8)


def _asked(words: Sequence[Word]) -> list[Word]:
    """Words to be looked at, spread over the page where there are many."""
    level = [word for word in words if not word.vertical and word.box.height >= _LEAST_EM_PX]
    longest = sorted(level, key=lambda word: -min(len(word.text), _CHARACTERS))[:_LONGEST]
    numbers = [word for word in level if any(map(_is_digit, word.text[:_CHARACTERS])) and word not in longest]
    step = max(1, len(numbers) // _WITH_DIGITS)
    return longest + numbers[::step][:_WITH_DIGITS]


def _cut(word: Word, image: Image) -> _Cut | None:
    text = word.text[:_CHARACTERS]
    right = word.edges[len(text)] if len(text) < len(word.edges) else word.box.x1
    margin = _MARGIN_EM * word.box.height
    y0, y1 = max(0, round(word.box.y0 - margin)), round(word.box.y1 + margin)
    x0, x1 = max(0, round(word.box.x0 - margin)), round(right + (margin if len(text) == len(word.text) else 0))
    part = image[y0:y1, x0:x1]
    if min(part.shape[:2], default=0) < _LEAST_EM_PX:
        return None
    if part.shape[0] > _TALLEST_PX:
        size = max(1, round(part.shape[1] * _TALLEST_PX / part.shape[0])), _TALLEST_PX
        part = np.asarray(cv2.resize(part, size, interpolation=cv2.INTER_AREA), np.uint8)
    return _Cut(text.replace(" ", ""), part)


def _strip(parts: Sequence[Image]) -> Image:
    """The parts in rows on white, far enough from each other to be lines of their own."""
    rows: list[list[Image]] = [[]]
    used = 0
    for part in sorted(parts, key=lambda part: part.shape[0]):
        gap = round(_GAP_EM * part.shape[0])
        if rows[-1] and used + part.shape[1] + gap > _STRIP_WIDTH_PX:
            rows.append([])
            used = 0
        rows[-1].append(part)
        used += part.shape[1] + gap
    heights = [max(part.shape[0] for part in row) for row in rows]
    width = max(_STRIP_WIDTH_PX, *(part.shape[1] for part in parts))
    strip = np.full((sum(heights) + heights[0] // 3 * (len(rows) + 1), width, 3), 255, np.uint8)
    y = heights[0] // 3
    for row, height in zip(rows, heights, strict=True):
        x = 0
        for part in row:
            strip[y : y + part.shape[0], x : x + part.shape[1]] = part
            x += part.shape[1] + round(_GAP_EM * part.shape[0])
        y += height + heights[0] // 3
    return strip


def _is_digit(char: str) -> bool:
    return char.isascii() and char.isdigit()


def _common(claimed: str, seen: str) -> int:
    """How many characters the two have in common, order apart."""
    return sum(min(claimed.count(c), seen.count(c)) for c in set(claimed))
