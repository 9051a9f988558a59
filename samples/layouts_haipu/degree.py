"""Degree certificates of five designs."""

from __future__ import annotations

import random
from typing import Final

from samples.drawing import Sheet, embossed_seal, name_seal, portrait, round_seal, signature
from samples.layouts_haipu.page import HALF_LYING, Facts, column, finish, form, frame, new_sheet, write

KIND: Final = "degree_certificate"


def national(f: Facts, rng: random.Random) -> list[Sheet]:
    """The pattern of before 2016, lying."""
    sheet = new_sheet(KIND, "degree.national", HALF_LYING, (244, 250, 244))
    sheet.text(1090, 150, "学士学位证书", "serif-black", 74, align="centre", spacing=16)
    sheet.text(1090, 215, "（普通高等教育本科毕业生）", "serif", 30, align="centre")
    portrait(sheet, 180, 160, 260, rng)
    embossed_seal(sheet, 430, 480, f["school"], rng, diameter=230)
    body = (
        "{name}，{gender}，{birth_date:zero}生。在{school}{major}专业完成了本科学习计划，业已毕业，经审核符合"
        "《中华人民共和国学位条例》的规定，授予{degree}学位。"
    )
    column(sheet, 620, 330, 930, body, f, "cns-sung", 42, 1.9)
    sheet.text(640, 830, "校长", "cns-sung", 38)
    signature(sheet, 760, 840, f["president"], rng, 56)
    sheet.text(640, 920, "学位评定委员会主席", "cns-sung", 38)
    name_seal(sheet, 1020, 860, f["president"], rng, 90)
    write(sheet, 110, 1050, "证书编号：{certificate_number}", f, "cns-sung", 34)
    write(sheet, 1540, 1050, "{issue_date:zero}", f, "cns-sung", 36, "right")
    round_seal(sheet, 1300, 900, f["school"], rng, diameter=280)
    return [finish(sheet, rng)]


def strips(f: Facts, rng: random.Random) -> list[Sheet]:
    """Particulars in a table without upright rules, as an electronic degree certificate shows them."""
    sheet = new_sheet(KIND, "degree.strips", (1654, 1500))
    sheet.text(120, 160, "学士学位证书（电子版）", "hei-bold", 62)
    write(sheet, 120, 230, "{~school}学位管理系统出具", f, "hei", 30)
    sheet.line(120, 270, 1534, 270, 5, (20, 90, 150))
    rows = [
        (88.0, ["学位获得者", "{name}", "性　别", "{gender}"]),
        (88.0, ["出生日期", "{birth_date:dash}", "学位授予单位", "{school}"]),
        (88.0, ["专业名称", "{major}", "学位类别", "{degree}"]),
        (88.0, ["学位证书编号", "{certificate_number}", "授予日期", "{issue_date:dash}"]),
    ]
    form(sheet, 120, 300, [240, 520, 250, 404], rows, f, "microhei", 34, ruled=False)
    for i in range(5):
        sheet.line(120, 300 + 88 * i, 1534, 300 + 88 * i, 1, (150, 170, 190))
    portrait(sheet, 140, 720, 250, rng)
    body = "上列学生在本校完成本科学业并已毕业，经审核符合学位授予条件，特发此证。"
    column(sheet, 470, 800, 1000, body, f, "microhei", 40, 1.8)
    write(sheet, 1450, 1130, "校长：{~president}", f, "microhei", 38, "right")
    round_seal(sheet, 1240, 1180, f["school"], rng, diameter=300)
    return [finish(sheet, rng)]


def old(f: Facts, rng: random.Random) -> list[Sheet]:
    """A bachelor's certificate of the nineties."""
    sheet = new_sheet(KIND, "degree.old", (1600, 1130), (240, 246, 240))
    frame(sheet, 44, (30, 90, 60), 6, 14)
    sheet.text(800, 190, "学 士 学 位 证 书", "mingti", 92, align="centre")
    body = (
        "{name}系澜川省海浦县人，{birth_date:circle}生。在我校{major}专业学习四年，完成教学计划的全部课程，成绩及格，"
        "经审核准予毕业。根据《中华人民共和国学位条例》规定，授予{degree}学位。"
    )
    column(sheet, 150, 340, 1300, body, f, "mingti", 48, 1.9)
    write(sheet, 180, 830, "{school}学位评定委员会主席　{~president}", f, "mingti", 42)
    write(sheet, 180, 1010, "学位证书第 {certificate_number} 号", f, "mingti", 38)
    write(sheet, 1430, 1010, "{issue_date:circle}", f, "mingti", 40, "right")
    round_seal(sheet, 1180, 880, f["school"], rng, diameter=270)
    return [finish(sheet, rng)]
