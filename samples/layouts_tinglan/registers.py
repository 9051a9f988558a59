"""What registers say of schooling: the national register's print in three shapes, a verification report, the old booklet."""

from __future__ import annotations

import random
from typing import Final

from samples.drawing import Sheet
from samples.layouts_jichuan.board import Row, Told
from samples.layouts_jichuan.ruled import Slot
from samples.layouts_jichuan.stamps import archive, company
from samples.layouts_tinglan.panel import GREY, Panel

PRINT: Final = "chsi_registration_form"
REPORT: Final = "chsi_verification_report"
BOOKLET: Final = "graduate_registration_form"
CENTRE = "全国高等学校学生信息咨询与就业指导中心"
BLUE = (24, 92, 160)


def gridded(t: Told, rng: random.Random) -> list[Sheet]:
    """A ruled table of four columns, the photograph in a merged cell, dates with dashes."""
    b = Panel(PRINT, "register.gridded", t, rng, "song", (1654, 1780), fill="hei")
    b.put(827, 170, "教育部学历证书电子注册备案表", 60, "centre", role="hei-bold")
    b.put(1540, 250, "更新日期：{~updated:dash}", 28, "right")
    rows: list[Row] = [
        (82, ["姓名", "{name}", "性别", "{gender}", Slot("", 1, 4)]),
        (82, ["出生日期", "{birth_date:dash}", "学制", "{~years}"]),
        (82, ["入学日期", "{start_date:dash}", "毕（结）业日期", "{end_date:dash}"]),
        (82, ["学历类别", "{programme_type}", "学习形式", "{~form}"]),
        (82, ["学校名称", Slot("{school}", 2), "层次", "{level}"]),
        (82, ["专业", Slot("{major}", 2), "毕（结）业", "{conclusion}"]),
        (82, ["证书编号", Slot("{certificate_number:groups}", 2), "校（院）长姓名", "{~president}"]),
    ]
    y = b.grid(110, 280, [190, 380, 230, 330, 304], rows, 31)
    b.photo(1290, 300, 210)
    b.put(110, y + 110, "在线验证码　{verification_code:groups}", 40)
    b.put(110, y + 190, "在线验证有效期至　{valid_until:dash}", 32)
    b.code(1320, y + 60, 220)
    for i, note in enumerate(
        (
            "声明：",
            "一、报告内容如有修改，请以最新在线验证的内容为准。",
            "二、未经学历信息权属人同意，不得将本报告用于违背权属人意愿之用途。",
            "三、验证网址：https://www.chsi.com.cn/xlcx/bgys.jsp",
        )
    ):
        b.put(110, y + 370 + 54 * i, note, 27)
    b.put(827, 1700, "教育部学生服务与素质发展中心", 30, "centre")
    return [b.done()]


def labels_above(t: Told, rng: random.Random) -> list[Sheet]:
    """Three columns of small grey labels over the values; the code in a bar at the foot."""
    b = Panel(PRINT, "register.above", t, rng, "sans-medium", (1654, 1640), (252, 253, 255), fill="hei")
    b.shade(0, 0, 1654, 130, BLUE)
    b.put(80, 85, "学历证书电子注册备案表", 48, colour=(255, 255, 255), role="hei-bold")
    b.put(1574, 85, "教育部", 40, "right", colour=(255, 255, 255), role="hei-bold")
    b.photo(1330, 190, 220)
    lines = (
        (("姓名", "{name}"), ("性别", "{gender}"), ("出生日期", "{birth_date:padded}")),
        (("入学日期", "{start_date:padded}"), ("毕（结）业日期", "{end_date:padded}"), ("学制", "{~years} 年")),
        (("层次", "{level}"), ("学历类别", "{programme_type}"), ("学习形式", "{~form}")),
        (("毕（结）业", "{conclusion}"), ("校（院）长姓名", "{~president}"), ("更新日期", "{~updated:padded}")),
    )
    for i, line in enumerate(lines):
        for j, (label, value) in enumerate(line):
            b.above(90 + 410 * j, 290 + 140 * i, label, value, 34)
    b.above(90, 850, "学校名称", "{school}", 36)
    b.above(800, 850, "专业", "{major}", 36)
    b.above(90, 990, "证书编号", "{certificate_number}", 38)
    b.shade(60, 1080, 1594, 1330, (232, 240, 250))
    b.above(110, 1210, "在线验证码", "{verification_code}", 44)
    b.put(110, 1285, "验证有效期至 {valid_until:padded}", 28)
    b.code(1370, 1100, 210)
    b.put(90, 1430, "使用说明：扫描二维码或登录学信网输入验证码，可核对本表内容。", 27, colour=GREY)
    b.put(90, 1490, "本表由学历信息权属人自行申请，遗失可重新下载。", 27, colour=GREY)
    return [b.done()]


def stacked(t: Told, rng: random.Random) -> list[Sheet]:
    """Printed from the telephone: label and value on one line with a colon, square on top."""
    b = Panel(PRINT, "register.stacked", t, rng, "microhei", (1240, 2000), fill="microhei")
    b.put(620, 130, "教育部学历证书电子注册备案表", 48, "centre", role="zenhei")
    b.code(90, 190, 240)
    b.photo(920, 190, 180)
    b.put(370, 260, "在线验证码：", 32)
    b.put(370, 320, "{verification_code}", 38)
    b.put(370, 390, "有效期至：{valid_until}", 32)
    pairs = (
        ("姓名", "{name}"), ("性别", "{gender}"), ("出生日期", "{birth_date}"), ("入学日期", "{start_date}"),
        ("毕（结）业日期", "{end_date}"), ("学校名称", "{school}"), ("专业", "{major}"), ("学制", "{~years}年"),
        ("层次", "{level}"), ("学历类别", "{programme_type}"), ("学习形式", "{~form}"),
        ("毕（结）业", "{conclusion}"), ("证书编号", "{certificate_number}"), ("校（院）长姓名", "{~president}"),
    )  # fmt: skip
    for i, (label, value) in enumerate(pairs):
        b.put(90, 570 + 84 * i, f"{label}：{value}", 36)
    b.put(90, 1800, "更新日期：{~updated}", 30)
    b.put(90, 1870, "注：本表可在有效期内多次验证。", 28)
    return [b.done()]


def report(t: Told, rng: random.Random) -> list[Sheet]:
    """A verification report in running sentences, the number in red above."""
    b = Panel(REPORT, "report.sentences", t, rng, "fangsong", (1654, 2100), (240, 246, 252), fill="song")
    b.put(1500, 170, "No. {report_number}", 40, "right", colour=(196, 30, 40))
    b.put(827, 330, "中国高等教育学历认证报告", 72, "centre", role="serif-black")
    found = (
        "兹核查：{name}，{gender}，出生日期{birth_date:padded}，",
        "身份证号码{id_number}，参加{~form}，",
        "主考学校{school}，专业{major}，层次{level}，",
        "毕业时间{~end:padded}，毕业证书编号{certificate_number}。",
    )
    y = 430.0
    for i, line in enumerate(found):
        y = b.prose(160, y + 82, 1334, line, 42, 1.95, 0 if i else 2)
    y = b.prose(160, y + 130, 1334, "认证结果：{conclusion}。", 42, 1.95)
    b.photo(180, y + 140, 220)
    b.put(1480, y + 260, CENTRE, 36, "right")
    b.put(1480, y + 350, "{~dated}", 38, "right")
    company(b, 1180, y + 260, CENTRE, 350)
    b.put(160, 1980, "本报告涂改、复印无效；可凭报告编号及姓名在学信网查询。", 28)
    return [b.done()]


def booklet(t: Told, rng: random.Random) -> list[Sheet]:
    """The personnel file's form of 1999 in two leaves, written by hand; opinions in cells with labels upright."""
    pen = (26, 30, 76)
    paper = (247, 241, 226)
    b = Panel(BOOKLET, "graduate.leaves", t, rng, "song", (1400, 1860), paper, fill="wenkai", fill_ink=pen)
    b.put(700, 170, "高等学校毕业生登记表", 66, "centre", role="serif-bold")
    b.put(700, 240, "岭沅省教育委员会制", 30, "centre")
    for i, (label, value) in enumerate((("学校", "{school}"), ("专业", "{major}"))):
        b.put(120 + 600 * i, 330, label, 36)
        b.under(210 + 600 * i, 660 + 610 * i, 328, value, 36)
    rows: list[Row] = [
        (90, ["姓名", "{name}", "性别", "{gender}", "民族", "{=汉}"]),
        (90, ["出生", "{birth_date:dots_m}", "籍贯", "{=石漾}", "政治面貌", "{=团员}"]),
        (90, ["入学年月", Slot("{start_date}", 2), "毕业年月", Slot("{end_date}", 2)]),
        (320, [Slot("本人简历", upright=True), Slot("{~history}", 5, align="left", top=True)]),
        (250, [Slot("家庭成员", upright=True), Slot("{~family}", 5, align="left", top=True)]),
        (220, [Slot("奖惩情况", upright=True), Slot("{~honours}", 5, align="left", top=True)]),
    ]
    b.grid(110, 380, [150, 260, 150, 230, 190, 200], rows, 33)
    c = Panel(
        BOOKLET, "graduate.leaves", t, rng, "song", (1400, 1860), paper, fill="wenkai", fill_ink=pen, following=True
    )
    rows = [
        (620, [Slot("自我鉴定", upright=True), Slot("{~account}", align="left", top=True)]),
        (260, [Slot("班组意见", upright=True), Slot("{=鉴定属实。该生学习努力，团结同学。}", align="left", top=True)]),
        (330, [Slot("学校意见", upright=True), Slot("{=同意毕业。}", align="left", top=True)]),
    ]
    y = c.grid(110, 120, [150, 1030], rows, 35)
    c.put(830, 690, "签名：", 34)
    c.sign(930, 700, t["name"], 60)
    c.put(1250, y - 40, "{~dated}", 34, "right")
    c.seal(1010, y - 150, t["school"], 280)
    archive(c, 150, y + 120, ("此件由本馆所存档案复印", "石漾县人才服务中心", "2023年8月11日"))
    return [b.done(), c.done()]
