"""What the register says of a graduation: prints of the national register, a verification report, the old personal form."""

from __future__ import annotations

import random
from typing import Final

from models.geometry import Box
from samples.drawing import Sheet
from samples.layouts_jichuan.board import Board, Row, Told
from samples.layouts_jichuan.ruled import Slot
from samples.layouts_jichuan.stamps import archive, company

PRINT: Final = "chsi_registration_form"
REPORT: Final = "chsi_verification_report"
PERSONAL: Final = "graduate_registration_form"
CENTRE = "全国高等学校学生信息咨询与就业指导中心"
TEAL = (0, 128, 116)


def official(t: Told, rng: random.Random) -> list[Sheet]:
    """As the site prints it: grey labels over shaded rows, photograph right, code and square in a box below."""
    b = Board(PRINT, "register.official", t, rng, "microhei", (1654, 1900), fill="microhei", ink=(96, 100, 104))
    b.put(110, 170, "教育部学历证书电子注册备案表", 62, role="zenhei", colour=(30, 30, 30))
    b.put(110, 240, "更新日期：{~updated:padded}", 28)
    pairs = (
        ("姓名", "{name}", "性别", "{gender}"), ("出生日期", "{birth_date:padded}", "入学日期", "{start_date:padded}"),
        ("毕（结）业日期", "{end_date:padded}", "学校名称", "{school}"), ("专业", "{major}", "学制", "{~years} 年"),
        ("层次", "{level}", "学历类别", "{programme_type}"), ("学习形式", "{~form}", "毕（结）业", "{conclusion}"),
    )  # fmt: skip
    y = 340.0
    for i, (left, one, right, two) in enumerate(pairs):
        if i % 2 == 0:
            b.sheet.rect(Box(90, y - 62, 1564, y + 32), 1, (240, 246, 245), (240, 246, 245))
        for x, label, value in ((120, left, one), (720, right, two)):
            b.put(x, y, label, 28)
            b.put(x + 220, y, value, 33)
        y += 94
    b.photo(1300, 290, 230)
    b.put(120, y + 6, "证书编号", 28)
    b.put(340, y + 6, "{certificate_number:groups}", 33)
    b.put(1000, y + 6, "校（院）长姓名", 28)
    b.put(1240, y + 6, "{~president}", 33)
    b.sheet.rect(Box(90, y + 80, 1564, y + 430), 2, TEAL)
    b.put(130, y + 170, "在线验证码", 32)
    b.put(330, y + 170, "{verification_code}", 40)
    b.put(130, y + 260, "在线验证有效期至 {valid_until:padded}", 32)
    b.put(130, y + 350, "请通过学信网在线验证系统或扫描右侧二维码核验。", 28)
    b.code(1290, y + 130, 250)
    notes = (
        "注意事项：",
        "1．本表依据高等教育学历证书电子注册制度生成，内容与注册信息一致。",
        "2．本表在有效期内可在线验证，过期后由持有人重新申请。",
    )
    for i, note in enumerate(notes):
        b.put(100, y + 520 + 56 * i, note, 27)
    return [b.done()]


def screen(t: Told, rng: random.Random) -> list[Sheet]:
    """As the telephone shows it: one entry a line, the value at the right."""
    b = Board(PRINT, "register.screen", t, rng, "hei", (1180, 2140), (246, 247, 249), ink=(130, 134, 140))
    b.band(0, 150, TEAL)
    b.put(590, 100, "教育部学历证书电子注册备案表", 46, "centre", colour=(255, 255, 255))
    b.photo(90, 190, 170)
    b.put(310, 270, "{name}", 52)
    b.put(310, 350, "{gender}　{birth_date:padded}", 34)
    pairs = (
        ("学校名称", "{school}"), ("专业", "{major}"), ("层次", "{level}"), ("学历类别", "{programme_type}"),
        ("学习形式", "{~form}"), ("学制", "{~years}年"), ("入学日期", "{start_date:padded}"),
        ("毕（结）业日期", "{end_date:padded}"), ("毕（结）业", "{conclusion}"),
        ("证书编号", "{certificate_number}"), ("校（院）长姓名", "{~president}"),
        ("在线验证码", "{verification_code}"), ("在线验证有效期至", "{valid_until:padded}"),
    )  # fmt: skip
    b.sheet.rect(Box(40, 470, 1140, 500 + 96 * len(pairs)), 1, (255, 255, 255), (255, 255, 255))
    for i, (label, value) in enumerate(pairs):
        b.put(80, 545 + 96 * i, label, 34)
        b.put(1100, 545 + 96 * i, value, 34, "right")
        b.sheet.line(80, 575 + 96 * i, 1100, 575 + 96 * i, 1, (226, 228, 232))
    b.code(490, 540 + 96 * len(pairs), 210)
    b.put(590, 2110, "更新日期 {~updated:padded}", 28, "centre")
    return [b.done()]


def report(t: Told, rng: random.Random) -> list[Sheet]:
    """A verification report: a table without outer frame, what was found below it."""
    b = Board(REPORT, "report.table", t, rng, "song", (1654, 2100), (243, 247, 252), fill="serif")
    b.put(827, 230, "中国高等教育学历认证报告", 68, "centre", role="serif-bold")
    b.put(1500, 310, "报告编号：{report_number}", 34, "right", colour=(190, 40, 40))
    rows: list[Row] = [
        (92, ["姓名", "{name}", "性别", "{gender}"]),
        (92, ["出生日期", "{birth_date:padded}", "身份证号", "{id_number}"]),
        (92, ["毕业院校", Slot("{school}", 3)]),
        (92, ["所学专业", "{major}", "学历层次", "{level}"]),
        (92, ["学习形式", "{~form}", "修业年限", "{~years}年"]),
        (92, ["入学时间", "{~start:padded}", "毕业时间", "{~end:padded}"]),
        (92, ["证书编号", Slot("{certificate_number}", 3)]),
    ]
    y = b.grid(130, 370, [190, 470, 190, 544], rows, 33)
    b.put(130, y + 110, "认证结论：", 38, role="hei-bold")
    y = b.prose(130, y + 190, 1394, "{conclusion}。", 40, 1.8)
    b.put(1500, y + 210, CENTRE, 38, "right")
    b.put(1500, y + 300, "{~dated}", 36, "right")
    company(b, 1180, y + 240, CENTRE, 350)
    b.code(150, y + 170, 220)
    return [b.done()]


def personal(t: Told, rng: random.Random) -> list[Sheet]:
    """Two pages of the booklet that the personnel file keeps, filled in by hand; the archive's stamp on the second."""
    pen = (24, 34, 84)
    b = Board(PERSONAL, "graduate.booklet", t, rng, "song", (1420, 1900), (246, 240, 224), fill="wenkai", fill_ink=pen)
    b.put(710, 190, "普通高等学校毕业生登记表", 62, "centre", role="serif-bold")
    b.put(150, 290, "学校（盖章）　{school}", 36)
    rows: list[Row] = [
        (96, ["姓　名", "{name}", "性　别", "{gender}", Slot("", 1, 3)]),
        (96, ["曾用名", "{=无}", "民　族", "{=汉}"]),
        (96, ["出生年月", "{birth_date:digits_m}", "籍　贯", "{=桉南槐泽}"]),
        (96, ["所学专业", Slot("{major}", 2), "学　制", "{=三年}"]),
        (96, ["入学时间", Slot("{start_date}", 2), "毕业时间", "{end_date}"]),
        (96, ["政治面貌", "{=团员}", "健康状况", Slot("{=良好}", 2)]),
        (300, [Slot("学习和社会经历", 1), Slot("{~history}", 4, align="left", top=True)]),
        (260, [Slot("在校期间奖惩情况", 1), Slot("{~honours}", 4, align="left", top=True)]),
    ]
    b.grid(110, 340, [230, 250, 200, 200, 320], rows, 33)
    b.photo(1030, 350, 190)
    c = Board(
        PERSONAL, "graduate.booklet", t, rng, "song", (1420, 1900), (246, 240, 224), fill="wenkai", fill_ink=pen, following=True,
    )  # fmt: skip
    c.put(140, 190, "自　我　鉴　定", 46, role="serif-bold")
    y = c.prose(140, 290, 1140, "{~account}", 36, 1.9)
    c.put(760, y + 110, "本人签名：", 34)
    c.sign(940, y + 120, t["name"], 60)
    c.put(140, y + 230, "系意见：{=同意毕业。}　　　　{~dated}", 36)
    c.put(140, y + 360, "学校意见：{=准予毕业，同意分配。}", 36)
    c.put(700, y + 500, "{~dated}", 36)
    company(c, 560, y + 450, t["school"], 300)
    archive(c, 800, 1310, ("复印件与原件核对一致", "霁川市人才档案服务中心", "2023.08.09"))
    return [b.done(), c.done()]
