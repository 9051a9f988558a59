"""All marks of a page in one go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.marks.cells import find_cells
from extractors.marks.checkboxes import find_checkboxes
from extractors.marks.ink import Ink, ink_of
from extractors.marks.photo import find_photos
from extractors.marks.qr import find_qr_codes
from extractors.marks.rings import find_rings
from extractors.marks.seal_text import ReadLine, seal_text
from extractors.marks.seals import WORK_SIDE as SEAL_SIDE
from extractors.marks.seals import Stamp, find_stamps
from extractors.text import squash
from models.geometry import Box
from models.page import Mark, Word

LEAST_SIDE = 40
"""Least short side in pixels of a page at the scale at which seals are looked for."""
MOST_READ = 8
"""Most seals of a page that are read."""
MOST_RING_TALL = 3.2
"""Height by that of characters up to which a ring drawn in red is one round an option and no seal, which is far larger."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands on an upright page besides text, in its pixels."""

    marks: list[Mark]
    cells: list[Box]


def find_marks(
    image: NDArray[np.uint8], cells: Sequence[Box] = (), read: ReadLine | None = None, words: Sequence[Word] = ()
) -> Marks:
    """Seals, codes, portraits, check boxes, rings and ruled cells (where `cells` are not known) of an upright BGR page.

    `read` reads a line of text: with it seals have their `text` where it is legible. `words` are those of the page.
    """
    if min(image.shape[:2]) * min(1.0, SEAL_SIDE / max(image.shape[:2])) < LEAST_SIDE:
        return Marks([], list(cells))  # a strip: nothing fits on it, and OpenCV fails on images a few pixels thin
    factor = min(1.0, SEAL_SIDE / max(image.shape[:2]))
    size = max(1, round(image.shape[1] * factor)), max(1, round(image.shape[0] * factor))
    # Seals and pictures are large: one reduced page serves both. Plain sampling loses names of seals.
    small = np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), dtype=np.uint8) if factor < 1 else image
    x, y = image.shape[1] / size[0], image.shape[0] / size[1]
    large = _seals(image, [stamp.scaled(x, y) for stamp in find_stamps(small)], read, words)
    large += [replace(m, box=Box(m.box.x0 * x, m.box.y0 * y, m.box.x1 * x, m.box.y1 * y)) for m in find_photos(small)]
    large += find_qr_codes(image)
    ink = ink_of(image)
    rings = find_rings(ink)
    large = [mark for mark in large if not _is_circled_option(mark, rings, ink)]
    drawn = [*find_checkboxes(ink), *rings]
    free = [mark for mark in drawn if all(mark.box.covered_by(other.box) < 0.5 for other in large)]
    return Marks([*large, *free], list(cells) or find_cells(image))


def _seals(image: NDArray[np.uint8], stamps: list[Stamp], read: ReadLine | None, words: Sequence[Word]) -> list[Mark]:
    """`stamps` as marks, the first MOST_READ of them read; what is no seal by its shape alone is one by its text."""
    if read is None:
        return [stamp.mark() for stamp in stamps if stamp.sure]
    printed = "\n".join(squash(word.text) for word in words) if stamps else ""
    texts = [seal_text(image, stamp, read, printed) for stamp in stamps[:MOST_READ]]
    texts += [None] * (len(stamps) - len(texts))
    read_ones = [stamp for stamp, text in zip(stamps, texts, strict=True) if text]
    return [
        stamp.mark(text)
        for stamp, text in zip(stamps, texts, strict=True)
        # Letters of a seal's text make frames too.
        if text or (stamp.sure and not any(stamp.box.covered_by(other.box) > 0.6 for other in read_ones))
    ]


def _is_circled_option(mark: Mark, rings: list[Mark], ink: Ink) -> bool:
    """Whether what looks like a seal is one of the small rings: a red pen's ring must not pass for a company's seal."""
    most = MOST_RING_TALL * ink.em / ink.scale
    return mark.kind == "seal" and any(
        ring.box.height <= most and mark.box.covered_by(ring.box) >= 0.5 and ring.box.covered_by(mark.box) >= 0.5
        for ring in rings
    )
