"""Who reports under a report's heading, rows of a form whose rules were lost, and short texts in a column of texts."""

from __future__ import annotations

import pytest
from appraisal_fields import read, sure
from drawn_tables import Sheet

from models.geometry import Box

REPORT = "全年完成泵壳体工艺卡93份，设计镗孔夹具5套。"
OPINION = "全年工作表现优良，带动班组完成多项改善项目，受到车间好评。"


@pytest.mark.parametrize(
    "line",
    [
        "越州精工机械有限公司电气室周启航（电气工程师）",
        "越州精工机械有限公司周启航（电气工程师）",
        "——越州精工机械有限公司电气工程师周启航",
        "越州精工机械有限公司技术部电气工程师周启航",
    ],
)
def test_who_reports_under_the_heading(line: str) -> None:
    sheet = Sheet()
    sheet.text(500, 80, "2020年度个人述职报告")
    sheet.text(300, 160, line)
    sheet.text(100, 240, REPORT)
    sheet.text(900, 320, "述职人：周启航")
    page = sheet.page()
    assert sure(page, "employer") == ["越州精工机械有限公司"]
    assert sure(page, "position") == ["电气工程师"]
    assert all("周启航" not in said for said in sure(page, "comment"))


def _form(*, lost: bool) -> Sheet:
    sheet = Sheet()
    sheet.text(500, 80, "2020年度考核表")
    rows = [
        ["所在部门评议", OPINION],
        ["考核等次", "合格"],
        ["单位审核", "同意部门评议意见\n\n单位(公章) 2021年1月15日"],
    ]
    top = 300.0
    for row, height in zip(rows, (80, 80, 240), strict=True):
        top = sheet.table(100, top, [220, 1100], [row], pitch=height)
    if lost:
        sheet.cells = [Box(100, 300, 320, 700), Box(320, 300, 1420, 700)]
    return sheet


def test_rows_between_which_the_rules_were_lost() -> None:
    for lost in (False, True):
        found = read(_form(lost=lost).page())
        assert [f.value for f in found["comment"] if f.confidence >= 0.5] == [OPINION.replace("，", ",")]
        assert [f.value for f in found["result"]] == ["合格"]


def test_a_short_sentence_in_a_column_of_texts_is_one_of_them() -> None:
    sheet = Sheet()
    sheet.text(500, 80, "年度绩效考核表")
    head = ["序号", "目标", "实际完成情况", "评分"]
    rows = [["1", "项目推进", REPORT, "38"], ["2", "技术标准", "参与制定团体标准7项。", "19"]]
    sheet.table(100, 300, [100, 250, 900, 100], [head, *rows])
    assert sure(sheet.page(), "comment") == [REPORT.replace("，", ","), "参与制定团体标准7项。"]
