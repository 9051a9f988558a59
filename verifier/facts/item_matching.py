"""Which documents prove which declared appointment or achievement.

As in `matching`, a document goes to the item that it agrees with most, and one that agrees with none to an item that lacks
one. A paper or a project is proved by several documents: those that say too little go with the rest of their file.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from models.dates import PartialDate
from models.document import Document
from models.profile import Appointment, Award, Paper, Patent, Profile, Project, SoftwareCopyright
from verifier.compare import (
    compare_date,
    compare_number,
    compare_organisation,
    compare_patent_number,
    compare_text,
    compare_title,
)
from verifier.facts.matching import agreeing, assigned
from verifier.facts.rows import of_person
from verifier.facts.seen import see

Item = TypeVar("Item")
Groups = tuple[tuple[Document, ...], ...]


def single_matches(
    declared: Sequence[Item], documents: Sequence[Document], score: Callable[[Item, Document], float]
) -> Groups:
    """The documents of each of `declared`, where one document proves one item."""
    found: list[list[Document]] = [[] for _ in declared]
    for document, at in assigned(documents, declared, score):
        found[at].append(document)
    return tuple(tuple(group) for group in found)


def several_matches(
    declared: Sequence[Item], documents: Sequence[Document], score: Callable[[Item, Document], float]
) -> Groups:
    """The documents of each of `declared`, where several make one proof; all of them where but one item is declared."""
    if len(declared) == 1:
        return (tuple(documents),)
    found: list[list[Document]] = [[] for _ in declared]
    home: dict[str, int] = {}
    weak: list[Document] = []
    for document in documents:
        scores = [score(item, document) for item in declared]
        best = max(range(len(declared)), key=lambda i: scores[i], default=0)
        if scores and scores[best] > 0:
            found[best].append(document)
            home.setdefault(document.file, best)
        else:
            weak.append(document)
    for document in [d for d in weak if d.file in home]:
        found[home[document.file]].append(document)
    empty = [i for i, group in enumerate(found) if not group]
    stray = [d for d in weak if d.file not in home]
    for file, at in zip(dict.fromkeys(d.file for d in stray), empty, strict=False):
        found[at] += [d for d in stray if d.file == file]
    return tuple(tuple(d for d in documents if d in group) for group in found)


def appointment_score(profile: Profile) -> Callable[[Appointment, Document], float]:
    def score(item: Appointment, document: Document) -> float:
        mine = of_person(document, profile.person.name)
        return (
            agreeing(mine, "title", item.title, 2, compare_title)
            + agreeing(mine, "employer", item.employer, 2, compare_organisation)
            + _dated(mine, ("start_date", "issue_date"), item.start)
        )

    return score


def award_score(item: Award, document: Document) -> float:
    return (
        agreeing(document, "award", item.name, 3, compare_text)
        + agreeing(document, "issuer", item.issuer, 1, compare_organisation)
        + _dated(document, ("issue_date",), item.date)
    )


def paper_score(item: Paper, document: Document) -> float:
    return (
        agreeing(document, "title", item.title, 4, compare_text)
        + agreeing(document, "journal", item.journal, 2, compare_text)
        + agreeing(document, "issn", item.issn, 1, compare_number)
        + agreeing(document, "cn", item.cn, 1, compare_number)
        + _dated(document, ("date",), item.date)
    )


def project_score(item: Project, document: Document) -> float:
    score = agreeing(document, "project_name", item.name, 4, compare_text)
    return score + (_dated(document, ("date",), item.end or item.start) / 2 if score >= 0 else 0)


def patent_score(item: Patent, document: Document) -> float:
    return (
        agreeing(document, "patent_number", item.number, 4, compare_patent_number)
        + agreeing(document, "patent_name", item.name, 3, compare_text)
        + _dated(document, ("granted_on",), item.granted_on)
    )


def software_score(item: SoftwareCopyright, document: Document) -> float:
    return (
        agreeing(document, "registration_number", item.number, 4, compare_number)
        + agreeing(document, "software_name", item.name, 3, compare_text)
        + _dated(document, ("registered_on",), item.registered_on)
    )


def _dated(document: Document, names: Sequence[str], declared: PartialDate | None) -> float:
    """How near in time the first of the fields `names` that was read is to `declared`: 2 for the same, less than 0 for far."""
    for name in names:
        seen = see(document, name)
        read = PartialDate.of(seen.value) if seen.read else None
        if read is not None and declared is not None:
            if compare_date(declared, read).answer == "same":
                return 2.0
            apart = abs(read.year - declared.year)
            return 1.0 if apart == 0 else -min(apart, 4) / 2
    return 0.0
