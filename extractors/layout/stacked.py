"""Characters printed one under another, joined into vertical words (`姓/名` in a narrow cell, a vertical title)."""

from __future__ import annotations

from collections.abc import Sequence

from models.geometry import Box, union
from models.page import Word

_NARROW = 8.0  # a cell up to so many characters wide is one of a table, no frame around a form
_AS_NEAR = 1.25  # 姓　　名 over 学　　制: the characters of a label set wide apart belong to their row
_ROWS_APART = ((2.4, 10.0), (1.7, 4.5))
"""Of a height: so far apart no vertical print is, so each begins what stands behind it, so far away."""


def join_stacked(words: Sequence[Word], cells: Sequence[Box] = ()) -> list[Word]:
    """`words` with runs of single Han characters below each other replaced by one vertical word each.

    Characters join only when the gap is small, their centres align, and nothing stands beside them on their rows (or
    they share a ruled cell): a column of one-character values in neighbouring rows is no word.
    """
    singles = sorted((w for w in words if _is_single(w)), key=lambda w: (w.box.cx, w.box.y0))
    if len(singles) < 2:
        return list(words)
    taken: set[int] = set()
    joined: list[Word] = []
    for first in sorted(singles, key=lambda w: w.box.y0):
        if id(first) in taken:
            continue
        run = [first]
        while (below := _next_below(run[-1], singles, taken)) is not None and _together(run[-1], below, words, cells):
            run.append(below)
        if len(run) > 1:
            taken.update(id(w) for w in run)
            joined.append(_merged(run))
    return [w for w in words if id(w) not in taken] + joined


def _is_single(word: Word) -> bool:
    text = word.text.strip()
    return len(text) == 1 and text >= "\u3400"


def _next_below(word: Word, singles: Sequence[Word], taken: set[int]) -> Word | None:
    size = max(word.box.width, word.box.height)
    found = [
        other
        for other in singles
        if id(other) not in taken
        and abs(other.box.cx - word.box.cx) < 0.4 * size
        and 0.5 * size < other.box.cy - word.box.cy < 3.2 * size
        and 0.6 < max(other.box.height, 1) / max(word.box.height, 1) < 1.7
    ]
    return min(found, key=lambda w: w.box.cy, default=None)


def _together(one: Word, other: Word, words: Sequence[Word], cells: Sequence[Box]) -> bool:
    holding = [c for c in cells if c.contains(one.box.cx, one.box.cy)]
    if holding:
        cell = min(holding, key=lambda c: c.area)
        if not cell.contains(other.box.cx, other.box.cy):
            return False
        if cell.width < _NARROW * one.box.height:
            return True
    drop = other.box.cy - one.box.cy
    return not any(_beside(w, one, drop) or _beside(w, other, drop) for w in words if w is not one and w is not other)


def _beside(word: Word, single: Word, drop: float) -> bool:
    """Whether `word` stands on the row of `single`, hardly farther off than the character `drop` pixels below it."""
    near = max(2.5 * single.box.height, _AS_NEAR * drop)
    height = single.box.height
    behind = max(near, next((far * height for pitch, far in _ROWS_APART if drop > pitch * height), 0.0))
    overlap = -0.3 * single.box.height  # boxes of neighbours may overlap a little
    return abs(word.box.cy - single.box.cy) < 0.5 * single.box.height and (
        overlap <= word.box.x0 - single.box.x1 < behind or overlap <= single.box.x0 - word.box.x1 < near
    )


def _merged(run: Sequence[Word]) -> Word:
    box = union(w.box for w in run)
    return Word(
        text="".join(w.text.strip() for w in run),
        box=box,
        confidence=min(w.confidence for w in run),
        edges=(*(w.box.y0 for w in run), box.y1),
        vertical=True,
        doubtful=any(w.doubtful for w in run),
        seal_cover=max(w.seal_cover for w in run),
        unsure=tuple(u._replace(at=at) for at, w in enumerate(run) for u in w.unsure),
    )
