"""Seals: round official seals, name seals, seals pressed into the paper."""

from __future__ import annotations

import math
import random

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from models.geometry import Box
from samples.drawing import fonts
from samples.drawing.sheet import Colour, Sheet

RED: Colour = (205, 32, 38)
SCALE = 3


def round_seal(
    sheet: Sheet,
    cx: float,
    cy: float,
    issuer: str,
    rng: random.Random,
    *,
    diameter: int = 320,
    line: str | None = None,
    colour: Colour = RED,
    record: bool = True,
) -> Box:
    """A red round seal with a star, `issuer` on the arc and `line` below the star, laid over what is there.

    Angle, opacity and wear come from `rng`. Recorded as field `seal` with the issuer as value.
    """
    big = diameter * SCALE
    ink = Image.new("L", (big, big), 0)
    draw = ImageDraw.Draw(ink)
    edge = max(4, big // 34)
    draw.ellipse((edge, edge, big - edge, big - edge), outline=255, width=edge)
    _star(draw, big / 2, big / 2 if line is None else big * 0.46, big * 0.13)
    _arc_text(ink, issuer, big)
    if line:
        font = fonts.load("hei-bold", int(big * 0.075))
        draw.text((big / 2, big * 0.76), line, fill=255, font=font, anchor="mm")
    ink = ink.rotate(rng.uniform(-18, 18), resample=Image.Resampling.BICUBIC).resize(
        (diameter, diameter), Image.Resampling.LANCZOS
    )
    box = sheet.picture(cx - diameter / 2, cy - diameter / 2, _worn(ink, colour, rng), multiply=True)
    if record:
        sheet.record("seal", issuer, box)
    return box


def name_seal(
    sheet: Sheet, x: float, y: float, name: str, rng: random.Random, side: int = 90, colour: Colour = RED
) -> Box:
    """A small square seal with the two, three or four characters of a name in two columns, read from the right."""
    big = side * SCALE
    ink = Image.new("L", (big, big), 0)
    draw = ImageDraw.Draw(ink)
    draw.rectangle((6, 6, big - 7, big - 7), outline=255, width=big // 20)
    text = name + "印" if len(name) == 3 else name
    half = math.ceil(len(text) / 2)
    font = fonts.load("serif-bold", int(big * 0.38))
    for i, char in enumerate(text):
        column, row = i // half, i % half
        draw.text((big * (0.72 - 0.44 * column), big * (0.28 + 0.44 * row)), char, fill=255, font=font, anchor="mm")
    small = ink.rotate(rng.uniform(-5, 5), resample=Image.Resampling.BICUBIC).resize(
        (side, side), Image.Resampling.LANCZOS
    )
    return sheet.picture(x, y, _worn(small, colour, rng), multiply=True)


def embossed_seal(sheet: Sheet, cx: float, cy: float, issuer: str, rng: random.Random, diameter: int = 260) -> Box:
    """A seal pressed into the paper: faint light and shadow, no colour."""
    big = diameter * SCALE
    ink = Image.new("L", (big, big), 0)
    draw = ImageDraw.Draw(ink)
    draw.ellipse((9, 9, big - 9, big - 9), outline=255, width=big // 40)
    _star(draw, big / 2, big / 2, big * 0.13)
    _arc_text(ink, issuer, big)
    ink = ink.rotate(rng.uniform(-25, 25)).resize((diameter, diameter), Image.Resampling.LANCZOS)
    raised = np.asarray(ink.filter(ImageFilter.GaussianBlur(1.2)), dtype=np.float32)
    shade = raised - np.roll(raised, (2, 2), (0, 1))
    grey = np.clip(250 - np.abs(shade) * 0.16, 205, 250).astype(np.uint8)
    alpha = np.where(np.abs(shade) > 4, 255, 0).astype(np.uint8)
    image = Image.merge("RGBA", [Image.fromarray(grey)] * 3 + [Image.fromarray(alpha)])
    return sheet.picture(cx - diameter / 2, cy - diameter / 2, image, multiply=True)


def _star(draw: ImageDraw.ImageDraw, cx: float, cy: float, radius: float) -> None:
    points = []
    for i in range(10):
        r = radius if i % 2 == 0 else radius * 0.382
        angle = math.pi / 5 * i - math.pi / 2
        points.append((cx + r * math.cos(angle), cy + r * math.sin(angle)))
    draw.polygon(points, fill=255)


def _arc_text(ink: Image.Image, text: str, big: int) -> None:
    """Sets `text` along the upper arc; more characters take a wider angle and a smaller size."""
    spread = min(250.0, 22.0 * len(text))
    size = int(min(big * 0.135, big * 0.36 * math.radians(spread) / max(1, len(text)) * 0.95))
    font = fonts.load("serif-bold", size)
    radius = big * 0.39
    for i, char in enumerate(text):
        angle = -90 - spread / 2 + spread * (i + 0.5) / len(text)
        tile = Image.new("L", (size * 2, size * 2), 0)
        ImageDraw.Draw(tile).text((size, size), char, fill=255, font=font, anchor="mm")
        tile = tile.rotate(-(angle + 90), resample=Image.Resampling.BICUBIC)
        x = big / 2 + radius * math.cos(math.radians(angle)) - size
        y = big / 2 + radius * math.sin(math.radians(angle)) - size
        ink.paste(255, (int(x), int(y)), tile)


def _worn(ink: Image.Image, colour: Colour, rng: random.Random) -> Image.Image:
    """Colours `ink` with the uneven strength of a stamp; the grain is drawn from `rng`."""
    noise = np.random.default_rng(rng.getrandbits(32))
    coarse = Image.fromarray(noise.integers(120, 256, (12, 12), dtype=np.uint8)).resize(
        ink.size, Image.Resampling.BICUBIC
    )
    grain = noise.normal(1.0, 0.10, (ink.height, ink.width))
    strength = rng.uniform(0.72, 1.0)
    alpha = np.asarray(ink, dtype=np.float32) * (np.asarray(coarse, dtype=np.float32) / 255) * grain * strength
    layers = [Image.new("L", ink.size, channel) for channel in colour]
    return Image.merge("RGBA", [*layers, Image.fromarray(np.clip(alpha, 0, 255).astype(np.uint8))])
