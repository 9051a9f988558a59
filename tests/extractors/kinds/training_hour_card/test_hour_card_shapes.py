"""Hour cards of other issuers' shapes: by month, of this year among sums of several, tiles, labels above amounts."""

import pytest
from hour_card_fields import card, hours, read


@pytest.mark.parametrize("head", ["月份", "每月情况"])
def test_rows_by_month(head: str) -> None:
    months = [[f"{m}月份", "6", "2", "8"] for m in range(1, 7)]
    sheet = card()
    sheet.table(100, 200, [200] * 4, [[head, "专业科目", "公需科目", "小计"], *months, ["全年合计", "36", "12", "48"]])
    assert hours(sheet.page()) == (["48"], ["36"], ["12"])


def test_this_year_beside_all_years() -> None:
    rows = [
        ["科目类型", "本年度学时", "累计学时"],
        ["公需课", "20", "62"],
        ["专业课", "70", "205"],
        ["合计", "90", "267"],
    ]
    sheet = card()
    sheet.table(100, 200, [300] * 3, rows)
    assert hours(sheet.page()) == (["90"], ["70"], ["20"])


def test_lines_of_this_year_and_of_three() -> None:
    sheet = card()
    sheet.text(100, 200, "本年度：专业 66 公需 24 合计 90")
    sheet.text(100, 260, "三年累计：专业 198 公需 72 合计 270")
    assert hours(sheet.page()) == (["90"], ["66"], ["24"])


def test_required_and_done() -> None:
    rows = [
        ["类别", "规定学时", "已完成学时", "完成情况"],
        ["公需", "18", "20", "达标"],
        ["专业", "60", "61.5", "达标"],
    ]
    sheet = card()
    sheet.table(100, 200, [250] * 4, [*rows, ["总计", "78", "81.5", "达标"]])
    assert hours(sheet.page()) == (["81.5"], ["61.5"], ["20"])


def test_by_way_of_learning() -> None:
    rows = [["科目", "网络学时", "面授学时", "合计"], ["公需科目", "24", "0", "24"], ["专业科目", "20", "48", "68"]]
    sheet = card()
    sheet.table(100, 200, [250] * 4, [*rows, ["合计", "44", "48", "92"]])
    assert hours(sheet.page()) == (["92"], ["68"], ["24"])


def test_numbers_on_tiles_and_labels_above_amounts_in_cells() -> None:
    sheet = card()
    for x, value, label in ((200, "91", "总学时"), (600, "67", "专业课"), (1000, "24", "公需课")):
        sheet.text(x + 20, 300, value)
        sheet.text(x, 350, label)
    assert hours(sheet.page()) == (["91"], ["67"], ["24"])
    sheet = card()
    sheet.table(100, 300, [250] * 3, [["公需\n24", "专业\n67", "合计\n91"], ["备注", "", ""]], pitch=100)
    assert hours(sheet.page()) == (["91"], ["67"], ["24"])


def test_a_remark_on_another_year() -> None:
    sheet = card("2023")
    for i, line in enumerate(
        ["公需科目：30学时", "专业科目：60学时", "总学时：90学时", "备注：2022年度总学时80学时。"]
    ):
        sheet.text(100, 200 + 60 * i, line)
    page = sheet.page()
    assert hours(page) == (["90"], ["60"], ["30"])
    assert [f.value for f in read(page)["year"]] == ["2023"]


def test_sums_behind_a_lead_in() -> None:
    sheet = card()
    sheet.text(100, 300, "学时统计：一般公需：18 行业公需：12 专业：62 总计：92")
    assert hours(sheet.page()) == (["92"], ["62"], ["30"])


def test_an_unread_row_makes_a_sum_unsure() -> None:
    rows = [
        ["序号", "课程", "类别", "学时"],
        ["1", "测量", "专业", "24"],
        ["2", "铸造", "专业", "24"],
        ["3", "法治", "公需", "24"],
    ]
    sheet = card()
    sheet.table(100, 200, [100, 500, 200, 200], [*rows, [("合计", 3), "92"]])
    assert hours(sheet.page()) == (["92"], [], [])


def test_printed_with_the_time_of_day() -> None:
    sheet = card()
    sheet.text(100, 300, "打印时间：2023-01-0910:00:05")
    assert [f.value for f in read(sheet.page())["printed_on"]] == ["2023-01-09"]


def test_a_numbered_header_with_unknown_words() -> None:
    rows = [
        ["序号", "研习主旨", "导师", "所费光阴", "学时", "类型"],
        ["1", "模具分析", "外聘", "5天", "40", "专业"],
        ["2", "精益制造", "内训", "4天", "32", "专业"],
        ["3", "知识产权", "网络", "2天", "16.5", "公需"],
        [("合计", 4), "88.5", ""],
    ]
    for ruled in (True, False):
        sheet = card()
        sheet.table(60, 200, [100, 400, 200, 200, 150, 150], rows, ruled=ruled)
        assert hours(sheet.page()) == (["88.5"], ["72"], ["16.5"])


def test_an_index_on_the_next_line_is_no_amount() -> None:
    sheet = card()
    for i, line in enumerate(["模具分析与应用研修班一期，类别专业", "2.精益制造研修班第二期，类别公需", "3.其他"]):
        sheet.text(100, 200 + 36 * i, line)
    assert hours(sheet.page()) == ([], [], [])


def test_parts_of_a_subject_in_columns_of_their_own() -> None:
    rows = [["类别", "公需学时", "公需学时", "专业学时", "专业学时", "总计"], ["学时", "12", "12", "30", "38", "92"]]
    sheet = card()
    sheet.table(60, 200, [200] * 6, rows)
    found = hours(sheet.page())
    assert (found[0], found[1]) == (["92"], ["68"])
    assert found[2] == ["24"]


def test_no_card_is_printed_before_a_course_on_it_ends() -> None:
    sheet = card()
    sheet.text(100, 200, "沈若岚2022年度共取得90学时，其中公需科目24学时，专业科目66学时。")
    sheet.text(100, 260, "液压传动新技术，2022.03.02至2022.05.16，工程大学")
    sheet.text(100, 320, "2022.02.18堂2022.03.06 学习网")
    assert [f.confidence < 0.5 for f in read(sheet.page())["printed_on"]] == [True]


def test_a_row_whose_course_is_illegible_is_a_course_by_its_place() -> None:
    sheet = card()
    rows = (
        ("1.机械优化设计", "专业", 33),
        ("2.流体机械节能", "专业", 16),
        ("门间:工业零", "专业", 17),
        ("人工", "公开", 22),
    )
    for i, (course, subject, amount) in enumerate(rows):
        sheet.text(100, 200 + 60 * i, course)
        sheet.text(820, 200 + 60 * i, subject)
        sheet.text(1140, 200 + 60 * i, f"{amount}学时")
    assert hours(sheet.page(), 0.3)[:2] == (["88"], ["66"])
