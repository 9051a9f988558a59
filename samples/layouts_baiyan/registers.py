"""What registers say of an education: the entry in the state's register, a report, the booklet of a leaver of the nineties."""

from __future__ import annotations

import random
from typing import Final

from samples.drawing import Sheet
from samples.layouts_baiyan.form import GREY_BAND, Form
from samples.layouts_jichuan.board import Row, Told
from samples.layouts_jichuan.ruled import Slot
from samples.layouts_jichuan.stamps import BLUE, archive, business

KIND: Final = "chsi_registration_form"
TITLE = "教育部学历证书电子注册备案表"


def ledger(t: Told, rng: random.Random) -> list[Sheet]:
    """One entry a line on bands of grey, photograph and code at the right."""
    b = Form(KIND, "register.ledger", t, rng, "microhei", (1654, 2339), fill="microhei")
    b.put(120, 150, TITLE, 50, role="hei-bold")
    b.put(120, 220, "更新日期：{~updated:padded}", 28)
    b.put(1534, 220, "在线验证有效期：{valid_until:padded}", 28, "right")
    rows = (
        ("姓名", "{name}"), ("性别", "{gender}"), ("出生日期", "{birth_date:padded}"), ("入学日期", "{start_date:padded}"),
        ("毕（结）业日期", "{end_date:padded}"), ("学校名称", "{school}"), ("专业", "{major}"), ("学制", "{~years}年"),
        ("层次", "{level}"), ("学历类别", "{programme_type}"), ("学习形式", "{~form}"), ("毕（结）业", "{conclusion}"),
        ("证书编号", "{certificate_number:groups}"), ("校（院）长姓名", "{~president}"),
    )  # fmt: skip
    y = 330.0
    for number, (label, value) in enumerate(rows):
        if number % 2 == 0:
            b.shade(120, y - 54, 1180, y + 26, GREY_BAND)
        b.put(150, y, label, 32)
        b.put(480, y, value, 34)
        y += 80
    b.photo(1260, 300, 260)
    b.code(1270, 760, 240)
    b.put(1390, 1050, "验证码", 28, "centre")
    b.put(1390, 1100, "{verification_code}", 28, "centre")
    b.sheet.line(120, y + 10, 1534, y + 10, 2)
    note = (
        "说明：备案表内容来自高等教育学历证书电子注册数据。使用者可扫描二维码或登录学信网输入验证码核验；有效期内免费。"
    )
    b.prose(120, y + 80, 1414, note, 28, 1.7, 0)
    b.put(1534, y + 320, "教育部学生服务与素质发展中心", 32, "right")
    return [b.done()]


def paired(t: Told, rng: random.Random) -> list[Sheet]:
    """A ruled table of two pairs a row, the photograph in its last column."""
    b = Form(KIND, "register.paired", t, rng, "song", (1654, 1700), fill="hei")
    b.put(827, 170, TITLE, 54, "centre", role="serif-bold")
    b.put(110, 260, "备案表更新时间 {~updated}", 28)
    rows: list[Row] = [
        (86, ["姓名", "{name}", "性别", "{gender}", Slot("", 1, 4)]),
        (86, ["出生日期", "{birth_date}", "学习形式", "{~form}"]),
        (86, ["入学日期", "{start_date}", "毕（结）业日期", "{end_date}"]),
        (86, ["学历类别", "{programme_type}", "层次", "{level}"]),
        (86, ["学校名称", Slot("{school}", 2), "学制", "{~years}"]), (86, ["专业", Slot("{major}", 2), "结论", "{conclusion}"]),
        (86, ["证书编号", Slot("{certificate_number}", 2), "校（院）长", "{~president}"]),
    ]  # fmt: skip
    y = b.grid(110, 290, [200, 370, 220, 364, 280], rows, 32)
    b.photo(1288, 318, 212)
    b.put(110, y + 90, "在线验证码：", 34)
    b.put(320, y + 90, "{verification_code:groups}", 36)
    b.put(110, y + 160, "（{valid_until}前可在学信网在线验证）", 30)
    b.code(1290, y + 40, 220)
    b.put(110, y + 300, "1．未经学历信息权属人同意，不得将本表用于违背权属人意愿的用途。", 28)
    b.put(110, y + 350, "2．内容标注“--”表示该项信息注册时未填报。", 28)
    b.put(1544, y + 480, "查询网址 https://www.chsi.com.cn", 28, "right")
    return [b.done()]


def halves(t: Told, rng: random.Random) -> list[Sheet]:
    """Labels over their values in three columns, under two small headings."""
    b = Form(KIND, "register.halves", t, rng, "sans-light", (1654, 1900), fill="hei")
    b.shade(0, 0, 1654, 150, (236, 242, 250))
    b.put(827, 100, TITLE, 52, "centre", role="sans-medium")
    b.photo(1260, 230, 240)
    b.put(120, 250, "基本信息", 36, role="sans-medium")
    b.sheet.line(120, 275, 1160, 275, 2)
    for x, label, value in (
        (120, "姓名", "{name}"),
        (500, "性别", "{gender}"),
        (760, "出生日期", "{birth_date:padded}"),
    ):
        b.above(x, 390, label, value)
    b.put(120, 520, "学历信息", 36, role="sans-medium")
    b.sheet.line(120, 545, 1160, 545, 2)
    rows = (
        ("学校名称", "{school}", "层次", "{level}"), ("专业", "{major}", "学制", "{~years}"),
        ("入学日期", "{start_date:padded}", "毕（结）业日期", "{end_date:padded}"),
        ("学历类别", "{programme_type}", "学习形式", "{~form}"), ("证书编号", "{certificate_number}", "毕（结）业", "{conclusion}"),
        ("在线验证码", "{verification_code}", "有效期至", "{valid_until:padded}"),
    )  # fmt: skip
    y = 660.0
    for left, one, right, two in rows:
        b.above(120, y, left, one)
        b.above(760, y, right, two)
        y += 150
    b.code(1270, 700, 220)
    b.put(120, y + 60, "更新日期 {~updated:padded}", 28)
    b.put(1534, y + 60, "中国高等教育学生信息网（学信网）", 30, "right")
    return [b.done()]


def report(t: Told, rng: random.Random) -> list[Sheet]:
    """What was found of a certificate: a table with its number on top, the judgement under it."""
    b = Form("chsi_verification_report", "report.tabled", t, rng, "ming", (1560, 2160), (244, 248, 254), fill="kai-gb")
    b.frame(44, (110, 140, 190), 6, 1)
    b.put(780, 210, "中国高等教育学历认证报告", 66, "centre", role="serif-black")
    b.put(1430, 300, "报告编号　{report_number}", 34, "right", colour=(180, 40, 40))
    rows: list[Row] = [
        (92, ["姓　　名", "{name}", "性　　别", "{gender}"]), (92, ["出生日期", "{birth_date}", "学历层次", "{level}"]),
        (92, ["证件号码", Slot("{id_number}", 3)]), (92, ["毕业院校", Slot("{school}", 3)]), (92, ["所学专业", Slot("{major}", 3)]),
        (92, ["学习时间", Slot("{~start_date}至{~end_date}", 3)]), (92, ["证书编号", Slot("{certificate_number}", 3)]),
    ]  # fmt: skip
    y = b.grid(130, 350, [220, 430, 220, 430], rows, 36)
    y = b.prose(130, y + 110, 1300, "认证结论：经核查，{conclusion}。", 38, 1.9)
    b.put(130, y + 130, "本报告仅对上述证书的真实性负责，涂改无效。", 32)
    b.put(1430, y + 330, "全国高等学校学生信息咨询与就业指导中心", 36, "right")
    b.put(1430, y + 410, "{~dated}", 36, "right")
    business(b, 1100, y + 330, "全国高等学校学生信息咨询与就业指导中心", "学历认证专用章", 390)
    return [b.done()]


def booklet(t: Told, rng: random.Random) -> list[Sheet]:
    """Cover and two leaves of the booklet, written by hand; the archive's stamp on the last."""
    kind: Final = "graduate_registration_form"
    one = Form(kind, "graduate.booklet", t, rng, "song", (1560, 2160), (250, 246, 232), fill="wenkai-light",
               fill_ink=(30, 38, 90))  # fmt: skip
    one.put(780, 460, "高等学校毕业生", 84, "centre", role="hei")
    one.put(780, 600, "登　记　表", 110, "centre", role="hei")
    for at, label, value in (
        (1000, "学校名称", "{school}"), (1120, "系　　科", "{~faculty}系"), (1240, "专　　业", "{major}"), (1360, "姓　　名", "{name}"),
        (1480, "填表日期", "{~dated}"),
    ):  # fmt: skip
        one.put(360, at, label, 42)
        one.under(580, 1220, at, value, 46)
    one.put(780, 1960, "楠淮省教育委员会制", 38, "centre")
    two = Form(kind, "graduate.booklet", t, rng, "song", (1560, 2160), (250, 246, 232), fill="wenkai-light",
               fill_ink=(30, 38, 90), following=True)  # fmt: skip
    rows: list[Row] = [
        (90, ["姓名", "{~name}", "性别", "{gender}", "民族", "汉"]),
        (90, ["出生年月", "{birth_date:dots_m}", "籍贯", "{=隽溪县}", "政治面貌", "{=团员}"]),
        (90, ["入学时间", Slot("{start_date}", 2), "毕业时间", Slot("{end_date}", 2)]),
        (90, ["学制", "四年", "学历", "本科", "学位", "工学学士"]),
        (70, [Slot("本　人　简　历", 6)]), (300, [Slot("{~history}", 6, align="left", top=True)]), (70, [Slot("家庭主要成员", 6)]),
        (220, [Slot("{~family}", 6, align="left", top=True)]), (70, [Slot("何时何地受过何种奖励处分", 6)]),
        (150, [Slot("{~honours}", 6, align="left", top=True)]),
    ]  # fmt: skip
    two.grid(110, 160, [190, 290, 170, 260, 190, 240], rows, 34)
    three = Form(kind, "graduate.booklet", t, rng, "song", (1560, 2160), (250, 246, 232), fill="wenkai-light",
                 fill_ink=(30, 38, 90), following=True)  # fmt: skip
    rows = [
        (700, [Slot("自\n我\n鉴\n定"), Slot("{~account}", 1, align="left", top=True)]),
        (330, [Slot("班级\n意见"), Slot("{=同意本人鉴定。该生学习认真，作风朴实。}", align="left", top=True)]),
        (400, [Slot("学校\n意见"), Slot("{=准予毕业，授予学士学位。}", align="left", top=True)]),
    ]
    y = three.grid(110, 150, [160, 1180], rows, 36)
    three.put(900, 800, "签名", 34)
    three.sign(1000, 810, t["name"], 60)
    three.put(1410, y - 40, "{=1998年7月2日}", 34, "right")
    three.seal(1080, y - 130, t["school"], 300)
    archive(three, 200, y + 90, ("复印件与存档原件一致", "隽溪县人才交流服务中心", "2023年8月16日"), BLUE, 32)
    return [page.done() for page in (one, two, three)]
