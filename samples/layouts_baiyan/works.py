"""Papers in two periodicals, and what is handed in of projects."""

from __future__ import annotations

import random
from typing import Final

from models.geometry import Box, union
from samples.drawing import Sheet
from samples.layouts_baiyan.form import INDIGO, Form
from samples.layouts_jichuan.board import Row, Told
from samples.layouts_jichuan.ruled import Slot
from samples.layouts_jichuan.stamps import company

PAPER: Final = "paper"
PROJECT: Final = "project_document"


def foundry(t: Told, rng: random.Random) -> list[Sheet]:
    """A quarterly: numbers at the foot of the cover, contents by rows, text in one column."""
    cover = Form(PAPER, "paper.foundry", t, rng, "hei", (1480, 2080), (236, 242, 236), fill="serif-bold")
    cover.part("cover", "identifier")
    cover.shade(0, 300, 1480, 780, (40, 90, 80))
    cover.put(740, 580, "{journal}", 170, "centre", role="serif-black", colour=(255, 255, 255))
    cover.put(740, 700, t["latin"], 46, "centre", colour=(220, 236, 230))
    cover.put(740, 960, t["issue"], 56, "centre")
    cover.put(740, 1050, "{date:digits}出版", 40, "centre")
    cover.put(740, 1720, f"主办　{t['sponsor']}", 38, "centre")
    cover.put(140, 1930, "ISSN {issn}", 42)
    cover.put(1340, 1930, "CN {cn}", 42, "right")
    contents = Form(PAPER, "paper.foundry", t, rng, "song", (1480, 2080), fill="song", following=True)
    contents.part("contents")
    contents.put(740, 200, "目　　次", 70, "centre", role="hei-bold")
    contents.put(740, 280, "{journal}　" + t["issue"], 32, "centre")
    y = 420.0
    page = int(t["page"])
    for title, by, at in (
        (t["before"], t["before_by"], page - 6), ("{title}", "{authors:space}", page), (t["after"], t["after_by"], page + 5),
        ("风电铸件尺寸检测方法探讨", "虞有光", page + 11), ("行业动态", "", page + 16),
    ):  # fmt: skip
        contents.put(130, y, title, 34)
        contents.put(1340, y + 56, f"{by}（{at}）" if by else f"（{at}）", 30, "right")
        y += 150
    body = Form(PAPER, "paper.foundry", t, rng, "song", (1480, 2080), fill="song", following=True)
    body.part("body")
    body.put(130, 120, "{journal}", 28)
    body.put(1350, 120, t["issue"], 28, "right")
    body.sheet.line(130, 140, 1350, 140, 2)
    body.put(740, 280, "{title}", 52, "centre", role="hei-bold")
    body.put(740, 360, "{authors:space}", 38, "centre", role="kai-gb")
    body.put(740, 420, "（{~employer}）", 28, "centre")
    y = body.prose(190, 510, 1100, "摘　要：" + t["abstract"], 30, 1.7)
    y = body.prose(190, y + 56, 1100, "关键词：" + t["keywords"], 30, 1.7)
    body.prose(130, y + 100, 1220, t["text"], 34, 1.8)
    body.put(740, 2010, t["page"], 30, "centre")
    return [page.done() for page in (cover, contents, body)]


def equipment(t: Told, rng: random.Random) -> list[Sheet]:
    """A bimonthly: cover, a page of who publishes it, contents with points, two columns of text; two leaves where unfinished."""
    cover = Form(PAPER, "paper.equipment", t, rng, "sans-medium", (1480, 2080), (255, 255, 255), fill="sans-black")
    cover.part("cover")
    cover.shade(0, 0, 420, 2080, INDIGO)
    cover.put(510, 340, "{journal}", 96, role="sans-black")
    cover.put(510, 430, t["latin"], 34, colour=(110, 110, 120))
    cover.put(510, 620, t["issue"], 60)
    cover.put(510, 1900, f"{t['sponsor']}　主办", 36)
    imprint = Form(PAPER, "paper.equipment", t, rng, "song", (1480, 2080), fill="song", following=True)
    imprint.part("identifier")
    imprint.put(740, 260, "{journal}（双月刊）", 56, "centre", role="hei-bold")
    rows = (
        ("主管单位", "楠淮省机械工业联合会"), ("主办单位", t["sponsor"]), ("编辑出版", "《" + t["journal"] + "》编辑部"),
        ("出版日期", "{date}"),
        ("国际标准连续出版物号", "ISSN {issn}"), ("国内统一连续出版物号", "CN {cn}"), ("定　　价", "15.00元"),
    )  # fmt: skip
    imprint.pairs(220, 460, rows, at=440, step=100, size=36)
    body = Form(PAPER, "paper.equipment", t, rng, "song", (1480, 2080), fill="song", following=True)
    body.part("body")
    body.put(1350, 120, "《{journal}》" + t["issue"], 28, "right")
    body.put(740, 270, "{title}", 50, "centre", role="serif-black")
    body.put(740, 350, "{authors:comma}", 36, "centre", role="kai")
    y = body.prose(130, 450, 1220, "【摘要】" + t["abstract"], 29, 1.6)
    y = body.prose(130, y + 52, 1220, "【关键词】" + t["keywords"], 29, 1.6)
    half = t["text"].index("。", len(t["text"]) // 2) + 1
    body.prose(130, y + 100, 580, t["text"][:half], 32, 1.75)
    body.prose(770, y + 100, 580, t["text"][half:], 32, 1.75, 0)
    body.put(1350, 2010, t["page"], 28, "right")
    if not t["before"]:
        return [page.done() for page in (cover, imprint, body)]
    contents = Form(PAPER, "paper.equipment", t, rng, "serif", (1480, 2080), fill="serif", following=True)
    contents.part("contents")
    contents.put(130, 200, "目录 CONTENTS", 64, role="sans-medium")
    page = int(t["page"])
    y = 360.0
    for title, by, at in (
        (t["before"], t["before_by"], page - 5), ("{title}", "{authors:comma}", page), (t["after"], t["after_by"], page + 4)
    ):  # fmt: skip
        contents.leaders(130, 1350, y, title, str(at), 34)
        contents.put(170, y + 54, by, 30)
        y += 150
    return [sheet.done() for sheet in (cover, imprint, contents, body)]


def application(t: Told, rng: random.Random) -> list[Sheet]:
    """An application for a product of the province: cover, then aims, funds and people in one table."""
    one = Form(PROJECT, "project.application", t, rng, "fangsong", (1560, 2160), fill="kai-gb")
    one.part("cover")
    one.put(780, 420, "楠淮省首台（套）装备", 68, "centre", role="serif-black")
    one.put(780, 540, "项 目 申 报 书", 84, "centre", role="serif-black")
    for at, label, value in (
        (980, "项目名称", "{project_name}"), (1100, "申报单位", "{parties}"), (1220, "所属领域", "{=高端装备}"),
        (1340, "申报日期", "{date}"),
    ):  # fmt: skip
        one.put(230, at, label, 42)
        one.under(480, 1340, at, value, 42)
    two = Form(PROJECT, "project.application", t, rng, "song", (1560, 2160), fill="fangsong", following=True)
    two.part("amount", "participants", "seal")
    rows: list[Row] = [
        (90, ["项目名称", Slot("{project_name}", 3)]), (90, ["起止时间", "{~start}至{~end}", "总投入", "{amount:wan}"]),
        (330, ["主要内容\n及指标", Slot("{~aim}", 3, align="left", top=True)]),
    ]  # fmt: skip
    y = two.grid(100, 130, [210, 420, 260, 470], rows, 32)
    y = _team(two, y, t, (210.0, 420.0, 730.0))
    rows = [(420, ["申报单位\n意　　见", Slot("本单位承诺所填内容真实，同意申报。", align="left", top=True)])]
    y = two.grid(100, y, [210, 1150], rows, 32)
    two.put(1380, y - 50, "{~date}", 32, "right")
    two.put(1380, y - 130, "{~parties}", 34, "right")
    two.seal(1130, y - 170, t["parties"], 280)
    return [one.done(), two.done()]


def accepted(t: Told, rng: random.Random) -> list[Sheet]:
    """The experts' opinion on one sheet, with who took part."""
    b = Form(PROJECT, "project.accepted", t, rng, "serif", (1654, 2339), fill="kai")
    b.part("acceptance", "participants")
    b.put(827, 190, "科技项目验收意见书", 64, "centre", role="serif-black")
    b.pairs(
        130,
        310,
        (("项目名称：", "{project_name}"), ("承担单位：", "{~two}"), ("组织单位：", "{~one}")),
        at=200,
        step=72,
        size=36,
    )
    b.put(130, 560, "验收意见", 38, role="hei-bold")
    y = 576.0
    for part in t["verdict"].split("\n"):
        y = b.prose(130, y + 66, 1394, part, 36, 1.8)
    b.put(130, y + 100, "项目组主要成员", 38, role="hei-bold")
    y = _team(b, y + 130, t, (220.0, 320.0, 854.0), x=130)
    b.put(130, y + 110, "专家组组长：", 36)
    b.sign(350, y + 120, t["expert"], 60)
    b.put(1520, y + 200, "{~one}", 36, "right")
    b.put(1520, y + 280, "{date}", 36, "right")
    company(b, 1290, y + 200, t["one"], 310)
    return [b.done()]


def contract(t: Told, rng: random.Random) -> list[Sheet]:
    """A contract on two leaves: parties and price, then people, clauses' end and seals."""
    one = Form(PROJECT, "project.contract", t, rng, "song", (1560, 2100), fill="fangsong")
    one.part("cover", "amount")
    one.put(780, 230, "技术开发（委托）合同", 72, "centre", role="hei-bold")
    one.put(1430, 320, "合同编号：{~number}", 32, "right")
    one.pairs(
        130,
        430,
        (("项目名称：", "{project_name}"), ("委托方（甲方）：", "{~one}"), ("受托方（乙方）：", "{~two}")),
        at=310,
        step=84,
        size=36,
    )
    one.sheet.record("parties", t["parties"], Box(435, 484, 1300, 610))
    y = one.prose(130, 720, 1300, "标的：{~aim}", 36, 1.8, 0)
    y = one.prose(130, y + 84, 1300, "合同总价款：人民币{amount:money}元（大写：{~capital}）。", 36, 1.8, 0)
    for clause in t["clauses"].split("|"):
        y = one.prose(130, y + 84, 1300, clause, 36, 1.8, 0)
    two = Form(PROJECT, "project.contract", t, rng, "song", (1560, 1500), fill="fangsong", following=True)
    two.part("participants", "seal")
    two.put(130, 160, "附：乙方项目组人员", 36, role="hei-bold")
    y = _team(two, 200, t, (240.0, 340.0, 720.0), x=130)
    two.put(130, y + 140, "甲方（盖章）：", 36)
    two.put(830, y + 140, "乙方（盖章）：", 36)
    one_name, two_name = t["parties"].split(";")
    left = two.sheet.text(130, y + 220, one_name, two.face, 34)
    right = two.sheet.text(830, y + 220, two_name, two.face, 34)
    two.sheet.record("parties", t["parties"], union((left, right)))
    two.put(130, y + 420, "签订日期：{date}", 36)
    two.seal(430, y + 220, one_name, 300)
    two.seal(1120, y + 220, two_name, 300)
    return [one.done(), two.done()]


def _team(b: Form, y: float, t: Told, widths: tuple[float, float, float], x: float = 100) -> float:
    """Rows of name, post and duty; the names are recorded as one list."""
    before = len(b.sheet.fields)
    columns = (("姓名", widths[0], "participants"), ("职务", widths[1], ""), ("承担工作", widths[2], ""))
    y = b.listed(x, y, columns, [[(part, part) for part in row] for row in t.rows], 32, high=76)
    found = b.sheet.fields[before:]
    del b.sheet.fields[before:]
    hull = union(one.box for one in found)
    b.sheet.record("participants", ";".join(one.value for one in found), hull)
    return y
