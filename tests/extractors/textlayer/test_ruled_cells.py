"""Cells from the lines that a PDF page draws, however they are drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pymupdf
import pytest

from extractors.textlayer.tables import MAX_PATHS, ruled_cells
from models.geometry import Box

XS, YS = (50.0, 150.0, 300.0), (80.0, 110.0, 140.0, 200.0)
CELLS = [(XS[i], YS[j], XS[i + 1], YS[j + 1]) for j in range(3) for i in range(2)]


def cells_of(draw: Callable[[Any], None], turned: int = 0) -> tuple[Box, ...]:
    with pymupdf.open() as document:
        page = document.new_page()
        draw(page)
        page.set_rotation(turned)
        return ruled_cells(page.get_cdrawings())


def lines(page: Any) -> None:
    for x in XS:
        page.draw_line((x, YS[0]), (x, YS[-1]))
    for y in YS:
        page.draw_line((XS[0], y), (XS[-1], y))


def rectangles(page: Any) -> None:
    for cell in CELLS:
        page.draw_rect(pymupdf.Rect(cell))


def thin_rectangles(page: Any) -> None:
    for x in XS:
        page.draw_rect(pymupdf.Rect(x - 0.3, YS[0], x + 0.3, YS[-1]), fill=(0, 0, 0), width=0)
    for y in YS:
        page.draw_rect(pymupdf.Rect(XS[0], y - 0.3, XS[-1], y + 0.3), fill=(0, 0, 0), width=0)


def corners(page: Any) -> None:
    for x0, y0, x1, y1 in CELLS:
        page.draw_quad(pymupdf.Quad((x0, y0), (x1, y0), (x0, y1), (x1, y1)))


@pytest.mark.parametrize("draw", [lines, rectangles, thin_rectangles, corners])
@pytest.mark.parametrize("turned", [0, 90])
def test_cells_are_found_however_their_lines_are_drawn(draw: Callable[[Any], None], turned: int) -> None:
    found = cells_of(draw, turned)
    assert [tuple(cell) for cell in found] == [pytest.approx(cell, abs=0.7) for cell in CELLS]


def test_curves_and_slanting_lines_make_no_cells() -> None:
    def draw(page: Any) -> None:
        page.draw_circle((200, 200), 80)
        page.draw_line((50, 50), (300, 60))
        page.draw_line((50, 150), (300, 160))
        page.draw_line((50, 50), (60, 150))
        page.draw_line((300, 60), (310, 160))

    assert cells_of(draw) == ()


def test_a_single_frame_is_no_table() -> None:
    assert cells_of(lambda page: page.draw_rect(pymupdf.Rect(50, 50, 300, 300))) == ()


def test_drawings_of_very_many_lines_are_left_alone() -> None:
    cell = {"items": [("re", (0.0, 0.0, 9.0, 9.0)), ("re", (9.0, 0.0, 18.0, 9.0))]}
    assert len(ruled_cells([cell] * 2)) == 2
    assert ruled_cells([cell] * (MAX_PATHS + 1)) == ()
    assert ruled_cells([{"items": cell["items"] * 3000}] * 2) == ()


def test_numbers_of_broken_files_do_no_harm() -> None:
    odd = {"items": [("l", (float("nan"), 1.0), (2.0, float("inf"))), ("re", (1e30, -1e30, float("nan"), 0.0))]}
    assert ruled_cells([odd, odd]) == ()
