"""Conditions of a 破格 form that are chosen by ticks: boxes before the classes (A类, B类) and before the numbered conditions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.layout.flow import Span
from extractors.layout.table_words import Glyph, Run, glyphs_of, lines_of, shear
from extractors.layout.view import PageView
from extractors.values import numerals
from models.page import Mark

_SIGNS = re.compile(r"^[☑☐□■√✓✔口_]+")
_CLASS = re.compile(r"(?:破格)?[(]?(?P<class>[AB甲乙])(?:类|[)]|$)")
_IN_TEXT = re.compile(r"(?P<class>[AB甲乙])类")
_NUMBERED = re.compile(
    r"(?P<letter>[AB])?(?:类)?(?:第?[(]?(?P<n>[1-9]|[一二三四五六七八九十])(?:[)、.,:]|[条项款](?!目)))|(?P<short>[AB])(?P<m>[1-9])(?![0-9])"
)
_LETTERS = {"甲": "A", "乙": "B"}
_REACH = 60.0
_UNSURE, _SURE = 0.45, 0.9


def ticked(view: PageView) -> tuple[list[str], Span, float] | None:
    """The conditions ticked, `A2`, `A5` or `B`, where they stand and how sure; None where no such boxes are ticked."""
    classes: list[tuple[str, Mark, Run]] = []
    numbers: list[tuple[str, str, Mark, Run]] = []
    for mark, label in _labels(view):
        text = _SIGNS.sub("", label.squashed)
        if found := _NUMBERED.match(text):
            letter, n = found["letter"] or found["short"] or "", found["n"] or found["m"]
            numbers.append((letter, str(numerals.parse(n) or n), mark, label))
        elif found := _CLASS.match(text):
            classes.append((_LETTERS.get(found["class"], found["class"]), mark, label))
    chosen = [entry for entry in classes if entry[1].checked]
    letter = chosen[0][0] if len(chosen) == 1 else ""
    spoken = letter or ("" if classes else _only_class(view))
    order = sorted(numbers, key=lambda entry: (round(shear(entry[2].box, view.slope).y0 / view.glyph), entry[2].box.x0))
    picked = [entry for entry in order if entry[2].checked]
    items = [f"{own or spoken}{n}" for own, n, _, _ in picked]
    if not items and letter != "B":
        return None
    runs = [entry[3] for entry in picked] or [chosen[0][2]]
    marks = [entry[2] for entry in numbers] + [entry[1] for entry in classes]
    sure = len(chosen) <= 1 and all(m.checked is not None for m in marks) and len(set(items)) == len(items)
    sure = sure and (bool(items) or not numbers)
    quality = min([_SURE if sure else _UNSURE, *(m.confidence for m in marks if m.checked)])
    return items or [letter], runs[0].span, quality


def _only_class(view: PageView) -> str:
    """The class of the page's conditions where it speaks of one class alone (`A类破格条件`)."""
    named = {_LETTERS.get(m["class"], m["class"]) for m in _IN_TEXT.finditer(view.flow.text)}
    return named.pop() if len(named) == 1 else ""


def _labels(view: PageView) -> Iterator[tuple[Mark, Run]]:
    """Each box with the text right of it, up to the next box on its row."""
    boxes = [mark for mark in view.marks if mark.kind == "checkbox"]
    glyphs = [glyph for ink in view.inks if not ink.word.vertical for glyph in glyphs_of(ink.word)]
    for mark in boxes:
        row = shear(mark.box, view.slope)
        rights = [shear(m.box, view.slope) for m in boxes if m is not mark]
        end = min((b.x0 for b in rights if b.x0 > row.x1 and abs(b.cy - row.cy) < row.height), default=float("inf"))
        taken = _right_of(glyphs, view, row.x1, min(end, row.x1 + _REACH * row.height), row.cy, row.height)
        lines = lines_of(taken, view.slope)
        if lines:
            yield mark, max(lines, key=lambda run: len(run.squashed))


def _right_of(
    glyphs: Sequence[Glyph], view: PageView, start: float, end: float, middle: float, height: float
) -> list[Glyph]:
    found = []
    for glyph in glyphs:
        box = shear(glyph.box, view.slope)
        if start - 0.2 * height <= box.cx < end and abs(box.cy - middle) < 0.8 * max(height, 0.6 * box.height):
            found.append(glyph)
    return found
