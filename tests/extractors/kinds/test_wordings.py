"""What offices print before a name, a body, a number or a day: each wording in a list of lines and in a ruled form."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from drawn_words import page, table

from extractors.kinds.registry import KINDS
from extractors.layout.view import PageView
from models.page import Page

Row = tuple[str, str, str, str]  # field, "" for what is none; label; as printed; value
FORMS: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "wordings.toml").read_text("utf-8"))["form"]


def in_lines(form: dict[str, Any], rows: Sequence[Row]) -> Page:
    said = (f"{label}：{printed}" for _, label, printed, _ in rows)
    return page("\n".join(["^^" + form["heading"], *said, *form["tail"]]))


def in_cells(form: dict[str, Any], rows: Sequence[Row]) -> Page:
    cells = [[label, printed] for _, label, printed, _ in rows]
    cells += [["备注", ""]] * (len(cells) % 2)
    pairs = [cells[at] + cells[at + 1] for at in range(0, len(cells), 2)]
    return table(pairs, title=form["heading"], below="\n".join(form["tail"]))


@pytest.mark.parametrize("drawn", [in_lines, in_cells])
@pytest.mark.parametrize("form", FORMS, ids=[form["kind"] for form in FORMS])
def test_every_wording_is_read(form: dict[str, Any], drawn: Callable[[dict[str, Any], Sequence[Row]], Page]) -> None:
    kind, unread = KINDS[form["kind"]], []
    for field, wordings in form["labels"].items():
        for wording in wordings.split():
            rows: list[Row] = [
                (f, wording if f == field else label, printed, v) for f, label, printed, v in form["rows"]
            ]
            sure = {f.name: f.value for f in kind.extract([PageView(drawn(form, rows))]) if f.confidence >= 0.5}
            wanted = next(v for f, _, _, v in rows if f == field)
            if sure.get(field) != wanted:
                unread.append((field, wording, sure.get(field)))
    assert not unread
