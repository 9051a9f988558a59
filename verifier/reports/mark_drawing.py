"""Frames and signs drawn on a PDF page: each status has a shape of its own besides its colour."""

from __future__ import annotations

from functools import cache
from typing import Any

import pymupdf

from models.finding import Status

Colour = tuple[float, float, float]
COLOURS: dict[Status, Colour] = {
    Status.FAIL: (0.72, 0.05, 0.05),
    Status.MISSING: (0.45, 0.1, 0.5),
    Status.REVIEW: (0.6, 0.38, 0.0),
    Status.PASS: (0.05, 0.42, 0.18),
    Status.NOT_APPLICABLE: (0.35, 0.35, 0.35),
}
DASHES = {Status.REVIEW: "[4 2] 0", Status.MISSING: "[1 2] 0"}
SIZE = 8.0
MOST_CHARACTERS = 24


@cache
def label_font() -> Any:
    """A font with Chinese, which comes with PyMuPDF."""
    return pymupdf.Font("cjk")


def draw_mark(page: Any, rect: Any, status: Status, label: str) -> None:
    """A frame around `rect` (points), the status's sign at its upper right, and `label`, where there is one, beside it."""
    colour = COLOURS[status]
    page.draw_rect(rect, color=colour, width=0.8 if status is Status.PASS else 1.6, dashes=DASHES.get(status))
    left = min(rect.x1 + 1.5, page.rect.x1 - SIZE - 1)
    sign = pymupdf.Rect(left, rect.y0 - SIZE / 2, left + SIZE, rect.y0 + SIZE / 2)
    if label:
        text = label if len(label) <= MOST_CHARACTERS else label[: MOST_CHARACTERS - 1] + "…"
        length = label_font().text_length(text, SIZE) + SIZE + 4
        # Beside the box where there is room, else above it.
        if sign.x0 + length > page.rect.x1:
            x = max(1.0, page.rect.x1 - length - 1)
            sign = pymupdf.Rect(x, rect.y0 - SIZE - 2, x + SIZE, rect.y0 - 2)
        ground = pymupdf.Rect(sign.x0 - 1, sign.y0 - 1.5, sign.x0 + length, sign.y1 + 1.5)
        page.draw_rect(ground, color=colour, fill=(1, 1, 1), width=0.4)
        writer = pymupdf.TextWriter(page.rect)
        writer.append((sign.x1 + 2, sign.y1 - 1), text, font=label_font(), fontsize=SIZE)
        writer.write_text(page, color=colour)
    _sign(page, sign, status, colour)


def _sign(page: Any, r: Any, status: Status, colour: Colour) -> None:
    """Cross, ring, question mark or tick, drawn with lines, for fonts lack them."""
    if status is Status.FAIL:
        page.draw_line(r.tl, r.br, color=colour, width=1.6)
        page.draw_line(r.tr, r.bl, color=colour, width=1.6)
    elif status is Status.PASS:
        points = [(r.x0, r.y0 + 4), (r.x0 + 2.6, r.y1 - 1), (r.x1, r.y0 + 0.5)]
        page.draw_polyline(points, color=colour, width=1.4)
    elif status is Status.REVIEW:
        writer = pymupdf.TextWriter(page.rect)
        writer.append((r.x0 + 1.5, r.y1 - 0.5), "?", font=label_font(), fontsize=SIZE + 2)
        writer.write_text(page, color=colour)
    else:
        page.draw_circle((r.x0 + SIZE / 2, r.y0 + SIZE / 2), SIZE / 2 - 0.8, color=colour, width=1.3)
