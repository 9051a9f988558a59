"""Pairs of brackets to tick in, （ ）, on pages whose text is known: a tick that is drawn and no character shows only as ink."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from models.geometry import Box
from models.page import Mark, Word

_SLOT = re.compile(r"[（(]\s+[）)]")
_LEAST_WIDE_EM = 0.25
_DARK = 90
"""How much darker than the paper a pen's stroke is at least; watermarks are paler."""
_LEAST_SHARE, _LEAST_TALL = 0.05, 0.45
"""Least inked share of a ticked slot, and least height of its ink by that of the slot: rulings stay under it."""


def find_slots(image: NDArray[np.uint8], words: Sequence[Word], others: Sequence[Mark]) -> list[Mark]:
    """The empty bracket pairs of rows of them in which some hold ink, as check boxes; none where `others` may be that ink."""
    slots = [slot for word in words if not word.vertical for slot in _of(word)]
    free = [s for s in slots if all(s.intersection(o.box) is None for o in others)]
    ticked = {slot: _holds_ink(image, slot) for slot in free}
    rows = {slot: [s for s in slots if abs(s.cy - slot.cy) < 0.5 * slot.height] for slot in free}
    return [
        Mark("checkbox", slot, 0.9, checked=ticked[slot])
        for slot, row in rows.items()
        # Where a seal or a box lies on one slot of the row, what the others hold decides nothing.
        if len(row) > 1 and all(s in ticked for s in row) and sum(ticked[s] for s in row) == 1
    ]


def _of(word: Word) -> list[Box]:
    if len(word.edges) != len(word.text) + 1:
        return []
    found = []
    for slot in _SLOT.finditer(word.text):
        x0, x1 = word.edges[slot.start() + 1], word.edges[slot.end() - 1]
        if x1 - x0 >= _LEAST_WIDE_EM * word.box.height:
            found.append(Box(x0, word.box.y0, x1, word.box.y1))
    return found


def _holds_ink(image: NDArray[np.uint8], slot: Box) -> bool:
    aside, margin = 0.08 * slot.width, 0.08 * slot.height
    y0, y1 = max(0, round(slot.y0 + margin)), round(slot.y1 - margin)
    part = image[y0:y1, max(0, round(slot.x0 + aside)) : round(slot.x1 - aside)]
    if min(part.shape[:2]) < 4:
        return False
    tone = part.min(axis=2).astype(np.int16)
    dark = tone < int(np.quantile(tone, 0.9)) - _DARK
    rows = np.flatnonzero(dark.any(axis=1))
    return bool(dark.mean() >= _LEAST_SHARE and rows[-1] - rows[0] + 1 >= _LEAST_TALL * len(dark))
