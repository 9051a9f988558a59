"""Title certificates of offices of several provinces."""

from __future__ import annotations

import random
from typing import Final

from samples.drawing import A5, Sheet, code_square, embossed_seal, portrait, round_seal
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

KIND: Final = "title_certificate"


def card(f: Facts, rng: random.Random) -> list[Sheet]:
    """A provincial platform's electronic certificate: values alone on faint rules, a code, a stamp."""
    sheet = new_sheet(KIND, "title.card", (1654, 1240), (246, 250, 255))
    frame(sheet, 36, (60, 110, 180), 3)
    sheet.text(827, 140, "云岭省专业技术人员职称证书", "droid", 62, align="centre")
    sheet.text(827, 200, "（电子证照）", "droid", 32, align="centre")
    portrait(sheet, 110, 280, 250, rng)
    items = (
        ("持证人", "{name}"),
        ("性别 / 出生日期", "{gender} / {birth_date:slash}"),
        ("身份证件号", "{id_number}"),
        ("职称", "{title}"),
        ("专业类别", "{specialty}"),
        ("资格取得时间", "{obtained_on:slash}"),
        ("评审委员会", "{~committee}"),
        ("证书管理号", "{certificate_number}"),
    )
    for i, (label, value) in enumerate(items):
        y = 320 + 84 * i
        sheet.text(720, y, label, "droid", 32, align="right", colour=(90, 100, 120))
        write(sheet, 760, y, value, f, "droid", 36)
        sheet.line(750, y + 18, 1540, y + 18, 1, (190, 205, 225))
    code_square(sheet, 120, 720, 220, rng)
    write(sheet, 760, 1040, "{issuer}", f, "droid", 36)
    write(sheet, 760, 1110, "发证 {~issued:slash}", f, "droid", 32)
    round_seal(sheet, 1250, 1030, f["issuer"], rng, diameter=260)
    return [finish(sheet, rng)]


def wallet(f: Facts, rng: random.Random) -> list[Sheet]:
    """Two small upright pages: the photograph and who issued it, then the entries."""
    left = new_sheet(KIND, "title.wallet", (900, 1200), (252, 244, 232))
    portrait(left, 320, 140, 260, rng)
    embossed_seal(left, 560, 500, f["issuer"], rng, diameter=210)
    left.text(450, 720, "专业技术资格证书", "kai-gb", 56, align="centre")
    write(left, 90, 900, "编号：{certificate_number}", f, "kai-gb", 36)
    write(left, 90, 980, "发证单位：{issuer}", f, "kai-gb", 34)
    write(left, 90, 1060, "发证日期：{~issued}", f, "kai-gb", 34)
    round_seal(left, 660, 990, f["issuer"], rng, diameter=250)
    right = new_sheet(KIND, "title.wallet", (900, 1200), (252, 244, 232))
    right.first = False
    items = (
        ("姓名", "{name}"),
        ("性别", "{gender}"),
        ("出生年月", "{birth_date:m-dots}"),
        ("工作单位", "{employer}"),
        ("系列名称", "工程技术"),
        ("专业名称", "{specialty}"),
        ("资格名称", "{title}"),
        ("授予时间", "{obtained_on:dots}"),
        ("评审组织", "{~committee}"),
    )
    for i, (label, value) in enumerate(items):
        right.text(80, 170 + 110 * i, label, "kai-gb", 38)
        right.line(250, 184 + 110 * i, 850, 184 + 110 * i, 2, (160, 150, 140))
        write(right, 265, 170 + 110 * i, value, f, "wenkai", 36 if len(value) < 14 else 30)
    return [finish(left, rng), finish(right, rng)]


def sentence(f: Facts, rng: random.Random) -> list[Sheet]:
    """A certificate that says it in one sentence."""
    sheet = new_sheet(KIND, "title.sentence", LYING, (255, 250, 244))
    frame(sheet, 70, (190, 60, 50), 8, 18)
    sheet.text(1170, 320, "职 称 证 书", "sans-black", 120, align="centre")
    body = (
        "{name}（身份证号：{id_number}），现在{employer}从事技术工作。经{~committee}于{obtained_on}评审通过，"
        "具备{specialty}专业{title}职称。特发此证。"
    )
    column(sheet, 240, 560, 1480, body, f, "serif-medium", 56, 2.0)
    portrait(sheet, 1820, 480, 290, rng)
    write(sheet, 240, 1460, "证号 {certificate_number}", f, "serif-medium", 42)
    write(sheet, 2080, 1300, "{issuer}", f, "serif-medium", 48, "right")
    write(sheet, 2040, 1390, "{~issued:hanzi}", f, "serif-medium", 44, "right")
    round_seal(sheet, 1800, 1290, f["issuer"], rng, diameter=330)
    return [finish(sheet, rng)]


def three_dates(f: Facts, rng: random.Random) -> list[Sheet]:
    """A ruled sheet with three dates, of which one is the date of the award."""
    sheet = new_sheet(KIND, "title.three_dates", HALF_LYING)
    sheet.text(827, 120, "专业技术职务任职资格证明", "zenhei", 58, align="centre")
    rows: list[tuple[float, list[str | Item]]] = [
        (90, ["姓名", "{name}", "性别", "{gender}", Item("", 1, 3)]),
        (90, ["身份证号", Item("{id_number}", 3)]),
        (90, ["单位", Item("{employer}", 3)]),
        (90, ["任职资格", "{title}", "专业", Item("{specialty}", 2)]),
        (90, ["通过日期", "{obtained_on}", "公布文号", Item("{~document}", 2)]),
        (90, ["公布日期", "{~published}", "制证日期", Item("{~issued}", 2)]),
        (90, ["证书编号", "{certificate_number}", "发证机构", Item("{issuer}", 2)]),
    ]
    form(sheet, 90, 170, [210, 470, 190, 330, 274], rows, f, "zenhei", 34, face="song")
    portrait(sheet, 1300, 180, 180, rng, 240)
    write(sheet, 100, 890, "评委会：{~committee}", f, "zenhei", 32)
    round_seal(sheet, 1250, 940, f["issuer"], rng, diameter=260, line="职称专用章")
    code_square(sheet, 110, 930, 170, rng)
    return [finish(sheet, rng)]


def first_grant(f: Facts, rng: random.Random) -> list[Sheet]:
    """A narrow certificate of a first grant without an examination."""
    sheet = new_sheet(KIND, "title.first_grant", A5, (255, 253, 246))
    frame(sheet, 50, (150, 30, 30), 4, 10)
    sheet.text(582, 210, "初级专业技术职务", "cns-kai", 66, align="centre")
    sheet.text(582, 300, "任职资格证书", "cns-kai", 66, align="centre")
    portrait(sheet, 470, 360, 220, rng)
    body = "{name}同志，{gender}，{birth_date:m-digits}生。经考核，自{obtained_on:padded}起初定为{title}（{specialty}）任职资格。"
    y = column(sheet, 130, 790, 905, body, f, "cns-kai", 46, 1.8)
    write(sheet, 130, y + 120, "工作单位：{employer}", f, "cns-kai", 36)
    write(sheet, 130, y + 190, "认定编号：{certificate_number}", f, "cns-kai", 36)
    write(sheet, 1035, y + 330, "{issuer}", f, "cns-kai", 40, "right")
    write(sheet, 1035, y + 400, "{~issued:padded}", f, "cns-kai", 36, "right")
    round_seal(sheet, 780, y + 330, f["issuer"], rng, diameter=260)
    stamp(sheet, 140, y + 300, ("审核", "无误"), 30, oval=True)
    return [finish(sheet, rng)]
