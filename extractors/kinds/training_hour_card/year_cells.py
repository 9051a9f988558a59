"""Boxes of years: a ruled cell that says nothing but a year, and the cells beside or below it that are about that year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.layout.view import PageView
from models.geometry import Box, union

_YEAR_CELL = re.compile(r"[(\[【]?(?P<year>20\d\d)[)\]】]?[年度验证登记审核定继续教育学习时分情况记录个人本统计]{0,14}")
_LEVEL = 0.8  # of the lower one's height that two cells of one band have in common


def year_boxes(view: PageView) -> list[tuple[int, Box]]:
    """Years with the region that each is about; empty where fewer than two years have cells of their own."""
    heads = [
        (int(found["year"]), cell)
        for cell in view.cells
        if (found := _YEAR_CELL.fullmatch(view.cell_flow(cell).text)) is not None
    ]
    if len({year for year, _ in heads}) < 2 or len({year for year, _ in heads}) < len(heads):
        return []
    cells = [cell for _, cell in heads]
    for region in (_beside, _below):
        boxes = [(year, box) for year, cell in heads if (box := region(view, cell, cells)) is not None]
        if len(boxes) == len(heads) and not any(_share(one, other) for one, other in _others(boxes)):
            return boxes
    return []


def _beside(view: PageView, head: Box, heads: Sequence[Box]) -> Box | None:
    """What stands right of `head` on its rows, up to the next year."""
    stop = min((h.x0 for h in heads if h.x0 >= head.x1 - 3 and _common(head, h) > _LEVEL), default=float("inf"))
    right = [
        c
        for c in view.cells
        if head.x1 - 0.2 * min(head.width, c.width) <= c.x0 < stop and head.y0 < c.cy < head.y1 and c not in heads
    ]
    return _with_text(view, right)


def _below(view: PageView, head: Box, heads: Sequence[Box]) -> Box | None:
    """What stands below `head` in its columns, down to the next year."""
    stop = min((h.y0 for h in heads if h.y0 >= head.y1 - 3 and h.x0 < head.cx < h.x1), default=float("inf"))
    under = [
        c
        for c in view.cells
        if head.y1 - 0.2 * min(head.height, c.height) <= c.y0 < stop and head.x0 < c.cx < head.x1 and c not in heads
    ]
    return _with_text(view, under)


def _with_text(view: PageView, cells: Sequence[Box]) -> Box | None:
    return union(cells) if any(re.search(r"\d", view.cell_flow(c).text) for c in cells) else None


def _common(one: Box, other: Box) -> float:
    return (min(one.y1, other.y1) - max(one.y0, other.y0)) / max(1.0, min(one.height, other.height))


def _others(found: Sequence[tuple[int, Box]]) -> Iterator[tuple[Box, Box]]:
    for at, (_, one) in enumerate(found):
        yield from ((one, other) for _, other in found[at + 1 :])


def _share(one: Box, other: Box) -> bool:
    common = one.intersection(other)
    return common is not None and common.area > 0.1 * min(one.area, other.area)
