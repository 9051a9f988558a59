"""Certificates of graduation, and of having attended, of the schools of Nanhuai."""

from __future__ import annotations

import random
from typing import Final

from samples.drawing import Sheet, name_seal
from samples.layouts_baiyan.form import BRICK, INDIGO, Form
from samples.layouts_jichuan.board import Told
from samples.layouts_jichuan.stamps import company

KIND: Final = "graduation_certificate"


def double_leaf(t: Told, rng: random.Random) -> list[Sheet]:
    """Two leaves side by side: photograph, number and address at the left, title and sentence at the right."""
    b = Form(KIND, "graduation.double_leaf", t, rng, "cns-sung", (2200, 1480), (254, 252, 246), fill="cns-kai")
    b.frame(46, (176, 148, 92), 3)
    b.sheet.line(820, 70, 820, 1410, 1, (190, 176, 140))
    b.photo(300, 250, 260)
    b.pressed(540, 580, t["school"])
    b.put(430, 800, "证 书 编 号", 34, "centre")
    b.put(430, 862, "{certificate_number:groups}", 36, "centre")
    b.put(430, 1240, "中国高等教育学生信息网", 28, "centre")
    b.put(430, 1290, "网址：www.chsi.com.cn", 28, "centre")
    b.put(1480, 230, "{programme_type}", 58, "centre", spacing=14)
    b.put(1480, 390, "毕业证书", 132, "centre", role="cns-kai", spacing=26, colour=BRICK)
    body = (
        "学生　{name}　性别　{gender}　，{birth_date:hanzi}生，于{start_date:hanzi}至{end_date:hanzi}在本校　{major}　专业{~years}年制"
        "{level}学习，修完教学计划规定的全部课程，成绩合格，准予{conclusion}。"
    )
    y = b.prose(920, 540, 1140, body, 46, 1.95)
    b.put(940, y + 190, "校　名：{school}", 42)
    b.put(940, y + 290, "校　长：", 42)
    name_seal(b.sheet, 1120, y + 220, t["president"], rng, 104)
    b.put(2050, y + 320, "{issue_date:hanzi}", 40, "right")
    company(b, 1790, y + 240, t["school"], 330)
    return [b.done()]


def entries(t: Told, rng: random.Random) -> list[Sheet]:
    """Upright, with the photograph above, entries with points to their values, and a short sentence below."""
    b = Form(KIND, "graduation.entries", t, rng, "mingti", (1480, 2080), (250, 251, 255), fill="wenkai-bold")
    b.frame(34, INDIGO, 2, 8)
    b.put(740, 190, "{school}", 62, "centre", role="serif-bold")
    b.put(740, 310, "毕 业 证 书", 96, "centre", role="serif-black", colour=INDIGO)
    b.put(740, 372, "（{programme_type}）", 38, "centre")
    b.photo(610, 430, 250)
    rows = (
        ("姓　　名", "{name}"), ("性　　别", "{gender}"), ("出生年月日", "{birth_date:padded}"), ("所学专业", "{major}"),
        ("学历层次", "{level}"), ("学　　制", "{~years}年"), ("入学时间", "{start_date:padded}"), ("毕业时间", "{end_date:padded}"),
    )  # fmt: skip
    y = 900.0
    for label, value in rows:
        b.leaders(220, 1260, y, label, value, 38)
        y += 74
    y = b.prose(170, y + 40, 1140, "该生在校期间修满规定学分，成绩合格，准予{conclusion}，特发此证。", 40, 1.7)
    b.put(170, y + 130, "校长：", 38)
    b.sign(300, y + 140, t["president"], 64)
    b.put(1310, y + 130, "{issue_date:padded}", 38, "right")
    b.seal(1080, y + 110, t["school"], 310)
    b.put(170, 1990, "证书编号：{certificate_number}", 34)
    return [b.done()]


def of_1998(t: Told, rng: random.Random) -> list[Sheet]:
    """Printed words with what was filled in by hand on lines; the school's own number, the age for the birthday."""
    b = Form(KIND, "graduation.of_1998", t, rng, "song", (1980, 1400), (250, 243, 226), fill="wenkai",
             fill_ink=(34, 42, 96))  # fmt: skip
    b.frame(70, (150, 120, 60), 10, 2)
    b.put(990, 240, "毕 业 证 书", 112, "centre", role="kai", colour=(150, 30, 30))
    b.put(1800, 330, "机院字第{certificate_number}号", 34, "right")
    b.photo(1560, 390, 220)
    parts = (
        ("学生", "{name}", 280),
        ("性别", "{gender}", 100),
        ("现年", "{~age}", 160),
        ("岁，于", "{start_date}", 340),
    )
    x = 150.0
    for label, value, wide in parts:
        x = b.put(x, 470, label, 42) + 8
        b.under(x, x + wide, 470, value, 44)
        x += wide + 12
    b.put(150, 590, "至", 42)
    b.under(210, 540, 590, "{end_date}", 44)
    b.put(560, 590, "在本院", 42)
    b.under(710, 1060, 590, "{~faculty}", 44)
    b.put(1080, 590, "系", 42)
    b.under(1140, 1420, 590, "{major}", 44)
    b.put(1440, 590, "专业", 42)
    b.put(150, 710, "学习，学制", 42)
    b.under(380, 500, 710, "{~years}", 44)
    b.put(520, 710, "年（", 42)
    b.under(610, 760, 710, "{level}", 44)
    b.put(780, 710, "），修完教学计划规定的全部课程，", 42)
    b.put(150, 830, "成绩及格，准予{conclusion}。", 42)
    b.put(200, 1040, "院　长", 44)
    b.sign(380, 1050, t["president"], 72)
    b.put(1480, 1040, "{school}", 54, "centre", role="kai")
    b.put(1480, 1180, "{issue_date:circle}", 44, "centre")
    b.seal(1480, 1060, t["school"], 340)
    return [b.done()]


def plain_college(t: Told, rng: random.Random) -> list[Sheet]:
    """Lying without a frame: a coloured bar on top, the photograph at the right edge, the number under it."""
    b = Form(KIND, "graduation.plain_college", t, rng, "sans-light", (2040, 1420), (255, 255, 255), fill="fangsong")
    b.shade(0, 0, 2040, 26, (30, 96, 140))
    b.put(130, 150, "{programme_type}", 46)
    b.put(130, 300, "毕业证书", 118, role="sans-medium", colour=(30, 96, 140))
    b.put(660, 300, "Graduation Certificate", 40, colour=(120, 120, 126))
    b.photo(1640, 200, 260)
    b.put(1770, 640, "编号 {certificate_number}", 28, "centre")
    body = (
        "{name}，{gender}，{birth_date}出生。{start_date}至{end_date}在我院学习{major}专业（{level}，学制{~years}年），完成"
        "人才培养方案规定的全部教学环节，考核合格，准予{conclusion}。"
    )
    y = b.prose(130, 480, 1360, body, 46, 2.0)
    b.put(130, y + 210, "院长", 42)
    name_seal(b.sheet, 250, y + 140, t["president"], rng, 100)
    b.put(1500, y + 210, "{school}", 46, "right")
    b.put(1500, y + 300, "{issue_date}", 42, "right")
    company(b, 1290, y + 220, t["school"], 320)
    b.put(130, 1350, "查询网址　http://www.chsi.com.cn", 26)
    return [b.done()]


def adult(t: Told, rng: random.Random) -> list[Sheet]:
    """Of adult education: the form of study in the sentence, the ministry's permission at the foot."""
    b = Form(KIND, "graduation.adult", t, rng, "serif-medium", (1940, 1360), (248, 252, 250), fill="kai-gb")
    b.frame(30, (66, 120, 100), 12, 2)
    b.put(970, 190, "{programme_type}", 52, "centre")
    b.put(970, 330, "毕 业 证 书", 110, "centre", role="serif-black", colour=(40, 96, 76))
    b.photo(150, 420, 220)
    b.put(260, 790, "证书编号", 28, "centre")
    b.put(260, 832, "{certificate_number}", 27, "centre")
    body = (
        "学生{name}，性别{gender}，{birth_date:circle}生，于{start_date:circle}至{end_date:circle}在本校{major}专业{~form}专科起点"
        "{~years}年制{level}学习，修完教学计划规定的全部课程，成绩合格，准予{conclusion}。"
    )
    y = b.prose(470, 450, 1320, body, 43, 1.9)
    b.put(470, y + 160, "校名：{school}", 40)
    b.put(470, y + 250, "校长：", 40)
    b.sign(600, y + 260, t["president"], 66)
    b.put(470, y + 340, "批准文号：楠教成〔99〕第017号", 32)
    b.put(1780, y + 300, "{issue_date:circle}", 40, "right")
    b.seal(1540, y + 220, t["school"], 320)
    return [b.done()]


def attended(t: Told, rng: random.Random) -> list[Sheet]:
    """For those who left before the end: no number, the reason in the sentence."""
    b = Form(KIND, "graduation.attended", t, rng, "ming", (1960, 1380), (255, 250, 244), fill="cns-kai")
    b.frame(44, (140, 60, 60), 5, 1)
    b.put(980, 220, "{programme_type}", 50, "centre")
    b.put(980, 360, f"{t['conclusion']}证书", 112, "centre", role="serif-bold", colour=(140, 40, 40), spacing=20)
    b.photo(160, 440, 220)
    body = (
        "学生{name}，性别{gender}，{birth_date}生，于{start_date}至{end_date}在本校{major}专业{~years}年制{level}学习，修业二年半，"
        "因个人原因退学，已修课程成绩合格，准予{conclusion}。"
    )
    y = b.prose(480, 490, 1300, body, 44, 1.95)
    b.put(480, y + 200, "校长：", 42)
    name_seal(b.sheet, 620, y + 130, t["president"], rng, 100)
    b.put(1780, y + 200, "{school}", 46, "right")
    b.put(1780, y + 300, "{issue_date}", 42, "right")
    company(b, 1540, y + 210, t["school"], 320)
    return [b.done()]
