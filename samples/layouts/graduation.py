"""Graduation certificates: landscape diploma, adult portrait, self-taught, old format, credit system, label table."""

from __future__ import annotations

import random

from models.document import Kind
from models.geometry import Box
from samples.content import Graduation
from samples.drawing import (
    Cell,
    Sheet,
    Span,
    embossed_seal,
    line,
    name_seal,
    paragraph,
    portrait,
    round_seal,
    signature,
    table,
    watermark,
)
from samples.layouts.wording import labels
from samples.numbers import DateStyle, grouped, hanzi, show_date

KIND: Kind = "graduation_certificate"
PRINTED_LEVEL = {"大专": "专科"}
VERDICT = {
    "毕业": "修完教学计划规定的全部课程，成绩合格，",
    "结业": "学完教学计划规定的全部课程，有两门课程成绩不合格，未达到毕业要求，",
    "肄业": "修业一年半，因故退学，",
}


def body(g: Graduation, dates: DateStyle, *, credits_: bool = False, form_first: bool = True) -> list[Span]:
    """The sentence of a certificate, its values marked."""
    level = Span(PRINTED_LEVEL.get(g.level, g.level), "level", g.level)
    verdict = VERDICT[g.conclusion]
    if credits_ and g.conclusion == "毕业":
        verdict = "修满教学计划规定的全部学分，成绩合格，"
    major = [Span(g.major, "major")]
    if g.programme == "网络":
        major += [Span("（"), Span("网络教育", "programme_type", "网络"), Span("）")]
    form = [Span(g.form)] if g.form else []
    return [
        Span("学生 "),
        Span(g.holder.name, "name", underline=True),
        Span(" 性别"),
        Span(g.holder.gender, "gender"),
        Span("，"),
        Span(show_date(g.holder.birth, dates), "birth_date", g.holder.birth),
        Span("生，于"),
        Span(show_date(g.start, dates), "start_date", g.start),
        Span("至"),
        Span(show_date(g.end, dates), "end_date", g.end),
        Span("在本校"),
        *major,
        Span("专业"),
        *(form if form_first else []),
        Span(g.base + g.years + "年制"),
        *([] if form_first else form),
        level,
        Span("学习，" + verdict),
        Span("准予" + g.conclusion, "conclusion", g.conclusion),
        Span("。"),
    ]


def diploma(g: Graduation, rng: random.Random) -> list[Sheet]:
    """Two halves side by side: portrait and title left, sentence right; Chinese numerals."""
    w = labels("graduation", rng)
    sheet = Sheet(KIND, "graduation.diploma", (1900, 1320), (253, 250, 240))
    dates: DateStyle = rng.choice(["hanzi", "circle"])
    sheet.rect(Box(40, 40, 1860, 1280), 5, (150, 40, 45))
    sheet.rect(Box(54, 54, 1846, 1266), 2, (150, 40, 45))
    box = portrait(sheet, 360, 150, 210, rng)
    embossed_seal(sheet, box.x1, box.y1 - 20, g.school, rng)
    line(
        sheet,
        262,
        590,
        [Span("普通", "programme_type", "普通") if g.programme == "普通" else Span("普通"), Span("高等学校")],
        "serif-bold",
        68,
    )
    sheet.text(465, 740, f"{g.conclusion}证书", "serif-bold", 110, align="centre", spacing=12)
    if g.number:
        line(sheet, 130, 1120, [Span(w["number"] + "："), Span(g.number, "certificate_number")], "serif", 32)
    sheet.text(130, 1180, "中华人民共和国教育部学历证书查询网址：", "serif", 26)
    sheet.text(130, 1220, "http://www.chsi.com.cn", "serif", 26)
    paragraph(sheet, 1000, 220, 770, body(g, dates), "kai", 44, leading=2.0)
    line(sheet, 1000, 1010, [Span(w["school"] + "："), Span(g.school, "school")], "kai", 40)
    line(sheet, 1000, 1100, [Span("校(院)长：")], "kai", 40)
    name_seal(sheet, 1200, 1050, g.president[:3], rng, 80)
    issued = sheet.text(
        1760, 1190, show_date(g.issued, dates), "kai", 40, align="right", field="issue_date", value=g.issued
    )
    round_seal(sheet, issued.cx - rng.randint(20, 120), 1080, g.school, rng, diameter=300)
    watermark(sheet, rng)
    return [sheet]


def adult(g: Graduation, rng: random.Random) -> list[Sheet]:
    """Portrait A5-like sheet of adult education, western digits, number and approval at the foot."""
    w = labels("graduation", rng)
    sheet = Sheet(KIND, "graduation.adult", (1240, 1754), (255, 253, 246))
    sheet.rect(Box(50, 50, 1190, 1704), 4, (60, 90, 60))
    line(sheet, 395, 210, [Span("成人", "programme_type", "成人"), Span("高等教育")], "hei", 74)
    sheet.text(620, 340, f"{g.conclusion}证书", "hei-bold", 104, align="centre", spacing=20)
    portrait(sheet, 515, 410, 210, rng)
    end = paragraph(sheet, 130, 830, 980, body(g, "digits"), "song", 42, leading=1.95)
    y = max(end + 130, 1290)
    sheet.text(130, y, "校名：", "song", 38)
    sheet.text(250, y, g.school, "song", 38, field="school")
    sheet.text(760, y, "校(院)长：", "song", 38)
    signature(sheet, 930, y, g.president, rng, 46)
    sheet.text(130, y + 80, "批准文号：(99)教成字001号", "song", 32)
    if g.number:
        line(sheet, 130, y + 150, [Span(w["number"] + "："), Span(g.number, "certificate_number")], "song", 34)
    issued = sheet.text(
        1090, y + 230, show_date(g.issued, "digits"), "song", 38, align="right", field="issue_date", value=g.issued
    )
    round_seal(sheet, issued.cx, y + 160, g.school, rng, diameter=310)
    watermark(sheet, rng)
    return [sheet]


def self_taught(g: Graduation, rng: random.Random) -> list[Sheet]:
    """Self-taught examination: no start date, the school is the one in charge, two seals."""
    w = labels("graduation", rng)
    sheet = Sheet(KIND, "graduation.self_taught", (1754, 1240), (252, 251, 247))
    sheet.rect(Box(36, 36, 1718, 1204), 6, (30, 70, 120))
    line(sheet, 470, 190, [Span("高等教育"), Span("自学考试", "programme_type", "自考")], "kai-gb", 86)
    sheet.text(877, 330, "毕 业 证 书", "hei-bold", 92, align="centre")
    portrait(sheet, 120, 410, 220, rng)
    branch = "（独立本科段）" if g.level == "本科" else "（专科）"
    level = Span("本科" if g.level == "本科" else "专科", "level", g.level)
    spans = [
        Span(g.holder.name, "name"), Span("  性别"), Span(g.holder.gender, "gender"), Span("  "),
        Span(show_date(g.holder.birth, "hanzi"), "birth_date", g.holder.birth), Span("生，身份证号："), Span(g.holder.number),
        Span("，参加 "), Span(g.major, "major"), Span(" 专业"), Span(branch[:3] if g.level == "本科" else branch[:1]), level,
        Span("段）" if g.level == "本科" else "）"), Span("高等教育自学考试，全部课程成绩合格，经审定，"),
        Span("准予毕业", "conclusion", "毕业"), Span("。"),
    ]  # fmt: skip
    paragraph(sheet, 420, 450, 1210, spans, "kai-gb", 44, leading=1.9)
    line(sheet, 420, 900, [Span("主考学校："), Span(g.school, "school")], "kai-gb", 38)
    sheet.text(1010, 900, "浙江省高等教育自学考试委员会", "kai-gb", 36)
    line(sheet, 120, 1110, [Span(w["number"] + "："), Span(g.number, "certificate_number")], "kai-gb", 36)
    sheet.text(
        1560, 1030, show_date(g.issued, "hanzi"), "kai-gb", 38, align="right", field="issue_date", value=g.issued
    )
    round_seal(sheet, 690, 900, g.school, rng, diameter=280)
    round_seal(sheet, 1330, 940, "浙江省高等教育自学考试委员会", rng, diameter=300)
    watermark(sheet, rng)
    return [sheet]


def old_format(g: Graduation, rng: random.Random) -> list[Sheet]:
    """The nineties: origin and age instead of a birth date, a register number of the school's own, red frame."""
    sheet = Sheet(KIND, "graduation.old_format", (1700, 1200), (250, 243, 222))
    sheet.rect(Box(40, 40, 1660, 1160), 10, (190, 50, 50))
    sheet.text(850, 210, "毕 业 证 书", "kai", 120, align="centre", colour=(170, 30, 35))
    portrait(sheet, 120, 300, 220, rng)
    age = int(g.end[:4]) - int(g.holder.birth[:4])
    spans = [
        Span("学生 "), Span(g.holder.name, "name", underline=True), Span("，"), Span(g.holder.gender, "gender"),
        Span(f"，系浙江省上虞县人，现年{hanzi(age)}岁，于"), Span(show_date(g.start, "hanzi"), "start_date", g.start), Span("至"),
        Span(show_date(g.end, "hanzi"), "end_date", g.end), Span("在本校机械工程系"), Span(g.major, "major"),
        Span(f"专业{g.years}年制"), Span(PRINTED_LEVEL.get(g.level, g.level), "level", g.level),
        Span("学习期满，修完教学计划规定的全部课程，成绩及格，"), Span("准予毕业", "conclusion", "毕业"), Span("。此证"),
    ]  # fmt: skip
    paragraph(sheet, 420, 350, 1140, spans, "kai", 46, leading=1.9)
    sheet.text(430, 920, "院长", "kai", 40)
    signature(sheet, 540, 920, g.president, rng, 60, (40, 40, 45))
    sheet.text(1540, 900, g.school, "kai", 44, align="right", field="school")
    sheet.text(1540, 990, show_date(g.issued, "hanzi"), "kai", 40, align="right", field="issue_date", value=g.issued)
    line(
        sheet,
        120,
        1080,
        [Span("证书登记第 "), Span(g.number, "certificate_number", g.number.replace("-", "")), Span(" 号")],
        "kai",
        36,
    )
    round_seal(sheet, 1330, 940, g.school, rng, diameter=290)
    watermark(sheet, rng)
    return [sheet]


def credit_system(g: Graduation, rng: random.Random) -> list[Sheet]:
    """A newer school's own design: title on top, portrait right, blanks underlined, number in groups, round zeros."""
    sheet = Sheet(KIND, "graduation.credit_system", (1754, 1240), (255, 255, 252))
    sheet.line(80, 90, 1674, 90, 6, (30, 60, 130))
    sheet.line(80, 1150, 1674, 1150, 6, (30, 60, 130))
    head = [
        Span("普通", "programme_type", "普通") if g.programme == "普通" else Span("普通"),
        Span("高等学校" + g.conclusion + "证书"),
    ]
    line(sheet, 330, 220, head, "serif-bold", 88)
    box = portrait(sheet, 1400, 300, 220, rng)
    paragraph(sheet, 120, 350, 1190, body(g, "hanzi", credits_=True), "wenkai", 45, leading=1.9)
    sheet.text(120, 880, "学    校：", "wenkai", 38)
    sheet.text(310, 880, g.school, "wenkai", 38, field="school")
    line(sheet, 120, 960, [Span("校    长："), Span(g.president)], "wenkai", 38)
    if g.number:
        line(
            sheet,
            120,
            1080,
            [Span("电子注册号："), Span(grouped(g.number), "certificate_number", g.number)],
            "wenkai",
            36,
        )
    issued = sheet.text(
        1600, 1080, show_date(g.issued, "hanzi"), "wenkai", 38, align="right", field="issue_date", value=g.issued
    )
    embossed_seal(sheet, box.x0 + 30, box.y1, g.school, rng, 230)
    round_seal(sheet, issued.cx, 950, g.school, rng, diameter=320)
    watermark(sheet, rng)
    return [sheet]


def label_table(g: Graduation, rng: random.Random) -> list[Sheet]:
    """A certificate of replacement as a table of labels and values."""
    w = labels("graduation", rng)
    sheet = Sheet(KIND, "graduation.label_table", (1240, 1754))
    sheet.text(620, 180, f"{g.conclusion}证明书", "hei-bold", 80, align="centre")
    cells = [
        [Cell("姓    名"), Cell(g.holder.name, "name"), Cell("性    别"), Cell(g.holder.gender, "gender")],
        [Cell("出生日期"), Cell(show_date(g.holder.birth, "dots"), "birth_date", g.holder.birth), Cell("层    次"),
         Cell(PRINTED_LEVEL.get(g.level, g.level), "level", g.level)],
        [Cell("入学时间"), Cell(show_date(g.start, "padded"), "start_date", g.start), Cell("毕业时间"),
         Cell(show_date(g.end, "padded"), "end_date", g.end)],
        [Cell("专    业"), Cell(g.major, "major", across=3)],
        [Cell("办学类型"), Cell(f"{g.programme}高等教育", "programme_type", g.programme), Cell("学    制"), Cell(g.years + "年")],
        [Cell(w["number"]), Cell(g.number, "certificate_number", across=3)],
    ]  # fmt: skip
    table(sheet, 110, 260, [190, 330, 190, 310], [96] * 6, cells, "song", 34)
    spans = [Span("该生在我校学习期满，修完教学计划规定的全部课程，成绩合格，"), Span("准予" + g.conclusion, "conclusion", g.conclusion),
             Span("。原毕业证书遗失，特此证明。")]  # fmt: skip
    paragraph(sheet, 110, 960, 1020, spans, "song", 38)
    sheet.text(1090, 1300, g.school, "song", 40, align="right", field="school")
    sheet.text(1090, 1390, show_date(g.issued, "digits"), "song", 38, align="right", field="issue_date", value=g.issued)
    round_seal(sheet, 900, 1330, g.school, rng)
    watermark(sheet, rng)
    return [sheet]
