"""What a declared item's documents say of several of its values, told as one finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from models.document import Document
from models.finding import Evidence, Finding
from verifier.checks.check import RuledCheck
from verifier.facts.agreement import Agreement, Compare, agreement, together
from verifier.facts.case import Case
from verifier.facts.seen import evidence_of, see

_OBJECTIONS = ("different", "conflict", "doubtful", "near", "unreadable", "absent")


class Part(NamedTuple):
    """One value of an item, by its Chinese `label`."""

    label: str
    found: Agreement


def part(label: str, declared: str, documents: Iterable[Document], name: str, compare: Compare) -> Part:
    """How field `name` of `documents`, at least one, agrees with `declared`; documents that do not show it say nothing."""
    answers = [agreement(see(d, name), declared, compare) for d in documents]
    shown = [a for a in answers if a.answer != "absent"]
    return Part(label, together(shown or answers[:1]))


def owned(case: Case, parts: Iterable[Part], documents: Iterable[Document]) -> list[Part]:
    """`parts` of `documents`, none of them certain where each document rather names somebody else."""
    mine = list(documents)
    return [Part(label, case.doubting(found, mine)) for label, found in parts]


@dataclass(frozen=True, kw_only=True)
class ItemCheck(RuledCheck):
    """A check whose `WORDINGS` hold `AGREEMENT`; the pack's shared messages word it."""

    def weighed(self, subject: str, item: str, parts: Sequence[Part]) -> Iterator[Finding]:
        """What `parts` come to: a finding for each sort of objection, or the one that all is well."""
        for reason in _OBJECTIONS:
            concerned = [p for p in parts if p.found.answer == reason]
            if concerned:
                yield self.told(subject, item, reason, concerned)
        if parts and all(p.found.answer in ("same", "alias") for p in parts):
            alias = any(p.found.answer == "alias" for p in parts)
            yield self.told(subject, item, "alias" if alias else "same", parts)

    def told(self, subject: str, item: str, reason: str, parts: Sequence[Part]) -> Finding:
        found = [p.found for p in parts]
        return self.finding(
            subject,
            reason,
            evidence=[e for a in found for s in a.seen for e in s.evidence],
            declared="、".join(a.declared for a in found) or None,
            read="、".join(a.read for a in found if a.read) or None,
            item=item,
            label="、".join(p.label for p in parts),
            why="；".join(dict.fromkeys(a.why for a in found if a.why)),
        )

    def undeclared(self, subject: str, item: str, labels: Sequence[str]) -> Finding:
        """That `labels`, which the item needs, are not declared."""
        return self.finding(subject, "undeclared", item=item, label="、".join(labels))

    def unproved(self, subject: str, item: str, declared: str | None) -> Finding:
        """That there is no document to compare with; whether one is needed is another check's word."""
        return self.finding(subject, "no_document", declared=declared, item=item, label=self.rule.title)


def places(documents: Iterable[Document]) -> list[Evidence]:
    """The first page of each of `documents`."""
    return [evidence_of(d) for d in documents]
