"""Cards of hours of other platforms: months, sentences, hours due and done, subtotals by subject."""

from __future__ import annotations

import random
from decimal import Decimal

from models.document import Kind
from samples.content import Course, Hours
from samples.drawing import A4, Cell, Sheet, Span, code_square, line, paragraph, round_seal, table, watermark
from samples.numbers import fullwidth, show_date

KIND: Kind = "training_hour_card"
CENTRE = "曹江专业技术人员继续教育服务中心"


def _public(course: Course) -> bool:
    return course.subject == "一般公需"


def _rest(h: Hours) -> str:
    return f"{(Decimal(h.total) - Decimal(h.specialised) - Decimal(h.public)).normalize():f}"


def months(h: Hours, rng: random.Random) -> list[Sheet]:
    """Landscape; public and special hours in a column each, this year's sum and the sum since 2019 under them."""
    sheet = Sheet(KIND, "u.training.months", (2339, 1654))
    spans = [Span("专业技术人员继续教育学习记录（"), Span(h.year, "year"), Span(" 年）")]
    line(sheet, 690, 150, spans, "hei-bold", 54)
    spans = [
        Span("学员姓名："), Span(h.holder.name, "name"), Span("　　证件号："), Span(h.holder.number, "id_number"),
        Span("　　所在单位："), Span(h.employer, "employer"),
    ]  # fmt: skip
    line(sheet, 120, 250, spans, "microhei", 34)
    rows = [
        [Cell(t, role="microhei") for t in ("月份", "学习内容", "主办单位", "公需科目", "专业科目", "其他", "考核")]
    ]
    for course in h.courses:
        kind = 0 if _public(course) else 1 if course.subject == "专业" else 2
        hours = [Cell(course.hours if i == kind else "") for i in range(3)]
        month = (
            f"{int(course.start[5:7])}—{int(course.end[5:7])}月"
            if course.start[:7] != course.end[:7]
            else f"{int(course.end[5:7])}月"
        )
        rows.append(
            [Cell(month), Cell(course.name, align="left"), Cell(course.organiser, align="left"), *hours, Cell("合格")]
        )
    rest = _rest(h)
    rows.append([
        Cell("本年小计", across=3), Cell(h.public, "public_hours"), Cell(h.specialised, "specialized_hours"),
        Cell(rest if rest != "0" else ""), Cell(spans=(Span("共"), Span(h.total, "total_hours"), Span("学时")), across=1),
    ])  # fmt: skip
    past = 2 if h.year != "2023" else 4
    rows.append([
        Cell("历年累计（2019年起）", across=3), Cell(f"{Decimal(h.public) + 18 * past}"),
        Cell(f"{Decimal(h.specialised) + 64 * past}"), Cell(), Cell(f"{Decimal(h.total) + 88 * past}"),
    ])  # fmt: skip
    table(sheet, 110, 300, [170, 640, 620, 170, 170, 120, 230], [80] * len(rows), rows, "song", 32)
    line(
        sheet, 120, 1180, [Span("制表时间："), Span(show_date(h.printed, "dash"), "printed_on", h.printed)], "song", 32
    )
    sheet.text(2150, 1180, CENTRE, "song", 34, align="right")
    round_seal(sheet, 1900, 1190, CENTRE, rng, diameter=310)
    watermark(sheet, rng)
    return [sheet]


def sentence(h: Hours, rng: random.Random) -> list[Sheet]:
    """A certificate in running text with the sums first and an unruled list of courses after it."""
    sheet = Sheet(KIND, "u.training.sentence", A4)
    sheet.text(827, 260, "继续教育学时证明", "serif-bold", 76, align="centre", spacing=6)
    sheet.text(1480, 340, f"校验号：{rng.randrange(10**9, 10**10)}", "song", 28, align="right")
    spans = [
        Span("兹证明"), Span(h.holder.name, "name", underline=True), Span("同志（身份证号"),
        Span(h.holder.number, "id_number"), Span("），系"), Span(h.employer, "employer"), Span("专业技术人员，"),
        Span(h.year, "year"), Span("年度参加继续教育学习，经审核共取得"), Span(h.total, "total_hours"),
        Span("学时，其中公需科目"), Span(h.public, "public_hours"), Span("学时，专业科目"),
        Span(h.specialised, "specialized_hours"), Span("学时" + (f"，选修{_rest(h)}学时" if _rest(h) != "0" else "") + "。学习明细如下："),
    ]  # fmt: skip
    y = paragraph(sheet, 150, 470, 1354, spans, "serif", 42, leading=1.85) + 120
    for i, course in enumerate(h.courses, 1):
        kind = "公需" if _public(course) else "专业" if course.subject == "专业" else "选修"
        sheet.text(190, y, f"{i}．{course.name}", "serif", 34)
        sheet.text(
            230,
            y + 54,
            f"{show_date(course.start, 'dots')}至{show_date(course.end, 'dots')}　{course.organiser}",
            "serif",
            28,
        )
        sheet.text(1230, y, kind, "serif", 34)
        sheet.text(1400, y, f"{course.hours}学时", "serif", 34)
        y += 125
    sheet.text(190, y + 30, "特此证明。", "serif", 42)
    sheet.text(1440, y + 250, CENTRE, "serif", 38, align="right")
    sheet.text(1440, y + 330, show_date(h.printed), "serif", 38, align="right", field="printed_on", value=h.printed)
    round_seal(sheet, 1180, y + 270, CENTRE, rng, diameter=320)
    watermark(sheet, rng)
    return [sheet]


def due_and_done(h: Hours, rng: random.Random) -> list[Sheet]:
    """Small print; hours due beside hours done, by subject, above the courses."""
    sheet = Sheet(KIND, "u.training.due_and_done", A4)
    spans = [Span(f"{h.year}", "year", h.year), Span("年度继续教育学时审验表")]
    line(sheet, 450, 190, spans, "zenhei", 60)
    rows = [
        [Cell("姓名"), Cell(h.holder.name, "name"), Cell("居民身份证"), Cell(h.holder.number, "id_number", across=2)],
        [Cell("工作单位"), Cell(h.employer, "employer", across=4)],
        [Cell("科目"), Cell("应学学时"), Cell("实学学时"), Cell("完成率"), Cell("审验结论")],
        [Cell("公需"), Cell("18"), Cell(h.public, "public_hours"), Cell(_rate(h.public, 18)), Cell("通过", down=3)],
        [Cell("专业"), Cell("60"), Cell(h.specialised, "specialized_hours"), Cell(_rate(h.specialised, 60))],
        [Cell("合计"), Cell("90"), Cell(h.total, "total_hours"), Cell(_rate(h.total, 90))],
    ]
    table(sheet, 130, 260, [230, 330, 300, 270, 264], [76] * 6, rows, "song", 30)
    rows = [[Cell(t, role="zenhei") for t in ("课程", "科目", "结业时间", "学时")]]
    for course in h.courses:
        kind = "公需" if _public(course) else "专业" if course.subject == "专业" else "其他"
        rows.append(
            [Cell(course.name, align="left"), Cell(kind), Cell(show_date(course.end, "slash")), Cell(course.hours)]
        )
    made = table(sheet, 130, 790, [740, 190, 274, 190], [66] * len(rows), rows, "song", 28)
    code_square(sheet, 150, made.box.y1 + 60, 190, rng)
    spans = [Span("下载日期 "), Span(show_date(h.printed, "slash"), "printed_on", h.printed)]
    line(sheet, 1080, made.box.y1 + 120, spans, "song", 30)
    round_seal(sheet, 1240, made.box.y1 + 180, CENTRE, rng, diameter=290)
    watermark(sheet, rng)
    return [sheet]


def _rate(done: str, due: int) -> str:
    return f"{Decimal(done) * 100 / due:.0f}%"


def blocks(h: Hours, rng: random.Random) -> list[Sheet]:
    """Courses in blocks by subject, a subtotal under each; year and subtotals in wide digits."""
    sheet = Sheet(KIND, "u.training.blocks", (1500, 2000))
    sheet.text(750, 170, "学 时 登 记 证 明", "ming", 64, align="centre")
    spans = [Span("学习年度："), Span(fullwidth(h.year), "year", h.year)]
    line(sheet, 130, 280, spans, "ming", 36)
    line(
        sheet,
        700,
        280,
        [
            Span("姓　名："),
            Span("　".join(h.holder.name) if len(h.holder.name) == 2 else h.holder.name, "name", h.holder.name),
        ],
        "ming",
        36,
    )
    line(sheet, 130, 350, [Span("身份证件号码："), Span(h.holder.number, "id_number")], "ming", 36)
    line(sheet, 130, 420, [Span("单位名称："), Span(h.employer, "employer")], "ming", 36)
    y = 520.0
    groups = [
        ("一、公需课", "一般公需", h.public, "public_hours"),
        ("二、专业课", "专业", h.specialised, "specialized_hours"),
    ]
    if _rest(h) != "0":
        groups.append(("三、行业选修", "其他", _rest(h), ""))
    for heading, subject, hours, field in groups:
        sheet.text(130, y, heading, "hei-bold", 36)
        for course in h.courses:
            if course.subject == subject:
                y += 64
                sheet.text(180, y, course.name, "ming", 34)
                sheet.text(900, y, show_date(course.end), "ming", 30)
                sheet.text(1340, y, course.hours, "ming", 34, align="right")
        y += 72
        sheet.line(180, y - 46, 1370, y - 46, 1)
        line(sheet, 1080, y, [Span("小计　"), Span(fullwidth(hours), field or None, hours), Span(" 学时")], "ming", 34)
        y += 90
    line(sheet, 130, y + 20, [Span("以上总计："), Span(h.total, "total_hours"), Span(" 学时")], "hei-bold", 40)
    spans = [Span("打印时间："), Span(show_date(h.printed, "padded"), "printed_on", h.printed)]
    line(sheet, 130, y + 230, spans, "ming", 32)
    sheet.text(1360, y + 230, CENTRE, "ming", 34, align="right")
    round_seal(sheet, 1130, y + 210, CENTRE, rng, diameter=300)
    watermark(sheet, rng)
    return [sheet]
