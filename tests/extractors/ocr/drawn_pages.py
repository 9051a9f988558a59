"""Pages drawn for the tests of the engines, with fonts that are on the machine."""

from __future__ import annotations

import math
from pathlib import Path

import cv2
import numpy as np
from PIL import Image as Pictures
from PIL import ImageDraw, ImageFont

from extractors.ocr.engine import Image
from models.page import Word

FONTS = {
    "kai": Path("/usr/share/fonts/truetype/arphic/ukai.ttc"),
    "song": Path("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc"),
    "bold": Path("/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc"),
}
BLACK = (25, 25, 25)


class Sheet:
    """A sheet of paper to write on."""

    def __init__(self, width: int = 1240, height: int = 900, paper: tuple[int, int, int] = (255, 255, 255)) -> None:
        self._picture = Pictures.new("RGB", (width, height), paper)

    def write(
        self, x: int, y: int, text: str, size: int = 40, font: str = "song", ink: tuple[int, int, int] = BLACK
    ) -> Sheet:
        ImageDraw.Draw(self._picture).text((x, y), text, font=ImageFont.truetype(FONTS[font], size), fill=ink)
        return self

    def write_down(self, x: int, y: int, text: str, size: int = 40, pitch: int = 46) -> Sheet:
        for index, character in enumerate(text):
            self.write(x, y + index * pitch, character, size)
        return self

    def rule(self, x0: int, y0: int, x1: int, y1: int) -> Sheet:
        ImageDraw.Draw(self._picture).rectangle((x0, y0, x1, y1), outline=BLACK, width=2)
        return self

    def stamp(self, x: int, y: int, radius: int = 130, ink: tuple[int, int, int] = (215, 30, 40)) -> Sheet:
        """A round seal with a ring of characters and a star, multiplied over what is there."""
        layer = Pictures.new("L", self._picture.size, 0)
        draw = ImageDraw.Draw(layer)
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), outline=255, width=radius // 20)
        font = ImageFont.truetype(FONTS["bold"], radius // 4)
        for index, character in enumerate("越州市测试样本专用章"):
            angle = math.radians(-210 + 240 * index / 9)
            draw.text(
                (x + 0.76 * radius * math.cos(angle), y + 0.76 * radius * math.sin(angle)),
                character,
                font=font,
                fill=255,
                anchor="mm",
            )
        points = []
        for corner in range(10):
            length, angle = radius * (0.34 if corner % 2 == 0 else 0.14), math.pi * (corner / 5 - 0.5)
            points.append((x + length * math.cos(angle), y + length * math.sin(angle)))
        draw.polygon(points, fill=255)
        share = 0.85 * np.asarray(layer.resize(self._picture.size), np.float32)[..., None] / 255
        under = np.asarray(self._picture, np.float32)
        over = under * (1 - share) + under * np.array(ink, np.float32) / 255 * share
        self._picture = Pictures.fromarray(over.astype(np.uint8))
        return self

    def image(self) -> Image:
        return np.ascontiguousarray(np.asarray(self._picture)[..., ::-1])


def scanned(image: Image, angle: float = 0.7) -> Image:
    """The page a little askew, blurred, noisy, and compressed."""
    height, width = image.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1)
    askew = cv2.warpAffine(image, turn, (width, height), borderValue=(250, 250, 250))
    noise = np.random.default_rng(7).normal(0, 6, image.shape)
    rough = (cv2.GaussianBlur(askew, (0, 0), 0.8).astype(np.float32) + noise).clip(0, 255).astype(np.uint8)
    packed = cv2.imencode(".jpg", rough, [cv2.IMWRITE_JPEG_QUALITY, 45])[1]
    return np.asarray(cv2.imdecode(packed, cv2.IMREAD_COLOR), dtype=np.uint8)


def text_of(words: list[Word]) -> str:
    """All that was read, with the zeros of Chinese numerals and brackets written one way."""
    folded = str.maketrans("○（）：，", "〇():,")
    return "\n".join(word.text for word in words).translate(folded)
