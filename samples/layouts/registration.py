"""教育部学历证书电子注册备案表: table, columns of labels, and the older form."""

from __future__ import annotations

import random

from models.document import Kind
from samples.content import Graduation
from samples.drawing import Cell, Sheet, Span, code_square, line, portrait, table, watermark
from samples.numbers import grouped, show_date

KIND: Kind = "chsi_registration_form"
FORM = {
    "普通": ("普通高等教育", "普通全日制"),
    "成人": ("成人高等教育", "函授"),
    "网络": ("网络教育", "网络教育"),
    "自考": ("高等教育自学考试", "自学考试"),
    "开放": ("开放教育", "业余"),
}
PRINTED_LEVEL = {"大专": "专科"}


def _code(rng: random.Random) -> str:
    return "".join(rng.choice("ABCDEFGHJKMNPQRTUVWXYZ23456789") for _ in range(16))


def ruled(g: Graduation, rng: random.Random) -> list[Sheet]:
    """A ruled table, four columns, number in groups of four."""
    sheet = Sheet(KIND, "registration.ruled", (1240, 1754))
    sheet.text(620, 170, "教育部学历证书电子注册备案表", "hei-bold", 56, align="centre")
    sheet.text(1130, 230, "更新日期：2023年08月02日", "song", 24, align="right")
    kind, form = FORM[g.programme]
    code = _code(rng)
    cells = [
        [Cell("姓名"), Cell(g.holder.name, "name"), Cell("性别"), Cell(g.holder.gender, "gender"), Cell("", down=3)],
        [Cell("出生日期"), Cell(show_date(g.holder.birth, "padded"), "birth_date", g.holder.birth, across=3)],
        [Cell("入学日期"), Cell(show_date(g.start + "-01", "padded"), "start_date", g.start + "-01", across=3)],
        [
            Cell("毕（结）业日期"),
            Cell(show_date(g.issued, "padded"), "end_date", g.issued),
            Cell("学制"),
            Cell(g.years + "年", across=2),
        ],
        [Cell("学校名称"), Cell(g.school, "school", across=4)],
        [Cell("专业"), Cell(g.major, "major", across=4)],
        [
            Cell("层次"),
            Cell(PRINTED_LEVEL.get(g.level, g.level), "level", g.level),
            Cell("学历类别"),
            Cell(kind, "programme_type", g.programme, across=2),
        ],
        [Cell("学习形式"), Cell(form), Cell("毕（结）业"), Cell(g.conclusion, "conclusion", across=2)],
        [Cell("证书编号"), Cell(grouped(g.number), "certificate_number", g.number, across=4)],
        [Cell("校（院）长姓名"), Cell(g.president, across=4)],
    ]
    grid = table(sheet, 90, 260, [230, 290, 170, 170, 200], [84.0] * len(cells), cells, "song", 30)
    photo = grid.cells[4]
    portrait(sheet, photo.x0 + 18, photo.y0 + 8, 164, rng, 234)
    y = grid.box.y1 + 80
    line(sheet, 90, y, [Span("在线验证码 "), Span(code, "verification_code")], "song", 32)
    line(
        sheet, 90, y + 60, [Span("在线验证有效期至 "), Span("2023年11月02日", "valid_until", "2023-11-02")], "song", 30
    )
    code_square(sheet, 950, y, 180, rng)
    _notes(sheet, y + 250)
    watermark(sheet, rng)
    return [sheet]


def columns(g: Graduation, rng: random.Random) -> list[Sheet]:
    """No rules: a label and a value to a line, portrait at the right."""
    sheet = Sheet(KIND, "registration.columns", (1240, 1754))
    sheet.text(620, 180, "教育部学历证书电子注册备案表", "microhei", 54, align="centre")
    portrait(sheet, 920, 250, 210, rng)
    kind, form = FORM[g.programme]
    rows: list[tuple[str, str, str | None, str | None]] = [
        ("姓名", g.holder.name, "name", None),
        ("性别", g.holder.gender, "gender", None),
        ("出生日期", show_date(g.holder.birth, "padded"), "birth_date", g.holder.birth),
        ("入学日期", show_date(g.start + "-01", "padded"), "start_date", g.start + "-01"),
        ("毕（结）业日期", show_date(g.issued, "padded"), "end_date", g.issued),
        ("学校名称", g.school, "school", None),
        ("专业", g.major, "major", None),
        ("学制", g.years + "年", None, None),
        ("层次", PRINTED_LEVEL.get(g.level, g.level), "level", g.level),
        ("学历类别", kind, "programme_type", g.programme),
        ("学习形式", form, None, None),
        ("毕（结）业", g.conclusion, "conclusion", None),
        ("证书编号", g.number, "certificate_number", None),
        ("校（院）长姓名", g.president, None, None),
        ("在线验证码", _code(rng), "verification_code", None),
    ]
    if not g.start:
        del rows[3]
    y = 300.0
    for label, value, field, normal in rows:
        sheet.text(120, y, label, "microhei", 30, colour=(110, 110, 115))
        sheet.text(390, y, value, "microhei", 32, field=field, value=normal)
        y += 72
    code_square(sheet, 920, y - 170, 170, rng)
    line(sheet, 120, y, [Span("在线验证有效期至"), Span("2023-11-02", "valid_until")], "microhei", 28)
    _notes(sheet, y + 90)
    watermark(sheet, rng)
    return [sheet]


def _notes(sheet: Sheet, y: float) -> None:
    notes = (
        "注意事项：",
        "1. 备案表是依据《高等学校学生学籍学历电子注册办法》对学历证书进行注册备案的结果。",
        "2. 点击在线验证，可查看备案表内容是否一致。",
    )
    for i, text in enumerate(notes):
        sheet.text(90, y + 46 * i, text, "song", 23)
