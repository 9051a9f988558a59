"""Patents and software copyrights."""

from __future__ import annotations

import random
from typing import Final

from models.geometry import Box
from samples.drawing import Sheet, Span, code_square, line, name_seal, paragraph, round_seal
from samples.drawing import signature as signed
from samples.layouts_cangxi.record import Item, Record, finish, grid, pairs, said, sheet_of
from samples.numbers import grouped, show_date

PATENT: Final = "patent_certificate"
SOFTWARE: Final = "software_copyright_certificate"
BUREAU = "国家知识产权局"
LAW = "国家知识产权局依照中华人民共和国专利法经过{how}，决定授予专利权，颁发本证书并在专利登记簿上予以登记。专利权自授权公告之日起生效。"


def _printed(number: str) -> str:
    """ZL202129999906.1 as ZL 2021 2 9999906.1."""
    return f"ZL {number[2:6]} {number[6]} {number[7:]}"


def patent_paper(r: Record, rng: random.Random) -> list[Sheet]:
    """The paper certificate, labels with colons."""
    sheet = sheet_of(PATENT, "patent.paper", (1165, 1600), (255, 252, 240))
    sheet.rect(Box(30, 30, 1135, 1570), 6, (180, 140, 60))
    line(sheet, 80, 110, [Span(f"证书号第{r['serial']}号")], "serif-medium", 28)
    line(
        sheet,
        582 - 34 * len(r["type"]) - 136,
        260,
        [said(r["type"], "patent_type"), Span("专利证书")],
        "serif-black",
        68,
    )
    label = "实用新型名称" if r["type"] == "实用新型" else "发明名称"
    items = [
        (label, r["name"], "patent_name", ""),
        ("发　明　人", r["inventors"], "inventors", ""),
        ("专　利　号", _printed(r["number"]), "patent_number", r["number"]),
        ("专利申请日", show_date(r["applied"], "padded"), "applied_on", r["applied"]),
        ("专 利 权 人", r["owner"], "patentee", ""),
        ("授权公告日", show_date(r["granted"], "padded"), "granted_on", r["granted"]),
        ("授权公告号", r["publication"], "", ""),
    ]
    y = pairs(sheet, 110, 400, 82, items, "serif-medium", 34)
    how = "初步审查" if r["type"] == "实用新型" else "实质审查"
    paragraph(sheet, 110, y + 50, 950, [Span(LAW.format(how=how))], "serif-medium", 32, leading=1.7)
    sheet.text(110, 1400, "局长", "serif-medium", 36)
    signed(sheet, 210, 1405, "申明远", rng, 56)
    round_seal(sheet, 860, 1380, BUREAU, rng, diameter=280)
    return [finish(sheet, rng)]


def patent_electronic(r: Record, rng: random.Random) -> list[Sheet]:
    """The electronic certificate: a table-like list, a code."""
    sheet = sheet_of(PATENT, "patent.electronic", (1654, 1400), (252, 253, 255))
    line(sheet, 560, 150, [said(r["type"], "patent_type"), Span("专利证书（电子）")], "sans-black", 62)
    label = "实用新型名称" if r["type"] == "实用新型" else "发明名称"
    rows: list[tuple[float, list[Item]]] = [
        (84, ["专利号", (_printed(r["number"]), "patent_number", r["number"])]),
        (84, [label, (r["name"], "patent_name")]),
        (84, ["发明人", (r["inventors"].replace(";", "；"), "inventors", r["inventors"])]),
        (84, ["专利权人", (r["owner"], "patentee")]),
        (84, ["申请日", (show_date(r["applied"], "dots"), "applied_on", r["applied"])]),
        (84, ["授权公告日", (show_date(r["granted"], "dots"), "granted_on", r["granted"])]),
        (84, ["授权公告号", r["publication"]]),
    ]
    y = grid(sheet, 120, 220, [330, 1084], rows, "sans-light", 36, stroke=1)
    how = "初步审查" if r["type"] == "实用新型" else "实质审查"
    paragraph(sheet, 120, y + 80, 1080, [Span(LAW.format(how=how))], "sans-light", 30, leading=1.6)
    code_square(sheet, 1300, y + 50, 210, rng)
    sheet.text(130, 1240, "局长　申明远", "sans-light", 34)
    round_seal(sheet, 820, 1190, BUREAU, rng, diameter=250)
    return [finish(sheet, rng)]


def software_paper(r: Record, rng: random.Random) -> list[Sheet]:
    """The usual certificate."""
    sheet = sheet_of(SOFTWARE, "software.paper", (1165, 1560), (248, 250, 252))
    sheet.rect(Box(36, 36, 1129, 1524), 8, (60, 90, 140))
    sheet.text(582, 150, "中华人民共和国国家版权局", "serif-medium", 44, align="centre")
    sheet.text(582, 240, "计算机软件著作权登记证书", "serif-black", 60, align="centre")
    sheet.text(900, 320, f"证书号：软著登字第{r['serial']}号", "serif-medium", 28, align="centre")
    items = [
        ("软 件 名 称", r["name"], "software_name", ""),
        ("著 作 权 人", r["owner"], "owner", ""),
        ("权利取得方式", "原始取得", "", ""),
        ("权 利 范 围", "全部权利", "", ""),
        ("登　记　号", r["number"], "registration_number", ""),
    ]
    y = pairs(sheet, 100, 450, 110, items, "serif-medium", 36)
    text = (
        "根据《计算机软件保护条例》和《计算机软件著作权登记办法》的规定，经中国版权保护中心审核，对以上事项予以登记。"
    )
    paragraph(sheet, 100, y + 40, 960, [Span(text)], "serif-medium", 34, leading=1.8)
    sheet.text(
        960,
        1420,
        show_date(r["registered"], "padded"),
        "serif-medium",
        36,
        align="right",
        field="registered_on",
        value=r["registered"],
    )
    round_seal(sheet, 820, 1350, "国家版权局", rng, diameter=280, line="登记专用章")
    return [finish(sheet, rng)]


def software_wide(r: Record, rng: random.Random) -> list[Sheet]:
    """A wide electronic certificate, number in groups."""
    sheet = sheet_of(SOFTWARE, "software.wide", (1654, 1200), (244, 250, 246))
    sheet.text(827, 140, "计算机软件著作权登记证书", "hei-bold", 66, align="centre")
    items = [
        ("登记号", r["number"], "registration_number", ""),
        ("软件名称", r["name"], "software_name", ""),
        ("著作权人", r["owner"], "owner", ""),
        ("登记日期", show_date(r["registered"], "dash"), "registered_on", r["registered"]),
        ("登记证号", f"软著登字第{grouped(r['serial'])}号", "", ""),
        ("取得方式", "原始取得　全部权利", "", ""),
    ]
    pairs(sheet, 160, 290, 100, items, "sans-light", 40, width=280, colon="")
    sheet.text(160, 960, "中国版权保护中心审核，国家版权局登记。", "sans-light", 34)
    code_square(sheet, 1300, 280, 200, rng)
    name_seal(sheet, 1010, 940, "版权登记", rng, 100)
    round_seal(sheet, 1300, 960, "国家版权局", rng, diameter=260)
    return [finish(sheet, rng)]
