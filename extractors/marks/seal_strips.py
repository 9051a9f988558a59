"""A seal in its own ink, its ring unrolled, and lines of its text as pictures for a recogniser."""

from __future__ import annotations

import math
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
_CAST, _WEAK = 0.02, 0.18
"""What paper may lack of being neutral, and what is added to a pixel's brightness before its colour is weighed by it, because
noise in the dark is colourful."""
_PAPER_STEP: Final = 12
_STRONGER, _CONDENSED, _MARGIN = 0.7, 0.6, 0.16
_PRINT = (0.15, 0.3)
"""How much darker than under ink alone the seal's lightest channel is where print begins under it, and where it is sure."""


def seal_ink(part: Bgr, blue: bool) -> Ink:
    """The red (or blue and violet) ink of `part`; print that the seal lies on hardly shows.

    Where nothing is printed the darkest channel has the sharpest outlines (colour is stored coarsely); where something is,
    only the share of colour tells ink from print.
    """
    # The paper is made neutral and even: a cast that is only subtracted would colour print.
    b, g, r = cv2.split(part / np.maximum(_paper(part), 1.0))
    bright, weakest = (b, np.minimum(r, g)) if blue else (r, np.maximum(b, g))
    share = np.clip(bright - weakest - _CAST, 0, None) / (bright + _WEAK)
    inked = share[share > 0.12]
    if inked.size < 50:
        return np.zeros(share.shape, np.float32)
    share = np.clip(share / float(np.quantile(inked, 0.7)), 0, 1)
    sure = share > 0.5
    dark, under = np.clip(1 - weakest, 0, 1), 1 - bright
    most = max(0.1, float(np.quantile(dark[sure], 0.7)))
    near = cv2.dilate((share > 0.1).astype(np.float32), np.ones((5, 5), np.uint8))
    low, high = (float(np.median(under[sure])) + more for more in _PRINT)
    printed = cv2.dilate(np.clip((under - low) / (high - low), 0, 1), np.ones((3, 3), np.uint8))
    return np.asarray(printed * share + (1 - printed) * near * np.clip(dark / most, 0, 1), dtype=np.float32)


def _paper(part: Bgr) -> Ink:
    """The colour of the bare paper at each pixel: the brightest of its neighbourhood."""
    height, width = part.shape[:2]
    small = cv2.resize(
        part, (max(4, width // _PAPER_STEP), max(4, height // _PAPER_STEP)), interpolation=cv2.INTER_AREA
    )
    small = cv2.medianBlur(cv2.dilate(small, np.ones((5, 5), np.uint8)), 5)
    return np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR), dtype=np.float32)


def unrolled(ink: Ink, ring: Ring) -> Ink:
    """The disc of `ring` with its circles as rows, the outermost first, and angles as columns, clockwise from straight down."""
    radii = np.arange(OUTERMOST, INNERMOST, -1 / WORK_RADIUS)
    count = round(2 * math.pi * 0.78 * WORK_RADIUS)
    turn = math.radians(ring.angle)
    # Angles are those of the page (the characters stand on the circle's tangent), radii those of the ellipse.
    angles = np.linspace(0, 2 * math.pi, count, endpoint=False) + math.pi / 2 - turn
    # Text and inner rings keep their distance from the rim, also along an oval one.
    inset = (1 - radii[:, None]) * ring.b
    along, across = (ring.a - inset) * np.cos(angles), (ring.b - inset) * np.sin(angles)
    x = ring.x + along * math.cos(turn) - across * math.sin(turn)
    y = ring.y + along * math.sin(turn) + across * math.cos(turn)
    return np.asarray(cv2.remap(ink, x.astype(np.float32), y.astype(np.float32), cv2.INTER_CUBIC), dtype=np.float32)


@dataclass(frozen=True, eq=False, slots=True)
class Strip:
    """A line of text, level: its ink, and for each column of it the column of the seal that it shows."""

    ink: Ink
    columns: NDArray[np.int64]
    condensed: float = _CONDENSED

    @property
    def picture(self) -> Bgr:
        """The line dark on white with a margin, for a recogniser; condensed, which costs less and reads no worse."""
        tall, wide = self.ink.shape
        grey = 255 - 235 * np.power(np.clip(self.ink, 0, 1), _STRONGER)
        small = cv2.resize(
            grey.astype(np.uint8), (max(8, round(self.condensed * wide)), tall), interpolation=cv2.INTER_AREA
        )
        above, aside = round(_MARGIN * tall) + 1, round(_MARGIN * tall) + 1
        framed = cv2.copyMakeBorder(small, above, above, aside, aside, cv2.BORDER_CONSTANT, value=255)
        return np.repeat(framed[:, :, None], 3, axis=2).astype(np.uint8)

    def place_of(self, share: float) -> float:
        """Where in `columns` it is that stands at `share`, 0-1, of the width of the picture."""
        aside = round(_MARGIN * len(self.ink)) + 1
        wide = max(8, round(self.condensed * len(self.columns)))
        return (share * (wide + 2 * aside) - aside) / wide * len(self.columns)
