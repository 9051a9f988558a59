"""What letters and certificates say of hours in sentences, each its own way."""

import pytest
from drawn_tables import Sheet
from hour_card_fields import card, hours, read

SAID = (
    ("沈若岚同志于2022年参加专业技术人员继续教育，", "累计90学时（公需课24学时、专业课66学时），考核合格。"),
    ("您在2022年度继续教育中，", "修满总学时90，公需课程24，专业课程66，成绩合格。"),
    ("2022年度已登记学时90个，", "其中：专业科目66个学时，公需科目24个学时。"),
    ("沈若岚于2022年度完成继续教育规定学时", "（公需科目24学时、专业科目66学时，共90学时），经考核合格。"),
    ("公需科目申报30学时，认定24学时；", "专业科目申报66学时，认定66学时；合计认定90学时。"),
    ("2022年度公需科目成绩合格，计24学时；", "专业科目成绩合格，计66学时；两项合计90学时。"),
    (
        "2022年度应完成90学时，实际完成90学时（",
        "专业科目应完成60学时，实际66学时；公需科目应完成18学时，实际24学时）。",
    ),
    ("2022年度已修公需课24/18学时，", "专业课66/60学时，总学时90/90学时。"),
    ("2022年度继续教育学时总数为90学时，", "公需科目学时数为24学时，专业科目学时数为66学时。"),
    (
        "2022年度共90学时。一、公需科目：《知识产权》、《数字经济》，计24学时；",
        "二、专业科目：《故障诊断》、《质量管理》，共计66学时。",
    ),
    ("一、总学时：90", "二、专业科目学时：66 三、公需科目学时：24"),
)


@pytest.mark.parametrize("said", SAID, ids=[first for first, _ in SAID])
def test_said(said: tuple[str, str]) -> None:
    sheet = card()
    for at, line in enumerate(said):
        sheet.text(100, 300 + 50 * at, line)
    assert hours(sheet.page()) == (["90"], ["66"], ["24"])


def test_a_long_line_that_breaks_within_a_label_and_before_a_number() -> None:
    sheet = card()
    sheet.text(156, 300, "越州精工机械有限公司沈若岚于2022年1月至12月参加专业技术人员继续教育，公需科")
    sheet.text(100, 350, "目学习24学时，全年累计90学时，其中专业课学时")
    sheet.text(100, 400, "66。")
    sheet.text(1100, 600, "越州市继续教育中心")
    assert hours(sheet.page()) == (["90"], ["66"], ["24"])


@pytest.mark.parametrize(
    "line",
    [
        "沈若岚同志于2022年参加继续教育，累计90学时。",
        "学员沈若岚2022年度公需科目成绩合格，计24学时。",
        "沈若岚2022年度应完成90学时，实际完成96学时。",
        "越州精工机械有限公司沈若岚于2022年参加继续教育。",
    ],
)
def test_who(line: str) -> None:
    sheet = card()
    sheet.text(100, 300, line)
    assert [f.value for f in read(sheet.page())["name"]] == ["沈若岚"]


def test_who_is_addressed() -> None:
    sheet = card()
    sheet.text(100, 300, "沈若岚：")
    sheet.text(156, 350, "您在2022年度继续教育中修满90学时。")
    assert [f.value for f in read(sheet.page())["name"]] == ["沈若岚"]


def test_labels_and_amounts_beside_a_day() -> None:
    sheet = card()
    for x, text in ((100, "公需科目学时"), (400, "24"), (700, "打印日期"), (950, "2023-01-09")):
        sheet.text(x, 300, text)
    assert hours(sheet.page())[2] == ["24"]


def test_a_label_of_hours_beside_one_of_a_day_heads_what_is_below() -> None:
    sheet = card()
    rows = [["总学时", "专业科目学时"], ["90", "66"], ["公需科目学时", "打印日期"], ["24", "2023-01-09"]]
    sheet.table(100, 200, [300, 300], rows, ruled=False)
    assert hours(sheet.page()) == (["90"], ["66"], ["24"])


def test_a_day_in_a_seal_s_row_is_no_row_of_the_table() -> None:
    sheet = Sheet()
    sheet.text(400, 80, "2021年度专业技术人员继续教育考核登记表")
    sheet.text(100, 300, "公需科目(20)学时")
    sheet.text(500, 300, "专业科目(72)学时")
    sheet.text(900, 300, "合计(92)学时")
    sheet.text(860, 420, "2922年1月13日")
    assert hours(sheet.page()) == (["92"], ["72"], ["20"])


def test_a_sum_under_a_section_with_dirt_beside_it() -> None:
    sheet = card()
    lines = (
        "一、公需课",
        "法治思维 2022年3月6日 12",
        "双碳战略 2022年8月10日 12",
        "· 小计24学时",
        "二、专业课",
        "齿轮设计 2022年4月15日 66",
    )
    for at, line in enumerate((*lines, "3 小计66学时", "以上总计：90学时")):
        x = 100.0
        for piece in line.split(" "):
            x = sheet.text(x, 200 + 60 * at, piece).x1 + 60
    assert hours(sheet.page()) == (["90"], ["66"], ["24"])


@pytest.mark.parametrize("label", ["公寓科目", "公霈课"])
def test_a_label_with_a_look_alike_in_it(label: str) -> None:
    sheet = card()
    for at, line in enumerate((f"{label}：30学时", "专业科日：60学时", "合计：90学时")):
        sheet.text(100, 300 + 60 * at, line)
    assert hours(sheet.page()) == (["90"], ["60"], ["30"])


def test_a_traditional_character_in_a_simplified_page_is_misread() -> None:
    sheet = card()
    sheet.text(100, 300, "姓名：徐靜")
    sheet.text(100, 360, "学员应于年终时将学时登记卡报单位备案，经审核后认定学时。")
    (name,) = read(sheet.page())["name"]
    assert name.value == "徐静"
    assert name.confidence < 0.5


def test_all_particulars_in_one_word() -> None:
    sheet = card()
    sheet.text(100, 200, "姓名周启航身份证号330699199208150035工作单位越州精工机械有限公司")
    found = read(sheet.page())
    assert [f.value for f in found["name"]] == ["周启航"]
    assert [f.value for f in found["employer"]] == ["越州精工机械有限公司"]


def test_parts_of_a_subject_under_its_header() -> None:
    sheet = card()
    rows = [
        [("学时构成", 1, 2), ("公需科目", 2), ("专业科目", 2), ("合计", 1, 2)],
        [None, "线上", "线下", "线上", "线下", None],
        ["学时数", "24", "6", "30", "36", "96"],
    ]
    sheet.table(100, 200, [160] * 6, rows)
    assert hours(sheet.page()) == (["96"], ["66"], ["30"])
