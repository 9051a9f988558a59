"""Certificates of graduation, old and new, and of courses finished without graduation."""

from __future__ import annotations

import random
from typing import Final

from models.geometry import Box
from samples.content import Graduation
from samples.drawing import (
    Sheet,
    Span,
    embossed_seal,
    line,
    name_seal,
    paragraph,
    portrait,
    round_seal,
    signature,
)
from samples.layouts_cangxi.record import A5_WIDE, dated, finish, level_word, said, sheet_of
from samples.numbers import hanzi, show_date

KIND: Final = "graduation_certificate"
CLOSING = {
    "毕业": "修满教学计划规定的全部学分，成绩合格，",
    "结业": "修业期满，尚有部分课程考核未达到毕业要求，",
}


def spread(g: Graduation, rng: random.Random) -> list[Sheet]:
    """Two leaves side by side: photo and heading left, the sentence right."""
    sheet = sheet_of(KIND, "graduation.spread", A5_WIDE, (252, 247, 238))
    for inset in (22, 34):
        sheet.rect(Box(inset, inset, 1654 - inset, 1165 - inset), 3, (150, 40, 40))
    sheet.line(827, 60, 827, 1105, 2, (190, 170, 150))
    sheet.text(414, 180, "普通高等学校", "serif-medium", 54, align="centre", field="programme_type", value="普通")
    sheet.text(414, 300, f"{g.conclusion}证书", "cns-kai", 104, align="centre", spacing=18, colour=(150, 30, 30))
    portrait(sheet, 304, 400, 220, rng)
    embossed_seal(sheet, 500, 700, g.school, rng)
    sheet.text(90, 900, "证书编号：", "mingti", 32)
    sheet.text(252, 900, g.number, "mingti", 32, field="certificate_number")
    sheet.text(90, 960, "学历查询：学信网（中国高等教育学生信息网）", "mingti", 26)
    start, end = dated(g.start, "start_date", "hanzi"), dated(g.end, "end_date", "hanzi")
    spans = [
        Span("学生"), said(f" {g.holder.name} ", "name", g.holder.name, under=True),
        Span("，性别"), said(f" {g.holder.gender} ", "gender", g.holder.gender, under=True), Span("，"),
        dated(g.holder.birth, "birth_date", "hanzi"), Span("生，于"), start, Span("至"), end, Span("在本校"),
        said(f" {g.major} ", "major", g.major, under=True), Span(f"专业{g.years}年制"),
        said(level_word(g.level), "level", g.level), Span(f"学习，{CLOSING[g.conclusion]}准予"),
        said(g.conclusion, "conclusion"), Span("。"),
    ]  # fmt: skip
    paragraph(sheet, 880, 190, 690, spans, "cns-kai", 42, leading=1.75)
    line(sheet, 880, 900, [Span("校　名："), said(g.school, "school")], "cns-kai", 38)
    sheet.text(880, 970, "校　长：", "cns-kai", 38)
    signature(sheet, 1030, 975, g.president, rng, 52)
    line(sheet, 1130, 1062, [dated(g.issued, "issue_date", "hanzi")], "cns-kai", 36)
    round_seal(sheet, 1340, 930, g.school, rng, diameter=280)
    return [finish(sheet, rng)]


def self_study(g: Graduation, rng: random.Random) -> list[Sheet]:
    """Of the self-taught examinations: no start, two seals."""
    sheet = sheet_of(KIND, "graduation.self_study", A5_WIDE, (246, 250, 244))
    sheet.rect(Box(40, 40, 1614, 1125), 6, (70, 110, 80))
    sheet.text(
        827,
        150,
        "高等教育自学考试",
        "serif-black",
        52,
        align="centre",
        spacing=10,
        field="programme_type",
        value="自考",
    )
    sheet.text(827, 262, "毕 业 证 书", "serif-black", 88, align="centre")
    portrait(sheet, 120, 330, 240, rng)
    word = {"本科": "本科", "大专": "专科"}[g.level]
    spans = [
        said(g.holder.name, "name"), Span("，"), said(g.holder.gender, "gender"), Span("，"),
        dated(g.holder.birth, "birth_date", "padded"), Span("出生，参加"), said(g.major, "major"),
        Span("专业（"), said(word, "level", g.level),
        Span("）高等教育自学考试，全部课程成绩合格，经审核，准予"), said("毕业", "conclusion"), Span("。"),
    ]  # fmt: skip
    paragraph(sheet, 440, 400, 1080, spans, "mingti", 44, leading=1.8)
    sheet.text(120, 830, "主考院校", "mingti", 34)
    sheet.text(120, 890, g.school, "mingti", 38, field="school")
    sheet.text(960, 830, "沧西省高等教育自学考试委员会", "mingti", 38)
    line(sheet, 1060, 910, [dated(g.issued, "issue_date", "padded")], "mingti", 36)
    line(sheet, 120, 1060, [Span("证书编号 "), said(g.number, "certificate_number")], "mingti", 34)
    round_seal(sheet, 330, 900, g.school, rng, diameter=250)
    round_seal(sheet, 1230, 880, "沧西省高等教育自学考试委员会", rng, diameter=260)
    return [finish(sheet, rng)]


def adult(g: Graduation, rng: random.Random) -> list[Sheet]:
    """Of adult education: sentence with blanks to fill in, approval number, Arabic numerals."""
    sheet = sheet_of(KIND, "graduation.adult", A5_WIDE)
    sheet.rect(Box(30, 30, 1624, 1135), 2, (60, 60, 130))
    sheet.rect(Box(44, 44, 1610, 1121), 5, (60, 60, 130))
    sheet.text(1060, 150, "成人高等教育", "hei", 44, align="centre", field="programme_type", value="成人")
    sheet.text(1060, 260, f"{g.conclusion}证书", "sans-black", 92, align="centre", spacing=30)
    portrait(sheet, 110, 130, 250, rng)
    line(sheet, 90, 560, [Span("编　号")], "song", 30)
    line(sheet, 90, 606, [said(g.number, "certificate_number")], "song", 30)
    sheet.text(90, 680, "批准文号：（99）沧教成字014号", "song", 26)
    spans = [
        Span("学员"), said(f"{g.holder.name}", "name", under=True), Span("，性别"),
        said(g.holder.gender, "gender", under=True), Span("，"), dated(g.holder.birth, "birth_date", under=True),
        Span("生，自"), dated(g.start, "start_date", under=True), Span("起至"), dated(g.end, "end_date", under=True),
        Span("止，在我校"), said(g.major, "major", under=True), Span(f"专业（{g.form}）{g.base}"),
        said(level_word(g.level), "level", g.level),
        Span(f"班学习，学制{g.years}年，学完规定课程，考试成绩合格，准予"), said(g.conclusion, "conclusion"), Span("，特发此证。"),
    ]  # fmt: skip
    paragraph(sheet, 520, 390, 1040, spans, "serif-medium", 40, leading=1.95)
    line(sheet, 980, 900, [Span("学校（章）  "), said(g.school, "school")], "serif-medium", 38)
    sheet.text(980, 970, "校　　长", "serif-medium", 38)
    name_seal(sheet, 1180, 920, g.president, rng)
    line(sheet, 1130, 1065, [dated(g.issued, "issue_date")], "serif-medium", 36)
    round_seal(sheet, 1400, 950, g.school, rng, diameter=270)
    return [finish(sheet, rng)]


def old_style(g: Graduation, rng: random.Random) -> list[Sheet]:
    """As printed in the nineties: native place and age in place of the birth date, a register number."""
    sheet = sheet_of(KIND, "graduation.old_style", A5_WIDE, (248, 240, 220))
    sheet.rect(Box(60, 60, 1594, 1105), 8, (160, 60, 40))
    sheet.text(827, 210, "毕业证书", "cns-kai", 120, align="centre", spacing=60, colour=(150, 40, 30))
    age = int(g.issued[:4]) - int(g.holder.birth[:4])
    spans = [
        Span("学生"), said(f"　{g.holder.name}　", "name", g.holder.name), Span("性别"),
        said(f" {g.holder.gender} ", "gender", g.holder.gender), Span(f"系沧西省梧川市人，现年{hanzi(age)}岁，于"),
        dated(g.start, "start_date", "circle"), Span("至"), dated(g.end, "end_date", "circle"), Span("在本校"),
        said(g.major, "major"), Span(f"专业修业期满（{g.years}年制"), said(level_word(g.level), "level", g.level),
        Span("），学完教学计划规定的全部课程，成绩及格，准予"), said("毕业", "conclusion"), Span("。此证。"),
    ]  # fmt: skip
    paragraph(sheet, 160, 350, 1330, spans, "cns-kai", 48, leading=1.8)
    portrait(sheet, 170, 760, 180, rng)
    sheet.text(760, 860, g.school, "cns-kai", 48, field="school", spacing=6)
    line(sheet, 760, 940, [Span("校长　")], "cns-kai", 44)
    name_seal(sheet, 910, 885, g.president, rng, 84)
    line(sheet, 760, 1030, [dated(g.issued, "issue_date", "circle")], "cns-kai", 42)
    line(sheet, 420, 1060, [Span("证字第 "), said(g.number, "certificate_number"), Span(" 号")], "cns-kai", 32)
    round_seal(sheet, 1250, 920, g.school, rng, diameter=290)
    return [finish(sheet, rng)]


def secondary(g: Graduation, rng: random.Random) -> list[Sheet]:
    """Of a secondary technical school, upright, with lines of labels."""
    sheet = sheet_of(KIND, "graduation.secondary", (1165, 1520), (250, 250, 240))
    sheet.rect(Box(36, 36, 1129, 1484), 4, (40, 90, 120))
    sheet.text(582, 170, "普通中等专业学校", "serif-medium", 48, align="centre")
    sheet.text(582, 300, "毕业证书", "serif-black", 96, align="centre", spacing=24)
    portrait(sheet, 480, 350, 200, rng)
    spans = [
        Span("学生"), said(g.holder.name, "name", under=True), Span("，"), said(g.holder.gender, "gender"), Span("，"),
        dated(g.holder.birth, "birth_date"), Span("生。"), dated(g.start, "start_date"), Span("入学，在本校"),
        said(g.major, "major", under=True), Span(f"专业学习{g.years}年（"), said("中专", "level"), Span("），"),
        dated(g.end, "end_date"), Span("修业期满，成绩合格，准予"), said("毕业", "conclusion"), Span("。"),
    ]  # fmt: skip
    paragraph(sheet, 110, 740, 950, spans, "mingti", 42, leading=1.8)
    sheet.text(560, 1180, g.school, "mingti", 40, field="school")
    sheet.text(560, 1260, show_date(g.issued), "mingti", 38, field="issue_date", value=g.issued)
    line(sheet, 110, 1400, [Span("证书登记号 "), said(g.number, "certificate_number")], "mingti", 32)
    round_seal(sheet, 720, 1200, g.school, rng, diameter=260)
    return [finish(sheet, rng)]
