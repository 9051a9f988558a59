"""Amounts on tiles, as web pages show them: a large number with its label above or below it; and boxes headed by a subject."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractors.kinds.training_hour_card.amounts import Claim, Hours
from extractors.kinds.training_hour_card.words import amount, hour_label, wording
from extractors.layout.flow import Flow
from extractors.layout.table_words import Run, glyphs_of
from extractors.layout.view import PageView
from models.geometry import Box

_LARGE = 1.25
_REACH, _OVER_BAR = 1.5, 2.8  # of the greater height: how far label and number may be apart
_BEYOND = re.compile(r"累[计积]|历年")
_REMARK = re.compile(r"\([^()]*\)$")
_OF_DUE = re.compile(
    r"(?P<done>\d{1,3}(?:\.\d{1,2})?)(?:个?(?:学时|学分|课时))?/\d{1,3}(?:\.\d)?(?:个?(?:学时|学分|课时))?"
)
_SAID = re.compile(
    r"(?P<label>[^:\d]{2,8})[:|]?(?P<amount>\d{1,3}(?:\.\d{1,2})?)个?(?:学时|学分|课时)?"
    r"(?:[/|,;(]?(?:需|应|要求|规定|标准|目标|不少于|不低于|至少)[^:]{0,12})?"
)


@dataclass(frozen=True, slots=True)
class _Number:
    flow: Flow
    end: int
    box: Box
    height: float
    cell: Box | None


@dataclass(frozen=True, slots=True)
class _Label:
    text: str
    subject: str
    box: Box
    height: float
    cell: Box | None


def read_tiles(view: PageView, hours: Hours, large: bool) -> Iterator[Claim]:
    """Amounts right above or below a label of hours, where each is nearest to the other.

    `large`: only digits larger than their labels, which are a tile's whatever else stands on the page.
    """
    free = [s for s in view.segments if all(hours.is_free(g) for ink in s.inks for g in glyphs_of(ink.word))]
    numbers = [n for segment in free if (n := _number(view, segment)) is not None]
    labels = [label for segment in view.segments if (label := _label(view, segment)) is not None]
    least = _LARGE if large else 0.0
    above = _pairs(numbers, labels, least, upward=True)
    below = _pairs(numbers, labels, least, upward=False)
    if not above and not below:  # a bar of progress may part them
        above = _pairs(numbers, labels, least, upward=True, reach=_OVER_BAR)
        below = _pairs(numbers, labels, least, upward=False, reach=_OVER_BAR)
        above, below = (pairs if len(pairs) > 1 else [] for pairs in (above, below))
    for number, label in _of_this_year(max(above, below, key=lambda pairs: (len(pairs), -_distance(pairs)))):
        value = amount(number.flow.plain[: number.end])
        if value is not None:
            yield Claim(label.subject, value, None, view, number.flow.span(0, number.end), 0.9)


def read_boxes(view: PageView, hours: Hours) -> Iterator[Claim]:
    """`已学：24学时` in a box, or under a heading, that says of which subject."""
    heads = [label for segment in view.segments if (label := _label(view, segment)) is not None]
    for segment in view.segments:
        found = _SAID.fullmatch(segment.plain)
        if found is None or not _is_done(found["label"]):
            continue
        box = segment.box(0, len(segment.text))
        over = [h for h in heads if h.box.cy < box.y0 and abs(h.box.x0 - box.x0) < 1.5 * box.height]
        head = max(over, key=lambda h: h.box.cy, default=None)
        value = amount(found["amount"])
        if head is not None and value is not None and box.y0 - head.box.y1 < 6 * box.height:
            hours.use(Run(tuple(g for ink in segment.inks for g in glyphs_of(ink.word))))
            yield Claim(head.subject, value, None, view, segment.span(*found.span("amount")), 0.85)


def _is_done(label: str) -> bool:
    """Whether `label` says hours done, of no subject in particular: 已学, 学时, 完成学时."""
    meaning = hour_label(label)
    bare = meaning is not None and meaning.subject is None and not meaning.required
    return bare or label in wording()["columns"]["hours"]


def _number(view: PageView, segment: Flow) -> _Number | None:
    """A segment that is an amount, or `24/18`: done of what is due."""
    text = segment.plain
    done = _OF_DUE.fullmatch(text)
    if done is None and amount(text) is None:
        return None
    end = done.end("done") if done else len(text)
    digits = segment.box(0, end)
    return _Number(segment, end, segment.box(0, len(text)), digits.height, view.cell_of(digits))


def _label(view: PageView, segment: Flow) -> _Label | None:
    """A segment that is a label of hours, without a remark in brackets, which may say how many are due."""
    meaning = hour_label(_REMARK.sub("", segment.text))
    if meaning is None or meaning.subject is None or meaning.required or amount(segment.text) is not None:
        return None
    box = segment.box(0, len(segment.text))
    return _Label(segment.text, meaning.subject, box, box.height, view.cell_of(box))


def _pairs(
    numbers: Sequence[_Number], labels: Sequence[_Label], least: float, upward: bool, reach: float = _REACH
) -> list[tuple[_Number, _Label]]:
    """The numbers right above (`upward`) or below labels; a label with several of them has none."""
    found: dict[int, tuple[_Number, _Label]] = {}
    for label in labels:
        near = [n for n in numbers if _near(n, label, upward, reach) and n.height >= least * label.height]
        if len(near) != 1:
            continue
        (number,) = near
        other = found.get(id(number))
        if other is None or _distance([(number, label)]) < _distance([other]):
            found[id(number)] = (number, label)
    return list(found.values())


def _of_this_year(pairs: Sequence[tuple[_Number, _Label]]) -> Iterator[tuple[_Number, _Label]]:
    """The pairs without sums over several years, where another of that subject is none."""
    yearly = {label.subject for _, label in pairs if not _BEYOND.search(label.text)}
    return ((n, label) for n, label in pairs if not (_BEYOND.search(label.text) and label.subject in yearly))


def heads_tiles(view: PageView, labels: Iterable[Box]) -> bool:
    """Whether every one of these texts has a large number right above: labels of tiles, and no header of what is below."""
    numbers = [n for segment in view.segments if (n := _number(view, segment)) is not None]
    boxes = list(labels)
    return bool(boxes) and all(
        any(_near(n, _Label("", "", box, box.height, None), True) and n.height >= _LARGE * box.height for n in numbers)
        for box in boxes
    )


def _near(number: _Number, label: _Label, upward: bool, reach: float = _REACH) -> bool:
    gap = label.box.y0 - number.box.y1 if upward else number.box.y0 - label.box.y1
    height = max(number.box.height, label.box.height)
    if number.cell is not None and label.cell is not None and number.cell != label.cell:
        return False
    level = abs(number.box.cx - label.box.cx) < 1.2 * height or abs(number.box.x0 - label.box.x0) < 0.6 * height
    return -0.4 * height < gap < reach * height and level


def _distance(pairs: Sequence[tuple[_Number, _Label]]) -> float:
    return sum(abs(number.box.cy - label.box.cy) for number, label in pairs) / max(len(pairs), 1)
