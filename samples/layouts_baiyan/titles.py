"""Certificates of an assistant engineer as Baiyan's bureau has given them out over the years."""

from __future__ import annotations

import random
from typing import Final

from samples.drawing import Sheet
from samples.layouts_baiyan.form import BRICK, INDIGO, Form
from samples.layouts_jichuan.board import Row, Told
from samples.layouts_jichuan.ruled import Slot
from samples.layouts_jichuan.stamps import company

KIND: Final = "title_certificate"


def spread(t: Told, rng: random.Random) -> list[Sheet]:
    """Inside of a folder: person and photograph on the left leaf, title and dates on the right one."""
    b = Form(KIND, "title.spread", t, rng, "serif", (2060, 1400), (255, 252, 244), fill="kai")
    b.sheet.line(1030, 60, 1030, 1340, 1, (200, 190, 160))
    b.photo(400, 150, 250)
    b.pressed(620, 480, t["issuer"])
    rows = (("姓　　名", "{name}"), ("性　　别", "{gender}"), ("出生年月", "{birth_date:digits_m}"), ("工作单位", ""))
    y = b.pairs(170, 690, rows, at=230, step=92, size=40)
    b.put(240, y + 4, "{employer}", 38)
    b.put(170, 1250, "证书编号：{certificate_number}", 36)
    b.put(1545, 200, "专业技术资格证书", 64, "centre", role="serif-black", colour=BRICK)
    right = (
        ("资格名称", "{title}"), ("专　　业", "{specialty}"), ("资格级别", "初级"), ("取得资格时间", "{obtained_on}"),
        ("取得方式", "{~method}"),
    )  # fmt: skip
    y = b.pairs(1130, 360, right, at=310, step=100, size=40)
    b.put(1130, y, "评审组织", 40)
    b.put(1180, y + 74, "{~committee}", 36)
    b.put(1130, y + 200, "发证机关（盖章）", 40)
    b.put(1940, y + 290, "{issuer}", 40, "right")
    b.put(1940, y + 380, "发证日期 {~issued}", 36, "right")
    company(b, 1650, y + 300, t["issuer"], 320)
    return [b.done()]


def electronic(t: Told, rng: random.Random) -> list[Sheet]:
    """An electronic certificate, lying: two columns of pairs, code in the corner."""
    b = Form(KIND, "title.electronic", t, rng, "hei", (2000, 1400), (250, 253, 255), fill="hei")
    b.frame(30, (60, 110, 180), 4, 12)
    b.put(1000, 190, "楠淮省专业技术人员职称证书", 70, "centre", role="hei-bold", colour=(40, 80, 150))
    b.put(1000, 250, "（电子证书）", 34, "centre")
    b.photo(140, 330, 230)
    left = (("姓名", "{name}"), ("性别", "{gender}"), ("出生日期", "{birth_date:dash}"), ("证件号码", "{id_number}"))
    right = (
        ("职称名称", "{title}"),
        ("专业名称", "{specialty}"),
        ("取得时间", "{obtained_on:dash}"),
        ("取得方式", "{~method}"),
    )
    b.pairs(440, 400, left, at=190, step=86, size=36)
    b.pairs(1190, 400, right, at=200, step=86, size=36)
    b.put(440, 780, "工作单位", 36)
    b.put(630, 780, "{employer}", 36)
    b.put(440, 866, "评审机构", 36)
    b.put(630, 866, "{~committee}", 36)
    b.put(440, 952, "证书编号", 36)
    b.put(630, 952, "{certificate_number}", 36)
    b.code(140, 1060, 220)
    b.put(420, 1260, "扫码可查验证书信息，与纸质证书具有同等效力。", 28)
    b.put(1840, 1120, "{issuer}", 38, "right")
    b.put(1840, 1200, "{~issued:dash}", 36, "right")
    b.seal(1560, 1110, t["issuer"], 310)
    return [b.done()]


def sentence(t: Told, rng: random.Random) -> list[Sheet]:
    """Upright: one sentence says who was found qualified, when and by whom."""
    b = Form(KIND, "title.sentence", t, rng, "fangsong", (1480, 2060), (255, 250, 238), fill="wenkai")
    b.frame(50, (170, 120, 40), 2, 9, 2)
    b.put(740, 270, "资 格 证 书", 110, "centre", role="serif-black", colour=BRICK)
    b.photo(610, 380, 250)
    body = (
        "{name}，{gender}，{birth_date:digits_m}生，在{employer}从事{specialty}专业技术工作。经{~committee}评审，该同志于"
        "{obtained_on}取得{title}资格。特发此证。"
    )
    y = b.prose(170, 880, 1140, body, 46, 2.0)
    b.put(1310, y + 190, "{issuer}", 42, "right")
    b.put(1310, y + 280, "{~issued}", 40, "right")
    b.seal(1020, y + 200, t["issuer"], 320)
    b.put(170, 1900, "证书号：{certificate_number}", 36)
    b.put(170, 1960, "批准文号：{~document}", 32)
    return [b.done()]


def tabled(t: Told, rng: random.Random) -> list[Sheet]:
    """A ruled sheet with the label cells at the left of each pair, photograph over four rows."""
    b = Form(KIND, "title.tabled", t, rng, "song", (1654, 1580), fill="fangsong")
    b.put(827, 190, "初级专业技术职务任职资格证书", 60, "centre", role="hei-bold")
    b.put(1544, 280, "编号：{certificate_number}", 32, "right")
    rows: list[Row] = [
        (96, ["姓名", "{name}", "性别", "{gender}", Slot("", 1, 4)]), (96, ["出生年月", "{birth_date:dots_m}", "专业", "{specialty}"]),
        (96, ["工作单位", Slot("{employer}", 3)]), (96, ["任职资格", Slot("{title}", 3)]),
        (96, ["取得资格时间", Slot("{obtained_on:dots}", 2), "授予方式", "{~method}"]), (96, ["评委会名称", Slot("{~committee}", 4)]),
        (300, ["发证机关", Slot("{issuer}", 4)]),
    ]  # fmt: skip
    y = b.grid(110, 310, [250, 350, 190, 330, 314], rows, 34)
    b.photo(1254, 332, 240)
    b.put(1500, y - 30, "{~issued:dots}", 32, "right")
    b.seal(1130, y - 150, t["issuer"], 270)
    return [b.done()]


def upper(t: Told, rng: random.Random) -> list[Sheet]:
    """A lying card: title in the middle, pairs with points between, the photograph left below."""
    b = Form(KIND, "title.upper", t, rng, "kai-gb", (1900, 1320), (252, 252, 248), fill="serif-semibold")
    b.shade(0, 0, 1900, 120, INDIGO)
    b.put(950, 84, "专业技术任职资格证书", 60, "centre", role="serif-bold", colour=(250, 244, 220))
    b.photo(130, 220, 250)
    b.put(255, 640, "{name}", 44, "centre")
    b.put(255, 700, "{gender}　{birth_date:slash}生", 32, "centre")
    y = 260.0
    for label, value in (
        ("资格名称", "{title}"), ("专业类别", "{specialty}"), ("所在单位", "{employer}"), ("资格取得日期", "{obtained_on:slash}"),
        ("证书编号", "{certificate_number}"), ("批准文号", "{~document}"),
    ):  # fmt: skip
        b.leaders(520, 1760, y, label, value, 38)
        y += 92
    b.put(520, y + 20, "评审组织：{~committee}", 34)
    b.put(1760, y + 190, "{issuer}", 40, "right")
    b.put(1760, y + 270, "{~issued:slash}发", 36, "right")
    company(b, 1440, y + 180, t["issuer"], 310)
    return [b.done()]
