"""Honours, insurance, the form for exceptional promotion, statements, papers that nobody asked for."""

from __future__ import annotations

import random
from typing import Final

from samples.drawing import Cell, Sheet, table
from samples.layouts_quelin.leaf import CREAM, HALF, LYING, Leaf, Row, Said, Slot
from samples.numbers import show_date

AWARD: Final = "award_certificate"
INSURANCE: Final = "social_insurance_record"
FUND = "溯阳市社会保险基金管理中心"


def honour(s: Said, rng: random.Random) -> list[Sheet]:
    """A certificate of a government, gold on cream."""
    leaf = Leaf(AWARD, "award.gold", s, rng, "kai", (1900, 1300), (255, 250, 232))
    leaf.border(50, (200, 150, 50), 14, 30)
    leaf.put(950, 270, "荣 誉 证 书", 104, "serif-black", "centre", (190, 40, 30))
    leaf.put(230, 430, "授予　[name]　同志", 54)
    leaf.prose(230, 560, 1440, "“[award]”荣誉称号，以表彰其[!occasion]。", 52, 1.9)
    leaf.put(1640, 960, "[issuer]", 48, side="right")
    leaf.put(1600, 1050, "[issue_date|m.hanzi]", 44, side="right")
    leaf.round(1400, 970, s["issuer"], 310)
    return [leaf.done()]


def prize(s: Said, rng: random.Random) -> list[Sheet]:
    """A prize for science: project, grade, person, number."""
    leaf = Leaf(AWARD, "award.science", s, rng, "serif", (1654, 1300), CREAM)
    leaf.border(60, (150, 30, 40), 6)
    leaf.put(827, 220, "[award]证书", 64, "serif-black", "centre")
    for i, text in enumerate(("项目名称：[!occasion]", "获 奖 人：[name]（第1完成人）", "证书编号：[!number]")):
        leaf.put(220, 430 + 120 * i, text, 44)
    leaf.put(1460, 950, "[issuer]", 44, side="right")
    leaf.put(1420, 1040, "[issue_date]", 40, side="right")
    leaf.round(1220, 960, s["issuer"], 310)
    return [leaf.done()]


def pennant(s: Said, rng: random.Random) -> list[Sheet]:
    """A company's diploma for a good worker."""
    leaf = Leaf(AWARD, "award.pennant", s, rng, "wenkai", HALF, (255, 238, 226))
    leaf.put(827, 240, "奖　状", 120, "serif-black", "centre", (196, 30, 30))
    leaf.put(180, 400, "[name]：", 48)
    leaf.prose(180, 500, 1294, "[!occasion]，被评为[award]。特颁此状，以资鼓励。", 48, 1.8)
    leaf.put(1480, 880, "[issuer]", 44, side="right")
    leaf.put(1440, 965, "[issue_date|hanzi]", 40, side="right")
    leaf.round(1240, 880, s["issuer"], 300)
    return [leaf.done()]


def insured_months(s: Said, rng: random.Random) -> list[Sheet]:
    """Periods in a table, kind in each row."""
    leaf = Leaf(INSURANCE, "insurance.periods", s, rng, "song")
    leaf.put(827, 180, "溯南省职工基本养老保险参保缴费证明", 54, "hei-bold", "centre")
    leaf.put(130, 300, "姓名：[name]", 34)
    leaf.put(560, 300, "社会保障号码：[id_number]", 34)
    heads = ("参保单位", "险种", "开始年月", "截止年月", "缴费状态")
    cells = [[Cell(head) for head in heads]]
    for employer, start, end in s.rows:
        cells.append(
            [
                Cell(employer, "employer"),
                Cell("企业职工基本养老保险", "insurance_type"),
                Cell(show_date(start, "dots"), "start_month", start),
                Cell(show_date(end, "dots"), "end_month", end),
                Cell("正常缴费"),
            ]
        )
    widths: list[float] = [430, 390, 200, 200, 174]
    end_y = table(leaf.sheet, 130, 350, widths, [84] * len(cells), cells, leaf.role, 32).box.y1
    leaf.put(130, end_y + 100, "验证码：[!code]", 32)
    leaf.put(130, end_y + 170, "打印时间：[printed_on]", 32)
    leaf.code(130, end_y + 220, 200)
    leaf.round(1200, end_y + 250, FUND, 310, "业务专用章")
    return [leaf.done()]


def insured_lines(s: Said, rng: random.Random) -> list[Sheet]:
    """A lying list, the kind in the heading, number and months in columns."""
    leaf = Leaf(INSURANCE, "insurance.list", s, rng, "zenhei", LYING)
    leaf.put(1170, 160, "基本养老保险个人参保证明", 56, side="centre")
    leaf.put(140, 270, "参保人 [name]　　证件号码 [id_number]　　参保险种 [insurance_type]", 34)
    cells = [[Cell(head) for head in ("序号", "起始月份", "终止月份", "月数", "缴费单位名称")]]
    for i, (employer, start, end) in enumerate(s.rows, 1):
        months = 12 * (int(end[:4]) - int(start[:4])) + int(end[5:]) - int(start[5:]) + 1
        cells.append(
            [
                Cell(str(i)),
                Cell(start.replace("-", ""), "start_month", start),
                Cell(end.replace("-", ""), "end_month", end),
                Cell(str(months)),
                Cell(employer, "employer"),
            ]
        )
    end_y = table(leaf.sheet, 140, 330, [120, 300, 300, 180, 1159], [84] * len(cells), cells, leaf.role, 34).box.y1
    leaf.put(140, end_y + 110, "经办日期：[printed_on|dash]　　授权码：[!code]", 32)
    leaf.oval(1850, end_y + 160, (FUND, "参保证明电子专用章"), 32)
    return [leaf.done()]


def promotion(s: Said, rng: random.Random) -> list[Sheet]:
    """The notice's fourth annex."""
    leaf = Leaf("exceptional_promotion_form", "exceptional.annex", s, rng, "fangsong")
    leaf.put(827, 150, "破格推荐中级专业技术职务任职资格审批表", 50, "serif-bold", "centre")
    rows: list[Row] = [
        (80, ["姓　名", "[name]", "性　别", "[!gender]", "出生年月", "[!birth_date|m.dots]"]),
        (80, ["工作单位", Slot("[employer]", 3), "行政职务", "[!post]"]),
        (80, ["何年何校何专业毕业", Slot("[!schooled]", 3), "专业工作年限", "[!years]"]),
        (80, ["现聘任专业技术职务", Slot("[!held]", 2), "聘任时间", Slot("[!appointed]", 2)]),
        (80, [Slot("破格推荐何专业技术职务任职资格", 3), Slot("[title]", 3)]),
        (230, ["简　历", Slot("[!history]", 5, prose=True)]),
        (520, ["破格推荐理由", Slot("[items]", 5, prose=True)]),
        (370, ["所在单位意见", Slot("同意推荐。", 2, prose=True), "乡镇街道意见", Slot("情况属实。", 2, prose=True)]),
        (260, [Slot("区人力社保部门意见：", 6, prose=True)]),
    ]
    end = leaf.grid(97, 200, [240, 250, 240, 250, 240, 240], rows, 30).box.y1
    for x, issuer in zip((590, 1300), s["seals"].split(";"), strict=False):
        leaf.put(x - 90, end - 290, "2023年8月24日", 28)
        leaf.round(x, end - 430, issuer, 260)
    return [leaf.done()]


def summary(s: Said, rng: random.Random) -> list[Sheet]:
    leaf = Leaf("work_summary", "statement.work", s, rng, "cns-sung", (1400, 1500))
    leaf.put(700, 170, "专业技术工作总结", 58, side="centre")
    leaf.put(700, 250, "[!employer]　[!name]", 34, side="centre")
    y = leaf.prose(120, 350, 1160, "[!text]", 34)
    leaf.put(860, y + 150, "总结人：", 34)
    leaf.sign(990, y + 155, s["name"], 54)
    leaf.put(1270, y + 240, "[!dated]", 34, side="right")
    return [leaf.done()]


def pledge(s: Said, rng: random.Random) -> list[Sheet]:
    leaf = Leaf("authenticity_pledge", "statement.truth", s, rng, "hei", (1400, 1100))
    leaf.put(700, 160, "专业技术职务任职资格评审材料真实性保证书", 46, side="centre")
    text = (
        "我郑重保证：此次申报工程师资格所提供的个人信息、学历资历、业绩成果及各类证明材料均真实、准确。"
        "如有不实之处，本人愿意按规定承担责任。"
    )
    y = leaf.prose(120, 300, 1160, text, 38, 1.85)
    leaf.put(120, y + 150, "身份证号：[!id_number]", 36)
    leaf.put(120, y + 260, "保证人签名：", 36)
    leaf.sign(360, y + 270, s["name"], 60)
    leaf.put(1270, y + 380, "[!dated]", 36, side="right")
    leaf.code(1080, y + 90, 170)
    return [leaf.done()]


def review_form(s: Said, rng: random.Random) -> list[Sheet]:
    leaf = Leaf("review_form", "statement.review", s, rng, "serif", (1654, 2000))
    leaf.put(827, 330, "专业技术资格评审表", 84, "serif-black", "centre")
    for i, text in enumerate(
        ("单　　位　[!employer]", "姓　　名　[!name]", "现任职称　[!held]", "评审专业　机电制造", "评审资格　工程师")
    ):
        leaf.put(460, 760 + 120 * i, text, 44)
    leaf.put(827, 1660, "填表日期：[!dated]", 36, side="centre")
    leaf.put(827, 1880, "浙江省专业技术任职资格申报与评审管理平台", 30, side="centre", colour=(150, 150, 156))
    leaf.round(820, 1440, s["employer"], 290)
    return [leaf.done()]


def permit(s: Said, rng: random.Random) -> list[Sheet]:
    """A permit for a special trade, which the notice does not ask for."""
    leaf = Leaf("other", "other.permit", s, rng, "microhei", (1165, 760), (240, 248, 244))
    leaf.put(582, 110, "叉车作业人员上岗证（企业内部）", 44, side="centre")
    leaf.photo(90, 170, 190)
    for i, text in enumerate(("持证人：[!name]", "作业项目：3吨以下内燃平衡重式叉车", "复训情况：2022年已复训")):
        leaf.put(340, 240 + 90 * i, text, 34)
    leaf.oval(860, 610, (s["employer"], "安全生产办公室"), 28, corners=True)
    return [leaf.done()]
