"""A page after reading: words with boxes, ruled cells, marks, and what could not be read.

Three coordinate systems meet here. *Stored* pixels are those of the page as it lies in the file (a PDF page: rendered at
`Page.dpi`), *upright* pixels those of the page after EXIF orientation, quarter turns, deskewing and rectification, where all
reading happens. Words, cells and marks are in upright pixels; `Page.to_stored` leads back.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from models.geometry import Box, union

PageSource = Literal["text_layer", "ocr"]
MarkKind = Literal["seal", "signature", "photo", "qr_code", "checkbox", "ring", "watermark"]
Homography = tuple[float, float, float, float, float, float, float, float, float]
IDENTITY: Homography = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)


class Unsure(NamedTuple):
    """A character of a word that the engine was not sure of: its index, its score 0-1, and what else it may be, likeliest first."""

    at: int
    score: float
    others: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """A run of text on one line as the engine or the text layer gives it (hOCR: ocrx_word, often a whole ocr_line).

    `edges` are the x positions (y positions when `vertical`) between characters: len(text) + 1 of them, or empty where
    unknown. `doubtful` marks a reading under the engine's acceptance score that is kept, not dropped. `seal_cover` is the
    share of the box, 0-1, that lies under seal ink. `unsure` names the characters that the engine was not sure of; it is
    empty too where an engine gives no scores by character.
    """

    text: str
    box: Box
    confidence: float
    edges: tuple[float, ...] = ()
    vertical: bool = False
    doubtful: bool = False
    seal_cover: float = 0.0
    unsure: tuple[Unsure, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """Something on the page that is not text: `checked` only for checkboxes and rings, `text` where legible or decoded."""

    kind: MarkKind
    box: Box
    confidence: float
    text: str | None = None
    checked: bool | None = None


@dataclass(frozen=True, slots=True)
class PageQuality:
    """What the image allows to be seen. `sharpness` is the variance of the Laplacian at 1000 px width, `ink` the dark share."""

    coloured: bool = True
    blank: bool = False
    sharpness: float = 0.0
    ink: float = 0.0


@dataclass(frozen=True, slots=True)
class Page:
    """One page, read. `number` counts from 1 in its file; `unread` are boxes of ink that no word explains.

    `thumbnail` is a small picture of the upright page, encoded; "" where none was made.
    """

    number: int
    stored_size: tuple[int, int]
    upright_size: tuple[int, int]
    source: PageSource
    words: tuple[Word, ...] = ()
    cells: tuple[Box, ...] = ()
    marks: tuple[Mark, ...] = ()
    unread: tuple[Box, ...] = ()
    to_stored: Homography = IDENTITY
    dpi: float | None = None
    quality: PageQuality = field(default_factory=PageQuality)
    thumbnail: str = ""

    def stored_point(self, x: float, y: float) -> tuple[float, float]:
        """The point (x, y), given in upright pixels, in stored pixels; it may lie off the stored page."""
        h = self.to_stored
        w = h[6] * x + h[7] * y + h[8]
        return (h[0] * x + h[1] * y + h[2]) / w, (h[3] * x + h[4] * y + h[5]) / w

    def stored_box(self, box: Box) -> Box:
        """`box`, given in upright pixels, as the bounding box in stored pixels, clipped to the stored page."""
        corners = ((box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1))
        points = [self.stored_point(x, y) for x, y in corners]
        hull = union(Box(x, y, x, y) for x, y in points)
        width, height = self.stored_size
        x0, y0 = min(max(hull.x0, 0.0), width), min(max(hull.y0, 0.0), height)
        return Box(x0, y0, max(x0, min(hull.x1, width)), max(y0, min(hull.y1, height)))
