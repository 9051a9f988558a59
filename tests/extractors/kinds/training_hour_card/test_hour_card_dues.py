"""Amounts over what is due, headers in two rows, units by year, bars of progress, a sentence right under a table."""

import pytest
from hour_card_fields import card, hours, read

YEARS = [("2021", "24", "66", "90"), ("2022", "30", "62", "92"), ("2023", "18", "72", "90")]
UNIT = "云台精科焊接设备有限公司"


@pytest.mark.parametrize(("told", "turned"), [("已修/应修", False), ("应修/已修", True), ("", False)])
def test_done_of_what_is_due(told: str, turned: bool) -> None:
    def due(done: str, least: str) -> str:
        return f"{least}/{done}" if turned else f"{done}/{least}"

    sheet = card()
    sheet.text(100, 160, f"学时{told}")
    rows = [[y, UNIT, due(p, "18"), due(s, "60"), due(t, "90")] for y, p, s, t in YEARS]
    head = ["年度", "归属单位", "公需课", "专业课", "总学时"]
    sheet.table(100, 220, [150, 450, 200, 200, 200], [head, *rows], ruled=False)
    found = read(sheet.page())
    assert hours(sheet.page()) == (["90", "92", "90"], ["66", "62", "72"], ["24", "30", "18"])
    assert [(f.value, f.row) for f in found["employer"]] == [(UNIT, 0), (UNIT, 1), (UNIT, 2)]


def test_amounts_of_two_subjects_are_no_fractions() -> None:
    sheet = card()
    sheet.table(100, 200, [300] * 2, [["公需/专业", "24/66"], ["合计", "90"], ["备注", "18/60"]])
    assert not {"24", "66"} & {f.value for f in read(sheet.page()).get("total_hours", [])}


def test_header_over_ways_of_learning_and_their_sum() -> None:
    head = [("年份", 1, 2), ("公需科目", 3), ("专业科目", 3), ("学时总数", 1, 2)]
    ways = [None, "网络", "面授", "合计", "网络", "面授", "合计", None]
    rows = [[y, "10", str(int(p) - 10), p, "50", str(int(s) - 50), s, t] for y, p, s, t in YEARS]
    sheet = card()
    sheet.table(100, 200, [150] * 8, [head, ways, *rows])
    assert hours(sheet.page()) == (["90", "92", "90"], ["66", "62", "72"], ["24", "30", "18"])


def test_labels_set_wide_over_quarters() -> None:
    quarters = [[f"第{n}季度", "5", "16", "21"] for n in "一二三四"]
    sheet = card()
    sheet.table(
        100, 200, [300] * 4, [["季   度", "公   需", "专   业", "小   计"], *quarters, ["全年合计", "20", "64", "84"]],
        ruled=False,
    )  # fmt: skip
    assert hours(sheet.page()) == (["84"], ["64"], ["20"])


def test_bars_of_progress_between_label_and_amount() -> None:
    sheet = card()
    for y, label, least, done in ((300, "公需", "18", "24"), (500, "专业", "60", "75"), (700, "年度总计", "90", "99")):
        sheet.text(120, y, label)
        sheet.text(1300, y, f"要求 {least}")
        sheet.text(120, y + 95, f"{done} 学时")
    assert hours(sheet.page()) == (["99"], ["75"], ["24"])


def test_result_told_right_under_the_courses() -> None:
    head = ["证书编号", "学习项目", "申报学时", "认定学时", "认定科目"]
    rows = [["ZS1", "碳中和概论", "16", "12", "公需"], ["ZS2", "铸造工艺", "20", "18", "专业"]]
    sheet = card()
    below = sheet.table(100, 200, [150, 400, 200, 200, 200], [head, *rows], ruled=False)
    sheet.text(100, below + 10, "认定结果：公需科目12学时、专业科目18学时，年度认定学时合计30学时。")
    assert hours(sheet.page()) == (["30"], ["18"], ["12"])


def test_day_at_a_portals_foot_and_the_person_greeted() -> None:
    sheet = card()
    sheet.text(1300, 20, "您好，司徒远航▼")
    sheet.text(300, 2150, "©绥岭市人员网络学院备案号00000号 2023-08-2220:14")
    sheet.text(100, 300, "公需 24 专业 66 合计 90")
    found = read(sheet.page())
    assert [f.value for f in found["printed_on"]] == ["2023-08-22"]
    assert [f.value for f in found["name"]] == ["司徒远航"]


def test_less_than_is_due_is_not_guessed() -> None:
    sheet = card()
    sheet.table(100, 200, [300] * 2, [["科目", "学时"], ["公需", "18/24"], ["专业", "60/66"]])
    assert hours(sheet.page()) == ([], [], [])


def test_years_as_blocks_of_lines_side_by_side() -> None:
    sheet = card()
    for at, (year, public, special, total) in enumerate(YEARS):
        for y, text in ((300, f"{year}年度"), (360, f"公需科目{public}学时"), (420, f"专业科目{special}学时")):
            sheet.text(60 + 520 * at, y, text)
        sheet.text(60 + 520 * at, 480, f"合计{total}学时")
    assert hours(sheet.page()) == (["90", "92", "90"], ["66", "62", "72"], ["24", "30", "18"])


def test_amounts_reported_and_recognised_in_one_sentence() -> None:
    sheet = card()
    sheet.text(100, 260, "公需科目申报26学时，认定24学时；专业科目申报70学时，认定66学时。合计认定90学时。")
    assert hours(sheet.page()) == (["90"], ["66"], ["24"])


def test_unit_of_each_year_in_two_lines() -> None:
    rows = [
        ["2021", "云台精科焊接\n设备有限公司", "24", "66", "90"],
        ["2022", "云台朗讯风机\n制造有限公司", "30", "62", "92"],
    ]
    sheet = card()
    sheet.table(100, 220, [150, 400, 200, 200, 200], [["年度", "工作单位", "公需", "专业", "合计"], *rows], pitch=90)
    units = [(f.value, f.row) for f in read(sheet.page())["employer"]]
    assert units == [("云台精科焊接设备有限公司", 0), ("云台朗讯风机制造有限公司", 1)]


def test_legend_of_dues_in_the_labels_of_rows() -> None:
    names = ("公需科目", "专业科目", "合计")
    rows = [[f"{n}(完成/要求)", *(f"{y[i + 1]}/18" for y in YEARS)] for i, n in enumerate(names)]
    sheet = card()
    sheet.table(100, 220, [300] * 4, [["项目", "2021年", "2022年", "2023年"], *rows])
    assert hours(sheet.page()) == (["90", "92", "90"], ["66", "62", "72"], ["24", "30", "18"])


def test_first_part_of_a_sum_is_not_the_total() -> None:
    sheet = card()
    sheet.text(100, 260, "合计：24（公需）+66（专业）=90学时")
    assert "24" not in hours(sheet.page())[0]
