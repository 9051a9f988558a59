"""Appraisals with prose in a column beside figures, large labels on a cover, and years glued to their labels."""

import doctest

import pytest
from appraisal_fields import OPINION, read, sure
from drawn_tables import Sheet

from extractors.kinds import torn_dates
from extractors.kinds.annual_appraisal.headings import part_of

FIRST = "全年编制泵体机加工工艺卡93份，设计镗孔夹具5套，叶轮动平衡合格率"
REST = ("由88%提高到96%；推行刀具寿命管理，年节约刀具费用约11万元；", "解决机械密封泄漏问题7项。")


def test_prose_beside_a_table_of_marks_that_has_no_rules_of_its_own() -> None:
    sheet = Sheet()
    sheet.text(500, 80, "2021年度绩效考核表")
    marks = [["考核指标", "权重", "得分"], ["完成率", "50", "47"], ["质量", "30", "28"], ["学习", "20", "18"]]
    sheet.table(60, 200, [260, 120, 120], marks)
    sheet.text(640, 216, "年度业绩自述")
    for at, line in zip((276, 336, 396), (FIRST, *REST), strict=True):
        sheet.text(580, at, line)
    sheet.text(60, 560, "直接上级意见")
    sheet.text(60, 620, OPINION)
    comments = read(sheet.page())["comment"]
    assert [f.value for f in comments if "self_report" in f.notes] == [
        "".join((FIRST, *REST)).replace("，", ",").replace("；", ";")
    ]


def test_rows_with_rules_are_no_prose_that_runs_on() -> None:
    sheet = Sheet()
    sheet.text(500, 80, "2021年度绩效考核表")
    rows = [["考核指标", "得分", "工作完成情况"], ["质量", "28", "合格率达到96%，比上年提高8个百分点。"]]
    sheet.table(60, 200, [260, 120, 900], [*rows, ["学习", "18", "参加内部培训6次，取得证书两本。"]])
    reports = [f.value for f in read(sheet.page()).get("comment", [])]
    assert not any("96%" in r and "证书" in r for r in reports)


@pytest.mark.parametrize("year", ["2021", "2021年度", "二〇二一年度"])
def test_a_year_right_behind_its_label(year: str) -> None:
    sheet = Sheet()
    for row, line in enumerate(["年度考核手册", f"考核年度{year}", "姓名周启航", "等次", "合格"]):
        sheet.text(120, 80 + 60 * row, line)
    found = read(sheet.page())["year"]
    assert [(f.value, f.confidence >= 0.8) for f in found] == [("2021", True)]


def test_the_letters_of_a_label_set_apart_need_not_be_of_one_size() -> None:
    sheet = Sheet(size=28)
    sheet.text(120, 80, "年度考核手册")
    sheet.size = 46
    sheet.text(120, 180, "年")
    sheet.size = 28
    sheet.text(220, 189, "度2020")
    for row, line in enumerate(["姓名周启航", "岗位工艺工程师", "等次", "合格"]):
        sheet.text(120, 280 + 60 * row, line)
    assert sure(sheet.page(), "year") == ["2020"]


def test_a_full_stop_behind_a_position_is_none_of_it() -> None:
    sheet = Sheet()
    sheet.text(500, 80, "年度考核表（2021年度）")
    sheet.table(100, 200, [200, 400, 200, 400], [["姓名", "周启航", "岗位名称", "工艺工程师。"]])
    assert sure(sheet.page(), "position") == ["工艺工程师"]


def test_dates_beside_each_signature() -> None:
    sheet = Sheet()
    sheet.text(500, 80, "年度考核表（2022年度）")
    rows = [["姓名", "周启航"], ["聘任时间", "2022年12月01日"], ["部门考核意见", OPINION + "\n负责人：蒋维2022.12.19"]]
    sheet.table(100, 200, [300, 1000], [*rows, ["单位意见", "同意。\n（公章）2022年12月22日"]], pitch=80)
    assert sure(sheet.page(), "signed_on") == ["2022-12-22"]
    assert sorted(f.value for f in read(sheet.page())["signed_on"]) == ["2022-12-19", "2022-12-22"]


def test_a_signature_is_no_part_of_the_opinion_above_it() -> None:
    sheet = Sheet()
    rows = [
        "年度考核表（2022年度）",
        "姓名：周启航",
        "二、班组（科室）评议意见",
        OPINION,
        "组长：方建国",
        "三、评定等次：优秀",
    ]
    for row, line in enumerate(rows):
        sheet.text(120, 80 + 60 * row, line)
    assert sure(sheet.page(), "comment") == [OPINION.replace("，", ",")]


def test_a_report_that_opens_with_the_years_targets_is_whole() -> None:
    sheet = Sheet()
    told = "按照年初签订的目标责任书，组织齿轮磨削攻关，废品率由3.2%下降到0.9%。完成流道优化，模具寿命延长到9.5万模次。"
    sheet.text(500, 80, "年度考核表（2022年度）")
    sheet.table(60, 200, [200, 1500], [["姓名", "周启航"], ["个人总结", told], ["单位意见", "同意评为合格。"]])
    assert sure(sheet.page(), "comment") == [told.replace("，", ",")]


@pytest.mark.parametrize("label", ["服务单位", "供职单位", "单位及部门"])
def test_the_employer_by_other_labels(label: str) -> None:
    sheet = Sheet()
    sheet.text(500, 80, "年度考核表（2022年度）")
    value = "越州精工机械有限公司" + ("技术部" if "部门" in label else "")
    sheet.table(100, 200, [300, 800], [["姓名", "周启航"], [label, value], ["考核等次", "合格"]])
    assert sure(sheet.page(), "employer") == ["越州精工机械有限公司"]


def test_a_later_date_that_lost_a_digit_leaves_the_earlier_one_unsure() -> None:
    sheet = Sheet()
    rows = [
        "年度考核表（2022年度）",
        "姓名：周启航",
        "考核意见",
        OPINION,
        "负责人：蒋维2022.12.19",
        "公章à022年12月22日",
    ]
    for row, line in enumerate(rows):
        sheet.text(120, 80 + 60 * row, line)
    found = read(sheet.page())["signed_on"]
    assert [(f.value, f.confidence >= 0.5) for f in found] == [("2022-12-22", False), ("2022-12-19", False)]


def test_torn_dates() -> None:
    tested = doctest.testmod(torn_dates)
    assert tested.attempted > 0
    assert tested.failed == 0


def test_a_letter_that_names_the_person_before_our_company() -> None:
    sheet = Sheet()
    rows = [
        "年度考核证明",
        "兹证明周启航同志系我公司员工，现任机械设计工程师。在2022年度考核中，考核结果为合格。",
        OPINION,
    ]
    for row, line in enumerate([*rows, "越州精工机械有限公司", "2023年1月10日"]):
        sheet.text(100, 80 + 60 * row, line)
    page = sheet.page()
    said = [sure(page, name) for name in ("name", "employer", "position", "result", "comment")]
    assert said == [["周启航"], ["越州精工机械有限公司"], ["机械设计工程师"], ["合格"], [OPINION.replace("，", ",")]]


def test_employer_position_and_name_side_by_side_under_the_title() -> None:
    sheet = Sheet()
    sheet.text(400, 80, "2022年度个人述职及考核意见")
    for x, text in ((100, "越州精工机械有限公司"), (500, "机械设计工程师"), (800, "周启航")):
        sheet.text(x, 140, text)
    for row, line in enumerate(["考核意见", OPINION, "考核结果：合格"]):
        sheet.text(100, 220 + 60 * row, line)
    page = sheet.page()
    assert [sure(page, name) for name in ("name", "employer", "position")] == [
        ["周启航"],
        ["越州精工机械有限公司"],
        ["机械设计工程师"],
    ]


def test_a_row_of_values_under_their_headings_is_no_sentence() -> None:
    rows = [["考核年度", "姓名", "所在单位", "现岗位"], ["2022", "周启航", "越州精工机械有限公司", "设计工程师"]]
    sheet = Sheet()
    sheet.text(500, 80, "年度考核卡")
    sheet.table(100, 200, [200, 200, 400, 300], [*rows, [("考核等级", 2), ("合格", 2)]])
    assert sure(sheet.page(), "employer") == ["越州精工机械有限公司"]


def test_years_in_rows_with_the_employers_opinion_of_each() -> None:
    rows = [["年度", "考核结果", "考核单位意见"], ["2021", "优秀", "业绩突出，进步明显。"], ["2022", "合格", "同意。"]]
    sheet = Sheet()
    sheet.text(400, 80, "周启航同志历年年度考核登记")
    sheet.table(100, 200, [200, 200, 600], rows)
    page = sheet.page()
    assert (sure(page, "name"), sure(page, "comment")) == (["周启航"], ["业绩突出,进步明显。"])


def test_results_of_years_told_in_one_breath() -> None:
    sheet = Sheet()
    sheet.text(400, 80, "考核证明")
    sheet.text(100, 160, "周启航同志系我单位职工，2020年度、2021年度、2022年度考核结果分别为合格、优秀、不合格。")
    found = read(sheet.page())
    assert [(f.value, f.row) for f in found["year"]] == [("2020", 0), ("2021", 1), ("2022", 2)]
    assert [(f.value, f.row) for f in found["result"]] == [("合格", 0), ("优秀", 1), ("不合格", 2)]


def test_as_many_results_as_years_or_none() -> None:
    sheet = Sheet()
    sheet.text(400, 80, "考核证明")
    sheet.text(100, 160, "周启航同志2020年度、2021年度、2022年度考核结果分别为合格、优秀。")
    assert len(read(sheet.page()).get("result", [])) < 2


@pytest.mark.parametrize("label", ["单位及职务", "工作单位及岗位"])
def test_one_label_of_employer_and_position(label: str) -> None:
    sheet = Sheet()
    sheet.text(500, 80, "年度考核登记表（2022年度）")
    sheet.table(
        100, 200, [300, 900], [["姓名", "周启航"], [label, "越州精工机械有限公司机械设计工程师"], ["等次", "合格"]]
    )
    page = sheet.page()
    assert (sure(page, "employer"), sure(page, "position")) == (["越州精工机械有限公司"], ["机械设计工程师"])


def test_headings_of_neighbouring_cells_make_no_label_together() -> None:
    rows = [["姓名", "岗位", "年度", "考核结果"], ["周启航", "设计工程师", "2022", "合格"]]
    sheet = Sheet()
    sheet.text(500, 80, "职工年度考核登记卡")
    sheet.table(100, 200, [200, 300, 200, 200], rows)
    page = sheet.page()
    assert (sure(page, "year"), sure(page, "result")) == (["2022"], ["合格"])


def test_a_line_of_particulars_is_no_report() -> None:
    sheet = Sheet()
    rows = ["个人年度工作总结与考核", "部门：技术部 岗位：设计工程师 姓名：周启航 年度：2022", "上级点评", OPINION]
    for row, line in enumerate([*rows, "考核结论：合格"]):
        sheet.text(100, 80 + 60 * row, line)
    assert sure(sheet.page(), "comment") == [OPINION.replace("，", ",")]


def test_a_statement_in_sentences_tells_report_opinion_and_verdict() -> None:
    sheet = Sheet()
    rows = [
        "年度考核鉴定书",
        "周启航，现任越州精工机械有限公司机械设计工程师。现就该同志2022年",
        "度履行岗位职责情况考核如下：",
        "2022年完成专用机床改造3台，编制工艺文件42份，其中夹具设计图纸18张，",
        "全部一次通过验收，全年节约成本12万元，并完成技术培训讲义2份，按期交付。",
        "　　该同志业务熟练，团队评价较好。",
        "　　经考核领导小组研究，考核结果确定为合格等次。",
    ]
    for row, line in enumerate([*rows, "越州精工机械有限公司", "2023年1月10日"]):
        sheet.text(160 if line.startswith("　") else 100, 80 + 60 * row, line.strip("　"))
    page = sheet.page()
    assert [sure(page, name) for name in ("name", "position", "result")] == [["周启航"], ["机械设计工程师"], ["合格"]]
    opinion, report = sure(page, "comment")
    assert opinion == "该同志业务熟练,团队评价较好。"
    assert report.startswith("2022年完成专用机床")
    assert report.endswith("按期交付。")


def test_superiors_headings_open_their_opinion() -> None:
    assert [part_of(t) for t in ("主管考评", "部门评审", "部门评定等级")] == ["comment", "comment", "proposal"]
