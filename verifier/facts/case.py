"""What the checks look at: the declared profile, what was read, and which document belongs to which declared item."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from models.document import Document, FileReading, Kind, Problem
from models.profile import Profile
from verifier.facts.agreement import Agreement
from verifier.facts.item_matching import (
    Groups,
    appointment_score,
    award_score,
    paper_score,
    patent_score,
    project_score,
    several_matches,
    single_matches,
    software_score,
)
from verifier.facts.legibility import legibility
from verifier.facts.matching import education_matches, skill_matches, title_matches
from verifier.facts.ownership import is_anothers, is_disputed, is_owned
from verifier.facts.rows import of_person, of_term, terms_in
from verifier.facts.seen import see
from verifier.facts.thresholds import KIND, OTHER
from verifier.facts.yearly import Card, Table, cards_in, tables_in


@dataclass(frozen=True)
class Case:
    """One applicant. `files` holds every file handed in, read or not; what is derived is computed once."""

    profile: Profile
    documents: tuple[Document, ...] = ()
    files: tuple[FileReading, ...] = ()

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        return tuple(p for f in self.files for p in f.problems)

    def of_kind(self, *kinds: Kind) -> tuple[Document, ...]:
        return tuple(d for d in self.documents if d.kind in kinds)

    @cached_property
    def own(self) -> tuple[Document, ...]:
        """The documents that may be the applicant's: not those that surely name somebody else."""
        return tuple(d for d in self.documents if not is_anothers(self.profile.person, d))

    def own_of_kind(self, *kinds: Kind) -> tuple[Document, ...]:
        return tuple(d for d in self.own if d.kind in kinds)

    def in_file(self, file: str) -> tuple[Document, ...]:
        return tuple(d for d in self.documents if d.file == file)

    @cached_property
    def education(self) -> tuple[tuple[Document, ...], ...]:
        """The documents of each declared education, in the profile's order."""
        return education_matches(self.profile.education, self.own)

    @cached_property
    def title_papers(self) -> tuple[Document, ...]:
        """The title certificates; of a list with a row a person, the applicant's row."""
        return tuple(of_person(d, self.profile.person.name) for d in self.own_of_kind("title_certificate"))

    @cached_property
    def titles(self) -> tuple[tuple[Document, ...], ...]:
        """The title certificates of each declared title."""
        return title_matches(self.profile.titles, self.title_papers)

    @cached_property
    def skill_certificates(self) -> tuple[tuple[Document, ...], ...]:
        """The vocational certificates of each declared one."""
        return skill_matches(self.profile.skill_certificates, self.own_of_kind("vocational_certificate"))

    @cached_property
    def appointments(self) -> Groups:
        """The letters of each declared appointment; of a record of several terms, the one that was declared."""
        letters = {d.id: d for d in self.own_of_kind("appointment_letter")}
        terms = [term for d in letters.values() for term in terms_in(d)]
        declared = self.profile.appointments
        groups = single_matches(declared, terms, appointment_score(self.profile))
        return tuple(
            tuple(of_term(letters[i], item.start, item.end) for i in dict.fromkeys(d.id for d in group))
            for item, group in zip(declared, groups, strict=True)
        )

    @cached_property
    def papers(self) -> Groups:
        """The pages of each declared paper."""
        return several_matches(self.profile.papers, self.of_kind("paper"), paper_score)

    @cached_property
    def projects(self) -> Groups:
        """The contracts, books and reports of each declared project."""
        return several_matches(self.profile.projects, self.of_kind("project_document"), project_score)

    @cached_property
    def patents(self) -> Groups:
        """The certificates of each declared patent."""
        return single_matches(self.profile.patents, self.of_kind("patent_certificate"), patent_score)

    @cached_property
    def software(self) -> Groups:
        """The certificates of each declared software copyright."""
        certificates = self.of_kind("software_copyright_certificate")
        return single_matches(self.profile.software_copyrights, certificates, software_score)

    @cached_property
    def awards(self) -> Groups:
        """The certificates of each declared award."""
        return single_matches(self.profile.awards, self.of_kind("award_certificate"), award_score)

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """Each year of each training-hour card; of a list with a row a person, the applicant's row."""
        name = self.profile.person.name
        return cards_in((of_person(d, name) for d in self.own_of_kind("training_hour_card")), self._owner)

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """Each year of each appraisal table; of a list with a row a person, the applicant's row."""
        name = self.profile.person.name
        return tables_in((of_person(d, name) for d in self.own_of_kind("annual_appraisal")), self._owner)

    def _owner(self, document: Document) -> tuple[bool, bool]:
        return is_owned(self.profile.person, document), document.id in self.disputed

    @cached_property
    def disputed(self) -> frozenset[str]:
        """The ids of documents that rather name somebody else, as they stand: narrowed to one person's row they name nobody."""
        return frozenset(d.id for d in self.documents if is_disputed(self.profile.person, d))

    def doubting(self, found: Agreement, documents: Iterable[Document]) -> Agreement:
        """`found` in `documents`, which agrees for certain only where one of them does not rather name somebody else."""
        mine = list(documents)
        if found.answer not in ("same", "alias") or not mine or any(d.id not in self.disputed for d in mine):
            return found
        names = "、".join(dict.fromkeys(value for d in mine for value in see(d, "name").values))
        return replace(found, answer="doubtful", why=f"材料上的姓名读作“{names}”，未必是本人的材料")

    @cached_property
    def continuations(self) -> frozenset[str]:
        """The ids of documents that only go on with a table in another file."""
        return frozenset(d.id for t in self.tables for d in t.continued)

    @cached_property
    def unread_files(self) -> tuple[str, ...]:
        """Files in which anything may stand: not opened, not legible, or a document whose kind is not known."""
        return tuple(f.file for f in self.files if self._hides(f))

    def _hides(self, reading: FileReading) -> bool:
        found = legibility(reading, self.in_file(reading.file))
        if found.state == "no_text":
            return found.hides
        return found.hides or any(_may_be_another_kind(d) for d in self.in_file(reading.file))


def _may_be_another_kind(document: Document) -> bool:
    """Whether `document` may be of a kind that the notice asks for: its kind is unsure, or `other` by a narrow margin."""
    if document.kind == "other":
        return KIND < document.kind_confidence < OTHER
    return not kind_is_known(document)


def kind_is_known(document: Document) -> bool:
    """Whether the kind of `document` may be relied on."""
    return document.kind_confidence >= KIND and "kind_uncertain" not in document.remarks


def files_of(documents: Iterable[Document]) -> str:
    """The file names of `documents`, for a message."""
    return "、".join(dict.fromkeys(d.file for d in documents))
