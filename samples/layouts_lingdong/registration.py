"""Registration forms of diplomas: label lines beside the photo, and a table of two columns with the code on top."""

from __future__ import annotations

import random

from models.document import Kind
from samples.content import Graduation
from samples.drawing import A4, Cell, Sheet, Span, code_square, line, paragraph, portrait, table, watermark
from samples.numbers import grouped, show_date

KIND: Kind = "chsi_registration_form"
HEADING = "教育部学历证书电子注册备案表"
LEVELS = {"本科": "本科", "大专": "专科", "硕士研究生": "硕士研究生"}
PROGRAMMES = {
    "普通": "普通高等教育",
    "成人": "成人高等教育",
    "自考": "高等教育自学考试",
    "网络": "网络教育",
    "开放": "开放教育",
}
FORMS = {"普通": "普通全日制", "成人": "函授", "自考": "自学考试", "网络": "网络教育", "开放": "开放教育"}
ALPHABET = "ABCDEFGHJKLMNPQRTUVWXYZ23456789"


def _entries(g: Graduation) -> list[tuple[str, str, str | None, str | None]]:
    day = g.start + "-01" if len(g.start) == 7 else g.start
    return [
        ("姓名", g.holder.name, "name", None),
        ("性别", g.holder.gender, "gender", None),
        ("出生日期", show_date(g.holder.birth, "padded"), "birth_date", g.holder.birth),
        ("入学日期", show_date(day, "padded"), "start_date", day),
        ("毕(结)业日期", show_date(g.issued, "padded"), "end_date", g.issued),
        ("学校名称", g.school, "school", None),
        ("专业", g.major, "major", None),
        ("学历类别", PROGRAMMES[g.programme], "programme_type", g.programme),
        ("学习形式", g.form or FORMS[g.programme], None, None),
        ("学制", f"{g.years}年", None, None),
        ("层次", g.base + LEVELS[g.level], "level", g.level),
        ("毕(结)业", g.conclusion, "conclusion", None),
        ("校(院)长姓名", g.president, None, None),
        ("证书编号", grouped(g.number), "certificate_number", g.number),
    ]


def lines(g: Graduation, rng: random.Random) -> list[Sheet]:
    """One label a line without rules, photo top right, code and validity at the foot."""
    sheet = Sheet(KIND, "u.registration.lines", A4)
    sheet.text(827, 230, HEADING, "hei-bold", 56, align="centre")
    sheet.text(827, 290, "Online Verification Form of Higher Education Qualification", "serif", 28, align="centre")
    portrait(sheet, 1180, 380, 260, rng)
    for i, (label, text, field, value) in enumerate(_entries(g)):
        y = 430 + 88 * i
        sheet.text(170, y, label, "microhei", 34, colour=(90, 90, 95))
        sheet.text(480, y, text, "microhei", 36, field=field, value=value)
    code = "".join(rng.choice(ALPHABET) for _ in range(16))
    line(sheet, 170, 1760, [Span("在线验证码："), Span(grouped(code), "verification_code", code)], "microhei", 36)
    line(sheet, 170, 1840, [Span("验证有效期至："), Span("2023-12-20", "valid_until")], "microhei", 32)
    code_square(sheet, 1200, 1660, 230, rng)
    note = "注：1.本表由学信网生成，供使用者在线核验；2.有效期内可免费验证，未经学历信息权属人同意不得用于违背其意愿之用途。"
    paragraph(sheet, 170, 1990, 1300, [Span(note)], "song", 28, leading=1.6)
    watermark(sheet, rng)
    return [sheet]


def boxed(g: Graduation, rng: random.Random) -> list[Sheet]:
    """A ruled table of two pairs a row; code, date and code square above it."""
    sheet = Sheet(KIND, "u.registration.boxed", (1654, 1900))
    sheet.text(120, 170, HEADING, "zenhei", 54)
    code = "".join(rng.choice(ALPHABET) for _ in range(16))
    line(sheet, 120, 250, [Span("在线验证码 "), Span(code, "verification_code")], "zenhei", 32)
    line(
        sheet,
        120,
        310,
        [Span("更新日期：2023年07月20日　　有效期至："), Span("2023年10月20日", "valid_until", "2023-10-20")],
        "zenhei",
        30,
    )
    code_square(sheet, 1330, 110, 220, rng)
    found = _entries(g)
    rows = []
    for i in range(0, 14, 2):
        row = []
        for label, text, field, value in found[i : i + 2]:
            row += [Cell(label, role="zenhei"), Cell(text, field, value, align="left")]
        rows.append(row)
    made = table(sheet, 110, 380, [220, 500, 220, 494], [110] * 7, rows, "song", 32)
    portrait(sheet, 130, made.box.y1 + 60, 230, rng)
    paragraph(
        sheet,
        420,
        made.box.y1 + 110,
        1100,
        [Span("本备案表所载内容与学历证书电子注册信息一致。报告内容如有修改或涂改即为无效，以学信网在线查询为准。")],
        "song",
        30,
    )
    watermark(sheet, rng)
    return [sheet]
