"""What one turn of a contestant cost, and the table of all of them."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Run(NamedTuple):
    """All pages once. Seconds of the clock and of the processors without start-up, which stands apart; peak memory in MB."""

    wall: float
    cpu: float
    start_up: float
    peak: float


def table(
    runs: Mapping[str, Sequence[Run]], pages: int, right: Mapping[str, tuple[float, float]], floor: str | None
) -> list[str]:
    """Lines of Markdown: medians, the ratio to the first contestant's and the time against the floor's of the same turn.

    `right` holds the shares of characters and of whole values that a contestant found.
    """
    columns = ["pages/min", "ratio (range)", "CPU s/page", "start-up s", "peak MB", "characters %", "values %"]
    if floor:
        columns.insert(2, "time over floor")
    lines = [f"| {pages} pages | " + " | ".join(columns) + " |", "|---" * (len(columns) + 1) + "|"]
    first, *_ = runs.values()
    for name, own in runs.items():
        ratios = [base.wall / run.wall for base, run in zip(first, own, strict=True)]
        found = right.get(name)
        cells = [
            f"{statistics.median(60 * pages / run.wall for run in own):.1f}",
            f"{statistics.median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f})",
            f"{statistics.median(run.cpu / pages for run in own):.2f}",
            f"{statistics.median(run.start_up for run in own):.1f}",
            f"{max(run.peak for run in own):.0f}",
            f"{100 * found[0]:.1f}" if found else "–",
            f"{100 * found[1]:.1f}" if found else "–",
        ]
        if floor:
            over = statistics.median(run.wall / base.wall for base, run in zip(runs[floor], own, strict=True))
            cells.insert(2, f"{over:.2f}")
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return lines
