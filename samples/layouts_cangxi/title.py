"""Title certificates, letters of appointment, vocational certificates."""

from __future__ import annotations

import random
from typing import Final

from models.geometry import Box
from samples.content import Title
from samples.drawing import Sheet, Span, code_square, embossed_seal, line, name_seal, paragraph, portrait, round_seal
from samples.layouts_cangxi.record import A5_WIDE, Item, dated, finish, grid, pairs, said, sheet_of
from samples.numbers import show_date

KIND: Final = "title_certificate"


def booklet(t: Title, rng: random.Random) -> list[Sheet]:
    """Paper booklet lying open: photo left, entries right."""
    sheet = sheet_of(KIND, "title.booklet", A5_WIDE, (253, 250, 240))
    sheet.line(740, 30, 740, 1135, 3, (200, 190, 170))
    portrait(sheet, 250, 130, 240, rng)
    embossed_seal(sheet, 450, 430, t.issuer, rng)
    text = (
        "本证书由沧西省人力资源和社会保障厅统一印制，表明持证人通过相应评审组织评审，具备相应的专业技术职务任职资格。"
    )
    paragraph(sheet, 90, 640, 560, [Span(text)], "mingti", 32, leading=1.9)
    line(sheet, 90, 1060, [Span("证书编号："), said(t.number, "certificate_number")], "mingti", 30)
    items = [
        ("姓　　名", t.holder.name, "name", ""),
        ("性　　别", t.holder.gender, "gender", ""),
        ("出生年月", show_date(t.holder.birth[:7]), "birth_date", t.holder.birth[:7]),
        ("专业名称", t.specialty, "specialty", ""),
        ("资格名称", t.title, "title", ""),
        ("授予时间", show_date(t.obtained), "obtained_on", t.obtained),
        ("评审组织", t.committee, "", ""),
    ]
    y = pairs(sheet, 790, 150, 92, items[:-1], "cns-kai", 40)
    paragraph(
        sheet, 790, y, 800, [Span("评审组织：" + t.committee)], "cns-kai", 36, indent=0, leading=1.5, justify=False
    )
    line(sheet, 800, 960, [Span("发证单位："), said(t.issuer, "issuer")], "cns-kai", 36)
    line(sheet, 1180, 1050, [Span(show_date(t.issued))], "cns-kai", 36)
    round_seal(sheet, 1340, 950, t.issuer, rng, diameter=270)
    return [finish(sheet, rng)]


def electronic(t: Title, rng: random.Random) -> list[Sheet]:
    """Electronic certificate with a band of colour, code and masked number."""
    sheet = sheet_of(KIND, "title.electronic", (1654, 1240), (248, 251, 255))
    sheet.rect(Box(0, 0, 1654, 190), 1, (36, 90, 160), (36, 90, 160))
    sheet.text(90, 120, "沧西省专业技术资格电子证书", "sans-black", 60, colour=(255, 255, 255))
    left = [
        ("持证人", t.holder.name, "name", ""),
        ("性别", t.holder.gender, "gender", ""),
        ("身份证号", t.holder.masked, "id_number", ""),
        ("资格名称", t.title, "title", ""),
        ("资格级别", "初级", "", ""),
        ("专业", t.specialty, "specialty", ""),
        ("取得方式", t.method, "", ""),
        ("资格取得日期", show_date(t.obtained, "dash"), "obtained_on", t.obtained),
        ("证书管理号", t.number, "certificate_number", ""),
    ]
    pairs(sheet, 110, 300, 78, left, "sans-light", 36, width=300, colon="")
    portrait(sheet, 1240, 260, 230, rng)
    code_square(sheet, 1245, 660, 220, rng)
    sheet.text(1355, 925, "扫码查验", "sans-light", 26, align="centre")
    line(sheet, 110, 1080, [Span("核发机构　"), said(t.issuer, "issuer")], "sans-light", 36)
    sheet.text(110, 1150, "制证日期　" + show_date(t.issued, "dash"), "sans-light", 30)
    round_seal(sheet, 720, 1080, t.issuer, rng, diameter=240)
    return [finish(sheet, rng)]


def plain(t: Title, rng: random.Random) -> list[Sheet]:
    """A sentence on an upright leaf."""
    sheet = sheet_of(KIND, "title.plain", (1165, 1560), (255, 253, 248))
    sheet.rect(Box(44, 44, 1121, 1516), 5, (170, 40, 40))
    sheet.text(582, 190, "专业技术职务", "serif-black", 60, align="centre", spacing=10)
    sheet.text(582, 290, "任职资格证书", "serif-black", 78, align="centre", spacing=10)
    portrait(sheet, 486, 340, 190, rng)
    spans = [
        said(t.holder.name, "name", under=True), Span("同志，"), said(t.holder.gender, "gender"), Span("，"),
        dated(t.holder.birth, "birth_date"), Span(f"出生。经{t.committee}评审，于"), dated(t.obtained, "obtained_on"),
        Span("取得"), said(t.specialty, "specialty", under=True), Span("专业"), said(t.title, "title", under=True),
        Span("任职资格。特发此证。"),
    ]  # fmt: skip
    paragraph(sheet, 120, 740, 930, spans, "cns-sung", 42, leading=1.8)
    line(sheet, 120, 1400, [Span("编号："), said(t.number, "certificate_number")], "cns-sung", 32)
    sheet.text(1040, 1240, t.issuer, "cns-sung", 38, align="right", field="issuer")
    sheet.text(1020, 1310, show_date(t.issued), "cns-sung", 36, align="right")
    round_seal(sheet, 850, 1240, t.issuer, rng, diameter=260)
    return [finish(sheet, rng)]


def register_table(t: Title, rng: random.Random) -> list[Sheet]:
    """A table, three dates in it, of which one is the date of the award."""
    sheet = sheet_of(KIND, "title.register_table", (1654, 1300))
    sheet.text(827, 130, "职称证书", "smiley", 84, align="centre", spacing=20)
    born = (show_date(t.holder.birth, "dots"), "birth_date", t.holder.birth)
    rows: list[tuple[float, list[Item]]] = [
        (96, ["姓名", (t.holder.name, "name"), "性别", (t.holder.gender, "gender")]),
        (96, ["出生日期", born, "证件号码", (t.holder.number, "id_number")]),
        (96, ["职称系列", "工程技术", "职称名称", (t.title, "title")]),
        (
            96,
            [
                "申报专业",
                (t.specialty, "specialty"),
                "评审通过日期",
                (show_date(t.obtained, "dots"), "obtained_on", t.obtained),
            ],
        ),
        (96, ["批准文号", f"梧人社职〔{t.issued[:4]}〕12号", "发证日期", show_date(t.issued, "dots")]),
        (96, ["工作单位", (t.employer, "employer"), "证书号", (t.number, "certificate_number")]),
    ]
    bottom = grid(sheet, 90, 190, [210, 520, 230, 514], rows, "sans-light", 34)
    line(sheet, 100, bottom + 90, [Span("评审机构："), Span(t.committee)], "sans-light", 32)
    line(sheet, 100, bottom + 170, [Span("发证机关："), said(t.issuer, "issuer")], "sans-light", 32)
    portrait(sheet, 1330, bottom + 40, 180, rng)
    name_seal(sheet, 1120, bottom + 130, "査验章", rng, 80)
    round_seal(sheet, 860, bottom + 170, t.issuer, rng, diameter=270)
    return [finish(sheet, rng)]
