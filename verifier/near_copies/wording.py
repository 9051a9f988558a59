"""How far two pages, laid on each other, say the same."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein

from verifier.compare.lookalikes import are_alike
from verifier.near_copies.alignment import Matrix
from verifier.near_copies.page_print import Line, PagePrint

_OVERLAP = 0.5
Boxes = NDArray[np.float64]


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
    places = _moved(one.boxes, matrix)
    lying: dict[int, list[Line]] = defaultdict(list)
    for at, there_at in np.argwhere(_lying(places, other.boxes)).tolist():
        lying[at].append(other.lines[there_at])
    for at in np.flatnonzero(_inside(places, other.size)).tolist():
        line, there = one.lines[at], sorted(lying[at], key=lambda line: line.box.x0)
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


def _moved(boxes: Boxes, matrix: Matrix) -> Boxes:
    """The upright boxes round `boxes`, rows x0, y0, x1, y1, moved by `matrix`."""
    corners = boxes[:, [0, 1, 2, 1, 2, 3, 0, 3]].reshape(-1, 4, 2) @ matrix[:, :2].T + matrix[:, 2]
    return np.concatenate([corners.min(axis=1), corners.max(axis=1)], axis=1)


def _inside(boxes: Boxes, size: tuple[int, int]) -> NDArray[np.bool_]:
    """Which of `boxes` lie on a page of `size`, for each."""
    width, height = size
    x0, y0, x1, y1 = boxes.T
    room = 0.3 * np.maximum(0.0, y1 - y0)
    return np.asarray((x0 >= -room) & (y0 >= -room) & (x1 <= width + room) & (y1 <= height + room))


def _lying(places: Boxes, boxes: Boxes) -> NDArray[np.bool_]:
    """Which of `boxes`, a column each, lie in which of `places`, a row each, or it in them."""
    (x0, y0, x1, y1), (a0, b0, a1, b1) = places.T[:, :, None], boxes.T[:, None, :]
    across, down = np.minimum(x1, a1) - np.maximum(x0, a0), np.minimum(y1, b1) - np.maximum(y0, b0)
    narrow = np.minimum(np.maximum(0.0, x1 - x0), np.maximum(0.0, a1 - a0))
    low = np.minimum(np.maximum(0.0, y1 - y0), np.maximum(0.0, b1 - b0))
    return np.asarray((across > _OVERLAP * narrow) & (down > _OVERLAP * low))
