"""Which year a card is about: labels, headings, rows of a table, whole-year periods."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.kinds.table_person import Candidate
from extractors.kinds.training_hour_card.amounts import Claim, Entry, Hours
from extractors.kinds.training_hour_card.words import year_in
from extractors.layout.flow import Flow
from extractors.layout.lines import Line
from extractors.layout.neighbours import LabelledPage
from extractors.layout.view import PageView
from extractors.values import years
from models.geometry import Box

_TITLE = re.compile(r"学时|学分|继续教育|登记[卡表]|证明")
_NOT_THE_YEAR = re.compile(r"结转|上一?年|起至|打印|有效期|文件|号|通知")
_WHOLE_YEAR = re.compile(
    r"(?P<year>20\d\d)[年.\-/]0?1[月.\-/](?:0?1日?)?(?:起?[至到\-—~]+)(?:同年|当年|(?P=year)[年.\-/])?12[月.\-/](?:31日?|底)?"
)
_PART_OF_YEAR = re.compile(
    r"(?P<year>20\d\d)[年.\-/]0?1[月.\-/]0?1日?(?:起?[至到\-—~]+)(?:(?P=year)[年.\-/])?(?:1[0-2]|0?[1-9])[月.\-/](?:3[01]|[12]?\d|0\d)日?(?![年\d])"
)
_YEAR_ALONE = re.compile(r"[(【]?(?P<year>20\d\d)(?:年度?)?[)】]?")
_HEADING, _SHORT = 0.93, 16
_GLUED = 0.9  # a year and nothing else behind its label, although no colon parts them
_SENTENCE = re.compile(r"[。;]|备注|说明|注:")


@dataclass(frozen=True, slots=True)
class YearMark:
    """A year that the card may be about, with the place it stands at; several `years` for a range, `told` for that of an amount.

    `form`: the rest of the short line that it begins.
    """

    years: tuple[int, ...]
    page: int
    top: float
    candidate: Candidate
    told: bool = False
    form: str = ""


def year_marks(pages: Sequence[LabelledPage], hours: Hours) -> list[YearMark]:
    """All marks; of lines of one form that begin with different years each is a heading."""
    found = [*_all_marks(pages, hours)]
    alike: dict[str, set[tuple[int, ...]]] = {}
    for mark in found:
        alike.setdefault(mark.form, set()).add(mark.years)
    headed = {form for form, named in alike.items() if form and len(named) > 1}
    return [
        replace(m, candidate=replace(m.candidate, quality=max(m.candidate.quality, _HEADING)))
        if m.form in headed
        else m
        for m in found
    ]


def _all_marks(pages: Sequence[LabelledPage], hours: Hours) -> Iterator[YearMark]:
    in_courses = {word for word, _, _ in hours.used}
    stated: list[Claim | Entry] = [*hours.claims, *hours.entries]
    for page in pages:
        number = page.view.page.number
        for value in page.find("year"):
            found = re.match(r"\(?([〇零○一二三四五六七八九0-9\-~至到年度、,]{4,})", value.text)
            named = years.parse(found.group(1)) if found else None
            if found and named:
                span = value.span(*found.span(1))
                quality = value.quality * (1.0 if value.way != "below" else 0.8)
                if value.way == "row" and found.end() == len(value.text):
                    quality = max(quality, _GLUED)
                candidate = Candidate(str(named[0]), page.view, span, quality)
                yield YearMark(named, number, span.box.cy, candidate)
        for claim in stated:
            if claim.year is not None and claim.view is page.view:
                yield from _row_mark(page.view, claim)
        for column in page.view.column_lines:
            for line in column:
                yield from _line_marks(page.view, line.flow, in_courses)
            yield from _wrapped_marks(page.view, column)


def by_columns(pages: Sequence[PageView], claims: Sequence[Claim]) -> list[Claim]:
    """`claims` with the year that heads their column, where several years stand side by side as headings."""
    found = list(claims)
    for view in pages:
        for heads in _side_by_side(view):
            below = [
                i
                for i, c in enumerate(found)
                if c.view is view and (c.told or c.year is None) and c.span.box.y0 > heads[0].y1
            ]
            if {_nearest(heads, found[i].span.box) for i in below} >= set(range(len(heads))):
                for i in below:
                    found[i] = replace(found[i], year=heads[_nearest(heads, found[i].span.box)].year, told=False)
    return found


@dataclass(frozen=True, slots=True)
class _Head:
    year: int
    x: float
    y1: float


def _side_by_side(view: PageView) -> Iterator[list[_Head]]:
    """Rows of at least two different years that stand by themselves, nothing else on the row."""
    for line in view.lines:
        heads = []
        for segment in line.segments:
            alone = _YEAR_ALONE.fullmatch(segment.text)
            if alone is None:
                break
            box = segment.box(0, len(segment.text))
            heads.append(_Head(int(alone["year"]), box.cx, box.y1))
        if len(heads) == len(line.segments) == len({h.year for h in heads}) and len(heads) > 1:
            yield heads


def _nearest(heads: Sequence[_Head], box: Box) -> int:
    return min(range(len(heads)), key=lambda i: abs(heads[i].x - box.cx))


def _row_mark(view: PageView, claim: Claim | Entry) -> Iterator[YearMark]:
    """The place of a table row's own year: the nearest text that says it on the amount's line or above it."""
    wanted = str(claim.year)
    spots = []
    for line in view.lines:
        at = line.flow.text.find(wanted)
        if at >= 0 or (year_in(line.text) == claim.year and (at := 0) == 0):
            end = at + (4 if line.flow.text[at : at + 4] == wanted else len(line.text))
            spots.append((abs(line.box.cy - claim.span.box.cy), line.flow.span(at, end)))
    if spots:
        span = min(spots, key=lambda s: s[0])[1]
        yield YearMark((int(wanted),), view.page.number, span.box.cy, Candidate(wanted, view, span, 0.97), told=True)


def _line_marks(view: PageView, flow: Flow, in_courses: set[int]) -> Iterator[YearMark]:
    """Years in headings (`2021年度`, `二〇二一年`), ranges (`2021-2023年度`) and sentences."""
    text = flow.text
    title = _TITLE.search(text) is not None and len(text) <= 45 and not _SENTENCE.search(text)
    for found in years.find_all(text):
        start, end, named = found.start, found.end, found.value
        if id(flow.parts(start, end)[0][0].word) in in_courses:
            continue
        around = text[max(0, start - 6) : end + 3]
        if re.match(r"[〇一二三四五六七八九十]{1,2}月", text[end:]) or _NOT_THE_YEAR.search(around):
            continue
        yearly = "年度" in text[start:end] or text[end : end + 1] == "度"
        alone = len(text) - (end - start) <= 2
        quality = 0.97 if title and yearly else 0.92 if yearly and alone else 0.9 if title else 0.85 if yearly else 0.6
        digits = re.match(r"[〇零○oOD一二三四五六七八九0-9]{4}", text[start:end])
        stop = start + 4 if digits and len(named) == 1 else end
        span = flow.span(start, stop)
        form = text[end:] if yearly and start <= 2 and len(text) <= _SHORT and len(named) == 1 else ""
        yield YearMark(named, view.page.number, span.box.cy, Candidate(str(named[0]), view, span, quality), form=form)
    if (period := _WHOLE_YEAR.search(text) or _PART_OF_YEAR.search(text)) is not None:
        span = flow.span(*period.span("year"))
        candidate = Candidate(period["year"], view, span, 0.8 if _WHOLE_YEAR.search(text) else 0.7)
        yield YearMark((int(period["year"]),), view.page.number, span.box.cy, candidate)
    bare = re.search(r"(?<![A-Z〔号字])\((20\d\d)\)$", text) if title else None
    if bare:
        span = flow.span(*bare.span(1))
        yield YearMark((int(bare[1]),), view.page.number, span.box.cy, Candidate(bare[1], view, span, 0.92))


def _wrapped_marks(view: PageView, lines: Sequence[Line]) -> Iterator[YearMark]:
    """A year at a line's end whose 年度 begins the next."""
    for line, following in pairwise(lines):
        found = re.search(r"(?<![0-9])20\d\d$", line.text)
        if found is not None and following.text.startswith("年度") and not _NOT_THE_YEAR.search(line.text[-10:]):
            span = line.flow.span(*found.span())
            yield YearMark((int(found[0]),), view.page.number, span.box.cy, Candidate(found[0], view, span, 0.85))
