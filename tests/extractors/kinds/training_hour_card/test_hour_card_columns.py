"""Hour cards with running sums, headings over their tables, leaders, English beside the labels, two who tell."""

from drawn_words import page as lines
from hour_card_fields import card, hours, read


def test_a_column_of_running_sums_is_no_column_of_hours() -> None:
    body = [["机械设计", "专业", "24", "24"], ["数字经济", "公需", "20", "44"], ["智能制造", "专业", "46", "90"]]
    sheet = card()
    sheet.table(100, 200, [400, 200, 200, 200], [["学习内容", "科目", "本次学时", "累计学时"], *body])
    sheet.text(100, 560, "期末累计90=公需20+专业70")
    assert hours(sheet.page()) == (["90"], ["70"], ["20"])


def test_headings_over_tables_say_whose_sum_it_is() -> None:
    sheet = card()
    for top, heading, amounts in ((200, "（一）公需课目", ["12", "8"]), (520, "（二）专业课目", ["40", "30"])):
        sheet.text(100, top, heading)
        body = [["绿色制造", "学习基地", amount] for amount in amounts]
        total = str(sum(int(a) for a in amounts))
        sheet.table(100, top + 40, [400, 300, 200], [["课程", "培训单位", "学时"], *body, ["", "小计", total]])
    sheet.text(100, 860, "两项合计：90 学时")
    assert hours(sheet.page()) == (["90"], ["70"], ["20"])


def test_leaders_lead_to_amounts() -> None:
    page = lines(
        "^^2022年度学时证明\n专业科目学时......... | .....64 学时\n公需科目学时...... | .24学时\n年度总学时.............88 学时"
    )
    assert hours(page) == (["88"], ["64"], ["24"])


def test_what_was_recognised_comes_before_what_was_reported() -> None:
    page = lines(
        "^^继续教育情况\n本人申报：本年度参加公需科目24学时、专业科目76学时，共计100学时。\n"
        "经审核，确认公需科目24学时、专业科目70学时，总学时94。"
    )
    assert hours(page) == (["94"], ["70"], ["24"])


def test_labels_once_more_in_english() -> None:
    page = lines(
        "^^继续教育学分证明\n学年Year | 2022\n专业科目学分Specialized | 60\n公需科目学分General | 30\n总学分TotalCredits | 90"
    )
    assert hours(page) == (["90"], ["60"], ["30"])
    assert [f.value for f in read(page)["year"]] == ["2022"]


def test_paragraphs_of_one_subject_each() -> None:
    page = lines(
        "^^继续教育情况说明\n一、专业科目：参加机械制造等3项培训，登记66学时；\n二、公需科目：参加绿色制造等2项培训，登记24学时；\n"
        "三、以上两项总计90学时。"
    )
    assert hours(page) == (["90"], ["66"], ["24"])


def test_amounts_in_the_order_of_their_labels() -> None:
    page = lines("^^2022年度学时登记电子凭证\n学时（专业/公需/合计）：66/24/90\n签发日期：2022年12月20日")
    assert hours(page) == (["90"], ["66"], ["24"])


def test_a_date_beside_the_hours_makes_no_course() -> None:
    sheet = card()
    row = ["24", "66", "90", "2022.12.20"]
    sheet.table(100, 200, [300] * 4, [["公需科目", "专业科目", "年度合计", "核定日期"], row])
    assert hours(sheet.page(), floor=0.9) == (["90"], ["66"], ["24"])
    assert [f.value for f in read(sheet.page())["printed_on"]] == ["2022-12-20"]


def test_granted_hours_and_a_page_number() -> None:
    sheet = card()
    rows = [["公需科目", "认定 24 学时"], ["专业科目", "认定 66 学时"], ["合计", "认定 90 学时"]]
    sheet.table(100, 200, [300, 400], rows)
    sheet.text(500, 900, "-2-")
    assert hours(sheet.page(), floor=0.0) == (["90"], ["66"], ["24"])


def test_a_worn_header_of_subjects() -> None:
    header = ["年度", "公需科学E时", "专业科时", "合计", "验审人", "验审机构盖章"]
    sheet = card()
    sheet.table(100, 200, [150, 220, 220, 150, 150, 300], [header, ["2021", "30", "68", "98", "审", ""]])
    assert hours(sheet.page()) == (["98"], ["68"], ["30"])


def test_the_day_that_a_browser_prints() -> None:
    page = lines("2022/1/20上午10:21 | 个人学时查询\n周启航2021年学时明细\n证件号：330699199208150035\n总学时：90学时")
    found = read(page)
    assert [f.value for f in found["printed_on"]] == ["2022-01-20"]
    assert [f.value for f in found["name"]] == ["周启航"]


def test_a_family_name_in_traditional_characters_was_misread() -> None:
    page = lines("^^继续教育学时登记卡\n姓名：鮮于柯\n单位：越州精工机械有限公司专业技术证书编号\n专业科目：66学时")
    assert [f.value for f in read(page)["name"]] == ["鲜于柯"]


def test_the_addressee_under_the_heading() -> None:
    page = lines(
        "^^继续教育学时证明\n越州精工机械有限公司：\n贵单位陆一鸣，身份证号330699199208150035，获得公需学时24、专业学时66，合计学时90。"
    )
    found = read(page)
    assert [f.value for name in ("name", "employer") for f in found[name]] == ["陆一鸣", "越州精工机械有限公司"]
