"""The seals of Jichuan: round with a number at the foot, oval for business, square and oblong stamps of the archive."""

from __future__ import annotations

import math
import random

import numpy as np
from PIL import Image, ImageDraw

from models.geometry import Box
from samples.drawing import fonts
from samples.drawing.sheet import Colour
from samples.layouts_jichuan.board import Board

VERMILION: Colour = (214, 44, 36)
BLUE: Colour = (36, 62, 150)
FINE = 3


def company(board: Board, cx: float, cy: float, issuer: str, diameter: int = 310, use: str = "") -> None:
    """A round seal: a thin ring, a small star, the name in Song on the arc, thirteen digits at the foot; none without an issuer."""
    if not issuer:
        return
    big = diameter * FINE
    ink, draw = _plate(big, big)
    edge = big // 44
    draw.ellipse((edge, edge, big - edge, big - edge), outline=255, width=edge)
    _arc(ink, issuer, (big / 2, big / 2), (big * 0.385, big * 0.385), min(268.0, 24.0 * len(issuer)), big * 0.118)
    _star(draw, big / 2, big * (0.47 if use else 0.5), big * 0.105)
    if use:
        font = fonts.load("serif-bold", int(big * min(0.085, 0.6 / len(use))))
        draw.text((big / 2, big * 0.68), use, fill=255, font=font, anchor="mm")
    digits = f"3306990{board.rng.randrange(10**6):06d}"
    _arc(ink, digits, (big / 2, big / 2), (big * 0.42, big * 0.42), 72, big * 0.045, foot=True)
    _press(board, cx, cy, ink, (diameter, diameter), issuer, VERMILION, 14)


def business(board: Board, cx: float, cy: float, issuer: str, use: str, width: int = 380) -> None:
    """An oval seal: the name on the upper arc, what it is for across the middle."""
    height = int(width * 0.68)
    ink, draw = _plate(width * FINE, height * FINE)
    w, h = ink.size
    edge = w // 50
    draw.ellipse((edge, edge, w - edge, h - edge), outline=255, width=edge)
    draw.ellipse((edge * 3, edge * 3, w - edge * 3, h - edge * 3), outline=255, width=max(2, edge // 3))
    spread = min(236.0, 17.0 * len(issuer))
    _arc(ink, issuer, (w / 2, h / 2), (w * 0.37, h * 0.335), spread, min(h * 0.13, w * 1.28 / len(issuer) * 0.9))
    font = fonts.load("hei-bold", int(min(h * 0.12, w * 0.6 / len(use))))
    draw.text((w / 2, h * 0.6), use, fill=255, font=font, anchor="mm")
    _press(board, cx, cy, ink, (width, height), issuer, VERMILION, 6)


def archive(board: Board, x: float, y: float, lines: tuple[str, ...], colour: Colour = BLUE, size: int = 34) -> None:
    """An oblong stamp with a line of text each, as archives put it on copies."""
    width = int(max(len(text) for text in lines) * size * 1.02) + 50
    height = int(size * 1.55 * len(lines)) + 26
    ink, draw = _plate(width * FINE, height * FINE)
    draw.rectangle((9, 9, ink.width - 10, ink.height - 10), outline=255, width=9)
    font = fonts.load("hei", size * FINE)
    for i, text in enumerate(lines):
        at = (ink.width / 2, (13 + size * 1.55 * (i + 0.5)) * FINE)
        draw.text(at, text, fill=255, font=font, anchor="mm")
    _press(board, x + width / 2, y + height / 2, ink, (width, height), "".join(lines), colour, 3)


def chop(board: Board, x: float, y: float, name: str, side: int = 92) -> None:
    """A person's square seal, white characters on red; no field of its own."""
    ink, draw = _plate(side * FINE, side * FINE)
    draw.rectangle((6, 6, ink.width - 7, ink.height - 7), fill=255)
    text = name + {2: "之印", 3: "印"}.get(len(name), "")
    font = fonts.load("kai", int(ink.width * 0.4))
    for i, char in enumerate(text):
        at = (ink.width * (0.73 - 0.46 * (i // 2)), ink.height * (0.28 + 0.45 * (i % 2)))
        draw.text(at, char, fill=0, font=font, anchor="mm")
    _press(board, x + side / 2, y + side / 2, ink, (side, side), "", VERMILION, 5)


def _plate(width: int, height: int) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    ink = Image.new("L", (width, height), 0)
    return ink, ImageDraw.Draw(ink)


def _press(
    board: Board, cx: float, cy: float, ink: Image.Image, size: tuple[int, int], value: str, colour: Colour, tilt: float
) -> None:
    turned = ink.rotate(board.rng.uniform(-tilt, tilt), resample=Image.Resampling.BICUBIC)
    small = turned.resize(size, Image.Resampling.LANCZOS)
    picture = _inked(small, colour, board.rng)
    box = board.sheet.picture(cx - size[0] / 2, cy - size[1] / 2, picture, multiply=True)
    if value:
        page = Box(0, 0, *board.size)
        board.sheet.record("seal", value, box.intersection(page) or box)


def _inked(ink: Image.Image, colour: Colour, rng: random.Random) -> Image.Image:
    """More ink on one side than on the other, as a hand presses."""
    ys, xs = np.mgrid[0 : ink.height, 0 : ink.width].astype(np.float32)
    angle, depth = rng.uniform(0, 2 * math.pi), rng.uniform(0.04, 0.17)
    slope = (np.cos(angle) * (xs / ink.width - 0.5) + np.sin(angle) * (ys / ink.height - 0.5)) * 2
    alpha = np.asarray(ink, dtype=np.float32) * np.clip(0.86 - depth + depth * slope, 0.4, 0.95)
    layers = [Image.new("L", ink.size, channel) for channel in colour]
    return Image.merge("RGBA", [*layers, Image.fromarray(np.clip(alpha, 0, 255).astype(np.uint8))])


def _star(draw: ImageDraw.ImageDraw, cx: float, cy: float, radius: float) -> None:
    turns = [(radius if i % 2 == 0 else radius * 0.382, math.pi / 5 * i - math.pi / 2) for i in range(10)]
    draw.polygon([(cx + r * math.cos(a), cy + r * math.sin(a)) for r, a in turns], fill=255)


def _arc(
    ink: Image.Image,
    text: str,
    centre: tuple[float, float],
    radii: tuple[float, float],
    spread: float,
    size: float,
    *,
    foot: bool = False,
) -> None:
    """Sets `text` along an ellipse at even steps, around its top or along its foot."""
    angles = _steps(radii, spread, len(text))
    room = math.radians(spread) * (radii[0] + radii[1]) / 2 / len(text)
    font = fonts.load("serif", max(8, int(min(size, room * 1.08))))
    side = int(size * 2.4)
    for char, step in zip(text, angles, strict=True):
        angle = math.radians(90 - step if foot else step - 90)
        tile = Image.new("L", (side, side), 0)
        ImageDraw.Draw(tile).text((side / 2, side / 2), char, fill=255, font=font, anchor="mm", stroke_width=2)
        # Upright along the normal of the ellipse, so that the letters do not lean.
        normal = math.degrees(math.atan2(math.sin(angle) / radii[1], math.cos(angle) / radii[0]))
        tile = tile.rotate(-(normal - 90) if foot else -(normal + 90), resample=Image.Resampling.BICUBIC)
        at = (centre[0] + radii[0] * math.cos(angle) - side / 2, centre[1] + radii[1] * math.sin(angle) - side / 2)
        ink.paste(255, (int(at[0]), int(at[1])), tile)


def _steps(radii: tuple[float, float], spread: float, count: int) -> list[float]:
    """Angles from the top, in degrees, that part an ellipse's arc of `spread` evenly by length."""
    fine = np.linspace(-spread / 2, spread / 2, 721)
    turned = np.radians(fine)
    length = np.concatenate(
        ([0.0], np.cumsum(np.hypot(np.diff(radii[0] * np.sin(turned)), np.diff(radii[1] * np.cos(turned)))))
    )
    wanted = (np.arange(count) + 0.5) / count * length[-1]
    return [float(v) for v in np.interp(wanted, length, fine)]
