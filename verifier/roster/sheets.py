"""Which sheets and columns a roster has, and what each column may hold: told by the profile's own types."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from models.dates import PartialDate
from models.profile import Profile

ID, FOLDER = "编号", "文件夹"
Holds = Literal["text", "date", "whole", "number", "flag", "choice", "list", "route"]
ROUTES: Mapping[str, str] = {"正常申报": "normal", "破格申报": "exceptional", "技能人才申报": "skilled"}
FLAGS: Mapping[str, bool] = {"是": True, "否": False}


@dataclass(frozen=True, slots=True)
class Column:
    """`path` leads to the field within the profile, or within an entry of the list. `choices` are those of a menu."""

    heading: str
    path: tuple[str, ...]
    holds: Holds
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet; `entries` names the list that its rows fill, "" for the sheet with one row an applicant."""

    name: str
    entries: str
    columns: tuple[Column, ...]


@cache
def roster_sheets() -> tuple[Sheet, ...]:
    """Every sheet, that of the applicants first."""
    tables = tomllib.loads(Path(__file__).with_name("sheets.toml").read_text("utf-8"))["sheet"]
    return tuple(_sheet(table) for table in tables)


def _sheet(table: dict[str, Any]) -> Sheet:
    entries = table.get("list", "")
    owner = _model_in(Profile.model_fields[entries].annotation) if entries else Profile
    columns = [_column(heading, path, owner) for heading, path in table["columns"].items()]
    if entries:
        columns.insert(0, Column(ID, (), "text"))
    else:
        # Where the applicant's files lie, when that is not a folder called like the id.
        columns.insert(1, Column(FOLDER, (), "text"))
    return Sheet(table["name"], entries, tuple(columns))


def _column(heading: str, path: str, owner: type[BaseModel]) -> Column:
    parts = tuple(path.split("."))
    for part in parts[:-1]:
        owner = _model_in(owner.model_fields[part].annotation)
    if parts[-1] == "route":
        return Column(heading, parts, "route", tuple(ROUTES))
    kinds = _plain_types(owner.model_fields[parts[-1]].annotation)
    choices = tuple(str(c) for kind in kinds if get_origin(kind) is Literal for c in get_args(kind))
    if choices:
        return Column(heading, parts, "choice", choices)
    holds: Holds = next((HOLDS[kind] for kind in kinds if kind in HOLDS), "text")
    return Column(heading, parts, holds, tuple(FLAGS) if holds == "flag" else ())


HOLDS: Mapping[Any, Holds] = {
    bool: "flag",
    int: "whole",
    Decimal: "number",
    PartialDate: "date",
    tuple: "list",
    str: "text",
}


def _plain_types(annotation: Any) -> list[Any]:
    """The types that `annotation` allows, without None and without constraints."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _plain_types(get_args(annotation)[0])
    if origin in (Union, UnionType):
        return [kind for one in get_args(annotation) for kind in _plain_types(one)]
    if origin is tuple:
        return [tuple]
    return [] if annotation is type(None) else [annotation]


def _model_in(annotation: Any) -> type[BaseModel]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(_model_in(one) for one in get_args(annotation) if one is not Ellipsis and one is not type(None))
