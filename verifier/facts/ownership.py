"""Whose document is it? One that surely names somebody else proves nothing of the applicant."""

from __future__ import annotations

from extractors.values import id_number
from models.document import Document
from models.profile import Person
from verifier.compare import compare_name
from verifier.facts.agreement import agreement
from verifier.facts.listed_persons import names_in
from verifier.facts.seen import see


def is_anothers(person: Person, document: Document) -> bool:
    """Whether `document` names somebody else beyond doubt: firmly read, no former name, no list, not `person`'s ID number."""
    found = agreement(see(document, "name"), person.name, compare_name)
    if found.answer != "different" or is_former_name(person, found.read) or is_among(person, found.read):
        return False
    return not carries_number_of(person, document)


def is_former_name(person: Person, read: str) -> bool:
    """Whether `read` is the declared former name."""
    return bool(person.former_name) and compare_name(person.former_name, read).answer in ("same", "alias")


def is_among(person: Person, read: str) -> bool:
    """Whether `read` is a list of names and the person's is one of them."""
    return any(compare_name(person.name, part).answer in ("same", "alias") for part in names_in(read))


def carries_number_of(person: Person, document: Document) -> bool:
    """Whether the ID number on `document` is, as far as it is printed, the person's."""
    declared = id_number.parse(person.id_number or "")
    seen = see(document, "id_number")
    read = id_number.parse(seen.value) if seen.read else None
    return declared is not None and read is not None and declared.agrees_with(read)
