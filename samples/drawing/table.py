"""Ruled tables with merged cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from models.geometry import Box
from samples.drawing.paragraph import paragraph
from samples.drawing.sheet import Sheet, Span, measure


@dataclass(frozen=True, slots=True)
class Cell:
    """Text of one cell. `across` and `down` merge; `spans` replace `text` where values stand inside a sentence."""

    text: str = ""
    field: str | None = None
    value: str | None = None
    across: int = 1
    down: int = 1
    align: Literal["left", "centre"] = "centre"
    role: str | None = None
    spans: tuple[Span, ...] = ()
    top: bool = False
    vertical: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Column and row edges as drawn, in sheet pixels, with the boxes of the cells in the order given."""

    box: Box
    cells: list[Box]


def table(
    sheet: Sheet,
    x: float,
    y: float,
    columns: list[float],
    rows: list[float],
    cells: list[list[Cell]],
    role: str = "song",
    size: int = 30,
    *,
    stroke: int = 2,
    ruled: bool = True,
) -> Table:
    """Draws `cells` row by row into the first free places of a grid of `columns` widths and `rows` heights."""
    xs, ys = _edges(x, columns), _edges(y, rows)
    taken: set[tuple[int, int]] = set()
    boxes = []
    for r, row in enumerate(cells):
        c = 0
        for cell in row:
            while (r, c) in taken:
                c += 1
            taken.update((r + i, c + j) for i in range(cell.down) for j in range(cell.across))
            box = Box(xs[c], ys[r], xs[c + cell.across], ys[r + cell.down])
            if ruled:
                sheet.rect(box, stroke)
            _fill(sheet, box, cell, cell.role or role, size)
            boxes.append(box)
    return Table(Box(xs[0], ys[0], xs[-1], ys[-1]), boxes)


def _edges(start: float, steps: list[float]) -> list[float]:
    edges = [start]
    for step in steps:
        edges.append(edges[-1] + step)
    return edges


def _fill(sheet: Sheet, box: Box, cell: Cell, role: str, size: int) -> None:
    spans = list(cell.spans) or ([Span(cell.text, cell.field, cell.value)] if cell.text else [])
    if not spans:
        return
    if cell.vertical:
        height = size * 1.15 * len(cell.text)
        sheet.vertical(box.cx, box.cy - height / 2, cell.text, role, size)
        return
    text = "".join(span.text for span in spans)
    pad = size * 0.22
    room = box.width - 2 * pad
    width = measure(text, role, size)
    if width <= room and not cell.top and "\n" not in text:
        start = box.cx - width / 2 if cell.align == "centre" else box.x0 + pad
        paragraph(sheet, start, box.cy + size * 0.37, width + 1, spans, role, size, indent=0, justify=False)
        return
    lines = sum(max(1, -(-int(measure(part, role, size)) // max(1, int(room)))) for part in text.split("\n"))
    leading = 1.3 if not cell.top else 1.55
    first = box.y0 + size * 1.3 if cell.top else box.cy - (lines - 1) * size * leading / 2 + size * 0.37
    paragraph(sheet, box.x0 + pad, first, room, spans, role, size, leading=leading, indent=0, justify=False)
