"""What stands over rows of an insurance record and holds for them: a kind of insurance or an employer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.kinds.social_insurance_record.columns import section_kind
from extractors.kinds.social_insurance_record.pieces import Piece
from extractors.layout.table_columns import Block
from extractors.layout.table_words import joined
from extractors.layout.tables import Cell
from extractors.layout.view import PageView
from extractors.values import dates, organisations
from models.geometry import Box, union

_UNIT = re.compile(
    r"(?:[(]?[一二三四五六七八九十\d]{1,2}[)、.])?(?:(?:现?参保|缴费|用人|工作|所在)?(?:单位|企业)(?:名称|全称)?)[:]"
    r"(?P<body>.{4,40}?)(?=[(,;:]?(?:单位|社保|统一|组织机构|参保|缴费|险种|编号|编码|登记|共|\d{6})|[,;]|$)"
)
_NEAR = 8.0  # characters' heights from a heading to the rows under it


def named_by_row(row: Sequence[Cell]) -> dict[str, Piece]:
    """The kind of insurance or the employer that a row without anything else names for the rows under it."""
    filled = [cell for cell in row if cell.text]
    if len(filled) == 1:
        cell = filled[0]
        if named := section_kind(cell.text):
            return {"insurance_type": Piece(named, cell.run.span, 0.9)}
        body = organisations.parse(cell.text) if cell.column_span > 2 else None
        if body is not None:
            return {"employer": Piece(body.name, cell.run.span, 0.85)}
    run = joined([cell.run for cell in filled])
    found = _UNIT.match(run.squashed)
    body = organisations.parse(found["body"]) if found else None
    if found is None or body is None or dates.find_all(run.squashed[: found.end()]):
        return {}
    return {"employer": Piece(body.name, run.part(*found.span("body")).span, 0.9)}


def named_over(view: PageView, block: Block) -> dict[str, Piece]:
    """The kind of insurance that stands as a heading close over the block's rows, and over no other table beside it."""
    box = union(cell.box for cell in block.rows[0])
    over = [s for s in view.segments if s.text and _is_over(s.box(0, len(s.text)), box, view.glyph)]
    for segment in sorted(over, key=lambda s: -s.box(0, len(s.text)).cy):
        if (named := section_kind(segment.text)) is not None:
            at = segment.text.find(named)
            return {"insurance_type": Piece(named, segment.span(at, at + len(named)), 0.9)}
        if dates.find_all(segment.text):
            return {}
    return {}


def _is_over(heading: Box, rows: Box, glyph: float) -> bool:
    return heading.cy < rows.y0 < heading.cy + _NEAR * glyph and heading.x1 > rows.x0 and heading.x0 < rows.x1
