"""Tables by which companies of Baiyan appraise a year."""

from __future__ import annotations

import random
from typing import Final

from samples.drawing import Sheet, name_seal
from samples.layouts_baiyan.form import Form
from samples.layouts_jichuan.board import Row, Told
from samples.layouts_jichuan.ruled import Slot
from samples.layouts_jichuan.stamps import company

KIND: Final = "annual_appraisal"


def sided(t: Told, rng: random.Random) -> list[Sheet]:
    """The parts' names down the side; signatures inside the cells, the grade in a row of its own."""
    b = Form(KIND, "appraisal.sided", t, rng, "song", (1654, 2200), fill="fangsong")
    b.put(827, 170, "{year}年度专业技术人员考核登记表", 56, "centre", role="hei-bold")
    b.put(110, 250, "填报单位：{employer}", 34)
    rows: list[Row] = [
        (84, ["姓名", "{name}", "性别", "{~gender}", "出生年月", "{~born}"]), (84, ["岗位", Slot("{position}", 2),
        "现任职称", Slot("{~title}", 2)]),
        (640, [Slot("个人总结", upright=True), Slot("{comment}", 5, align="left", top=True)]),
        (260, [Slot("部门评语", upright=True), Slot("{opinion}", 5, align="left", top=True)]),
        (84, ["考核等次", Slot("{result}", 5)]),
        (320, [Slot("单位意见", upright=True), Slot("同意部门评定的考核等次。", 5, align="left", top=True)]),
    ]  # fmt: skip
    y = b.grid(110, 280, [130, 270, 150, 260, 200, 424], rows, 35)
    b.put(980, y - 694, "本人签字：", 32)
    b.sign(1150, y - 684, t["name"], 56)
    b.put(980, y - 434, "负责人：", 32)
    b.sign(1120, y - 424, t["leader"], 56)
    b.put(1500, y - 40, "{signed_on}", 34, "right")
    company(b, 1250, y - 150, t["seal"], 280)
    return [b.done()]


def two_leaves(t: Told, rng: random.Random) -> list[Sheet]:
    """Own report on the first leaf, what superiors say on the second."""
    one = Form(KIND, "appraisal.two_leaves", t, rng, "serif", (1654, 2000), fill="kai-gb")
    one.put(827, 170, "员工年度绩效考核表", 62, "centre", role="serif-black")
    one.put(827, 240, "考核年度：{year}", 36, "centre")
    rows: list[Row] = [
        (84, ["姓名", "{name}", "职务（岗位）", "{position}"]),
        (84, ["所在公司", Slot("{employer}", 3)]),
    ]
    y = one.grid(120, 290, [180, 420, 260, 554], rows, 34)
    one.put(120, y + 90, "一、本年度工作完成情况", 38, role="hei-bold")
    y = one.prose(120, y + 180, 1414, "{comment}", 37, 1.95)
    one.put(980, y + 160, "被考核人：", 34)
    one.sign(1160, y + 170, t["name"], 60)
    two = Form(KIND, "appraisal.two_leaves", t, rng, "serif", (1654, 1500), fill="kai-gb", following=True)
    two.put(120, 200, "二、直接上级评价", 38, role="hei-bold")
    y = two.prose(120, 290, 1414, "{opinion}", 37, 1.95)
    two.put(980, y + 120, "上级签名：", 34)
    two.sign(1160, y + 130, t["leader"], 60)
    two.put(120, y + 260, "三、考核结果", 38, role="hei-bold")
    two.put(180, y + 350, "经考核领导小组评定，该员工{~year}年度考核结果为：", 37)
    two.put(1180, y + 350, "{result}", 44, role="hei-bold")
    two.put(1500, y + 560, "（公章）", 36, "right")
    two.put(1500, y + 640, "{signed_on}", 36, "right")
    two.seal(1240, y + 580, t["seal"], 310)
    return [one.done(), two.done()]


def open_form(t: Told, rng: random.Random) -> list[Sheet]:
    """Without a table: blanks for the person, headed prose, boxes for the grade."""
    b = Form(KIND, "appraisal.open_form", t, rng, "hei", (1654, 2100), fill="wenkai")
    b.put(827, 180, "工程技术人员年度考核表（{year}年）", 54, "centre", role="hei-bold")
    b.put(130, 300, "姓　名", 34)
    b.under(250, 560, 300, "{name}", 36)
    b.put(600, 300, "岗　位", 34)
    b.under(720, 1160, 300, "{position}", 36)
    b.put(130, 380, "单　位", 34)
    b.under(250, 1160, 380, "{employer}", 36)
    b.put(130, 490, "工作业绩：", 36, role="hei-bold")
    y = b.prose(130, 570, 1394, "{comment}", 36, 1.9)
    b.put(130, y + 110, "考核评语：", 36, role="hei-bold")
    y = b.prose(130, y + 190, 1394, "{opinion}", 36, 1.9)
    b.put(130, y + 130, "考核等级：", 36, role="hei-bold")
    b.ticked(360, y + 130, "result")
    b.put(130, y + 260, "考核人（签字）：", 34)
    b.sign(400, y + 270, t["leader"], 58)
    b.put(130, y + 370, "考核单位（盖章）：", 34)
    b.put(1500, y + 370, "{signed_on:dots}", 34, "right")
    b.seal(620, y + 390, t["seal"], 300)
    return [b.done()]


def scored(t: Told, rng: random.Random) -> list[Sheet]:
    """Items with the most points and those given; points in all and the grade below."""
    b = Form(KIND, "appraisal.scored", t, rng, "fangsong", (1654, 2280), fill="song")
    b.put(827, 160, "技术岗位人员年度考核评分表", 58, "centre", role="serif-bold")
    full = (("工作态度", 20), ("专业能力", 25), ("工作业绩", 40), ("团队协作", 15))
    lost = 100 - int(t["marks"])
    items = [(name, points, points - lost * points // 100) for name, points in full]
    missing = sum(given for _, _, given in items) - int(t["marks"])
    rows: list[Row] = [
        (82, ["被考核人", "{name}", "年度", "{year}"]), (82, ["工作单位", "{employer}", "岗位", "{position}"]), (70, [Slot("个人述职", 4)]),
        (560, [Slot("{comment}", 4, align="left", top=True)]), (70, ["考核项目", "评分要点", "满分", "得分"]),
    ]  # fmt: skip
    points = ("责任心、纪律性", "知识、技能与创新", "任务数量与质量", "沟通、配合与带教")
    for i, ((name, most, given), about) in enumerate(zip(items, points, strict=True)):
        rows.append((74, [name, about, str(most), str(given - (missing if i == 2 else 0))]))
    rows += [
        (80, ["总　　分", "{~marks}", "考核等次", "{result}"]), (200, ["综合评语", Slot("{opinion}", 3, align="left")]),
        (250, ["考核单位\n盖章", Slot("", 3)]),
    ]  # fmt: skip
    y = b.grid(100, 220, [220, 620, 220, 394], rows, 33)
    b.put(400, y - 110, "考核组长：", 32)
    name_seal(b.sheet, 570, y - 170, t["leader"], rng, 92)
    b.put(1490, y - 40, "{signed_on:padded}", 32, "right")
    b.seal(1180, y - 125, t["seal"], 240)
    return [b.done()]


def lying(t: Told, rng: random.Random) -> list[Sheet]:
    """A lying sheet: the report at the left, who and what was judged at the right."""
    b = Form(KIND, "appraisal.lying", t, rng, "cns-sung", (2200, 1500), fill="fangsong")
    b.put(1100, 130, "年 度 考 核 表", 62, "centre", role="serif-black")
    rows: list[Row] = [
        (80, [Slot("述职报告", 1), "考核年度", "{year}"]), (90, [Slot("{comment}", 1, 7, align="left", top=True), "姓　　名", "{name}"]),
        (110, ["单　　位", "{employer}"]), (90, ["岗　　位", "{position}"]), (250, ["主管评价", Slot("{opinion}", align="left")]),
        (90, ["等　　次", "{result}"]), (250, ["单位审核\n意　　见", ""]), (80, ["备　　注", "{=无}"]),
    ]  # fmt: skip
    y = b.grid(100, 190, [1040, 200, 760], rows, 33)
    b.put(2060, y - 110, "{signed_on}", 32, "right")
    b.put(1360, y - 280, "同意。", 32)
    company(b, 1780, y - 200, t["seal"], 250)
    b.put(860, y + 70, "本人签名：", 32)
    b.sign(1030, y + 80, t["name"], 56)
    return [b.done()]


def registered(t: Told, rng: random.Random) -> list[Sheet]:
    """After the form of public institutions: grades suggested and decided, each with its date."""
    b = Form(KIND, "appraisal.registered", t, rng, "ming", (1654, 2240), fill="kai")
    b.put(827, 150, "专业技术人员年度考核登记表", 58, "centre", role="hei-bold")
    b.put(827, 220, "（ {year} 年度）", 38, "centre")
    rows: list[Row] = [
        (80, ["姓　名", "{name}", "性　别", "{~gender}", "出生年月", "{~born}"]),
        (80, ["单　位", Slot("{employer}", 3), "岗　位", "{position}"]),
        (620, [Slot("本\n人\n述\n职"), Slot("{comment}", 5, align="left", top=True)]),
        (300, [Slot("主管领导\n评语和考\n核等次建\n议"), Slot("{opinion}建议等次：{~result}。", 5, align="left", top=True)]),
        (250, [Slot("单位考核\n委员会意\n见"), Slot("考核等次定为：{result}", 5, align="left", top=True)]),
        (200, [Slot("被考核人\n意　　见"), Slot("{=同意考核结果。}", 5, align="left", top=True)]),
    ]  # fmt: skip
    y = b.grid(110, 260, [190, 300, 150, 230, 190, 374], rows, 33)
    b.put(900, y - 480, "签名：", 30)
    b.sign(1000, y - 470, t["leader"], 54)
    b.put(1500, y - 480, "{~suggested}", 30, "right")
    b.put(1500, y - 230, "{signed_on}", 30, "right")
    b.seal(1180, y - 320, t["seal"], 250)
    b.put(900, y - 40, "签名：", 30)
    b.sign(1000, y - 30, t["name"], 54)
    return [b.done()]


def aims(t: Told, rng: random.Random) -> list[Sheet]:
    """What was to be judged beside what was done; the grade in the heading's table."""
    b = Form(KIND, "appraisal.aims", t, rng, "sans-light", (1654, 1960), fill="song")
    b.put(110, 150, "年度目标责任考核表", 58, role="sans-medium")
    b.put(1544, 150, "{year}年", 46, "right")
    rows: list[Row] = [
        (80, ["姓名", "{name}", "岗位", "{position}"]),
        (80, ["公司", "{employer}", "考核结论", "{result}"]),
    ]
    y = b.grid(110, 200, [140, 590, 180, 524], rows, 33)
    plan = "1. 设计开发任务\n2. 技术文件质量\n3. 继续教育学时\n4. 生产现场服务"
    rows = [
        (76, ["考核指标", "完成情况自述"]), (720, [Slot(plan, align="left", top=True), Slot("{comment}", align="left", top=True)]),
        (76, [Slot("上级点评", 2)]), (190, [Slot("{opinion}", 2, align="left", top=True)]),
    ]  # fmt: skip
    y = b.grid(110, y + 24, [500, 934], rows, 33)
    b.put(110, y + 110, "直接上级：", 32)
    b.sign(280, y + 120, t["leader"], 56)
    b.put(110, y + 220, "人力资源部盖章：", 32)
    b.put(1540, y + 220, "{signed_on:slash}", 32, "right")
    company(b, 560, y + 220, t["seal"], 280)
    return [b.done()]
