"""Lists of several persons' results (汇总表, 公示): which line is the applicant's is for a person to say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.kinds.annual_appraisal_headings import option_role
from extractors.kinds.wording import load_wording
from extractors.layout.table_columns import Block, aligned_grids, blocks_of
from extractors.layout.tables import outside, ruled_grids
from extractors.layout.view import PageView
from extractors.values import names
from models.document import Field

OF_A_PERSON = frozenset({"name", "position", "result", "comment"})
_UNSURE = 0.4


def lists_persons(pages: Sequence[PageView]) -> bool:
    """Whether a table names several persons, each with a result of its own."""
    found = set()
    for block in (block for view in pages for block in _blocks(view)):
        if "name" in block.roles.values() and any(r.startswith(("result", "option:")) for r in block.roles.values()):
            column = block.columns("name")[0]
            cells = [block.cell(row, column) for row in block.rows]
            found |= {name for cell in cells if cell is not None and (name := names.parse(cell.text)) is not None}
    return len(found) > 1


def doubtful(field: Field) -> Field:
    """`field`, which is one person's among several, below the line."""
    return replace(field, confidence=min(field.confidence, _UNSURE), notes=(*field.notes, "list"))


def _blocks(view: PageView) -> Iterator[Block]:
    grids = ruled_grids(view)
    for grid in (*grids, *aligned_grids(view, _role, outside(view, grids))):
        yield from blocks_of(grid, _role)


def _role(text: str) -> str | None:
    if text.strip(":") in load_wording("annual_appraisal").labels["name"]:
        return "name"
    return option_role(text)
