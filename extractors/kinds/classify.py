"""Which kind a page is: the best score by wording and structure, or an honest `other`."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp

from extractors.kinds.kind import KindScore
from extractors.kinds.registry import KINDS
from extractors.layout.view import PageView
from models.document import Kind

ENOUGH = 3.2  # points from which wording may name a kind; a heading in large letters alone has about 6
_SOFTNESS = 0.8


@dataclass(frozen=True, slots=True)
class Verdict:
    """The kind of a page with confidence 0-1; `score` is the winner's evidence, `scores` all kinds'."""

    kind: Kind
    confidence: float
    score: KindScore
    scores: dict[Kind, KindScore]

    @property
    def has_heading(self) -> bool:
        """Whether the page names its kind in a heading of its own."""
        return self.score.title >= 3.0


def classify(view: PageView) -> Verdict:
    """The kind of a page; `other` with low confidence where nothing speaks clearly for a kind."""
    scores: dict[Kind, KindScore] = {name: kind.score(view) for name, kind in KINDS.items()}
    ranked = sorted(scores, key=lambda name: scores[name].points, reverse=True)
    first, second = ranked[0], ranked[1]
    top, next_best = scores[first].points, scores[second].points
    if top < ENOUGH:
        doubt = 0.5 if top < 1.5 else 0.35
        return Verdict("other", doubt, scores["other"], scores)
    confidence = _logistic((top - ENOUGH + 0.6) / _SOFTNESS) * _logistic((top - max(next_best, 0.0)) / _SOFTNESS)
    return Verdict(first, round(min(0.99, confidence), 4), scores[first], scores)


def _logistic(x: float) -> float:
    return 1.0 / (1.0 + exp(-x))
