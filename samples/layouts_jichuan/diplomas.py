"""Certificates of graduation of the schools of Annan: spread, portrait, of adult education, of the nineties."""

from __future__ import annotations

import random
from typing import Final

from samples.drawing import Sheet, embossed_seal
from samples.layouts_jichuan.board import Board, Told
from samples.layouts_jichuan.stamps import chop, company

KIND: Final = "graduation_certificate"
SITE = "查询网址：http://www.chsi.com.cn"


def spread(t: Told, rng: random.Random) -> list[Sheet]:
    """An opened cover: title and photograph left, the sentence right, names and dates filled in by a printer."""
    b = Board(KIND, "graduation.spread", t, rng, "serif", (2200, 1500), (251, 247, 239), fill="kai-gb")
    b.frame(36, (150, 118, 60), 10, 3)
    b.sheet.line(1000, 90, 1000, 1410, 1, (200, 188, 160))
    b.put(500, 230, "{programme_type}", 52, "centre", role="serif-bold")
    b.put(500, 370, f"{t['conclusion']}证书", 104, "centre", role="serif-black", colour=(150, 32, 36), spacing=26)
    b.photo(390, 480, 230)
    embossed_seal(b.sheet, 610, 800, t["school"], rng, 240)
    b.put(120, 1120, "证书编号：{certificate_number}", 40)
    b.put(120, 1190, "学校批准文号：（桉）教高字第06号", 30)
    b.put(120, 1260, SITE, 28)
    if t["conclusion"] == "毕业":
        last = "修完教学计划规定的全部课程，成绩合格，准予{conclusion}。"
    else:
        last = "学完教学计划规定的全部课程，其中两门课程成绩不合格，未达到毕业要求，准予{conclusion}。"
    body = (
        "学生　{name}　性别{gender}，{birth_date:hanzi}生，于{start_date:hanzi}至{end_date:hanzi}在本校"
        "{major}专业{~years}年制{level}学习，" + last
    )
    b.prose(1080, 330, 1000, body, 47, 1.95)
    b.put(1080, 1010, "校（院）长：", 42)
    chop(b, 1340, 950, t["president"], 100)
    b.put(2060, 1190, "{school}", 46, "right", role="kai-gb")
    b.put(2060, 1290, "{issue_date:hanzi}", 44, "right")
    company(b, 1780, 1190, t["school"], 330)
    return [b.done()]


def portrait_page(t: Told, rng: random.Random) -> list[Sheet]:
    """Upright and modern: the school's name above, entries on rules, a sentence, number in the foot."""
    b = Board(KIND, "graduation.upright", t, rng, "hei", (1500, 2060), (255, 255, 255), fill="serif-medium")
    b.band(0, 26, (24, 84, 132))
    b.put(750, 190, "{~school}", 60, "centre", role="serif-bold", colour=(24, 84, 132))
    b.put(750, 320, "毕 业 证 书", 84, "centre", role="hei-bold")
    b.put(750, 385, "GRADUATION CERTIFICATE", 32, "centre", colour=(120, 124, 130))
    b.photo(1140, 470, 220)
    pairs = (
        ("姓　　名", "{name}"), ("性　　别", "{gender}"), ("出生日期", "{birth_date:padded}"),
        ("学历类别", "{programme_type}"),
    )  # fmt: skip
    b.lines(150, 530, 900, pairs, 92, 230)
    body = (
        "该生{start_date:dots}—{end_date:dots}在我校{major}专业学习，学制{~years}年，层次为{level}，已修满培养方案规定的"
        "全部学分，成绩合格，准予{conclusion}，特发此证。"
    )
    y = b.prose(150, 1000, 1200, body, 42, 1.95)
    b.put(150, y + 200, "校长", 40)
    b.sign(270, y + 210, t["president"], 66)
    b.put(1330, y + 330, "{school}", 44, "right")
    b.put(1330, y + 415, "{issue_date:padded}", 40, "right")
    company(b, 1080, y + 330, t["school"], 330)
    b.put(150, 1960, "No.{certificate_number}", 36)
    b.put(1350, 1960, SITE, 28, "right")
    return [b.done()]


def adult(t: Told, rng: random.Random) -> list[Sheet]:
    """Of adult education: lying, the sentence across the page, entries below."""
    b = Board(KIND, "graduation.adult", t, rng, "fangsong", (1900, 1330), (243, 248, 240), fill="wenkai")
    b.frame(40, (46, 110, 70), 4, 12, 2)
    b.put(950, 190, "{programme_type}毕业证书", 78, "centre", role="cns-sung", colour=(30, 80, 50))
    b.photo(140, 280, 210)
    body = (
        "学生{name}，性别{gender}，{birth_date}生，于{start_date}至{end_date}在本校{major}专业"
        "{~form}{~base}{~years}年制{level}学习，修完教学计划规定的全部课程，成绩合格，准予{conclusion}。"
    )
    b.prose(430, 340, 1330, body, 46, 1.9)
    b.put(140, 1010, "批准文号：（99）教成字031号", 32)
    b.put(140, 1080, "证书编号：{certificate_number}", 34)
    b.put(900, 1010, "校长：", 40)
    b.sign(1010, 1010, t["president"], 58)
    b.put(1760, 1090, "{school}", 44, "right")
    b.put(1760, 1180, "{issue_date}", 40, "right")
    company(b, 1520, 1090, t["school"], 310)
    return [b.done()]


def of_the_nineties(t: Told, rng: random.Random) -> list[Sheet]:
    """A sheet of 1998: native place and age, filled in by pen, its number in the corner."""
    b = Board(
        KIND, "graduation.nineties", t, rng, "song", (1700, 1200), (244, 232, 206), fill="wenkai", fill_ink=(20, 28, 70)
    )
    b.frame(44, (150, 60, 50), 6, 16)
    b.put(850, 210, "毕 业 证 书", 96, "centre", role="serif-black", colour=(150, 40, 40))
    b.put(1580, 280, "{certificate_number}", 34, "right")
    b.photo(120, 330, 180)
    body = (
        "学生{name}，性别{gender}，系桉南省槐泽县人，现年{~age}岁，于{start_date:hanzi}至{end_date:hanzi}在本校{major}专业"
        "三年制{level}修业期满，学完教学计划规定的全部课程，成绩及格，准予{conclusion}。此证"
    )
    b.prose(360, 380, 1220, body, 44, 1.9)
    b.put(360, 900, "校　长", 42)
    chop(b, 520, 840, t["president"], 88)
    b.put(1560, 920, "{school}", 46, "right", role="serif-bold")
    b.put(1560, 1030, "{issue_date:hanzi}", 42, "right")
    company(b, 1250, 950, t["school"], 290)
    return [b.done()]
