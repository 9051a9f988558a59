"""Can each file be read, and is what it holds asked for?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from models.document import Document, FileReading, Kind
from models.finding import Evidence, Finding
from verifier.checks.check import PASS, REVIEW, RuledCheck, Wording
from verifier.facts.case import Case, kind_is_known
from verifier.facts.legibility import legibility
from verifier.facts.seen import evidence_of


@dataclass(frozen=True, kw_only=True)
class FileReadable(RuledCheck):
    """`file.readable`: opened, every page read. Nothing here fails: what cannot be read does not count against anyone."""

    WORDINGS: ClassVar[Mapping[str, Wording]] = {
        "readable": Wording(PASS, ("pages",)),
        "unopened": Wording(REVIEW, ("problem",)),
        "page_unread": Wording(REVIEW, ("problem", "pages")),
        "no_text": Wording(REVIEW),
        "poor": Wording(REVIEW, ("pages",)),
    }

    def run(self, case: Case) -> Iterator[Finding]:
        for reading in case.files:
            yield self._judged(reading, case.in_file(reading.file))

    def _judged(self, reading: FileReading, documents: tuple[Document, ...]) -> Finding:
        found = legibility(reading, documents)
        named = found.pages if found.state in ("page_unread", "poor") else ()
        places = [Evidence(None, reading.file, page) for page in named] or [Evidence(None, reading.file)]
        pages = "、".join(str(page) for page in named) or len(found.pages)
        return self.finding(reading.file, found.state, evidence=places, problem=found.problem, pages=pages)


@dataclass(frozen=True, kw_only=True)
class DocumentExpected(RuledCheck):
    """`document.expected`: `kinds` maps each kind that the notice asks for to the name it gives it."""

    kinds: dict[Kind, str]

    WORDINGS: ClassVar[Mapping[str, Wording]] = {
        "expected": Wording(PASS, ("names",)),
        "unsure": Wording(REVIEW, ("names",)),
        "no_proof": Wording(REVIEW),
        "unexpected": Wording(REVIEW),
    }

    def run(self, case: Case) -> Iterator[Finding]:
        for reading in case.files:
            documents = case.in_file(reading.file)
            if documents:
                yield self._judged(reading.file, documents)

    def _judged(self, file: str, documents: tuple[Document, ...]) -> Finding:
        """The worst of a file's documents speaks for it; one that nobody asked for weighs most."""
        strange = [d for d in documents if d.kind not in self.kinds]
        unsure = [d for d in documents if d.kind in self.kinds and not kind_is_known(d)]
        no_proof = [d for d in documents if "not_graduation" in d.remarks]
        for reason, found in (("no_proof", no_proof), ("unexpected", strange), ("unsure", unsure)):
            if found:
                return self._told(file, reason, found)
        return self._told(file, "expected", documents)

    def _told(self, file: str, reason: str, documents: Iterable[Document]) -> Finding:
        found = list(documents)
        names = "、".join(dict.fromkeys(self.kinds[d.kind] for d in found if d.kind in self.kinds))
        return self.finding(file, reason, evidence=[evidence_of(d) for d in found], names=names)
