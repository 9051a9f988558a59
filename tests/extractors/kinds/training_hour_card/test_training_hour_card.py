"""Hour cards of many shapes give the hours that stand on them."""

import pytest
from drawn_tables import Sheet

from extractors.kinds.training_hour_card.card import TrainingHourCard
from extractors.kinds.training_hour_card.words import HourLabel, column_role, hour_label
from extractors.layout.view import PageView
from models.document import Field
from models.page import Page

HEAD = ["序号", "培训内容", "培训机构", "起止时间", "科目类别", "学时"]
COURSES = [
    ["1", "数字经济与创新驱动", "市继续教育平台", "2021.03.05-06.20", "一般公需", "18"],
    ["2", "机械工程材料新技术", "越州理工大学", "2021.07.12-07.20", "专业", "42"],
    ["3", "数控加工工艺", "市机械工程学会", "2021.09.10-10.12", "专业", "24"],
    ["4", "知识产权保护", "市继续教育平台", "2021.11.01-11.10", "行业公需", "6"],
]
WIDTHS = [80, 420, 300, 300, 180, 120]


def head(sheet: Sheet, title: str = "绍兴市专业技术人员继续教育学时登记卡(2021年度)") -> None:
    sheet.text(400, 80, title)
    sheet.text(100, 160, "姓名 周启航")
    sheet.text(420, 160, "身份证号 330699199208150035")
    sheet.text(100, 220, "单位 越州精工机械有限公司")


def read(*pages: Page) -> dict[str, list[Field]]:
    found: dict[str, list[Field]] = {}
    for field in TrainingHourCard().extract([PageView(page) for page in pages]):
        found.setdefault(field.name, []).append(field)
    return found


def values(*pages: Page, floor: float = 0.5) -> dict[str, list[str]]:
    return {name: [f.value for f in fields if f.confidence >= floor] for name, fields in read(*pages).items()}


def hours(*pages: Page) -> tuple[list[str], list[str], list[str]]:
    found = values(*pages)
    return tuple(found.get(n, []) for n in ("total_hours", "specialized_hours", "public_hours"))  # type: ignore[return-value]


@pytest.mark.parametrize("degrees", [0.0, 1.5])
@pytest.mark.parametrize("ruled", [True, False])
def test_course_table_with_a_line_of_sums(ruled: bool, degrees: float) -> None:
    sheet = Sheet()
    head(sheet)
    bottom = sheet.table(80, 300, WIDTHS, [HEAD, *COURSES], ruled=ruled, centred=ruled)
    sheet.text(100, bottom + 30, "公需课 24")
    sheet.text(500, bottom + 30, "专业课 66")
    sheet.text(900, bottom + 30, "合计 90")
    sheet.text(900, bottom + 120, "打印日期 2021年12月30日")
    found = values(sheet.page(degrees=degrees))
    assert found == {
        "name": ["周启航"],
        "id_number": ["330699199208150035"],
        "employer": ["越州精工机械有限公司"],
        "year": ["2021"],
        "total_hours": ["90"],
        "specialized_hours": ["66"],
        "public_hours": ["24"],
        "printed_on": ["2021-12-30"],
    }


def test_general_public_hours_are_noted() -> None:
    sheet = Sheet()
    head(sheet)
    sheet.table(80, 300, WIDTHS, [HEAD, *COURSES, [("合计", 5), "90"]])
    (public,) = read(sheet.page())["public_hours"]
    assert (public.value, public.notes) == ("24", ("summed", "general_public=18"))


def test_totals_row_of_labels_and_amounts_in_turn() -> None:
    sheet = Sheet()
    head(sheet)
    sheet.table(80, 300, WIDTHS, [HEAD, *COURSES, ["公需课", "24", "专业课", "66", "合计", "90"]])
    assert hours(sheet.page()) == (["90"], ["66"], ["24"])


def test_columns_by_subject_with_a_merged_header() -> None:
    rows = [
        [("序号", 1, 2), ("课程名称", 1, 2), ("完成时间", 1, 2), ("获得学时", 3)],
        [None, None, None, "公需", "专业", "小计"],
        ["1", "职业道德与工匠精神", "2022-04-03", "18", "", "18"],
        ["2", "有限元分析应用", "2022-06-03", "", "40.5", "40.5"],
        ["3", "公差配合与测量", "2022-09-03", "", "32", "32"],
        [("总计", 3), "18", "72.5", "90.5"],
    ]
    sheet = Sheet()
    sheet.text(400, 80, "专业技术人员继续教育证书学时登记")
    sheet.text(100, 160, "学时年度：2022")
    sheet.table(80, 300, [80, 420, 220, 140, 140, 140], rows)
    page = sheet.page()
    assert hours(page) == (["90.5"], ["72.5"], ["18"])
    assert values(page)["year"] == ["2022"]


def test_strip_of_sums_under_its_header() -> None:
    sheet = Sheet()
    sheet.table(
        80,
        300,
        [200, 200, 200, 200],
        [["年度", "专业科目学时", "公需科目学时", "累计学时"], ["2023", "48", "18", "90"]],
    )
    page = sheet.page()
    assert hours(page) == (["90"], ["48"], ["18"])
    assert values(page)["year"] == ["2023"]


def test_sentence() -> None:
    sheet = Sheet()
    sheet.text(500, 80, "继续教育学时证明")
    sheet.text(100, 200, "兹证明周启航同志（身份证号：330699199208150035），系越州精工机械有限")
    sheet.text(100, 250, "公司职工，2021年度共完成继续教育96学时，其中专业课66学时，公需课20")
    sheet.text(100, 300, "学时，达到每年不少于90学时的规定，特此证明。")
    sheet.text(900, 500, "二〇二一年十二月三十日")
    found = values(sheet.page())
    assert found["total_hours"] == ["96"]
    assert found["specialized_hours"] == ["66"]
    assert found["public_hours"] == ["20"]
    assert found["year"] == ["2021"]
    assert found["name"] == ["周启航"]
    assert found["employer"] == ["越州精工机械有限公司"]
    assert found["printed_on"] == ["2021-12-30"]


def test_required_hours_are_not_those_done() -> None:
    sheet = Sheet()
    sheet.text(400, 80, "2022年度继续教育学时登记表")
    rows = [["项目", "应修学时", "已修学时"], ["公需科目", "18", "20"], ["专业科目", "60", "66"], ["合计", "78", "86"]]
    sheet.table(80, 300, [200, 200, 200], rows)
    assert hours(sheet.page()) == (["86"], ["66"], ["20"])


def test_years_in_rows() -> None:
    rows = [
        ["年度", "公需科目", "专业科目", "总学时"],
        ["2021年度", "20", "66", "96"],
        ["2022年度", "24", "70", "94"],
        ["2023年度", "18", "48", "66"],
        ["合计", "62", "184", "256"],
    ]
    sheet = Sheet()
    sheet.text(400, 80, "2021-2023年度继续教育学时汇总表")
    sheet.table(80, 300, [200, 200, 200, 200], rows)
    found = read(sheet.page())
    assert [(f.value, f.row) for f in found["year"]] == [("2021", 0), ("2022", 1), ("2023", 2)]
    assert [(f.value, f.row) for f in found["total_hours"]] == [("96", 0), ("94", 1), ("66", 2)]
    assert [f.value for f in found["public_hours"]] == ["20", "24", "18"]


def test_years_in_columns() -> None:
    rows = [["科目", "2021年度", "2022年度"], ["公需课", "20", "24"], ["专业课", "66", "70"], ["合计", "86", "94"]]
    sheet = Sheet()
    sheet.table(80, 300, [200, 200, 200], rows)
    found = read(sheet.page())
    assert [f.value for f in found["year"]] == ["2021", "2022"]
    assert [(f.value, f.row) for f in found["specialized_hours"]] == [("66", 0), ("70", 1)]


def test_years_in_sections() -> None:
    sheet = Sheet()
    bottom = sheet.table(80, 300, WIDTHS, [HEAD, *COURSES, [("合计", 5), "90"]])
    sheet.text(100, 250, "2021年度")
    sheet.text(100, bottom + 50, "2022年度")
    sheet.table(80, bottom + 100, WIDTHS, [HEAD, *COURSES[1:], [("合计", 5), "72"]])
    found = read(sheet.page())
    assert [(f.value, f.row) for f in found["total_hours"]] == [("90", 0), ("72", 1)]


def test_credits_with_merged_types_and_subtotals() -> None:
    rows = [
        ["类别", "培训课程", "学习时间", "学分"],
        [("专业科目", 1, 3), "机床精度检测", "2021.05.02", "40"],
        [None, "液压传动新技术", "2021.06.02", "26"],
        [None, ("小计", 2), "66"],
        [("公需科目", 1, 2), "数字化改革", "2021.05.02", "24"],
        [None, ("小计", 2), "24"],
        [("合计", 3), "90"],
    ]
    sheet = Sheet()
    head(sheet)
    sheet.table(80, 300, [160, 480, 290, 150], rows)
    assert hours(sheet.page()) == (["90"], ["66"], ["24"])


@pytest.mark.parametrize(("total", "sure"), [("100", True), ("104", False)])
def test_a_subtotal_may_leave_out_a_course_that_the_total_counts(total: str, sure: bool) -> None:
    rows = [
        ["类别", "培训课程", "学习时间", "学分"],
        [("专业科目", 1, 2), "机床精度检测", "2021.05.02", "66"],
        [None, ("小计", 2), "66"],
        [("公需科目", 1, 3), "数字化改革", "2021.05.02", "24"],
        [None, "安全生产", "2021.06.02", "10"],
        [None, ("小计", 2), "24"],
        [("合计", 3), total],
    ]
    sheet = Sheet()
    head(sheet)
    sheet.table(80, 300, [160, 480, 290, 150], rows)
    (public,) = read(sheet.page())["public_hours"]
    assert (public.value, "conflict" not in public.notes) == ("24", sure)


def test_missing_sums_are_added_up() -> None:
    sheet = Sheet()
    head(sheet)
    sheet.table(80, 300, WIDTHS, [HEAD, *COURSES])
    found = read(sheet.page())
    for name, value in (("total_hours", "90"), ("specialized_hours", "66"), ("public_hours", "24")):
        (field,) = found[name]
        assert field.value == value
        assert "summed" in field.notes
        assert 0.5 <= field.confidence < 0.8


def test_an_unreadable_row_makes_sums_doubtful() -> None:
    sheet = Sheet()
    head(sheet)
    sheet.table(80, 300, WIDTHS, [HEAD, *COURSES[:3], [*COURSES[3][:5], ""]])
    found = read(sheet.page())
    assert all(f.confidence < 0.5 for name in ("total_hours", "specialized_hours") for f in found[name])


def test_sums_that_contradict_each_other_are_doubtful() -> None:
    sheet = Sheet()
    head(sheet)
    sheet.text(100, 400, "专业课：66学时 公需课：24学时 合计：30学时")
    found = read(sheet.page())
    assert all(f.confidence < 0.5 and "conflict" in f.notes for n in ("total_hours", "public_hours") for f in found[n])


def test_a_course_table_over_two_pages() -> None:
    first, second = Sheet(), Sheet()
    head(first)
    first.table(80, 300, WIDTHS, [HEAD, *COURSES[:2]])
    second.table(80, 100, WIDTHS, [*COURSES[2:], [("合计", 5), "90"]])
    found = read(first.page(1), second.page(2))
    assert [f.value for f in found["total_hours"]] == ["90"]
    assert [f.value for f in found["specialized_hours"]] == ["66"]
    assert found["total_hours"][0].page == 2


def test_year_in_chinese_numerals_beats_dates() -> None:
    sheet = Sheet()
    head(sheet, "二〇二一年度继续教育登记卡")
    sheet.table(80, 300, WIDTHS, [HEAD, *COURSES, [("合计", 5), "90"]])
    sheet.text(900, 900, "打印日期：2022年1月5日")
    assert values(sheet.page())["year"] == ["2021"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("专业科目学时数", HourLabel("specialized", False, False)),
        ("一般公需", HourLabel("general_public", False, False)),
        ("公需课小计", HourLabel("public", True, False)),
        ("本年度累计学时", HourLabel("total", True, False)),
        ("应修学时", HourLabel(None, False, True)),
        ("专业技术职务", None),
        ("所学专业", None),
    ],
)
def test_hour_labels(text: str, label: HourLabel | None) -> None:
    assert hour_label(text) == label


def test_column_roles() -> None:
    assert [column_role(t) for t in ("学时(学分)", "科目类别", "2021年度", "专业技术职务", "学时")] == [
        "hours",
        "type",
        "year:2021",
        "person",
        "hours",
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["公需科目：一般公需18学时 行业公需6学时", "专业科目：66学时", "合计：90学时"], ("90", "66", "24")),
        (["累计学分：90分 其中公需：24分 专业：66分"], ("90", "66", "24")),
        (["本年度应完成90学时，实际完成96学时，其中：专业课66学时，公需课20学时"], ("96", "66", "20")),
        (
            ["2021年度结转学时：12学时", "2022年度登记学时：90学时", "其中专业科目学时66，公需科目学时24"],
            ("90", "66", "24"),
        ),
        (["完成九十学时，其中专业课六十六学时、公需课二十四学时"], ("90", "66", "24")),
        (["专业课学时 66.0", "公需课学时 24.0", "学时总计 90.0"], ("90", "66", "24")),
    ],
)
def test_amounts_in_lines(lines: list[str], expected: tuple[str, str, str]) -> None:
    sheet = Sheet()
    sheet.text(400, 80, "2022年度专业技术人员继续教育学时登记表")
    for i, line in enumerate(lines):
        sheet.text(100, 300 + 60 * i, line)
    assert hours(sheet.page()) == tuple([value] for value in expected)


@pytest.mark.parametrize(
    "line", ["专业科目：60学时以上，公需科目不少于18学时。", "本卡共计学时 专业课 公需课", "从事专业 66 所学专业 77"]
)
def test_no_amounts_in_other_lines(line: str) -> None:
    sheet = Sheet()
    sheet.text(400, 80, "2022年度继续教育学时登记表")
    sheet.text(100, 300, line)
    assert hours(sheet.page()) == ([], [], [])
