"""Honours, patents and registered software."""

from __future__ import annotations

import random
from typing import Final

from samples.drawing import Sheet
from samples.layouts_baiyan.form import BRICK, Form
from samples.layouts_jichuan.board import Told
from samples.layouts_jichuan.stamps import company

KIND: Final = "award_certificate"
OFFICE = "国家知识产权局"
COPYRIGHT = "中华人民共和国国家版权局"


def garland(t: Told, rng: random.Random) -> list[Sheet]:
    """A lying certificate with a double frame, the honour on a line of its own."""
    b = Form(KIND, "award.garland", t, rng, "kai-gb", (1860, 1300), (255, 249, 232), fill="kai-gb")
    b.frame(36, (196, 40, 36), 18, 3)
    b.put(930, 270, "荣 誉 证 书", 130, "centre", role="serif-black", colour=(196, 30, 30))
    b.put(220, 450, "{name} 同志：", 52)
    b.put(320, 560, "在{~occasion}中表现突出，被评为", 48)
    b.put(930, 690, "{award}", 66, "centre", role="hei-bold", colour=BRICK)
    b.put(320, 800, "特发此证，以资鼓励。", 48)
    b.put(1620, 960, "{issuer}", 48, "right")
    b.put(1620, 1050, "{issue_date:hanzi}", 44, "right")
    company(b, 1350, 960, t["issuer"], 320)
    b.put(180, 1180, "编号：{~number}", 30)
    return [b.done()]


def citation(t: Told, rng: random.Random) -> list[Sheet]:
    """Upright, number under the title, one running sentence."""
    b = Form(KIND, "award.citation", t, rng, "serif", (1420, 1960), (255, 252, 246), fill="wenkai-bold")
    b.frame(50, (200, 160, 70), 5, 2)
    b.put(710, 360, "奖励证书", 120, "centre", role="wenkai-bold", colour=(170, 30, 30))
    b.put(710, 440, "（{~number}）", 32, "centre")
    body = "为表彰在{~occasion}中取得优异成绩的个人，特授予{name}“{award}”称号，颁发此证。"
    y = b.prose(180, 660, 1060, body, 50, 2.0)
    b.put(1240, y + 330, "{issuer}", 44, "right")
    b.put(1240, y + 420, "{issue_date:padded}", 40, "right")
    b.seal(960, y + 340, t["issuer"], 320)
    return [b.done()]


def staff(t: Told, rng: random.Random) -> list[Sheet]:
    """A company's own: title in a coloured strip, few words."""
    b = Form(KIND, "award.staff", t, rng, "wenkai", (1700, 1200), (255, 255, 255), fill="wenkai-bold")
    b.shade(0, 90, 1700, 330, (178, 34, 42))
    b.put(850, 258, "奖　状", 140, "centre", role="serif-black", colour=(255, 232, 170))
    b.put(170, 470, "{name}：", 54)
    body = "您在{~occasion}中成绩显著，荣获{award}，特此表彰。"
    y = b.prose(170, 580, 1360, body, 50, 1.9)
    b.put(1520, y + 230, "{issuer}", 46, "right")
    b.put(1520, y + 320, "{issue_date}", 42, "right")
    b.seal(1220, y + 230, t["issuer"], 310)
    return [b.done()]


def utility(t: Told, rng: random.Random) -> list[Sheet]:
    """A certificate of a utility model with its code; entries one below another."""
    b = Form("patent_certificate", "patent.utility", t, rng, "song", (1560, 2180), (252, 252, 255), fill="song")
    b.frame(40, (150, 120, 60), 3, 10)
    b.put(1430, 160, "证书号第{~serial}号", 32, "right")
    b.code(130, 110, 190)
    b.put(780, 420, "{patent_type}专利证书", 90, "centre", role="serif-black", colour=BRICK)
    y = b.pairs(170, 580, (("实用新型名称：", "{patent_name}"), ("专　利　权　人：", "{patentee}"), ("地　　　　址：", "{~address}"),
                           ("发　　明　　人：", "{inventors:wide}"),
                           ("专　　利　　号：", "{patent_number}")), at=310, step=92, size=36)  # fmt: skip
    y = b.pairs(170, y, (("专利申请日：", "{applied_on:padded}"), ("授权公告日：", "{granted_on:padded}"),
    ("授权公告号：", "{~publication}")),
                at=310, step=92, size=36)  # fmt: skip
    body = (
        "国家知识产权局依照中华人民共和国专利法经过初步审查，决定授予专利权，颁发实用新型专利证书并在专利登记簿上予以登记。"
        "专利权自授权公告之日起生效。专利权期限为十年，自申请日起算。"
    )
    y = b.prose(170, y + 40, 1220, body, 34, 1.9)
    b.put(170, y + 190, "局长", 40)
    b.sign(280, y + 200, "宁知章", 66)
    b.put(1390, y + 240, "{~granted_on:padded}", 38, "right")
    company(b, 1130, y + 170, OFFICE, 320)
    b.put(780, 2110, "第 1 页（共 2 页）", 26, "centre")
    return [b.done()]


def invention(t: Told, rng: random.Random) -> list[Sheet]:
    """A certificate of an invention: entries with points to their values."""
    b = Form("patent_certificate", "patent.invention", t, rng, "ming", (1560, 2180), (250, 250, 244), fill="kai")
    b.frame(46, (60, 90, 150), 12, 2)
    b.put(780, 300, "{patent_type}专利证书", 96, "centre", role="serif-black", colour=(40, 66, 130))
    b.put(780, 390, "证书号　第 {~serial} 号", 34, "centre")
    rows = (
        ("发明名称", "{patent_name}"), ("专利号", "{patent_number}"), ("专利申请日", "{applied_on}"), ("授权公告日", "{granted_on}"),
        ("授权公告号", "{~publication}"), ("专利权人", "{patentee}"), ("发明人", "{inventors:pause}"),
    )  # fmt: skip
    y = 540.0
    for label, value in rows:
        b.leaders(180, 1380, y, label, value, 38)
        y += 96
    body = (
        "本发明经过本局依照中华人民共和国专利法进行审查，决定授予专利权，颁发本证书并在专利登记簿上予以登记。"
        "专利权的期限为二十年，自申请日起算。"
    )
    y = b.prose(180, y + 50, 1200, body, 36, 1.9)
    b.put(180, y + 220, "局　长", 42)
    b.sign(340, y + 230, "宁知章", 70)
    b.seal(1120, y + 200, OFFICE, 330)
    return [b.done()]


def software(t: Told, rng: random.Random) -> list[Sheet]:
    """The register's certificate for a program: entries in the middle of the sheet."""
    b = Form("software_copyright_certificate", "software.entries", t, rng, "fangsong", (1560, 2160), (253, 250, 246),
             fill="kai-gb")  # fmt: skip
    b.frame(60, (170, 60, 60), 2, 6)
    b.put(780, 240, COPYRIGHT, 50, "centre", role="serif-bold")
    b.put(780, 370, "计算机软件著作权登记证书", 80, "centre", role="serif-black", colour=BRICK)
    b.put(780, 460, "证书号：软著登字第{~serial}号", 34, "centre")
    rows = (
        ("软件名称：", "{software_name}"), ("著作权人：", "{owner}"), ("登记号：", "{registration_number}"), ("权利取得方式：", "原始取得"),
        ("权利范围：", "全部权利"), ("首次发表日期：", "未发表"),
    )  # fmt: skip
    y = b.pairs(220, 640, rows, at=300, step=110, size=38)
    body = (
        "根据《计算机软件保护条例》和《计算机软件著作权登记办法》的规定，经中国版权保护中心审核，对以上事项予以登记。"
    )
    y = b.prose(220, y + 40, 1120, body, 38, 1.9)
    b.put(1340, y + 330, "{registered_on:padded}", 40, "right")
    b.seal(1080, y + 280, COPYRIGHT, 330, "登记专用章")
    return [b.done()]
