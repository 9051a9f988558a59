"""A small picture of a page, kept with its reading, so that pages can be compared later without their images."""

from __future__ import annotations

import base64

import cv2
import numpy as np
from numpy.typing import NDArray

LONG_SIDE_PX = 480
"""At this size 10-point print on A4 is five pixels tall: single strokes are gone, the pattern of a word is not."""

_MOST_BYTES = 7500
_QUALITIES = (30, 20, 12, 7)
_AROUND_PX = 15
_PAPER = 236
_LEAST_SIDE_PX = 16


def thumbnail_of(image: NDArray[np.uint8]) -> str:
    """`image` (BGR) in grey with its paper made white, `LONG_SIDE_PX` long, less where it is
    crowded: JPEG in base64, at most 10 kB.

    Light and shade are taken out, so that a brightened copy has nearly the same picture. "" for an image too narrow.
    """
    height, width = image.shape[:2]
    scale = min(1.0, LONG_SIDE_PX / max(height, width))
    size = (round(width * scale), round(height * scale))
    if min(size) < _LEAST_SIDE_PX:
        return ""
    grey = cv2.resize(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), size, interpolation=cv2.INTER_AREA)
    around = np.ones((_AROUND_PX, _AROUND_PX), np.uint8)
    paper = cv2.blur(cv2.morphologyEx(grey, cv2.MORPH_CLOSE, around), (_AROUND_PX, _AROUND_PX))
    level = np.asarray(cv2.divide(grey, cv2.max(paper, np.ones_like(paper)), scale=255), np.uint8)
    level[level > _PAPER] = 255
    encoded = _encoded(level)
    while len(encoded) > _MOST_BYTES:
        level = np.asarray(cv2.resize(level, None, fx=0.8, fy=0.8, interpolation=cv2.INTER_AREA), np.uint8)
        encoded = _encoded(level)
    return base64.b64encode(encoded).decode("ascii")


def _encoded(level: NDArray[np.uint8]) -> bytes:
    """`level` at the best quality that keeps within the bytes, else at the worst."""
    encoded = b""
    for quality in _QUALITIES:
        options = [cv2.IMWRITE_JPEG_QUALITY, quality, cv2.IMWRITE_JPEG_OPTIMIZE, 1]
        encoded = cv2.imencode(".jpg", level, options)[1].tobytes()
        if len(encoded) <= _MOST_BYTES:
            break
    return encoded


def thumbnail_image(thumbnail: str) -> NDArray[np.uint8] | None:
    """The picture (grey, paper white) that `thumbnail_of` made; None where there is none, or it is damaged."""
    try:
        encoded = np.frombuffer(base64.b64decode(thumbnail, validate=True), np.uint8)
    except ValueError:
        return None
    if not encoded.size:
        return None
    picture = cv2.imdecode(encoded, cv2.IMREAD_GRAYSCALE)
    return None if picture is None else np.asarray(picture, np.uint8)
