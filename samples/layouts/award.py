"""Award certificates: red frame, prize certificate with labels, company's certificate."""

from __future__ import annotations

import random

from models.document import Kind
from models.geometry import Box
from samples.content import Award
from samples.drawing import Sheet, Span, line, paragraph, round_seal, watermark
from samples.numbers import show_date

KIND: Kind = "award_certificate"
RED = (180, 25, 30)


def honour(a: Award, rng: random.Random) -> list[Sheet]:
    """荣誉证书 with the name as a salutation."""
    sheet = Sheet(KIND, "award.honour", (1600, 1130), (254, 249, 232))
    sheet.rect(Box(45, 45, 1555, 1085), 12, (200, 60, 50))
    sheet.text(800, 230, "荣 誉 证 书", "kai", 124, align="centre", colour=RED)
    line(sheet, 170, 370, [Span(a.holder.name, "name"), Span(" 同志：")], "kai", 50)
    spans = [Span(a.occasion + "，被评为"), Span(a.award, "award"), Span("。特发此证，以资鼓励。")]
    paragraph(sheet, 170, 480, 1260, spans, "kai", 48, leading=1.8)
    sheet.text(1420, 850, a.issuer, "kai", 44, align="right", field="issuer")
    sheet.text(1420, 940, show_date(a.issued, "hanzi"), "kai", 42, align="right", field="issue_date", value=a.issued)
    round_seal(sheet, 1230, 870, a.issuer, rng, diameter=310)
    watermark(sheet, rng)
    return [sheet]


def prize(a: Award, rng: random.Random) -> list[Sheet]:
    """A prize certificate with labels and a number."""
    sheet = Sheet(KIND, "award.prize", (1165, 1600), (255, 252, 244))
    sheet.rect(Box(40, 40, 1125, 1560), 6, (190, 150, 60))
    sheet.text(582, 240, "获 奖 证 书", "serif-bold", 96, align="centre", colour=RED)
    paragraph(sheet, 130, 370, 900, [Span(f"为表彰{a.occasion}，特颁发此证书。")], "serif", 40, leading=1.7)
    rows = [("奖励名称：", a.award, "award"), ("获 奖 者：", a.holder.name, "name"), ("证 书 号：", a.number, None)]
    y = 640.0
    for label, value, field in rows:
        sheet.text(130, y, label, "serif", 40)
        y = paragraph(sheet, 340, y, 700, [Span(value, field)], "serif", 40, leading=1.4, indent=0, justify=False) + 100
    sheet.text(1030, 1260, a.issuer, "serif", 42, align="right", field="issuer")
    sheet.text(
        1030, 1350, show_date(a.issued, "digits"), "serif", 40, align="right", field="issue_date", value=a.issued
    )
    round_seal(sheet, 850, 1290, a.issuer, rng, diameter=300)
    watermark(sheet, rng)
    return [sheet]


def company(a: Award, rng: random.Random) -> list[Sheet]:
    """A company's own award, the award's name in large letters."""
    sheet = Sheet(KIND, "award.company", (1600, 1130), (255, 255, 255))
    sheet.line(0, 60, 1600, 60, 30, (190, 30, 40))
    sheet.line(0, 1070, 1600, 1070, 30, (190, 30, 40))
    sheet.text(800, 240, "奖　状", "hei-bold", 120, align="centre", colour=RED)
    line(sheet, 200, 380, [Span("授予："), Span(a.holder.name, "name")], "hei", 50)
    paragraph(sheet, 200, 490, 1200, [Span(a.occasion + "，特授予")], "hei", 44, leading=1.7)
    sheet.text(800, 720, a.award, "hei-bold", 76, align="centre", field="award")
    sheet.text(1400, 880, a.issuer, "hei", 42, align="right", field="issuer")
    sheet.text(1400, 960, show_date(a.issued, "digits"), "hei", 42, align="right", field="issue_date", value=a.issued)
    round_seal(sheet, 1220, 890, a.issuer, rng, diameter=290)
    watermark(sheet, rng)
    return [sheet]
