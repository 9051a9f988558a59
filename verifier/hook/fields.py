"""Fields as a person corrects them: their Chinese names, which a kind has, and the normal form of what was typed."""

from __future__ import annotations

import importlib
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from extractors.text import fold
from models.document import Document
from models.errors import HeyanError

MARKS = frozenset({"seal", "signature", "photo", "qr_code"})
LONGEST = 4000
_EXPECTED = {
    "dates": "日期，如 2021-06-20、2021年6月 或 2021",
    "genders": "男 或 女",
    "levels": "博士研究生、硕士研究生、本科、大专、中专 或 高中",
    "years": "四位数年份，如 2021",
    "hours": "学时数，如 90 或 66.5",
}


@cache
def _tables() -> dict[str, dict[str, Any]]:
    return tomllib.loads(Path(__file__).with_name("fields.toml").read_text("utf-8"))


def field_label(name: str) -> str:
    """The field's Chinese name; its id for one without."""
    return str(_tables()["labels"].get(name, name))


def fields_of(document: Document) -> list[tuple[str, str]]:
    """(id, Chinese name) of the fields that a document of this kind may have, and of those that this one has."""
    usual = _tables()["kinds"].get(document.kind, [])
    return [(name, field_label(name)) for name in dict.fromkeys((*usual, *(f.name for f in document.fields)))]


def shown_value(name: str, value: str) -> str:
    """A field's value for a reviewer."""
    return "有" if name in MARKS and value == "present" else value


def normal_form(name: str, typed: str, kind: str = "") -> str:
    """What was typed for a field of a document of that kind, as readings have it. HeyanError for what it cannot be."""
    text = fold(typed).strip()
    if not text or len(text) > LONGEST:
        raise HeyanError(f"“{field_label(name)}”应为 1 至 {LONGEST} 个字，请返回修改。")
    tables: Mapping[str, Mapping[str, str]] = _tables()
    if name in MARKS:
        return "present" if text in ("有", "present") else text
    own = tables["mild"].get(f"{kind}.{name}")
    if own is None and (grammar := tables["strict"].get(name)):
        values = importlib.import_module(f"extractors.values.{grammar}")
        found = str(values.compact(text))
        if not values.is_valid(found) or (grammar == "years" and not found.isdecimal()):
            raise HeyanError(f"“{field_label(name)}”应为{_EXPECTED[grammar]}，现为“{text[:40]}”，请返回修改。")
        return found
    if grammar := own or tables["mild"].get(name):
        return str(importlib.import_module(f"extractors.values.{grammar}").compact(text))
    return text
