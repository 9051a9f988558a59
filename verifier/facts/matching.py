"""Which document proves which declared education or title.

A document goes to the item it agrees with most; one that agrees with none still goes to an item that lacks such a document,
because that is what it was handed in for and the disagreement must show.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TypeVar

from extractors.values import skill_levels
from models.dates import PartialDate
from models.document import Document, Kind
from models.profile import Education, SkillCertificate, Title
from verifier.compare import Comparison, compare_major, compare_number, compare_school, compare_text
from verifier.facts.seen import see

EDUCATION_KINDS: tuple[Kind, ...] = (
    "graduation_certificate",
    "degree_certificate",
    "graduate_registration_form",
    "chsi_registration_form",
    "chsi_verification_report",
    "overseas_degree_recognition",
)
Item = TypeVar("Item")


def education_matches(declared: Sequence[Education], documents: Sequence[Document]) -> tuple[tuple[Document, ...], ...]:
    """The documents of each of `declared`; kinds that prove no education are left out."""
    found: list[list[Document]] = [[] for _ in declared]
    mine = sorted((d for d in documents if d.kind in EDUCATION_KINDS), key=lambda d: EDUCATION_KINDS.index(d.kind))
    for _, same_kind in groupby(mine, key=lambda d: d.kind):
        for document, at in assigned(list(same_kind), declared, _education_score):
            found[at].append(document)
    return tuple(tuple(group) for group in found)


def title_matches(declared: Sequence[Title], documents: Sequence[Document]) -> tuple[tuple[Document, ...], ...]:
    """The title certificates of each of `declared`."""
    found: list[list[Document]] = [[] for _ in declared]
    for document, at in assigned(list(documents), declared, _title_score):
        found[at].append(document)
    return tuple(tuple(group) for group in found)


def skill_matches(
    declared: Sequence[SkillCertificate], documents: Sequence[Document]
) -> tuple[tuple[Document, ...], ...]:
    """The vocational certificates of each declared one."""
    found: list[list[Document]] = [[] for _ in declared]
    for document, at in assigned(list(documents), declared, _skill_score):
        found[at].append(document)
    return tuple(tuple(group) for group in found)


def assigned(
    documents: Sequence[Document], declared: Sequence[Item], score: Callable[[Item, Document], float]
) -> list[tuple[Document, int]]:
    """Each document with the place of its item: the best pairs first, one to each item, then the spare ones by score."""
    scores = {(d, i): score(item, documents[d]) for d in range(len(documents)) for i, item in enumerate(declared)}
    placed: dict[int, int] = {}
    for (d, i), _ in sorted(scores.items(), key=lambda pair: (-pair[1], pair[0])):
        if d not in placed and i not in placed.values():
            placed[d] = i
    for d in range(len(documents)):
        if d not in placed and declared:
            best = max(range(len(declared)), key=lambda i: scores[d, i])
            if scores[d, best] > 0:
                placed[d] = best
    return [(documents[d], placed[d]) for d in sorted(placed)]


def _education_score(item: Education, document: Document) -> float:
    score = 0.0 if item.auto_extracted else 0.5
    degree = document.kind == "degree_certificate"
    if (document.kind == "overseas_degree_recognition") == item.overseas:
        score += 1
    number = item.degree_certificate_number if degree else item.certificate_number
    score += agreeing(document, "certificate_number", number, 5, compare_number)
    score += agreeing(document, "school", item.school, 2, compare_school)
    score += agreeing(document, "major", item.major, 1, compare_major)
    score += equal_value(document, "level", item.level, 2)
    score += equal_value(document, "degree", item.degree, 2)
    for name in ("end_date", "issue_date"):
        seen = see(document, name)
        read = PartialDate.of(seen.value) if seen.read else None
        if read is not None and item.end is not None:
            apart = abs(read.year - item.end.year)
            score += 2 if apart == 0 else -min(apart, 4) / 2
            break
    return score


def _title_score(item: Title, document: Document) -> float:
    score = agreeing(document, "certificate_number", item.certificate_number, 3, compare_number)
    score += equal_value(document, "title", item.title, 3)
    score += equal_value(document, "specialty", item.specialty, 0.5)
    seen = see(document, "obtained_on")
    if seen.read and item.obtained_on is not None:
        score += 2 if seen.value[:4] == item.obtained_on[:4] else -1
    return score


def _skill_score(item: SkillCertificate, document: Document) -> float:
    score = agreeing(document, "certificate_number", item.certificate_number, 3, compare_number)
    score += agreeing(document, "occupation", item.occupation, 2, compare_text)
    score += equal_value(document, "level", skill_levels.parse(item.level or "") or item.level, 1)
    seen = see(document, "issue_date")
    if seen.read and item.issued_on is not None:
        score += 1 if seen.value[:4] == item.issued_on[:4] else -0.5
    return score


def agreeing(
    document: Document, name: str, declared: str | None, worth: float, compare: Callable[[str, str], Comparison]
) -> float:
    seen = see(document, name)
    if not seen.read or declared is None:
        return 0.0
    answer = compare(declared, seen.value).answer
    return {"same": worth, "alias": worth, "near": worth / 2, "different": -worth / 2, "unreadable": 0.0}[answer]


def equal_value(document: Document, name: str, declared: str | None, worth: float) -> float:
    seen = see(document, name)
    if not seen.read or declared is None:
        return 0.0
    return worth if seen.value == declared else -worth / 2
