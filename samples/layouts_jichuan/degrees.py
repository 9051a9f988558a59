"""Degree certificates of the schools of Annan, and the recognition of a degree from abroad."""

from __future__ import annotations

import random
from typing import Final

from samples.drawing import A4, Sheet
from samples.layouts_jichuan.board import Board, Told
from samples.layouts_jichuan.stamps import chop, company

DEGREE: Final = "degree_certificate"
ABROAD: Final = "overseas_degree_recognition"
SERVICE = "教育部留学服务中心"


def classic(t: Told, rng: random.Random) -> list[Sheet]:
    """The form of the ministry's time: title and whose above, sentence, two who sign."""
    b = Board(DEGREE, "degree.classic", t, rng, "fangsong", (1760, 1250), (247, 248, 243), fill="kai")
    b.frame(50, (60, 100, 80), 8, 2)
    b.put(880, 210, "学士学位证书", 92, "centre", role="serif-black", spacing=12)
    b.put(880, 280, "（{~population}）", 36, "centre")
    b.photo(130, 360, 200)
    body = (
        "{name}，{gender}，{birth_date:hanzi}生。在{~school}{major}专业完成了本科学习计划，业已毕业，经审核符合"
        "《中华人民共和国学位条例》的规定，授予{degree}学位。"
    )
    b.prose(410, 410, 1210, body, 45, 1.9)
    b.put(420, 850, "校　长", 38)
    chop(b, 570, 795, t["president"], 88)
    b.put(800, 850, "学位评定委员会主席", 38)
    chop(b, 1180, 795, t["president"], 88)
    b.put(1610, 1000, "{school}", 44, "right")
    b.put(1610, 1090, "{issue_date:hanzi}", 40, "right")
    b.put(130, 1130, "证书编号：{certificate_number}", 36)
    company(b, 1290, 1010, t["school"], 300)
    return [b.done()]


def two_tongues(t: Told, rng: random.Random) -> list[Sheet]:
    """After 2016: Chinese left, English right, the arms of the school left out."""
    b = Board(DEGREE, "degree.tongues", t, rng, "serif", (2200, 1440), (253, 250, 244), fill="serif-bold")
    b.frame(60, (108, 40, 60), 3, 9)
    b.put(600, 250, "学士学位证书", 88, "centre", role="serif-black", colour=(108, 40, 60))
    b.put(1620, 250, "BACHELOR'S DEGREE", 66, "centre", role="serif-bold", colour=(108, 40, 60))
    body = (
        "兹证明{name}（{gender}，{birth_date}出生）修完我校{major}专业本科培养方案规定的课程，成绩合格，达到学位授予要求，"
        "经学位评定委员会审议，授予{degree}学位。"
    )
    b.prose(150, 400, 900, body, 43, 1.95)
    english = (
        f"This is to certify that {t['latin']} has fulfilled the requirements prescribed by the University and is hereby "
        "awarded the degree of Bachelor of Engineering."
    )
    b.prose(1180, 400, 860, english, 40, 1.7, 0)
    b.photo(1820, 760, 220)
    b.put(150, 1000, "校长 / President", 36)
    b.sign(430, 1010, t["president"], 62)
    b.put(150, 1130, "{school}", 44)
    b.put(150, 1220, "{issue_date}", 40)
    b.put(1180, 1290, "证书编号 No. {certificate_number:groups}", 36)
    company(b, 560, 1130, t["school"], 320)
    return [b.done()]


def adults(t: Told, rng: random.Random) -> list[Sheet]:
    """Upright: each entry on a line of its own under the title."""
    b = Board(
        DEGREE, "degree.entries", t, rng, "kai", (1400, 1900), (240, 246, 250), fill="zenhei", rule=(120, 140, 170)
    )
    b.frame(46, (40, 70, 130), 5)
    b.put(700, 230, "成人高等教育", 46, "centre")
    b.put(700, 350, "学士学位证书", 88, "centre", role="serif-bold", colour=(40, 70, 130))
    b.photo(590, 420, 210)
    pairs = (
        ("姓名", "{name}"), ("性别", "{gender}"), ("出生年月日", "{birth_date:dots}"), ("授予单位", "{school}"),
        ("专业", "{major}"), ("学位", "{degree}"), ("颁发日期", "{issue_date:dots}"), ("证书号", "{certificate_number}"),
    )  # fmt: skip
    y = b.lines(170, 830, 1060, pairs, 94, 270)
    b.put(170, y + 70, "学位评定委员会主席", 36)
    b.sign(520, y + 80, t["president"], 60)
    company(b, 1060, y + 90, t["school"], 300)
    return [b.done()]


def recognised(t: Told, rng: random.Random) -> list[Sheet]:
    """The service centre's letter about a degree from abroad."""
    b = Board(ABROAD, "recognition.letter", t, rng, "serif", A4, (252, 253, 250), fill="serif")
    b.frame(70, (150, 170, 120), 2, 2, 6)
    b.put(827, 300, "国外学历学位认证书", 76, "centre", role="serif-black")
    b.put(1490, 400, "{certificate_number}", 34, "right")
    b.photo(1250, 450, 230)
    about = (
        "{name}，{~gender}，{birth_date}出生，于{~start}至{~end}在{~country}{school}（{~foreign}）攻读{~subject}专业，"
        "通过规定课程考核与学位论文答辩，获得该校颁发的{degree}学位。"
    )
    y = b.prose(150, 520, 1050, about, 40, 1.9)
    y = b.prose(150, max(y, 900) + 110, 1354, "{conclusion}。", 40, 1.9)
    y = b.prose(150, y + 110, 1354, "特此认证。", 40, 1.9)
    b.put(1490, y + 300, SERVICE, 42, "right")
    b.put(1490, y + 390, "{~dated}", 40, "right")
    company(b, 1240, y + 310, SERVICE, 340, "国(境)外学历学位认证")
    b.code(170, y + 220, 230)
    b.put(150, y + 510, "扫描二维码或登录认证系统，凭姓名及证书编号核验本认证书。", 28)
    return [b.done()]
