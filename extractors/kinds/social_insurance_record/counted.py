"""A period of a table's row held against what else the row says: how many months, and whether they were paid."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.kinds.social_insurance_record.pieces import Period, doubted, says_unpaid
from extractors.layout.table_columns import Block
from extractors.layout.tables import Cell

_SUM_COLUMN = re.compile(r"基数|金额|缴费$|缴纳|应缴|实缴|工资")
_LAST_PAID = re.compile(r"最[近后新末]|末次")


def checked(period: Period, block: Block, row: Sequence[Cell], total: int | None = None) -> Period:
    """Doubt on a period that ends before it starts, was not paid, or has not as many months as the row says.

    `total` is the count of months of all the row's periods where it has several.
    """
    if period.start is None or period.end is None:
        return period
    first, last = (int(p.value[:4]) * 12 + int(p.value[5:7]) for p in (period.start, period.end))
    said = months_said(block, row)
    differs = any(count != (total or last - first + 1) for count in said)
    note = "conflict" if last < first else "months_differ" if differs else None
    lately = any(_LAST_PAID.match(block.headers[column]) for column in block.columns("end"))
    note = note or ("gaps_unknown" if lately and not said else None)  # the first and the last month, and what between?
    note = note or ("unpaid" if _is_unpaid(period, block, row) else None)
    return doubted(period, note) if note else period


def months_said(block: Block, row: Sequence[Cell], *, own: bool = False) -> list[int]:
    """How many months the row says that it has, once for each kind of insurance where the columns part these.

    With `own`, without columns that may count all rows so far.
    """
    counts = block.columns("months")
    alone = [c for c in counts if not re.search(r"累计|总", block.headers[c])]
    counts = alone if own else alone or counts
    cells = [cell for column in counts if (cell := block.cell(row, column)) is not None]
    return [int(found[1]) for cell in cells if (found := re.fullmatch(r"(\d{1,3})(?:个?月)?", cell.text))]


def _is_unpaid(period: Period, block: Block, row: Sequence[Cell]) -> bool:
    """Whether the row says that its month was not paid; a period that is over may well be 暂停 by now."""
    if not period.one_month:
        return any(re.fullmatch(r"欠缴|欠费|未缴费?|未缴纳|未到账", cell.text) for cell in row)
    asked = [c for c, header in block.headers.items() if re.search(r"到账|缴费|实缴|足额|状态|标志", header)]
    paid = [cell for cell in row if _SUM_COLUMN.search(block.headers.get(cell.column, ""))]
    sums = [found[0] for cell in paid if (found := re.fullmatch(r"[\d,]+(?:\.\d+)?", cell.text))]
    if len(sums) >= 2 and not any(re.search(r"[1-9]", text) for text in sums):
        return True
    denied = any((cell := block.cell(row, c)) is not None and cell.text in ("否", "未", "×") for c in asked)
    return denied or any(says_unpaid(cell.text) for cell in row)
