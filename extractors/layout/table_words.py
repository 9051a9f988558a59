"""Runs of characters with their places: words cut at lines between columns, set in reading order, and joined.

A recogniser's word may hold two cells' text (`一般公需18`), and one cell's text may lie in several words and lines.
A `Run` is text in which every character knows its box and its word, so that any part of it leads back to the page.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from extractors.layout.flow import DOUBTFUL_FACTOR, MISREAD, SEAL_FACTOR, SEAL_SHARE, Span
from extractors.text import raw_span, simplified, squash_map
from models.geometry import Box, union
from models.page import Word

_LINE_OVERLAP = 0.5
"""Two characters stand on one line when this share of the lower one's height is common."""


@dataclass(frozen=True)
class Glyph:
    """One character as read, its box (upright pixels), the word that it comes from, and the engine's score where it was unsure."""

    char: str
    box: Box
    word: Word
    score: float = 1.0


@dataclass(frozen=True)
class Run:
    """Characters in reading order. `text` is as read, lines joined; `squashed` is folded and without blanks."""

    glyphs: tuple[Glyph, ...] = ()

    @cached_property
    def text(self) -> str:
        return "".join(g.char for g in self.glyphs)

    @cached_property
    def _folded(self) -> tuple[str, tuple[int, ...]]:
        return squash_map(self.text)

    @property
    def squashed(self) -> str:
        return self._folded[0]

    @cached_property
    def wording(self) -> str:
        """`squashed` in simplified characters, of the same length."""
        return simplified(self.squashed)

    @property
    def box(self) -> Box:
        """The box round all characters that are not blanks; ValueError for an empty run."""
        return union(g.box for g in self.glyphs if not g.char.isspace())

    @property
    def span(self) -> Span:
        """The run as the other readings give it; confidence as in `extractors.layout.flow`."""
        words = [g.word for g in self.glyphs if not g.char.isspace()]
        confidence = (sum(w.confidence for w in words) / len(words) + min(w.confidence for w in words)) / 2
        notes = []
        if any(w.doubtful for w in words):
            confidence *= DOUBTFUL_FACTOR
            notes.append("doubtful")
        if any(w.seal_cover >= SEAL_SHARE for w in words):
            confidence *= SEAL_FACTOR
            notes.append("under_seal")
        shown = [g for g in self.glyphs if not g.char.isspace()]
        least = min(g.score for g in shown)
        misread = sum(g.score < MISREAD and g.char.isalnum() for g in shown) / len(shown)
        return Span(self.squashed, self.text, self.box, confidence, tuple(notes), least, misread)

    def part(self, start: int, end: int) -> Run:
        """The run behind `squashed[start:end]`."""
        first, last = raw_span(self._folded[1], start, end)
        return Run(self.glyphs[first:last])

    def __bool__(self) -> bool:
        return bool(self.squashed)


def glyphs_of(word: Word) -> list[Glyph]:
    """The characters of `word`, each with its box: by the word's edges, else by usual character widths."""
    if not word.text:
        return []
    edges = word.edges
    if len(edges) != len(word.text) + 1:
        start, end = (word.box.y0, word.box.y1) if word.vertical else (word.box.x0, word.box.x1)
        widths = [1.0 if ord(c) > 0x2E7F else 0.55 for c in word.text]
        scale = (end - start) / sum(widths)
        edges = (start, *(start + scale * sum(widths[: i + 1]) for i in range(len(widths))))
    found = []
    unsure = {u.at: u.score for u in word.unsure}
    for at, (char, low, high) in enumerate(zip(word.text, edges, edges[1:], strict=False)):
        first, last = min(low, high), max(low, high)
        box = (
            Box(word.box.x0, first, word.box.x1, last) if word.vertical else Box(first, word.box.y0, last, word.box.y1)
        )
        found.append(Glyph(char, box, word, unsure.get(at, 1.0)))
    return found


def runs_across(word: Word) -> bool:
    """Whether `word` is read along its line; one tall character alone (`0`) is, whatever its shape says."""
    return not word.vertical or len(word.text.strip()) <= 1


def shear(box: Box, slope: float) -> Box:
    """`box` moved to where it would stand on a page without the skew `slope`; widths and heights stay."""
    drop, push = slope * box.cx, slope * box.cy
    return Box(box.x0 + push, box.y0 - drop, box.x1 + push, box.y1 - drop)


def lines_of(glyphs: Iterable[Glyph], slope: float = 0.0) -> list[Run]:
    """The glyphs as lines from top to bottom, each from left to right, with a blank where a gap is wide."""
    rows: list[tuple[float, float, list[Glyph]]] = []
    solid = []
    for glyph in glyphs:
        if not glyph.char.isspace():
            x0, y0, x1, y1 = glyph.box
            drop = slope * ((x0 + x1) / 2)
            solid.append((y0 - drop, y1 - drop, glyph))
    solid.sort(key=lambda one: (one[0] + one[1]) / 2)
    for y0, y1, glyph in solid:
        best, most = -1, 0.0
        # Each character is held against each row: what can be told apart at a glance is.
        for i, (top, bottom, _) in enumerate(rows):
            if bottom <= y0 or top >= y1:
                continue
            common = min(bottom, y1) - max(top, y0)
            if common > most and common > _LINE_OVERLAP * min(bottom - top, y1 - y0):
                best, most = i, common
        if best < 0:
            rows.append((y0, y1, [glyph]))
        else:
            top, bottom, members = rows[best]
            members.append(glyph)
            count = len(members)
            rows[best] = (top + (y0 - top) / count, bottom + (y1 - bottom) / count, members)
    rows.sort(key=lambda row: row[0] + row[1])
    return [_spaced(sorted(members, key=lambda g: g.box.x0)) for _, _, members in rows]


def _spaced(line: list[Glyph]) -> Run:
    """A line with blanks put into gaps of more than a character and a half."""
    found: list[Glyph] = []
    for glyph in line:
        if found and glyph.box.x0 - found[-1].box.x1 > 1.5 * min(glyph.box.height, found[-1].box.height):
            gap = Box(found[-1].box.x1, glyph.box.y0, glyph.box.x0, glyph.box.y1)
            found.append(Glyph(" ", gap, glyph.word))
        found.append(glyph)
    return Run(tuple(found))


def joined(lines: Sequence[Run]) -> Run:
    """Lines as one run: a Latin word or number is not glued to the next line's, everything else is."""
    glyphs: list[Glyph] = []
    for line in lines:
        if glyphs and line.glyphs and not _han(glyphs[-1].char) and not _han(line.glyphs[0].char):
            glyphs.append(Glyph(" ", line.glyphs[0].box, line.glyphs[0].word))
        glyphs.extend(line.glyphs)
    return Run(tuple(glyphs))


def _han(char: str) -> bool:
    return "\u3007" <= char <= "\u9fff" or char >= "\U00020000"


def _sort(char: str) -> int:
    return 0 if char.isspace() else 1 if _han(char) else 2 if char.isdigit() or char in ".-/" else 3


def cut(glyphs: Sequence[Glyph], x: float) -> int:
    """How many of a word's glyphs stand left of the column border `x`.

    Recognisers know character places to about one character, so a border is looked for within that reach: first at the
    word's end, then at a gap, then where the sort of character changes, else by the centres.
    """
    if not glyphs:
        return 0
    count = sum(g.box.cx < x for g in glyphs)
    best, best_cost = count, math.inf
    for index in (count - 1, count, count + 1):
        if not 0 <= index <= len(glyphs):
            continue
        edge = glyphs[index].box.x0 if index < len(glyphs) else glyphs[-1].box.x1
        width = max(g.box.width for g in glyphs[max(0, index - 1) : index + 1])
        off = abs(edge - x) / max(1.0, width)
        if off > 1.0:
            continue
        if index in (0, len(glyphs)):
            cost = off - 0.5
        elif glyphs[index].char.isspace() or glyphs[index - 1].char.isspace():
            cost = off - 1.0
        elif glyphs[index].box.x0 - glyphs[index - 1].box.x1 > 0.4 * glyphs[index].box.height:
            cost = off - 0.9
        else:
            cost = off - (0.4 if _sort(glyphs[index].char) != _sort(glyphs[index - 1].char) else 0.0)
        if cost < best_cost:
            best, best_cost = index, cost
    return best
