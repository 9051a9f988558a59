"""Appraisals that are shorter or tell of more than the notice asks for, and proofs of the pension fund."""

from __future__ import annotations

import random
from typing import Final

from samples.drawing import Cell, Sheet, Span, table
from samples.drawing.table import Table
from samples.layouts_baiyan.form import Form
from samples.layouts_jichuan.board import Told
from samples.layouts_jichuan.stamps import business, company
from samples.layouts_tinglan.panel import plain

KIND: Final = "annual_appraisal"
FUND: Final = "social_insurance_record"
AGENCY = "柏堰市社会保险服务中心"


def verdict(t: Told, rng: random.Random) -> list[Sheet]:
    """One sentence and a grade under the company's name."""
    b = Form(KIND, "appraisal.verdict", t, rng, "fangsong", (1500, 1180), fill="fangsong")
    b.put(750, 180, "{year}年度员工考核鉴定", 60, "centre", role="serif-black")
    b.put(140, 310, "姓名：{name}", 38)
    b.put(760, 310, "岗位：{position}", 38)
    b.put(140, 390, "单位：{employer}", 38)
    b.put(140, 500, "鉴定意见：", 38)
    y = b.prose(140, 580, 1220, "{comment}", 38, 1.8)
    b.put(140, y + 110, "考核等次：{result}", 38)
    b.put(1340, y + 260, "{signed_on}", 38, "right")
    b.seal(1080, y + 230, t["seal"], 300)
    return [b.done()]


def three_rows(t: Told, rng: random.Random) -> list[Sheet]:
    """Three years in one table, a row each."""
    b = Form(KIND, "appraisal.three_rows", t, rng, "song", (1654, 1860), fill="song")
    b.put(827, 170, "近三年年度考核情况一览表", 60, "centre", role="hei-bold")
    b.put(110, 270, "姓名：{name}　　　　岗位：{position}", 34)
    b.put(110, 330, "单位：{employer}", 34)
    cells = [[Cell("年度"), Cell("主要工作业绩"), Cell("考核等次")]]
    cells += [
        [Cell(year, "year", year), Cell(prose, "comment", align="left"), Cell(grade, "result")]
        for year, prose, grade in t.rows
    ]
    drawn: Table = table(b.sheet, 110, 370, [160, 1034, 240], [80, 280, 280, 280], cells, b.face, 33)
    y = drawn.box.y1
    b.put(110, y + 90, "单位评价：", 34)
    b.prose(290, y + 90, 1250, "{opinion}", 34, 1.6, 0)
    b.put(1500, y + 320, "{signed_on}", 34, "right")
    company(b, 1240, y + 260, t["seal"], 290)
    return [b.done()]


def by_year(t: Told, rng: random.Random) -> list[Sheet]:
    """Paid months in a row for each calendar year."""
    b = Form(FUND, "insurance.by_year", t, rng, "song", (1654, 1640), fill="song")
    b.put(827, 170, "社会保险个人参保缴费证明", 60, "centre", role="hei-bold")
    b.put(110, 280, "姓　　名：{name}", 34)
    b.put(860, 280, "身份证号码：{id_number}", 34)
    b.put(110, 350, "个人编号：{~account}", 34)
    b.put(860, 350, "险　　种：{insurance_type}", 34)
    columns = (
        ("缴费单位", 560.0, "employer"), ("开始年月", 240.0, "start_month"), ("截止年月", 240.0, "end_month"), ("月数", 130.0, ""),
        ("缴费基数", 264.0, ""),
    )  # fmt: skip
    rows = []
    for employer, start, end in t.rows:
        for first, last in _years(start, end):
            count = (int(last[:4]) - int(first[:4])) * 12 + int(last[5:]) - int(first[5:]) + 1
            months = [(m.replace("-", "."), m) for m in (first, last)]
            rows.append([(employer, employer), *months, *plain(str(count), t["base"])])
    y = b.listed(110, 390, columns, rows, 30, high=74)
    b.put(110, y + 80, "备注：本证明不作为待遇计发依据。查询码：{~code}", 28)
    b.put(1540, y + 190, AGENCY, 36, "right")
    b.put(1540, y + 270, "打印日期：{printed_on}", 34, "right")
    business(b, 1260, y + 200, AGENCY, "业务专用章", 360)
    return [b.done()]


def told_in_lines(t: Told, rng: random.Random) -> list[Sheet]:
    """A proof in sentences, the periods listed without rules."""
    b = Form(FUND, "insurance.lines", t, rng, "fangsong", (1654, 1640), fill="fangsong")
    b.put(827, 200, "基本养老保险参保证明", 66, "centre", role="serif-black")
    body = "{name}（公民身份号码{id_number}）在我中心参加{insurance_type}，近三年参保缴费情况如下："
    y = b.prose(150, 340, 1354, body, 40, 1.9) + 100
    for employer, start, end in t.rows:
        first, last = (f"{month[:4]}年{int(month[5:])}月" for month in (start, end))
        b.sheet.text(230, y, first, b.face, 38, field="start_month", value=start)
        b.sheet.text(480, y, "至", b.face, 38)
        b.sheet.text(540, y, last, b.face, 38, field="end_month", value=end)
        b.sheet.text(800, y, employer, b.face, 38, field="employer")
        y += 84
    b.put(150, y + 30, "以上期间无欠费。特此证明。", 40)
    b.put(1500, y + 260, AGENCY, 40, "right")
    b.put(1500, y + 340, "{printed_on}", 40, "right")
    b.seal(1240, y + 270, AGENCY, 310)
    b.code(150, y + 150, 200)
    return [b.done()]


def ranged(t: Told, rng: random.Random) -> list[Sheet]:
    """A numbered row a period, both months in one cell."""
    b = Form(FUND, "insurance.ranged", t, rng, "hei", (1654, 1500), fill="hei")
    b.put(827, 160, "楠淮省社会保险参保缴费证明（个人）", 54, "centre")
    b.pairs(110, 270, (("姓　　名", "{name}"), ("社保编号", "{~account}")), at=180, step=66, size=32)
    b.pairs(760, 270, (("证件号码", "{id_number}"), ("打印时间", "{printed_on:dash}")), at=180, step=66, size=32)
    cells = [[Cell(text) for text in ("序号", "参保单位名称", "险种", "缴费起止年月", "缴费月数")]]
    for number, (employer, start, end) in enumerate(t.rows, 1):
        count = (int(end[:4]) - int(start[:4])) * 12 + int(end[5:]) - int(start[5:]) + 1
        months = (
            Span(start.replace("-", ""), "start_month", start), Span("-"), Span(end.replace("-", ""), "end_month", end),
        )  # fmt: skip
        kind = Cell(t["insurance_type"], "insurance_type")
        cells.append([Cell(str(number)), Cell(employer, "employer"), kind, Cell(spans=months), Cell(str(count))])
    heights = [80.0] * len(cells)
    y = table(b.sheet, 110, 390, [90, 520, 394, 290, 140], heights, cells, b.face, 30).box.y1
    b.put(110, y + 80, "参保状态：正常参保", 32)
    b.code(120, y + 120, 190)
    b.put(1540, y + 200, AGENCY, 34, "right")
    b.seal(1320, y + 190, AGENCY, 290)
    return [b.done()]


def _years(start: str, end: str) -> list[tuple[str, str]]:
    """The period cut at each turn of a year."""
    years = range(int(start[:4]), int(end[:4]) + 1)
    return [(max(start, f"{year}-01"), min(end, f"{year}-12")) for year in years]
