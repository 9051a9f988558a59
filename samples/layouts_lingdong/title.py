"""Title certificates of other offices, with several dates and numbers of which one is meant."""

from __future__ import annotations

import random
from datetime import date, timedelta

from models.document import Kind
from models.geometry import Box
from samples.content import Title
from samples.drawing import A4, Cell, Sheet, Span, code_square, line, paragraph, portrait, round_seal, table, watermark
from samples.numbers import show_date

KIND: Kind = "title_certificate"


def _later(iso: str, days: int) -> str:
    return (date.fromisoformat(iso) + timedelta(days=days)).isoformat()


def grid(t: Title, rng: random.Random) -> list[Sheet]:
    """Two key-value columns ruled, with series, rank, approval, valid term and three dates besides."""
    sheet = Sheet(KIND, "u.title.grid", A4)
    sheet.text(827, 220, "专业技术资格证书", "hei-bold", 80, align="centre", spacing=8)
    sheet.text(827, 290, "（网络版）", "hei", 34, align="centre")
    h = t.holder

    def pair(label: str, text: str, field: str | None = None, value: str | None = None) -> list[Cell]:
        return [Cell(label, role="hei"), Cell(text, field, value, align="left")]

    level = "初级（助理级）" if t.title.startswith("助理") else "初级（员级）"
    approved = _later(t.obtained, 21)
    rows = [
        [*pair("姓 名", h.name, "name"), *pair("性 别", h.gender, "gender")],
        [*pair("出生年月", show_date(h.birth[:7], "dots"), "birth_date", h.birth[:7]), *pair("证件号码", h.number, "id_number")],
        [*pair("系 列", "工程技术人员"), *pair("资格级别", level)],
        [*pair("专业名称", t.specialty, "specialty"), *pair("资格名称", t.title, "title")],
        [*pair("取得方式", t.method), *pair("资格取得时间", show_date(t.obtained), "obtained_on", t.obtained)],
        [Cell("评委会名称", role="hei"), Cell(t.committee, across=3, align="left")],
        [*pair("批准文号", f"岭人社职〔{approved[:4]}〕18号"), *pair("批准日期", show_date(approved))],
        [*pair("管 理 号", f"LD{t.number[-8:]}07"), *pair("证书编号", t.number, "certificate_number")],
        [Cell("工作单位", role="hei"), Cell(t.employer or "—", "employer" if t.employer else None, across=3, align="left")],
        [*pair("发证日期", show_date(t.issued)), *pair("有效日期", "长期有效")],
    ]  # fmt: skip
    table(sheet, 110, 360, [200, 480, 230, 524], [92] * 10, rows, "song", 32)
    portrait(sheet, 150, 1350, 260, rng)
    code_square(sheet, 480, 1420, 220, rng)
    sheet.text(1060, 1530, "审批部门（盖章）", "song", 36)
    sheet.text(1060, 1610, t.issuer, "song", 36 if len(t.issuer) < 15 else 30, field="issuer")
    round_seal(sheet, 1260, 1560, t.issuer, rng, diameter=330)
    note = "说明：本证书由省职称管理信息系统生成，与纸质证书具有同等效力；持证人信息以系统查询结果为准。"
    paragraph(sheet, 130, 1900, 1380, [Span(note)], "song", 28, leading=1.6)
    watermark(sheet, rng)
    return [sheet]


def spread(t: Title, rng: random.Random) -> list[Sheet]:
    """An opened booklet: a sentence on the left page, number and dates under the photo on the right one."""
    sheet = Sheet(KIND, "u.title.spread", (2000, 1400), (252, 246, 232))
    sheet.line(1000, 60, 1000, 1340, 2, (170, 160, 140))
    h = t.holder
    spans = [
        Span("持证人 "), Span(h.name, "name", underline=True), Span(" ，"), Span(h.gender, "gender"), Span("，"),
        Span(show_date(h.birth[:7], "circle"), "birth_date", h.birth[:7]), Span("出生，经"), Span(t.committee),
        Span(t.method), Span("，自"), Span(show_date(t.obtained, "circle"), "obtained_on", t.obtained),
        Span("起具备"), Span(t.specialty, "specialty"), Span("专业"), Span(t.title, "title", underline=True), Span("任职资格。"),
    ]  # fmt: skip
    paragraph(sheet, 110, 300, 780, spans, "kai-gb", 46, leading=1.9)
    sheet.text(500, 170, "职称证书", "serif-bold", 70, align="centre", spacing=20)
    portrait(sheet, 1360, 130, 280, rng)
    entries = [
        Span("证号：", role="song"), Span(t.number, "certificate_number"),
        Span("填发日期：", role="song"), Span(show_date(t.issued, "circle")),
        Span("公布文号：", role="song"), Span(f"人社职称〔{t.issued[:4]}〕9号"),
        Span("发证单位：", role="song"), Span(t.issuer, "issuer"),
    ]  # fmt: skip
    for i in range(4):
        line(sheet, 1090, 690 + 90 * i, entries[2 * i : 2 * i + 2], "kai-gb", 38)
    round_seal(sheet, 1560, 1100, t.issuer, rng, diameter=320)
    watermark(sheet, rng)
    return [sheet]


def screen(t: Title, rng: random.Random) -> list[Sheet]:
    """A record of the title system as a card: grey labels above their values, masked number, other dates beside."""
    sheet = Sheet(KIND, "u.title.screen", (1400, 1750), (246, 248, 250))
    sheet.rect(Box(60, 60, 1340, 230), 0, (32, 96, 168), (32, 96, 168))
    sheet.text(110, 170, "职称信息 · 电子职称证", "microhei", 52, colour=(255, 255, 255))
    sheet.rect(Box(60, 230, 1340, 1640), 2, (200, 205, 210), (255, 255, 255))
    h = t.holder
    entries = [
        ("持证人", h.name, "name", None), ("公民身份号码", h.masked, "id_number", None),
        ("性别", h.gender, "gender", None), ("职称名称", t.title, "title", None),
        ("评审专业", t.specialty, "specialty", None), ("职称层级", "助理级" if t.title.startswith("助理") else "员级", None, None),
        ("授予时间", show_date(t.obtained, "dash"), "obtained_on", t.obtained), ("制证时间", show_date(t.issued, "dash"), None, None),
        ("证书编码", t.number, "certificate_number", None), ("有效期", "长期", None, None),
    ]  # fmt: skip
    for i, (label, text, field, value) in enumerate(entries):
        x, y = 120 + 620 * (i % 2), 320 + 150 * (i // 2)
        sheet.text(x, y, label, "microhei", 30, colour=(120, 125, 130))
        sheet.text(x, y + 58, text, "microhei", 40, field=field, value=value)
    sheet.text(120, 1090, "申报单位", "microhei", 30, colour=(120, 125, 130))
    sheet.text(120, 1148, t.employer or "个人申报", "microhei", 38, field="employer" if t.employer else None)
    sheet.text(120, 1240, "颁发机构", "microhei", 30, colour=(120, 125, 130))
    sheet.text(120, 1298, t.issuer, "microhei", 38, field="issuer")
    code_square(sheet, 130, 1380, 200, rng)
    sheet.text(360, 1490, "扫码查验证书真伪", "microhei", 30)
    round_seal(sheet, 1090, 1420, t.issuer, rng, diameter=300)
    watermark(sheet, rng)
    return [sheet]
