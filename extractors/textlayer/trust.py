"""Is the text of a PDF page what a person sees on it?

A text layer may be a bad OCR of a scan, hidden under the picture, in a font whose character table is wrong or missing,
or only a part of what is printed. In each of these cases the page is read by OCR instead.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.textlayer.glyphs import Glyph, Glyphs
from models.geometry import Box
from models.page import Word

Mask = NDArray[np.uint8]

MIN_CHARACTERS = 8
MAX_HIDDEN = 0.3
MAX_SLANTED = 0.5
MAX_GARBAGE = 0.02
MAX_ODD_LATIN = 0.1
MAX_RARE_HAN = 0.1
MAX_STACKED = 0.15
MAX_WITHOUT_INK = 0.1
MAX_UNEXPLAINED = 0.35
_CONTRAST = 40
_RULING_PX = 60


def is_readable(glyphs: Glyphs) -> bool:
    """Whether there is enough visible text and it consists of plausible characters."""
    seen = glyphs.visible
    total = len(seen) + glyphs.hidden + glyphs.slanted
    if len(seen) < MIN_CHARACTERS or glyphs.hidden > MAX_HIDDEN * total or glyphs.slanted > MAX_SLANTED * total:
        return False
    text = "".join(g.char for g in seen)
    garbage = sum(map(_is_garbage, text)) + 5 * text.count("(cid:")
    odd = sum("\u00a1" <= c <= "\u024f" and c not in "·×÷±°§«»" for c in text)
    han = [c for c in text if "\u3400" <= c <= "\u9fff"]
    rare = sum(not _is_usual(c) for c in han)
    return (
        garbage <= MAX_GARBAGE * len(text)
        and odd <= MAX_ODD_LATIN * len(text)
        and rare <= MAX_RARE_HAN * max(len(han), 10)
        and _stacked(seen) <= MAX_STACKED * len(seen)
    )


def _is_garbage(char: str) -> bool:
    code = ord(char)
    private = 0xE000 <= code <= 0xF8FF or code >= 0xF0000
    # Word processors draw ticks and boxes from symbol fonts, which lie in this part of the private area.
    return char == "\ufffd" or (private and not 0xF020 <= code <= 0xF0FF)


def _is_usual(char: str) -> bool:
    """Whether a Han character is in daily use: a wrong character table gives characters from all over Unicode."""
    for encoding in ("gb2312", "big5"):
        try:
            char.encode(encoding)
        except UnicodeEncodeError:
            continue
        return True
    return False


def _stacked(glyphs: Sequence[Glyph]) -> int:
    """How many characters stand on top of a different one."""
    places: dict[tuple[int, int], str] = {}
    stacked = 0
    for glyph in glyphs:
        step = max(glyph.size / 4, 1.0)
        place = (round(glyph.x0 / step), round(glyph.y0 / step))
        stacked += places.get(place, glyph.char) != glyph.char
        places[place] = glyph.char
    return stacked


def seen_words(words: Sequence[Word], grey: Mask, pictures: Sequence[Box]) -> tuple[Word, ...] | None:
    """`words` without those that leave no ink on the rendered page; None when the text and the ink do not fit together.

    `grey` is the rendered upright page. Much ink that is neither text, nor ruling, nor in one of the `pictures` means
    that characters were drawn as outlines.
    """
    edges = _edges(grey)
    kept = [word for word in words if _has_ink(word.box, edges)]
    letters = sum(len(word.text) for word in words)
    if letters - sum(len(word.text) for word in kept) > MAX_WITHOUT_INK * letters:
        return None
    explained = np.zeros(grey.shape, np.uint8)
    for box, margin in [*((w.box, 0.2 * min(w.box.height, w.box.width)) for w in kept), *((p, 3.0) for p in pictures)]:
        x0, y0, x1, y1 = (round(v) for v in box.grown(max(margin, 2.0)))
        explained[max(y0, 0) : max(y1, 0), max(x0, 0) : max(x1, 0)] = 1
    ink = cv2.subtract(edges, _rulings(edges))
    total = cv2.countNonZero(ink)
    left = cv2.countNonZero(cv2.subtract(ink, explained))
    return None if total and left > MAX_UNEXPLAINED * total else tuple(kept)


def _edges(grey: Mask) -> Mask:
    """1 where dark meets light: ink of either polarity, on any background."""
    steps = cv2.morphologyEx(grey, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8))
    return np.asarray(cv2.threshold(steps, _CONTRAST, 1, cv2.THRESH_BINARY)[1], np.uint8)


def _rulings(edges: Mask) -> Mask:
    """1 on straight lines and their surroundings, and inside solid areas."""
    level = cv2.morphologyEx(edges, cv2.MORPH_OPEN, np.ones((1, _RULING_PX), np.uint8))
    upright = cv2.morphologyEx(edges, cv2.MORPH_OPEN, np.ones((_RULING_PX, 1), np.uint8))
    return np.asarray(cv2.dilate(cv2.bitwise_or(level, upright), np.ones((5, 5), np.uint8)), np.uint8)


def _has_ink(box: Box, edges: Mask) -> bool:
    x0, y0, x1, y1 = (max(0, round(v)) for v in box)
    return int(edges[y0 : y1 + 1, x0 : x1 + 1].sum()) >= 3
