"""Papers of projects: a commissioned development, a task of the city's plan with its acceptance."""

from __future__ import annotations

import random
from typing import Final

from models.geometry import Box
from samples.drawing import Cell, Sheet, Span, line, paragraph, round_seal, table
from samples.layouts_cangxi.record import NOWHERE, Record, finish, pairs, said, sheet_of
from samples.numbers import show_date

KIND: Final = "project_document"
SIZE = (1165, 1560)


def _page(layout: str, *parts: str, first: bool = False, paper: tuple[int, int, int] = (255, 255, 255)) -> Sheet:
    sheet = sheet_of(KIND, layout, SIZE, paper, first=first)
    for part in parts:
        sheet.record("part", part, NOWHERE)
    return sheet


def _people(sheet: Sheet, r: Record, y: float, role: str) -> float:
    """Who does what; recorded as one list in printed order."""
    head = [Cell(t) for t in ("序号", "姓名", "所在单位", "承担的工作")]
    rows = [[Cell(str(i)), Cell(n, "_person"), Cell(u), Cell(w)] for i, (n, u, w) in enumerate(r.rows, 1)]
    drawn = table(sheet, 70, y, [90, 170, 385, 380], [70.0, *[96.0] * len(rows)], [head, *rows], role, 30)
    people = [f for f in sheet.fields if f.name == "_person"]
    sheet.fields[:] = [f for f in sheet.fields if f.name != "_person"]
    boxes = [f.box for f in people]
    hull = Box(min(b.x0 for b in boxes), boxes[0].y0, max(b.x1 for b in boxes), boxes[-1].y1)
    sheet.record("participants", ";".join(f.value for f in people), hull)
    return drawn.box.y1


def contract(r: Record, rng: random.Random) -> list[Sheet]:
    """A technical contract: cover, money and people, seals of both."""
    lay = "project.contract"
    first, second = r["parties"].split(";")
    cover = _page(lay, "cover", first=True)
    cover.text(90, 130, f"合同编号：{r['code']}", "serif-medium", 30)
    cover.text(582, 420, "技术开发（委托）合同", "serif-black", 76, align="centre")
    line(cover, 130, 720, [Span("项目名称：")], "serif-medium", 40)
    paragraph(cover, 130, 790, 900, [said(r["name"], "project_name")], "serif-medium", 42, indent=0, leading=1.5)
    line(cover, 130, 1000, [Span("委托方（甲方）：" + first)], "serif-medium", 36)
    line(cover, 130, 1080, [Span("受托方（乙方）：" + second)], "serif-medium", 36)
    cover.text(130, 1160, f"签订时间：{show_date(r['date'])}", "serif-medium", 36)
    terms = _page(lay, "amount", "participants")
    terms.text(90, 140, "第三条　研究开发经费", "serif-black", 38)
    spans = [
        Span("本项目研究开发经费总额为人民币"),
        said(r["amount_text"], "amount", r["amount"]),
        Span(f"（{r['amount_words']}），分两期支付。"),
    ]
    y = paragraph(terms, 90, 220, 985, spans, "serif-medium", 36)
    terms.text(90, y + 120, "第六条　乙方主要参加人员及分工", "serif-black", 38)
    _people(terms, r, y + 170, "serif-medium")
    seals = _page(lay, "seal")
    seals.text(90, 180, "（签章页，无正文）", "serif-medium", 34)
    line(seals, 110, 480, [Span("甲方（盖章）："), said(first, "_party")], "serif-medium", 34)
    line(seals, 110, 930, [Span("乙方（盖章）："), said(second, "_party")], "serif-medium", 34)
    boxes = [f.box for f in seals.fields if f.name == "_party"]
    seals.fields[:] = [f for f in seals.fields if f.name != "_party"]
    hull = Box(min(b.x0 for b in boxes), boxes[0].y0, max(b.x1 for b in boxes), boxes[1].y1)
    seals.record("parties", r["parties"], hull)
    for y0, who in ((600, first), (1050, second)):
        seals.text(620, y0 + 60, show_date(r["date"]), "serif-medium", 34)
        round_seal(seals, 760, y0, who, rng, diameter=280)
    seals.record("date", r["date"], _place_of(seals, show_date(r["date"])))
    return [finish(sheet, rng) for sheet in (cover, terms, seals)]


def _place_of(sheet: Sheet, text: str) -> Box:
    """Where `text` was written last, told by drawing it nowhere else."""
    from samples.drawing.sheet import TextOp, measure

    op = [op for op in sheet.ops if isinstance(op, TextOp) and op.text == text][-1]
    return Box(op.x, op.y - op.size * 0.85, op.x + measure(text, op.role, op.size), op.y + op.size * 0.12)


def task(r: Record, rng: random.Random) -> list[Sheet]:
    """A task of the city's plan, all on two pages, and its acceptance on a third where `accepted` says so."""
    lay = "project.task"
    cover = _page(lay, "cover", "amount", first=True, paper=(250, 250, 244))
    line(cover, 90, 120, [Span(f"计划类别：市级技术创新项目　　编号：{r['code']}")], "cns-kai", 32)
    cover.text(582, 340, "项 目 任 务 书", "cns-sung", 84, align="centre")
    items = [
        ("项目名称", r["name"], "project_name", ""),
        ("承担单位", r["parties"], "parties", ""),
        ("起止年月", f"{show_date(r['start'])}—{show_date(r['end'])}", "", ""),
        ("总 经 费", r["amount_text"], "amount", r["amount"]),
    ]
    pairs(cover, 110, 620, 120, items, "cns-kai", 36, under="line")
    cover.text(582, 1380, "越州市经济和信息化局制", "cns-kai", 36, align="centre")
    inner = _page(lay, "participants", "seal")
    inner.text(90, 130, "项目组成员", "cns-sung", 42)
    y = _people(inner, r, 180, "cns-kai")
    inner.text(90, y + 140, "下达单位（公章）", "cns-kai", 36)
    inner.text(640, y + 140, "承担单位（公章）", "cns-kai", 36)
    line(inner, 90, y + 330, [Span(show_date(r["date"]), "date", r["date"])], "cns-kai", 34)
    round_seal(inner, 280, y + 260, "越州市经济和信息化局", rng, diameter=270)
    round_seal(inner, 840, y + 260, r["parties"], rng, diameter=270)
    pages = [cover, inner]
    if "accepted" in r.values:
        last = _page(lay, "acceptance")
        last.text(582, 170, "项目验收意见", "cns-sung", 60, align="centre")
        spans = [
            Span(f"{show_date(r['accepted'])}，越州市经济和信息化局组织专家对"), said(r["name"], "project_name"),
            Span("项目进行验收。专家组听取汇报、查看现场、审阅资料后认为：项目完成任务书规定的指标，资料齐全，同意通过验收。"),
        ]  # fmt: skip
        paragraph(last, 110, 320, 945, spans, "cns-kai", 40, leading=1.9)
        last.text(600, 1000, "专家组组长：倪正阳", "cns-kai", 36)
        line(last, 600, 1090, [said(show_date(r["accepted"]), "date", r["accepted"])], "cns-kai", 36)
        round_seal(last, 780, 1060, "越州市经济和信息化局", rng, diameter=280)
        pages.append(last)
    return [finish(sheet, rng) for sheet in pages]
