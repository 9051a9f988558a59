"""Cards of hours of continuing education as several platforms and offices print them."""

from __future__ import annotations

import random
from typing import Final

from models.geometry import Box
from samples.drawing import A4, Sheet, code_square, round_seal
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

KIND: Final = "training_hour_card"


def ledger(f: Facts, rng: random.Random) -> list[Sheet]:
    """Courses in a wide table, sums in the last row, the card's particulars in one line above."""
    face = f["face"] or "song"
    sheet = new_sheet(KIND, "training.ledger", LYING)
    write(sheet, 1170, 170, "{year}年度专业技术人员继续教育学时登记卡", f, face, 62, "centre")
    write(sheet, 120, 270, "姓名：{name}　　身份证号：{id_number}　　工作单位：{employer}", f, face, 36)
    rows: list[tuple[float, list[str | Item]]] = [(80, ["课程名称", "主办单位", "学习时间", "公需科目", "专业科目"])]
    for name, host, when, kind, hours in f.rows:
        public = kind != "专业"
        rows.append((80, [Item(name, align="left"), host, when, hours if public else "", "" if public else hours]))
    rows.append((80, [Item("小　计", 3), "{public_hours}", "{specialized_hours}"]))
    rows.append((80, [Item("总学时", 3), Item("{total_hours}", 2)]))
    bottom = form(sheet, 120, 310, [760, 560, 380, 200, 200], rows, f, face, 34).box.y1
    write(sheet, 120, bottom + 100, "打印时间：{printed_on}", f, face, 34)
    round_seal(sheet, 1900, bottom + 60, "海浦市人力资源和社会保障局", rng, diameter=220, line="继续教育专用章")
    return [finish(sheet, rng)]


def headline(f: Facts, rng: random.Random) -> list[Sheet]:
    """A platform's proof: three big figures in boxes, courses as a list without rules."""
    sheet = new_sheet(KIND, "training.headline", A4)
    sheet.rect(Box(0, 0, 1654, 190), 1, (30, 100, 170), (30, 100, 170))
    sheet.text(120, 120, "东澜市专业技术人员学习平台", "microhei", 52, colour=(255, 255, 255))
    sheet.text(120, 300, "年度学时证明", "microhei", 66)
    write(sheet, 120, 390, "学员 {name}（{id_number}）", f, "microhei", 38)
    write(sheet, 120, 460, "{employer}", f, "microhei", 36)
    write(sheet, 120, 530, "学习年度 {year}", f, "microhei", 36)
    figures = (("学时合计", "{total_hours}"), ("专业课", "{specialized_hours}"), ("公需课", "{public_hours}"))
    for i, (label, value) in enumerate(figures):
        x = 120 + 490 * i
        sheet.rect(Box(x, 590, x + 440, 820), 3, (30, 100, 170))
        write(sheet, x + 220, 715, value, f, "microhei", 90, "centre")
        sheet.text(x + 220, 790, label, "microhei", 34, align="centre")
    for i, (name, _, when, kind, hours) in enumerate(f.rows):
        y = 920 + 86 * i
        sheet.text(120, y, f"{i + 1}. {name}", "microhei", 34)
        sheet.text(1000, y, when, "microhei", 30)
        sheet.text(1330, y, kind, "microhei", 30)
        sheet.text(1534, y, f"{hours}学时", "microhei", 34, align="right")
    y = 980 + 86 * len(f.rows)
    write(sheet, 120, y + 60, "本证明由系统生成于 {printed_on:dash}", f, "microhei", 32)
    code_square(sheet, 1340, y, 170, rng)
    return [finish(sheet, rng)]


def stub(f: Facts, rng: random.Random) -> list[Sheet]:
    """A small card: labels and figures in two columns, the courses left out."""
    face = f["face"] or "zenhei"
    sheet = new_sheet(KIND, "training.stub", HALF_LYING, (254, 250, 240))
    frame(sheet, 40, (190, 90, 40), 5)
    sheet.text(827, 150, "继续教育学时登记卡", face, 64, align="centre")
    rows: list[tuple[float, list[str | Item]]] = [
        (96, ["登记年度", "{year}", "姓　　名", "{name}"]),
        (96, ["证件号码", Item("{id_number}", 3)]),
        (96, ["所在单位", Item("{employer}", 3)]),
        (96, ["公需科目学时", "{public_hours}", "专业科目学时", "{specialized_hours}"]),
        (96, ["年度合计", Item("{total_hours} 学时", 3)]),
        (96, ["登记结论", Item("已完成本年度继续教育任务", 3)]),
    ]
    form(sheet, 110, 210, [300, 400, 320, 414], rows, f, face, 36, face="kai-gb")
    write(sheet, 110, 900, "打印日期 {printed_on:slash}", f, face, 32)
    stamp(sheet, 1080, 850, ("海浦市继续教育管理办公室", "学时登记专用章"), 36)
    return [finish(sheet, rng)]


def three_sorts(f: Facts, rng: random.Random) -> list[Sheet]:
    """General and trade courses apart, the sums written as a sentence."""
    face = f["face"] or "ming"
    sheet = new_sheet(KIND, "training.three_sorts", (1654, 1700))
    sheet.text(827, 140, "专业技术人员继续教育证书 · 学时登记页", face, 52, align="centre")
    write(sheet, 130, 240, "姓 名 {_name}　　证件号 {_id_number}", f, face, 38)
    write(sheet, 130, 310, "单 位 {_employer}　　年 度 {_year}", f, face, 38)
    rows: list[tuple[float, list[str | Item]]] = [(80, ["起止时间", "学习内容", "科目", "学时", "登记单位"])]
    rows += [(80, [when, Item(name, align="left"), kind, hours, host]) for name, host, when, kind, hours in f.rows]
    bottom = form(sheet, 110, 360, [270, 560, 170, 120, 320], rows, f, face, 32).box.y1
    text = (
        "以上经审核，本年度共登记{total_hours}学时，其中：公需科目{public_hours}学时，专业科目{specialized_hours}学时。"
    )
    y = column(sheet, 130, bottom + 110, 1394, text, f, face, 40, 1.7)
    write(sheet, 1480, y + 200, "{printed_on}", f, face, 38, "right")
    stamp(sheet, 880, y + 110, ("东澜市继续教育基地", "学时认定专用章"), 28, oval=True)
    return [finish(sheet, rng)]


def sideways(f: Facts, rng: random.Random) -> list[Sheet]:
    """Hours by kind as columns, a month a row; sums at the left in the head."""
    sheet = new_sheet(KIND, "training.sideways", (1800, 1400), (248, 252, 248))
    write(sheet, 900, 140, "学时登记卡（{year}）", f, "serif-bold", 62, "centre")
    rows: list[tuple[float, list[str | Item]]] = [
        (88, ["持卡人", "{name}", "证件号", Item("{id_number}", 2)]),
        (88, ["单位", Item("{employer}", 4)]),
        (88, ["类别", "全部", "专业", "公需", "审核"]),
        (88, ["登记学时", "{total_hours}", "{specialized_hours}", "{public_hours}", "通过"]),
    ]
    rows += [(80, [when, Item(f"{name}（{kind}）", 3, align="left"), hours]) for name, _, when, kind, hours in f.rows]
    bottom = form(sheet, 120, 210, [300, 360, 300, 360, 240], rows, f, "serif", 34, face="serif-medium").box.y1
    write(sheet, 130, bottom + 90, "制卡时间 {printed_on:dots}", f, "serif", 32)
    round_seal(sheet, 1420, bottom + 100, "江右省人事培训中心", rng, diameter=270)
    return [finish(sheet, rng)]
