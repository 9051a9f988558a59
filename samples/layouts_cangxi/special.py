"""The form for promotion out of the ordinary, the review form, the pledge, the summary, and papers nobody asked for."""

from __future__ import annotations

import random
from typing import Final

from models.geometry import Box
from samples.content import Paper
from samples.drawing import Cell, Sheet, Span, choices, line, paragraph, round_seal, signature, table
from samples.layouts_cangxi.record import A5_WIDE, Item, Record, finish, grid, said, sheet_of

FORM: Final = "exceptional_promotion_form"


def promotion(r: Record, rng: random.Random) -> list[Sheet]:
    """The notice's own form."""
    sheet = sheet_of(FORM, "exceptional.promotion")
    sheet.text(827, 130, "破格推荐中级专业技术职务任职资格审批表", "serif-black", 50, align="centre")
    held = Cell(r["title"] or "无", across=2)
    rows: list[tuple[float, list[Item]]] = [
        (80, ["姓　名", (r.holder.name, "name"), "性　别", r.holder.gender, "出生年月", r["birth"]]),
        (80, ["工作单位", (r["employer"], "employer"), "行政职务", r["post"], "专业工作年限", r["years"]]),
        (100, ["何年何校何专业毕业", Cell(r["school"], across=2), "现聘任专业技术职务", held]),
        (80, [Cell("破格推荐何专业技术职务任职资格", across=3), Cell("工程师", "title", across=3)]),
    ]
    y = grid(sheet, 90, 190, [170, 480, 160, 260, 180, 224], rows, "mingti", 30)
    blocks = (
        ("简　历", [Span(r["career"])], 330),
        ("破格推荐理由", [Span("该同志"), said(r["items_text"], "items", r["items"]), Span("。" + r["reason"])], 480),
    )
    for title, spans, height in blocks:
        sheet.rect(Box(90, y, 220, y + height), 2)
        sheet.rect(Box(220, y, 1564, y + height), 2)
        sheet.vertical(155, y + 40, title, "mingti", 34)
        paragraph(sheet, 245, y + 66, 1290, spans, "mingti", 34, leading=1.7)
        y += height
    _opinions(sheet, r, y, "mingti", rng)
    return [finish(sheet, rng)]


def _opinions(sheet: Sheet, r: Record, y: float, role: str, rng: random.Random) -> None:
    """Three boxes for opinions; the last stays empty."""
    columns = (
        (90, 582, "所在单位意见：同意推荐", r["employer"]),
        (582, 1074, "乡镇、街道意见：同意", r["township"]),
        (1074, 1564, "区人力社保部门意见：", ""),
    )
    for x0, x1, text, seal in columns:
        sheet.rect(Box(x0, y, x1, y + 520), 2)
        paragraph(sheet, x0 + 24, y + 60, x1 - x0 - 40, [Span(text)], role, 32, indent=0)
        sheet.text(x1 - 40, y + 470, "2023年8月25日" if seal else "年　　月　　日", role, 30, align="right")
        if seal:
            round_seal(sheet, (x0 + x1) / 2, y + 320, seal, rng, diameter=280)


def promotion_boxes(r: Record, rng: random.Random) -> list[Sheet]:
    """The same form as some companies retype it: labels with colons, the items ticked."""
    sheet = sheet_of(FORM, "exceptional.boxes", (1654, 2100), (252, 252, 252))
    sheet.text(827, 140, "破格推荐专业技术职务任职资格审批表", "hei-bold", 54, align="centre")
    line(
        sheet,
        110,
        240,
        [Span("姓名："), said(r.holder.name, "name"), Span(f"　性别：{r.holder.gender}　出生年月：{r['birth']}")],
        "hei",
        36,
    )
    line(sheet, 110, 310, [Span("工作单位："), said(r["employer"], "employer")], "hei", 36)
    line(sheet, 110, 380, [Span(f"行政职务：{r['post']}　专业工作年限：{r['years']}")], "hei", 36)
    line(sheet, 110, 450, [Span(f"毕业院校及专业：{r['school']}")], "hei", 36)
    held = Span(f"现聘任专业技术职务：{r['title'] or '无'}　推荐资格：")
    line(sheet, 110, 520, [held, said("工程师", "title")], "hei", 36)
    sheet.text(110, 620, "破格类别：", "hei-bold", 36)
    choices(sheet, 320, 620, ["A类", "B类"], r["items"] + "类", "_class", rng, "hei", 36)
    place = next(f.box for f in sheet.fields if f.name == "_class")
    sheet.fields[:] = [f for f in sheet.fields if f.name != "_class"]
    sheet.record("items", r["items"], place)
    sheet.text(110, 720, "简历：", "hei-bold", 36)
    y = paragraph(sheet, 110, 790, 1434, [Span(r["career"])], "sans-light", 34, leading=1.7)
    sheet.text(110, y + 100, "推荐理由：", "hei-bold", 36)
    paragraph(sheet, 110, y + 170, 1434, [Span(r["reason"])], "sans-light", 34, leading=1.7)
    _opinions(sheet, r, 1500, "hei", rng)
    return [finish(sheet, rng)]


def summary(r: Record, rng: random.Random) -> list[Sheet]:
    """专业技术工作总结."""
    sheet = sheet_of("work_summary", "summary.essay")
    sheet.text(827, 180, "专业技术工作总结", "serif-black", 64, align="centre")
    sheet.text(827, 260, f"{r['employer']}　{r.holder.name}", "mingti", 36, align="centre")
    y = 370.0
    for i, part in enumerate(r.lines):
        sheet.text(
            150, y, f"{'一二三四'[i]}、{('基本情况', '主要工作', '技术成果', '今后打算')[i]}", "serif-medium", 40
        )
        y = paragraph(sheet, 150, y + 80, 1354, [Span(part)], "mingti", 38, leading=1.8) + 110
    sheet.text(960, y + 60, "总结人：", "mingti", 36)
    signature(sheet, 1110, y + 65, r.holder.name, rng, 58)
    sheet.text(1110, y + 150, "2023年8月20日", "mingti", 36)
    return [finish(sheet, rng)]


def review(r: Record, rng: random.Random) -> list[Sheet]:
    """First page of the review form with the platform's name over it."""
    sheet = sheet_of("review_form", "review.first_page")
    sheet.text(827, 330, "专业技术资格评审表", "serif-black", 84, align="centre", spacing=10)
    sheet.text(
        827, 420, "浙江省专业技术任职资格申报与评审管理平台", "sans-light", 34, align="centre", colour=(150, 150, 150)
    )
    rows: list[tuple[float, list[Item]]] = [
        (110, ["单　　位", r["employer"]]),
        (110, ["姓　　名", r.holder.name]),
        (110, ["现任专业技术职务", r["title"]]),
        (110, ["申报评审资格", "工程师"]),
        (110, ["申报专业", "机电制造"]),
        (110, ["填表时间", "2023年8月26日"]),
    ]
    grid(sheet, 280, 700, [360, 734], rows, "mingti", 38)
    sheet.text(827, 1900, "浙江省人力资源和社会保障厅制", "mingti", 38, align="centre")
    round_seal(sheet, 1200, 1560, r["employer"], rng, diameter=300)
    return [finish(sheet, rng)]


def pledge(r: Record, rng: random.Random) -> list[Sheet]:
    """真实性保证书, signed."""
    sheet = sheet_of("authenticity_pledge", "pledge.letter", (1654, 1700))
    sheet.text(827, 190, "专业技术资格申报材料真实性保证书", "serif-black", 56, align="centre")
    text = (
        f"本人{r.holder.name}，现申报工程师任职资格。本人郑重保证：所填报的个人信息和提交的学历、资格、业绩、论文等"
        "材料真实、准确、有效，无弄虚作假。如有不实，本人愿按有关规定接受取消资格、记入诚信档案等处理，并承担相应责任。"
    )
    y = paragraph(sheet, 180, 360, 1290, [Span(text)], "mingti", 44, leading=2.0)
    sheet.text(900, y + 260, "保证人（签名）：", "mingti", 40)
    signature(sheet, 1220, y + 265, r.holder.name, rng, 66)
    sheet.text(1100, y + 370, "2023年8月25日", "mingti", 40)
    return [finish(sheet, rng)]


def employment(p: Paper, rng: random.Random) -> list[Sheet]:
    """A company's letter to whom it may concern."""
    sheet = sheet_of("other", "other.employment", A5_WIDE)
    sheet.text(827, 190, p.heading, "serif-black", 70, align="centre", spacing=16)
    paragraph(
        sheet,
        180,
        340,
        1290,
        [Span(t + "\n　　") if i + 1 < len(p.lines) else Span(t) for i, t in enumerate(p.lines)],
        "cns-sung",
        42,
        leading=1.9,
        justify=False,
    )
    sheet.text(1450, 930, p.seal, "cns-sung", 40, align="right")
    sheet.text(1420, 1010, p.dated, "cns-sung", 38, align="right")
    round_seal(sheet, 1220, 930, p.seal, rng, diameter=270)
    return [finish(sheet, rng)]


def gazette(p: Paper, rng: random.Random) -> list[Sheet]:
    """An office's paper under a red head with a list."""
    sheet = sheet_of("other", "other.gazette", (1654, 1900))
    sheet.text(827, 180, p.seal, "serif-black", 76, align="centre", colour=(210, 30, 30))
    sheet.line(120, 330, 1534, 330, 5, (210, 30, 30))
    paragraph(sheet, 250, 430, 1154, [Span(p.heading)], "serif-black", 48, indent=0, leading=1.5, justify=False)
    head, *rows = p.lines
    y = paragraph(sheet, 150, 640, 1354, [Span(head)], "mingti", 40, leading=1.8)
    cells = [
        [Cell("序号"), Cell("企业名称"), Cell("所在地")],
        *[[Cell(str(i)), *[Cell(t) for t in row.split("|")]] for i, row in enumerate(rows, 1)],
    ]
    drawn = table(sheet, 150, y + 60, [140, 800, 414], [80] * len(cells), cells, "mingti", 36)
    sheet.text(1450, drawn.box.y1 + 190, p.seal, "mingti", 40, align="right")
    sheet.text(1420, drawn.box.y1 + 270, p.dated, "mingti", 38, align="right")
    round_seal(sheet, 1200, drawn.box.y1 + 200, p.seal, rng, diameter=300)
    return [finish(sheet, rng)]
