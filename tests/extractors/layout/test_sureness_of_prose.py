"""Prose of which much may be misread does not count as read; a character or two spoil a name, not an opinion."""

from __future__ import annotations

import pytest

from extractors.layout.flow import Flow, Ink, Span
from extractors.layout.sureness import DOUBTED, UNPROVEN, sureness
from extractors.layout.table_words import Run, glyphs_of
from models.geometry import Box
from models.page import Unsure, Word

PROSE = "本年度承担滚子超精机的调整与工艺试验，完成情况良好。"


def spans(*unsure: int) -> list[Span]:
    """PROSE as both kinds of reading give it, the engine unsure of the characters at these places."""
    word = Word(PROSE, Box(0, 0, 26 * 30, 30), 0.95, unsure=tuple(Unsure(at, 0.45) for at in unsure))
    return [Flow([Ink(word)]).span(0, len(PROSE)), Run(tuple(glyphs_of(word))).span]


@pytest.mark.parametrize("unsure", [(), (5,), (5, 9)])
def test_an_opinion_with_a_character_or_two_in_doubt_is_read(unsure: tuple[int, ...]) -> None:
    for span in spans(*unsure):
        assert span.misread == pytest.approx(len(unsure) / len(PROSE))
        assert sureness("comment", span) > 0.9


def test_an_opinion_with_a_tenth_in_doubt_is_not_read() -> None:
    for span in spans(2, 5, 9):
        assert sureness("comment", span) == DOUBTED


def test_marks_between_words_do_not_count() -> None:
    comma, stop = PROSE.index("，"), PROSE.index("。")
    for span in spans(comma, stop, 2, 3):
        assert span.misread == pytest.approx(2 / len(PROSE))


def test_one_character_in_doubt_spoils_a_name() -> None:
    for span in spans(5):
        assert sureness("employer", span) == DOUBTED


def test_a_contradicted_figure_of_a_date_is_read_but_proves_nothing() -> None:
    date, sure = (
        Flow([Ink(Word("2020年6月28日", Box(0, 0, 300, 30), 0.95, unsure=(Unsure(5, score, "8"),)))]).span(0, 10)
        for score in (0.45, 0.7)
    )
    assert sureness("issue_date", date) == UNPROVEN
    assert sureness("issue_date", sure) > 0.9
