"""Words run together into one searchable string that leads back to the page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from extractors.layout.lost_digits import lacks_digit
from extractors.layout.overprint import is_squeezed
from extractors.text import simplified, squash_map
from models.geometry import Box, union
from models.page import Word

DOUBTFUL_FACTOR = 0.45
SEAL_FACTOR = 0.85
SEAL_SHARE = 0.25
MISREAD = 0.65  # a character that the engine scores lower may well be another
RAGGED = 9.0  # characters by which rows of one paragraph may differ in length


class Ink:
    """A word with its folded text: `text` squashed and simplified, `plain` squashed only, of the same length."""

    __slots__ = ("at", "plain", "text", "word")

    def __init__(self, word: Word) -> None:
        self.word = word
        self.plain, self.at = squash_map(word.text)
        self.text = simplified(self.plain)

    @property
    def box(self) -> Box:
        return self.word.box

    def slice_box(self, start: int, end: int) -> Box:
        """The box of the folded characters start:end, by the word's edges or, without them, by character widths."""
        word = self.word
        if start <= 0 and end >= len(self.text):
            return word.box
        first, last = self.at[start], self.at[end - 1] + 1
        edges = word.edges if len(word.edges) == len(word.text) + 1 else _even_edges(word)
        lead, trail = min(edges[first], edges[last]), max(edges[first], edges[last])
        box = word.box
        if word.vertical:
            return Box(box.x0, lead, box.x1, trail)
        return Box(lead, box.y0, trail, box.y1)

    def read(self, start: int, end: int) -> tuple[int, int]:
        """Where in the word as read the folded characters start:end stand."""
        return self.at[start], self.at[end - 1] + 1

    def raw(self, start: int, end: int) -> str:
        return self.word.text[slice(*self.read(start, end))]

    def least_score(self, start: int, end: int) -> float:
        """The engine's score of the least sure of the folded characters start:end; 1.0 where it was sure or gives none."""
        read = self.at[start:end]
        return min((unsure.score for unsure in self.word.unsure if unsure.at in read), default=1.0)

    def misread(self, start: int, end: int) -> int:
        """How many letters and figures of the folded characters start:end the engine may well have misread."""
        read, text = self.at[start:end], self.word.text
        return sum(u.score < MISREAD and text[u.at].isalnum() for u in self.word.unsure if u.at in read)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a flow: `text` folded as printed, `raw` as read, `box` upright, `confidence` of the reading.

    `least` is the engine's score of its least sure character, `misread` the share, 0-1, of those that it may well have
    misread. `notes` are `doubtful` and `under_seal` where a word of it is.
    """

    text: str
    raw: str
    box: Box
    confidence: float
    notes: tuple[str, ...] = ()
    least: float = 1.0
    misread: float = 0.0


class Flow:
    """Words in reading order as one string.

    `text` is folded, without blanks, simplified (for wording); `plain` the same but not simplified (for values).
    `starts` holds the offset at which each word begins.
    """

    def __init__(self, inks: Iterable[Ink]) -> None:
        self.inks = tuple(ink for ink in inks if ink.text)
        self.text = "".join(ink.text for ink in self.inks)
        self.plain = "".join(ink.plain for ink in self.inks)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        offsets, at = [], 0
        for ink in self.inks:
            offsets.append(at)
            at += len(ink.text)
        return tuple(offsets)

    def __bool__(self) -> bool:
        return bool(self.text)

    def parts(self, start: int, end: int) -> list[tuple[Ink, int, int]]:
        """The words under start:end with the slice of each that belongs to it."""
        found = []
        at = max(0, bisect_right(self.starts, start) - 1)
        while at < len(self.inks) and self.starts[at] < end:
            ink, offset = self.inks[at], self.starts[at]
            first, last = max(0, start - offset), min(len(ink.text), end - offset)
            if first < last:
                found.append((ink, first, last))
            at += 1
        return found

    def span(self, start: int, end: int) -> Span:
        """The place and confidence of text[start:end]; ValueError when empty."""
        parts = self.parts(start, end)
        if not parts:
            raise ValueError(f"no characters in {start}:{end}")
        total = sum(last - first for _, first, last in parts)
        mean = sum(ink.word.confidence * (last - first) for ink, first, last in parts) / total
        confidence = (mean + min(ink.word.confidence for ink, _, _ in parts)) / 2
        notes = []
        lacking = any(lacks_digit(ink.word, *ink.read(first, last)) for ink, first, last in parts)
        if lacking or any(ink.word.doubtful or is_squeezed(ink.word) for ink, _, _ in parts):
            confidence *= DOUBTFUL_FACTOR
            notes.append("doubtful")
        if any(ink.word.seal_cover >= SEAL_SHARE for ink, _, _ in parts):
            confidence *= SEAL_FACTOR
            notes.append("under_seal")
        return Span(
            self.plain[start:end],
            " ".join(ink.raw(first, last) for ink, first, last in parts),
            union(ink.slice_box(first, last) for ink, first, last in parts),
            confidence,
            tuple(notes),
            min(ink.least_score(first, last) for ink, first, last in parts),
            sum(ink.misread(first, last) for ink, first, last in parts) / total,
        )

    def has_hole(self, start: int, end: int, *, widest: float = 1.2) -> bool:
        """Whether words of start:end stand apart, more than `widest` characters, as where something between went unread.

        A row that ends well before the longest rows do counts too, when the text goes on in the next.
        """
        parts = [ink for ink, _, _ in self.parts(start, end)]
        for one, other in pairwise(parts):
            height = min(one.box.height, other.box.height)
            same_row = abs(one.box.cy - other.box.cy) < 0.6 * height
            if same_row and other.box.x0 - one.box.x1 > widest * height:
                return True
            if not same_row and one.box.x1 < self._margin - RAGGED * height:
                return True
        return False

    @cached_property
    def _margin(self) -> float:
        """The right edge of rows that begin on the left."""
        left = min((ink.box.x0 for ink in self.inks), default=0.0)
        right = max((ink.box.x1 for ink in self.inks), default=0.0)
        return max((ink.box.x1 for ink in self.inks if ink.box.x0 < (left + right) / 2), default=0.0)

    def box(self, start: int, end: int) -> Box:
        return union(ink.slice_box(first, last) for ink, first, last in self.parts(start, end))

    def is_word_start(self, offset: int) -> bool:
        """Whether a word begins at `offset`."""
        at = bisect_right(self.starts, offset) - 1
        return at >= 0 and self.starts[at] == offset


def _even_edges(word: Word) -> tuple[float, ...]:
    weights = [1.0 if ord(c) > 0x2E7F else 0.4 if c in "., :;-'" else 0.55 for c in word.text]
    low, high = (word.box.y0, word.box.y1) if word.vertical else (word.box.x0, word.box.x1)
    step = (high - low) / (sum(weights) or 1.0)
    edges = [low]
    for weight in weights:
        edges.append(edges[-1] + weight * step)
    return tuple(edges)
