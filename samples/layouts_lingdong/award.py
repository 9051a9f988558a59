"""Awards of other givers: a title of honour, a provincial prize with rank, a company's commendation."""

from __future__ import annotations

import random

from models.document import Kind
from models.geometry import Box
from samples.content import Award
from samples.drawing import A4, Sheet, Span, line, paragraph, round_seal, watermark
from samples.numbers import show_date

KIND: Kind = "award_certificate"


def title_of_honour(a: Award, rng: random.Random) -> list[Sheet]:
    """Portrait, centred: the person is given a title."""
    sheet = Sheet(KIND, "u.award.title_of_honour", A4, (255, 250, 238))
    sheet.rect(Box(80, 80, 1574, 2259), 16, (190, 30, 40))
    sheet.text(827, 420, "荣誉证书", "serif-bold", 130, align="centre", spacing=30, colour=(180, 20, 30))
    sheet.text(827, 500, "HONORARY CERTIFICATE", "serif", 40, align="centre")
    spans = [Span("授予　"), Span(a.holder.name, "name", role="wenkai"), Span("　同志")]
    line(sheet, 420, 780, spans, "kai", 64)
    sheet.text(827, 960, f"“{a.award}”", "serif-bold", 66, align="centre", field="award", value=a.award)
    sheet.text(827, 1080, "称　号", "kai", 60, align="centre")
    paragraph(sheet, 250, 1250, 1150, [Span(a.occasion + "，特颁此证。")], "kai", 44)
    sheet.text(1400, 1720, a.issuer, "kai", 50, align="right", field="issuer")
    sheet.text(1400, 1830, show_date(a.issued, "zero"), "kai", 46, align="right", field="issue_date", value=a.issued)
    round_seal(sheet, 1180, 1760, a.issuer, rng, diameter=340)
    watermark(sheet, rng)
    return [sheet]


def ranked(a: Award, rng: random.Random) -> list[Sheet]:
    """Landscape, a prize for a project with its grade and the winner's rank; number bottom left."""
    sheet = Sheet(KIND, "u.award.ranked", (1900, 1340), (253, 248, 240))
    sheet.rect(Box(50, 50, 1850, 1290), 4, (160, 120, 40))
    sheet.text(950, 220, "获奖证书", "hei-bold", 96, align="centre", spacing=18, colour=(170, 30, 30))
    entries = (
        ("奖 项 名 称", a.award, "award"), ("项 目 名 称", a.occasion, None), ("获 奖 人 员", a.holder.name, "name"),
        ("完成人排序", "第2位（共7人）", None),
    )  # fmt: skip
    for i, (label, text, field) in enumerate(entries):
        sheet.text(260, 410 + 120 * i, label, "hei", 40)
        sheet.text(600, 410 + 120 * i, text, "kai", 46, field=field)
    sheet.text(200, 1180, f"证书编号 {a.number}", "hei", 32)
    sheet.text(1700, 1030, a.issuer, "kai", 46, align="right", field="issuer")
    sheet.text(1700, 1130, show_date(a.issued), "kai", 42, align="right", field="issue_date", value=a.issued)
    round_seal(sheet, 1490, 1040, a.issuer, rng, diameter=320)
    watermark(sheet, rng)
    return [sheet]


def commendation(a: Award, rng: random.Random) -> list[Sheet]:
    """A company's sheet of paper: 表彰, all in one paragraph."""
    sheet = Sheet(KIND, "u.award.commendation", (1654, 1165), (255, 246, 246))
    sheet.text(827, 210, "奖　状", "kai-gb", 120, align="centre", colour=(200, 20, 20))
    spans = [
        Span("兹有我公司员工"), Span(a.holder.name, "name"), Span(a.occasion + "，荣获"), Span(a.award, "award"),
        Span("荣誉，特予表彰，望再接再厉。"),
    ]  # fmt: skip
    paragraph(sheet, 180, 400, 1294, spans, "kai-gb", 52, leading=1.9)
    sheet.text(1460, 840, a.issuer, "kai-gb", 42, align="right", field="issuer")
    sheet.text(1460, 930, show_date(a.issued), "kai-gb", 42, align="right", field="issue_date", value=a.issued)
    round_seal(sheet, 1240, 850, a.issuer, rng, diameter=300)
    watermark(sheet, rng)
    return [sheet]
