"""Proofs of pension contributions: a grid of months, periods with months counted, month by month."""

from __future__ import annotations

import random
from typing import Final

from models.geometry import Box
from samples.drawing import Sheet
from samples.layouts_jichuan.board import Row, Told
from samples.layouts_jichuan.insurance import months
from samples.layouts_jichuan.stamps import business, company
from samples.layouts_tinglan.panel import GREY, Panel, plain

KIND: Final = "social_insurance_record"
FUND = "汀岚市社会保险服务中心"


def _until(start: str, end: str) -> list[str]:
    """The months from `start` to `end`, both included."""
    first = 12 * int(start[:4]) + int(start[5:7]) - 1
    return [f"{m // 12}-{m % 12 + 1:02d}" for m in range(first, first + months(start, end))]


def periods(t: Told, rng: random.Random) -> list[Sheet]:
    """A landscape print: particulars in two lines, a table of employers with first and last month."""
    b = Panel(KIND, "insurance.lying", t, rng, "song", (1900, 1300), fill="hei")
    b.put(950, 150, "岭沅省基本养老保险个人参保证明", 58, "centre", role="hei-bold")
    b.put(110, 250, "姓名：{name}", 34)
    b.put(600, 250, "公民身份号码：{id_number}", 34)
    b.put(1350, 250, "个人编号：{~account}", 34)
    b.put(110, 320, "当前参保状态：正常缴费", 34)
    b.put(600, 320, "参保地：汀岚市", 34)
    kind = t["insurance_type"]
    rows = [
        [*plain(str(i)), *plain(employer), *plain(kind), (start.replace("-", "年") + "月", start),
         (end.replace("-", "年") + "月", end), *plain(str(months(start, end)), "已到账")]
        for i, (employer, start, end) in enumerate(t.rows, 1)
    ]  # fmt: skip
    columns = (
        ("序号", 90.0, ""), ("缴费单位", 520.0, "employer"), ("险种类型", 380.0, "insurance_type"),
        ("起始", 210.0, "start_month"), ("截止", 210.0, "end_month"), ("月数", 110.0, ""), ("状态", 160.0, ""),
    )  # fmt: skip
    y = b.listed(110, 360, columns, rows, 31, high=82)
    b.put(110, y + 90, f"合计缴费月数：{sum(months(s, e) for _, s, e in t.rows)}", 34)
    b.put(110, y + 170, "证明流水号：{~code}", 32)
    b.put(110, y + 250, "出具日期：{printed_on}", 32)
    b.code(1000, y + 60, 200)
    company(b, 1560, y + 200, FUND, 310, "参保证明专用章")
    return [b.done()]


def grid(t: Told, rng: random.Random) -> list[Sheet]:
    """A grid of years and months, a base in each paid one; the employer in the line above each year."""
    b = Panel(KIND, "insurance.grid", t, rng, "microhei", (2100, 1300), fill="microhei")
    b.put(1050, 130, "{insurance_type}缴费基数清单（个人）", 54, "centre", role="zenhei")
    b.put(110, 220, "姓名：{name}　　　证件号码：{id_number}", 34)
    b.put(110, 285, "缴费单位：{employer}", 34)
    b.put(1990, 285, "单位：元", 28, "right")
    paid = {m for _, start, end in t.rows for m in _until(start, end)}
    left, wide, high, y = 280.0, 142.0, 84.0, 320.0
    for m in range(13):
        x0, x1 = (110.0, left) if m == 0 else (left + wide * (m - 1), left + wide * m)
        b.sheet.rect(Box(x0, y, x1, y + high), 2)
        b.put((x0 + x1) / 2, y + 54, "年度" if m == 0 else f"{m}月", 30, "centre", role="zenhei")
    for year in sorted({m[:4] for m in paid}):
        y += high
        b.sheet.rect(Box(110, y, left, y + high), 2)
        b.put((110 + left) / 2, y + 54, year, 32, "centre")
        for m in range(12):
            box, month = Box(left + wide * m, y, left + wide * (m + 1), y + high), f"{year}-{m + 1:02d}"
            b.sheet.rect(box, 2)
            if month in paid:
                b.put(box.cx, y + 54, str(int(t["base"]) + 300 * (int(year) - 2020)), 30, "centre")
                for name in ("start_month", "end_month"):
                    b.sheet.record(name, month, box)
    y += high
    b.put(110, y + 90, "说明：空白月份为未缴费或未到账。", 28, colour=GREY)
    b.put(110, y + 170, "查询日期：{printed_on:slash}", 32)
    b.put(110, y + 240, f"经办机构：{FUND}", 32)
    business(b, 1560, y + 200, FUND, "网上业务专用章", 400)
    return [b.done()]


def letter(t: Told, rng: random.Random) -> list[Sheet]:
    """A form with labels in the left column, and the periods in a second table without employers' numbers."""
    b = Panel(KIND, "insurance.form", t, rng, "fangsong", (1500, 1700), fill="serif-semibold")
    b.put(750, 170, "社会保险参保缴费证明", 66, "centre", role="serif-black")
    rows: list[Row] = [
        (86, ["参保人姓名", "{name}"]), (86, ["社会保障号", "{id_number}"]), (86, ["参保险种", "{insurance_type}"]),
        (86, ["现参保单位", t.rows[-1][0]]),
    ]  # fmt: skip
    y = b.grid(110, 230, [300, 980], rows, 35)
    b.put(110, y + 90, "近期养老保险缴费情况：", 36)
    told = [
        [*plain(employer), (f"{start.replace('-', '.')}—{end.replace('-', '.')}", ""), *plain(str(months(start, end)))]
        for employer, start, end in t.rows
    ]
    columns = (("参保单位名称", 640.0, "employer"), ("缴费起止年月", 440.0, ""), ("实缴月数", 200.0, ""))
    top = y + 130
    y = b.listed(110, top, columns, told, 34, high=88)
    for i, (_, start, end) in enumerate(t.rows, 1):
        for name, month, x in (("start_month", start, 832.0), ("end_month", end, 984.0)):
            b.sheet.record(name, month, Box(x, top + 88 * i + 28, x + 124, top + 88 * i + 58))
    y = b.prose(110, y + 100, 1280, "以上信息来源于社会保险经办系统，供参保人办理职称申报使用。", 34, 1.7)
    b.put(1380, y + 220, FUND, 40, "right")
    b.put(1380, y + 300, "{printed_on}", 36, "right")
    b.seal(1130, y + 230, FUND, 310)
    b.put(110, y + 300, "经办：{~clerk}", 32)
    return [b.done()]
