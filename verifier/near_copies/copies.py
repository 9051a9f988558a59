"""Is one page a copy of the other? First by the words in the same places, then by the ink."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from extractors.values import id_number, uscc
from verifier.near_copies.alignment import Matrix, by_lines, by_pictures, inverse, refined
from verifier.near_copies.page_print import Line, PagePrint, characters_of
from verifier.near_copies.pictures import Look, looked_at
from verifier.near_copies.wording import Wording, compared

Likeness = Literal["copy", "altered"]
LEAST_SAME = 20
"""Fewer characters in common than this are a heading."""

AGREEMENT, MOST_GONE = 0.95, 0.05
"""Of the characters that can be told; measured: copies 0.967-1, forms of one template with other contents 0.2-0.8."""

CORRELATION, DIFFERING = 0.6, 0.3
"""Of the ink under the same words; measured: copies 0.84-0.99 and 0-0.12."""

PICTURE_CORRELATION, PICTURE_DIFFERING, PICTURE_COVERED, PICTURE_INK = 0.9, 0.1, 0.5, 0.01
"""Of the ink of pages without words, where nothing else speaks."""

ALTERED_AGREEMENT, ALTERED_LINES = 0.9, 2
_NUMBER = re.compile(r"[0-9]{13,}[0-9X]")
_PARTICULAR_NUMBER = re.compile(r"[0-9]{6}")
_DATE = re.compile(r"[0-9〇零一二三四五六七八九]{4}年[0-9一二三四五六七八九十]{1,2}月")
_LONG_TEXT = 300
_SHORT = 4
_FEW_CHANGED = 0.25
_FIGURES = frozenset("0123456789X〇零一二三四五六七八九十百千两壹贰叁肆伍陆柒捌玖拾甲乙丙男女")


@dataclass(frozen=True, slots=True)
class Copy:
    """`copy`: nothing speaks against it. `altered`: the same number, and all but the few `changes` the same."""

    likeness: Likeness
    changes: tuple[tuple[str, str], ...] = ()


def copy_of(one: PagePrint, other: PagePrint, names: Collection[str]) -> Copy | None:
    """What `one` and `other` are to each other, None where they are two papers; `names` are those of the applicants.

    Where text is the same but says nothing particular (a form's fine print, a cover) no copy is told.
    """
    matrix = by_lines(one, other)
    if matrix is None:
        return _by_picture(one, other) if one.is_wordless and other.is_wordless else None
    plain = [characters_of(name) for name in names]
    if not all(is_particular(p.lines, plain) for p in (one, other)):
        return None
    there = compared(one, other, matrix)
    if not _may_be_copy(there):
        return None
    both = (there, compared(other, one, inverse(matrix)))
    if not _may_be_copy(both[1]):
        return None
    told = dict.fromkeys([*both[0].telling, *((b, a) for a, b in both[1].telling)])
    telling = tuple(pair for pair in told if is_grave(*pair, plain))
    if not telling and all(w.agreement >= AGREEMENT for w in both):
        return Copy("copy") if _ink_agrees(one, other, matrix) else None
    same_number = bool(_numbers(both[0].shared) & _numbers(both[1].shared))
    if same_number and 0 < len(telling) <= ALTERED_LINES and _ink_agrees(one, other, matrix):
        return Copy("altered", telling)
    return None


def is_grave(mine: str, theirs: str, names: Iterable[str]) -> bool:
    """Whether two lines of one length differ in more than a poor copy's misread character here and there.

    Figures, 男 and 女, a name, a short value and neighbouring characters do not come out otherwise by chance.
    """
    changed = [i for i, (a, b) in enumerate(zip(mine, theirs, strict=True)) if a != b]
    if len(mine) <= _SHORT or any(mine[i] in _FIGURES or theirs[i] in _FIGURES for i in changed):
        return True
    if any((name in mine) != (name in theirs) for name in names):
        return True
    return any(i + 1 in changed for i in changed) or len(changed) > _FEW_CHANGED * len(mine)


def is_particular(lines: Iterable[Line], names: Iterable[str]) -> bool:
    """Whether the text can only stand on one paper: a name, a number or a date, or sheer length."""
    text = "\n".join(line.text for line in lines)
    named = any(name in text for name in names if len(name) > 1)
    return named or bool(_PARTICULAR_NUMBER.search(text) or _DATE.search(text)) or len(text) >= _LONG_TEXT


def _may_be_copy(wording: Wording) -> bool:
    """Whether a page that says so much the same may be a copy, altered or not."""
    enough = wording.same >= LEAST_SAME and wording.agreement >= ALTERED_AGREEMENT
    return enough and wording.gone <= _most_gone(wording)


def _most_gone(wording: Wording) -> float:
    return max(6.0, MOST_GONE * (wording.same + wording.gone))


def _numbers(lines: Iterable[str]) -> frozenset[str]:
    """Numbers so long that only one certificate has them; a person's or a firm's own number is on many papers."""
    found = (number for line in lines for number in _NUMBER.findall(line))
    return frozenset(n for n in found if not _is_credit_code(n) and not id_number.is_valid(n))


def _is_credit_code(number: str) -> bool:
    """Whether `number` is a credit code of an existing province; of other numbers one in 31 has a right check by chance."""
    value = uscc.parse(number)
    return value is not None and 11 <= int(value.region[:2]) <= 65


def _ink_agrees(one: PagePrint, other: PagePrint, matrix: Matrix) -> bool:
    """Whether the pictures agree where the words say that they lie; pages without pictures cannot object."""
    look = _look(one, other, between_pictures(one, other, matrix))
    return look is None or (look.correlation >= CORRELATION and look.differing <= DIFFERING)


def _by_picture(one: PagePrint, other: PagePrint) -> Copy | None:
    if one.ink is None or other.ink is None:
        return None
    look = _look(one, other, by_pictures(one.ink, other.ink))
    agrees = (
        look is not None
        and look.correlation >= PICTURE_CORRELATION
        and look.differing <= PICTURE_DIFFERING
        and look.covered >= PICTURE_COVERED
        and look.inked >= PICTURE_INK
    )
    return Copy("copy") if agrees else None


def _look(one: PagePrint, other: PagePrint, matrix: Matrix | None) -> Look | None:
    if one.ink is None or other.ink is None or matrix is None:
        return None
    return looked_at(one.ink, other.ink, refined(matrix, one.ink, other.ink))


def between_pictures(one: PagePrint, other: PagePrint, matrix: Matrix) -> Matrix | None:
    """`matrix`, between upright pages, as one between their pictures."""
    if one.ink is None or other.ink is None:
        return None
    source, target = (np.array(p.ink.shape[::-1], np.float64) / p.size for p in (one, other) if p.ink is not None)
    moved = matrix.copy()
    moved[:, :2] /= source[None, :]
    return np.asarray(moved * target[:, None], np.float64)
