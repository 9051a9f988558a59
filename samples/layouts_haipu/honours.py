"""Awards and proofs of insurance."""

from __future__ import annotations

import random
from typing import Final

from samples.drawing import A4, Cell, Sheet, code_square, round_seal, table
from samples.layouts_haipu.page import (
    HALF_LYING,
    LYING,
    Facts,
    Item,
    column,
    finish,
    form,
    frame,
    new_sheet,
    stamp,
    write,
)
from samples.numbers import show_date

AWARD: Final = "award_certificate"
INSURANCE: Final = "social_insurance_record"


def red_folder(f: Facts, rng: random.Random) -> list[Sheet]:
    """The usual red folder."""
    sheet = new_sheet(AWARD, "award.red_folder", HALF_LYING, (255, 244, 238))
    frame(sheet, 50, (200, 40, 40), 10, 20)
    sheet.text(827, 230, "荣誉证书", "serif-black", 100, align="centre", spacing=30, colour=(190, 20, 20))
    write(sheet, 200, 370, "{name} 同志：", f, "kai-gb", 48)
    column(sheet, 200, 470, 1254, "{~occasion}，被授予“{award}”称号。特颁此证，以资鼓励。", f, "kai-gb", 48, 1.8)
    write(sheet, 1450, 850, "{issuer}", f, "kai-gb", 44, "right")
    write(sheet, 1450, 940, "{issue_date:m-hanzi}", f, "kai-gb", 42, "right")
    round_seal(sheet, 1230, 860, f["issuer"], rng, diameter=290)
    return [finish(sheet, rng)]


def prize(f: Facts, rng: random.Random) -> list[Sheet]:
    """A prize for a piece of work, upright, particulars in lines."""
    sheet = new_sheet(AWARD, "award.prize", A4, (254, 251, 240))
    frame(sheet, 70, (190, 150, 60), 8, 22)
    sheet.text(827, 380, "奖 励 证 书", "cns-kai", 110, align="centre", colour=(180, 30, 30))
    column(sheet, 220, 580, 1214, "为表彰在{~occasion}中作出贡献者，特发此证。", f, "cns-kai", 50, 1.9)
    items = ("奖项名称：{award}", "获 奖 者：{name}", "证 书 号：{~number}")
    for i, item in enumerate(items):
        write(sheet, 220, 960 + 130 * i, item, f, "cns-kai", 50)
    write(sheet, 1420, 1750, "{issuer}", f, "cns-kai", 52, "right")
    write(sheet, 1420, 1850, "{issue_date}", f, "cns-kai", 46, "right")
    round_seal(sheet, 1160, 1760, f["issuer"], rng, diameter=330)
    return [finish(sheet, rng)]


def company_diploma(f: Facts, rng: random.Random) -> list[Sheet]:
    """What a company gives its people of the year."""
    sheet = new_sheet(AWARD, "award.company_diploma", LYING, (255, 250, 230))
    frame(sheet, 80, (210, 60, 30), 14)
    sheet.text(1170, 330, "奖　状", "sans-black", 150, align="centre", colour=(200, 40, 20))
    write(sheet, 300, 570, "授予：{name}", f, "wenkai", 66)
    write(sheet, 1170, 800, "{award}", f, "wenkai", 90, "centre")
    column(sheet, 300, 960, 1740, "{~occasion}，以此表彰。", f, "wenkai", 54, 1.7)
    write(sheet, 2040, 1360, "{issuer}", f, "wenkai", 52, "right")
    write(sheet, 2040, 1450, "{issue_date:dots}", f, "wenkai", 48, "right")
    round_seal(sheet, 1780, 1360, f["issuer"], rng, diameter=330)
    return [finish(sheet, rng)]


def _paid(f: Facts) -> list[list[Cell]]:
    cells = []
    for employer, start, end in f.rows:
        months = [Cell(show_date(start, "dots"), "start_month", start), Cell(show_date(end, "dots"), "end_month", end)]
        kind = Cell(f["insurance_type"], "insurance_type")
        cells.append([*months, Cell(employer, "employer", align="left"), kind, Cell("正常缴费")])
    return cells


def provincial(f: Facts, rng: random.Random) -> list[Sheet]:
    """A proof of periods with an electronic stamp."""
    face = f["face"] or "song"
    sheet = new_sheet(INSURANCE, "insurance.provincial")
    sheet.text(827, 180, "基本养老保险个人参保缴费证明", face, 60, align="centre")
    rows: list[tuple[float, list[str | Item]]] = [
        (84, ["姓名", "{name}", "社会保障号码", "{id_number}"]),
        (84, ["参保地", "海浦市", "参保状态", "正常参保"]),
    ]
    y = form(sheet, 110, 240, [180, 440, 300, 514], rows, f, face, 34).box.y1
    heads = [Cell(text) for text in ("开始年月", "截止年月", "单位名称", "险种", "状态")]
    cells = [heads, *_paid(f)]
    y = table(sheet, 110, y + 40, [200, 200, 560, 274, 200], [84] * len(cells), cells, face, 32).box.y1
    note = "说明：本证明由社会保险经办系统自动生成，可凭验证码在三个月内核验。"
    column(sheet, 110, y + 90, 1434, note, f, face, 32, 1.6)
    write(sheet, 110, y + 230, "验证码：{~code}　　打印时间：{~printed:dash}", f, face, 32)
    round_seal(sheet, 1280, y + 300, "海浦市社会保险事业中心", rng, diameter=300, line="业务专用章")
    code_square(sheet, 120, y + 300, 220, rng)
    return [finish(sheet, rng)]


def lying_table(f: Facts, rng: random.Random) -> list[Sheet]:
    """A wide list without upright rules, the person's particulars at the foot."""
    sheet = new_sheet(INSURANCE, "insurance.lying_table", LYING)
    sheet.text(120, 170, "社会保险参保证明（个人专用）", "droid", 58)
    heads = [Cell(text) for text in ("起始月份", "终止月份", "缴费单位", "参加险种", "备注")]
    cells = [heads, *_paid(f)]
    found = table(sheet, 120, 230, [260, 260, 860, 460, 259], [92] * len(cells), cells, "droid", 38, ruled=False)
    for i in range(len(cells) + 1):
        sheet.line(120, 230 + 92 * i, 2219, 230 + 92 * i, 2)
    y = found.box.y1
    write(sheet, 120, y + 110, "证明对象：{name}　　公民身份号码：{id_number}", f, "droid", 38)
    write(sheet, 120, y + 190, "出具日期：{~printed}　　核验码：{~code}", f, "droid", 38)
    stamp(sheet, 1640, y + 100, ("东澜市社会保险管理服务局", "参保证明专用章"), 40, oval=True)
    return [finish(sheet, rng)]
