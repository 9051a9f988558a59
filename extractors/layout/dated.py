"""Dates in running text with their places: words are kept apart, so that a number before a date does not spoil it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.layout.flow import Flow, Ink
from extractors.layout.lines import follows_closely
from extractors.values import date_ranges, dates
from extractors.values.date_ranges import DateRange
from extractors.values.dates import Incomplete, PartialDate

_NUMBER_THEN_YEAR = re.compile(r"(?<=[0-9A-Z]{5})(?=[〇零○一二三四五六七八九]{4}年)")


@dataclass(frozen=True, slots=True)
class DateHit:
    """A complete date at flow[start:end]."""

    start: int
    end: int
    value: PartialDate


@dataclass(frozen=True, slots=True)
class RangeHit:
    """A from-to at flow[start:end]; `first` and `last` are the places of its two dates where they stand in full."""

    start: int
    end: int
    value: DateRange
    first: tuple[int, int]
    last: tuple[int, int]


@dataclass(frozen=True, slots=True)
class TornHit:
    """The remains of a date at flow[start:end]."""

    start: int
    end: int
    value: Incomplete


class DatedText:
    """A flow's dates, ranges and torn dates, at offsets of the flow."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        spaced, at = _spaced(flow)
        self.dates = tuple(DateHit(*_back(at, found.start, found.end), found.value) for found in dates.find_all(spaced))
        self.ranges = tuple(
            self._range(*_back(at, found.start, found.end), found.value) for found in date_ranges.find_all(spaced)
        )
        self.torn = tuple(
            TornHit(*_back(at, found.start, found.end), found.value) for found in dates.find_incomplete(spaced)
        )

    def _range(self, start: int, end: int, value: DateRange) -> RangeHit:
        inside = [hit for hit in self.dates if start <= hit.start and hit.end <= end]
        first = (inside[0].start, inside[0].end) if inside else (start, end)
        last = (inside[-1].start, inside[-1].end) if len(inside) > 1 else (first[1] if inside else start, end)
        return RangeHit(start, end, value, first, last)


def _spaced(flow: Flow) -> tuple[str, list[int]]:
    """The flow's text with a blank between words that stand apart, and for each character its offset in the flow."""
    pieces: list[str] = []
    at: list[int] = []
    last: Ink | None = None
    for offset, ink in zip(flow.starts, flow.inks, strict=True):
        if last is not None and not follows_closely(last, ink):
            pieces.append(" ")
            at.append(offset)
        begin = 0
        for cut in (*(found.start() for found in _NUMBER_THEN_YEAR.finditer(ink.plain)), len(ink.plain)):
            if begin:
                pieces.append(" ")
                at.append(offset + begin)
            pieces.append(ink.plain[begin:cut].replace("_", " "))  # what is filled in on lines
            at.extend(range(offset + begin, offset + cut))
            begin = cut
        last = ink
    return "".join(pieces), at


def _back(at: list[int], start: int, end: int) -> tuple[int, int]:
    return at[start], at[end - 1] + 1
