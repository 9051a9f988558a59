"""Ruled cells are found on clean, scanned, photographed and tilted tables; letters never make cells."""

from __future__ import annotations

import random

import cv2
import numpy as np
import pytest
from mark_pages import SANS, Bgr, Rect, bgr, blank, draw_table, font, matched, photo, scan, text, tilt
from PIL import ImageDraw

from extractors.marks.cells import find_cells

STYLES = {
    "solid": {"line": 2},
    "faint": {"line": 1, "ink": (110, 110, 110)},
    "dashed": {"line": 1, "dash": 10},
    "thick": {"line": 4},
    "blue": {"line": 2, "ink": (60, 80, 160)},
}


def tilted_box(box: Rect, angle: float, page: Bgr) -> Rect:
    matrix = cv2.getRotationMatrix2D((page.shape[1] / 2, page.shape[0] / 2), -angle, 1)
    x, y = matrix @ np.array([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2, 1])
    half_w, half_h = (box[2] - box[0]) / 2, (box[3] - box[1]) / 2
    return float(x - half_w), float(y - half_h), float(x + half_w), float(y + half_h)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("quality", ["clean", "scan", "photo", "tilt"])
def test_cells_of_a_table(style: str, quality: str) -> None:
    hits = false = total = 0
    for seed in (1, 4):
        image = blank(*((1654, 2339) if seed % 2 else (2339, 1654)))
        cells = draw_table(image, seed, 9 + seed, 4 + seed, **STYLES[style])  # type: ignore[arg-type]
        page = bgr(image)
        if quality == "tilt":
            cells = [tilted_box(cell, 2.0, page) for cell in cells]
            page = scan(tilt(page, 2.0), seed)
        elif quality != "clean":
            page = scan(page, seed) if quality == "scan" else photo(page, seed)
        found = matched(cells, [tuple(box) for box in find_cells(page)])
        hits, false, total = hits + found[0], false + found[1], total + len(cells)
    # Where dashes are bridged, a few letters beside them are too; a shaded photo of hairlines loses some.
    hard = style == "dashed" or (style, quality) == ("faint", "photo")
    assert hits >= (0.93 if hard else 0.99) * total
    assert false <= (0.06 if hard else 0.01) * total


def test_text_has_no_cells() -> None:
    image = blank()
    draw = ImageDraw.Draw(image)
    rng = random.Random(3)
    y = 80
    while y < 2150:
        size = rng.choice((28, 36, 60, 90))
        draw.text((150, y), text(rng, 1300 // size), "black", font(SANS, size))
        y += int(size * 1.5)
    assert find_cells(bgr(image)) == []


def test_frame_of_the_page_is_no_cell_of_a_table_in_it() -> None:
    image = blank()
    cells = draw_table(image, 2, 6, 3)
    ImageDraw.Draw(image).rectangle((30, 30, 1624, 2309), outline="black", width=3)
    found = find_cells(bgr(image))
    assert matched(cells, [tuple(box) for box in found]) == (len(cells), 0)
