"""Documents with a row for each of several persons or terms, narrowed to one of them."""

from __future__ import annotations

from dataclasses import replace

from models.dates import PartialDate
from models.document import Document
from verifier.compare import compare_date, compare_name
from verifier.facts.seen import is_read, see


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


def terms_in(document: Document) -> tuple[Document, ...]:
    """The terms of one person's record of appointments, each as a document of its own; else `document` alone."""
    rows = sorted({f.row for f in document.all("start_date") if f.row is not None})
    if len(rows) < 2 or any(f.row is not None for f in document.all("name")):
        return (document,)
    return tuple(
        replace(document, fields=tuple(f for f in document.fields if f.row is None or f.row == row)) for row in rows
    )


def of_term(document: Document, start: PartialDate | None, end: PartialDate | None) -> Document:
    """The one term of a record that begins and ends as declared; all of `document` where none or several do."""
    found = [t for t in terms_in(document) if _agrees(t, "start_date", start) and _agrees(t, "end_date", end)]
    return found[0] if len(found) == 1 else document


def _agrees(term: Document, name: str, declared: PartialDate | None) -> bool:
    """Whether nothing speaks against it: not declared, not printed, or the same."""
    seen = see(term, name)
    if declared is None or seen.state == "absent":
        return True
    return seen.read and compare_date(declared, seen.value).answer == "same"
