"""Lists of several persons' results (汇总表, 一览表, 公示): a row a person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extractors.kinds.annual_appraisal.headings import option_role
from extractors.kinds.annual_appraisal.ticked_columns import ticked_column
from extractors.kinds.annual_appraisal.years import cell_field
from extractors.kinds.table_person import Candidate
from extractors.kinds.wording import load_wording
from extractors.layout.table_columns import Block, aligned_grids, blocks_of
from extractors.layout.tables import Cell, outside, ruled_grids
from extractors.layout.view import PageView
from extractors.values import names
from models.document import Field

_PERSONS = ("人员", "员工", "职工", "职员", "教职工")  # what a column of names is also called
_ALSO = re.compile(
    r"[名排]次|排[名序]|性别|学历|备注"
    r"|[^,。]{0,6}(?:得分|总分|分数|评分|部门|科室|车间|班组|类别|签[名字]|确认|时间|日期|情况)"
)
_SAID = ("year", "employer", "position", "result", "comment", "report")


@dataclass(frozen=True)
class _Person:
    """What one row says of the person that it names."""

    name: str
    fields: dict[str, Candidate]


def listed_persons(pages: Sequence[PageView]) -> list[Field]:
    """The fields of each person of a list, a `row` each; empty where the pages do not list several persons with results."""
    people = [person for view in pages for person in _people(view)]
    if len({person.name for person in people if "result" in person.fields}) < 2:
        return []
    return [field for row, person in enumerate(people) for field in _fields(person, row)]


def _fields(person: _Person, row: int) -> Iterator[Field]:
    for name, said in person.fields.items():
        notes = ("self_report",) if name == "report" and "comment" in person.fields else ()
        field = "comment" if name == "report" else name
        yield said.view.field(field, said.value, said.span, said.quality, row, (*said.notes, *notes))


def _people(view: PageView) -> Iterator[_Person]:
    for block in _blocks(view):
        roles = set(block.roles.values())
        if "name" in roles and any(role.startswith(("result", "option:")) for role in roles):
            for row in block.rows:
                if (person := _person(view, block, row)) is not None:
                    yield person


def _person(view: PageView, block: Block, row: Sequence[Cell]) -> _Person | None:
    cells = {role: cell for cell in row if cell.text and (role := block.role_at(cell)) is not None}
    name = names.parse(cells["name"].run.squashed) if "name" in cells else None
    if name is None:
        return None
    known = 0.95 if names.has_known_surname(name) else 0.85
    fields = {"name": Candidate(name, view, cells["name"].run.span, known)}
    fields |= {n: said for n in _SAID if n in cells and (said := cell_field(view, n, cells[n])) is not None}
    if "result" not in fields and (ticked := ticked_column(view, block, row)) is not None:
        fields["result"] = ticked
    return _Person(name, fields)


def _blocks(view: PageView) -> Iterator[Block]:
    grids = ruled_grids(view)
    for grid in (*grids, *aligned_grids(view, _role, outside(view, grids))):
        yield from blocks_of(grid, _role)


def _role(text: str) -> str | None:
    if text.strip(":") in (*load_wording("annual_appraisal").labels["name"], *_PERSONS):
        return "name"
    return option_role(text) or ("other" if _ALSO.fullmatch(text) or text.strip(":") in _asked() else None)


@cache
def _asked() -> frozenset[str]:
    """What forms of appraisals ask for beside what is read from them."""
    return frozenset(load_wording("annual_appraisal").labels["_other"])
