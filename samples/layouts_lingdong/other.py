"""Papers that the notice does not ask for, and a picture without a word."""

from __future__ import annotations

import random

from models.document import Kind
from models.geometry import Box
from samples.content import Paper
from samples.drawing import A4, Cell, Sheet, Span, paragraph, round_seal, table, watermark
from samples.numbers import show_date

KIND: Kind = "other"


def transcript(p: Paper, rng: random.Random) -> list[Sheet]:
    """Marks of a student; `lines` are course|mark."""
    sheet = Sheet(KIND, "u.other.transcript", (1654, 1300))
    sheet.text(827, 150, p.heading, "hei-bold", 58, align="centre")
    sheet.text(140, 250, f"学号 2009011{rng.randrange(100, 999)}　姓名 {p.holder.name}", "song", 34)
    rows = [[Cell(t, role="hei") for t in ("课程名称", "成绩", "课程名称", "成绩")]]
    pairs = [part.split("|") for part in p.lines]
    for left, right in zip(pairs[::2], pairs[1::2], strict=True):
        rows.append([Cell(left[0], align="left"), Cell(left[1]), Cell(right[0], align="left"), Cell(right[1])])
    table(sheet, 130, 300, [500, 190, 500, 190], [78] * len(rows), rows, "song", 32)
    sheet.text(1480, 1110, p.seal + "教务处", "song", 36, align="right")
    sheet.text(1480, 1180, show_date(p.dated), "song", 34, align="right")
    round_seal(sheet, 1300, 1120, p.seal, rng, diameter=260, line="成绩专用章")
    watermark(sheet, rng)
    return [sheet]


def contract(p: Paper, rng: random.Random) -> list[Sheet]:
    """First page of a labour contract; `lines` are its articles."""
    sheet = Sheet(KIND, "u.other.contract", A4)
    sheet.text(827, 300, p.heading, "serif-bold", 76, align="centre", spacing=20)
    sheet.text(170, 460, f"甲方（用人单位）：{p.seal}", "serif", 38)
    sheet.text(170, 540, f"乙方（劳动者）：{p.holder.name}", "serif", 38)
    y = 680.0
    for text in p.lines:
        y = paragraph(sheet, 170, y, 1314, [Span(text)], "serif", 36, leading=1.75) + 95
    round_seal(sheet, 1180, min(y + 150, 2100), p.seal, rng, diameter=310, line="合同专用章")
    watermark(sheet, rng)
    return [sheet]


def payslip(p: Paper, rng: random.Random) -> list[Sheet]:
    """A strip of a payroll; `lines` are item|amount."""
    sheet = Sheet(KIND, "u.other.payslip", (1800, 700))
    sheet.text(900, 120, p.heading, "microhei", 50, align="centre")
    pairs = [part.split("|") for part in p.lines]
    rows = [[Cell("员工"), *(Cell(a) for a, _ in pairs)], [Cell(p.holder.name), *(Cell(b) for _, b in pairs)]]
    table(sheet, 90, 200, [200, *([1420 / len(pairs)] * len(pairs))], [90, 90], rows, "microhei", 30)
    sheet.text(100, 470, f"{p.seal}　财务部　{show_date(p.dated)}", "microhei", 32)
    watermark(sheet, rng)
    return [sheet]


def workshop(_: Paper, rng: random.Random) -> list[Sheet]:
    """A picture of machines without any word but the sample mark."""
    sheet = Sheet(KIND, "u.other.workshop.blank", (1600, 1200), (176, 182, 186))
    sheet.rect(Box(0, 780, 1600, 1200), 1, fill=(120, 116, 108))
    for i, x in enumerate((20, 300, 1020, 1300)):
        tone = rng.randrange(60, 120)
        sheet.rect(Box(x, 380 + 30 * i, x + 270, 860), 3, fill=(tone, tone + 30, tone + 50))
        sheet.rect(Box(x + 40, 430 + 30 * i, x + 230, 600), 3, fill=(210, 220, 224))
        sheet.rect(Box(x + 100, 640, x + 180, 860), 2, fill=(60, 60, 66))
    for i in range(6):
        sheet.line(0, 60 + 34 * i, 1600, 110 + 20 * i, 5, (140, 144, 150))
    watermark(sheet, rng, grey=210)
    return [sheet]
