"""Letters of appointment and vocational certificates."""

from __future__ import annotations

import random
from typing import Final

from samples.drawing import A4, Cell, Sheet, code_square, name_seal, portrait, round_seal, signature, table
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

LETTER: Final = "appointment_letter"
VOCATION: Final = "vocational_certificate"


def gilt(f: Facts, rng: random.Random) -> list[Sheet]:
    """A bought folder: gilt frame, two characters, a sentence filled in."""
    sheet = new_sheet(LETTER, "appointment.gilt", LYING, (255, 248, 236))
    frame(sheet, 90, (200, 150, 60), 12, 26)
    sheet.text(1170, 380, "聘 书", "smiley", 170, align="centre", colour=(180, 30, 30))
    write(sheet, 330, 580, "{_name} 同志：", f, "wenkai", 60)
    body = "根据工作需要，现聘任您担任本公司{title}专业技术职务，任期从{start_date:hanzi}到{end_date:hanzi}止。此聘。"
    column(sheet, 330, 720, 1680, body, f, "wenkai", 60, 2.0)
    write(sheet, 1960, 1250, "{employer}", f, "wenkai", 54, "right")
    write(sheet, 1960, 1350, "{issue_date:hanzi}", f, "wenkai", 50, "right")
    round_seal(sheet, 1660, 1250, f["employer"], rng, diameter=330)
    return [finish(sheet, rng)]


def decision(f: Facts, rng: random.Random) -> list[Sheet]:
    """A red-headed decision with a table of those appointed."""
    sheet = new_sheet(LETTER, "appointment.decision")
    write(sheet, 827, 240, "{~employer}文件", f, "serif-black", 64, "centre")
    write(sheet, 827, 330, "{~document}", f, "fangsong", 36, "centre")
    sheet.line(140, 370, 1514, 370, 6, (205, 32, 38))
    sheet.text(827, 490, "关于专业技术人员职务聘任的决定", "serif-bold", 56, align="centre")
    body = "各部门、车间：经公司办公会研究，决定聘任下列人员专业技术职务，聘期内按公司规定享受相应待遇。"
    y = column(sheet, 160, 600, 1334, body, f, "fangsong", 40, 1.7) + 60
    cells = [[Cell(head) for head in ("序号", "姓 名", "聘任职务", "聘期起", "聘期止")]]
    for number, (name, title, start, end) in enumerate(f.rows, 1):
        dates = (
            Cell(show_date(start, "dots"), "start_date", start),
            Cell(show_date(end, "dots"), "end_date", end),
        )
        cells.append([Cell(str(number)), Cell(name, "name"), Cell(title, "title"), *dates])
    y = table(sheet, 160, y, [110, 260, 340, 312, 312], [84] * len(cells), cells, "fangsong", 36).box.y1
    write(sheet, 1450, y + 240, "{employer}", f, "fangsong", 42, "right")
    write(sheet, 1410, y + 320, "{issue_date}", f, "fangsong", 40, "right")
    round_seal(sheet, 1190, y + 250, f["employer"], rng, diameter=320)
    return [finish(sheet, rng)]


def contract_form(f: Facts, rng: random.Random) -> list[Sheet]:
    """A ruled certificate with opinions and signatures."""
    sheet = new_sheet(LETTER, "appointment.contract_form", (1654, 1500))
    sheet.text(827, 140, "专业技术职务聘任书", "hei-bold", 64, align="centre")
    rows: list[tuple[float, list[str | Item]]] = [
        (92, ["受聘人", "{name}", "所在部门", "{~department}"]),
        (92, ["聘任职务", "{title}", "岗位类别", "工程技术"]),
        (92, ["聘期", Item("自 {start_date:dots} 起 至 {end_date:dots} 止", 3)]),
        (240, ["岗位职责", Item(f["duties"], 3, align="left", top=True)]),
        (240, ["聘任单位意见", Item("同意聘任。{employer}", 3, align="left", top=True)]),
        (92, ["受聘人签字", "", "签发日期", "{issue_date:dots}"]),
    ]
    form(sheet, 120, 200, [250, 480, 230, 454], rows, f, "hei", 36, face="wenkai")
    signature(sheet, 400, 1030, f["name"], rng, 54)
    name_seal(sheet, 520, 830, f["leader"], rng, 90)
    round_seal(sheet, 1200, 860, f["employer"], rng, diameter=270)
    return [finish(sheet, rng)]


def plain_proof(f: Facts, rng: random.Random) -> list[Sheet]:
    """An open-ended letter on plain paper."""
    sheet = new_sheet(LETTER, "appointment.plain_proof", HALF_LYING)
    sheet.text(827, 170, "聘 任 通 知 书", "ming", 66, align="centre")
    write(sheet, 150, 310, "{name}：", f, "ming", 44)
    body = "兹聘任你为我公司{title}，聘期自{start_date}开始，未另行通知前长期有效，请按岗位说明书履行职责。"
    column(sheet, 150, 410, 1354, body, f, "ming", 44, 1.9)
    write(sheet, 1450, 800, "{employer}", f, "ming", 42, "right")
    write(sheet, 1450, 880, "{issue_date:dash}", f, "ming", 40, "right")
    round_seal(sheet, 1180, 800, f["employer"], rng, diameter=290)
    return [finish(sheet, rng)]


def skill_card(f: Facts, rng: random.Random) -> list[Sheet]:
    """The certificate of skill level of 2021 on."""
    sheet = new_sheet(VOCATION, "vocational.skill_card", A4, (250, 253, 255))
    frame(sheet, 60, (70, 120, 190), 5)
    sheet.text(827, 300, "职业技能等级证书", "serif-bold", 92, align="centre", spacing=10)
    sheet.text(827, 370, "Occupational Skill Level Certificate", "droid", 34, align="centre")
    text = "持证人已通过职业技能等级认定，评价合格，特发此证。"
    column(sheet, 180, 500, 1294, text, f, "fangsong", 42, 1.7)
    portrait(sheet, 1180, 640, 270, rng)
    items = (
        "姓　　名：{name}",
        "证件类型：居民身份证",
        "证件号码：{id_number}",
        "职业名称：{occupation}",
        "工种方向：--",
        "技能等级：{level}",
        "证书编号：{certificate_number}",
    )
    for i, item in enumerate(items):
        write(sheet, 180, 720 + 110 * i, item, f, "fangsong", 42)
    write(sheet, 180, 1640, "评价机构：{issuer}（盖章）", f, "fangsong", 42)
    write(sheet, 180, 1740, "发证日期：{issue_date:padded}", f, "fangsong", 42)
    round_seal(sheet, 1080, 1680, f["issuer"], rng, diameter=310)
    code_square(sheet, 1230, 1900, 220, rng)
    sheet.text(180, 2050, "查询网址：heyan.invalid", "fangsong", 32)
    return [finish(sheet, rng)]


def qualification(f: Facts, rng: random.Random) -> list[Sheet]:
    """The qualification of before 2017, both halves side by side."""
    sheet = new_sheet(VOCATION, "vocational.qualification", LYING, (252, 240, 236))
    sheet.text(590, 300, "中华人民共和国", "kai", 60, align="centre")
    sheet.text(590, 400, "职业资格证书", "kai", 80, align="centre")
    portrait(sheet, 450, 480, 280, rng)
    write(sheet, 590, 1000, "{level}", f, "kai", 64, "centre")
    write(sheet, 590, 1180, "证书编号 {certificate_number}", f, "kai", 44, "centre")
    items = (
        ("姓名 Name", "{name}"),
        ("性别 Sex", "{gender}"),
        ("身份证号 ID No.", "{id_number}"),
        ("职业（工种）", "{occupation}"),
        ("理论知识考试成绩", "78"),
        ("操作技能考核成绩", "83"),
        ("评定成绩", "合格"),
        ("发证日期", "{issue_date}"),
    )
    for i, (label, value) in enumerate(items):
        sheet.text(1280, 300 + 120 * i, label, "kai", 42)
        write(sheet, 1680, 300 + 120 * i, value, f, "wenkai", 46)
    write(sheet, 1280, 1330, "发证机关 {issuer}", f, "kai", 40)
    round_seal(sheet, 1900, 1290, f["issuer"], rng, diameter=320)
    stamp(sheet, 1300, 1420, ("职业技能鉴定专用章",), 34)
    return [finish(sheet, rng)]
