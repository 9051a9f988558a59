"""A page, or a part of one, prepared for reading: folded words, rows, running text, cells."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from statistics import median
from typing import Any

from extractors.layout.captions import without_captions
from extractors.layout.flow import Flow, Ink, Span
from extractors.layout.lines import Line, columns, glyph_height, page_slope, text_lines
from extractors.layout.loops import without_loops
from extractors.layout.lost_rules import with_lost_rules
from extractors.layout.overprint import without_overprint
from extractors.layout.stacked import join_stacked
from extractors.layout.sureness import is_unclear, sureness
from extractors.layout.unstacked import unstack
from extractors.text import is_simplified_print
from models.document import Field
from models.geometry import Box, union
from models.page import Mark, Page

FRAME_SHARE = 0.4
RULED_FORM = 5  # from this many cells on, a page is a ruled form and is not parted into columns


@dataclass(frozen=True)
class PageView:
    """What kinds look at. `region` (upright pixels) limits the view to one of several documents on the page."""

    page: Page
    region: Box | None = None

    @cached_property
    def memory(self) -> dict[str, Any]:
        """What was worked out of this view and is wanted again, by name."""
        return {}

    @cached_property
    def inks(self) -> tuple[Ink, ...]:
        words = without_captions(
            without_overprint([w for w in self.page.words if w.text.strip() and self._holds(w.box)])
        )
        return tuple(ink for ink in map(Ink, unstack(join_stacked(words, self.cells))) if ink.text)

    @cached_property
    def cells(self) -> tuple[Box, ...]:
        """Ruled cells; a frame around most of the page is none, nor is a loop in the strokes of running text."""
        most = FRAME_SHARE * self.bounds.area
        held = [c for c in self.page.cells if c.area < most and self._holds(c)]
        words = [w for w in self.page.words if w.text.strip() and self._holds(w.box)]
        inks = [ink for ink in map(Ink, words) if ink.text]
        return with_lost_rules(without_loops(held, inks), inks, page_slope(inks))

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        return tuple(m for m in self.page.marks if self._holds(m.box))

    def _holds(self, box: Box) -> bool:
        return self.region is None or self.region.contains(box.cx, box.cy)

    @cached_property
    def bounds(self) -> Box:
        width, height = self.page.upright_size
        return self.region or Box(0.0, 0.0, float(width), float(height))

    @cached_property
    def written(self) -> Box:
        """The part of the view that bears text; the whole view where none does."""
        return union(ink.box for ink in self.inks) if self.inks else self.bounds

    def depth(self, box: Box) -> float:
        """How far down in the text a box stands: 0 at its top, 1 at its bottom."""
        return (box.cy - self.written.y0) / max(self.written.height, 1.0)

    @cached_property
    def slope(self) -> float:
        return page_slope(self.inks)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Rows over the whole width."""
        return tuple(text_lines(self.inks, self.slope))

    @cached_property
    def column_lines(self) -> tuple[tuple[Line, ...], ...]:
        """Rows by column (crossing title, left half, right half); one column for ruled forms and undivided pages."""
        parts = columns(self.inks, self.bounds) if len(self.cells) < RULED_FORM else [list(self.inks)]
        if len(parts) == 1:
            return (self.lines,)
        return tuple(tuple(text_lines(part, self.slope)) for part in parts)

    @cached_property
    def segments(self) -> tuple[Flow, ...]:
        """The runs of words that stand close together, row by row."""
        return tuple(segment for column in self.column_lines for line in column for segment in line.segments)

    @cached_property
    def flow(self) -> Flow:
        """The whole page as running text: column by column, row by row."""
        return Flow(ink for column in self.column_lines for line in column for ink in line.inks)

    @cached_property
    def simplified_print(self) -> bool:
        """Whether the page is printed in simplified characters, so that a traditional one is a misreading."""
        return is_simplified_print(self.flow.plain)

    @cached_property
    def glyph(self) -> float:
        """The typical height of a character, in pixels."""
        return median(glyph_height(ink) for ink in self.inks) if self.inks else 0.0

    def cell_of(self, box: Box) -> Box | None:
        """The smallest ruled cell that holds the centre of `box`."""
        return min((c for c in self.cells if c.contains(box.cx, box.cy)), key=lambda c: c.area, default=None)

    @cached_property
    def _by_cell(self) -> dict[Box, list[Ink]]:
        held: dict[Box, list[Ink]] = {}
        for ink in self.inks:
            cell = self.cell_of(ink.box)
            if cell is not None:
                held.setdefault(cell, []).append(ink)
        return held

    def cell_flow(self, cell: Box) -> Flow:
        """The text in a ruled cell, row by row."""
        return Flow(ink for line in text_lines(self._by_cell.get(cell, []), self.slope) for ink in line.inks)

    def field(
        self,
        name: str,
        value: str,
        span: Span,
        quality: float = 1.0,
        row: int | None = None,
        notes: tuple[str, ...] = (),
    ) -> Field:
        """A field found at `span`: confidence = reading × `quality`, box in stored pixels."""
        return Field(
            name=name,
            value=value,
            raw=span.raw,
            confidence=round(sureness(name, span, quality), 4),
            page=self.page.number,
            box=self.page.stored_box(span.box),
            row=row,
            notes=tuple(dict.fromkeys((*span.notes, *notes, *(["unclear"] if is_unclear(name, span) else [])))),
        )
