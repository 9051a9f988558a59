"""Every invented sheet is told and read: its kind, its fields, and what must stay unsure."""

from __future__ import annotations

import random
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from drawn_words import halves, page, reading, split_words, table, turned

from extractors.documents import documents_of
from models.geometry import Box
from models.page import Page

HERE = Path(__file__).parent
SHEETS: list[dict[str, Any]] = [
    sheet for file in sorted(HERE.glob("*_sheets.toml")) for sheet in tomllib.loads(file.read_text("utf-8"))["sheet"]
]
NAMES = [f"{sheet['kind']}-{sheet['name']}" for sheet in SHEETS]
FLOWING = [
    sheet for sheet in SHEETS if "text" in sheet and sheet["kind"] in ("graduation_certificate", "degree_certificate")
]


def drawn(sheet: dict[str, Any]) -> Page:
    if "rows" in sheet:
        return table(sheet["rows"], title=sheet.get("title", ""), below=sheet.get("below", ""))
    return halves(sheet["left"], sheet["right"]) if "left" in sheet else page(sheet["text"])


def shortcomings(made: Page, sheet: dict[str, Any]) -> list[str]:
    documents = documents_of(reading(made))
    if [d.kind for d in documents] != [sheet["kind"]]:
        return [f"kinds {[(d.kind, d.kind_confidence) for d in documents]}"]
    wrong = []
    for name, value in sheet.get("fields", {}).items():
        field = documents[0].first(name)
        if field is None or field.value != value or field.confidence < 0.5:
            wrong.append(f"{name}: {value} expected, {field} read")
    for name in sheet.get("unsure", ()):
        wrong += [f"{name} must not be sure: {f}" for f in documents[0].all(name) if f.confidence >= 0.5]
    return wrong


@pytest.mark.parametrize("sheet", SHEETS, ids=NAMES)
def test_kind_and_fields(sheet: dict[str, Any]) -> None:
    assert shortcomings(drawn(sheet), sheet) == []


# The slope of a page is seen from words that share a row; a sheet of a few words shows none.
LONG = [sheet for sheet in FLOWING if len(drawn(sheet).words) >= 10]


@pytest.mark.parametrize("degrees", [-1.5, -0.7, 0.7, 1.5])
@pytest.mark.parametrize("sheet", LONG, ids=[s["name"] for s in LONG])
def test_sheet_askew(sheet: dict[str, Any], degrees: float) -> None:
    assert shortcomings(turned(drawn(sheet), degrees), sheet) == []


@pytest.mark.parametrize("sheet", FLOWING, ids=[s["name"] for s in FLOWING])
def test_words_in_pieces_and_any_order(sheet: dict[str, Any]) -> None:
    assert shortcomings(split_words(drawn(sheet), 4), sheet) == []


def shaken(made: Page, chance: random.Random) -> Page:
    """The page in pieces, each box a little off, one piece unread."""
    words = list(split_words(made, chance.choice((6, 8, 12, 40))).words)
    del words[chance.randrange(len(words))]
    moved = []
    for w in words:
        dx, dy = chance.uniform(-3, 3), chance.uniform(-4, 4)
        moved.append(replace(w, box=Box(w.box.x0 + dx, w.box.y0 + dy, w.box.x1 + dx, w.box.y1 + dy)))
    return replace(made, words=tuple(moved))


def test_what_goes_unread_seldom_makes_a_sure_wrong_value() -> None:
    read = wrong = 0
    told = []
    for sheet, turn in ((s, turn) for s in SHEETS for turn in range(3)):
        chance = random.Random(f"{sheet['name']} {turn}")  # one sheet more shakes no other one anew
        documents = documents_of(reading(shaken(drawn(sheet), chance)))
        told.append([d.kind for d in documents] == [sheet["kind"]])
        fields = documents[0].fields if told[-1] else ()
        for field in fields:
            expected = sheet.get("fields", {}).get(field.name)
            if expected is not None:
                read += 1
                wrong += field.value != expected and field.confidence >= 0.5
    assert read > 600
    assert wrong / read < 0.02
    assert sum(told) / len(told) > 0.96
