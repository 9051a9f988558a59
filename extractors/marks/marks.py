"""All marks of a page in one go."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from extractors.marks.cells import find_cells
from extractors.marks.checkboxes import find_checkboxes
from extractors.marks.ink import ink_of
from extractors.marks.photo import find_photos
from extractors.marks.qr import find_qr_codes
from extractors.marks.rings import find_rings
from extractors.marks.seals import find_seals
from models.geometry import Box
from models.page import Mark


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands on an upright page besides text, in its pixels."""

    marks: list[Mark]
    cells: list[Box]


def find_marks(image: NDArray[np.uint8]) -> Marks:
    """Seals, codes, portraits, check boxes, rings and ruled cells of an upright BGR page."""
    large = [*find_seals(image), *find_qr_codes(image), *find_photos(image)]
    ink = ink_of(image)
    small = [*find_checkboxes(ink), *find_rings(ink)]
    free = [mark for mark in small if all(mark.box.covered_by(other.box) < 0.5 for other in large)]
    return Marks([*large, *free], find_cells(image))
