"""Yearly appraisals of the companies of Songya."""

from __future__ import annotations

import random
from typing import Final

from samples.drawing import Cell, Sheet, choices, name_seal, table
from samples.layouts_quelin.leaf import Row, Said, Slot
from samples.layouts_songya.page import Page

KIND: Final = "annual_appraisal"
GRADES = ["优秀", "合格", "基本合格", "不合格"]


def headed(s: Said, rng: random.Random) -> list[Sheet]:
    """Each cell of prose under a heading row of its own."""
    page = Page(KIND, "appraisal.headed", s, rng, "serif", (1654, 1860))
    page.put(827, 170, "专业技术人员年度考核登记表", 58, "serif-black", "centre")
    page.put(827, 245, "（ [year] 年度 ）", 38, side="centre")
    rows: list[Row] = [
        (84, ["姓名", "[name]", "现任岗位", "[position]"]),
        (84, ["工作单位", Slot("[employer]", 3)]),
        (76, [Slot("本年度思想和业务工作总结", 4)]),
        (440, [Slot("[comment]", 4, prose=True)]),
        (76, [Slot("所在部门负责人评语", 4)]),
        (150, [Slot("[opinion]", 4, prose=True)]),
        (90, ["考核结论", Slot("[result]", 3)]),
    ]
    end = page.grid(120, 290, [210, 500, 210, 494], rows, 36).box.y1
    page.put(140, end + 110, "考核单位（盖章）", 36)
    page.put(140, end + 200, "负责人：", 36)
    page.sign(300, end + 210, s["leader"], 56)
    page.put(1500, end + 280, "[signed_on]", 36, side="right")
    page.round(1180, end + 180, s["seal"], 320)
    return [page.done()]


def split(s: Said, rng: random.Random) -> list[Sheet]:
    """Lying: the person in a column on the left, prose on the right."""
    page = Page(KIND, "appraisal.split", s, rng, "kai-gb", (2339, 1360), (252, 252, 246))
    page.put(1170, 150, "[employer]职工年度考核表", 60, "hei-bold", "centre")
    rows: list[Row] = [
        (120, ["考核年份", "[year]年", Slot("个人述职", down=3, upright=True), Slot("[comment]", down=3, prose=True)]),
        (120, ["被考核者", "[name]"]),
        (300, ["岗位职务", "[position]"]),
        (120, ["评定等级", "[result]", Slot("主管意见", down=2, upright=True), Slot("[opinion]", down=2, prose=True)]),
        (180, ["主管签名", ""]),
    ]
    end = page.grid(110, 220, [220, 380, 90, 1430], rows, 38).box.y1
    page.sign(400, end - 70, s["leader"], 54)
    page.put(140, end + 120, "考核日期：[signed_on|padded]", 36)
    page.round(1840, end + 90, s["seal"], 310)
    return [page.done()]


def essay(s: Said, rng: random.Random) -> list[Sheet]:
    """Numbered parts without rules; the grade ticked."""
    page = Page(KIND, "appraisal.essay", s, rng, "zenhei", (1654, 1620))
    page.put(120, 180, "[year]年度工程技术人员考核报告", 60)
    page.sheet.line(120, 215, 1534, 215, 6, (170, 90, 40))
    page.put(120, 310, "单位：[employer]", 36)
    page.put(120, 380, "姓名：[name]　　　岗位：[position]", 36)
    page.put(120, 490, "一、主要工作业绩", 40)
    y = page.prose(120, 565, 1414, "[comment]", 36, 1.7)
    page.put(120, y + 120, "二、考核小组评价", 40)
    y = page.prose(120, y + 195, 1414, "[opinion]", 36, 1.7)
    page.put(120, y + 120, "三、评定等次", 40)
    choices(page.sheet, 180, y + 195, GRADES, s["result"], "result", rng, page.role, 36, gap=1.4)
    page.put(120, y + 330, "考核小组组长", 36)
    name_seal(page.sheet, 370, y + 270, s["leader"], rng, 92)
    page.put(120, y + 430, "[signed_on|dash]", 36)
    page.round(1180, y + 370, s["seal"], 320)
    return [page.done()]


def joined(s: Said, rng: random.Random) -> list[Sheet]:
    """Three years in three columns."""
    page = Page(KIND, "appraisal.joined", s, rng, "ming", (2339, 1240))
    page.put(1170, 160, "近三年年度考核情况表（2020年至2022年）", 58, "hei-bold", "centre")
    page.put(130, 260, "姓名：[name]　　岗位：[position]　　单位：[employer]", 36)
    years, prose, grades = zip(*s.rows, strict=True)
    cells = [
        [Cell("年　度"), *(Cell(text, "year") for text in years)],
        [Cell("履职情况"), *(Cell(text, "comment", align="left", top=True) for text in prose)],
        [Cell("考核等次"), *(Cell(text, "result") for text in grades)],
    ]
    end = table(page.sheet, 110, 310, [190, 640, 640, 640], [84, 330, 90], cells, "ming", 34).box.y1
    page.put(130, end + 90, "单位意见：", 36)
    y = page.prose(130, end + 165, 1400, "[opinion]", 36)
    page.put(2180, y + 180, "[signed_on]", 36, side="right")
    page.round(1900, y + 60, s["seal"], 310)
    return [page.done()]


def note(s: Said, rng: random.Random) -> list[Sheet]:
    """A small table with room for a line."""
    page = Page(KIND, "appraisal.note", s, rng, "song", (1654, 1300))
    page.put(827, 150, "[year]年度考核登记表", 56, "serif-bold", "centre")
    rows: list[Row] = [
        (88, ["姓名", "[name]", "岗位", "[position]"]),
        (88, ["单位名称", Slot("[employer]", 3)]),
        (240, ["履行职责情况", Slot("[comment]", 3, left=True)]),
        (88, ["考核等次", Slot("[result]", 3)]),
        (330, ["单位盖章", Slot("", 3)]),
    ]
    end = page.grid(120, 220, [260, 450, 180, 524], rows, 36).box.y1
    page.put(1490, end - 40, "[signed_on]", 36, side="right")
    page.round(1050, end - 165, s["seal"], 290)
    return [page.done()]
