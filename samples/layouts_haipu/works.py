"""Patents, programs, papers."""

from __future__ import annotations

import random
from typing import Final

from samples.drawing import A4, Sheet, code_square, round_seal
from samples.layouts_haipu.page import Facts, column, finish, frame, new_sheet, part, write

PATENT: Final = "patent_certificate"
SOFTWARE: Final = "software_copyright_certificate"
PAPER: Final = "paper"
OFFICE = "国家知识产权局"
REGISTRAR = "中华人民共和国国家版权局"


def _inventors(f: Facts) -> Facts:
    return Facts(f.holder, values={**f.values, "inventors_as": f["inventors"].replace(";", "；")})


def patent_pairs(f: Facts, rng: random.Random) -> list[Sheet]:
    """The electronic certificate of 2022: two entries a line."""
    f = _inventors(f)
    sheet = new_sheet(PATENT, "patent.pairs", (1654, 2100), (246, 250, 253))
    write(sheet, 827, 260, "{patent_type}专利证书", f, "fangsong", 88, "centre")
    sheet.text(827, 330, "（电子专利证书）", "fangsong", 34, align="centre")
    write(sheet, 150, 480, "专利号：{patent_number}", f, "fangsong", 40)
    write(sheet, 900, 480, "申请日：{applied_on:dots}", f, "fangsong", 40)
    write(sheet, 150, 580, "授权公告号：{~publication}", f, "fangsong", 40)
    write(sheet, 900, 580, "授权公告日：{granted_on:dots}", f, "fangsong", 40)
    y = column(sheet, 150, 700, 1354, "名称：{patent_name}", f, "fangsong", 40, 1.5, 0)
    y = column(sheet, 150, y + 110, 1354, "设计人/发明人：{inventors}", f, "fangsong", 40, 1.5, 0)
    y = column(sheet, 150, y + 110, 1354, "权利人：{patentee}", f, "fangsong", 40, 1.5, 0)
    text = "经审查，符合专利法规定，决定授予专利权，专利权自授权公告之日起生效。"
    y = column(sheet, 150, y + 150, 1354, text, f, "fangsong", 38, 1.7)
    code_square(sheet, 170, y + 200, 230, rng)
    round_seal(sheet, 1180, y + 300, OFFICE, rng, diameter=340, line="电子印章")
    return [finish(sheet, rng)]


def software(f: Facts, rng: random.Random) -> list[Sheet]:
    """The certificate as the registrar prints it, labels far from values."""
    sheet = new_sheet(SOFTWARE, "software.columns", A4, (253, 251, 246))
    frame(sheet, 80, (160, 60, 60), 4, 14)
    sheet.text(827, 300, REGISTRAR, "serif-medium", 48, align="centre")
    sheet.text(827, 420, "计算机软件著作权登记证书", "serif-bold", 72, align="centre")
    write(sheet, 1480, 540, "软著登字第 {~serial} 号", f, "serif-medium", 36, "right")
    items = (
        ("软 件 名 称", "{software_name}"),
        ("著 作 权 人", "{owner}"),
        ("开发完成日期", "{~finished:padded}"),
        ("权利取得方式", "原始取得"),
        ("权 利 范 围", "全部权利"),
        ("登　记　号", "{registration_number}"),
    )
    for i, (label, value) in enumerate(items):
        sheet.text(180, 700 + 120 * i, label + "：", "serif-medium", 42)
        write(sheet, 560, 700 + 120 * i, value, f, "serif-medium", 42)
    text = "根据《计算机软件保护条例》的规定，经审核，对以上事项予以登记。"
    column(sheet, 180, 1480, 1294, text, f, "serif-medium", 40, 1.7)
    write(sheet, 1440, 1900, "{registered_on:padded}", f, "serif-medium", 42, "right")
    round_seal(sheet, 1200, 1860, REGISTRAR, rng, diameter=340, line="登记专用章")
    return [finish(sheet, rng)]


def _authors(f: Facts) -> Facts:
    return Facts(f.holder, values={**f.values, "authors_as": f["authors"].replace(";", "，")}, rows=f.rows)


def _sheet(layout: str, name: str, first: bool, size: tuple[int, int] = (1300, 1800)) -> Sheet:
    sheet = new_sheet(PAPER, layout, size)
    sheet.first = first
    part(sheet, name)
    return sheet


def journal(f: Facts, rng: random.Random) -> list[Sheet]:
    """Cover without numbers, imprint page, contents, body."""
    f = _authors(f)
    cover = _sheet("paper.journal", "cover", True)
    write(cover, 650, 420, "{journal}", f, "smiley", 120, "centre")
    write(cover, 650, 560, "{~issue}", f, "hei", 48, "centre")
    write(cover, 650, 1640, "{date:m-digits}出版", f, "hei", 36, "centre")
    imprint = _sheet("paper.journal", "identifier", False)
    lines = (
        "刊名：{~journal}",
        "主管单位：澜川省科学技术协会",
        "主办单位：澜川省机械工程学会",
        "国内统一连续出版物号：CN {cn}",
        "国际标准连续出版物号：ISSN {issn}",
        "编辑部地址：澜州市学府路 9 号",
    )
    for i, text in enumerate(lines):
        write(imprint, 160, 300 + 100 * i, text, f, "song", 38)
    return [finish(sheet, rng) for sheet in (cover, imprint, _contents(f, "paper.journal"), _body(f, "paper.journal"))]


def _contents(f: Facts, layout: str) -> Sheet:
    sheet = _sheet(layout, "contents", False)
    sheet.text(650, 200, "目　次", f["face"] or "song", 60, align="centre")
    others = (("数控转台蜗轮副侧隙补偿", "苗岱", "12"), ("铝合金薄壁件装夹变形分析", "封一鸣", "27"))
    for i, (title, author, page) in enumerate(others):
        sheet.text(120, 360 + 110 * i, title, f["face"] or "song", 36)
        sheet.text(1180, 360 + 110 * i, f"{author}（{page}）", f["face"] or "song", 36, align="right")
    write(sheet, 120, 600, "{title}", f, "song", 34)
    write(sheet, 1180, 670, "{authors}（{~page}）", f, "song", 36, "right")
    return sheet


def _body(f: Facts, layout: str) -> Sheet:
    sheet = _sheet(layout, "body", False)
    write(sheet, 1180, 110, "{~journal}　{~issue}", f, "song", 28, "right")
    y = column(sheet, 120, 260, 1060, "{title}", f, "hei-bold", 50, 1.4, 0)
    write(sheet, 650, y + 100, "{authors}", f, "kai", 40, "centre")
    write(sheet, 650, y + 160, "（{~employer}，澜川 海浦 999900）", f, "song", 30, "centre")
    y = column(sheet, 120, y + 260, 1060, "摘　要：{~abstract}", f, "kai", 34, 1.6)
    y = column(sheet, 120, y + 90, 1060, "关键词：机床；误差；补偿　　文献标识码：A", f, "kai", 34, 1.6)
    column(sheet, 120, y + 120, 1060, f["text"], f, "song", 34, 1.65)
    write(sheet, 650, 1740, "· {~page} ·", f, "song", 30, "centre")
    return sheet


def bulletin(f: Facts, rng: random.Random) -> list[Sheet]:
    """A cover that bears the numbers, then contents and body; `parts` of the facts leaves some out."""
    f = _authors(f)
    cover = _sheet("paper.bulletin", "cover", True)
    part(cover, "identifier")
    write(cover, 90, 150, "ISSN {issn}", f, "droid", 34)
    write(cover, 90, 205, "CN {cn}", f, "droid", 34)
    write(cover, 1210, 480, "{journal}", f, "serif-black", 110, "right")
    write(cover, 1210, 600, "{~issue}", f, "droid", 44, "right")
    write(cover, 1210, 670, "{date:m-padded}", f, "droid", 40, "right")
    sheets = [cover, _contents(f, "paper.bulletin"), _body(f, "paper.bulletin")]
    if f["without"] == "contents":
        del sheets[1]
    return [finish(sheet, rng) for sheet in sheets]
