"""Appraisals in running text, and such as are less than the notice asks for."""

from __future__ import annotations

import random
from typing import Final

from samples.drawing import Cell, Sheet, ringed, table
from samples.layouts_jichuan.board import Row, Told
from samples.layouts_jichuan.ruled import Slot
from samples.layouts_jichuan.stamps import chop, company
from samples.layouts_tinglan.panel import Panel

KIND: Final = "annual_appraisal"


def minutes(t: Told, rng: random.Random) -> list[Sheet]:
    """A decision of the company on one person: what was done, what is said of it, the grade in the last sentence."""
    b = Panel(KIND, "appraisal.minutes", t, rng, "fangsong", (1654, 1900), fill="kai-gb")
    b.put(827, 200, "{year}年度专业技术考核结果通知单", 58, "centre", role="serif-bold")
    b.put(130, 320, "姓名：{name}　　　　　　现任岗位：{position}", 36)
    b.put(130, 390, "单位：{employer}", 36)
    b.put(130, 490, "个人述职摘要：", 36, role="hei-bold")
    y = b.prose(130, 570, 1394, "{comment}", 35, 1.85)
    b.put(130, y + 110, "考核评语：", 36, role="hei-bold")
    y = b.prose(130, y + 190, 1394, "{opinion}", 35, 1.85)
    y = b.prose(
        130, y + 120, 1394, "经公司考核领导小组研究，{~name}同志本年度考核结果为{result}等次，特此通知。", 36, 1.85
    )
    b.put(130, y + 150, "考核小组组长：", 34)
    b.sign(380, y + 160, t["leader"], 58)
    b.put(1500, y + 240, "{~employer}", 36, "right")
    b.put(1500, y + 320, "{signed_on:hanzi}", 36, "right")
    b.seal(1250, y + 250, t["seal"], 300)
    return [b.done()]


def sections(t: Told, rng: random.Random) -> list[Sheet]:
    """Headed sections on one sheet, each signed and dated; the grade ringed by hand."""
    b = Panel(KIND, "appraisal.sections", t, rng, "serif", (1654, 2100), (254, 253, 250), fill="wenkai")
    b.put(827, 170, "工程技术人员 {year} 年度考核表", 60, "centre", role="serif-black")
    rows: list[Row] = [
        (84, ["姓名", "{name}", "任职岗位", "{position}"]), (84, ["企业名称", Slot("{employer}", 3)]),
    ]  # fmt: skip
    y = b.grid(110, 220, [170, 500, 200, 564], rows, 34)
    b.put(110, y + 80, "1. 本人工作总结", 36, role="hei-bold")
    y = b.prose(110, y + 160, 1434, "{comment}", 35, 1.8)
    b.put(900, y + 90, "本人签名：", 32)
    b.sign(1070, y + 100, t["name"], 56)
    b.put(1544, y + 90, "{~suggested}", 30, "right")
    b.put(110, y + 200, "2. 部门负责人评语", 36, role="hei-bold")
    y = b.prose(110, y + 280, 1434, "{opinion}", 35, 1.8)
    b.put(900, y + 90, "负责人：", 32)
    b.sign(1070, y + 100, t["leader"], 56)
    b.put(1544, y + 90, "{~suggested}", 30, "right")
    b.put(110, y + 220, "3. 考核结论（在相应等次上画圈）", 36, role="hei-bold")
    ringed(b.sheet, 200, y + 320, ["优秀", "合格", "基本合格", "不合格"], t["result"], "result", rng, b.face, 38)
    b.put(110, y + 450, "4. 企业意见", 36, role="hei-bold")
    b.put(200, y + 530, "同意考核结论。", 35)
    b.put(1544, y + 660, "（盖章）　{signed_on}", 34, "right")
    b.seal(1310, y + 600, t["seal"], 290)
    return [b.done()]


def paired(t: Told, rng: random.Random) -> list[Sheet]:
    """Year and grade in the first row of a table, report and opinion under headings across its whole width."""
    b = Panel(KIND, "appraisal.paired", t, rng, "kai-gb", (1654, 1900), fill="song")
    b.put(827, 170, "专业技术职务聘任年度考核表", 60, "centre", role="hei-bold")
    rows: list[Row] = [
        (84, ["考核年度", "{year}", "考核结果", "{result}"]), (84, ["被考核人", "{name}", "现聘岗位", "{position}"]),
        (84, ["聘任单位", Slot("{employer}", 3)]), (70, [Slot("履行职责情况及主要业绩成果", 4)]),
        (470, [Slot("{comment}", 4, align="left", top=True)]), (70, [Slot("考核小组评价意见", 4)]),
        (200, [Slot("{opinion}", 4, align="left", top=True)]), (260, [Slot("聘任单位（公章）", 1), Slot("", 3)]),
    ]  # fmt: skip
    y = b.grid(110, 230, [230, 487, 230, 487], rows, 34)
    b.put(380, y - 120, "考核小组组长：", 32)
    chop(b, 620, y - 175, t["leader"], 88)
    b.put(1500, y - 40, "{signed_on:padded}", 34, "right")
    company(b, 1250, y - 130, t["seal"], 250)
    return [b.done()]


def three_years(t: Told, rng: random.Random) -> list[Sheet]:
    """Three years in one form, a column each."""
    b = Panel(KIND, "appraisal.three_years", t, rng, "song", (2200, 1500), fill="fangsong")
    b.put(1100, 140, "专业技术人员近三年（2020—2022年）考核情况表", 56, "centre", role="hei-bold")
    rows: list[Row] = [(80, ["姓名", "{name}", "岗位", "{position}"]), (80, ["单位", Slot("{employer}", 3)])]
    y = b.grid(100, 190, [200, 600, 200, 1000], rows, 34)
    cells = [
        [Cell("考核年度"), *(Cell(f"{year}年", "year", year) for year, _, _ in t.rows)],
        [Cell("工作实绩"), *(Cell(prose, "comment", align="left", top=True) for _, prose, _ in t.rows)],
        [Cell("考核结果"), *(Cell(grade, "result") for _, _, grade in t.rows)],
    ]
    y = table(b.sheet, 100, y, [200, 600, 600, 600], [76, 520, 80], cells, b.face, 32).box.y1
    b.put(110, y + 90, "单位综合评价：", 34)
    b.put(350, y + 90, "{opinion}", 34)
    b.put(2060, y + 250, "{signed_on}", 34, "right")
    company(b, 1780, y + 190, t["seal"], 280)
    return [b.done()]


def one_line(t: Told, rng: random.Random) -> list[Sheet]:
    """A slip: name, year, one sentence and the grade."""
    b = Panel(KIND, "appraisal.slip", t, rng, "kai-gb", (1500, 1150), fill="kai-gb")
    b.put(750, 190, "年度考核意见表", 62, "centre", role="serif-bold")
    rows: list[Row] = [
        (90, ["年　度", "{year}", "姓　名", "{name}"]),
        (90, ["单　位", Slot("{employer}", 3)]),
        (90, ["岗　位", "{position}", "等　次", "{result}"]),
        (170, ["考核评语", Slot("{comment}", 3)]),
    ]
    y = b.grid(110, 250, [200, 440, 180, 460], rows, 36)
    b.put(1380, y + 190, "{signed_on}", 36, "right")
    b.seal(1080, y + 170, t["seal"], 290)
    return [b.done()]
