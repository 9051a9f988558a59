"""Do ID number, birth date and gender on the documents agree with the profile?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from extractors.values import id_number
from models.document import Document, Kind
from models.finding import Evidence, Finding
from models.profile import Person
from verifier.checks.check import FAIL, NOT_APPLICABLE, PASS, REVIEW, RuledCheck, Wording
from verifier.compare import Comparison, compare_date, compare_text
from verifier.facts.agreement import Agreement, agreement
from verifier.facts.case import Case
from verifier.facts.seen import evidence_of, see

LABELS = {"id_number": "身份证号", "birth_date": "出生日期", "gender": "性别"}
_WEIGHT = ("different", "misread", "conflict", "doubtful", "near", "unreadable", "same", "absent")


@dataclass(frozen=True, kw_only=True)
class IdentityPerson(RuledCheck):
    """`identity.person`: `bound` are the kinds that always print one of the three; others are looked at when they do."""

    bound: frozenset[Kind]

    WORDINGS: ClassVar[Mapping[str, Wording]] = {
        "same": Wording(PASS, ("labels",)),
        "near": Wording(REVIEW, ("labels", "why")),
        "doubtful": Wording(REVIEW, ("labels", "why")),
        "misread": Wording(REVIEW, ("labels",)),
        "conflict": Wording(REVIEW, ("labels",)),
        "unreadable": Wording(REVIEW, ("labels",)),
        "different": Wording(FAIL, ("labels", "why")),
        "not_shown": Wording(NOT_APPLICABLE),
        "not_found": Wording(REVIEW),
    }

    def run(self, case: Case) -> Iterator[Finding]:
        for reading in case.files:
            documents = case.in_file(reading.file)
            answers = [a for d in documents for a in self._answers(case.profile.person, d)]
            if answers:
                yield self._told(reading.file, answers)
            elif documents:
                bound = [d for d in documents if d.kind in self.bound]
                places = [evidence_of(d) for d in bound or documents]
                yield self.finding(reading.file, "not_found" if bound else "not_shown", evidence=places)

    def _answers(self, person: Person, document: Document) -> Iterator[tuple[str, str, Agreement]]:
        """For each of the three that is declared and printed: the reason, the label, the agreement."""
        for name, label in LABELS.items():
            declared, seen = getattr(person, name), see(document, name)
            if declared is None or seen.state == "absent":
                continue
            compare = {"id_number": _compare_id, "birth_date": compare_date, "gender": compare_text}[name]
            found = agreement(seen, declared, compare)
            reason: str = "same" if found.answer == "alias" else found.answer
            if name == "id_number" and reason == "different" and id_number.parse(found.read) is None:
                reason = "misread"
            yield reason, label, found

    def _told(self, file: str, answers: list[tuple[str, str, Agreement]]) -> Finding:
        worst = min((a[0] for a in answers), key=_WEIGHT.index)
        concerned = [(label, found) for reason, label, found in answers if reason == worst]
        evidence: list[Evidence] = [e for _, found in concerned for s in found.seen for e in s.evidence]
        return self.finding(
            file,
            worst,
            evidence=evidence,
            declared="、".join(dict.fromkeys(found.declared for _, found in concerned)),
            read="、".join(dict.fromkeys(found.read for _, found in concerned)) or None,
            labels="、".join(dict.fromkeys(label for label, _ in concerned)),
            why="；".join(dict.fromkeys(found.why for _, found in concerned if found.why)),
        )


def _compare_id(declared: str, read: str) -> Comparison:
    """Equal as far as printed: masked characters agree with any, 15 digits with their 18."""
    mine, theirs = id_number.parse(declared), id_number.parse(read)
    if mine and theirs and mine.agrees_with(theirs):
        return Comparison("equal", "相符", 1.0)
    return compare_text(id_number.compact(declared), id_number.compact(read))
