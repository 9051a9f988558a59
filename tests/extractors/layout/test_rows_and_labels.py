"""Rows, columns, flows, labels and the values beside them."""

from __future__ import annotations

from dataclasses import replace
from math import radians, tan

import pytest

from extractors.layout.flow import Flow, Ink
from extractors.layout.lines import gutter, text_lines
from extractors.layout.neighbours import LabelledPage
from extractors.layout.overprint import without_overprint
from extractors.layout.stacked import join_stacked
from extractors.layout.view import PageView
from extractors.layout.vocabulary import Vocabulary
from models.geometry import Box
from models.page import Page, Word

WORDS = Vocabulary.of(
    {
        "name": ["姓名"],
        "gender": ["性别"],
        "employer": ["工作单位"],
        "obtained_on": ["取得资格时间"],
        "_president": ["校(院)长"],
        "school": ["校名", "学校"],
    }
)


def run(text: str, x: float, y: float, height: float = 30.0, confidence: float = 0.99) -> Word:
    width = sum(height if ord(c) > 0x2E7F else 0.55 * height for c in text)
    return Word(text, Box(x, y, x + width, y + height), confidence)


def labelled(*words: Word, cells: tuple[Box, ...] = ()) -> LabelledPage:
    return LabelledPage(PageView(Page(1, (1600, 1100), (1600, 1100), "ocr", words, cells)), WORDS)


def texts(page: LabelledPage, name: str) -> list[str]:
    return [value.text for value in page.find(name)]


@pytest.mark.parametrize("degrees", [-2.0, -0.5, 0.0, 0.5, 2.0])
def test_rows_of_a_page_that_lies_askew(degrees: float) -> None:
    slope = tan(radians(degrees))
    inks = [
        Ink(run(f"第{row}行{column}", x, 100 + 48 * row + slope * x))
        for row in range(8)
        for column, x in enumerate((100, 700, 1300))
    ]
    lines = text_lines(list(reversed(inks)))
    assert [line.text for line in lines] == [f"第{row}行0第{row}行1第{row}行2" for row in range(8)]


def test_halves_are_parted_but_not_labels_from_values() -> None:
    left = [Ink(run(t, 100, y)) for t, y in (("普通高等学校", 300), ("毕业证书", 420), ("证书编号", 800))]
    right = [Ink(run("于二〇一〇年九月在本校学习", 900, y)) for y in (100, 170, 240, 355, 610)]
    assert gutter([*left, *right], Box(0, 0, 1600, 1100)) is not None
    names = [Ink(run("姓名", 150, y)) for y in range(100, 800, 100)]
    values = [Ink(run("周启航", 900, y)) for y in range(100, 800, 100)]
    assert gutter([*names, *values], Box(0, 0, 1600, 1100)) is None


def test_span_leads_back_to_page_and_raw_text() -> None:
    edges = (100.0, 130.0, 160.0, 175.0, 210.0, 240.0, 270.0)
    flow = Flow([Ink(Word("姓 名：周启"[0:6], Box(100, 50, 270, 80), 0.9, edges)), Ink(run("航", 300, 50))])
    at = flow.text.index("周启航")
    span = flow.span(at, at + 3)
    assert (span.text, span.raw) == ("周启航", "周启 航")
    assert span.box == Box(210.0, 50, 330.0, 80)
    assert span.confidence == pytest.approx((0.9 * 2 + 0.99) / 6 + 0.45)


def test_flow_matches_traditional_wording_and_keeps_print() -> None:
    flow = Flow([Ink(run("畢業證書", 0, 0))])
    assert (flow.text, flow.plain) == ("毕业证书", "畢業證書")


def test_hole_between_words_of_one_value() -> None:
    flow = Flow([Ink(run("99003", 100, 100)), Ink(run("001234", 300, 100)), Ink(run("五", 405, 100))])
    assert flow.has_hole(0, 8)
    assert not flow.has_hole(5, 12)


def test_several_labels_and_values_in_one_word() -> None:
    page = labelled(run("姓名周启航性别男工作单位：越州精工", 100, 100))
    assert [texts(page, n)[0] for n in ("name", "gender", "employer")] == ["周启航", "男", "越州精工"]


def test_value_right_of_label_stops_at_the_next_label() -> None:
    page = labelled(run("姓　名", 100, 100), run("周启航", 260, 102), run("性别", 600, 98), run("男", 700, 100))
    assert texts(page, "name")[0] == "周启航"
    assert texts(page, "gender")[0] == "男"


def test_label_with_one_misread_character() -> None:
    page = labelled(run("取得资洛时间：2016年12月28日", 100, 100))
    assert texts(page, "obtained_on")[0] == "2016年12月28日"


def test_label_with_colon_wins_over_one_inside_a_value() -> None:
    page = labelled(run("校名：越州理工大学校（院）长：吴远山", 100, 100))
    assert texts(page, "school")[0] == "越州理工大学"


def test_value_in_the_next_cell_over_two_rows() -> None:
    cells = (Box(90, 90, 300, 190), Box(300, 90, 800, 190), Box(800, 90, 1000, 190), Box(1000, 90, 1200, 190))
    page = labelled(
        run("工作", 150, 100),
        run("单位", 150, 145),
        run("越州精工机械", 320, 100),
        run("有限公司", 320, 145),
        run("性别", 820, 120),
        run("男", 1020, 120),
        cells=cells,
    )
    assert texts(page, "employer")[0] == "越州精工机械有限公司"
    assert texts(page, "gender")[0] == "男"


def test_header_above_its_value() -> None:
    page = labelled(run("姓名", 100, 100), run("性别", 400, 100), run("周启航", 90, 160), run("男", 410, 160))
    assert texts(page, "name")[0] == "周启航"
    assert texts(page, "gender")[0] == "男"


def test_value_that_runs_on_into_the_next_row() -> None:
    page = labelled(run("工作单位", 100, 100), run("绍兴市上虞区人力资源和社会", 300, 100), run("保障局", 300, 145))
    assert texts(page, "employer")[0] == "绍兴市上虞区人力资源和社会保障局"


def test_stacked_characters_become_a_vertical_word() -> None:
    words = [run("姓", 100, 100), run("名", 100, 150), run("周启航", 300, 120)]
    joined = join_stacked(words, (Box(90, 90, 140, 190),))
    assert sorted((w.text, w.vertical) for w in joined) == [("周启航", False), ("姓名", True)]


def test_labels_spaced_wide_in_a_frame_stay_on_their_rows() -> None:
    words = [run("姓", 600, 100), run("名", 690, 100), run("学", 600, 180), run("制", 690, 180)]
    joined = join_stacked(words, (Box(50, 50, 1200, 900),))
    assert not any(w.vertical for w in joined)


@pytest.mark.parametrize(("text", "confidence", "height", "kept"), [
    ("业", 0.99, 26.0, True),
    ("业", 0.6, 26.0, False),
    ("业", 0.99, 80.0, False),
    ("K", 0.99, 26.0, False),
])  # fmt: skip
def test_a_clear_character_in_coloured_print_is_no_ink_of_a_seal(
    text: str, confidence: float, height: float, kept: bool
) -> None:
    single = replace(run(text, 100, 100, height, confidence), seal_cover=0.95)
    words = [single, *(run("培养层次", 300, 100 + 60 * row) for row in range(4))]
    assert (single in without_overprint(words)) is kept


def test_a_gloss_or_a_seal_behind_a_label_belongs_to_it() -> None:
    found = labelled(run("姓名Name：周启航", 100, 100), run("工作单位（盖章）：越州精工有限公司", 100, 160))
    assert texts(found, "name")[:1] == ["周启航"]
    assert texts(found, "employer")[:1] == ["越州精工有限公司"]
