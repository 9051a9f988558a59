"""Results given by the column that is ticked in a row, or that stand alone beside or below a label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.kinds.annual_appraisal.headings import option_role
from extractors.kinds.table_person import Candidate
from extractors.layout.neighbours import LabelledPage
from extractors.layout.table_columns import Block, blocks_of
from extractors.layout.tables import Cell, ruled_grids
from extractors.layout.view import PageView
from extractors.values import results

_TICKS = frozenset("√✓✔☑■●★")
_ROW_OF_ALL = re.compile(
    r"总评(?:价|定|等次|结果)?|(?:总体|综合|整体)(?:评价|评定|等次|考核|评议|结论)?|合计|结论"
    r"|(?:考核|考评|评定|最终|年度)(?:结果|等次|等级|结论|评定)"
)
_PROPOSED = re.compile(r"^.{0,4}(?:建议|推荐|拟[定评]?|自评|自我|初[评步]?|民主|部门|班组|车间)")


def ticked_column(view: PageView, block: Block, row: Sequence[Cell]) -> Candidate | None:
    """The option whose column alone has something in this row."""
    options = [(role[7:], c) for c, role in block.roles.items() if role.startswith("option:")]
    filled = [(word, cell) for word, c in options if (cell := block.cell(row, c)) is not None and cell.text]
    if len(options) < 2 or len(filled) != 1 or len(filled[0][1].text) > 2:
        return None
    word, cell = filled[0]
    return Candidate(word, view, cell.run.span, 0.95 if cell.text in _TICKS else 0.45)


def ticked_rows(views: Sequence[PageView]) -> Iterator[Candidate]:
    """The result ticked in the row 总评 of a table whose columns are the results."""
    for view in views:
        for block in (block for grid in ruled_grids(view) for block in blocks_of(grid, option_role)):
            for row in block.rows:
                if (
                    row
                    and _ROW_OF_ALL.fullmatch(row[0].text)
                    and (found := ticked_column(view, block, row)) is not None
                ):
                    yield found


def beside_labels(pages: Sequence[LabelledPage]) -> Iterator[Candidate]:
    """Results that stand alone at labels of the form, beside or below them."""
    for page in pages:
        for value in page.find("result"):
            hit, word = value.hit, results.parse(value.text)
            printed = hit.flow.text[hit.start : hit.end]  # 自评等次 is near to 总评等次
            known = hit.colon and printed in page.vocabulary.name_of
            proposed = _PROPOSED.search(hit.flow.text[max(0, hit.start - 4) : hit.end])
            if word is not None and len(word) > 1 and known and not proposed:
                yield Candidate(word, page.view, value.span(), 0.9 * value.quality)
