"""Applicants out of the ordinary: exceptional A and B, three of one company, workers with a vocational certificate."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

from samples.content import Award, Dossier
from samples.dossiers.cangxi_builder import Case, person
from samples.dossiers.tuned_offices import (
    FORK,
    HYDRAULIC,
    INSTITUTE,
    MOTOR,
    SCHOOL_CODES,
    TRADE_SCHOOL,
    appointed,
    case,
    insured,
    titled,
)
from samples.drawing import Sheet
from samples.layouts import appointment, award, insurance, title, vocational
from samples.layouts_cangxi import papers, projects, special
from samples.numbers import diploma_number
from samples.records import Vocation

HALF = "tuned"
ECONOMY = "浙江省经济和信息化厅"
SKILL_BODY = "越州市机械职业技能评价中心"


def t23() -> Dossier:
    """Exceptional A with two grounds instead of three, without the form; second author of the paper."""
    c = case("T23", person("岑以南", "女", "1986-09-02", 57), [(FORK, "工艺技术员", "2005-08", None)], eligible="fail")
    c.application = {"route": "exceptional", "exceptional_items": ["A1", "A6"]}
    c.expect("missing", ("exceptional.form", "application"))
    c.schooled(TRADE_SCHOOL, "机械加工技术", "中专", "2002-09", "2005-07", "20050771")
    t = titled(c, "机械加工", "2018-12-07", "2019-02-22", "ZC20181207119")
    letter = appointed(c, "2019-03-01", "", "2019-02-27")
    c.file("材料1.pdf", (t, title.booklet), (letter, appointment.letter), dpi=110)
    r = c.record(
        title="叉车门架焊接变形的工艺控制", authors="蓝霁云;岑以南", journal="剡溪机械工艺", issue="2021年第2期", date="2021",
        issn="9999-7010", cn="33-5986/TH", page="21", affiliation=FORK,
    )  # fmt: skip
    c.declare("papers", title=r["title"], journal=r["journal"], issn=r["issn"], cn=r["cn"], date="2021", author_rank=1)
    c.file("论文.pdf", (r, papers.quarterly), dpi=106)
    c.expect("fail", ("achievement.paper", "papers[0]"))
    return c.dossier()


def _member(id_: str, name: str, gender: str, birth: str, serial: int) -> Case:
    """One of three of a company whose honour is the province's: two are allowed."""
    c = case(id_, person(name, gender, birth, serial), [(MOTOR, "工艺技术负责人", "2010-08", None)], eligible="review")
    c.application = {"route": "exceptional", "exceptional_items": ["B"]}
    c.schooled(TRADE_SCHOOL, "电机与电器", "中专", "2007-09", "2010-07", f"20100{serial}")
    c.batch = True
    c.declare("awards", name="浙江省智能工厂", issuer=ECONOMY, date="2022-11-30", collective=True)
    c.expect("fail", ("exceptional.quota", "application"))
    return c


def _form(c: Case, township: str) -> dict[str, str]:
    return {
        "title": "", "employer": MOTOR, "birth": c.holder.birth[:7].replace("-", "."), "post": "工艺技术负责人",
        "years": "13年", "township": township, "items": "B", "school": f"2010年7月 {TRADE_SCHOOL} 电机与电器（中专）",
        "career": "2010年8月至2017年5月任绕线工、班长；2017年6月至今任工艺技术负责人。",
        "reason": "本单位获浙江省智能工厂称号，该同志为项目“微电机定子自动绕线线”的主要技术负责人，主持工艺方案和设备选型。",
        "items_text": "符合破格B类条件",
    }  # fmt: skip


def _plaque(a: Award, _: random.Random) -> list[Sheet]:
    """The company's honour: the same sheet for whoever hands it in."""
    return award.company(a, random.Random(a.award))


def _honoured(c: Case, name: str, **options: Any) -> None:
    """A scan of the honour, given to the company."""
    a = Award(
        replace(c.holder, name=MOTOR),
        "浙江省智能工厂",
        ECONOMY,
        "2022-11-30",
        "经企业申报、专家评审和公示，该企业符合认定条件",
    )
    c.file(name, (a, _plaque), quality="scan", **options)
    c.expect("drop", ("identity.name", name))
    c.expect("review", ("batch.duplicate", name))


def t24() -> Dossier:
    """Form and project in order; the honour's scan is the one that a colleague hands in."""
    c = _member("T24", "应若谷", "男", "1991-07-19", 58)
    c.file("审批表.pdf", (c.record(**_form(c, "绍兴市上虞区百官街道办事处")), special.promotion_boxes), quality="text")
    c.expect("pass", ("exceptional.form", "application"), ("batch.duplicate", "审批表.pdf"))
    _honoured(c, "荣誉.webp", skew=0.9)
    name = "微电机定子自动绕线线"
    work = c.record(
        name=name, parties=MOTOR, code="YZ2021J017", start="2021-04", end="2022-09", amount="930000", amount_text="93.00万元",
        date="2021-04-08", accepted="2022-10-20",
    )  # fmt: skip
    rows = ((c.holder.name, MOTOR, "主要技术负责人"), ("桑落", MOTOR, "设备调试"))
    c.declare(
        "projects", name=name, role="主要技术负责人", level="市级", start="2021-04", end="2022-09", amount_yuan=930000
    )
    c.file("项目.pdf", (replace(work, rows=rows), projects.task), dpi=106)
    c.expect("drop", ("achievement.award", "awards[0]"))
    return c.dossier()


def t25() -> Dossier:
    """Without the form, and without any proof of a part in the honour."""
    c = _member("T25", "桑知微", "女", "1992-03-26", 59)
    c.expect("missing", ("exceptional.form", "application"), ("achievement.award", "awards[0]"))
    a = Award(
        replace(c.holder, name=MOTOR),
        "浙江省智能工厂",
        ECONOMY,
        "2022-11-30",
        "经企业申报、专家评审和公示，该企业符合认定条件",
    )
    c.file("智能工厂.webp", (a, award.honour), quality="clean")
    c.expect("drop", ("identity.name", "智能工厂.webp"))
    return c.dossier()


def t26() -> Dossier:
    """The form bears the company's seal alone; the colleague's scan of the honour, paler and smaller."""
    c = _member("T26", "乐正初", "男", "1990-12-05", 60)
    c.file("表.webp", (c.record(**_form(c, "")), special.promotion), quality="clean")
    c.expect("review", ("exceptional.form", "application"))
    _honoured(c, "扫描.webp", skew=1.2, dpi=98, jpeg=20)
    c.expect("missing", ("achievement.award", "awards[0]"))
    return c.dossier()


def t27() -> Dossier:
    """A worker of the middle level: too low; two posts at once."""
    jobs = [(HYDRAULIC, "焊工", "2012-03", "2021-06"), (FORK, "焊工", "2021-03", None)]
    c = case("T27", person("蓝定波", "男", "1992-11-11", 61), jobs, eligible="fail")
    c.application = {"route": "skilled"}
    c.expect("review", ("employment.continuity", "application"))
    number = diploma_number(SCHOOL_CODES[INSTITUTE], "2012", "大专", 4410)
    c.schooled(INSTITUTE, "焊接技术及自动化", "大专", "2009-09", "2012-06", number)
    v = Vocation(c.holder, "焊工", "中级工", "四级", "2033061204000127", "2014-06-12", "绍兴市职业技能鉴定中心")
    c.declare(
        "skill_certificates", occupation=v.occupation, level=v.level, certificate_number=v.number, issued_on=v.issued
    )
    c.file("技能证书.webp", (v, vocational.state), quality="clean")
    c.expect("fail", ("vocational.certificate", "skill_certificates[0]"))
    return c.dossier()


def t28() -> Dossier:
    """A technician for five years; a second certificate is not handed in, and an agency pays the insurance."""
    c = case(
        "T28", person("井晓棠", "女", "1989-05-17", 62), [(MOTOR, "数控车工", "2010-03", None)], insurance_auto=False
    )
    c.application = {"route": "skilled"}
    number = diploma_number(SCHOOL_CODES[INSTITUTE], "2010", "大专", 5512)
    c.schooled(INSTITUTE, "数控技术", "大专", "2007-09", "2010-06", number)
    v = Vocation(c.holder, "车工", "技师", "二级", "Y000033990081182000415", "2018-07-20", SKILL_BODY)
    c.declare(
        "skill_certificates", occupation=v.occupation, level=v.level, certificate_number=v.number, issued_on=v.issued
    )
    c.declare("skill_certificates", occupation="多工序数控机床操作调整工", level="技师", issued_on="2020-06-30")
    c.file("技师.webp", (v, vocational.skill_level), quality="clean")
    c.expect("missing", ("vocational.certificate", "skill_certificates[1]"))
    proof = insured(c, (MOTOR, "2020-09", "2022-06"), ("越州众合人力资源有限公司", "2022-07", "2023-08"))
    c.file("社保.webp", (proof, insurance.statement), quality="clean")
    c.expect("review", ("insurance.coverage", "application"))
    return c.dossier()


DOSSIERS = (t23, t24, t25, t26, t27, t28)
