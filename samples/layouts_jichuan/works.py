"""Papers in periodicals and projects, page by page."""

from __future__ import annotations

import random
from typing import Final

from models.geometry import Box
from samples.drawing import Sheet
from samples.layouts_jichuan.board import Board, Row, Told
from samples.layouts_jichuan.ruled import Slot
from samples.layouts_jichuan.stamps import company

PAPER: Final = "paper"
PROJECT: Final = "project_document"
LEAF = (1165, 1600)


def quarterly(t: Told, rng: random.Random) -> list[Sheet]:
    """Cover with numbers, contents, first page: three leaves."""
    cover = Board(PAPER, "paper.quarterly", t, rng, "hei", LEAF, (255, 255, 255))
    cover.part("cover", "identifier")
    cover.band(0, 420, (20, 70, 120))
    cover.put(90, 270, "{journal}", 112, role="sans-black", colour=(255, 255, 255))
    cover.put(90, 350, "{~english}", 36, colour=(220, 230, 240))
    cover.put(90, 560, "{~issue}", 46)
    cover.put(90, 640, "{date:dots}", 40)
    for i, line in enumerate(
        ("ISSN {issn}", "CN {cn}", "主管单位：桉南省机械工业联合会", "主办单位：桉南省机电技术研究所")
    ):
        cover.put(90, 1250 + 64 * i, line, 32)
    inner = Board(PAPER, "paper.quarterly", t, rng, "song", LEAF, following=True)
    inner.part("contents")
    inner.put(90, 140, "{journal}　{~issue}", 28)
    inner.put(582, 270, "目　次", 54, "centre", role="serif-bold")
    entries = [
        (t["before"], t["before_by"], "5"),
        ("{title}", "{authors:comma}", t["page"]),
        (t["after"], t["after_by"], "61"),
    ]
    for i, (what, who, page) in enumerate(entries):
        y = 400 + 170 * i
        inner.put(90, y, what, 33)
        end = inner.put(90, y + 60, who, 30)
        inner.put(1075, y + 60, f"（{page}）", 30, "right")
        for x in range(int(end) + 20, 980, 14):
            inner.sheet.rect(Box(x, y + 54, x + 3, y + 57), 1, inner.ink, inner.ink)
    body = _first_page(t, rng, "paper.quarterly", "serif")
    return [cover.done(), inner.done(), body]


def magazine(t: Told, rng: random.Random) -> list[Sheet]:
    """Cover, imprint, contents, first page: four leaves."""
    cover = Board(PAPER, "paper.magazine", t, rng, "serif", LEAF, (250, 246, 236))
    cover.part("cover")
    cover.put(582, 330, "{journal}", 100, "centre", role="kai", colour=(150, 40, 30))
    cover.sheet.line(180, 380, 985, 380, 3, (150, 40, 30))
    cover.put(582, 460, "{~issue}", 42, "centre")
    cover.put(582, 1420, "{~sponsor}　主办", 38, "centre")
    imprint = Board(PAPER, "paper.magazine", t, rng, "serif", LEAF, following=True)
    imprint.part("identifier")
    pairs = (
        ("刊　　名", "{journal}"), ("主管单位", "桉南省科学技术厅"), ("主办单位", "{~sponsor}"),
        ("出版日期", "{date}"), ("国际标准连续出版物号", "ISSN {issn}"), ("国内统一连续出版物号", "CN {cn}"),
        ("定　　价", "15.00元"),
    )  # fmt: skip
    imprint.put(100, 180, "版权页", 46, role="hei-bold")
    imprint.lines(100, 320, 960, pairs, 96, 400)
    contents = Board(PAPER, "paper.magazine", t, rng, "fangsong", LEAF, following=True)
    contents.part("contents")
    contents.put(100, 180, "目　录　CONTENTS", 48, role="hei-bold")
    rows: list[Row] = [
        (100, [Slot(t["before"], align="left"), t["before_by"], "17"]),
        (100, [Slot("{title}", align="left"), "{authors:space}", t["page"]]),
        (100, [Slot(t["after"], align="left"), t["after_by"], "52"]),
    ]
    contents.rule = (200, 200, 200)
    contents.grid(90, 260, [630, 260, 90], rows, 31, stroke=1)
    return [cover.done(), imprint.done(), contents.done(), _first_page(t, rng, "paper.magazine", "song")]


def _first_page(t: Told, rng: random.Random, layout: str, face: str) -> Sheet:
    body = Board(PAPER, layout, t, rng, face, LEAF, following=True)
    body.part("body")
    body.put(90, 100, "{~issue}", 26)
    body.put(1075, 100, "{journal}", 26, "right")
    body.sheet.line(90, 120, 1075, 120, 2)
    end = body.prose(110, 240, 945, "{title}", 46, 1.5, 0)
    body.put(582, end + 90, "{authors:comma}", 34, "centre")
    body.put(582, end + 150, "（{~employer}，桉南　霁川）", 28, "centre")
    y = body.prose(140, end + 240, 885, "摘要：" + t["abstract"], 29, 1.65, 0)
    y = body.prose(140, y + 60, 885, "关键词：" + t["keywords"], 29, 1.65, 0)
    body.prose(90, y + 100, 985, t["text"], 32, 1.75)
    body.put(582, 1540, "· " + t["page"] + " ·", 28, "centre")
    return body.done()


def task_book(t: Told, rng: random.Random) -> list[Sheet]:
    """A plan of the city: one long page for cover, money and people, one for seals, one for the acceptance."""
    first = Board(PROJECT, "project.task", t, rng, "fangsong", (1500, 1500), fill="kai-gb")
    first.part("cover", "amount", "participants")
    first.put(750, 180, "霁川市科技计划项目任务书", 66, "centre", role="serif-bold")
    rows: list[Row] = [
        (84, ["项目编号", "{~number}", "计划类别", "重点研发"]),
        (84, ["项目名称", Slot("{project_name}", 3)]),
        (84, ["下达单位", Slot(t["one"], 3)]),
        (84, ["承担单位", Slot(t["two"], 3)]),
        (84, ["起止年月", "{~start} — {~end}", "总经费", "{amount:wan}"]),
        (84, [Slot("项目组成员", 4)]),
        (74, ["姓名", "职称", Slot("任务分工", 2)]),
    ]
    rows += [(84, [name, title, Slot(duty, 2, align="left")]) for name, title, duty in t.rows]
    end = first.grid(110, 260, [200, 440, 200, 440], rows, 34)
    first.sheet.record("parties", t["parties"], Box(310, 428, 1390, 596))
    first.sheet.record("participants", ";".join(row[0] for row in t.rows), Box(110, end - 84 * len(t.rows), 310, end))
    first.put(110, end + 80, "主要研究内容：", 36)
    first.prose(110, end + 160, 1280, "{~aim}", 36, 1.8)
    second = Board(PROJECT, "project.task", t, rng, "fangsong", (1500, 1160), fill="kai-gb", following=True)
    second.part("seal")
    second.put(110, 200, "任务下达单位意见：同意立项。", 38)
    company(second, 1080, 310, t["one"], 310)
    second.put(110, 420, "{date}", 36)
    second.put(110, 720, "项目承担单位意见：按任务书组织实施。", 38)
    second.put(110, 850, "负责人：", 36)
    second.sign(270, 860, t["two_by"], 58)
    company(second, 1080, 850, t["two"], 310)
    second.put(110, 960, "{date}", 36)
    return [first.done(), second.done(), _accepted(t, rng, "project.task")]


def _accepted(t: Told, rng: random.Random, layout: str) -> Sheet:
    b = Board(PROJECT, layout, t, rng, "serif", (1240, 1300), following=True)
    b.part("acceptance")
    b.put(620, 220, "项目验收意见", 66, "centre", role="serif-bold")
    b.put(130, 350, "项目名称：{project_name}", 36)
    b.put(130, 430, "承担单位：" + t["two"], 36)
    text = (
        "{~accepted}，{~judge}组织专家对该项目进行验收。专家组听取了汇报，审查了技术资料，经质询讨论，认为项目完成了规定的任务"
        "和指标，一致同意通过验收。"
    )
    y = b.prose(130, 540, 980, text, 37, 1.85)
    b.put(130, y + 160, "专家组组长：", 36)
    b.sign(360, y + 170, t["expert"], 58)
    b.put(1110, y + 330, t["judge"], 38, "right")
    company(b, 880, y + 300, t["judge"], 300)
    return b.done()
