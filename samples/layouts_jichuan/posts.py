"""Certificates of title and appointments of Jichuan."""

from __future__ import annotations

import random
from typing import Final

from samples.drawing import Cell, Sheet, table
from samples.layouts_jichuan.board import Board, Row, Told
from samples.layouts_jichuan.ruled import Slot
from samples.layouts_jichuan.stamps import business, chop, company
from samples.numbers import show_date

TITLE: Final = "title_certificate"
LETTER: Final = "appointment_letter"


def booklet(t: Told, rng: random.Random) -> list[Sheet]:
    """The two inner pages of a booklet: photograph and number left, lines filled in by a printer right."""
    b = Board(TITLE, "title.booklet", t, rng, "song", (1900, 1280), (238, 243, 250), fill="kai-gb")
    b.sheet.line(950, 40, 950, 1240, 2, (190, 200, 214))
    b.photo(340, 170, 240)
    company(b, 640, 560, t["issuer"], 280)
    b.put(475, 800, "持证人签名", 32, "centre")
    b.sign(350, 900, t["name"], 62)
    b.put(110, 1080, "证书编号", 34)
    b.under(270, 850, 1076, "{certificate_number}", 36)
    entries = (
        ("姓　　名", "{name}"), ("性　　别", "{gender}"), ("出生年月", "{birth_date:digits_m}"),
        ("资格名称", "{title}"), ("专　　业", "{specialty}"), ("取得资格时间", "{obtained_on}"),
        ("评审组织", "{~committee}"), ("发证单位", "{issuer}"),
    )  # fmt: skip
    for i, (label, value) in enumerate(entries):
        b.put(1010, 190 + 112 * i, label, 34)
        b.under(1240, 1830, 186 + 112 * i, value, 30 if "~" in value else 36)
    b.put(1820, 1130, "发证日期：{~issued}", 34, "right")
    return [b.done()]


def electronic(t: Told, rng: random.Random) -> list[Sheet]:
    """The province's electronic certificate: fine lines, entries in two columns, a square to check it by."""
    b = Board(TITLE, "title.electronic", t, rng, "hei", (1654, 1180), (255, 255, 255), fill="hei", ink=(92, 100, 112))
    for i in range(14):
        b.sheet.line(0, 250 + 66 * i, 1654, 220 + 66 * i, 1, (226, 236, 246))
    b.band(0, 12, (26, 90, 168))
    b.put(827, 140, "桉南省专业技术职务任职资格证书", 64, "centre", role="hei-bold", colour=(26, 90, 168))
    b.put(827, 205, "（电子证书）", 34, "centre")
    b.photo(1370, 260, 190)
    pairs = (
        ("姓名", "{name}"), ("性别", "{gender}"), ("身份证号", "{id_number}"), ("资格名称", "{title}"),
        ("资格专业", "{specialty}"), ("工作单位", "{employer}"), ("取得时间", "{obtained_on:dash}"),
        ("取得方式", "{~method}"), ("发证机构", "{issuer}"), ("证书编号", "{certificate_number}"),
    )  # fmt: skip
    for i, (label, value) in enumerate(pairs):
        b.put(120, 330 + 72 * i, f"{label}：", 32)
        b.put(320, 330 + 72 * i, value, 34)
    b.code(1370, 830, 200)
    b.put(1470, 1080, "扫码核验", 28, "centre")
    business(b, 1080, 960, t["issuer"], "职称证书专用章", 400)
    b.put(120, 1110, "制证日期 {~issued:dash}", 28)
    return [b.done()]


def plain(t: Told, rng: random.Random) -> list[Sheet]:
    """A sheet upright: the sentence first, then a narrow table."""
    b = Board(TITLE, "title.sentence", t, rng, "fangsong", (1400, 1800), (253, 248, 240), fill="serif-bold")
    b.frame(50, (170, 60, 50), 3, 8)
    b.put(700, 240, "专业技术资格证书", 80, "centre", role="serif-black", spacing=8)
    b.photo(590, 310, 210)
    text = "{name}同志，{gender}，{birth_date:digits_m}出生，经评审（认定）具备{specialty}专业{title}任职资格。"
    y = b.prose(160, 720, 1080, text, 46, 1.9)
    rows: list[Row] = [
        (84, ["资格取得日期", "{obtained_on:padded}"]),
        (84, ["评委会名称", "{~committee}"]),
        (84, ["发证机关", "{issuer}"]),
        (84, ["发证日期", "{~issued:padded}"]),
        (84, ["编　　号", "{certificate_number}"]),
    ]
    y = b.grid(160, y + 80, [270, 810], rows, 33)
    company(b, 1010, y + 140, t["issuer"], 300)
    b.put(160, y + 150, "（盖章有效）", 32)
    return [b.done()]


def warrant(t: Told, rng: random.Random) -> list[Sheet]:
    """A certificate of appointment, lying, in red and gold."""
    b = Board(LETTER, "appointment.warrant", t, rng, "kai-gb", (1760, 1240), (255, 247, 232), fill="serif-bold")
    b.frame(40, (196, 40, 36), 16, 3)
    b.put(880, 230, "聘 任 书", 110, "centre", role="serif-black", colour=(196, 40, 36))
    b.put(1620, 300, "{~number}", 30, "right")
    body = (
        "兹聘任{name}同志担任{title}专业技术职务，从事{~specialty}专业技术工作。聘期自{start_date}至{end_date}，"
        "期满自行解聘或另行续聘。"
    )
    b.prose(200, 430, 1360, body, 52, 1.95)
    b.put(200, 960, "法定代表人：", 38)
    chop(b, 440, 895, t["leader"], 100)
    b.put(1560, 960, "{employer}", 42, "right")
    b.put(1560, 1050, "{issue_date}", 40, "right")
    company(b, 1270, 960, t["employer"], 310)
    return [b.done()]


def decree(t: Told, rng: random.Random) -> list[Sheet]:
    """A company's paper under a red head: several persons in a table."""
    b = Board(LETTER, "appointment.decree", t, rng, "fangsong", (1654, 2080), fill="fangsong")
    b.put(827, 230, f"{t['employer']}文件", 74, "centre", role="serif-black", colour=(206, 24, 28))
    b.put(827, 330, "{~number}", 34, "centre")
    b.sheet.line(130, 370, 1524, 370, 6, (206, 24, 28))
    b.put(827, 490, "关于聘任专业技术职务的通知", 54, "centre", role="serif-bold")
    b.put(130, 600, "各部门、车间：", 38)
    text = "经公司专业技术职务聘任小组研究，决定聘任下列人员担任相应专业技术职务，聘期内享受公司规定的待遇。现予公布："
    y = b.prose(130, 680, 1394, text, 38, 1.75)
    cells = [[Cell(head) for head in ("序号", "姓名", "聘任职务", "聘任起始", "聘任终止")]]
    for i, (name, title, start, end) in enumerate(t.rows, 1):
        when = [Cell(show_date(d, "dots"), f, d) for d, f in ((start, "start_date"), (end, "end_date"))]
        cells.append([Cell(str(i)), Cell(name, "name"), Cell(title, "title"), *when])
    y = table(b.sheet, 130, y + 60, [110, 260, 400, 312, 312], [82] * len(cells), cells, b.face, 35).box.y1
    b.put(1500, y + 210, "{employer}", 40, "right")
    b.put(1440, y + 290, "{issue_date}", 40, "right")
    company(b, 1200, y + 215, t["employer"], 320)
    b.put(130, y + 440, f"抄送：公司领导。　　　　　综合管理部　{show_date(t['issue_date'])}印发", 30)
    return [b.done()]


def register(t: Told, rng: random.Random) -> list[Sheet]:
    """A form of the employer: a table and two opinions."""
    b = Board(LETTER, "appointment.register", t, rng, "song", (1654, 1560), fill="wenkai", fill_ink=(26, 34, 96))
    b.put(827, 170, "专业技术职务聘任登记表", 58, "centre", role="hei-bold")
    rows: list[Row] = [
        (92, ["受聘人", "{name}", "聘任职务", "{title}"]),
        (92, ["聘任单位", Slot("{employer}", 3)]),
        (92, ["所在部门", "{~department}", "从事专业", "{~specialty}"]),
        (92, ["聘期", Slot("{start_date} 至 {end_date}", 3)]),
        (200, ["主要职责", Slot("{~duty}", 3, align="left")]),
        (380, ["单位意见", Slot("", 3)]),
    ]
    y = b.grid(120, 230, [220, 460, 220, 514], rows, 36)
    b.put(380, y - 300, "经研究，同意聘任。", 38)
    b.put(380, y - 150, "负责人签字：", 34)
    b.sign(590, y - 140, t["leader"], 58)
    b.put(1490, y - 50, "{issue_date}", 36, "right")
    company(b, 1230, y - 170, t["employer"], 300)
    b.put(120, y + 90, "注：本表一式两份，单位人事部门和受聘人各执一份。", 28)
    return [b.done()]
