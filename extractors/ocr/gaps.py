"""Ink inside a line that no recognised character explains.

A recogniser can pass over a character and still be sure of itself: `二〇一四年` comes back as `二一四年`, score 1.00.
The score does not show it; the page does, for the ink of the lost character lies where no character was placed.
"""

from __future__ import annotations

import unicodedata
from typing import Final, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.ocr.engine import Image
from extractors.ocr.recognition import HEIGHT, Line

# All lengths below are in ems, the height of a Han character. On lines drawn in seven fonts a character's centre was
# found within 0.14 em of its glyph's, 0.2 em for Latin letters and digits.
WIDE_REACH: Final = 0.66
NARROW_REACH: Final = 0.5
LEAST_WIDTH: Final = 0.36
LEAST_HEIGHT: Final = 0.34
STROKE_WIDTH: Final = 0.5
JOIN: Final = 0.16
LEAST_CONTRAST: Final = 50


class Gap(NamedTuple):
    """A stretch of unexplained ink along a crop, as shares 0-1 of its width."""

    start: float
    end: float


def find_gaps(crop: Image, line: Line) -> list[Gap]:
    """The stretches of `crop` that hold ink the size of a character but no character of `line`."""
    if not line.text:
        return []
    ink = ink_of(crop)
    if ink is None:
        return []
    width = ink.shape[1]
    em = _em(ink, line)
    if em < 0.35 * HEIGHT:
        return []
    free = np.ones(width, bool)
    for character, centre in zip(line.text, line.centres, strict=True):
        reach = em * (WIDE_REACH if _is_wide(character) else NARROW_REACH)
        free[max(0, round(centre * width - reach)) : max(0, round(centre * width + reach))] = False
    runs = _runs(ink.any(axis=0) & free, JOIN * em)
    found = [run for run in runs if _is_character(ink[:, slice(*run)], em) and not _is_checkbox(_whole(ink, run, em))]
    found += _lost_digits(ink, line)
    return [Gap(a / width, b / width) for a, b in sorted(found)]


def _lost_digits(ink: NDArray[np.bool_], line: Line) -> list[tuple[int, int]]:
    """Places in an evenly set number where the pitch doubles and there is ink half way."""
    centres = np.array(line.centres) * ink.shape[1]
    narrow = [not _is_wide(c) and c.isalnum() for c in line.text]
    pairs = [(centres[i], centres[i + 1]) for i in range(len(narrow) - 1) if narrow[i] and narrow[i + 1]]
    if len(pairs) < 5:
        return []
    pitch = float(np.median([b - a for a, b in pairs]))
    found = []
    for a, b in pairs:
        start, end = round((a + b) / 2 - 0.3 * pitch), round((a + b) / 2 + 0.3 * pitch) + 1
        if b - a > 1.75 * pitch and ink[:, start:end].any(axis=1).mean() > 0.3:
            found.append((start, end))
    return found


def ink_of(crop: Image) -> NDArray[np.bool_] | None:
    """The dark strokes of a crop at the recogniser's height, without rules; None where there is too little contrast."""
    height, width = crop.shape[:2]
    grey = cv2.cvtColor(crop, cv2.COLOR_BGR2GRAY)
    grey = cv2.resize(grey, (max(8, round(width * HEIGHT / height)), HEIGHT), interpolation=cv2.INTER_AREA)
    dark, paper = (float(v) for v in np.percentile(grey, (3, 85)))
    if paper - dark < LEAST_CONTRAST:
        return None
    ink = (grey < paper - 0.45 * (paper - dark)).astype(np.uint8)
    rules = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((1, round(1.6 * HEIGHT)), np.uint8))
    ink[cv2.dilate(rules, np.ones((3, 1), np.uint8)) > 0] = 0
    found: NDArray[np.bool_] = ink > 0
    found[:, ink.mean(axis=0) > 0.92] = False
    return found


def is_zero(crop: Image, gap: Gap) -> bool:
    """Whether what stands in `gap` is one round empty ring: the 〇 of Chinese numerals."""
    ink = ink_of(crop)
    if ink is None:
        return False
    width = ink.shape[1]
    run = (round(gap.start * width), round(gap.end * width))
    if not ink[:, slice(*run)].any():
        return False
    piece = _whole(ink, run, float(HEIGHT))
    tall, wide = piece.shape
    if not (0.75 < wide / tall < 1.33 and tall > 0.4 * HEIGHT):
        return False
    y, x = tall / 2 - 0.5, wide / 2 - 0.5
    rows, columns = np.mgrid[:tall, :wide]
    distance = np.hypot((rows - y) / (tall / 2), (columns - x) / (wide / 2))
    angle = (np.arctan2(rows - y, columns - x) // (np.pi / 8)).astype(int)
    ring = (distance > 0.65) & (distance < 1.08)
    closed = all(piece[ring & (angle == part)].any() for part in range(-8, 8))
    return bool(closed and piece[distance < 0.6].mean() < 0.03 and piece[distance > 1.15].mean() < 0.05)


def _em(ink: NDArray[np.bool_], line: Line) -> float:
    """The height of a Han character in pixels of `ink`: from the ink's own height, or the pitch if closer."""
    rows = np.flatnonzero(ink.sum(axis=1) > max(1.0, 0.01 * ink.shape[1]))
    if not rows.size:
        return 0.0
    wide = [_is_wide(character) for character in line.text]
    tall = float(rows[-1] - rows[0] + 1) / (0.92 if any(wide) else 0.74)
    centres = np.array(line.centres) * ink.shape[1]
    pitches = [
        b - a for a, b, i in zip(centres, centres[1:], range(len(wide)), strict=False) if wide[i] and wide[i + 1]
    ]
    return min(tall, float(HEIGHT), 1.05 * float(np.median(pitches)) if len(pitches) >= 3 else tall)


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WFA"


def _runs(profile: NDArray[np.bool_], join: float) -> list[tuple[int, int]]:
    """The stretches of true values, those less than `join` apart taken together."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], profile, [False])).astype(np.int8)))
    runs: list[tuple[int, int]] = []
    for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        if runs and start - runs[-1][1] <= join:
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
    return runs


def _is_character(ink: NDArray[np.bool_], em: float) -> bool:
    """Whether the piece is of a character's size, or a level stroke such as 一."""
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    height, width = rows[-1] - rows[0] + 1, columns[-1] - columns[0] + 1
    if height >= LEAST_HEIGHT * em:
        return bool(width >= LEAST_WIDTH * em)
    middle = (rows[0] + rows[-1]) / 2 / len(ink)
    return bool(STROKE_WIDTH * em <= width <= 1.1 * em and 0.35 < middle < 0.65)


def _whole(ink: NDArray[np.bool_], run: tuple[int, int], em: float) -> NDArray[np.bool_]:
    """The glyph that `run` is part of: to the next bare columns on both sides, half an em away at most."""
    inked = np.asarray(ink.any(axis=0), dtype=np.bool_)
    start, end = run
    while start > max(0, run[0] - em / 2) and inked[start - 1]:
        start -= 1
    while end < min(len(inked), run[1] + em / 2) and inked[end]:
        end += 1
    piece: NDArray[np.bool_] = ink[:, start:end]
    rows = np.flatnonzero(piece.any(axis=1))
    return np.asarray(piece[rows[0] : rows[-1] + 1], dtype=np.bool_)


def _is_checkbox(piece: NDArray[np.bool_]) -> bool:
    """Four inked sides round a mostly empty square without a bar across: a mark (and not text), ticked or not."""
    height, width = piece.shape
    if not 0.7 < width / height < 1.4:
        return False
    band = max(2, height // 6)
    inside = piece[band:-band, band:-band]
    sides = (
        piece[:band].any(axis=0),
        piece[-band:].any(axis=0),
        piece[:, :band].any(axis=1),
        piece[:, -band:].any(axis=1),
    )
    corners = (piece[:band, :band], piece[:band, -band:], piece[-band:, :band], piece[-band:, -band:])
    closed = sum(side.mean() > 0.8 for side in sides) >= 3 and sum(corner.any() for corner in corners) >= 3
    barred = max(inside.mean(axis=0).max(initial=0), inside.mean(axis=1).max(initial=0)) > 0.65
    return bool(closed and not barred and inside.mean() < 0.5)
