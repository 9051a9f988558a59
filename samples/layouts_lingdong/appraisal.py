"""Yearly appraisals of other employers: registers over two pages, score sheets, reports with an opinion sheet."""

from __future__ import annotations

import random

from models.document import Kind
from models.geometry import Box
from samples.content import Appraisal, Yearly
from samples.drawing import A4, Cell, Sheet, Span, line, paragraph, portrait, round_seal, signature, table, watermark
from samples.drawing.marks import PEN
from samples.numbers import fullwidth, show_date

KIND: Kind = "annual_appraisal"
POINTS = {"优秀": (36, 28, 18, 10), "合格": (33, 24, 16, 8), "称职": (33, 24, 16, 8)}
GRADES = ("优秀", "合格", "基本合格", "不合格")
COMPETENT = ("优秀", "称职", "基本称职", "不称职")


def _grades(result: str) -> tuple[str, ...]:
    return COMPETENT if result.endswith("称职") else GRADES


def _seal(sheet: Sheet, x: float, y: float, yearly: Yearly, rng: random.Random, diameter: int = 310) -> None:
    if yearly.seal:
        round_seal(sheet, x, y, yearly.seal, rng, diameter=diameter)


def institution(a: Appraisal, rng: random.Random) -> list[Sheet]:
    """A register over two pages; the superior proposes a better grade than the committee settles."""
    y, h = a.years[0], a.holder
    first = Sheet(KIND, "u.appraisal.institution", (1654, 1900))
    first.text(827, 200, "工作人员年度考核登记表", "serif-bold", 62, align="centre", spacing=4)
    line(first, 680, 275, [Span("（　"), Span(y.year, "year"), Span("　年度）")], "serif", 40)
    rows = [
        [
            Cell("姓名"),
            Cell(h.name, "name"),
            Cell("性别"),
            Cell(h.gender),
            Cell("出生\n年月"),
            Cell(show_date(h.birth[:7], "dots")),
        ],
        [Cell("政治\n面貌"), Cell("群众"), Cell("文化\n程度"), Cell("大学"), Cell("现聘\n职称"), Cell(a.title)],
        [Cell("单位及\n部门"), Cell(y.employer, "employer", across=3), Cell("岗位"), Cell(y.position, "position")],
        [Cell("从事或分\n管工作"), Cell(f"{y.position}岗位相关技术工作", across=5, align="left")],
        [Cell("本人总结", vertical=True), Cell(y.report, "comment", across=5, align="left", top=True)],
    ]
    table(first, 110, 320, [170, 290, 150, 260, 170, 394], [110, 110, 110, 110, 1060], rows, "serif", 34)
    first.text(1020, 1780, "签名：", "serif", 34)
    signature(first, 1120, 1780, h.name, rng, 50)
    watermark(first, rng)
    last = Sheet(KIND, "u.appraisal.institution", A4, first=False)
    better = "优秀" if y.result != "优秀" else "合格"
    proposal = (Span(y.comment, "comment"), Span(f"\n建议等次：{better}。"))
    decision = (Span("经综合评议，确定该同志本年度考核等次为："), Span(y.result, "result"), Span("。"))
    rows = [
        [Cell("主管领导评语和\n考核等次建议"), Cell(align="left", top=True, spans=proposal)],
        [Cell("单位负责人或考\n核委员会意见"), Cell(align="left", top=True, spans=decision)],
        [Cell("本人意见"), Cell("同意考核结果。", align="left", top=True)],
        [Cell("未确定等次或不参\n加考核情况说明"), Cell()],
        [Cell("备注"), Cell()],
    ]  # fmt: skip
    made = table(last, 110, 180, [330, 1104], [480, 520, 300, 240, 160], rows, "serif", 34)
    box = made.cells[3]
    last.text(900, box.y1 - 200, "负责人签字：", "serif", 32)
    signature(last, 1110, box.y1 - 200, a.leader, rng, 50)
    line(last, 1030, box.y1 - 60, [Span(show_date(y.signed, "spaced"), "signed_on", y.signed)], "serif", 32)
    _seal(last, 1220, box.y1 - 150, y, rng)
    last.text(900, made.cells[5].y1 - 60, "签名：", "serif", 32)
    signature(last, 1010, made.cells[5].y1 - 60, h.name, rng, 50)
    watermark(last, rng)
    return [first, last]


def score_sheet(a: Appraisal, rng: random.Random) -> list[Sheet]:
    """A company's score sheet: indicators with weight and points, a sum, the grade that follows from it."""
    y, h = a.years[0], a.holder
    sheet = Sheet(KIND, "u.appraisal.score_sheet", A4)
    line(sheet, 120, 170, [Span(y.employer, "employer")], "microhei", 40)
    period = [Span("员工绩效考核表　考核周期："), Span(y.year, "year"), Span("年1月1日—12月31日")]
    line(sheet, 120, 250, period, "microhei", 38)
    spans = [Span("被考核人 "), Span(h.name, "name"), Span("　　职位 "), Span(y.position, "position")]
    line(sheet, 120, 330, [*spans, Span(f"　　工号 {rng.randrange(100, 999)}")], "microhei", 34)
    points = POINTS.get(y.result, (24, 19, 13, 6))
    names = (("工作业绩", 40), ("专业能力", 30), ("工作态度", 20), ("学习创新", 10))
    rows = [[Cell(t, role="hei-bold") for t in ("考核指标", "满分", "自评", "考评得分")]]
    rows += [
        [Cell(n), Cell(str(full)), Cell(str(min(full, p + 2))), Cell(str(p))]
        for (n, full), p in zip(names, points, strict=True)
    ]
    rows.append([Cell("综合得分", across=3), Cell(str(sum(points)), role="hei-bold")])
    rows.append([Cell("评定等级", across=2), Cell(y.result, "result", across=2, role="hei-bold")])
    made = table(sheet, 110, 380, [560, 290, 290, 294], [76] * 7, rows, "microhei", 32)
    sheet.text(
        120, made.box.y1 + 60, "等级说明：90分及以上优秀，75—89分合格，60—74分基本合格，60分以下不合格", "microhei", 26
    )
    top = made.box.y1 + 90
    rows = [
        [Cell("年度工作\n完成情况"), Cell(y.report, "comment", align="left", top=True)],
        [Cell("直接上级\n评价"), Cell(y.comment, "comment", align="left", top=True)],
        [Cell("人力资源\n部审核"), Cell("考核程序规范，结果属实。", align="left", top=True)],
    ]
    made = table(sheet, 110, top, [220, 1214], [560, 220, 260], rows, "microhei", 32)
    end = made.box.y1
    sheet.text(860, made.cells[3].y1 - 40, "上级签名：", "microhei", 30)
    signature(sheet, 1030, made.cells[3].y1 - 40, a.leader, rng, 48)
    sheet.text(
        1400, end - 40, show_date(y.signed, "slash"), "microhei", 30, align="right", field="signed_on", value=y.signed
    )
    _seal(sheet, 1240, end - 90, y, rng, 290)
    watermark(sheet, rng)
    return [sheet]


def report_and_opinion(a: Appraisal, rng: random.Random) -> list[Sheet]:
    """A report of duties on a page of its own, then the sheet with the employer's opinion in a sentence."""
    y, h = a.years[0], a.holder
    first = Sheet(KIND, "u.appraisal.report", A4)
    spans = [Span(y.year, "year"), Span("年度个人述职报告")]
    line(first, 480, 260, spans, "hei-bold", 60)
    line(first, 520, 350, [Span(y.employer), Span("　"), Span(h.name)], "kai", 38)
    paragraph(first, 170, 480, 1314, [Span(y.report, "comment")], "kai", 42, leading=1.9)
    first.text(1150, 1700, "述职人：", "kai", 40)
    signature(first, 1290, 1700, h.name, rng, 54)
    watermark(first, rng)
    last = Sheet(KIND, "u.appraisal.report", (1654, 1400), first=False)
    last.text(827, 200, "年度考核意见", "hei-bold", 60, align="centre")
    spans = [
        Span(h.name, "name"), Span("同志在本公司任"), Span(y.position, "position"), Span("。" + " "),
        Span(y.comment, "comment"),
        Span(f"根据{y.year}年度考核办法，在民主测评的基础上，经考核委员会研究，确定为"), Span(y.result, "result"), Span("等次。"),
    ]  # fmt: skip
    paragraph(last, 170, 360, 1314, spans, "kai", 44, leading=1.9)
    last.text(1460, 960, y.employer, "kai", 42, align="right", field="employer")
    last.text(1460, 1050, show_date(y.signed, "hanzi"), "kai", 40, align="right", field="signed_on", value=y.signed)
    last.text(180, 1050, "考核组长：", "kai", 40)
    signature(last, 380, 1050, a.leader, rng, 54)
    _seal(last, 1240, 980, y, rng)
    watermark(last, rng)
    return [first, last]


def option_list(a: Appraisal, rng: random.Random) -> list[Sheet]:
    """Two lists of options, the proposed and the final grade; marks in brackets: √ for the one that counts."""
    y, h = a.years[0], a.holder
    sheet = Sheet(KIND, "u.appraisal.option_list", A4)
    spans = [Span("专业技术人员考核登记表 "), Span(fullwidth(y.year), "year", y.year), Span(" 年")]
    line(sheet, 370, 190, spans, "zenhei", 54)
    name = "　".join(h.name) if len(h.name) == 2 else h.name
    rows = [
        [
            Cell("姓名："),
            Cell(name, "name", h.name, align="left"),
            Cell("岗位："),
            Cell(y.position, "position", align="left"),
        ],
        [Cell("部门："), Cell("技术部", align="left"), Cell("职称："), Cell(a.title, align="left")],
        [Cell("用人单位："), Cell(y.employer, "employer", across=3, align="left")],
        [Cell("履职情况（个人填写）：", across=4, align="left")],
        [Cell(y.report, "comment", across=4, align="left", top=True)],
        [Cell("所在部门意见：", across=4, align="left")],
        [Cell(y.comment, "comment", across=4, align="left", top=True)],
        [Cell("拟定等次"), Cell(across=3)],
        [Cell("最终等次"), Cell(across=3)],
        [Cell("单位公章\n及日期"), Cell(across=3)],
    ]
    made = table(sheet, 110, 250, [220, 530, 190, 494], [84, 84, 84, 76, 640, 76, 190, 96, 96, 320], rows, "song", 34)
    proposed, final, closing = made.cells[15], made.cells[17], made.cells[19]
    other = next(g for g in _grades(y.result) if g != y.result)
    _bracketed(sheet, proposed, _grades(y.result), y.result if rng.random() < 0.3 else other, None, rng)
    _bracketed(sheet, final, _grades(y.result), y.result, "result", rng)
    line(sheet, 820, closing.y1 - 50, [Span(show_date(y.signed, "padded"), "signed_on", y.signed)], "song", 34)
    _seal(sheet, 980, closing.cy, y, rng, 300)
    signature(sheet, 420, closing.y1 - 60, a.leader, rng, 54)
    watermark(sheet, rng)
    return [sheet]


def _bracketed(
    sheet: Sheet, box: Box, options: tuple[str, ...], chosen: str, field: str | None, rng: random.Random
) -> None:
    """Options followed by brackets, the chosen one's with a hand-drawn tick in them."""
    x, y = box.x0 + 20, box.cy + 12
    for option in options:
        ink = sheet.text(x, y, option, "song", 34)
        end = sheet.text(ink.x1 + 6, y, "（　）", "song", 34)
        if option == chosen:
            cx, wobble = end.cx, rng.uniform(-2, 2)
            sheet.line(cx - 14, y - 14 + wobble, cx - 4, y - 1, 4, PEN)
            sheet.line(cx - 4, y - 1, cx + 16, y - 30 + wobble, 4, PEN)
            if field:
                sheet.record(field, option, ink)
        x = end.x1 + 30


def stamped(a: Appraisal, rng: random.Random) -> list[Sheet]:
    """Landscape, small print; the grade in a red framed stamp; labels with colons, no rules."""
    y, h = a.years[0], a.holder
    sheet = Sheet(KIND, "u.appraisal.stamped", (2200, 1550))
    spans = [Span(y.employer, "employer"), Span("　职工年度考核卡片")]
    line(sheet, 150, 150, spans, "hei-bold", 48)
    left = [
        ("考核年度：", y.year, "year"),
        ("姓　　名：", h.name, "name"),
        ("任职岗位：", y.position, "position"),
        ("技术职务：", a.title, None),
    ]
    for i, (label, text, field) in enumerate(left):
        line(sheet, 160, 270 + 85 * i, [Span(label), Span(text, field)], "ming", 36)
    portrait(sheet, 160, 600, 250, rng)
    sheet.text(700, 270, "工作小结", "hei-bold", 36)
    end = paragraph(sheet, 700, 340, 1360, [Span(y.report, "comment")], "ming", 34, leading=1.65)
    sheet.text(700, end + 90, "考核小组评语", "hei-bold", 36)
    paragraph(sheet, 700, end + 160, 1360, [Span(y.comment, "comment")], "ming", 34, leading=1.65)
    red = (200, 30, 40)
    sheet.rect(Box(250, 1190, 610, 1340), 7, red)
    sheet.text(430, 1165, "考核结果", "ming", 34, align="centre")
    sheet.text(
        430,
        1292,
        y.result,
        "hei-bold",
        78,
        align="centre",
        spacing=10 if len(y.result) == 2 else 0,
        colour=red,
        field="result",
    )
    sheet.text(1240, 1290, "考核小组组长：", "ming", 34)
    signature(sheet, 1470, 1290, a.leader, rng, 54)
    sheet.text(2040, 1390, show_date(y.signed, "dots"), "ming", 34, align="right", field="signed_on", value=y.signed)
    _seal(sheet, 1860, 1290, y, rng)
    watermark(sheet, rng)
    return [sheet]


def squares(a: Appraisal, rng: random.Random) -> list[Sheet]:
    """A form whose chosen grade has a filled or crossed square before it, options one under another; two signatures."""
    y, h = a.years[0], a.holder
    sheet = Sheet(KIND, "u.appraisal.squares", (1500, 2100))
    sheet.text(750, 160, "年 度 考 评 表", "ming", 62, align="centre")
    spans = [Span("年度 "), Span(y.year, "year"), Span("　　姓名 "), Span(h.name, "name")]
    line(sheet, 120, 260, [*spans, Span("　　岗位 "), Span(y.position, "position")], "ming", 36)
    line(sheet, 120, 330, [Span("公司 "), Span(y.employer, "employer")], "ming", 36)
    rows = [
        [Cell("本年度主要业绩", across=2)],
        [Cell(y.report, "comment", across=2, align="left", top=True)],
        [Cell("考评等次"), Cell("考评人评语")],
        [Cell(), Cell(y.comment, "comment", align="left", top=True)],
    ]
    made = table(sheet, 110, 390, [360, 920], [80, 700, 80, 420], rows, "ming", 34)
    box = made.cells[4]
    filled = rng.random() < 0.5
    for i, grade in enumerate(_grades(y.result)):
        cy = box.y0 + 70 + 92 * i
        square = Box(box.x0 + 50, cy - 18, box.x0 + 86, cy + 18)
        sheet.rect(square, 3)
        ink = sheet.text(square.x1 + 24, cy + 13, grade, "ming", 36)
        if grade != y.result:
            continue
        sheet.record("result", grade, ink)
        if filled:
            sheet.rect(Box(square.x0 + 4, square.y0 + 4, square.x1 - 4, square.y1 - 4), 1, fill=(30, 30, 34))
        else:
            sheet.line(square.x0 + 3, square.y0 + 4, square.x1 - 3, square.y1 - 3, 4, PEN)
            sheet.line(square.x1 - 3, square.y0 + 3, square.x0 + 4, square.y1 - 4, 4, PEN)
    sheet.text(130, 1780, "考评人：", "ming", 34)
    signature(sheet, 270, 1780, a.leader, rng, 50)
    sheet.text(130, 1880, "被考评人：", "ming", 34)
    signature(sheet, 300, 1880, h.name, rng, 50)
    sheet.text(1380, 1880, show_date(y.signed), "ming", 34, align="right", field="signed_on", value=y.signed)
    _seal(sheet, 1180, 1830, y, rng)
    watermark(sheet, rng)
    return [sheet]


def three_years(a: Appraisal, rng: random.Random) -> list[Sheet]:
    """One landscape table for several years."""
    h, last = a.holder, a.years[-1]
    sheet = Sheet(KIND, "u.appraisal.three_years", (2339, 1654))
    sheet.text(1170, 170, "近三年业绩考核汇总表", "serif-bold", 60, align="centre")
    line(
        sheet,
        130,
        260,
        [Span("姓名："), Span(h.name, "name"), Span("　　　单位："), Span(last.employer, "employer")],
        "song",
        36,
    )
    rows = [[Cell(t, role="hei") for t in ("考核年度", "任职岗位", "主要业绩", "考核等次")]]
    for y in a.years:
        rows.append(
            [
                Cell(y.year, "year"),
                Cell(y.position, "position"),
                Cell(y.report[:95], "comment", align="left"),
                Cell(y.result, "result"),
            ]
        )
    table(sheet, 120, 310, [240, 330, 1289, 240], [80, 240, 240, 240], rows, "song", 34)
    sheet.text(1700, 1290, "单位盖章", "song", 36)
    sheet.text(1700, 1370, show_date(last.signed), "song", 36, field="signed_on", value=last.signed)
    _seal(sheet, 1830, 1290, last, rng)
    watermark(sheet, rng)
    return [sheet]


def short(a: Appraisal, rng: random.Random) -> list[Sheet]:
    """A form with a single sentence as comment and nothing else said of the year."""
    y, h = a.years[0], a.holder
    sheet = Sheet(KIND, "u.appraisal.short", (1654, 1240))
    spans = [Span(y.year, "year"), Span("年度职工考核表")]
    line(sheet, 560, 170, spans, "microhei", 54)
    rows = [
        [Cell("姓名"), Cell(h.name, "name"), Cell("岗位"), Cell(y.position, "position")],
        [Cell("单位"), Cell(y.employer, "employer", across=3)],
        [Cell("考核评语"), Cell(y.comment, "comment", across=3, align="left")],
        [Cell("考核等次"), Cell(y.result, "result", across=3)],
        [Cell("单位盖章"), Cell(across=3)],
    ]
    made = table(sheet, 120, 240, [240, 470, 230, 474], [90, 90, 170, 100, 320], rows, "song", 36)
    sheet.text(
        1380, made.box.y1 - 50, show_date(y.signed), "song", 34, align="right", field="signed_on", value=y.signed
    )
    _seal(sheet, 1150, made.box.y1 - 160, y, rng, 280)
    watermark(sheet, rng)
    return [sheet]
