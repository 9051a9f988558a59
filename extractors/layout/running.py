"""Values in running text that go on in the next row: `参保单位为越州精工机械有限` / `公司。`"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.layout.flow import Flow
from extractors.layout.lines import Line

_BEFORE = 6  # characters of the sentence before the label; a form's label begins its row
_PITCH = 2.4  # heights from row to row, at most
_RAGGED = 2.5  # heights that a full row may end before the fullest
_CLAUSE = re.compile(r"[^,。;、:()]*")


def run_on(rows: Sequence[Line], number: int, label: int, start: int, glyph: float) -> tuple[Flow, int, int] | None:
    """The text of rows[number] from `start` on with the rest of its clause in the next row, as a flow and a range of it.

    `label` is where the label begins in the row. None where the row is no full row of a sentence.
    """
    if label < _BEFORE or number + 1 >= len(rows):
        return None
    row, follow = rows[number], rows[number + 1]
    text = row.flow.text
    right = max(
        ink.box.x1 for line in rows for ink in line.inks if abs(line.inks[0].box.x0 - row.inks[0].box.x0) < 4 * glyph
    )
    full = row.inks[-1].box.x1 > right - _RAGGED * glyph
    begins = follow.inks[0].box.x0 < row.flow.box(label, label + 1).x0
    close = 0 < follow.box.cy - row.box.cy < _PITCH * glyph
    rest = _CLAUSE.match(follow.flow.text)
    if not (full and begins and close) or re.search(r"[,。;]", text[start:]) or rest is None or not rest.group():
        return None
    flow = Flow([*row.inks, *follow.inks])
    return flow, start, len(text) + rest.end()
