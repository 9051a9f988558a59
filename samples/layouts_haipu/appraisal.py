"""Yearly appraisals as personnel departments lay them out."""

from __future__ import annotations

import random
from typing import Final

from samples.drawing import A4, Cell, Sheet, choices, name_seal, ringed, round_seal, signature, table
from samples.layouts_haipu.page import LYING, Facts, Item, column, finish, form, new_sheet, stamp, write

KIND: Final = "annual_appraisal"
GRADES = ["优秀", "合格", "基本合格", "不合格"]


def _sealed(sheet: Sheet, f: Facts, x: float, y: float, rng: random.Random, diameter: int = 290) -> None:
    if f["seal"]:
        round_seal(sheet, x, y, f["seal"], rng, diameter=diameter)


def boxes(f: Facts, rng: random.Random) -> list[Sheet]:
    """A tall ruled form, upright labels left, the grade ticked."""
    sheet = new_sheet(KIND, "appraisal.boxes")
    write(sheet, 827, 150, "{employer}", f, "hei", 44, "centre")
    write(sheet, 827, 230, "专业技术人员考核登记表（{year}年度）", f, "hei-bold", 52, "centre")
    rows: list[tuple[float, list[str | Item]]] = [
        (84, ["姓名", "{name}", "岗位", "{position}", "职称", "{~held}"]),
        (840, [Item("个人工作总结", vertical=True), Item("{report}", 5, align="left", top=True)]),
        (300, [Item("部门评语", vertical=True), Item("{comment}", 5, align="left", top=True)]),
        (130, ["考核等次", Item("", 5)]),
        (380, [Item("单位意见", vertical=True), Item("同意上述考核结果。", 5, align="left", top=True)]),
    ]
    grid = form(sheet, 110, 280, [150, 240, 130, 400, 130, 384], rows, f, "song", 36)
    place = next(box for box in grid.cells if abs(box.height - 130) < 1 and box.x0 > 200)
    choices(sheet, place.x0 + 60, place.y0 + 80, GRADES, f["result"], "result", rng, "song", 36, style="cross")
    name_seal(sheet, 1330, 1390, f["leader"], rng, 84)
    signature(sheet, 1180, 1080, f["name"], rng, 52)
    write(sheet, 1460, grid.box.y1 - 50, "{signed_on:digits}", f, "song", 36, "right")
    _sealed(sheet, f, 1240, grid.box.y1 - 160, rng)
    return [finish(sheet, rng)]


def letter(f: Facts, rng: random.Random) -> list[Sheet]:
    """No table at all: headings and paragraphs."""
    face = f["face"] or "kai"
    sheet = new_sheet(KIND, "appraisal.letter")
    sheet.text(827, 190, "年度工作考核表", face, 70, align="centre")
    write(sheet, 150, 310, "考核年度：{year}　　被考核人：{name}", f, face, 40)
    write(sheet, 150, 390, "所属单位：{employer}", f, face, 40)
    write(sheet, 150, 470, "现任岗位：{position}", f, face, 40)
    sheet.text(150, 580, "一、主要工作业绩", face, 44)
    y = column(sheet, 150, 660, 1354, "{report}", f, face, 40, 1.7) + 110
    sheet.text(150, y, "二、主管评价", face, 44)
    y = column(sheet, 150, y + 80, 1354, "{comment}", f, face, 40, 1.7) + 110
    sheet.text(150, y, "三、考核结论", face, 44)
    y = column(sheet, 150, y + 80, 1354, "经公司考核小组评定，该员工本年度考核结果为：{result}。", f, face, 40, 1.7)
    signature(sheet, 220, y + 230, f["name"], rng, 56)
    sheet.text(150, y + 300, "（本人签名）", face, 32)
    write(sheet, 1450, y + 320, "{signed_on:padded}", f, face, 40, "right")
    _sealed(sheet, f, 1250, y + 260, rng, 310)
    return [finish(sheet, rng)]


def points(f: Facts, rng: random.Random) -> list[Sheet]:
    """A sheet of goals with weights and points, the words below."""
    sheet = new_sheet(KIND, "appraisal.points", LYING)
    write(sheet, 1170, 140, "{~employer}绩效考核表", f, "microhei", 56, "centre")
    rows: list[tuple[float, list[str | Item]]] = [
        (80, ["员工姓名", "{name}", "岗位名称", "{position}", "考核期", "{year}年1月—12月"]),
        (80, ["用人单位", Item("{employer}", 3), "评定", "{result}"]),
    ]
    y = form(sheet, 110, 190, [210, 420, 210, 500, 210, 569], rows, f, "microhei", 34).box.y1
    goals = [["考核指标", "权重", "得分"]] + [list(row) for row in f.rows]
    cells = [[Cell(text) for text in row] for row in goals]
    table(sheet, 110, y + 40, [560, 160, 160], [70] * len(cells), cells, "microhei", 32)
    sheet.text(1040, y + 90, "年度业绩自述", "microhei", 36)
    column(sheet, 1040, y + 150, 1190, "{report}", f, "microhei", 34, 1.55)
    sheet.text(110, 1200, "直接上级意见", "microhei", 36)
    column(sheet, 110, 1260, 1300, "{comment}", f, "microhei", 34, 1.5, 0)
    signature(sheet, 500, 1440, f["leader"], rng, 52)
    write(sheet, 110, 1430, "上级签字", f, "microhei", 34)
    write(sheet, 2200, 1500, "日期：{signed_on:dash}", f, "microhei", 34, "right")
    _sealed(sheet, f, 1880, 1420, rng, 300)
    return [finish(sheet, rng)]


def circled(f: Facts, rng: random.Random) -> list[Sheet]:
    """A two-column form, the grade circled by hand."""
    sheet = new_sheet(KIND, "appraisal.circled", (1654, 2100), (253, 252, 248))
    write(sheet, 827, 150, "工程技术岗位年度考核（{year}）", f, "serif-bold", 60, "centre")
    rows: list[tuple[float, list[str | Item]]] = [
        (90, ["工作单位", Item("{employer}", 3)]),
        (90, ["姓名", "{name}", "职务岗位", "{position}"]),
        (760, ["完成工作情况", Item("{report}", 3, align="left", top=True)]),
        (280, ["考核组意见", Item("{comment}", 3, align="left", top=True)]),
        (120, ["考核档次", Item("", 3)]),
        (340, ["盖章确认", Item("", 3)]),
    ]
    grid = form(sheet, 100, 210, [220, 460, 240, 534], rows, f, "serif", 36, face="wenkai")
    ringed(sheet, 400, grid.box.y1 - 385, GRADES, f["result"], "result", rng, "serif", 38)
    sheet.text(360, grid.box.y1 - 60, "负责人：", "serif", 36)
    signature(sheet, 500, grid.box.y1 - 70, f["leader"], rng, 54)
    write(sheet, 1500, grid.box.y1 - 40, "{signed_on:dots}", f, "serif", 36, "right")
    _sealed(sheet, f, 1180, grid.box.y1 - 165, rng, 300)
    return [finish(sheet, rng)]


def two_pages(f: Facts, rng: random.Random) -> list[Sheet]:
    """The report on the first page, opinions and grade on the second."""
    first = new_sheet(KIND, "appraisal.two_pages", A4)
    first.text(827, 330, "年度考核登记表", "cns-sung", 84, align="centre", spacing=14)
    for i, text in enumerate(("单　位　{employer}", "姓　名　{name}", "岗　位　{position}", "年　度　{year}")):
        write(first, 420, 520 + 110 * i, text, f, "cns-sung", 44)
    first.text(150, 1080, "述职报告", "cns-sung", 44)
    column(first, 150, 1160, 1354, "{report}", f, "cns-sung", 38, 1.65)
    second = new_sheet(KIND, "appraisal.two_pages", (1654, 1500))
    second.first = False
    rows: list[tuple[float, list[str | Item]]] = [
        (420, [Item("主管领导评语", vertical=True), Item("{comment}", align="left", top=True)]),
        (150, ["考核结果", "{result}"]),
        (480, [Item("单位盖章", vertical=True), Item("")]),
    ]
    grid = form(second, 130, 120, [180, 1214], rows, f, "cns-sung", 40, face="cns-kai")
    signature(second, 1050, 480, f["leader"], rng, 56)
    write(second, 1450, grid.box.y1 - 60, "{signed_on:spaced}", f, "cns-sung", 38, "right")
    _sealed(second, f, 1080, grid.box.y1 - 240, rng, 320)
    return [finish(first, rng), finish(second, rng)]


def three_years(f: Facts, rng: random.Random) -> list[Sheet]:
    """Three years in one table, which the notice forbids."""
    sheet = new_sheet(KIND, "appraisal.three_years", (1654, 1800))
    sheet.text(827, 150, "近三年年度考核情况表", "song", 62, align="centre")
    write(sheet, 120, 250, "姓名：{name}　　单位：{employer}　　岗位：{position}", f, "song", 36)
    cells = [[Cell(head) for head in ("年度", "主要业绩", "考核结果")]]
    for year, report, result in f.rows:
        cells.append([Cell(year, "year"), Cell(report, "comment", align="left", top=True), Cell(result, "result")])
    bottom = table(sheet, 120, 300, [190, 994, 230], [80, 300, 300, 300], cells, "song", 36).box.y1
    column(sheet, 120, bottom + 90, 1414, "单位意见：{comment}", f, "song", 38, 1.6, 0)
    write(sheet, 1500, bottom + 330, "{signed_on:digits}", f, "song", 36, "right")
    _sealed(sheet, f, 1240, bottom + 300, rng, 300)
    return [finish(sheet, rng)]


def slip(f: Facts, rng: random.Random) -> list[Sheet]:
    """A slip with one line of praise."""
    sheet = new_sheet(KIND, "appraisal.slip", (1654, 900))
    write(sheet, 827, 150, "{year}年度员工考核表", f, "hei", 58, "centre")
    rows: list[tuple[float, list[str | Item]]] = [
        (90, ["姓名", "{name}", "岗位", "{position}", "结果", "{result}"]),
        (90, ["单位", Item("{employer}", 5)]),
        (150, ["评语", Item("{comment}", 5, align="left")]),
    ]
    form(sheet, 110, 220, [140, 300, 140, 420, 140, 294], rows, f, "hei", 36)
    write(sheet, 1480, 760, "{signed_on}", f, "hei", 36, "right")
    _sealed(sheet, f, 1220, 700, rng, 260)
    if f["clerk"]:
        stamp(sheet, 160, 640, (f["clerk"],), 32)
    return [finish(sheet, rng)]


def compact(f: Facts, rng: random.Random) -> list[Sheet]:
    """A lying form in which the words stand left and the decisions in a narrow column right."""
    sheet = new_sheet(KIND, "appraisal.compact", (2000, 1400))
    write(sheet, 1000, 130, "员工年度履职考核表", f, "zenhei", 58, "centre")
    rows: list[tuple[float, list[str | Item]]] = [
        (84, ["被考核人", "{name}", "年度", "{year}"]),
        (84, ["岗位", "{position}", "单位", "{employer}"]),
        (84, [Item("履职情况", 2), Item("领导评语", 2)]),
        (560, [Item("{report}", 2, align="left", top=True), Item("{comment}", 2, align="left", top=True)]),
        (100, ["考核等级", Item("{result}", 3)]),
    ]
    bottom = form(sheet, 90, 190, [220, 700, 180, 720], rows, f, "zenhei", 34, face="kai-gb").box.y1
    sheet.text(120, bottom + 130, "分管领导签名：", "zenhei", 34)
    signature(sheet, 380, bottom + 130, f["leader"], rng, 54)
    write(sheet, 1850, bottom + 140, "{signed_on:dash}", f, "zenhei", 34, "right")
    _sealed(sheet, f, 1550, bottom + 60, rng, 280)
    return [finish(sheet, rng)]
