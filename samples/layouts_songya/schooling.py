"""Diplomas, degrees and prints of the national register as the schools of Lingbei have them."""

from __future__ import annotations

import random
from typing import Final

from samples.drawing import A4, Sheet, name_seal
from samples.layouts_quelin.leaf import Row, Said, Slot
from samples.layouts_songya.page import Page

DIPLOMA: Final = "graduation_certificate"
DEGREE: Final = "degree_certificate"
FORM: Final = "chsi_registration_form"


def portrait(s: Said, rng: random.Random) -> list[Sheet]:
    """Upright: photograph on top, the sentence below it."""
    page = Page(DIPLOMA, "graduation.portrait", s, rng, "cns-sung", (1500, 2000), (250, 246, 236))
    page.border(54, (120, 40, 60), 5, 14)
    page.put(750, 230, "[programme_type]", 50, side="centre")
    page.put(750, 350, "毕　业　证　书", 92, "serif-black", "centre", (120, 30, 50))
    page.photo(630, 410, 240)
    body = (
        "[name]，[gender]，生于[birth_date]，自[start_date]起在[!school][major]专业修业，至[end_date]学满[level]四年"
        "全部学分，各科考试及毕业设计成绩合格，经审查准许[conclusion]。"
    )
    y = page.prose(190, 850, 1120, body, 46, 1.9)
    page.put(190, y + 180, "校　长", 42)
    page.sign(360, y + 190, s["president"], 62)
    page.put(1310, y + 300, "[school]", 46, side="right")
    page.put(1310, y + 390, "[issue_date]", 42, side="right")
    page.put(190, 1880, "证书注册编号　[certificate_number]", 36)
    page.round(1110, y + 310, s["school"], 310)
    return [page.done()]


def columns(s: Said, rng: random.Random) -> list[Sheet]:
    """Wide: entries on the left under the photograph, the sentence on the right."""
    page = Page(DIPLOMA, "graduation.columns", s, rng, "serif", (2100, 1450), (244, 248, 244))
    page.border(46, (40, 90, 80), 10, 20)
    page.photo(250, 160, 240)
    pairs = (("姓　名", "[name]"), ("性　别", "[gender]"), ("出　生", "[birth_date|dots]"), ("层　次", "[level]"))
    page.labelled(150, 620, pairs, 86, 170, 40)
    page.put(150, 1060, "证书编号", 34)
    page.put(150, 1120, "[certificate_number]", 38)
    page.put(1370, 230, "[school]毕业证书", 68, "serif-black", "centre")
    body = (
        "该生于[start_date|hanzi]入学，[end_date|hanzi]学业期满，在本校[programme_type]本科[major]专业学习，学制四年，"
        "修完全部课程，成绩合格，准予[conclusion]，特发此证。"
    )
    page.prose(800, 400, 1140, body, 46, 1.95)
    page.put(800, 1010, "校长：", 42)
    name_seal(page.sheet, 930, 950, s["president"], rng, 96)
    page.put(1940, 1160, "[issue_date|hanzi]", 44, side="right")
    page.round(1660, 1060, s["school"], 320)
    return [page.done()]


def degree_lying(s: Said, rng: random.Random) -> list[Sheet]:
    """Wide, centred, the degree large."""
    page = Page(DEGREE, "degree.lying", s, rng, "wenkai", (1900, 1340), (250, 250, 255))
    page.border(60, (60, 70, 140), 6, 16)
    page.put(950, 230, "学 士 学 位 证 书", 90, "serif-black", "centre", (40, 50, 120))
    page.photo(170, 330, 230)
    body = (
        "[name]（[gender]，[birth_date]出生）在[!school][major]专业修完本科培养方案规定的学业，考核成绩合格，"
        "达到学位授予标准。经校学位评定委员会审议通过，授予"
    )
    page.prose(480, 410, 1260, body, 44, 1.85)
    page.put(1110, 800, "[degree]学位", 66, "hei-bold", "centre")
    page.put(480, 960, "校长（学位评定委员会主席）", 38)
    page.sign(1000, 965, s["president"], 60)
    page.put(170, 1210, "学位证书编号：[certificate_number]", 36)
    page.put(1740, 1120, "[school]", 44, side="right")
    page.put(1740, 1210, "[issue_date|padded]", 38, side="right")
    page.round(1180, 1120, s["school"], 290)
    return [page.done()]


def degree_rows(s: Said, rng: random.Random) -> list[Sheet]:
    """Upright, entries on ruled lines."""
    page = Page(DEGREE, "degree.rows", s, rng, "kai", A4, (255, 253, 246))
    page.border(80, (176, 140, 70), 12)
    page.put(827, 330, "[school]", 64, "serif-bold", "centre")
    page.put(827, 450, "学士学位证书", 88, "serif-bold", "centre")
    page.photo(1180, 560, 250)
    pairs = (
        ("学位获得者", "[name]"), ("性别", "[gender]"), ("出生日期", "[birth_date|hanzi]"), ("所学专业", "[major]"),
        ("授予学位", "[degree]"), ("证书编号", "[certificate_number]"), ("授予日期", "[issue_date|hanzi]"),
    )  # fmt: skip
    end = page.labelled(210, 660, pairs, 120, 300, 46)
    for i in range(len(pairs)):
        page.sheet.line(490, 682 + 120 * i, 1120 if i < 3 else 1440, 682 + 120 * i, 1)
    y = page.prose(210, end + 60, 1234, "以上学位经本校学位评定委员会审核批准，特此证明。", 42)
    page.put(210, y + 220, "校长", 42)
    page.sign(330, y + 230, s["president"], 64)
    page.round(1180, y + 260, s["school"], 330)
    return [page.done()]


def register_pairs(s: Said, rng: random.Random) -> list[Sheet]:
    """The register's print in two columns of labelled entries."""
    page = Page(FORM, "registration.pairs", s, rng, "microhei", (1654, 2100))
    page.put(130, 190, "教育部学历证书电子注册备案表", 60)
    page.put(130, 260, "更新日期：[!updated|padded]", 28, colour=(110, 114, 120))
    page.sheet.line(130, 290, 1524, 290, 4, (30, 120, 110))
    page.photo(1270, 330, 240)
    left = (
        ("姓名：", "[name]"), ("性别：", "[gender]"), ("出生日期：", "[birth_date|padded]"),
        ("学校名称：", "[school]"), ("专业：", "[major]"), ("层次：", "[level]"), ("学制：", "[!years]"),
    )  # fmt: skip
    end = page.labelled(150, 400, left, 86, 260, 36)
    right = (
        ("学历类别：", "[programme_type]"), ("学习形式：", "[!form]"), ("入学日期：", "[start_date|padded]"),
        ("毕（结）业日期：", "[end_date|padded]"), ("毕（结）业：", "[conclusion]"),
        ("校（院）长姓名：", "[!president]"), ("证书编号：", "[certificate_number]"),
    )  # fmt: skip
    end = page.labelled(150, end, right, 86, 340, 36)
    page.sheet.line(130, end, 1524, end, 1, (150, 156, 160))
    page.put(150, end + 90, "在线验证码　[verification_code]", 38)
    page.put(150, end + 170, "在线验证有效期至　[valid_until|padded]", 34)
    page.code(1270, end + 40, 230)
    return [page.done()]


def register_wide(s: Said, rng: random.Random) -> list[Sheet]:
    """The register's print lying, six columns."""
    page = Page(FORM, "registration.wide", s, rng, "serif", (2339, 1380))
    page.put(1170, 180, "教育部学历证书电子注册备案表", 62, "serif-bold", "centre")
    rows: list[Row] = [
        (110, ["姓名", "[name]", "性别", "[gender]", "出生日期", "[birth_date|dash]"]),
        (110, ["学校名称", Slot("[school]", 3), "层次", "[level]"]),
        (110, ["专业", Slot("[major]", 3), "学制", "[!years]年"]),
        (110, ["学历类别", "[programme_type]", "学习形式", "[!form]", "毕（结）业", "[conclusion]"]),
        (110, ["入学日期", "[start_date|dash]", "毕（结）业日期", Slot("[end_date|dash]", 3)]),
        (110, ["证书编号", Slot("[certificate_number]", 3), "校（院）长姓名", "[!president]"]),
    ]
    end = page.grid(110, 260, [210, 390, 280, 270, 300, 340], rows, 36).box.y1
    page.photo(1960, 290, 270)
    page.code(140, end + 80, 260)
    page.put(480, end + 160, "在线验证码：[verification_code|4]", 42)
    page.put(480, end + 250, "验证有效期至：[valid_until|dash]", 38)
    page.put(480, end + 330, "更新日期：[!updated|dash]", 34)
    return [page.done()]
