"""Marks on a sheet: checkboxes and ticks, rings, signatures, portraits, two-dimensional codes, the sample watermark."""

from __future__ import annotations

import math
import random
from typing import Literal

import numpy as np
import zxingcpp
from PIL import Image, ImageDraw

from models.geometry import Box
from samples.drawing import fonts
from samples.drawing.sheet import Colour, LineOp, Sheet, measure

PEN: Colour = (30, 40, 120)
TickStyle = Literal["tick", "cross", "filled", "glyph"]


def choices(
    sheet: Sheet,
    x: float,
    y: float,
    options: list[str],
    chosen: str,
    field: str,
    rng: random.Random,
    role: str = "song",
    size: int = 32,
    *,
    style: TickStyle = "tick",
    gap: float = 1.6,
    box_after: bool = False,
) -> float:
    """Options with a box each, `chosen` ticked and recorded as `field`; returns where they end."""
    for option in options:
        width = measure(option, role, size)
        box_x = x + width + size * 0.15 if box_after else x
        text_x = x if box_after else x + size * 1.05
        square = Box(box_x, y - size * 0.76, box_x + size * 0.82, y + size * 0.06)
        sheet.rect(square, 2)
        ink = sheet.text(text_x, y, option, role, size)
        if option == chosen:
            _tick(sheet, square, rng, style)
            sheet.record(field, option, ink)
        x += width + size * (1.2 + gap)
    return x


def ringed(
    sheet: Sheet,
    x: float,
    y: float,
    options: list[str],
    chosen: str,
    field: str,
    rng: random.Random,
    role: str,
    size: int,
) -> float:
    """Options side by side, `chosen` circled by hand."""
    for option in options:
        width = measure(option, role, size)
        ink = sheet.text(x, y, option, role, size)
        if option == chosen:
            sheet.record(field, option, ink)
            rx, ry = ink.width / 2 + size * 0.45, ink.height / 2 + size * 0.38
            turn, wobble = rng.uniform(0, 6), rng.uniform(0.02, 0.07)
            points = [
                (
                    ink.cx + rx * (1 + wobble * math.sin(3 * t + turn)) * math.cos(t),
                    ink.cy + ry * (1 + wobble * math.cos(2 * t + turn)) * math.sin(t),
                )
                for t in [turn + 0.1 * i for i in range(67)]
            ]
            sheet.ops.append(LineOp(tuple(points), 3, PEN))
        x += width + size * 1.5
    return x


def _tick(sheet: Sheet, box: Box, rng: random.Random, style: TickStyle) -> None:
    w = box.width
    if style == "filled":
        sheet.rect(Box(box.x0 + w * 0.2, box.y0 + w * 0.2, box.x1 - w * 0.2, box.y1 - w * 0.2), 1, fill=(28, 28, 32))
        return
    j = [rng.uniform(-0.06, 0.06) * w for _ in range(6)]
    if style == "cross":
        sheet.line(box.x0 + w * 0.2 + j[0], box.y0 + w * 0.2 + j[1], box.x1 - w * 0.2, box.y1 - w * 0.2 + j[2], 3)
        sheet.line(box.x1 - w * 0.2 + j[3], box.y0 + w * 0.2 + j[4], box.x0 + w * 0.2, box.y1 - w * 0.2 + j[5], 3)
        return
    reach = 0.0 if style == "glyph" else 0.28
    points = (
        (box.x0 + w * 0.16 + j[0], box.y0 + w * 0.5 + j[1]),
        (box.x0 + w * 0.42 + j[2], box.y1 - w * 0.15 + j[3]),
        (box.x1 - w * 0.12 + w * reach + j[4], box.y0 + w * 0.12 - w * reach + j[5]),
    )
    sheet.ops.append(LineOp(points, 3 if style == "glyph" else 5, (28, 28, 32) if style == "glyph" else PEN))


def signature(
    sheet: Sheet, x: float, y: float, name: str, rng: random.Random, size: int = 58, colour: Colour = PEN
) -> Box:
    """A name as if written by hand: a slanted light Kai, each character off the line a little."""
    image = Image.new("RGBA", (int(size * (len(name) + 1.2)), int(size * 1.9)), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    for i, char in enumerate(name):
        at = (size * (0.3 + i * 0.86) + rng.uniform(-3, 3), size * 1.25 + rng.uniform(-5, 5))
        draw.text(
            at,
            char,
            fill=(*colour, 230),
            font=fonts.load("wenkai-light", int(size * rng.uniform(0.92, 1.1))),
            anchor="ls",
        )
    slant = rng.uniform(0.12, 0.3)
    image = image.transform(
        image.size,
        Image.Transform.AFFINE,
        (1, slant, -slant * size, rng.uniform(-0.05, 0.05), 1, 0),
        Image.Resampling.BICUBIC,
    )
    box = sheet.picture(x, y - size * 1.25, image, multiply=True)
    sheet.record("signature", "present", box)
    return box


def portrait(sheet: Sheet, x: float, y: float, width: int, rng: random.Random, height: int | None = None) -> Box:
    """A placeholder where a photo would be: a head and shoulders without a face on a plain ground."""
    height = height or int(width * 1.4)
    ground = rng.choice([(200, 215, 240), (235, 235, 238), (196, 60, 60), (120, 160, 215)])
    image = Image.new("RGBA", (width, height), (*ground, 255))
    draw = ImageDraw.Draw(image)
    skin, coat = (226, 190, 165), rng.choice([(40, 44, 60), (70, 60, 60), (30, 60, 80)])
    draw.ellipse((width * 0.08, height * 0.68, width * 0.92, height * 1.5), fill=(*coat, 255))
    draw.rectangle((width * 0.42, height * 0.55, width * 0.58, height * 0.75), fill=(*skin, 255))
    draw.ellipse((width * 0.28, height * 0.16, width * 0.72, height * 0.62), fill=(*skin, 255))
    draw.pieslice((width * 0.26, height * 0.1, width * 0.74, height * 0.6), 180, 360, fill=(32, 28, 26, 255))
    box = sheet.picture(x, y, image)
    sheet.record("photo", "present", box)
    return box


def code_square(sheet: Sheet, x: float, y: float, side: int, rng: random.Random) -> Box:
    """A two-dimensional code whose payload leads nowhere (RFC 2606), recorded as field `qr_code`."""
    payload = f"https://heyan.invalid/v?c={rng.getrandbits(48):012X}"
    pixels = np.asarray(zxingcpp.create_barcode(payload, zxingcpp.BarcodeFormat.QRCode).to_image(scale=4))
    image = Image.fromarray(pixels).convert("RGBA").resize((side, side), Image.Resampling.NEAREST)
    box = sheet.picture(x, y, image)
    sheet.record("qr_code", payload, box)
    return box


def watermark(sheet: Sheet, rng: random.Random, text: str | None = None, grey: int = 232) -> None:
    """Lays 「测试样本」 or 「测试样本 无效」 light and diagonal under everything drawn so far."""
    text = text or rng.choice(["测试样本 无效", "测试样本", "测试样本 无效"])
    size = int(min(sheet.size) * 0.09)
    tile = Image.new("L", (size * (len(text) + 1), size * 2), 0)
    ImageDraw.Draw(tile).text((tile.width / 2, size), text, fill=255, font=fonts.load("hei", size), anchor="mm")
    tile = tile.rotate(rng.uniform(25, 40), expand=True, resample=Image.Resampling.BICUBIC)
    ink = Image.merge("RGBA", [Image.new("L", tile.size, grey)] * 3 + [tile])
    spots = [(0.5, 0.5)] if sheet.width > sheet.height else [(0.5, 0.3), (0.5, 0.75)]
    under = Sheet(sheet.kind, sheet.layout, sheet.size)
    for fx, fy in spots:
        under.picture(sheet.width * fx - tile.width / 2, sheet.height * fy - tile.height / 2, ink, multiply=True)
    sheet.ops[:0] = under.ops
