"""Hour cards of yet other shapes: subjects in the names of courses, all hours under 全部, headings with a speck beside them."""

import pytest
from drawn_tables import Sheet
from hour_card_fields import card, hours, read

from models.geometry import Box


def test_all_hours_beside_those_by_subject() -> None:
    sheet = card("2023")
    sheet.table(100, 200, [200] * 4, [["类别", "全部", "专业", "公需"], ["登记学时", "92", "72", "20"]])
    assert hours(sheet.page()) == (["92"], ["72"], ["20"])


def test_the_subject_in_brackets_behind_the_name_of_a_course() -> None:
    sheet = card()
    rows = [["起止时间", "学习内容", "学时"], ["2022.03", "智能制造装备技术（专业）", "42"]]
    rows += [["2022.05", "工业机器人应用（专业科目）", "30"], ["2022.06", "知识产权实务（公需）", "20"]]
    sheet.table(100, 200, [300, 600, 200], rows)
    assert hours(sheet.page()) == (["92"], ["72"], ["20"])


def test_a_speck_beside_a_heading_of_a_section() -> None:
    sheet = card()
    sheet.text(100, 200, "一、公需课")
    sheet.text(800, 205, "无", confidence=0.6)
    for i, (course, hours_) in enumerate([("法治思维与依法治企", "12"), ("双碳战略与绿色发展", "12")]):
        sheet.text(130, 260 + 60 * i, course)
        sheet.text(900, 260 + 60 * i, hours_)
    sheet.text(820, 380, "小计24学时")
    assert hours(sheet.page())[2] == ["24"]


def test_a_year_right_behind_its_label_on_a_card() -> None:
    sheet = card()
    sheet.words.clear()
    sheet.text(100, 80, "年度学时证明")
    sheet.text(100, 140, "学习年度2021")
    (year,) = read(sheet.page())["year"]
    assert (year.value, year.confidence >= 0.8) == ("2021", True)


def test_a_day_of_printing_that_lost_its_year_sign_is_for_a_person() -> None:
    sheet = card()
    sheet.text(100, 200, "总学时：90学时")
    sheet.text(100, 260, "公需科目：18学时")
    sheet.text(900, 460, "二〇二二牛十二月二十六日")
    (day,) = read(sheet.page())["printed_on"]
    assert (day.value, day.confidence < 0.5) == ("2022-12-26", True)


def test_years_told_in_one_breath() -> None:
    sheet = Sheet()
    told = [
        "兹证明周启航同志于2021年度、2022年度、",
        "2023年度分别完成继续教育90学时、92学时、96学时，其中公需科目分别为",
        "24、20、18学时，专业科目分别为66学时、72学时和78学时。",
    ]
    for row, line in enumerate(["继续教育情况证明", *told]):
        sheet.text(100, 100 + 50 * row, line)
    found = read(sheet.page())
    assert [(f.value, f.row) for f in found["year"]] == [("2021", 0), ("2022", 1), ("2023", 2)]
    assert hours(sheet.page()) == (["90", "92", "96"], ["66", "72", "78"], ["24", "20", "18"])


def test_as_many_amounts_as_years_or_none_at_all() -> None:
    sheet = card()
    sheet.text(100, 200, "2021年度、2022年度分别完成继续教育90学时、92学时、96学时。")
    assert not any("92" in values for values in hours(sheet.page()))


def test_hours_in_brackets_behind_a_judgement() -> None:
    sheet = card()
    for row, line in enumerate(["公需科目：合格（30学时）", "专业科目：合格（62学时）", "年度总学时：92学时"]):
        sheet.text(100, 200 + 60 * row, line)
    assert hours(sheet.page()) == (["92"], ["62"], ["30"])


@pytest.mark.parametrize("head", ["科目属性", "课程种类", "学时归类"])
def test_other_words_for_the_sort_of_a_course(head: str) -> None:
    rows = [["序号", "培训项目", head, "学时数"], ["1", "绿色制造", "公需", "18"], ["2", "装备设计", "专业", "40"]]
    sheet = card()
    sheet.table(100, 200, [100, 600, 200, 200], [*rows, ["3", "机器人集成", "专业", "32"]])
    assert hours(sheet.page()) == (["90"], ["72"], ["18"])


def test_hours_brought_forward_and_carried_over() -> None:
    rows = [["项目", "上年结转", "本年新增", "本年认定", "结转下年"], ["公需科目", "0", "24", "24", "0"]]
    rows += [["专业科目", "6", "66", "66", "6"], ["合计", "6", "90", "90", "6"]]
    sheet = card()
    sheet.table(100, 200, [220] * 5, rows)
    assert hours(sheet.page()) == (["90"], ["66"], ["24"])


def test_years_beside_a_person_whose_cells_reach_over_them() -> None:
    rows = [["姓名", "身份证号", "工作单位", "年度", "公需", "专业", "合计"]]
    rows += [[("周启航", 1, 2), ("330699198804123012", 1, 2), ("越州精工机械有限公司", 1, 2), "2021", "24", "66", "90"]]
    rows += [[None, None, None, "2022", "18", "74", "92"]]
    sheet = Sheet()
    sheet.text(500, 80, "申报人继续教育学时一览表")
    sheet.table(60, 200, [160, 380, 420, 140, 120, 120, 120], rows)
    assert hours(sheet.page()) == (["90", "92"], ["66", "74"], ["24", "18"])


def test_bare_years_over_columns_and_two_sorts_of_public_hours() -> None:
    rows = [[("学时类型", 2), "2021", "2022"], [("公需", 1, 2), "一般公需", "12", "18"], [None, "行业公需", "12", "6"]]
    rows += [[("专业", 2), "66", "72"], [("总计", 2), "90", "96"]]
    sheet = Sheet()
    sheet.text(400, 80, "专业技术人员继续教育学时统计表")
    sheet.table(100, 200, [200, 200, 160, 160], rows)
    assert hours(sheet.page()) == (["90", "96"], ["66", "72"], ["24", "24"])


def test_a_bare_year_behind_its_label_heads_no_column() -> None:
    sheet = Sheet()
    sheet.text(400, 80, "学时登记证明")
    sheet.text(100, 160, "学习年度：2022")
    sheet.text(600, 160, "姓名：周启航")
    for row, (course, number) in enumerate([("一、公需课", ""), ("乡村振兴与城乡融合", "24"), ("小计24学时", "")]):
        sheet.text(100, 240 + 60 * row, course)
        sheet.text(900, 240 + 60 * row, number)
    assert hours(sheet.page())[2] == ["24"]


def test_particulars_side_by_side_without_labels() -> None:
    sheet = Sheet()
    sheet.text(400, 80, "学时证明")
    for x, text in ((100, "周启航"), (300, "越州精工机械有限公司"), (700, "330699198804123012")):
        sheet.text(x, 160, text)
    for row, line in enumerate(["2022年度：总学时92（公需30；专业62）", "2023年度：总学时90（公需24；专业66）"]):
        sheet.text(100, 220 + 60 * row, line)
    found = read(sheet.page())
    told = [[f.value for f in found[name] if f.confidence >= 0.5] for name in ("name", "employer", "id_number")]
    assert told == [["周启航"], ["越州精工机械有限公司"], ["330699198804123012"]]


def test_who_issues_the_card_is_not_the_employer() -> None:
    sheet = card()
    for row, line in enumerate(["姓名：周启航", "总学时：90学时", "公需课：24学时", "发证单位：越州市继续教育中心"]):
        sheet.text(100, 200 + 60 * row, line)
    assert "employer" not in read(sheet.page())


def test_headers_by_their_last_word() -> None:
    rows = [["验证年度", "公需", "专业", "验证结论", "验证机构"], ["2021年度", "18", "72", "合格", "市人社局"]]
    sheet = Sheet()
    sheet.text(400, 80, "继续教育证书（学时登记页）")
    sheet.table(100, 200, [220] * 5, [*rows, ["2022年度", "30", "64", "合格", "市人社局"]])
    assert hours(sheet.page())[1:] == (["72", "64"], ["18", "30"])


def test_done_and_due_behind_a_label() -> None:
    sheet = card()
    for row, (label, done, due) in enumerate([("公需科目", 24, 18), ("专业科目", 66, 60), ("总学时", 90, 90)]):
        sheet.text(100, 200 + 60 * row, f"{label}：已完成{done}学时（要求{due}学时）")
    assert hours(sheet.page()) == (["90"], ["66"], ["24"])


def test_units_of_labels_torn_in_two_in_cells_without_rules_between_rows() -> None:
    sheet = card()
    rows = [["公需科目（学\n时)", "24", "专业科目（学\n时)", "66"], ["学时总数", "90", "验证结论", "合格"]]
    sheet.table(100, 300, [300, 300, 300, 300], rows, pitch=90, ruled=False)
    assert hours(sheet.page()) == (["90"], ["66"], ["24"])


def test_a_column_of_labels_whose_rules_are_unseen() -> None:
    sheet = card()
    rows = [
        ["工作单位", "星河机械厂", "年度", "2022"],
        ["公需科目", "24", "专业科目", "66"],
        ["学时总数", "90", "结论", "合格"],
    ]
    sheet.table(100, 300, [300, 300, 300, 300], rows)
    sheet.cells = [Box(100, 300, 400, 480), *(cell for cell in sheet.cells if cell.x0 > 300)]
    assert hours(sheet.page()) == (["90"], ["66"], ["24"])
