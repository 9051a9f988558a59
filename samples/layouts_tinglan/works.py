"""Papers in periodicals and projects, page by page."""

from __future__ import annotations

import random
from typing import Final

from models.geometry import Box
from samples.drawing import Sheet
from samples.layouts_jichuan.board import Row, Told
from samples.layouts_jichuan.ruled import Slot
from samples.layouts_tinglan.panel import Panel, plain

PAPER: Final = "paper"
PROJECT: Final = "project_document"
LEAF = (1165, 1600)


def bimonthly(t: Told, rng: random.Random) -> list[Sheet]:
    """Cover with its numbers in a strip at the foot, contents with page numbers first, a body under a band."""
    cover = Panel(PAPER, "paper.bimonthly", t, rng, "sans-medium", LEAF)
    cover.part("cover", "identifier")
    cover.put(1075, 110, "ISSN {issn}", 30, "right")
    cover.put(1075, 160, "CN {cn}", 30, "right")
    cover.put(90, 380, "{journal}", 108, role="serif-black", colour=(30, 90, 70))
    cover.sheet.line(90, 430, 1075, 430, 8, (30, 90, 70))
    cover.put(90, 520, "{~issue}", 44)
    cover.put(90, 590, "{date}出版", 36)
    cover.shade(0, 1380, 1165, 1600, (30, 90, 70))
    cover.put(90, 1470, "主管　岭沅省科学技术协会", 34, colour=(255, 255, 255))
    cover.put(90, 1530, "主办　{~sponsor}", 34, colour=(255, 255, 255))
    inner = Panel(PAPER, "paper.bimonthly", t, rng, "song", LEAF, following=True)
    inner.part("contents")
    inner.put(582, 170, "目　　录", 56, "centre", role="hei-bold")
    inner.put(582, 240, "{journal}　{~issue}", 30, "centre")
    inner.put(90, 350, "· 研究与试验 ·", 34, role="hei-bold")
    entries = (
        (t["before"], t["before_by"], "9"),
        ("{title}", "{authors:pause}", t["page"]),
        (t["after"], t["after_by"], "58"),
    )
    for i, (what, who, page) in enumerate(entries):
        y = 440.0 + 150 * i
        inner.put(90, y, page, 32, role="hei-bold")
        inner.put(190, y, what, 32)
        inner.put(190, y + 52, who, 29)
    body = Panel(PAPER, "paper.bimonthly", t, rng, "serif", LEAF, following=True)
    body.part("body")
    body.put(90, 90, "第{~page}页", 25)
    body.put(582, 90, "{journal}", 25, "centre")
    body.put(1075, 90, "{~issue}", 25, "right")
    body.sheet.line(90, 110, 1075, 110, 2)
    end = body.prose(140, 230, 885, "{title}", 44, 1.5, 0)
    body.put(582, end + 80, "{authors:comma}", 33, "centre")
    body.put(582, end + 135, "（{~employer}，岭沅　汀岚）", 27, "centre")
    y = body.prose(130, end + 220, 905, "摘　要：" + t["abstract"], 28, 1.65, 0)
    y = body.prose(130, y + 56, 905, "关键词：" + t["keywords"], 28, 1.65, 0)
    body.put(90, y + 110, "0　引言", 34, role="hei-bold")
    body.prose(90, y + 175, 985, t["text"], 31, 1.75)
    return [cover.done(), inner.done(), body.done()]


def technical(t: Told, rng: random.Random, *, contents: bool = True) -> list[Sheet]:
    """A cover without numbers, an imprint that has them, contents as a table of dots, a body in two columns."""
    cover = Panel(PAPER, "paper.technical", t, rng, "kai", LEAF, (226, 236, 246))
    cover.part("cover")
    cover.put(582, 300, "{journal}", 96, "centre", role="cns-kai", colour=(20, 50, 120))
    cover.put(582, 400, "{~latin}", 30, "centre")
    cover.put(582, 1200, "{~issue}", 46, "centre")
    cover.put(582, 1290, "{~sponsor}主办", 36, "centre")
    imprint = Panel(PAPER, "paper.technical", t, rng, "song", LEAF, following=True)
    imprint.part("identifier")
    imprint.put(582, 190, "{journal}（双月刊）", 42, "centre", role="serif-bold")
    lines = (
        "主管单位：岭沅省经济和信息化厅", "主办单位：{~sponsor}", "编辑出版：《{~journal}》编辑部", "出版日期：{date:padded}",
        "中国标准连续出版物号：ISSN {issn}", "　　　　　　　　　　　CN {cn}", "国内定价：12.00元",
    )  # fmt: skip
    for i, line in enumerate(lines):
        imprint.put(150, 330 + 90 * i, line, 34)
    body = Panel(PAPER, "paper.technical", t, rng, "fangsong", LEAF, following=True)
    body.part("body")
    body.put(90, 100, "{journal}　{~issue}", 25)
    body.put(1075, 100, t["page"], 27, "right")
    body.sheet.line(90, 120, 1075, 120, 1)
    body.put(582, 230, "{title}", 40, "centre", role="hei-bold")
    body.put(582, 310, "{authors:space}", 32, "centre")
    body.put(582, 365, "{~employer}", 27, "centre")
    y = body.prose(110, 450, 945, "【摘要】" + t["abstract"], 28, 1.6, 0)
    y = body.prose(110, y + 54, 945, "【关键词】" + t["keywords"], 28, 1.6, 0)
    half = len(t["text"]) // 2
    body.prose(90, y + 110, 475, t["text"][:half], 30, 1.7)
    body.prose(600, y + 110, 475, t["text"][half:], 30, 1.7, 0)
    middle = [_contents(t, rng)] if contents else []
    return [cover.done(), imprint.done(), *middle, body.done()]


def without_contents(t: Told, rng: random.Random) -> list[Sheet]:
    """The same without its table of contents."""
    return technical(t, rng, contents=False)


def _contents(t: Told, rng: random.Random) -> Sheet:
    b = Panel(PAPER, "paper.technical", t, rng, "serif", LEAF, following=True)
    b.part("contents")
    b.put(90, 170, "目次", 52, role="serif-black")
    b.sheet.line(90, 200, 1075, 200, 3)
    entries = (
        (t["before"], t["before_by"], "3"),
        ("{title}", "{authors:space}", t["page"]),
        (t["after"], t["after_by"], "66"),
    )
    for i, (what, who, page) in enumerate(entries):
        y = 320 + 170 * i
        b.put(90, y, what, 32)
        end = b.put(90, y + 56, who, 29)
        for x in range(int(end) + 20, 990, 14):
            b.sheet.rect(Box(x, y + 50, x + 3, y + 53), 1, b.ink, b.ink)
        b.put(1075, y + 56, page, 30, "right")
    return b.done()


def contract(t: Told, rng: random.Random) -> list[Sheet]:
    """A contract of two companies in two leaves: cover with the sum and the people, clauses with both seals."""
    first = Panel(PROJECT, "project.contract", t, rng, "song", (1500, 1900), fill="fangsong")
    first.part("cover", "amount", "participants")
    first.put(750, 240, "技术开发（委托）合同", 72, "centre", role="serif-black")
    first.put(1380, 120, "合同编号：{~number}", 30, "right")
    pairs = (
        ("项目名称", "{project_name}"), ("委托方（甲方）", t["one"]), ("受托方（乙方）", t["two"]),
        ("合同金额", "{amount:money}元（大写：{~capital}）"), ("履行期限", "{~start}至{~end}"),
    )  # fmt: skip
    for i, (label, value) in enumerate(pairs):
        first.put(130, 390 + 90 * i, f"{label}：", 36)
        first.put(430, 390 + 90 * i, value, 36)
    first.sheet.record("parties", t["parties"], Box(425, 445, 1300, 580))
    first.put(130, 900, "乙方投入本项目的主要人员：", 36)
    columns = (("姓名", 240.0, ""), ("职称/职务", 300.0, ""), ("承担的工作", 700.0, ""))
    end = first.listed(130, 940, columns, [plain(*row) for row in t.rows], 33, high=80)
    first.sheet.record("participants", ";".join(row[0] for row in t.rows), Box(130, 1020, 370, end))
    y = first.prose(130, end + 110, 1240, "研究开发内容：{~aim}", 35, 1.8, 0)
    second = Panel(PROJECT, "project.contract", t, rng, "song", (1500, 1500), fill="fangsong", following=True)
    second.part("seal")
    y = 140.0
    for clause in t["clauses"].split("|"):
        y = second.prose(130, y + 80, 1240, clause, 35, 1.75)
    for x, label, side in ((130, "甲方（盖章）", "one"), (800, "乙方（盖章）", "two")):
        second.put(x, y + 160, label, 36)
        second.put(x, y + 230, t[side], 30)
        second.seal(x + 280, y + 240, t[side], 290)
    second.sheet.record("parties", t["parties"], Box(128, y + 198, 1270, y + 238))
    second.put(1370, y + 470, "签订日期：{date}", 36, "right")
    return [first.done(), second.done()]


def declaration(t: Told, rng: random.Random) -> list[Sheet]:
    """The application for a province's list: a table on one leaf, opinions with seals and the acceptance on the next."""
    first = Panel(PROJECT, "project.application", t, rng, "fangsong", (1600, 2150), fill="song")
    first.part("cover", "amount", "participants")
    first.put(800, 160, "岭沅省装备制造业重点领域首台（套）产品项目申报书", 50, "centre", role="serif-black")
    rows: list[Row] = [
        (84, ["项目名称", Slot("{project_name}", 3)]),
        (84, ["申报单位", Slot(t["two"], 3)]),
        (84, ["推荐单位", Slot(t["one"], 3)]),
        (84, ["实施期限", "{~start}至{~end}", "项目总投资", "{amount:wan}"]),
        (80, [Slot("项目组主要成员", 4)]),
        (72, ["姓名", "专业职务", Slot("项目中承担的任务", 2)]),
    ]
    rows += [(80, [name, title, Slot(duty, 2, align="left")]) for name, title, duty in t.rows]
    y = first.grid(110, 220, [220, 460, 240, 460], rows, 34)
    first.sheet.record("parties", t["parties"], Box(330, 388, 1490, 556))
    first.sheet.record("participants", ";".join(r[0] for r in t.rows), Box(110, y - 80 * len(t.rows), 330, y))
    y = first.grid(
        110, y, [220, 1160], [(420, [Slot("主要创新内容", upright=True), Slot("{~aim}", align="left", top=True)])], 34
    )
    second = Panel(PROJECT, "project.application", t, rng, "fangsong", (1600, 1500), fill="song", following=True)
    second.part("seal")
    rows = [
        (420, [Slot("申报单位意见", upright=True), Slot("申报材料属实，同意申报。", align="left", top=True)]),
        (420, [Slot("推荐单位意见", upright=True), Slot("经审核，同意推荐。", align="left", top=True)]),
    ]
    y = second.grid(110, 120, [160, 1220], rows, 36)
    second.seal(1160, y - 600, t["two"], 300)
    second.put(1430, y - 460, "{date}", 34, "right")
    second.seal(1160, y - 190, t["one"], 300)
    second.put(1430, y - 40, "{date}", 34, "right")
    return [first.done(), second.done()]


def accepted(t: Told, rng: random.Random) -> list[Sheet]:
    """The certificate of acceptance: a table, the experts' conclusion, the judging office's seal."""
    b = Panel(PROJECT, "project.acceptance", t, rng, "song", (1500, 1700), fill="serif-medium")
    b.part("acceptance")
    b.put(750, 190, "项 目 验 收 证 书", 72, "centre", role="serif-black")
    rows: list[Row] = [
        (90, ["项目名称", "{project_name}"]), (90, ["完成单位", t["two"]]), (90, ["组织验收单位", t["one"]]),
        (480, [Slot("验收意见", upright=True), Slot(t["verdict"], align="left", top=True)]),
    ]  # fmt: skip
    y = b.grid(110, 270, [260, 1020], rows, 36)
    b.put(130, y + 120, "验收组组长：", 36)
    b.sign(360, y + 130, t["expert"], 60)
    b.put(1380, y + 300, t["one"], 40, "right")
    b.put(1380, y + 380, "{date}", 36, "right")
    b.seal(1120, y + 280, t["one"], 310)
    return [b.done()]
