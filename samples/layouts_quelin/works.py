"""Patents, programs, papers, projects."""

from __future__ import annotations

import random
from typing import Final

from models.geometry import Box
from samples.drawing import Cell, Sheet, table
from samples.layouts_quelin.leaf import ICE, Leaf, Row, Said

PATENT: Final = "patent_certificate"
SOFTWARE: Final = "software_copyright_certificate"
PAPER: Final = "paper"
PROJECT: Final = "project_document"
OFFICE = "国家知识产权局"
PAGE = (1165, 1654)


def invention(s: Said, rng: random.Random) -> list[Sheet]:
    """The first page of a patent on paper, one entry a line."""
    leaf = Leaf(PATENT, "patent.lines", s, rng, "serif", (1654, 2200), (252, 250, 244))
    leaf.border(80, (160, 50, 50), 3, 10)
    leaf.put(1500, 210, "证书号第[!serial]号", 34, side="right")
    leaf.put(827, 370, "[patent_type]专利证书", 84, "serif-black", "centre")
    entries = (
        "发明名称：[patent_name]", "发 明 人：[inventors|;]", "专 利 号：[patent_number]", "专利申请日：[applied_on|padded]",
        "专 利 权 人：[patentee]", "授权公告日：[granted_on|padded]　　授权公告号：[!publication]",
    )  # fmt: skip
    for i, text in enumerate(entries):
        leaf.put(190, 560 + 110 * i, text, 38)
    text = (
        "国家知识产权局依照中华人民共和国专利法进行审查，决定授予专利权，颁发本证书并在专利登记簿上予以登记。"
        "专利权自授权公告之日起生效。"
    )
    leaf.prose(190, 1290, 1274, text, 36)
    leaf.put(190, 1800, "局长", 38)
    leaf.sign(300, 1805, "申某某", 60)
    leaf.round(1200, 1750, OFFICE, 330)
    return [leaf.done()]


def utility(s: Said, rng: random.Random) -> list[Sheet]:
    """The electronic certificate: a table and a code."""
    leaf = Leaf(PATENT, "patent.table", s, rng, "song", (1654, 1800), ICE)
    leaf.put(827, 240, "[patent_type]专利证书", 80, "serif-bold", "centre")
    leaf.put(827, 320, "证书号 第[!serial]号", 34, side="centre")
    rows: list[Row] = [
        (96, ["[!patent_type]名称", "[patent_name]"]),
        (96, ["专利号", "[patent_number]"]),
        (96, ["专利申请日", "[applied_on]"]),
        (96, ["授权公告日", "[granted_on]"]),
        (96, ["授权公告号", "[!publication]"]),
        (96, ["专利权人", "[patentee]"]),
        (96, ["发明人", "[inventors|；]"]),
    ]
    leaf.grid(150, 380, [330, 1024], rows, 36)
    leaf.prose(150, 1160, 1354, "经初步审查符合规定，决定授予专利权并颁发本证书，专利权自授权公告之日起生效。", 34)
    leaf.code(170, 1360, 230)
    leaf.round(1200, 1480, OFFICE, 330, "电子专用章")
    return [leaf.done()]


def program(s: Said, rng: random.Random) -> list[Sheet]:
    """The registration of a program."""
    leaf = Leaf(SOFTWARE, "software.rows", s, rng, "serif-medium", (1654, 2200), (247, 251, 247))
    leaf.border(70, (60, 130, 90), 6, 16)
    leaf.put(827, 290, "中华人民共和国国家版权局", 46, side="centre")
    leaf.put(827, 400, "计算机软件著作权登记证书", 74, "serif-black", "centre")
    leaf.put(1470, 510, "证书号：软著登字第[!serial]号", 34, side="right")
    entries = (
        "软件名称：[software_name]", "著作权人：[owner]", "开发完成日期：[!finished|padded]", "首次发表日期：未发表",
        "权利取得方式：原始取得", "权利范围：全部权利", "登记号：[registration_number]",
    )  # fmt: skip
    for i, text in enumerate(entries):
        leaf.put(220, 680 + 115 * i, text, 42)
    leaf.prose(220, 1540, 1214, "根据《计算机软件保护条例》，经审核，对以上事项予以登记。", 38)
    leaf.put(1440, 1880, "[registered_on|padded]", 40, side="right")
    leaf.round(1200, 1830, "中华人民共和国国家版权局", 330, "计算机软件登记专用章")
    return [leaf.done()]


def _page(s: Said, rng: random.Random, layout: str, parts: tuple[str, ...], role: str, first: bool = False) -> Leaf:
    leaf = Leaf(PAPER, layout, s, rng, role, PAGE, following=not first)
    leaf.part(*parts)
    return leaf


def _cover(s: Said, rng: random.Random, layout: str, role: str) -> Leaf:
    """A cover that names the periodical, its issue and month."""
    leaf = _page(s, rng, layout, ("cover",), role, True)
    leaf.sheet.rect(Box(0, 0, 1165, 150), 1, (30, 80, 130), (30, 80, 130))
    leaf.put(582, 420, "[journal]", 104, "serif-black", "centre")
    leaf.put(582, 520, "[!issue]", 40, side="centre")
    leaf.put(582, 1480, "[date|m.digits]", 36, side="centre")
    return leaf


def _contents(s: Said, rng: random.Random, layout: str, role: str) -> Leaf:
    leaf = _page(s, rng, layout, ("contents",), role)
    leaf.put(582, 190, "目　录", 56, side="centre")
    leaf.put(120, 330, "磨床砂轮主轴的热平衡试验", 30)
    leaf.put(1045, 385, "鲍尔敏　5", 30, side="right")
    leaf.put(120, 470, "[title]", 30)
    leaf.put(1045, 525, "[authors|，]　[!page]", 30, side="right")
    leaf.put(120, 610, "小型压铸件气孔的控制", 30)
    leaf.put(1045, 665, "车慕白　63", 30, side="right")
    return leaf


def _body(s: Said, rng: random.Random, layout: str, role: str) -> Leaf:
    leaf = _page(s, rng, layout, ("body",), role)
    leaf.put(1045, 110, "第[!page]页", 26, side="right")
    leaf.put(582, 250, "[title]", 44, "hei-bold", "centre")
    leaf.put(582, 325, "[authors|，]", 34, side="centre")
    leaf.put(582, 385, "（[!employer]，溯南 鹊林）", 28, side="centre")
    y = leaf.prose(120, 480, 925, "摘要：" + s["abstract"], 30, 1.6)
    y = leaf.prose(120, y + 70, 925, "关键词：" + s["keywords"], 30, 1.6)
    leaf.prose(120, y + 100, 925, s["text"], 30, 1.65)
    return leaf


def quarterly(s: Said, rng: random.Random) -> list[Sheet]:
    """Cover, imprint, contents, body: four pages; `without` names a part that is not there."""
    layout, role = "paper.quarterly", "song"
    imprint = _page(s, rng, layout, ("identifier",), role)
    lines = (
        "[journal]（季刊）", "主管单位：溯南省科学技术厅", "主办单位：溯南省机械工业联合会", "编辑出版：《[journal]》编辑部",
        "国内统一刊号 CN [cn]", "国际标准刊号 ISSN [issn]", "邮发代号 99-99",
    )  # fmt: skip
    for i, text in enumerate(lines):
        imprint.put(150, 330 + 84 * i, text, 32)
    pages = {
        "cover": _cover(s, rng, layout, role),
        "identifier": imprint,
        "contents": _contents(s, rng, layout, role),
        "body": _body(s, rng, layout, role),
    }
    return [leaf.done() for name, leaf in pages.items() if name != s["without"]]


def monthly(s: Said, rng: random.Random) -> list[Sheet]:
    """The numbers stand on the cover itself."""
    layout, role = "paper.monthly", "zenhei"
    cover = _cover(s, rng, layout, role)
    cover.part("identifier")
    cover.put(90, 1330, "ISSN [issn]", 30)
    cover.put(90, 1380, "CN [cn]", 30)
    pages = {"cover": cover, "contents": _contents(s, rng, layout, role), "body": _body(s, rng, layout, role)}
    return [leaf.done() for name, leaf in pages.items() if name != s["without"]]


def _project(
    s: Said, rng: random.Random, layout: str, parts: tuple[str, ...], height: int, first: bool = False
) -> Leaf:
    leaf = Leaf(PROJECT, layout, s, rng, "fangsong", (1400, height), following=not first)
    leaf.part(*parts)
    return leaf


def _team(leaf: Leaf, y: float) -> float:
    """The list of people; its column of names is the field."""
    cells = [[Cell("姓名"), Cell("技术职称"), Cell("分工")]]
    cells += [[Cell(text) for text in row] for row in leaf.said.rows]
    found = table(leaf.sheet, 110, y, [240, 260, 680], [84] * len(cells), cells, leaf.role, 34)
    names = found.cells[3::3]
    joined = ";".join(row[0] for row in leaf.said.rows)
    leaf.sheet.record("participants", joined, Box(names[0].x0, names[0].y0, names[0].x1, names[-1].y1))
    return found.box.y1


def contract(s: Said, rng: random.Random) -> list[Sheet]:
    """A development contract in four pages and the acceptance; `without` names a part that is not there."""
    layout = "project.contract"
    giver, taker = s["parties"].split(";")
    cover = _project(s, rng, layout, ("cover",), 1700, True)
    cover.put(1290, 180, "合同登记编号：[!code]", 32, side="right")
    cover.put(700, 480, "技术开发合同书", 84, "serif-black", "centre")
    for i, text in enumerate(("项目名称：[project_name]", f"委托方（甲方）：{giver}", f"受托方（乙方）：{taker}")):
        cover.put(150, 760 + 120 * i, text, 40)
    cover.put(150, 1120, "签订日期：[date]", 40)
    cover.sheet.record("parties", s["parties"], Box(150, 835, 1290, 1015))
    money = _project(s, rng, layout, ("amount",), 1000)
    money.put(110, 160, "第四条　研究开发经费及支付方式", 40, "hei")
    text = "本合同研究开发经费总额为人民币[amount]，由甲方分两期支付，合同生效后支付百分之六十，验收合格后付清。"
    money.prose(110, 260, 1180, text, 38)
    people = _project(s, rng, layout, ("participants",), 1000)
    people.put(110, 160, "附表一　乙方项目组成员及任务分工", 40, "hei")
    _team(people, 220)
    seals = _project(s, rng, layout, ("seal",), 1300)
    seals.put(110, 160, "（签署页）", 38)
    for i, (side, name) in enumerate((("甲方", giver), ("乙方", taker))):
        seals.put(110, 320 + 460 * i, f"{side}（盖章）：{name}", 38)
        seals.put(110, 400 + 460 * i, "授权代表：", 36)
        seals.sign(320, 410 + 460 * i, "穆长庚" if i else "简佩之", 54)
        seals.round(1000, 380 + 460 * i, name, 290)
    seals.put(1290, 1180, "[date]", 36, side="right")
    pages = {"cover": cover, "amount": money, "participants": people, "seal": seals}
    if s["accepted"]:
        pages["acceptance"] = _acceptance(s, rng, layout, giver)
    return [leaf.done() for name, leaf in pages.items() if name != s["without"]]


def _acceptance(s: Said, rng: random.Random, layout: str, giver: str) -> Leaf:
    leaf = _project(s, rng, layout, ("acceptance",), 1200)
    leaf.put(700, 170, "项目验收报告", 60, "hei-bold", "centre")
    text = (
        "[!accepted]，甲方组织对“[project_name]”项目进行验收。验收组查看样机运行、审查技术资料，认为各项指标达到合同约定，"
        "同意通过验收。"
    )
    y = leaf.prose(110, 300, 1180, text, 38)
    leaf.put(110, y + 140, "验收组组长：", 36)
    leaf.sign(340, y + 145, "简佩之", 54)
    leaf.put(1270, y + 280, "[!accepted]", 36, side="right")
    leaf.round(1020, y + 270, giver, 280)
    return leaf
