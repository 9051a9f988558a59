"""Draws the pages that the marks tests look at: tables, seals, boxes, rings, with their true places."""

from __future__ import annotations

import random

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

SANS = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"
SONG = "/usr/share/fonts/truetype/arphic/uming.ttc"
KAI = "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"
FONTS = (SANS, SONG, KAI)
CHARACTERS = "口日田回国目年度考核登记表姓名性别单位职务主要工作完成情况德能勤绩本人述职意见公章签名一二三十王工正"

Bgr = NDArray[np.uint8]
Rect = tuple[float, float, float, float]


def blank(width: int = 1654, height: int = 2339, paper: tuple[int, int, int] = (255, 255, 255)) -> Image.Image:
    return Image.new("RGB", (width, height), paper)


def font(path: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, size)


def text(rng: random.Random, count: int) -> str:
    return "".join(rng.choice(CHARACTERS) for _ in range(count))


def bgr(image: Image.Image) -> Bgr:
    return np.ascontiguousarray(np.asarray(image)[:, :, ::-1])


def draw_table(
    image: Image.Image,
    seed: int,
    rows: int,
    columns: int,
    *,
    line: int = 2,
    ink: tuple[int, int, int] = (0, 0, 0),
    dash: int = 0,
    merged: bool = True,
) -> list[Rect]:
    """A ruled table with text in its cells; in some rows two neighbouring cells are one. Gives the cells' boxes."""
    rng = random.Random(seed)
    draw = ImageDraw.Draw(image)
    left, top = image.width * 0.08, image.height * 0.1
    right, bottom = image.width * 0.92, image.height * 0.85
    ys = [top + (bottom - top) * r / rows for r in range(rows + 1)]
    xs = [left + (right - left) * c / columns for c in range(columns + 1)]
    cells: list[Rect] = []
    letters = font(rng.choice(FONTS), max(16, min(34, int((bottom - top) / rows * 0.45))))
    for y in ys:
        _ruling(draw, (left, y), (right, y), line, ink, dash)
    for row in range(rows):
        column = 0
        while column < columns:
            span = 2 if merged and column + 1 < columns and rng.random() < 0.2 else 1
            cells.append((xs[column], ys[row], xs[column + span], ys[row + 1]))
            column += span
            if column < columns:
                _ruling(draw, (xs[column], ys[row]), (xs[column], ys[row + 1]), line, ink, dash)
    for x in (left, right):
        _ruling(draw, (x, top), (x, bottom), line, ink, dash)
    for x0, y0, x1, y1 in cells:
        room = int((x1 - x0) / letters.size) - 1
        if room > 0 and rng.random() < 0.8:
            written = text(rng, rng.randint(1, room))
            draw.text((x0 + 6, (y0 + y1) / 2 - letters.size * 0.6), written, (20, 20, 20), letters)
    return cells


def _ruling(
    draw: ImageDraw.ImageDraw,
    start: tuple[float, float],
    end: tuple[float, float],
    line: int,
    ink: tuple[int, int, int],
    dash: int,
) -> None:
    if not dash:
        draw.line((*start, *end), ink, line)
        return
    length = abs(end[0] - start[0]) + abs(end[1] - start[1])
    along = ((end[0] - start[0]) / length, (end[1] - start[1]) / length)
    for at in np.arange(0, length, dash * 1.6):
        to = min(length, at + dash)
        points = (
            start[0] + along[0] * at,
            start[1] + along[1] * at,
            start[0] + along[0] * to,
            start[1] + along[1] * to,
        )
        draw.line(points, ink, line)


def tilt(image: Bgr, angle: float, paper: tuple[int, int, int] = (255, 255, 255)) -> Bgr:
    """`image` turned clockwise by `angle` degrees about its middle."""
    height, width = image.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), -angle, 1)
    return np.asarray(cv2.warpAffine(image, matrix, (width, height), borderValue=paper), dtype=np.uint8)


def scan(image: Bgr, seed: int, blur: float = 0.9, noise: float = 7, quality: int = 40) -> Bgr:
    """`image` after a cheap scanner: soft, noisy, pressed hard."""
    rng = np.random.default_rng(seed)
    soft = cv2.GaussianBlur(image, (0, 0), blur).astype(np.float32)
    noisy = np.clip(soft + rng.normal(0, noise, soft.shape), 0, 255).astype(np.uint8)
    packed = cv2.imencode(".jpg", noisy, [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
    return np.asarray(cv2.imdecode(packed, cv2.IMREAD_COLOR), dtype=np.uint8)


def photo(image: Bgr, seed: int) -> Bgr:
    """`image` as a telephone takes it, flat: shadow, colour cast, blur."""
    rng = np.random.default_rng(seed)
    height, width = image.shape[:2]
    shade = cv2.resize(
        rng.uniform(0.55, 1.0, (3, 3)).astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC
    )
    cast = rng.uniform(0.85, 1.0, 3).astype(np.float32)
    shaded = np.clip(image.astype(np.float32) * shade[:, :, None] * cast, 0, 255).astype(np.uint8)
    return scan(shaded, seed, 1.3, 6, 70)


def overlap(a: Rect, b: Rect) -> float:
    """Intersection over union."""
    width = min(a[2], b[2]) - max(a[0], b[0])
    height = min(a[3], b[3]) - max(a[1], b[1])
    if width <= 0 or height <= 0:
        return 0.0
    common = width * height
    return common / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - common)


def matched(true: list[Rect], found: list[Rect], least: float = 0.6) -> tuple[int, int]:
    """How many true boxes are found, and how many found boxes are none of them."""
    hits = sum(any(overlap(t, f) >= least for f in found) for t in true)
    false = sum(all(overlap(t, f) < least for t in true) for f in found)
    return hits, false
