"""Two texts side by side, cut where they differ."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz.distance import Hamming, Levenshtein

# Long texts are narratives, where a marking by characters says nothing.
MOST_CHARACTERS = 400
# Texts less alike than this are two different values, not one with wrong characters.
LEAST_ALIKE = 0.4


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of characters; `differs` where the other text has something else."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True)
class SideBySide:
    """`places` counts the differences; 0 where the texts are equal or not to be compared."""

    declared: tuple[Segment, ...]
    read: tuple[Segment, ...]
    places: int


def side_by_side(declared: str | None, read: str | None) -> SideBySide:
    """The two texts with the differing characters marked; a text that is not there gives no segments."""
    if declared is None or read is None or max(len(declared), len(read)) > MOST_CHARACTERS:
        return SideBySide(_plain(declared), _plain(read), 0)
    if declared and read and Levenshtein.normalized_similarity(declared, read) < LEAST_ALIKE:
        return SideBySide((Segment(declared, True),), (Segment(read, True),), 1)
    left, right, places = [], [], 0
    # Two digits changed about are two wrong digits, not one left out and one put in.
    in_place = len(declared) == len(read) and Hamming.distance(declared, read) <= Levenshtein.distance(declared, read)
    steps = Hamming.opcodes(declared, read) if in_place else Levenshtein.opcodes(declared, read)
    for step in steps:
        differs = step.tag != "equal"
        places += differs
        if step.src_end > step.src_start:
            left.append(Segment(declared[step.src_start : step.src_end], differs))
        if step.dest_end > step.dest_start:
            right.append(Segment(read[step.dest_start : step.dest_end], differs))
    return SideBySide(tuple(left), tuple(right), places)


def _plain(text: str | None) -> tuple[Segment, ...]:
    return (Segment(text, False),) if text else ()
