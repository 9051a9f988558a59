"""What every check is: a frozen dataclass made from a rule and its arguments when a pack loads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, NamedTuple, Protocol

from pydantic import ConfigDict

from models.finding import Evidence, Finding, Status
from models.rule import Rule
from verifier.facts.case import Case
from verifier.facts.seen import where

FAIL, MISSING, REVIEW = Status.FAIL, Status.MISSING, Status.REVIEW
PASS, NOT_APPLICABLE = Status.PASS, Status.NOT_APPLICABLE


class Wording(NamedTuple):
    """What a check says for one reason: the status, and the placeholders that its message may use."""

    status: Status
    placeholders: tuple[str, ...] = ()


AGREEMENT: Mapping[str, Wording] = {
    "same": Wording(PASS, ("item", "label")),
    "alias": Wording(PASS, ("item", "label", "why")),
    "near": Wording(REVIEW, ("item", "label", "why")),
    "doubtful": Wording(REVIEW, ("item", "label", "why")),
    "conflict": Wording(REVIEW, ("item", "label")),
    "unreadable": Wording(REVIEW, ("item", "label")),
    "absent": Wording(REVIEW, ("item", "label")),
    "different": Wording(FAIL, ("item", "label", "why")),
    "undeclared": Wording(MISSING, ("item", "label")),
    "no_document": Wording(NOT_APPLICABLE, ("item", "label")),
}
"""How a declared value and what was read agree: the same answers under every check that compares the two."""


class Check(Protocol):
    """A rule that can be run. The fields of an implementing dataclass, but for `rule`, are the pack's arguments."""

    WORDINGS: ClassVar[Mapping[str, Wording]]

    @property
    def rule(self) -> Rule: ...

    def run(self, case: Case) -> Iterable[Finding]: ...


class BatchCheck(Protocol):
    """A rule on all applicants of one run together. It says each finding of one of `cases`, named by its place."""

    WORDINGS: ClassVar[Mapping[str, Wording]]

    @property
    def rule(self) -> Rule: ...

    def run_batch(self, cases: Sequence[Case]) -> Iterable[tuple[int, Finding]]: ...


@dataclass(frozen=True, kw_only=True)
class RuledCheck:
    """A check's rule, and its way of wording findings. `WORDINGS` lists every reason that it may give."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")
    WORDINGS: ClassVar[Mapping[str, Wording]] = {}

    rule: Rule = field(repr=False)

    def finding(
        self,
        subject: str,
        reason: str,
        *,
        evidence: Iterable[Evidence] = (),
        declared: str | None = None,
        read: str | None = None,
        **values: Any,
    ) -> Finding:
        """The finding for `reason`; its message is the pack's template filled with `values`, `declared` and `read`."""
        shown = tuple(dict.fromkeys(evidence))
        filled = {"declared": declared or "", "read": read or "", "where": where(shown), **values}
        message = self.rule.messages[reason].format_map(filled).replace("（）", "")  # no place to name
        status = self.rule.statuses.get(reason, self.WORDINGS[reason].status)
        return Finding(
            check=self.rule.check,
            subject=subject,
            status=status,
            clause=self.rule.clause,
            message=message,
            declared=declared,
            read=read,
            evidence=shown,
            reason=reason,
        )


def heaviest(findings: Iterable[Finding]) -> Finding:
    """The finding of the heaviest status, the first of equals; ValueError when there is none."""
    return max(findings, key=lambda f: f.status.weight)
