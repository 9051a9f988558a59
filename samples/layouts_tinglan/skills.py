"""Vocational certificates: the ministry's book of before 2020 and the certificate of a skill level."""

from __future__ import annotations

import random
from typing import Final

from samples.drawing import Sheet
from samples.layouts_jichuan.board import Told
from samples.layouts_jichuan.stamps import company
from samples.layouts_tinglan.panel import Panel

KIND: Final = "vocational_certificate"


def ministry(t: Told, rng: random.Random) -> list[Sheet]:
    """Opened: entries in two languages on the left, marks and the seal of the office on the right."""
    b = Panel(KIND, "vocational.two_tongues", t, rng, "song", (2000, 1380), (244, 248, 252), fill="hei")
    b.sheet.line(1000, 60, 1000, 1320, 2, (180, 190, 200))
    b.put(500, 160, "中华人民共和国职业资格证书", 46, "centre", role="serif-bold")
    b.photo(660, 230, 240)
    pairs = (
        ("姓名", "Name", "{name}"), ("性别", "Sex", "{gender}"), ("文化程度", "Education", "{~schooled}"),
        ("发证日期", "Date of Issue", "{issue_date:padded}"), ("证书编号", "Certificate No.", "{certificate_number}"),
        ("身份证号", "ID No.", "{id_number}"),
    )  # fmt: skip
    for i, (label, english, value) in enumerate(pairs):
        y = 330 + 150 * i
        b.put(110, y, label, 32)
        b.put(110, y + 38, english, 22)
        b.put(320, y + 12, value, 36)
    entries = (
        ("职业（工种）及等级", "{occupation}　{level}"), ("理论知识考试成绩", "{~theory}"), ("操作技能考核成绩", "{~practice}"),
        ("评定成绩", "{=合格}"),
    )  # fmt: skip
    for i, (label, value) in enumerate(entries):
        b.put(1080, 280 + 140 * i, label, 34)
        b.under(1440, 1900, 276 + 140 * i, value, 36)
    b.put(1080, 950, "职业技能鉴定（指导）中心（印）", 34)
    b.put(1080, 1010, "{issuer}", 34)
    b.seal(1650, 1110, t["issuer"], 310)
    return [b.done()]


def level(t: Told, rng: random.Random) -> list[Sheet]:
    """An upright sheet: the sentence first, entries with dotted labels, the assessing company's seal."""
    b = Panel(KIND, "vocational.sheet", t, rng, "fangsong", (1654, 2200), (255, 255, 255), fill="fangsong")
    b.frame(50, (180, 40, 40), 6, 2)
    b.put(827, 300, "职业技能等级证书", 96, "centre", role="serif-black", spacing=10)
    text = (
        "本证书由经人力资源社会保障部门备案的职业技能评价机构颁发，表明持证人通过职业技能等级认定，具备相应的技能等级。"
    )
    b.prose(190, 430, 1274, text, 36, 1.75)
    b.photo(1210, 650, 240)
    pairs = (
        ("姓　　　　名", "{name}"), ("证件　类型", "{=居民身份证}"), ("证件　号码", "{id_number}"),
        ("职业　名称", "{occupation}"), ("工种／方向", "{=--}"), ("技能　等级", "{level}"),
        ("证书　编号", "{certificate_number}"),
    )  # fmt: skip
    for i, (label, value) in enumerate(pairs):
        b.put(190, 720 + 104 * i, label, 36)
        b.put(470, 720 + 104 * i, value, 38)
    b.put(1460, 1620, "{issuer}", 38, "right")
    b.put(1460, 1710, "{issue_date}", 38, "right")
    company(b, 1180, 1640, t["issuer"], 320)
    b.code(190, 1560, 210)
    b.put(190, 1900, "证书查询网址：http://jndj.osta.org.cn", 30)
    b.put(190, 1960, "机构查询网址：http://pjjg.osta.org.cn", 30)
    return [b.done()]
