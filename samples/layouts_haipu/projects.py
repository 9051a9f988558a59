"""Project papers, the form for exceptional promotion, statements, papers that nobody asked for."""

from __future__ import annotations

import random
from typing import Final

from models.geometry import Box
from samples.drawing import A4, Cell, Sheet, code_square, round_seal, signature, table
from samples.layouts_haipu.page import (
    Facts,
    Item,
    column,
    finish,
    form,
    new_sheet,
    part,
    write,
)

PROJECT: Final = "project_document"


def _page(layout: str, names: tuple[str, ...], first: bool = False, height: int = 1800) -> Sheet:
    sheet = new_sheet(PROJECT, layout, (1400, height))
    sheet.first = first
    for name in names:
        part(sheet, name)
    return sheet


def _people(sheet: Sheet, f: Facts, y: float, heads: tuple[str, ...], role: str) -> None:
    cells = [[Cell(text) for text in heads]]
    cells += [[Cell(text) for text in row] for row in f.rows]
    found = table(sheet, 100, y, [220, 260, 720], [90] * len(cells), cells, role, 36)
    names = found.cells[3::3]
    if names:
        x = names[0]
        sheet.record("participants", ";".join(row[0] for row in f.rows), Box(x.x0, x.y0, x.x1, names[-1].y1))


def task_book(f: Facts, rng: random.Random) -> list[Sheet]:
    """A city's task book: cover, money and people, seals, acceptance: a page each."""
    layout = "project.task_book"
    cover = _page(layout, ("cover",), True)
    write(cover, 700, 220, "项目编号：{~code}", f, "song", 36, "centre")
    cover.text(700, 480, "东澜市科技计划项目任务书", "hei-bold", 70, align="centre")
    for i, text in enumerate(
        ("项目名称：{project_name}", "下达单位：{~giver}", "承担单位：{~employer}", "起止年限：{~start} 至 {~end}")
    ):
        write(cover, 130, 800 + 110 * i, text, f, "song", 38)
    money = _page(layout, ("amount", "participants"))
    money.text(700, 160, "四、经费预算（单位：万元）", "hei", 46, align="centre")
    rows: list[tuple[float, list[str | Item]]] = [
        (96, ["科目", "金额", "备注"]),
        (96, ["设备费", f["equipment"], "含测试仪器"]),
        (96, ["材料费", f["material"], ""]),
        (96, ["合　计", "{amount}", "自筹与资助"]),
    ]
    form(money, 100, 230, [400, 400, 400], rows, f, "song", 38)
    money.text(700, 860, "五、项目组主要成员及分工", "hei", 46, align="centre")
    _people(money, f, 930, ("姓名", "职称", "承担的工作内容"), "song")
    seals = _page(layout, ("seal",))
    seals.text(700, 160, "六、签章", "hei", 46, align="centre")
    giver, taker = f["parties"].split(";")
    write(seals, 120, 340, "甲方（下达单位）：" + giver, f, "song", 38)
    write(seals, 120, 940, "乙方（承担单位）：" + taker, f, "song", 38)
    write(seals, 1200, 1500, "{date:padded}", f, "song", 38, "right")
    seals.record("parties", f["parties"], Box(120, 300, 1200, 960))
    round_seal(seals, 900, 420, giver, rng, diameter=300)
    round_seal(seals, 900, 1020, taker, rng, diameter=300)
    return [finish(sheet, rng) for sheet in (cover, money, seals, _acceptance(f, rng, layout))]


def _acceptance(f: Facts, rng: random.Random, layout: str) -> Sheet:
    sheet = _page(layout, ("acceptance",), height=1300)
    sheet.text(700, 180, "项目验收意见", "hei-bold", 60, align="centre")
    body = (
        "{~accepted}，{~giver}组织专家对“{project_name}”项目进行验收。专家组听取汇报、审阅资料并察看现场，认为项目完成了"
        "任务书规定的各项指标，一致同意通过验收。"
    )
    y = column(sheet, 120, 330, 1160, body, f, "song", 42, 1.8)
    sheet.text(120, y + 160, "专家组组长：", "song", 40)
    signature(sheet, 380, y + 160, "蒲见深", rng, 56)
    write(sheet, 1260, y + 330, "{~accepted}", f, "song", 40, "right")
    round_seal(sheet, 1000, y + 320, f["giver"], rng, diameter=300)
    return sheet


def promotion(f: Facts, rng: random.Random) -> list[Sheet]:
    """The notice's fourth annex, filled in with a machine."""
    sheet = new_sheet("exceptional_promotion_form", "exceptional.filled")
    sheet.text(827, 130, "破格推荐中级专业技术职务任职资格审批表", "ming", 52, align="centre")
    rows: list[tuple[float, list[str | Item]]] = [
        (84, ["姓　名", "{name}", "性　别", "{~gender}", "出生年月", "{~birth_date:m-dots}"]),
        (84, ["工作单位", Item("{employer}", 2), "行政职务", Item("{~post}", 2)]),
        (84, ["专业工作年限", "{~years}", "何年何校何专业毕业", Item("{~schooled}", 3)]),
        (84, ["现聘任专业技术职务", Item("{~held}", 2), "聘任时间", Item("{~appointed}", 2)]),
        (84, [Item("破格推荐何专业技术职务任职资格", 3), Item("{title}", 3)]),
        (260, ["简历", Item(f["history"], 5, align="left", top=True)]),
        (520, ["破格推荐理由", Item("{items}", 5, align="left", top=True)]),
        (360, ["所在单位意见", Item("同意推荐", 2, top=True), "主管部门意见", Item("同意", 2, top=True)]),
        (240, [Item("区人力社保部门意见：", 6, align="left", top=True)]),
    ]
    grid = form(sheet, 97, 180, [230, 260, 240, 230, 250, 250], rows, f, "ming", 33, face="kai")
    y = grid.box.y1 - 420
    for x, seal in zip((560, 1280), f["seals"].split(";"), strict=False):
        round_seal(sheet, x, y, seal, rng, diameter=270)
        sheet.text(x - 60, y + 160, "2023.8.21", "ming", 30)
    return [finish(sheet, rng)]


def summary(f: Facts, rng: random.Random) -> list[Sheet]:
    face = f["face"] or "song"
    sheet = new_sheet("work_summary", "statement.summary", (1400, 1900))
    sheet.text(700, 180, "任现职以来专业技术工作总结", face, 58, align="centre")
    write(sheet, 700, 270, "{~employer}　{~name}", f, face, 38, "centre")
    y = column(sheet, 120, 390, 1160, f["text"], f, face, 38, 1.75)
    signature(sheet, 900, y + 160, f["name"], rng, 56)
    write(sheet, 1250, y + 250, "{~dated}", f, face, 36, "right")
    return [finish(sheet, rng)]


def pledge(f: Facts, rng: random.Random) -> list[Sheet]:
    face = f["face"] or "zenhei"
    sheet = new_sheet("authenticity_pledge", "statement.pledge", (1400, 1500))
    sheet.text(700, 180, "专业技术资格申报材料真实性保证书", face, 54, align="centre")
    body = (
        "本人{~name}，身份证号{~id_number}，申报{~title}任职资格，郑重承诺所提交的学历、资历、业绩、论文等材料均真实有效，"
        "如有弄虚作假，自愿承担由此产生的一切后果。"
    )
    y = column(sheet, 120, 340, 1160, body, f, face, 40, 1.9)
    sheet.text(700, y + 230, "承诺人：", face, 40)
    signature(sheet, 870, y + 240, f["name"], rng, 60)
    write(sheet, 1240, y + 340, "{~dated:padded}", f, face, 38, "right")
    code_square(sheet, 140, y + 180, 200, rng)
    return [finish(sheet, rng)]


def review_form(f: Facts, rng: random.Random) -> list[Sheet]:
    face = f["face"] or "serif"
    sheet = new_sheet("review_form", "statement.review_form", A4)
    sheet.text(827, 420, "专业技术职务任职资格评审表", face, 76, align="centre")
    lines = (
        "单　　位：{~employer}",
        "姓　　名：{~name}",
        "现任职务：{~held}",
        "申报资格：{~title}",
        "申报专业：机电制造",
    )
    for i, text in enumerate(lines):
        write(sheet, 420, 860 + 120 * i, text, f, face, 44)
    write(sheet, 827, 1950, "填表时间：{~dated}", f, face, 38, "centre")
    sheet.text(827, 2100, "浙江省专业技术任职资格申报与评审管理平台", face, 30, align="centre", colour=(150, 150, 150))
    return [finish(sheet, rng)]


def empty(_: Facts, __: random.Random) -> list[Sheet]:
    """The back of a sheet: nothing on it."""
    return [new_sheet("other", "other.blank", (1165, 1654), (251, 250, 247))]
