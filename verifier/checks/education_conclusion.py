"""Does the certificate say graduated, and not merely finished or left?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from models.document import Document, Kind
from models.finding import Finding
from verifier.checks.check import FAIL, NOT_APPLICABLE, PASS, REVIEW, RuledCheck, Wording
from verifier.checks.education_material import education_label, education_subject
from verifier.facts.case import Case
from verifier.facts.seen import Seen, evidence_of, is_read, see
from verifier.facts.thresholds import FIRM

Verdict = Literal["graduated", "refused", "doubtful", "unknown_word", "unreadable"]


@dataclass(frozen=True, kw_only=True)
class EducationConclusion(RuledCheck):
    """`education.conclusion`: `accepted` and `refused` give for each kind the words that decide.

    `exact` kinds must carry the very word, in the others it may stand in a sentence; a refused word is looked for first.
    """

    accepted: dict[Kind, tuple[str, ...]]
    refused: dict[Kind, tuple[str, ...]]
    exact: frozenset[Kind] = frozenset()

    WORDINGS: ClassVar[Mapping[str, Wording]] = {
        "graduated": Wording(PASS, ("item",)),
        "refused": Wording(FAIL, ("item",)),
        "doubtful": Wording(REVIEW, ("item",)),
        "conflict": Wording(REVIEW, ("item",)),
        "no_diploma": Wording(REVIEW, ("item",)),
        "unknown_word": Wording(REVIEW, ("item",)),
        "unreadable": Wording(REVIEW, ("item",)),
        "no_document": Wording(NOT_APPLICABLE, ("item",)),
    }

    def run(self, case: Case) -> Iterator[Finding]:
        for i, item in enumerate(case.profile.education):
            documents = [d for d in case.education[i] if d.kind in self.accepted]
            label, subject = education_label(i, item), education_subject(i)
            if not documents:
                yield self.finding(subject, "no_document", item=label)
                continue
            judged = [(d, *self._judged(d)) for d in documents]
            reason = self._reason([verdict for _, verdict, _ in judged], documents)
            if reason == "graduated" and all(d.id in case.disputed for d in documents):
                reason = "doubtful"  # somebody graduated, but rather not the applicant
            deciding = [seen for _, verdict, seen in judged if verdict == reason] or [seen for _, _, seen in judged]
            evidence = [e for seen in deciding for e in seen.evidence]
            if reason == "no_diploma":
                evidence = [evidence_of(d) for d in documents if _no_diploma(d)]
            read = "／".join(dict.fromkeys(v for seen in deciding for v in seen.values)) or None
            yield self.finding(subject, reason, evidence=evidence, read=read, item=label)

    def _reason(self, verdicts: list[Verdict], documents: list[Document]) -> str:
        if "refused" in verdicts:
            return "conflict" if "graduated" in verdicts else "refused"
        if any(_no_diploma(d) for d in documents):
            return "no_diploma"
        for reason in ("doubtful", "unknown_word"):
            if reason in verdicts:
                return reason
        # A form that was read vouches for a certificate that prints no such word, but not for one that was not read.
        main = [v for v, d in zip(verdicts, documents, strict=True) if d.kind == "graduation_certificate"]
        return "unreadable" if "unreadable" in main or "graduated" not in verdicts else "graduated"

    def _judged(self, document: Document) -> tuple[Verdict, Seen]:
        seen = see(document, "conclusion")
        if not seen.fields:
            return "unreadable", seen
        refused = [f for f in seen.fields if self._says(document.kind, f.value, self.refused)]
        if refused:
            clear = seen.read and seen.fields[0].confidence >= FIRM
            return ("refused" if clear else "doubtful"), seen
        if not seen.read and not self._agree(document):
            return ("unreadable" if seen.state == "unsure" else "doubtful"), seen
        sure = all(self._says(document.kind, f.value, self.accepted) for f in seen.fields if is_read(f))
        return ("graduated" if sure else "unknown_word"), seen

    def _agree(self, document: Document) -> bool:
        """Whether several conclusions say the same: a report's verdict on the certificate and the outcome of the study."""
        found = document.all("conclusion")
        said = all(
            self._says(document.kind, f.value, self.accepted) and not self._says(document.kind, f.value, self.refused)
            for f in found
        )
        return document.kind not in self.exact and said and sum(map(is_read, found)) > 1

    def _says(self, kind: Kind, value: str, words: Mapping[Kind, tuple[str, ...]]) -> bool:
        wanted = words.get(kind, ())
        return value in wanted if kind in self.exact else any(word in value for word in wanted)


def _no_diploma(document: Document) -> bool:
    return "not_graduation" in document.remarks
