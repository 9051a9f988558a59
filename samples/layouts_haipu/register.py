"""Registration forms of the national register, verification reports, recognitions from abroad, the form in a graduate's file."""

from __future__ import annotations

import random
from typing import Final

from models.geometry import Box
from samples.drawing import A4, Sheet, code_square, portrait, round_seal, signature
from samples.layouts_haipu.page import Facts, Item, column, finish, form, frame, new_sheet, stamp, write

FORM: Final = "chsi_registration_form"
REPORT: Final = "chsi_verification_report"
RECOGNITION: Final = "overseas_degree_recognition"
GRADUATE: Final = "graduate_registration_form"


def registration_columns(f: Facts, rng: random.Random) -> list[Sheet]:
    """Labels in grey above each value, two columns, photograph right, as the page prints it since 2022."""
    sheet = new_sheet(FORM, "registration.columns")
    sheet.text(140, 190, "教育部学历证书电子注册备案表", "microhei", 62)
    write(sheet, 140, 260, "更新日期：{~updated:padded}", f, "microhei", 28)
    sheet.line(140, 290, 1514, 290, 4, (30, 110, 170))
    portrait(sheet, 1260, 340, 180, rng)
    pairs = (
        ("姓名", "{name}", "性别", "{gender}"),
        ("出生日期", "{birth_date:padded}", "入学日期", "{start_date:padded}"),
        ("毕（结）业日期", "{end_date:padded}", "学历类别", "{programme_type}"),
        ("学习形式", "{~form}", "层次", "{level}"),
        ("学校名称", "{school}", "学制", "{~years}年"),
        ("专业", "{major}", "毕（结）业", "{conclusion}"),
        ("证书编号", "{certificate_number:fours}", "校（院）长姓名", "{~president}"),
    )
    for i, (left, first, right, second) in enumerate(pairs):
        y = 380 + 150 * i
        sheet.text(150, y, left, "microhei", 28, colour=(120, 120, 126))
        write(sheet, 150, y + 56, first, f, "microhei", 38)
        sheet.text(800, y, right, "microhei", 28, colour=(120, 120, 126))
        write(sheet, 800, y + 56, second, f, "microhei", 38)
    sheet.line(140, 1450, 1514, 1450, 2, (200, 200, 205))
    code_square(sheet, 150, 1500, 180, rng)
    write(sheet, 430, 1560, "在线验证码  {verification_code}", f, "microhei", 38)
    write(sheet, 430, 1640, "在线验证有效期至 {valid_until:padded}", f, "microhei", 34)
    notes = "注意事项：1、备案表依据高等学校学生学籍学历电子注册办法生成；2、内容如与证书不符，以毕业院校核实结果为准。"
    column(sheet, 150, 1850, 1350, notes, f, "microhei", 28, 1.7, 0)
    return [finish(sheet, rng)]


def registration_table(f: Facts, rng: random.Random) -> list[Sheet]:
    """The older ruled form: one column of labels, rows far from even."""
    sheet = new_sheet(FORM, "registration.table", (1654, 1900))
    sheet.text(827, 150, "教育部学历证书电子注册备案表", "song", 58, align="centre")
    write(sheet, 1530, 220, "更新日期 {~updated:dash}", f, "song", 28, "right")
    rows: list[tuple[float, list[str | Item]]] = [
        (96, ["姓 名", "{name}", Item("", 1, 4)]),
        (96, ["性 别", "{gender}"]),
        (96, ["出生日期", "{birth_date:padded}"]),
        (96, ["学校名称", "{school}"]),
        (96, ["专业 / 学制", Item("{major} / {~years}", 2)]),
        (96, ["层次 / 学历类别", Item("{level} / {programme_type}", 2)]),
        (96, ["入学日期", Item("{start_date:padded}", 2)]),
        (96, ["毕(结)业日期", Item("{end_date:padded}", 2)]),
        (96, ["毕(结)业", Item("{conclusion}", 2)]),
        (96, ["证书编号", Item("{certificate_number}", 2)]),
        (96, ["校(院)长", Item("{~president}", 2)]),
    ]
    form(sheet, 130, 260, [330, 754, 310], rows, f, "song", 34)
    portrait(sheet, 1260, 290, 220, rng)
    code_square(sheet, 1290, 1390, 220, rng)
    write(sheet, 140, 1440, "验证码：{verification_code:fours}", f, "song", 36)
    write(sheet, 140, 1520, "验证截止日期：{valid_until:dash}", f, "song", 34)
    write(sheet, 140, 1600, "制表单位：全国高等学校学生信息咨询与就业指导中心", f, "song", 30)
    return [finish(sheet, rng)]


def report_letter(f: Facts, rng: random.Random) -> list[Sheet]:
    """A verification report in sentences on a patterned ground."""
    face = f["face"] or "serif"
    sheet = new_sheet(REPORT, "report.letter", A4, (241, 247, 252))
    frame(sheet, 70, (120, 160, 200), 3, 10)
    sheet.text(827, 330, "中国高等教育学历认证报告", face, 74, align="centre")
    write(sheet, 1510, 190, "NO. {report_number}", f, face, 44, "right")
    body = (
        "{name}（{gender}，{birth_date:padded}出生，公民身份号码{id_number}）于{~start_date}考入{school}{major}专业"
        "{~form}学习，学历层次为{level}，{~end_date}{outcome}，毕业证书编号为{certificate_number}。"
    )
    y = column(sheet, 200, 520, 1254, body, f, face, 46, 2.0)
    y = column(sheet, 200, y + 120, 1254, "认证结论：{conclusion}。", f, face, 46, 2.0)
    portrait(sheet, 210, y + 130, 230, rng)
    code_square(sheet, 500, y + 200, 200, rng)
    sheet.text(1460, y + 330, "全国高等学校学生信息咨询与就业指导中心", face, 36, align="right")
    write(sheet, 1420, y + 410, "{~issued:padded}", f, face, 36, "right")
    round_seal(sheet, 1180, y + 330, "全国高等学校学生信息咨询与就业指导中心", rng, diameter=320)
    return [finish(sheet, rng)]


def recognition_sentences(f: Facts, rng: random.Random) -> list[Sheet]:
    """The recognition of 2023: number under the heading, sentences, code at the foot."""
    face = f["face"] or "serif"
    sheet = new_sheet(RECOGNITION, "recognition.sentences")
    frame(sheet, 90, (170, 140, 90), 4)
    sheet.text(827, 330, f["heading"], face, 78, align="centre")
    write(sheet, 827, 410, "认证书编号：{certificate_number}", f, face, 36, "centre")
    body = (
        "{name}，{~gender}，{birth_date}出生，持有{~country}{school}（{~english}）于{~end_date}颁发的"
        "{degree}学位证书，修读专业为{~major}，修读时间{~start_date}至{~end_date}。"
    )
    y = column(sheet, 210, 560, 1240, body, f, face, 46, 1.95)
    y = column(sheet, 210, y + 110, 1240, "经认证，{conclusion}。", f, face, 46, 1.95)
    sheet.text(1430, y + 330, "教育部留学服务中心", face, 46, align="right")
    write(sheet, 1430, y + 420, "{~issued:hanzi}", f, face, 42, "right")
    round_seal(sheet, 1220, y + 340, "教育部留学服务中心", rng, diameter=330, line="认证专用章")
    code_square(sheet, 220, 1950, 220, rng)
    return [finish(sheet, rng)]


def graduate_booklet(f: Facts, rng: random.Random) -> list[Sheet]:
    """Two pages of the form of 1999 with the archive's stamp."""
    first = new_sheet(GRADUATE, "graduate.booklet", (1654, 2000), (250, 246, 234))
    first.text(827, 160, "高等学校毕业生登记表", "mingti", 70, align="centre", spacing=8)
    rows: list[tuple[float, list[str | Item]]] = [
        (100, ["学校", Item("{school}", 2), "系科", Item("机械工程系", 2), Item("", 1, 4)]),
        (100, ["姓名", "{name}", "性别", "{gender}", "民族", "汉"]),
        (100, ["专业", Item("{major}", 2), "出生年月", Item("{birth_date:m-dots}", 2)]),
        (100, ["籍贯", "澜川海浦", "政治面貌", "团员", "婚否", "未"]),
        (100, ["入学时间", Item("{start_date}", 2), "毕业时间", Item("{end_date}", 3)]),
        (620, [Item("本人学历及社会经历", vertical=True), Item(f["history"], 6, align="left", top=True)]),
        (540, [Item("家庭主要成员", vertical=True), Item("父 务农；母 务农", 6, align="left", top=True)]),
    ]
    form(first, 100, 230, [200, 220, 180, 210, 180, 200, 264], rows, f, "mingti", 36, face="kai-gb")
    portrait(first, 1310, 250, 210, rng)
    second = new_sheet(GRADUATE, "graduate.booklet", (1654, 2000), (250, 246, 234))
    second.first = False
    rows = [
        (760, [Item("自我鉴定", vertical=True), Item(f["account"], align="left", top=True)]),
        (380, [Item("班组鉴定", vertical=True), Item("该生学习刻苦，团结同学，成绩良好。", align="left", top=True)]),
        (420, [Item("学校意见", vertical=True), Item("准予毕业，同意分配。", align="left", top=True)]),
    ]
    form(second, 100, 130, [140, 1334], rows, f, "mingti", 38, face="kai-gb")
    signature(second, 1150, 830, f["name"], rng, 60)
    round_seal(second, 1180, 1480, f["school"], rng, diameter=300)
    stamp(second, 220, 1770, ("本件与原件核对无异", "海浦市人才服务中心  2023.8.9"), 34)
    second.rect(Box(80, 110, 1574, 1740), 3)
    return [finish(first, rng), finish(second, rng)]
