"""What a seal says, where it is legible: a text that is nearly right would name another body."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np

from extractors.marks.seal_shapes import Ring
from extractors.marks.seal_strips import WORK_RADIUS, Bgr, Strip, arc_line, seal_ink, unrolled
from extractors.ocr.recognition import Line
from extractors.text import squash
from extractors.values import organisations

ReadLine = Callable[[Bgr], Line]
SURE: Final = 0.85
"""Least score of each character."""
SURE_AGAIN: Final = 0.3
"""Least score of each where the page has the same name in print: no misreading comes out as a name that is there."""
LEAST_TALL: Final = 11.0
"""Pixels of the page that a legible character is tall."""
LEAST_CHARACTERS: Final = 4
_WIDEST_STEP, _WIDEST_END = 1.6, 1.1
"""Most distance between neighbours, and between the outermost characters and the ends of the ink, by the usual distance."""
_MOST_LEFT: Final = 0.35
"""Most ink beyond the outermost characters, by that of a usual one: specks and remains of print, but no character."""


def arc_text(part: Bgr, ring: Ring, blue: bool, read: ReadLine, printed: str = "") -> str | None:
    """The name along the ring of the seal in `part`, `ring` in its pixels; `printed` is what stands on the page, squashed."""
    strip = arc_line(unrolled(seal_ink(part, blue), ring))
    if strip is None or len(strip.ink) * ring.b / WORK_RADIUS < LEAST_TALL:
        return None
    line = read(strip.picture)
    text = squash(line.text)
    if len(text) < LEAST_CHARACTERS or not is_whole(strip, line):
        return None
    sure = min(line.scores) >= (SURE_AGAIN if text in printed else SURE)
    return text if sure and organisations.is_valid(text) else None


def is_whole(strip: Strip, line: Line) -> bool:
    """Whether the characters stand at even distances from end to end: where one was passed over, the name is another."""
    at = np.array([strip.place_of(centre) for centre in line.centres])
    columns = strip.columns[np.clip(at, 0, len(strip.columns) - 1).astype(int)]
    steps = np.diff(columns)
    usual = float(np.median(steps))
    if float(steps.max()) > _WIDEST_STEP * usual:
        return False
    ink = strip.ink.sum(axis=0)
    half = 0.55 * float(np.median(np.diff(at)))
    first, last = max(0, int(at[0] - half)), int(at[-1] + half)
    each = float(ink[first:last].sum()) / len(at)
    return max(float(ink[:first].sum()), float(ink[last:].sum())) <= _MOST_LEFT * each
