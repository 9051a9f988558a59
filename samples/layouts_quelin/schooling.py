"""Diplomas and degrees of the schools around Quelin, and what a register or an office says of them."""

from __future__ import annotations

import random
from typing import Final

from samples.drawing import Sheet, embossed_seal, name_seal
from samples.layouts_quelin.leaf import CREAM, HALF, ICE, LYING, Leaf, Row, Said, Slot

DIPLOMA: Final = "graduation_certificate"
DEGREE: Final = "degree_certificate"
FORM: Final = "chsi_registration_form"
REPORT: Final = "chsi_verification_report"
ABROAD: Final = "overseas_degree_recognition"
BOOKLET: Final = "graduate_registration_form"
REGISTER = "全国高等学校学生信息咨询与就业指导中心"


def spread(s: Said, rng: random.Random) -> list[Sheet]:
    """Lying, two halves: photograph and number left, the sentence right."""
    leaf = Leaf(DIPLOMA, "graduation.spread", s, rng, "kai", LYING, CREAM)
    leaf.border(70, (150, 40, 40), 5, 14)
    leaf.put(590, 330, "[programme_type]", 52, side="centre")
    leaf.put(590, 480, "毕业证书", 108, "serif-black", "centre")
    leaf.photo(455, 580, 270)
    embossed_seal(leaf.sheet, 690, 920, s["school"], rng)
    leaf.put(250, 1280, "证书编号：[certificate_number]", 36, "song")
    leaf.put(250, 1350, "查询网址：http://www.chsi.com.cn", 32, "song")
    body = (
        "学生　[name]　性别[gender]，[birth_date|hanzi]生，于[start_date|hanzi]至[end_date|hanzi]在本校[major]专业"
        "[!years]年制[level]学习，修满教学计划规定的全部学分，成绩合格，准予[conclusion]。"
    )
    leaf.prose(1250, 400, 900, body, 46, 1.95)
    leaf.put(1250, 1180, "校　名：[school]", 42)
    leaf.put(1250, 1280, "校　长：", 42)
    name_seal(leaf.sheet, 1420, 1220, s["president"], rng, 96)
    leaf.put(2150, 1420, "[issue_date|hanzi]", 42, side="right")
    leaf.round(1960, 1290, s["school"], 320)
    return [leaf.done()]


def evening(s: Said, rng: random.Random) -> list[Sheet]:
    """Adult education, upright, Arabic dates."""
    leaf = Leaf(DIPLOMA, "graduation.evening", s, rng, "fangsong", (1500, 2000), (251, 246, 248))
    leaf.border(60, (120, 60, 110), 4)
    leaf.put(750, 260, "[programme_type]", 48, side="centre")
    leaf.put(750, 390, "毕　业　证　书", 92, "serif-bold", "centre")
    leaf.photo(1080, 470, 230)
    body = (
        "学生[name]，性别[gender]，[birth_date]生，于[start_date]至[end_date]在本院[major]专业[!form]学习，"
        "学制[!years]年，[level]，修完教学计划规定的全部课程，成绩合格，准予[conclusion]。"
    )
    y = leaf.prose(170, 940, 1160, body, 46, 1.9)
    leaf.put(170, y + 180, "校名：[school]", 42)
    leaf.put(170, y + 270, "院（校）长：", 42)
    leaf.sign(430, y + 275, s["president"])
    leaf.put(170, y + 380, "证书编号：[certificate_number|4]", 38)
    leaf.put(1330, y + 440, "[issue_date]", 40, side="right")
    leaf.round(1120, y + 300, s["school"], 310)
    return [leaf.done()]


def nineties(s: Said, rng: random.Random) -> list[Sheet]:
    """A sheet of 1998: a number of the school's own, written words."""
    leaf = Leaf(DIPLOMA, "graduation.nineties", s, rng, "kai-gb", HALF, (247, 240, 222))
    leaf.border(36, (60, 90, 60), 3, 9)
    leaf.put(900, 170, "毕 业 证 书", 76, side="centre")
    leaf.photo(130, 240, 210)
    leaf.put(130, 640, "毕字第[certificate_number]号", 30)
    body = (
        "学生[name]，[gender]，[birth_date|m.hanzi]生，于[start_date|hanzi]至[end_date|hanzi]在本校[major]专业学习，"
        "学制[!years]年，学完[level]教学计划规定的全部课程，成绩及格，准予[conclusion]。"
    )
    leaf.prose(430, 300, 1090, body, 42, 1.8)
    leaf.put(430, 880, "校长", 40)
    name_seal(leaf.sheet, 560, 820, s["president"], rng, 90)
    leaf.put(1500, 880, "[school]", 42, side="right")
    leaf.put(1480, 970, "[issue_date|circle]", 38, side="right")
    leaf.round(1250, 870, s["school"], 290)
    return [leaf.done()]


def framed(s: Said, rng: random.Random) -> list[Sheet]:
    """A wide sheet in one column, the name large on a line of its own."""
    leaf = Leaf(DIPLOMA, "graduation.framed", s, rng, "serif-medium", (2000, 1414), ICE)
    leaf.border(60, (30, 70, 130), 8, 22)
    leaf.put(1000, 250, "[school]", 58, "serif-black", "centre")
    leaf.put(1000, 360, "[programme_type]毕业证书", 64, "serif-black", "centre")
    leaf.photo(180, 440, 230)
    leaf.put(520, 500, "[name]", 72, "kai")
    leaf.put(820, 500, "[gender]　[birth_date|padded]生", 40)
    body = (
        "于[start_date|padded]至[end_date|padded]在我校[major]专业（[level]，学制[!years]年）学习，"
        "完成培养方案规定的全部内容，成绩合格，准予[conclusion]。"
    )
    leaf.prose(520, 610, 1290, body, 44, 1.85, 0)
    leaf.put(520, 1010, "校长：", 40)
    leaf.sign(640, 1015, s["president"], 60)
    leaf.put(180, 1220, "电子注册号 [certificate_number]", 36)
    leaf.put(1790, 1220, "[issue_date|padded]", 40, side="right")
    leaf.round(1560, 1100, s["school"], 310)
    return [leaf.done()]


def degree_plain(s: Said, rng: random.Random) -> list[Sheet]:
    """A degree of before 2016, in the old sentence."""
    leaf = Leaf(DEGREE, "degree.plain", s, rng, "kai", HALF, (247, 250, 244))
    leaf.border(40, (40, 100, 70), 6)
    leaf.put(930, 190, "学士学位证书", 78, "serif-black", "centre")
    leaf.photo(120, 260, 220)
    body = (
        "[name]，[gender]，[birth_date|hanzi]生。在[school][major]专业完成了本科学习计划，业已毕业，"
        "经审核符合《中华人民共和国学位条例》的规定，授予[degree]学位。"
    )
    leaf.prose(440, 310, 1090, body, 42, 1.75)
    leaf.put(440, 760, "校长", 38)
    name_seal(leaf.sheet, 540, 700, s["president"], rng, 90)
    leaf.put(440, 860, "学位评定委员会主席", 38)
    name_seal(leaf.sheet, 800, 810, s["president"], rng, 90)
    leaf.put(120, 1040, "证书编号：[certificate_number]", 34)
    leaf.put(1500, 1040, "[issue_date|hanzi]", 36, side="right")
    leaf.round(1270, 880, s["school"], 290)
    return [leaf.done()]


def degree_own(s: Said, rng: random.Random) -> list[Sheet]:
    """A degree of after 2016, designed by the school, entries apart."""
    leaf = Leaf(DEGREE, "degree.own", s, rng, "cns-kai", (1500, 2000), (255, 252, 244))
    leaf.border(70, (170, 130, 60), 10, 20)
    leaf.put(750, 280, "[school]", 60, side="centre")
    leaf.put(750, 400, "学士学位证书", 84, side="centre")
    leaf.put(750, 470, "BACHELOR'S DEGREE", 34, "serif", "centre")
    leaf.photo(635, 540, 230)
    lines = ("兹授予 [name]（[gender]，[birth_date]生）", "[degree]学位", "专业：[major]")
    for i, text in enumerate(lines):
        leaf.put(750, 1020 + 100 * i, text, 48, side="centre")
    leaf.prose(190, 1340, 1120, "该生已完成规定的学业，成绩合格，符合学位授予条件。", 40)
    leaf.put(190, 1560, "校长　学位评定委员会主席", 38)
    leaf.sign(660, 1565, s["president"], 58)
    leaf.put(190, 1760, "学位证书编号 [certificate_number]", 36)
    leaf.put(1310, 1760, "[issue_date]", 38, side="right")
    leaf.round(1110, 1600, s["school"], 310)
    return [leaf.done()]


def register_table(s: Said, rng: random.Random) -> list[Sheet]:
    """The national register's print, four columns."""
    leaf = Leaf(FORM, "registration.grid", s, rng, "hei", (1654, 1800))
    leaf.put(827, 170, "教育部学历证书电子注册备案表", 60, "hei-bold", "centre")
    leaf.put(130, 250, "更新日期：[!updated|padded]", 28)
    rows: list[Row] = [
        (92, ["姓名", "[name]", "性别", "[gender]", Slot("", 1, 4)]),
        (92, ["出生日期", "[birth_date|padded]", "层次", "[level]"]),
        (92, ["入学日期", "[start_date|padded]", "毕（结）业日期", "[end_date|padded]"]),
        (92, ["学历类别", "[programme_type]", "学习形式", "[!form]"]),
        (92, ["学校名称", Slot("[school]", 2), "学制", "[!years] 年"]),
        (92, ["专业", Slot("[major]", 2), "毕（结）业", "[conclusion]"]),
        (92, ["证书编号", Slot("[certificate_number]", 2), "校（院）长", "[!president]"]),
    ]
    leaf.grid(110, 290, [200, 360, 260, 344, 270], rows, 32)
    leaf.photo(1290, 310, 235)
    leaf.code(180, 1080, 230)
    leaf.put(480, 1150, "在线验证码：[verification_code]", 38)
    leaf.put(480, 1230, "在线验证有效期至：[valid_until|padded]", 34)
    note = "说明：本表由系统根据学历电子注册信息生成，可扫描二维码或登录网站输入验证码核验。"
    leaf.prose(130, 1440, 1390, note, 28, 1.6, 0)
    return [leaf.done()]


def register_lines(s: Said, rng: random.Random) -> list[Sheet]:
    """The same register as a page of labelled lines."""
    leaf = Leaf(FORM, "registration.lines", s, rng, "zenhei")
    leaf.put(827, 200, "教育部学历证书电子注册备案表", 58, side="centre")
    leaf.sheet.line(130, 240, 1524, 240, 3, (60, 100, 170))
    lines = (
        ("姓　　名", "[name]"), ("性　　别", "[gender]"), ("出生日期", "[birth_date|padded]"),
        ("入学日期", "[start_date|padded]"), ("毕（结）业日期", "[end_date|padded]"), ("学校名称", "[school]"),
        ("专　　业", "[major]"), ("层　　次", "[level]"), ("学　　制", "[!years]年"),
        ("学历类别", "[programme_type]"), ("学习形式", "[!form]"), ("毕（结）业", "[conclusion]"),
        ("证书编号", "[certificate_number|4]"), ("校（院）长姓名", "[!president]"),
    )  # fmt: skip
    for i, (label, value) in enumerate(lines):
        leaf.put(180, 340 + 92 * i, label, 32, colour=(100, 104, 112))
        leaf.put(520, 340 + 92 * i, value, 36)
    leaf.photo(1230, 320, 230)
    leaf.code(1240, 1500, 210)
    leaf.put(180, 1740, "在线验证码　[verification_code|4]", 36)
    leaf.put(180, 1820, "验证截止　[valid_until|dash]　　更新日期　[!updated|dash]", 32)
    return [leaf.done()]


def report(s: Said, rng: random.Random) -> list[Sheet]:
    """A verification report: entries, then the finding."""
    leaf = Leaf(REPORT, "report.entries", s, rng, "serif", (1654, 2100), (240, 246, 252))
    leaf.put(827, 260, "中国高等教育学历认证报告", 72, "serif-bold", "centre")
    leaf.put(1510, 340, "报告编号：[report_number]", 36, side="right", colour=(190, 40, 40))
    entries = (
        "申 请 人：[name]", "性　　别：[gender]", "出生日期：[birth_date]", "身份证号：[id_number]",
        "毕业院校：[school]", "专　　业：[major]", "学历层次：[level]（[!form]）", "毕业时间：[!end_date]",
        "证书编号：[certificate_number]",
    )  # fmt: skip
    for i, text in enumerate(entries):
        leaf.put(220, 470 + 92 * i, text, 40)
    leaf.photo(1220, 430, 240)
    y = leaf.prose(220, 1380, 1220, "认证结果：经核验，[conclusion]。", 42, 1.8, 0)
    leaf.put(1470, y + 220, REGISTER, 36, side="right")
    leaf.put(1430, y + 300, "[!dated|padded]", 36, side="right")
    leaf.round(1180, y + 220, REGISTER, 320)
    leaf.code(230, y + 140, 190)
    return [leaf.done()]


def abroad(s: Said, rng: random.Random) -> list[Sheet]:
    """The recognition of a degree from abroad."""
    leaf = Leaf(ABROAD, "recognition.plain", s, rng, "song")
    leaf.border(100, (150, 110, 60), 3, 10)
    leaf.put(827, 340, "国外学历学位认证书", 80, "serif-black", "centre")
    leaf.put(1480, 430, "[certificate_number]", 34, side="right")
    body = (
        "[name]（[!gender]，[birth_date]出生）于[!start_date]至[!end_date]就读于[!country][school]（[!english]），"
        "修读[!major]专业，获授[degree]学位。"
    )
    y = leaf.prose(220, 580, 1214, body, 46, 1.9)
    y = leaf.prose(220, y + 110, 1214, "经查，[conclusion]。", 46, 1.9)
    leaf.put(1420, y + 320, "教育部留学服务中心", 44, side="right")
    leaf.put(1400, y + 400, "[!dated|hanzi]", 40, side="right")
    leaf.round(1200, y + 320, "教育部留学服务中心", 330, "学历学位认证专用章")
    leaf.code(240, 1880, 220)
    return [leaf.done()]


def booklet(s: Said, rng: random.Random) -> list[Sheet]:
    """The form from a graduate's personnel file, two pages."""
    first = Leaf(BOOKLET, "graduate.file_form", s, rng, "cns-sung", (1654, 1900), (249, 244, 230))
    first.put(827, 170, "普通高等学校毕业生登记表", 62, side="centre")
    rows: list[Row] = [
        (90, ["姓名", "[name]", "性别", "[gender]", Slot("", 1, 4)]),
        (90, ["出生年月", "[birth_date|m.digits]", "民族", "汉族"]),
        (90, ["学校", Slot("[school]", 3)]),
        (90, ["专业", "[major]", "学制", "[!years]年"]),
        (90, ["入学时间", "[start_date]", "毕业时间", Slot("[end_date]", 2)]),
        (360, ["个人简历", Slot("[!history]", 4, prose=True)]),
        (480, ["自我鉴定", Slot("[!account]", 4, prose=True)]),
    ]
    first.grid(110, 250, [200, 430, 180, 364, 260], rows, 34)
    first.photo(1300, 262, 220)
    first.sign(1050, 1490, s["name"], 54)
    second = Leaf(BOOKLET, "graduate.file_form", s, rng, "cns-sung", (1654, 1300), (249, 244, 230), True)
    rows = [
        (330, ["班级鉴定", Slot("该生尊敬师长，学习认真，成绩良好。", prose=True)]),
        (420, ["学校意见", Slot("同意毕业。", prose=True)]),
    ]
    second.grid(110, 120, [200, 1234], rows, 34)
    second.put(1480, 830, "一九九八年七月", 34, side="right")
    second.round(1150, 680, s["school"], 290)
    second.oval(430, 1040, ("复印件与原件相符", "鹊林县人才档案管理中心"), 34, corners=True)
    return [first.done(), second.done()]
