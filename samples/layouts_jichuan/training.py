"""Cards of hours as the platforms around Jichuan issue them."""

from __future__ import annotations

import random
from typing import Final

from models.geometry import Box
from samples.drawing import Cell, Sheet, table
from samples.layouts_jichuan.board import Board, Row, Told
from samples.layouts_jichuan.ruled import Slot
from samples.layouts_jichuan.stamps import business, company

KIND: Final = "training_hour_card"
CENTRE = "霁川市继续教育管理中心"


def ledger(t: Told, rng: random.Random) -> list[Sheet]:
    """Upright: the person above, courses in a table that ends in three rows of sums."""
    b = Board(KIND, "training.ledger", t, rng, "song", (1654, 1500), fill="fangsong")
    b.put(827, 150, "霁川市专业技术人员继续教育登记卡", 56, "centre", role="hei-bold")
    b.put(827, 220, "{year}年度", 40, "centre")
    b.put(110, 300, "姓名：{name}", 34)
    b.put(620, 300, "身份证号：{id_number}", 34)
    b.put(110, 365, "工作单位：{employer}", 34)
    cells = [[Cell(head) for head in ("序号", "课程（项目）名称", "施教机构", "起止日期", "类别", "学时")]]
    for i, (name, place, start, end, sort, hours) in enumerate(t.rows, 1):
        when = f"{start[5:].replace('-', '.')}-{end[5:].replace('-', '.')}"
        cells.append([Cell(str(i)), Cell(name), Cell(place), Cell(when), Cell(sort), Cell(hours)])
    for label, field in (("公需科目小计", "public"), ("专业科目小计", "specialized"), ("本年度学时合计", "total")):
        hours = t[f"{field}_hours"]
        cells.append([Cell(label, across=5), Cell(hours, f"{field}_hours", hours, role=b.fill)])
    y = table(b.sheet, 100, 400, [90, 550, 370, 214, 120, 110], [76] * len(cells), cells, b.face, 31).box.y1
    b.put(110, y + 110, "登记机构（章）：{~office}", 34)
    b.put(110, y + 190, "登记打印日期：{printed_on}", 34)
    company(b, 1230, y + 170, CENTRE, 320, "学时登记章")
    return [b.done()]


def wide(t: Told, rng: random.Random) -> list[Sheet]:
    """Lying: a band of sums under the head, what was learnt below, nothing ruled upright."""
    grey = (110, 116, 124)
    b = Board(KIND, "training.wide", t, rng, "microhei", (2000, 1300), fill="microhei", ink=(60, 64, 70))
    b.put(90, 140, "桉南省专业技术人员继续教育学时登记表", 56, role="zenhei")
    b.code(1720, 60, 200)
    b.put(90, 230, "学员：{name}　　证件号：{id_number}　　单位：{employer}", 34)
    b.sheet.rect(Box(80, 280, 1640, 430), 1, (232, 240, 250), (232, 240, 250))
    sums = (
        ("年度", "{year}"), ("总学时", "{total_hours:decimals}"), ("专业课学时", "{specialized_hours:decimals}"),
        ("公需课学时", "{public_hours:decimals}"),
    )  # fmt: skip
    for i, (label, value) in enumerate(sums):
        b.put(120 + 390 * i, 335, label, 28, colour=grey)
        b.put(120 + 390 * i, 405, value, 46)
    heads, xs = ("课程名称", "课程类别", "组织单位", "完成日期", "获得学时"), (100, 850, 1050, 1460, 1740)
    for x, head in zip(xs, heads, strict=True):
        b.put(x, 510, head, 30, colour=grey)
    b.sheet.line(80, 535, 1920, 535, 3, grey)
    y = 535.0
    for name, place, _, end, sort, hours in t.rows:
        for x, text in zip(xs, (name, sort, place, end, f"{hours}.0"), strict=True):
            b.put(x, y + 62, text, 31)
        y += 92
        b.sheet.line(80, y, 1920, y, 1, (214, 218, 224))
    b.put(90, y + 110, "打印时间：{printed_on:dash}　　本表由平台自动生成，可扫描右上角二维码核验。", 30)
    business(b, 1600, y + 190, CENTRE, "继续教育学时专用章", 390)
    return [b.done()]


def certificate(t: Told, rng: random.Random) -> list[Sheet]:
    """A certificate of the year in a frame: a sentence, then a table of three columns."""
    b = Board(KIND, "training.certificate", t, rng, "kai-gb", (1654, 1300), (255, 252, 240), fill="serif-bold")
    b.frame(44, (40, 110, 90), 4, 2)
    b.put(827, 190, "专业技术人员继续教育证明", 64, "centre", role="serif-black")
    text = "{name}（公民身份号码：{id_number}），系{employer}专业技术人员，{year}年度参加继续教育学习，经审核，学时情况如下："
    y = b.prose(150, 310, 1354, text, 40, 1.8)
    rows: list[Row] = [
        (88, ["公需科目", "专业科目", "年度累计"]),
        (100, ["{public_hours}学时", "{specialized_hours}学时", "{total_hours}学时"]),
        (88, [Slot("年度登记结论：已登记", 3)]),
    ]
    y = b.grid(150, y + 70, [451, 451, 452], rows, 38)
    b.put(1480, y + 190, CENTRE, 40, "right")
    b.put(1480, y + 270, "{printed_on}", 38, "right")
    company(b, 1260, y + 200, CENTRE, 310)
    b.put(150, y + 270, "证明编号：{~number}", 30)
    return [b.done()]
