"""A page of Jichuan: templates with values in braces, set in the face of the form and filled in with another.

`{name}` prints a value and records it, `{~name}` only prints it, `{=words}` sets words as values are set. `{start_date:dots}`
sets a date or number in a style (`styled`), `{birth_date:dots_m}` no finer than the month. A value `name@` is what the paper
prints instead.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from models.document import Kind
from models.geometry import Box
from samples.content import Holder
from samples.drawing import A4, INK, Sheet, Span, code_square, measure, paragraph, portrait, signature
from samples.drawing import watermark as mark_as_sample
from samples.drawing.sheet import Colour, LineOp, RectOp, TextOp
from samples.layouts_jichuan.printed import styled
from samples.layouts_jichuan.ruled import Slot, fill, laid

BRACED = re.compile(r"\{(?:=([^}]*)|(~?)(\w+)(?::(\w+))?)\}")
# Each prose run of an appraisal is a comment.
PROSE = {"opinion": "comment"}
Side = Literal["left", "centre", "right"]


@dataclass(frozen=True, slots=True)
class Told:
    """What one paper says: values in normal form (`name@` as printed), and the rows of its tables."""

    holder: Holder
    values: dict[str, str]
    rows: tuple[tuple[str, ...], ...] = ()

    def __getitem__(self, name: str) -> str:
        return self.values.get(name, "")

    def but(self, rows: tuple[tuple[str, ...], ...] | None = None, /, **changes: str) -> Told:
        return Told(self.holder, self.values | changes, self.rows if rows is None else rows)


Row = tuple[float, Sequence["Slot | str"]]


@dataclass
class Board:
    """One page; `face` sets the form, `fill` the values, in `ink` and `fill_ink`; `rule` colours the tables.

    A paper told with `one_face` is set in that alone, as a platform's PDF is.
    """

    kind: Kind
    layout: str
    told: Told
    rng: random.Random
    face: str
    size: tuple[int, int] = A4
    paper: Colour = (255, 255, 255)
    fill: str = ""
    ink: Colour = INK
    fill_ink: Colour = INK
    rule: Colour = INK
    following: bool = False
    only: str = field(init=False)
    sheet: Sheet = field(init=False)

    def __post_init__(self) -> None:
        self.only = self.told["one_face"]
        self.face = self.only or self.face
        self.fill = self.only or self.fill or self.face
        self.sheet = Sheet(self.kind, f"z.{self.layout}", self.size, self.paper, first=not self.following)

    def spans(self, template: str) -> list[Span]:
        found, at = [], 0
        for match in BRACED.finditer(template):
            if match.start() > at:
                found.append(Span(template[at : match.start()], role=self.face))
            words, silent, name, style = match.groups()
            at = match.end()
            if words:
                found.append(Span(words, role=self.fill))
                continue
            printed, value = styled(self.told[name], style)
            printed = self.told.values.get(name + "@", printed)
            if printed:
                found.append(Span(printed, None if silent else PROSE.get(name, name), value, role=self.fill))
        if at < len(template):
            found.append(Span(template[at:], role=self.face))
        return found

    def put(
        self,
        x: float,
        y: float,
        template: str,
        size: int = 34,
        side: Side = "left",
        *,
        role: str = "",
        colour: Colour | None = None,
        spacing: float = 0,
    ) -> float:
        """One line with its baseline at `y`; `role` sets all of it. Returns where it ends."""
        spans = self.spans(template)
        faces = [self.only or role or span.role or self.face for span in spans]
        width = sum(measure(s.text, face, size, spacing) for s, face in zip(spans, faces, strict=True))
        x -= {"left": 0.0, "centre": width / 2, "right": width}[side]
        for span, face in zip(spans, faces, strict=True):
            ink = colour or (self.fill_ink if span.field or span.role == self.fill != self.face else self.ink)
            self.sheet.text(
                x, y, span.text, face, size, field=span.field, value=span.value, colour=ink, spacing=spacing
            )
            x += measure(span.text, face, size, spacing)
        return x

    def under(self, x0: float, x1: float, y: float, template: str, size: int = 36, *, gap: int = 12) -> None:
        """A value in the middle of a line to write on."""
        self.put((x0 + x1) / 2, y, template, size, "centre")
        self.sheet.line(x0, y + gap, x1, y + gap, 2, self.ink)

    def prose(
        self, x: float, y: float, width: float, template: str, size: int = 34, leading: float = 1.7, indent: float = 2
    ) -> float:
        """A column of running text; returns its last baseline."""
        before = len(self.sheet.ops)
        end = paragraph(self.sheet, x, y, width, self.spans(template), self.face, size, leading=leading, indent=indent)
        self._coloured(before)
        return end

    def grid(
        self, x: float, y: float, columns: list[float], rows: Sequence[Row], size: int = 32, *, stroke: int = 2
    ) -> float:
        """A ruled table; returns its lower edge."""
        before = len(self.sheet.ops)
        slots = [(height, [Slot(s) if isinstance(s, str) else s for s in row]) for height, row in rows]
        for slot, box in laid(x, y, columns, slots):
            self.sheet.rect(box, stroke)
            fill(self.sheet, box, slot, self.spans(slot.text), self.face, size)
        self._coloured(before)
        return y + sum(height for height, _ in rows)

    def lines(
        self, x: float, y: float, width: float, pairs: Sequence[tuple[str, str]], step: float, at: float
    ) -> float:
        """Labels and values with a thin rule under each; returns the next baseline."""
        for label, value in pairs:
            self.put(x, y, label, 32)
            self.put(x + at, y, value, 34)
            self.sheet.line(x, y + step * 0.32, x + width, y + step * 0.32, 1, self.rule)
            y += step
        return y

    def sign(self, x: float, y: float, name: str, size: int = 56) -> None:
        signature(self.sheet, x, y, name, self.rng, size)

    def photo(self, x: float, y: float, width: int) -> None:
        portrait(self.sheet, x, y, width, self.rng)

    def code(self, x: float, y: float, side: int = 210) -> None:
        code_square(self.sheet, x, y, side, self.rng)

    def frame(self, inset: int, colour: Colour, *widths: int) -> None:
        """Rules around the page, from outside inwards."""
        for width in widths:
            self.sheet.rect(Box(inset, inset, self.size[0] - inset, self.size[1] - inset), width, colour)
            inset += width + 8

    def band(self, y0: float, y1: float, colour: Colour) -> None:
        self.sheet.rect(Box(0, y0, self.size[0], y1), 1, colour, colour)

    def part(self, *parts: str) -> None:
        """Notes which parts of a paper or project the page is."""
        width, height = self.size
        for name in parts:
            self.sheet.record("part", name, Box(8, 8, width - 8, height - 8))

    def done(self) -> Sheet:
        mark_as_sample(self.sheet, self.rng, grey=240)
        return self.sheet

    def _coloured(self, before: int) -> None:
        for i, op in enumerate(self.sheet.ops[before:], before):
            if isinstance(op, TextOp):
                ink = self.fill_ink if op.role == self.fill and self.fill != self.face else self.ink
                self.sheet.ops[i] = replace(op, colour=ink)
            elif isinstance(op, LineOp | RectOp):
                self.sheet.ops[i] = replace(op, colour=self.rule)
