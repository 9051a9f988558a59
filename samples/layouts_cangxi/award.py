"""Awards: of a government, of a company."""

from __future__ import annotations

import random
from typing import Final

from models.geometry import Box
from samples.content import Award
from samples.drawing import Sheet, Span, line, paragraph, round_seal
from samples.layouts_cangxi.record import A5_WIDE, finish, said, sheet_of
from samples.numbers import show_date

KIND: Final = "award_certificate"


def gilded(a: Award, rng: random.Random) -> list[Sheet]:
    """A wide leaf with a golden frame."""
    sheet = sheet_of(KIND, "award.gilded", A5_WIDE, (255, 251, 238))
    for inset, width in ((30, 12), (56, 3)):
        sheet.rect(Box(inset, inset, 1654 - inset, 1165 - inset), width, (190, 150, 60))
    sheet.text(827, 260, "荣 誉 证 书", "serif-black", 116, align="centre", colour=(190, 30, 30))
    line(sheet, 200, 420, [said(a.holder.name, "name"), Span("同志：")], "cns-kai", 52)
    spans = [Span(f"{a.occasion}，经研究决定，授予您“"), said(a.award, "award"), Span("”称号，特颁此证，以资鼓励。")]
    paragraph(sheet, 200, 530, 1260, spans, "cns-kai", 50, leading=1.8)
    sheet.text(1440, 900, a.issuer, "cns-kai", 42, align="right", field="issuer")
    sheet.text(
        1420, 980, show_date(a.issued, "hanzi"), "cns-kai", 40, align="right", field="issue_date", value=a.issued
    )
    if a.number:
        sheet.text(200, 1050, f"证书编号：{a.number}", "cns-kai", 30)
    round_seal(sheet, 1200, 920, a.issuer, rng, diameter=280)
    return [finish(sheet, rng)]


def diploma(a: Award, rng: random.Random) -> list[Sheet]:
    """An upright 奖状."""
    sheet = sheet_of(KIND, "award.diploma", (1165, 1500), (255, 240, 236))
    sheet.rect(Box(40, 40, 1125, 1460), 16, (200, 60, 50))
    sheet.text(582, 260, "奖　状", "smiley", 150, align="centre", colour=(200, 40, 30))
    spans = [
        said(a.holder.name, "name", under=True),
        Span("："),
        Span(f"\n　　{a.occasion}，被评为"),
        said(a.award, "award", under=True),
        Span("。\n　　特发此状，以资鼓励。"),
    ]
    paragraph(sheet, 140, 430, 890, spans, "wenkai", 52, leading=1.9, indent=0, justify=False)
    sheet.text(1040, 1180, a.issuer, "wenkai", 40, align="right", field="issuer")
    sheet.text(
        1020, 1270, show_date(a.issued, "hanzi"), "wenkai", 40, align="right", field="issue_date", value=a.issued
    )
    round_seal(sheet, 820, 1200, a.issuer, rng, diameter=280)
    return [finish(sheet, rng)]
