"""Sheets to pictures and to PDF pages with a text layer."""

from __future__ import annotations

import io

import pymupdf
from PIL import Image, ImageChops, ImageDraw

from samples.drawing import fonts
from samples.drawing.sheet import ImageOp, LineOp, RectOp, Sheet, TextOp

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


def add_pdf_page(document: pymupdf.Document, sheet: Sheet) -> None:
    """Adds the sheet as a page with a text layer; pictures stay pictures, so the watermark is none of the text."""
    page = document.new_page(width=sheet.width * POINTS, height=sheet.height * POINTS)
    if sheet.paper != (255, 255, 255):
        page.draw_rect(page.rect, color=None, fill=_unit(sheet.paper))
    for op in sheet.ops:
        if isinstance(op, TextOp):
            writer = pymupdf.TextWriter(page.rect, color=_unit(op.colour))
            face = _pdf_font(op.role)
            writer.append((op.x * POINTS, op.y * POINTS), op.text, font=face, fontsize=op.size * POINTS)
            writer.write_text(page)
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
            buffer = io.BytesIO()
            # Half the resolution is enough for a seal or the sample mark, and keeps the files small.
            op.image.resize((max(1, op.image.width // 2), max(1, op.image.height // 2))).save(buffer, "PNG")
            page.insert_image(rect, stream=buffer.getvalue())


_FONTS: dict[str, pymupdf.Font] = {}


def _pdf_font(role: str) -> pymupdf.Font:
    name = fonts.pdf_role(role)
    if name not in _FONTS:
        _FONTS[name] = pymupdf.Font(fontfile=fonts.font_file(name)[0])
    return _FONTS[name]


def _unit(colour: tuple[int, int, int]) -> tuple[float, float, float]:
    return (colour[0] / 255, colour[1] / 255, colour[2] / 255)
