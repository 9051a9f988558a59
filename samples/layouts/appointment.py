"""Letters of appointment: certificate, table, list of an official circular, short letter."""

from __future__ import annotations

import random

from models.document import Kind
from models.geometry import Box
from samples.drawing import Cell, Sheet, Span, paragraph, round_seal, table, watermark
from samples.layouts.forms import closing, day, pairs, value
from samples.numbers import show_date
from samples.records import Appointment

KIND: Kind = "appointment_letter"


def certificate(a: Appointment, rng: random.Random) -> list[Sheet]:
    """聘任证书: one sentence with the term from day to day."""
    sheet = Sheet(KIND, "appointment.certificate", (1300, 920), (253, 250, 238))
    sheet.rect(Box(40, 40, 1260, 880), 6, (170, 40, 40))
    sheet.text(650, 190, "聘任证书", "kai", 84, align="centre", spacing=10)
    until = [Span("至"), day(a.end, "end_date"), Span("止")] if a.end else []
    spans = [
        Span("兹聘任"),
        Span(a.holder.name, "name"),
        Span("同志为"),
        Span(a.title, "title"),
        Span(f"职务（专业：{a.specialty}），聘期自"),
        day(a.start, "start_date"),
        Span("起"),
        *until,
        Span("。"),
    ]
    paragraph(sheet, 130, 330, 1040, spans, "kai", 42, leading=1.9)
    closing(sheet, 1160, 690, a.employer, a.issued, rng, "kai", 38, issuer_field="employer", date_field="issue_date")
    watermark(sheet, rng)
    return [sheet]


def ruled(a: Appointment, rng: random.Random) -> list[Sheet]:
    """A form of the personnel office: ruled labels, the employer's opinion with the seal below."""
    sheet = Sheet(KIND, "appointment.ruled", (1240, 1150))
    sheet.text(620, 150, "专业技术职务聘任书", "hei-bold", 62, align="centre")
    rows = [
        [("受聘人", value(a.holder.name, "name")), ("性别", value(a.holder.gender))],
        [("聘任职务", value(a.title, "title")), ("专业", value(a.specialty))],
        [("聘任单位", value(a.employer, "employer"))],
        [
            ("聘任起始时间", (day(a.start, "start_date", "dash"),)),
            ("聘任终止时间", (day(a.end, "end_date", "dash"),) if a.end else value("长期")),
        ],
        [("岗位职责", value("承担产品设计、工艺编制与现场技术服务，按年度接受考核。"))],
    ]
    pairs(sheet, 80, 220, [220, 320, 220, 320], rows, 95, "song", 32)
    sheet.text(80, 790, "聘任单位（盖章）：", "song", 34)
    sheet.text(1120, 960, show_date(a.issued, "spaced"), "song", 34, align="right", field="issue_date", value=a.issued)
    round_seal(sheet, 880, 910, a.employer, rng, diameter=270)
    watermark(sheet, rng)
    return [sheet]


def circular(a: Appointment, rng: random.Random) -> list[Sheet]:
    """A circular that appoints several persons; only the applicant's row is of interest."""
    sheet = Sheet(KIND, "appointment.circular", (1240, 1500))
    sheet.text(620, 150, a.employer + "文件", "serif-bold", 56, align="centre", colour=(200, 30, 30))
    sheet.line(80, 200, 1160, 200, 4, (200, 30, 30))
    sheet.text(620, 300, "关于聘任专业技术职务的通知", "serif-bold", 46, align="centre")
    spans = [Span("各部门：经研究，决定聘任下列人员担任专业技术职务，聘期自"), day(a.start, "start_date"), Span("起至")]
    spans += [day(a.end, "end_date"), Span("止。")] if a.end else [Span("另行通知之日止。")]
    y = paragraph(sheet, 100, 390, 1040, spans, "fangsong", 36)
    everybody = sorted([*a.others, (a.holder.name, a.title)])
    cells = [[Cell("序号"), Cell("姓名"), Cell("聘任职务"), Cell("专业")]]
    cells += [
        [Cell(str(i)), Cell(n, "name"), Cell(t, "title"), Cell(a.specialty)] for i, (n, t) in enumerate(everybody, 1)
    ]
    grid = table(sheet, 130, y + 60, [130, 260, 320, 260], [80.0] * len(cells), cells, "song", 34)
    closing(
        sheet,
        1120,
        grid.box.y1 + 150,
        a.employer,
        a.issued,
        rng,
        "fangsong",
        36,
        issuer_field="employer",
        date_field="issue_date",
    )
    watermark(sheet, rng)
    return [sheet]


def letter(a: Appointment, rng: random.Random) -> list[Sheet]:
    """聘书: a salutation, the term in years of Chinese numerals."""
    sheet = Sheet(KIND, "appointment.letter", (1300, 900), (255, 247, 240))
    sheet.text(650, 190, "聘    书", "serif-bold", 90, align="centre", colour=(180, 30, 30))
    paragraph(
        sheet,
        120,
        320,
        1060,
        [Span(a.holder.name, "name"), Span("先生：" if a.holder.gender == "男" else "女士：")],
        "wenkai",
        42,
        indent=0,
    )
    spans = [
        Span("经公司专业技术职务聘任委员会评议，聘请您担任我公司"),
        Span(a.title, "title"),
        Span("，任期自"),
        day(a.start, "start_date", "hanzi"),
        *([Span("至"), day(a.end, "end_date", "hanzi")] if a.end else [Span("起")]),
        Span("。特颁此书。"),
    ]
    paragraph(sheet, 120, 410, 1060, spans, "wenkai", 42)
    closing(
        sheet,
        1160,
        700,
        a.employer,
        a.issued,
        rng,
        "wenkai",
        38,
        issuer_field="employer",
        date_field="issue_date",
        style="hanzi",
    )
    watermark(sheet, rng)
    return [sheet]
