"""Records of insurance of many shapes give a row a period or a month, each with its employer and its kind of insurance."""

import pytest
from drawn_tables import Sheet
from drawn_words import page as lines
from drawn_words import reading

from extractors.documents import documents_of
from extractors.kinds.social_insurance_record.columns import column_role
from extractors.kinds.social_insurance_record.record import SocialInsuranceRecord
from extractors.layout.view import PageView
from models.document import Field
from models.page import Page

PENSION = "企业职工基本养老保险"
JISHAN, YUEZHOU = "稽山智能装备股份有限公司", "越州精工机械有限公司"
BOTH = [
    {"employer": JISHAN, "insurance_type": PENSION, "start_month": "2019-08", "end_month": "2021-07"},
    {"employer": YUEZHOU, "insurance_type": PENSION, "start_month": "2021-08", "end_month": "2023-07"},
]


def head(sheet: Sheet, title: str = "浙江省社会保险（企业职工基本养老保险）参保缴费证明") -> None:
    sheet.text(350, 80, title)
    sheet.text(100, 160, "姓名：周启航")
    sheet.text(420, 160, "公民身份号码：330699199208150035")
    sheet.text(1000, 160, "个人编号：9900001234")


def read(*pages: Page) -> tuple[dict[str, Field], list[dict[str, Field]]]:
    single: dict[str, Field] = {}
    rows: dict[int, dict[str, Field]] = {}
    for field in SocialInsuranceRecord().extract([PageView(page) for page in pages]):
        if field.row is None:
            assert field.name not in single
            single[field.name] = field
        else:
            rows.setdefault(field.row, {})[field.name] = field
    return single, [rows[row] for row in sorted(rows)]


def sure(fields: dict[str, Field]) -> dict[str, str]:
    return {name: field.value for name, field in fields.items() if field.confidence >= 0.5}


def rows_of(*pages: Page) -> list[dict[str, str]]:
    return [sure(row) for row in read(*pages)[1]]


@pytest.mark.parametrize("degrees", [0.0, 1.2])
@pytest.mark.parametrize("ruled", [True, False])
def test_periods_in_one_column(ruled: bool, degrees: float) -> None:
    sheet = Sheet()
    head(sheet)
    bottom = sheet.table(
        80,
        260,
        [100, 440, 380, 300, 180],
        [
            ["序号", "参保单位", "险种", "缴费起止年月", "实缴月数"],
            ["1", JISHAN, PENSION, "201908-202107", "24"],
            ["2", YUEZHOU, PENSION, "202108-202307", "24"],
        ],
        ruled=ruled,
        centred=ruled,
    )
    sheet.text(100, bottom + 30, "合计实缴 48 个月")
    sheet.text(500, bottom + 30, "参保状态 正常参保")
    sheet.text(100, bottom + 90, "打印日期 2023年8月3日")
    made = sheet.page(degrees=degrees)
    single, _ = read(made)
    assert sure(single) == {"name": "周启航", "id_number": "330699199208150035", "printed_on": "2023-08-03"}
    assert rows_of(made) == BOTH


def test_start_and_end_in_columns_and_kind_in_the_heading() -> None:
    sheet = Sheet()
    head(sheet, "企业职工基本养老保险参保证明")
    sheet.table(
        80,
        260,
        [100, 480, 300, 300],
        [
            ["序号", "单位名称", "起始年月", "终止年月"],
            ["1", JISHAN, "2019年08月", "2021年07月"],
            ["2", YUEZHOU, "2021年08月", "2023年07月"],
            [("合计", 2), "48个月", ""],
        ],
    )
    assert rows_of(sheet.page()) == BOTH


def test_a_month_a_row_over_two_pages() -> None:
    months = [f"2021-{m:02}" for m in range(1, 13)]
    first, second = Sheet(), Sheet()
    head(first, "浙江省社会保险参保缴费记录")
    widths = [200, 440, 380, 200]
    body = [[m, JISHAN if m < "2021-08" else YUEZHOU, PENSION, "5000"] for m in months]
    first.table(80, 260, widths, [["缴费年月", "参保单位", "险种名称", "缴费基数"], *body[:6]])
    second.table(80, 80, widths, body[6:])
    found = rows_of(first.page(), second.page(number=2))
    assert [row["start_month"] for row in found] == months
    assert [row["end_month"] for row in found] == months
    assert [row["employer"] for row in found] == [JISHAN] * 7 + [YUEZHOU] * 5


@pytest.mark.parametrize("mark", ["5000.00", "√"])
def test_twelve_months_beside_each_other(mark: str) -> None:
    sheet = Sheet(width=2200, size=24.0)
    head(sheet, "职工基本养老保险个人参保证明")
    header = ["年度", "单位名称", *(f"{m}月" for m in range(1, 13))]
    body = [["2021", JISHAN, *[mark] * 12], ["2022", YUEZHOU, *[mark] * 3, "", "", *[mark] * 7]]
    sheet.table(60, 260, [120, 440, *([110] * 12)], [header, *body])
    _, rows = read(sheet.page())
    months = [(r["employer"].value, r["start_month"].value, r["end_month"].value) for r in rows]
    wanted = [(JISHAN, f"2021-{m:02}") for m in range(1, 13)]
    wanted += [(YUEZHOU, f"2022-{m:02}") for m in range(1, 13) if m not in (4, 5)]
    assert months == [(body, month, month) for body, month in wanted]
    assert rows[0]["end_month"].confidence >= 0.5
    assert (rows[-1]["end_month"].confidence >= 0.5) == (mark != "√")  # a tick may have been overlooked


def test_labels_without_a_table() -> None:
    made = lines("""
^^基本养老保险参保证明
姓名：周启航 | 身份证号：330699199208150035
参保单位名称：越州精工机械有限公司
险种类型：企业职工基本养老保险
缴费起止时间：2020年09月至2023年08月
打印日期：2023年9月1日
""")
    assert rows_of(made) == [
        {"employer": YUEZHOU, "insurance_type": PENSION, "start_month": "2020-09", "end_month": "2023-08"}
    ]


def test_sentences() -> None:
    made = lines("""
^^社会保险参保证明
兹证明周启航（身份证号330699199208150035）2019年8月至2021年7月在稽山智能装备股份有限公司参加
企业职工基本养老保险；2021年8月至2023年7月在越州精工机械有限公司参加企业职工基本养老保险。
>绍兴市上虞区社会保险事业管理服务中心
""")
    assert sure(read(made)[0])["name"] == "周启航"
    assert rows_of(made) == BOTH


def test_names_broken_over_lines_and_months_that_do_not_add_up() -> None:
    sheet = Sheet()
    head(sheet)
    sheet.table(
        80,
        260,
        [100, 300, 380, 300, 180],
        [
            ["序号", "参保单位", "险种", "缴费起止年月", "缴费月数"],
            ["1", "稽山智能装备\n股份有限公司", PENSION, "2019.08至2021.07", "20"],
            ["2", YUEZHOU, PENSION, "2021.08至今", "24"],
        ],
        pitch=90,
    )
    _, rows = read(sheet.page())
    assert sure(rows[0]) == {"employer": JISHAN, "insurance_type": PENSION}
    assert "months_differ" in rows[0]["start_month"].notes
    assert sure(rows[1]) == {"employer": YUEZHOU, "insurance_type": PENSION, "start_month": "2021-08"}
    assert "open_end" in rows[1]["start_month"].notes


def test_other_insurances_are_named_row_by_row() -> None:
    sheet = Sheet()
    head(sheet, "社会保险个人参保证明")
    sheet.text(100, 220, "参保单位：越州精工机械有限公司")
    sheet.table(
        80,
        300,
        [380, 300, 300, 200],
        [
            ["险种", "起始年月", "截止年月", "参保状态"],
            [PENSION, "2020-01", "2023-07", "正常"],
            ["失业保险", "2020-01", "2023-07", "正常"],
        ],
    )
    found = rows_of(sheet.page())
    assert [(r["insurance_type"], r["employer"]) for r in found] == [(PENSION, YUEZHOU), ("失业保险", YUEZHOU)]


def test_a_list_of_persons_gives_each_row_its_person() -> None:
    sheet = Sheet()
    sheet.text(350, 80, "单位参保缴费证明（企业职工基本养老保险）")
    sheet.text(100, 160, "单位名称：越州精工机械有限公司")
    sheet.table(
        80,
        260,
        [100, 200, 420, 300, 300],
        [
            ["序号", "姓名", "身份证号", "起始年月", "截止年月"],
            ["1", "周启航", "330699199208150035", "202001", "202307"],
            ["2", "沈若岚", "330699198807030022", "202003", "202307"],
        ],
    )
    single, rows = read(sheet.page())
    assert "name" not in single
    assert [sure(r)["name"] for r in rows] == ["周启航", "沈若岚"]


@pytest.mark.parametrize(
    "text",
    [
        "^^住房公积金缴存证明\n姓名：周启航\n公积金账号：99000012\n缴存单位：越州精工机械有限公司\n缴存起止：2020年1月至2023年7月",
        "^^社会保险参保缴费证明\n姓名：周启航\n险种：职工基本医疗保险\n参保单位：越州精工机械有限公司\n缴费起止：202001-202307",
        "^^基本医疗保险参保凭证\n姓名：周启航\n参保单位：越州精工机械有限公司\n起止时间：2020年1月至2023年7月",
    ],
)
def test_other_funds_are_other(text: str) -> None:
    assert [d.kind for d in documents_of(reading(lines(text)))] == ["other"]


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("参保单位名称", "employer"),
        ("险种类型", "type"),
        ("缴费起止时间", "period"),
        ("开始年月", "start"),
        ("终止日期", "end"),
        ("费款所属期", "month"),
        ("实缴月数", "months"),
        ("12月", "m12"),
        ("缴费基数(元)", "other"),
        ("签名", None),
    ],
)
def test_headers(header: str, role: str | None) -> None:
    assert column_role(header) == role
