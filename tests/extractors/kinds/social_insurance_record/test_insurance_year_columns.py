"""Insurance records whose months stand under their years, and tables whose rows no rule parts."""

import pytest
from drawn_words import SIZE, table, word
from drawn_words import page as lines
from insurance_fields import JISHAN, MONTHS, fields, rows

from models.geometry import Box
from models.page import Page

HEAD = f"^^职工养老保险缴费月份对照\n参保职工：周启航\n缴费主体：{JISHAN}"


def side_by_side(third: str = "已缴 356.96", years: tuple[int, ...] = (2021, 2022)) -> Page:
    words = list(lines(HEAD).words)
    for at, year in enumerate(years):
        words.append(word(f"{year} 年", 300 + 500 * at, 400))
        for month in range(1, 13):
            y = 440 + 50 * month
            said = third if (year, month) == (years[0], 3) else "已缴 356.96"
            words += [word(f"{month}月", 150 + 500 * at, y), *([word(said, 300 + 500 * at, y)] if said else [])]
    return Page(1, SIZE, SIZE, "ocr", tuple(words))


def test_years_side_by_side() -> None:
    expected = [(month, month, JISHAN) for month in (*MONTHS, *(m.replace("2021", "2022") for m in MONTHS))]
    assert rows(side_by_side(), "start_month", "end_month", "employer") == expected


@pytest.mark.parametrize("third", ["未缴", "未敬", "未缴 356.96", "欠费", "已缴 0.00", "", "免", "12"])
def test_only_what_was_paid_is_sure(third: str) -> None:
    sure = [month for (month,) in rows(side_by_side(third), "start_month")]
    assert ("2021-03" in sure) == (third == "12")
    assert len([month for month in sure if month]) == 24 - (third != "12")


def test_a_month_that_comes_twice_is_unsure() -> None:
    sure = {month for (month,) in rows(side_by_side(years=(2021, 2021)), "start_month")}
    assert sure <= {""}


def test_years_one_under_another() -> None:
    tiles = " | ".join(f"{n}月已缴" for n in range(1, 7))
    page = lines(f"{HEAD}\n2021年度\n{tiles}\n2022年度 共6个月\n{tiles}")
    expected = [*MONTHS[:6], *(m.replace("2021", "2022") for m in MONTHS[:6])]
    assert [month for (month,) in rows(page, "start_month")] == expected


def test_years_as_columns_of_months() -> None:
    words = list(lines(HEAD).words)
    words += [word(f"{year}年", 400 + 300 * at, 400) for at, year in enumerate((2021, 2022, 2023))]
    for month in range(1, 13):
        words.append(word(f"{month}月", 150, 440 + 50 * month))
        words += [word("已缴" if month > 2 or at else "未缴", 400 + 300 * at, 440 + 50 * month) for at in range(3)]
    sure = [month for (month,) in rows(Page(1, SIZE, SIZE, "ocr", tuple(words)), "start_month") if month]
    assert sure == [f"{year}-{n:02}" for year in (2021, 2022, 2023) for n in range(1, 13) if (year, n) > (2021, 2)]


def test_rows_that_no_rule_parts() -> None:
    widths, head = (300, 600, 300), ("所属期", "单位", "险种")
    words, cells = list(lines("^^基本养老保险逐月缴费清单").words), []
    for at, label in enumerate(head):
        x = 100 + sum(widths[:at])
        cells.append(Box(x, 280, x + widths[at], 300 + 50 * 13))
        words.append(word(label, x + 10, 300))
        for n in range(1, 13):
            entry = (f"2021年{n}{'.' if n == 9 else ''}月", JISHAN, "基本养老")[at]
            words.append(word(entry, x + 10, 300 + 50 * n))
    page = Page(1, SIZE, SIZE, "ocr", tuple(words), tuple(cells))
    expected = [(month, month, JISHAN, "基本养老") for month in MONTHS]
    assert rows(page, "start_month", "end_month", "employer", "insurance_type") == expected


@pytest.mark.parametrize(("count", "sure"), [("29", True), ("20", False), (None, False)])
def test_the_last_month_paid_ends_a_period_that_its_count_fits(count: str | None, sure: bool) -> None:
    head, row = ["险种", "参保起始年月", "最近缴费年月"], ["企业职工基本养老保险", "2021.03", "2023.07"]
    if count:
        head, row = [*head, "累计月数"], [*row, count]
    page = table([head, row], title="社会保险个人权益记录单")
    assert rows(page, "start_month", "end_month", least=0.0) == [("2021-03", "2023-07")]
    assert (rows(page, "start_month", "end_month") == [("2021-03", "2023-07")]) == sure


def test_a_name_before_a_masked_number() -> None:
    page = lines(f"养老缴费记录\n周启航 | 3306**********0035\n2023年07月\n{JISHAN} | 已缴费")
    assert [f.value for f in fields(page) if f.name == "name"] == ["周启航"]


@pytest.mark.parametrize(("count", "sure"), [("12", True), ("11", False)])
def test_the_count_behind_a_period_told_without_its_second_year(count: str, sure: bool) -> None:
    page = lines(f"参保证明\n1.2021年1月至12月由{JISHAN}缴纳企业职工基本养老保险,计{count}个月。")
    assert rows(page, "start_month", "end_month", least=0.0) == [("2021-01", "2021-12")]
    assert (rows(page, "start_month", "end_month") == [("2021-01", "2021-12")]) == sure


def test_the_end_behind_the_employer() -> None:
    page = lines(f"参保证明\n兹证明周启航自2019年5月起在{JISHAN}参保缴费至2023年7月，险种为企业职工基本养老保险。")
    expected = [("2019-05", "2023-07", "企业职工基本养老保险")]
    assert rows(page, "start_month", "end_month", "insurance_type") == expected


def test_two_stretches_of_a_year_count_together() -> None:
    page = table([["年度", "缴费月份", "缴费月数"], ["2022", "1-2、5-12", "10"]], title="养老保险缴费情况")
    assert rows(page, "start_month", "end_month") == [("2022-01", "2022-02"), ("2022-05", "2022-12")]


def test_kinds_at_the_heads_of_columns() -> None:
    body = [["项目", "养老", "失业"], ["起始年月", "2019-05", "2019-06"], ["截止年月", "2023-07", "2023-07"]]
    found = rows(table(body, title="社会保险参保证明"), "start_month", "end_month", "insurance_type")
    assert found == [("2019-05", "2023-07", "养老"), ("2019-06", "2023-07", "失业")]


@pytest.mark.parametrize(
    ("more", "sure"), [("其中2020年3月至2020年5月中断缴费", False), ("至2023年7月连续缴费，未中断", True)]
)
def test_a_gap_that_is_told_doubts_the_period(more: str, sure: bool) -> None:
    page = lines(f"参保证明\n周启航于2019年5月至2023年7月在{JISHAN}参加企业职工基本养老保险，{more}。")
    assert (rows(page, "start_month", "end_month") == [("2019-05", "2023-07")]) == sure
    assert rows(page, "start_month", least=0.0) == [("2019-05",)]


def test_fewer_months_paid_than_due_doubt_the_period() -> None:
    body = [["201905-202012", "20", "18"], ["202101-202307", "31", "31"]]
    page = table([["起止年月", "应缴月数", "实缴月数"], *body], title="养老保险缴费明细")
    assert [month for (month,) in rows(page, "start_month") if month] == ["2021-01"]


def test_a_year_of_twelve_months_is_whole_and_one_of_fewer_tells_no_months() -> None:
    years = [[year, months, "48000", JISHAN] for year, months in (("2020", "6"), ("2021", "12"), ("2022", "12"))]
    made = table([["年度", "月数", "缴费基数", "缴费单位"], *years], title="职工养老保险历年缴费情况")
    assert rows(made, "start_month", "end_month", "employer") == [
        ("", "", JISHAN),
        ("2021-01", "2021-12", JISHAN),
        ("2022-01", "2022-12", JISHAN),
    ]


def test_a_place_in_the_name_of_the_office_is_nobody() -> None:
    made = lines(
        f"^^参保证明\n>越州市社会保险事业管理中心\n周启航（身份证号330699199208150035），2020年1月至2023年6月在{JISHAN}参加养老保险。"
    )
    assert [f.value for f in fields(made) if f.name == "name"] == ["周启航"]
