"""The spans of time that a check counted, as bars on a common axis of years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.finding import TimelineStep

WIDTH = 600.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One step; `x` and `width` in units of WIDTH, `wanted_x` where the years asked for are reached."""

    step: TimelineStep
    x: float
    width: float
    wanted_x: float | None


@dataclass(frozen=True, slots=True)
class Timeline:
    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, int], ...]


def _in_years(date: str) -> float:
    parts = [int(p) for p in date.split("-")]
    month, day = (parts[1] if len(parts) > 1 else 1), (parts[2] if len(parts) > 2 else 1)
    return parts[0] + (month - 1) / 12 + (day - 1) / 365.25


def timeline_of(steps: Sequence[TimelineStep]) -> Timeline | None:
    """The steps drawn to scale; None where there are none."""
    if not steps:
        return None
    spans = [(_in_years(s.start), max(_in_years(s.start), _in_years(s.end))) for s in steps]
    wanted = [start + s.threshold for s, (start, _) in zip(steps, spans, strict=True) if s.threshold is not None]
    first = int(min(start for start, _ in spans))
    last = int(max(*(end for _, end in spans), *wanted, first)) + 1
    scale = WIDTH / (last - first)

    def x(year: float) -> float:
        return round((year - first) * scale, 1)

    bars = tuple(
        Bar(s, x(a), max(1.0, x(b) - x(a)), None if s.threshold is None else x(a + s.threshold))
        for s, (a, b) in zip(steps, spans, strict=True)
    )
    every = max(1, (last - first) // 10)
    return Timeline(bars, tuple((x(year), year) for year in range(first, last, every)))
