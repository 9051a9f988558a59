"""Blanks that the engine read over: where the characters of one word stand apart."""

from __future__ import annotations

import re

from extractors.layout.flow import Flow, Ink
from extractors.text import HAN

_WIDER = 0.3  # by how much of a character's width its share of a blank makes it wider
_EXACT, _MOSTLY, _SET_APART = 1.02, 0.6, 1.15
_HAN = re.compile(f"[{HAN}]")


def raw_with_gaps(flow: Flow, start: int, end: int) -> str:
    """The text start:end as read, with a blank wherever two Han characters stand wider apart than the others do."""
    return " ".join(_spread(ink, first, last) for ink, first, last in flow.parts(start, end))


def _spread(ink: Ink, first: int, last: int) -> str:
    raw, word = ink.raw(first, last), ink.word
    if word.vertical or len(word.edges) != len(word.text) + 1 or re.search(r"\s", raw):
        return raw
    begin = ink.at[first]
    widths = [word.edges[begin + i + 1] - word.edges[begin + i] for i in range(len(raw))]
    usual = sorted(width for width, char in zip(widths, raw, strict=True) if _HAN.match(char))
    if len(usual) < 4:
        return raw
    least = usual[len(usual) // 4]
    if sum(width < _EXACT * least for width in usual) >= _MOSTLY * len(usual) and usual[0] * _EXACT > least:
        return "".join(  # set by a machine: every character as wide as the others, but for those before a blank
            char + " " * (width > _SET_APART * least and at < len(raw) - 1)
            for at, (width, char) in enumerate(zip(widths, raw, strict=True))
        )
    # An edge lies in the middle of a blank, so that it widens both of its neighbours; each share counts once.
    over = [width - least if _HAN.match(char) else 0.0 for width, char in zip(widths, raw, strict=True)]
    text = raw[:1]
    for at in range(1, len(raw)):
        if min(over[at - 1], over[at]) > _WIDER * least:
            text += " "
            over[at] -= over[at - 1]
        text += raw[at]
    return text
