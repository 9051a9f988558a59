"""Letters of appointment and vocational certificates."""

from __future__ import annotations

import random
from typing import Final

from models.geometry import Box
from samples.drawing import Cell, Sheet, Span, code_square, line, paragraph, portrait, round_seal, table
from samples.layouts_cangxi.record import A5_WIDE, Item, Record, dated, finish, grid, pairs, said, sheet_of
from samples.numbers import show_date

LETTER: Final = "appointment_letter"
SKILL: Final = "vocational_certificate"


def red_letter(r: Record, rng: random.Random) -> list[Sheet]:
    """聘书 with a red frame."""
    sheet = sheet_of(LETTER, "appointment.red_letter", A5_WIDE, (255, 250, 244))
    sheet.rect(Box(40, 40, 1614, 1125), 14, (190, 40, 40))
    sheet.text(827, 230, "聘 任 书", "serif-black", 110, align="centre", colour=(190, 30, 30))
    spans = [
        said(r.holder.name, "name", under=True), Span("同志：\n"),
        Span("　　经研究，聘任您为本公司"), said(r["title"], "title", under=True), Span("专业技术职务，聘期自"),
        dated(r["start"], "start_date"), Span("起至"), dated(r["end"], "end_date"), Span("止。"),
    ]  # fmt: skip
    paragraph(sheet, 190, 400, 1280, spans, "cns-kai", 50, leading=2.0, indent=0, justify=False)
    sheet.text(1450, 880, r["employer"], "cns-kai", 44, align="right", field="employer")
    sheet.text(1420, 970, show_date(r["issued"]), "cns-kai", 42, align="right", field="issue_date", value=r["issued"])
    round_seal(sheet, 1190, 900, r["employer"], rng, diameter=290)
    return [finish(sheet, rng)]


def notice(r: Record, rng: random.Random) -> list[Sheet]:
    """A company's notice with a list of names, of which one row is the applicant's."""
    sheet = sheet_of(LETTER, "appointment.notice", (1654, 2000))
    sheet.text(827, 170, f"{r['employer']}文件", "serif-black", 58, align="centre", colour=(200, 30, 30))
    sheet.text(827, 260, f"司人〔{r['issued'][:4]}〕{r['paper']}号", "mingti", 34, align="centre")
    sheet.line(120, 300, 1534, 300, 5, (200, 30, 30))
    sheet.text(827, 400, "关于聘任专业技术职务的通知", "serif-black", 50, align="centre")
    text = "各部门、车间：经公司专业技术职务聘任小组研究，决定聘任下列同志担任相应专业技术职务。"
    y = paragraph(sheet, 150, 500, 1350, [Span(text)], "mingti", 40, leading=1.7)
    head = [Cell(label, role="serif-black") for label in ("序号", "姓名", "聘任职务", "起聘日期", "聘期届满")]
    body = [
        [
            Cell(str(i)),
            Cell(name, "name"),
            Cell(title, "title"),
            Cell(show_date(start, "dots"), "start_date", start),
            Cell(show_date(end, "dots"), "end_date", end),
        ]
        for i, (name, title, start, end) in enumerate(r.rows, 1)
    ]
    drawn = table(sheet, 150, y + 70, [120, 260, 360, 310, 304], [80] * (len(body) + 1), [head, *body], "mingti", 36)
    bottom = drawn.box.y1
    sheet.text(1450, bottom + 190, r["employer"], "mingti", 40, align="right", field="employer")
    sheet.text(
        1420, bottom + 270, show_date(r["issued"]), "mingti", 38, align="right", field="issue_date", value=r["issued"]
    )
    round_seal(sheet, 1230, bottom + 200, r["employer"], rng, diameter=300)
    return [finish(sheet, rng)]


def form(r: Record, rng: random.Random) -> list[Sheet]:
    """聘任证书 with labels on a small upright leaf; no end where none is agreed."""
    sheet = sheet_of(LETTER, "appointment.form", (1165, 1450), (247, 250, 255))
    sheet.rect(Box(30, 30, 1135, 1420), 3, (40, 70, 150))
    sheet.text(582, 160, "专业技术职务聘任证书", "hei-bold", 60, align="centre")
    portrait(sheet, 850, 230, 190, rng)
    items = [
        ("姓　　名", r.holder.name, "name", ""),
        ("聘任职务", r["title"], "title", ""),
        ("聘任单位", r["employer"], "employer", ""),
        ("聘任时间", show_date(r["start"]), "start_date", r["start"]),
    ]
    if r["end"]:
        items.append(("终止时间", show_date(r["end"]), "end_date", r["end"]))
    y = pairs(sheet, 100, 300, 110, items[:2], "hei", 38)
    y = pairs(sheet, 100, max(y, 560), 100, items[2:], "hei", 36)
    paragraph(sheet, 100, y + 40, 950, [Span("受聘人在聘期内履行岗位职责，享受相应待遇。")], "hei", 34)
    sheet.text(1030, 1180, "聘任单位（盖章）", "hei", 36, align="right")
    sheet.text(1030, 1260, show_date(r["issued"]), "hei", 36, align="right", field="issue_date", value=r["issued"])
    round_seal(sheet, 860, 1190, r["employer"], rng, diameter=270)
    return [finish(sheet, rng)]


def skill_level(r: Record, rng: random.Random) -> list[Sheet]:
    """职业技能等级证书 of an assessing body."""
    sheet = sheet_of(SKILL, "vocational.skill_level", (1654, 1240), (252, 254, 255))
    sheet.rect(Box(40, 40, 1614, 1200), 4, (60, 120, 150))
    sheet.text(827, 190, "职业技能等级证书", "sans-black", 80, align="centre")
    shown = r["level"]
    grade = {"高级技师": "一级/高级技师", "技师": "二级/技师", "高级工": "三级/高级工"}[shown]
    items = [
        ("姓　　名", r.holder.name, "name", ""),
        ("证件类型", "居民身份证", "", ""),
        ("证件号码", r.holder.number, "id_number", ""),
        ("职业名称", r["occupation"], "occupation", ""),
        ("工　　种", "--", "", ""),
        ("技能等级", grade, "level", shown),
        ("证书编号", r["number"], "certificate_number", ""),
    ]
    pairs(sheet, 120, 330, 84, items, "mingti", 40)
    portrait(sheet, 1260, 300, 220, rng)
    code_square(sheet, 1270, 660, 190, rng)
    line(sheet, 120, 980, [Span("评价机构："), said(r["issuer"], "issuer")], "mingti", 38)
    line(sheet, 120, 1060, [Span("发证日期："), dated(r["issued"], "issue_date", "padded")], "mingti", 38)
    sheet.text(120, 1150, "查询网址：http://jndj.osta.org.cn", "mingti", 28)
    round_seal(sheet, 880, 990, r["issuer"], rng, diameter=270)
    return [finish(sheet, rng)]


def qualification(r: Record, rng: random.Random) -> list[Sheet]:
    """The older 职业资格证书: table, marks of theory and practice."""
    sheet = sheet_of(SKILL, "vocational.qualification", A5_WIDE, (238, 246, 240))
    sheet.text(827, 120, "职业资格证书", "cns-sung", 72, align="centre", spacing=14)
    holder = r.holder
    rows: list[tuple[float, list[Item]]] = [
        (88, ["姓　名", (holder.name, "name"), "性　别", (holder.gender, "gender")]),
        (88, ["出生日期", show_date(holder.birth), "文化程度", "大专"]),
        (
            88,
            [
                "职业（工种）",
                (r["occupation"], "occupation"),
                "等　级",
                ("技师（国家职业资格二级）", "level", r["level"]),
            ],
        ),
        (88, ["理论知识成绩", "79", "操作技能成绩", "86"]),
        (88, ["评定成绩", "合格", "发证日期", (show_date(r["issued"]), "issue_date", r["issued"])]),
        (88, ["证书编号", (r["number"], "certificate_number"), "身份证号", (holder.number, "id_number")]),
    ]
    bottom = grid(sheet, 330, 180, [230, 400, 230, 404], rows, "cns-sung", 32)
    portrait(sheet, 80, 220, 200, rng)
    line(sheet, 340, bottom + 130, [Span("发证机关（印）："), said(r["issuer"], "issuer")], "cns-sung", 36)
    sheet.text(340, bottom + 210, "沧西省职业技能鉴定指导中心（印）", "cns-sung", 32)
    round_seal(sheet, 930, bottom + 160, r["issuer"], rng, diameter=260)
    return [finish(sheet, rng)]
