"""Boxes of years side by side or below each other, sums among rows of courses, and certificates of one subject."""

import pytest
from drawn_tables import Sheet
from hour_card_fields import card, hours, read

from extractors.kinds.classify import classify
from extractors.kinds.split import split
from extractors.layout.view import PageView


def test_a_box_a_year_with_lines_in_it() -> None:
    sheet = card("")
    said = "公需课 {} 学时\n专业课 {} 学时\n学时总数 {} 学时"
    for at, (year, public, special) in enumerate(((2021, 18, 80), (2022, 24, 72))):
        sheet.table(
            100,
            250 + 300 * at,
            [160, 700],
            [[f"{year}\n年度验证", said.format(public, special, public + special)]],
            pitch=220,
        )
    found = read(sheet.page())
    assert [f.value for f in found["year"]] == ["2021", "2022"]
    assert [f.value for f in found["total_hours"]] == ["98", "96"]
    assert [f.value for f in found["public_hours"]] == ["18", "24"]


def test_the_row_of_sums_among_rows_by_way_of_learning() -> None:
    sheet = card()
    head = ["学习形式", "学习内容摘要", "公需科目", "专业科目", "小计"]
    rows = [
        ["进修班", "数控加工", "", "24", "24"],
        ["讲座", "公共讲座", "16", "", "16"],
        ["网络课程", "课程包", "16", "48", "64"],
    ]
    sheet.table(100, 200, [200] * 5, [head, *rows, ["全年合计", "", "32", "72", "104"]])
    assert hours(sheet.page()) == (["104"], ["72"], ["32"])


def test_a_sum_of_the_year_beside_the_subjects() -> None:
    sheet = card()
    sheet.table(100, 200, [300] * 3, [["公需科目", "专业科目", "年度累计"], ["25学时", "65学时", "90学时"]])
    assert hours(sheet.page()) == (["90"], ["65"], ["25"])


def test_a_certificate_of_one_subject() -> None:
    sheet = Sheet(size=60)
    sheet.text(300, 80, "专业技术人员公需科目培训合格证书")
    sheet.size = 28
    sheet.text(100, 220, "周启航同志参加2022年度公需科目《创新思维与方法》培训,学满30学时,考试合格。")
    page = sheet.page()
    assert classify(PageView(page)).kind == "training_hour_card"
    assert hours(page) == ([], [], ["30"])


def test_a_day_beside_the_number_of_the_paper() -> None:
    sheet = card()
    sheet.text(100, 300, "公需科目：30学时 专业科目：60学时")
    sheet.text(100, 1500, "证明编号：JX202104065")
    sheet.text(1100, 1500, "2022年1月7日")
    assert [f.value for f in read(sheet.page())["printed_on"]] == ["2022-01-07"]


def test_name_with_staff_number_over_employer_with_department() -> None:
    sheet = Sheet()
    sheet.text(100, 40, "员工自助/学习档案")
    sheet.text(1100, 40, "2023-08-21 15:26:40")
    sheet.text(200, 130, "周启航 工号33029")
    sheet.text(200, 190, "越州精工机械有限公司·技术中心·电梯工程师")
    sheet.text(200, 250, "证件号 330699199208150035 入职日期 2015-07-06")
    sheet.table(
        100,
        350,
        [200] * 4,
        [["年度", "公需课学时", "专业课学时", "合计"], ["2021", "24", "76", "100"], ["2022", "24", "80", "104"]],
    )
    found = read(sheet.page())
    assert [f.value for f in found["name"]] == ["周启航"]
    assert [f.value for f in found["employer"]] == ["越州精工机械有限公司"]
    assert [f.value for f in found["printed_on"]] == ["2023-08-21"]


def test_the_next_page_of_a_print_out() -> None:
    sheets = []
    for number, named in ((1, True), (2, False)):
        sheet = Sheet(size=50)
        sheet.text(400, 60, "专业技术人员继续教育学时档案")
        sheet.size = 28
        if named:
            sheet.text(100, 150, "姓名 周启航")
        head = ["序号", "课程名称", "科目类型", "学时"]
        sheet.table(
            100,
            220,
            [200] * 4,
            [head, [f"{number}", "机械设计", "专业科目", "24"], [f"{number + 1}", "法规", "公需科目", "12"]],
        )
        sheets.append(sheet.page(number))
    assert len(split(sheets)) == 1


def test_captions_under_what_stands_on_lines() -> None:
    sheet = card()
    for at, (value, caption) in enumerate(
        (("周启航", "姓名"), ("330699199208150035", "有效证件号码"), ("越州精工机械有限公司", "服务单位"))
    ):
        left = 700 - 14 * len(value) if value[0] != "3" else 700 - 140
        box = sheet.text(left, 250 + 130 * at, value)
        sheet.text(box.cx - 14 * len(caption), box.y1 + 12, caption)
    found = read(sheet.page())
    assert [f.value for f in found["name"]] == ["周启航"]
    assert [f.value for f in found["employer"]] == ["越州精工机械有限公司"]


def test_years_told_one_after_the_other_with_their_parts_in_brackets() -> None:
    sheet = card("")
    said = "2021年96学时（专业66学时、公需30学时）、2022年100学时（专业76学时、公需24学时）。"
    sheet.text(60, 200, "兹证明我单位职工周启航同志近三年学时为：" + said)
    sheet.text(900, 1500, "越州精工机械有限公司（盖章）")
    found = read(sheet.page())
    assert [(f.value, f.confidence > 0.5) for f in found["total_hours"]] == [("96", True), ("100", True)]
    assert [f.value for f in found["employer"]] == ["越州精工机械有限公司"]


def test_years_of_one_subject() -> None:
    sheet = card("")
    sheet.text(60, 200, "公需科目完成情况：2021年30学时、2022年24学时。")
    found = read(sheet.page())
    assert [f.value for f in found["public_hours"]] == ["30", "24"]
    assert "total_hours" not in found


def test_amounts_parted_by_strokes() -> None:
    sheet = card()
    sheet.text(100, 300, "学时")
    sheet.text(400, 300, "公需30/专业66/总96")
    assert hours(sheet.page()) == (["96"], ["66"], ["30"])


def test_sorts_of_courses_are_no_header_again() -> None:
    sheet = card()
    rows = [
        ["科目", "学习方式", "登记学时"],
        ["一般公需", "网络", "26"],
        ["行业公需", "网络", "6"],
        ["小计", "", "32"],
        ["脱产进修", "面授", "20"],
        ["小计", "", "20"],
        ["总计", "", "52"],
    ]
    sheet.table(100, 200, [300] * 3, rows)
    page = sheet.page()
    assert hours(page)[0] == ["52"]
    assert hours(page)[2] == ["32"]
    assert [(f.value, f.confidence < 0.5) for f in read(page)["specialized_hours"]] == [("20", True)]


def test_a_letter_of_the_employer_about_somebody_of_a_department() -> None:
    sheet = Sheet()
    sheet.text(500, 60, "越州精工机械有限公司")
    sheet.text(500, 140, "继续教育学习情况证明")
    sheet.text(100, 240, "我单位结构所周启航(身份证号330699199208150035)2023年度参加继续教育情况如下:")
    sheet.text(100, 300, "公需课小计24学时,专业课小计60学时,全年合计84学时。")
    found = read(sheet.page())
    assert [f.value for f in found["name"]] == ["周启航"]
    assert [f.value for f in found["employer"]] == ["越州精工机械有限公司"]


def test_unit_and_post_behind_the_number() -> None:
    sheet = Sheet()
    sheet.text(500, 60, "继续教育证明书")
    sheet.text(
        100,
        240,
        "周启航,居民身份证330699199208150035、越州精工机械有限公司焊接工程师,2023年度参加继续教育,修满90学时。",
    )
    found = read(sheet.page())
    assert [f.value for f in found["name"]] == ["周启航"]
    assert [f.value for f in found["employer"]] == ["越州精工机械有限公司"]


@pytest.mark.parametrize("label", ["完成学时", "已获学时", "核定学时", "年度学时", "折合总学时"])
def test_what_was_done_of_no_subject_is_all(label: str) -> None:
    sheet = card()
    for at, line in enumerate(("公需科目：30", "专业科目：60", f"{label}：90")):
        sheet.text(100, 300 + 60 * at, line)
    assert hours(sheet.page()) == (["90"], ["60"], ["30"])


def test_a_notice_of_courses_is_no_card() -> None:
    sheet = Sheet(size=50)
    sheet.text(200, 60, "关于举办2023年度继续教育专业科目培训班的通知")
    sheet.size = 28
    said = (
        "现将有关事项通知如下。",
        "一、培训对象：专业技术人员。",
        "二、培训内容：机械设计，共60学时；公需科目另行安排。",
    )
    for at, line in enumerate(said):
        sheet.text(100, 200 + 60 * at, line)
    assert classify(PageView(sheet.page())).kind == "other"


def test_rows_by_place_of_learning_under_years() -> None:
    sheet = card("")
    rows = [
        [("科目", 2), "2021年度", "2022年度"],
        [("公需科目", 1, 2), "线上", "18", "20"],
        [None, "线下", "6", "4"],
        [("专业科目", 2), "66", "70"],
        [("合计", 2), "90", "94"],
    ]
    sheet.table(100, 200, [200] * 4, rows)
    assert hours(sheet.page()) == (["90", "94"], ["66", "70"], ["24", "24"])


def test_blocks_under_years_of_one_form() -> None:
    sheet = Sheet()
    sheet.text(600, 60, "我的学时")
    for at, (year, total, public, special) in enumerate((("2023", "92", "24", "68"), ("2022", "96", "30", "66"))):
        top = 200 + 300 * at
        sheet.text(100, top, f"{year}年度已达标")
        for x, label, value in ((100, "总学时", total), (500, "公需课", public), (900, "专业课", special)):
            sheet.text(x, top + 60, label)
            sheet.text(x + 20, top + 120, value)
    assert hours(sheet.page()) == (["96", "92"], ["66", "68"], ["30", "24"])


def test_text_under_an_unruled_table_is_none_of_its_rows() -> None:
    sheet = card()
    rows = [
        ["序号", "课程名称", "课程类型", "学时"],
        ["1", "机械设计", "专业科目", "60"],
        ["2", "知识产权", "公需科目", "30"],
    ]
    bottom = sheet.table(100, 200, [200] * 4, rows, ruled=False)
    sheet.text(160, bottom + 10, "特此证明。")
    sheet.text(500, bottom + 70, "剡东省专业技术人员继续教育协会")
    sheet.text(560, bottom + 130, "2023年1月25日")
    found = read(sheet.page())
    assert [f.value for f in found["printed_on"]] == ["2023-01-25"]
    assert [f.value for f in found["total_hours"]] == ["90"]


def test_done_and_due_behind_a_gap() -> None:
    sheet = card()
    for at, (label, done, due) in enumerate((("公需科目", 30, 18), ("专业科目", 64, 60), ("总学时", 94, 90))):
        sheet.text(100, 300 + 60 * at, label)
        sheet.text(300, 300 + 60 * at, f"已获得{done}学时/要求{due}学时")
    assert hours(sheet.page()) == (["94"], ["64"], ["30"])


def test_a_row_a_year_with_what_was_learnt_and_a_header_not_understood() -> None:
    sheet = card("")
    rows = [
        ["年度", "主要学习内容", "专业课学时", "公需课学时", "学计时合"],
        ["2021年", "科技伦理；锻压设备安全", "72", "28", "100"],
        ["2022年", "数字中国；高效刀具", "66", "26", "92"],
    ]
    sheet.table(100, 200, [160, 500, 200, 200, 160], rows)
    assert hours(sheet.page()) == (["100", "92"], ["72", "66"], ["28", "26"])


def test_a_column_that_does_not_add_up_is_no_total() -> None:
    sheet = card("")
    rows = [["年度", "专业课学时", "公需课学时", "得分"], ["2021年", "72", "28", "95"], ["2022年", "66", "26", "88"]]
    sheet.table(100, 200, [200] * 4, rows)
    assert hours(sheet.page())[0] == []


def test_signs_before_labels() -> None:
    sheet = card()
    sheet.text(100, 300, "★ 公需学时：24.0　★ 专业学时：66.0")
    sheet.text(100, 360, "★ 累计学时：90.0")
    assert hours(sheet.page()) == (["90"], ["66"], ["24"])
