"""Lists of several persons' hours, as units export them: a row a person, with the hours in columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.kinds.training_hour_card.amounts import Claim
from extractors.kinds.training_hour_card.rows import BY_SUBJECT
from extractors.kinds.training_hour_card.sums import settle
from extractors.kinds.training_hour_card.words import amount, column_role
from extractors.kinds.wording import load_wording
from extractors.layout.table_columns import Block, aligned_grids, blocks_of
from extractors.layout.tables import Cell, outside, ruled_grids
from extractors.layout.view import PageView
from extractors.values import id_number, names, organisations
from extractors.values.hours import plain
from models.document import Field

_PERSON = ("name", "id_number", "employer")
_HOURS = (("total", "total_hours"), ("specialized", "specialized_hours"), ("public", "public_hours"))


@dataclass(frozen=True, slots=True)
class _Person:
    """One row: what its cells say of the person, and the hours in it."""

    view: PageView
    cells: dict[str, tuple[str, Cell]]
    claims: list[Claim]


def listed_persons(pages: Sequence[PageView]) -> list[Field]:
    """The fields of each person of a list, a `row` each; empty where the pages do not list several persons."""
    people = [person for view in pages for person in _people(view)]
    if len({person.cells["name"][0] for person in people}) < 2:
        return []
    return [field for row, person in enumerate(people) for field in _fields(person, row)]


def _fields(person: _Person, row: int) -> Iterator[Field]:
    for name, (value, cell) in person.cells.items():
        yield person.view.field(name, value, cell.run.span, 0.95, row)
    found = settle(person.claims, ())
    for subject, name in _HOURS:
        if (hours := found.get(subject)) is not None:
            yield person.view.field(name, plain(hours.value), hours.span, hours.factor, row, hours.notes)


def _people(view: PageView) -> Iterator[_Person]:
    grids = ruled_grids(view)
    blocks = [block for grid in grids for block in blocks_of(grid, _role)]
    if not any(_lists_people(block) for block in blocks):
        grids = aligned_grids(view, _role, outside(view, grids) if blocks else None)
        blocks = [block for grid in grids for block in blocks_of(grid, _role)]
    for block in blocks:
        for row in block.rows if _lists_people(block) else ():
            if (person := _person(view, block, row)) is not None:
                yield person


def _lists_people(block: Block) -> bool:
    roles = set(block.roles.values())
    return "name" in roles and bool((BY_SUBJECT | {"hours"}) & roles)


def _role(text: str) -> str | None:
    """A header's meaning: of the person's own columns, else as in every table of hours."""
    labels = load_wording("training_hour_card").labels
    return next((name for name in _PERSON if text.strip(":") in labels[name]), None) or column_role(text)


def _person(view: PageView, block: Block, row: Sequence[Cell]) -> _Person | None:
    cells: dict[str, tuple[str, Cell]] = {}
    claims: list[Claim] = []
    for cell in row:
        role, value = block.role_at(cell), amount(cell.text)
        if role in _PERSON and (said := _said(role, cell.run.squashed)) is not None:
            cells[role] = (said, cell)
        elif role is not None and role in BY_SUBJECT | {"hours"} and value is not None:
            claims.append(Claim("total" if role == "hours" else role, value, None, view, cell.run.span, 1.0))
    return _Person(view, cells, claims) if "name" in cells else None


def _said(role: str, text: str) -> str | None:
    if role == "name":
        return names.parse(text)
    if role == "id_number":
        found = id_number.parse(text)
        return found.number if found is not None else None
    found_name = organisations.parse(text)
    return found_name.name if found_name is not None else None
