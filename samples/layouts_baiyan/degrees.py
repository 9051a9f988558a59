"""Certificates of degrees, and what the state's service says of a degree from abroad."""

from __future__ import annotations

import random
from typing import Final

from samples.drawing import Sheet, name_seal
from samples.layouts_baiyan.form import BRICK, INDIGO, Form
from samples.layouts_jichuan.board import Told
from samples.layouts_jichuan.stamps import business

KIND: Final = "degree_certificate"


def own_design(t: Told, rng: random.Random) -> list[Sheet]:
    """A school's own: all in the middle, the name large on a line of its own."""
    b = Form(KIND, "degree.own_design", t, rng, "serif", (1480, 2060), (255, 254, 250), fill="serif-semibold")
    b.frame(40, (120, 30, 46), 3, 1)
    b.put(740, 200, "{school}", 66, "centre", role="wenkai-bold", colour=(120, 30, 46))
    b.put(740, 330, "学士学位证书", 88, "centre", role="serif-black")
    b.put(740, 390, "BACHELOR'S DEGREE", 30, "centre", colour=(120, 120, 120))
    b.photo(620, 450, 240)
    b.put(740, 900, "{name}", 70, "centre", spacing=12)
    b.put(740, 970, "（{gender}，{birth_date}出生）", 36, "centre")
    b.put(740, 1080, "修业于本校 {major} 专业", 40, "centre")
    b.put(740, 1160, "完成本科培养方案，经学位评定委员会审核", 40, "centre")
    b.put(740, 1240, "授予", 40, "centre")
    b.put(740, 1340, "{degree}", 70, "centre", spacing=10)
    b.put(740, 1420, "学位", 40, "centre")
    for x, label, who in ((190, "校长", t["president"]), (760, "学位评定委员会主席", t["chair"])):
        end = b.put(x, 1600, label, 34)
        name_seal(b.sheet, end + 16, 1545, who, rng, 88)
    b.seal(1120, 1740, t["school"], 300)
    b.put(1290, 1790, "{issue_date}", 38, "right")
    b.put(190, 1930, "证书编号：{certificate_number}", 34)
    return [b.done()]


def of_1998(t: Told, rng: random.Random) -> list[Sheet]:
    """As the state printed them before 2016: two halves, the photograph left, what was filled in by a machine."""
    b = Form(KIND, "degree.of_1998", t, rng, "ming", (2100, 1440), (244, 248, 240), fill="song")
    b.frame(50, (70, 110, 80), 8, 2)
    b.put(520, 230, "学士学位证书", 70, "centre", role="ming", colour=(50, 96, 66))
    b.put(520, 300, "（{~population}）", 32, "centre")
    b.photo(400, 390, 230)
    b.put(520, 860, "证书编号：{certificate_number}", 34, "centre")
    body = (
        "{name}，{gender}，{birth_date:circle}生。在本院{~faculty}系{major}专业修业四年，完成了教学计划的要求，成绩合格，准予毕业。"
        "经审查符合《中华人民共和国学位条例》规定，授予{degree}学位。"
    )
    y = b.prose(1010, 360, 960, body, 42, 2.0)
    b.put(1010, y + 160, "{school}院长", 38)
    b.sign(1360, y + 170, t["president"], 64)
    b.put(1010, y + 270, "学位评定委员会主席", 38)
    b.sign(1390, y + 280, t["chair"], 64)
    b.put(1970, y + 400, "{issue_date:circle}", 40, "right")
    b.seal(1650, y + 360, t["school"], 320)
    return [b.done()]


def adult(t: Told, rng: random.Random) -> list[Sheet]:
    """For those who studied beside their work: labels and values on lines above the sentence."""
    b = Form(KIND, "degree.adult", t, rng, "hei", (1960, 1380), (250, 248, 255), fill="kai-gb")
    b.frame(36, INDIGO, 6, 1)
    b.put(980, 190, "成人高等教育", 44, "centre")
    b.put(980, 310, "学 士 学 位 证 书", 96, "centre", role="serif-black", colour=INDIGO)
    b.photo(1580, 400, 220)
    rows = (("姓　名", "{name}"), ("性　别", "{gender}"), ("出生日期", "{birth_date:dots}"), ("专　业", "{major}"))
    b.lines(160, 460, 1280, rows, 84, 220)
    body = "该同志在{school}完成本科阶段学业，达到学士学位授予标准，经校学位评定委员会审议通过，授予{degree}学位，特发此证。"
    y = b.prose(160, 860, 1640, body, 42, 1.8)
    b.put(160, y + 150, "校长（主席）：", 38)
    name_seal(b.sheet, 420, y + 80, t["president"], rng, 98)
    b.put(160, y + 260, "学位证书编号　{certificate_number}", 36)
    b.put(1780, y + 250, "{issue_date:dots}", 38, "right")
    b.seal(1500, y + 190, t["school"], 310)
    return [b.done()]


def recognised(t: Told, rng: random.Random) -> list[Sheet]:
    """A letter in one paragraph about a degree from abroad, number on top, code at the foot."""
    b = Form("overseas_degree_recognition", "overseas.letter", t, rng, "fangsong", (1560, 2160), (247, 250, 247),
             fill="fangsong")  # fmt: skip
    b.frame(50, (90, 140, 110), 4)
    b.put(780, 260, "国外学历学位认证书", 74, "centre", role="serif-black", colour=BRICK)
    b.put(1400, 350, "认证编号：{certificate_number}", 32, "right")
    b.photo(160, 420, 200)
    b.pairs(440, 480, (("姓名", "{name}"), ("性别", "{~gender}"), ("出生日期", "{birth_date:padded}"), ("国籍", "中国")),
            at=190, step=66, size=36)  # fmt: skip
    body = "{~name}于{~start}至{~end}在{~country}{school}（{~foreign}）{~subject}专业学习，获得该校颁发的{degree}学位证书。"
    y = b.prose(160, 860, 1240, body, 40, 2.0)
    y = b.prose(160, y + 84, 1240, "经查，{conclusion}。", 40, 2.0)
    b.put(160, y + 150, "特此认证。", 40)
    b.code(160, 1720, 220)
    b.put(160, 1990, "扫描二维码核验认证结果", 26)
    b.put(1390, 1800, "教育部留学服务中心", 40, "right")
    b.put(1390, 1880, "{~dated}", 38, "right")
    business(b, 1170, 1800, "教育部留学服务中心", "认证专用章", 370)
    return [b.done()]
