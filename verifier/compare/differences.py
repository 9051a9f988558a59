"""Where two texts differ, character by character, and how much that says."""

from __future__ import annotations

from typing import NamedTuple

from rapidfuzz.distance import JaroWinkler, Levenshtein

from verifier.compare.lookalikes import Sort, are_alike


class Difference(NamedTuple):
    """`mine` stands where `theirs` stands; one of them is empty for a character that only the other has."""

    mine: str
    theirs: str

    @property
    def is_gap(self) -> bool:
        return not (self.mine and self.theirs)


def differences(mine: str, theirs: str) -> tuple[Difference, ...]:
    """The fewest single-character differences that lead from `mine` to `theirs`, in order."""
    return tuple(
        Difference(
            "" if op.tag == "insert" else mine[op.src_pos],
            "" if op.tag == "delete" else theirs[op.dest_pos],
        )
        for op in Levenshtein.editops(mine, theirs)
    )


def all_alike(found: tuple[Difference, ...], *sorts: Sort) -> bool:
    """Whether every difference is between two characters that one of `sorts` holds alike."""
    return all(any(are_alike(d.mine, d.theirs, sort) for sort in sorts) for d in found)


def likeness(mine: str, theirs: str) -> float:
    """0-1, the mean of edit likeness and of likeness that favours a common beginning; the same both ways."""
    if not mine or not theirs:
        return 0.0
    edits = Levenshtein.normalized_similarity(mine, theirs)
    heads = (JaroWinkler.similarity(mine, theirs) + JaroWinkler.similarity(theirs, mine)) / 2
    return (edits + heads) / 2


def shown(found: tuple[Difference, ...]) -> str:
    """The differences for a reviewer: 「伟」与「玮」、多出「男」.

    >>> shown(differences("周启航", "周后航男"))
    '「启」与「后」、多出「男」'
    """
    parts = []
    for mine, theirs in found[:3]:
        parts.append(
            f"「{mine}」与「{theirs}」" if mine and theirs else f"多出「{theirs}」" if theirs else f"缺少「{mine}」"
        )
    return "、".join(parts)


def is_torn(one: str, other: str, least: int = 3) -> bool:
    """Whether the shorter, of at least `least` characters, is how the longer begins: a line whose end was not read."""
    shorter, longer = sorted((one, other), key=len)
    return least <= len(shorter) < len(longer) and longer.startswith(shorter)
