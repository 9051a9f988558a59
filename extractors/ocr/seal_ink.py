"""Seal ink taken off a page before reading: a seal over text is the first cause of characters lost without a sign.

Red ink is nearly white in the red channel, so there the text under it shows as if nothing were stamped on it; blue and
violet ink are lightest in the blue channel. Red is lifted wherever it stands, blue only in the shape of a seal, because
people sign and fill in forms with blue pens.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.connected import pieces_of
from extractors.ocr.engine import Image
from models.geometry import Box

Mask = NDArray[np.bool_]

COLOURED: Final = 22
STRONG: Final = 60
GAIN: Final = 1.12
MOST_GAIN: Final = 1.7
LEAST_SHARE: Final = 0.0002
SAMPLED_SIDE: Final = 350
PAPER_SCALE: Final = 16
# Paper around coloured ink that is looked at with it, in pixels.
ROOM: Final = 96
BLUE, RED = 0, 2
# Shares of the longer side: how far ink spoils its surroundings, the least diameter of a seal, the widest letter space
# and the least height of a line of print.
REACH: Final = 0.008
SEAL_SIZE: Final = 0.07
LETTER_SPACES: Final = (0.03, 0.08)
LARGEST_LETTER: Final = 0.12
LEAST_LINE: Final = 0.006


@dataclass(frozen=True, slots=True)
class CleanPage:
    """A page without its seal ink. `ink` marks the pixels that were changed, None when there were none.

    `reach` is the ink of seals with the paper close to it, one entry for a square of `step` x `step` pixels;
    Red print (a title, a number) is not seal ink: it stays as it is.
    """

    image: Image
    ink: Mask | None = None
    reach: Mask | None = None
    step: int = 1


def remove_seal_ink(image: Image) -> CleanPage:
    """The page with seal ink lifted to the paper below; the page itself where it has none (grey pages cost nothing).

    An inked pixel takes the paper's colour, darkened as much as its lightest channel, with a gain, is under the paper's.
    """
    step = max(1, min(4, max(image.shape[:2]) // SAMPLED_SIDE))
    sampled = np.ascontiguousarray(image[::step, ::step])
    gains = _paper_gains(sampled)
    red = _excess(sampled, gains, RED)
    usual = float(np.median(red))
    blue_seals = _seal_shapes(_excess(sampled, gains, BLUE) > COLOURED)
    small = red > usual + COLOURED
    if small.mean() < LEAST_SHARE and not blue_seals:
        return CleanPage(image)
    cleaned = image.copy()
    ink = np.zeros(image.shape[:2], np.bool_)
    steps = [(box, RED, usual) for box in _extent(small)] + [(box, BLUE, 0.0) for box in blue_seals]
    for box, channel, ground in steps:
        part = _part(box, step)
        given = np.ascontiguousarray(image[part])
        excess = _excess(given, gains, channel)
        inked = excess > ground + COLOURED
        strong = excess > ground + STRONG if channel == RED else inked
        _lift(cleaned[part], inked, _paper_of(image, part), channel, strong)
        ink[part] |= inked
    for box in _print_lines(small):
        part = _part(box, step)
        if _is_alone(cleaned[part], ink[part]):
            cleaned[part] = image[part]
            ink[part] = False
    return CleanPage(cleaned, ink, _reach(ink, step), step)


def seal_cover(page: CleanPage, box: Box) -> float:
    """The share of `box`, 0-1, that lies under or right beside the ink of a seal."""
    if page.reach is None:
        return 0.0
    x0, y0, x1, y1 = (int(v / page.step) for v in box)
    part = page.reach[max(0, y0) : y1 + 1, max(0, x0) : x1 + 1]
    return float(part.mean()) if part.size else 0.0


def _extent(small: Mask) -> list[tuple[int, int, int, int]]:
    """The box x0, y0, x1, y1 around all ink, with room for what lies between the samples."""
    x, y, width, height = cv2.boundingRect(small.view(np.uint8))
    return [(max(0, x - 2), max(0, y - 2), x + width + 2, y + height + 2)] if width else []


def _part(box: tuple[int, int, int, int], step: int) -> tuple[slice, slice]:
    x0, y0, x1, y1 = (value * step for value in box)
    return slice(y0, y1), slice(x0, x1)


def _paper_gains(sampled: Image) -> tuple[float, float, float]:
    """What makes the paper of a page with a colour cast neutral, by channel."""
    paper = [float(np.median(sampled[..., channel])) for channel in range(3)]
    grey = sorted(paper)[1]
    blue, green, red = (min(1.35, max(0.75, grey / max(value, 1.0))) for value in paper)
    return blue, green, red


def _excess(image: Image, gains: tuple[float, float, float], channel: int) -> NDArray[np.uint8]:
    """How far a channel stands above green (red: above blue too), the paper taken as neutral."""
    planes = [
        plane if abs(gain - 1) < 0.02 else cv2.convertScaleAbs(plane, alpha=gain)
        for plane, gain in zip(cv2.split(image), gains, strict=True)
    ]
    blue, green, red = planes
    if channel == RED:
        return np.asarray(cv2.subtract(red, cv2.max(blue, green)), dtype=np.uint8)
    excess = cv2.subtract(blue, green)
    excess[red > np.asarray(blue, np.int16) + 20] = 0  # violet has much red, but less than blue
    return np.asarray(excess, dtype=np.uint8)


def _lift(cleaned: Image, ink: Mask, paper: Image, channel: int, strong: Mask) -> None:
    """Lift the pixels of `ink` in place. Ink that is dark even in its own channel is given a larger gain."""
    points = cv2.findNonZero(ink.view(np.uint8))
    if points is None:
        return
    at = tuple(points.reshape(-1, 2).T[::-1])
    under = paper[at].astype(np.float32)
    share = cleaned[at][:, channel] / np.maximum(under[:, channel], 1.0)
    pure = share[strong[at]]
    gain = min(MOST_GAIN, max(GAIN, 1 / float(np.percentile(pure, 15)))) if pure.size else GAIN
    cleaned[at] = (under * np.minimum(1.0, share * gain)[:, None]).astype(np.uint8)


def _paper_of(image: Image, part: tuple[slice, slice]) -> Image:
    """The paper of a part of the page, what lies around it being looked at too."""
    rows, columns = part
    above, aside = min(ROOM, rows.start), min(ROOM, columns.start)
    paper = _paper(image[rows.start - above : rows.stop + ROOM, columns.start - aside : columns.stop + ROOM])
    height, width = image[part].shape[:2]
    return paper[above : above + height, aside : aside + width]


def _paper(image: Image) -> Image:
    """The colour of the bare paper at each pixel: the brightest of the neighbourhood, smoothed."""
    height, width = image.shape[:2]
    size = (max(1, width // PAPER_SCALE), max(1, height // PAPER_SCALE))
    small = cv2.resize(image, size, interpolation=cv2.INTER_AREA)
    small = cv2.medianBlur(cv2.dilate(small, np.ones((5, 5), np.uint8)), 5)
    return np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR), dtype=np.uint8)


def _seal_shapes(ink: Mask) -> list[tuple[int, int, int, int]]:
    """The boxes x0, y0, x1, y1 of connected ink of a seal's size and proportions."""
    _, stats = pieces_of(_dilated(ink.astype(np.uint8), 3, 3))
    unit = max(ink.shape)
    x, y, width, height, _ = stats[1:].T
    found = []
    for box in np.flatnonzero(
        (np.minimum(width, height) > SEAL_SIZE * unit) & (width < 2 * height) & (height < 2 * width)
    ):
        level = np.abs(y + height / 2 - y[box] - height[box] / 2) < 0.3 * height[box]
        alike = level & (np.abs(height - height[box]) < 0.4 * height[box])
        if alike.sum() >= 3 and height[box] < LARGEST_LETTER * unit:
            continue  # a title in large letters
        found.append((int(x[box]), int(y[box]), int(x[box] + width[box]), int(y[box] + height[box])))
    return found


def _print_lines(ink: Mask) -> list[tuple[int, int, int, int]]:
    """The boxes x0, y0, x1, y1 where ink stands in lines or columns like print, seals left out."""
    rest = ink.astype(np.uint8)
    for x0, y0, x1, y1 in _seal_shapes(ink):
        rest[y0:y1, x0:x1] = 0
    unit = max(ink.shape)
    spaces = [max(3, round(space * unit)) for space in LETTER_SPACES]
    found = []
    for wide, tall in [(space, 3) for space in spaces] + [(3, space) for space in spaces]:
        _, stats = pieces_of(_dilated(rest, tall, wide))
        for x, y, width, height, area in stats[1:].tolist():
            long, short = (width, height) if wide > tall else (height, width)
            if long > 2.2 * short and short > LEAST_LINE * unit and area > 0.3 * width * height:
                found.append((x, y, x + width, y + height))
                rest[y : y + height, x : x + width] = 0
    return found


def _dilated(mask: NDArray[np.uint8], tall: int, wide: int) -> NDArray[np.uint8]:
    return np.asarray(cv2.dilate(mask, np.ones((tall, wide), np.uint8)), dtype=np.uint8)


def _is_alone(cleaned: Image, ink: Mask) -> bool:
    """Whether there is next to no dark ink besides the coloured: nothing is lost by leaving the colour where it is."""
    grey = cv2.cvtColor(cleaned, cv2.COLOR_BGR2GRAY)
    dark = (grey < 0.5 * float(np.percentile(grey, 90))) & ~ink
    return int(dark.sum()) < 0.15 * int(ink.sum())


def _reach(ink: Mask, step: int) -> Mask:
    """The ink of seals, enlarged by what it may spoil."""
    small = ink[::step, ::step].astype(np.uint8)
    size = 2 * round(REACH * max(small.shape)) + 1
    return np.asarray(cv2.dilate(small, np.ones((size, size), np.uint8)) > 0, dtype=np.bool_)
