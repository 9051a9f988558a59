"""What registers say about an education: CHSI's form and report, recognition of foreign degrees, the graduates' form."""

from __future__ import annotations

import random
from typing import Final

from models.geometry import Box
from samples.drawing import Sheet, Span, code_square, line, paragraph, portrait, round_seal
from samples.drawing import signature as signed
from samples.layouts_cangxi.record import Item, Record, dated, finish, grid, level_word, pairs, said, sheet_of
from samples.numbers import grouped, show_date

FORM: Final = "chsi_registration_form"
REPORT: Final = "chsi_verification_report"
ABROAD: Final = "overseas_degree_recognition"
CENTRE = "教育部学生服务与素质发展中心"
OFFICE = "全国高等学校学生信息咨询与就业指导中心"
PROGRAMMES = {"普通": "普通高等教育", "成人": "成人高等教育"}


def _form_values(r: Record) -> dict[str, tuple[str, str, str]]:
    """Printed text, field and value of each of the form's entries."""
    holder = r.holder
    return {
        "姓名": (holder.name, "name", holder.name),
        "性别": (holder.gender, "gender", holder.gender),
        "出生日期": (show_date(holder.birth, "padded"), "birth_date", holder.birth),
        "入学日期": (show_date(r["start"], "padded"), "start_date", r["start"]),
        "毕（结）业日期": (show_date(r["end"], "padded"), "end_date", r["end"]),
        "学校名称": (r["school"], "school", r["school"]),
        "专业": (r["major"], "major", r["major"]),
        "层次": (level_word(r["level"]), "level", r["level"]),
        "学历类别": (PROGRAMMES[r["programme"]], "programme_type", r["programme"]),
        "毕（结）业": (r["conclusion"], "conclusion", r["conclusion"]),
        "证书编号": (grouped(r["number"]), "certificate_number", r["number"]),
    }


def registration_list(r: Record, rng: random.Random) -> list[Sheet]:
    """Labels in a column with thin rules, the photo on the right."""
    sheet = sheet_of(FORM, "chsi_form.list", (1654, 1900))
    sheet.text(827, 170, "教育部学历证书电子注册备案表", "sans-light", 58, align="centre")
    line(sheet, 140, 250, [Span(f"更新日期：{show_date(r['updated'], 'padded')}")], "sans-light", 28)
    values, y = _form_values(r), 330.0
    order = [
        "姓名",
        "性别",
        "出生日期",
        "入学日期",
        "毕（结）业日期",
        "学校名称",
        "专业",
        "层次",
        "学历类别",
        "毕（结）业",
        "证书编号",
    ]
    for label in order:
        printed, name, value = values[label]
        sheet.text(150, y, label, "sans-light", 34, colour=(120, 120, 120))
        sheet.text(480, y, printed, "sans-light", 36, field=name, value=value)
        sheet.line(140, y + 26, 1120, y + 26, 1, (190, 190, 190))
        y += 82
    portrait(sheet, 1200, 320, 260, rng)
    sheet.text(150, y + 20, "在线验证码", "sans-light", 34, colour=(120, 120, 120))
    sheet.text(480, y + 20, r["code"], "sans-light", 36, field="verification_code")
    code_square(sheet, 1230, 820, 210, rng)
    line(sheet, 150, y + 120, [Span("在线验证有效期至 "), dated(r["until"], "valid_until", "padded")], "sans-light", 30)
    notes = (
        "1.备案表依据《高等学校学生学籍学历电子注册办法》提供。2.扫描二维码或登录学信网输入在线验证码，可核验本表内容。"
    )
    paragraph(sheet, 150, y + 200, 1350, [Span(notes)], "sans-light", 26, indent=0)
    sheet.text(1500, y + 330, CENTRE, "sans-light", 30, align="right")
    return [finish(sheet, rng)]


def registration_boxes(r: Record, rng: random.Random) -> list[Sheet]:
    """A ruled grid, two entries a row."""
    sheet = sheet_of(FORM, "chsi_form.boxes", (1654, 1500), (250, 252, 255))
    sheet.text(827, 140, "教育部学历证书电子注册备案表", "hei-bold", 54, align="centre")
    line(sheet, 120, 210, [Span("更新日期 " + show_date(r["updated"], "dash"))], "hei", 26)
    line(sheet, 980, 210, [Span("有效期至 "), dated(r["until"], "valid_until", "dash")], "hei", 26)
    v = _form_values(r)
    rows: list[tuple[float, list[Item]]] = [
        (84, ["姓名", v["姓名"], "性别", v["性别"]]),
        (84, ["出生日期", v["出生日期"], "学历类别", v["学历类别"]]),
        (84, ["入学日期", v["入学日期"], "毕（结）业日期", v["毕（结）业日期"]]),
        (84, ["学校名称", v["学校名称"], "层次", v["层次"]]),
        (84, ["专业", v["专业"], "毕（结）业", v["毕（结）业"]]),
    ]
    bottom = grid(sheet, 120, 250, [210, 400, 250, 300], rows, "hei", 30)
    portrait(sheet, 1310, 262, 220, rng)
    line(sheet, 130, bottom + 80, [Span("证书编号　"), said(*v["证书编号"])], "hei", 34)
    line(
        sheet,
        130,
        bottom + 150,
        [Span("在线验证码　"), said(grouped(r["code"]), "verification_code", r["code"])],
        "hei",
        34,
    )
    code_square(sheet, 1300, bottom + 60, 200, rng)
    sheet.text(130, bottom + 260, "本表内容以学信网在线查验结果为准。", "hei", 28)
    sheet.text(130, bottom + 320, CENTRE, "hei", 30)
    return [finish(sheet, rng)]


def report_sentence(r: Record, rng: random.Random) -> list[Sheet]:
    """The older report: one sentence, a seal."""
    sheet = sheet_of(REPORT, "chsi_report.sentence", (1654, 1500), (240, 247, 252))
    line(sheet, 1180, 130, [Span("报告编号："), said(r["report"], "report_number")], "serif-medium", 30)
    sheet.text(827, 260, "中国高等教育学历认证报告", "serif-black", 62, align="centre", spacing=6)
    holder = r.holder
    spans = [
        Span("经核查，"), said(holder.name, "name"), Span("（公民身份号码"), said(holder.number, "id_number"), Span("，"),
        said(holder.gender, "gender"), Span("，"), dated(holder.birth, "birth_date"), Span("出生）所持"),
        said(r["school"], "school"), said(r["major"], "major"), Span("专业"), said(level_word(r["level"]), "level", r["level"]),
        Span("毕业证书（证书编号："), said(r["number"], "certificate_number"), Span("），"),
        said("与学校提供的学籍档案记载内容一致，该学历属实", "conclusion"), Span("。"),
    ]  # fmt: skip
    paragraph(sheet, 190, 430, 1270, spans, "serif-medium", 42, leading=2.0)
    sheet.text(1420, 1020, OFFICE, "serif-medium", 36, align="right")
    sheet.text(1380, 1100, show_date(r["issued"]), "serif-medium", 36, align="right")
    round_seal(sheet, 1160, 1050, OFFICE, rng, diameter=300)
    sheet.text(190, 1320, "注：本报告供用人单位核对学历时使用，涂改无效。", "serif-medium", 28)
    return [finish(sheet, rng)]


def report_table(r: Record, rng: random.Random) -> list[Sheet]:
    """Entries in a table, the result below."""
    sheet = sheet_of(REPORT, "chsi_report.table", (1654, 1600))
    sheet.text(827, 170, "中国高等教育学历认证报告", "cns-sung", 60, align="centre")
    line(sheet, 130, 250, [Span("编号 "), said(r["report"], "report_number")], "cns-sung", 30)
    holder = r.holder
    rows: list[tuple[float, list[Item]]] = [
        (90, ["姓　名", (holder.name, "name"), "性　别", (holder.gender, "gender")]),
        (
            90,
            [
                "出生日期",
                (show_date(holder.birth, "dots"), "birth_date", holder.birth),
                "层　次",
                (level_word(r["level"]), "level", r["level"]),
            ],
        ),
        (90, ["证件号码", (holder.number, "id_number"), "证书种类", "普通高等教育毕业证书"]),
        (90, ["毕业院校", (r["school"], "school"), "专　业", (r["major"], "major")]),
        (90, ["证书编号", (r["number"], "certificate_number"), "毕业日期", show_date(r["end"], "dots")]),
    ]
    bottom = grid(sheet, 120, 290, [190, 520, 190, 514], rows, "cns-sung", 34)
    spans = [Span("认证结论：经与原毕业学校核实，"), said("上述证书内容真实，予以认证", "conclusion"), Span("。")]
    paragraph(sheet, 130, bottom + 110, 1390, spans, "cns-sung", 40, indent=0)
    sheet.text(1450, bottom + 360, OFFICE, "cns-sung", 36, align="right")
    sheet.text(1400, bottom + 440, show_date(r["issued"]), "cns-sung", 36, align="right")
    round_seal(sheet, 1210, bottom + 380, OFFICE, rng, diameter=300)
    return [finish(sheet, rng)]


def recognition_letter(r: Record, rng: random.Random) -> list[Sheet]:
    """Of a foreign degree: a letter."""
    sheet = sheet_of(ABROAD, "overseas.letter", (1654, 1800), (252, 252, 247))
    sheet.rect(Box(50, 50, 1604, 1750), 2, (150, 130, 90))
    sheet.text(827, 230, "国外学历学位认证书", "serif-black", 72, align="centre", spacing=8)
    line(sheet, 860, 330, [Span("认证书编号："), said(r["number"], "certificate_number")], "serif-medium", 32)
    holder = r.holder
    spans = [
        said(holder.name, "name"), Span("，中国国籍，"), dated(holder.birth, "birth_date"), Span("出生。该生于"),
        Span(f"{show_date(r['start'])}至{show_date(r['end'])}"), Span(f"在{r['country']}"), said(r["school"], "school"),
        Span(f"（{r['english']}）学习，{show_date(r['end'])}获得该校颁发的"), said(r["degree"], "degree"),
        Span(f"学位证书，所学专业为{r['major']}。"),
    ]  # fmt: skip
    y = paragraph(sheet, 180, 480, 1290, spans, "serif-medium", 42, leading=1.9)
    spans = [Span("经核查，"), said(r["conclusion"], "conclusion"), Span("。")]
    paragraph(sheet, 180, y + 110, 1290, spans, "serif-medium", 42, leading=1.9)
    sheet.text(1440, 1380, "教育部留学服务中心", "serif-medium", 42, align="right")
    sheet.text(1420, 1470, show_date(r["issued"]), "serif-medium", 38, align="right")
    round_seal(sheet, 1230, 1400, "教育部留学服务中心", rng, diameter=300, line="认证专用章")
    code_square(sheet, 190, 1350, 200, rng)
    return [finish(sheet, rng)]


def recognition_fields(r: Record, rng: random.Random) -> list[Sheet]:
    """Of a degree from Hong Kong, Macao or Taiwan, as an electronic paper with labels."""
    sheet = sheet_of(ABROAD, "overseas.fields", (1654, 1700))
    sheet.rect(Box(0, 0, 1654, 40), 1, (30, 80, 150), (30, 80, 150))
    sheet.text(827, 190, "港澳台学历学位认证书（电子版）", "sans-black", 58, align="centre")
    holder = r.holder
    items = [
        ("认证书编号", r["number"], "certificate_number", ""),
        ("姓名", holder.name, "name", ""),
        ("出生日期", show_date(holder.birth, "dash"), "birth_date", holder.birth),
        ("颁授院校", r["school"], "school", ""),
        ("院校所在地", r["country"], "", ""),
        ("所获学位", r["degree"], "degree", ""),
        ("专业名称", r["major"], "", ""),
        ("就读起止", f"{show_date(r['start'], 'dash')} 至 {show_date(r['end'], 'dash')}", "", ""),
    ]
    y = pairs(sheet, 180, 330, 88, items, "sans-light", 38, width=330, colon="")
    sheet.line(170, y - 30, 1480, y - 30, 2, (160, 160, 160))
    spans = [Span("认证意见："), said(r["conclusion"], "conclusion"), Span("。")]
    paragraph(sheet, 180, y + 50, 1290, spans, "sans-light", 38, indent=0, leading=1.7)
    sheet.text(180, 1440, "教育部留学服务中心", "sans-light", 38)
    sheet.text(180, 1510, show_date(r["issued"], "dash"), "sans-light", 36)
    round_seal(sheet, 420, 1450, "教育部留学服务中心", rng, diameter=280)
    code_square(sheet, 1240, 1350, 220, rng)
    return [finish(sheet, rng)]


def graduates_booklet(r: Record, rng: random.Random) -> list[Sheet]:
    """The graduates' form as a booklet: a cover and a page of entries, filled in by hand."""
    cover = sheet_of("graduate_registration_form", "graduates.booklet", (1165, 1500), (244, 236, 214))
    cover.text(582, 380, "高等学校", "cns-sung", 70, align="centre", spacing=30)
    cover.text(582, 500, "毕业生登记表", "cns-sung", 92, align="centre", spacing=16)
    holder = r.holder
    items = [
        ("学　校", r["school"], "school", ""),
        ("专　业", r["major"], "major", ""),
        ("姓　名", holder.name, "name", ""),
    ]
    pairs(cover, 220, 820, 120, items, "cns-sung", 44, colon="　", under="line", value_role="wenkai")
    cover.text(582, 1380, "沧西省教育委员会印制", "cns-sung", 34, align="centre")
    finish(cover, rng)
    inner = sheet_of("graduate_registration_form", "graduates.booklet", (1165, 1500), (246, 240, 222), first=False)
    rows: list[tuple[float, list[Item]]] = [
        (
            90,
            [
                "性别",
                (holder.gender, "gender"),
                "出生年月",
                (show_date(holder.birth[:7], "dots"), "birth_date", holder.birth[:7]),
            ],
        ),
        (
            90,
            [
                "入学时间",
                (show_date(r["start"], "dots"), "start_date", r["start"]),
                "毕业时间",
                (show_date(r["end"], "dots"), "end_date", r["end"]),
            ],
        ),
        (90, ["籍　贯", "沧西梧川", "政治面貌", "共青团员"]),
    ]
    y = grid(inner, 90, 110, [190, 320, 190, 290], rows, "wenkai", 38)
    inner.rect(Box(90, y, 1080, y + 560), 2)
    inner.text(110, y + 60, "自我鉴定", "cns-sung", 36)
    text = "在校四年，我努力学习各门功课，参加了金工实习、生产实习和毕业设计，担任班级宣传委员。愿到生产第一线工作，虚心向工人师傅学习。"
    paragraph(inner, 130, y + 130, 900, [Span(text)], "wenkai", 38, leading=1.7)
    signed(inner, 800, y + 520, holder.name, rng, 56)
    inner.rect(Box(90, y + 560, 1080, y + 960), 2)
    inner.text(110, y + 620, "学校意见：准予毕业，表内情况属实。", "cns-sung", 36)
    inner.text(760, y + 900, show_date(r["end"] + "-05"), "cns-sung", 34)
    round_seal(inner, 780, y + 780, r["school"], rng, diameter=270)
    return [cover, finish(inner, rng)]


def graduates_page(r: Record, rng: random.Random) -> list[Sheet]:
    """One page copied from the personnel file, with the keeper's stamp."""
    sheet = sheet_of("graduate_registration_form", "graduates.page", (1654, 2000), (243, 243, 240))
    sheet.text(827, 150, "普通高等学校毕业生登记表", "cns-kai", 64, align="centre")
    holder = r.holder
    rows: list[tuple[float, list[Item]]] = [
        (
            90,
            [
                "姓名",
                (holder.name, "name"),
                "性别",
                (holder.gender, "gender"),
                "出生年月日",
                (show_date(holder.birth, "dots"), "birth_date", holder.birth),
            ],
        ),
        (90, ["毕业学校", (r["school"], "school"), "专业", (r["major"], "major"), "学制", "三年"]),
        (
            90,
            [
                "何时入学",
                (show_date(r["start"]), "start_date", r["start"]),
                "何时毕业",
                (show_date(r["end"]), "end_date", r["end"]),
                "民族",
                "汉",
            ],
        ),
    ]
    y = grid(sheet, 100, 220, [160, 330, 160, 340, 220, 244], rows, "cns-kai", 34)
    for title, text in (
        ("家庭成员", "父　务农　　母　务农"),
        ("毕业实践", "在县农机修造厂实习六周，完成减速箱零件工艺设计。"),
        ("自我鉴定", "思想上积极要求进步，学习态度端正，动手能力较强，愿意服从分配。"),
        ("学校鉴定", "该生遵守纪律，学习认真，同意毕业。"),
    ):
        sheet.rect(Box(100, y, 320, y + 250), 2)
        sheet.rect(Box(320, y, 1554, y + 250), 2)
        sheet.text(210, y + 140, title, "cns-kai", 36, align="centre")
        paragraph(sheet, 350, y + 80, 1150, [Span(text)], "wenkai", 38)
        y += 250
    signed(sheet, 1180, y - 290, holder.name, rng, 54)
    round_seal(sheet, 1300, y - 110, r["school"], rng, diameter=260)
    sheet.text(130, y + 120, "此件与档案原件相符　查档人：梁谨　2023年8月1日", "hei", 30, colour=(60, 60, 160))
    round_seal(sheet, 620, y + 130, "梧川市人才交流服务中心", rng, diameter=250, line="档案专用章")
    return [finish(sheet, rng)]
