"""Draws seals as makers cut them: name along the ring, star, use below it, number at the foot, round, oval and square."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass

import numpy as np
from mark_pages import KAI, SANS, SONG, Rect, text
from PIL import Image, ImageDraw, ImageFont

RED, BLUE, PURPLE = (205, 32, 38), (40, 70, 200), (130, 40, 170)
FANG = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Medium.ttc"
SERIF = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc"
FACES = (SONG, KAI, SANS, SERIF, FANG)
SCALE = 4


@dataclass(frozen=True, kw_only=True)
class Design:
    """How a seal is cut and stamped: `radius` (half axes) in pixels, `spread` in degrees for the whole name, `narrow` the width
    of its characters by their height, `strength` 0-1 of the ink, `turn` in degrees."""

    name: str
    radius: tuple[float, float] = (120, 120)
    face: str = SERIF
    line: str = ""
    number: str = ""
    spread: float = 0
    narrow: float = 0.8
    tall: float = 0.3
    double: bool = False
    star: bool = True
    turn: float = 0
    strength: float = 0.85
    colour: tuple[int, int, int] = RED


def seal_ink(design: Design) -> Image.Image:
    """The seal as a mask of its ink, level, a margin of 4 pixels around."""
    rx, ry = (value * SCALE for value in design.radius)
    size = (round(2 * rx) + 8 * SCALE, round(2 * ry) + 8 * SCALE)
    ink = Image.new("L", size, 0)
    draw = ImageDraw.Draw(ink)
    cx, cy, thick = size[0] / 2, size[1] / 2, max(SCALE * 2, round(ry / 22))
    draw.ellipse((cx - rx, cy - ry, cx + rx, cy + ry), outline=255, width=thick)
    inset = thick
    if design.double:
        inset = thick * 3
        draw.ellipse(
            (cx - rx + 2 * thick, cy - ry + 2 * thick, cx + rx - 2 * thick, cy + ry - 2 * thick),
            outline=255,
            width=thick // 3,
        )
    if design.star:
        points = [
            (cx + ry * 0.25 * k * math.sin(math.pi * i / 5), cy - ry * 0.25 * k * math.cos(math.pi * i / 5))
            for i, k in enumerate([1, 0.4] * 5)
        ]
        draw.polygon(points, fill=255)
    tall = design.tall * ry
    spread = design.spread or min(260.0, 26.0 * len(design.name))
    tall = min(tall, 0.9 * math.radians(spread) / len(design.name) * 0.78 * ry / design.narrow)
    _along(ink, design.name, design.face, (rx - inset, ry - inset), tall, design.narrow, spread, up=True)
    if design.number:
        _along(ink, design.number, SANS, (rx - inset, ry - inset), 0.11 * ry, 0.8, 62, up=False)
    if design.line:
        letters = ImageFont.truetype(design.face, round(min(0.2 * ry, 1.15 * rx / len(design.line))))
        draw.text((cx, cy + 0.46 * ry), design.line, 255, letters, anchor="mm")
    small = ink.resize((size[0] // SCALE, size[1] // SCALE), Image.Resampling.LANCZOS)
    return small.rotate(design.turn, Image.Resampling.BICUBIC, expand=False)


def _along(
    ink: Image.Image,
    text: str,
    face: str,
    radius: tuple[float, float],
    tall: float,
    narrow: float,
    spread: float,
    up: bool,
) -> None:
    letters = ImageFont.truetype(face, round(tall * 1.05))
    middle = radius[0] - 0.62 * tall, radius[1] - 0.62 * tall
    for i, char in enumerate(text):
        share = (i + 0.5) / len(text) - 0.5
        angle = math.radians(share * spread if up else 180 - share * spread)
        tile = Image.new("L", (round(2 * tall), round(2 * tall)), 0)
        ImageDraw.Draw(tile).text((tall, tall), char, 255, letters, anchor="mm")
        slim = tile.resize((max(4, round(2 * tall * narrow)), tile.height))
        tilt = -math.degrees(angle) + (0 if up else 180)
        turned = slim.rotate(tilt, Image.Resampling.BICUBIC, expand=True)
        x = ink.width / 2 + middle[0] * math.sin(angle) - turned.width / 2
        y = ink.height / 2 - middle[1] * math.cos(angle) - turned.height / 2
        ink.paste(255, (round(x), round(y)), turned)


def press(image: Image.Image, ink: Image.Image, cx: float, cy: float, design: Design, seed: int = 0) -> Rect:
    """Stamps `ink` on the page, unevenly, over what is there. Gives the box of the ring."""
    rng = np.random.default_rng(seed)
    coarse = Image.fromarray(rng.integers(150, 256, (9, 9), dtype=np.uint8)).resize(ink.size, Image.Resampling.BICUBIC)
    weight = np.asarray(ink, np.float32) / 255 * np.asarray(coarse, np.float32) / 255 * design.strength
    x, y = round(cx - ink.width / 2), round(cy - ink.height / 2)
    part = np.asarray(image.crop((x, y, x + ink.width, y + ink.height)), np.float32)
    stamped = part * (1 - weight[..., None] * (1 - np.array(design.colour, np.float32) / 255))
    image.paste(Image.fromarray(stamped.astype(np.uint8)), (x, y))
    rx, ry = design.radius
    return cx - rx, cy - ry, cx + rx, cy + ry


def print_lines(image: Image.Image, seed: int, size: int = 30, pitch: float = 2.0) -> None:
    """Fills the page with lines of print."""
    rng = random.Random(seed)
    draw = ImageDraw.Draw(image)
    letters = ImageFont.truetype(rng.choice((SONG, SANS, KAI)), size)
    for y in range(60, image.height - 60, round(size * pitch)):
        draw.text((70, y), text(rng, (image.width - 140) // size), (30, 30, 30), letters)
