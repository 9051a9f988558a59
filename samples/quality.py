"""What scanning and photographing do to a page; every step also carries the truth boxes along."""

from __future__ import annotations

import random
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from models.geometry import Box, union

Pixels = NDArray[np.uint8]
Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Taken:
    """A page as stored: RGB or grey pixels and the 3x3 matrix from sheet pixels to stored pixels."""

    image: Image.Image
    matrix: Matrix

    def box(self, box: Box) -> Box | None:
        """The bounding box of `box` in stored pixels, clipped to the page; None where it lies outside."""
        corners = np.array([[[box.x0, box.y0], [box.x1, box.y0], [box.x1, box.y1], [box.x0, box.y1]]], dtype=np.float64)
        found = cv2.perspectiveTransform(corners, self.matrix)[0]
        hull = union(Box(float(x), float(y), float(x), float(y)) for x, y in found)
        return hull.intersection(Box(0, 0, self.image.width, self.image.height))


def clean(sheet: Image.Image, dpi: int = 200) -> Taken:
    """A plain render."""
    return _resized(Taken(sheet, np.eye(3)), dpi)


def scan(
    sheet: Image.Image, rng: random.Random, *, dpi: int = 150, skew: float | None = None, grey: bool = False
) -> Taken:
    """A flat-bed scan: skew of 0.6-2.5 degrees, slight blur, noise and specks, sometimes without colour."""
    angle = skew if skew is not None else rng.choice((-1, 1)) * rng.uniform(0.6, 2.5)
    taken = _resized(Taken(sheet, np.eye(3)), dpi)
    pixels = np.asarray(taken.image)
    height, width = pixels.shape[:2]
    margin = 1.0 + abs(angle) / 60
    out = (int(width * margin), int(height * margin)) if abs(angle) > 3 else (width, height)
    turn = np.vstack([cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0), [0, 0, 1]])
    turn = np.array([[1, 0, (out[0] - width) / 2], [0, 1, (out[1] - height) / 2], [0, 0, 1]]) @ turn
    edge = rng.choice((255, 250, 244))
    pixels = cv2.warpPerspective(pixels, turn, out, flags=cv2.INTER_CUBIC, borderValue=(edge, edge, edge)).astype(
        np.uint8
    )
    pixels = cv2.GaussianBlur(pixels, (0, 0), rng.uniform(0.35, 0.75)).astype(np.uint8)
    pixels = _specks(_noise(pixels, rng, rng.uniform(1.0, 2.6)), rng)
    image = Image.fromarray(pixels)
    return Taken(image.convert("L") if grey else image, turn @ taken.matrix)


def photo(sheet: Image.Image, rng: random.Random, *, width: int = 1500) -> Taken:
    """A phone's picture: perspective, table top, hand shadow, colour cast, blur and a little shake. `width` in pixels."""
    source = np.asarray(sheet)
    height0, width0 = source.shape[:2]
    ratio = 0.75 if width0 <= height0 else 1.3333
    out = (width, int(width / ratio))
    matrix = _perspective((width0, height0), out, rng)
    # Area averaging first, because warping alone would drop thin strokes.
    scale = min(1.0, 1.15 * width / max(width0, 1))
    small = cv2.resize(source, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    table = _table_top(out, rng)
    local = matrix @ np.diag([1 / scale, 1 / scale, 1])
    page = cv2.warpPerspective(small, local, out, flags=cv2.INTER_LINEAR)
    mask = (
        cv2.warpPerspective(np.full(small.shape[:2], 255, np.uint8), local, out, flags=cv2.INTER_LINEAR)[..., None]
        / 255.0
    )
    shadow = cv2.GaussianBlur(np.roll(mask[..., 0], (9, 9), (0, 1)).astype(np.float32), (0, 0), 9)[..., None]
    mixed = table * (1 - 0.35 * shadow) * (1 - mask) + page * mask
    mixed = _light(mixed.astype(np.float32), rng)
    pixels = np.clip(mixed, 0, 255).astype(np.uint8)
    pixels = cv2.GaussianBlur(pixels, (0, 0), rng.uniform(0.4, 1.0)).astype(np.uint8)
    pixels = _shake(pixels, rng)
    return Taken(Image.fromarray(_noise(pixels, rng, rng.uniform(1.5, 3.0))), matrix)


def turned(taken: Taken, quarters: int) -> Taken:
    """Turned clockwise by quarter turns, as pages go into a scanner the wrong way round."""
    quarters %= 4
    if quarters == 0:
        return taken
    width, height = taken.image.size
    matrices = {
        1: [[0, -1, height], [1, 0, 0], [0, 0, 1]],
        2: [[-1, 0, width], [0, -1, height], [0, 0, 1]],
        3: [[0, 1, 0], [-1, 0, width], [0, 0, 1]],
    }
    way = {1: Image.Transpose.ROTATE_270, 2: Image.Transpose.ROTATE_180, 3: Image.Transpose.ROTATE_90}[quarters]
    return Taken(taken.image.transpose(way), np.array(matrices[quarters], dtype=np.float64) @ taken.matrix)


def _resized(taken: Taken, dpi: int) -> Taken:
    if dpi == 200:
        return taken
    scale = dpi / 200
    size = (round(taken.image.width * scale), round(taken.image.height * scale))
    return Taken(taken.image.resize(size, Image.Resampling.LANCZOS), np.diag([scale, scale, 1.0]) @ taken.matrix)


def _noise(pixels: Pixels, rng: random.Random, sigma: float) -> Pixels:
    source = np.random.default_rng(rng.getrandbits(32))
    grain = source.normal(0, sigma, (*pixels.shape[:2], 1))
    return np.clip(pixels + grain, 0, 255).astype(np.uint8)


def _specks(pixels: Pixels, rng: random.Random) -> Pixels:
    marked = pixels.copy()
    for _ in range(rng.randint(4, 22)):
        at = (rng.randrange(pixels.shape[1]), rng.randrange(pixels.shape[0]))
        tone = rng.randint(60, 190)
        cv2.circle(marked, at, rng.choice((1, 1, 1, 2)), (tone, tone, tone), -1)
    return marked


def _perspective(size: tuple[int, int], out: tuple[int, int], rng: random.Random) -> Matrix:
    """The sheet, upright up to a few degrees, somewhere in the frame with a margin of table around."""
    width, height = size
    margin = rng.uniform(0.03, 0.08)
    scale = min(out[0] * (1 - 2 * margin) / width, out[1] * (1 - 2 * margin) / height)
    w, h = width * scale, height * scale
    x0, y0 = (out[0] - w) / 2, (out[1] - h) / 2
    tilt = np.deg2rad(rng.uniform(-4, 4))
    lean = rng.choice((0.012, 0.022, 0.035))
    corners = []
    for cx, cy in ((x0, y0), (x0 + w, y0), (x0 + w, y0 + h), (x0, y0 + h)):
        dx, dy = cx - out[0] / 2, cy - out[1] / 2
        jitter = lean * min(w, h)
        x = out[0] / 2 + dx * np.cos(tilt) - dy * np.sin(tilt) + rng.uniform(-jitter, jitter)
        y = out[1] / 2 + dx * np.sin(tilt) + dy * np.cos(tilt) + rng.uniform(-jitter, jitter)
        corners.append((min(max(x, 4), out[0] - 4), min(max(y, 4), out[1] - 4)))
    source = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)
    return np.asarray(cv2.getPerspectiveTransform(source, np.array(corners, dtype=np.float32)), dtype=np.float64)


def _table_top(size: tuple[int, int], rng: random.Random) -> NDArray[np.float32]:
    base = rng.choice([(122, 96, 70), (92, 92, 98), (168, 150, 126), (70, 74, 80)])
    source = np.random.default_rng(rng.getrandbits(32))
    grain = cv2.resize(source.normal(0, 1, (40, 6)).astype(np.float32), size, interpolation=cv2.INTER_CUBIC)
    top = np.clip(np.array(base, np.float32) + grain[..., None] * 9, 0, 255)
    return np.asarray(top, dtype=np.float32)


def _light(pixels: NDArray[np.float32], rng: random.Random) -> NDArray[np.float32]:
    """Uneven light, the shadow of a hand from one side, a colour cast."""
    height, width = pixels.shape[:2]
    ys, xs = np.mgrid[0:height, 0:width].astype(np.float32)
    slope = rng.uniform(-0.12, 0.12) * (xs / width - 0.5) + rng.uniform(-0.12, 0.12) * (ys / height - 0.5)
    hand = np.zeros((height, width), np.float32)
    centre = (int(width * rng.choice((0.0, 1.0, rng.random()))), int(height * rng.uniform(0.7, 1.05)))
    cv2.ellipse(hand, centre, (int(width * 0.3), int(height * 0.25)), rng.uniform(0, 180), 0, 360, 1.0, -1)
    small = cv2.GaussianBlur(cv2.resize(hand, None, fx=0.1, fy=0.1), (0, 0), width * 0.006)
    hand = np.asarray(cv2.resize(small, (width, height)), dtype=np.float32)
    gain = 0.94 + slope - rng.uniform(0.12, 0.42) * hand
    cast = np.array([rng.uniform(0.95, 1.02), rng.uniform(0.96, 1.0), rng.uniform(0.86, 1.0)], np.float32)
    return np.asarray(pixels * gain[..., None] * cast, dtype=np.float32)


def _shake(pixels: Pixels, rng: random.Random) -> Pixels:
    length = rng.choice((1, 1, 3, 3))
    if length == 1:
        return pixels
    kernel = np.zeros((length, length), np.float32)
    kernel[length // 2 if rng.random() < 0.5 else slice(None), :] = 1 if rng.random() < 0.5 else 0
    if kernel.sum() == 0:
        np.fill_diagonal(kernel, 1)
    return cv2.filter2D(pixels, -1, kernel / kernel.sum()).astype(np.uint8)
