"""Appraisals in brackets, in prose, in columns: what is chosen, what is told of the year, and what is only explained."""

import pytest
from appraisal_fields import OPINION, read, sure
from drawn_tables import Sheet

from extractors.kinds.annual_appraisal.headings import part_of
from models.geometry import Box
from models.page import Page


def form(*rows: tuple[str, str]) -> Page:
    sheet = Sheet()
    sheet.text(500, 80, "年度考核表(2021年度)")
    sheet.table(100, 200, [300, 1000], [("姓名", "周启航"), *rows])
    return sheet.page()


@pytest.mark.parametrize(
    ("options", "result"),
    [
        ("（ ）优秀（√）合格（ ）基本合格（ ）不合格", ["合格"]),
        ("（ ）优秀（ ）合格（ ）基本合格（√）不合格", ["不合格"]),
        ("优秀（ ）合格（ ）基本合格（ ）不合格（√）", ["不合格"]),
        ("优秀（√）合格（ ）基本合格（ ）不合格（ ）", ["优秀"]),
        ("（ ）优秀（ ）合格（ ）基本合格（ ）不合格", []),
        ("（√）优秀（√）合格（ ）基本合格（ ）不合格", []),
    ],
)
def test_ticks_in_brackets_before_and_behind_the_words(options: str, result: list[str]) -> None:
    assert sure(form(("考核结果", options)), "result") == result


def test_a_list_behind_a_label_in_the_opinion_is_no_verdict_for_its_first_word() -> None:
    page = form(("部门意见", OPINION), ("单位意见", "考核等次：优秀□称职□基本称职□不称职□"))
    assert sure(page, "result") == []


@pytest.mark.parametrize("result", ["合格", "基本合格", "不合格"])
def test_a_verdict_behind_a_colon(result: str) -> None:
    assert sure(form(("学校考核意见", f"经考核委员会评议，同意确定为：{result}")), "result") == [result]


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("学校考核意见", "final"),
        ("履行岗位职责情况", "report"),
        ("2021年度个人述职报告", "report"),
        ("部门意见", "comment"),
    ],
)
def test_what_a_heading_opens(heading: str, part: str) -> None:
    assert part_of(heading) == part


def test_what_explains_the_grades_is_neither_result_nor_report() -> None:
    sheet = Sheet()
    sheet.text(400, 80, "绩效考核表（2020年度）")
    sheet.text(100, 150, "评分标准：90分以上为优秀；75~89分为合格；60~74分为基本合格；60分以下为不合格。")
    sheet.table(100, 260, [300, 1000], [("姓名", "周启航"), ("上级评价", OPINION), ("考核等级", "不合格")])
    page = sheet.page()
    assert sure(page, "result") == ["不合格"]
    assert sure(page, "year") == ["2020"]
    assert len(read(page)["comment"]) == 1


def test_a_period_is_the_year_and_never_the_day_of_signing() -> None:
    sheet = Sheet()
    sheet.text(100, 80, "员工绩效考核表 考核周期：2021年1月1日一12月31日")
    sheet.table(100, 200, [300, 1000], [("姓名", "周启航"), ("考核等级", "合格")])
    page = sheet.page()
    assert sure(page, "year") == ["2021"]
    assert "signed_on" not in read(page)


def test_the_place_of_a_seal_names_the_employer() -> None:
    sheet = Sheet()
    sheet.text(400, 80, "年度考核表(2021年度)")
    sheet.text(100, 150, "单位（盖章）：越州精工机械有限公司")
    sheet.table(100, 260, [300, 1000], [("姓名", "周启航"), ("考核结果", "合格")])
    assert sure(sheet.page(), "employer") == ["越州精工机械有限公司"]


def _row_of_options(first_seen: bool) -> Page:
    sheet = Sheet()
    sheet.text(500, 80, "年度考核表(2021年度)")
    sheet.text(100, 200, "三、评定等次")
    x = 140.0
    for at, word in enumerate(("优秀", "合格", "基本合格", "不合格")):
        if at or first_seen:
            sheet.mark("checkbox", Box(x, 301, x + 26, 327), checked=word == "合格")
        x = sheet.text(x + 44, 300, word).x1 + 60
    return sheet.page()


def test_the_box_before_the_first_word_may_stand_left_of_all_letters() -> None:
    assert sure(_row_of_options(first_seen=True), "result") == ["合格"]


def test_boxes_between_the_words_alone_may_belong_to_either_side() -> None:
    assert sure(_row_of_options(first_seen=False), "result") == []


def test_every_superior_s_words_count_but_formalities_are_none() -> None:
    other = "作风严谨，勇于创新，在技术攻关中发挥了骨干作用。"
    said = sure(
        form(("部门意见", OPINION), ("单位意见", other), ("主管部门意见", "考核程序规范，结果属实。")), "comment"
    )
    assert sorted(said) == sorted([OPINION.replace("，", ","), other.replace("，", ",")])
