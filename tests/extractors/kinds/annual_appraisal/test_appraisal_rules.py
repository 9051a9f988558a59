"""Appraisals: texts by columns, ticked totals, years in one sentence, grades of something else, labels misread."""

import pytest
from appraisal_fields import read, sure
from drawn_tables import Sheet

from extractors.kinds.annual_appraisal.headings import part_of
from extractors.text import simplified, squash
from models.geometry import Box

DONE = "完成图样标准化审查370张，修订企业标准4项。"
TRIED = "组织型式试验6次，全部通过第三方检测。"


def _sheet() -> Sheet:
    sheet = Sheet()
    sheet.text(500, 80, "2021年度专业技术人员考核表")
    return sheet


def test_texts_in_a_column_are_prose_each() -> None:
    sheet = _sheet()
    rows = [["起止时间", "工作完成情况", "本人作用"], ["2021.01", DONE, "主持"], ["2021.05", TRIED, "参加"]]
    sheet.table(100, 200, [400, 1100, 1400], rows)
    assert sorted(sure(sheet.page(), "comment")) == sorted(text.replace("，", ",") for text in (DONE, TRIED))


def test_total_ticked_in_the_column_of_a_result() -> None:
    sheet = _sheet()
    rows = [["项目", "优秀", "合格", "不合格"], ["德", "√", "", ""], ["能", "√", "", ""], ["总评", "", "√", ""]]
    sheet.table(100, 200, [400, 700, 1000, 1300], rows)
    assert sure(sheet.page(), "result") == ["合格"]


def test_years_told_one_after_the_other_in_a_sentence() -> None:
    sheet = Sheet()
    sheet.text(600, 80, "年度考核证明")
    sheet.text(100, 200, "周启航，男，系我公司工艺工程师。根据人事档案记载，该同志2020年度考核")
    sheet.text(100, 250, "结果为合格，2021年度考核结果为优秀，2022年度考核结果为合格。")
    page = sheet.page()
    assert (sure(page, "year"), sure(page, "result")) == (["2020", "2021", "2022"], ["合格", "优秀", "合格"])


def test_result_beside_a_label_that_was_misread_is_for_a_person() -> None:
    sheet = _sheet()
    sheet.table(100, 200, [400, 1100], [["孝茂", "合格"]])
    found = read(sheet.page())["result"]
    assert [(field.value, field.confidence < 0.5) for field in found] == [("合格", True)]


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("师德考核结果", "other"),
        ("平时考核等次", "other"),
        ("本人考核等级", "result"),
        ("【自我总结】", "report"),
        ("审批轨迹", "other"),
        ("二、存在的主要问题和努力方向", "report"),
    ],
)
def test_what_headings_open(heading: str, part: str) -> None:
    assert part_of(simplified(squash(heading))) == part


def test_a_ring_round_a_word_that_was_not_read_is_not_for_the_word_beside_it() -> None:
    sheet = _sheet()
    sheet.table(100, 200, [300, 900], [["姓名", "周启航"], ["考核结果", ""]])
    box = sheet.text(430, 270, "优秀")
    assert sure(sheet.page(), "result") == ["优秀"]
    gone = Box(box.x1 + 60, box.y0, box.x1 + 60 + box.width, box.y1)
    sheet.mark("ring", gone.grown(8), checked=True)
    assert sure(sheet.page(), "result") == []


@pytest.mark.parametrize(
    ("verdict", "expected"), [("优秀", ["优秀"]), ("", []), ("忧禾", []), ("基本合格", ["基本合格"])]
)
def test_a_proposal_is_no_result_where_the_verdict_was_not_read(verdict: str, expected: list[str]) -> None:
    sheet = _sheet()
    sheet.text(100, 200, "主管领导评语：工作认真，完成了年初签订的目标。")
    sheet.text(100, 260, "建议等次：合格。")
    sheet.text(100, 400, f"经综合评议，确定该同志本年度考核等次为：{verdict}。")
    assert sure(sheet.page(), "result") == expected
