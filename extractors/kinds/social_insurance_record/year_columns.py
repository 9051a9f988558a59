"""Months without their year (`1月 已缴`) that stand under a year: years side by side, one under another, or as columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.kinds.social_insurance_record.pieces import UNSURE, Period, Piece, doubted, is_nothing
from extractors.layout.flow import Span
from extractors.layout.lines import Line
from extractors.layout.view import PageView
from models.geometry import Box, union

_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)(?:年[度份]?)?(?:缴费|参保|情况|记录|明细|[:,(]?共?计?\d{1,2}个月\)?)*[:]?")
_STATE = r"(?:已?缴费?|已?到账|正常|参保|缴纳|成功|√|✓|[-—/×✕○●]|未|欠|断|停|补|暂|中断|[¥元\d.,:()])*"
_MONTH = re.compile(rf"(?<![\d年.])(?P<month>1[0-2]|0?[1-9])月份?[.,:·]?(?P<said>{_STATE}?)(?=(?:1[0-2]|0?[1-9])月|$)")
_PAID = re.compile(r"已|正常|到账|成功|√|✓|●|[1-9]")  # what else is said is for a person to look at
_UNPAID = re.compile(r"[未欠断停暂缓中]|[^1-9]*0[.,0]*元?$")  # and a nought behind 已缴
_LEAST = 6  # months on a page that make a calendar
_NEARER = 0.6  # of the way to the next year's heading


@dataclass(frozen=True)
class _Head:
    year: int
    box: Box
    line: int


@dataclass(frozen=True)
class _Entry:
    """A month of some year, what is said behind it, and how far that reaches."""

    month: int
    span: Span
    said: str
    box: Box
    line: int


def under_years(view: PageView) -> Iterator[Period]:
    """The months that stand under headings of years, each with the year that it stands under; doubted where two could be."""
    heads = list(_heads(view))
    entries = [entry for at, line in enumerate(view.lines) for entry in _entries(at, line, heads)]
    if not heads or len(entries) < _LEAST:
        return
    told: list[tuple[int, bool, _Entry]] = []
    for entry in entries:
        above = max((head.line for head in heads if head.line <= entry.line), default=None)
        row = [
            head for head in heads if head.line == above and not (above == entry.line and head.box.x0 > entry.box.x0)
        ]
        told += _by_year(view, entry, row)
    yield from _periods(view, sorted(told, key=lambda one: (one[0], one[2].month)))


def _periods(view: PageView, told: Sequence[tuple[int, bool, _Entry]]) -> Iterator[Period]:
    times = Counter((year, entry.month) for year, _, entry in told)
    silent = all(not entry.said for _, _, entry in told)
    for year, sure, entry in told:
        unpaid = is_nothing(entry.said) or _UNPAID.match(entry.said) is not None
        once = sure and times[year, entry.month] == 1 and not unpaid and _PAID.search(entry.said) is not None
        piece = Piece(
            f"{year}-{entry.month:02}", entry.span, 0.85 if once else UNSURE, () if once or unpaid else ("doubtful",)
        )
        period = Period(view, piece, piece)
        yield doubted(period, "unpaid") if unpaid and not silent else period


def _heads(view: PageView) -> Iterator[_Head]:
    for at, line in enumerate(view.lines):
        found = [(m, s) for s in line.segments if (m := _YEAR.fullmatch(s.text)) is not None]
        for match, segment in found:
            if "年" in match.group() or len(found) > 1:
                yield _Head(int(match["year"]), segment.span(0, len(segment.text)).box, at)


def _entries(at: int, line: Line, heads: Sequence[_Head]) -> list[_Entry]:
    """The months of a row that holds hardly anything else, each with what stands between it and the next."""
    found: list[tuple[int, Span, list[str], list[Box]]] = []
    for segment in line.segments:
        months = list(_MONTH.finditer(segment.text))
        whole = segment.span(0, len(segment.text)).box
        if months and months[0].start() == 0:
            for match in months:
                span = segment.span(match.start(), match.start("said"))
                found.append((int(match["month"]), span, [match["said"]], [segment.span(*match.span()).box]))
        elif found:
            found[-1][2].append(segment.text)
            found[-1][3].append(whole)
        elif not any(head.line == at and head.box == whole for head in heads):
            return []
    return [_Entry(month, span, "".join(said), union(boxes), at) for month, span, said, boxes in found]


def _by_year(view: PageView, entry: _Entry, row: Sequence[_Head]) -> list[tuple[int, bool, _Entry]]:
    """The entry with its year and whether no other could be meant; one a year where the years are columns beside it."""
    covered = [head for head in row if entry.box.x0 < head.box.cx < entry.box.x1]
    if len(row) > 1 and len(covered) > 1 and all(entry.span.box.x1 < head.box.x0 for head in row):
        return [(head.year, True, _part(view, entry, head, row)) for head in row]
    near = sorted(row, key=lambda head: abs(head.box.cx - entry.box.cx))
    if not near:
        return []
    if len(near) == 1:
        return [(near[0].year, True, entry)]
    first, second = (abs(head.box.cx - entry.box.cx) for head in near[:2])
    return [(near[0].year, len(covered) < 2 and first <= _NEARER * second, entry)]


def _part(view: PageView, entry: _Entry, head: _Head, row: Sequence[_Head]) -> _Entry:
    """What the row of a month says in the column of a year."""
    behind = [i for i in view.lines[entry.line].inks if i.box.x0 > entry.span.box.x1]
    own = [i for i in behind if min(row, key=lambda one: abs(one.box.cx - i.box.cx)) is head]
    box = union([entry.span.box, *(i.box for i in own)])
    return _Entry(entry.month, entry.span, "".join(i.text for i in own), box, entry.line)
