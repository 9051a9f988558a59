"""A body's name under its own seal, held against the same name printed clear of it: in a heading, a label, the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz.distance import Levenshtein

from extractors.kinds.candidates import SURE_UNDER_SEAL, Candidate
from extractors.layout.lines import Line

_OUTDONE = 0.6  # the reading under the seal, where a clear one of the same name differs from it
_SHORTEST = 6  # shorter names differ in one character from too much else


def with_clear_print(found: Sequence[Candidate]) -> list[Candidate]:
    """`found`, and before each name under a seal that differs in one character from a clear print of it, that print."""
    result = []
    for candidate in found:
        clear = _printed_elsewhere(candidate)
        if clear is None:
            result.append(candidate)
            continue
        outdone = replace(candidate, quality=candidate.quality * _OUTDONE, notes=(*candidate.notes, "doubtful"))
        result += [clear, outdone]
    return result


def _printed_elsewhere(candidate: Candidate) -> Candidate | None:
    value = candidate.value
    if len(value) < _SHORTEST or "under_seal" not in candidate.span.notes:
        return None
    others = [line for line in candidate.view.lines if line.box.intersection(candidate.span.box) is None]
    if any(value in line.flow.plain for line in others):
        return None
    for line in others:
        place = _near(line, value)
        if place is not None:
            span = line.flow.span(*place)
            if "under_seal" not in span.notes and span.confidence > SURE_UNDER_SEAL:
                return Candidate(candidate.name, line.flow.plain[slice(*place)], candidate.view, span, 0.8, "heading")
    return None


def _near(line: Line, value: str) -> tuple[int, int] | None:
    """Where in the row stands what ends like `value` and differs from it in one character mistaken or lost."""
    text = line.flow.plain
    for length in (len(value), len(value) + 1):
        for start in range(len(text) - length + 1):
            piece = text[start : start + length]
            if piece[-2:] == value[-2:] and Levenshtein.distance(piece, value, score_cutoff=1) == 1:
                return start, start + length
    return None
