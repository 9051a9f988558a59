"""Appraisals of other issuers' shapes: whose grade it is, years under headings, grades without a colon, doubtful words."""

import pytest
from appraisal_fields import OPINION, read, sure
from drawn_tables import Sheet

from extractors.kinds.annual_appraisal.headings import part_of
from models.geometry import Box


def form(*rows: tuple[str, str], title: str = "年度考核表(2021年度)") -> Sheet:
    """A ruled form; the second column's cells span x 400-1400, rows of 60 from y 200."""
    sheet = Sheet()
    sheet.text(500, 80, title)
    sheet.table(100, 200, [300, 1000], [("姓名", "周启航"), *rows])
    return sheet


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("单位核定等次", "result"),
        ("考核委员会审定等次", "result"),
        ("年度绩效等级", "result"),
        ("自评等级", "proposal"),
        ("部门评定等次", "proposal"),
        ("上级评价", "comment"),
        ("部门评议", "comment"),
        ("岗位等级", None),
        ("体检结果", None),
        ("不定等次", None),
        ("年度述职考核表", None),
    ],
)
def test_whose_grade_a_heading_announces(heading: str, part: str | None) -> None:
    assert part_of(heading) == part


def test_ones_own_grade_is_never_the_result() -> None:
    page = form(("自评等次", "优秀"), ("单位意见", "同意。")).page()
    assert sure(page, "result") == []
    page = form(("自评等次", "优秀"), ("部门评议", OPINION), ("单位核定等次", "合格")).page()
    assert sure(page, "result") == ["合格"]


def test_options_under_a_heading_of_no_list_where_no_other_choice_is() -> None:
    sheet = form(("履职评语栏", ""))
    x = 430.0
    for word in ("优秀", "合格", "基本合格", "不合格"):
        sheet.mark("checkbox", Box(x, 277, x + 26, 303), checked=word == "基本合格")
        x = sheet.text(x + 32, 275, word).x1 + 60
    assert sure(sheet.page(), "result") == ["基本合格"]


@pytest.mark.parametrize("text", ["墓本合格", "木合格", "暂合格"])
def test_an_unknown_longer_word_is_no_sure_result(text: str) -> None:
    assert sure(form(("考核等次", text)).page(), "result") == []


@pytest.mark.parametrize(
    ("text", "word"), [("B", "B"), ("良好", "良好"), ("不定等次", "不定等次"), ("A(A-优秀B-良好C-合格D-不合格)", "A")]
)
def test_grades_of_enterprises(text: str, word: str) -> None:
    assert sure(form(("考核等级", text)).page(), "result") == [word]


def test_circles_read_as_characters_of_which_some_went_unread() -> None:
    assert sure(form(("考核结论", "○优秀 ●合格 ○基本合格 ○不合格")).page(), "result") == ["合格"]
    assert sure(form(("考核结论", "优秀●合格 基本合格 ○不合格")).page(), "result") == []


def test_score_sheet_without_rules() -> None:
    sheet = Sheet()
    sheet.text(500, 80, "越州江南电气股份有限公司")
    sheet.text(500, 140, "2022年度员工绩效考核表")
    sheet.text(100, 200, "姓名：周启航")
    sheet.text(400, 200, "部门：研发中心")
    rows = [["考核指标", "完成情况", "得分"], ["项目进度", "按期完成", "92"], ["设计质量", "合格率98%", "90"]]
    sheet.table(100, 300, [300, 400, 200], [*rows, ["绩效等级", "良好", ""]], ruled=False)
    page = sheet.page()
    assert sure(page, "result") == ["良好"]
    assert sure(page, "name") == ["周启航"]
    assert sure(page, "employer") == ["越州江南电气股份有限公司"]
    assert "comment" not in read(page)


def test_score_bands_are_no_result() -> None:
    sheet = Sheet()
    sheet.text(500, 80, "2021年度绩效考核表")
    sheet.text(100, 200, "总分 92")
    sheet.text(100, 260, "注：90分以上优秀，75-89合格，60-74基本合格，60以下不合格。")
    assert "result" not in read(sheet.page())


def test_results_of_earlier_years_are_not_the_forms() -> None:
    rows = (("考核年度", "2021"), ("上两年度考核结果", "2019年：优秀 2020年：优秀"), ("本年度考核结果", "合格"))
    page = form(*rows, title="年度考核表").page()
    assert (sure(page, "year"), sure(page, "result")) == (["2021"], ["合格"])


def test_years_under_headings_of_their_own() -> None:
    sheet = Sheet()
    sheet.text(400, 80, "年度考核表(2020-2022年)")
    for i, (year, word) in enumerate([("2020", "合格"), ("2021", "优秀"), ("2022", "基本合格")]):
        sheet.text(100, 200 + 220 * i, f"{year}年度")
        sheet.text(100, 260 + 220 * i, OPINION)
        sheet.text(100, 320 + 220 * i, f"考核结果：{word}")
    found = read(sheet.page())
    assert [(f.value, f.row) for f in found["year"]] == [("2020", 0), ("2021", 1), ("2022", 2)]
    assert [(f.value, f.row) for f in found["result"]] == [("合格", 0), ("优秀", 1), ("基本合格", 2)]


def test_years_ticked_in_columns_of_results() -> None:
    rows = [
        ["年度", "工作单位", "岗位", "优秀", "合格", "基本合格", "不合格"],
        ["2020", "越州精工机械有限公司", "技术员", "", "√", "", ""],
        ["2021", "越州精工机械有限公司", "技术员", "", "", "√", ""],
    ]
    sheet = Sheet()
    sheet.table(60, 260, [120, 400, 160, 160, 160, 200, 160], rows)
    found = read(sheet.page())
    assert [f.value for f in found["year"]] == ["2020", "2021"]
    assert [f.value for f in found["result"]] == ["合格", "基本合格"]


def test_a_verdict_on_an_earlier_year_is_not_the_forms() -> None:
    page = form(("上年度考核结果", "优秀"), ("公司考核意见", "考核等次：合格")).page()
    assert sure(page, "result") == ["合格"]
    assert sure(form(("上年度考核结果", "优秀"), ("公司意见", "同意。")).page(), "result") == []
