"""Yearly appraisals on forms: of public bodies as companies took them over, with marks, in landscape, on two leaves."""

from __future__ import annotations

import random
from typing import Final

from models.geometry import Box
from samples.drawing import Sheet, choices
from samples.layouts_jichuan.board import Row, Told
from samples.layouts_jichuan.ruled import Slot
from samples.layouts_jichuan.stamps import chop, company
from samples.layouts_tinglan.panel import Panel, plain

KIND: Final = "annual_appraisal"
GRADES = ["优秀", "合格", "基本合格", "不合格"]


def bureau(t: Told, rng: random.Random) -> list[Sheet]:
    """After the form of public bodies: summary, the superior's words with the grade proposed, the company's decision."""
    b = Panel(KIND, "appraisal.bureau", t, rng, "song", (1654, 2240), fill="fangsong")
    b.put(827, 150, "年度考核登记表", 64, "centre", role="serif-bold")
    b.put(827, 215, "（ {year} 年度）", 36, "centre")
    rows: list[Row] = [
        (78, ["姓名", "{name}", "性别", "{~gender}", "出生年月", "{~born}"]),
        (78, ["工作单位", Slot("{employer}", 3), "职称", "{~title}"]),
        (78, ["岗位职务", Slot("{position}", 5)]),
        (560, [Slot("个人总结", upright=True), Slot("{comment}", 5, align="left", top=True)]),
        (330, ["主管领导评语和考核等次建议", Slot("{opinion}", 5, align="left", top=True)]),
        (300, [Slot("单位考核意见"), Slot("", 5)]),
        (200, [Slot("被考核人意见"), Slot("", 5)]),
        (110, [Slot("备注"), Slot("{~remark}", 5)]),
    ]
    y = b.grid(100, 250, [190, 330, 130, 260, 190, 354], rows, 32)
    b.put(310, y - 640, "建议等次：{~result}", 34)
    b.put(900, y - 640, "签名：", 32)
    b.sign(1000, y - 630, t["leader"], 54)
    b.put(1240, y - 640, "{~suggested:dots}", 30)
    b.put(330, y - 530, "确定考核等次为：{result}", 36)
    b.put(1200, y - 350, "{signed_on}", 34)
    b.seal(1230, y - 450, t["seal"], 270)
    b.put(330, y - 220, "同意。", 34)
    b.put(900, y - 150, "签名：", 32)
    b.sign(1000, y - 140, t["name"], 54)
    return [b.done()]


def marks(t: Told, rng: random.Random) -> list[Sheet]:
    """What was done in the year, then marks by subject with their sum, then the grade that the sum gives."""
    b = Panel(KIND, "appraisal.marks", t, rng, "hei", (1654, 2150), (255, 255, 255), fill="kai-gb", rule=(90, 94, 104))
    b.put(100, 140, "{employer}", 36, role="hei-bold")
    b.put(827, 230, "{year}年度专业技术人员考核评分表", 54, "centre", role="hei-bold")
    rows: list[Row] = [
        (80, ["被考核人", "{name}", "所任岗位", "{position}"]),
        (430, ["年度主要工作和业绩", Slot("{comment}", 3, align="left", top=True)]),
    ]
    y = b.grid(100, 280, [220, 380, 220, 634], rows, 33)
    entries = zip(("职业道德", "业务能力", "工作实绩", "创新与协作"), ("20", "25", "40", "15"), t.rows[0], strict=True)
    columns = (("考核项目", 480.0, ""), ("满分", 480.0, ""), ("得分", 494.0, ""))
    total = sum(int(v) for v in t.rows[0])
    rated = [*(plain(*entry) for entry in entries), plain("合　　计", "100", str(total))]
    y = b.listed(100, y, columns, rated, 32, high=66)
    rows = [
        (190, ["直接主管评语", Slot("{opinion}", 2, align="left", top=True)]),
        (84, ["考核等级", Slot("{result}", 2)]),
        (270, ["公司审定", Slot("", 2)]),
    ]
    y = b.grid(100, y, [220, 600, 634], rows, 34)
    b.put(1000, y - 385, "主管：", 32)
    chop(b, 1110, y - 440, t["leader"], 84)
    b.put(380, y - 170, "同意评定结果。", 34)
    b.put(1500, y - 40, "日期：{signed_on:slash}", 34, "right")
    company(b, 1000, y - 140, t["seal"], 260)
    b.put(100, y + 60, "注：90分以上为优秀，70—89分为合格，60—69分为基本合格，60分以下为不合格。", 27)
    return [b.done()]


def lying(t: Told, rng: random.Random) -> list[Sheet]:
    """Landscape: the person in a strip on top, three opinions side by side under their headings."""
    b = Panel(KIND, "appraisal.columns", t, rng, "serif-medium", (2200, 1400), (255, 254, 250), fill="wenkai")
    b.put(1100, 140, "企业工程技术人员年度考核表", 60, "centre", role="serif-black")
    b.put(110, 230, "考核年度：{year}", 36)
    b.put(700, 230, "姓名：{name}", 36)
    b.put(1150, 230, "单位：{employer}", 36)
    rows: list[Row] = [
        (76, ["岗位", "{position}", "专业技术职务", "{~title}"]),
        (80, [Slot("本人述职", 2), "部门评价", "单位评定"]),
        (720, [Slot("{comment}", 2, align="left", top=True), Slot("{opinion}", align="left", top=True), Slot("", 1)]),
    ]
    y = b.grid(100, 270, [240, 840, 480, 440], rows, 35)
    b.sign(1230, y - 150, t["leader"], 58)
    b.put(1230, y - 60, "{~suggested:dash}", 30)
    b.put(1690, y - 600, "考核结果：", 34)
    b.put(1880, y - 480, "{result}", 60, "centre", role="serif-black")
    b.seal(1890, y - 240, t["seal"], 290)
    b.put(1890, y - 50, "{signed_on:dash}", 32, "centre")
    b.put(110, y + 80, "本人签字：", 34)
    b.sign(290, y + 90, t["name"], 58)
    return [b.done()]


def leaves(t: Told, rng: random.Random) -> list[Sheet]:
    """Two leaves: who it is and what was done on the first, what others say and decide on the second."""
    b = Panel(KIND, "appraisal.leaves", t, rng, "song", (1500, 1500), (253, 252, 248), fill="serif-medium")
    b.put(750, 190, "专业技术人员年度考核登记表", 58, "centre", role="serif-bold")
    for i, (label, value) in enumerate(
        (("年　　度", "{year}"), ("姓　　名", "{name}"), ("工作单位", "{employer}"), ("从事岗位", "{position}"))
    ):
        b.put(170, 320 + 80 * i, label, 36)
        b.under(370, 1330, 316 + 80 * i, value, 36)
    b.put(130, 680, "一、本年度履行岗位职责情况（由本人填写）", 36, role="hei-bold")
    b.prose(130, 760, 1240, "{comment}", 34, 1.85)
    b.put(750, 1440, "— 1 —", 26, "centre")
    c = Panel(
        KIND, "appraisal.leaves", t, rng, "song", (1500, 1500), (253, 252, 248), fill="serif-medium", following=True
    )
    c.put(130, 170, "二、部门意见", 36, role="hei-bold")
    y = c.prose(130, 250, 1240, "{opinion}", 34, 1.85)
    c.put(900, y + 110, "负责人（签字）：", 32)
    c.sign(1150, y + 120, t["leader"], 56)
    c.put(130, y + 260, "三、考核等次", 36, role="hei-bold")
    choices(c.sheet, 160, y + 350, GRADES, t["result"], "result", rng, c.face, 36, style="tick", box_after=True)
    c.put(130, y + 480, "四、单位意见", 36, role="hei-bold")
    c.put(200, y + 560, "同意部门意见，考核结果记入个人技术档案。", 34)
    c.put(1330, y + 780, "（公章）　{signed_on}", 34, "right")
    c.seal(1130, y + 720, t["seal"], 300)
    c.put(750, 1440, "— 2 —", 26, "centre")
    return [b.done(), c.done()]


def voted(t: Told, rng: random.Random) -> list[Sheet]:
    """A narrow form with labels on grey, grade in a box of its own at the top right."""
    b = Panel(KIND, "appraisal.voted", t, rng, "microhei", (1654, 1800), fill="wenkai-mono", rule=(60, 60, 66))
    b.put(110, 170, "员工年度考核表", 66, role="zenhei")
    b.put(110, 240, "考核期间：{year}年1月1日—12月31日", 34)
    b.sheet.rect(Box(1260, 90, 1530, 250), 3, (180, 40, 40))
    b.put(1395, 140, "考核等次", 28, "centre")
    b.put(1395, 220, "{result}", 56, "centre", colour=(180, 40, 40))
    heads = (("员工姓名", "{name}", 110, 700), ("工作岗位", "{position}", 780, 764))
    for label, value, x, width in heads:
        b.shade(x, 300, x + 200, 376, (226, 228, 232))
        b.put(x + 20, 350, label, 32)
        b.put(x + 220, 350, value, 34)
        b.sheet.line(x, 376, x + width, 376, 2, b.rule)
    b.shade(110, 396, 310, 472, (226, 228, 232))
    b.put(130, 446, "所属公司", 32)
    b.put(330, 446, "{employer}", 34)
    b.sheet.line(110, 472, 1544, 472, 2, b.rule)
    rows: list[Row] = [
        (70, [Slot("年度工作业绩自述", align="left")]), (500, [Slot("{comment}", align="left", top=True)]),
        (70, [Slot("上级评语", align="left")]), (200, [Slot("{opinion}", align="left", top=True)]),
    ]  # fmt: skip
    y = b.grid(110, 510, [1434], rows, 34)
    b.put(110, y + 120, "评价人：", 34)
    b.sign(250, y + 130, t["leader"], 58)
    b.put(110, y + 240, "人力资源部盖章日期：{signed_on:dots}", 34)
    company(b, 1240, y + 200, t["seal"], 300)
    return [b.done()]
