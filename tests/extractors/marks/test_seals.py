"""Seals by colour and shape; red print, frames and grey pages have none."""

from __future__ import annotations

import math

import cv2
import numpy as np
import pytest
from mark_pages import SONG, Rect, bgr, blank, draw_table, font, overlap, photo, scan, tilt
from PIL import Image, ImageDraw

from extractors.marks.seals import find_seals

RED, BLUE, PURPLE = (205, 32, 38), (40, 70, 200), (130, 40, 170)


def stamp(image: Image.Image, cx: float, cy: float, rx: float, ry: float, colour: tuple[int, int, int] = RED) -> Rect:
    """A round or oval seal with a star and letters on its arc."""
    draw = ImageDraw.Draw(image)
    draw.ellipse((cx - rx, cy - ry, cx + rx, cy + ry), outline=colour, width=max(3, int(rx / 18)))
    star = [
        (cx + rx * 0.26 * k * math.sin(math.pi * i / 5), cy - ry * 0.26 * k * math.cos(math.pi * i / 5))
        for i, k in enumerate([1, 0.4] * 5)
    ]
    draw.polygon(star, fill=colour)
    letters = font(SONG, int(rx * 0.28))
    for i, char in enumerate("越州精工机械有限公司"):
        turn = math.radians(-130 + 29 * i)
        at = (cx + rx * 0.76 * math.sin(turn), cy - ry * 0.76 * math.cos(turn))
        draw.text(at, char, colour, letters, anchor="mm")
    return cx - rx, cy - ry, cx + rx, cy + ry


def name_stamp(image: Image.Image, x: float, y: float, side: float) -> Rect:
    draw = ImageDraw.Draw(image)
    draw.rectangle((x, y, x + side, y + side), outline=RED, width=5)
    for i, char in enumerate("吴印远山"):
        at = (x + side * (0.72 - 0.44 * (i // 2)), y + side * (0.28 + 0.44 * (i % 2)))
        draw.text(at, char, RED, font(SONG, int(side * 0.4)), anchor="mm")
    return x, y, x + side, y + side


def agree(true: list[Rect], image: np.ndarray) -> bool:  # type: ignore[type-arg]
    found = [tuple(mark.box) for mark in find_seals(image)]
    return len(found) == len(true) and all(any(overlap(t, f) > 0.75 for f in found) for t in true)


@pytest.mark.parametrize("colour", [RED, BLUE, PURPLE])
@pytest.mark.parametrize("quality", ["clean", "scan", "photo"])
def test_seals_over_a_table(colour: tuple[int, int, int], quality: str) -> None:
    image = blank()
    draw_table(image, 3, 12, 5)
    true = [stamp(image, 1150, 1900, 160, 160, colour), stamp(image, 500, 600, 150, 105, colour)]
    page = bgr(image)
    if quality != "clean":
        page = scan(page, 2) if quality == "scan" else photo(page, 2)
    assert agree(true, page)


def test_overlapping_seals_are_two() -> None:
    image = blank()
    assert agree([stamp(image, 800, 1500, 160, 160), stamp(image, 1030, 1560, 160, 160)], bgr(image))


def test_name_seal_and_round_seal() -> None:
    image = blank()
    true = [stamp(image, 1150, 1900, 160, 160), name_stamp(image, 500, 1800, 95)]
    assert agree(true, scan(bgr(image), 4))


def test_tilted_seal() -> None:
    image = blank()
    box = stamp(image, 827, 1170, 160, 160)
    assert agree([box], tilt(bgr(image), 8))


def test_no_seal_without_colour() -> None:
    image = blank()
    stamp(image, 1150, 1900, 160, 160)
    grey = cv2.cvtColor(bgr(image), cv2.COLOR_BGR2GRAY)
    assert find_seals(np.repeat(grey[:, :, None], 3, axis=2)) == []


def test_red_print_is_no_seal() -> None:
    image = blank(2339, 1654)
    draw = ImageDraw.Draw(image)
    draw.rectangle((50, 50, 2289, 1604), outline=RED, width=16)
    draw.rectangle((80, 80, 2259, 1574), outline=RED, width=4)
    draw.text((700, 200), "中国荣誉证书", RED, font(SONG, 150))
    draw.text((300, 1300), "№ 0012345", RED, font(SONG, 50))
    draw.rectangle((300, 500, 620, 950), fill=(200, 30, 35))
    draw.ellipse((390, 580, 530, 760), fill=(225, 190, 170))
    assert find_seals(scan(bgr(image), 1)) == []
