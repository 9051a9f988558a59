"""Yearly appraisals of companies and of offices."""

from __future__ import annotations

import random
from typing import Final

from models.geometry import Box
from samples.content import Appraisal
from samples.drawing import Cell, Sheet, Span, choices, line, paragraph, ringed, round_seal, signature, table
from samples.layouts_cangxi.record import Item, dated, finish, grid, said, sheet_of
from samples.numbers import show_date

KIND: Final = "annual_appraisal"
GRADES = ["优秀", "合格", "基本合格", "不合格"]
QUALITIES = ("职业道德", "专业能力", "工作业绩", "学习创新", "团结协作")


def register(a: Appraisal, rng: random.Random) -> list[Sheet]:
    """A4 form: entries, one's own report, opinions, grade by tick."""
    (y0,) = a.years
    sheet = sheet_of(KIND, "appraisal.register")
    line(sheet, 400, 150, [Span("专业技术人员年度考核登记表")], "serif-black", 58)
    line(sheet, 690, 220, [Span("（"), said(y0.year, "year"), Span(" 年度）")], "mingti", 38)
    rows: list[tuple[float, list[Item]]] = [
        (86, ["姓　名", (a.holder.name, "name"), "性　别", a.holder.gender]),
        (86, ["工作单位", (y0.employer, "employer"), "岗　位", (y0.position, "position")]),
        (86, ["现任职称", a.title, "从事专业", "机电制造"]),
    ]
    y = grid(sheet, 110, 270, [190, 650, 180, 414], rows, "mingti", 34)
    sheet.rect(Box(110, y, 1544, y + 760), 2)
    sheet.text(130, y + 56, "个人总结：", "serif-medium", 36)
    paragraph(sheet, 140, y + 120, 1370, [said(y0.report, "comment")], "mingti", 36, leading=1.75)
    signature(sheet, 1180, y + 715, a.holder.name, rng, 54)
    sheet.text(960, y + 715, "本人签名：", "mingti", 34)
    y += 760
    sheet.rect(Box(110, y, 1544, y + 260), 2)
    sheet.text(130, y + 56, "部门评价：", "serif-medium", 36)
    paragraph(sheet, 140, y + 120, 1370, [said(y0.comment, "comment")], "mingti", 36, leading=1.75)
    signature(sheet, 1180, y + 225, a.leader, rng, 54)
    y += 260
    sheet.rect(Box(110, y, 1544, y + 110), 2)
    sheet.text(130, y + 68, "考核等次：", "serif-medium", 36)
    choices(sheet, 380, y + 68, GRADES, y0.result, "result", rng, "mingti", 36)
    y += 110
    sheet.rect(Box(110, y, 1544, y + 330), 2)
    sheet.text(130, y + 56, "单位意见：", "serif-medium", 36)
    sheet.text(330, y + 120, "同意考核等次。", "mingti", 36)
    sheet.text(1020, y + 230, "（单位公章）", "mingti", 34)
    line(sheet, 1020, y + 295, [dated(y0.signed, "signed_on", "spaced")], "mingti", 34)
    if y0.seal:
        round_seal(sheet, 1220, y + 175, y0.seal, rng, diameter=290)
    return [finish(sheet, rng)]


def scores(a: Appraisal, rng: random.Random) -> list[Sheet]:
    """Marks for five qualities, the grade circled by hand."""
    (y0,) = a.years
    sheet = sheet_of(KIND, "appraisal.scores", (1654, 2050), (255, 255, 252))
    line(sheet, 470, 140, [said(f"{y0.year}年度", "year", y0.year), Span("员工绩效考核表")], "hei-bold", 60)
    line(sheet, 110, 230, [Span("单位："), said(y0.employer, "employer")], "hei", 34)
    line(
        sheet,
        110,
        290,
        [Span("被考核人："), said(a.holder.name, "name"), Span("　　　职务："), said(y0.position, "position")],
        "hei",
        34,
    )
    marks = {"优秀": (19, 19, 20, 18, 19), "合格": (17, 16, 17, 16, 18)}.get(y0.result, (13, 12, 12, 11, 13))
    head = [Cell("考核项目"), *[Cell(q) for q in QUALITIES], Cell("总分")]
    row = [Cell("得分（满分20）"), *[Cell(str(m)) for m in marks], Cell(str(sum(marks)))]
    drawn = table(sheet, 110, 330, [274, 190, 190, 190, 190, 190, 210], [76, 76], [head, row], "hei", 32)
    y = drawn.box.y1
    sheet.text(110, y + 80, "一、年度工作述评", "hei-bold", 38)
    y = paragraph(sheet, 110, y + 150, 1434, [said(y0.report, "comment")], "sans-light", 36, leading=1.75)
    sheet.text(110, y + 110, "二、主管评语", "hei-bold", 38)
    y = paragraph(sheet, 110, y + 180, 1434, [said(y0.comment, "comment")], "sans-light", 36, leading=1.75)
    sheet.text(110, y + 120, "三、考核等级", "hei-bold", 38)
    ringed(sheet, 430, y + 120, GRADES, y0.result, "result", rng, "sans-light", 40)
    sheet.text(110, y + 270, "考核人：", "hei", 36)
    signature(sheet, 270, y + 272, a.leader, rng, 56)
    sheet.text(860, y + 270, "人力资源部（盖章）", "hei", 36)
    line(sheet, 900, y + 345, [dated(y0.signed, "signed_on", "dots")], "hei", 36)
    if y0.seal:
        round_seal(sheet, 1190, y + 280, y0.seal, rng, diameter=280)
    return [finish(sheet, rng)]


def narrative(a: Appraisal, rng: random.Random) -> list[Sheet]:
    """No table: headings and running text."""
    (y0,) = a.years
    sheet = sheet_of(KIND, "appraisal.narrative", (1654, 1960))
    sheet.text(827, 160, "年度考核材料", "cns-sung", 70, align="centre", spacing=12)
    spans = [
        Span("考核年度："), said(y0.year, "year"), Span("年。考核对象："), said(a.holder.name, "name"), Span("，"),
        said(y0.employer, "employer"), said(y0.position, "position"), Span("。"),
    ]  # fmt: skip
    y = paragraph(sheet, 150, 290, 1354, spans, "cns-sung", 38, leading=1.8)
    sheet.text(150, y + 100, "主要业绩", "serif-black", 40)
    y = paragraph(sheet, 150, y + 175, 1354, [said(y0.report, "comment")], "cns-sung", 38, leading=1.8)
    sheet.text(150, y + 100, "考核意见", "serif-black", 40)
    spans = [
        said(y0.comment, "comment"),
        Span("经考核评定，该同志本年度考核结果为："),
        said(y0.result, "result"),
        Span("。"),
    ]
    y = paragraph(sheet, 150, y + 175, 1354, spans, "cns-sung", 38, leading=1.8)
    sheet.text(150, y + 150, "负责人签字", "cns-sung", 36)
    signature(sheet, 370, y + 155, a.leader, rng, 58)
    sheet.text(1440, y + 240, y0.employer, "cns-sung", 36, align="right")
    sheet.text(
        1440, y + 310, show_date(y0.signed, "hanzi"), "cns-sung", 36, align="right", field="signed_on", value=y0.signed
    )
    if y0.seal:
        round_seal(sheet, 1190, y + 230, y0.seal, rng, diameter=300)
    return [finish(sheet, rng)]


def booklet(a: Appraisal, rng: random.Random) -> list[Sheet]:
    """A cover and a page of opinions."""
    (y0,) = a.years
    cover = sheet_of(KIND, "appraisal.booklet", (1165, 1500), (236, 242, 236))
    cover.text(582, 330, "年度考核手册", "serif-black", 90, align="centre", spacing=14)
    items = [("年　　度", y0.year, "year"), ("姓　　名", a.holder.name, "name"), ("岗　　位", y0.position, "position")]
    y = 640.0
    for label, value, name in items:
        line(cover, 240, y, [Span(label + "　"), said(value, name, under=True)], "cns-kai", 46)
        y += 120
    line(cover, 240, y, [Span("单　　位")], "cns-kai", 46)
    paragraph(
        cover, 240, y + 80, 720, [said(y0.employer, "employer")], "cns-kai", 42, indent=0, leading=1.5, justify=False
    )
    finish(cover, rng)
    inner = sheet_of(KIND, "appraisal.booklet", (1165, 1500), first=False)
    inner.vertical(100, 160, "工作实绩", "cns-kai", 40)
    inner.rect(Box(60, 60, 1105, 760), 2)
    inner.line(140, 60, 140, 1180, 2)
    paragraph(inner, 165, 125, 915, [said(y0.report, "comment")], "cns-kai", 38, leading=1.65)
    inner.rect(Box(60, 760, 1105, 1000), 2)
    inner.vertical(100, 790, "考核评语", "cns-kai", 40)
    paragraph(inner, 165, 825, 915, [said(y0.comment, "comment")], "cns-kai", 38, leading=1.6)
    inner.rect(Box(60, 1000, 1105, 1180), 2)
    inner.vertical(100, 1015, "等次", "cns-kai", 40)
    inner.text(620, 1110, y0.result, "cns-kai", 60, align="centre", field="result")
    inner.text(160, 1290, "审核人", "cns-kai", 38)
    signature(inner, 290, 1295, a.leader, rng, 54)
    inner.text(620, 1290, "考核单位（章）", "cns-kai", 38)
    line(inner, 660, 1390, [dated(y0.signed, "signed_on", "padded")], "cns-kai", 38)
    if y0.seal:
        round_seal(inner, 860, 1310, y0.seal, rng, diameter=270)
    return [cover, finish(inner, rng)]


def columns(a: Appraisal, rng: random.Random) -> list[Sheet]:
    """A wide form whose heads stand above their columns."""
    (y0,) = a.years
    sheet = sheet_of(KIND, "appraisal.columns", (2100, 1450))
    sheet.text(1050, 120, "技术人员年终考核表", "smiley", 72, align="centre", spacing=8)
    rows: list[tuple[float, list[Item]]] = [
        (70, ["考核年份", "姓名", "部门岗位", "所在企业", "考核结论"]),
        (
            110,
            [
                (y0.year, "year"),
                (a.holder.name, "name"),
                (y0.position, "position"),
                (y0.employer, "employer"),
                (y0.result, "result"),
            ],
        ),
    ]
    y = grid(sheet, 80, 180, [220, 280, 400, 760, 280], rows, "droid", 36)
    head = [Cell("本年度完成的主要工作"), Cell("考核小组意见")]
    body = [
        Cell(spans=(said(y0.report, "comment"),), top=True, align="left"),
        Cell(spans=(said(y0.comment, "comment"),), top=True, align="left"),
    ]
    drawn = table(sheet, 80, y, [1260, 680], [70, 660], [head, body], "droid", 36)
    y = drawn.box.y1
    sheet.text(100, y + 110, "组长签字：", "droid", 36)
    signature(sheet, 290, y + 115, a.leader, rng, 58)
    sheet.text(1080, y + 110, "企业盖章：", "droid", 36)
    line(sheet, 1080, y + 190, [Span("日期："), dated(y0.signed, "signed_on", "slash")], "droid", 36)
    if y0.seal:
        round_seal(sheet, 1560, y + 110, y0.seal, rng, diameter=280)
    return [finish(sheet, rng)]


def three_in_one(a: Appraisal, rng: random.Random) -> list[Sheet]:
    """Several years in one table, a row each."""
    last = a.years[-1]
    sheet = sheet_of(KIND, "appraisal.three_in_one", (1654, 1800))
    sheet.text(827, 140, "近三年专业技术人员考核情况表", "hei-bold", 56, align="centre")
    spans = [Span("姓名："), said(a.holder.name, "name"), Span("　　岗位："), said(last.position, "position")]
    line(sheet, 110, 230, spans, "mingti", 36)
    line(sheet, 110, 290, [Span("单位："), said(last.employer, "employer")], "mingti", 36)
    head = [Cell(t, role="hei") for t in ("年度", "主要工作业绩", "考核结果")]
    rows = [
        [
            Cell(y.year, "year"),
            Cell(spans=(said(y.report, "comment"),), top=True, align="left"),
            Cell(y.result, "result"),
        ]
        for y in a.years
    ]
    drawn = table(sheet, 90, 330, [170, 1104, 200], [70, *[330] * len(rows)], [head, *rows], "mingti", 32)
    sheet.text(110, drawn.box.y1 + 110, "负责人：", "mingti", 36)
    signature(sheet, 260, drawn.box.y1 + 115, a.leader, rng, 56)
    line(sheet, 1020, drawn.box.y1 + 200, [dated(last.signed, "signed_on")], "mingti", 36)
    if last.seal:
        round_seal(sheet, 1180, drawn.box.y1 + 150, last.seal, rng, diameter=290)
    return [finish(sheet, rng)]
