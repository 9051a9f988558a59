"""A column whose header was not understood is that of the totals where each row's amount in it is the sum of the subjects'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extractors.kinds.training_hour_card.words import amount
from extractors.layout.table_columns import Block
from extractors.layout.tables import Cell

_SUBJECTS = ("specialized", "public", "general_public", "industry_public", "other")
_FEWEST = 2


def with_total_column(block: Block) -> Block:
    """`block` with such a column called `total`; the same block where one has the role already or none adds up."""
    subjects = block.columns(*_SUBJECTS)
    if len(subjects) < _FEWEST or block.columns("total", "hours"):
        return block
    for column in sorted(c for c in range(block.grid.column_count) if c > subjects[0] and c not in block.roles):
        sums = [fits for row in block.rows if (fits := _adds_up(block, row, column, subjects)) is not None]
        if len(sums) >= _FEWEST and all(sums):
            return replace(
                block,
                roles={**block.roles, column: "total"},
                headers={**block.headers, column: block.headers.get(column, "")},
            )
    return block


def _adds_up(block: Block, row: Sequence[Cell], column: int, subjects: Sequence[int]) -> bool | None:
    """Whether the row's amount in `column` is the sum of its subjects; None where either is not told."""
    whole = block.cell(row, column)
    total = amount(whole.text) if whole is not None and whole.column == column else None
    parts = [amount(cell.text) for c in subjects if (cell := block.cell(row, c)) is not None and cell.column == c]
    told = [part for part in parts if part is not None]
    if total is None or len(told) < _FEWEST:
        return None
    return total == sum(told, Decimal(0))
