"""Insurance records of rarer shapes: halves side by side, kinds in columns or sections, cards; rows held against each other."""

import pytest
from drawn_words import page as lines
from drawn_words import table
from insurance_fields import JISHAN, MONTHS, YUEZHOU, fields, rows, sheet

from extractors.kinds.social_insurance_record.columns import listed_months, section_kind
from models.page import Page


@pytest.mark.parametrize("ruled", [True, False])
def test_the_same_columns_side_by_side(ruled: bool) -> None:
    made = sheet("社会保险个人缴费明细")
    header = ["缴费月份", "缴费单位", "险种"]
    body = [
        [MONTHS[i].replace("-", "."), JISHAN, "养老", MONTHS[i + 6].replace("-", "."), JISHAN, "养老"] for i in range(6)
    ]
    made.table(60, 260, [200, 440, 160] * 2, [header * 2, *body], ruled=ruled)
    found = rows(made.page(), "start_month", "end_month", "employer", "insurance_type")
    assert sorted(found) == [(month, month, JISHAN, "养老") for month in MONTHS]


def test_kinds_of_insurance_in_columns_with_marks() -> None:
    made = sheet("社会保险参保缴费证明")
    body = [[month, JISHAN, "已缴", "已缴", "-"] for month in MONTHS[:3]]
    body += [[MONTHS[3], JISHAN, "-", "已缴", "已缴"]]
    made.table(60, 260, [200, 440, 160, 160, 160], [["缴费年月", "单位名称", "养老", "失业", "工伤"], *body])
    kinds = [kind for (kind,) in rows(made.page(), "insurance_type", least=0.4)]
    assert kinds == ["养老", "养老", "养老", "失业"]


def test_kinds_of_insurance_in_columns_with_periods() -> None:
    made = sheet("社会保险权益记录单")
    made.table(
        60,
        260,
        [440, 380, 380],
        [["单位名称", "养老保险", "失业保险"], [JISHAN, "2019.08-2021.07", "2019.09-2021.07"]],
    )
    assert rows(made.page(), "insurance_type", "start_month", "end_month", "employer", least=0.4) == [
        ("养老保险", "2019-08", "2021-07", JISHAN),
        ("失业保险", "2019-09", "2021-07", JISHAN),
    ]


def test_a_heading_over_each_table_names_its_kind() -> None:
    made = sheet("社会保险参保证明")
    header = ["起始年月", "截止年月", "参保单位"]
    made.text(100, 240, "一、企业职工基本养老保险")
    bottom = made.table(60, 290, [300, 300, 440], [header, ["201908", "202107", JISHAN]])
    made.text(100, bottom + 40, "二、失业保险")
    made.table(60, bottom + 90, [300, 300, 440], [header, ["202001", "202107", JISHAN]])
    assert rows(made.page(), "insurance_type", "start_month") == [
        ("企业职工基本养老保险", "2019-08"),
        ("失业保险", "2020-01"),
    ]


def test_months_in_words_and_under_numbers() -> None:
    made = sheet("基本养老保险对账单")
    made.table(
        60, 260, [200, 440, 300, 200], [["年度", "缴费单位", "缴费月份", "月数"], ["2021", JISHAN, "3-8月", "6"]]
    )
    assert rows(made.page(), "start_month", "end_month") == [("2021-03", "2021-08")]
    numbered = sheet("基本养老保险参保缴费证明")
    header = ["年度", ("缴费月份", 12)]
    body = [["2021", *["√"] * 12]]
    numbered.table(60, 260, [200, *[90] * 12], [header, ["", *(str(n) for n in range(1, 13))], *body])
    assert rows(numbered.page(), "start_month", "end_month") == [(month, month) for month in MONTHS]


def test_employers_by_code() -> None:
    made = sheet("社会保险个人参保证明")
    body = [[month.replace("-", ""), "110400123456", "5000"] for month in MONTHS[:3]]
    bottom = made.table(60, 260, [300, 400, 300], [["缴费年月", "单位编号", "缴费基数"], *body])
    made.text(100, bottom + 60, f"110400123456：{JISHAN}")
    assert [employer for (employer,) in rows(made.page(), "employer")] == [JISHAN] * 3


def test_cards_of_periods_and_of_months() -> None:
    periods = lines(f"""
^我的参保信息
姓名：周启航
{JISHAN}
险种：企业职工基本养老保险
参保时间：2019-08 至 2021-07
{YUEZHOU}
险种：企业职工基本养老保险
参保时间：2021-08 至 2023-07
""")
    assert rows(periods, "employer", "start_month", "end_month") == [
        (JISHAN, "2019-08", "2021-07"),
        (YUEZHOU, "2021-08", "2023-07"),
    ]
    cards = "\n".join(f"{month} | 已到账\n{JISHAN}\n个人缴费400元" for month in MONTHS[:4])
    months = lines(f"^社保缴费记录\n姓名：周启航\n险种：企业职工基本养老保险\n{cards}")
    assert rows(months, "employer", "start_month") == [(JISHAN, month) for month in MONTHS[:4]]


def test_sentences_with_the_employer_first_or_behind() -> None:
    behind = lines(
        f"^社保缴纳证明\n参保人周启航，养老保险缴费记录如下：\n1、2019年08月至2021年07月，{JISHAN}，缴纳养老保险24个月；"
    )
    first = lines(f"^参保证明\n周启航在{JISHAN}，自2019年8月至2021年7月参加企业职工基本养老保险。")
    for made in (behind, first):
        assert rows(made, "employer", "start_month", "end_month") == [(JISHAN, "2019-08", "2021-07")]


def monthly(employers: list[str], months: list[str] = MONTHS) -> Page:
    made = sheet("参保缴费记录")
    body = [[month, employer, "职工养老"] for month, employer in zip(months, employers, strict=True)]
    made.table(60, 260, [200, 500, 200], [["缴费月份", "缴费单位", "险种"], *body])
    return made.page()


def test_one_employer_misread_in_few_rows_is_told_as_the_others_have_it() -> None:
    misread = JISHAN.replace("稽", "嵇")
    assert {employer for (employer,) in rows(monthly([JISHAN] * 9 + [misread] * 3), "employer")} == {JISHAN}
    assert (
        rows(monthly([JISHAN] * 6 + [misread] * 6), "employer") == [("",)] * 12
    )  # which of them is right is not known
    first, second = ("越州第一机械有限公司", "越州第二机械有限公司")
    both = {employer for (employer,) in rows(monthly([first] * 9 + [second] * 3), "employer")}
    assert both == {first, second}


def test_a_month_out_of_its_order_is_unsure() -> None:
    months = [*MONTHS[:7], "2021-03", *MONTHS[8:]]
    doubted = [f for f in fields(monthly([JISHAN] * 12, months)) if "out_of_order" in f.notes]
    assert {(f.row, f.value) for f in doubted} == {(7, "2021-03")}
    assert all(f.confidence < 0.5 for f in doubted)


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("1-12", [(1, 12)]),
        ("1、2、3、7月", [(1, 1), (2, 2), (3, 3), (7, 7)]),
        ("全年", [(1, 12)]),
        ("8-3", None),
        ("13", None),
        ("5000", None),
    ],
)
def test_months_listed(text: str, months: list[tuple[int, int]] | None) -> None:
    assert listed_months(text) == months


def test_headings_of_kinds() -> None:
    assert section_kind("(二)工伤保险缴费情况") == "工伤保险"
    assert section_kind("养老保险参保缴费证明") is None


def test_a_month_that_cannot_be_is_no_month() -> None:
    made = sheet("基本养老保险个人参保缴费证明")
    cells = [["开始年月", "截止年月", "单位名称"], ["2020.00", "2022.02", JISHAN], ["2022.06", "2023.08", JISHAN]]
    made.table(100, 240, [300, 300, 500], cells, ruled=True)
    values = {f.value for f in fields(made.page()) if f.name in ("start_month", "end_month")}
    assert values <= {"2022-02", "2022-06", "2023-08"}
    assert {"2022-06", "2023-08"} <= values


def test_a_row_of_values_is_no_firms_name() -> None:
    made = table(
        [
            ["职工", "证号", "缴纳之处"],
            ["周启航", "330699199208150035", YUEZHOU],
            ["起始年月", "截止年月", ""],
            ["2020-01", "2023-06", ""],
        ],
        title="基本养老保险参保缴费证明",
        ruled=False,
    )
    assert all(f.value == YUEZHOU for f in fields(made) if f.name == "employer")


def test_the_month_of_the_first_payment_is_none_of_the_period() -> None:
    said = [["姓名", "周启航"], ["缴费单位", YUEZHOU], ["险种名称", "企业职工基本养老保险"], ["首次缴费年月", "201307"]]
    said += [["本单位缴费起始年月", "201809"], ["本单位缴费终止年月", "202307"], ["本单位缴费月数", "59"]]
    made = table(said, title="参保人员养老保险缴费情况证明")
    assert rows(made, "start_month", "end_month") == [("2018-09", "2023-07")]


def test_cards_of_periods_with_one_kind_over_them() -> None:
    made = lines(
        "^^基本养老保险个人参保信息查询结果\n姓名：周启航\n参保险种：企业职工基本养老保险\n人员状态：在职\n[参保记录1]\n"
        f"参保单位：{JISHAN}\n起始年月：2021/06 | 终止年月：2023/07\n[参保记录2]\n"
        f"参保单位：{YUEZHOU}\n起始年月：2017/08 | 终止年月：2021/05"
    )
    kinds = {f.value for f in fields(made) if f.name == "insurance_type"}
    assert kinds == {"企业职工基本养老保险"}
