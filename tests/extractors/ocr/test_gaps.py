"""Ink that no character explains, on lines read by the real recogniser and then robbed of a character."""

from __future__ import annotations

from functools import cache

import pytest

from extractors.ocr import networks
from extractors.ocr.engine import Image
from extractors.ocr.gaps import find_gaps, is_zero
from extractors.ocr.recognition import Line, Recogniser
from tests.extractors.ocr.drawn_pages import Sheet

pytestmark = pytest.mark.ocr
LINES = (
    "二〇一五年六月三十日",
    "浙江省专业技术人员继续教育",
    "姓名：周启航",
    "证书编号：990011201405000123",
    "职 称：助 理 工 程 师",
)


@cache
def recogniser() -> Recogniser:
    return Recogniser(networks.recognition())


def line_image(text: str, font: str) -> Image:
    return Sheet(44 * len(text) + 30, 56).write(12, 2, text, 40, font).image()


@pytest.mark.parametrize("font", ["kai", "song", "bold"])
@pytest.mark.parametrize("text", LINES)
def test_whole_lines_have_no_gaps(text: str, font: str) -> None:
    image = line_image(text, font)
    line = recogniser().read(image)
    assert len(line.text.replace(" ", "")) == len(text.replace(" ", ""))
    assert find_gaps(image, line) == []


@pytest.mark.parametrize("lost", [0, 1, 4, 9])
def test_a_lost_character_leaves_a_gap_where_it_stood(lost: int) -> None:
    image = line_image(LINES[0], "song")
    line = recogniser().read(image)
    assert len(line.text) == len(LINES[0])
    poorer = Line(line.glyphs[:lost] + line.glyphs[lost + 1 :])
    (gap,) = find_gaps(image, poorer)
    assert gap.start < line.centres[lost] < gap.end


def test_a_checkbox_is_no_lost_character() -> None:
    image = Sheet(400, 56).write(12, 2, "□合格", 40).image()
    line = recogniser().read(image)
    at = line.text.index("合格")
    bare = Line(line.glyphs[at : at + 2])
    assert find_gaps(image, bare) == []


@pytest.mark.parametrize(
    ("text", "zero"), [("一九九〇年", True), ("一九九口年", False), ("一九九四年", False), ("一九九日年", False)]
)
def test_only_a_round_ring_is_taken_for_a_zero(text: str, zero: bool) -> None:
    image = line_image(text, "kai")
    whole = recogniser().read(line_image("一九九四年", "kai"))
    poorer = Line(whole.glyphs[:3] + whole.glyphs[4:])
    (gap,) = find_gaps(image, poorer) or (None,)
    assert (gap is not None and is_zero(image, gap)) == zero
