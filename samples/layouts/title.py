"""Title certificates: booklet, electronic certificate, table, sentence."""

from __future__ import annotations

import random

from models.document import Kind
from models.geometry import Box
from samples.content import Title
from samples.drawing import (
    Cell,
    Sheet,
    Span,
    code_square,
    embossed_seal,
    line,
    paragraph,
    portrait,
    round_seal,
    table,
    watermark,
)
from samples.layouts.wording import labels
from samples.numbers import show_date

KIND: Kind = "title_certificate"


def booklet(t: Title, rng: random.Random) -> list[Sheet]:
    """The inner pages of the paper booklet: labels with underlined values right of a portrait."""
    w = labels("title", rng)
    sheet = Sheet(KIND, "title.booklet", (1700, 1180), (250, 249, 240))
    sheet.line(850, 60, 850, 1120, 2, (190, 190, 180))
    box = portrait(sheet, 310, 180, 230, rng)
    embossed_seal(sheet, box.x1, box.y1 - 20, t.issuer, rng, 240)
    sheet.text(425, 640, "浙江省", "kai", 50, align="centre")
    sheet.text(425, 730, "专业技术职务任职资格证书", "kai", 54, align="centre")
    spans = [Span("本证书由发证机关颁发，表明持证人具有相应的专业技术职务任职资格。")]
    paragraph(sheet, 150, 820, 560, spans, "kai", 32, leading=1.6)
    line(sheet, 150, 1080, [Span(w["number"] + "："), Span(t.number, "certificate_number")], "song", 32)
    rows = [
        (w["name"], [Span(t.holder.name, "name")]),
        ("性    别", [Span(t.holder.gender, "gender")]),
        ("出生年月", [Span(show_date(t.holder.birth[:7], "digits"), "birth_date", t.holder.birth[:7])]),
        (w["specialty"], [Span(t.specialty, "specialty")]),
        (w["title"], [Span(t.title, "title")]),
        ("级    别", [Span("初级")]),
        (w["obtained"], [Span(show_date(t.obtained, "digits"), "obtained_on", t.obtained)]),
    ]
    y = 150.0
    for label, spans in rows:
        sheet.text(920, y, label, "song", 34)
        start = 1130 if len(label) < 6 else 1150
        line(sheet, start + 20, y, spans, "kai", 36)
        sheet.line(start, y + 12, 1590, y + 12, 2)
        y += 84
    sheet.text(920, y, "评审委员会", "song", 34)
    paragraph(sheet, 1150, y, 450, [Span(t.committee)], "kai", 30, leading=1.5, indent=0, justify=False)
    sheet.text(920, y + 150, w["issuer"], "song", 34)
    issuer = paragraph(
        sheet, 1150, y + 150, 450, [Span(t.issuer, "issuer")], "kai", 32, leading=1.4, indent=0, justify=False
    )
    line(sheet, 920, issuer + 90, [Span("发证时间    "), Span(show_date(t.issued, "digits"))], "song", 34)
    round_seal(sheet, 1440, issuer, t.issuer, rng, diameter=270)
    watermark(sheet, rng)
    return [sheet]


def electronic(t: Title, rng: random.Random) -> list[Sheet]:
    """An electronic certificate: masked number, code square, dates with dashes."""
    w = labels("title", rng)
    sheet = Sheet(KIND, "title.electronic", (1240, 1754), (248, 252, 255))
    sheet.rect(Box(50, 50, 1190, 1704), 3, (50, 110, 180))
    sheet.text(620, 210, "浙江省职称电子证书", "hei-bold", 76, align="centre", colour=(30, 80, 150))
    portrait(sheet, 900, 290, 200, rng)
    rows: list[tuple[str, str, str | None, str | None]] = [
        ("姓名", t.holder.name, "name", None),
        ("证件号码", t.holder.masked, "id_number", None),
        ("性别", t.holder.gender, "gender", None),
        (w["title"], t.title, "title", None),
        (w["specialty"], t.specialty, "specialty", None),
        (w["obtained"], show_date(t.obtained, "dash"), "obtained_on", t.obtained),
        ("取得方式", t.method, None, None),
    ]
    if t.employer:
        rows.append(("工作单位", t.employer, "employer", None))
    rows += [
        ("评审机构", t.committee, None, None),
        ("核准机关", t.issuer, "issuer", None),
        (w["number"], t.number, "certificate_number", None),
    ]
    y = 380.0
    for label, value, field, normal in rows:
        sheet.text(130, y, label, "hei", 34, colour=(90, 100, 110))
        spans = [Span(value, field, normal)]
        y = (
            paragraph(sheet, 340, y, 540 if y < 600 else 780, spans, "hei", 36, leading=1.4, indent=0, justify=False)
            + 82
        )
    code_square(sheet, 150, 1420, 190, rng)
    sheet.text(370, 1520, "扫描二维码核验", "hei", 28)
    sheet.text(1080, 1600, "制证日期：" + show_date(t.issued, "dash"), "hei", 30, align="right")
    round_seal(sheet, 900, 1480, t.issuer, rng, diameter=290, line="电子证照专用章")
    watermark(sheet, rng)
    return [sheet]


def ruled(t: Title, rng: random.Random) -> list[Sheet]:
    """A ruled table on a portrait sheet, other labels: 评审通过时间, 证书号."""
    w = labels("title", rng)
    sheet = Sheet(KIND, "title.ruled", (1240, 1600))
    sheet.text(620, 180, "专业技术资格证书", "serif-bold", 78, align="centre", spacing=8)
    cells = [
        [
            Cell(w["name"]),
            Cell(t.holder.name, "name"),
            Cell("性 别"),
            Cell(t.holder.gender, "gender"),
            Cell("照\n片", down=3),
        ],
        [
            Cell("出生年月"),
            Cell(show_date(t.holder.birth[:7], "dots"), "birth_date", t.holder.birth[:7]),
            Cell("专 业"),
            Cell(t.specialty, "specialty"),
        ],
        [Cell("身份证号"), Cell(t.holder.number, "id_number", across=3)],
        [Cell("工作单位"), Cell(t.employer, "employer", across=4)],
        [
            Cell("任职资格"),
            Cell(t.title, "title"),
            Cell(w["obtained"]),
            Cell(show_date(t.obtained, "spaced"), "obtained_on", t.obtained, across=2),
        ],
        [Cell("评委会名称"), Cell(t.committee, across=4)],
        [Cell(w["issuer"]), Cell(t.issuer, "issuer", across=4)],
        [
            Cell(w["number"]),
            Cell(t.number, "certificate_number"),
            Cell("发证日期"),
            Cell(show_date(t.issued, "spaced"), across=2),
        ],
    ]
    grid = table(sheet, 90, 260, [190, 320, 170, 190, 190], [110, 100, 100, 100, 120, 130, 130, 110], cells, "song", 32)
    photo = grid.cells[4]
    portrait(sheet, photo.x0 + 10, photo.y0 + 20, 170, rng, 260)
    round_seal(sheet, 820, 1080, t.issuer, rng, diameter=300)
    sheet.text(90, 1340, "说明：本证书经审批机关盖章后生效。", "song", 28)
    watermark(sheet, rng)
    return [sheet]


def sentence(t: Title, rng: random.Random) -> list[Sheet]:
    """A sentence instead of labels, as small towns' personnel offices printed it."""
    w = labels("title", rng)
    sheet = Sheet(KIND, "title.sentence", (1654, 1165), (252, 248, 235))
    sheet.rect(Box(40, 40, 1614, 1125), 5, (150, 30, 30))
    sheet.text(827, 200, "专业技术职务任职资格证书", "kai-gb", 84, align="centre")
    spans = [
        Span(t.holder.name, "name"),
        Span("同志，"),
        Span(t.holder.gender, "gender"),
        Span("，"),
        Span(show_date(t.holder.birth[:7], "hanzi"), "birth_date", t.holder.birth[:7]),
        Span("出生，经" + t.committee + "评审通过，自"),
        Span(show_date(t.obtained, "hanzi"), "obtained_on", t.obtained),
        Span("起具备"),
        Span(t.specialty, "specialty"),
        Span("专业"),
        Span(t.title, "title"),
        Span("任职资格。特发此证。"),
    ]
    paragraph(sheet, 150, 350, 1350, spans, "kai-gb", 48, leading=1.9)
    line(sheet, 150, 1020, [Span(w["number"] + "："), Span(t.number, "certificate_number")], "kai-gb", 36)
    sheet.text(1500, 880, t.issuer, "kai-gb", 40, align="right", field="issuer")
    sheet.text(1500, 970, show_date(t.issued, "hanzi"), "kai-gb", 38, align="right")
    round_seal(sheet, 1230, 910, t.issuer, rng, diameter=300)
    watermark(sheet, rng)
    return [sheet]
