"""Labels set wide apart (`姓　　名` over `性　　别`) whose characters were read downwards, put back into their rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from models.geometry import Box
from models.page import Word

_LOOSE = 1.08  # pitch in heights of the page's rows: the characters of vertical print stand closer
_ON_ROW = 0.35
_REACH, _TO_VALUE = 7.0, 14.0  # sizes to another character of the label, and to what stands behind it
_MOST = 0.6


class _Sign(NamedTuple):
    """One character: of which word, which of it, and where."""

    word: Word
    at: int
    box: Box


def unstack(words: Sequence[Word]) -> list[Word]:
    """`words` with vertical ones cut into characters where those stand in rows: each beside another single character,
    with more text behind it, and farther apart than vertical print sets them."""
    upright = [w for w in words if _is_vertical(w)]
    if not upright:
        return list(words)
    signs = [sign for w in words if _is_vertical(w) or len(w.text.strip()) == 1 for sign in _signs(w)]
    level = [w for w in words if not w.vertical]
    usual = median([w.box.height for w in level]) if level else 0.0
    cut = {id(w) for w in upright if _is_in_rows(w, min(w.box.width, usual), signs, level)}
    return [piece for w in words for piece in (_pieces(w) if id(w) in cut else (w,))]


def _is_vertical(word: Word) -> bool:
    return word.vertical and len(word.text) > 1 and len(word.edges) == len(word.text) + 1


def _signs(word: Word) -> Iterator[_Sign]:
    if not _is_vertical(word):
        yield _Sign(word, 0, word.box)
        return
    half = 0.5 * word.box.width
    for at, (top, bottom) in enumerate(pairwise(word.edges)):
        middle = (top + bottom) / 2 if at + 1 == len(word.text) else min((top + bottom) / 2, top + half)
        yield _Sign(word, at, Box(word.box.x0, middle - half, word.box.x1, middle + half))


def _is_in_rows(word: Word, size: float, signs: Sequence[_Sign], level: Sequence[Word]) -> bool:
    own = list(_signs(word))
    pitch = (own[-1].box.cy - own[0].box.cy) / (len(own) - 1)
    if size <= 0 or pitch < _LOOSE * size:
        return False
    near = _ON_ROW * pitch
    rows = 0
    for sign in own:
        beside = any(
            other.word is not word
            and abs(other.box.cy - sign.box.cy) < near
            and 0.8 * size < abs(other.box.cx - sign.box.cx) < _REACH * size
            for other in signs
        )
        told = any(
            abs(w.box.cy - sign.box.cy) < near and -0.5 * size < w.box.x0 - sign.box.x1 < _TO_VALUE * size
            for w in level
        )
        rows += beside and told
    return rows >= max(2, _MOST * len(own))


def _pieces(word: Word) -> Iterator[Word]:
    for sign in _signs(word):
        yield replace(
            word,
            text=word.text[sign.at],
            box=sign.box,
            edges=(sign.box.x0, sign.box.x1),
            vertical=False,
            unsure=tuple(u._replace(at=0) for u in word.unsure if u.at == sign.at),
        )
