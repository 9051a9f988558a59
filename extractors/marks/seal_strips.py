"""A seal's text as level lines: the ring unrolled, the middle cut out, in the seal's own ink."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.marks.seal_shapes import Ring

Bgr = NDArray[np.uint8]
Ink = NDArray[np.float32]
"""How much seal ink there is at each pixel, 0-1."""
WORK_RADIUS: Final = 130
"""Pixels from the centre to the ring in what is unrolled: characters of a name come out 30 to 45 pixels tall."""
INNERMOST, OUTERMOST = 0.3, 1.1
_WEAK = 45.0
"""Added to a pixel's brightness before its colour is weighed by it: noise in the dark is colourful."""
_STRONGER, _CONDENSED, _MARGIN = 0.7, 0.6, 0.16
_LINED: Final = 0.72
"""Inked share of a circle from which it is a ring; letters cover a third."""
_PRINT = (0.15, 0.3)
"""How much darker than under ink alone the seal's lightest channel is where print begins under it, and where it is sure."""


def seal_ink(part: Bgr, blue: bool) -> Ink:
    """The red (or blue and violet) ink of `part`; print that the seal lies on hardly shows.

    Where nothing is printed the darkest channel has the sharpest outlines (colour is stored coarsely); where something is,
    only the share of colour tells ink from print.
    """
    b, g, r = (plane.astype(np.float32) for plane in cv2.split(part))
    bright, weakest = (b, np.minimum(r, g)) if blue else (r, np.maximum(b, g))
    excess = bright - weakest
    excess -= float(np.median(excess[excess <= np.quantile(excess, 0.6)]))
    share = np.clip(excess, 0, None) / (bright + _WEAK)
    inked = share[share > 0.12]
    if inked.size < 50:
        return np.zeros(share.shape, np.float32)
    share = np.clip(share / float(np.quantile(inked, 0.7)), 0, 1)
    paper = [float(np.quantile(plane, 0.75)) for plane in (bright, weakest)]
    print_dark = 1 - bright / max(paper[0], 1.0)
    dark = np.clip(1 - weakest / max(paper[1], 1.0), 0, 1)
    most = float(np.quantile(dark[share > 0.5], 0.7)) if (share > 0.5).any() else 1.0
    near = cv2.dilate((share > 0.1).astype(np.float32), np.ones((5, 5), np.uint8))
    plain = near * np.clip(dark / max(most, 0.1), 0, 1)
    own = float(np.median(print_dark[share > 0.5])) if (share > 0.5).any() else 0.2
    low, high = (own + more for more in _PRINT)
    printed = np.clip((print_dark - low) / (high - low), 0, 1)
    printed = cv2.dilate(printed, np.ones((3, 3), np.uint8))
    return np.asarray(printed * share + (1 - printed) * plain, dtype=np.float32)


def unrolled(ink: Ink, ring: Ring) -> Ink:
    """The disc of `ring` with its circles as rows, the outermost first, and angles as columns, clockwise from straight down."""
    radii = np.arange(OUTERMOST, INNERMOST, -1 / WORK_RADIUS)
    count = round(2 * math.pi * 0.78 * WORK_RADIUS)
    turn = math.radians(ring.angle)
    # Angles are those of the page (the characters stand on the circle's tangent), radii those of the ellipse.
    angles = np.linspace(0, 2 * math.pi, count, endpoint=False) + math.pi / 2 - turn
    along, across = ring.a * np.cos(angles), ring.b * np.sin(angles)
    x = ring.x + radii[:, None] * (along * math.cos(turn) - across * math.sin(turn))
    y = ring.y + radii[:, None] * (along * math.sin(turn) + across * math.cos(turn))
    return np.asarray(cv2.remap(ink, x.astype(np.float32), y.astype(np.float32), cv2.INTER_CUBIC), dtype=np.float32)


@dataclass(frozen=True, eq=False, slots=True)
class Strip:
    """A line of text, level: its ink, and for each column of it the column of the seal that it shows."""

    ink: Ink
    columns: NDArray[np.int64]

    @property
    def picture(self) -> Bgr:
        """The line dark on white with a margin, for a recogniser; condensed, which costs less and reads no worse."""
        tall, wide = self.ink.shape
        grey = 255 - 235 * np.power(np.clip(self.ink, 0, 1), _STRONGER)
        small = cv2.resize(grey.astype(np.uint8), (max(8, round(_CONDENSED * wide)), tall), interpolation=cv2.INTER_AREA)
        above, aside = round(_MARGIN * tall) + 1, round(_MARGIN * tall) + 1
        framed = cv2.copyMakeBorder(small, above, above, aside, aside, cv2.BORDER_CONSTANT, value=255)
        return np.repeat(framed[:, :, None], 3, axis=2).astype(np.uint8)

    def place_of(self, share: float) -> float:
        """Where in `columns` it is that stands at `share`, 0-1, of the width of the picture."""
        aside = round(_MARGIN * len(self.ink)) + 1
        wide = max(8, round(_CONDENSED * len(self.columns)))
        return (share * (wide + 2 * aside) - aside) / wide * len(self.columns)


def arc_line(disc: Ink) -> Strip | None:
    """The text along the ring of an `unrolled` disc as one level line, from the ring's opening on; None where there is none."""
    inside = _inside(disc)
    disc = np.roll(disc, -_opening(disc, inside), axis=1)
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
    return Strip(np.take(band, columns, axis=1, mode="wrap"), columns)


def _columns(runs: Sequence[tuple[int, int]], side: int, space: int) -> NDArray[np.int64]:
    """The columns of `runs` with the blanks between, wide ones narrowed to `space`, and `side` more at the ends."""
    kept = [np.arange(runs[0][0] - side, runs[0][1])]
    for before, run in zip(runs, runs[1:], strict=False):
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
    if columns[: tall // 2].sum() < 0.1 * columns.sum():
        return True  # text below the star, which comes close to the name
    return wide > 1.5 * tall and len(rows) < 0.6 * tall
