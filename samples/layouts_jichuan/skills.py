"""Certificates of vocational skill: the ministry's old book, an assessing body's sheet."""

from __future__ import annotations

import random
from typing import Final

from models.geometry import Box
from samples.drawing import Sheet
from samples.layouts_jichuan.board import Board, Told
from samples.layouts_jichuan.stamps import company

SKILL: Final = "vocational_certificate"


def ministry_book(t: Told, rng: random.Random) -> list[Sheet]:
    """The old certificate of the ministry of labour: two pages, marks of theory and practice."""
    b = Board(SKILL, "vocational.book", t, rng, "song", (1900, 1300), (250, 240, 232), fill="kai-gb")
    b.sheet.line(950, 50, 950, 1250, 2, (206, 180, 160))
    b.put(475, 170, "中华人民共和国", 46, "centre", role="serif-bold")
    b.put(475, 250, "职业资格证书", 62, "centre", role="serif-black", colour=(170, 40, 40))
    b.photo(370, 310, 210)
    left = (
        ("姓　　名", "{name}"), ("性　　别", "{gender}"), ("文化程度", "{~schooled}"), ("发证日期", "{issue_date}"),
        ("证书编号", "{certificate_number}"), ("身份证号", "{id_number}"),
    )  # fmt: skip
    right = (
        ("职业（工种）", "{occupation}"), ("级　　别", "{~grade}/{level}"), ("理论知识考试成绩", "{~theory}"),
        ("操作技能考核成绩", "{~practice}"), ("评定成绩", "合格"),
    )  # fmt: skip
    for i, (label, value) in enumerate(left):
        b.put(110, 720 + 92 * i, label, 32)
        b.under(280, 880, 716 + 92 * i, value, 34)
    for i, (label, value) in enumerate(right):
        b.put(1010, 220 + 104 * i, label, 32)
        b.under(1300, 1840, 216 + 104 * i, value, 36)
    b.put(1430, 880, "{issuer}", 38, "centre")
    b.put(1430, 950, "（发证机关盖章）", 30, "centre")
    company(b, 1430, 1010, t["issuer"], 310)
    return [b.done()]


def skill_level(t: Told, rng: random.Random) -> list[Sheet]:
    """The certificate of an assessing body, upright; names of entries also in English."""
    b = Board(SKILL, "vocational.level", t, rng, "serif", (1460, 2020), (254, 252, 244), fill="fangsong")
    b.frame(44, (180, 150, 70), 6, 2)
    b.put(730, 230, "职业技能等级证书", 84, "centre", role="serif-black")
    b.put(730, 290, "Certificate of Occupational Skill Level", 30, "centre", colour=(130, 120, 96))
    b.photo(1120, 350, 210)
    b.prose(
        150,
        420,
        880,
        "本证书由{~issuer}颁发，表明持证人通过本机构组织的职业技能等级认定，具备该职业（工种）相应技能等级水平。",
        36,
        1.7,
    )
    pairs = (
        ("姓名 Name", "{name}"), ("证件类型 ID Type", "居民身份证"), ("证件号码 ID No.", "{id_number}"),
        ("职业名称 Occupation", "{occupation}"), ("工种/职业方向 Job", "--"), ("职业技能等级 Level", "{~grade}/{level}"),
        ("证书编号 Cert. No.", "{certificate_number}"),
    )  # fmt: skip
    for i, (label, value) in enumerate(pairs):
        b.put(150, 790 + 98 * i, label, 31)
        b.put(560, 790 + 98 * i, value, 36)
    b.code(160, 1560, 220)
    b.put(1300, 1600, "{issuer}", 38, "right")
    b.put(1300, 1690, "{issue_date:padded}", 36, "right")
    company(b, 1060, 1600, t["issuer"], 310, "技能等级认定章")
    b.sheet.rect(Box(120, 1850, 1340, 1852), 1, (180, 150, 70))
    b.put(150, 1910, "查询网址：http://jndj.osta.org.cn", 28)
    return [b.done()]
