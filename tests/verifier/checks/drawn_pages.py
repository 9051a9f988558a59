"""Drawn pages with the words on them as a reader gives them, and what a scanner, a phone or an editor makes of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.thumbnail import thumbnail_of
from models.geometry import Box
from models.page import Page, Word

Image = NDArray[np.uint8]
WIDTH, HEIGHT = 1240, 1754
CARD = (
    "TRAINING RECORD OF TECHNICAL STAFF 2021", "NAME ZHOU QIHANG", "NUMBER 330699199208150035",
    "EMPLOYER YUEZHOU PRECISION MACHINERY", "DIGITAL ECONOMY AND INNOVATION 18", "MATERIALS OF MACHINE TOOLS 42",
    "NUMERICAL CONTROL IN PRACTICE 24", "PROTECTION OF INVENTIONS 6", "TOTAL 90 SPECIAL 66 PUBLIC 24",
    "PRINTED 2021-12-30 REGISTER 99120210045",
)  # fmt: skip


def drawn(lines: Sequence[str] = CARD, *, shift: int = 0, confidence: float = 0.97) -> tuple[Image, tuple[Word, ...]]:
    """A page with a frame, the `lines` and a stamp, `shift` pixels lower; with the words on it."""
    image = np.full((HEIGHT, WIDTH, 3), 245, np.uint8)
    cv2.rectangle(image, (60, 90), (WIDTH - 60, HEIGHT - 90), (60, 60, 60), 3)
    cv2.ellipse(image, (900, 1400 + shift), (150, 150), 0, 0, 360, (60, 60, 200), 6)
    words = []
    for row, text in enumerate(lines):
        at = (110, 200 + 110 * row + shift)
        (width, height), below = cv2.getTextSize(text, cv2.FONT_HERSHEY_SIMPLEX, 1.1, 3)
        cv2.putText(image, text, at, cv2.FONT_HERSHEY_SIMPLEX, 1.1, (30, 30, 30), 3)
        words.append(Word(text, Box(at[0], at[1] - height, at[0] + width, at[1] + below), confidence))
    return image, tuple(words)


def read(image: Image, words: Sequence[Word], number: int = 1) -> Page:
    size = (image.shape[1], image.shape[0])
    return Page(number, size, size, "ocr", tuple(words), thumbnail=thumbnail_of(image))


def page(lines: Sequence[str] = CARD, **how: int) -> Page:
    return read(*drawn(lines, **how))


def recompressed(image: Image, words: Sequence[Word]) -> Page:
    small = cv2.resize(image, None, fx=0.6, fy=0.6, interpolation=cv2.INTER_AREA)
    encoded = cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, 30])[1]
    again = np.asarray(cv2.imdecode(encoded, cv2.IMREAD_COLOR), np.uint8)
    return read(again, [replace(w, box=Box(*(0.6 * v for v in w.box))) for w in words])


def cropped(image: Image, words: Sequence[Word]) -> Page:
    x, y = 80, 150
    kept = [w for w in words if w.box.y0 > y]
    moved = [replace(w, box=Box(w.box.x0 - x, w.box.y0 - y, w.box.x1 - x, w.box.y1 - y)) for w in kept]
    return read(np.ascontiguousarray(image[y : HEIGHT - 120, x : WIDTH - 30]), moved)


def brightened(image: Image, words: Sequence[Word]) -> Page:
    light = np.clip(image.astype(np.float32) * 1.2 + 20, 0, 255).astype(np.uint8)
    return read(light, words)


def tilted(image: Image, words: Sequence[Word]) -> Page:
    """Turned by a degree, as deskewing may leave it."""
    matrix = cv2.getRotationMatrix2D((WIDTH / 2, HEIGHT / 2), 1.0, 1.0)
    turned = np.asarray(cv2.warpAffine(image, matrix, (WIDTH, HEIGHT), borderValue=(240, 240, 240)), np.uint8)
    moved = []
    for word in words:
        x, y = matrix @ np.array([word.box.cx, word.box.cy, 1.0])
        half, tall = word.box.width / 2, word.box.height / 2
        moved.append(replace(word, box=Box(x - half, y - tall, x + half, y + tall)))
    return read(turned, moved)
