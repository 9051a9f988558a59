"""The application's own papers: approval form, review form, summary, pledge; and papers that nobody asked for."""

from __future__ import annotations

import random
from typing import Final

from samples.drawing import Sheet
from samples.layouts_jichuan.board import Board, Row, Told
from samples.layouts_jichuan.ruled import Slot
from samples.layouts_jichuan.stamps import company

PROMOTION: Final = "exceptional_promotion_form"
REVIEW: Final = "review_form"
SUMMARY: Final = "work_summary"
PLEDGE: Final = "authenticity_pledge"
OTHER: Final = "other"


def promotion(t: Told, rng: random.Random) -> list[Sheet]:
    """Annex 4 of the notice, typed; two seals, the office's cell still empty."""
    b = Board(PROMOTION, "exceptional.typed", t, rng, "song", (1654, 2060), fill="kai-gb")
    b.put(827, 160, "破格推荐中级专业技术职务任职资格审批表", 54, "centre", role="serif-bold")
    rows: list[Row] = [
        (86, ["姓名", "{name}", "性别", "{~gender}", "出生年月", "{~born}"]),
        (86, ["工作单位", "{employer}", "行政职务", "{~post}", "专业工作年限", "{~practice}"]),
        (110, ["何年何校何专业毕业", Slot("{~schooled}", 2), Slot("现聘任专业技术职务及聘任时间", 2), "{~appointed}"]),
        (86, [Slot("破格推荐何专业技术职务任职资格", 3), Slot("{title}", 3)]),
        (240, ["简历", Slot("{~career}", 5, align="left", top=True)]),
        (430, ["破格推荐理由", Slot("{reason}", 5, align="left", top=True)]),
        (330, ["所在单位意见", Slot("", 2), "乡镇、街道或主管部门意见", Slot("", 2)]),
        (230, ["区人力社保部门意见", Slot("", 5)]),
    ]
    y = b.grid(100, 210, [220, 400, 130, 240, 190, 274], rows, 31)
    items = [f for f in b.sheet.fields if f.name == "reason"]
    b.sheet.fields[:] = [f for f in b.sheet.fields if f.name != "reason"]
    b.sheet.record("items", t["items"], items[0].box)
    for x, note in ((350, "情况属实，同意推荐。"), (1110, "同意推荐。")):
        b.put(x, y - 490, note, 33)
        b.put(x + 30, y - 260, "{~dated}", 32)
    company(b, 590, y - 370, t["employer"], 270)
    company(b, 1400, y - 370, t["town"], 270)
    b.put(1500, y - 30, "年　　月　　日", 32, "right")
    return [b.done()]


def review(t: Told, rng: random.Random) -> list[Sheet]:
    """The first page of the review form that the platform exports."""
    b = Board(REVIEW, "statement.review", t, rng, "fangsong", (1500, 1900), fill="fangsong")
    b.put(750, 300, "专业技术职务任职资格评审表", 72, "centre", role="serif-black")
    pairs = (
        ("单　　位", "{~employer}"), ("姓　　名", "{~name}"), ("现任专业技术职务", "{~title}"),
        ("申报专业技术资格", "工程师"), ("申报专业", "{~specialty}"), ("填表时间", "{~dated}"),
    )  # fmt: skip
    for i, (label, value) in enumerate(pairs):
        b.put(250, 640 + 120 * i, label, 40)
        b.under(640, 1270, 636 + 120 * i, value, 40)
    b.put(750, 1560, "人力资源和社会保障厅监制", 38, "centre")
    b.put(750, 1680, "浙江省专业技术任职资格申报与评审管理平台", 30, "centre", colour=(150, 150, 150))
    company(b, 1080, 1380, t["employer"], 300)
    return [b.done()]


def summary(t: Told, rng: random.Random) -> list[Sheet]:
    """The applicant's own account."""
    b = Board(SUMMARY, "statement.summary", t, rng, "serif", (1500, 1620), fill="serif")
    b.put(750, 200, "专业技术工作总结", 62, "centre", role="serif-bold")
    b.put(750, 280, "{~employer}　{~name}", 36, "centre")
    y = 300.0
    for part in t.rows:
        y = b.prose(130, y + 80, 1240, part[0], 36, 1.75)
    b.put(900, y + 140, "总结人：", 36)
    b.sign(1050, y + 150, t["name"], 58)
    b.put(1370, y + 230, "{~dated}", 36, "right")
    return [b.done()]


def pledge(t: Told, rng: random.Random) -> list[Sheet]:
    """What everybody signs after scanning the square."""
    b = Board(PLEDGE, "statement.pledge", t, rng, "song", (1500, 1460), fill="song")
    b.put(750, 200, "专业技术资格申报材料真实性保证书", 58, "centre", role="hei-bold")
    text = (
        "本人{~name}，工作单位{~employer}，现申报机电制造专业工程师任职资格。本人郑重保证：所提交的学历、资历、业绩、论文等申报"
        "材料均真实、准确、完整，无弄虚作假、剽窃他人成果等行为。如有不实，愿按有关规定接受处理，并承担由此产生的一切后果。"
    )
    y = b.prose(130, 330, 1240, text, 40, 1.9)
    b.code(150, y + 120, 220)
    b.put(800, y + 200, "保证人（签名）：", 38)
    b.sign(1100, y + 210, t["name"], 64)
    b.put(1370, y + 310, "{~dated}", 38, "right")
    return [b.done()]


def licence(t: Told, rng: random.Random) -> list[Sheet]:
    """A trading licence, which nobody asked for."""
    b = Board(OTHER, "other.licence", t, rng, "song", (1760, 1240), (252, 250, 240), fill="serif")
    b.frame(36, (190, 150, 60), 14, 3)
    b.put(880, 250, "营 业 执 照", 110, "centre", role="serif-black")
    b.put(180, 350, "统一社会信用代码　{~uscc}", 34)
    pairs = (
        ("名　　称", "{~employer}"), ("类　　型", "有限责任公司（自然人投资或控股）"), ("法定代表人", "{~leader}"),
        ("注册资本", "贰仟万元整"), ("成立日期", "{~founded:padded}"), ("经营范围", "智能仪表研发、制造、销售。"),
    )  # fmt: skip
    for i, (label, value) in enumerate(pairs):
        b.put(180, 480 + 92 * i, label, 36)
        b.put(420, 480 + 92 * i, value, 36)
    b.put(1560, 1120, "登记机关　{~founded}", 34, "right")
    company(b, 1330, 960, "霁川市市场监督管理局", 300)
    return [b.done()]
