"""Proofs of paid pension contributions: by employer, by year, in a sentence."""

from __future__ import annotations

import random
from typing import Final

from models.geometry import Box
from samples.drawing import Cell, Sheet, table
from samples.layouts_jichuan.board import Board, Row, Told
from samples.layouts_jichuan.stamps import business, company
from samples.numbers import show_date

KIND: Final = "social_insurance_record"
FUND = "霁川市社会保险事业中心"


def months(start: str, end: str) -> int:
    return 12 * (int(end[:4]) - int(start[:4])) + int(end[5:7]) - int(start[5:7]) + 1


def by_employer(t: Told, rng: random.Random) -> list[Sheet]:
    """A form of the province: a block of the person, a row for each period, a code to verify."""
    b = Board(KIND, "insurance.periods", t, rng, "song", (1654, 1480), fill="song")
    b.put(827, 160, "桉南省社会保险参保缴费证明", 60, "centre", role="hei-bold")
    b.put(827, 225, "（个人专用）", 34, "centre")
    rows: list[Row] = [
        (80, ["姓名", "{name}", "社会保障号码", "{id_number}"]),
        (80, ["个人编号", "{~account}", "参保状态", "正常参保缴费"]),
    ]
    y = b.grid(110, 270, [190, 420, 270, 554], rows, 33)
    heads = ("险种名称", "单位名称", "开始年月", "终止年月", "月数")
    cells = [[Cell(head) for head in heads]]
    for employer, start, end in t.rows:
        when = [Cell(show_date(d, "dots"), f, d) for d, f in ((start, "start_month"), (end, "end_month"))]
        kind = t["insurance_type"]
        cells.append(
            [Cell(kind, "insurance_type", kind), Cell(employer, "employer"), *when, Cell(str(months(start, end)))]
        )
    y = table(b.sheet, 110, y + 40, [380, 554, 190, 190, 120], [84] * len(cells), cells, b.face, 31).box.y1
    total = sum(months(start, end) for _, start, end in t.rows)
    b.put(120, y + 90, f"累计实际缴费月数：{total}个月", 34)
    b.put(120, y + 170, "校验码：{~code:groups}", 34)
    b.put(120, y + 250, "打印日期：{printed_on:dash}", 34)
    b.put(120, y + 350, "备注：本证明涉及个人信息，因保管不当造成的后果由参保人承担。", 28)
    b.code(1290, y + 260, 220)
    business(b, 1010, y + 200, FUND, "参保证明专用章", 380)
    return [b.done()]


def by_year(t: Told, rng: random.Random) -> list[Sheet]:
    """A list on the screen of the service hall: a row a year, shaded in turn."""
    b = Board(KIND, "insurance.years", t, rng, "microhei", (1500, 1500), fill="microhei", ink=(70, 76, 84))
    b.put(90, 140, "职工养老保险缴费明细", 58, role="zenhei", colour=(20, 60, 120))
    b.sheet.line(90, 170, 1410, 170, 5, (20, 60, 120))
    b.put(90, 250, "参保人：{name}", 34)
    b.put(620, 250, "证件号码：{id_number}", 34)
    b.put(90, 320, "险种：{insurance_type}", 34)
    y, xs = 400.0, (110, 270, 830, 1060, 1300)
    for x, head in zip(xs, ("年度", "缴费单位", "起", "止", "月数"), strict=True):
        b.put(x, y + 48, head, 30, role="zenhei")
    for i, (employer, start, end) in enumerate(t.rows):
        y += 84
        if i % 2 == 0:
            b.sheet.rect(Box(90, y, 1410, y + 84), 1, (238, 243, 250), (238, 243, 250))
        b.put(xs[0], y + 54, start[:4], 31)
        for x, text, field, value in (
            (xs[1], employer, "employer", employer),
            (xs[2], start.replace("-", ""), "start_month", start),
            (xs[3], end.replace("-", ""), "end_month", end),
        ):
            b.sheet.text(x, y + 54, text, b.fill, 31, field=field, value=value)
        b.put(xs[4], y + 54, str(months(start, end)), 31)
    y += 84
    b.sheet.line(90, y, 1410, y, 2, (20, 60, 120))
    b.put(90, y + 90, "查询日期 {printed_on:dash}", 32)
    b.put(90, y + 160, "经办机构：" + FUND, 32)
    b.code(1180, y + 60, 210)
    company(b, 880, y + 170, FUND, 310, "业务专用章")
    return [b.done()]


def sentence(t: Told, rng: random.Random) -> list[Sheet]:
    """A letter of the fund with the periods as a list."""
    b = Board(KIND, "insurance.letter", t, rng, "fangsong", (1654, 1500), fill="fangsong")
    b.put(827, 220, "基本养老保险参保缴费证明", 66, "centre", role="serif-bold")
    text = "兹证明{name}（身份证号码{id_number}）在我市参加{insurance_type}，近年缴费情况如下："
    y = b.prose(150, 350, 1354, text, 40, 1.8)
    for i, (employer, start, end) in enumerate(t.rows, 1):
        one = Told(t.holder, {"employer": employer, "start_month": start, "end_month": end})
        each = Board(KIND, "insurance.letter", one, rng, b.face)
        each.sheet = b.sheet
        line = f"{i}．{{start_month}}至{{end_month}}，缴费单位：{{employer}}，缴费{months(start, end)}个月。"
        y = each.prose(150, y + 100, 1354, line, 40, 1.7)
    y = b.prose(150, y + 110, 1354, "以上缴费均已到账，无欠费记录。特此证明。", 40)
    b.put(1500, y + 240, FUND, 42, "right")
    b.put(1500, y + 330, "{printed_on}", 40, "right")
    company(b, 1240, y + 250, FUND, 320)
    b.put(150, y + 330, "经办人：{~clerk}", 34)
    return [b.done()]
