"""Insurance records without a usual header: calendars of months, a line a period, headers of two rows hardly read."""

from dataclasses import replace

import pytest
from drawn_words import page as lines
from insurance_fields import JISHAN, MONTHS, YUEZHOU, fields, rows, sheet

from extractors.layout.tables import ruled_grids
from extractors.layout.view import PageView
from models.page import Mark, Page

HEADER = ["年\\月", *(str(n) for n in range(1, 13))]
UNPAID = {"○": [m for m in MONTHS if m != "2021-03"], "": [m for m in MONTHS if m != "2021-03"]}


def calendar(third: str) -> Page:
    made = sheet("养老保险缴费月历")
    made.table(60, 260, [200, *[90] * 12], [HEADER, ["2021", *(third if n == 3 else "●" for n in range(1, 13))]])
    return made.page()


@pytest.mark.parametrize("third", ["○", ""])
def test_a_calendar_with_a_gap_is_unsure(third: str) -> None:
    assert set(rows(calendar(third), "start_month", "end_month")) <= {("", "")}
    assert rows(calendar(third), "start_month", least=0.0) == [(m,) for m in UNPAID[third]]


def test_a_whole_calendar_is_read() -> None:
    assert rows(calendar("●"), "start_month", "end_month") == [(month, month) for month in MONTHS]


def test_signs_that_are_no_words_are_seen() -> None:
    page = calendar("")
    (grid,) = ruled_grids(PageView(page))
    third = grid.rows[1][3].box
    signed = replace(page, marks=(Mark("checkbox", third, 0.75, checked=True),))
    assert rows(signed, "start_month") == [(month,) for month in MONTHS]


def test_a_line_a_period() -> None:
    page = lines(
        f"^^社会保险参保历程\n2018.07—2020.12 | {JISHAN} | 企业职工基本养老保险\n"
        f"2021.01—2023.08 | {YUEZHOU}企业职工基本养老保险 | 32个月"
    )
    assert rows(page, "start_month", "end_month", "employer", "insurance_type") == [
        ("2018-07", "2020-12", JISHAN, "企业职工基本养老保险"),
        ("2021-01", "2023-08", YUEZHOU, "企业职工基本养老保险"),
    ]


def test_an_office_is_no_employer_of_a_period() -> None:
    page = lines("^^参保证明\n2018.07—2020.12 | 越州市社会保险服务中心")
    assert rows(page, "start_month", least=0.0) == []


def test_a_header_of_two_rows_with_hardly_read_names() -> None:
    made = sheet("职工社会保险缴费情况表（企业参保人员）")
    low = [(text, 1, 2) for text in ("缴费年月", "缴费工资", "医X", "失业保险", "工伤葆险", "赫")]
    head = [*low[:2], ("养老保险", 2), *low[2:]]
    under = [None, None, "个人缴费", "状态", None, None, None, None]
    body = [[month, "4462", "356.96", *["√"] * 5] for month in MONTHS[:4]]
    made.table(60, 260, [220, 200, 200, 160, 140, 160, 160, 140], [head, under, *body])
    kinds = {value for (value,) in rows(made.page(), "insurance_type", least=0.4)}
    assert kinds == {"养老保险"}


def test_the_next_label_ends_a_kind_of_insurance() -> None:
    page = lines(
        f"^^养老保险缴费记录\n周启航|330699199208150035\n险种：企业职工基本养老保险 查询区段：2020年8月\n单位：{JISHAN}"
    )
    found = {f.name: f.value for f in fields(page)}
    assert found["insurance_type"] == "企业职工基本养老保险"
    assert (found["name"], found["id_number"], found["employer"]) == ("周启航", "330699199208150035", JISHAN)


def test_the_employer_that_says_it_paid() -> None:
    page = lines(
        f"^^社保缴纳证明\n兹证明周启航为我公司员工，我公司自2020年9月起至2023年8月止为其连续缴纳企业职工基本养老保险。\n\n\n\n\n\n\n>{JISHAN}"
    )
    assert rows(page, "start_month", "end_month", "employer") == [("2020-09", "2023-08", JISHAN)]


def test_start_and_end_under_one_head() -> None:
    made = sheet("社会保险参保证明")
    head = [("缴费单位名称", 1, 2), ("险种", 1, 2), ("缴费起止时间", 2)]
    body = [[JISHAN, "企业职工基本养老保险", "2019年05月", "2021年12月"]]
    made.table(60, 260, [440, 400, 300, 300], [head, [None, None, "起", "止"], *body])
    assert rows(made.page(), "start_month", "end_month", least=0.0) == [("2019-05", "2021-12")]


def test_numbered_periods_with_their_employers() -> None:
    page = lines(
        f"^^参保缴费证明\n1. 2019年5月至2021年12月，参保单位：{JISHAN}；\n2. 2022年1月至2023年8月，参保单位：{YUEZHOU}。"
    )
    assert rows(page, "start_month", "end_month", "employer") == [
        ("2019-05", "2021-12", JISHAN),
        ("2022-01", "2023-08", YUEZHOU),
    ]
