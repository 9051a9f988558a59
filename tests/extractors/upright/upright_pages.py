"""Draws the pages that the upright tests turn, tilt and photograph: five layouts of invented text."""

from __future__ import annotations

import random

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

FONTS = (
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc",
    "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
    "/usr/share/fonts/truetype/arphic/uming.ttc",
    "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf",
)
CHARACTERS = (
    "年度考核登记表姓名性别单位职务主要工作完成情况德能勤绩廉本人述职意见公章日"
    "签名学习专业机械设计制造及其自动化技术继续教育学时证书编号"
)
KINDS = ("letter", "form", "diploma", "sparse", "card", "dark_cover")

Bgr = NDArray[np.uint8]


def _text(rng: random.Random, count: int) -> str:
    return "".join(rng.choice(CHARACTERS) for _ in range(count))


def _font(rng: random.Random, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(rng.choice(FONTS), size)


def _letter(draw: ImageDraw.ImageDraw, rng: random.Random, width: int, height: int, rows: int) -> None:
    title, body = _font(rng, width // 24), _font(rng, width // 48)
    draw.text((width * 0.3, height * 0.06), _text(rng, 8), "black", title)
    for row in range(rows):
        y = height * 0.15 + row * width / 26
        draw.text((width * 0.12, y), _text(rng, rng.randint(12, 34)), "black", body)
    draw.text((width * 0.6, height * 0.2 + rows * width / 26), "二〇二一年六月三日", "black", body)


def _table(draw: ImageDraw.ImageDraw, rng: random.Random, width: int, height: int, rows: int, columns: int) -> None:
    title, body = _font(rng, width // 26), _font(rng, width // 56)
    draw.text((width * 0.3, height * 0.05), _text(rng, 9), "black", title)
    left, top, right, bottom = width * 0.08, height * 0.13, width * 0.92, height * 0.9
    for row in range(rows + 1):
        y = top + (bottom - top) * row / rows
        draw.line((left, y, right, y), "black", 3)
    for column in range(columns + 1):
        x = left + (right - left) * column / columns
        draw.line((x, top, x, bottom), "black", 3)
    for row in range(rows):
        for column in range(columns):
            if rng.random() < 0.55:
                x = left + (right - left) * (column + 0.08) / columns
                y = top + (bottom - top) * (row + 0.25) / rows
                text = _text(rng, rng.randint(2, 4)) if column % 2 == 0 else str(rng.randint(1, 2023))
                draw.text((x, y), text, "black", body)


def _diploma(draw: ImageDraw.ImageDraw, rng: random.Random, width: int, height: int) -> None:
    draw.rectangle((40, 40, width - 40, height - 40), outline=(170, 30, 40), width=14)
    title, body = _font(rng, width // 16), _font(rng, width // 50)
    draw.text((width * 0.12, height * 0.16), "毕业证书", (180, 20, 30), title)
    draw.rectangle((width * 0.17, height * 0.38, width * 0.3, height * 0.66), fill=(90, 130, 190))
    draw.ellipse((width * 0.2, height * 0.42, width * 0.27, height * 0.53), fill=(220, 190, 170))
    for row in range(6):
        draw.text((width * 0.5, height * (0.2 + 0.075 * row)), _text(rng, rng.randint(14, 19)), "black", body)
    draw.text((width * 0.1, height * 0.8), "证书编号：99001120140500" + str(rng.randint(1000, 9999)), "black", body)
    draw.text((width * 0.6, height * 0.85), "二〇一四年六月二十日", "black", body)


def draw_page(kind: str, seed: int) -> Bgr:
    """One upright page of `kind`, BGR, 110 dpi or so."""
    rng = random.Random(f"{kind}{seed}")
    width, height = (1754, 1240) if kind in ("diploma", "card") else (1240, 1754)
    paper = (255, 255, 255) if kind != "dark_cover" else (120, 20, 30)
    image = Image.new("RGB", (width, height), paper)
    draw = ImageDraw.Draw(image)
    if kind == "letter":
        _letter(draw, rng, width, height, rng.randint(8, 26))
    elif kind == "form":
        _table(draw, rng, width, height, rng.randint(8, 16), rng.randint(4, 7))
    elif kind == "card":
        _table(draw, rng, width, height, rng.randint(6, 12), rng.randint(4, 8))
    elif kind == "diploma":
        _diploma(draw, rng, width, height)
    elif kind == "sparse":
        _letter(draw, rng, width, height, rng.randint(1, 3))
    else:
        draw.text((width * 0.28, height * 0.3), "荣誉证书", (220, 190, 90), _font(rng, width // 9))
    return np.ascontiguousarray(np.asarray(image)[:, :, ::-1])


def degrade(image: Bgr, seed: int) -> Bgr:
    """Blur, noise and JPEG, as an office scanner does."""
    rng = np.random.default_rng(seed)
    soft = cv2.GaussianBlur(image, (0, 0), rng.uniform(0.4, 1.2)).astype(np.float32)
    noisy = np.clip(soft + rng.normal(0, rng.uniform(2, 9), soft.shape), 0, 255).astype(np.uint8)
    packed = cv2.imencode(".jpg", noisy, [cv2.IMWRITE_JPEG_QUALITY, 45])[1]
    return np.asarray(cv2.imdecode(packed, cv2.IMREAD_COLOR), dtype=np.uint8)


def photograph(page: Bgr, seed: int, spread: float = 0.06, angle: float = 0.0) -> tuple[Bgr, NDArray[np.float64]]:
    """`page` on a table top seen aslant; gives the photo and the homography from page to photo pixels."""
    rng = np.random.default_rng(seed)
    height, width = page.shape[:2]
    frame_w, frame_h = int(width * 1.35), int(height * 1.3)
    table = np.full((frame_h, frame_w, 3), rng.integers(40, 120, 3), dtype=np.float32)
    grain = cv2.GaussianBlur(rng.normal(0, 40, (frame_h, frame_w)).astype(np.float32), (0, 0), 9)
    table += grain[:, :, None]
    corners = np.array([(0, 0), (width, 0), (width, height), (0, height)], dtype=np.float32)
    centre = np.array([width / 2, height / 2], dtype=np.float32)
    turn = np.deg2rad(angle)
    spin = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]], dtype=np.float32)
    offset = np.array([frame_w / 2, frame_h / 2], dtype=np.float32)
    placed = (corners - centre) @ spin.T + offset + rng.uniform(-spread, spread, (4, 2)).astype(np.float32) * width
    matrix = cv2.getPerspectiveTransform(corners, placed.astype(np.float32))
    sheet = cv2.warpPerspective(page, matrix, (frame_w, frame_h), flags=cv2.INTER_AREA)
    mask = cv2.warpPerspective(np.full((height, width), 255, np.uint8), matrix, (frame_w, frame_h))
    alpha = (mask.astype(np.float32) / 255)[:, :, None]
    shade = np.linspace(rng.uniform(0.75, 1), rng.uniform(0.75, 1), frame_w, dtype=np.float32)[None, :, None]
    photo = (sheet * alpha * 0.93 + table * (1 - alpha)) * shade
    return np.clip(photo, 0, 255).astype(np.uint8), np.asarray(matrix, dtype=np.float64)
