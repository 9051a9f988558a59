"""Hour cards of yet other shapes: subjects in the names of courses, all hours under 全部, headings with a speck beside them."""

from hour_card_fields import card, hours, read


def test_all_hours_beside_those_by_subject() -> None:
    sheet = card("2023")
    sheet.table(100, 200, [200] * 4, [["类别", "全部", "专业", "公需"], ["登记学时", "92", "72", "20"]])
    assert hours(sheet.page()) == (["92"], ["72"], ["20"])


def test_the_subject_in_brackets_behind_the_name_of_a_course() -> None:
    sheet = card()
    rows = [["起止时间", "学习内容", "学时"], ["2022.03", "智能制造装备技术（专业）", "42"]]
    rows += [["2022.05", "工业机器人应用（专业科目）", "30"], ["2022.06", "知识产权实务（公需）", "20"]]
    sheet.table(100, 200, [300, 600, 200], rows)
    assert hours(sheet.page()) == (["92"], ["72"], ["20"])


def test_a_speck_beside_a_heading_of_a_section() -> None:
    sheet = card()
    sheet.text(100, 200, "一、公需课")
    sheet.text(800, 205, "无", confidence=0.6)
    for i, (course, hours_) in enumerate([("法治思维与依法治企", "12"), ("双碳战略与绿色发展", "12")]):
        sheet.text(130, 260 + 60 * i, course)
        sheet.text(900, 260 + 60 * i, hours_)
    sheet.text(820, 380, "小计24学时")
    assert hours(sheet.page())[2] == ["24"]


def test_a_year_right_behind_its_label_on_a_card() -> None:
    sheet = card()
    sheet.words.clear()
    sheet.text(100, 80, "年度学时证明")
    sheet.text(100, 140, "学习年度2021")
    (year,) = read(sheet.page())["year"]
    assert (year.value, year.confidence >= 0.8) == ("2021", True)


def test_a_day_of_printing_that_lost_its_year_sign_is_for_a_person() -> None:
    sheet = card()
    sheet.text(100, 200, "总学时：90学时")
    sheet.text(100, 260, "公需科目：18学时")
    sheet.text(900, 460, "二〇二二十十二月二十六日")
    (day,) = read(sheet.page())["printed_on"]
    assert (day.value, day.confidence < 0.5) == ("2022-12-26", True)
