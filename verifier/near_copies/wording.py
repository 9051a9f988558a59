"""How far two pages, laid on each other, say the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import Levenshtein

from models.geometry import Box
from verifier.compare.lookalikes import are_alike
from verifier.near_copies.alignment import Matrix
from verifier.near_copies.page_print import Line, PagePrint

_OVERLAP = 0.5


@dataclass(frozen=True, slots=True)
class Wording:
    """Characters of one page that lie on the other: the same there, surely others, surely gone, or not to be told.

    `telling` are the lines, with what stands in their place, that were both read well and whole and do not say the same;
    a stamp or a watermark that was read twice in two ways is not among them. `shared` are the lines that are the same.
    """

    same: int = 0
    other: int = 0
    gone: int = 0
    unsure: int = 0
    telling: tuple[tuple[str, str], ...] = ()
    shared: tuple[str, ...] = ()

    @property
    def agreement(self) -> float:
        """The share of what can be told that is the same, 0-1."""
        told = self.same + self.other + self.gone
        return self.same / told if told else 0.0


def compared(one: PagePrint, other: PagePrint, matrix: Matrix) -> Wording:
    """`one` with what `other` says in the same places; `matrix` leads from the pixels of `one` to those of `other`."""
    same = differing = gone = unsure = 0
    telling: list[tuple[str, str]] = []
    shared: list[str] = []
    for line in one.lines:
        place = _moved(line.box, matrix)
        if not _is_inside(place, other.size):
            continue
        there = _lines_at(place, other.lines)
        if not there:
            gone += len(line.text) if line.sure else 0
            unsure += 0 if line.sure else len(line.text)
            continue
        text = "".join(x.text for x in there)
        kept, changed = _differences(line.text, text)
        same += kept
        if not changed:
            shared.append(line.text)
        elif line.sure and all(x.sure for x in there):
            differing += changed
            if len(line.text) == len(text):
                telling.append((line.text, text))
        else:
            unsure += changed
    return Wording(same, differing, gone, unsure, tuple(telling), tuple(shared))


def _differences(mine: str, theirs: str) -> tuple[int, int]:
    """How many characters of `mine` are the same, and how many surely are others.

    What the other line has before and after belongs to how lines were cut; look-alikes are a reader's fault.
    """
    if mine in theirs:
        return len(mine), 0
    if theirs in mine:
        return len(theirs), 0
    same = changed = 0
    ops = Levenshtein.opcodes(mine, theirs)
    for place, op in enumerate(ops):
        at_end = place in (0, len(ops) - 1)
        a, b = mine[op.src_start : op.src_end], theirs[op.dest_start : op.dest_end]
        if op.tag == "equal":
            same += len(a)
        elif op.tag == "replace":
            changed += sum(not are_alike(x, y) for x, y in zip(a, b, strict=True))
        elif not at_end:
            changed += len(a) + len(b)
    return same, changed


def _moved(box: Box, matrix: Matrix) -> Box:
    corners = np.array([(box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1)], np.float64)
    moved = corners @ matrix[:, :2].T + matrix[:, 2]
    (x0, y0), (x1, y1) = moved.min(axis=0), moved.max(axis=0)
    return Box(float(x0), float(y0), float(x1), float(y1))


def _is_inside(box: Box, size: tuple[int, int]) -> bool:
    width, height = size
    room = 0.3 * box.height
    return box.x0 >= -room and box.y0 >= -room and box.x1 <= width + room and box.y1 <= height + room


def _lines_at(place: Box, lines: Sequence[Line]) -> list[Line]:
    """The lines that lie in `place`, or it in them, from left to right."""
    found = []
    for line in lines:
        across = min(place.x1, line.box.x1) - max(place.x0, line.box.x0)
        down = min(place.y1, line.box.y1) - max(place.y0, line.box.y0)
        narrow, low = min(place.width, line.box.width), min(place.height, line.box.height)
        if across > _OVERLAP * narrow and down > _OVERLAP * low:
            found.append(line)
    return sorted(found, key=lambda line: line.box.x0)
