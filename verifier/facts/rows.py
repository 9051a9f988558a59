"""Documents with a row for each of several persons, narrowed to one of them."""

from __future__ import annotations

from dataclasses import replace

from models.document import Document
from verifier.compare import compare_name
from verifier.facts.seen import is_read


def of_person(document: Document, name: str) -> Document:
    """`document` with the fields of the rows that name `name`, and those that stand in no row.

    Without a row for that person (not read, or not there) all rows are left out, so that nobody else's values count.
    """
    rows = {f.row for f in document.all("name") if f.row is not None}
    if not rows:
        return document
    answers = {
        f.row: compare_name(name, f.value, confidence=f.confidence).answer
        for f in document.all("name")
        if f.row is not None and is_read(f)
    }
    mine = {row for row, answer in answers.items() if answer in ("same", "alias")}
    mine = mine or {row for row, answer in answers.items() if answer == "near"}
    return replace(document, fields=tuple(f for f in document.fields if f.row is None or f.row in mine))
