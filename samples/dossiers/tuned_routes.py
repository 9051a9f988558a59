"""Applicants by the ordinary route: with the title, without it, from abroad, of the nineties; each with something wrong."""

from __future__ import annotations

from dataclasses import replace

from samples.content import Award, Dossier, Graduation
from samples.dossiers.cangxi_builder import person
from samples.dossiers.tuned_offices import (
    COLLEGE,
    FAN,
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
from samples.layouts import appointment, award, graduation, insurance, title
from samples.layouts_cangxi import graduation as cangxi_graduation
from samples.layouts_cangxi import inventions, register
from samples.numbers import diploma_number

HALF = "tuned"


def t17() -> Dossier:
    """A bachelor, title and appointment long enough; all in order."""
    c = case("T17", person("纪晓川", "男", "1993-04-12", 51), [(HYDRAULIC, "液压系统设计工程师", "2015-07", None)])
    c.insurance_auto = False
    number = diploma_number(SCHOOL_CODES[COLLEGE], "2015", "本科", 1107)
    c.schooled(COLLEGE, "机械工程", "本科", "2011-09", "2015-06", number, degree="工学学士")
    t = titled(c, "液压技术", "2018-11-30", "2019-01-15", "ZC20181130215")
    letter = appointed(c, "2019-02-01", "2024-01-31", "2019-01-28")
    c.file("职称.webp", (t, title.electronic), quality="clean")
    c.file("聘书.webp", (letter, appointment.certificate), quality="photo", width=980)
    c.file("社保.webp", (insured(c, (HYDRAULIC, "2020-09", "2023-08")), insurance.statement), quality="clean")
    return c.dossier()


def t18() -> Dossier:
    """From a vocational college, the title not yet three years old and no letter; insurance broken off; second inventor."""
    c = case(
        "T18", person("裴景行", "男", "1996-02-03", 52), [(FAN, "风机装配技术员", "2018-07", None)], eligible="fail"
    )
    c.insurance_auto = False
    number = diploma_number(SCHOOL_CODES[INSTITUTE], "2018", "大专", 2210)
    c.schooled(INSTITUTE, "机电一体化技术", "大专", "2015-09", "2018-06", number)
    c.file("zc.webp", (titled(c, "机械", "2021-04-16", "2021-06-10", "ZC20210416088"), title.ruled), quality="clean")
    c.declare("appointments", title="助理工程师", employer=FAN, start="2021-05-01", end=None)
    c.expect("missing", ("appointment.letter", "appointments[0]"))
    c.expect("drop", ("appointment.match", "appointments[0]"))
    proof = insured(c, (FAN, "2020-09", "2022-03"), (FAN, "2022-06", "2023-08"))
    c.file("sb.webp", (proof, insurance.periods), quality="clean")
    c.expect("review", ("insurance.coverage", "application"))
    r = c.record(
        type="实用新型", number="ZL202129999951.7", name="一种离心风机叶轮动平衡夹具", inventors="经纬;裴景行", owner=FAN,
        applied="2021-09-14", granted="2022-03-22", serial="9999617", publication="CN 219999951 U",
    )  # fmt: skip
    c.declare("patents", type="实用新型", number=r["number"], name=r["name"], inventor_rank=1, granted_on=r["granted"])
    c.file("zl.webp", (r, inventions.patent_electronic), quality="clean")
    c.expect("fail", ("achievement.patent", "patents[0]"))
    return c.dossier()


def t19() -> Dossier:
    """No title, a major of another field and a year too few; recommended too late, without pledge and summary; unemployed between."""
    jobs = [(FAN, "工艺员", "2018-07", "2020-02"), (MOTOR, "工艺工程师", "2020-08", None)]
    c = case("T19", person("容若溪", "女", "1996-08-21", 53), jobs, eligible="fail")
    c.application = {
        "publicity": {"start": "2023-09-14", "end": "2023-09-21"}, "submitted_on": "2023-09-08",
        "employer_submitted_on": "2023-09-22", "pledge_signed": False, "summary_submitted": False,
    }  # fmt: skip
    c.expect("fail", ("application.deadline", "application"))
    c.expect("missing", ("application.pledge", "application"), ("application.summary", "application"))
    c.expect("review", ("employment.continuity", "application"))
    number = diploma_number(SCHOOL_CODES[COLLEGE], "2018", "本科", 3305)
    c.schooled(COLLEGE, "信息与计算科学", "本科", "2014-09", "2018-06", number, relevance="不对口")
    c.declare("papers", title="微电机换向器车削振纹的消除", journal="剡溪机电", date="2017-05", author_rank=1)
    c.expect("fail", ("achievement.window", "papers[0]"))
    c.expect("missing", ("achievement.paper", "papers[0]"))
    c.declare("software_copyrights", number="2021SR9999931", name="绕线机参数记录软件V1.0", registered_on="2021-11-05")
    c.expect("missing", ("achievement.software", "software_copyrights[0]"))
    a = Award(c.holder, "质量改进能手", MOTOR, "2022-01-18", "2021年度质量改进活动中成绩突出")
    c.declare("awards", name=a.award, issuer=MOTOR, date=a.issued, collective=False)
    c.file("荣誉.webp", (a, award.company), quality="clean")
    return c.dossier()


def t20() -> Dossier:
    """A master's degree from Hong Kong and three years of work; insurance and project without proof; a program of 2018."""
    c = case("T20", person("苗映雪", "女", "1995-01-30", 54), [(MOTOR, "电机设计工程师", "2020-09", None)])
    c.insurance_auto = False
    c.expect("missing", ("insurance.coverage", "application"))
    school, cscse = "香江工业大学", "教留服认港澳台[2021]99125号"
    c.schooled(
        school, "机械工程", "硕士研究生", "2018-09", "2020-07", cscse, degree="工学硕士", auto=False, overseas=True
    )
    c.expect(
        "drop", *((f"education.{part}", "education[0]") for part in ("major", "level", "dates", "number", "degree"))
    )
    r = c.record(
        school=school, country="香港特别行政区", major="机械工程", degree="工学硕士", start="2018-09", end="2020-07", number=cscse,
        issued="2021-01-12", conclusion="所颁发的学位证书真实有效，表明持有人具有相应的学历学位",
    )  # fmt: skip
    c.file("认证书.pdf", (r, register.recognition_fields), quality="text")
    s = c.record(
        name="电机绕组温升计算软件V1.1", owner=c.holder.name, number="2018SR9999932", serial="99990932",
        registered="2018-10-15",
    )  # fmt: skip
    c.declare("software_copyrights", number=s["number"], name=s["name"], registered_on=s["registered"])
    c.file("软著.webp", (s, inventions.software_wide), quality="clean")
    c.expect("review", ("achievement.window", "software_copyrights[0]"))
    c.declare(
        "projects", name="永磁微电机转子工艺开发", role="工艺负责人", level="企业", start="2021-03", end="2022-08",
        amount_yuan=480000,
    )  # fmt: skip
    c.expect("missing", ("achievement.project", "projects[0]"))
    return c.dossier()


def t21() -> Dossier:
    """Of a secondary school: ten years of work and a commendation, for a person; a subfield that is not offered."""
    jobs = [(HYDRAULIC, "机修技术员", "1999-08", "2012-06"), (FORK, "设备技术员", "2012-07", None)]
    c = case("T21", person("时惠安", "男", "1980-06-15", 55), jobs, eligible="review")
    c.application = {"subfield": "设备维修"}
    c.expect("fail", ("application.choice", "application"))
    g = Graduation(
        c.holder, TRADE_SCHOOL, "机电设备维修", "中专", "1996-09", "1999-07", "1999-07-06", "19990612", years="三"
    )
    c.graduated(g)
    c.expect("drop", *((f"education.{part}", "education[0]") for part in ("material", "number", "dates")))
    c.file("毕业证.webp", (g, cangxi_graduation.secondary), quality="clean")
    a = Award(c.holder, "优秀技术能手", "绍兴市上虞区人民政府", "2021-12-20", "在全区工业企业技术比武中成绩优异")
    c.declare("awards", name=a.award, issuer=a.issuer, date=a.issued, collective=False)
    c.file("荣誉证书.webp", (a, award.honour), quality="clean")
    c.declare(
        "patents",
        type="实用新型",
        number="ZL202229999961.5",
        name="一种堆高车门架",
        inventor_rank=1,
        granted_on="2022-10-11",
    )
    c.expect("missing", ("achievement.patent", "patents[0]"))
    return c.dossier()


def t22() -> Dossier:
    """Graduated in 1996, without the graduates' form and from another school than declared; appointed later than declared."""
    c = case("T22", person("尚文渊", "男", "1974-03-08", 56), [(FORK, "工艺科长", "1996-08", None)], eligible="review")
    g = Graduation(c.holder, COLLEGE, "机械制造工艺与设备", "本科", "1992-09", "1996-07", "1996-07-05", "960318")
    c.graduated(g)
    c.lists["education"][0]["school"] = "甬江机械学院"
    c.expect("fail", ("education.school", "education[0]"))
    c.expect("missing", ("education.material", "education[0]"))
    c.expect("drop", ("education.number", "education[0]"), ("identity.person", "毕业证.webp"))
    c.file("毕业证.webp", (g, graduation.old_format), quality="scan")
    t = titled(c, "机械制造", "2008-11-14", "2009-01-20", "ZC20081114036")
    letter = appointed(c, "2019-01-01", "2023-12-31", "2018-12-28", declared="2018-01-01")
    c.file("聘书.pdf", (replace(t, employer=""), title.sentence), (letter, appointment.ruled), dpi=110)
    c.expect("fail", ("appointment.match", "appointments[0]"))
    return c.dossier()


DOSSIERS = (t17, t18, t19, t20, t21, t22)
