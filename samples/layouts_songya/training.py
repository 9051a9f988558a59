"""Hour cards of Songya."""

from __future__ import annotations

import random
from typing import Final

from samples.drawing import Cell, Sheet, table
from samples.layouts_quelin.leaf import Row, Said, Slot
from samples.layouts_songya.page import Page

KIND: Final = "training_hour_card"
OFFICE = "松崖市专业技术人员继续教育管理办公室"


def passbook(s: Said, rng: random.Random) -> list[Sheet]:
    """Upright: the sums in a column beside the person, courses below."""
    page = Page(KIND, "training.passbook", s, rng, "fangsong", (1654, 1330))
    page.put(827, 150, "[year]年度继续教育学时登记卡", 56, "serif-bold", "centre")
    rows: list[Row] = [
        (84, ["学员姓名", "[name]", "必修（公需）课时", "[public_hours]"]),
        (84, ["身份证号", "[id_number]", "选修（专业）课时", "[specialized_hours]"]),
        (84, ["服务单位", "[employer]", "全年累计课时", "[total_hours]"]),
    ]
    end = page.grid(110, 230, [190, 630, 410, 204], rows, 34).box.y1
    cells = [[Cell(head) for head in ("类别", "课程名称", "办班机构", "结业日", "课时")]]
    cells += [[Cell(row[3]), Cell(row[0]), Cell(row[1]), Cell(row[2]), Cell(row[4])] for row in s.rows]
    end = table(page.sheet, 110, end + 50, [130, 610, 360, 214, 120], [80] * len(cells), cells, page.role, 32).box.y1
    page.put(130, end + 140, "审核机构：", 36)
    page.put(130, end + 220, "出卡日期　[printed_on]", 36)
    page.round(1150, end + 200, OFFICE, 330)
    return [page.done()]


def statement(s: Said, rng: random.Random) -> list[Sheet]:
    """Lying: courses left, a box of sums right."""
    page = Page(KIND, "training.statement", s, rng, "droid", (2339, 1250))
    page.put(120, 170, "泠北省专业技术人员继续教育学时证明", 58)
    page.put(120, 270, "姓名 [name]　　身份证号码 [id_number]　　单位 [employer]", 34)
    cells = [[Cell(head) for head in ("学习内容", "科目", "完成时间", "学时")]]
    cells += [[Cell(row[0]), Cell(row[3]), Cell(row[2]), Cell(row[4])] for row in s.rows]
    end = table(page.sheet, 120, 330, [740, 160, 300, 150], [96] * len(cells), cells, page.role, 34).box.y1
    rows: list[Row] = [
        (96, [Slot("学 时 汇 总", 2)]),
        (96, ["统计年度", "[year]"]),
        (96, ["专业科目", "[specialized_hours]"]),
        (96, ["公需科目", "[public_hours]"]),
        (96, ["合　　计", "[total_hours]"]),
    ]
    page.grid(1560, 330, [330, 300], rows, 38)
    page.put(120, end + 170, "查询打印时间：[printed_on|dash]", 34)
    page.code(140, end + 220, 220)
    page.oval(1800, end + 340, (OFFICE, "学时证明专用章"), 32)
    return [page.done()]


def slip(s: Said, rng: random.Random) -> list[Sheet]:
    """A slip in labelled lines, a sentence for the hours."""
    page = Page(KIND, "training.slip", s, rng, "zenhei", (1654, 1240), (253, 251, 243))
    page.border(36, (130, 110, 60), 3)
    page.put(827, 160, "专业技术人员年度学时卡", 60, side="centre")
    pairs = (
        ("登记年份", "[year]年"), ("持卡人", "[name]"), ("身份证", "[id_number]"), ("工作单位", "[employer]"),
        ("专业学时", "[specialized_hours]学时"), ("公需学时", "[public_hours]学时"), ("学时总数", "[total_hours]学时"),
    )  # fmt: skip
    end = page.labelled(160, 280, pairs, 88, 260, 40)
    page.put(160, end + 90, "登记日期 [printed_on|dots]", 36)
    page.round(1260, end, OFFICE, 310, "学时登记专用章")
    return [page.done()]
