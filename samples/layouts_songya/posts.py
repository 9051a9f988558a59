"""Certificates of title and appointments of Songya."""

from __future__ import annotations

import random
from typing import Final

from samples.drawing import Sheet
from samples.layouts_quelin.leaf import Row, Said, Slot
from samples.layouts_songya.page import Page

TITLE: Final = "title_certificate"
LETTER: Final = "appointment_letter"


def booklet(s: Said, rng: random.Random) -> list[Sheet]:
    """A booklet's page, upright."""
    page = Page(TITLE, "title.booklet", s, rng, "cns-kai", (1240, 1754), (246, 242, 232))
    page.put(620, 170, "工程系列职称证书", 66, "serif-bold", "centre")
    page.photo(500, 230, 230)
    pairs = (
        ("姓　　名", "[name]"), ("性　　别", "[gender]"), ("出生年月", "[birth_date|m.dots]"),
        ("现任单位", "[employer]"), ("职称级别", "[title]"), ("申报专业", "[specialty]"),
        ("通过时间", "[obtained_on|dots]"), ("证书号码", "[certificate_number]"),
    )  # fmt: skip
    end = page.labelled(150, 680, pairs, 88, 230, 40)
    page.put(150, end, "评委会　[!committee]", 32)
    page.put(1090, end + 130, "[issuer]", 38, side="right")
    page.put(1090, end + 205, "签发于 [!issued]", 34, side="right")
    page.round(880, end + 140, s["issuer"], 290)
    return [page.done()]


def card(s: Said, rng: random.Random) -> list[Sheet]:
    """An electronic certificate: a sentence above a narrow table."""
    page = Page(TITLE, "title.card", s, rng, "hei", (1654, 1400), (240, 247, 250))
    page.border(40, (20, 110, 150), 6)
    page.put(827, 200, "泠北省专业技术人才职称证书（电子）", 58, "hei-bold", "centre")
    body = "[name]（[gender]，公民身份号码[id_number]），经评审具备[title]任职资格，特发此证。"
    y = page.prose(140, 330, 1374, body, 42, 1.8)
    rows: list[Row] = [
        (84, ["评审专业", "[specialty]", "资格起算", "[obtained_on]"]),
        (84, ["评审组织", Slot("[!committee]", 3)]),
        (84, ["颁证单位", Slot("[issuer]", 3)]),
        (84, ["电子证号", "[certificate_number]", "颁证日期", "[!issued]"]),
    ]
    end = page.grid(140, y + 70, [200, 487, 200, 487], rows, 34).box.y1
    page.code(160, end + 80, 220)
    page.oval(1160, end + 180, (s["issuer"], "电子证照专用章"), 36)
    return [page.done()]


def pact(s: Said, rng: random.Random) -> list[Sheet]:
    """A contract of appointment between the two sides."""
    page = Page(LETTER, "appointment.pact", s, rng, "song", (1654, 1640))
    page.put(827, 220, "专业技术职务聘用协议", 66, "serif-bold", "centre")
    page.put(160, 360, "聘用单位（甲方）：[employer]", 38)
    page.put(160, 440, "受聘人员（乙方）：[name]", 38)
    clauses = (
        "一、甲方因工作需要，聘用乙方担任[title]专业技术职务，乙方同意受聘。",
        "二、聘用期限自[start_date]起至[end_date]止。期满经考核合格，可以续聘。",
        "三、乙方应当履行岗位说明书规定的职责，遵守甲方的各项规章制度，按年度接受考核。",
        "四、聘用期内乙方享受甲方规定的相应待遇。本协议一式两份，双方各执一份。",
    )
    y: float = 460
    for clause in clauses:
        y = page.prose(160, y + 90, 1334, clause, 38, 1.75)
    page.put(160, y + 220, "甲方（公章）", 38)
    page.put(960, y + 220, "乙方（签名）", 38)
    page.round(520, y + 260, s["employer"], 300)
    page.sign(1210, y + 230, s["name"], 58)
    page.put(960, y + 400, "签订日期：[issue_date]", 38)
    return [page.done()]


def certificate(s: Said, rng: random.Random) -> list[Sheet]:
    """A blue certificate; who and what on lines."""
    page = Page(LETTER, "appointment.blue", s, rng, "wenkai", (1800, 1270), (238, 244, 252))
    page.border(44, (50, 90, 160), 8, 20)
    page.put(900, 240, "聘　书", 120, "serif-black", "centre", (30, 70, 140))
    page.put(900, 330, "（[!number]）", 32, side="centre")
    page.prose(200, 450, 1400, "兹聘请[name]同志为我单位[title]。", 54, 1.8)
    page.put(260, 640, "聘任起始日期　[start_date|padded]", 46)
    page.put(260, 740, "聘任终止日期　[end_date|padded]", 46)
    page.put(1600, 960, "[employer]", 44, side="right")
    page.put(1560, 1050, "[issue_date|padded]", 42, side="right")
    page.round(1300, 970, s["employer"], 310)
    return [page.done()]
