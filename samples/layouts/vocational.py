"""Vocational certificates: the certificate of skill level, the older one of the state, a card in a sentence."""

from __future__ import annotations

import random

from models.document import Kind
from models.geometry import Box
from samples.drawing import Sheet, Span, code_square, paragraph, portrait, round_seal, watermark
from samples.layouts.forms import closing, day, labelled, pairs, value
from samples.numbers import show_date
from samples.records import Vocation

KIND: Kind = "vocational_certificate"


def skill_level(v: Vocation, rng: random.Random) -> list[Sheet]:
    """职业技能等级证书 with code square and the pages where it can be looked up."""
    sheet = Sheet(KIND, "vocational.skill_level", (1165, 1600), (247, 251, 255))
    sheet.text(582, 190, "职业技能等级证书", "hei-bold", 74, align="centre", colour=(30, 80, 150))
    paragraph(
        sheet,
        120,
        290,
        920,
        [Span("本证书由人力资源社会保障部门备案的评价机构颁发，表明持证人通过本职业技能等级认定。")],
        "song",
        30,
        leading=1.6,
    )
    portrait(sheet, 850, 420, 190, rng)
    rows = [
        ("姓    名：", value(v.holder.name, "name")),
        ("证件类型：", value("居民身份证")),
        ("证件号码：", value(v.holder.number, "id_number")),
        ("职业名称：", value(v.occupation, "occupation")),
        ("工种/职业方向：", value("--")),
        ("职业技能等级：", value(f"{v.grade}/{v.level}", "level", v.level)),
        ("证书编号：", value(v.number, "certificate_number")),
    ]
    labelled(sheet, 120, 450, rows, "song", 34, width=720, gap=2.2)
    labelled(sheet, 120, 1060, [("评价机构：", value(v.issuer, "issuer"))], "song", 34, width=900)
    labelled(sheet, 120, 1140, [("发证日期：", (day(v.issued, "issue_date", "padded"),))], "song", 34, width=900)
    round_seal(sheet, 760, 1140, v.issuer, rng, diameter=270)
    code_square(sheet, 120, 1230, 170, rng)
    sheet.text(320, 1300, "证书信息查询网址 http://jndj.osta.org.cn", "song", 26)
    watermark(sheet, rng)
    return [sheet]


def state(v: Vocation, rng: random.Random) -> list[Sheet]:
    """The older 职业资格证书 with results of theory and skill, ruled."""
    sheet = Sheet(KIND, "vocational.state", (1500, 1050), (252, 248, 236))
    sheet.text(750, 150, "中华人民共和国职业资格证书", "kai", 64, align="centre")
    rows = [
        [("姓名", value(v.holder.name, "name")), ("性别", value(v.holder.gender, "gender"))],
        [("出生日期", value(show_date(v.holder.birth))), ("文化程度", value("高中"))],
        [("身份证号", value(v.holder.number, "id_number"))],
        [
            ("职业（工种）", value(v.occupation, "occupation")),
            ("等级", value(f"{v.level}（{v.grade}）", "level", v.level)),
        ],
        [("理论知识考试成绩", value("82")), ("操作技能考核成绩", value("85"))],
        [("证书编号", value(v.number, "certificate_number")), ("评定成绩", value("合格"))],
    ]
    pairs(sheet, 90, 220, [250, 400, 270, 400], rows, 84, "song", 32)
    closing(
        sheet,
        1390,
        860,
        v.issuer,
        v.issued,
        rng,
        "song",
        34,
        issuer_field="issuer",
        date_field="issue_date",
        line="鉴定专用章",
    )
    watermark(sheet, rng)
    return [sheet]


def card(v: Vocation, rng: random.Random) -> list[Sheet]:
    """A small certificate that says it in a sentence."""
    sheet = Sheet(KIND, "vocational.card", (1240, 860), (255, 252, 240))
    sheet.rect(Box(35, 35, 1205, 825), 4, (40, 90, 60))
    sheet.text(620, 160, "职业技能等级证书", "serif-bold", 62, align="centre")
    spans = [
        Span(v.holder.name, "name"),
        Span("（身份证号："),
        Span(v.holder.number, "id_number"),
        Span("）参加"),
        Span(v.occupation, "occupation"),
        Span("职业技能等级认定，成绩合格，达到"),
        Span(f"{v.level}（{v.grade}）", "level", v.level),
        Span("水平，特发此证。"),
    ]
    paragraph(sheet, 120, 280, 1000, spans, "kai-gb", 40)
    sheet.text(120, 660, "证书编号：", "kai-gb", 34)
    sheet.text(300, 660, v.number, "kai-gb", 34, field="certificate_number")
    closing(
        sheet,
        1120,
        610,
        v.issuer,
        v.issued,
        rng,
        "kai-gb",
        36,
        issuer_field="issuer",
        date_field="issue_date",
        style="spaced",
    )
    watermark(sheet, rng)
    return [sheet]
