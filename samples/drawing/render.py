"""Sheets to pictures and to PDF pages with a text layer."""

from __future__ import annotations

import io

import pymupdf
from PIL import Image, ImageChops, ImageDraw

from samples.drawing import fonts
from samples.drawing.sheet import ImageOp, LineOp, Op, RectOp, Sheet, TextOp

DPI = 200
POINTS = 72 / DPI


def to_image(sheet: Sheet) -> Image.Image:
    """The sheet in RGB, one pixel a sheet pixel."""
    image = Image.new("RGB", sheet.size, sheet.paper)
    draw = ImageDraw.Draw(image)
    for op in sheet.ops:
        if isinstance(op, TextOp):
            draw.text((op.x, op.y), op.text, fill=op.colour, font=fonts.load(op.role, op.size), anchor="ls")
        elif isinstance(op, LineOp):
            draw.line(op.points, fill=op.colour, width=op.width, joint="curve")
        elif isinstance(op, RectOp):
            draw.rectangle(tuple(op.box), outline=op.colour, width=op.width, fill=op.fill)
        else:
            _lay(image, op)
    return image


def _lay(image: Image.Image, op: ImageOp) -> None:
    at = (round(op.x), round(op.y))
    if not op.multiply:
        image.paste(op.image, at, op.image)
        return
    region = image.crop((*at, at[0] + op.image.width, at[1] + op.image.height))
    white = Image.new("RGB", op.image.size, (255, 255, 255))
    white.paste(op.image, (0, 0), op.image)
    image.paste(ImageChops.multiply(region, white), at)


def add_pdf_page(document: pymupdf.Document, sheet: Sheet, *, thrifty: bool = False, role: str = "") -> None:
    """Adds the sheet as a page with a text layer; pictures stay pictures, so the watermark is none of the text.

    Seals and marks are stored as their one ink and the strengths of it: all of them, or sixteen where `thrifty`, which also
    writes neighbouring text of one colour together. All text is set in the face of `role` where one is given.
    """
    page = document.new_page(width=sheet.width * POINTS, height=sheet.height * POINTS)
    if sheet.paper != (255, 255, 255):
        page.draw_rect(page.rect, color=None, fill=_unit(sheet.paper))
    writer: pymupdf.TextWriter | None = None
    for number, op in enumerate(sheet.ops):
        if isinstance(op, TextOp):
            if writer is None:
                writer = pymupdf.TextWriter(page.rect, color=_unit(op.colour))
            writer.append(
                (op.x * POINTS, op.y * POINTS), op.text, font=_pdf_font(role or op.role), fontsize=op.size * POINTS
            )
            if not (thrifty and _goes_on(op, sheet.ops[number + 1 : number + 2])):
                writer.write_text(page)
                writer = None
        elif isinstance(op, LineOp):
            points = [pymupdf.Point(x * POINTS, y * POINTS) for x, y in op.points]
            page.draw_polyline(points, color=_unit(op.colour), width=op.width * POINTS)
        elif isinstance(op, RectOp):
            rect = pymupdf.Rect(*(v * POINTS for v in op.box))
            page.draw_rect(
                rect, color=_unit(op.colour), width=op.width * POINTS, fill=_unit(op.fill) if op.fill else None
            )
        else:
            rect = pymupdf.Rect(op.x, op.y, op.x + op.image.width, op.y + op.image.height) * pymupdf.Matrix(
                POINTS, POINTS
            )
            # Half the resolution is enough for a seal or the sample mark, and keeps the files small.
            half = (max(1, op.image.width // 2), max(1, op.image.height // 2))
            if op.multiply:
                ink, strength = _of_one_ink(op.image, half, step=16 if thrifty else 1)
                page.insert_image(rect, stream=_png(ink), mask=_png(strength))
            else:
                page.insert_image(rect, stream=_png(op.image.resize(half)))
    page.clean_contents()


def _goes_on(op: TextOp, following: list[Op]) -> bool:
    return any(isinstance(after, TextOp) and after.colour == op.colour for after in following)


def _png(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


def _of_one_ink(image: Image.Image, size: tuple[int, int], step: int) -> tuple[Image.Image, Image.Image]:
    """The picture's strongest colour all over `size`, and its opacities in steps of `step`."""
    alpha = image.getchannel("A")
    strongest = alpha.getextrema()[1]
    at = alpha.point(lambda v: 255 if v == strongest else 0).getbbox() or (0, 0)
    spot = image.crop((0, at[1], image.width, at[1] + 1))
    pixels = [spot.getpixel((x, 0)) for x in range(spot.width)]
    colour = next(p for p in pixels if isinstance(p, tuple) and p[3] == strongest)[:3]
    small = alpha.resize(size).point(lambda v: min(255, (v + step // 2) // step * step))
    return Image.new("RGB", size, colour), small


_FONTS: dict[str, pymupdf.Font] = {}


def _pdf_font(role: str) -> pymupdf.Font:
    name = fonts.pdf_role(role)
    if name not in _FONTS:
        _FONTS[name] = pymupdf.Font(fontfile=fonts.font_file(name)[0])
    return _FONTS[name]


def _unit(colour: tuple[int, int, int]) -> tuple[float, float, float]:
    return (colour[0] / 255, colour[1] / 255, colour[2] / 255)
