"""Diplomas of other schools: portrait, bilingual, a column beside a large photo, a grid of labels."""

from __future__ import annotations

import random

from models.document import Kind
from models.geometry import Box
from samples.content import Graduation
from samples.drawing import (
    A4,
    Cell,
    Sheet,
    Span,
    embossed_seal,
    line,
    name_seal,
    paragraph,
    portrait,
    round_seal,
    signature,
    table,
    watermark,
)
from samples.numbers import grouped, show_date

KIND: Kind = "graduation_certificate"
PLAIN_LEVELS = {"本科": "本科", "大专": "专科", "硕士研究生": "硕士研究生"}
LANDSCAPE = (2100, 1480)
HEADS = {"普通": "普通高等学校", "成人": "成人高等教育", "网络": "网络高等教育", "开放": "开放教育"}
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
PROGRAMMES = {"普通": "普通全日制", "网络": "网络教育", "开放": "开放教育"}
GOLD = (150, 110, 40)


def _level(g: Graduation, *, base: bool = True) -> Span:
    return Span((g.base if base else "") + PLAIN_LEVELS[g.level], "level", g.level)


def upright(g: Graduation, rng: random.Random) -> list[Sheet]:
    """Portrait, the number on top, heading and photo centred, large Kai text below."""
    sheet = Sheet(KIND, "u.graduation.upright", A4, (255, 253, 246))
    sheet.rect(Box(60, 60, 1594, 2279), 8, GOLD)
    sheet.rect(Box(84, 84, 1570, 2255), 2, GOLD)
    line(sheet, 130, 160, [Span("电子注册号 "), Span(grouped(g.number, 6), "certificate_number", g.number)], "hei", 32)
    sheet.text(827, 320, HEADS[g.programme], "wenkai", 62, align="centre", field="programme_type", value=g.programme)
    sheet.text(827, 470, " ".join(g.conclusion + "证书"), "serif-bold", 112, align="centre", colour=(150, 20, 30))
    portrait(sheet, 697, 560, 260, rng)
    spans = [
        Span("学生"), Span(f" {g.holder.name} ", "name", g.holder.name, underline=True), Span("，性别"),
        Span(f" {g.holder.gender} ", "gender", g.holder.gender, underline=True), Span("，"),
        Span(show_date(g.holder.birth, "zero"), "birth_date", g.holder.birth), Span("出生。自"),
        Span(show_date(g.start, "zero"), "start_date", g.start), Span("至"),
        Span(show_date(g.end, "zero"), "end_date", g.end), Span(f"在我校{g.form}"), Span(g.major, "major"),
        Span(f"专业（学制{g.years}年，"), _level(g), Span("层次）学习，"), _done(g),
        Span(g.conclusion, "conclusion"), Span("。"),
    ]  # fmt: skip
    paragraph(sheet, 190, 1120, 1270, spans, "kai", 56, leading=1.85)
    sheet.text(300, 1870, "校　长", "kai", 48)
    name_seal(sheet, 470, 1800, g.president, rng, 110)
    sheet.text(1440, 1880, g.school, "kai", 58, align="right", field="school")
    sheet.text(1440, 2010, show_date(g.issued, "zero"), "kai", 50, align="right", field="issue_date", value=g.issued)
    round_seal(sheet, 1230, 1940, g.school, rng, diameter=330)
    embossed_seal(sheet, 940, 890, g.school, rng, 210)
    watermark(sheet, rng)
    return [sheet]


def _done(g: Graduation) -> Span:
    if g.conclusion == "结业":
        return Span("尚有二门必修课程未通过，按学籍管理规定，准予")
    return Span("按培养方案修满规定学分，德智体成绩合格，准予")


def _english_date(iso: str) -> str:
    year, month, *day = iso.split("-")
    return f"{MONTHS[int(month) - 1]} {int(day[0])}, {year}" if day else f"{MONTHS[int(month) - 1]} {year}"


def bilingual(g: Graduation, rng: random.Random) -> list[Sheet]:
    """Landscape in two columns: Chinese text on the left, the same in English on the right."""
    sheet = Sheet(KIND, "u.graduation.bilingual", LANDSCAPE, (250, 252, 255))
    sheet.rect(Box(40, 40, 2060, 1440), 5, (40, 70, 130))
    sheet.text(540, 200, "毕业证书", "hei-bold", 92, align="centre", spacing=24)
    sheet.text(1560, 190, "DIPLOMA", "serif-bold", 84, align="centre", spacing=10)
    sheet.text(540, 270, HEADS[g.programme], "hei", 36, align="centre", field="programme_type", value=g.programme)
    portrait(sheet, 130, 350, 230, rng)
    male = g.holder.gender == "男"
    spans = [
        Span(g.holder.name, "name", role="serif-bold"), Span("，"), Span(g.holder.gender, "gender"), Span("，生于"),
        Span(show_date(g.holder.birth), "birth_date", g.holder.birth), Span("，"),
        Span(show_date(g.start), "start_date", g.start), Span("入学，在本校"),
        Span(g.major, "major"), Span(f"专业{g.form}{g.years}年制"), _level(g),
        Span("学习，完成教学计划全部课程且成绩合格，于"),
        Span(show_date(g.end), "end_date", g.end), Span("准予"), Span("毕业", "conclusion"), Span("。"),
    ]  # fmt: skip
    paragraph(sheet, 400, 400, 600, spans, "serif", 40, leading=1.72)
    words = (
        f"This is to certify that the bearer, {'male' if male else 'female'}, born on {_english_date(g.holder.birth)}, "
        f"studied at this institution from {_english_date(g.start)} to {_english_date(g.end)}, has completed all "
        "courses of the programme with passing grades and is hereby granted graduation."
    )
    paragraph(sheet, 1150, 400, 820, [Span(words)], "serif", 36, leading=1.75, justify=False)
    line(sheet, 130, 1190, [Span("编号 No. "), Span(g.number, "certificate_number")], "microhei", 34)
    sheet.text(130, 1260, f"Date of issue: {_english_date(g.issued)}", "serif", 32)
    sheet.text(130, 1330, "查询网址 https://www.chsi.com.cn", "microhei", 26)
    sheet.text(1960, 1090, g.school, "serif-bold", 46, align="right", field="school")
    sheet.text(1160, 1110, "President", "serif", 32)
    signature(sheet, 1310, 1110, g.president, rng)
    sheet.text(
        1960, 1200, show_date(g.issued, "padded"), "serif", 40, align="right", field="issue_date", value=g.issued
    )
    round_seal(sheet, 1730, 1130, g.school, rng, diameter=290)
    watermark(sheet, rng)
    return [sheet]


def beside_photo(g: Graduation, rng: random.Random) -> list[Sheet]:
    """Landscape; a large photo, and labels without colons in a column right of it; statement and school under them."""
    sheet = Sheet(KIND, "u.graduation.beside_photo", (2200, 1540), (255, 250, 240))
    sheet.rect(Box(50, 50, 2150, 1490), 14, (176, 40, 50))
    portrait(sheet, 160, 260, 430, rng, 590)
    line(sheet, 150, 920, [Span("证书编号"), Span("　" + g.number, "certificate_number", g.number)], "zenhei", 32)
    sheet.text(160, 990, "此证书可在学信网查验", "zenhei", 28)
    heading = {"普通": "高等学校", "成人": "成人高等学校", "网络": "高等学校（网络教育）", "开放": "开放教育"}[
        g.programme
    ]
    sheet.text(1420, 190, heading + g.conclusion + "证书", "ming", 78, align="centre", spacing=8)
    left = (
        ("姓　　名", Span(g.holder.name, "name")),
        ("出生年月日", Span(show_date(g.holder.birth, "dots"), "birth_date", g.holder.birth)),
        ("专　　业", Span(g.major, "major")),
        ("修业年限", Span(f"{g.years}年")),
    )
    right = (
        ("性　　别", Span(g.holder.gender, "gender")),
        ("入学年月", Span(show_date(g.start, "dots"), "start_date", g.start)),
        ("培养层次", _level(g, base=False)),
        (g.conclusion + "年月", Span(show_date(g.end, "dots"), "end_date", g.end)),
    )
    for x, entries in ((700.0, left), (1480.0, right)):
        for i, (label, span) in enumerate(entries):
            sheet.text(x, 340 + 105 * i, label, "zenhei", 34, colour=(120, 40, 40))
            line(sheet, x + 210, 340 + 105 * i, [span], "ming", 40)
    words = [
        Span("该生在"), Span(g.school, "school"), Span("完成"),
        Span(f"成人{g.form}" if g.programme == "成人" else PROGRAMMES[g.programme], "programme_type", g.programme),
        Span("培养计划规定的全部学业，"),
        Span("经审查，准予" if g.conclusion == "毕业" else "一门课程未及格，准予"), Span(g.conclusion, "conclusion"),
        Span("，特发此证。"),
    ]  # fmt: skip
    paragraph(sheet, 700, 830, 1330, words, "ming", 46, leading=1.8)
    sheet.text(740, 1190, f"校（院）长：{g.president}", "ming", 40)
    sheet.text(2030, 1190, g.school, "ming", 52, align="right")
    sheet.text(2030, 1290, show_date(g.issued, "spaced"), "ming", 42, align="right", field="issue_date", value=g.issued)
    round_seal(sheet, 1840, 1220, g.school, rng, diameter=320)
    watermark(sheet, rng)
    return [sheet]


def grid(g: Graduation, rng: random.Random) -> list[Sheet]:
    """A ruled grid of two label-value pairs a row with colons, the statement in the last row; wide digits in the dates."""
    sheet = Sheet(KIND, "u.graduation.grid", (1800, 1300))
    sheet.text(900, 150, g.school, "microhei", 60, align="centre", field="school")
    sheet.text(900, 250, " ".join(g.conclusion + "证书"), "hei-bold", 66, align="centre")
    programme = {"普通": "普通高等教育", "成人": "成人高等教育", "网络": "网络教育", "开放": "开放教育"}[g.programme]

    term = f"{g.years}年（{g.form or '全日制'}）"
    done = "考核成绩合格，准予" if g.conclusion == "毕业" else "尚有课程考核不合格，准予"
    statement = (
        *(Span("  修完教学计划规定的全部课程，" + done), Span(g.conclusion, "conclusion"), Span("。  注册号：")),
        Span(g.number, "certificate_number"),
    )

    def pair(label: str, text: str, field: str, value: str | None = None) -> list[Cell]:
        return [Cell(label + "：", align="left"), Cell(text, field, value, align="left", role="kai")]

    rows = [
        [*pair("学生姓名", "  ".join(g.holder.name) if len(g.holder.name) == 2 else g.holder.name, "name", g.holder.name),
         *pair("性别", g.holder.gender, "gender"), Cell(down=4)],
        [*pair("出生日期", show_date(g.holder.birth, "wide"), "birth_date", g.holder.birth),
         *pair("办学类型", programme, "programme_type", g.programme)],
        [Cell("起止年月：", align="left"), Cell(align="left", role="kai", spans=(
            Span(show_date(g.start, "wide"), "start_date", g.start), Span("—"), Span(show_date(g.end, "wide"), "end_date", g.end))),
         *pair("学历层次", g.base + PLAIN_LEVELS[g.level], "level", g.level)],
        [*pair("所学专业", g.major, "major"), Cell("学制：", align="left"), Cell(term, align="left", role="kai")],
        [Cell(across=5, align="left", spans=statement)],
    ]  # fmt: skip
    made = table(sheet, 90, 310, [190, 470, 190, 430, 340], [100, 100, 100, 100, 120], rows, "song", 36)
    photo = made.cells[4]
    portrait(sheet, photo.x0 + 55, photo.y0 + 20, 230, rng, 360)
    sheet.text(150, 1010, "校长：", "song", 38)
    signature(sheet, 260, 1010, g.president, rng)
    sheet.text(1640, 1010, f"{g.school}（章）", "song", 38, align="right")
    spans = [Span("发证日期："), Span(show_date(g.issued, "wide"), "issue_date", g.issued)]
    line(sheet, 1080, 1110, spans, "song", 38)
    round_seal(sheet, 1440, 1040, g.school, rng, diameter=290)
    watermark(sheet, rng)
    return [sheet]
