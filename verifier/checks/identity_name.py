"""Is the person a document names the applicant?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from extractors.text import squash
from models.document import Document, Kind
from models.finding import Finding
from verifier.checks.check import FAIL, NOT_APPLICABLE, PASS, REVIEW, RuledCheck, Wording, heaviest
from verifier.compare import compare_organisation
from verifier.compare.differences import is_torn
from verifier.facts.agreement import Agreement
from verifier.facts.case import Case
from verifier.facts.ownership import (
    carries_number_of,
    is_among,
    is_born_like,
    is_contradicted,
    is_former_name,
    is_one_off,
    name_on,
)
from verifier.facts.seen import evidence_of, see

_ORGANISATION = 5
"""From so many characters on, what an employer's name begins with is no person's name."""


@dataclass(frozen=True, kw_only=True)
class IdentityName(RuledCheck):
    """`identity.name`: `bound` are the kinds that must carry the applicant's name; others are looked at when they do.

    `group_words` end the names of organisations, to whom collective awards are made out.
    """

    bound: frozenset[Kind]
    group_words: tuple[str, ...] = ()

    WORDINGS: ClassVar[Mapping[str, Wording]] = {
        "same": Wording(PASS),
        "among_several": Wording(PASS),
        "near": Wording(REVIEW, ("why",)),
        "former_name": Wording(REVIEW),
        "doubtful": Wording(REVIEW, ("why",)),
        "conflict": Wording(REVIEW),
        "unreadable": Wording(REVIEW),
        "same_number": Wording(REVIEW),
        "same_birth": Wording(REVIEW, ("why",)),
        "one_off": Wording(REVIEW, ("why",)),
        "group": Wording(REVIEW),
        "different": Wording(FAIL, ("why",)),
        "employer": Wording(NOT_APPLICABLE),
        "nameless": Wording(NOT_APPLICABLE),
    }

    def run(self, case: Case) -> Iterator[Finding]:
        for reading in case.files:
            documents = case.in_file(reading.file)
            found = [self._judged(case, d) for d in documents if d.all("name") or self._must_carry(case, d)]
            if found:
                yield heaviest(found)
            elif documents:
                yield self.finding(reading.file, "nameless", evidence=[evidence_of(d) for d in documents])

    def _must_carry(self, case: Case, document: Document) -> bool:
        return document.kind in self.bound and document.id not in case.continuations

    def _judged(self, case: Case, document: Document) -> Finding:
        declared = case.profile.person.name
        found, listed = name_on(case.profile.person, document)
        reason: str = found.answer
        if reason in ("same", "alias"):
            reason = "among_several" if listed else "same"
        elif reason == "absent":
            reason = "unreadable"
        elif reason in ("different", "doubtful", "near"):
            reason = self._explained(case, document, found)
        return self.finding(
            document.file,
            reason,
            evidence=found.seen[0].evidence,
            declared=declared,
            read="、".join(see(document, "name").values) if reason == "among_several" else found.read or None,
            why=found.why,
        )

    def _explained(self, case: Case, document: Document, found: Agreement) -> str:
        """A differing name may yet be no other person: a former name, a list, an organisation, a misread character."""
        person, read = case.profile.person, found.read
        if is_former_name(person, read):
            return "former_name"
        if is_among(person, read):
            return "among_several"
        if self._is_group(case, read):
            employers = [case.profile.employer.name, *(w.employer for w in case.profile.work)]
            known = any(e and compare_organisation(e, read).answer in ("same", "alias") for e in employers)
            return "employer" if known and document.kind not in self.bound else "group"
        if found.answer == "different" and carries_number_of(person, document):
            return "same_number"
        if found.answer == "different" and is_born_like(person, document, read):
            return "same_birth"
        if found.answer == "different" and is_one_off(person, read) and not is_contradicted(person, document):
            return "one_off"
        return found.answer

    def _is_group(self, case: Case, read: str) -> bool:
        """Whether `read` is the name of an organisation, or how that of an employer begins."""
        plain = read.rstrip("。.,;:、 ")
        if len(plain) <= len(case.profile.person.name):
            return False
        employers = [case.profile.employer.name, *(w.employer for w in case.profile.work)]
        torn = any(e and is_torn(squash(e), squash(plain), _ORGANISATION) for e in employers)
        return torn or any(plain.endswith(word) for word in self.group_words)
