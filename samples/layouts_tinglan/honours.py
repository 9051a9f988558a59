"""Honours, patents and registered software."""

from __future__ import annotations

import random
from typing import Final

from samples.drawing import Sheet
from samples.layouts_jichuan.board import Row, Told
from samples.layouts_jichuan.ruled import Slot
from samples.layouts_jichuan.stamps import company
from samples.layouts_tinglan.panel import Panel

AWARD: Final = "award_certificate"
PATENT: Final = "patent_certificate"
SOFTWARE: Final = "software_copyright_certificate"
RED = (190, 24, 30)
COPYRIGHT = "中华人民共和国国家版权局"


def ribbon(t: Told, rng: random.Random) -> list[Sheet]:
    """Lying, a red strip over the head; the title in a line of its own."""
    b = Panel(AWARD, "award.ribbon", t, rng, "kai-gb", (1754, 1240), (255, 252, 244), fill="kai-gb")
    b.shade(0, 0, 1754, 190, RED)
    b.put(877, 130, "荣誉证书", 100, "centre", role="serif-black", colour=(255, 226, 150), spacing=40)
    b.put(170, 340, "授予：{name}同志", 50)
    b.put(877, 520, "{award}", 70, "centre", role="serif-black", colour=RED)
    b.prose(170, 650, 1414, "以表彰您在{~occasion}中作出的突出贡献。", 46, 1.8)
    b.put(170, 1080, "{~number}", 32)
    b.put(1584, 940, "{issuer}", 46, "right")
    b.put(1584, 1030, "{issue_date:hanzi}", 42, "right")
    company(b, 1330, 950, t["issuer"], 310)
    return [b.done()]


def decree(t: Told, rng: random.Random) -> list[Sheet]:
    """Upright, in a double frame, a sentence that names all."""
    b = Panel(
        AWARD, "award.upright_sentence", t, rng, "serif-semibold", (1300, 1780), (255, 250, 232), fill="serif-bold"
    )
    b.frame(40, (200, 150, 40), 10, 2)
    b.put(650, 330, "奖励证书", 116, "centre", role="kai", colour=RED)
    b.prose(
        150,
        540,
        1000,
        "为表彰在{~occasion}中做出显著成绩的科技人员，经评审，授予{name}{award}，特颁发此证书。",
        46,
        2.0,
    )
    b.put(150, 1380, "证书号：{~number}", 32)
    b.put(1150, 1380, "{issuer}", 42, "right")
    b.put(1150, 1470, "{issue_date:padded}", 38, "right")
    b.seal(920, 1400, t["issuer"], 310)
    return [b.done()]


def staff(t: Told, rng: random.Random) -> list[Sheet]:
    """A company's sheet for a year's best."""
    b = Panel(AWARD, "award.staff", t, rng, "kai-gb", (1654, 1160), (252, 238, 220), fill="wenkai")
    b.frame(40, RED, 16, 3)
    b.put(827, 240, "表彰证书", 100, "centre", role="sans-black", colour=RED)
    b.put(190, 400, "{name} 同志：", 52)
    b.prose(190, 510, 1274, "你在{~occasion}中成绩优秀，荣获“{award}”称号。希望再接再厉，为企业发展再立新功。", 46, 1.9)
    b.put(1460, 880, "{issuer}", 44, "right")
    b.put(1460, 970, "{issue_date}", 40, "right")
    b.seal(1190, 900, t["issuer"], 300)
    return [b.done()]


def patent(t: Told, rng: random.Random) -> list[Sheet]:
    """The office's certificate, lying, with a code square; entries in two columns."""
    b = Panel(PATENT, "patent.lying", t, rng, "song", (2000, 1420), (253, 251, 244), fill="serif-medium")
    b.frame(50, (150, 130, 80), 3, 1)
    b.put(1000, 230, "{patent_type}专利证书", 86, "centre", role="serif-black", spacing=12)
    b.put(1880, 140, "证书号 第{~serial}号", 30, "right")
    kind = t["patent_type"]
    b.put(150, 360, f"{kind}名称", 34)
    b.put(420, 360, "{patent_name}", 38)
    left = (
        ("发明人", "{inventors:wide}"),
        ("专利申请日", "{applied_on:padded}"),
        ("授权公告日", "{granted_on:padded}"),
    )
    right = (("专利号", "{patent_number}"), ("授权公告号", "{~publication}"), ("专利权人", "{patentee}"))
    for i, ((one, value), (two, other)) in enumerate(zip(left, right, strict=True)):
        b.put(150, 450 + 90 * i, one, 34)
        b.put(420, 450 + 90 * i, value, 36)
        b.put(1040, 450 + 90 * i, two, 34)
        b.put(1260, 450 + 90 * i, other, 36)
    text = (
        "本{="
        + kind
        + "}经过本局依照中华人民共和国专利法进行审查，决定授予专利权，颁发本证书，并在专利登记簿上予以登记。专利权自"
        "授权公告之日起生效。"
    )
    b.prose(150, 800, 1700, text, 36, 1.75)
    b.code(150, 1040, 190)
    b.put(620, 1150, "局　长", 38)
    b.sign(760, 1160, "申某某", 70)
    b.put(1560, 1290, "{~granted_on}", 36, "centre")
    company(b, 1560, 1130, "国家知识产权局", 300)
    return [b.done()]


def invention(t: Told, rng: random.Random) -> list[Sheet]:
    """Upright, label over value, as the office prints it since its last change."""
    b = Panel(PATENT, "patent.upright", t, rng, "hei", (1500, 2080), (255, 255, 252), fill="song")
    b.shade(0, 60, 1500, 76, (60, 90, 150))
    b.put(120, 190, "证书号：{~serial}", 32)
    b.put(750, 330, "{patent_type}专利证书", 84, "centre", role="hei-bold")
    entries = (
        ("专利名称", "{patent_name}"), ("专利权人", "{patentee}"), ("发明人", "{inventors:space}"),
        ("专利号", "{patent_number}"), ("申请日期", "{applied_on:dash}"), ("授权公告日", "{granted_on:dash}"),
        ("授权公告号", "{~publication}"),
    )  # fmt: skip
    for i, (label, value) in enumerate(entries):
        b.above(150, 500 + 140 * i, label, value, 40, small=28)
    text = "国家知识产权局依照中华人民共和国专利法经过审查，决定授予专利权，并予以公告。专利权人应当依照规定缴纳年费。"
    y = b.prose(150, 1530, 1200, text, 34, 1.75)
    b.put(150, y + 200, "局长签字", 34)
    b.sign(330, y + 210, "申某某", 68)
    company(b, 1120, y + 190, "国家知识产权局", 310)
    return [b.done()]


def software(t: Told, rng: random.Random) -> list[Sheet]:
    """Upright, entries in a ruled table, number above."""
    b = Panel(SOFTWARE, "software.table", t, rng, "serif-medium", (1500, 2050), (250, 252, 255), fill="song")
    b.frame(46, (70, 110, 160), 6, 2)
    b.put(750, 230, COPYRIGHT, 42, "centre")
    b.put(750, 350, "计算机软件著作权登记证书", 72, "centre", role="serif-black")
    b.put(750, 440, "证书号：软著登字第{~serial}号", 34, "centre")
    rows: list[Row] = [
        (110, ["软件名称", "{software_name}"]), (110, ["著作权人", "{owner}"]), (90, ["开发完成日期", "{~finished}"]),
        (90, ["首次发表日期", Slot("未发表")]), (90, ["权利取得方式", Slot("原始取得")]), (90, ["权利范围", Slot("全部权利")]),
        (100, ["登记号", "{registration_number}"]),
    ]  # fmt: skip
    y = b.grid(140, 500, [300, 920], rows, 36)
    y = b.prose(
        140, y + 110, 1220, "根据《计算机软件保护条例》和《计算机软件著作权登记办法》，对以上事项予以登记。", 36, 1.75
    )
    b.put(1340, y + 300, "{registered_on}", 40, "right")
    company(b, 1100, y + 190, COPYRIGHT, 310, "登记专用章")
    return [b.done()]
