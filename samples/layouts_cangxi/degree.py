"""Certificates of degrees: since 2016 each school its own, before that the common one."""

from __future__ import annotations

import random
from typing import Final

from models.geometry import Box
from samples.content import Degree
from samples.drawing import Sheet, Span, code_square, embossed_seal, line, name_seal, paragraph, portrait, round_seal
from samples.drawing import signature as signed
from samples.layouts_cangxi.record import A5_WIDE, dated, finish, pairs, said, sheet_of
from samples.numbers import show_date

KIND: Final = "degree_certificate"


def common(g: Degree, rng: random.Random) -> list[Sheet]:
    """The one of before 2016: heading over the whole, name first, two name seals."""
    sheet = sheet_of(KIND, "degree.common", A5_WIDE, (246, 249, 246))
    sheet.rect(Box(28, 28, 1626, 1137), 10, (60, 100, 80))
    sheet.text(827, 170, "学 士 学 位 证 书", "serif-black", 84, align="centre")
    sheet.text(827, 240, f"（{g.population}）", "cns-kai", 36, align="centre")
    portrait(sheet, 130, 320, 220, rng)
    embossed_seal(sheet, 330, 610, g.school, rng)
    spans = [
        said(g.holder.name, "name"), Span("，"), said(g.holder.gender, "gender"), Span("，"),
        dated(g.holder.birth, "birth_date", "hanzi"), Span("生。在"), said(g.school, "school"), said(g.major, "major"),
        Span("专业完成了本科学习计划，业已毕业，经审核符合《中华人民共和国学位条例》的规定，授予"),
        said(g.degree, "degree"), Span("学位。"),
    ]  # fmt: skip
    paragraph(sheet, 450, 360, 1090, spans, "cns-kai", 44, leading=1.7)
    sheet.text(450, 860, "校长、学位评定委员会主席", "cns-kai", 36)
    name_seal(sheet, 930, 800, g.president, rng, 96)
    line(sheet, 130, 1050, [Span("证书编号："), said(g.number, "certificate_number")], "cns-kai", 34)
    line(sheet, 1080, 1050, [dated(g.issued, "issue_date", "hanzi")], "cns-kai", 36)
    round_seal(sheet, 1260, 900, g.school, rng, diameter=260)
    return [finish(sheet, rng)]


def bilingual(g: Degree, rng: random.Random) -> list[Sheet]:
    """Two columns, Chinese left, English right, which carries no values to be read."""
    sheet = sheet_of(KIND, "degree.bilingual", A5_WIDE, (255, 252, 245))
    sheet.rect(Box(26, 26, 1628, 1139), 3, (120, 90, 40))
    sheet.text(430, 160, g.school, "serif-medium", 50, align="centre", field="school")
    sheet.text(430, 260, "学位证书", "cns-kai", 92, align="centre", spacing=14, colour=(120, 30, 30))
    items = [
        ("姓　　名", g.holder.name, "name", ""),
        ("性　　别", g.holder.gender, "gender", ""),
        ("出生日期", show_date(g.holder.birth), "birth_date", g.holder.birth),
        ("专　　业", g.major, "major", ""),
        ("学　　位", g.degree, "degree", ""),
        ("授予日期", show_date(g.issued), "issue_date", g.issued),
        ("证书编号", g.number, "certificate_number", ""),
    ]
    pairs(sheet, 110, 370, 68, items, "mingti", 36)
    sheet.text(110, 930, "学位评定委员会主席", "mingti", 32)
    signed(sheet, 430, 930, g.president, rng, 50)
    sheet.text(1230, 180, "DEGREE CERTIFICATE", "serif-medium", 44, align="centre")
    english = (
        "This is to certify that the above-named student, having completed all the courses and passed the "
        "thesis defense required by the University, has been awarded the degree stated in the Chinese text."
    )
    paragraph(sheet, 900, 270, 640, [Span(english)], "serif-medium", 34, leading=1.6, justify=False)
    portrait(sheet, 930, 590, 210, rng)
    code_square(sheet, 1310, 620, 190, rng)
    round_seal(sheet, 620, 960, g.school, rng, diameter=270)
    return [finish(sheet, rng)]


def upright(g: Degree, rng: random.Random) -> list[Sheet]:
    """An upright leaf: centred lines, the number top right."""
    sheet = sheet_of(KIND, "degree.upright", (1165, 1600), (251, 247, 240))
    sheet.rect(Box(50, 50, 1115, 1550), 3, (30, 60, 120))
    line(sheet, 640, 120, [Span("编号 "), said(g.number, "certificate_number")], "droid", 28)
    sheet.text(582, 300, "学士学位证书", "serif-black", 86, align="centre", spacing=10, colour=(30, 60, 120))
    portrait(sheet, 482, 360, 200, rng)
    spans = [
        Span("兹证明"), said(g.holder.name, "name"), Span("（"), said(g.holder.gender, "gender"), Span("，"),
        dated(g.holder.birth, "birth_date"), Span("出生）于本校"), said(g.major, "major"),
        Span("专业学习期满，成绩优良，经校学位评定委员会审议通过，授予"), said(g.degree, "degree"), Span("学位。"),
    ]  # fmt: skip
    paragraph(sheet, 140, 780, 890, spans, "serif-medium", 44, leading=1.85)
    sheet.text(1010, 1240, g.school, "serif-medium", 44, align="right", field="school")
    sheet.text(580, 1330, "校长", "serif-medium", 38)
    signed(sheet, 690, 1335, g.president, rng, 54)
    sheet.text(
        1010, 1430, show_date(g.issued, "hanzi"), "serif-medium", 38, align="right", field="issue_date", value=g.issued
    )
    round_seal(sheet, 820, 1290, g.school, rng, diameter=280)
    return [finish(sheet, rng)]
