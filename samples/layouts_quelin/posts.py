"""Certificates of title, letters of appointment, certificates of skill."""

from __future__ import annotations

import random
from typing import Final

from samples.drawing import Cell, Sheet, embossed_seal, name_seal, table
from samples.layouts_quelin.leaf import CREAM, HALF, ICE, LYING, Leaf, Row, Said, Slot
from samples.numbers import show_date

TITLE: Final = "title_certificate"
LETTER: Final = "appointment_letter"
SKILL: Final = "vocational_certificate"


def wallet(s: Said, rng: random.Random) -> list[Sheet]:
    """An opened wallet: photograph left, entries on lines right."""
    leaf = Leaf(TITLE, "title.wallet_open", s, rng, "kai", (1654, 1130), (244, 248, 240))
    leaf.sheet.line(827, 0, 827, 1130, 2, (190, 196, 190))
    leaf.photo(290, 190, 250)
    embossed_seal(leaf.sheet, 520, 500, s["issuer"], rng, 230)
    leaf.put(413, 660, "专业技术资格证书", 50, "serif-bold", "centre")
    leaf.put(100, 760, "编号 [certificate_number]", 32)
    leaf.put(100, 830, "评审组织", 28)
    leaf.prose(100, 885, 660, "[!committee]", 30, 1.4, 0)
    entries = (
        "姓　　名　[name]", "性　　别　[gender]", "出生年月　[birth_date|m.digits]", "专　　业　[specialty]",
        "资格名称　[title]", "取得时间　[obtained_on]", "批准文号　[!document]",
    )  # fmt: skip
    for i, text in enumerate(entries):
        leaf.put(900, 170 + 96 * i, text, 38)
        leaf.sheet.line(1080, 184 + 96 * i, 1560, 184 + 96 * i, 1)
    leaf.put(900, 900, "[issuer]", 36)
    leaf.put(900, 980, "发证日期 [!issued]", 32)
    leaf.round(1400, 920, s["issuer"], 270)
    return [leaf.done()]


def electronic(s: Said, rng: random.Random) -> list[Sheet]:
    """The electronic certificate, a grid with a code."""
    leaf = Leaf(TITLE, "title.electronic_grid", s, rng, "microhei", (1654, 1500), ICE)
    leaf.put(827, 190, "职称电子证书", 76, side="centre")
    leaf.put(827, 260, "（溯南省人力资源和社会保障厅监制）", 30, side="centre")
    rows: list[Row] = [
        (90, ["持证人", "[name]", "性别", "[gender]"]),
        (90, ["身份证件号", Slot("[id_number]", 3)]),
        (90, ["工作单位", Slot("[employer]", 3)]),
        (90, ["职称名称", "[title]", "职称专业", "[specialty]"]),
        (90, ["取得日期", "[obtained_on|dash]", "取得方式", "[!method]"]),
        (90, ["评审机构", Slot("[!committee]", 3)]),
        (90, ["发证机关", Slot("[issuer]", 3)]),
        (90, ["证书编号", Slot("[certificate_number]", 3)]),
    ]
    end = leaf.grid(120, 320, [230, 477, 230, 477], rows, 34).box.y1
    leaf.code(150, end + 60, 230)
    leaf.put(430, end + 170, "签发日期：[!issued|dash]", 32)
    leaf.oval(1250, end + 130, (s["issuer"], "职称证书专用章"), 34)
    return [leaf.done()]


def sentence_of_old(s: Said, rng: random.Random) -> list[Sheet]:
    """A certificate of 2002, one sentence."""
    leaf = Leaf(TITLE, "title.sentence_old", s, rng, "kai-gb", HALF, CREAM)
    leaf.border(50, (150, 50, 50), 3, 8)
    leaf.put(827, 190, "专业技术职务任职资格证书", 64, side="centre")
    body = (
        "[name]同志，[gender]，[birth_date|m.digits]出生，经[!committee]评审，于[obtained_on|hanzi]取得[specialty]专业"
        "[title]任职资格。特发此证。"
    )
    leaf.prose(160, 320, 1334, body, 44, 1.85)
    leaf.put(160, 800, "证书号码：[certificate_number]", 36)
    leaf.put(1490, 840, "[issuer]", 40, side="right")
    leaf.put(1460, 930, "[!issued|hanzi]", 38, side="right")
    leaf.round(1220, 840, s["issuer"], 300)
    leaf.photo(180, 850, 150)
    return [leaf.done()]


def bilingual(s: Said, rng: random.Random) -> list[Sheet]:
    """Entries with English under each label."""
    leaf = Leaf(TITLE, "title.two_tongues", s, rng, "serif", (1500, 2000), (250, 250, 246))
    leaf.put(750, 250, "专业技术资格证书", 78, "serif-black", "centre")
    leaf.put(750, 315, "CERTIFICATE OF PROFESSIONAL QUALIFICATION", 30, side="centre")
    leaf.photo(1110, 400, 230)
    entries = (
        ("姓名", "Name", "[name]"), ("性别", "Sex", "[gender]"), ("出生日期", "Date of Birth", "[birth_date]"),
        ("身份证号", "ID Number", "[id_number]"), ("资格名称", "Qualification", "[title]"),
        ("专业名称", "Speciality", "[specialty]"), ("授予时间", "Date of Conferment", "[obtained_on]"),
        ("证书编号", "Certificate No.", "[certificate_number]"),
    )  # fmt: skip
    for i, (label, english, value) in enumerate(entries):
        y = 450 + 130 * i
        leaf.put(160, y, label, 36)
        leaf.put(160, y + 36, english, 22, colour=(120, 120, 120))
        leaf.put(480, y, value, 40, "wenkai")
    leaf.put(160, 1560, "评审委员会：[!committee]", 32)
    leaf.put(1340, 1700, "[issuer]", 38, side="right")
    leaf.put(1320, 1780, "发证日期：[!issued]", 34, side="right")
    leaf.round(1090, 1700, s["issuer"], 320)
    return [leaf.done()]


def folder(s: Said, rng: random.Random) -> list[Sheet]:
    """A bought red folder with a sentence."""
    leaf = Leaf(LETTER, "appointment.red_folder", s, rng, "cns-kai", (1900, 1300), (255, 246, 240))
    leaf.border(50, (190, 40, 40), 10, 24, 34)
    leaf.put(950, 270, "聘 任 书", 110, "serif-black", "centre", (180, 30, 34))
    leaf.put(220, 420, "[name]　同志：", 52)
    body = "经研究，决定聘任你为本公司[title]，聘期自[start_date]至[end_date]。请认真履行岗位职责。"
    leaf.prose(220, 530, 1460, body, 52, 1.9)
    leaf.put(1640, 970, "[employer]", 46, side="right")
    leaf.put(1600, 1060, "[issue_date|hanzi]", 44, side="right")
    leaf.round(1400, 980, s["employer"], 310)
    return [leaf.done()]


def grid_letter(s: Said, rng: random.Random) -> list[Sheet]:
    """A form: who, what, for how long, who agrees."""
    leaf = Leaf(LETTER, "appointment.form", s, rng, "hei", (1654, 1300))
    leaf.put(827, 140, "专业技术职务聘任审批表", 54, "hei-bold", "centre")
    rows: list[Row] = [
        (86, ["姓名", "[name]", "部门", "[!department]"]),
        (86, ["拟聘职务", "[title]", "任职资格取得", "[!obtained|m.digits]"]),
        (86, ["聘任期限", Slot("[start_date|dots] 起，[end_date|dots] 止", 3)]),
        (150, ["部门意见", Slot("同意推荐聘任。", 3, left=True)]),
        (300, ["公司意见", Slot("同意聘任。", 3, left=True)]),
    ]
    end = leaf.grid(120, 200, [220, 480, 250, 464], rows, 34).box.y1
    name_seal(leaf.sheet, 1100, end - 430, s["leader"], rng, 88)
    leaf.put(700, end - 150, "[employer]", 34)
    leaf.put(1480, end - 40, "[issue_date|dots]", 34, side="right")
    leaf.round(1100, end - 150, s["employer"], 280)
    return [leaf.done()]


def red_head(s: Said, rng: random.Random) -> list[Sheet]:
    """A company's document with a list of those appointed."""
    leaf = Leaf(LETTER, "appointment.red_head", s, rng, "fangsong")
    leaf.put(827, 230, "[!employer]文件", 62, "serif-black", "centre", (200, 30, 36))
    leaf.put(827, 330, "[!document]", 34, side="centre")
    leaf.sheet.line(130, 360, 1524, 360, 5, (200, 30, 36))
    leaf.put(827, 480, "关于聘任工程技术人员的通知", 52, "serif-bold", "centre")
    body = "各车间、处室：根据生产经营需要，公司决定聘任以下人员专业技术职务："
    y = leaf.prose(150, 590, 1354, body, 38)
    cells = [[Cell(head) for head in ("姓名", "聘任职务", "聘期开始", "聘期结束")]]
    for name, title, start, end in s.rows:
        dates = (Cell(show_date(start), "start_date", start), Cell(show_date(end), "end_date", end))
        cells.append([Cell(name, "name"), Cell(title, "title"), *dates])
    y = table(leaf.sheet, 150, y + 60, [260, 354, 370, 370], [80] * len(cells), cells, leaf.role, 34).box.y1
    leaf.put(1470, y + 260, "[employer]", 38, side="right")
    leaf.put(1430, y + 340, "[issue_date]", 38, side="right")
    leaf.round(1210, y + 260, s["employer"], 310)
    return [leaf.done()]


def open_end(s: Said, rng: random.Random) -> list[Sheet]:
    """A notice without an end."""
    leaf = Leaf(LETTER, "appointment.notice", s, rng, "ming", HALF)
    leaf.put(827, 170, "聘 任 决 定", 64, side="centre")
    body = "根据公司专业技术岗位设置方案，自[start_date|hanzi]起聘任[name]同志担任[title]职务，聘期至劳动合同终止之日。"
    leaf.prose(160, 310, 1334, body, 42, 1.85)
    leaf.put(1480, 740, "[employer]", 40, side="right")
    leaf.put(1440, 820, "[issue_date|hanzi]", 38, side="right")
    leaf.round(1230, 740, s["employer"], 290)
    return [leaf.done()]


def skill_level(s: Said, rng: random.Random) -> list[Sheet]:
    """The certificate of skill level."""
    leaf = Leaf(SKILL, "vocational.level", s, rng, "fangsong", (1654, 2100), (250, 252, 255))
    leaf.border(70, (60, 110, 180), 4, 12)
    leaf.put(827, 280, "职业技能等级证书", 88, "serif-bold", "centre")
    leaf.photo(1210, 400, 250)
    entries = (
        "姓　　　　名：[name]", "证 件 类 型：居民身份证", "证 件 号 码：[id_number]", "职 业 名 称：[occupation]",
        "工种／职业方向：－－", "职业技能等级：[level]", "证 书 编 号：[certificate_number]",
    )  # fmt: skip
    for i, text in enumerate(entries):
        leaf.put(190, 480 + 105 * i, text, 40)
    leaf.prose(190, 1290, 1274, "本证书由评价机构颁发，表明持证人已通过本职业（工种）的技能等级认定。", 38)
    leaf.put(190, 1560, "评价机构（印章）：[issuer]", 40)
    leaf.put(190, 1650, "发证日期：[issue_date|padded]", 40)
    leaf.round(1160, 1600, s["issuer"], 310)
    leaf.code(1260, 1770, 190)
    return [leaf.done()]


def qualification(s: Said, rng: random.Random) -> list[Sheet]:
    """The national certificate of before 2017, opened."""
    leaf = Leaf(SKILL, "vocational.opened", s, rng, "kai", LYING, (252, 242, 238))
    leaf.put(600, 320, "职业资格证书", 84, side="centre")
    leaf.photo(470, 430, 260)
    leaf.put(600, 940, "[level]", 60, side="centre")
    leaf.put(600, 1120, "证书编号：[certificate_number]", 40, side="centre")
    entries = (
        "姓　　名：[name]", "性　　别：[gender]", "身份证号：[id_number]", "职业（工种）：[occupation]",
        "理论成绩：81　　技能成绩：79", "评定成绩：合格", "发证日期：[issue_date]", "发证机关：[issuer]",
    )  # fmt: skip
    for i, text in enumerate(entries):
        leaf.put(1280, 340 + 120 * i, text, 44)
    leaf.round(1880, 1180, s["issuer"], 320)
    leaf.oval(1500, 1420, ("职业技能鉴定（指导）中心",), 36, corners=True)
    return [leaf.done()]
