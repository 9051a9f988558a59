"""Records of pension insurance: by periods, by months."""

from __future__ import annotations

import random
from typing import Final

from models.geometry import Box
from samples.drawing import Cell, Sheet, Span, code_square, line, round_seal, table
from samples.layouts_cangxi.record import Record, finish, said, sheet_of

KIND: Final = "social_insurance_record"
OFFICE = "绍兴市上虞区社会保险事业管理服务中心"
TYPE = "企业职工基本养老保险"


def _months(start: str, end: str) -> list[str]:
    first = int(start[:4]) * 12 + int(start[5:]) - 1
    last = int(end[:4]) * 12 + int(end[5:]) - 1
    return [f"{m // 12}-{m % 12 + 1:02d}" for m in range(first, last + 1)]


def periods(r: Record, rng: random.Random) -> list[Sheet]:
    """A row a period; `rows` are (employer, start, end)."""
    sheet = sheet_of(KIND, "insurance.periods", (1654, 1200))
    sheet.text(827, 130, "基本养老保险参保缴费证明", "serif-black", 58, align="centre")
    holder = r.holder
    line(
        sheet,
        100,
        230,
        [Span("参保人姓名："), said(holder.name, "name"), Span("　　公民身份号码："), said(holder.number, "id_number")],
        "cns-sung",
        34,
    )
    head = [Cell(t, role="serif-medium") for t in ("参保单位名称", "险种", "开始年月", "截止年月", "实缴月数")]
    rows = [
        [
            Cell(employer, "employer"), Cell(TYPE, "insurance_type"),
            Cell(start.replace("-", ""), "start_month", start), Cell(end.replace("-", ""), "end_month", end),
            Cell(str(len(_months(start, end)))),
        ]
        for employer, start, end in r.rows
    ]  # fmt: skip
    drawn = table(sheet, 80, 280, [560, 400, 190, 190, 160], [76] * (len(rows) + 1), [head, *rows], "cns-sung", 32)
    y = drawn.box.y1
    sheet.text(100, y + 90, "当前参保状态：参保缴费", "cns-sung", 34)
    sheet.text(100, y + 160, f"打印时间：{r['printed']}　授权码：9900 7714 0263", "cns-sung", 32)
    code_square(sheet, 100, y + 220, 190, rng)
    sheet.text(1520, y + 300, OFFICE, "cns-sung", 34, align="right")
    round_seal(sheet, 1230, y + 270, OFFICE, rng, diameter=270, line="业务专用章")
    return [finish(sheet, rng)]


def monthly(r: Record, rng: random.Random) -> list[Sheet]:
    """A row a month in two halves beside each other."""
    months = [(month, employer) for employer, start, end in r.rows for month in _months(start, end)]
    sheet = sheet_of(KIND, "insurance.monthly", (2000, 1560))
    sheet.text(1000, 110, "个人历年缴费明细（养老保险）", "hei-bold", 54, align="centre")
    holder = r.holder
    line(
        sheet,
        80,
        200,
        [
            Span("姓名 "),
            said(holder.name, "name"),
            Span("　身份证号 "),
            said(holder.number, "id_number"),
            Span(f"　险种 {TYPE}"),
        ],
        "droid",
        32,
    )
    half = (len(months) + 1) // 2
    for part, x in ((months[:half], 60), (months[half:], 1010)):
        head = [Cell(t) for t in ("缴费月份", "缴费单位", "险种", "到账")]
        rows = [
            [
                Cell(month.replace("-", "."), "start_month", month),
                Cell(employer, "employer"),
                Cell("养老", "insurance_type", "养老"),
                Cell("是"),
            ]
            for month, employer in part
        ]
        table(sheet, x, 240, [170, 560, 110, 90], [56] * (len(rows) + 1), [head, *rows], "droid", 28)
        for month, box in _month_boxes(sheet, part):
            sheet.record("end_month", month, box)
    sheet.text(80, 1440, f"查询日期 {r['printed']}", "droid", 30)
    sheet.text(1920, 1440, OFFICE, "droid", 32, align="right")
    round_seal(sheet, 1650, 1400, OFFICE, rng, diameter=240, line="电子印章")
    return [finish(sheet, rng)]


def _month_boxes(sheet: Sheet, part: list[tuple[str, str]]) -> list[tuple[str, Box]]:
    """The places of the months just drawn, which are start and end at once."""
    wanted = {month for month, _ in part}
    return [(f.value, f.box) for f in sheet.fields if f.name == "start_month" and f.value in wanted]
