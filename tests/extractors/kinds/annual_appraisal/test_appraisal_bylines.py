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


def test_opinions_in_the_table_of_an_approval() -> None:
    sheet = Sheet()
    sheet.text(500, 80, "年度绩效考核审批")
    head = ["节点", "处理人", "审批意见", "操作时间"]
    rows = [["部门主管", "韩学军", OPINION, "2023-01-09"], ["总经理", "方振邦", "同意", "2023-01-12"]]
    sheet.table(100, 300, [150, 150, 900, 200], [head, *rows])
    assert sure(sheet.page(), "comment") == [OPINION.replace("，", ",")]


def test_numbered_entries_beside_texts_without_rules() -> None:
    sheet = Sheet()
    sheet.text(500, 80, "年度绩效考核报告(2020)")
    rows = [["目标", "完成情况", "评分"], ["O1", REPORT, "38"], ["O2", "参与制定团体标准7项。", "19"]]
    sheet.table(100, 300, [100, 1000, 100], rows)
    texts = {4, 7}
    page = sheet.page(without_cells=tuple(texts))
    assert sure(page, "comment") == [REPORT.replace("，", ","), "参与制定团体标准7项。"]


def test_the_unit_of_unit_and_department() -> None:
    sheet = Sheet()
    sheet.text(500, 80, "2020年度考核表")
    rows = [["姓名", "周启航"], ["单位(部门)", "越州水电建设集团有限公司 机电安装分公司"]]
    sheet.table(100, 300, [220, 1000], rows)
    assert sure(sheet.page(), "employer") == ["越州水电建设集团有限公司"]


def test_a_post_behind_a_label_that_could_not_be_read() -> None:
    for label, post, wanted in (
        ("位明)务", "机电工程师", ["机电工程师"]),
        ("位明)务", "工程师", []),
        ("职称", "机电工程师", []),
    ):
        sheet = Sheet()
        sheet.text(500, 80, "2020年度考核表")
        sheet.table(100, 300, [150, 300, 150, 300], [["姓名", "周启航", label, post]])
        assert sure(sheet.page(), "position") == wanted


def test_the_employer_s_date_where_the_seal_reaches_into_the_person_s_row() -> None:
    sheet = Sheet()
    sheet.text(500, 80, "2020年度考核表")
    rows = [["单位意见", "确定为优秀等次。(盖章)2021年1月23日"], ["本人意见", "同意。签名:周启航 2021年1月26日"]]
    sheet.table(100, 300, [200, 900], rows)
    word = sheet.words[-1].box
    sheet.mark("seal", Box(word.x1 - 150, 200, word.x1 + 30, word.y0 + 10))
    assert sure(sheet.page(), "signed_on") == ["2021-01-23"]


def test_the_lines_of_one_heading_in_a_tall_cell_stay_together() -> None:
    sheet = Sheet()
    sheet.text(500, 80, "2020年度考核表")
    rows = [["考核\n单位\n意见", f"{OPINION}\n经集体研究,该同志年度考核等次定为合格。\n2021年1月9日(公章)"]]
    sheet.table(100, 300, [150, 1200], rows, pitch=330)
    page = sheet.page()
    assert (sure(page, "comment"), sure(page, "result")) == ([OPINION.replace("，", ",")], ["合格"])
