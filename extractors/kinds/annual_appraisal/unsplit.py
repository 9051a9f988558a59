"""Forms whose horizontal rules were too pale to be found: a tall cell of labels beside a tall one of text, cut into rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.kinds.annual_appraisal.headings import part_of
from extractors.layout.table_words import Run, glyphs_of, lines_of, runs_across
from extractors.layout.view import PageView
from extractors.text import simplified, squash
from models.geometry import Box, union
from models.page import Word

_NARROW, _TALL = 0.35, 0.08  # of the page's width and height
_NARROW_COLUMN = 0.2
_ALIKE, _STACK = 0.7, 0.9
_LINE, _LEAST_LINES, _LONGEST_LABEL = 14, 4, 8
_MOST_LINES = 8  # of one label
_ROW_APART = 0.5  # heights of blank at least between the labels of two rows
_TOGETHER = 1.0  # heights of blank between two lines of one label at most
_LEAST_HEADINGS = 2
_OFF_CENTRE = 1.5  # characters that labels may stand off the middles of their rows, all together
_SIGNED = re.compile(r"签[名字章]|盖章|公章|\d{4}年\d{1,2}月\d{1,2}日|\d{4}[.\-/]\d{1,2}[.\-/]\d{1,2}|年月日")


@dataclass(frozen=True)
class Row:
    """A label with what stands beside it; `part` as in the headings data, None for a particular of the person."""

    part: str | None
    heading: str
    box: Box
    lines: tuple[Run, ...] = ()

    @property
    def region(self) -> Box:
        return union(line.box for line in self.lines)


def unsplit_rows(view: PageView) -> tuple[list[Row], list[Box]]:
    """The rows under headings of such a form, and the areas of its labels and text; both empty where there is none."""
    for left, body in (*_tall_cells(view), *_unruled(view)):
        labels = list(_labels([ink.word for ink in view.inks if left.contains(ink.box.cx, ink.box.cy)]))
        if sum(label.part is not None for label in labels) < _LEAST_HEADINGS:
            continue
        words = [i.word for i in view.inks if body.contains(i.box.cx, i.box.cy) and runs_across(i.word)]
        lines = lines_of([g for word in words for g in glyphs_of(word)], view.slope)
        centred = _centred(labels, left, view.glyph) if left in view.cells else None
        return list(_filled(labels, lines, centred)), [left, body]
    return [], []


def _centred(labels: Sequence[Row], left: Box, glyph: float) -> list[float] | None:
    """Where the rows of labels end that stand in the middle of their rows, as most do; None where these do not."""
    borders, top = list[float](), left.y0
    for label, below in pairwise([*labels, None]):
        assert label is not None
        top = 2 * label.box.cy - top
        if top <= label.box.cy or (below is not None and top >= below.box.cy):
            return None
        borders.append(top)
    return borders[:-1] if abs(borders[-1] - left.y1) < _OFF_CENTRE * glyph else None


def _tall_cells(view: PageView) -> Iterator[tuple[Box, Box]]:
    """A narrow tall cell, and the area of the cells as tall right of it."""
    for left in view.cells:
        if left.width > _NARROW * view.bounds.width or left.height < _TALL * view.bounds.height:
            continue
        right = [c for c in view.page.cells if c.x0 >= left.x1 - 0.3 * view.glyph and c.height > _ALIKE * left.height]
        right = [c for c in right if min(c.y1, left.y1) - max(c.y0, left.y0) > _ALIKE * left.height]
        right = right or _stacked(view, left)
        if right:
            yield left, Box(left.x1, left.y0, max(c.x1 for c in right), left.y1)


def _stacked(view: PageView, left: Box) -> list[Box]:
    """The cells right of `left` one under another, as wide as each other, that together are as tall; empty where none are."""
    beside = [c for c in view.cells if abs(c.x0 - left.x1) < view.glyph and left.y0 < c.cy < left.y1]
    wide = {round((c.x1 - c.x0) / view.glyph) for c in beside}
    tall = sum(c.height for c in beside)
    return beside if len(wide) == 1 and len(beside) < _LEAST_HEADINGS + 1 and tall > _STACK * left.height else []


def _unruled(view: PageView) -> Iterator[tuple[Box, Box]]:
    """A column of labels left of where all long lines begin, where no cells hold them."""
    free = [ink for ink in view.inks if view.cell_of(ink.box) is None]
    long = sorted(ink.box.x0 for ink in free if len(ink.text) >= _LINE)
    if len(long) < _LEAST_LINES:
        return
    start = long[len(long) // 4] - view.glyph  # first lines of paragraphs are set in
    labels = [
        i for i in free if i.box.cx < start and len(i.text) <= _LONGEST_LABEL and i.box.x1 < start + 1.5 * view.glyph
    ]
    known = [i for i in labels if part_of(i.text) is not None]
    if not known or start - min(i.box.x0 for i in labels) > _NARROW_COLUMN * view.bounds.width:
        return
    top, bottom = min(i.box.y0 for i in labels), max(i.box.y1 for i in labels) + 0.5 * view.glyph
    left = [i for i in view.inks if top <= i.box.cy <= bottom and i.box.x0 < start - view.glyph]
    if sum(i not in labels for i in left) > 2 or any(top < c.cy < bottom and c.cx < start for c in view.cells):
        return
    yield Box(view.bounds.x0, top, start, bottom), Box(start, top, view.bounds.x1, bottom)


def _labels(words: Sequence[Word]) -> Iterator[Row]:
    """The words as labels from top to bottom, those of several lines put together where that makes a heading."""
    ordered = sorted(words, key=lambda w: w.box.cy)
    texts = [simplified(squash(w.text)) for w in ordered]
    at = 0
    while at < len(ordered):
        ends = [end for end in range(min(len(ordered), at + _MOST_LINES), at, -1) if _one_label(ordered[at:end])]
        ends = [end for end in ends if not _two_labels(ordered[at:end], texts[at:end])]
        parts = [(end, part) for end in ends if (part := part_of("".join(texts[at:end]))) is not None]
        end, part = parts[0] if parts else (at + 1, None)
        yield Row(part, "".join(texts[at:end]), union(w.box for w in ordered[at:end]))
        at = end


def _one_label(words: Sequence[Word]) -> bool:
    return all(b.box.y0 - a.box.y1 < _TOGETHER * min(a.box.height, a.box.width) for a, b in pairwise(words))


def _two_labels(words: Sequence[Word], texts: Sequence[str]) -> bool:
    """Whether the lines are the headings of two different parts (`部门评议` over `考核等次`), a row apart."""
    for cut in range(1, len(texts)):
        above, below = words[cut - 1].box, words[cut].box
        if below.y0 - above.y1 < _ROW_APART * min(above.height, below.height):
            continue
        upper, lower = part_of("".join(texts[:cut])), part_of("".join(texts[cut:]))
        if upper is not None and lower is not None and upper != lower:
            return True
    return False


def _filled(labels: Sequence[Row], lines: Sequence[Run], centred: Sequence[float] | None) -> Iterator[Row]:
    """The headings with their lines: each line belongs to the label between whose borders it lies."""
    near: Sequence[float | None] = centred or [None] * (len(labels) - 1)
    ends = [_border(a, b, lines, about) for (a, b), about in zip(pairwise(labels), near, strict=True)]
    borders = [float("-inf"), *ends, float("inf")]
    for label, (top, bottom) in zip(labels, pairwise(borders), strict=True):
        own = tuple(line for line in lines if top < line.box.cy <= bottom)
        if label.part is not None and own:
            yield Row(label.part, label.heading, label.box, own)


def _border(upper: Row, lower: Row, lines: Sequence[Run], about: float | None) -> float:
    """Where the row of `upper` ends: under its own line for a particular, else in the gap where it must be by the labels,
    else behind a signature, else at the widest gap."""
    if upper.part is None:
        level = [line.box.y1 for line in lines if upper.box.y0 < line.box.cy < upper.box.y1]
        return min(max([upper.box.y1, *level]), lower.box.cy)
    gaps = [
        (a, b)
        for a, b in pairwise(lines)
        if upper.box.cy < (a.box.y1 + b.box.y0) / 2 < lower.box.cy and b.box.cy - a.box.cy > 0.5 * a.box.height
    ]
    if not gaps:
        return (upper.box.y1 + lower.box.y0) / 2
    if about is not None:
        return min(((a.box.y1 + b.box.y0) / 2 for a, b in gaps), key=lambda gap: abs(gap - about))
    signed = [gap for gap in gaps if _SIGNED.search(gap[0].wording) and not _SIGNED.search(gap[1].wording)]
    above, below = max(signed or gaps, key=lambda gap: gap[1].box.y0 - gap[0].box.y1)
    return (above.box.y1 + below.box.y0) / 2
