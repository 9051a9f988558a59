"""Cards and proofs of continuing education."""

from __future__ import annotations

import random
from typing import Final

from samples.drawing import Cell, Sheet, table
from samples.layouts_quelin.leaf import HALF, ICE, LYING, Leaf, Row, Said, Slot

KIND: Final = "training_hour_card"
CENTRE = "溯阳市专业技术人员继续教育服务中心"


def _courses(leaf: Leaf, x: float, y: float, widths: list[float], heads: tuple[str, ...], size: int) -> float:
    cells = [[Cell(head) for head in heads]]
    cells += [[Cell(str(i)), *(Cell(text) for text in row)] for i, row in enumerate(leaf.said.rows, 1)]
    return table(leaf.sheet, x, y, widths, [72] * len(cells), cells, leaf.role, size).box.y1


def register(s: Said, rng: random.Random) -> list[Sheet]:
    """A lying sheet: head fields, courses, a row of sums."""
    leaf = Leaf(KIND, "training.register", s, rng, "song", LYING)
    leaf.put(1170, 150, "溯阳市专业技术人员继续教育学时登记表", 56, "hei-bold", "centre")
    leaf.put(140, 250, "登记年度：[year]", 36)
    leaf.put(140, 320, "姓名：[name]　　公民身份号码：[id_number]　　工作单位：[employer]", 36)
    heads = ("序号", "培训项目", "施教机构", "学习时间", "类别", "学时")
    end = _courses(leaf, 140, 370, [110, 720, 560, 380, 170, 120], heads, 34)
    rows: list[Row] = [
        (84, ["公需科目", "[public_hours]", "专业科目", "[specialized_hours]", "总学时", "[total_hours]"])
    ]
    end = leaf.grid(140, end, [344, 344, 343, 343, 343, 343], rows, 36).box.y1
    leaf.put(140, end + 120, "打印日期：[printed_on|dash]", 34)
    leaf.round(1840, end + 170, CENTRE, 320)
    return [leaf.done()]


def certificate(s: Said, rng: random.Random) -> list[Sheet]:
    """A proof in sentences, no courses."""
    leaf = Leaf(KIND, "training.certificate", s, rng, "wenkai", HALF, ICE)
    leaf.border(40, (90, 140, 170), 3, 12)
    leaf.put(827, 180, "继续教育学时证明", 66, side="centre")
    body = (
        "兹证明[employer][name]（身份证号：[id_number]）在[year]年度参加专业技术人员继续教育，"
        "共取得[total_hours]学时，其中专业课[specialized_hours]学时，公需课[public_hours]学时。特此证明。"
    )
    y = leaf.prose(150, 310, 1354, body, 42, 1.8)
    leaf.put(1480, y + 190, "鹊林县人力资源和社会保障局", 38, side="right")
    leaf.put(1440, y + 270, "[printed_on]", 38, side="right")
    leaf.round(1190, y + 190, "鹊林县人力资源和社会保障局", 300, "继续教育专用章")
    leaf.code(170, y + 120, 170)
    return [leaf.done()]


def card(s: Said, rng: random.Random) -> list[Sheet]:
    """A half sheet, labels in narrow cells round the sums."""
    leaf = Leaf(KIND, "training.card", s, rng, "zenhei", HALF)
    leaf.put(827, 120, "年度学时登记卡", 54, side="centre")
    leaf.put(1540, 120, "[year]年", 40, side="right")
    rows: list[Row] = [
        (76, ["持卡人", "[name]", "证件号", "[id_number]"]),
        (76, ["单位", Slot("[employer]", 3)]),
    ]
    y = leaf.grid(110, 170, [150, 360, 150, 774], rows, 32).box.y1
    y = _courses(leaf, 110, y, [90, 560, 290, 260, 114, 120], ("号", "课程", "承办", "日期", "科目", "学时"), 28)
    rows = [
        (70, ["专业", "公需", "合计"]),
        (80, ["[specialized_hours]", "[public_hours]", "[total_hours]"]),
    ]
    y = leaf.grid(110, y + 40, [240, 240, 240], rows, 34).box.y1
    leaf.put(110, y + 90, "制卡日期 [printed_on|dots]", 32)
    leaf.oval(1230, y - 20, (CENTRE, "学时审核专用章"), 30)
    return [leaf.done()]


def platform(s: Said, rng: random.Random) -> list[Sheet]:
    """What the platform prints: sums first, courses below without rules."""
    leaf = Leaf(KIND, "training.platform", s, rng, "microhei")
    leaf.put(140, 180, "溯南省专业技术人员学习平台", 38, colour=(40, 90, 160))
    leaf.put(140, 270, "[year]年度个人学时汇总", 56)
    leaf.code(1330, 120, 180)
    lines = ("学员：[name]", "身份证：[id_number]", "所在单位：[employer]")
    for i, text in enumerate(lines):
        leaf.put(140, 380 + 64 * i, text, 34)
    leaf.sheet.line(140, 560, 1514, 560, 2, (150, 160, 170))
    for i, (label, value) in enumerate(
        (("年度总学时", "[total_hours]"), ("专业科目学时", "[specialized_hours]"), ("公需科目学时", "[public_hours]"))
    ):
        leaf.put(170 + 460 * i, 640, label, 30, colour=(90, 96, 104))
        leaf.put(170 + 460 * i, 710, value, 48)
    y = 830
    for name, place, when, sort, hours in s.rows:
        leaf.put(140, y, f"{name}（{sort}）", 32)
        leaf.put(140, y + 48, f"{place}　{when}", 26, colour=(90, 96, 104))
        leaf.put(1480, y, f"{hours} 学时", 32, side="right")
        y += 120
    leaf.put(140, y + 80, "生成时间：[printed_on|dash]", 30)
    leaf.oval(1230, y + 80, ("溯南省专业技术人员学习平台", "电子签章"), 30, corners=True)
    return [leaf.done()]


def ledger(s: Said, rng: random.Random) -> list[Sheet]:
    """Upright A4: two blocks of courses by sort, a sum under each, the whole at the foot."""
    leaf = Leaf(KIND, "training.ledger", s, rng, "serif", (1654, 1500))
    leaf.put(827, 140, "专业技术人员继续教育证书（[year]年度登记页）", 46, side="centre")
    leaf.put(120, 230, "姓名 [name]", 34)
    leaf.put(520, 230, "身份证号码 [id_number]", 34)
    leaf.put(120, 295, "单位 [employer]", 34)
    y = 340.0
    for sort, hours in (("专业", "specialized_hours"), ("公需", "public_hours")):
        rows: list[Row] = [(70, [f"{sort}科目学习内容", "主办单位", "起止", "学时"])]
        rows += [(70, [row[0], row[1], row[2], row[4]]) for row in s.rows if row[3] == sort]
        rows.append((70, [Slot(f"{sort}科目小计", 3), f"[{hours}]"]))
        y = leaf.grid(120, y, [600, 420, 274, 120], rows, 30).box.y1 + 30
    leaf.put(120, y + 60, "本年度累计：[total_hours]学时", 36)
    leaf.put(120, y + 140, "登记日期：[printed_on]", 34)
    leaf.round(1230, y + 120, CENTRE, 290)
    return [leaf.done()]
