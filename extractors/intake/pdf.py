"""PDF pages by PyMuPDF: rendered as displayed, with their text layer where it can be trusted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pymupdf

from extractors.intake.limits import check_pages, check_pixels
from extractors.intake.pdf_scan import ScannedPage, images_on, scanned_page
from extractors.intake.raw_page import BadPage, Image, RawPage
from extractors.textlayer import text_layer
from models.errors import Damaged, Empty, Encrypted, InputError, TooLarge
from models.settings import ReadingSettings

_MAX_RENDERED_PIXELS = 40_000_000
_DAMAGED = "PDF 文件已损坏，无法打开，请重新导出或重新扫描后上传。"
_NO_PAGES = "PDF 中没有任何页面，请重新导出或重新扫描后上传。"
_DAMAGED_PAGE = "这一页已损坏，无法显示，请重新导出或重新扫描后上传。"

pymupdf.TOOLS.mupdf_display_errors(False)
pymupdf.TOOLS.mupdf_display_warnings(False)


def count_pdf_pages(path: Path) -> int:
    """How many pages the file has; raises an InputError when it cannot be opened."""
    with _opened(path) as document:
        return int(document.page_count)


def pdf_pages(path: Path, settings: ReadingSettings, only: range | None = None) -> Iterator[RawPage | BadPage]:
    """The pages of a PDF; raises an InputError when none can be had."""
    with _opened(path) as document:
        count = int(document.page_count)
        check_pages(count, settings.limits)
        for index in range(count):
            if only is not None and index + 1 not in only:
                continue
            try:
                page = _page(document, index, settings)
            except InputError as error:
                yield BadPage(index + 1, error)
            else:
                yield page


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    try:
        document = pymupdf.open(path, filetype="pdf")
    except Exception as error:
        # MuPDF's own errors, RuntimeError, ValueError: all say that this is no usable PDF.
        raise Damaged(_DAMAGED) from error
    try:
        if document.needs_pass and not document.authenticate(""):
            raise Encrypted("PDF 设有打开密码，请去除密码（另存为不加密的 PDF）后重新上传。")
        pages = _page_count(document)
        if pages == 0:
            # A broken page tree looks like an empty one after repair.
            raise (
                Damaged(_DAMAGED) if document.is_repaired else Empty("PDF 中没有任何页面，请重新导出或重新扫描后上传。")
            )
        yield document
    finally:
        document.close()


def _page_count(document: Any) -> int:
    try:
        return int(document.page_count)
    except Exception as error:
        raise Damaged(_DAMAGED) from error


def _page(document: Any, index: int, settings: ReadingSettings) -> RawPage:
    try:
        page = document.load_page(index)
        images = images_on(page)
        for image in images:
            check_pixels(image.width, image.height, settings.limits)
        scan = scanned_page(page, images)
        across, down = _resolution(page.rect, scan, settings)
        pixels, broken = _rendered(page, across, down)
        layer = None
        if scan is None:
            scale = pymupdf.Matrix(pixels.shape[1] / page.rect.width, pixels.shape[0] / page.rect.height)
            layer = text_layer(page, pixels, page.rotation_matrix * scale, [i.box for i in images])
    except InputError:
        raise
    except MemoryError as error:
        raise TooLarge("这一页太大，内存放不下，请降低分辨率后重新上传。") from error
    except Exception as error:
        raise Damaged(_DAMAGED_PAGE) from error
    damage: InputError | None = None
    if broken:
        if not np.ptp(pixels):
            raise Damaged(_DAMAGED_PAGE)  # blank because nothing of it could be drawn
        damage = Damaged("这一页的部分内容已损坏，可能没有显示完整，请重新导出或重新扫描后上传。")
    elif document.is_repaired and not np.ptp(pixels):
        damage = Damaged("文件曾经损坏，而这一页没有任何内容，原有内容可能已丢失，请核对原件后重新上传。")
    if layer is None:
        return RawPage(index + 1, pixels, dpi=(across + down) / 2, damage=damage)
    return RawPage(
        index + 1, pixels, across, layer.turn, False, layer.words, layer.cells, layer.pictures, damage=damage
    )


def _resolution(rect: Any, scan: ScannedPage | None, settings: ReadingSettings) -> tuple[float, float]:
    """Dots an inch to render at, across and down: a scan's own, else the operator's; less where the page is huge."""
    if not (0 < rect.width < float("inf") and 0 < rect.height < float("inf")):
        raise Damaged(_DAMAGED_PAGE)
    across, down = (scan.dpi_across, scan.dpi_down) if scan else (settings.render_dpi, settings.render_dpi)
    pixels = rect.width * across / 72 * rect.height * down / 72
    most = min(_MAX_RENDERED_PIXELS, settings.limits.max_pixels)
    shrink = min(1.0, (most / pixels) ** 0.5)
    return across * shrink, down * shrink


def _rendered(page: Any, across: float, down: float) -> tuple[Image, bool]:
    """The page as BGR pixels, annotations and form fields included, and whether images in it could not be drawn."""
    pymupdf.TOOLS.reset_mupdf_warnings()
    pixmap = page.get_pixmap(matrix=pymupdf.Matrix(across / 72, down / 72), colorspace=pymupdf.csRGB, alpha=False)
    rows = np.frombuffer(pixmap.samples, np.uint8).reshape(pixmap.height, pixmap.stride)
    rgb = rows[:, : pixmap.width * 3].reshape(pixmap.height, pixmap.width, 3)
    warnings = pymupdf.TOOLS.mupdf_warnings()
    return np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2BGR), np.uint8), "image" in warnings and "error" in warnings
