"""Papers the notice does not ask for, blank pages and pictures without text."""

from __future__ import annotations

import random

from models.document import Kind
from models.geometry import Box
from samples.content import Paper
from samples.drawing import Cell, Sheet, Span, code_square, paragraph, portrait, round_seal, table, watermark
from samples.numbers import show_date

KIND: Kind = "other"


def identity_card(p: Paper, rng: random.Random) -> list[Sheet]:
    """A card of the holder's data for a staff file; no look of a real card."""
    sheet = Sheet(KIND, "other.card", (1000, 640), (238, 244, 248))
    rows = [
        ("姓名", p.holder.name),
        ("性别", p.holder.gender),
        ("出生", show_date(p.holder.birth)),
        ("住址", "浙江省绍兴市上虞区越州路1号"),
        ("公民身份号码", p.holder.number),
    ]
    y = 120.0
    for label, value in rows:
        sheet.text(70, y, label, "hei", 30, colour=(70, 110, 160))
        sheet.text(180 if len(label) < 3 else 300, y, value, "hei", 34)
        y += 100
    portrait(sheet, 720, 110, 220, rng)
    watermark(sheet, rng)
    return [sheet]


def licence(p: Paper, rng: random.Random) -> list[Sheet]:
    """A business licence: labels left, code square right."""
    sheet = Sheet(KIND, "other.licence", (1654, 1165), (255, 252, 240))
    sheet.rect(Box(40, 40, 1614, 1125), 8, (180, 140, 60))
    sheet.text(827, 190, "营 业 执 照", "serif-bold", 100, align="centre")
    for i, text in enumerate(p.lines):
        sheet.text(130 + (760 if i % 2 else 0), 340 + 110 * (i // 2), text, "song", 32)
    code_square(sheet, 1380, 120, 170, rng)
    sheet.text(1250, 960, "登记机关", "song", 36)
    sheet.text(1250, 1040, show_date(p.dated, "spaced"), "song", 34)
    round_seal(sheet, 1330, 930, p.seal, rng)
    watermark(sheet, rng)
    return [sheet]


def student_report(p: Paper, rng: random.Random) -> list[Sheet]:
    """教育部学籍在线验证报告: looks like a record of graduation, but tells of a student."""
    sheet = Sheet(KIND, "other.student_report", (1240, 1754))
    sheet.text(620, 160, "教育部学籍在线验证报告", "hei-bold", 60, align="centre")
    cells = [[Cell(a), Cell(b)] for a, b in (line.split("|") for line in p.lines)]
    table(sheet, 120, 240, [260, 740], [80.0] * len(cells), cells, "song", 32)
    code_square(sheet, 900, 1330, 200, rng)
    sheet.text(120, 1400, "在线验证码 B4XW8NQ2TK7RJ5ZM", "song", 30)
    watermark(sheet, rng)
    return [sheet]


def letter(p: Paper, rng: random.Random) -> list[Sheet]:
    """A statement by an employer or a course organiser."""
    sheet = Sheet(KIND, "other.letter", (1240, 1500))
    sheet.text(620, 190, p.heading, "serif-bold", 66, align="centre", spacing=10)
    y = 330.0
    for text in p.lines:
        y = paragraph(sheet, 130, y, 980, [Span(text)], "fangsong", 36) + 80
    sheet.text(1090, y + 120, p.seal, "fangsong", 36, align="right")
    sheet.text(1090, y + 200, show_date(p.dated), "fangsong", 36, align="right")
    round_seal(sheet, 930, y + 140, p.seal, rng, diameter=290)
    watermark(sheet, rng)
    return [sheet]


def completion(p: Paper, rng: random.Random) -> list[Sheet]:
    """A certificate of a training course: 结业证书 and 准予结业, but no schooling."""
    sheet = Sheet(KIND, "other.completion", (1600, 1130), (252, 251, 244))
    sheet.rect(Box(45, 45, 1555, 1085), 6, (60, 90, 140))
    sheet.text(800, 220, p.heading, "kai", 110, align="centre")
    paragraph(sheet, 180, 400, 1240, [Span(p.lines[0])], "kai", 48, leading=1.9)
    sheet.text(1420, 850, p.seal, "kai", 42, align="right")
    sheet.text(1420, 940, show_date(p.dated, "hanzi"), "kai", 40, align="right")
    round_seal(sheet, 1220, 870, p.seal, rng, diameter=300)
    watermark(sheet, rng)
    return [sheet]


def blank(_: Paper, __: random.Random) -> list[Sheet]:
    """The empty back of a sheet that went through the scanner; bears nothing, not even the sample mark."""
    return [Sheet(KIND, "other.blank", (827, 1165), (252, 252, 250))]


def picture(_: Paper, rng: random.Random) -> list[Sheet]:
    """A picture without text: shapes of a workshop."""
    sheet = Sheet(KIND, "other.picture", (1200, 800), (170, 190, 205))
    for _i in range(14):
        x, y = rng.uniform(0, 1000), rng.uniform(200, 600)
        tone = rng.randint(60, 160)
        sheet.rect(Box(x, y, x + rng.uniform(80, 240), 800), 3, fill=(tone, tone + 10, tone + 15))
    return [sheet]
