"""Whose document is it? One that surely names somebody else proves nothing of the applicant."""

from __future__ import annotations

from dataclasses import replace

from extractors.values import id_number, names
from extractors.values.id_number import IdNumber
from models.document import Document
from models.profile import Person
from verifier.compare import compare_date, compare_name
from verifier.compare.differences import differences
from verifier.facts.agreement import Agreement, agreement
from verifier.facts.listed_persons import names_in
from verifier.facts.rows import of_person
from verifier.facts.seen import is_firm, see
from verifier.facts.thresholds import MADE_OUT

_LONG_NAME = 3


def is_anothers(person: Person, document: Document) -> bool:
    """Whether `document` names somebody else beyond doubt: firmly read, no former name, no list, not `person`'s ID number."""
    found, _ = name_on(person, document)
    unsure = found.answer == "doubtful" or is_likely_anothers(person, found)
    if unsure and has_anothers_number(person, document):
        return True
    if found.answer != "different" or is_former_name(person, found.read) or is_among(person, found.read):
        return False
    if carries_number_of(person, document) or is_born_like(person, document, found.read):
        return False
    return not is_one_off(person, found.read) or is_contradicted(person, document)


def is_owned(person: Person, document: Document) -> bool:
    """Whether `document` says that it is `person`'s: by a name that agrees, or by the ID number."""
    found, _ = name_on(person, document)
    return found.answer in ("same", "alias", "near") or found.likely or carries_number_of(person, document)


def is_disputed(person: Person, document: Document) -> bool:
    """Whether `document` names somebody else, if not beyond doubt: in more than one character, and nothing else makes it theirs."""
    found, _ = name_on(person, document)
    differs = found.answer in ("different", "doubtful") or is_likely_anothers(person, found)
    if not differs or is_one_off(person, found.read):
        return False
    explained = is_former_name(person, found.read) or is_among(person, found.read)
    return not explained and not carries_number_of(person, document)


def name_on(person: Person, document: Document) -> tuple[Agreement, bool]:
    """How the name on `document` agrees with the person's, and whether it is one of several in a list with a row a person.

    Of such a list the person's row counts; that nobody in it is the person is sure only where every row was read firmly.
    """
    mine = of_person(document, person.name)
    rows = {f.row for f in document.all("name") if f.row is not None}
    listed = len(rows) > 1 and len(mine.all("name")) < len(document.all("name"))
    found = agreement(see(mine if mine.all("name") else document, "name"), person.name, compare_name)
    firm = {f.row for f in document.all("name") if is_firm(f)}
    if listed and found.answer == "different" and rows - firm:
        found = replace(found, answer="doubtful", why="名单中另有姓名未能识读")
    elif found.answer == "doubtful" and is_wholly_another(person, found):
        found = replace(found, answer="different")
    if found.answer == "different" and not may_be_a_name(found.read):
        found = replace(found, answer="doubtful", why="读到的文字不像姓名")
    return found, listed


def may_be_a_name(read: str) -> bool:
    """Whether `read` begins as names do, so that it is no word of the form (持证人, 月份) taken for the name beside it."""
    return read.isascii() or "·" in read or names.has_known_surname(names.compact(read))


def is_wholly_another(person: Person, found: Agreement) -> bool:
    """Whether the name read has no character of the person's, and single characters are all that was not clear of it."""
    name = found.seen[0].fields[0]
    clear = replace(name, notes=tuple(note for note in name.notes if note != "unclear"))
    return is_firm(clear) and has_nothing_of(person, found.read)


def is_likely_anothers(person: Person, found: Agreement) -> bool:
    """Whether a name that does not count as read was made out well enough to say that it is not the person's."""
    made_out = found.answer == "unreadable" and found.seen[0].fields[0].confidence >= MADE_OUT
    return made_out and has_nothing_of(person, found.read)


def has_nothing_of(person: Person, read: str) -> bool:
    """Whether what was read as a name has no character of the person's, however unsurely it was read."""
    mine, theirs = names.compact(person.name), names.compact(read)
    return min(len(mine), len(theirs)) > 1 and not set(mine) & set(theirs)


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


def is_one_off(person: Person, read: str) -> bool:
    """Whether `read` differs from the person's name in one character, which a misreading does as easily as another person."""
    mine, theirs = names.compact(person.name), names.compact(read)
    return min(len(mine), len(theirs)) > 1 and len(differences(mine, theirs)) == 1


def has_anothers_number(person: Person, document: Document) -> bool:
    """Whether the ID number on `document` is firmly read, valid, and differs from the person's in more than one digit."""
    numbers = _firm_numbers(person, document)
    if numbers is None or numbers[1].masked:
        return False
    mine, theirs = numbers
    return len(differences(mine.number, theirs.number)) > 1


def is_contradicted(person: Person, document: Document) -> bool:
    """Whether ID number, birth date or gender on `document` are firmly read and not the person's."""
    born, gender = (see(document, name) for name in ("birth_date", "gender"))
    numbers = _firm_numbers(person, document)
    if numbers is not None and not numbers[0].agrees_with(numbers[1]):
        return True
    if (
        born.firm
        and person.birth_date is not None
        and compare_date(person.birth_date, born.value).answer == "different"
    ):
        return True
    return gender.firm and person.gender is not None and gender.value != person.gender


def _firm_numbers(person: Person, document: Document) -> tuple[IdNumber, IdNumber] | None:
    """The person's ID number and the one on `document`, None where either is lacking, invalid or unsurely read."""
    seen = see(document, "id_number")
    mine, theirs = id_number.parse(person.id_number or ""), id_number.parse(seen.value)
    return (mine, theirs) if seen.firm and mine is not None and theirs is not None else None


def is_born_like(person: Person, document: Document, read: str) -> bool:
    """Whether `read` differs from the person's name in one character and `document` has their birth date: two people rarely
    share both, and one character is soon misread."""
    mine, theirs = names.compact(person.name), names.compact(read)
    born = see(document, "birth_date")
    if person.birth_date is None or not born.read or min(len(mine), len(theirs)) < _LONG_NAME or len(born.value) < 7:
        return False
    return len(differences(mine, theirs)) == 1 and compare_date(person.birth_date, born.value).answer == "same"
