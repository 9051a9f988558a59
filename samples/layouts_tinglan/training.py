"""Cards of hours: a register, a platform's card, a proof in sentences, blocks by subject."""

from __future__ import annotations

import random
from typing import Final

from samples.drawing import Sheet
from samples.layouts_jichuan.board import Row, Told
from samples.layouts_jichuan.ruled import Slot
from samples.layouts_jichuan.stamps import business, company
from samples.layouts_tinglan.panel import GREY, Panel, plain

KIND: Final = "training_hour_card"
Course = tuple[str, ...]  # name, place, first day, last day, sort, hours


def _table(b: Panel, x: float, y: float, courses: list[Course], widths: tuple[float, ...], high: float = 70) -> float:
    """Name, place, last day and hours of each course."""
    columns = [(h, w, "") for h, w in zip(("学习内容", "主办单位", "结束日期", "学时"), widths, strict=True)]
    rows = [plain(name, place, end.replace("-", "."), hours) for name, place, _, end, _, hours in courses]
    return b.listed(x, y, columns, rows, 30, high=high)


def annual(t: Told, rng: random.Random) -> list[Sheet]:
    """The city's sheet: the person in a grid, courses below, the sums in a row of their own under three headings."""
    b = Panel(KIND, "training.annual", t, rng, "song", (1654, 1700), fill="kai-gb")
    b.put(827, 150, "汀岚市专业技术人员继续教育", 50, "centre", role="hei-bold")
    b.put(827, 220, "年 度 学 时 登 记 卡", 54, "centre", role="hei-bold")
    rows: list[Row] = [
        (76, ["姓名", "{name}", "身份证号码", "{id_number}"]),
        (76, ["工作单位", "{employer}", "登记年度", "{year}年"]),
    ]
    y = b.grid(100, 270, [180, 540, 220, 514], rows, 32)
    y = _table(b, 100, y, list(t.rows), (610, 460, 230, 154))
    sums: list[Row] = [
        (70, [Slot("年度学时统计", down=2), "总学时", "专业科目", "公需科目"]),
        (80, ["{total_hours}", "{specialized_hours}", "{public_hours}"]),
        (190, ["审核登记", Slot("", 3)]),
    ]
    y = b.grid(100, y, [320, 378, 378, 378], sums, 34)
    b.put(450, y - 110, "经审核，以上学时准予登记。", 33)
    b.put(450, y - 40, "打印日期　{printed_on:dash}", 32)
    b.seal(1290, y - 60, t["office"], 290)
    return [b.done()]


def tiles(t: Told, rng: random.Random) -> list[Sheet]:
    """A platform's page: hours in large figures over their labels, what was learnt as a list without rules."""
    b = Panel(KIND, "training.tiles", t, rng, "sans-medium", (1654, 1640), (250, 251, 253), fill="microhei")
    b.shade(0, 0, 1654, 120, (0, 110, 130))
    b.put(70, 80, "专业技术人员继续教育公共服务平台", 42, colour=(255, 255, 255), role="hei-bold")
    b.put(827, 220, "{year}年度继续教育学时证明", 56, "centre", role="hei-bold")
    for i, (label, value) in enumerate((("姓名", "{name}"), ("证件号码", "{id_number}"), ("所在单位", "{employer}"))):
        b.put((90, 380, 90)[i], (310, 310, 370)[i], f"{label}：{value}", 34)
    sums = (("公需课", "{public_hours}"), ("专业课", "{specialized_hours}"), ("学时合计", "{total_hours}"))
    for i, (label, value) in enumerate(sums):
        b.shade(90 + 500 * i, 430, 560 + 500 * i, 620, (228, 241, 244))
        b.put(325 + 500 * i, 535, value, 70, "centre")
        b.put(325 + 500 * i, 595, f"{label}（学时）", 28, "centre", colour=GREY)
    y = 700.0
    for name, place, start, end, sort, hours in t.rows:
        b.put(90, y, name, 34)
        b.put(90, y + 48, f"{place}　{start} 至 {end}", 26, colour=GREY)
        b.put(1250, y + 20, sort, 30)
        b.put(1560, y + 20, f"{hours} 学时", 32, "right")
        b.sheet.line(90, y + 76, 1564, y + 76, 1, (210, 216, 220))
        y += 130
    b.put(90, y + 60, "证明编号：{~number}", 28)
    b.put(90, y + 120, "生成时间：{printed_on:dash} 09:{~minute}", 28)
    b.code(90, y + 150, 180)
    business(b, 1300, y + 170, t["office"], "继续教育专用章", 390)
    return [b.done()]


def proof(t: Told, rng: random.Random) -> list[Sheet]:
    """A certificate: what somebody completed in a sentence with the hours inside it, the seal over the date."""
    b = Panel(KIND, "training.proof", t, rng, "kai-gb", (1754, 1240), (255, 253, 244), fill="hei")
    b.frame(50, (190, 60, 50), 3, 1)
    b.put(877, 200, "专业技术人员继续教育学时证书", 68, "centre", role="serif-black")
    b.put(1640, 280, "（{~number}）", 28, "right")
    body = (
        "{name}同志（身份证号：{id_number}，工作单位：{employer}），{year}年度共完成继续教育{total_hours}学时，其中：专业科目"
        "{specialized_hours}学时，公需科目{public_hours}学时。经审查，符合规定，特此证明。"
    )
    y = b.prose(150, 390, 1454, body, 44, 1.95)
    b.put(150, y + 130, "主要学习内容：" + "；".join(row[0] for row in t.rows) + "。", 28)
    b.put(1560, y + 320, "{~office}", 42, "right")
    b.put(1560, y + 410, "{printed_on:hanzi}", 40, "right")
    company(b, 1280, y + 340, t["office"], 310)
    return [b.done()]


def blocks(t: Told, rng: random.Random) -> list[Sheet]:
    """General and special subjects in a table each with its own sum, the sum of both at the end."""
    b = Panel(KIND, "training.blocks", t, rng, "fangsong", (1654, 1900), fill="serif-semibold")
    b.put(827, 150, "岭沅省专业技术人员继续教育证书（学时登记页）", 48, "centre", role="hei-bold")
    b.put(100, 250, "证书持有人：{name}", 34)
    b.put(700, 250, "身份证号：{id_number}", 34)
    b.put(100, 320, "单位名称：{employer}", 34)
    b.put(1554, 320, "登记年份：{year}", 34, "right")
    y = 350.0
    for title, sort, value in (("公需科目", "公需", "{public_hours}"), ("专业科目", "专业", "{specialized_hours}")):
        b.put(100, y + 70, f"【{title}】", 36, role="hei-bold")
        courses = [row for row in t.rows if row[4] == sort]
        y = _table(b, 100, y + 95, courses, (640, 440, 220, 154), 68)
        sums: list[Row] = [(68, [Slot(f"{title}小计", align="left"), value])]
        y = b.grid(100, y, [1300, 154], sums, 32)
    b.put(100, y + 90, "本年度累计学时：{total_hours} 学时", 38, role="serif-bold")
    b.put(100, y + 180, "登记单位：{~office}", 34)
    b.put(100, y + 250, "登记日期：{printed_on:padded}", 34)
    b.seal(1280, y + 200, t["office"], 300, "学时登记专用")
    return [b.done()]


def dues(t: Told, rng: random.Random) -> list[Sheet]:
    """What was due beside what was done, a row a sort, the sum in the last."""
    b = Panel(KIND, "training.dues", t, rng, "serif", (1654, 1500), fill="wenkai")
    b.put(827, 170, "专业技术人员继续教育年度验证表", 58, "centre", role="serif-bold")
    b.put(827, 240, "（{year}年）", 36, "centre")
    rows: list[Row] = [
        (84, ["姓　名", "{name}", "性　别", "{~gender}"]),
        (84, ["身份证号", "{id_number}", "从事专业", "机电"]),
        (84, ["单　位", Slot("{employer}", 3)]),
    ]
    y = b.grid(110, 290, [200, 620, 200, 414], rows, 34)
    sums: list[Row] = [
        (80, ["科目", "应完成学时", "实际完成学时", "是否达标"]),
        (80, ["公需科目", "18", "{public_hours}", "达标"]),
        (80, ["专业科目", "60", "{specialized_hours}", "达标"]),
        (80, ["合　　计", "90", "{total_hours}", "{~reached}"]),
        (250, ["验证意见", Slot("", 3)]),
    ]
    y = b.grid(110, y + 40, [260, 390, 390, 394], sums, 35)
    b.put(410, y - 170, "经验证，情况属实。", 34)
    b.put(410, y - 60, "验证日期：{printed_on:dots}", 34)
    b.seal(1300, y - 120, t["office"], 280)
    b.put(110, y + 70, "说明：本表由继续教育管理系统生成，一年一表。", 28)
    return [b.done()]


def phone(t: Told, rng: random.Random) -> list[Sheet]:
    """As the telephone shows a year: entries a line, values at the right edge, a bar on top."""
    b = Panel(KIND, "training.phone", t, rng, "sans-medium", (1180, 2000), (246, 247, 250), fill="hei")
    b.shade(0, 0, 1180, 140, (196, 60, 40))
    b.put(590, 92, "我的学时登记卡", 46, "centre", colour=(255, 255, 255))
    b.shade(40, 180, 1140, 480, (255, 255, 255))
    b.put(90, 270, "{year}年度总学时", 34, colour=GREY)
    b.put(90, 400, "{total_hours}", 96, role="hei-bold")
    b.code(920, 210, 190)
    pairs = (
        ("专业科目学时", "{specialized_hours}"), ("公需科目学时", "{public_hours}"), ("姓名", "{name}"),
        ("证件号码", "{id_number}"), ("工作单位", "{employer}"), ("打印时间", "{printed_on:dash}"),
    )  # fmt: skip
    b.shade(40, 510, 1140, 540 + 100 * len(pairs), (255, 255, 255))
    for i, (label, value) in enumerate(pairs):
        b.put(90, 590 + 100 * i, label, 33, colour=GREY)
        b.put(1090, 590 + 100 * i, value, 36, "right")
    b.put(90, 1240, "学习记录", 36, role="hei-bold")
    for i, (name, _, _, end, _, hours) in enumerate(t.rows):
        b.put(90, 1320 + 110 * i, name, 33)
        b.put(90, 1364 + 110 * i, end, 26, colour=GREY)
        b.put(1090, 1340 + 110 * i, f"+{hours}", 36, "right")
    b.put(590, 1930, "汀岚市专业技术人员继续教育平台", 28, "centre", colour=GREY)
    return [b.done()]


def summed(t: Told, rng: random.Random) -> list[Sheet]:
    """A short notice with the year's hours in one line of a table, no courses."""
    b = Panel(KIND, "training.summed", t, rng, "kai-gb", (1654, 1160), (255, 255, 255), fill="kai-gb")
    b.put(827, 170, "继续教育学时审核登记证明", 62, "centre", role="serif-black")
    b.prose(
        130, 280, 1394, "持证人：{name}，身份证号：{id_number}，工作单位：{employer}。年度学时登记情况如下：", 38, 1.8
    )
    rows: list[Row] = [
        (80, ["登记年度", "专业课学时", "一般公需学时", "学时总计"]),
        (96, ["{year}", "{specialized_hours}", "{public_hours}", "{total_hours}"]),
    ]
    y = b.grid(130, 440, [348, 348, 349, 349], rows, 37)
    b.put(130, y + 100, "登记编号：{~number}", 32)
    b.put(1500, y + 220, "{~office}", 40, "right")
    b.put(1500, y + 300, "{printed_on}", 38, "right")
    company(b, 1230, y + 220, t["office"], 300, "学时审核章")
    return [b.done()]
