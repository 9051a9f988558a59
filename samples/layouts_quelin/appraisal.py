"""Yearly appraisals as the companies around Quelin keep them."""

from __future__ import annotations

import random
from typing import Final

from samples.drawing import A5, Cell, Sheet, choices, name_seal, ringed, table
from samples.layouts_quelin.leaf import CREAM, HALF, LYING, WHITE, Leaf, Row, Said, Slot

KIND: Final = "annual_appraisal"
GRADES = ["优秀", "合格", "基本合格", "不合格"]


def register(s: Said, rng: random.Random) -> list[Sheet]:
    """A tall ruled register; year and grade in cells of their own."""
    leaf = Leaf(KIND, "appraisal.register", s, rng, "song")
    leaf.put(827, 170, "工程技术人员履职考核登记表", 56, "serif-bold", "centre")
    rows: list[Row] = [
        (82, ["考核年度", "[year]年", "被考核人", "[name]"]),
        (82, ["任职单位", Slot("[employer]", 3)]),
        (82, ["所任岗位", "[position]", "专业职务", "[!held]"]),
        (640, [Slot("履职情况", upright=True), Slot("[comment]", 3, prose=True)]),
        (270, [Slot("主管考评", upright=True), Slot("[opinion]", 3, prose=True)]),
        (90, ["考核等次", Slot("[result]", 3)]),
        (330, [Slot("单位盖章", upright=True), Slot("", 3)]),
    ]
    end = leaf.grid(130, 240, [190, 520, 190, 494], rows, 34).box.y1
    leaf.sign(1130, end - 460, s["leader"], 50)
    leaf.put(1480, end - 40, "[signed_on]", 34, side="right")
    leaf.round(1180, end - 160, s["seal"])
    return [leaf.done()]


def scores(s: Said, rng: random.Random) -> list[Sheet]:
    """Lying: points left, words right."""
    leaf = Leaf(KIND, "appraisal.scores", s, rng, "microhei", LYING)
    leaf.put(120, 150, "[employer]", 44)
    leaf.put(120, 230, "[year]年度岗位绩效考核表", 54)
    leaf.put(120, 320, "员工：[name]　　岗位：[position]　　工号：[!badge]", 34)
    cells = [[Cell("考核维度"), Cell("满分"), Cell("得分")]] + [[Cell(text) for text in row] for row in s.rows]
    end = table(leaf.sheet, 120, 380, [430, 150, 150], [78] * len(cells), cells, leaf.role, 32).box.y1
    leaf.put(120, end + 90, "考核等级：[result]", 38)
    leaf.put(960, 420, "本年度工作总结", 36)
    end = leaf.prose(960, 490, 1250, "[comment]", 34, 1.65)
    leaf.put(960, end + 110, "上级评价", 36)
    end = leaf.prose(960, end + 175, 1250, "[opinion]", 34, 1.65)
    leaf.put(960, end + 170, "评价人：", 34)
    leaf.sign(1100, end + 180, s["leader"], 52)
    leaf.put(2200, 1480, "人力资源部　[signed_on|dash]", 34, side="right")
    leaf.round(1900, 1380, s["seal"], 310)
    return [leaf.done()]


def verdict(s: Said, rng: random.Random) -> list[Sheet]:
    """No table: a certificate in sentences, as a department writes it."""
    leaf = Leaf(KIND, "appraisal.verdict", s, rng, "fangsong", paper=CREAM)
    leaf.put(827, 210, "年度考核鉴定书", 74, "serif-black", "centre")
    head = "[name]，现任[employer][position]。现就该同志[year]年度履行岗位职责情况考核如下："
    y = leaf.prose(170, 350, 1314, head, 34)
    y = leaf.prose(170, y + 90, 1314, "[comment]", 34)
    y = leaf.prose(170, y + 90, 1314, "[opinion]", 34)
    y = leaf.prose(170, y + 90, 1314, "经考核领导小组研究，考核结果确定为[result]等次。", 34)
    leaf.put(1470, y + 220, "[!employer]", 34, side="right")
    leaf.put(1430, y + 300, "[signed_on|hanzi]", 34, side="right")
    leaf.round(1180, y + 230, s["seal"], 310)
    return [leaf.done()]


def two_leaves(s: Said, rng: random.Random) -> list[Sheet]:
    """Two small pages: the own report, then the opinions with the grade ticked."""
    first = Leaf(KIND, "appraisal.two_leaves", s, rng, "kai", A5)
    first.put(582, 140, "[year]年专业技术人员年度考核", 46, side="centre")
    rows: list[Row] = [
        (74, ["姓名", "[name]", "岗位", "[position]"]),
        (74, ["单位", Slot("[employer]", 3)]),
        (900, [Slot("个人述职", upright=True), Slot("[comment]", 3, prose=True)]),
    ]
    end = first.grid(80, 200, [130, 330, 130, 415], rows, 32).box.y1
    first.put(560, end + 90, "述职人：", 32)
    first.sign(690, end + 95, s["name"], 50)
    second = Leaf(KIND, "appraisal.two_leaves", s, rng, "kai", A5, following=True)
    rows = [
        (420, [Slot("部门意见", upright=True), Slot("[opinion]", prose=True)]),
        (160, ["考核结果", ""]),
        (480, [Slot("单位签章", upright=True), Slot("")]),
    ]
    cells = second.grid(80, 110, [130, 875], rows, 32).cells
    place = cells[3]
    choices(second.sheet, place.x0 + 40, place.cy + 12, GRADES, s["result"], "result", rng, second.role, 32, gap=0.9)
    name_seal(second.sheet, 830, 400, s["leader"], rng, 84)
    second.put(960, 1120, "[signed_on|dots]", 32, side="right")
    second.round(640, 950, s["seal"], 280)
    return [first.done(), second.done()]


def rings(s: Said, rng: random.Random) -> list[Sheet]:
    """A form filled in by typewriter, the grade ringed by hand."""
    leaf = Leaf(KIND, "appraisal.rings", s, rng, "mingti", (1654, 1900))
    leaf.put(827, 150, "企 业 专 业 技 术 干 部 考 绩 表", 54, side="centre")
    leaf.put(1520, 230, "（[year] 年度）", 34, side="right")
    rows: list[Row] = [
        (80, ["姓　名", "[name]", "职　务", "[position]"]),
        (80, ["工作单位", Slot("[employer]", 3)]),
        (600, ["主要成绩", Slot("[comment]", 3, prose=True)]),
        (220, ["评审小组评语", Slot("[opinion]", 3, prose=True)]),
        (110, ["考绩等级", Slot("", 3)]),
        (320, ["盖　章", Slot("", 3)]),
    ]
    end = leaf.grid(110, 260, [240, 480, 200, 514], rows, 34).box.y1
    ringed(leaf.sheet, 410, end - 365, GRADES, s["result"], "result", rng, leaf.role, 36)
    leaf.put(400, end - 50, "组长：", 34)
    leaf.sign(510, end - 55, s["leader"], 52)
    leaf.put(1500, end - 36, "[signed_on|dots]", 34, side="right")
    leaf.round(1130, end - 160, s["seal"], 280)
    return [leaf.done()]


def export(s: Said, rng: random.Random) -> list[Sheet]:
    """A print from the personnel system: small grey labels above the values."""
    leaf = Leaf(KIND, "appraisal.export", s, rng, "microhei", paper=WHITE)
    leaf.put(130, 180, "员工年度考核结果单", 56)
    leaf.sheet.line(130, 215, 1524, 215, 5, (40, 120, 90))
    pairs = (("考核周期", "[year]年度"), ("员工姓名", "[name]"), ("所属公司", "[employer]"), ("岗位", "[position]"))
    for i, (label, value) in enumerate(pairs):
        x, y = 140 + 720 * (i % 2), 290 + 140 * (i // 2)
        leaf.put(x, y, label, 26, colour=(110, 116, 120))
        leaf.put(x, y + 54, value, 36)
    foot: float = 600
    for label, value in (("业绩自述", "[comment]"), ("主管评语", "[opinion]")):
        leaf.put(140, foot, label, 26, colour=(110, 116, 120))
        foot = leaf.prose(140, foot + 60, 1370, value, 34, 1.6, 0) + 110
    leaf.put(140, foot, "考核结果", 26, colour=(110, 116, 120))
    leaf.put(140, foot + 60, "[result]", 40)
    leaf.put(140, foot + 190, "确认日期 [signed_on|dash]", 32)
    leaf.oval(1260, foot + 120, (s["seal"],), 34)
    return [leaf.done()]


def merged(s: Said, rng: random.Random) -> list[Sheet]:
    """Three years on one sheet."""
    leaf = Leaf(KIND, "appraisal.merged", s, rng, "ming", (1654, 1900))
    leaf.put(827, 160, "2020—2022年度考核情况汇总表", 54, side="centre")
    leaf.put(130, 260, "姓名 [name]　　岗位 [position]　　单位 [employer]", 34)
    cells = [[Cell("年份"), Cell("业绩摘要"), Cell("等次")]]
    for year, text, result in s.rows:
        cells.append(
            [Cell(year, "year"), Cell(text, "comment", align="left", top=True), Cell(result, "result")],
        )
    end = table(leaf.sheet, 130, 310, [180, 1020, 190], [76, 260, 260, 260], cells, "ming", 34).box.y1
    leaf.put(140, end + 80, "部门意见：", 34)
    y = leaf.prose(140, end + 150, 1370, "[opinion]", 34)
    leaf.put(1500, y + 260, "[signed_on]", 34, side="right")
    leaf.round(1180, y + 190, s["seal"], 300)
    return [leaf.done()]


def chit(s: Said, rng: random.Random) -> list[Sheet]:
    """A half sheet with a sentence."""
    leaf = Leaf(KIND, "appraisal.chit", s, rng, "serif", HALF)
    leaf.put(827, 140, "[year]年度职工考核表", 54, side="centre")
    rows: list[Row] = [
        (80, ["姓名", "[name]", "岗位", "[position]"]),
        (80, ["单位", Slot("[employer]", 3)]),
        (170, ["评语", Slot("[opinion]", 3, left=True)]),
        (80, ["结果", "[result]", "日期", "[signed_on]"]),
    ]
    leaf.grid(130, 210, [190, 520, 190, 494], rows, 34)
    leaf.round(1230, 800, s["seal"], 280)
    return [leaf.done()]
