"""Names of bodies under a seal: what on the page, or in the name itself, confirms that no character was lost."""

from __future__ import annotations

import re

from rapidfuzz.distance import Levenshtein

from extractors.layout.view import PageView
from models.geometry import Box

UNCONFIRMED = 0.49  # a character lost under a seal leaves no trace in the score
_OFFICE = re.compile(
    r"人民政府$|人力资源(?:和|与)?社会保障[厅局]$|人事(?:劳动)?(?:社会保障)?[厅局]$|劳动(?:和|与)?(?:社会)?保障[厅局]$|教育[厅局部]$"
)
_PLACE_LIKE = re.compile(r"(?<=.)[省市县区旗州盟]$")


def is_confirmed(name: str, box: Box, view: PageView) -> bool:
    """Whether `name`, read at `box`, is printed once more, or is a place and the whole title of one of its offices.

    A place that stands elsewhere on the page with one character different confirms nothing.
    """
    others = [line.flow.plain for line in view.lines if line.box.intersection(box) is None]
    if any(name in text for text in others):
        return True
    office = _OFFICE.search(name)
    if office is None:
        return False
    place = name[: office.start()]
    if not _PLACE_LIKE.search(place):
        return False
    return any(place in text for text in others) or not any(_nearly(place, text) for text in others)


def _nearly(place: str, text: str) -> bool:
    size = len(place)
    pieces = (text[at : at + size] for at in range(len(text) - size + 1)) if size >= 3 else ()
    return any(p[-1] == place[-1] and Levenshtein.distance(p, place, score_cutoff=1) == 1 for p in pieces)
