"""The default engine on drawn pages, one difficulty a test."""

from __future__ import annotations

import re

import cv2
import numpy as np
import pytest

from extractors.ocr.engine import OcrEngine
from extractors.ocr.ink import unread
from tests.extractors.ocr.drawn_pages import Sheet, scanned, text_of

pytestmark = pytest.mark.ocr
RED = (200, 20, 30)


@pytest.mark.parametrize("ink", [(215, 30, 40), (150, 10, 20), (40, 60, 180), (130, 40, 150)], ids=str)
@pytest.mark.parametrize("rough", [False, True])
def test_date_and_name_under_a_seal_are_read_whole(engine: OcrEngine, ink: tuple[int, int, int], rough: bool) -> None:
    sheet = Sheet().write(150, 200, "证书编号：990011201405000123").write(600, 500, "越州理工大学", 46)
    page = sheet.write(580, 580, "二〇一五年六月三十日", 42).stamp(720, 550, ink=ink).image()
    words = engine.read(scanned(page) if rough else page)
    assert "越州理工大学" in text_of(words)
    assert "二〇一五年六月三十日" in text_of(words)
    (date,) = [word for word in words if "三十日" in word.text]
    assert date.seal_cover > 0.25
    (number,) = [word for word in words if "990011201405000123" in word.text]
    assert number.seal_cover == 0


def test_date_under_a_grey_seal_is_right_doubtful_or_no_date(engine: OcrEngine) -> None:
    page = Sheet().write(580, 580, "二〇一五年六月三十日", 42).stamp(720, 550).image()
    grey = np.asarray(cv2.cvtColor(cv2.cvtColor(page, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR), np.uint8)
    words = [word for word in engine.read(grey) if "日" in word.text]
    assert words
    for word in words:
        if re.fullmatch("[〇一二三四五六七八九]+年.*", text_of([word])):
            assert word.doubtful or text_of([word]) == "二〇一五年六月三十日"


@pytest.mark.parametrize("colour", [RED, (240, 150, 150), (140, 20, 20)], ids=["red", "faded", "dark"])
def test_red_print_stays(engine: OcrEngine, colour: tuple[int, int, int]) -> None:
    sheet = Sheet().write(380, 80, "荣 誉 证 书", 90, "bold", colour).write(150, 300, "周启航同志：", 46)
    page = sheet.write(150, 600, "证书编号：").write(360, 600, "2021-0123", ink=colour).stamp(900, 600).image()
    words = engine.read(page)
    assert "荣誉证书" in text_of(words).replace(" ", "")
    assert "2021-0123" in text_of(words)
    assert all(word.seal_cover == 0 for word in words if "2021-0123" in word.text)


@pytest.mark.parametrize("font", ["kai", "song", "bold"])
@pytest.mark.parametrize("text", ["九月至二〇一四年六月在本校机械设计专业", "自二○○八年九月起任助理工程师职务"])
def test_zeros_of_chinese_numerals_are_not_passed_over(engine: OcrEngine, font: str, text: str) -> None:
    page = Sheet(height=400).write(100, 150, text, 46, font).image()
    for image in (page, scanned(page, 0.0)):
        words = engine.read(image)
        assert text_of(words) == text.translate(str.maketrans("○", "〇")) or any(word.doubtful for word in words)


def test_kai_lines_are_not_lost(engine: OcrEngine) -> None:
    lines = ["学生周启航，性别男，一九九二年八月十五日生", "在本校机械设计制造及其自动化专业四年制本科学习"]
    lines += ["修完教学计划规定的全部课程，成绩合格，准予毕业", "校长：陈明远", "越州理工大学"]
    sheet = Sheet(1500, 800)
    for index, line in enumerate(lines):
        sheet.write(150, 100 + 120 * index, line, 52, "kai")
    read = text_of(engine.read(sheet.image()))
    assert read.split("\n") == [line.replace("，", ",").replace("：", ":") for line in lines]


def test_columns_and_cells(engine: OcrEngine) -> None:
    sheet = Sheet().rule(100, 100, 180, 700).rule(180, 100, 1000, 700).write_down(120, 180, "单位考核意见", pitch=60)
    words = engine.read(sheet.write(220, 150, "该同志工作认真负责").write(800, 600, "7", 36).image())
    (column,) = [word for word in words if word.text == "单位考核意见"]
    assert column.vertical
    assert len(column.edges) == len(column.text) + 1
    assert list(column.edges) == sorted(column.edges)
    assert column.edges[0] < 200 < column.edges[1] + 60
    assert "7" in [word.text for word in words]


def test_edges_lead_from_characters_to_places(engine: OcrEngine) -> None:
    (word,) = engine.read(Sheet(height=300).write(200, 100, "姓名：周启航", 40).image())
    assert word.text.endswith("周启航")
    start = word.edges[len(word.text) - 3]
    assert start == pytest.approx(200 + 3 * 40, abs=12)
    assert word.edges[-1] == pytest.approx(200 + 6 * 40, abs=14)


@pytest.mark.parametrize("factor", [0.35, 3.0])
def test_sizes(engine: OcrEngine, factor: float) -> None:
    page = Sheet().write(150, 200, "浙江省专业技术人员继续教育", 50).write(150, 400, "总学时 96", 44).image()
    words = engine.read(
        np.asarray(cv2.resize(page, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA), np.uint8)
    )
    assert "浙江省专业技术人员继续教育" in text_of(words)
    assert "96" in text_of(words)


def test_faint_text(engine: OcrEngine) -> None:
    page = scanned(Sheet().write(150, 200, "考核结果：合格", 40, ink=(165, 165, 165)).image())
    assert "考核结果:合格" in text_of(engine.read(page))


@pytest.mark.parametrize("shape", [(3, 3), (900, 700), (40, 3000)])
def test_bare_paper_has_no_words(engine: OcrEngine, shape: tuple[int, int]) -> None:
    assert engine.read(np.full((*shape, 3), 255, np.uint8)) == []


def test_ink_that_no_word_explains_is_reported(engine: OcrEngine) -> None:
    page = Sheet().write(150, 200, "考核结果：优秀").write(150, 400, "负责人签名").stamp(900, 500).image()
    words = engine.read(page)
    assert unread(page, words) == []
    (box,) = unread(page, [word for word in words if "签名" not in word.text])
    assert box.contains(250, 425)
