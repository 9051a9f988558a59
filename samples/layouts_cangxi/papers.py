"""Articles of journals: cover, page of numbers, contents, first page."""

from __future__ import annotations

import random
from typing import Final

from models.geometry import Box
from samples.drawing import Sheet, Span, line, paragraph
from samples.layouts_cangxi.record import NOWHERE, Record, finish, said, sheet_of

KIND: Final = "paper"
SIZE = (1165, 1560)
FILLER = (
    "针对批量生产中出现的尺寸波动问题，建立了刀具磨损与工件直径之间的关系模型，并以三组工艺参数进行对比试验。"
    "试验表明，进给量对表面粗糙度的影响最为明显，主轴转速次之。采用分段补偿后，尺寸分散范围由0.042 mm缩小到0.017 mm，"
    "过程能力指数由0.91提高到1.42，满足用户的验收要求。文中给出了补偿程序的流程与现场使用的注意事项。"
)


def _page(layout: str, part: str, *, first: bool = False, paper: tuple[int, int, int] = (255, 255, 255)) -> Sheet:
    sheet = sheet_of(KIND, layout, SIZE, paper, first=first)
    sheet.record("part", part, NOWHERE)
    return sheet


def _contents(
    sheet: Sheet, r: Record, y: float, role: str, size: int, others: tuple[tuple[str, str, str], ...]
) -> None:
    """Lines of title, dots, authors and page; the applicant's article in its place."""
    entries = [*others[:2], (r["title"], r["authors"], r["page"]), *others[2:]]
    for title, authors, page in entries:
        mine = title == r["title"]
        spans = [said(title, "title") if mine else Span(title)]
        line(sheet, 90, y, spans, role, size)
        shown = authors.replace(";", "，")
        tail = [Span("……… "), said(shown, "authors", authors) if mine else Span(shown), Span(f"（{page}）")]
        line(sheet, 420, y + size * 1.5, tail, role, size)
        y += size * 3.5


def _body(sheet: Sheet, r: Record, role: str) -> None:
    authors = r["authors"].replace(";", "，")
    sheet.text(582, 230, r["title"], "serif-black", 48, align="centre", field="title")
    sheet.text(582, 320, authors, role, 38, align="centre", field="authors", value=r["authors"])
    sheet.text(582, 380, f"（{r['affiliation']}，浙江 绍兴 312300）", role, 28, align="centre")
    paragraph(sheet, 130, 470, 905, [Span("摘　要：" + FILLER[:96] + "。")], role, 30, indent=0)
    paragraph(
        sheet,
        130,
        690,
        905,
        [Span("关键词：精密加工；补偿；过程能力　　中图分类号：TH16　　文献标识码：B")],
        role,
        28,
        indent=0,
    )
    sheet.text(90, 830, "0　引言", "serif-black", 34)
    paragraph(sheet, 90, 900, 985, [Span(FILLER)], role, 32, leading=1.7)
    sheet.text(90, 1310, "1　试验条件与方法", "serif-black", 34)
    paragraph(sheet, 90, 1370, 985, [Span("试验在数控车床上进行，工件材料为40Cr，调质处理。")], role, 32)
    sheet.text(582, 1500, f"· {r['page']} ·", role, 28, align="centre")


def quarterly(r: Record, rng: random.Random) -> list[Sheet]:
    """Cover with the numbers on it, contents, first page; `without` leaves out the contents."""
    lay = "paper.quarterly"
    cover = _page(lay, "cover", first=True, paper=(226, 238, 246))
    cover.record("part", "identifier", NOWHERE)
    cover.text(582, 300, r["journal"], "serif-black", 100, align="centre", spacing=10, field="journal")
    cover.text(582, 420, r["issue"], "sans-light", 46, align="centre", field="date", value=r["date"])
    cover.rect(Box(120, 560, 1045, 1050), 1, (90, 130, 160), (150, 185, 210))
    line(cover, 120, 1240, [Span("ISSN "), said(r["issn"], "issn")], "droid", 36)
    line(cover, 120, 1300, [Span("CN "), said(r["cn"], "cn")], "droid", 36)
    cover.text(120, 1400, "主管：沧西省机械工业联合会　主办：沧西省机械工程学会", "sans-light", 30)
    pages = [finish(cover, rng)]
    if "without" not in r.values:
        contents = _page(lay, "contents")
        contents.text(582, 150, "目　次", "serif-black", 60, align="centre")
        others = (
            ("薄壁套筒夹紧变形的控制", "秦仲和，江尔康", "1"),
            ("带式输送机驱动滚筒的失效分析", "巫晓川", "7"),
            ("基于视觉的螺栓漏装检测", "庄一苇，骆成", "19"),
            ("小型注塑机节能改造实践", "黎向东", "26"),
        )
        _contents(contents, r, 280, "mingti", 34, others)
        pages.append(finish(contents, rng))
    body = _page(lay, "body")
    line(body, 90, 110, [said(r["journal"], "journal"), Span("　"), said(r["issue"], "date", r["date"])], "mingti", 26)
    body.line(90, 130, 1075, 130, 1)
    _body(body, r, "mingti")
    return [*pages, finish(body, rng)]


def monthly(r: Record, rng: random.Random) -> list[Sheet]:
    """Cover without numbers, a page of imprint, contents, first page."""
    lay = "paper.monthly"
    cover = _page(lay, "cover", first=True, paper=(250, 236, 226))
    cover.rect(Box(0, 0, 1165, 470), 1, (170, 60, 40), (170, 60, 40))
    cover.text(90, 320, r["journal"], "smiley", 130, field="journal", colour=(255, 255, 255))
    cover.text(1080, 560, r["issue"], "sans-black", 48, align="right", field="date", value=r["date"])
    cover.rect(Box(90, 700, 1075, 1400), 1, (200, 150, 120), (226, 190, 165))
    imprint = _page(lay, "identifier")
    imprint.text(90, 220, "版权页", "serif-black", 48)
    lines: list[list[Span]] = [
        [Span("刊　　名　"), said(r["journal"], "journal")], [Span("主办单位　梧川机电研究院")],
        [Span("国际标准连续出版物号　ISSN "), said(r["issn"], "issn")],
        [Span("国内统一连续出版物号　CN "), said(r["cn"], "cn")], [Span("出版周期　月刊")], [Span("定　　价　15.00元")],
    ]  # fmt: skip
    for i, spans in enumerate(lines):
        line(imprint, 90, 350 + 90 * i, spans, "cns-sung", 36)
    contents = _page(lay, "contents")
    contents.text(90, 150, "目录 CONTENTS", "sans-black", 52)
    others = (
        ("滚珠丝杠副预紧力的测定", "鲍思齐", "12"),
        ("车间设备联网与数据采集", "尹可，阮舟", "21"),
        ("齿轮箱油温异常的处理", "温良玉", "48"),
    )
    _contents(contents, r, 280, "cns-sung", 34, others)
    body = _page(lay, "body")
    line(
        body,
        90,
        110,
        [said(r["issue"], "date", r["date"]), Span("　　　　"), said(r["journal"], "journal")],
        "cns-sung",
        26,
    )
    _body(body, r, "cns-sung")
    return [finish(sheet, rng) for sheet in (cover, imprint, contents, body)]
