"""Degree certificates: the national form up to 2015, schools' own designs, master's, professional, bilingual."""

from __future__ import annotations

import random

from models.document import Kind
from models.geometry import Box
from samples.content import Degree
from samples.drawing import (
    A4,
    Sheet,
    Span,
    embossed_seal,
    line,
    name_seal,
    paragraph,
    portrait,
    round_seal,
    signature,
    watermark,
)
from samples.numbers import show_date

KIND: Kind = "degree_certificate"
ENGLISH = (
    "This is to certify that the student named here has completed the programme of study "
    "and has been awarded the degree of Bachelor of Engineering."
)
LAW = "《中华人民共和国学位条例》"


def _heading(d: Degree) -> str:
    return "硕士学位证书" if "硕士" in d.degree else "学士学位证书"


def national(d: Degree, rng: random.Random) -> list[Sheet]:
    """The form printed centrally: landscape, the population in brackets below the title."""
    sheet = Sheet(KIND, "degree.national", (1754, 1240), (251, 248, 236))
    sheet.rect(Box(40, 40, 1714, 1200), 4, (120, 100, 50))
    sheet.text(877, 190, _heading(d), "serif-bold", 96, align="centre", spacing=14)
    sheet.text(877, 270, f"（{d.population}）", "kai", 38, align="centre")
    box = portrait(sheet, 130, 360, 220, rng)
    embossed_seal(sheet, box.x1 - 10, box.y1 - 10, d.school, rng)
    spans = [
        Span(d.holder.name, "name"),
        Span("，"),
        Span(d.holder.gender, "gender"),
        Span("，"),
        Span(show_date(d.holder.birth, "hanzi"), "birth_date", d.holder.birth),
        Span("生。在"),
        Span(d.school, "school"),
        Span(d.major, "major"),
        Span("专业完成了本科学习计划，业已毕业，经审核符合" + LAW + "的规定，授予"),
        Span(d.degree, "degree"),
        Span("学位。"),
    ]
    paragraph(sheet, 440, 410, 1180, spans, "kai", 46, leading=1.9)
    sheet.text(460, 900, d.school, "kai", 38)
    sheet.text(900, 860, "校　　　　　长", "kai", 32)
    sheet.text(900, 940, "学位评定委员会主席", "kai", 32)
    name_seal(sheet, 1240, 810, d.president, rng, 76)
    name_seal(sheet, 1240, 900, d.president, rng, 76)
    line(sheet, 130, 1110, [Span("证书编号："), Span(d.number, "certificate_number")], "kai", 34)
    sheet.text(1610, 1110, show_date(d.issued, "hanzi"), "kai", 36, align="right", field="issue_date", value=d.issued)
    round_seal(sheet, 600, 930, d.school, rng, diameter=290)
    watermark(sheet, rng)
    return [sheet]


def own_design(d: Degree, rng: random.Random) -> list[Sheet]:
    """2016 and later: a portrait sheet, short lines in the middle, the degree set large."""
    sheet = Sheet(KIND, "degree.own_design", (1240, 1754), (255, 255, 255))
    sheet.rect(Box(60, 60, 1180, 1694), 8, (20, 80, 60))
    sheet.text(620, 200, d.school, "kai-gb", 70, align="centre")
    sheet.text(620, 320, _heading(d), "hei-bold", 84, align="centre", spacing=18)
    portrait(sheet, 510, 380, 220, rng)
    spans = [
        Span("兹证明 "),
        Span(d.holder.name, "name", underline=True),
        Span(" （性别："),
        Span(d.holder.gender, "gender"),
        Span("，出生日期："),
        Span(show_date(d.holder.birth, "digits"), "birth_date", d.holder.birth),
        Span("）在"),
        Span(d.school, "school"),
        Span(d.major, "major"),
        Span("专业学习期满，经学位评定委员会审核，授予"),
    ]
    end = paragraph(sheet, 150, 820, 940, spans, "serif", 42, leading=1.9)
    line(sheet, 440, end + 130, [Span(d.degree, "degree"), Span("学位")], "serif-bold", 66)
    y = end + 270
    sheet.text(170, y, "校长", "serif", 36)
    signature(sheet, 260, y, d.president, rng, 52)
    sheet.text(560, y, "学位评定委员会主席", "serif", 36)
    signature(sheet, 910, y, d.president, rng, 52)
    sheet.text(170, y + 110, "编号", "serif", 34)
    sheet.text(270, y + 110, d.number, "serif", 34, field="certificate_number")
    issued = sheet.text(
        1070, y + 110, show_date(d.issued, "digits"), "serif", 36, align="right", field="issue_date", value=d.issued
    )
    round_seal(sheet, issued.cx, y + 40, d.school, rng, diameter=300)
    watermark(sheet, rng)
    return [sheet]


def master(d: Degree, rng: random.Random) -> list[Sheet]:
    """A master's certificate: examination of courses and defence of the thesis; professional degrees too."""
    sheet = Sheet(KIND, "degree.master", (1240, 1754), (246, 250, 254))
    sheet.line(90, 120, 1150, 120, 5, (20, 40, 110))
    sheet.text(620, 260, "硕 士 学 位 证 书", "kai", 96, align="centre", colour=(20, 40, 110))
    portrait(sheet, 140, 360, 210, rng)
    professional = "专业" in d.degree
    field = "已通过专业学位的课程考试和论文答辩" if professional else "已通过硕士学位的课程考试和论文答辩"
    spans = [
        Span(d.holder.name, "name"),
        Span(" 系"),
        Span("浙江上虞人，"),
        Span(d.holder.gender, "gender"),
        Span("，"),
        Span(show_date(d.holder.birth, "circle"), "birth_date", d.holder.birth),
        Span("生。在我校"),
        Span(d.major, "major"),
        Span("学科（专业）" + field + "，成绩合格。根据" + LAW + "的规定，授予"),
        Span(d.degree, "degree"),
        Span("学位。"),
    ]
    paragraph(sheet, 140, 780, 960, spans, "kai", 46, leading=1.95)
    sheet.text(1080, 1330, d.school, "kai", 44, align="right", field="school")
    sheet.text(140, 1330, "校　长：", "kai", 38)
    name_seal(sheet, 300, 1270, d.president, rng, 84)
    sheet.text(1080, 1430, show_date(d.issued, "circle"), "kai", 40, align="right", field="issue_date", value=d.issued)
    line(sheet, 140, 1600, [Span("证书编号："), Span(d.number, "certificate_number")], "kai", 36)
    round_seal(sheet, 890, 1370, d.school, rng)
    watermark(sheet, rng)
    return [sheet]


def bilingual(d: Degree, rng: random.Random) -> list[Sheet]:
    """Chinese left, English right, on one landscape sheet."""
    sheet = Sheet(KIND, "degree.bilingual", (A4[1], A4[0]), (253, 252, 247))
    sheet.line(1170, 160, 1170, 1500, 2, (160, 140, 90))
    sheet.text(585, 260, _heading(d), "hei-bold", 92, align="centre", spacing=10)
    portrait(sheet, 470, 330, 230, rng)
    spans = [
        Span(d.holder.name, "name"),
        Span("，"),
        Span(d.holder.gender, "gender"),
        Span("，"),
        Span(show_date(d.holder.birth, "digits"), "birth_date", d.holder.birth),
        Span("生。在我校"),
        Span(d.major, "major"),
        Span("专业完成了本科学习计划，业已毕业，经审核符合" + LAW + "的规定，授予"),
        Span(d.degree, "degree"),
        Span("学位。"),
    ]
    paragraph(sheet, 150, 790, 900, spans, "serif", 48, leading=1.8)
    sheet.text(150, 1320, d.school, "serif", 44, field="school")
    sheet.text(150, 1400, f"校长  {d.president}", "serif", 40)
    line(sheet, 150, 1540, [Span("证书编号："), Span(d.number, "certificate_number")], "serif", 38)
    sheet.text(
        1050, 1460, show_date(d.issued, "digits"), "serif", 40, align="right", field="issue_date", value=d.issued
    )
    sheet.text(1755, 260, "BACHELOR'S DEGREE", "serif-bold", 72, align="centre")
    english = [Span(d.english or ENGLISH)]
    paragraph(sheet, 1300, 420, 880, english, "serif", 46, leading=1.6, justify=False)
    sheet.text(1300, 1320, "YUEZHOU UNIVERSITY OF TECHNOLOGY", "serif", 38)
    line(sheet, 1300, 1400, [Span("No. " + d.number)], "serif", 38)
    round_seal(sheet, 720, 1350, d.school, rng, diameter=330)
    watermark(sheet, rng)
    return [sheet]
