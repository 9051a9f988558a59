"""Patents, registered software and honours."""

from __future__ import annotations

import random
from typing import Final

from samples.drawing import Sheet
from samples.layouts_jichuan.board import Board, Told
from samples.layouts_jichuan.stamps import company

PATENT: Final = "patent_certificate"
SOFTWARE: Final = "software_copyright_certificate"
AWARD: Final = "award_certificate"
OFFICE = "国家知识产权局"
COPYRIGHT = "中华人民共和国国家版权局"


def patent(t: Told, rng: random.Random) -> list[Sheet]:
    """The office's certificate: entries in one column, the law's sentence, seal and head of office."""
    b = Board(PATENT, "patent.office", t, rng, "song", (1654, 2200), (252, 250, 244), fill="song")
    b.frame(60, (120, 140, 170), 2, 6, 2)
    b.put(1500, 200, "证书号第{~serial}号", 34, "right")
    b.put(827, 420, "{patent_type}专利证书", 92, "centre", role="serif-black", spacing=14)
    pairs = (
        ("{patent_type}名称：", "{patent_name}"), ("发　明　人：", "{inventors}"), ("专　利　号：", "{number}"),
        ("专利申请日：", "{applied_on:padded}"), ("专 利 权 人：", "{patentee}"), ("地　　　址：", "{~address}"),
        ("授权公告日：", "{granted_on:padded}"), ("授权公告号：", "{~publication}"),
    )  # fmt: skip
    y = 600.0
    for label, value in pairs:
        x = b.put(190, y, label.replace("{patent_type}", t["patent_type"]), 37)
        if value == "{number}":
            b.sheet.text(x, y, t["spaced"], b.face, 37, field="patent_number", value=t["patent_number"])
        else:
            b.put(x, y, value, 37)
        y += 92
    text = (
        "国家知识产权局依照中华人民共和国专利法进行审查，决定授予专利权，颁发本证书并在专利登记簿上予以登记。专利权自授权公告"
        "之日起生效。专利权期限、有效性及专利权人变更等法律信息以专利登记簿记载为准。"
    )
    y = b.prose(190, y + 50, 1274, text, 34, 1.7)
    b.put(190, y + 230, "局长", 40)
    b.put(190, y + 300, "申某某", 40)
    b.sign(330, y + 280, "申某某", 70)
    company(b, 1180, y + 250, OFFICE, 340)
    b.put(1180, y + 480, "{granted_on}", 38, "centre")
    b.put(827, 2110, "第 1 页（共 1 页）", 28, "centre")
    return [b.done()]


def software(t: Told, rng: random.Random) -> list[Sheet]:
    """The copyright centre's certificate, lying."""
    b = Board(SOFTWARE, "software.lying", t, rng, "kai-gb", (1900, 1340), (250, 252, 246), fill="kai-gb")
    b.frame(50, (90, 120, 60), 8, 3)
    b.put(950, 180, COPYRIGHT, 48, "centre")
    b.put(950, 290, "计算机软件著作权登记证书", 78, "centre", role="serif-black")
    b.put(1740, 370, "证书号：软著登字第{~serial}号", 34, "right")
    pairs = (
        ("软　件　名　称：", "{software_name}"), ("著　作　权　人：", "{owner}"), ("开发完成日期：", "{~finished:padded}"),
        ("首次发表日期：", "未发表"), ("权利取得方式：", "原始取得"), ("权　利　范　围：", "全部权利"),
        ("登　　记　　号：", "{registration_number}"),
    )  # fmt: skip
    for i, (label, value) in enumerate(pairs):
        b.put(200, 460 + 76 * i, label, 38)
        b.put(520, 460 + 76 * i, value, 40)
    b.prose(200, 1010, 1100, "根据《计算机软件保护条例》的规定，经中国版权保护中心审核，对以上事项予以登记。", 36, 1.7)
    b.put(1600, 1210, "{registered_on:padded}", 40, "centre")
    company(b, 1560, 1080, COPYRIGHT, 300, "登记专用章")
    b.put(200, 1250, "No. {~paper}", 32)
    return [b.done()]


def honour(t: Told, rng: random.Random) -> list[Sheet]:
    """A certificate of honour, upright, gold on red borders."""
    b = Board(AWARD, "award.upright", t, rng, "serif", (1300, 1740), (255, 250, 236), fill="kai-gb")
    b.frame(36, (186, 30, 36), 22, 3)
    b.put(650, 290, "荣誉证书", 112, "centre", role="serif-black", colour=(186, 30, 36), spacing=20)
    b.put(160, 480, "{name}同志：", 50)
    b.prose(160, 600, 980, "您在{~occasion}中表现突出，成绩显著，被授予", 48, 1.9)
    b.put(650, 840, "“{award}”", 58, "centre", role="serif-bold")
    b.put(160, 970, "称号，特颁此证，以资鼓励。", 48)
    b.put(1120, 1330, "{issuer}", 44, "right")
    b.put(1120, 1420, "{issue_date:hanzi}", 40, "right")
    company(b, 900, 1340, t["issuer"], 310)
    return [b.done()]


def merit(t: Told, rng: random.Random) -> list[Sheet]:
    """A company's certificate of merit, lying."""
    b = Board(AWARD, "award.merit", t, rng, "kai-gb", (1700, 1180), (255, 244, 226), fill="serif-bold")
    b.frame(30, (214, 160, 40), 26)
    b.frame(70, (200, 40, 30), 4)
    b.put(850, 260, "奖　状", 130, "centre", role="serif-black", colour=(200, 40, 30))
    b.put(200, 420, "{name}：", 54)
    b.prose(200, 530, 1300, "在{~occasion}中，你工作努力、成绩优异，被评为{award}。特发此状，以资鼓励。", 50, 1.9)
    b.put(1480, 880, "{issuer}", 44, "right")
    b.put(1480, 970, "{issue_date}", 42, "right")
    company(b, 1220, 890, t["issuer"], 300)
    return [b.done()]
