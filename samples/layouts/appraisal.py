"""Yearly appraisals: the public institutions' form, enterprises' own forms, ticked and circled results, sentences, three years at once."""

from __future__ import annotations

import random

from models.document import Kind
from models.geometry import Box
from samples.content import Appraisal, Yearly
from samples.drawing import (
    Cell,
    Sheet,
    Span,
    choices,
    line,
    measure,
    paragraph,
    portrait,
    ringed,
    round_seal,
    signature,
    table,
    watermark,
)
from samples.drawing.marks import TickStyle
from samples.layouts.wording import labels
from samples.numbers import fullwidth, hanzi_year, show_date

KIND: Kind = "annual_appraisal"
TICK_STYLES: tuple[TickStyle, ...] = ("tick", "glyph", "cross", "filled")
PORTRAIT = (1240, 1754)


def register(a: Appraisal, rng: random.Random) -> list[Sheet]:
    """The register form of public institutions: vertical labels, boxes for opinions, result in its own row."""
    w = labels("appraisal", rng)
    y = a.years[0]
    sheet = Sheet(KIND, "appraisal.register", PORTRAIT)
    sheet.text(620, 120, "专业技术人员年度考核登记表", "serif-bold", 56, align="centre")
    line(sheet, 480, 185, [Span("（ "), Span(y.year, "year"), Span(" 年度）")], "song", 34)
    cells = [
        [
            Cell(w["name"]),
            Cell(a.holder.name, "name"),
            Cell("性 别"),
            Cell(a.holder.gender),
            Cell("出生年月"),
            Cell(show_date(a.holder.birth[:7], "dots")),
        ],
        [
            Cell(w["employer"]),
            Cell(y.employer, "employer", across=3),
            Cell(w["position"]),
            Cell(y.position, "position"),
        ],
        [
            Cell(w["report"], vertical=True),
            Cell(spans=(Span("　　" + y.report, "comment", y.report),), across=5, top=True, align="left"),
        ],
        [
            Cell(w["comment"], vertical=True),
            Cell(spans=(Span(y.comment, "comment"),), across=5, top=True, align="left"),
        ],
        [Cell(w["result"]), Cell(y.result, "result", across=5)],
        [Cell(w["opinion"], vertical=True), Cell("同意上述考核等次。", across=5, top=True, align="left")],
    ]
    grid = table(sheet, 70, 220, [130, 250, 110, 200, 180, 230], [80, 84, 560, 190, 84, 240], cells, "song", 29)
    leader = grid.cells[13]
    signature(sheet, leader.x1 - 320, leader.y1 - 30, a.leader, rng)
    box = grid.cells[17]
    sheet.text(box.x1 - 330, box.y1 - 30, show_date(y.signed, "digits"), "song", 28, field="signed_on", value=y.signed)
    sheet.text(box.x1 - 330, box.y1 - 90, "（盖章）", "song", 28)
    if y.seal:
        round_seal(sheet, box.x1 - 260, box.y1 - 100, y.seal, rng, diameter=270)
    sheet.text(80, 1560, "被考核人签名：", "song", 28)
    signature(sheet, 300, 1560, a.holder.name, rng)
    watermark(sheet, rng)
    return [sheet]


def enterprise(a: Appraisal, rng: random.Random) -> list[Sheet]:
    """A company's free form: underlined head, sections with headings, the result at the end of a line."""
    w = labels("appraisal", rng)
    y = a.years[0]
    sheet = Sheet(KIND, "appraisal.enterprise", PORTRAIT)
    line(sheet, 300, 150, [Span(y.year, "year"), Span("年度员工考核表")], "hei-bold", 62)
    head = [
        [Span(w["name"] + "："), Span(f" {a.holder.name} ", "name", a.holder.name, underline=True), Span(f"   {w['position']}："),
         Span(f" {y.position} ", "position", y.position, underline=True), Span("   现任职务："), Span(f" {a.title} ", underline=True)],
        [Span(w["employer"] + "："), Span(f" {y.employer} ", "employer", y.employer, underline=True)],
    ]  # fmt: skip
    line(sheet, 100, 260, head[0], "song", 32)
    verdict = rng.choice([w["result"], "单位考核意见"])
    line(sheet, 100, 330, head[1], "song", 32)
    sheet.text(100, 430, "一、个人年度工作总结", "hei", 36)
    end = paragraph(sheet, 100, 500, 1040, [Span(y.report, "comment")], "song", 31, leading=1.65)
    sheet.text(100, end + 90, "二、部门考核意见", "hei", 36)
    end = paragraph(sheet, 100, end + 160, 1040, [Span(y.comment, "comment")], "song", 31, leading=1.65)
    sheet.text(760, end + 80, "部门负责人：", "song", 30)
    signature(sheet, 940, end + 80, a.leader, rng, 50)
    line(
        sheet,
        100,
        end + 180,
        [Span(f"三、{verdict}："), Span(y.result, "result", role="kai")],
        "hei",
        36,
    )
    sheet.text(
        1100, end + 310, show_date(y.signed, "digits"), "song", 32, align="right", field="signed_on", value=y.signed
    )
    sheet.text(700, end + 250, "单位（公章）", "song", 30)
    if y.seal:
        round_seal(sheet, 950, end + 270, y.seal, rng, diameter=280)
    watermark(sheet, rng)
    return [sheet]


def _closing(sheet: Sheet, last: Box, a: Appraisal, rng: random.Random) -> None:
    """Signature, date and seal in the last cell."""
    y = a.years[0]
    sheet.text(
        last.x1 - 60,
        last.y1 - 40,
        show_date(y.signed, "spaced"),
        "kai",
        32,
        align="right",
        field="signed_on",
        value=y.signed,
    )
    sheet.text(last.x0 + 30, last.y0 + 70, "负责人签字：", "kai", 31)
    signature(sheet, last.x0 + 230, last.y0 + 70, a.leader, rng)
    if y.seal:
        round_seal(sheet, last.x1 - 210, last.cy, y.seal, rng, diameter=240)


def ticked(a: Appraisal, rng: random.Random) -> list[Sheet]:
    """Boxes to tick for the result; a photo cell; the year inside the table."""
    w = labels("appraisal", rng)
    y = a.years[0]
    sheet = Sheet(KIND, "appraisal.ticked", PORTRAIT)
    sheet.text(620, 140, "年 度 考 核 表", "kai", 66, align="centre")
    cells = [
        [
            Cell(w["name"]),
            Cell(a.holder.name, "name"),
            Cell("考核年度"),
            Cell(y.year + "年", "year", y.year),
            Cell("", down=2),
        ],
        [Cell(w["employer"]), Cell(y.employer, "employer", across=3)],
        [Cell(w["position"]), Cell(y.position, "position"), Cell("专业技术职务"), Cell(a.title, across=2)],
        [Cell(w["report"]), Cell(spans=(Span(y.report, "comment"),), across=4, top=True, align="left")],
        [Cell(w["comment"]), Cell(spans=(Span(y.comment, "comment"),), across=4, align="left")],
        [Cell(w["result"]), Cell("", across=4)],
        [Cell("考核单位\n（盖章）"), Cell("", across=4)],
    ]
    grid = table(sheet, 70, 200, [170, 300, 210, 230, 190], [90, 110, 90, 560, 180, 100, 250], cells, "kai", 31)
    photo = grid.cells[4]
    portrait(sheet, photo.x0 + 25, photo.y0 + 10, 140, rng, 180)
    box = grid.cells[-3]
    style: TickStyle = rng.choice(TICK_STYLES)
    choices(
        sheet,
        box.x0 + 40,
        box.cy + 12,
        ["优秀", "合格", "基本合格", "不合格"],
        y.result,
        "result",
        rng,
        "kai",
        33,
        style=style,
    )
    _closing(sheet, grid.cells[-1], a, rng)
    watermark(sheet, rng)
    return [sheet]


def circled(a: Appraisal, rng: random.Random) -> list[Sheet]:
    """The result circled by hand among printed options; full-width year; labels end in colons, no rules."""
    w = labels("appraisal", rng)
    y = a.years[0]
    sheet = Sheet(KIND, "appraisal.circled", PORTRAIT)
    line(
        sheet,
        190,
        150,
        [Span("专业技术人员年度考核表（"), Span(fullwidth(y.year), "year", y.year), Span("年）")],
        "serif-bold",
        56,
    )
    line(sheet, 100, 250, [Span(w["name"] + "：")], "serif", 32)
    sheet.text(270, 250, a.holder.name, "serif", 32, field="name")
    sheet.text(640, 250, w["position"] + "：", "serif", 32)
    sheet.text(810, 250, y.position, "serif", 32, field="position")
    sheet.text(100, 320, w["employer"] + "：", "serif", 32)
    sheet.text(270, 320, y.employer, "serif", 32, field="employer")
    sheet.line(100, 360, 1140, 360, 3)
    sheet.text(100, 430, "年度工作完成情况", "hei-bold", 34)
    end = paragraph(sheet, 100, 500, 1040, [Span(y.report, "comment")], "serif", 31, leading=1.7)
    line(sheet, 100, end + 100, [Span("主管领导意见")], "hei-bold", 34)
    end = paragraph(sheet, 100, end + 165, 1040, [Span(y.comment, "comment")], "serif", 31, leading=1.6)
    sheet.text(100, end + 120, w["result"] + "（请在相应等级上画圈）：", "serif", 32)
    ringed(sheet, 150, end + 210, ["优秀", "合格", "基本合格", "不合格"], y.result, "result", rng, "serif", 36)
    issued = sheet.text(
        1100, end + 370, show_date(y.signed, "padded"), "serif", 32, align="right", field="signed_on", value=y.signed
    )
    sheet.text(1100, end + 310, "考核单位盖章", "serif", 32, align="right")
    if y.seal:
        round_seal(sheet, issued.cx, end + 320, y.seal, rng, diameter=270)
    watermark(sheet, rng)
    return [sheet]


def letter(a: Appraisal, rng: random.Random) -> list[Sheet]:
    """Sentences only: the year in Chinese numerals, the result inside the last sentence, the employer at the foot."""
    y = a.years[0]
    sheet = Sheet(KIND, "appraisal.letter", PORTRAIT)
    line(sheet, 330, 190, [Span(hanzi_year(y.year), "year", y.year), Span("年度考核鉴定")], "kai-gb", 66)
    opening = [
        Span(a.holder.name, "name"),
        Span("同志，现任"),
        Span(y.position, "position"),
        Span("。"),
        Span(y.report, "comment"),
    ]
    end = paragraph(sheet, 120, 320, 1000, opening, "kai-gb", 34, leading=1.75)
    verdict = [
        Span("考核意见："),
        Span(y.comment, "comment"),
        Span("经研究，年度考核结果为"),
        Span(y.result, "result"),
        Span("。"),
    ]
    end = paragraph(sheet, 120, end + 80, 1000, verdict, "kai-gb", 34, leading=1.75)
    sheet.text(1110, end + 160, y.employer, "kai-gb", 36, align="right", field="employer")
    sheet.text(
        1110, end + 230, show_date(y.signed, "hanzi"), "kai-gb", 36, align="right", field="signed_on", value=y.signed
    )
    if y.seal:
        round_seal(sheet, 910, end + 180, y.seal, rng, diameter=290)
    watermark(sheet, rng)
    return [sheet]


def two_pages(a: Appraisal, rng: random.Random) -> list[Sheet]:
    """A form over two pages: the report on the first, opinions, result and seal on the second."""
    w = labels("appraisal", rng)
    y = a.years[0]
    first = Sheet(KIND, "appraisal.two_pages", PORTRAIT)
    line(first, 300, 150, [Span(y.year, "year"), Span(" 年度个人考核表")], "hei", 60)
    head = [
        [Cell(w["name"]), Cell(a.holder.name, "name"), Cell(w["position"]), Cell(y.position, "position")],
        [Cell(w["employer"]), Cell(y.employer, "employer", across=3)],
        [
            Cell(
                spans=(
                    Span("本年度主要工作及业绩：\n　　"),
                    Span(y.report, "comment"),
                ),
                across=4,
                top=True,
                align="left",
            )
        ],
    ]
    table(first, 80, 220, [150, 390, 150, 390], [90, 90, 1180], head, "fangsong", 33)
    first.text(620, 1690, "第 1 页 共 2 页", "song", 26, align="centre")
    second = Sheet(KIND, "appraisal.two_pages", PORTRAIT, first=False)
    cells = [
        [Cell(w["comment"], vertical=True), Cell(spans=(Span(y.comment, "comment"),), top=True, align="left")],
        [Cell(w["result"]), Cell(y.result, "result")],
        [Cell(w["opinion"], vertical=True), Cell("")],
    ]
    grid = table(second, 80, 150, [170, 910], [420, 110, 520], cells, "fangsong", 34)
    box = grid.cells[-1]
    second.text(
        box.x1 - 60,
        box.y1 - 50,
        show_date(y.signed, "digits"),
        "fangsong",
        34,
        align="right",
        field="signed_on",
        value=y.signed,
    )
    if y.seal:
        round_seal(second, box.x1 - 250, box.y1 - 160, y.seal, rng)
    second.text(620, 1690, "第 2 页 共 2 页", "song", 26, align="centre")
    for sheet in (first, second):
        watermark(sheet, rng)
    return [first, second]


def merged(a: Appraisal, rng: random.Random) -> list[Sheet]:
    """Several years in one table, which the notice forbids."""
    sheet = Sheet(KIND, "appraisal.merged", PORTRAIT)
    last = a.years[-1]
    sheet.text(620, 150, f"近三年（{a.years[0].year}-{last.year}）年度考核表", "hei-bold", 54, align="centre")
    cells = [[Cell("姓名"), Cell(a.holder.name, "name"), Cell("单位"), Cell(last.employer, "employer")]]
    cells.append([Cell("年度"), Cell("考核结果"), Cell("岗位"), Cell("评语")])
    cells += [
        [
            Cell(y.year, "year"),
            Cell(y.result, "result"),
            Cell(y.position, "position"),
            Cell(y.comment, "comment", align="left"),
        ]
        for y in a.years
    ]
    cells.append([Cell("单位意见"), Cell("情况属实。", across=3)])
    rows = [90.0, 80, *([170.0] * len(a.years)), 300]
    grid = table(sheet, 80, 220, [170, 200, 250, 460], rows, cells, "song", 31)
    box = grid.cells[-1]
    sheet.text(
        box.x1 - 50,
        box.y1 - 40,
        show_date(last.signed, "digits"),
        "song",
        31,
        align="right",
        field="signed_on",
        value=last.signed,
    )
    if last.seal:
        round_seal(sheet, box.x1 - 210, box.cy + 20, last.seal, rng, diameter=270)
    watermark(sheet, rng)
    return [sheet]


def one_line(a: Appraisal, rng: random.Random) -> list[Sheet]:
    """A single sentence and a seal, with nothing of what was done."""
    y: Yearly = a.years[0]
    sheet = Sheet(KIND, "appraisal.one_line", (1240, 1000))
    title = f"{y.year}年度考核表"
    start = 620 - measure(title, "hei-bold", 58) / 2
    line(sheet, start, 160, [Span(y.year, "year"), Span("年度考核表")], "hei-bold", 58)
    cells = [
        [Cell("姓名"), Cell(a.holder.name, "name"), Cell("职务"), Cell(y.position, "position")],
        [Cell("单位"), Cell(y.employer, "employer", across=3)],
        [Cell("评语"), Cell(y.comment, "comment", across=3, align="left")],
        [Cell("考核结果"), Cell(y.result, "result", across=3)],
    ]
    grid = table(sheet, 90, 220, [180, 350, 180, 350], [90, 90, 190, 90], cells, "song", 33)
    sheet.text(
        1100,
        grid.box.y1 + 160,
        show_date(y.signed, "digits"),
        "song",
        33,
        align="right",
        field="signed_on",
        value=y.signed,
    )
    if y.seal:
        round_seal(sheet, 960, grid.box.y1 + 120, y.seal, rng, diameter=270)
    watermark(sheet, rng)
    return [sheet]
