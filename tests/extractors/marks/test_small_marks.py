"""Check boxes and their state, rings round options, codes: and print that only looks like them."""

from __future__ import annotations

import math
import random

import numpy as np
import pytest
import zxingcpp
from mark_pages import FONTS, KAI, SANS, Bgr, Rect, bgr, blank, font, matched, overlap, scan, text
from PIL import Image, ImageDraw

from extractors.marks import find_marks
from extractors.marks.checkboxes import find_checkboxes
from extractors.marks.ink import ink_of
from extractors.marks.rings import find_rings

OPTIONS = ("优秀", "合格", "基本合格", "不合格")
PEN = (30, 40, 120)


def _tick(draw: ImageDraw.ImageDraw, style: str, x: float, y: float, side: float) -> None:
    if style == "tick":
        points = [
            (x + 0.15 * side, y + 0.5 * side),
            (x + 0.4 * side, y + 0.85 * side),
            (x + 0.9 * side, y + 0.1 * side),
        ]
        draw.line(points, "black", 4)
    elif style == "pen":
        points = [(x + 0.1 * side, y + 0.4 * side), (x + 0.4 * side, y + 0.8 * side), (x + 1.2 * side, y - 0.3 * side)]
        draw.line(points, PEN, 5)
    elif style == "cross":
        draw.line((x + 0.2 * side, y + 0.2 * side, x + 0.8 * side, y + 0.8 * side), "black", 3)
        draw.line((x + 0.2 * side, y + 0.8 * side, x + 0.8 * side, y + 0.2 * side), "black", 3)
    elif style == "fill":
        draw.rectangle((x + 0.2 * side, y + 0.2 * side, x + 0.8 * side, y + 0.8 * side), "black")


def options_page(style: str, chosen: int, path: str) -> tuple[Bgr, list[tuple[Rect, bool]]]:
    """A page of text with one row of boxed options, `chosen` marked in `style`."""
    image = blank()
    draw = ImageDraw.Draw(image)
    rng = random.Random(chosen)
    letters, size = font(path, 34), 34
    for row in range(14):
        if row != 7:
            draw.text((150, 200 + 110 * row), text(rng, 34), "black", letters)
    boxes, x, y = [], 200.0, 970 + size * 0.25
    for i, option in enumerate(OPTIONS):
        side = size * 0.85
        draw.rectangle((x, y, x + side, y + side), outline="black", width=2)
        if i == chosen:
            _tick(draw, style, x, y, side)
        boxes.append(((x, y, x + side, y + side), i == chosen))
        draw.text((x + 1.2 * side, 970), option, "black", letters)
        x += 1.2 * side + size * (len(option) + 1.4)
    return bgr(image), boxes


@pytest.mark.parametrize("style", ["tick", "pen", "cross", "fill"])
@pytest.mark.parametrize("scanned", [False, True])
def test_boxes_and_their_state(style: str, scanned: bool) -> None:
    found = wrong = total = false = 0
    for chosen, path in enumerate(FONTS):
        page, boxes = options_page(style, chosen, path)
        marks = find_checkboxes(ink_of(scan(page, chosen, 0.7, 4, 60) if scanned else page))
        for box, checked in boxes:
            total += 1
            near = [mark for mark in marks if overlap(box, tuple(mark.box)) > 0.5]
            found += bool(near)
            wrong += bool(near) and near[0].checked != checked
        false += sum(all(overlap(box, tuple(m.box)) <= 0.5 for box, _ in boxes) for m in marks if m.confidence > 0.5)
    assert found >= 0.8 * total
    assert wrong == 0
    assert false <= 2


def test_prose_has_few_boxes_and_no_rings() -> None:
    image = blank()
    draw = ImageDraw.Draw(image)
    rng = random.Random(11)
    for row in range(24):
        draw.text((150, 100 + 85 * row), text(rng, 34), "black", font(rng.choice(FONTS), 34))
    draw.text((300, 2200), "〇①②③ 0 O 8 6", "black", font(SANS, 40))
    ink = ink_of(bgr(image))
    assert find_rings(ink) == []
    assert len([mark for mark in find_checkboxes(ink) if mark.confidence > 0.5]) <= 2


@pytest.mark.parametrize("colour", [PEN, (200, 30, 40), (25, 25, 25)])
def test_ring_round_an_option(colour: tuple[int, int, int]) -> None:
    hits = false = 0
    for chosen in range(4):
        image = blank()
        draw = ImageDraw.Draw(image)
        letters, size, true = font(KAI, 36), 36, []
        for row in range(8):
            draw.text((150, 200 + 100 * row), text(random.Random(row), 30), "black", letters)
        x = 200.0
        for i, option in enumerate(OPTIONS):
            draw.text((x, 1300), option, "black", letters)
            width = size * len(option)
            if i == chosen:
                cx, cy, rx, ry = x + width / 2, 1300 + size * 0.6, width / 2 + size * 0.5, size * 0.95
                turns = [1 + 0.1 * step for step in range(64)]
                points = [
                    (
                        cx + rx * (1 + 0.04 * math.sin(3 * t)) * math.cos(t),
                        cy + ry * (1 + 0.04 * math.cos(2 * t)) * math.sin(t),
                    )
                    for t in turns
                ]
                draw.line(points, colour, 4)
                true.append((cx - rx, cy - ry, cx + rx, cy + ry))
            x += width + size * 2
        found = matched(true, [tuple(m.box) for m in find_rings(ink_of(scan(bgr(image), chosen, 0.7, 4, 60)))])
        hits, false = hits + found[0], false + found[1]
    assert (hits, false) == (4, 0)


def test_code_is_decoded_with_its_place() -> None:
    image = blank()
    code = zxingcpp.create_barcode("https://heyan.invalid/v?c=1", zxingcpp.BarcodeFormat.QRCode)
    drawn = Image.fromarray(zxingcpp.write_barcode_to_image(code, scale=6))
    image.paste(drawn.convert("RGB"), (300, 1700))
    marks = [mark for mark in find_marks(scan(bgr(image), 1)).marks if mark.kind == "qr_code"]
    assert [mark.text for mark in marks] == ["https://heyan.invalid/v?c=1"]
    assert overlap(tuple(marks[0].box), (300, 1700, 300 + drawn.width, 1700 + drawn.height)) > 0.5


@pytest.mark.parametrize("size", [(1, 1), (1, 500), (3, 2000), (5000, 1), (16, 16), (40, 3000)])
def test_strips_have_no_marks(size: tuple[int, int]) -> None:
    for page in (
        np.full((*size, 3), 255, np.uint8),
        np.zeros((*size, 3), np.uint8),
        np.random.default_rng(1).integers(0, 256, (*size, 3), dtype=np.uint8),
    ):
        assert [mark for mark in find_marks(page).marks if mark.kind != "seal"] == []


@pytest.mark.parametrize("colour", [PEN, (25, 25, 25)])
def test_tick_far_beyond_its_box_is_found_beside_empty_ones(colour: tuple[int, int, int]) -> None:
    image = blank()
    draw = ImageDraw.Draw(image)
    letters, truth = font(SANS, 30), []
    for row, chosen in enumerate((0, 1, 2, 3)):
        y, x = 300 + 120 * row, 200.0
        for i, option in enumerate(OPTIONS):
            draw.rectangle((x, y + 8, x + 26, y + 34), outline="black", width=2)
            if i == chosen:
                draw.line([(x - 3, y + 18), (x + 12, y + 36), (x + 46, y - 12)], colour, 4)
            truth.append(((x, y + 8, x + 26, y + 34), i == chosen))
            draw.text((x + 34, y), option, "black", letters)
            x += 34 + 30 * (len(option) + 1.5)
    marks = find_checkboxes(ink_of(scan(bgr(image), 3, 0.7, 4, 60)))
    states = [next((m.checked for m in marks if overlap(box, tuple(m.box)) > 0.5), None) for box, _ in truth]
    assert states == [checked for _, checked in truth]


@pytest.mark.parametrize("turns", [0.88, 1.15])
def test_ring_that_stays_open_or_runs_past_its_start(turns: float) -> None:
    image = blank()
    draw = ImageDraw.Draw(image)
    draw.text((200, 300), "　　".join(OPTIONS), "black", font(KAI, 36))
    points = [
        (362 + 70 * math.cos(0.6 + t * math.tau / 60), 320 + 36 * math.sin(0.6 + t * math.tau / 60))
        for t in range(round(60 * turns))
    ]
    draw.line(points, PEN, 4)
    rings = find_rings(ink_of(scan(bgr(image), 2, 0.7, 4, 60)))
    assert [overlap((292, 284, 432, 356), tuple(m.box)) > 0.7 for m in rings] == [True]


@pytest.mark.parametrize("scanned", [False, True])
def test_red_ring_round_an_option_is_no_seal_and_a_seal_is_no_ring(scanned: bool) -> None:
    image = blank(1240, 1754)
    draw = ImageDraw.Draw(image)
    for row in range(12):
        draw.text((100, 150 + 60 * row), text(random.Random(row), 28), "black", font(KAI, 36))
    draw.text((150, 1100), "　".join(OPTIONS), "black", font(KAI, 36))
    draw.ellipse((246, 1085, 346, 1160), outline=(205, 30, 40), width=4)
    seal = (850, 1250, 1120, 1520)
    draw.ellipse(seal, outline=(205, 30, 40), width=7)
    draw.text((985, 1385), "★", (205, 30, 40), font(SANS, 90), anchor="mm")
    page = scan(bgr(image), 5, 0.7, 4, 60) if scanned else bgr(image)
    marks = find_marks(page).marks
    seals = [tuple(mark.box) for mark in marks if mark.kind == "seal"]
    rings = [tuple(mark.box) for mark in marks if mark.kind == "ring"]
    assert matched([seal], seals) == (1, 0)
    assert matched([(246, 1085, 346, 1160)], rings) == (1, 0)


def test_seal_alone_is_kept() -> None:
    image = blank(1240, 1754)
    draw = ImageDraw.Draw(image)
    draw.text((150, 300), text(random.Random(1), 20), "black", font(KAI, 36))
    draw.ellipse((850, 1250, 1000, 1400), outline=(205, 30, 40), width=5)
    draw.text((925, 1325), "★", (205, 30, 40), font(SANS, 60), anchor="mm")
    marks = find_marks(scan(bgr(image), 6, 0.7, 4, 60)).marks
    assert matched([(850, 1250, 1000, 1400)], [tuple(m.box) for m in marks if m.kind == "seal"]) == (1, 0)
