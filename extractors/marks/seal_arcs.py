"""The name along a seal's ring as one level line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from extractors.marks.seal_strips import OUTERMOST, WORK_RADIUS, Ink, Strip

_LINED: Final = 0.72
"""Inked share of a circle from which it is a ring; letters cover a third."""


def arc_line(disc: Ink) -> Strip | None:
    """The text along the ring of an `unrolled` disc as one level line, from the ring's opening on; None where there is none."""
    inside = _inside(disc)
    opening = _opening(disc, inside)
    disc = np.roll(disc, -opening, axis=1)
    top, bottom = _band(disc, inside)
    if bottom - top < 0.08 * WORK_RADIUS:
        return None
    band = disc[top:bottom]
    tall = bottom - top
    runs = _runs(band)
    if not runs:
        return None
    groups = [g for g in _groups(runs, 0.6 * tall) if not _is_small(band, g)]
    if not groups:
        return None
    kept = [run for group in groups for run in group]
    columns = _columns(kept, round(0.1 * tall), round(0.35 * tall))
    return Strip(np.take(band, columns, axis=1, mode="wrap"), columns + opening)


def turn_of(strip: Strip, disc: Ink) -> float:
    """How far, in degrees clockwise, the seal is turned, by the middle of the name."""
    middle = (strip.columns[0] + strip.columns[-1]) / 2 / disc.shape[1]
    return float((360 * middle) % 360 - 180)


def _columns(runs: Sequence[tuple[int, int]], side: int, space: int) -> NDArray[np.int64]:
    """The columns of `runs` with the blanks between, wide ones narrowed to `space`, and `side` more at the ends."""
    kept = [np.arange(runs[0][0] - side, runs[0][1])]
    for before, run in pairwise(runs):
        blank = min(run[0] - before[1], space)
        # What a blank holds at its ends stays: faint ends of strokes.
        kept += [np.arange(before[1], before[1] + blank // 2), np.arange(run[0] - (blank - blank // 2), run[1])]
    kept.append(np.arange(runs[-1][1], runs[-1][1] + side))
    return np.concatenate(kept)


def _inside(disc: Ink) -> int:
    """The first row inside the innermost ring."""
    cover = (disc > 0.4).mean(axis=1)
    outer = round((OUTERMOST - 0.86) * WORK_RADIUS)
    ring = int(cover[:outer].argmax())
    top = ring
    while top < outer + 8 and cover[top] > 0.3 * cover[ring]:
        top += 1
    for row in range(top, round((OUTERMOST - 0.72) * WORK_RADIUS)):
        if cover[row] > _LINED:
            top = row + 1
    return top


def _opening(disc: Ink, top: int) -> int:
    """The column in the middle of the widest stretch without text close inside the ring."""
    near = (disc[top + 3 : round((OUTERMOST - 0.72) * WORK_RADIUS)] > 0.35).sum(axis=0) >= 3
    at = np.flatnonzero(near)
    if not len(at):
        return 0
    blanks = np.diff(at, append=at[0] + len(near))
    widest = int(blanks.argmax())
    return int(at[widest] + blanks[widest] // 2) % len(near)


def _band(disc: Ink, top: int) -> tuple[int, int]:
    """The rows that hold the text along the ring, seen opposite its opening, where nothing stands below the name."""
    width = disc.shape[1]
    text = disc[:, width // 4 : width - width // 4].mean(axis=1)
    first, last = top + 3, round((OUTERMOST - 0.55) * WORK_RADIUS)
    fullest = first + int(text[first:last].argmax())
    least = 0.15 * float(text[fullest])
    bottom = fullest
    while text[bottom] > least and bottom < (OUTERMOST - 0.42) * WORK_RADIUS:
        bottom += 1
    start = fullest
    while start > top and text[start] > 0.5 * least:
        start -= 1
    return start, min(len(text), bottom + 1)


def _runs(band: Ink) -> list[tuple[int, int]]:
    """Stretches of columns with ink."""
    on = (band > 0.25).sum(axis=0) >= max(2, 0.06 * len(band))
    edges = np.flatnonzero(np.diff(np.concatenate([[False], on, [False]]).astype(np.int8))).tolist()
    return list(zip(edges[::2], edges[1::2], strict=True))


def _groups(runs: list[tuple[int, int]], space: float) -> list[list[tuple[int, int]]]:
    groups = [[runs[0]]]
    for run in runs[1:]:
        if run[0] - groups[-1][-1][1] > space:
            groups.append([run])
        else:
            groups[-1].append(run)
    return groups


def _is_small(band: Ink, group: list[tuple[int, int]]) -> bool:
    """Whether the group is a speck, or the number below the name: much lower than the band and close to the ring."""
    columns = band[:, group[0][0] : group[-1][1]] > 0.35
    rows = np.flatnonzero(columns.any(axis=1))
    wide, tall = columns.shape[1], len(band)
    if len(rows) == 0 or (wide < 0.15 * tall and len(rows) < 0.4 * tall):
        return True
    if columns[: tall // 2].sum() < 0.2 * columns.sum():
        return True  # text below the star, which comes close to the name
    return wide > 1.5 * tall and len(rows) < 0.6 * tall
