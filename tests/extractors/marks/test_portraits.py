"""Portraits on certificates: grounds of all colours, grey ones, paper-white ones, with a seal over a corner, faint, in shade."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from mark_pages import SANS, SONG, Rect, bgr, blank, draw_table, font, overlap, photo, scan
from PIL import Image, ImageDraw, ImageFilter
from seal_drawings import Design, press, seal_ink

from extractors.marks.photo import find_photos

Colour = tuple[int, int, int]
GROUNDS = {"blue": (60, 120, 200), "red": (200, 30, 40), "white": (246, 246, 248), "grey": (225, 226, 230)}


def portrait(image: Image.Image, x: float, y: float, height: float, ground: Colour, grey: bool = False) -> Rect:
    """Head and shoulders before `ground`, softly lit from one side."""
    wide, tall = round(height / 1.4), round(height)
    picture = Image.new("RGB", (wide, tall), ground)
    draw = ImageDraw.Draw(picture)
    draw.ellipse((0.08 * wide, 0.68 * tall, 0.92 * wide, 1.5 * tall), fill=(45, 50, 70))
    draw.polygon(
        [(0.42 * wide, 0.7 * tall), (0.58 * wide, 0.7 * tall), (0.5 * wide, 0.85 * tall)], fill=(235, 235, 235)
    )
    draw.rectangle((0.42 * wide, 0.5 * tall, 0.58 * wide, 0.72 * tall), fill=(205, 165, 140))
    draw.ellipse((0.29 * wide, 0.16 * tall, 0.71 * wide, 0.62 * tall), fill=(215, 175, 150))
    draw.pieslice((0.27 * wide, 0.1 * tall, 0.73 * wide, 0.5 * tall), 170, 370, fill=(35, 30, 28))
    shade = (
        np.asarray(picture.filter(ImageFilter.GaussianBlur(tall / 90)), np.float32)
        * np.linspace(0.9, 1.04, wide)[:, None]
    )
    picture = Image.fromarray(np.clip(shade, 0, 255).astype(np.uint8))
    image.paste(picture.convert("L").convert("RGB") if grey else picture, (round(x), round(y)))
    return x, y, x + wide, y + tall


def certificate(ground: Colour, grey: bool, sealed: bool, height: float = 290) -> tuple[Image.Image, Rect]:
    image = blank(1654, 1169, (252, 249, 238))
    draw = ImageDraw.Draw(image)
    draw.rectangle((40, 40, 1614, 1129), outline=(170, 30, 30), width=8)
    draw.text((560, 90), "毕业证书", (150, 20, 20), font(SONG, 110))
    for i in range(6):
        draw.text((560, 330 + 70 * i), "学生周启航性别男一九九二年生于本校机械专业修完", (25, 25, 25), font(SONG, 38))
    box = portrait(image, 180, 330, height, ground, grey)
    if sealed:
        design = Design(name="越州理工大学", radius=(110, 110))
        press(image, seal_ink(design), box[2], box[3], design)
    return image, box


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("grey", [False, True])
@pytest.mark.parametrize("sealed", [False, True])
@pytest.mark.parametrize("quality", ["clean", "scan", "photo", "faint"])
def test_portraits(ground: str, grey: bool, sealed: bool, quality: str) -> None:
    image, box = certificate(GROUNDS[ground], grey, sealed)
    page = bgr(image)
    if quality == "faint":
        page = scan(np.asarray(255 - 0.6 * (255.0 - page), dtype=np.uint8), 5)
    elif quality != "clean":
        page = scan(page, 5) if quality == "scan" else photo(page, 5)
    found = [tuple(mark.box) for mark in find_photos(page)]
    assert len(found) == 1
    assert overlap(found[0], box) > 0.55


def test_a_portrait_in_a_cell() -> None:
    image = blank()
    draw_table(image, 5, 12, 4)
    box = portrait(image, 1180, 260, 230, GROUNDS["white"])
    (found,) = find_photos(bgr(image))
    assert overlap(tuple(found.box), box) > 0.5


def test_print_seals_and_pictures_of_other_things_are_no_portraits() -> None:
    image = blank()
    draw = ImageDraw.Draw(image)
    draw_table(image, 7, 14, 4)
    draw.text((300, 1950), "荣誉证书", (180, 20, 20), font(SANS, 220))
    draw.ellipse((1300, 2050, 1500, 2250), fill=(190, 30, 30))
    draw.polygon([(150, 2250), (230, 2000), (310, 2250)], fill=(30, 60, 140))
    design = Design(name="越州精工机械有限公司", radius=(150, 150))
    press(image, seal_ink(design), 900, 1200, design)
    for quality in ("clean", "scan"):
        page = bgr(image) if quality == "clean" else scan(bgr(image), 2)
        assert find_photos(page) == []
        assert find_photos(np.repeat(cv2.cvtColor(page, cv2.COLOR_BGR2GRAY)[:, :, None], 3, axis=2)) == []
