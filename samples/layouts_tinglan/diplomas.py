"""Certificates of graduation of the schools of Lingyuan, on one page each."""

from __future__ import annotations

import random
from typing import Final

from samples.drawing import Sheet, embossed_seal, name_seal
from samples.layouts_jichuan.board import Told
from samples.layouts_tinglan.panel import Panel

KIND: Final = "graduation_certificate"
WINE = (128, 28, 40)


def _ending(t: Told) -> str:
    if t["conclusion"] == "毕业":
        return "修满教学计划规定的全部学分，成绩合格，准予{conclusion}。"
    return "学完教学计划规定的全部课程，因毕业设计成绩不合格，未达到毕业要求，准予{conclusion}。"


def folded(t: Told, rng: random.Random) -> list[Sheet]:
    """Folded across: title and photograph on the upper half, the sentence on the lower."""
    b = Panel(KIND, "graduation.folded", t, rng, "kai-gb", (1500, 2050), (252, 248, 240), fill="wenkai")
    b.frame(40, (170, 140, 70), 4, 4)
    b.put(750, 220, "{programme_type}", 54, "centre", spacing=10)
    b.put(750, 400, f"{t['conclusion']}证书", 130, "centre", role="serif-black", colour=WINE, spacing=40)
    b.photo(635, 490, 230)
    embossed_seal(b.sheet, 850, 800, t["school"], rng, 230)
    b.sheet.line(90, 920, 1410, 920, 1, (206, 194, 168))
    body = (
        "学生{name}，性别{gender}，{birth_date:circle}出生，于{start_date:circle}至{end_date:circle}在本校{major}专业"
        "{~years}年制{level}学习，" + _ending(t)
    )
    y = b.prose(150, 1040, 1200, body, 46, 1.85)
    b.put(150, y + 160, "校　　长", 40)
    name_seal(b.sheet, 340, y + 90, t["president"], rng, 105)
    b.put(1340, y + 160, "{school}", 46, "right")
    b.put(1340, y + 250, "{issue_date:circle}", 42, "right")
    b.seal(1090, y + 190, t["school"], 330)
    b.put(150, 1870, "证书编号　{certificate_number}", 36)
    b.put(150, 1930, "中国高等教育学生信息网查询 http://www.chsi.com.cn", 26)
    return [b.done()]


def blanks(t: Told, rng: random.Random) -> list[Sheet]:
    """Lying: photograph right, the form's words printed, what belongs to the student on lines to write on."""
    b = Panel(KIND, "graduation.blanks", t, rng, "serif-semibold", (2100, 1460), (255, 253, 248), fill="wenkai-bold")
    b.frame(30, (60, 96, 150), 14, 2)
    b.put(120, 190, "{programme_type}", 44)
    b.put(860, 290, f"{t['conclusion']}证书", 120, "centre", role="sans-black", colour=(40, 70, 130), spacing=30)
    b.photo(1660, 170, 270)
    b.put(1795, 620, "证书编号", 30, "centre")
    b.put(1795, 670, "{certificate_number}", 32, "centre")
    rows = (
        (150, "学生", "{name}", 300), (630, "性别", "{gender}", 110), (900, "，", "{birth_date}", 420),
    )  # fmt: skip
    for x, label, value, width in rows:
        end = b.put(x, 470, label, 44)
        b.under(end + 10, end + 10 + width, 470, value, 44)
    b.put(1390, 470, "生，", 44)
    b.put(150, 590, "于", 44)
    b.under(210, 500, 590, "{start_date}", 44)
    b.put(510, 590, "至", 44)
    b.under(570, 860, 590, "{end_date}", 44)
    b.put(870, 590, "在我校", 44)
    b.put(150, 710, "专业", 44)
    b.under(260, 960, 710, "{major}", 44)
    b.put(980, 710, "（学制{=" + t["years"] + "}年，", 44)
    b.under(1310, 1450, 710, "{level}", 44)
    b.put(1460, 710, "）", 44)
    y = b.prose(150, 830, 1400, "学习，" + _ending(t), 44, 1.8, 0)
    b.put(150, y + 200, "校长（签章）", 38)
    name_seal(b.sheet, 400, y + 130, t["president"], rng, 100)
    b.put(1500, y + 190, "{school}", 46, "centre")
    b.put(1500, y + 280, "{issue_date}", 42, "centre")
    b.seal(1500, y + 200, t["school"], 340)
    b.put(150, 1370, "教育部学历查询网址：https://www.chsi.com.cn　　　　学校校验码：{~check}", 28)
    return [b.done()]


def banner(t: Told, rng: random.Random) -> list[Sheet]:
    """Lying: the title upright in a coloured strip at the left, number above the sentence."""
    b = Panel(KIND, "graduation.banner", t, rng, "fangsong", (2000, 1380), fill="serif-bold")
    b.shade(0, 0, 300, 1380, (150, 34, 44))
    for i, char in enumerate(f"{t['conclusion']}证书"):
        b.put(150, 400 + 230 * i, char, 140, "centre", role="serif-black", colour=(255, 240, 210))
    b.put(400, 160, "{programme_type}", 40)
    b.put(1880, 160, "编号：{certificate_number}", 36, "right")
    b.photo(1640, 230, 240)
    body = (
        "{name}，{gender}，生于{birth_date:padded}，{start_date:padded}至{end_date:padded}在我校{major}专业学习，"
        "学制{~years}年，学历层次{level}。该生" + _ending(t)
    )
    y = b.prose(400, 340, 1140, body, 46, 1.85)
    b.put(400, 1130, "校（院）长", 38)
    b.sign(600, 1140, t["president"], 66)
    b.put(1820, 1130, "{school}", 48, "right", role="serif-black")
    b.put(1820, 1220, "发证日期：{issue_date:padded}", 36, "right")
    b.seal(1560, 1090, t["school"], 320)
    b.put(400, y + 130, "（本证书经电子注册，可在学信网查询）", 28)
    return [b.done()]


def of_1999(t: Told, rng: random.Random) -> list[Sheet]:
    """Before the national numbers: the person's home and age, the heading in old characters, a school's own number."""
    b = Panel(KIND, "graduation.of_1999", t, rng, "song", (1960, 1380), (248, 240, 220), fill="wenkai-light",
              fill_ink=(30, 34, 70))  # fmt: skip
    b.frame(60, (160, 40, 36), 6, 2)
    b.put(980, 260, "畢業證書", 120, "centre", role="cns-kai", colour=(160, 40, 36), spacing=36)
    b.put(1780, 330, "{certificate_number}", 34, "right")
    b.photo(170, 420, 210)
    body = (
        "学生{name}，系岭沅省石漾县人，现年{~age}岁。于{start_date:zero}至{end_date:zero}在本院机械系{major}专业{level}"
        "学习，学制{~years}年，修业期满，学完教学计划规定的全部课程，考试成绩及格，准予{conclusion}。此证。"
    )
    y = b.prose(470, 450, 1300, body, 46, 1.85)
    b.put(470, y + 170, "{school}", 54, role="kai")
    b.put(1180, y + 170, "院长", 44)
    b.sign(1320, y + 180, t["president"], 74)
    b.put(1780, y + 300, "{issue_date:zero}", 44, "right")
    b.seal(700, y + 170, t["school"], 330)
    return [b.done()]


def self_taught(t: Told, rng: random.Random) -> list[Sheet]:
    """By examination alone: two seals, no beginning and no principal; entries beside their labels."""
    b = Panel(KIND, "graduation.self_taught", t, rng, "song", (1480, 2000), (250, 252, 246), fill="song")
    b.frame(36, (50, 120, 90), 10, 2)
    b.put(740, 220, "{programme_type}", 58, "centre")
    b.put(740, 350, "毕 业 证 书", 106, "centre", role="serif-black", colour=(30, 100, 70))
    b.photo(150, 450, 240)
    pairs = (
        ("姓　　名", "{name}"), ("性　　别", "{gender}"), ("出生日期", "{birth_date:padded}"),
        ("身份证号", "{~id_number}"), ("证书编号", "{certificate_number}"),
    )  # fmt: skip
    b.lines(480, 510, 850, pairs, 78, 220)
    body = (
        "该考生参加{major}专业（{level}）高等教育自学考试，已取得规定的全部课程合格成绩，经思想品德鉴定和毕业审定，符合"
        "毕业条件，准予{conclusion}。"
    )
    y = b.prose(150, 990, 1180, body, 44, 1.9)
    b.put(150, y + 220, "主考学校　{school}", 38)
    b.seal(420, y + 240, t["school"], 290)
    b.put(1330, y + 420, t["board"], 38, "right")
    b.put(1330, y + 510, "{issue_date}", 38, "right")
    b.seal(1040, y + 430, t["board"], 310)
    return [b.done()]
