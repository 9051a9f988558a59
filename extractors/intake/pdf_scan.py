"""Is a PDF page a scan, and how fine is it?"""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import numpy as np
import pymupdf

_COVERS_PAGE = 0.8
_FINEST_DPI = 300.0
_COARSEST_DPI = 100.0
# A4 at the two bounds: scanner apps that write one point a pixel give pages of 35 x 50 inches, whose dpi means nothing.
_LONG_SIDE_AT_FINEST = 3600
_LONG_SIDE_AT_COARSEST = 1170


class PlacedImage(NamedTuple):
    """An image on a page: its box in unrotated points, its own pixels, and dots an inch along the page's axes."""

    box: tuple[float, float, float, float]
    width: int
    height: int
    dpi_across: float
    dpi_down: float


class ScannedPage(NamedTuple):
    """The resolution of the image (or strips of one) that fills a page, along the axes of the displayed page."""

    dpi_across: float
    dpi_down: float


def images_on(page: Any) -> list[PlacedImage]:
    """The images that a PyMuPDF page shows, with a size."""
    placed = []
    for info in page.get_image_info():
        a, b, c, d, _, _ = info["transform"]
        wide, high = math.hypot(a, b), math.hypot(c, d)
        if wide < 1 or high < 1 or not info["width"] or not info["height"]:
            continue
        dpi_w, dpi_h = info["width"] * 72 / wide, info["height"] * 72 / high
        lying = abs(b) > abs(a)  # the image is drawn turned by a quarter
        placed.append(
            PlacedImage(
                tuple(info["bbox"]), info["width"], info["height"], dpi_h if lying else dpi_w, dpi_w if lying else dpi_h
            )
        )
    return placed


def scanned_page(page: Any, images: list[PlacedImage]) -> ScannedPage | None:
    """The resolution to render a scan at, or None where images do not fill the page.

    Strips and tiles of one scan count together. The finest of them that has a real share of the page tells the
    resolution: scanners that split text from background (MRC) store the background coarser.
    """
    frame = pymupdf.Rect(page.rect).transform(page.derotation_matrix)
    area = abs(frame.width * frame.height)
    if not area:
        return None
    parts = [(abs((pymupdf.Rect(i.box) & frame).get_area()) / area, i) for i in images]
    if _joint_share([i.box for _, i in parts], frame) < _COVERS_PAGE:
        return None
    big = [i for share, i in parts if share >= min(0.5, 0.5 * max(s for s, _ in parts))]
    finest = max(big, key=lambda i: i.dpi_across * i.dpi_down)
    across, down = finest.dpi_across, finest.dpi_down
    if page.rotation % 180:
        across, down = down, across
    return ScannedPage(*_bounded(across, down, page.rect.width, page.rect.height))


def _joint_share(boxes: list[tuple[float, float, float, float]], frame: Any) -> float:
    """The share of the frame under at least one of the boxes, on a grid of 64 x 64 points."""
    steps = 64
    middles = (np.arange(steps) + 0.5) / steps
    x, y = frame.x0 + middles * frame.width, frame.y0 + middles * frame.height
    hit = np.zeros((steps, steps), np.bool_)
    for box in boxes[:2000]:
        span = pymupdf.Rect(box) & frame
        hit |= np.outer((span.y0 <= y) & (y <= span.y1), (span.x0 <= x) & (x <= span.x1))
    return float(hit.mean())


def _bounded(across: float, down: float, width: float, height: float) -> tuple[float, float]:
    long_side = max(width * across, height * down) / 72
    dpi = math.sqrt(across * down)
    if dpi > _FINEST_DPI and long_side > _LONG_SIDE_AT_FINEST:
        shrink = max(_FINEST_DPI / dpi, _LONG_SIDE_AT_FINEST / long_side)
        return across * shrink, down * shrink
    if dpi < _COARSEST_DPI and long_side < _LONG_SIDE_AT_COARSEST:
        grow = min(_COARSEST_DPI / dpi, _LONG_SIDE_AT_COARSEST / long_side)
        return across * grow, down * grow
    return across, down
