"""Headers that offices part and word otherwise: ends in cells of their own, year and month apart, months under one year."""

import pytest
from drawn_words import page as lines
from insurance_fields import JISHAN, MONTHS, YUEZHOU, fields, rows, sheet

from extractors.kinds.social_insurance_record.columns import column_role
from models.document import Field
from models.page import Page

PENSION = "企业职工基本养老保险"


def named(page: Page, name: str) -> list[Field]:
    return [field for field in fields(page) if field.name == name]


def test_a_header_over_the_cells_of_both_ends() -> None:
    made = sheet("社会保险个人参保证明")
    head = [("参保起止时间", 3), ("单位", 1), ("养老", 1), ("失业", 1)]
    body = [["201803", "-", "202106", f"桐津市：{JISHAN}", "40", "40"], ["202107", "-", "202307", YUEZHOU, "25", "25"]]
    made.table(60, 260, [160, 60, 160, 600, 120, 120], [head, *body])
    assert rows(made.page(), "start_month", "end_month", "employer") == [
        ("2018-03", "2021-06", JISHAN),
        ("2021-07", "2023-07", YUEZHOU),
    ]


def test_year_and_month_have_a_cell_each() -> None:
    made = sheet("参保人社会保险缴费清单")
    head = [("缴费年月", 2), ("单位编号", 1, 2), ("养老保险", 3)]
    under = ["年", "月", None, "基数", "单位交", "个人交"]
    body = [["2023", month, "30912345", "4775", "716.25", "382.00"] for month in ("07", "06", "05")]
    made.table(60, 260, [120, 120, 240, 160, 160, 160], [head, under, *body])
    made.text(100, 900, f"单位编号对应的单位名称：30912345 {JISHAN}")
    assert rows(made.page(), "start_month", "end_month", "employer") == [
        (f"2023-{month}", f"2023-{month}", JISHAN) for month in ("07", "06", "05")
    ]


def test_months_by_number_are_of_the_year_in_the_heading() -> None:
    made = sheet("社会保险个人参保证明")
    made.text(900, 120, "(2023年)")
    head = [("月份", 1, 2), ("基本养老保险", 2), ("工伤保险", 2)]
    under = [None, "缴费基数", "缴费情况", "缴费基数", "缴费情况"]
    body = [[f"{n:02}", "3756", "●", "3756", "-"] if n < 4 else [f"{n:02}", "", "1", "", "-"] for n in range(1, 7)]
    made.table(60, 260, [120, 200, 200, 200, 200], [head, under, *body])
    assert rows(made.page(), "start_month", least=0.0) == [("2023-01",), ("2023-02",), ("2023-03",)]


@pytest.mark.parametrize(
    ("since", "until"),
    [("费款起始期", "费款截止期"), ("参保时间", "停保时间"), ("始缴年月", "终缴年月"), ("起始所属期", "截止所属期")],
)
def test_words_for_both_ends(since: str, until: str) -> None:
    made = sheet("职工参保缴费历史查询单")
    made.table(60, 260, [600, 260, 260, 160], [["参保单位", since, until, "月数"], [JISHAN, "201608", "201912", "41"]])
    assert rows(made.page(), "start_month", "end_month") == [("2016-08", "2019-12")]


def test_the_day_of_joining_is_no_period_beside_both_ends() -> None:
    made = sheet("职工名册")
    head = ["参保单位", "参保时间", "缴费起始年月", "缴费截止年月"]
    made.table(60, 260, [600, 260, 260, 260], [head, [JISHAN, "2019-01-01", "2020-09", "2023-07"]])
    assert rows(made.page(), "start_month", "end_month") == [("2020-09", "2023-07")]


@pytest.mark.parametrize(("count", "least"), [("11", 0.5), ("12", 0.5)])
def test_a_dash_read_as_a_figure_is_no_sum(count: str, least: float) -> None:
    made = sheet("养老保险历年缴费情况表")
    months = ["382"] * 4 + ["1"] + ["382"] * 7
    head = ["年度", *(f"{n}月" for n in range(1, 13)), "月数"]
    body = [["2020", *["382"] * 12, "12"], ["2021", *months, count]]
    made.table(60, 260, [140, *[100] * 12, 120], [head, *body])
    sure = [month for (month,) in rows(made.page(), "start_month", least=least) if month.startswith("2021")]
    assert sure == ([f"2021-{n:02}" for n in range(1, 13) if n != 5] if count == "11" else [])


def test_the_pension_by_its_whole_name_where_the_page_says_it() -> None:
    made = sheet("社会保险个人参保证明")
    made.table(60, 260, [600, 300], [["险种", "累计缴费月数"], [PENSION, "2"], ["失业保险", "2"]])
    made.table(60, 600, [200, 600, 200, 200], [["缴费年月", "单位名称", "养老保险", "失业保险"], *_months()])
    assert {value for (value,) in rows(made.page(), "insurance_type")} == {PENSION}


def _months() -> list[list[str]]:
    return [[month, JISHAN, "325.68", "20.36"] for month in ("2023-06", "2023-07")]


def test_cards_under_the_names_of_firms() -> None:
    page = lines(
        f"^^参保缴费记录\n周启航\n330699199208150035\n{JISHAN}\n2021年11月~2023年07月\n缴费月数 21个月\n"
        f"{YUEZHOU}\n2019年03月~2021年10月\n缴费月数 32个月"
    )
    assert [field.value for field in named(page, "name")] == ["周启航"]
    assert rows(page, "start_month", "end_month", "employer") == [
        ("2021-11", "2023-07", JISHAN),
        ("2019-03", "2021-10", YUEZHOU),
    ]


def test_a_sentence_names_the_employer_of_a_table() -> None:
    made = sheet("证明")
    made.text(100, 220, f"周启航，现由{JISHAN}在我中心参加{PENSION}，缴费情况见下表。")
    made.table(60, 300, [200, 500, 200], [["年度", "缴费起止月份", "缴费月数"], ["2021", "2021年1月-2021年12月", "12"]])
    assert rows(made.page(), "start_month", "end_month", "employer") == [("2021-01", "2021-12", JISHAN)]


def test_an_employer_over_two_lines_of_a_sentence_is_whole() -> None:
    made = sheet("证明")
    made.text(100, 220, f"兹证明周启航，身份证号码330699199208150035，现由{JISHAN[:3]}")
    made.text(60, 260, f"{JISHAN[3:]}在我中心参加{PENSION}，缴费情况见下表。")
    made.table(60, 340, [200, 500, 200], [["年度", "缴费起止月份", "缴费月数"], ["2021", "2021年1月-2021年12月", "12"]])
    assert rows(made.page(), "start_month", "end_month", "employer") == [("2021-01", "2021-12", JISHAN)]


def test_a_period_is_no_day_of_printing() -> None:
    page = lines(f"^^权益记录\n查询日期：2020年08月至2023年07月\n单位名称：{JISHAN}\n日期：2023年08月22日")
    assert [field.value for field in named(page, "printed_on")] == ["2023-08-22"]


def test_years_of_two_rows_each() -> None:
    made = sheet("职工养老保险缴费基数核定表")
    months = [f"{n}月" for n in range(1, 13)]
    head = [
        [("2021年度", 1, 2), *months],
        [None, *["4980"] * 12],
        [("2022年度", 1, 2), *months],
        [None, *["5100"] * 11, ""],
    ]
    made.table(60, 260, [160, *[100] * 12], head)
    expected = [f"2021-{n:02}" for n in range(1, 13)] + [f"2022-{n:02}" for n in range(1, 12)]
    assert [month for (month,) in rows(made.page(), "start_month")] == expected


def test_a_stretch_of_one_year() -> None:
    made = sheet("企业职工养老保险缴费年限核定表")
    body = [["2019", JISHAN, "2019.10-12", "3"], ["2020", JISHAN, "2020.01-12", "12"]]
    made.table(60, 260, [160, 600, 300, 120], [["年份", "缴费单位", "缴费起止", "月数"], *body])
    assert rows(made.page(), "start_month", "end_month") == [("2019-10", "2019-12"), ("2020-01", "2020-12")]


def test_the_pension_that_is_ticked() -> None:
    page = lines(
        f"^^参保证明\n姓名：周启航\n参保单位：{JISHAN}\n参保险种：☑{PENSION} ☑失业保险 ☑工伤保险 □机关事业单位养老保险\n"
        "参保时间：自2021年7月起\n缴费截止：2023年7月"
    )
    assert rows(page, "start_month", "end_month", "insurance_type") == [("2021-07", "2023-07", PENSION)]


def test_an_end_told_in_the_next_clause() -> None:
    page = lines(
        f"^^社会保险缴费证明\n周启航，身份证号码330699199208150035，系{JISHAN}职工。该同志自2019年3月起在我局参加{PENSION}，"
        "\n截至2023年8月，已连续缴费54个月，目前参保状态正常。"
    )
    assert rows(page, "start_month", "end_month", "employer") == [("2019-03", "2023-08", JISHAN)]


def test_a_number_is_no_kind_of_insurance() -> None:
    made = sheet("参保缴费明细表")
    head = [("缴费年月", 1, 2), ("单位名称", 1, 2), ("养老保险", 2), ("医疗保险", 2)]
    under = [None, None, "基数", "个人交", "险种", "基数"]
    body = [[month, JISHAN, "2360", "188.8", "1", "6000"] for month in MONTHS[:3]]
    made.table(60, 260, [200, 600, 160, 160, 120, 160], [head, under, *body])
    assert {value for (value,) in rows(made.page(), "insurance_type", least=0.0)} == {"养老保险"}


def test_the_office_that_issues_is_no_employer() -> None:
    page = lines(
        f"^^养老保险参保缴费历史\n2014年07月—2016年05月 {JISHAN}\n出具单位：越州市社会保险中心城东办事处\n出具时间：2023年8月19日"
    )
    assert {field.value for field in named(page, "employer")} == {JISHAN}


def test_months_listed_one_by_one_are_a_row_each() -> None:
    made = sheet("养老保险实际缴费月份明细")
    head = ["缴费年份", "已缴费月份", "月数"]
    body = [[(f"缴费单位：{JISHAN}", 3)], ["2021", "01、02·03", "3"]]
    made.table(60, 260, [200, 900, 120], [head, *body])
    assert rows(made.page(), "start_month", "end_month", "employer") == [(m, m, JISHAN) for m in MONTHS[:3]]


def test_headers_in_two_tongues() -> None:
    made = sheet("社会保险缴费证明")
    head = ["缴费单位\nEmployer", "开始年月\nFrom", "结束年月\nTo", "月数\nMonths"]
    made.table(60, 260, [600, 300, 300, 200], [head, [JISHAN, "2017-03", "2020-11", "45"]])
    assert rows(made.page(), "start_month", "end_month", "employer") == [("2017-03", "2020-11", JISHAN)]


def test_the_number_of_the_paper_is_no_name() -> None:
    page = lines(
        f"^^社会保险参保证明\n社证〔2023〕第0230号\n兹证明空念真（身份证号码：330699199208150035）在我市参加{PENSION}，具体如下："
        f"\n2017年3月至2020年11月，由{JISHAN}为其缴纳，共45个月。"
    )
    assert [field.value for field in named(page, "name")] == ["空念真"]


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("start", "起始所属期 开始缴费年月 增员年月 费款所属期起 参保开始日期 始"),
        ("end", "终止缴费年月 减员年月 停缴年月 中断时间 费款所属期止 缴费止月"),
        ("period", "缴费起讫年月 时间段 所属期间 费款所属期起止 参保时段"),
        ("month", "做账期 结算期 核定年月 缴费月 对应费款所属期 月份"),
        ("type", "费种 征收项目 缴费项目 参保险种"),
        ("months", "合计月数 本年缴费月数 实缴月数"),
        ("employer", "代扣代缴单位 缴费企业名称 单位信息 缴费公司"),
        ("other", "入库日期 用工形式 个人部分 缴费状态 养老保险险种"),
    ],
)
def test_what_headers_mean(role: str, words: str) -> None:
    assert {word: column_role(word) for word in words.split()} == dict.fromkeys(words.split(), role)
