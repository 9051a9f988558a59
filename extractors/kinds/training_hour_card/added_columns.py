"""What the columns of a table make of each other: parts of one subject, and sums under a header that was not understood."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extractors.kinds.training_hour_card.words import amount, hour_label
from extractors.layout.table_columns import Block
from extractors.layout.tables import Cell

_SUBJECTS = ("specialized", "public", "general_public", "industry_public", "other")
_FEWEST = 2
_PARTED = re.compile(
    r"(?P<subject>(?:公需|公共|专业|选修)[一-龥]{0,4}?)(?:线上|线下|网络|面授|网上|集中|远程|自学|脱产)[一-龥]{0,4}"
)


def with_parts(block: Block) -> Block:
    """`block` with the columns that part a subject's hours (`公需科目` over `线上` and `线下`), where none holds all of them."""
    roles = dict(block.roles)
    for column, role in block.roles.items():
        found = _PARTED.fullmatch(block.headers.get(column, "")) if role == "part" else None
        meaning = hour_label(found["subject"]) if found is not None else None
        if meaning is not None and meaning.subject in _SUBJECTS and not block.columns(meaning.subject):
            roles[column] = meaning.subject
    return replace(block, roles=roles)


def with_total_column(block: Block) -> Block:
    """`block` with a column whose amounts are each row's sum of the subjects' called `total`, where no other is."""
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
