"""Lines with an unsure character, read twice."""

from __future__ import annotations

from functools import cache

import cv2
import numpy as np
import pytest

from extractors.ocr import networks
from extractors.ocr.recognition import Glyph, Line, Recogniser
from extractors.ocr.second_reading import AROUND, CONTRADICTED, agreed, read_twice
from tests.extractors.ocr.drawn_pages import Sheet


def line_of(text: str, *scores: float) -> Line:
    """`text` evenly set; its last characters score `scores`, those before 0.99."""
    full = [0.99] * (len(text) - len(scores)) + list(scores)
    return Line(tuple(Glyph(c, s, (i + 0.5) / len(text)) for i, (c, s) in enumerate(zip(text, full, strict=True))))


def test_what_both_readings_give_is_as_sure_as_the_surer_one() -> None:
    line = agreed(line_of("周启航", 0.6), line_of("周启航", 0.95))
    assert line.text == "周启航"
    assert line.scores == (0.99, 0.99, 0.95)


def test_a_contradicted_character_is_the_surer_one_and_doubtful() -> None:
    line = agreed(line_of("阎景行", 0.6, 0.9, 0.9), line_of("间景行", 0.9, 0.9, 0.9))
    assert line.text == "间景行"
    assert line.scores[0] == CONTRADICTED
    assert line.glyphs[0].others.startswith("阎")
    assert line.scores[1:] == (0.9, 0.9)


def test_the_first_reading_stands_where_both_are_as_sure() -> None:
    assert agreed(line_of("亓", 0.56), line_of("元", 0.58)).text == "亓"


def test_marks_that_are_no_letters_may_differ() -> None:
    line = agreed(line_of("完成，", 0.7), line_of("完成、", 0.6))
    assert (line.text, line.scores[2]) == ("完成，", 0.7)


def test_the_ring_of_numerals_is_the_same_in_both_its_forms() -> None:
    assert min(agreed(line_of("二〇一〇", 0.6), line_of("二○一○", 0.9)).scores) == 0.9


def test_a_character_that_one_reading_lacks_is_kept_and_doubtful() -> None:
    assert agreed(line_of("2021年月5日"), line_of("2021年7月5日")).text == "2021年7月5日"
    line = agreed(line_of("海浦恒拓电机"), line_of("海浦恒拓机"))
    assert line.text == "海浦恒拓电机"
    assert line.scores[4] == CONTRADICTED


def test_blanks_are_as_in_the_first_reading() -> None:
    line = agreed(line_of("ISSN9999", *[0.9] * 8), line_of("ISSX 9999", *[0.5] * 9))
    assert line.text == "ISSN9999"
    assert agreed(line_of("Li Na"), line_of("LiNa")).text == "Li Na"


def test_centres_keep_their_order() -> None:
    line = agreed(line_of("2021年月5日"), line_of("202年7月15日"))
    assert list(line.centres) == sorted(line.centres)


@cache
def recogniser() -> Recogniser:
    return Recogniser(networks.recognition())


@pytest.mark.ocr
def test_a_sure_line_is_not_read_again() -> None:
    line = line_of("姓名：周启航，", 0.3)
    assert read_twice(recogniser(), np.zeros((48, 300, 3), np.uint8), line) is line


@pytest.mark.ocr
def test_what_was_misread_is_contradicted_in_its_place() -> None:
    text = "绍兴上虞驿亭电气成套有限公司工程师"
    crop = Sheet(44 * len(text) + 30, 56).write(12, 2, text, 40, "song").image()
    read = recogniser().read(cv2.GaussianBlur(crop, (0, 0), 0.5).astype(np.uint8))
    assert read.text == text
    wrong = Line((read.glyphs[0]._replace(character="招", score=0.6), *read.glyphs[1:]))
    line = read_twice(recogniser(), crop, wrong)
    assert line.text == text
    assert line.scores[0] == CONTRADICTED
    assert line.glyphs[AROUND + 1 :] == wrong.glyphs[AROUND + 1 :]
    assert np.allclose(line.centres, read.centres, atol=0.02)
