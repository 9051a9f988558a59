"""The unit in which each year of a table was worked, and the unit at the far end of its label's line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.kinds.table_person import SURE_END, Candidate
from extractors.kinds.training_hour_card.years import YearMark
from extractors.layout.flow import Flow
from extractors.layout.lines import Line
from extractors.layout.neighbours import LabelledPage
from extractors.text import HAN
from extractors.values import organisations

_WHOLLY = re.compile(rf"[{HAN}A-Za-z0-9()·]{{2,40}}(?:{SURE_END})")


def yearly_units(pages: Sequence[LabelledPage], marks: Sequence[YearMark], years: Sequence[int]) -> list[Candidate]:
    """The organisation on each year's row under the header of a column of units; empty unless every year has one."""
    found: dict[int, Candidate] = {}
    for page in pages:
        heads = [hit.box for hit in page.hits if hit.name == "employer"]
        for mark in marks:
            if not mark.told or mark.page != page.view.page.number or mark.years[0] in found:
                continue
            for flow in _on_row(page, mark.top):
                box = flow.box(0, len(flow.text))
                under = any(head.y1 < box.cy and head.x0 < box.x1 and box.x0 < head.x1 for head in heads)
                if under and (unit := _unit(page, flow, 0.85)) is not None:
                    found.setdefault(mark.years[0], unit)
    return [found[year] for year in years] if years and all(year in found for year in years) else []


def far_units(pages: Sequence[LabelledPage]) -> Iterator[Candidate]:
    """An organisation that alone stands on its label's line, at whatever distance: leaders led to it."""
    for page in pages:
        for hit in page.hits:
            line = _line_at(page, hit.box.cy)
            if hit.name != "employer" or line is None or len(line.segments) != 2:
                continue
            label, segment = line.segments
            if label.plain.strip(":") == hit.label and (unit := _unit(page, segment, 0.85)) is not None:
                yield unit


def _on_row(page: LabelledPage, top: float) -> Iterator[Flow]:
    """What stands on the row at `top`: the texts of its cells, which may take several lines, and the line's pieces."""
    for cell in page.view.cells:
        if cell.y0 < top < cell.y1 and (flow := page.view.cell_flow(cell)).text:
            yield flow
    line = _line_at(page, top)
    yield from line.segments if line is not None else ()


def _line_at(page: LabelledPage, top: float) -> Line | None:
    near = (line for line in page.view.lines if line.box.y0 <= top <= line.box.y1)
    return min(near, key=lambda line: abs(line.box.cy - top), default=None)


def _unit(page: LabelledPage, segment: Flow, quality: float) -> Candidate | None:
    if _WHOLLY.fullmatch(segment.plain) is None or organisations.parse(segment.plain) is None:
        return None
    return Candidate(organisations.compact(segment.plain), page.view, segment.span(0, len(segment.text)), quality)
