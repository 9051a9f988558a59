"""Certificates of degrees of Lingyuan, and the recognition of one from abroad."""

from __future__ import annotations

import random
from typing import Final

from samples.drawing import Sheet, name_seal
from samples.layouts_jichuan.board import Row, Told
from samples.layouts_jichuan.ruled import Slot
from samples.layouts_jichuan.stamps import company
from samples.layouts_tinglan.panel import Panel

KIND: Final = "degree_certificate"
RECOGNITION: Final = "overseas_degree_recognition"
GREEN = (20, 84, 62)


def committee(t: Told, rng: random.Random) -> list[Sheet]:
    """The school's own: two chairs' seals side by side, the number in the middle of the foot."""
    b = Panel(KIND, "degree.committee", t, rng, "serif", (2000, 1400), (250, 252, 248), fill="wenkai")
    b.frame(44, GREEN, 3, 8, 3)
    b.put(1000, 250, "学士学位证书", 116, "centre", role="serif-black", colour=GREEN, spacing=24)
    b.put(1000, 330, "（{~population}）", 36, "centre")
    b.photo(190, 430, 240)
    body = (
        "{name}，{gender}，{birth_date:hanzi}生。在我校{major}专业修业期满，成绩优良，准予毕业。经本校学位评定委员会审议，"
        "根据《中华人民共和国学位条例》的规定，决定授予{degree}学位。"
    )
    y = b.prose(520, 480, 1290, body, 46, 1.85)
    for x, label, name in ((240, "校　　长", t["president"]), (800, "学位评定委员会主席", t["chair"])):
        end = b.put(x, y + 210, label, 38)
        name_seal(b.sheet, end + 20, y + 140, name, rng, 105)
    b.put(1810, y + 210, "{school}", 46, "right")
    b.put(1810, y + 300, "{issue_date:hanzi}", 40, "right")
    b.seal(1570, y + 230, t["school"], 320)
    b.put(1000, 1320, "证书编号：{certificate_number}", 36, "centre")
    return [b.done()]


def entries(t: Told, rng: random.Random) -> list[Sheet]:
    """Upright, in two languages: each entry under its label, the degree large in the middle."""
    b = Panel(KIND, "degree.entries", t, rng, "sans-medium", (1500, 2100), fill="serif-semibold")
    b.shade(0, 0, 1500, 34, (22, 60, 120))
    b.put(750, 220, "{school}", 66, "centre", role="kai")
    b.put(750, 340, "学 士 学 位 证 书", 80, "centre", role="serif-black")
    b.put(750, 405, "CERTIFICATE OF BACHELOR'S DEGREE", 32, "centre")
    b.photo(1120, 500, 230)
    for y, items in (
        (600, ((150, "姓名 Name", "{name}"), (620, "性别 Gender", "{gender}"))),
        (760, ((150, "出生日期 Date of Birth", "{birth_date:dash}"), (620, "专业 Major", "{major}"))),
        (920, ((150, "证书编号 Certificate No.", "{certificate_number}"), (620, "学习形式 Mode", "{~form}"))),
    ):
        for x, label, value in items:
            b.above(x, y, label, value, 38)
    b.prose(150, 1070, 1200, "经审核，该生达到学士学位授予标准，依照《中华人民共和国学位条例》，授予", 40, 1.8)
    b.put(750, 1320, "{degree}学位", 76, "centre", role="serif-black", colour=(22, 60, 120))
    b.put(150, 1620, "校长　President", 34)
    b.sign(180, 1730, t["president"], 78)
    b.put(1330, 1700, "授予日期　{issue_date:padded}", 38, "right")
    b.seal(1080, 1640, t["school"], 330)
    b.code(160, 1800, 180)
    b.put(370, 1960, "扫码验证本证书真伪", 28)
    return [b.done()]


def adult(t: Told, rng: random.Random) -> list[Sheet]:
    """For those who studied beside their work: lying, the photograph under the title, small print in the corner."""
    b = Panel(KIND, "degree.adult", t, rng, "kai-gb", (1900, 1340), (246, 250, 246), fill="fangsong")
    b.frame(50, (110, 130, 90), 12)
    b.put(520, 260, "学士学位证书", 88, "centre", role="hei-bold")
    b.put(520, 330, "（{~population}）", 34, "centre")
    b.photo(405, 420, 230)
    b.put(520, 850, "No. {certificate_number}", 36, "centre")
    b.sheet.line(900, 150, 900, 1190, 2, (150, 160, 140))
    body = (
        "{name}，{gender}，{birth_date}生。于{~studied}通过{school}{major}专业本科学业考核，经审核符合学士学位授予条件，"
        "根据《中华人民共和国学位条例》，授予{degree}学位。"
    )
    y = b.prose(960, 260, 830, body, 44, 1.85)
    b.put(960, y + 150, "学位授予单位　（印章）", 34)
    b.put(960, y + 250, "校　长", 38)
    name_seal(b.sheet, 1110, y + 190, t["president"], rng, 95)
    b.put(1790, y + 370, "{issue_date}", 40, "right")
    b.seal(1540, y + 250, t["school"], 300)
    return [b.done()]


def recognised(t: Told, rng: random.Random) -> list[Sheet]:
    """The centre's sheet with entries in a table, the finding below, a square to check it by."""
    b = Panel(RECOGNITION, "overseas.table", t, rng, "song", (1654, 2200), (248, 250, 255), fill="serif")
    b.put(827, 210, "国外学历学位认证书", 84, "centre", role="serif-black", colour=(30, 60, 130))
    b.put(827, 275, "Verification of Overseas Academic Credentials", 32, "centre")
    b.put(1520, 350, "证书编号：{certificate_number}", 34, "right")
    rows: list[Row] = [
        (96, ["姓　　名", "{name}", "出生日期", "{birth_date:padded}"]),
        (96, ["国　　籍", "{=中国}", "留学国家", "{~country}"]),
        (96, ["毕业院校（中文）", Slot("{school}", 3)]),
        (96, ["毕业院校（外文）", Slot("{~foreign}", 3)]),
        (96, ["学习时间", Slot("{~start}至{~end}", 3)]),
        (96, ["所学专业", "{~subject}", "所获学位", "{degree}"]),
    ]
    y = b.grid(130, 400, [340, 400, 230, 424], rows, 34)
    b.put(130, y + 110, "认证意见：", 38, role="hei-bold")
    y = b.prose(130, y + 190, 1394, "经与颁证学校核实，{conclusion}。", 40, 1.85)
    b.code(160, y + 150, 220)
    b.put(160, y + 420, "扫描二维码查看电子版", 26)
    b.put(1480, y + 230, "教育部留学服务中心", 44, "right")
    b.put(1480, y + 320, "{~dated}", 38, "right")
    company(b, 1230, y + 240, "教育部留学服务中心", 340, "学历学位认证专用章")
    return [b.done()]
