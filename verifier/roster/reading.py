"""A filled roster to profiles; every error names sheet, row and column, and all are told at once."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException
from pydantic import ValidationError

from models.errors import ProfileError
from models.profile import Profile
from verifier.expectations import field_path, problem_text
from verifier.profiles import SCHEMA
from verifier.roster.cells import value_of
from verifier.roster.sheets import FOLDER, ID, Column, Sheet, roster_sheets

_SHOWN_ERRORS = 20


@dataclass(frozen=True, slots=True)
class Entry:
    """An applicant of the roster: the folder with the files, by name, and where the roster has it."""

    profile: Profile
    folder: str
    place: str


@dataclass(slots=True)
class _Draft:
    """A profile being put together; `places` says where each of its values stands."""

    data: dict[str, Any]
    folder: str
    place: str
    places: dict[tuple[str | int, ...], str] = field(default_factory=dict)


def load_roster(path: Path) -> list[Entry]:
    """The applicants of the roster in its order; ProfileError naming what is wrong, by sheet, row and column."""
    book = _opened(path)
    try:
        faults: list[str] = []
        drafts: dict[str, _Draft] = {}
        names = [sheet.name for sheet in roster_sheets()]
        faults += [f"工作表“{n}”不是模板中的工作表，请检查名称。" for n in book.sheetnames if n not in names]
        for sheet in roster_sheets():
            if sheet.name in book.sheetnames:
                _read_sheet(book[sheet.name], sheet, drafts, faults)
            elif not sheet.entries:
                faults.append(f"没有工作表“{sheet.name}”，请使用 heyan template 写出的模板。")
    finally:
        book.close()
    entries = [entry for draft in drafts.values() if (entry := _entry(draft, faults)) is not None]
    if not drafts and not faults:
        faults.append(f"工作表“{names[0]}”中没有申报人。")
    if faults:
        more = [f"另有 {len(faults) - _SHOWN_ERRORS} 处错误。"] if len(faults) > _SHOWN_ERRORS else []
        raise ProfileError("\n".join(f"{path.name}：{fault}" for fault in faults[:_SHOWN_ERRORS] + more))
    return entries


def _opened(path: Path) -> Any:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return openpyxl.load_workbook(path, read_only=False, data_only=False)
    except OSError as error:
        raise ProfileError(f"{path.name}：无法读取（{error.strerror or error}）。请检查路径和权限。") from error
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, TypeError) as error:
        raise ProfileError(f"{path.name}：不是可以读取的 xlsx 工作簿，请另存为“Excel 工作簿（*.xlsx）”。") from error


def _read_sheet(page: Any, sheet: Sheet, drafts: dict[str, _Draft], faults: list[str]) -> None:
    columns = _columns(page, sheet, faults)
    if ID not in {c.heading for c in columns.values()}:
        faults.append(f"工作表“{sheet.name}”第1行没有“{ID}”列。")
        return
    for row in page.iter_rows(min_row=2):
        values, places = {}, {}
        for cell in row:
            column = columns.get(cell.column)
            if column is None:
                continue
            place = f"工作表“{sheet.name}”第{cell.row}行“{column.heading}”"
            try:
                value = value_of(cell, column)
            except ValueError as error:
                faults.append(f"{place} {error}。")
                continue
            if value is not None:
                values[column], places[column] = value, place
        if values:
            where = f"工作表“{sheet.name}”第{row[0].row}行"
            (_add_entry if sheet.entries else _add_applicant)(sheet, values, places, where, drafts, faults)


def _columns(page: Any, sheet: Sheet, faults: list[str]) -> dict[int, Column]:
    """The columns of a sheet by their number, as its first row names them, in any order."""
    known = {c.heading: c for c in sheet.columns}
    found: dict[int, Column] = {}
    for cell in next(page.iter_rows(min_row=1, max_row=1), ()):
        heading = str(cell.value).strip() if cell.value is not None else ""
        if not heading:
            continue
        if heading not in known:
            faults.append(f"工作表“{sheet.name}”第1行第{cell.column_letter}列“{heading}”不是模板中的列，请检查名称。")
        elif known[heading] in found.values():
            faults.append(f"工作表“{sheet.name}”第1行“{heading}”列重复。")
        else:
            found[cell.column] = known[heading]
    return found


Values = dict[Column, Any]
Places = dict[Column, str]


def _id_of(values: Values) -> str:
    return next((str(v) for c, v in values.items() if c.heading == ID), "")


def _add_applicant(
    _sheet: Sheet, values: Values, places: Places, where: str, drafts: dict[str, _Draft], faults: list[str]
) -> None:
    name = _id_of(values)
    if not name:
        faults.append(f"{where}“{ID}” 为必填项，未填写。")
        return
    if name in drafts:
        faults.append(f"{where}“{ID}” {name} 与{drafts[name].place}重复。")
        return
    folder = next((str(v) for c, v in values.items() if c.heading == FOLDER), name)
    draft = drafts[name] = _Draft({"schema": SCHEMA, "person": {}}, folder, where)
    for column, value in values.items():
        if column.path:
            _put(draft.data, column.path, value)
            draft.places[column.path] = places[column]


def _add_entry(
    sheet: Sheet, values: Values, places: Places, where: str, drafts: dict[str, _Draft], faults: list[str]
) -> None:
    draft = drafts.get(_id_of(values))
    if draft is None:
        said = f" {_id_of(values)} 不在“申报人”表中" if _id_of(values) else " 为必填项，未填写"
        faults.append(f"{where}“{ID}”{said}。")
        return
    entries = draft.data.setdefault(sheet.entries, [])
    entry: dict[str, Any] = {}
    draft.places[sheet.entries, len(entries)] = where
    for column, value in values.items():
        if column.path:
            _put(entry, column.path, value)
            draft.places[sheet.entries, len(entries), *column.path] = places[column]
    entries.append(entry)


def _put(data: dict[str, Any], path: tuple[str, ...], value: Any) -> None:
    for part in path[:-1]:
        data = data.setdefault(part, {})
    data[path[-1]] = value


def _headings() -> Iterator[tuple[tuple[str, ...], str]]:
    for sheet in roster_sheets():
        for column in sheet.columns:
            yield (sheet.entries, *column.path) if sheet.entries else column.path, column.heading


def _entry(draft: _Draft, faults: list[str]) -> Entry | None:
    try:
        return Entry(Profile.model_validate(draft.data), draft.folder, draft.place)
    except ValidationError as error:
        headings = dict(_headings())
        for one in error.errors(include_url=False):
            loc = tuple(one["loc"])
            place = draft.places.get(loc)
            if place is None:
                row = draft.places.get(loc[:2], draft.place)
                heading = headings.get(tuple(p for p in loc if isinstance(p, str)), field_path(loc))
                place = f"{row}“{heading}”"
            faults.append(f"{place} {problem_text(one)}")
        return None
