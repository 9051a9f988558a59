"""Graduation certificates as five sorts of schools print them."""

from __future__ import annotations

import random
from typing import Final

from samples.drawing import Sheet, embossed_seal, name_seal, portrait, round_seal, signature
from samples.layouts_haipu.page import HALF_LYING, LYING, Facts, column, finish, frame, new_sheet, write

KIND: Final = "graduation_certificate"
ENDINGS = {"毕业": "考核合格，准予{conclusion}。", "结业": "有两门课程未取得学分，准予{conclusion}。"}


def upright_page(f: Facts, rng: random.Random) -> list[Sheet]:
    """A school's own design since 2020: an upright page, the photograph in the middle, the number under it."""
    sheet = new_sheet(KIND, "graduation.upright_page", (1165, 1654), (252, 250, 244))
    frame(sheet, 46, (150, 120, 60), 3, 12)
    write(sheet, 582, 170, "{programme_type}", f, "cns-sung", 34, "centre")
    sheet.text(582, 280, f["conclusion"] + "证书", "cns-kai", 92, align="centre", spacing=24)
    portrait(sheet, 482, 330, 200, rng)
    write(sheet, 582, 660, "编号 No. {certificate_number}", f, "cns-sung", 30, "centre")
    body = (
        "{name}，{gender}，{birth_date}出生，于{start_date}入学，{end_date}完成我校{major}专业{~years}年制{level}"
        "培养方案规定的全部环节，" + ENDINGS[f["conclusion"]]
    )
    y = column(sheet, 130, 780, 905, body, f, "cns-kai", 42, 1.75)
    write(sheet, 1020, y + 170, "{school}", f, "cns-kai", 50, "right")
    signature(sheet, 180, y + 190, f["president"], rng, 54)
    sheet.text(170, y + 240, "校长", "cns-sung", 30)
    write(sheet, 1020, y + 260, "{issue_date:hanzi}", f, "cns-kai", 38, "right")
    round_seal(sheet, 820, y + 190, f["school"], rng, diameter=270)
    return [finish(sheet, rng)]


def two_tongues(f: Facts, rng: random.Random) -> list[Sheet]:
    """A lying page, Chinese on the left, English on the right."""
    sheet = new_sheet(KIND, "graduation.two_tongues", LYING, (250, 251, 253))
    frame(sheet, 60, (40, 70, 130), 6)
    sheet.line(1170, 130, 1170, 1520, 2, (150, 160, 180))
    sheet.text(610, 250, f["conclusion"] + "证书", "mingti", 104, align="centre", spacing=34)
    write(sheet, 610, 340, "（{programme_type}）", f, "mingti", 40, "centre")
    body = (
        "学生 {_name} ，性别 {_gender} ，{_birth_date} 生。{_start_date} 至 {_end_date} 在{school} {_major} 专业修业，学制"
        "{~years}年，层次{level}。已修满规定学分，" + ENDINGS[f["conclusion"]]
    )
    column(sheet, 150, 480, 930, body, f, "mingti", 46, 2.0)
    write(sheet, 150, 1240, "校长：{~president}", f, "mingti", 42)
    write(sheet, 150, 1330, "颁证日期：{issue_date:padded}", f, "mingti", 42)
    write(sheet, 150, 1420, "证书注册号：{certificate_number:fours}", f, "mingti", 42)
    round_seal(sheet, 880, 1270, f["school"], rng, diameter=330)
    sheet.text(1740, 250, "GRADUATION CERTIFICATE", "droid", 58, align="centre")
    english = (
        "This is to certify that the above-named student, having completed all the courses prescribed by the programme and"
        " met the requirements of the University, is hereby granted graduation. Enquiries may be addressed to the Registrar"
        " with the registration number of this certificate."
    )
    column(sheet, 1260, 400, 920, english, f, "droid", 40, 1.7)
    portrait(sheet, 1600, 900, 270, rng)
    sheet.text(1740, 1400, "President", "droid", 40, align="centre")
    return [finish(sheet, rng)]


def typed_blanks(f: Facts, rng: random.Random) -> list[Sheet]:
    """A printed form whose blanks a printer filled in another face, off the line a little."""
    sheet = new_sheet(KIND, "graduation.typed_blanks", HALF_LYING, (253, 247, 240))
    frame(sheet, 40, (176, 60, 50), 5)
    write(sheet, 827, 130, "{programme_type}", f, "serif-medium", 38, "centre")
    sheet.text(827, 240, f["conclusion"] + "证书", "serif-black", 84, align="centre", spacing=40)
    portrait(sheet, 120, 320, 220, rng)
    embossed_seal(sheet, 320, 600, f["school"], rng, diameter=210)
    rows = (
        "学生  {_name}    性别 {_gender}    {_birth_date:dots} 生，于",
        "{_start_date:dots} 至 {_end_date:dots} 在本校  {_major}  专业",
        "{~_years} 年制 {_level} 学习，学完教学计划规定的全部课程，",
        ENDINGS[f["conclusion"]],
    )
    for i, row in enumerate(rows):
        write(sheet, 420, 390 + 92 * i, row, f, "fangsong", 38)
    write(sheet, 420, 830, "校 名：{school}", f, "serif-medium", 40)
    sheet.text(420, 920, "校（院）长：", "serif-medium", 40)
    name_seal(sheet, 660, 860, f["president"], rng, 100)
    write(sheet, 120, 1060, "电子注册号  {certificate_number}", f, "serif-medium", 32)
    write(sheet, 1530, 1060, "{issue_date:spaced}", f, "serif-medium", 36, "right")
    round_seal(sheet, 1250, 930, f["school"], rng, diameter=290)
    return [finish(sheet, rng)]


def full_characters(f: Facts, rng: random.Random) -> list[Sheet]:
    """A certificate of the nineties in full characters, age and home county instead of a date of birth."""
    sheet = new_sheet(KIND, "graduation.full_characters", (1654, 1250), (249, 240, 218))
    frame(sheet, 50, (120, 30, 30), 8)
    sheet.text(827, 230, "畢業證書", "mingti", 110, align="centre", spacing=50)
    write(sheet, 1560, 120, "畢字第 {certificate_number} 號", f, "mingti", 32, "right")
    body = (
        "學生 {name} ，{gender}，係瀾川省海浦縣人，現年二十二歲，於{start_date:circle}至{end_date:circle}在本校"
        "{major}專業{~years}年制{level}學習期滿，修完教學計劃規定的全部課程，成績及格，准予{conclusion}。此證"
    )
    column(sheet, 430, 370, 1090, body, f, "mingti", 48, 1.9)
    portrait(sheet, 130, 380, 230, rng)
    write(sheet, 470, 1000, "{school}", f, "mingti", 54)
    write(sheet, 1000, 1000, "校長  {~president}", f, "mingti", 44)
    write(sheet, 900, 1120, "{issue_date:circle}", f, "mingti", 42)
    round_seal(sheet, 700, 1010, f["school_now"] or f["school"], rng, diameter=300)
    return [finish(sheet, rng)]


def adult(f: Facts, rng: random.Random) -> list[Sheet]:
    """Adult education: particulars in a ruled strip above a short sentence."""
    sheet = new_sheet(KIND, "graduation.adult", LYING, (247, 252, 246))
    frame(sheet, 70, (60, 120, 80), 4, 16)
    write(sheet, 1500, 260, "{programme_type}", f, "wenkai", 60, "centre")
    sheet.text(1500, 390, "毕 业 证 书", "sans-black", 100, align="centre")
    portrait(sheet, 300, 220, 300, rng)
    embossed_seal(sheet, 590, 600, f["school"], rng, diameter=280)
    for i, row in enumerate(
        (
            "证书编号：{certificate_number}",
            "批准文号：澜教成〔2006〕9号",
            "学习形式：{~form}",
            "查询网址：heyan.invalid",
        )
    ):
        write(sheet, 180, 880 + 90 * i, row, f, "wenkai", 40)
    body = (
        "学生{name}，性别{gender}，{birth_date:hanzi}生，于{start_date:hanzi}至{end_date:hanzi}在本校{major}专业"
        "{~form}专科起点{~years}年制{level}学习，修完教学计划规定的全部课程，成绩合格，准予{conclusion}。"
    )
    column(sheet, 960, 530, 1130, body, f, "wenkai", 50, 1.9)
    write(sheet, 960, 1250, "学校：{school}", f, "wenkai", 50)
    write(sheet, 960, 1350, "校长：{~president}", f, "wenkai", 50)
    write(sheet, 2130, 1450, "{issue_date:hanzi}", f, "wenkai", 46, "right")
    round_seal(sheet, 1820, 1330, f["school"], rng, diameter=330)
    return [finish(sheet, rng)]


def self_taught(f: Facts, rng: random.Random) -> list[Sheet]:
    """The examination for the self-taught: no beginning, no term, two seals."""
    sheet = new_sheet(KIND, "graduation.self_taught", (1500, 1100), (250, 246, 250))
    write(sheet, 750, 140, "{programme_type}", f, "kai", 52, "centre")
    sheet.text(750, 250, "毕业证书", "serif-bold", 88, align="centre", spacing=40)
    portrait(sheet, 110, 330, 210, rng)
    body = (
        "考生{name}（性别：{gender}，{birth_date}出生，身份证号{~id_number}）参加{major}专业{level}自学考试，"
        "全部课程成绩合格，毕业鉴定符合要求，准予{conclusion}。"
    )
    column(sheet, 400, 390, 980, body, f, "kai", 42, 1.9)
    write(sheet, 110, 820, "主考学校：{school}", f, "kai", 40)
    sheet.text(820, 820, "澜川省高等教育自学考试委员会", "kai", 40)
    write(sheet, 110, 1010, "毕业证书编号 {certificate_number}", f, "kai", 36)
    write(sheet, 1380, 1010, "{issue_date:hanzi}", f, "kai", 38, "right")
    round_seal(sheet, 420, 850, f["school"], rng, diameter=250)
    round_seal(sheet, 1120, 860, "澜川省高等教育自学考试委员会", rng, diameter=260)
    return [finish(sheet, rng)]
