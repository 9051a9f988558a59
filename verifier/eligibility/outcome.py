"""What one condition, or several taken together, come to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from models.finding import Evidence, Status, TimelineStep

PASS, REVIEW, FAIL = Status.PASS, Status.REVIEW, Status.FAIL


@dataclass(frozen=True, slots=True)
class Outcome:
    """`notes` are Chinese clauses for the reviewer. `bears`: whether the condition was written for somebody like the applicant."""

    status: Status
    notes: tuple[str, ...] = ()
    steps: tuple[TimelineStep, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    bears: bool = True

    @property
    def text(self) -> str:
        return "；".join(dict.fromkeys(self.notes))


def all_of(outcomes: Iterable[Outcome]) -> Outcome:
    """Every condition must hold: the heaviest decides, and its notes come first."""
    found = sorted(outcomes, key=lambda o: -o.status.weight)
    return Outcome(
        found[0].status if found else PASS,
        tuple(note for o in found for note in o.notes),
        tuple(dict.fromkeys(step for o in found for step in o.steps)),
        tuple(dict.fromkeys(e for o in found for e in o.evidence)),
        all(o.bears for o in found),
    )


def best(outcomes: Iterable[Outcome]) -> Outcome:
    """Any one suffices: the lightest, of equals the first that bears on the applicant; ValueError when there is none."""
    return min(outcomes, key=lambda o: (o.status.weight, not o.bears))
