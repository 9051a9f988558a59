"""Letters by which companies appoint, and certificates of skill."""

from __future__ import annotations

import random
from typing import Final

from samples.drawing import Sheet
from samples.layouts_baiyan.form import BRICK, Form
from samples.layouts_jichuan.board import Row, Told
from samples.layouts_jichuan.ruled import Slot
from samples.layouts_jichuan.stamps import business, company

KIND: Final = "appointment_letter"
SKILL: Final = "vocational_certificate"


def lined(t: Told, rng: random.Random) -> list[Sheet]:
    """Printed words with lines to fill in, lying."""
    b = Form(KIND, "appointment.lined", t, rng, "kai-gb", (1800, 1260), (255, 248, 236), fill="wenkai-bold")
    b.frame(40, (190, 60, 50), 14, 3)
    b.put(900, 260, "聘　书", 150, "centre", role="serif-black", colour=(190, 40, 40))
    b.put(200, 440, "兹聘请", 50)
    b.under(370, 700, 440, "{name}", 52)
    b.put(720, 440, "同志担任本公司", 50)
    b.under(1090, 1560, 440, "{title}", 52)
    b.put(200, 570, "职务，聘任期自", 50)
    b.under(570, 970, 570, "{start_date}", 46)
    b.put(990, 570, "起至", 50)
    b.under(1110, 1510, 570, "{end_date}", 46)
    b.put(1530, 570, "止。", 50)
    b.put(300, 690, "此聘", 50)
    b.put(1600, 900, "{employer}", 48, "right")
    b.put(1600, 1000, "{issue_date}", 44, "right")
    company(b, 1300, 900, t["employer"], 340)
    return [b.done()]


def red_head(t: Told, rng: random.Random) -> list[Sheet]:
    """A decision under the company's red head, about one person."""
    b = Form(KIND, "appointment.red_head", t, rng, "fangsong", (1654, 2000), fill="fangsong")
    b.put(827, 230, t["employer"] + "文件", 72, "centre", role="serif-black", colour=(205, 30, 30))
    b.put(827, 330, "人字{~number}", 34, "centre")
    b.sheet.line(140, 370, 1514, 370, 5, (205, 30, 30))
    b.put(827, 490, "关于{~name}同志专业技术职务聘任的通知", 48, "centre", role="serif-bold")
    b.put(140, 610, "各部门、车间：", 38)
    body = "根据工作需要，经公司研究，决定聘任{name}同志为{title}（{~specialty}），聘期{~years}年，从{start_date}到{end_date}。"
    y = b.prose(140, 690, 1374, body, 38, 1.9)
    y = b.prose(140, y + 76, 1374, "聘任期间享受相应的专业技术职务待遇。特此通知。", 38, 1.9)
    b.put(1480, y + 260, "{employer}", 38, "right")
    b.put(1480, y + 340, "{issue_date}", 38, "right")
    b.seal(1230, y + 270, t["employer"], 310)
    b.sheet.line(140, y + 520, 1514, y + 520, 2)
    b.put(150, y + 570, "抄送：人力资源部、财务部　　　　　　　　　　　　　共印8份", 30)
    return [b.done()]


def tabled(t: Told, rng: random.Random) -> list[Sheet]:
    """An appointment certificate as a table, whom and what for in its cells."""
    b = Form(KIND, "appointment.tabled", t, rng, "serif", (1654, 1300), fill="kai")
    b.put(827, 170, "专业技术职务聘任证书", 62, "centre", role="hei-bold")
    rows: list[Row] = [
        (96, ["受聘人", "{name}", "性别", "{~gender}"]), (96, ["聘任单位", Slot("{employer}", 3)]),
        (96, ["聘任职务", "{title}", "专业", "{~specialty}"]), (96, ["聘任期限", Slot("{start_date:dots} — {end_date:dots}", 3)]),
        (270, ["单位意见", Slot("同意聘任。", 3, align="left", top=True)]),
    ]  # fmt: skip
    y = b.grid(130, 250, [240, 480, 200, 474], rows, 36)
    b.put(900, y - 70, "法定代表人：", 32)
    b.sign(1110, y - 60, t["leader"], 54)
    b.put(1480, y - 30, "{issue_date:dots}", 32, "right")
    b.seal(700, y - 140, t["employer"], 270)
    b.put(130, y + 70, "聘书编号：柏聘{~number}", 30)
    return [b.done()]


def contract(t: Told, rng: random.Random) -> list[Sheet]:
    """An agreement on a post for engineers: who appoints whom on top, the term in its first article."""
    b = Form(KIND, "appointment.contract", t, rng, "cns-sung", (1654, 2100), fill="kai-gb")
    b.put(827, 190, "专业技术岗位聘任书", 66, "centre", role="serif-black")
    b.put(160, 330, "聘任方（甲方）：{employer}", 38)
    b.put(160, 410, "受聘方（乙方）：{name}", 38)
    articles = (
        "一、甲方聘任乙方担任{title}专业技术职务，从事{~specialty}工作。",
        "二、聘任期限为{~years}年，即{start_date}至{end_date}。",
        "三、乙方应履行岗位职责，完成甲方交办的技术任务，接受年度考核。",
        "四、聘期届满，经考核合格并经双方协商一致，可以续聘。",
        "五、本聘任书一式两份，甲乙双方各执一份，自双方签字盖章之日起生效。",
    )
    y = 520.0
    for article in articles:
        y = b.prose(160, y, 1334, article, 38, 1.8) + 84
    b.put(160, y + 130, "甲方（盖章）", 38)
    b.put(950, y + 130, "乙方（签字）", 38)
    b.sign(1190, y + 140, t["name"], 60)
    b.put(160, y + 230, "负责人：", 38)
    b.sign(310, y + 240, t["leader"], 60)
    b.put(160, y + 330, "{issue_date}", 38)
    b.seal(480, y + 150, t["employer"], 310)
    return [b.done()]


def folded(t: Told, rng: random.Random) -> list[Sheet]:
    """Upright, heading on the upper half, a short sentence without lines below."""
    b = Form(KIND, "appointment.folded", t, rng, "wenkai", (1340, 1880), (254, 246, 240), fill="serif-bold")
    b.frame(44, (200, 160, 80), 6, 2, 2)
    b.put(670, 420, "聘任证书", 120, "centre", role="serif-black", colour=BRICK, spacing=20)
    b.put(670, 530, "LETTER OF APPOINTMENT", 34, "centre", colour=(150, 130, 100))
    b.sheet.line(160, 640, 1180, 640, 2, (200, 160, 80))
    b.put(180, 800, "{name} 同志：", 48)
    body = "现聘您为我公司{title}，聘期：{start_date:padded}至{end_date:padded}。望恪尽职守，再创佳绩。"
    y = b.prose(180, 910, 980, body, 46, 2.0)
    b.put(1160, y + 250, "{employer}", 40, "right")
    b.put(1160, y + 330, "{issue_date:padded}", 38, "right")
    company(b, 900, y + 250, t["employer"], 320)
    b.put(180, 1760, "证号 {~number}", 30)
    return [b.done()]


def national(t: Told, rng: random.Random) -> list[Sheet]:
    """The state's certificate of a vocation, both leaves of the inside."""
    b = Form(SKILL, "vocational.national", t, rng, "song", (1960, 1360), (250, 246, 236), fill="kai")
    b.sheet.line(980, 50, 980, 1310, 1, (190, 180, 150))
    b.put(490, 160, "职业资格证书", 66, "centre", role="serif-black", colour=BRICK)
    b.photo(370, 230, 240)
    b.pressed(600, 560, t["issuer"])
    rows = (
        ("姓　　名", "{name}"),
        ("性　　别", "{gender}"),
        ("出生日期", "{~birth_date}"),
        ("文化程度", "{~schooled}"),
    )
    y = b.pairs(150, 720, rows, at=220, step=78, size=36)
    b.put(150, y, "身份证号", 36)
    b.put(370, y, "{id_number}", 36)
    b.put(150, y + 78, "证书编号", 36)
    b.put(370, y + 78, "{certificate_number}", 36)
    right = (
        ("职业（工种）", "{occupation}"), ("等　　级", "{level}"), ("理论知识考试成绩", "{~theory}"), ("操作技能考核成绩", "{~practice}"),
        ("评定成绩", "合格"),
    )  # fmt: skip
    y = b.pairs(1080, 300, right, at=380, step=110, size=38)
    b.put(1080, y + 60, "发证机关（印）", 38)
    b.put(1820, y + 150, "{issuer}", 38, "right")
    b.put(1820, y + 240, "{issue_date}", 38, "right")
    b.seal(1560, y + 150, t["issuer"], 310)
    return [b.done()]


def ability(t: Told, rng: random.Random) -> list[Sheet]:
    """The newer certificate of a level of skill, all in the middle of an upright sheet."""
    b = Form(SKILL, "vocational.ability", t, rng, "fangsong", (1500, 2120), (255, 255, 250), fill="fangsong")
    b.frame(60, (180, 40, 40), 3)
    b.put(750, 260, "职业技能等级证书", 84, "centre", role="serif-black", colour=(180, 30, 30))
    b.photo(630, 340, 240)
    body = "本证书由{issuer}颁发，表明持证人通过本机构组织的职业技能等级认定，具备该职业（工种）相应技能等级水平。"
    y = b.prose(200, 780, 1100, body, 36, 1.8)
    rows = (
        ("姓　　　　名：", "{name}"), ("证 件 类 型：", "居民身份证"), ("证 件 号 码：", "{id_number}"), ("职 业 名 称：", "{occupation}"),
        ("工种/职业方向：", "加工中心操作调整工"), ("职业技能等级：", "{level}"), ("证 书 编 号：", "{certificate_number}"),
    )  # fmt: skip
    y = b.pairs(260, y + 130, rows, at=330, step=78, size=36)
    b.put(1300, y + 60, "发证日期：{issue_date:padded}", 36, "right")
    b.code(220, y + 20, 190)
    business(b, 1080, y + 190, t["issuer"], "职业技能等级认定专用章", 370)
    b.put(750, 2030, "查询网址：http://jndj.osta.org.cn", 26, "centre")
    return [b.done()]
