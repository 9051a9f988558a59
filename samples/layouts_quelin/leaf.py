"""A leaf of paper that knows whom it speaks of, so that a layout says only where things stand.

Templates hold values in brackets: `[name]` records the field where it prints, `[end_date|hanzi]` prints a date in a style of
samples.numbers, `[birth_date|m.dots]` to the month, `[inventors|、]` a list with that mark between, `[number|4]` in fours,
`[!name]` prints without recording. A value prints as `<name>@` says where the facts have that.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, cast

from PIL import Image, ImageDraw

from models.document import Kind
from models.geometry import Box
from samples import drawing
from samples.content import Holder
from samples.drawing import A4, Cell, Sheet, Span, Table, fonts, measure
from samples.drawing.seals import RED
from samples.drawing.sheet import INK, Colour
from samples.numbers import DateStyle, grouped, show_date

LYING = (2339, 1654)
HALF = (1654, 1165)
CREAM, WHITE, ICE = (252, 248, 238), (255, 255, 255), (243, 249, 252)
_HOLE = re.compile(r"\[(!?)([a-z_]+)(?:\|(m\.)?([^\]]+))?\]")
_DATE = re.compile(r"\d{4}-\d\d(-\d\d)?")
Side = Literal["left", "centre", "right"]
# An appraisal's prose is one field, whoever wrote it.
OTHER_WORDS = {"opinion": "comment"}


@dataclass(frozen=True, slots=True)
class Said:
    """What a paper says: normal forms by field name, and rows where it has a table."""

    holder: Holder
    values: Mapping[str, str]
    rows: tuple[tuple[str, ...], ...] = ()

    def __getitem__(self, name: str) -> str:
        return self.values.get(name, "")

    def but(self, **values: str) -> Said:
        """The same paper with other words in it."""
        return Said(self.holder, {**self.values, **values}, self.rows)


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell that is more than one line in the middle."""

    text: str = ""
    across: int = 1
    down: int = 1
    prose: bool = False
    upright: bool = False
    left: bool = False


Row = tuple[float, Sequence[str | Slot]]


@dataclass
class Leaf:
    """One page; `role` the typeface of everything that names no other."""

    kind: Kind
    layout: str
    said: Said
    rng: random.Random
    role: str = "song"
    size: tuple[int, int] = A4
    paper: Colour = WHITE
    following: bool = False
    sheet: Sheet = field(init=False)

    def __post_init__(self) -> None:
        self.role = self.said["face"] or self.role
        self.sheet = Sheet(self.kind, f"x.{self.layout}", self.size, self.paper, first=not self.following)

    def face(self, role: str | None) -> str:
        """The typeface asked for; a paper with a face of its own has no other."""
        return self.said["face"] or role or self.role

    def put(
        self,
        x: float,
        y: float,
        template: str,
        size: int = 34,
        role: str | None = None,
        side: Side = "left",
        colour: Colour = INK,
    ) -> float:
        """One line with its values; returns where it ends."""
        spans, face = self.spans(template), self.face(role)
        x -= {"left": 0.0, "centre": 0.5, "right": 1.0}[side] * sum(measure(s.text, face, size) for s in spans)
        for span in spans:
            self.sheet.text(x, y, span.text, face, size, field=span.field, value=span.value, colour=colour)
            x += measure(span.text, face, size)
        return x

    def prose(
        self, x: float, y: float, width: float, template: str, size: int = 34, leading: float = 1.7, indent: float = 2
    ) -> float:
        """A paragraph with its values; returns the last baseline."""
        spans = self.spans(template)
        return drawing.paragraph(
            self.sheet, x, y, width, list(spans), self.role, size, leading=leading, indent=indent, justify=False
        )

    def grid(
        self, x: float, y: float, columns: list[float], rows: Sequence[Row], size: int = 32, **options: bool
    ) -> Table:
        """A ruled table of `rows` (height, cells)."""
        cells = [[self._cell(c if isinstance(c, Slot) else Slot(c)) for c in cells] for _, cells in rows]
        return drawing.table(self.sheet, x, y, columns, [h for h, _ in rows], cells, self.role, size, **options)

    def _cell(self, cell: Slot) -> Cell:
        if cell.upright:
            return Cell(cell.text, across=cell.across, down=cell.down, vertical=True)
        side: Literal["left", "centre"] = "left" if cell.prose or cell.left else "centre"
        return Cell("", across=cell.across, down=cell.down, align=side, spans=self.spans(cell.text), top=cell.prose)

    def spans(self, template: str) -> tuple[Span, ...]:
        """Text and values of `template` side by side."""
        spans, at = [], 0
        for hole in _HOLE.finditer(template):
            if hole.start() > at:
                spans.append(Span(template[at : hole.start()]))
            spans.append(self._value(hole))
            at = hole.end()
        if at < len(template):
            spans.append(Span(template[at:]))
        return tuple(spans) or (Span(""),)

    def _value(self, hole: re.Match[str]) -> Span:
        silent, name, month, style = hole.groups()
        value = self.said[name][:7] if month else self.said[name]
        shown = self.said[name + "@"] or value
        if style == "4":
            shown = grouped(value)
        elif style and ";" in value:
            shown = value.replace(";", style)
        elif value and _DATE.fullmatch(shown):
            shown = show_date(value, cast(DateStyle, style or "digits"))
        known = bool(value) and not silent
        return Span(shown, OTHER_WORDS.get(name, name) if known else None, value if known else None)

    def round(self, x: float, y: float, issuer: str, diameter: int = 300, line: str | None = None) -> None:
        """A round seal with its middle at `x`, `y`; none where there is no issuer."""
        if issuer:
            drawing.round_seal(self.sheet, x, y, issuer, self.rng, diameter=diameter, line=line)

    def oval(self, x: float, y: float, lines: Sequence[str], size: int = 30, *, corners: bool = False) -> None:
        """A seal of straight lines in an ellipse, or in a frame with `corners`; its middle at `x`, `y`."""
        face = fonts.load("hei-bold", size)
        width = int(max(face.getlength(text) for text in lines) + size * (1.2 if corners else 3.2))
        height = int(size * (1.4 * len(lines) + (0.9 if corners else 2.2)))
        image = Image.new("RGBA", (width, height), (0, 0, 0, 0))
        pen, ink = ImageDraw.Draw(image), (*RED, 215)
        (pen.rectangle if corners else pen.ellipse)((2, 2, width - 3, height - 3), outline=ink, width=4)
        for i, text in enumerate(lines):
            y0 = height / 2 + size * 1.4 * (i - (len(lines) - 1) / 2)
            pen.text((width / 2, y0), text, fill=ink, font=face, anchor="mm")
        turned = image.rotate(self.rng.uniform(-4, 4), expand=True, resample=Image.Resampling.BICUBIC)
        box = self.sheet.picture(x - turned.width / 2, y - turned.height / 2, turned, multiply=True)
        self.sheet.record("seal", "".join(lines), box)

    def sign(self, x: float, y: float, name: str, size: int = 54) -> None:
        drawing.signature(self.sheet, x, y, name, self.rng, size)

    def photo(self, x: float, y: float, width: int) -> Box:
        return drawing.portrait(self.sheet, x, y, width, self.rng)

    def code(self, x: float, y: float, side: int = 190) -> None:
        drawing.code_square(self.sheet, x, y, side, self.rng)

    def part(self, *names: str) -> None:
        """Notes which parts of a paper or project this page is; that is no place on the page."""
        for name in names:
            self.sheet.record("part", name, Box(-9, -9, -8, -8))

    def border(self, margin: int, colour: Colour, width: int = 4, *more: int) -> None:
        for inset in (margin, *(margin + step for step in more)):
            self.sheet.rect(Box(inset, inset, self.size[0] - inset, self.size[1] - inset), width, colour)

    def done(self) -> Sheet:
        """The word of the sample in three places, slanting, under everything; at the foot where grey would vanish."""
        if self.said["foot"]:
            self.sheet.text(60, self.size[1] - 30, self.said["foot"], "hei", 26, colour=(110, 110, 114))
        text, size = "测试样本", min(self.size) // 17
        tile = Image.new("L", (size * 5, size * 2), 0)
        ImageDraw.Draw(tile).text((size * 2.5, size), text, fill=255, font=fonts.load("hei", size), anchor="mm")
        tile = tile.rotate(-24, expand=True, resample=Image.Resampling.BICUBIC)
        ink = Image.merge("RGBA", [Image.new("L", tile.size, 225)] * 3 + [tile])
        under = Sheet(self.kind, self.layout, self.size)
        for share in (0.25, 0.55, 0.82):
            at = self.size[0] * (0.62 - 0.5 * share) + self.rng.uniform(-40, 40)
            under.picture(at, self.size[1] * share - tile.height / 2, ink, multiply=True)
        self.sheet.ops[:0] = under.ops
        return self.sheet
