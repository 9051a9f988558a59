"""Draws pages of option rows with a box each, and of print that looks like boxes: what the box network learns from."""

from __future__ import annotations

import random
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont

from samples.drawing import fonts

Font = ImageFont.FreeTypeFont
Colour = tuple[int, int, int]
Rect = tuple[float, float, float, float]
ROLES = ("song", "ming", "serif", "hei", "kai", "wenkai", "microhei", "zenhei")
CHARACTERS = "口日田回国目年度考核登记表姓名单位职务主要工作完成情况德能勤绩公章签一二三十王正的了品图困团因园固围圆0123456789，。（）"
OPTIONS = (
    ("优秀", "合格", "基本合格", "不合格"),
    ("优秀", "称职", "不称职"),
    ("男", "女"),
    ("是", "否"),
    ("A", "B", "C", "D"),
)
PENS: tuple[Colour, ...] = ((25, 25, 28), (50, 50, 55), (30, 40, 120), (40, 70, 190), (200, 30, 40))
FRAMES: tuple[Colour, ...] = ((10, 10, 10), (10, 10, 10), (80, 80, 80), (60, 80, 160), (180, 40, 40))


@dataclass(frozen=True, slots=True)
class DrawnBox:
    rect: Rect
    ticked: bool


def text(rng: random.Random, count: int) -> str:
    return "".join(rng.choice(CHARACTERS) for _ in range(count))


def draw_page(seed: int) -> tuple[Image.Image, list[DrawnBox]]:
    """An A4 page at 200 dpi with 8-14 pt print, and its boxes."""
    rng = random.Random(seed)
    image = Image.new("RGB", (1654, 2339), rng.choice(((255, 255, 255), (255, 255, 255), (250, 248, 240))))
    draw = ImageDraw.Draw(image)
    role, size = rng.choice(ROLES), round(rng.choice((8, 9, 10, 10.5, 11, 12, 14)) * 200 / 72)
    font = fonts.load(role, size)
    boxes: list[DrawnBox] = []
    y = 60.0
    while y < image.height - 250:
        kind = rng.random()
        if kind < 0.32:
            draw.text((140, y), text(rng, rng.randint(12, 1350 // size)), (15, 15, 15), font)
            y += size * rng.uniform(1.4, 2)
        elif kind < 0.4:
            y = _grid(draw, rng, y, size, role)
        else:
            y = _options(draw, rng, y, size, font, boxes)
    return image, boxes


def _grid(draw: ImageDraw.ImageDraw, rng: random.Random, y: float, size: int, role: str) -> float:
    """Cells side by side with a digit in most, as for an identity number: not boxes."""
    side, x = size * rng.uniform(1.0, 2.2), float(rng.randint(140, 500))
    small = fonts.load(role, int(size * 0.7))
    for _ in range(rng.randint(4, 16)):
        draw.rectangle((x, y, x + side, y + side), outline=(10, 10, 10), width=rng.choice((1, 2)))
        if rng.random() < 0.7:
            draw.text((x + side * 0.25, y + side * 0.1), rng.choice("0123456789X√合"), (15, 15, 15), small)
        x += side
    return y + side + size


def _options(
    draw: ImageDraw.ImageDraw, rng: random.Random, y: float, size: int, font: Font, boxes: list[DrawnBox]
) -> float:
    """A row, seldom a column, of options; one or two ticked, or none."""
    words = rng.choice(OPTIONS) if rng.random() < 0.7 else tuple(text(rng, rng.randint(1, 5)) for _ in range(4))
    ticked = {rng.randrange(len(words)) for _ in range(rng.choice((0, 1, 1, 1, 2)))}
    side, after, column = size * rng.uniform(0.7, 1.25), rng.random() < 0.25, rng.random() < 0.15
    frame, width, corner = rng.choice(FRAMES), rng.choice((1, 2, 2, 3)), rng.choice((0, 0, 0, 0.15))
    glyph, style, pen = rng.random() < 0.35, rng.choice(STYLES), rng.choice(PENS)
    x, thick = float(rng.randint(130, 700)), rng.choice((2, 3, 4, 5))
    for index, word in enumerate(words):
        wide = font.getlength(word)
        left = x + wide + size * rng.uniform(0.05, 0.4) if after else x
        if glyph:
            draw.text((left, y), "□", (15, 15, 15), font)
            rect: Rect = draw.textbbox((left, y), "□", font=font)
        else:
            top = y + size * 0.2 + (size - side) / 2
            rect = (left, top, left + side, top + side)
            draw.rounded_rectangle(rect, side * corner, outline=frame, width=width)
        if index in ticked:
            _tick(draw, rng, rect, style, pen, thick)
        boxes.append(DrawnBox(rect, index in ticked))
        start = x if after else rect[2] + size * rng.uniform(0.05, 0.45)
        draw.text((start, y), word, (15, 15, 15), font)
        if column:
            y += size * 1.7
            continue
        x += wide + (rect[2] - rect[0]) + size * (0.4 + rng.uniform(0.3, 2.5))
        if x > 1450:
            break
    return y + size * rng.uniform(1.7, 2.8)


STYLES = ("tick", "over", "over", "cross", "filled", "scribble", "dot")


def _tick(draw: ImageDraw.ImageDraw, rng: random.Random, rect: Rect, style: str, pen: Colour, thick: int) -> None:
    x, y, side = rect[0], rect[1], rect[2] - rect[0]

    def at(*shares: tuple[float, float]) -> list[tuple[float, float]]:
        return [
            (x + (u + rng.uniform(-0.08, 0.08)) * side, y + (v + rng.uniform(-0.08, 0.08)) * side) for u, v in shares
        ]

    if style == "tick":
        draw.line(at((0.18, 0.5), (0.42, 0.82), (0.85, 0.15)), pen, thick, joint="curve")
    elif style == "over":
        reach = rng.uniform(0.1, 0.7)
        draw.line(at((0.05, 0.4), (0.42, 0.85), (1 + reach, -0.05 - 0.8 * reach)), pen, thick, joint="curve")
    elif style == "cross":
        edge = rng.choice((0.2, 0.15, -0.1))
        draw.line(at((edge, edge), (1 - edge, 1 - edge)), pen, thick)
        draw.line(at((edge, 1 - edge), (1 - edge, edge)), pen, thick)
    elif style == "scribble":
        draw.line(at(*((0.12 + 0.11 * i, 0.15 + 0.7 * (i % 2)) for i in range(8))), pen, thick)
    else:
        edge = rng.choice((0.1, 0.2, 0.28))
        inner = (x + edge * side, y + edge * side, x + (1 - edge) * side, y + (1 - edge) * side)
        (draw.ellipse if style == "dot" else draw.rectangle)(inner, fill=pen)
