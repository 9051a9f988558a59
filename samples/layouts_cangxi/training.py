"""Yearly cards of training hours."""

from __future__ import annotations

import random
from typing import Final

from models.geometry import Box
from samples.content import Hours
from samples.drawing import Cell, Sheet, Span, code_square, line, paragraph, round_seal, table
from samples.layouts_cangxi.record import A5_WIDE, Item, dated, finish, grid, said, sheet_of
from samples.numbers import show_date

KIND: Final = "training_hour_card"
OFFICE = "沧西省专业技术人员继续教育管理中心"


def ledger(h: Hours, rng: random.Random) -> list[Sheet]:
    """Courses in a ruled table, the sums in its last row."""
    sheet = sheet_of(KIND, "training.ledger", (1654, 1300))
    sheet.text(827, 110, "专业技术人员继续教育学时登记卡", "serif-black", 52, align="centre")
    line(sheet, 100, 190, [Span("登记年度："), said(h.year, "year")], "mingti", 34)
    line(
        sheet,
        100,
        246,
        [Span("姓名："), said(h.holder.name, "name"), Span("　身份证号码："), said(h.holder.number, "id_number")],
        "mingti",
        34,
    )
    line(sheet, 100, 302, [Span("工作单位："), said(h.employer, "employer")], "mingti", 34)
    head = [Cell(t, role="serif-medium") for t in ("序号", "学习内容", "施教机构", "起止时间", "科目", "学时")]
    rows = [
        [
            Cell(str(i)),
            Cell(c.name),
            Cell(c.organiser),
            Cell(f"{show_date(c.start, 'dots')[5:]}-{show_date(c.end, 'dots')[5:]}"),
            Cell(c.subject),
            Cell(c.hours),
        ]
        for i, c in enumerate(h.courses, 1)
    ]
    total = Cell(
        across=6,
        spans=(
            Span("公需科目 "), said(h.public, "public_hours"), Span(" 学时；专业科目 "), said(h.specialised, "specialized_hours"),
            Span(" 学时；总计 "), said(h.total, "total_hours"), Span(" 学时"),
        ),
    )  # fmt: skip
    drawn = table(
        sheet, 80, 340, [80, 460, 440, 230, 150, 134], [70] * (len(rows) + 2), [head, *rows, [total]], "mingti", 30
    )
    line(sheet, 100, drawn.box.y1 + 90, [Span("打印日期："), dated(h.printed, "printed_on", "dash")], "mingti", 32)
    sheet.text(950, drawn.box.y1 + 90, "登记机构（盖章）", "mingti", 32)
    round_seal(sheet, 1200, drawn.box.y1 + 100, OFFICE, rng, diameter=250)
    return [finish(sheet, rng)]


def quota(h: Hours, rng: random.Random) -> list[Sheet]:
    """What was due beside what was done, a row a kind of subject."""
    sheet = sheet_of(KIND, "training.quota", (1654, 1200), (253, 254, 250))
    spans = [said(f"{h.year}年度", "year", h.year), Span("继续教育学时情况表")]
    line(sheet, 480, 110, spans, "hei-bold", 52)
    rows: list[tuple[float, list[Item]]] = [
        (80, ["姓　名", (h.holder.name, "name"), "证件号码", (h.holder.number, "id_number")]),
        (80, ["单　位", Cell(h.employer, "employer", across=3)]),
    ]
    y = grid(sheet, 110, 170, [200, 380, 220, 630], rows, "sans-light", 34)
    head: list[Item] = ["科目类别", "应修学时", "实修学时", "完成情况"]
    rows = [
        (78, head),
        (78, ["公需科目", "18", (h.public, "public_hours"), "已完成" if float(h.public) >= 18 else "未完成"]),
        (
            78,
            [
                "专业科目",
                "60",
                (h.specialised, "specialized_hours"),
                "已完成" if float(h.specialised) >= 60 else "未完成",
            ],
        ),
        (78, ["合　　计", "90", (h.total, "total_hours"), "已完成" if float(h.total) >= 90 else "未完成"]),
    ]
    y = grid(sheet, 110, y + 40, [420, 320, 320, 370], rows, "sans-light", 34)
    names = "；".join(f"{c.name}（{c.hours}学时）" for c in h.courses)
    y = paragraph(
        sheet, 110, y + 70, 1430, [Span("学习明细：" + names + "。")], "sans-light", 28, indent=0, leading=1.6
    )
    line(sheet, 110, y + 110, [Span("制表日期 "), dated(h.printed, "printed_on")], "sans-light", 32)
    round_seal(sheet, 1260, y + 90, OFFICE, rng, diameter=250, line="电子专用章")
    return [finish(sheet, rng)]


def proof(h: Hours, rng: random.Random) -> list[Sheet]:
    """One sentence that says all."""
    sheet = sheet_of(KIND, "training.proof", A5_WIDE)
    sheet.text(827, 150, "继续教育学时证明", "cns-sung", 66, align="centre", spacing=8)
    spans = [
        Span("兹证明"),
        said(h.holder.name, "name"),
        Span("（身份证号："),
        said(h.holder.number, "id_number"),
        Span("，工作单位："),
        said(h.employer, "employer"),
        Span("）于"),
        said(h.year, "year"),
        Span("年度参加专业技术人员继续教育，经审核登记学时共计"),
        said(h.total, "total_hours"),
        Span("学时，其中公需课"),
        said(h.public, "public_hours"),
        Span("学时、专业课"),
        said(h.specialised, "specialized_hours"),
        Span("学时。"),
    ]
    y = paragraph(sheet, 170, 300, 1310, spans, "cns-sung", 42, leading=1.85)
    text = "所学课程：" + "、".join(c.name for c in h.courses) + "。"
    y = paragraph(sheet, 170, y + 90, 1310, [Span(text)], "cns-sung", 34, leading=1.6)
    sheet.text(1480, y + 160, OFFICE, "cns-sung", 38, align="right")
    sheet.text(1460, y + 235, show_date(h.printed), "cns-sung", 36, align="right", field="printed_on", value=h.printed)
    round_seal(sheet, 1200, min(y + 160, 980), OFFICE, rng, diameter=270)
    return [finish(sheet, rng)]


def tiles(h: Hours, rng: random.Random) -> list[Sheet]:
    """An electronic card with the sums in large digits."""
    sheet = sheet_of(KIND, "training.tiles", (1400, 1180), (244, 248, 252))
    sheet.rect(Box(0, 0, 1400, 130), 1, (20, 110, 120), (20, 110, 120))
    sheet.text(60, 86, "学时登记电子卡", "sans-black", 52, colour=(255, 255, 255))
    sheet.text(1080, 86, f"{h.year}年", "sans-black", 46, field="year", value=h.year, colour=(255, 255, 255))
    line(sheet, 60, 220, [said(h.holder.name, "name", None)], "sans-black", 48)
    line(sheet, 320, 220, [said(h.holder.masked, "id_number")], "sans-light", 34)
    line(sheet, 60, 290, [said(h.employer, "employer")], "sans-light", 34)
    shown = (
        ("总学时", h.total, "total_hours"),
        ("专业课", h.specialised, "specialized_hours"),
        ("公需课", h.public, "public_hours"),
    )
    for i, (label, value, name) in enumerate(shown):
        x = 60 + i * 440
        sheet.rect(Box(x, 350, x + 400, 590), 2, (20, 110, 120), (255, 255, 255))
        sheet.text(x + 200, 480, value, "sans-black", 96, align="centre", field=name)
        sheet.text(x + 200, 555, label, "sans-light", 34, align="centre")
    y = 670
    for c in h.courses:
        sheet.text(70, y, f"{c.name}", "sans-light", 30)
        sheet.text(800, y, c.subject, "sans-light", 30)
        sheet.text(1330, y, f"{c.hours}学时", "sans-light", 30, align="right")
        sheet.line(60, y + 16, 1340, y + 16, 1, (200, 210, 215))
        y += 56
    code_square(sheet, 70, 960, 170, rng)
    line(sheet, 290, 1060, [Span("生成时间 "), dated(h.printed, "printed_on", "dash")], "sans-light", 30)
    sheet.text(290, 1110, OFFICE, "sans-light", 28)
    round_seal(sheet, 1120, 1030, OFFICE, rng, diameter=220)
    return [finish(sheet, rng)]


def transposed(h: Hours, rng: random.Random) -> list[Sheet]:
    """Kinds of subject as columns; the person stands below."""
    sheet = sheet_of(KIND, "training.transposed", A5_WIDE, (255, 255, 250))
    sheet.text(827, 130, "继续教育年度登记凭证", "cns-kai", 66, align="centre")
    rows: list[tuple[float, list[Item]]] = [
        (84, ["年度", "公需科目", "专业科目", "学时合计"]),
        (
            100,
            [
                (h.year, "year"),
                (h.public, "public_hours"),
                (h.specialised, "specialized_hours"),
                (h.total, "total_hours"),
            ],
        ),
    ]
    y = grid(sheet, 160, 210, [300, 340, 340, 350], rows, "cns-kai", 42, stroke=3)
    line(
        sheet,
        170,
        y + 100,
        [Span("学员　"), said(h.holder.name, "name"), Span("　　公民身份号码　"), said(h.holder.number, "id_number")],
        "cns-kai",
        38,
    )
    line(sheet, 170, y + 180, [Span("所在单位　"), said(h.employer, "employer")], "cns-kai", 38)
    for i, c in enumerate(h.courses):
        sheet.text(190, y + 270 + i * 54, f"· {c.name}　{c.organiser}　{c.hours}学时", "cns-kai", 30)
    line(sheet, 170, 1070, [Span("出具日期："), dated(h.printed, "printed_on", "padded")], "cns-kai", 36)
    sheet.text(1480, 1000, OFFICE, "cns-kai", 34, align="right")
    round_seal(sheet, 1240, 990, OFFICE, rng, diameter=240)
    return [finish(sheet, rng)]
