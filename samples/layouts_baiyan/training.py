"""Cards and proofs of hours of continued education, as platforms and offices of Baiyan print them."""

from __future__ import annotations

import random
from typing import Final

from samples.drawing import Sheet
from samples.layouts_baiyan.form import GREY_BAND, Form
from samples.layouts_jichuan.board import Row, Told
from samples.layouts_jichuan.ruled import Slot
from samples.layouts_jichuan.stamps import company
from samples.layouts_tinglan.panel import plain

KIND: Final = "training_hour_card"


def courses(t: Told, rng: random.Random) -> list[Sheet]:
    """One line a course; the sums in a last row that names each."""
    b = Form(KIND, "training.courses", t, rng, "song", (1654, 1500), fill="hei")
    b.put(827, 150, "专业技术人员继续教育学时登记卡", 58, "centre", role="hei-bold")
    b.put(827, 220, "（{year}年度）", 38, "centre")
    b.put(110, 310, "姓名：{name}　　　证件号码：{id_number}", 34)
    b.put(110, 370, "所在单位：{employer}", 34)
    columns = (
        ("序号", 90.0, ""),
        ("学习内容", 520.0, ""),
        ("举办单位", 420.0, ""),
        ("科目", 130.0, ""),
        ("学时", 274.0, ""),
    )
    rows = [
        plain(str(i), name, place, subject, hours) for i, (name, place, _, _, subject, hours) in enumerate(t.rows, 1)
    ]
    y = b.listed(110, 410, columns, rows, 30, high=80)
    last: list[Row] = [
        (90, ["公需科目", "{public_hours}", "专业科目", "{specialized_hours}", "学时合计", "{total_hours}"])
    ]
    y = b.grid(110, y, [239, 239, 239, 239, 239, 239], last, 32)
    b.put(110, y + 100, "打印时间：{printed_on:dash}", 32)
    b.put(1540, y + 100, "登记机构：{~office}", 32, "right")
    b.seal(1320, y + 110, t["office"], 280)
    return [b.done()]


def front(t: Told, rng: random.Random) -> list[Sheet]:
    """The front of a card alone: who, which year, and three figures under their headings."""
    b = Form(KIND, "training.front", t, rng, "hei", (1500, 1080), (244, 250, 252), fill="sans-medium")
    b.frame(24, (40, 120, 150), 4)
    b.shade(28, 28, 1472, 150, (40, 120, 150))
    b.put(750, 112, "继续教育年度登记卡", 56, "centre", role="hei-bold", colour=(255, 255, 255))
    b.above(90, 290, "姓名", "{name}", 42)
    b.above(430, 290, "身份证号", "{id_number}", 40)
    b.above(1100, 290, "登记年度", "{year}", 42)
    b.above(90, 430, "工作单位", "{employer}", 40)
    rows: list[Row] = [
        (90, ["专业科目学时", "公需科目学时", "总学时"]), (130, ["{specialized_hours}", "{public_hours}", "{total_hours}"])
    ]  # fmt: skip
    b.grid(90, 500, [440, 440, 440], rows, 40)
    b.put(90, 820, "登记卡号　{~number}", 32)
    b.put(90, 890, "出具日期　{printed_on}", 32)
    b.put(90, 960, "出具单位　{~office}", 32)
    b.seal(1180, 870, t["office"], 270)
    return [b.done()]


def letter(t: Told, rng: random.Random) -> list[Sheet]:
    """A proof in sentences."""
    b = Form(KIND, "training.letter", t, rng, "fangsong", (1654, 1560), fill="fangsong")
    b.put(827, 220, "继续教育学时证明", 70, "centre", role="serif-black")
    b.put(1500, 310, "编号：{~number}", 30, "right")
    body = (
        "兹证明{employer}{name}（身份证号：{id_number}）在{year}年度参加专业技术人员继续教育，经审核登记，共计完成{total_hours}学时，"
        "其中专业科目{specialized_hours}学时，公需科目{public_hours}学时。"
    )
    y = b.prose(160, 450, 1334, body, 42, 2.0)
    y = b.prose(160, y + 90, 1334, "特此证明。", 42, 2.0)
    b.put(1490, y + 230, "{~office}", 42, "right")
    b.put(1490, y + 320, "{printed_on}", 42, "right")
    company(b, 1240, y + 230, t["office"], 320)
    return [b.done()]


def two_sorts(t: Told, rng: random.Random) -> list[Sheet]:
    """A column of hours for either sort of course, summed at the foot."""
    b = Form(KIND, "training.two_sorts", t, rng, "fangsong", (1654, 1560), fill="song")
    b.put(827, 160, "柏堰市专业技术人员{year}年继续教育情况登记表", 50, "centre", role="serif-bold")
    head: list[Row] = [(84, ["姓名", "{name}", "身份证号码", "{id_number}"]), (84, ["单位名称", Slot("{employer}", 3)])]
    y = b.grid(100, 220, [200, 400, 240, 614], head, 34)
    rows: list[Row] = [
        (80, [Slot("起止日期", 1, 2), Slot("培训项目", 1, 2), Slot("学　时", 2)]), (70, ["专业课", "公需课"]),
    ]  # fmt: skip
    for name, _, start, end, subject, hours in t.rows:
        own = (hours, "") if subject == "专业" else ("", hours)
        rows.append((84, [f"{start[5:].replace('-', '.')}-{end[5:].replace('-', '.')}", name, *own]))
    rows += [
        (84, [Slot("小　计", 2), "{specialized_hours}", "{public_hours}"]), (84, [Slot("全年学时总计", 2), Slot("{total_hours}", 2)]),
    ]  # fmt: skip
    y = b.grid(100, y, [330, 644, 240, 240], rows, 32)
    b.put(110, y + 90, "审核单位（盖章）：", 34)
    b.put(410, y + 90, "{~office}", 34)
    b.put(1540, y + 170, "{printed_on}", 34, "right")
    b.seal(700, y + 90, t["office"], 270)
    return [b.done()]


def screen(t: Told, rng: random.Random) -> list[Sheet]:
    """Printed from the platform's page: a menu at the left, blocks of pairs, bars of progress."""
    b = Form(KIND, "training.screen", t, rng, "microhei", (1900, 1240), fill="microhei")
    b.shade(0, 0, 1900, 92, (28, 84, 140))
    b.put(50, 62, "柏堰市继续教育服务平台", 40, colour=(255, 255, 255))
    b.put(1850, 60, "{~name}　退出", 28, "right", colour=(220, 232, 246))
    b.shade(0, 93, 280, 1240, GREY_BAND)
    for i, item in enumerate(("首页", "课程中心", "我的课程", "学时登记", "学时查询", "证书打印")):
        b.put(60, 170 + 80 * i, item, 30, colour=(28, 84, 140) if item == "学时查询" else (90, 94, 100))
    b.put(340, 170, "{year}年度学时登记卡", 44, role="zenhei")
    b.put(1840, 170, "打印时间 {printed_on:dash}", 28, "right")
    b.sheet.line(340, 200, 1840, 200, 2, (190, 196, 204))
    b.pairs(340, 270, (("姓　　名：", "{name}"), ("单　　位：", "{employer}")), at=170, step=70, size=32)
    b.put(1060, 270, "身份证号：{id_number}", 32)
    y = 470.0
    for label, value, share in (
        ("专业科目", "{specialized_hours}", 0.8), ("公需科目", "{public_hours}", 0.5), ("合计", "{total_hours}", 0.9),
    ):  # fmt: skip
        b.put(340, y, label, 32)
        b.shade(540, y - 30, 1440, y + 6, (228, 232, 238))
        b.shade(540, y - 30, 540 + 900 * share, y + 6, (110, 170, 220))
        b.put(1480, y, value + " 学时", 34)
        y += 100
    columns = (("课程名称", 620.0, ""), ("机构", 480.0, ""), ("类别", 180.0, ""), ("学时", 220.0, ""))
    rows = [plain(name, place, subject, hours) for name, place, _, _, subject, hours in t.rows]
    b.listed(340, y - 10, columns, rows, 28, high=64)
    return [b.done()]


def matrix(t: Told, rng: random.Random) -> list[Sheet]:
    """Sorts of hours down, asked and done across."""
    b = Form(KIND, "training.matrix", t, rng, "kai-gb", (1654, 1300), fill="song")
    b.put(827, 160, "专业技术人员学时登记证明书", 58, "centre", role="hei-bold")
    b.put(120, 270, "姓　名　{name}", 36)
    b.put(720, 270, "身份证号　{id_number}", 36)
    b.put(120, 340, "单　位　{employer}", 36)
    b.put(1210, 340, "年　度　{year}", 36)
    rows: list[Row] = [
        (86, ["科目类别", "要求学时", "完成学时", "审核意见"]), (86, ["公需科目", "不少于18", "{public_hours}", "已审核"]),
        (86, ["专业科目", "不少于60", "{specialized_hours}", "已审核"]), (86, ["合　　计", "不少于90", "{total_hours}", ""]),
    ]  # fmt: skip
    y = b.grid(120, 390, [350, 350, 350, 364], rows, 36)
    b.code(130, y + 60, 200)
    b.put(360, y + 240, "扫码查询学时明细", 28)
    b.put(1530, y + 130, "{~office}", 36, "right")
    b.put(1530, y + 210, "{printed_on:slash}", 36, "right")
    company(b, 1290, y + 140, t["office"], 290)
    return [b.done()]


def sides(t: Told, rng: random.Random) -> list[Sheet]:
    """Blocks with their names written down the left side."""
    b = Form(KIND, "training.sides", t, rng, "serif", (1654, 1720), fill="kai-gb")
    b.put(827, 170, "{year}年度专业技术人员学时登记表", 56, "centre", role="serif-black")
    rows: list[Row] = [
        (90, [Slot("基本信息", 1, 3, upright=True), "姓　　名", Slot("{name}", 3)]), (90, ["身份证号", Slot("{id_number}", 3)]),
        (90, ["工作单位", Slot("{employer}", 3)]),
        (80, [Slot("学习记录", 1, len(t.rows) + 1, upright=True), Slot("学习内容", 2), "类别", "学时"]),
    ]  # fmt: skip
    rows += [(80, [Slot(name, 2), subject, hours]) for name, _, _, _, subject, hours in t.rows]
    rows += [
        (90, [Slot("汇总", 1, 3, upright=True), "专业科目学时", Slot("{specialized_hours}", 3)]),
        (90, ["公需科目学时", Slot("{public_hours}", 3)]), (90, ["年度总学时", Slot("{total_hours}", 3)]),
    ]  # fmt: skip
    y = b.grid(110, 220, [90, 320, 544, 240, 240], rows, 34)
    b.put(110, y + 90, "登记部门：{~office}", 34)
    b.put(1540, y + 90, "登记日期：{printed_on}", 34, "right")
    b.seal(620, y + 90, t["office"], 270)
    return [b.done()]
