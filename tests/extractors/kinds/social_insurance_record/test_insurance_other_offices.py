"""Insurance records of other offices: sections and letters that name the employer, bare months, calendars, months not paid."""

import pytest
from drawn_words import page as lines
from insurance_fields import JISHAN, MONTHS, YUEZHOU, fields, rows, sheet

from extractors.kinds.social_insurance_record.columns import column_role

PENSION = "企业职工基本养老保险"


def test_a_row_over_all_columns_names_the_employer_of_the_rows_under_it() -> None:
    made = sheet("个人参保缴费明细表")
    body: list[list[str | tuple[str, int]]] = [[(f"单位名称：{JISHAN}单位编号：330612345", 3)]]
    body += [[month.replace("-", ""), PENSION, "4250.00"] for month in MONTHS[:3]]
    body += [[(YUEZHOU, 3)], *([month.replace("-", ""), PENSION, "4250.00"] for month in MONTHS[3:5])]
    made.table(60, 260, [300, 500, 300], [["费款所属期", "险种", "缴费基数"], *body])
    assert rows(made.page(), "start_month", "employer") == [
        *((month, JISHAN) for month in MONTHS[:3]),
        *((month, YUEZHOU) for month in MONTHS[3:5]),
    ]


def test_a_line_over_each_table_names_its_employer() -> None:
    made = sheet("职工社会保险缴费清单")
    top = 260.0
    for employer, months in ((JISHAN, MONTHS[:3]), (YUEZHOU, MONTHS[3:6])):
        made.text(100, top, f"参保单位：{employer}")
        top = 60 + made.table(
            60, top + 50, [300, 300], [["缴费月份", "养老"], *([month, "320.00"] for month in months)]
        )
    assert [employer for (employer,) in rows(made.page(), "employer")] == [JISHAN] * 3 + [YUEZHOU] * 3


def test_months_without_their_year_which_has_a_column() -> None:
    made = sheet("基本养老保险个人缴费年限证明")
    body = [["2020", JISHAN, "3", "12", "10"], ["2021", JISHAN, "1", "11", "12"]]
    made.table(60, 260, [150, 500, 150, 150, 150], [["年度", "单位名称", "起始月", "终止月", "月数"], *body])
    found = fields(made.page())
    assert rows(made.page(), "start_month", "end_month") == [("2020-03", "2020-12"), ("", "")]
    assert [f.value for f in found if "months_differ" in f.notes] == ["2021-01", "2021-11"]


@pytest.mark.parametrize(("header", "entry"), [("缴费状态", "欠缴"), ("是否到账", "否"), ("备注", "未缴费")])
def test_a_month_that_was_not_paid_is_never_sure(header: str, entry: str) -> None:
    made = sheet("社会保险缴费明细查询单")
    body = [[month, JISHAN, "养老保险", entry if month == "2021-03" else "是"] for month in MONTHS[:6]]
    made.table(60, 260, [200, 500, 200, 200], [["缴费年月", "单位名称", "险种名称", header], *body])
    assert [start for (start,) in rows(made.page(), "start_month")] == [
        "2021-01",
        "2021-02",
        "",
        "2021-04",
        "2021-05",
        "2021-06",
    ]


def test_a_paid_period_stays_sure_though_the_insurance_rests_by_now() -> None:
    made = sheet("社会保险参保证明")
    made.table(
        60,
        260,
        [300, 300, 500, 300],
        [["起始年月", "截止年月", "参保单位", "参保状态"], ["201908", "202107", JISHAN, "暂停缴费"]],
    )
    assert rows(made.page(), "start_month", "end_month") == [("2019-08", "2021-07")]


def test_a_row_with_a_misread_month_keeps_what_was_read() -> None:
    made = sheet("参保缴费证明")
    header = ["开始年月", "截止年月", "单位名称", "险种"]
    body = [["2020.00", "2022.02", JISHAN, PENSION], ["2022.06", "2023.08", JISHAN, PENSION]]
    made.table(60, 260, [200, 200, 500, 400], [header, *body])
    assert rows(made.page(), "start_month", "end_month", "employer", "insurance_type") == [
        ("", "2022-02", JISHAN, PENSION),
        ("2022-06", "2023-08", JISHAN, PENSION),
    ]


def test_tables_side_by_side_have_each_their_own_heading() -> None:
    made = sheet("社会保险缴费证明")
    for x, kind, start in ((60, "养老保险", "201908"), (1060, "失业保险", "202001")):
        made.text(x + 250, 240, kind)
        made.table(x, 300, [300, 300, 200], [["起始年月", "终止年月", "月数"], [start, "202107", "" if x else "24"]])
    assert sorted(rows(made.page(), "insurance_type", "start_month")) == [
        ("养老保险", "2019-08"),
        ("失业保险", "2020-01"),
    ]


def test_a_table_lying_on_its_side() -> None:
    made = sheet("养老保险参保情况证明")
    body = [["参保单位", JISHAN, YUEZHOU], ["险种", "养老保险", "养老保险"]]
    body += [["起始年月", "2019-08", "2021-08"], ["终止年月", "2021-07", "2023-07"]]
    made.table(60, 260, [200, 500, 500], body)
    assert rows(made.page(), "employer", "start_month", "end_month") == [
        (JISHAN, "2019-08", "2021-07"),
        (YUEZHOU, "2021-08", "2023-07"),
    ]


def test_a_calendar_of_months_with_what_was_paid_under_each() -> None:
    made = sheet("社会保险参保缴费证明")
    made.text(100, 220, f"单位名称：{JISHAN}")
    body = []
    for first in (0, 6):
        body.append([month.replace("-", "年") + "月" for month in MONTHS[first : first + 6]])
        body.append(["已缴" if month != "2021-08" else "未缴" for month in MONTHS[first : first + 6]])
    made.table(60, 300, [280] * 6, body)
    assert [start for (start,) in rows(made.page(), "start_month")] == [m if m != "2021-08" else "" for m in MONTHS]
    assert {employer for (employer,) in rows(made.page(), "employer")} == {JISHAN}


def test_a_letter_to_the_employer() -> None:
    letter = lines(f"""
^社保参保证明
{JISHAN}：
经查询，你单位职工周启航（身份证号：330699199208150035）自2019年08月至2021年07月
由你单位为其缴纳企业职工基本养老保险，共计24个月。
江口县社会保险事业管理中心
2023年8月2日
""")
    assert rows(letter, "employer", "start_month", "end_month") == [(JISHAN, "2019-08", "2021-07")]
    assert [f.value for f in fields(letter) if f.name == "name"] == ["周启航"]


def test_the_ends_of_periods_under_unknown_headers_are_no_months_of_cards() -> None:
    made = sheet("社会保险费缴费情况")
    body = [[f"201{n}-10", f"201{n + 1}-09", JISHAN] for n in range(5, 9)]
    made.table(60, 260, [300, 300, 500], [["甲", "乙", "丙"], *body], ruled=False)
    assert rows(made.page(), "start_month") == []


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("费款所属期起", "start"),
        ("费款所属期止", "end"),
        ("用人单位名称", "employer"),
        ("缴费单位6", "employer"),
        ("征收品目", "type"),
        ("截止目前累计月数", None),
        ("经办单位", None),
        ("越州第一机械有限公司", None),
    ],
)
def test_headers_of_other_wording(header: str, role: str | None) -> None:
    assert column_role(header) == role


def test_a_seal_that_parts_rows_and_columns_adds_none() -> None:
    made = sheet("个人社会保险权益记录单（基本养老保险）")
    bottom = made.table(
        60,
        260,
        [200, 500, 200],
        [["费款所属期", "缴费单位", "缴费基数"], *([m, JISHAN, "4840.00"] for m in MONTHS[:5])],
    )
    whole = [box for box in made.cells if box.x0 == 260 and box.y0 > 450]  # the employers of the last two rows
    assert len(whole) == 2
    upper, lower = whole
    made.cells = [box for box in made.cells if box not in whole]
    made.cells += [upper._replace(y1=lower.y0 + 12), lower._replace(y0=lower.y0 + 12, x1=600)]
    made.cells += [lower._replace(y0=lower.y0 + 12, x0=600)]
    assert bottom > lower.y0
    assert rows(made.page(), "start_month", "employer") == [(month, JISHAN) for month in MONTHS[:5]]


@pytest.mark.parametrize("name", ["周启航", "斯琴·其木格"])
def test_the_person_that_a_sentence_begins_with(name: str) -> None:
    letter = lines(f"""
^参保证明
兹有{name}(社会保障号:330699199208150035),于2019年8月至2022年9月
在{JISHAN}参加企业职工基本养老保险,期间缴费正常。
""")
    assert [f.value for f in fields(letter) if f.name == "name"] == [name]


def test_a_month_with_nothing_but_noughts_is_never_sure() -> None:
    made = sheet("基本养老保险个人账户明细")
    body = [
        [m.replace("-", "."), JISHAN, *(["0.00"] * 3 if m == "2021-03" else ["4462", "356.96", "0"])]
        for m in MONTHS[:5]
    ]
    made.table(60, 260, [200, 500, 200, 200, 200], [["年月", "缴费单位", "缴费基数", "个人缴纳", "单位缴纳"], *body])
    starts = [start for (start,) in rows(made.page(), "start_month")]
    assert starts == ["2021-01", "2021-02", "", "2021-04", "2021-05"]


def test_periods_in_brackets_behind_their_employers() -> None:
    told = lines(f"""
^基本养老保险参保证明
参保人周启航，男，在我市参加基本养老保险，参保单位及缴费时间分别为：
{JISHAN}（2019年8月—2021年7月，24个月）；{YUEZHOU}（2021年8月—2023年7月）。
""")
    assert rows(told, "employer", "start_month", "end_month") == [
        (JISHAN, "2019-08", "2021-07"),
        (YUEZHOU, "2021-08", "2023-07"),
    ]


def test_a_sign_of_a_seal_is_no_part_of_the_kind_of_insurance() -> None:
    made = sheet("社会保险参保证明")
    body = [
        ["2019-08", "2021-07", "保" + PENSION],
        ["2021-08", "2022-07", "养会老保险"],
        ["2022-08", "2023-07", "企业养老"],
    ]
    made.table(60, 260, [300, 300, 500], [["起始年月", "终止年月", "险种"], *body])
    assert rows(made.page(), "insurance_type") == [("",), ("",), ("企业养老",)]


@pytest.mark.parametrize("label", ["证明对象", "被证明人姓名", "参保职工", "缴费人姓名"])
def test_labels_of_the_person(label: str) -> None:
    made = lines(f"^社会保险参保证明\n{label}：周启航\n公民身份号码：330699199208150035\n单位名称：{JISHAN}")
    assert [f.value for f in fields(made) if f.name == "name" and f.confidence >= 0.5] == ["周启航"]


def test_a_name_before_its_number_and_the_employer_of_today() -> None:
    page = lines("""
^个人缴费明细查询
周启航（330699199208150035） | 当前单位：稽山智能装备股份有限公司
缴费年月 | 养老保险 | 缴费基数
2021年08月 | √ | 4462
2021年09月 | √ | 4462
""")
    assert [f.value for f in fields(page) if f.name == "name"] == ["周启航"]
    assert {f.value for f in fields(page) if f.name == "employer"} == {JISHAN}


def test_start_and_end_side_by_side_in_a_form() -> None:
    made = sheet("基本养老保险参保缴费凭证")
    body: list[list[str | tuple[str, int]]] = [
        ["参加险种", (PENSION, 3)],
        ["参保单位", (JISHAN, 3)],
        ["本地缴费起始时间", "2015年8月", "缴费截止", "2023年7月"],
        ["累计缴费月数", ("96个月", 3)],
    ]
    made.table(60, 260, [350, 350, 300, 350], body)
    assert rows(made.page(), "start_month", "end_month", "employer") == [("2015-08", "2023-07", JISHAN)]


def test_a_sentence_names_the_unit_of_the_rows_under_it() -> None:
    made = sheet("社会保险参保缴费情况证明")
    made.text(100, 200, "兹证明沈若岚在越州市参加社会保险，参保单位为越州市特种设备检测中心，缴费情况如下：")
    body = [["企业职工基本养老保险", "2018年09月", "2023年07月"], ["失业保险", "2018年09月", "2023年07月"]]
    made.table(60, 300, [400, 300, 300], [["险种", "缴费起始年月", "缴费截止年月"], *body])
    assert rows(made.page(), "start_month", "employer") == [("2018-09", "越州市特种设备检测中心")] * 2
