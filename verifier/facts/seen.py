"""What a document shows of one field, and how far that may be relied on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from models.document import Document, Field
from models.finding import Evidence
from verifier.facts.thresholds import FIRM, READ

State = Literal["absent", "unsure", "conflicting", "read"]
WEAK_NOTES = frozenset({"doubtful", "conflict"})
SOFT_NOTES = frozenset({"repaired", "under_seal", "check_digit", "unclear"})


@dataclass(frozen=True, slots=True)
class Seen:
    """One field of one document. `fields` holds every reading of it, the most confident first.

    `read` says that there is one value, read well enough to pass a rule; `firm` that it may also be held against the
    applicant. `conflicting` readings are each sure and not the same.
    """

    document: Document
    name: str
    fields: tuple[Field, ...]
    state: State

    @property
    def read(self) -> bool:
        return self.state == "read"

    @property
    def firm(self) -> bool:
        return self.read and is_firm(self.fields[0])

    @property
    def value(self) -> str:
        """The value that was read, the best guess where it is unsure, "" where there is none."""
        return self.fields[0].value if self.fields else ""

    @property
    def values(self) -> tuple[str, ...]:
        """Each different value, the most confident first."""
        return tuple(dict.fromkeys(f.value for f in self.fields))

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The places of the readings; the document itself where nothing was read."""
        if not self.fields:
            return (evidence_of(self.document),)
        shown = self.fields if self.state == "conflicting" else self.fields[:1]
        return tuple(evidence_of(self.document, f) for f in shown)


def is_read(field: Field) -> bool:
    """Whether `field` is sure enough to pass a rule."""
    return field.confidence >= READ and not WEAK_NOTES & set(field.notes) and bool(field.value)


def is_firm(field: Field) -> bool:
    """Whether `field` is sure enough, and read without repair, to fail a rule."""
    return is_read(field) and field.confidence >= FIRM and not SOFT_NOTES & set(field.notes)


def see(document: Document, name: str, row: int | None = None) -> Seen:
    """Field `name` of `document`; with `row`, only the readings of that table row."""
    found = [f for f in document.all(name) if row is None or f.row == row]
    return judged(document, name, found)


def judged(document: Document, name: str, readings: Iterable[Field]) -> Seen:
    """`readings` of one value taken together: sure only where the sure ones agree."""
    fields = tuple(sorted(readings, key=lambda f: -f.confidence))
    sure = [f for f in fields if is_read(f)]
    if not fields:
        return Seen(document, name, (), "absent")
    if not sure:
        return Seen(document, name, fields, "unsure")
    if len({f.value for f in sure}) > 1:
        return Seen(document, name, tuple(sure), "conflicting")
    return Seen(document, name, (*sure, *(f for f in fields if f not in sure)), "read")


def evidence_of(document: Document, field: Field | None = None) -> Evidence:
    """Where `field` stands, or the first page of `document`."""
    if field is None:
        page = document.pages[0] if document.pages else None
        return Evidence(document.id, document.file, page)
    return Evidence(document.id, document.file, field.page, field.box, field.raw or field.value)


def where(evidence: Iterable[Evidence]) -> str:
    """The places of `evidence` as a reader finds them: `a.pdf 第2页、b.jpg 第1页`."""
    places = (e.file if e.page is None else f"{e.file} 第{e.page}页" for e in evidence)
    return "、".join(dict.fromkeys(places))
