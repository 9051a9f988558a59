"""Trains the network of `extractors/marks/box_states.py` on drawn pages: `python -m benchmarks.train_box_states OUT.npz [PAGES]`."""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks.option_rows import draw_page
from extractors.marks.box_states import EMPTY, NOTHING, TICKED, patches
from extractors.marks.ink import ink_of
from extractors.marks.squares import frames_beside, squares_in
from models.geometry import Box
from samples import quality

Floats = NDArray[np.float32]
HIDDEN, STEPS = 48, 9000
SHARES = {NOTHING: 110, EMPTY: 60, TICKED: 60}
"""Patches of each state in a training step."""


def page_patches(seed: int) -> tuple[Floats, NDArray[np.int64]]:
    """Patches of a drawn and worn page with their states; places that only partly meet a box are left out."""
    rng = random.Random(seed)
    sheet, drawn = draw_page(seed)
    take = (quality.clean, lambda s: quality.scan(s, rng, skew=rng.uniform(-0.5, 0.5)), lambda s: quality.photo(s, rng))
    taken = take[(0, 1, 2, 2)[seed % 4]](sheet)
    image = np.ascontiguousarray(np.asarray(taken.image.convert("RGB"))[:, :, ::-1])
    boxes = [(box, b.ticked) for b in drawn if (box := taken.box(Box(*b.rect))) is not None]
    ink = ink_of(image)
    rects = squares_in(ink)
    order = rng.sample(range(len(rects)), min(len(rects), 25))
    beside = [frames_beside(ink, tuple(rects[i].tolist()), i % 2 == 0) for i in order]
    found = [ink.back(*r) for r in np.concatenate([rects, *beside]).tolist()]
    labelled = [(f, s) for f in found if (s := _state(f, boxes)) is not None]
    labelled += [(box, TICKED if ticked else EMPTY) for box, ticked in boxes]
    places = np.array([(b.x0, b.y0, b.width, b.height) for b, _ in labelled], np.float64)
    return patches(ink.tone, places), np.array([s for _, s in labelled], np.int64)


def _state(place: Box, boxes: list[tuple[Box, bool]]) -> int | None:
    best, ticked = max(((_overlap(place, box), t) for box, t in boxes), default=(0.0, False))
    if best < 0.35:
        return NOTHING
    return None if best < 0.62 else TICKED if ticked else EMPTY


def _overlap(a: Box, b: Box) -> float:
    common = a.intersection(b)
    return common.area / (a.area + b.area - common.area) if common else 0.0


def trained(values: Floats, states: NDArray[np.int64], rng: np.random.Generator) -> list[Floats]:
    """Weights and biases of both layers, by Adam on patches shifted by a pixel, dimmed and made noisy."""
    size, last = values.shape[1], len(SHARES)
    side = round(size**0.5)
    layers = [rng.normal(0, (2 / n) ** 0.5, (n, m)) for n, m in ((size, HIDDEN), (HIDDEN, last))]
    weights = [layers[0], np.zeros(HIDDEN), layers[1], np.zeros(last)]
    mean, square = [np.zeros_like(w) for w in weights], [np.zeros_like(w) for w in weights]
    places = {state: np.flatnonzero(states == state) for state in SHARES}
    for step in range(1, STEPS + 1):
        batch = np.concatenate([rng.choice(places[state], count) for state, count in SHARES.items()])
        x = values[batch].reshape(-1, side, side)
        if rng.random() < 0.4:
            x = np.roll(x, rng.integers(-1, 2, 2).tolist(), (1, 2))
        x = (x * rng.uniform(0.8, 1.1, (len(x), 1, 1)) + rng.normal(0, 0.03, x.shape)).reshape(len(batch), -1)
        kept = (rng.random((len(batch), HIDDEN)) > 0.15) / 0.85
        hidden = np.maximum(x @ weights[0] + weights[1], 0) * kept
        scores = hidden @ weights[2] + weights[3]
        error = np.exp(scores - scores.max(axis=1, keepdims=True))
        error /= error.sum(axis=1, keepdims=True)
        error[np.arange(len(batch)), states[batch]] -= 1
        error /= len(batch)
        back = (error @ weights[2].T) * (hidden > 0) * kept
        slopes = [x.T @ back + 2e-4 * weights[0], back.sum(axis=0), hidden.T @ error, error.sum(axis=0)]
        rate = 1e-3 * (1 + np.cos(np.pi * step / STEPS)) + 1e-5
        for i, slope in enumerate(slopes):
            mean[i] = 0.9 * mean[i] + 0.1 * slope
            square[i] = 0.999 * square[i] + 0.001 * slope**2
            weights[i] -= rate * (mean[i] / (1 - 0.9**step)) / (np.sqrt(square[i] / (1 - 0.999**step)) + 1e-8)
    return [w.astype(np.float32) for w in weights]


def main(out: Path, pages: int) -> None:
    cv2.setNumThreads(1)
    parts = [page_patches(seed) for seed in range(1, pages + 1)]
    values, states = np.concatenate([p[0] for p in parts]), np.concatenate([p[1] for p in parts])
    layers = trained(values, states, np.random.default_rng(1))
    kept: dict[str, Any] = {f"layer{i}": layer.astype(np.float16) for i, layer in enumerate(layers)}
    np.savez(out, **kept)
    print(f"{len(states)} patches of {pages} pages: {np.bincount(states).tolist()}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 500)
