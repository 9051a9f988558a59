"""Appraisals as a committee's letter, a sheet of questions, a list of persons, and a form on two facing pages."""

import pytest
from appraisal_fields import OPINION, read, sure
from drawn_tables import Sheet
from drawn_words import page

from extractors.kinds.annual_appraisal.headings import part_of
from extractors.kinds.classify import classify
from extractors.kinds.exceptional_promotion_form import ExceptionalPromotionForm
from extractors.layout.view import PageView

LETTER = """^^2021年度工作考核意见书
周启航同志在我公司担任工装设计师，本年度完成夹具设计16套，更换密封结构后返修率下降2.2%。

善于学习新工具，编写的模板已在组内推广，值得肯定。

公司考核委员会于2021年12月23日召开会议，对周启航（岗位：工装设计
师）的考核等次评议为“优秀”，现予确认。


越州精工机械有限公司
2021年12月{day}日
"""


def test_a_committees_letter() -> None:
    found = read(page(LETTER.format(day=29)))
    assert [(f.value, f.confidence >= 0.5) for f in found["result"]] == [("优秀", True)]
    assert [f.value for f in found["position"]] == ["工装设计师"]
    assert [(f.value, f.confidence >= 0.5) for f in found["signed_on"]] == [("2021-12-29", True)]


def test_nobody_signs_before_the_day_of_what_is_told() -> None:
    found = read(page(LETTER.format(day=2)))["signed_on"]
    assert found
    assert all(f.confidence < 0.5 for f in found)


def test_a_sheet_of_questions() -> None:
    sheet = Sheet()
    lines = [
        "工程师年度回顾与评定",
        "员工周启航|职位工装设计师|评定主管郑岚",
        "Q1今年最重要的工作成果是什么?",
        "完成夹具设计16套，返修率下降2.2%，获实用新型专利3件。",
        "Q2哪些方面还可以做得更好?",
        "仿真能力仍有差距，计划明年参加2次外部培训。",
        "Q3主管反馈",
        OPINION,
        "评定结果：合格",
    ]
    for row, line in enumerate(lines):
        sheet.text(120, 80 + 60 * row, line)
    found = read(sheet.page())
    assert [len(found["comment"]), sure(sheet.page(), "name"), sure(sheet.page(), "position")] == [
        3,
        ["周启航"],
        ["工装设计师"],
    ]
    assert sure(sheet.page(), "result") == ["合格"]


def test_a_column_of_persons() -> None:
    sheet = Sheet()
    sheet.text(500, 80, "2022年度考核结果一览")
    rows = [["编号", "人员", "职务", "结果"], ["1", "周启航", "工艺员", "合格"], ["2", "郑岚", "检验员", "优秀"]]
    sheet.table(60, 200, [120, 260, 260, 200], rows)
    assert sure(sheet.page(), "name") == ["周启航", "郑岚"]
    assert sure(sheet.page(), "result") == ["合格", "优秀"]


@pytest.mark.parametrize("post", ["试验工程师周启航", "周启航 试验工程师"])
def test_the_post_under_a_reports_heading(post: str) -> None:
    sheet = Sheet()
    for row, line in enumerate(["2021年个人述职报告", post, "全年完成试验90小时，排除故障70项。", "述职人：周启航"]):
        sheet.text(120, 80 + 60 * row, line)
    assert sure(sheet.page(), "position") == ["试验工程师"]


def test_an_opinion_beside_the_table_on_the_facing_page() -> None:
    sheet = Sheet(size=20)
    sheet.text(200, 60, "2022年度考核表")
    sheet.table(
        60, 120, [100, 200, 100, 200], [["姓名", "周启航", "岗位", "工艺员"], ["单位", "越州机械厂", "部门", "技术科"]]
    )
    for at, line in zip((260, 300, 340, 380), ("本年度工作小结", *["完成夹具设计16套，获专利3件。"] * 3), strict=True):
        sheet.text(60, at, line)
    first = "工作有思路，能抓住关键问题，完成任务质量高。"
    for at, line in zip(
        (100, 140, 260, 300, 400), ("班组意见", first, "部门意见", OPINION, "考核结果：合格"), strict=True
    ):
        sheet.text(800, at, line)
    comments = [f.value for f in read(sheet.page())["comment"] if "self_report" not in f.notes]
    assert sorted(comments) == sorted(t.replace("，", ",") for t in (first, OPINION))


def test_a_sentence_in_large_letters_is_no_heading() -> None:
    letter = page(
        "^^^聘任书\n\n^^聘周启航同志任助理工程师，聘用时间二年。\n\n^^聘用期间接受年度考核。\n\n>2017年8月29日"
    )
    assert classify(PageView(letter)).kind == "appointment_letter"


def test_a_question_is_a_heading() -> None:
    assert [part_of(t) for t in ("Q2哪些方面还可以做得更好?", "问题三、主管有何建议?", "做得如何?")] == [
        "report",
        "comment",
        None,
    ]


def test_reasons_numbered_further_than_read_are_doubtful() -> None:
    told = "破格推荐表\n破格推荐理由：一、符合破格A类（1）：论文3篇；\n二、符合破格A类（5）：先进工作者；\n{}四、符合破格A类（7）：业绩。"
    whole, torn = (
        [f for f in ExceptionalPromotionForm().extract([PageView(page(told.format(third)))]) if f.name == "items"]
        for third in ("三、符合破格A类（6）：满二十一年；\n", "")
    )
    assert [(f.value, f.confidence >= 0.5) for f in whole] == [("A1;A5;A6;A7", True)]
    assert [(f.value, f.confidence >= 0.5) for f in torn] == [("A1;A5;A7", False)]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("年度述职评议表", "annual_appraisal"),
        ("年终工作评定书", "annual_appraisal"),
        ("历年考核情况证明", "annual_appraisal"),
        ("越级申报审批表", "exceptional_promotion_form"),
        ("继续教育验证单", "training_hour_card"),
        ("职工养老保险历年缴费表", "social_insurance_record"),
        ("立功证书", "award_certificate"),
        ("职务任命通知", "appointment_letter"),
        ("供应商评审说明", "other"),
    ],
)
def test_kinds_by_a_heading_alone(heading: str, kind: str) -> None:
    told = page(f"^^^{heading}\n\n姓名 | 周启航\n单位 | 越州精工机械有限公司\n说明文字在此处写上几行作为正文内容")
    assert classify(PageView(told)).kind == kind


@pytest.mark.parametrize(
    "heads",
    [["年度", "所在部门", "现从事岗位", "绩效等级"], ["考核期间", "部门", "岗位/职务", "评定等级"]],
)
def test_years_under_heads_worded_as_a_forms_labels(heads: list[str]) -> None:
    sheet = Sheet()
    sheet.text(400, 80, "近三年年度考核情况表")
    rows = [["2020", "技术科", "工艺员", "合格"], ["2021", "技术科", "工艺员", "优秀"]]
    sheet.table(60, 200, [200, 200, 260, 200], [heads, *rows])
    assert sure(sheet.page(), "year") == ["2020", "2021"]
    assert sure(sheet.page(), "result") == ["合格", "优秀"]
    assert sure(sheet.page(), "comment") == []
