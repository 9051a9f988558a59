"""Hour cards as screens, dashboards, vouchers, letters and lists of persons show them."""

from decimal import Decimal

import pytest
from drawn_tables import Sheet

from extractors.kinds.training_hour_card.amounts import Claim
from extractors.kinds.training_hour_card.card import TrainingHourCard
from extractors.kinds.training_hour_card.choice import without_misfits
from extractors.layout.flow import Span
from extractors.layout.overprint import without_overprint
from extractors.layout.view import PageView
from models.geometry import Box
from models.page import Word

NUMBER = "330699199208150035"
EMPLOYER = "越州精工机械有限公司"


def read(sheet: Sheet, floor: float = 0.5) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for field in TrainingHourCard().extract([PageView(sheet.page())]):
        if field.confidence >= floor:
            found.setdefault(field.name, []).append(field.value)
    return found


def hours(sheet: Sheet) -> tuple[str, ...]:
    found = read(sheet)
    return tuple("/".join(found.get(name, [])) for name in ("total_hours", "specialized_hours", "public_hours"))


def headed(title: str = "2021年度继续教育学时登记卡") -> Sheet:
    sheet = Sheet()
    sheet.text(400, 80, title)
    sheet.text(100, 160, "姓名 周启航")
    sheet.text(420, 160, f"身份证号 {NUMBER}")
    sheet.text(100, 220, f"单位 {EMPLOYER}")
    return sheet


def tiles(sheet: Sheet, amounts: tuple[str, str, str], label_above: bool, large: float = 70.0) -> None:
    for i, (label, amount) in enumerate(zip(("总学时", "专业课", "公需课"), amounts, strict=True)):
        number_y, label_y = (400, 350) if label_above else (350, 440)
        sheet.text(200 + i * 440, label_y, label)
        size, sheet.size = sheet.size, large
        sheet.text(200 + i * 440, number_y, amount)
        sheet.size = size


@pytest.mark.parametrize("label_above", [True, False])
@pytest.mark.parametrize("amounts", [("90", "66", "24"), ("90/90", "66/60", "24/18")])
def test_tiles_over_a_list_of_courses(label_above: bool, amounts: tuple[str, str, str]) -> None:
    sheet = headed()
    tiles(sheet, amounts, label_above)
    for i, (course, subject, number) in enumerate(
        (
            ("伺服系统调试技术", "专业", "26学时"),
            ("科研诚信与学风建设", "公需", "24学时"),
            ("公差配合与测量", "专业", "40学时"),
        )
    ):
        sheet.text(100, 600 + i * 60, course)
        sheet.text(800, 600 + i * 60, subject)
        sheet.text(1300, 600 + i * 60, number)
    assert hours(sheet) == ("90", "66", "24")


def test_boxes_of_due_and_done_under_their_subject() -> None:
    sheet = headed("2021年度累计获得96学时")
    for x, subject, due, done in ((100, "公需科目", "18", "24"), (900, "专业科目", "60", "72")):
        for i, text in enumerate((subject, f"应学:{due}学时", f"已学:{done}学时", "状态:已达标")):
            sheet.text(x, 400 + i * 50, text)
    assert hours(sheet) == ("96", "72", "24")


def test_courses_that_cover_one_subject_only_are_no_total() -> None:
    sheet = headed()
    sheet.table(
        80,
        300,
        [500, 200, 200],
        [["学习内容", "科目", "学时"], ["机床精度检测", "专业", "40"], ["液压传动", "专业", "26"]],
    )
    sheet.text(100, 600, "公需课 24学时")
    assert hours(sheet) == ("", "66", "24")


def claims(**named: tuple[int, ...]) -> list[Claim]:
    view, span = PageView(Sheet().page()), Span("", "", Box(0, 0, 1, 1), 1.0)
    return [Claim(s, Decimal(v), None, view, span, 1.0) for s, values in named.items() for v in values]


@pytest.mark.parametrize(
    ("named", "kept"),
    [
        ({"total": (90,), "specialized": (40, 26, 66), "public": (24,)}, [90, 66, 24]),
        ({"total": (90, 78), "specialized": (60, 66), "public": (18, 24)}, None),  # due and done both add up
        ({"total": (94,), "specialized": (66, 40), "public": (24,), "other": (4,)}, [94, 66, 24, 4]),
        ({"total": (90,), "specialized": (66, 40), "general_public": (18,), "industry_public": (6,)}, [90, 66, 18, 6]),
        ({"total": (100,), "specialized": (66, 40), "public": (24,)}, None),
    ],
)
def test_the_choice_that_adds_up(named: dict[str, tuple[int, ...]], kept: list[int] | None) -> None:
    given = claims(**named)
    found, disputed = without_misfits(given)
    assert [int(c.value) for c in found] == (kept or [int(c.value) for c in given])
    assert bool(disputed) == (kept is not None)


def test_a_sum_over_the_columns_of_several_subjects_is_the_total() -> None:
    sheet = headed()
    rows = [["学习内容", "公需学时", "专业学时"], ["数字经济", "18", ""], ["机床精度", "", "62"], ["小计", "18", "62"]]
    sheet.table(80, 300, [700, 300, 300], [*rows, ["本年度总学时", ("80", 2)]])  # type: ignore[list-item]
    assert hours(sheet) == ("80", "62", "18")


def test_quarters_are_parts_of_the_year() -> None:
    sheet = headed()
    rows = [
        ["科目", "一季度", "二季度", "三季度", "四季度", "全年"],
        ["公需课", "6", "8", "6", "0", "20"],
        ["专业课", "12", "18", "16", "14", "60"],
        ["合计", "18", "26", "22", "14", "80"],
    ]
    sheet.table(80, 300, [200] * 6, rows)
    assert hours(sheet) == ("80", "60", "20")


def test_years_over_the_columns_of_subjects() -> None:
    sheet = headed("继续教育学时汇总表")
    rows = [
        [("项目", 1, 2), ("2021年", 3), ("2022年", 3)],
        [None, "公需课", "专业课", "合计", "公需课", "专业课", "合计"],
        ["学时", "24", "66", "90", "18", "72", "90"],
    ]
    sheet.table(80, 300, [200] * 7, rows)
    assert read(sheet)["year"] == ["2021", "2022"]
    assert hours(sheet) == ("90/90", "66/72", "24/18")


def test_a_header_says_the_year_and_another_what_was_due() -> None:
    sheet = headed("专业技术人员学时对账单")
    rows = [
        ["项目", "2022年应修", "2022年已获学时", "近三年累计"],
        ["公需科目", "18", "20", "60"],
        ["专业科目", "60", "66", "196"],
        ["合计", "90", "86", "256"],
    ]
    sheet.table(80, 300, [300] * 4, rows)
    assert (read(sheet)["year"], hours(sheet)) == (["2022"], ("86", "66", "20"))


def test_a_letter_with_amounts_in_words_and_a_whole_year() -> None:
    sheet = Sheet()
    sheet.text(700, 80, "证明")
    sheet.text(100, 200, f"经审核,{EMPLOYER}周启航(证件号码:{NUMBER})")
    sheet.text(100, 260, "于2022年1月1日至2022年12月31日参加继续教育,完成总学时90(玖拾)学时,其中专业科目72(柒拾贰)")
    sheet.text(100, 320, "学时、公需科目18(壹拾捌)学时,符合规定要求。")
    found = read(sheet)
    assert (found["name"], found["employer"], found["year"]) == (["周启航"], [EMPLOYER], ["2022"])
    assert hours(sheet) == ("90", "72", "18")


def test_the_head_of_a_screen_without_labels() -> None:
    sheet = Sheet()
    sheet.text(100, 60, "学时登记电子卡")
    sheet.text(900, 60, "2021年")
    sheet.text(100, 160, "周启航")
    sheet.text(400, 160, "330699********0035")
    sheet.text(100, 230, EMPLOYER)
    tiles(sheet, ("90", "66", "24"), label_above=False)
    sheet.text(100, 900, "沧西省专业技术人员继续教育管理中心")
    found = read(sheet)
    assert (found["name"], found["employer"], found["year"]) == (["周启航"], [EMPLOYER], ["2021"])


def test_several_persons_have_a_row_each() -> None:
    sheet = Sheet()
    sheet.text(400, 80, "2022年度专业技术人员继续教育学时汇总表")
    sheet.text(100, 200, f"单位:{EMPLOYER}")
    rows = [
        ["序号", "姓名", "公需科目", "专业科目", "总学时"],
        ["1", "沈若岚", "18", "72", "90"],
        ["2", "周启航", "24", "66", "90"],
    ]
    sheet.table(80, 300, [120, 300, 300, 300, 300], rows)
    fields = TrainingHourCard().extract([PageView(sheet.page())])
    people = {f.row: f.value for f in fields if f.name == "name"}
    assert people == {0: "沈若岚", 1: "周启航"}
    assert {f.row: f.value for f in fields if f.name == "specialized_hours"} == {0: "72", 1: "66"}
    assert [(f.value, f.row) for f in fields if f.name in ("year", "employer")] == [("2022", None), (EMPLOYER, None)]


@pytest.mark.parametrize(("printed", "sure"), [("2022年1月5日", True), ("2028年1月5日", False)])
def test_a_day_of_printing_long_after_the_year_is_doubted(printed: str, sure: bool) -> None:
    sheet = headed()
    sheet.text(100, 400, "公需课24学时,专业课66学时,合计90学时")
    sheet.text(900, 900, f"打印日期 {printed}")
    assert ("printed_on" in read(sheet)) == sure


@pytest.mark.parametrize(
    ("text", "height", "kept"), [("66", 60, False), ("本66", 84, False), ("66学时", 30, True), ("660000", 84, True)]
)
def test_print_read_twice_under_a_watermark_counts_once(text: str, height: float, kept: bool) -> None:
    sure = Word("66", Box(100, 100, 140, 130), 1.0)
    again = Word(text, Box(60, 115 - height / 2, 160, 115 + height / 2), 0.9)
    assert (again in without_overprint([sure, again])) == kept


def test_years_side_by_side_head_the_amounts_below_them() -> None:
    sheet = headed("近三年继续教育学时证明")
    for i, (year, public, special) in enumerate((("2021", 18, 72), ("2022", 24, 66), ("2023", 20, 70))):
        for row, text in enumerate(
            (f"{year}年度", f"公需科目:{public}学时", f"专业科目:{special}学时", f"总学时:{public + special}学时")
        ):
            sheet.text(100 + i * 480, 400 + row * 60, text)
    assert read(sheet)["year"] == ["2021", "2022", "2023"]
    assert hours(sheet) == ("90/90/90", "72/66/70", "18/24/20")


def test_tiles_of_this_year_and_of_all_years() -> None:
    sheet = headed()
    for row, (labels, amounts) in enumerate(
        (
            (("本年度总学时", "专业学时", "公需学时"), ("84", "66", "18")),
            (("累计总学时", "累计专业学时", "累计公需学时"), ("254", "186", "68")),
        )
    ):
        for i, (label, amount) in enumerate(zip(labels, amounts, strict=True)):
            sheet.text(200 + i * 440, 450 + row * 260, label)
            sheet.size = 70
            sheet.text(200 + i * 440, 360 + row * 260, amount)
            sheet.size = 28
    assert hours(sheet) == ("84", "66", "18")


def test_courses_in_sentences_are_added_up() -> None:
    sheet = Sheet()
    sheet.text(600, 80, "继续教育学习证明")
    sheet.text(100, 200, f"学员周启航(身份证号{NUMBER}),所在单位{EMPLOYER},2021年参加以下课程:")
    for i, (course, subject, number) in enumerate(
        (("数字经济", "公需科目", 18), ("工业机器人", "专业科目", 30), ("液压传动", "专业科目", 22))
    ):
        sheet.text(100, 300 + i * 60, f"{i + 1}.{course}({subject},{number}学时);")
    assert hours(sheet) == ("70", "52", "18")
    assert read(sheet)["employer"] == [EMPLOYER]


def test_conversions_are_no_amounts() -> None:
    sheet = headed()
    sheet.table(
        80, 300, [400, 400], [["学分类别", "获得学分"], ["公需科目", "10.5"], ["专业科目", "20"], ["总计", "30.5"]]
    )
    sheet.text(100, 700, "注:1学分折合3学时,每年应不少于30学分。")
    assert hours(sheet) == ("30.5", "20", "10.5")


def test_the_unit_that_a_letter_addresses() -> None:
    sheet = Sheet()
    sheet.text(600, 80, "继续教育学时审核证明")
    sheet.text(100, 200, f"{EMPLOYER}:")
    sheet.text(
        100, 260, f"你单位周启航同志(公民身份号码{NUMBER})二〇二一年度完成公需科目18学时,专业科目72学时,合计90学时。"
    )
    found = read(sheet)
    assert (found["name"], found["employer"], found["year"]) == (["周启航"], [EMPLOYER], ["2021"])


def test_words_read_once_more_together_under_a_watermark() -> None:
    single = [Word("助理工程师", Box(620, 820, 800, 856), 1.0), Word("2021.01.01", Box(900, 822, 1100, 850), 1.0)]
    together = Word("助理工程师2021.01.01", Box(609, 802, 1143, 882), 1.0)
    assert without_overprint([*single, together]) == single


def test_values_on_printed_lines() -> None:
    sheet = Sheet()
    sheet.text(600, 80, "继续教育合格证书")
    sheet.text(100, 200, f"_周启航_同志(身份证号{NUMBER}),工作单位_{EMPLOYER}_,于_2021_年度参加继续教育,")
    sheet.text(100, 260, "修满_84_学时(其中:公需科目_24_学时,专业科目_60_学时),经考核合格。")
    found = read(sheet)
    assert (found["name"], found["employer"], found["year"]) == (["周启航"], [EMPLOYER], ["2021"])
    assert hours(sheet) == ("84", "60", "24")


def test_done_and_due_in_one_line_under_the_subject() -> None:
    sheet = headed()
    for i, (subject, done, due) in enumerate((("公需科目", 24, 18), ("专业科目", 66, 60), ("总学时", 90, 90))):
        sheet.text(100, 400 + i * 140, subject)
        sheet.text(100, 450 + i * 140, f"已获得{done}.0学时 需{due}.0学时")
    assert hours(sheet) == ("90", "66", "24")


def test_hours_applied_for_and_hours_approved() -> None:
    sheet = headed()
    rows = [
        [("科目", 1, 2), ("本人申报学时", 2), ("主管部门核定学时", 2)],
        [None, "课程数", "学时", "课程数", "学时"],
        ["公需科目", "2", "24", "2", "20"],
        ["专业科目", "4", "66", "3", "60"],
        ["合计", "6", "90", "5", "80"],
        ["审核意见", ("同意登记(章)2021年12月10日", 4)],
    ]
    sheet.table(80, 300, [220] * 5, rows)
    assert hours(sheet) == ("80", "60", "20")
