"""Records of the pension insurance: a row a period, a row a month, a sentence with a table, a year a row."""

from __future__ import annotations

import random

from models.document import Kind
from samples.drawing import Cell, Sheet, Span, code_square, paragraph, round_seal, table, watermark
from samples.layouts.forms import labelled, value
from samples.numbers import show_date
from samples.records import Insurance

KIND: Kind = "social_insurance_record"


def months(start: str, end: str) -> list[str]:
    """Every month from `start` to `end`, both of the form 2020-09."""
    first, last = (int(m[:4]) * 12 + int(m[5:7]) - 1 for m in (start, end))
    return [f"{n // 12}-{n % 12 + 1:02d}" for n in range(first, last + 1)]


def _foot(sheet: Sheet, i: Insurance, y: float, rng: random.Random, label: str = "打印日期：") -> None:
    labelled(sheet, 90, y, [(label, (Span(show_date(i.printed), "printed_on", i.printed),))], "song", 30, width=600)
    sheet.text(90, y + 60, f"授权码：99{rng.randrange(10**10):010d}", "song", 28)
    sheet.text(1150, y, i.agency, "song", 30, align="right")
    round_seal(sheet, 950, y - 10, i.agency, rng, diameter=260, line="电子业务专用章")
    code_square(sheet, 440, y - 20, 130, rng)


def periods(i: Insurance, rng: random.Random) -> list[Sheet]:
    """A ruled row for each period, with the kind of insurance in it."""
    sheet = Sheet(KIND, "insurance.periods", (1240, 1350))
    sheet.text(620, 140, "浙江省社会保险参保缴费证明", "hei-bold", 54, align="centre")
    sheet.text(620, 200, "（基本养老保险）", "song", 34, align="centre")
    rows = [("姓名", value(i.holder.name, "name")), ("公民身份号码", value(i.holder.number, "id_number"))]
    labelled(sheet, 90, 290, rows[:1], "song", 32, width=380)
    labelled(sheet, 480, 290, rows[1:], "song", 32, width=660)
    sheet.text(90, 350, f"个人编号 {i.account}", "song", 32)
    cells = [[Cell("序号"), Cell("参保单位"), Cell("险种"), Cell("缴费起止年月"), Cell("实缴月数")]]
    for n, p in enumerate(i.periods, 1):
        start, end = p.start.replace("-", ""), p.end.replace("-", "")
        cells.append(
            [
                Cell(str(n)),
                Cell(p.employer, "employer"),
                Cell(i.kind, "insurance_type"),
                Cell(spans=(Span(start, "start_month", p.start), Span("-"), Span(end, "end_month", p.end))),
                Cell(str(len(months(p.start, p.end)))),
            ]
        )
    grid = table(sheet, 60, 390, [80, 400, 250, 270, 120], [70.0] + [96.0] * len(i.periods), cells, "song", 28)
    total = sum(len(months(p.start, p.end)) for p in i.periods)
    sheet.text(90, grid.box.y1 + 60, f"合计实缴 {total} 个月　　参保状态 正常参保", "song", 30)
    _foot(sheet, i, grid.box.y1 + 260, rng)
    watermark(sheet, rng)
    return [sheet]


def monthly(i: Insurance, rng: random.Random) -> list[Sheet]:
    """Every month a row, in two columns of the page; the kind of insurance stands in the heading."""
    sheet = Sheet(KIND, "insurance.monthly", (1400, 1900))
    heading = sheet.text(700, 120, "企业职工基本养老保险个人缴费明细", "hei-bold", 50, align="centre")
    labelled(sheet, 60, 200, [("姓名：", value(i.holder.name, "name"))], "hei", 30, width=300)
    labelled(sheet, 420, 200, [("社会保障号码：", value(i.holder.number, "id_number"))], "hei", 30, width=700)
    listed = [(m, p) for p in i.periods for m in months(p.start, p.end)]
    half = -(-len(listed) // 2)
    for column, part in enumerate((listed[:half], listed[half:])):
        cells = [[Cell("费款所属期"), Cell("单位名称"), Cell("缴费基数"), Cell("备注")]]
        for m, p in part:
            sheet_month = m.replace("-", "")
            cells.append(
                [Cell(sheet_month, "start_month", m), Cell(p.employer, "employer"), Cell("4812"), Cell(p.note)]
            )
        table(
            sheet, 40 + 665 * column, 250, [130, 345, 100, 80], [54.0] + [58.0] * len(part), cells, "hei", 24, stroke=1
        )
    for m, _ in listed:
        sheet.record("end_month", m, next(f.box for f in sheet.fields if f.name == "start_month" and f.value == m))
        sheet.record("insurance_type", "企业职工基本养老保险", heading)
    _foot(sheet, i, 380 + 58 * half, rng, "打印时间：")
    watermark(sheet, rng)
    return [sheet]


def statement(i: Insurance, rng: random.Random) -> list[Sheet]:
    """A statement in a sentence, then start and end in columns of their own, parted by white space only."""
    sheet = Sheet(KIND, "insurance.statement", (1240, 1250))
    sheet.text(620, 150, "基本养老保险参保缴费证明", "serif-bold", 58, align="centre")
    spans = [
        Span("兹证明"),
        Span(i.holder.name, "name"),
        Span("（身份证号："),
        Span(i.holder.number, "id_number"),
        Span("）在我中心参加"),
        Span(i.kind, "insurance_type"),
        Span("，缴费情况如下："),
    ]
    y = paragraph(sheet, 100, 260, 1040, spans, "serif", 34)
    cells = [[Cell("单位名称"), Cell("开始年月"), Cell("终止年月"), Cell("备注")]]
    for p in i.periods:
        cells.append(
            [Cell(p.employer, "employer"), Cell(p.start, "start_month"), Cell(p.end, "end_month"), Cell(p.note)]
        )
    table(sheet, 90, y + 40, [520, 190, 190, 160], [70.0] * len(cells), cells, "serif", 30, ruled=False)
    for _ in i.periods[1:]:
        sheet.record("insurance_type", i.kind, next(f.box for f in sheet.fields if f.name == "insurance_type"))
    _foot(sheet, i, y + 300 + 70 * len(cells), rng, "证明日期：")
    watermark(sheet, rng)
    return [sheet]
