"""What a paper says as a mapping, and short words for drawing it.

A template is text with values in braces: `{name}` records the field where it prints, `{end_date:hanzi}` prints a date in a style
of samples.numbers, `{birth_date:m-dots}` to the month only, `{_name}` underlined, `{~name}` without recording. A value prints as
`<name>_as` says where the facts have that, and everything is set in the typeface `face` where the facts name one.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, cast

from PIL import Image, ImageDraw

from models.document import Kind
from models.geometry import Box
from samples.content import Paper
from samples.drawing import A4, Cell, Sheet, Span, Table, fonts, line, measure, paragraph, table
from samples.drawing.seals import RED
from samples.drawing.sheet import ImageOp
from samples.numbers import DateStyle, grouped, show_date

LYING = (2339, 1654)
HALF_LYING = (1654, 1165)
_DATE = re.compile(r"\d{4}-\d{2}(-\d{2})?")
RECORDED_AS: Final = {"report": "comment", "outcome": "conclusion"}  # fields that a paper prints twice
_VALUE = re.compile(r"\{([_~]*)([a-z]\w*)(?::(m-)?(\w+))?\}")


@dataclass(frozen=True, slots=True)
class Facts(Paper):
    """Values by field name in normal form; `rows` where the paper has a table."""

    values: dict[str, str] = field(default_factory=dict)
    rows: tuple[tuple[str, ...], ...] = ()

    def __getitem__(self, name: str) -> str:
        return self.values.get(name, "")


@dataclass(frozen=True, slots=True)
class Item:
    """A cell of a form that is more than a line of text."""

    text: str = ""
    across: int = 1
    down: int = 1
    align: Literal["left", "centre"] = "centre"
    top: bool = False
    vertical: bool = False


def new_sheet(
    kind: Kind, layout: str, size: tuple[int, int] = A4, paper: tuple[int, int, int] = (255, 255, 255)
) -> Sheet:
    return Sheet(kind, f"w.{layout}", size, paper)


def spans_of(template: str, facts: Facts) -> list[Span]:
    """The template's text and values side by side."""
    spans, at = [], 0
    for found in _VALUE.finditer(template):
        if found.start() > at:
            spans.append(Span(template[at : found.start()]))
        spans.append(_value(found, facts))
        at = found.end()
    if at < len(template):
        spans.append(Span(template[at:]))
    return spans


def _value(found: re.Match[str], facts: Facts) -> Span:
    marks, name, month, style = found.groups()
    value = facts[name][:7] if month else facts[name]
    shown = facts[f"{name}_as"] or value
    if style == "fours":
        shown = grouped(value)
    elif value and (style or _DATE.fullmatch(shown)):
        shown = show_date(value, cast(DateStyle, style or "digits"))
    recorded = bool(value) and "~" not in marks
    field = RECORDED_AS.get(name, name) if recorded else None
    return Span(shown, field, value if recorded else None, underline="_" in marks)


def write(
    sheet: Sheet,
    x: float,
    y: float,
    template: str,
    facts: Facts,
    role: str,
    size: int,
    align: Literal["left", "centre", "right"] = "left",
) -> float:
    """One line with its values; returns where it ends."""
    role = facts["face"] or role
    spans = spans_of(template, facts)
    width = sum(measure(span.text, role, size) for span in spans)
    return line(sheet, x - {"left": 0.0, "centre": width / 2, "right": width}[align], y, spans, role, size)


def column(
    sheet: Sheet,
    x: float,
    y: float,
    width: float,
    template: str,
    facts: Facts,
    role: str,
    size: int,
    leading: float = 1.8,
    indent: float = 2,
) -> float:
    """A paragraph with its values; returns the last baseline."""
    role = facts["face"] or role
    spans = spans_of(template, facts)
    return paragraph(sheet, x, y, width, spans, role, size, leading=leading, indent=indent, justify=False)


def form(
    sheet: Sheet,
    x: float,
    y: float,
    columns: list[float],
    rows: Sequence[tuple[float, Sequence[str | Item]]],
    facts: Facts,
    role: str,
    size: int,
    *,
    face: str | None = None,
    ruled: bool = True,
    stroke: int = 2,
) -> Table:
    """A table of `rows` (height, items); cells that hold values are set in `face`."""
    role, face = facts["face"] or role, facts["face"] or face
    cells = [
        [_cell(item if isinstance(item, Item) else Item(item), facts, face) for item in items] for _, items in rows
    ]
    return table(sheet, x, y, columns, [height for height, _ in rows], cells, role, size, ruled=ruled, stroke=stroke)


def _cell(item: Item, facts: Facts, face: str | None) -> Cell:
    if item.vertical:
        return Cell(item.text, across=item.across, down=item.down, vertical=True)
    spans = tuple(spans_of(item.text, facts))
    filled = face if any(span.field for span in spans) else None
    return Cell("", across=item.across, down=item.down, align=item.align, role=filled, spans=spans, top=item.top)


def part(sheet: Sheet, name: str) -> None:
    """Notes which part of a paper this page is, which is no place on the page."""
    sheet.record("part", name, Box(-9, -9, -8, -8))


def frame(sheet: Sheet, margin: int, colour: tuple[int, int, int], width: int = 4, gap: int = 0) -> None:
    """A border, a double one where `gap` says how far apart."""
    for inset in (margin, margin + gap) if gap else (margin,):
        sheet.rect(Box(inset, inset, sheet.width - inset, sheet.height - inset), width, colour)


def stamp(sheet: Sheet, x: float, y: float, lines: Sequence[str], size: int = 34, *, oval: bool = False) -> Box:
    """A red stamp of straight lines in a frame or an oval, recorded as seal."""
    face = fonts.load("hei-bold", size)
    width = int(max(face.getlength(text) for text in lines) + size * (3 if oval else 1))
    height = int(size * (1.35 * len(lines) + (1.6 if oval else 0.8)))
    image = Image.new("RGBA", (width, height), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    edge = (2, 2, width - 3, height - 3)
    if oval:
        pen.ellipse(edge, outline=(*RED, 220), width=5)
    else:
        pen.rectangle(edge, outline=(*RED, 220), width=5)
    for i, text in enumerate(lines):
        at = (width / 2, height / 2 + size * 1.35 * (i - (len(lines) - 1) / 2))
        pen.text(at, text, fill=(*RED, 220), font=face, anchor="mm")
    box = sheet.picture(x, y, image, multiply=True)
    sheet.record("seal", "".join(lines), box)
    return box


def finish(sheet: Sheet, rng: random.Random) -> Sheet:
    """The word of the sample across the page, small enough not to weigh in a PDF."""
    text, size = "测试样本 无效", min(sheet.size) // 22
    tile = Image.new("L", (size * (len(text) + 1), size * 2), 0)
    ImageDraw.Draw(tile).text((tile.width / 2, size), text, fill=255, font=fonts.load("hei", size), anchor="mm")
    tile = tile.rotate(28, expand=True, resample=Image.Resampling.BICUBIC)
    ink = Image.merge("RGBA", [Image.new("L", tile.size, 226)] * 3 + [tile])
    at = ((sheet.width - tile.width) / 2, (sheet.height - tile.height) * rng.uniform(0.35, 0.65))
    sheet.ops.insert(0, ImageOp(*at, ink, multiply=True))
    return sheet
