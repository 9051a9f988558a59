"""Cards of training hours: ruled with courses, columns without rules, a strip of sums, credit points, a certificate of hours."""

from __future__ import annotations

import random

from models.document import Kind
from samples.content import Course, Hours
from samples.drawing import Cell, Sheet, Span, code_square, line, paragraph, round_seal, table, watermark
from samples.layouts.wording import labels
from samples.numbers import DateStyle, fullwidth, show_date

KIND: Kind = "training_hour_card"
PLATFORM = "绍兴市专业技术人员继续教育平台"
SEAL = "绍兴市专业技术人员继续教育管理中心"
PORTRAIT = (1240, 1754)


def _period(course: Course, style: DateStyle) -> str:
    return f"{show_date(course.start, style)}-{show_date(course.end, style)}"


def _course_row(number: int, course: Course) -> list[Cell]:
    texts = (str(number), course.name, course.organiser, _period(course, "dots"), course.subject, course.hours)
    return [Cell(text) for text in texts]


def ruled(h: Hours, rng: random.Random) -> list[Sheet]:
    """Head with labels in the table, a row a course, the sums in the last row: 公需课 专业课 合计."""
    w = labels("training", rng)
    sheet = Sheet(KIND, "training.ruled", PORTRAIT)
    sheet.text(620, 130, "绍兴市专业技术人员继续教育", "hei-bold", 46, align="centre")
    line(sheet, 380, 200, [Span("学时登记卡（"), Span(h.year, "year"), Span("年度）")], "hei-bold", 46)
    cells = [
        [
            Cell(w["name"]),
            Cell(h.holder.name, "name", across=2),
            Cell(w["id_number"]),
            Cell(h.holder.number, "id_number", across=2),
        ],
        [Cell(w["employer"]), Cell(h.employer, "employer", across=5)],
        [Cell(label) for label in ("序号", "培训内容", "培训机构", "起止时间", "科目类别", "学时")],
    ]
    cells += [_course_row(number, course) for number, course in enumerate(h.courses, 1)]
    sums = (
        (w["public"], h.public, "public_hours"),
        (w["special"], h.specialised, "specialized_hours"),
        (w["total"], h.total, "total_hours"),
    )
    cells.append([cell for label, value, field in sums for cell in (Cell(label), Cell(value, field))])
    rows = [72.0, 72, 66] + [86.0] * len(h.courses) + [76]
    grid = table(sheet, 70, 240, [100, 300, 250, 230, 130, 90], rows, cells, "song", 26)
    line(
        sheet,
        700,
        grid.box.y1 + 90,
        [Span(w["printed"] + "："), Span(show_date(h.printed, "digits"), "printed_on", h.printed)],
        "song",
        28,
    )
    round_seal(sheet, 940, grid.box.y1 + 130, SEAL, rng, diameter=290)
    code_square(sheet, 90, grid.box.y1 + 40, 150, rng)
    watermark(sheet, rng)
    return [sheet]


def columns(h: Hours, rng: random.Random) -> list[Sheet]:
    """No rules at all: labels with colons, columns aligned, sums in a line at the foot."""
    w = labels("training", rng)
    sheet = Sheet(KIND, "training.columns", PORTRAIT)
    line(sheet, 300, 150, [Span(h.year, "year"), Span("年度继续教育学时登记卡")], "serif-bold", 54)
    line(sheet, 90, 260, [Span(w["name"] + "："), Span(h.holder.name, "name")], "serif", 30)
    line(sheet, 560, 260, [Span(w["id_number"] + "："), Span(h.holder.number, "id_number")], "serif", 30)
    line(sheet, 90, 325, [Span(w["employer"] + "："), Span(h.employer, "employer")], "serif", 30)
    xs = (90, 480, 820, 1030)
    for x, label in zip(xs, ("课程名称", "学习时间", "课程类别", "获得学时"), strict=True):
        sheet.text(x, 420, label, "hei", 28)
    y = 490.0
    for course in h.courses:
        end = paragraph(sheet, xs[0], y, 360, [Span(course.name)], "serif", 26, leading=1.35, indent=0, justify=False)
        sheet.text(xs[1], y, f"{show_date(course.start, 'dash')}至", "serif", 26)
        sheet.text(xs[1], y + 34, show_date(course.end, "dash"), "serif", 26)
        sheet.text(xs[2], y, course.subject, "serif", 26)
        sheet.text(xs[3] + 60, y, course.hours, "serif", 26, align="centre")
        y = max(end, y + 34) + 62
    sums = [
        Span(f"其中：{w['public']} "), Span(h.public, "public_hours"),
        Span(f" 学时，{w['special']} "), Span(h.specialised, "specialized_hours"),
        Span(f" 学时；{w['total']} "), Span(h.total, "total_hours"), Span(" 学时"),
    ]  # fmt: skip
    line(sheet, 90, y + 40, sums, "serif", 30)
    sheet.text(1120, y + 160, PLATFORM, "serif", 30, align="right")
    printed = sheet.text(
        1120, y + 230, show_date(h.printed, "padded"), "serif", 30, align="right", field="printed_on", value=h.printed
    )
    round_seal(sheet, printed.cx - 60, y + 180, SEAL, rng, diameter=290)
    watermark(sheet, rng)
    return [sheet]


def strip(h: Hours, rng: random.Random) -> list[Sheet]:
    """Landscape: a strip of sums above the courses, full-width digits, label 专业学时 / 一般公需 / 学时合计."""
    w = labels("training", rng)
    sheet = Sheet(KIND, "training.strip", (1654, 1165))
    sheet.text(827, 120, "专业技术人员继续教育年度学时登记卡", "kai", 56, align="centre")
    top = [
        [Cell(w["name"]), Cell(w["id_number"]), Cell("年 度"), Cell(w["special"]), Cell(w["public"]), Cell(w["total"])],
        [Cell(h.holder.name, "name"), Cell(h.holder.number, "id_number"), Cell(fullwidth(h.year), "year", h.year),
         Cell(fullwidth(h.specialised), "specialized_hours", h.specialised), Cell(fullwidth(h.public), "public_hours", h.public),
         Cell(fullwidth(h.total), "total_hours", h.total)],
    ]  # fmt: skip
    table(sheet, 90, 180, [200, 420, 190, 220, 220, 220], [64, 76], top, "kai", 32)
    line(sheet, 90, 390, [Span(w["employer"] + "："), Span(h.employer, "employer")], "kai", 32)
    rows = [[Cell("培训项目"), Cell("主办单位"), Cell("时间"), Cell("类别"), Cell("学时")]]
    rows += [
        [Cell(c.name), Cell(c.organiser), Cell(_period(c, "dots")), Cell(c.subject), Cell(c.hours)] for c in h.courses
    ]
    grid = table(sheet, 90, 420, [430, 420, 350, 160, 110], [56.0] + [72.0] * len(h.courses), rows, "kai", 27)
    y = grid.box.y1 + 60
    line(sheet, 90, y, [Span("登记机构：" + PLATFORM)], "kai", 30)
    line(
        sheet,
        1130,
        y,
        [Span(w["printed"] + "："), Span(show_date(h.printed, "slash"), "printed_on", h.printed)],
        "kai",
        30,
    )
    round_seal(sheet, 780, y - 20, SEAL, rng, diameter=280)
    watermark(sheet, rng)
    return [sheet]


def credits_card(h: Hours, rng: random.Random) -> list[Sheet]:
    """Credit points instead of hours, public courses split, a subtotal for each group and a sum in the last row."""
    w = labels("training", rng)
    sheet = Sheet(KIND, "training.credits", PORTRAIT, (252, 253, 255))
    sheet.text(620, 140, "浙江省专业技术人员继续教育学分登记卡", "hei", 52, align="centre")
    head = [
        [Cell("登记年度"), Cell(h.year + "年", "year", h.year), Cell(w["name"]), Cell(h.holder.name, "name")],
        [Cell(w["id_number"]), Cell(h.holder.number, "id_number", across=3)],
        [Cell(w["employer"]), Cell(h.employer, "employer", across=3)],
    ]
    table(sheet, 80, 200, [200, 380, 180, 320], [74, 74, 74], head, "hei", 29)
    groups = {
        "专业科目": [c for c in h.courses if "专业" in c.subject],
        "公需科目": [c for c in h.courses if "专业" not in c.subject],
    }
    rows = [[Cell("类别"), Cell("培训课程"), Cell("学习时间"), Cell("学分")]]
    heights = [64.0]
    for label, field, total in (
        ("专业科目", "specialized_hours", h.specialised),
        ("公需科目", "public_hours", h.public),
    ):
        courses = groups[label]
        for i, c in enumerate(courses):
            first = [Cell(label, down=len(courses) + 1)] if i == 0 else []
            rows.append([*first, Cell(c.name), Cell(_period(c, "dots")), Cell(c.hours)])
            heights.append(76)
        rows.append([Cell("小计", across=2), Cell(total, field)])
        heights.append(64)
    rows.append([Cell("合    计", across=3), Cell(h.total, "total_hours")])
    grid = table(sheet, 80, 450, [160, 480, 290, 150], [*heights, 70], rows, "hei", 27)
    printed = sheet.text(
        1150,
        grid.box.y1 + 110,
        show_date(h.printed, "digits"),
        "hei",
        30,
        align="right",
        field="printed_on",
        value=h.printed,
    )
    sheet.text(1150, grid.box.y1 + 60, w["printed"], "hei", 26, align="right")
    round_seal(sheet, printed.cx - 40, grid.box.y1 + 110, SEAL, rng, diameter=280)
    watermark(sheet, rng)
    return [sheet]


def proof(h: Hours, rng: random.Random) -> list[Sheet]:
    """A sentence that certifies the hours, with the courses listed beneath as text."""
    sheet = Sheet(KIND, "training.proof", PORTRAIT)
    sheet.text(620, 190, "继续教育学时登记证明", "serif-bold", 66, align="centre")
    spans = [
        Span("兹证明 "), Span(h.holder.name, "name"), Span("（身份证号："), Span(h.holder.number, "id_number"), Span("），工作单位："),
        Span(h.employer, "employer"), Span("，在"), Span(h.year, "year"), Span("年度共参加继续教育学习"), Span(h.total, "total_hours"),
        Span("学时，其中专业课"), Span(h.specialised, "specialized_hours"), Span("学时，公需课"), Span(h.public, "public_hours"),
        Span("学时，已在" + PLATFORM + "登记。"),
    ]  # fmt: skip
    y = paragraph(sheet, 120, 320, 1000, spans, "fangsong", 38, leading=1.8)
    sheet.text(120, y + 110, "学习明细", "hei", 34)
    y += 180
    for number, c in enumerate(h.courses, 1):
        text = f"{number}．{c.name}（{c.subject}，{c.hours}学时）"
        y = paragraph(sheet, 120, y, 1000, [Span(text)], "fangsong", 32, indent=0) + 60
    issued = sheet.text(
        1110,
        y + 150,
        show_date(h.printed, "digits"),
        "fangsong",
        36,
        align="right",
        field="printed_on",
        value=h.printed,
    )
    sheet.text(1110, y + 80, PLATFORM, "fangsong", 34, align="right")
    round_seal(sheet, issued.cx - 40, y + 100, SEAL, rng)
    watermark(sheet, rng)
    return [sheet]
