"""The form for an exception, what applicants write themselves, and papers that nobody asked for."""

from __future__ import annotations

import random
from typing import Final

from models.geometry import Box
from samples.drawing import Sheet
from samples.layouts_baiyan.form import Form
from samples.layouts_jichuan.board import Row, Told
from samples.layouts_jichuan.ruled import Slot
from samples.layouts_jichuan.stamps import company

OTHER: Final = "other"


def exception(t: Told, rng: random.Random) -> list[Sheet]:
    """The notice's fourth annex, with the offices' names before their seals."""
    b = Form("exceptional_promotion_form", "exceptional.annex", t, rng, "fangsong", (1654, 2339), fill="kai-gb")
    b.put(110, 120, "附件4", 34, role="hei")
    b.put(827, 200, "破格推荐中级专业技术职务任职资格审批表", 52, "centre", role="serif-black")
    rows: list[Row] = [
        (80, ["姓　名", "{name}", "性　别", "{~gender}", "出生年月", "{~born}"]), (80, ["工作单位", Slot("{employer}", 3),
        "行政职务", "{~post}"]),
        (80, [Slot("何年何校何专业毕业", 2), Slot("{~schooled}", 4)]),
        (90, [Slot("现聘任专业技术职务及时间", 2), Slot("{~held}", 2), "专业工作年限", "{~practice}"]),
        (80, [Slot("破格推荐何专业技术职务任职资格", 3), Slot("{title}", 3)]), (270, ["简　历", Slot("{~career}", 5, align="left")]),
        (430, ["破格\n推荐\n理由", Slot("{~reason}", 5, align="left", top=True)]),
        (260, ["所在单位\n意　　见", Slot("同意推荐。", 5, align="left", top=True)]),
        (260, ["乡镇(街道)\n或主管部门\n意　　见", Slot("同意上报。", 5, align="left", top=True)]),
        (170, ["区人力社保\n部门意见", Slot("", 5)]),
    ]  # fmt: skip
    y = b.grid(100, 240, [200, 300, 160, 260, 230, 304], rows, 32)
    b.sheet.record("items", t["items"], Box(310, y - 1110, 1544, y - 700))
    b.put(1500, y - 470, "（盖章）　{~dated}", 32, "right")
    b.put(1500, y - 210, "（盖章）　{~dated}", 32, "right")
    b.seal(1080, y - 560, t["seal"], 240)
    company(b, 1080, y - 300, t["town"], 240)
    return [b.done()]


def review(t: Told, rng: random.Random) -> list[Sheet]:
    """The first page of the form for the committee."""
    b = Form("review_form", "statement.review_cover", t, rng, "song", (1560, 2160), fill="kai-gb")
    b.put(780, 420, "专业技术职务任职资格", 66, "centre", role="hei-bold")
    b.put(780, 560, "评　审　表", 110, "centre", role="hei-bold")
    for y, label, value in (
        (960, "单　　　　位", "{~employer}"), (1070, "姓　　　　名", "{~name}"), (1180, "现任专业技术职务", "{~title}"),
        (1290, "申报专业技术资格", "工程师"), (1400, "专　　　　业", "机电制造"), (1510, "填　表　时　间", "{~dated}"),
    ):  # fmt: skip
        b.put(260, y, label, 40)
        b.under(620, 1300, y, value, 42)
    b.put(780, 1900, "楠淮省人力资源和社会保障厅制", 38, "centre")
    b.seal(1060, 980, t["employer"], 300)
    return [b.done()]


def summary(t: Told, rng: random.Random) -> list[Sheet]:
    """An account of one's work, signed."""
    b = Form("work_summary", "statement.summary", t, rng, "fangsong", (1654, 2339), fill="fangsong")
    b.put(827, 220, "专业技术工作总结", 64, "centre", role="serif-black")
    b.put(827, 310, "{~employer}　{~name}", 36, "centre", role="kai-gb")
    y = 380.0
    for (part,) in t.rows:
        y = b.prose(150, y + 76, 1354, part, 38, 1.9)
    b.put(1050, y + 180, "本人签名：", 38)
    b.sign(1250, y + 190, t["name"], 62)
    b.put(1500, y + 270, "{~dated}", 36, "right")
    return [b.done()]


def pledge(t: Told, rng: random.Random) -> list[Sheet]:
    """The promise that what is handed in is true."""
    b = Form("authenticity_pledge", "statement.pledge", t, rng, "song", (1654, 1900), fill="kai-gb")
    b.put(827, 230, "专业技术资格申报材料真实性保证书", 60, "centre", role="hei-bold")
    body = (
        "本人{~name}（身份证号：{~id_number}），现在{~employer}工作，申报机电制造专业工程师资格。本人保证所提交的学历、资历、业绩、"
        "论文、继续教育等申报材料均真实、准确、有效，复印件与原件一致。如有弄虚作假，自愿按有关规定接受处理，并承担由此产生的一切后果。"
    )
    y = b.prose(150, 400, 1354, body, 40, 2.0)
    b.put(900, y + 200, "保证人（签名）：", 38)
    b.sign(1220, y + 210, t["name"], 64)
    b.put(1500, y + 300, "{~dated}", 38, "right")
    y = b.prose(150, y + 440, 1354, "单位审核意见：经审核，上述申报材料真实，并已在本单位公示，无异议。", 40, 2.0)
    b.put(1500, y + 220, "（单位盖章）　{~dated}", 36, "right")
    b.seal(1200, y + 190, t["employer"], 310)
    return [b.done()]


def at_work(t: Told, rng: random.Random) -> list[Sheet]:
    """A company's proof that somebody works there."""
    b = Form(OTHER, "other.at_work", t, rng, "fangsong", (1500, 1500), fill="fangsong")
    b.put(750, 260, "工 作 证 明", 76, "centre", role="serif-black")
    y = b.prose(160, 460, 1180, t["text"], 42, 2.0)
    b.put(1340, y + 260, "{~employer}", 40, "right")
    b.put(1340, y + 340, "{~dated}", 40, "right")
    company(b, 1090, y + 260, t["employer"], 310)
    return [b.done()]


def labour(t: Told, rng: random.Random) -> list[Sheet]:
    """The first page of a contract of employment."""
    b = Form(OTHER, "other.labour", t, rng, "song", (1560, 2000), fill="kai-gb")
    b.put(780, 230, "劳 动 合 同 书", 76, "centre", role="hei-bold")
    y = 330.0
    for part in t["text"].split("|"):
        y = b.prose(150, y + 84, 1260, part, 36, 1.8, 0 if part.startswith(("甲方（", "乙方（")) else 2)
    b.put(780, 1930, "— 1 —", 28, "centre")
    return [b.done()]
