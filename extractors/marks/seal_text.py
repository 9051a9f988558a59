"""What a seal says, where it is legible: a text that is nearly right would name another body."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

import numpy as np

from extractors.marks.seal_arcs import arc_line, turn_of
from extractors.marks.seal_lines import across, below_star, within
from extractors.marks.seal_shapes import Frame, Ring
from extractors.marks.seal_strips import WORK_RADIUS, Bgr, Ink, Strip, seal_ink, unrolled
from extractors.marks.seals import Stamp
from extractors.ocr.recognition import Line
from extractors.text import HAN, squash
from extractors.values import organisations

ReadLine = Callable[[Bgr], Line]
SURE: Final = 0.95
"""Least score of each character: names of samples that were read otherwise than they are had up to 0.94."""
SURE_AGAIN: Final = 0.3
"""Least score of each where the page has the same name in print: no misreading comes out as a name that is there."""
LEAST_TALL: Final = 11.0
"""Pixels of the page that a legible character is tall."""
LEAST_CHARACTERS: Final = 4
_COPY: Final = re.compile("原件(?:核对|一致|相符|无异)|复印件")
_USE: Final = re.compile(rf"[{HAN}]{{2,}}章(?:\(?\d{{1,2}}\)?)?")
_WIDEST_STEP, _WIDEST_END = 1.6, 1.1
"""Most distance between neighbours, and between the outermost characters and the ends of the ink, by the usual distance."""
_MOST_LEFT: Final = 0.35
"""Most ink beyond the outermost characters, by that of a usual one: specks and remains of print, but no character."""


def seal_text(image: Bgr, stamp: Stamp, read: ReadLine, printed: str = "") -> str | None:
    """What the seal on `image` says: the name along its ring, and behind a blank its use, `越州精工有限公司 合同专用章`.

    `printed` is the page's own text, squashed. None where the name is not legible to its last character.
    """
    pad = 0.12 * min(stamp.box.width, stamp.box.height)
    x0, y0 = max(0, int(stamp.box.x0 - pad)), max(0, int(stamp.box.y0 - pad))
    part = image[y0 : int(stamp.box.y1 + pad) + 1, x0 : int(stamp.box.x1 + pad) + 1]
    if min(part.shape[:2]) < 3 * LEAST_TALL:
        return None
    ink = seal_ink(part, stamp.blue)
    reader = _Reader(read, printed)
    shape = stamp.shape.moved(-x0, -y0)
    if isinstance(shape, Frame):
        return reader.level(within(ink, shape), 1.0) if shape.is_oblong else None
    return reader.level(across(ink, shape), 1.0) if shape.is_flat else reader.round(ink, shape)


class _Reader:
    """Reads the lines of one seal, of which nothing counts that is not legible throughout."""

    def __init__(self, read: ReadLine, printed: str) -> None:
        self._read = read
        self._printed = printed

    def round(self, ink: Ink, ring: Ring) -> str | None:
        disc = unrolled(ink, ring)
        strip = arc_line(disc)
        if strip is None:
            return None
        name = self._legible(strip, ring.b / WORK_RADIUS)
        if name is None or not organisations.is_valid(name):
            return None
        lines = below_star(ink, ring, turn_of(strip, disc))
        use = self._legible(max(lines, key=lambda line: float(line.ink.sum())), 1.0) if lines else None
        return f"{name} {use}" if use and _USE.fullmatch(use) else name

    def level(self, strips: list[Strip], scale: float) -> str | None:
        """The text of a seal of level lines, all of them legible, that ends as seals do or certifies a copy."""
        found = [self._legible(strip, scale) for strip in strips]
        texts = [text for text in found if text]
        if not texts or len(texts) < len(found):
            return None
        if not _USE.fullmatch(texts[-1]) and not _COPY.search(texts[0]):
            return None
        return " ".join(texts)

    def _legible(self, strip: Strip, scale: float) -> str | None:
        """The line's text if it is sure and whole; `scale` is the size of the page by that of the strip."""
        if len(strip.ink) * scale < LEAST_TALL:
            return None
        line = self._read(strip.picture)
        text = squash(line.text)
        if len(text) < LEAST_CHARACTERS or not is_whole(strip, line):
            return None
        return text if min(line.scores) >= (SURE_AGAIN if text in self._printed else SURE) else None


def is_whole(strip: Strip, line: Line) -> bool:
    """Whether the characters stand at even distances from end to end: where one was passed over, the name is another."""
    at = np.array([strip.place_of(centre) for centre in line.centres])
    columns = strip.columns[np.clip(at, 0, len(strip.columns) - 1).astype(int)]
    steps = np.diff(columns)
    usual = float(np.median(steps))
    if float(steps.max()) > _WIDEST_STEP * usual:
        return False
    ink = strip.ink[: len(strip.ink) // 2].sum(axis=0)  # text below the star may come close from below
    half = 0.55 * float(np.median(np.diff(at)))
    first, last = max(0, int(at[0] - half)), int(at[-1] + half)
    each = float(ink[first:last].sum()) / len(at)
    return max(float(ink[:first].sum()), float(ink[last:].sum())) <= _MOST_LEFT * each
