"""A label's value by geometry: behind it in its word, on its row, in its cell or the next, or below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Literal

from extractors.layout.cells_beside import next_below, next_right
from extractors.layout.flow import Flow, Ink, Span
from extractors.layout.labels import LabelHit, beside_middle, find_labels
from extractors.layout.lines import Line
from extractors.layout.running import run_on
from extractors.layout.view import PageView
from extractors.layout.vocabulary import Vocabulary
from models.geometry import Box

Way = Literal["row", "wrapped", "cell", "right_cell", "below_cell", "below"]
_COPULAS = "为是"  # between label and value in a sentence: 参保单位为…
_LEAD = "::;；,，_.·|-—~ "
_WITHIN = 0.8
_SET_OFF, _DOUBTED = 0.6, 0.45
_TRAIL = ":;；,，_|~— "


@dataclass(frozen=True)
class Value:
    """What stands at a label: `flow[start:end]`, how it was found, and how sure that it belongs to the label (0-1)."""

    hit: LabelHit
    flow: Flow
    start: int
    end: int
    way: Way
    quality: float

    @property
    def text(self) -> str:
        """Folded as printed, without blanks."""
        return self.flow.plain[self.start : self.end]

    def scraps(self) -> tuple[int, int]:
        """How many characters at the beginning, and at the end, are words hardly read."""
        counts = [0, 0]
        parts = self.flow.parts(self.start, self.end)
        for side, ordered, limit in ((0, parts, 0.6), (1, parts[::-1], 0.35)):
            for ink, first, last in ordered:
                if not (ink.word.doubtful and ink.word.confidence < limit):
                    break
                counts[side] += last - first
        return (counts[0], counts[1]) if sum(counts) < self.end - self.start else (0, 0)

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The place of text[start:end]."""
        return self.flow.span(self.start + start, self.end if end is None else self.start + end)


@dataclass(frozen=True)
class LabelledPage:
    """A page and the labels found on it."""

    view: PageView
    vocabulary: Vocabulary

    @cached_property
    def hits(self) -> list[LabelHit]:
        return find_labels(self.view, self.vocabulary)

    def claimed(self, *names: str) -> list[Box]:
        """The places of the values of all labels but those called `names`."""
        firsts = [self.values(hit)[:1] for hit in self.hits if hit.name not in names]
        return [value.span().box for found in firsts for value in found]

    @cached_property
    def _rows(self) -> list[Line]:
        return [line for column in self.view.column_lines for line in column]

    def find(self, name: str) -> list[Value]:
        """Values at labels of field `name`: for every label the likeliest places first; empty ones left out."""
        return [value for hit in self.hits if hit.name == name for value in self.values(hit)]

    def values(self, hit: LabelHit) -> list[Value]:
        """The places where the value of this label may stand, likeliest first; its share where `性别/出生日期` names several."""
        chain = next((chain for chain in self._joined if hit in chain), None)
        if chain is None:
            return self._places(hit)
        return [_share(value, hit, chain.index(hit), len(chain)) for value in self._places(chain[-1])]

    @cached_property
    def _joined(self) -> list[list[LabelHit]]:
        """Labels that one entry of the form names together, with a stroke between."""
        chains: list[list[LabelHit]] = []
        for one, other in pairwise(self.hits):
            if one.flow is not other.flow or one.flow.text[one.end : other.start] != "/":
                continue
            if chains and chains[-1][-1] is one:
                chains[-1].append(other)
            else:
                chains.append([one, other])
        return chains

    def _places(self, hit: LabelHit) -> list[Value]:
        found = list(self._own_row(hit))
        if hit.cell is not None:
            found += self._cells(hit)
        elif hit.line < 0:
            found += self._beside_middle(hit)
        if hit.cell is not None and hit.line >= 0 and all(value.way == "below_cell" for value in found):
            found = [*self._beside_cell(hit), *found]
        if not found and hit.cell is None and hit.colon and hit.line >= 0:
            found += self._two_rows(hit)
            found += self._beside_gloss(hit) if not found else ()
        if not found or hit.cell is None:
            found += self._below(hit)
        return found

    def _own_row(self, hit: LabelHit) -> Iterator[Value]:
        """The rest of the row up to the next label, a wide blank or the edge of the label's cell; and its next rows."""
        end = self._row_end(hit)
        start, end = _trimmed(hit.flow.text, hit.end, end)
        if not hit.colon and end - start > 2 and hit.flow.text[start] in _COPULAS:
            start += 1
        if start >= end:
            # Labels side by side in one frame: the rows below are not one value.
            alone = all(h is hit or (h.cell, h.line) != (hit.cell, hit.line) for h in self.hits)
            below = self._rest_of_cell(hit) if hit.cell is not None and hit.line >= 0 and alone else None
            if below is not None:  # the label has the cell's first row to itself
                yield below
            return
        first = hit.flow.parts(start, start + 1)[0][0]
        gap = (first.box.x0 - hit.box.x1) / max(self.view.glyph, 1.0)
        quality = hit.quality * (1.0 if gap < 6 else 0.93 if gap < 14 else 0.8)
        own = Value(hit, hit.flow, start, end, "row", quality)
        if hit.cell is not None and hit.line >= 0:
            whole = self._rest_of_cell(hit)
            if whole is not None and whole.text != own.text:
                yield whole
        else:
            wrapped = self._wrapped(own)
            if wrapped is not None:
                yield wrapped
            elif end == len(hit.flow.text) and hit.line >= 0:
                on = run_on(self._rows, hit.line, hit.start, start, self.view.glyph)
                if on is not None:
                    yield Value(hit, *on, "wrapped", quality * 0.9)
        yield own

    def _row_end(self, hit: LabelHit) -> int:
        """Where the label's own row ends for its value: at the next label, another cell, or a wide blank."""
        later = [h.start for h in self.hits if h.flow is hit.flow and h.start >= hit.end]
        end = min(later, default=len(hit.flow.text))
        last: Ink | None = None
        for offset, ink in zip(hit.flow.starts, hit.flow.inks, strict=True):
            if offset < hit.end:
                last = ink if offset + len(ink.text) > hit.end + 1 else None
                continue
            if offset >= end:
                break
            other_cell = hit.cell is not None and self.view.cell_of(ink.box) != hit.cell
            in_ruled = (
                hit.cell is None and self.view.cell_of(ink.box) is not None and hit.line >= 0 and last is not None
            )
            wide = last is not None and ink.box.x0 - last.box.x1 > 4.0 * self.view.glyph
            if other_cell or in_ruled or wide:
                return offset
            last = ink
        return end

    def _rest_of_cell(self, hit: LabelHit) -> Value | None:
        """All that follows the label in its own cell, over several rows, up to the next label in it."""
        assert hit.cell is not None
        flow = self.view.cell_flow(hit.cell)
        at = flow.text.find(hit.flow.text[hit.start : hit.end])
        if at < 0:
            return None
        begin = at + hit.end - hit.start
        others = [h.flow.text[h.start : h.end] for h in self.hits if h.cell == hit.cell and h is not hit]
        stops = [flow.text.find(label, begin) for label in others]
        start, end = _trimmed(flow.text, begin, min((s for s in stops if s >= begin), default=len(flow.text)))
        return Value(hit, flow, start, end, "cell", hit.quality) if start < end else None

    def _wrapped(self, own: Value) -> Value | None:
        """`own` with the rows that it runs on into: aligned with its start, close below, without a label."""
        inks = [ink for ink, _, _ in own.flow.parts(own.start, own.end)]
        box = own.flow.box(own.start, own.end)
        rows, labelled = self._rows, {h.line for h in self.hits}
        taken: list[Ink] = []
        bottom, line = box, own.hit.line
        while 0 <= line < len(rows) - 1 and len(taken) < 4:
            line += 1
            follow = [i for i in rows[line].inks if abs(i.box.x0 - box.x0) < 1.6 * self.view.glyph]
            pitch = rows[line].box.cy - bottom.cy
            tabled = bool(follow) and self.view.cell_of(follow[0].box) != self.view.cell_of(box)
            if line in labelled or not follow or tabled or not 0 < pitch < 2.4 * self.view.glyph:
                break
            taken.append(follow[0])
            bottom = follow[0].box
        if not taken:
            return None
        head = own.flow.parts(own.start, own.end)
        flow = Flow([*inks, *taken])
        start = head[0][1]
        return Value(own.hit, flow, start, len(flow.text), "wrapped", own.quality * 0.9)

    def _cells(self, hit: LabelHit) -> Iterator[Value]:
        """The cell to the right, then the cell below: neither may hold a label alone."""
        cell = hit.cell
        assert cell is not None
        labels = {h.cell for h in self.hits if h.colon and h.cell is not None}
        right = next_right(cell, self.view.cells, hit.box)
        below = next_below(cell, self.view.cells)
        ways: Sequence[tuple[Box | None, Way, float]] = ((right, "right_cell", 1.0), (below, "below_cell", 0.9))
        for other, way, factor in ways:
            if other is None or (other in labels and way != "right_cell"):
                continue
            flow = self.view.cell_flow(other)
            if way == "right_cell":
                flow = self._before_label(self._level(flow, hit), other)
            if not flow.inks and way == "right_cell" and (over := self._over_border(other, hit)) is not None:
                flow = over
            own = [ink for ink in flow.inks if ink.box.covered_by(hit.box.grown(2)) > 0.6]
            if own:  # the label itself reaches over the rule that was taken for its cell's edge
                flow = Flow(ink for ink in flow.inks if ink not in own)
            start, end = _trimmed(flow.text, 0, len(flow.text))
            far = way == "below_cell" and cell.x0 - other.x0 > _SET_OFF * cell.width  # no value under its label
            if start < end:
                yield Value(hit, flow, start, end, way, hit.quality * (_DOUBTED if far else factor))

    def _level(self, flow: Flow, hit: LabelHit) -> Flow:
        """Of the text right of a cell with several labels, between whose rows a rule was not found, the label's own row."""
        if not any(h.box.y0 > hit.box.cy or h.box.y1 < hit.box.cy for h in self._in_cell(hit)):
            return flow
        return Flow(
            ink for ink in flow.inks if abs(ink.box.cy - hit.box.cy) < 0.6 * max(ink.box.height, hit.box.height)
        )

    def _in_cell(self, hit: LabelHit) -> list[LabelHit]:
        return [h for h in self.hits if h.cell is not None and h.cell == hit.cell]

    def _before_label(self, flow: Flow, cell: Box) -> Flow:
        """What stands before the first label of a cell into which the next label's was drawn: a rule was not found."""
        first = min((h.box.x0 for h in self.hits if h.colon and h.cell == cell), default=float("inf"))
        return Flow(ink for ink in flow.inks if ink.box.cx < first)

    def _over_border(self, cell: Box, hit: LabelHit) -> Flow | None:
        """The text that begins at the end of an empty cell and has its middle in the next: a stroke was taken for the border."""
        after = next_right(cell, self.view.cells, hit.box)
        inks = self.view.cell_flow(after).inks if after is not None else ()
        begun = inks and inks[0].box.x0 < cell.x1 + 0.1 * inks[0].box.height and inks[0].box.x0 > cell.x0
        return Flow(inks) if begun else None

    def _beside_cell(self, hit: LabelHit) -> Iterator[Value]:
        """What stands on the label's row in no cell, or in one within the label's: the rules around it were not found."""
        whole = hit.cell
        assert whole is not None
        start, end = hit.end, min((h.start for h in self.hits if h.flow is hit.flow and h.start >= hit.end), default=-1)
        end = len(hit.flow.text) if end < 0 else end
        loose = [
            offset
            for offset, ink in zip(hit.flow.starts, hit.flow.inks, strict=True)
            if start <= offset < end
            and ((cell := self.view.cell_of(ink.box)) is None or (cell != whole and cell.covered_by(whole) > _WITHIN))
        ]
        if not loose or loose[0] != start:
            return
        stops = [o for o in hit.flow.starts if start < o < end and o not in loose]
        start, end = _trimmed(hit.flow.text, start, min(stops, default=end))
        if start < end:
            yield Value(hit, hit.flow, start, end, "row", hit.quality * 0.9)

    def _beside_middle(self, hit: LabelHit) -> Iterator[Value]:
        """What stands beside the middle of a label over two rows, up to the next label or a wide blank."""
        first = beside_middle(self.view, hit.flow.inks[0].box, hit.flow.inks[-1].box)
        line = next((row for row in self._rows if first in row.inks), None) if first else None
        if first is None or line is None:
            return
        flow = line.flow
        begin = flow.starts[flow.inks.index(first)]
        taken = [h.start for h in self.hits if h.flow.inks == flow.inks and h.start >= begin]
        end, last = min(taken, default=len(flow.text)), first
        for offset, ink in zip(flow.starts, flow.inks, strict=True):
            if begin < offset < end:
                if ink.box.x0 - last.box.x1 > 4.0 * self.view.glyph:
                    end = offset
                last = ink
        start, end = _trimmed(flow.text, begin, end)
        if start < end:
            yield Value(hit, flow, start, end, "row", hit.quality)

    def _two_rows(self, hit: LabelHit) -> Iterator[Value]:
        """The two rows right of a label that stands at their middle: a name, and the same in another language."""
        right = [
            ink
            for ink in self.view.inks
            if ink.box.x0 > hit.box.x1 and 0.3 < abs(ink.box.cy - hit.box.cy) / max(hit.box.height, 1.0) < 1.2
        ]
        upper = [ink for ink in right if ink.box.cy < hit.box.cy]
        lower = [ink for ink in right if ink.box.cy > hit.box.cy]
        if len(upper) != 1 or len(lower) != 1:
            return
        one, other = upper[0].box, lower[0].box
        if abs(one.x0 - other.x0) > self.view.glyph and abs(one.cx - other.cx) > self.view.glyph:
            return
        if any(other.box.covered_by(ink.box.grown(2)) > 0.6 for other in self.hits for ink in right):
            return
        flow = Flow([*upper, *lower])
        start, end = _trimmed(flow.text, 0, len(flow.text))
        if start < end:
            yield Value(hit, flow, start, end, "wrapped", hit.quality * 0.9)

    def _beside_gloss(self, hit: LabelHit) -> Iterator[Value]:
        """What stands beside the label's other row, on which the label is once more in English."""
        gloss = next((i for i in self.view.inks if _is_gloss(hit, i) and _flush(hit.box, i.box)), None)
        if gloss is None:
            return
        edge, level = max(hit.box.x1, gloss.box.x1), gloss.box.cy + 0.3 * hit.box.height
        right = [i for i in self.view.inks if i.box.x0 > edge and hit.box.cy < i.box.cy < level]
        others = [h.box for h in self.hits if h.box.x0 > edge and hit.box.y0 < h.box.cy < gloss.box.y1]
        right.sort(key=lambda ink: ink.box.x0)
        taken = right[:1]
        for ink in right[1:]:
            if ink.box.x0 - taken[-1].box.x1 < 2.0 * self.view.glyph:
                taken.append(ink)
        if not taken or any(other.x0 < taken[-1].box.x1 for other in others):
            return
        flow = Flow(taken)
        start, end = _trimmed(flow.text, 0, len(flow.text))
        if start < end:
            yield Value(hit, flow, start, end, "row", hit.quality * 0.95)

    def _below(self, hit: LabelHit) -> Iterator[Value]:
        """The nearest text under the label (header above value), where that is no label."""
        if not hit.colon or hit.line < 0:
            return
        labels = [h.box for h in self.hits]
        near = [
            ink
            for ink in self.view.inks
            if 0.3 * hit.box.height < ink.box.cy - hit.box.cy < 4.0 * max(hit.box.height, self.view.glyph)
            and min(ink.box.x1, hit.box.x1) - max(ink.box.x0, hit.box.x0) > 0.4 * min(ink.box.width, hit.box.width)
        ]
        if any(not _is_gloss(hit, ink) for ink in near):
            near = [ink for ink in near if not _is_gloss(hit, ink)]
        best = min(near, key=lambda i: i.box.cy, default=None)
        if hit.cell is None and (over := self._standing_over(hit, labels)) is not None:
            gap = hit.box.y0 - over.box.y1
            best = over if best is None or gap < 0.6 * (best.box.y0 - hit.box.y1) else best
        if best is None or any(label.covered_by(best.box.grown(2)) > 0.6 for label in labels):
            return
        flow = Flow([best])
        start, end = _trimmed(flow.text, 0, len(flow.text))
        if start < end:
            yield Value(hit, flow, start, end, "below", hit.quality * 0.8)

    def _standing_over(self, hit: LabelHit, labels: Sequence[Box]) -> Ink | None:
        """What stands on a line over its label, where nothing else is on the label's row: the label is a caption."""
        height = max(hit.box.height, self.view.glyph)
        level = (i for i in self.view.inks if abs(i.box.cy - hit.box.cy) < 0.5 * height)
        alone = all(i.box.covered_by(hit.box.grown(2)) > 0.6 for i in level)
        over = [
            ink
            for ink in self.view.inks
            if alone
            and -0.3 * height < hit.box.y0 - ink.box.y1 < 1.5 * height
            and abs(ink.box.cx - hit.box.cx) < height
        ]
        free = [ink for ink in over if not any(box.covered_by(ink.box.grown(2)) > 0.6 for box in labels)]
        return free[0] if len(over) == len(free) == 1 else None


def _is_gloss(hit: LabelHit, ink: Ink) -> bool:
    """Whether `ink`, right below the label, may be the label once more in English."""
    close = ink.box.y0 - hit.box.y1 < 1.2 * hit.box.height and ink.box.height < 1.1 * hit.box.height
    return close and re.fullmatch(r"[A-Za-z][A-Za-z.()&/1]{2,30}", ink.text) is not None


def _flush(one: Box, other: Box) -> bool:
    """Whether both begin, or have their middles, at the same place of their rows."""
    return min(abs(one.x0 - other.x0), abs(one.cx - other.cx)) < 0.8 * max(one.height, other.height)


def _share(value: Value, hit: LabelHit, place: int, count: int) -> Value:
    """The part of `value` that belongs to label `place` of `count`; all of it, less sure, where it does not come apart."""
    pieces = value.text.split("/", count - 1)
    if len(pieces) < count:
        return replace(value, hit=hit, quality=0.8 * value.quality)
    start = value.start + sum(len(piece) + 1 for piece in pieces[:place])
    return replace(value, hit=hit, start=start, end=start + len(pieces[place]))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _LEAD:
        start += 1
    while end > start and text[end - 1] in _TRAIL:
        end -= 1
    return start, end
