"""Insurance, honours, a patent and an article from around Songya."""

from __future__ import annotations

import random
from typing import Final

from models.geometry import Box
from samples.drawing import Cell, Sheet, table
from samples.layouts_quelin.leaf import Row, Said, Slot
from samples.layouts_songya.page import Page
from samples.numbers import show_date

INSURANCE: Final = "social_insurance_record"
AWARD: Final = "award_certificate"
PATENT: Final = "patent_certificate"
PAPER: Final = "paper"
FUND, OFFICE = "松崖市社会保险服务中心", "国家知识产权局"
LEAF = (1165, 1654)


def insured(s: Said, rng: random.Random) -> list[Sheet]:
    """Periods in rows, months in two columns, the employer first."""
    page = Page(INSURANCE, "insurance.rows", s, rng, "hei", (1654, 1350))
    page.put(827, 180, "社会保险个人权益记录（参保经历）", 58, "hei-bold", "centre")
    rows: list[Row] = [
        (86, ["参保人姓名", "[name]", "公民身份号码", "[id_number]"]),
        (86, ["参加险种", Slot("[insurance_type]", 3)]),
    ]
    end = page.grid(110, 250, [250, 350, 280, 554], rows, 34).box.y1
    cells = [[Cell(head) for head in ("缴费单位", "起始年月", "截止年月", "缴费月数")]]
    for employer, start, until in s.rows:
        months = 12 * (int(until[:4]) - int(start[:4])) + int(until[5:]) - int(start[5:]) + 1
        dates = (Cell(show_date(start), "start_month", start), Cell(show_date(until), "end_month", until))
        cells.append([Cell(employer, "employer"), *dates, Cell(str(months))])
    end = table(page.sheet, 110, end + 60, [654, 290, 290, 200], [90] * len(cells), cells, page.role, 34).box.y1
    page.put(120, end + 130, "记录编号：[!code]", 34)
    page.put(120, end + 210, "出具日期：[printed_on|dash]", 34)
    page.code(130, end + 270, 220)
    page.round(1180, end + 300, FUND, 330, "参保证明专用章")
    return [page.done()]


def honour(s: Said, rng: random.Random) -> list[Sheet]:
    """A certificate with the award in the middle."""
    page = Page(AWARD, "award.middle", s, rng, "cns-kai", (1800, 1270), (255, 248, 238))
    page.border(50, (200, 60, 50), 6, 14, 40)
    page.put(900, 260, "获 奖 证 书", 100, "serif-black", "centre", (190, 40, 40))
    page.prose(220, 420, 1360, "[name]同志：在[!occasion]中成绩突出，荣获", 46, 1.8, 0)
    page.put(900, 660, "[award]", 62, "hei-bold", "centre")
    page.put(220, 770, "特发此证，以资鼓励。", 48)
    page.put(1580, 960, "[issuer]", 44, side="right")
    page.put(1540, 1050, "[issue_date]", 40, side="right")
    page.round(1280, 970, s["issuer"], 310)
    return [page.done()]


def patent(s: Said, rng: random.Random) -> list[Sheet]:
    """A certificate in two columns of label and value."""
    page = Page(PATENT, "patent.columns", s, rng, "fangsong", (1654, 2020), (250, 252, 250))
    page.put(827, 260, "[patent_type]专利证书", 84, "serif-black", "centre")
    page.put(827, 340, "证书号第[!serial]号", 34, side="centre")
    pairs = (
        ("[!patent_type]名称：", "[patent_name]"), ("专　利　号：", "[patent_number]"),
        ("发　明　人：", "[inventors|；]"), ("专 利 权 人：", "[patentee]"), ("专利申请日：", "[applied_on]"),
        ("授权公告日：", "[granted_on]"), ("授权公告号：", "[!publication]"),
    )  # fmt: skip
    end = page.labelled(190, 500, pairs, 116, 330, 42)
    text = "国家知识产权局依照中华人民共和国专利法经过初步审查，决定授予专利权，颁发本证书并予以登记公告。"
    y = page.prose(190, end + 50, 1274, text, 38)
    page.put(190, y + 220, "局长", 40)
    page.sign(300, y + 225, "申某某", 60)
    page.round(1180, y + 250, OFFICE, 330)
    page.code(200, y + 290, 200)
    return [page.done()]


def article(s: Said, rng: random.Random) -> list[Sheet]:
    """Cover, imprint with contents, body: three pages."""
    cover = Page(PAPER, "paper.review", s, rng, "serif", LEAF)
    cover.part("cover")
    cover.put(90, 160, "[!issue]", 34)
    cover.sheet.rect(Box(90, 230, 1075, 560), 1, (150, 60, 40), (150, 60, 40))
    cover.put(582, 440, "[journal]", 110, "serif-black", "centre", (255, 255, 255))
    cover.put(90, 1500, "[date|m.digits]", 40)
    inner = Page(PAPER, "paper.review", s, rng, "serif", LEAF, following=True)
    inner.part("identifier", "contents")
    pairs = (
        ("主管", "泠北省科学技术协会"), ("主办", "泠北省机械工程学会"), ("国际刊号", "ISSN [issn]"),
        ("国内刊号", "CN [cn]"),
    )  # fmt: skip
    end = inner.labelled(100, 170, pairs, 64, 200, 32)
    inner.sheet.line(100, end, 1065, end, 3)
    inner.put(100, end + 100, "本期目录", 48, "hei-bold")
    entries = (
        ("离心泵隔舌间隙与压力脉动", "费云汀　11"),
        ("[title]", "[authors|、]　[!page]"),
        ("小型收获机割台的仿形控制", "滕若谷　57"),
    )
    for i, (what, who) in enumerate(entries):
        inner.put(100, end + 210 + 150 * i, what, 32)
        inner.put(1065, end + 265 + 150 * i, who, 30, side="right")
    body = Page(PAPER, "paper.review", s, rng, "serif", LEAF, following=True)
    body.part("body")
    body.put(100, 110, "[journal]　[!issue]", 26)
    body.put(1065, 110, "[!page]", 26, side="right")
    body.put(582, 260, "[title]", 42, "hei-bold", "centre")
    body.put(582, 335, "[authors|、]", 34, side="centre")
    body.put(582, 395, "（[!employer]）", 28, side="centre")
    y = body.prose(100, 490, 965, "摘　要　" + s["abstract"], 30, 1.65, 0)
    y = body.prose(100, y + 70, 965, "关键词　" + s["keywords"], 30, 1.65, 0)
    body.prose(100, y + 100, 965, s["text"], 32, 1.7)
    return [page.done() for page in (cover, inner, body)]
