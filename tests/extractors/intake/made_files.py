"""Files for the intake tests, whole and broken, made on the spot."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path

import numpy as np
import pymupdf
from PIL import Image


def asymmetric(width: int = 60, height: int = 40, mode: str = "RGB") -> Image.Image:
    """White, with a red patch at the top left and a blue one at the bottom left."""
    pixels = np.full((height, width, 3), 255, np.uint8)
    pixels[:10, :20] = (255, 0, 0)
    pixels[-10:, :10] = (0, 0, 255)
    return Image.fromarray(pixels).convert(mode)


def saved(path: Path, image: Image.Image, **options: object) -> Path:
    image.save(path, **options)  # type: ignore[arg-type]
    return path


def with_orientation(orientation: int) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return exif


def noise(width: int, height: int) -> Image.Image:
    """An image that does not compress, so that cutting its file short loses rows."""
    pixels = np.random.default_rng(7).integers(0, 255, (height, width, 3), np.uint8)
    return Image.fromarray(pixels)


def png_bomb(width: int, height: int) -> bytes:
    """A small PNG that claims to be huge."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
        + chunk(b"IEND", b"")
    )


def zipped(*names: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        for name in names:
            packed.writestr(name, "x")
    return data.getvalue()


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def text_pdf(path: Path, pages: int = 1, **save: object) -> Path:
    """Born-digital pages with Chinese text, a ruled table and two columns."""
    document = pymupdf.open()
    for number in range(1, pages + 1):
        page = document.new_page()
        put(page, (200, 80), f"年度考核登记表 第{number}页", 18)
        for column, text in enumerate(("姓名", "周启航", "考核结果", "合格")):
            box = pymupdf.Rect(60 + 110 * column, 130, 170 + 110 * column, 160)
            page.draw_rect(box, width=0.8)
            page.draw_rect(pymupdf.Rect(box.x0, box.y1, box.x1, box.y1 + 30), width=0.8)
            put(page, (box.x0 + 4, box.y0 + 20), text)
        put(page, (60, 260), "本人2021年度认真履行岗位职责，完成工艺设计三项，参加继续教育96.5学时。")
        put(page, (60, 300), "左栏文字")
        put(page, (300, 300), "右栏文字")
    document.save(path, **save)
    document.close()
    return path


def put(page: pymupdf.Page, at: tuple[float, float], text: str, size: float = 12, **how: object) -> None:
    page.insert_text(at, text, fontname="china-s", fontsize=size, **how)


def scan_of(pdf: Path, dpi: int = 150) -> bytes:
    """The first page of a PDF as a JPEG."""
    with pymupdf.open(pdf) as document:
        data: bytes = document[0].get_pixmap(dpi=dpi).tobytes("jpeg")
    return data


def scanned_pdf(path: Path, image: bytes, **text: object) -> Path:
    """An A4 page filled by one image; with `hidden`, text under it in render mode 3."""
    document = pymupdf.open()
    page = document.new_page()
    page.insert_image(page.rect, stream=image)
    if "hidden" in text:
        put(page, (60, 260), str(text["hidden"]), render_mode=3)
    document.save(path)
    document.close()
    return path
