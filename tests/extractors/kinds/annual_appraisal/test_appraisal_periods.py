"""Quarters and halves are no years; counts of votes, signers and the person's own part are not the employer's words."""

from __future__ import annotations

import pytest
from appraisal_fields import OPINION, read, sure
from drawn_tables import Sheet

from extractors.kinds.classify import classify
from extractors.layout.view import PageView
from models.geometry import Box
from models.page import Page

SAID = OPINION.replace("，", ",")


def _form(period: str, title: str = "员工绩效考核表") -> Page:
    sheet = Sheet()
    sheet.text(500, 80, title)
    rows = [["姓名", "周启航", "岗位", "技术员"], ["考核周期", period, "考核等次", "合格"]]
    sheet.table(100, 200, [200, 500, 200, 300], rows)
    return sheet.page()


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2022年", ["2022"]),
        ("2022年1月1日至2022年12月31日", ["2022"]),
        ("2022年3月1日至2022年12月31日", ["2022"]),
        ("2022年1月1日至2022年3月31日", []),
        ("2022年7月1日至2022年12月31日", []),
        ("2022年第三季度", []),
        ("2022年度第4季度", []),
        ("2022年上半年", []),
        ("2022年Q3", []),
        ("2022年3月", []),
    ],
)
def test_a_part_of_a_year_is_not_the_year(period: str, expected: list[str]) -> None:
    assert sure(_form(period), "year") == expected


@pytest.mark.parametrize("title", ["2022年第三季度员工绩效考核表", "员工考核表(2022年第一季度)", "2022年Q2绩效考核表"])
def test_the_heading_of_a_quarter_s_form_gives_no_year(title: str) -> None:
    assert sure(_form("", title), "year") == []


@pytest.mark.parametrize(
    "title", ["2022年度月度绩效考核表", "半年度绩效考核表", "季度考核表", "师德考核表", "年度考核工作方案"]
)
def test_forms_of_months_and_of_other_things_are_no_annual_ones(title: str) -> None:
    assert classify(PageView(_form("2022年", title))).kind == "other"


def test_counts_and_signers_are_nobody_s_words() -> None:
    sheet = Sheet()
    sheet.text(500, 80, "2021年度考核表")
    rows = [
        ["服务对象评议", "参加评议26人，其中：满意24人，基本满意2人，不满意0人。"],
        ["主管意见", OPINION],
        ["人力资源部门审核", "等次确定程序符合规定。审核人单丽君"],
    ]
    sheet.table(100, 200, [300, 1100], rows)
    assert sure(sheet.page(), "comment") == [SAID]


def test_headings_in_brackets_with_what_they_head() -> None:
    sheet = Sheet()
    for row, line in enumerate(["2021年度工作考评表", "姓名：周启航", "(领导评价)", OPINION, "(考评等级)优秀"]):
        sheet.text(100, 100 + 60 * row, line)
    page = sheet.page()
    assert (sure(page, "comment"), sure(page, "result")) == ([SAID], ["优秀"])


def test_what_each_virtue_s_row_tells() -> None:
    sheet = Sheet()
    sheet.text(500, 80, "2021年度人员考核表")
    told = ["熟悉国家标准和检测方法，完成检验48台。", "全年出勤248天，主动承担外出抽样任务。"]
    rows = [["姓名", "周启航"], ["项目", "本人年度工作情况"], ["能", told[0]], ["勤", told[1]]]
    sheet.table(100, 200, [120, 1200], rows)
    assert sure(sheet.page(), "comment") == [t.replace("，", ",") for t in told]


def test_the_person_s_part_is_no_employer_s_date() -> None:
    sheet = Sheet()
    sheet.text(500, 80, "2022年度人员考核表")
    rows = [["单位意见", "确定为合格等次。\n2023年1月9日(公章)"], ["被考核人意见", "同意。\n周启航 2023年1月11日"]]
    sheet.table(100, 200, [300, 1000], rows, pitch=120)
    sheet.mark("seal", Box(700, 200, 900, 310))
    assert sure(sheet.page(), "signed_on") == ["2023-01-09"]


def test_labels_in_one_tall_cell_beside_two_of_text() -> None:
    sheet = Sheet()
    sheet.text(500, 80, "技术人员年度工作考核表")
    rows = [["姓名 周启航", ""], ["主要工作业绩", "年初负责资料5套，获主机厂批准；年末组织攻关。"]]
    rows += [["科室评议", OPINION], ["厂考核组评定等次", "优秀"], ["厂部审核", "审核通过。2021年12月29日"]]
    top = 200.0
    for row in rows[1:]:
        top = sheet.table(100, top, [260, 1000], [row], pitch=120)
    sheet.cells = [Box(100, 200, 360, top), Box(360, 200, 1360, 320), Box(360, 320, 1360, top)]
    found = read(sheet.page())
    assert [f.value for f in found["result"]] == ["优秀"]
    assert SAID in [f.value for f in found["comment"]]


def _table(*rows: list[str], title: str = "2021年度考核表") -> Page:
    sheet = Sheet()
    sheet.text(500, 80, title)
    sheet.table(100, 200, [300, 1100], rows)
    return sheet.page()


def test_a_heading_once_more_in_its_cell_is_no_part_of_the_text() -> None:
    page = _table(
        ["考核意见", f"项目经理意见：\n{OPINION}"], ["考核结果", "考核等次：合格（先进、合格、基本合格、不合格）"]
    )
    assert (sure(page, "comment"), sure(page, "result")) == ([SAID], ["合格"])


def test_a_department_is_nobody_s_employer() -> None:
    page = _table(["姓名", "周启航"], ["所属单位", "研发二部"], title="越州泵业集团有限公司员工年度考核表")
    assert sure(page, "employer") == ["越州泵业集团有限公司"]
    assert sure(_table(["姓名", "周启航"], ["业务组织", "越州泵业集团有限公司"]), "employer") == [
        "越州泵业集团有限公司"
    ]


def test_what_a_system_has_noted_is_no_date_of_signing() -> None:
    sheet = Sheet()
    sheet.text(500, 80, "2021年度考核表")
    rows = [["环节", "办理人", "评价内容", "办理时间"], ["部门", "厉剑锋", OPINION, "2022-01-06"]]
    sheet.table(100, 200, [150, 150, 900, 200], rows)
    assert sure(sheet.page(), "signed_on") == []
    assert sure(sheet.page(), "comment") == [SAID]
    assert sure(_table(["单位意见", "同意。2022-01-06 16:20"]), "signed_on") == []
    assert sure(_table(["单位意见", "同意。(盖章)2022-01-06"]), "signed_on") == ["2022-01-06"]


def test_the_part_for_those_who_were_not_appraised_is_no_result() -> None:
    rows = [["单位意见", "经研究，确定为合格等次。"], ["未确定等次\n或\n不参加考核\n情况说明", ""]]
    sheet = Sheet()
    sheet.text(500, 80, "2021年度考核登记表")
    sheet.table(100, 200, [300, 1100], rows, pitch=160)
    assert sure(sheet.page(), "result") == ["合格"]


def test_what_a_superior_recommends_is_part_of_the_opinion() -> None:
    said = f"{OPINION}建议评为合格等次。"
    assert sure(_table(["主管领导评语", said], ["考核结果", "合格"]), "comment") == [said.replace("，", ",")]
