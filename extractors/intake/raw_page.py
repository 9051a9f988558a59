"""A page as it lies in the file, before anything is read."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.errors import InputError
from models.geometry import Box
from models.page import Word

Image = NDArray[np.uint8]


@dataclass(frozen=True, eq=False, slots=True)
class RawPage:
    """One page's pixels (H x W x 3, BGR, stored frame) and what the file itself says of it.

    `image` is smaller than what is stored where that is larger than reading gains from; `stored_size` is (width, height).
    `turn` quarter turns clockwise, then (if `mirrored`) a left-right flip, show the page upright: from EXIF, or from
    the direction of a PDF's own text. `text_words` is None without a trustworthy text layer; these words, `cells` (the
    ruled cells of the PDF) and `pictures` (images pasted into a page of text, which may hold text of their own) are in
    the pixels of the page *after* the turn. `dpi` is None where the file does not say. `damage` says what part of the
    page is lost. `alone`: the file has no other page.
    """

    number: int
    image: Image
    dpi: float | None = None
    turn: int = 0
    mirrored: bool = False
    text_words: tuple[Word, ...] | None = None
    cells: tuple[Box, ...] = ()
    pictures: tuple[Box, ...] = ()
    damage: InputError | None = None
    stored: tuple[int, int] | None = None
    alone: bool = False

    @property
    def stored_size(self) -> tuple[int, int]:
        return self.stored or (self.image.shape[1], self.image.shape[0])


@dataclass(frozen=True, slots=True)
class BadPage:
    """A page that could not be had; the others of its file can."""

    number: int
    error: InputError
