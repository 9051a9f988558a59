"""Where square outlines may stand: pieces of ink that are square, holes that are, and frames of a known size in a row."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from extractors.marks.ink import Ink

Mask = NDArray[np.uint8]
Rects = NDArray[np.int64]
"""Rows of x, y, width, height in work pixels."""
TALL = (0.45, 2.0)
"""Side of a box by the usual height of characters."""
SQUARE = 0.22
"""Most difference of the sides by the longer one."""
OVERSHOOT = 0.8
"""How far a tick may reach beyond its box, by the box's side."""


def squares_in(ink: Ink) -> Rects:
    """Rectangles that may be a box: many letters, few boxes missed where a tick stays near its frame."""
    low, high = TALL[0] * ink.em, TALL[1] * ink.em
    rects = np.concatenate([_pieces(ink.pieces, low, high), ink.holes[_is_square(ink.holes, low, high)]])
    rects = rects[_bands_inked(ink.sums, rects) >= 0.25]
    return _distinct(rects[_sides_drawn(ink.dark, rects) >= 0.7])


def _is_square(rects: Rects, low: float, high: float) -> NDArray[np.bool_]:
    short, long = rects[:, 2:].min(axis=1), rects[:, 2:].max(axis=1)
    return np.asarray((short >= low) & (long <= high) & (long - short <= np.maximum(3, SQUARE * long)))


def _pieces(pieces: Rects, low: float, high: float) -> Rects:
    """Pieces of ink that are square, and the square corners of those that a tick makes larger."""
    short, long = pieces[:, 2:].min(axis=1), pieces[:, 2:].max(axis=1)
    larger = pieces[(short >= low) & (long <= (1 + OVERSHOOT) * high) & (long - short > 2)]
    found = [pieces[_is_square(pieces, low, high)]]
    for x, y, w, h in larger.tolist():
        side = min(w, h)
        found.append(
            np.array([(x, y, side, side), (x + w - side, y, side, side), (x, y + h - side, side, side)], np.int64)
        )
    return np.concatenate(found)


def _bands_inked(sums: NDArray[np.int32], rects: Rects) -> NDArray[np.float64]:
    """For each rectangle the third best of the inked shares of bands along its sides: quick, to leave most letters out."""
    height, width = sums.shape[0] - 1, sums.shape[1] - 1
    x0, y0 = np.clip(rects[:, 0], 0, width), np.clip(rects[:, 1], 0, height)
    x1, y1 = np.clip(rects[:, 0] + rects[:, 2], x0, width), np.clip(rects[:, 1] + rects[:, 3], y0, height)
    band = np.maximum(2, np.round(0.16 * rects[:, 2:].min(axis=1)).astype(np.int64))

    def inked(a: Rects, b: Rects, c: Rects, d: Rects) -> NDArray[np.float64]:
        total = sums[d, c] - sums[b, c] - sums[d, a] + sums[b, a]
        return np.asarray(total / 255.0 / np.maximum(1, (c - a) * (d - b)))

    near_x, near_y = np.minimum(x0 + band, x1), np.minimum(y0 + band, y1)
    far_x, far_y = np.maximum(x1 - band, x0), np.maximum(y1 - band, y0)
    sides = [inked(x0, y0, x1, near_y), inked(x0, far_y, x1, y1), inked(x0, y0, near_x, y1), inked(far_x, y0, x1, y1)]
    return np.asarray(np.sort(np.stack(sides), axis=0)[1])


def _sides_drawn(dark: Mask, rects: Rects) -> NDArray[np.float64]:
    """For each rectangle the third best of its sides' inked shares."""
    shares = np.zeros(len(rects))
    for i, (x, y, w, h) in enumerate(rects.tolist()):
        part = dark[max(0, y) : y + h, max(0, x) : x + w]
        band = max(2, round(0.16 * min(w, h)))
        if min(part.shape) <= 2 * band:
            continue
        sides = (
            part[:band].max(axis=0),
            part[-band:].max(axis=0),
            part[:, :band].max(axis=1),
            part[:, -band:].max(axis=1),
        )
        shares[i] = sorted(np.count_nonzero(side) / len(side) for side in sides)[1]
    return shares


def _distinct(rects: Rects) -> Rects:
    """`rects` without those nearly equal to an earlier one."""
    kept: list[tuple[int, int, int, int]] = []
    seen: dict[tuple[int, int], list[tuple[int, int, int, int]]] = {}
    for x, y, w, h in rects.tolist():
        key = (x // 16, y // 16)
        near = [r for dx in (-1, 0, 1) for dy in (-1, 0, 1) for r in seen.get((key[0] + dx, key[1] + dy), ())]
        if any(abs(x - r[0]) + abs(y - r[1]) + abs(w - r[2]) + abs(h - r[3]) <= 2 for r in near):
            continue
        kept.append((x, y, w, h))
        seen.setdefault(key, []).append((x, y, w, h))
    return np.array(kept, np.int64).reshape(-1, 4)


def frames_beside(ink: Ink, seed: tuple[int, int, int, int], along_row: bool, most: int = 10) -> Rects:
    """Places in the row (or the column) of the box `seed` where a frame of its size fits the ink, best first."""
    x, y, w, h = seed
    slack = max(2, round(0.3 * h))
    region = (
        (0, y - slack, ink.dark.shape[1], 2 * slack + h)
        if along_row
        else (x - slack, y - 10 * h, w + 2 * slack, 21 * h)
    )
    found = sorted(_fits(ink.sums, region, w, h), reverse=True)[:most]
    return np.array([(fx, fy, w, h) for _, fx, fy in found], np.int64).reshape(-1, 4)


def _fits(sums: NDArray[np.int32], region: tuple[int, int, int, int], w: int, h: int) -> list[tuple[float, int, int]]:
    """Score, x, y of the places within `region` where at least three sides of a w x h frame are inked."""
    height, width = sums.shape[0] - 1, sums.shape[1] - 1
    x0, y0 = max(0, region[0]), max(0, region[1])
    x1, y1 = min(width, region[0] + region[2]) - w, min(height, region[1] + region[3]) - h
    if x1 <= x0 or y1 <= y0:
        return []
    thick = 2

    def inked(dx: int, dy: int, wide: int, tall: int) -> NDArray[np.float32]:
        a, b, c, d = y0 + dy, y1 + dy, x0 + dx, x1 + dx
        total = sums[a + tall : b + tall, c + wide : d + wide] - sums[a:b, c + wide : d + wide]
        total = total - sums[a + tall : b + tall, c:d] + sums[a:b, c:d]
        return np.asarray(total / (255.0 * wide * tall), dtype=np.float32)

    sides = np.stack(
        [inked(0, 0, w, thick), inked(0, h - thick, w, thick), inked(0, 0, thick, h), inked(w - thick, 0, thick, h)]
    )
    sides.sort(axis=0)
    score = sides[1] * 0.4 + sides[2] * 0.3 + sides[3] * 0.3
    found: list[tuple[float, int, int]] = []
    rows, columns = np.nonzero(score > 0.55)
    order = np.argsort(-score[rows, columns], kind="stable")[:400]
    for r, c in zip(rows[order].tolist(), columns[order].tolist(), strict=True):
        if all(abs(x0 + c - fx) > 0.5 * w or abs(y0 + r - fy) > 0.5 * h for _, fx, fy in found):
            found.append((float(score[r, c]), x0 + c, y0 + r))
    return found
