"""Dates that lack the second digit of the day, by the gap that it leaves."""

from __future__ import annotations

from itertools import accumulate

import pytest

from extractors.layout.flow import Flow, Ink
from models.geometry import Box
from models.page import Word


def _word(text: str, wider: float, before: str) -> Word:
    """`text` in print 20 pixels wide a digit, with a gap of `wider` digits before the character `before`."""
    widths = [36.0 if ord(c) > 0x2E7F else 20.0 for c in text]
    edges = list(accumulate(widths, initial=100.0))
    at = text.rindex(before)
    edges = [e + (20.0 * wider if i > at else 0.0) for i, e in enumerate(edges)]
    edges[at] += 10.0 * wider
    return Word(text, Box(edges[0], 100, edges[-1], 136), 0.99, edges=tuple(edges))


@pytest.mark.parametrize(
    ("text", "wider", "doubtful"),
    [
        ("2020年12月2日", 1.0, True),
        ("2020年12月2日", 0.1, False),
        ("2020年1月9日", 0.9, True),
        ("2020年12月21日", 1.0, False),
    ],
)
def test_a_gap_as_wide_as_a_digit(text: str, wider: float, doubtful: bool) -> None:
    flow = Flow([Ink(_word(text, wider, "日"))])
    assert ("doubtful" in flow.span(0, len(text)).notes) is doubtful
    assert (flow.span(0, len(text)).confidence < 0.5) is doubtful


def test_blanks_round_the_month_too_are_how_the_date_is_set() -> None:
    word = _word("2020年1月2日", 1.2, "月")
    late = tuple(e + (24.0 if at == len(word.text) else 0.0) for at, e in enumerate(word.edges))
    flow = Flow([Ink(Word(word.text, word.box, 0.99, edges=late))])
    assert flow.span(0, len(word.text)).notes == ()
