"""A page of Tinglan: the board of Jichuan under a name of its own, with labels above or beside their values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from models.geometry import Box
from samples.drawing import Cell, Sheet, Span, measure, round_seal, table
from samples.drawing.paragraph import NO_LINE_START
from samples.drawing.sheet import Colour
from samples.layouts_jichuan.board import Board

GREY: Colour = (112, 116, 124)
Column = tuple[str, float, str]  # heading, width, field or nothing


class Panel(Board):
    """One page; its layout's name begins with s. A field `comment2` is recorded as comment."""

    def __post_init__(self) -> None:
        self.only = self.told["one_face"]
        self.face = self.only or self.face
        self.fill = self.only or self.fill or self.face
        self.sheet = Sheet(self.kind, f"s.{self.layout}", self.size, self.paper, first=not self.following)

    def spans(self, template: str) -> list[Span]:
        return [
            replace(span, field=re.sub(r"\d+$", "", span.field)) if span.field else span
            for span in super().spans(template)
        ]

    def prose(
        self, x: float, y: float, width: float, template: str, size: int = 34, leading: float = 1.7, indent: float = 2
    ) -> float:
        """Running text of which no line's end parts a number, as typesetting keeps it whole; a little smaller where need be."""
        spans = self.spans(template)
        fitting = (s for s in range(size, size - 6, -1) if not self._parts_a_number(spans, width, s, indent))
        return super().prose(x, y, width, template, next(fitting, size), leading, indent)

    def _parts_a_number(self, spans: list[Span], width: float, size: int, indent: float) -> bool:
        """Whether a line of `size` ends between two digits."""
        room, last = width - indent * size, ""
        for span in spans:
            for char in span.text:
                advance = measure(char, span.role or self.face, size)
                if char == "\n":
                    room, last = width, ""
                elif advance > room and char not in NO_LINE_START:
                    if char.isdigit() and last.isdigit():
                        return True
                    room, last = width - advance, char
                else:
                    room, last = room - advance, char
        return False

    def above(
        self, x: float, y: float, label: str, value: str, size: int = 36, *, small: int = 26, colour: Colour = GREY
    ) -> None:
        """A small label over its value, whose baseline is `y`."""
        self.put(x, y - size * 1.35, label, small, colour=colour)
        self.put(x, y, value, size)

    def upright(self, x: float, y: float, text: str, size: int, *, role: str = "", step: float = 1.2) -> None:
        """Words from the top down, `x` the middle of the column."""
        self.sheet.vertical(x, y, text, self.only or role or self.face, size, step)

    def listed(
        self,
        x: float,
        y: float,
        columns: Sequence[Column],
        rows: Sequence[Sequence[tuple[str, str]]],
        size: int = 31,
        *,
        high: float = 76,
        head: float = 0,
        ruled: bool = True,
    ) -> float:
        """A table of headings and rows of (printed, value), recorded where the column has a field; returns its lower edge."""
        cells = [[Cell(heading) for heading, _, _ in columns]]
        for row in rows:
            cells.append(
                [
                    Cell(printed, name or None, value, role=self.fill)
                    for (printed, value), (_, _, name) in zip(row, columns, strict=True)
                ]
            )
        widths = [width for _, width, _ in columns]
        heights = [head or high, *([high] * len(rows))]
        return table(self.sheet, x, y, widths, heights, cells, self.face, size, ruled=ruled).box.y1

    def seal(self, cx: float, cy: float, issuer: str, diameter: int = 300, line: str | None = None) -> None:
        """A broad round seal with its name in Song; none without an issuer."""
        if issuer:
            round_seal(self.sheet, cx, cy, issuer, self.rng, diameter=diameter, line=line)

    def shade(self, x0: float, y0: float, x1: float, y1: float, colour: Colour) -> None:
        self.sheet.rect(Box(x0, y0, x1, y1), 1, colour, colour)


def plain(*texts: str) -> list[tuple[str, str]]:
    """A row that is printed as it is meant."""
    return [(text, text) for text in texts]
