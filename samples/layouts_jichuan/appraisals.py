"""Yearly appraisals of the companies of Jichuan, and tables that are less than the notice asks for."""

from __future__ import annotations

import random
from typing import Final

from samples.drawing import Cell, Sheet, choices, ringed, table
from samples.layouts_jichuan.board import Board, Row, Told
from samples.layouts_jichuan.ruled import Slot
from samples.layouts_jichuan.stamps import chop, company

KIND: Final = "annual_appraisal"
GRADES = ["优秀", "合格", "基本合格", "不合格"]


def form(t: Told, rng: random.Random) -> list[Sheet]:
    """The personnel office's form: labels upright in the left column, opinions signed in their cells."""
    b = Board(KIND, "appraisal.form", t, rng, "song", (1654, 1820), fill="fangsong")
    b.put(827, 170, "企业专业技术人员年度考核表", 58, "centre", role="hei-bold")
    b.put(827, 240, "（{year} 年度）", 38, "centre")
    rows: list[Row] = [
        (84, ["姓　名", "{name}", "性　别", "{~gender}"]),
        (84, ["单　位", Slot("{employer}", 3)]),
        (84, ["岗　位", "{position}", "现职称", "{~title}"]),
        (470, [Slot("个人总结", upright=True), Slot("{comment}", 3, align="left", top=True)]),
        (240, [Slot("部门评语", upright=True), Slot("{opinion}", 3, align="left", top=True)]),
        (330, [Slot("单位考核意见", upright=True), Slot("", 3)]),
    ]
    y = b.grid(120, 280, [170, 560, 190, 494], rows, 34)
    b.put(1050, y - 360, "负责人：", 32)
    b.sign(1190, y - 350, t["leader"], 54)
    b.put(330, y - 230, "经考核，该同志本年度考核等次为：{result}", 38)
    b.put(1500, y - 40, "{signed_on}", 36, "right")
    company(b, 1210, y - 160, t["seal"], 290)
    b.put(120, y + 70, "说明：考核等次分为优秀、合格、基本合格、不合格。", 28)
    return [b.done()]


def sheet_wide(t: Told, rng: random.Random) -> list[Sheet]:
    """Lying, two columns: what the person writes left, what the company says right."""
    b = Board(KIND, "appraisal.wide", t, rng, "serif", (2200, 1150), (254, 254, 250), fill="kai-gb", rule=(70, 70, 76))
    b.put(110, 150, "{employer}", 40, role="serif-bold")
    b.put(1100, 150, "员工年度绩效考核表", 60, "centre", role="serif-black")
    b.put(2090, 150, "考核年度：{year}", 38, "right")
    rows: list[Row] = [
        (90, ["姓名", "{name}", "岗位", "{position}", "考核结果", "{result}"]),
        (80, [Slot("一、年度工作小结", 4), Slot("二、直接上级评价", 2)]),
        (370, [Slot("{comment}", 4, down=2, align="left", top=True), Slot("{opinion}", 2, align="left", top=True)]),
        (180, [Slot("直接上级签名：", 2, align="left", top=True)]),
    ]
    y = b.grid(100, 200, [180, 380, 180, 560, 240, 460], rows, 35)
    b.sign(1690, y - 70, t["leader"], 60)
    b.put(110, y + 100, "本人确认：", 36)
    b.sign(290, y + 110, t["name"], 60)
    b.put(2080, y + 110, "人力资源部（公章）　{signed_on:dots}", 36, "right")
    company(b, 1560, y + 60, t["seal"], 290)
    return [b.done()]


def letter(t: Told, rng: random.Random) -> list[Sheet]:
    """A report in headed paragraphs, the grade ringed by hand."""
    b = Board(KIND, "appraisal.letter", t, rng, "fangsong", (1654, 1700), fill="fangsong")
    b.put(827, 180, "专业技术人员{year}年度考核鉴定", 62, "centre", role="serif-bold")
    b.sheet.line(120, 220, 1534, 220, 3)
    b.put(130, 310, "被考核人：{name}", 36)
    b.put(800, 310, "职务岗位：{position}", 36)
    b.put(130, 385, "所在单位：{employer}", 36)
    b.put(130, 490, "【履职报告】", 38, role="hei-bold")
    y = b.prose(130, 570, 1394, "{comment}", 34, 1.8)
    b.put(130, y + 110, "【考核评价】", 38, role="hei-bold")
    y = b.prose(130, y + 190, 1394, "{opinion}", 34, 1.8)
    b.put(130, y + 130, "【考核等次】", 38, role="hei-bold")
    ringed(b.sheet, 430, y + 130, GRADES, t["result"], "result", rng, b.face, 38)
    b.put(130, y + 290, "考核小组组长签字：", 36)
    b.sign(450, y + 300, t["leader"], 58)
    b.put(1500, y + 390, "{signed_on}", 38, "right")
    company(b, 1250, y + 330, t["seal"], 310)
    return [b.done()]


def ticked(t: Told, rng: random.Random) -> list[Sheet]:
    """A small form in colour, boxes to tick, marks of items beside the report."""
    blue = (30, 70, 130)
    b = Board(KIND, "appraisal.ticked", t, rng, "hei", (1654, 1700), (247, 250, 254), fill="microhei", rule=blue)
    b.band(0, 110, blue)
    b.put(827, 76, "年度考核登记表", 50, "centre", role="hei-bold", colour=(255, 255, 255))
    pairs = (
        ("考核年份", "{year}"), ("姓　　名", "{name}"), ("工作岗位", "{position}"), ("考核单位", "{employer}"),
    )  # fmt: skip
    y = b.lines(130, 210, 1394, pairs, 82, 260)
    rows: list[Row] = [
        (70, ["工作实绩（本人填写）"]),
        (330, [Slot("{comment}", align="left", top=True)]),
        (70, ["上级主管评语"]),
        (150, [Slot("{opinion}", align="left", top=True)]),
    ]
    y = b.grid(120, y, [1414], rows, 33)
    b.put(130, y + 100, "考核结论：", 36, role="hei-bold")
    choices(b.sheet, 340, y + 100, GRADES, t["result"], "result", rng, b.face, 36, style="cross", gap=1.2)
    b.put(130, y + 220, "主管：", 36)
    chop(b, 240, y + 165, t["leader"], 90)
    b.put(130, y + 330, "日期：{signed_on:slash}", 36)
    company(b, 1230, y + 270, t["seal"], 300)
    return [b.done()]


def in_one(t: Told, rng: random.Random) -> list[Sheet]:
    """Three years in one table, a row each."""
    b = Board(KIND, "appraisal.in_one", t, rng, "kai-gb", (2200, 1280), fill="kai-gb")
    b.put(1100, 150, "专业技术人员2020—2022年度考核汇总表", 58, "centre", role="hei-bold")
    b.put(110, 240, "姓名：{name}　　　岗位：{position}　　　单位：{employer}", 36)
    cells = [[Cell(head) for head in ("年度", "主要工作业绩", "考核等次")]]
    for year, prose, grade in t.rows:
        cells.append([Cell(year, "year"), Cell(prose, "comment", align="left", top=True), Cell(grade, "result")])
    y = table(b.sheet, 100, 280, [190, 1590, 220], [76, 200, 200, 200], cells, "kai-gb", 34).box.y1
    b.put(110, y + 90, "单位意见：", 36)
    b.put(290, y + 90, "{opinion}", 36)
    b.put(2050, y + 220, "{signed_on}", 36, "right")
    company(b, 1780, y + 150, t["seal"], 290)
    return [b.done()]


def line_only(t: Told, rng: random.Random) -> list[Sheet]:
    """A statement with one sentence on the year."""
    b = Board(KIND, "appraisal.line", t, rng, "ming", (1654, 1160), fill="ming")
    b.put(827, 200, "{year}年度考核证明", 64, "centre", role="serif-bold")
    rows: list[Row] = [
        (96, ["姓名", "{name}", "岗位", "{position}"]),
        (96, ["工作单位", Slot("{employer}", 3)]),
        (150, ["考核评语", Slot("{comment}", 3)]),
        (96, ["考核等次", Slot("{result}", 3)]),
    ]
    y = b.grid(120, 290, [230, 480, 180, 524], rows, 37)
    b.put(1490, y + 190, "{signed_on}", 38, "right")
    company(b, 1180, y + 170, t["seal"], 300)
    return [b.done()]
