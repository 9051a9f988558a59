"""Values that cannot be: of a year to come, a town as a person, a bracket left over; and sums under a list of courses."""

from __future__ import annotations

from datetime import date

from drawn_words import page, table

from extractors.documents import documents_of
from models.document import Document, FileReading
from models.page import Page


def only(made: Page) -> Document:
    (document,) = documents_of(FileReading("a.jpg", "0" * 64, (made,)))
    return document


def sure(made: Page) -> dict[str, str]:
    return {f.name: f.value for f in only(made).fields if f.confidence >= 0.5}


def test_a_certificate_of_a_year_to_come_has_a_misread_date() -> None:
    day = f"{date.today().year + 3}年6月24日"
    text = "^^毕业证书\n学生沈若岚，性别女，在本校机械工程专业本科学习，成绩合格，准予毕业。\n校名：越州理工大学\n"
    assert "issue_date" not in sure(page(text + "发证日期：" + day))
    assert sure(page(text + "发证日期：2016年6月24日"))["issue_date"] == "2016-06-24"


def test_the_town_of_an_activity_is_nobody_and_the_winner_is_no_part_of_the_prize() -> None:
    read = sure(
        page(
            "^^奖励证书\n为表彰在越州市职工技术创新活动中做出显著成绩的科技人员，\n"
            "经评审，授予翁志远职工技术创新奖二等奖，特颁发此证书。\n>越州市人民政府\n>2022年12月19日"
        )
    )
    assert read["name"] == "翁志远"
    assert read["award"] == "职工技术创新奖二等奖"


def test_how_often_a_journal_comes_out_is_no_part_of_its_name() -> None:
    read = sure(
        page(
            "^^^岭沅装备技术（双月刊）\n主管单位：岭沅省经济和信息化厅\n主办单位：岭沅省装备工业研究所\n"
            "编辑出版：《岭沅装备技术》编辑部\n出版日期：2021年03月20日\n国际标准连续出版物号：ISSN 9999-0954\nCN 33-5974/TH"
        )
    )
    assert read["journal"] == "岭沅装备技术"


def test_sums_under_the_courses_are_the_cards() -> None:
    rows = [
        ["姓名", "沈若岚", "登记年度", "2021年"],
        ["学习内容", "主办单位", "结束日期", "学时"],
        ["职业道德", "公需科目学习平台", "2021.04.30", "24"],
        ["三维建模", "越州理工大学", "2021.05.19", "33"],
        ["制造工艺", "机械行业协会", "2021.06.21", "33"],
        ["年度学时统计", "总学时", "专业科目", "公需科目"],
        ["", "90", "66", "24"],
        ["审核登记", "经审核，以上学时准予登记。", "", ""],
    ]
    read = sure(table(rows, title="专业技术人员继续教育学时登记卡"))
    assert (read["total_hours"], read["specialized_hours"], read["public_hours"]) == ("90", "66", "24")
