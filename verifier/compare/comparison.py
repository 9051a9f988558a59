"""What a comparison of a declared value with a read one says, and why."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from extractors.text import simplified, squash

Outcome = Literal["equal", "folded", "alias", "lookalike", "near", "different", "unreadable"]
Answer = Literal["same", "alias", "near", "different", "unreadable"]
_ANSWERS: dict[Outcome, Answer] = {
    "equal": "same",
    "folded": "same",
    "alias": "alias",
    "lookalike": "near",
    "near": "near",
    "different": "different",
    "unreadable": "unreadable",
}


_NOTHING = "□?■▢*-_~.,;:。、·/\\|()\"'"


@dataclass(frozen=True, slots=True)
class Comparison:
    """`outcome` with a short Chinese `reason`; `score` is a likeness of 0-1 for choosing between candidates.

    `equal` character by character; `folded` after width, blanks, brackets and precision; `alias` another right name of the
    same thing; `lookalike` only characters differ that readers confuse; `near` perhaps the same, a person must look;
    `different`; `unreadable` nothing to compare.
    """

    outcome: Outcome
    reason: str
    score: float

    @property
    def answer(self) -> Answer:
        """The outcome in the four words that checks need: `same`, `alias`, `near` (a person must look), `different`."""
        return _ANSWERS[self.outcome]


UNREAD = Comparison("unreadable", "未能识别", 0.0)


def settled(declared: str | None, read: str | None) -> Comparison | None:
    """The cases that are alike for all values: nothing to compare, equal, equal after folding; else None."""
    if not declared or is_blank(declared):
        return Comparison("unreadable", "未申报该项", 0.0)
    if not read or is_blank(read):
        return UNREAD
    if declared == read:
        return Comparison("equal", "完全一致", 1.0)
    if squash(declared) == squash(read):
        return Comparison("folded", "统一全半角和空格后一致", 1.0)
    return None


@lru_cache(4096)
def is_blank(text: str) -> bool:
    """Whether `text` holds nothing but blanks, strokes, punctuation and signs for the unreadable."""
    return not squash(text).strip(_NOTHING)


@lru_cache(4096)
def plain(text: str) -> str:
    """`text` for comparing wording: squashed, simplified, lower-case, without quotes and final punctuation."""
    return simplified(squash(text)).replace('"', "").strip(".,;:。、").lower()
