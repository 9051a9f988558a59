"""Content of the kinds that have no dataclass of their own, and short words for drawing forms."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Literal

from PIL import Image, ImageDraw

from models.document import Kind
from models.geometry import Box
from samples.content import Paper
from samples.drawing import A4, Cell, Sheet, Span, fonts, line, table
from samples.drawing.sheet import ImageOp, TextOp
from samples.numbers import DateStyle, show_date

# A field that is no place on the page, as the part of a paper that a page is, has no box.
NOWHERE = Box(-9, -9, -8, -8)
A5_WIDE = (1654, 1165)
LEVEL_WORDS = {"大专": "专科", "硕士研究生": "硕士研究生"}


@dataclass(frozen=True, slots=True)
class Record(Paper):
    """A paper's values by field name, normal forms; `rows` where it has a table."""

    values: dict[str, str] = field(default_factory=dict)
    rows: tuple[tuple[str, ...], ...] = ()

    def __getitem__(self, name: str) -> str:
        return self.values[name]


def sheet_of(
    kind: Kind,
    layout: str,
    size: tuple[int, int] = A4,
    paper: tuple[int, int, int] = (255, 255, 255),
    *,
    first: bool = True,
) -> Sheet:
    return Sheet(kind, f"v.{layout}", size, paper, first)


def finish(sheet: Sheet, rng: random.Random) -> Sheet:
    """The marks that every page bears: the word of the sample under the text, and once more small at the foot."""
    _under_the_text(sheet, rng)
    role = next((op.role for op in sheet.ops if isinstance(op, TextOp)), "mingti")
    sheet.text(sheet.width - 40, sheet.height - 26, "测试样本", role, 28, align="right", colour=(50, 50, 50))
    return sheet


def _under_the_text(sheet: Sheet, rng: random.Random) -> None:
    size = int(min(sheet.size) * 0.075)
    tile = Image.new("L", (size * 5, size * 2), 0)
    ImageDraw.Draw(tile).text(
        (tile.width / 2, size), "测试样本", fill=255, font=fonts.load("sans-light", size), anchor="mm"
    )
    tile = tile.rotate(rng.uniform(12, 35), expand=True, resample=Image.Resampling.BICUBIC)
    ink = Image.merge("RGBA", [Image.new("L", tile.size, 224)] * 3 + [tile])
    x, y = (sheet.width - tile.width) / 2, (sheet.height - tile.height) * rng.uniform(0.3, 0.6)
    sheet.ops.insert(0, ImageOp(x, y, ink, multiply=True))


def said(text: str, name: str, value: str | None = None, *, under: bool = False) -> Span:
    """A value inside a sentence."""
    return Span(text, name, value, underline=under)


def dated(iso: str, name: str, style: DateStyle = "digits", *, under: bool = False) -> Span:
    return Span(show_date(iso, style), name, iso, underline=under)


def level_word(level: str) -> str:
    return LEVEL_WORDS.get(level, level)


Item = str | tuple[str, str] | tuple[str, str, str] | Cell


def cell(item: Item) -> Cell:
    """A label as it is; (text, field) or (text, field, value) as a value."""
    if isinstance(item, Cell):
        return item
    if isinstance(item, str):
        return Cell(item)
    return Cell(item[0], item[1], item[2] if len(item) == 3 else None)


def grid(
    sheet: Sheet,
    x: float,
    y: float,
    columns: list[float],
    rows: list[tuple[float, list[Item]]],
    role: str,
    size: int,
    *,
    ruled: bool = True,
    stroke: int = 2,
) -> float:
    """A table of `rows` (height, items); returns its lower edge."""
    heights = [height for height, _ in rows]
    cells = [[cell(item) for item in items] for _, items in rows]
    return table(sheet, x, y, columns, heights, cells, role, size, ruled=ruled, stroke=stroke).box.y1


def pairs(
    sheet: Sheet,
    x: float,
    y: float,
    step: float,
    items: list[tuple[str, str, str, str]],
    role: str,
    size: int,
    *,
    width: float = 0,
    colon: str = "：",
    under: Literal["", "line"] = "",
    value_role: str | None = None,
) -> float:
    """Lines of label and value: (label, printed, field, value); values start `width` from `x` where given."""
    for label, printed, name, value in items:
        end = line(sheet, x, y, [Span(label + colon)], role, size)
        start = x + width if width else end
        span = Span(printed, name or None, value or None, role=value_role)
        stop = line(sheet, start, y, [span], role, size)
        if under:
            sheet.line(start - 8, y + size * 0.25, max(stop + 12, start + size * 9), y + size * 0.25, 2)
        y += step
    return y
