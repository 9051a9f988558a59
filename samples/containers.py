"""Sheets to files: pictures, many-page TIFF, PDF with and without a text layer, and damaged files."""

from __future__ import annotations

import io
import random
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import numpy as np
import pymupdf
from PIL import Image, TiffImagePlugin

from models.geometry import Box
from samples import quality
from samples.content import FilePlan
from samples.drawing import render
from samples.drawing.sheet import Sheet
from samples.drawing.slim_fonts import slim_tables

# pymupdf.PDF_ENCRYPT_RC4_128. MuPDF draws the file identifier of an encrypted PDF at random, so this one file differs each time.
RC4_128 = 3
PDF_DATE = "D:20230820090000+08'00'"
EXIF_ORIENTATION = 0x0112
PHOTOMETRIC, STRIP_OFFSETS, ROWS_PER_STRIP, STRIP_BYTE_COUNTS = 262, 273, 278, 279  # TIFF tags
# EXIF value that tells a viewer to turn the stored picture back by that many quarter turns clockwise.
UNTURN = {1: 8, 2: 3, 3: 6}
LIGHT = "microhei"
# Tables of its own and spectral order: the same pixels in a tenth fewer bytes.
SMALL_JPEG = {"optimize": True, "progressive": True}


@dataclass(frozen=True, slots=True)
class Placed:
    """A field as it lies in the file: name, value, page from 1, box in stored pixels or None where it left the page."""

    name: str
    value: str
    page: int
    box: Box | None


def write(path: Path, plan: FilePlan, sheets: list[Sheet], rng: random.Random) -> list[list[Placed]]:
    """Writes `sheets` as the file that `plan` describes and returns the fields of each sheet where they now lie."""
    if plan.damage == "empty":
        path.write_bytes(b"")
        return [[] for _ in sheets]
    if plan.quality == "text":
        placed = _write_text_pdf(path, plan, sheets, rng)
    else:
        taken = [_take(sheet, plan, rng) for sheet in sheets]
        _write_pictures(path, plan, [t.image for t in taken])
        placed = [_placed(sheet, t, number) for number, (sheet, t) in enumerate(zip(sheets, taken, strict=True), 1)]
    if plan.damage == "truncated":
        data = path.read_bytes()
        path.write_bytes(data[: len(data) // 40])
    return placed


def _placed(sheet: Sheet, taken: quality.Taken, page: int) -> list[Placed]:
    return [Placed(f.name, f.value, page, taken.box(f.box)) for f in sheet.fields]


def _take(sheet: Sheet, plan: FilePlan, rng: random.Random) -> quality.Taken:
    image = render.to_image(sheet)
    if plan.quality == "clean":
        taken = quality.clean(image, plan.dpi)
    elif plan.quality == "scan":
        taken = quality.scan(image, rng, dpi=plan.dpi, skew=plan.skew, grey=plan.grey)
    else:
        taken = quality.photo(image, rng, width=_photo_width(sheet, plan))
    return quality.turned(taken, plan.turn)


def _photo_width(sheet: Sheet, plan: FilePlan) -> int:
    upright = sheet.height >= sheet.width
    if plan.width:
        return plan.width if upright else plan.width * 6 // 5
    return 1300 if upright else 1600


def _write_pictures(path: Path, plan: FilePlan, images: list[Image.Image]) -> None:
    ending = path.suffix.lower()
    if len(images) != 1 and ending not in (".pdf", ".tif", ".tiff"):
        raise ValueError(f"{path.name} cannot hold {len(images)} pages")
    strength = plan.jpeg or {"clean": 85, "scan": 50, "photo": 70}[plan.quality]
    if ending == ".pdf":
        _write_image_pdf(path, plan, images, strength)
    elif ending in (".tif", ".tiff"):
        kind = "group4" if plan.grey else "jpeg"
        # Brightness and colour apart, as scanners write it: half as large as the three colours one by one.
        pages = [_two_level(i) if plan.grey else i.convert("YCbCr") for i in images]
        options = {} if plan.grey else {"quality": strength}
        pages[0].save(
            path, "TIFF", save_all=True, append_images=pages[1:], compression=kind, dpi=(plan.dpi, plan.dpi), **options
        )
    elif plan.flat and ending in (".png", ".webp"):
        _write_flat(path, plan, images[0])
    elif ending == ".png":
        images[0].quantize(48, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
            path, optimize=True, dpi=(plan.dpi, plan.dpi)
        )
    elif ending == ".webp":
        images[0].save(path, quality=strength, method=plan.effort)
    elif ending == ".bmp":
        _two_level(images[0]).save(path)
    else:
        exif = Image.Exif()
        if plan.exif and plan.turn % 4:
            exif[EXIF_ORIENTATION] = UNTURN[plan.turn % 4]
        # A broken file keeps the plain order, in which what is left of it is the top of the page.
        coding = {} if plan.damage == "truncated" else SMALL_JPEG
        images[0].save(path, "JPEG", quality=strength, exif=exif, dpi=(plan.dpi, plan.dpi), subsampling=2, **coding)


def _flat(image: Image.Image) -> Image.Image:
    """In the colour of the paper, of ink thick and thin, of a seal strong and worn, and of the sample's mark."""
    paper = max(image.convert("RGB").resize((64, 64), Image.Resampling.NEAREST).getcolors(4096) or [(1, (255,) * 3)])
    palette = Image.new("P", (1, 1))
    colours = (paper[1], (30, 30, 34), (140, 140, 142), (214, 70, 74), (234, 158, 160), (226, 226, 226), (70, 76, 140))
    palette.putpalette([channel for colour in colours for channel in cast(tuple[int, ...], colour)])
    return image.convert("RGB").quantize(palette=palette, dither=Image.Dither.NONE)


def _write_flat(path: Path, plan: FilePlan, image: Image.Image) -> None:
    if path.suffix.lower() == ".png":
        _flat(image).save(path, optimize=True, bits=4, dpi=(plan.dpi, plan.dpi))
    else:
        _flat(image).convert("RGB").save(path, lossless=True, method=6)


def _two_level(image: Image.Image) -> Image.Image:
    return image.convert("L").point(lambda v: 255 if v > 170 else 0).convert("1")


def _write_image_pdf(path: Path, plan: FilePlan, images: list[Image.Image], strength: int) -> None:
    document = pymupdf.open()
    for image in images:
        page = document.new_page(width=image.width * 72 / plan.dpi, height=image.height * 72 / plan.dpi)
        if plan.grey and plan.flat:
            _insert_fax(document, page, _two_level(image))
            continue
        buffer = io.BytesIO()
        image.save(buffer, "JPEG", quality=strength, **SMALL_JPEG)
        page.insert_image(page.rect, stream=buffer.getvalue())
    _save_pdf(document, path, plan)


def _png(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _insert_fax(document: pymupdf.Document, page: pymupdf.Page, image: Image.Image) -> None:
    """Lays the picture on the page in the coding of fax machines, as copiers store black and white."""
    buffer = io.BytesIO()
    image.save(buffer, "TIFF", compression="group4", tiffinfo={ROWS_PER_STRIP: image.height})
    with TiffImagePlugin.TiffImageFile(io.BytesIO(buffer.getvalue())) as stored:
        start, length = stored.tag_v2[STRIP_OFFSETS][0], stored.tag_v2[STRIP_BYTE_COUNTS][0]
        black_is_1 = "true" if stored.tag_v2[PHOTOMETRIC] == 1 else "false"
    number = page.insert_image(page.rect, stream=_png(image))
    document.update_stream(number, buffer.getvalue()[start : start + length], compress=False)
    document.xref_set_key(number, "ColorSpace", "/DeviceGray")
    document.xref_set_key(number, "Filter", "/CCITTFaxDecode")
    parms = f"<</K -1/Columns {image.width}/Rows {image.height}/BlackIs1 {black_is_1}>>"
    document.xref_set_key(number, "DecodeParms", parms)


def _write_text_pdf(path: Path, plan: FilePlan, sheets: list[Sheet], rng: random.Random) -> list[list[Placed]]:
    """A born-digital PDF; where `plan.mixed`, every second page is a scan put among the others."""
    document = pymupdf.open()
    placed = []
    for number, sheet in enumerate(sheets, 1):
        if plan.mixed and number % 2 == 0:
            taken = quality.scan(render.to_image(sheet), rng, dpi=plan.dpi)
            page = document.new_page(width=taken.image.width * 72 / plan.dpi, height=taken.image.height * 72 / plan.dpi)
            if plan.grey and plan.flat:
                _insert_fax(document, page, _two_level(taken.image))
            else:
                buffer = io.BytesIO()
                taken.image.save(buffer, "JPEG", quality=plan.jpeg or 50, **SMALL_JPEG)
                page.insert_image(page.rect, stream=buffer.getvalue())
        else:
            render.add_pdf_page(document, sheet, thrifty=plan.packed, role=LIGHT if plan.light else "")
            taken = quality.Taken(Image.new("1", sheet.size), np.eye(3))
        placed.append(_placed(sheet, taken, number))
    document.subset_fonts()
    slim_tables(document)
    _save_pdf(document, path, plan)
    return placed


def _save_pdf(document: pymupdf.Document, path: Path, plan: FilePlan) -> None:
    document.set_metadata({"creationDate": PDF_DATE, "modDate": PDF_DATE, "producer": "heyan samples"})
    options: dict[str, object] = {"garbage": 4, "deflate": True, "no_new_id": True, "use_objstms": 1}
    if plan.damage == "encrypted":
        options |= {"encryption": RC4_128, "owner_pw": "owner", "user_pw": "secret"}
    document.save(path, **options)
    document.close()
