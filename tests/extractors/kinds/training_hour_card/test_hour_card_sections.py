"""Hour cards in sections and lists, with ticks, columns due and done, sums of several years, and sums that do not fit."""

import pytest
from drawn_tables import Sheet
from hour_card_fields import card, hours, read

from extractors.kinds.training_hour_card.lists import Heading, heading_in
from extractors.kinds.training_hour_card.rows import BEYOND
from extractors.kinds.training_hour_card.words import column_role
from models.geometry import Box
from models.page import Page


def lines(*rows: tuple[str, ...], year: str = "2022") -> Sheet:
    """One line a row, its pieces 400 pixels apart from the first one's end."""
    sheet = card(year)
    for i, row in enumerate(rows):
        for j, piece in enumerate(row):
            sheet.text(100 if j == 0 else 500 + 320 * j, 200 + 60 * i, piece)
    return sheet


def test_unruled_sections_with_their_sums() -> None:
    sheet = lines(
        ("一、公需课",),
        ("乡村振兴与城乡融合", "2022年3月6日", "12"),
        ("数据安全法解读", "2022年8月10日", "12"),
        ("", "", "小计24学时"),
        ("二、专业课",),
        ("行星齿轮传动设计", "2022年4月15日", "19"),
        ("工业以太网与现场总线", "2022年6月17日", "40"),
        ("", "", "小计59学时"),
        ("三、行业选修",),
        ("职业健康与应急救护", "2022年3月22日", "10"),
        ("", "", "小计10学时"),
        ("以上总计：93学时",),
        ("历年累计：281学时",),
    )
    assert hours(sheet.page()) == (["93"], ["59"], ["24"])


def test_sections_in_a_ruled_table() -> None:
    rows = [
        ["序号", "课程名称", "完成时间", "学时"],
        [("（一）公需科目", 4)],
        ["1", "碳达峰与绿色制造", "2022-04-10", "18"],
        [("小计", 3), "18"],
        [("（二）专业科目", 4)],
        ["1", "工业机器人集成", "2022-05-10", "30"],
        ["2", "液压系统诊断", "2022-06-10", "42"],
        [("小计", 3), "72"],
        [("合计", 3), "90"],
    ]
    sheet = card()
    sheet.table(100, 200, [120, 500, 300, 200], rows)
    assert hours(sheet.page()) == (["90"], ["72"], ["18"])


def test_a_sentence_before_a_list_with_the_subject_beside_each_course() -> None:
    sheet = lines(
        ("经审核共取得90学时，其中公需科目22学时，专业科目68学时。学习明细如下：",),
        ("1．乡村振兴与城乡融合", "公需", "11学时"),
        ("2．行星齿轮传动设计", "专业", "22学时"),
        ("3．精密测量与误差分析", "专业", "46学时"),
        ("4．数据安全法解读", "公需", "11学时"),
    )
    assert hours(sheet.page()) == (["90"], ["68"], ["22"])


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("一、公需科目", Heading("public")),
        ("(二)专业课程学习情况", Heading("specialized")),
        ("三、个人自学", Heading("other")),
        ("四、审核意见", Heading(None)),
        ("专业科目", Heading("specialized")),
        ("专业技术职务", None),
        ("合计", None),
        ("一、公需科目24学时", None),
    ],
)
def test_headings(text: str, heading: Heading | None) -> None:
    assert heading_in(text) == heading


def test_sums_since_earlier_years_below_those_of_this_year() -> None:
    rows = [
        ["月份", "学习内容", "公需科目", "专业科目", "其他", "考核"],
        ["3月", "法治思维", "12", "", "", "合格"],
        ["4月", "增材制造及后处理", "", "66", "", "合格"],
        ["5月", "科学精神培育", "12", "", "", "合格"],
        [("本年小计", 2), "24", "66", "", "共90学时"],
        [("历年累计（2019年起）", 2), "60", "194", "", "266"],
    ]
    sheet = card()
    sheet.table(60, 200, [120, 500, 170, 170, 170, 230], rows)
    assert hours(sheet.page()) == (["90"], ["66"], ["24"])


@pytest.mark.parametrize("text", ["2023年度合计", "二〇二三年合计", "2021-2023年合计"])
def test_2023_is_not_three_years(text: str) -> None:
    assert not BEYOND.search(text)
    assert BEYOND.search("三年合计")
    assert BEYOND.search("近3年累计")


def test_years_in_columns_with_a_sum_over_them() -> None:
    rows = [
        ["科目", "2021年度", "2022年度", "2023年度", "三年合计"],
        ["公需科目", "20", "18", "24", "62"],
        ["专业科目", "66", "72", "66", "204"],
        ["选修科目", "4", "6", "4", "14"],
        ["合计", "90", "96", "94", "280"],
    ]
    sheet = Sheet()
    sheet.text(400, 80, "专业技术人员继续教育学时证明")
    sheet.table(100, 200, [240] * 5, rows)
    assert hours(sheet.page()) == (["90", "96", "94"], ["66", "72", "66"], ["20", "18", "24"])


def test_an_illegible_amount_done_is_not_replaced_by_that_due() -> None:
    rows = [
        ["科目", "应学学时", "实学学时", "完成率"],
        ["公需", "18", "20", "111%"],
        ["专业", "60", "七キ", "120%"],
        ["合计", "90", "キ", "102%"],
    ]
    sheet = card()
    sheet.table(100, 200, [250] * 4, rows)
    found = hours(sheet.page(), floor=0.0)
    assert found[0] == []
    assert found[1] == []


def test_hours_applied_for_beside_those_granted() -> None:
    rows = [
        ["序号", "学习内容", "科目类别", "单位申报学时", "主管部门认定学时"],
        ["1", "碳达峰与绿色制造", "公需科目", "18", "18"],
        ["2", "工业机器人集成", "专业科目", "32", "28"],
        ["3", "液压系统诊断", "专业科目", "40", "34"],
        [("合计", 3), "90", "80"],
    ]
    sheet = card()
    sheet.table(60, 200, [100, 400, 250, 280, 320], rows)
    assert hours(sheet.page()) == (["80"], ["62"], ["18"])
    assert [column_role(t) for t in ("年度任务学时", "单位自报学时", "平台核定学时")] == ["required", "part", "hours"]


def test_lessons_beside_the_hours_they_count_for() -> None:
    rows = [
        ["学习形式", "科目", "实际课时", "折算学时"],
        ["网络学习", "公需课", "30", "24"],
        ["脱产培训（4天）", "专业课", "40", "32"],
        ["学术会议（2天）", "专业课", "20", "36"],
    ]
    sheet = card()
    sheet.table(60, 200, [360] * 4, rows)
    sheet.text(60, 500, "以上共计92学时。")
    assert hours(sheet.page()) == (["92"], ["68"], ["24"])


@pytest.mark.parametrize(("public", "special", "elective"), [("公", "专", "选"), ("公需课", "专业课", "选修课")])
def test_letters_for_subjects(public: str, special: str, elective: str) -> None:
    rows = [
        ["序号", "学习内容", "办学单位", "科目类别", "学时"],
        ["1", "碳达峰与绿色制造", "市机械工程学会", public, "18"],
        ["2", "工业机器人集成", "市机械工程学会", special, "62"],
        ["3", "文献检索", "市机械工程学会", elective, "10"],
        [("本年度学时合计", 4), "90"],
    ]
    sheet = card()
    sheet.table(60, 200, [100, 450, 350, 200, 200], rows)
    assert hours(sheet.page()) == (["90"], ["62"], ["18"])


def ticked(last: str) -> Sheet:
    rows = [
        ["序号", "学习时间", "学习内容", "公需", "专业", "学时", "累计学时"],
        ["1", "2022.1.9", "碳达峰与绿色制造", "√", "", "18", "18"],
        ["2", "2022.3.9", "机械制造装备", "", "√", "24", "42"],
        ["3", "2022.5.9", "工业机器人集成", "", "√", last, "90"],
    ]
    sheet = card()
    sheet.table(60, 200, [100, 250, 450, 120, 120, 150, 200], rows)
    sheet.text(60, 600, "2022年度共完成继续教育90学时，审验合格。")
    return sheet


def test_ticks_below_subjects_beside_a_running_sum() -> None:
    assert hours(ticked("48").page()) == (["90"], ["72"], ["18"])


def test_one_illegible_course_is_told_by_the_total_and_stays_unsure() -> None:
    page = ticked("").page()
    assert hours(page) == (["90"], [], [])
    assert hours(page, floor=0.0) == (["90"], ["72"], ["18"])


def test_done_of_due_with_the_total_on_a_tile() -> None:
    sheet = lines(("公需科目", "24/18学时"), ("专业科目", "60/60学时"))
    sheet.text(760, 500, "84")
    sheet.text(600, 535, "已获总学时（年度要求90学时）")
    assert hours(sheet.page()) == (["84"], ["60"], ["24"])


def test_other_hours_count_in_the_arithmetic() -> None:
    def of(total: str) -> Page:
        sheet = card()
        sheet.table(60, 200, [250] * 4, [["公需课", "专业课", "选修课", "合计"], ["24", "60", "6", total]])
        page: Page = sheet.page()
        return page

    assert hours(of("90")) == (["90"], ["60"], ["24"])
    assert min(f.confidence for f in read(of("90"))["total_hours"]) > 0.95
    assert hours(of("96")) == ([], [], [])


def test_one_amount_out_of_an_unread_table_is_a_guess() -> None:
    rows = [["1", "机械工程材料", "专业", "10"], ["2", "数控", "な业", ""]]
    sheet = card()
    sheet.table(60, 200, [100, 500, 200, 200], rows)
    assert hours(sheet.page()) == ([], [], [])


def test_counters_are_no_hours() -> None:
    sheet = lines(("本年度合计：66学时",), ("共4条",), ("共3页",))
    assert hours(sheet.page())[0] == ["66"]


@pytest.mark.parametrize(
    "line",
    [
        "兹证明_钱思远_同志（身份证号330699198804123012），系越州恒拓设备有限公司职工",
        "我单位职工钱思远同志，身份证号330699198804123012",
        "经系统查询，钱思远（330699198804123012）2022年度学时如下：",
    ],
)
@pytest.mark.parametrize("name", ["钱思远", "古丽娜尔·阿不都拉"])
def test_names_in_sentences(line: str, name: str) -> None:
    (found,) = read(lines((line.replace("钱思远", name),)).page())["name"]
    assert (found.value, found.confidence > 0.5) == (name, True)


def test_a_name_alone_above_the_id_number() -> None:
    sheet = lines(("钱思远",), ("身份证号  330699198804123012",))
    assert [f.value for f in read(sheet.page())["name"]] == ["钱思远"]


def test_the_reporting_unit() -> None:
    sheet = lines(("填报单位（盖章）：越州恒拓自动化设备有限公司",))
    assert [f.value for f in read(sheet.page())["employer"]] == ["越州恒拓自动化设备有限公司"]


def test_a_date_that_a_seal_may_have_changed() -> None:
    sheet = card()
    sheet.text(100, 300, "打印日期：2023-08-16", confidence=0.9, seal_cover=0.8)
    assert [f.confidence >= 0.5 for f in read(sheet.page())["printed_on"]] == [False]


def test_no_cell_begins_at_the_last_border_of_a_table() -> None:
    sheet = card()
    sheet.table(100, 200, [300] * 3, [["公需课", "专业课", "合计"], ["24", "66", "90"]])
    sheet.cells.append(Box(100, 318, 400, 322))  # the double rule under the table
    assert hours(sheet.page()) == (["90"], ["66"], ["24"])


def test_what_everybody_has_to_do_is_not_what_was_done() -> None:
    sheet = lines(
        ("按照规定，专业技术人员每年应完成90学时，其中专业科目60学时，公需科目18学时。",),
        ("该同志2022年度实际完成92学时，其中专业科目62学时，公需科目30学时，审验合格。",),
    )
    assert hours(sheet.page()) == (["92"], ["62"], ["30"])


def test_labels_that_say_how_many_hours_are_due() -> None:
    sheet = card()
    rows = [
        ["学分年度", "2022", "获得总学分", "90"],
        ["一般公需（≥12）", "18", "行业公需（≥6）", "6"],
        ["专业科目（≥60）", "66", "达标情况", "达标"],
    ]
    sheet.table(100, 200, [330] * 4, rows)
    assert hours(sheet.page()) == (["90"], ["66"], ["24"])


def test_a_table_of_due_and_done_for_each_year() -> None:
    sheet = Sheet()
    sheet.text(400, 80, "专业技术人员继续教育学时证明")
    for i, (year, public, special) in enumerate((("2021", 18, 60), ("2022", 24, 66), ("2023", 20, 72))):
        sheet.text(100, 180 + 360 * i, f"{year}年度")
        rows = [
            ["科目", "应修", "已修"],
            ["公需科目", "18", str(public)],
            ["专业科目", "60", str(special)],
            ["合计", "78", str(public + special)],
        ]
        sheet.table(100, 230 + 360 * i, [300] * 3, rows)
    page = sheet.page()
    assert [f.value for f in read(page)["year"]] == ["2021", "2022", "2023"]
    assert hours(page) == (["78", "90", "92"], ["60", "66", "72"], ["18", "24", "20"])


def test_an_employer_that_goes_on_in_the_next_line() -> None:
    sheet = lines(
        ("姓名：钱思远，证件号码：330699198804123012，工作单位：舜南精密铸造股份",), ("有限公司。按照规定学习。",)
    )
    (found,) = read(sheet.page())["employer"]
    assert (found.value, found.confidence >= 0.5) == ("舜南精密铸造股份有限公司", True)


def test_a_name_without_a_label_before_the_id_number() -> None:
    sheet = lines(("钱思远　330699198804123012　越州恒拓自动化设备有限公司",))
    assert [f.value for f in read(sheet.page())["name"]] == ["钱思远"]


def test_an_employer_below_the_heading_of_a_letter() -> None:
    sheet = Sheet()
    sheet.text(500, 80, "继续教育学时证明")
    sheet.text(100, 200, "兹有宁海智联电气（集团）有限公司钱思远同志，二〇二二年度")
    sheet.text(100, 240, "参加专业技术人员继续教育，共计九十学时。其中：公需科目三十学时，专业科目六十学时。")
    page = sheet.page()
    assert hours(page) == (["90"], ["60"], ["30"])
    assert [(f.value, f.confidence >= 0.5) for f in read(page)["employer"]] == [("宁海智联电气(集团)有限公司", True)]
