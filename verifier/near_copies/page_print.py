"""What is kept of a page to tell copies of it: its lines of text with their places, and its small picture."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.text import simplified, squash
from extractors.thumbnail import thumbnail_image
from models.geometry import Box
from models.page import Page

Ink = NDArray[np.float32]
SURE_LINE = 0.9
_LEAST_TEXT = 3
_GRAM = 4
_KEPT_OF_GRAMS = 3
_HASH_SIDE = 8
_HASHED_PX = 32
_FAINT = 0.25
_WORDLESS = 30
_INKS_KEPT = 64
_TEXTS_KEPT = 1 << 16
_NO_CHARACTER = re.compile(r"[\W_]")


class Line(NamedTuple):
    """A run of text: letters, digits and Han only. `box` in upright pixels; `sure` says that it was read well."""

    text: str
    box: Box
    sure: bool


@dataclass(frozen=True, eq=False)
class PagePrint:
    """One page of the file `file`; `size` is the width and height of the upright page, in pixels, that `lines` count in."""

    file: str
    number: int
    size: tuple[int, int]
    lines: tuple[Line, ...]
    thumbnail: str

    @classmethod
    def of(cls, file: str, page: Page) -> PagePrint:
        lines = []
        for word in page.words:
            text = characters_of(word.text)
            if text:
                sure = word.confidence >= SURE_LINE and not word.doubtful and word.seal_cover == 0
                lines.append(Line(text, word.box, sure))
        return cls(file, page.number, page.upright_size, tuple(lines), page.thumbnail)

    @cached_property
    def boxes(self) -> NDArray[np.float64]:
        """The boxes of `lines`, a row a line."""
        return np.array([line.box for line in self.lines], np.float64).reshape(-1, 4)

    @cached_property
    def unlike_lines(self) -> dict[str, Line]:
        """The lines that stand on the page once and are long enough to know a place by, by their text."""
        count = Counter(line.text for line in self.lines)
        return {line.text: line for line in self.lines if count[line.text] == 1 and len(line.text) >= _LEAST_TEXT}

    @property
    def length(self) -> int:
        return sum(len(line.text) for line in self.lines)

    @property
    def is_wordless(self) -> bool:
        """Whether it is a picture or drawing, with hardly any text to know it by."""
        return self.length < _WORDLESS

    @cached_property
    def grams(self) -> frozenset[int]:
        """Every third, by its checksum, of the runs of four characters in its lines: enough to find pages that share text."""
        runs = {line.text[i : i + _GRAM] for line in self.lines for i in range(len(line.text) - _GRAM + 1)}
        sums = (zlib.crc32(run.encode()) for run in runs)
        return frozenset(s for s in sums if s % _KEPT_OF_GRAMS == 0)

    @property
    def ink(self) -> Ink | None:
        """The small picture as ink: 0 paper, 1 black."""
        return _ink_of(self.thumbnail)

    @cached_property
    def hashes(self) -> tuple[int, ...]:
        """Perceptual hashes (64 bits) of the inked part of the picture in its four turns; empty without a picture."""
        ink = self.ink
        if ink is None:
            return ()
        inked = _inked_part(ink)
        return tuple(_hash(np.ascontiguousarray(np.rot90(inked, turn))) for turn in range(4)) if inked.size else ()


@lru_cache(maxsize=_INKS_KEPT)
def _ink_of(thumbnail: str) -> Ink | None:
    """Kept for a few pages only: a batch has thousands, at more than half a megabyte each."""
    picture = thumbnail_image(thumbnail)
    return None if picture is None else np.asarray(1.0 - picture.astype(np.float32) / 255.0, np.float32)


@lru_cache(maxsize=_TEXTS_KEPT)
def characters_of(text: str) -> str:
    """`text` as lines keep it: what a form prints comes again on every page of it."""
    return _NO_CHARACTER.sub("", simplified(squash(text)))


def _inked_part(ink: Ink) -> Ink:
    """`ink` without its margins."""
    marked = ink > _FAINT
    rows, columns = (np.flatnonzero(marked.sum(axis=axis) >= 2) for axis in (1, 0))
    if not rows.size or not columns.size:
        return ink[:0, :0]
    return ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def _hash(ink: Ink) -> int:
    """The signs of the lowest frequencies against their median (pHash)."""
    small = cv2.resize(ink, (_HASHED_PX, _HASHED_PX), interpolation=cv2.INTER_AREA)
    low = cv2.dct(small)[:_HASH_SIDE, :_HASH_SIDE].ravel()
    bits = low > np.median(low[1:])
    return int("".join("1" if bit else "0" for bit in bits), 2)
