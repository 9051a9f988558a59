"""The application's own papers, and papers that nobody asked for."""

from __future__ import annotations

import random
from typing import Final

from samples.drawing import Sheet
from samples.layouts_jichuan.board import Row, Told
from samples.layouts_jichuan.ruled import Slot
from samples.layouts_jichuan.stamps import company
from samples.layouts_tinglan.panel import Panel

PROMOTION: Final = "exceptional_promotion_form"
REVIEW: Final = "review_form"
SUMMARY: Final = "work_summary"
PLEDGE: Final = "authenticity_pledge"
OTHER: Final = "other"


def promotion(t: Told, rng: random.Random) -> list[Sheet]:
    """Annex 4, filled in by hand or typed as `face` says; labels upright before the long cells."""
    b = Panel(PROMOTION, "exceptional.annex", t, rng, "fangsong", (1654, 2250), fill=t["face"] or "song")
    b.put(827, 130, "破格推荐中级专业技术职务任职资格", 52, "centre", role="serif-black")
    b.put(827, 200, "审　批　表", 56, "centre", role="serif-black")
    rows: list[Row] = [
        (84, ["姓　　名", "{name}", "性　　别", "{~gender}", "出生年月", "{~born}"]),
        (84, ["工作单位", Slot("{employer}", 3), "行政职务", "{~post}"]),
        (84, ["专业工作年限", "{~practice}", Slot("何年何校何专业毕业", 2), Slot("{~schooled}", 2)]),
        (84, ["现聘任专业技术职务", "{~held}", "聘任时间", Slot("{~appointed}", 3)]),
        (84, [Slot("破格推荐何专业技术职务任职资格", 3), Slot("{title}", 3)]),
        (270, [Slot("简　历", upright=True), Slot("{~career}", 5, align="left", top=True)]),
        (470, [Slot("破格推荐理由", upright=True), Slot("{reason}", 5, align="left", top=True)]),
        (290, [Slot("所在单位意见", upright=True), Slot("", 5)]),
        (290, [Slot("乡镇街道或主管部门意见"), Slot("", 5)]),
        (220, [Slot("区人力社保部门意见"), Slot("", 5)]),
    ]
    y = b.grid(100, 240, [210, 310, 200, 230, 190, 314], rows, 31)
    reason = next(f for f in b.sheet.fields if f.name == "reason")
    b.sheet.fields.remove(reason)
    b.sheet.record("items", t["items"], reason.box)
    for low, note, issuer in ((510, "同意推荐。", t["seal"]), (220, "情况属实，同意上报。", t["town"])):
        b.put(340, y - low - 200, note, 34)
        b.put(1500, y - low - 30, "（盖章）　{~dated}", 32, "right")
        company(b, 1130, y - low - 150, issuer, 260)
    b.put(1500, y - 30, "（盖章）　　　年　　月　　日", 32, "right")
    return [b.done()]


def review(t: Told, rng: random.Random) -> list[Sheet]:
    """The head of the review form as the platform prints it: a table of the applicant's particulars."""
    b = Panel(REVIEW, "statement.review_table", t, rng, "song", (1500, 1800), fill="fangsong")
    b.put(750, 170, "专业技术资格评审表", 68, "centre", role="serif-bold")
    rows: list[Row] = [
        (84, ["姓名", "{~name}", "性别", "{~gender}"]), (84, ["工作单位", Slot("{~employer}", 3)]),
        (84, ["现有资格", "{~title}", "取得时间", "{~obtained}"]), (84, ["申报资格", "{=工程师}", "申报专业", "{=机电制造}"]),
        (84, ["申报方式", "{~way}", "填表日期", "{~dated}"]),
        (330, [Slot("工作经历", upright=True), Slot("{~career}", 3, align="left", top=True)]),
        (330, [Slot("单位推荐意见", upright=True), Slot("该同志符合申报条件，材料已公示，同意推荐。", 3, align="left", top=True)]),
    ]  # fmt: skip
    y = b.grid(100, 230, [190, 460, 190, 460], rows, 33)
    b.seal(1140, y - 130, t["employer"], 270)
    b.put(750, y + 120, "浙江省专业技术任职资格申报与评审管理平台", 28, "centre", colour=(150, 150, 150))
    return [b.done()]


def summary(t: Told, rng: random.Random) -> list[Sheet]:
    """The applicant's account with numbered heads."""
    b = Panel(SUMMARY, "statement.account", t, rng, "song", (1500, 1760), fill="song")
    b.put(750, 180, "任现职以来专业技术工作总结", 58, "centre", role="hei-bold")
    b.put(750, 260, "申报人：{~name}　　单位：{~employer}", 34, "centre")
    y = 270.0
    for row in t.rows:
        y = b.prose(120, y + 76, 1260, row[0], 35, 1.75)
    b.put(1380, y + 150, "{~name}", 38, "right")
    b.put(1380, y + 220, "{~dated}", 36, "right")
    return [b.done()]


def pledge(t: Told, rng: random.Random) -> list[Sheet]:
    """What the applicant promises, in numbered points."""
    b = Panel(PLEDGE, "statement.points", t, rng, "fangsong", (1500, 1500), fill="wenkai")
    b.put(750, 180, "专业技术职务任职资格评审材料", 50, "centre", role="serif-bold")
    b.put(750, 255, "真 实 性 保 证 书", 56, "centre", role="serif-bold")
    points = (
        "本人（姓名：{~name}，单位：{~employer}）申报工程师任职资格，现保证如下：",
        "一、所填写的个人信息和提交的证书、证明、业绩材料真实有效。",
        "二、所提交的论文、专利等成果不存在抄袭、剽窃或代写等情形。",
        "三、如有弄虚作假，自愿接受取消申报资格等处理。",
    )
    y = 290.0
    for point in points:
        y = b.prose(130, y + 90, 1240, point, 38, 1.8)
    b.put(800, y + 200, "承诺人签名：", 36)
    b.sign(1040, y + 210, t["name"], 64)
    b.put(1370, y + 310, "{~dated}", 36, "right")
    return [b.done()]


def permit(t: Told, rng: random.Random) -> list[Sheet]:
    """A card that lets somebody work on low-voltage lines, which nobody asked for."""
    b = Panel(OTHER, "other.permit", t, rng, "hei", (1500, 980), (240, 248, 255), fill="hei")
    b.put(750, 140, "中华人民共和国特种作业操作证", 54, "centre", role="hei-bold")
    b.photo(1180, 220, 220)
    pairs = (
        ("证号", "T{~id_number}"), ("姓名", "{~name}"), ("性别", "{~gender}"), ("作业类别", "电工作业"),
        ("准操项目", "低压电工作业"), ("初领日期", "{~first:dash}"), ("有效期限", "{~first:dash} 至 {~last:dash}"),
    )  # fmt: skip
    for i, (label, value) in enumerate(pairs):
        b.put(130, 270 + 88 * i, f"{label}：", 34)
        b.put(330, 270 + 88 * i, value, 34)
    company(b, 1260, 780, "汀岚市应急管理局", 260)
    return [b.done()]
