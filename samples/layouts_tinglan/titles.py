"""Certificates of professional titles, and letters that appoint somebody to a post."""

from __future__ import annotations

import random
from typing import Final

from samples.drawing import Sheet
from samples.layouts_jichuan.board import Row, Told
from samples.layouts_jichuan.ruled import Slot
from samples.layouts_jichuan.stamps import business, chop, company
from samples.layouts_tinglan.panel import Panel, plain
from samples.numbers import show_date

TITLE: Final = "title_certificate"
LETTER: Final = "appointment_letter"
NAVY = (26, 48, 110)


def passbook(t: Told, rng: random.Random) -> list[Sheet]:
    """A booklet opened: photograph and statement on the left leaf, entries upright beside each other on the right."""
    b = Panel(TITLE, "title.passbook", t, rng, "song", (2080, 1420), (250, 246, 232), fill="kai-gb")
    b.sheet.line(1040, 40, 1040, 1380, 3, (190, 176, 140))
    b.photo(400, 150, 250)
    b.put(520, 590, "持证人签名：", 32, "right")
    b.sign(540, 600, t["name"], 60)
    text = (
        "　　本证书由岭沅省人力资源和社会保障厅监制，表明持证人经考核或评审，具备相应专业技术职务任职资格，作为聘任专业技术"
        "职务的依据。"
    )
    b.prose(130, 740, 800, text, 36, 1.8, 0)
    b.put(520, 1280, "编号：{certificate_number}", 34, "centre")
    rows: list[Row] = [
        (104, ["姓名", "{name}"]), (104, ["性别", "{gender}"]), (104, ["出生年月", "{birth_date:dots_m}"]),
        (104, ["专业", "{specialty}"]), (104, ["资格", "{title}"]), (104, ["授予时间", "{obtained_on:padded}"]),
        (150, ["评审组织", "{~committee}"]), (104, ["发证单位", "{issuer}"]), (104, ["发证日期", "{~issued:padded}"]),
    ]  # fmt: skip
    y = b.grid(1110, 130, [230, 660], rows, 34)
    b.seal(1710, y + 60, t["issuer"], 290)
    return [b.done()]


def licence(t: Told, rng: random.Random) -> list[Sheet]:
    """The city's electronic certificate: a sentence that grants the title, particulars in a strip under it."""
    b = Panel(TITLE, "title.sentence_strip", t, rng, "hei", (1754, 1240), (254, 254, 255), fill="sans-medium")
    b.frame(34, NAVY, 3, 1)
    b.put(877, 190, "职 称 证 书", 92, "centre", role="serif-black", colour=NAVY)
    b.put(1640, 120, "证书编号 {certificate_number}", 28, "right")
    text = (
        "兹证明{name}，性别{gender}，公民身份号码{id_number}，于{obtained_on}经{~committee}{~method}，具备"
        "{specialty}专业{title}职称资格。"
    )
    b.prose(420, 340, 1180, text, 42, 1.8)
    b.photo(130, 300, 230)
    b.shade(90, 800, 1664, 930, (236, 241, 250))
    for i, (label, value) in enumerate((("工作单位", "{employer}"), ("系列", "{=工程技术}"), ("级别", "{=初级}"))):
        b.above(130 + (0, 800, 1200)[i], 900, label, value, 34)
    b.code(130, 980, 190)
    b.put(350, 1110, "扫描二维码验证", 26)
    b.put(1600, 1060, "{issuer}", 38, "right")
    b.put(1600, 1130, "{~issued}", 34, "right")
    company(b, 1330, 1060, t["issuer"], 280, "职称专用章")
    return [b.done()]


def above(t: Told, rng: random.Random) -> list[Sheet]:
    """Labels over values in two columns, upright; the issuing office in an oval."""
    b = Panel(TITLE, "title.above", t, rng, "microhei", (1400, 1800), (255, 254, 250), fill="wenkai-mono")
    b.shade(0, 0, 1400, 20, (160, 30, 40))
    b.put(700, 170, "岭沅省专业技术职务任职资格", 52, "centre", role="hei-bold")
    b.put(700, 270, "电　子　证　书", 60, "centre", role="hei-bold")
    b.photo(1080, 350, 210)
    lines = (
        (("姓名", "{name}"), ("性别", "{gender}")),
        (("出生日期", "{birth_date:dash}"), ("证件号码", "{id_number}")),
        (("任职资格名称", "{title}"), ("专业", "{specialty}")),
        (("资格取得时间", "{obtained_on:dash}"), ("批准文号", "{~document}")),
        (("管理号", "{certificate_number}"), ("发证时间", "{~issued:dash}")),
    )
    for i, line in enumerate(lines):
        for j, (label, value) in enumerate(line):
            b.above(110 + 480 * j, 460 + 180 * i, label, value, 38, small=28)
    b.above(110, 1360, "评审委员会", "{~committee}", 34, small=28)
    b.above(110, 1500, "批准机关", "{issuer}", 38, small=28)
    b.code(110, 1570, 170)
    business(b, 1020, 1560, t["issuer"], "电子证照专用章", 400)
    return [b.done()]


def crossed(t: Told, rng: random.Random) -> list[Sheet]:
    """A sheet with one wide table of four columns, photograph inside, remark at the foot."""
    b = Panel(TITLE, "title.crossed", t, rng, "fangsong", (1754, 1240), (252, 250, 244), fill="serif-semibold")
    b.put(877, 170, "专业技术资格证书", 80, "centre", role="serif-black", spacing=12)
    rows: list[Row] = [
        (92, ["姓　名", "{name}", "性　别", "{gender}", Slot("", 1, 4)]),
        (92, ["出生年月", "{birth_date:digits_m}", "系　列", "{=工程}"]),
        (92, ["专业名称", "{specialty}", "资格级别", "{=初级}"]),
        (92, ["资格名称", "{title}", "取得方式", "{~method}"]),
        (92, ["工作单位", Slot("{employer}", 4)]),
        (92, ["评委会名称", Slot("{~committee}", 4)]),
        (92, ["通过时间", "{obtained_on}", "证书编号", Slot("{certificate_number}", 2)]),
    ]
    y = b.grid(110, 230, [210, 450, 190, 400, 284], rows, 34)
    b.photo(1400, 250, 200)
    b.put(110, y + 110, "发证机关（盖章）：{issuer}", 36)
    b.put(110, y + 190, "发证日期：{~issued}", 36)
    b.seal(1340, y + 130, t["issuer"], 300)
    return [b.done()]


def lined(t: Told, rng: random.Random) -> list[Sheet]:
    """The old blue book's leaf: labels with a rule under each value, photograph at the foot, seal across it."""
    b = Panel(TITLE, "title.lined", t, rng, "song", (1240, 1740), (236, 244, 250), fill="wenkai", fill_ink=(24, 30, 80))
    b.put(620, 200, "专业技术职务任职资格证书", 58, "centre", role="serif-bold")
    pairs = (
        ("姓　　名", "{name}"), ("性　　别", "{gender}"), ("出生年月", "{birth_date:digits_m}"), ("专　　业", "{specialty}"),
        ("任职资格", "{title}"), ("评审时间", "{obtained_on}"), ("证书编号", "{certificate_number}"),
        ("发证时间", "{~issued}"),
    )  # fmt: skip
    for i, (label, value) in enumerate(pairs):
        b.put(150, 330 + 90 * i, label, 36)
        b.under(340, 1090, 326 + 90 * i, value, 38)
    b.put(150, 1050, "评审机构", 36)
    y = b.prose(340, 1050, 750, "{~committee}", 34, 1.5, 0)
    b.photo(170, 1230, 230)
    b.put(1090, y + 260, "发证机关（印）", 34, "right")
    b.put(1090, y + 330, "{issuer}", 34, "right")
    b.seal(480, 1480, t["issuer"], 300)
    return [b.done()]


def advice(t: Told, rng: random.Random) -> list[Sheet]:
    """A slip to the person appointed: particulars in a table of two columns, seal in the last row."""
    b = Panel(LETTER, "appointment.advice", t, rng, "fangsong", (1654, 1400), fill="serif-medium")
    b.put(827, 170, "专业技术职务聘任通知书", 62, "centre", role="serif-black")
    b.put(1534, 240, "{~number}", 30, "right")
    rows: list[Row] = [
        (92, ["受聘人员", "{name}", "聘任职务", "{title}"]),
        (92, ["聘任专业", "{~specialty}", "起聘日期", "{start_date:padded}"]),
        (92, ["签发日期", "{issue_date:padded}", "终聘日期", "{end_date:padded}"]),
        (120, ["职责要求", Slot("按岗位说明书履行职责，完成年度技术任务。", 3)]),
        (330, ["聘任单位", Slot("", 3)]),
    ]
    y = b.grid(120, 280, [210, 497, 210, 497], rows, 36)
    b.put(1480, y - 130, "{employer}", 40, "right")
    b.seal(1230, y - 160, t["employer"], 290)
    b.put(120, y + 80, "本通知书由受聘人员保存。", 28)
    return [b.done()]


def pact(t: Told, rng: random.Random) -> list[Sheet]:
    """An agreement of two sides: numbered clauses, signatures of both at the foot."""
    b = Panel(LETTER, "appointment.pact", t, rng, "song", (1654, 2000), fill="wenkai")
    b.put(827, 180, "专业技术职务聘任协议书", 60, "centre", role="serif-bold")
    b.put(130, 300, "聘任单位（甲方）：{employer}", 36)
    b.put(130, 370, "受聘人（乙方）：{name}", 36)
    clauses = (
        "一、甲方因工作需要，聘任乙方担任{title}职务，从事{~specialty}专业技术工作。",
        "二、聘任期限自{start_date}起至{end_date}止。",
        "三、乙方在聘期内履行岗位职责，接受甲方考核；甲方按公司规定兑现乙方的工资和福利待遇。",
        "四、聘期届满，双方可协商续聘。乙方考核不合格的，甲方可提前解聘。",
        "五、本协议一式两份，双方各执一份，自签字盖章之日起生效。",
    )
    y = 400.0
    for clause in clauses:
        y = b.prose(130, y + 90, 1394, clause, 37, 1.75)
    b.put(130, y + 190, "甲方（盖章）", 36)
    b.put(130, y + 290, "法定代表人：", 36)
    chop(b, 350, y + 230, t["leader"], 96)
    b.put(900, y + 190, "乙方（签字）：", 36)
    b.sign(1150, y + 200, t["name"], 62)
    b.put(900, y + 290, "签订日期：{issue_date}", 36)
    b.seal(500, y + 210, t["employer"], 300)
    return [b.done()]


def gilt(t: Told, rng: random.Random) -> list[Sheet]:
    """A letter in a golden frame, upright; the term in its own line."""
    gold = (196, 150, 50)
    b = Panel(LETTER, "appointment.gilt", t, rng, "kai-gb", (1300, 1760), (255, 250, 236), fill="wenkai")
    b.frame(44, gold, 12, 2, 2)
    b.put(650, 320, "聘　书", 140, "centre", role="serif-black", colour=(186, 26, 30))
    b.put(150, 480, "{name} 同志：", 50)
    b.prose(150, 590, 1000, "根据公司专业技术岗位设置和本人任职资格，经总经理办公会议研究决定，聘任您为公司", 46, 1.85)
    b.put(650, 880, "{title}", 72, "centre", role="serif-bold")
    b.put(150, 1010, "聘期：{start_date:dots} 至 {end_date:dots}", 44)
    b.put(150, 1110, "特发此证。", 44)
    b.put(1150, 1400, "{employer}", 40, "right")
    b.put(1150, 1490, "{issue_date:hanzi}", 40, "right")
    company(b, 900, 1410, t["employer"], 310)
    return [b.done()]


def roster(t: Told, rng: random.Random) -> list[Sheet]:
    """A company's notice with a table of persons, each with the same term."""
    b = Panel(LETTER, "appointment.roster", t, rng, "fangsong", (1654, 2000), fill="fangsong")
    b.put(827, 230, f"{t['employer']}", 66, "centre", role="serif-black", colour=(200, 22, 26))
    b.sheet.line(120, 280, 1534, 280, 5, (200, 22, 26))
    b.put(1534, 340, "{~number}", 32, "right")
    b.put(827, 450, "关于公布专业技术人员聘任名单的通知", 52, "centre", role="serif-bold")
    b.put(130, 560, "公司各单位：", 38)
    text = (
        "根据有关专业技术职务聘任办法，经个人申报、部门推荐、考评小组评议，同意聘任以下同志。聘期三年，具体名单如下："
    )
    y = b.prose(130, 640, 1394, text, 38, 1.75)
    rows = [
        [*plain(name), (title, title), *((show_date(d, "padded"), d) for d in (start, end))]
        for name, title, start, end in t.rows
    ]
    columns = (
        ("姓名", 260.0, "name"), ("聘任岗位", 380.0, "title"), ("聘期开始", 377.0, "start_date"), ("聘期结束", 377.0, "end_date"),
    )  # fmt: skip
    y = b.listed(130, y + 60, columns, rows, 35, high=80)
    b.put(1500, y + 210, "{employer}", 40, "right")
    b.put(1460, y + 290, "{issue_date}", 40, "right")
    b.seal(1230, y + 230, t["employer"], 310)
    return [b.done()]
