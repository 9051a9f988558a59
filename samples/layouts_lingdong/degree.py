"""Degree certificates of other schools: portrait to certify, two panels, label lines."""

from __future__ import annotations

import random

from models.document import Kind
from models.geometry import Box
from samples.content import Degree
from samples.drawing import (
    A4,
    Sheet,
    Span,
    code_square,
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


def certify(d: Degree, rng: random.Random) -> list[Sheet]:
    """Portrait, centred lines; the school on top, number top right."""
    sheet = Sheet(KIND, "u.degree.certify", A4, (253, 251, 244))
    sheet.rect(Box(70, 70, 1584, 2269), 10, (30, 80, 60))
    spans = [Span("证书编号："), Span(d.number, "certificate_number")]
    line(sheet, 950, 150, spans, "microhei", 30)
    sheet.text(827, 300, d.school, "kai", 80, align="centre", spacing=12, field="school")
    sheet.text(827, 450, d.degree[-2:] + "学位证书", "serif-bold", 96, align="centre", spacing=14)
    portrait(sheet, 687, 530, 280, rng)
    spans = [
        Span("兹证明"), Span(f" {d.holder.name} ", "name", d.holder.name, underline=True), Span("（"),
        Span(d.holder.gender, "gender"), Span("，"), Span(show_date(d.holder.birth, "circle"), "birth_date", d.holder.birth),
        Span("生）完成"), Span(d.major, "major"), Span("专业培养方案规定的全部学业，经本校学位评定委员会审议通过，授予"),
    ]  # fmt: skip
    paragraph(sheet, 200, 1110, 1250, spans, "kai", 54, leading=1.85)
    sheet.text(827, 1610, d.degree, "serif-bold", 76, align="centre", field="degree", spacing=16)
    sheet.text(827, 1700, "学位", "kai", 54, align="centre")
    sheet.text(210, 1860, "校　　　　长", "kai", 42)
    name_seal(sheet, 480, 1790, d.president, rng)
    sheet.text(210, 1990, "学位评定委员会主席", "kai", 42)
    name_seal(sheet, 620, 1930, d.president, rng)
    sheet.text(1430, 2050, show_date(d.issued, "circle"), "kai", 48, align="right", field="issue_date", value=d.issued)
    round_seal(sheet, 1240, 1980, d.school, rng, diameter=320)
    embossed_seal(sheet, 950, 860, d.school, rng, 220)
    watermark(sheet, rng)
    return [sheet]


def panels(d: Degree, rng: random.Random) -> list[Sheet]:
    """Landscape; photo, number and a code on the left panel, the text on the right; newer wording."""
    sheet = Sheet(KIND, "u.degree.panels", (2240, 1500), (244, 249, 255))
    sheet.rect(Box(40, 40, 2200, 1460), 6, (60, 90, 150))
    sheet.line(780, 120, 780, 1380, 2, (60, 90, 150))
    sheet.text(410, 240, "学位证书", "hei-bold", 96, align="centre")
    sheet.text(410, 310, f"（{d.population}）", "hei", 30, align="centre")
    portrait(sheet, 270, 400, 280, rng)
    code_square(sheet, 310, 880, 200, rng)
    sheet.text(410, 1180, "编　号", "hei", 32, align="centre")
    sheet.text(410, 1240, d.number, "hei", 38, align="centre", field="certificate_number")
    spans = [
        Span(d.holder.name, "name", role="wenkai", size=60), Span("，"), Span(d.holder.gender, "gender"), Span("，出生于"),
        Span(show_date(d.holder.birth), "birth_date", d.holder.birth), Span("，在"), Span(d.school, "school"),
        Span(d.major, "major"), Span("学科（专业）修业期满，成绩合格，通过论文（设计）答辩。根据国家学位管理的规定，授予"),
        Span(d.degree, "degree"), Span("学位。"),
    ]  # fmt: skip
    paragraph(sheet, 880, 320, 1200, spans, "wenkai", 48, leading=1.95)
    sheet.text(900, 1080, "主席", "wenkai", 40)
    signature(sheet, 1010, 1080, d.president, rng)
    sheet.text(900, 1210, "校长", "wenkai", 40)
    signature(sheet, 1010, 1210, d.president, rng)
    sheet.text(2080, 1120, d.school, "wenkai", 50, align="right")
    sheet.text(2080, 1230, show_date(d.issued), "wenkai", 44, align="right", field="issue_date", value=d.issued)
    round_seal(sheet, 1870, 1150, d.school, rng, diameter=310)
    watermark(sheet, rng)
    return [sheet]


def labels(d: Degree, rng: random.Random) -> list[Sheet]:
    """Labels with colons one under another, the photo on the right; small and without frame."""
    sheet = Sheet(KIND, "u.degree.labels", (1500, 1900))
    sheet.text(750, 210, d.degree[-2:] + " 学 位 证 书", "ming", 84, align="centre")
    sheet.text(
        750,
        280,
        "BACHELOR'S DEGREE CERTIFICATE" if "学士" in d.degree else "DEGREE CERTIFICATE",
        "ming",
        30,
        align="centre",
    )
    entries = [
        ("证书号码", d.number, "certificate_number", None),
        ("获得者姓名", d.holder.name, "name", None),
        ("性　　别", d.holder.gender, "gender", None),
        ("出生年月日", show_date(d.holder.birth, "dash"), "birth_date", d.holder.birth),
        ("授予单位", d.school, "school", None),
        ("学科专业", d.major, "major", None),
        ("学位类别", d.degree, "degree", None),
        ("授予日期", show_date(d.issued, "dash"), "issue_date", d.issued),
    ]  # fmt: skip
    for i, (label, text, field, value) in enumerate(entries):
        line(
            sheet,
            150,
            440 + 108 * i,
            [Span(label + "：", role="microhei", size=36), Span(text, field, value)],
            "song",
            44,
        )
    portrait(sheet, 1080, 390, 260, rng)
    words = "经审核，该生已达到所授学位的学术水平，特发此证。原件遗失不补，本证书可登录学校网站查验。"
    paragraph(sheet, 150, 1370, 1200, [Span(words)], "song", 38, leading=1.7)
    sheet.text(1330, 1640, f"{d.school}学位评定委员会", "song", 40, align="right")
    round_seal(sheet, 1110, 1630, d.school, rng, diameter=300)
    watermark(sheet, rng)
    return [sheet]
