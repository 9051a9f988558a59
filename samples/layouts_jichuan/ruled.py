"""Ruled tables in which each cell is set in the faces of its own spans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from models.geometry import Box
from samples.drawing import Sheet, Span, measure, paragraph


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell of a table: its template and how it lies; `upright` writes from the top down."""

    text: str = ""
    across: int = 1
    down: int = 1
    align: Literal["left", "centre"] = "centre"
    top: bool = False
    upright: bool = False


def laid(
    x: float, y: float, columns: Sequence[float], rows: Sequence[tuple[float, Sequence[Slot]]]
) -> list[tuple[Slot, Box]]:
    """Each slot with its place: row by row into the first free cells."""
    xs, ys = _edges(x, columns), _edges(y, [height for height, _ in rows])
    taken: set[tuple[int, int]] = set()
    found = []
    for r, (_, slots) in enumerate(rows):
        c = 0
        for slot in slots:
            while (r, c) in taken:
                c += 1
            taken.update((r + i, c + j) for i in range(slot.down) for j in range(slot.across))
            found.append((slot, Box(xs[c], ys[r], xs[c + slot.across], ys[r + slot.down])))
    return found


def fill(sheet: Sheet, box: Box, slot: Slot, spans: list[Span], face: str, size: int) -> None:
    """Writes one cell: a line in the middle where it fits, a column of text otherwise."""
    if slot.upright:
        sheet.vertical(box.cx, box.cy - size * 1.15 * len(slot.text) / 2, slot.text, face, size)
        return
    pad = size * 0.4
    width = sum(measure(span.text, span.role or face, size) for span in spans)
    room = box.width - 2 * pad
    breaks = sum(span.text.count("\n") for span in spans)
    if width <= room and not breaks and not slot.top:
        start = box.cx - width / 2 if slot.align == "centre" else box.x0 + pad
        paragraph(sheet, start, box.cy + size * 0.36, width + 2, spans, face, size, indent=0, justify=False)
        return
    lines = breaks + max(1, -(-int(width) // max(1, int(room))))
    leading = 1.6 if slot.top else 1.28
    first = box.y0 + size * 1.5 if slot.top else box.cy - (lines - 1) * size * leading / 2 + size * 0.36
    paragraph(sheet, box.x0 + pad, first, room, spans, face, size, leading=leading, indent=0, justify=False)


def _edges(start: float, steps: Sequence[float]) -> list[float]:
    edges = [start]
    for step in steps:
        edges.append(edges[-1] + step)
    return edges
