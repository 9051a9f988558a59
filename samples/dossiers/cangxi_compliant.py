"""Applicants of Cangxi whose papers are in order, each by another way."""

from __future__ import annotations

from dataclasses import replace

from samples.content import Award, Degree, Dossier, Graduation
from samples.dossiers.cangxi_builder import (
    BEARING,
    CITY,
    FORGE,
    GEAR,
    MOULD,
    PANEL,
    POLY,
    PRESS,
    PROVINCE_OFFICE,
    SCHOOL_CODES,
    VOCATIONAL,
    Case,
    person,
)
from samples.layouts_cangxi import (
    appraisal,
    award,
    degree,
    graduation,
    insurance,
    inventions,
    papers,
    posts,
    register,
    special,
    title,
    training,
)
from samples.numbers import degree_number, diploma_number

HALF = "tuned"


def v01() -> Dossier:
    """A bachelor with title and appointment."""
    c = Case("V01", person("祝予安", "女", "1992-03-17", 41), [(GEAR, "结构设计工程师", "2014-07", None)])
    c.application = {"subfield": "设计开发"}
    number = diploma_number(SCHOOL_CODES[CITY], "2014", "本科", 2217)
    g = Graduation(
        c.holder, CITY, "机械电子工程", "本科", "2010-09", "2014-06", "2014-06-26", number, president="容若谷"
    )
    d = Degree(c.holder, CITY, g.major, "工学学士", g.issued, degree_number(SCHOOL_CODES[CITY], "2014", 2217), "容若谷")
    c.graduated(g, d)
    c.file("1毕业.webp", (g, graduation.spread), quality="photo")
    c.file("2学位.webp", (d, degree.bilingual), quality="clean")
    form = c.record(
        school=CITY,
        major=g.major,
        level="本科",
        start="2010-09-01",
        end="2014-06-26",
        programme="普通",
        conclusion="毕业",
        number=number,
        updated="2023-08-09",
        code="A93KXT7WQM4LRY2P",
        until="2024-02-08",
    )
    c.file("3备案表.pdf", (form, register.registration_list), quality="text")
    t = c.titled("机械设计", "2017-11-20", "2018-01-16", "CX201704110836", PROVINCE_OFFICE, employer=GEAR)
    c.file("4.pdf", (t, title.electronic), (c.appointed("2018-02-01", "", "2018-01-29"), posts.form), quality="text")
    c.file("5学时.pdf", *((card, training.ledger) for card in c.cards()), quality="text")
    first, second, third = c.tables("合格 优秀 合格")
    c.file("6-1.webp", (first, appraisal.register))
    c.file("6-2.webp", (second, appraisal.register), turn=1)
    c.file("6-3.webp", (third, appraisal.register), quality="clean")
    a = Award(
        c.holder, "技术创新标兵", "绍兴市上虞区人民政府", "2022-04-28", "在2021年度全区工业技术创新工作中成绩突出"
    )
    c.declare("awards", name=a.award, issuer=a.issuer, date=a.issued, collective=False)
    c.file("7荣誉.webp", (a, award.gilded))
    return c.dossier()


def v02() -> Dossier:
    """No title, a private company, a major of another field and years enough for it."""
    c = Case(
        "V02", person("敖立冬", "男", "1993-11-08", 22), [(PRESS, "冲压工艺员", "2014-07", None)], insurance_auto=False
    )
    number = diploma_number(SCHOOL_CODES[VOCATIONAL], "2014", "大专", 871)
    c.schooled(VOCATIONAL, "物流管理", "大专", "2011-09", "2014-06", number, relevance="不对口")
    c.file("a.pdf", *((card, training.quota) for card in c.cards()), quality="text")
    first, second, third = c.tables()
    c.file("b.jpg", (first, appraisal.scores), quality="photo")
    c.file("c.pdf", (second, appraisal.scores), (third, appraisal.scores))
    rows = ((PRESS, "2020-09", "2023-08"),)
    c.file("d.pdf", (replace(c.record(printed="2023-08-29"), rows=rows), insurance.periods), quality="text")
    lines = (
        "本人2014年6月毕业后进入公司工作，先后在冲压车间、工艺科从事工艺编制与现场技术服务，至今已九年。",
        "九年来完成工艺文件三百余份，主持完成六套自动化送料装置的选型与验收，参与两条冲压线的搬迁调试。",
        "通过优化排样使材料利用率提高5.6%，归纳的拉深开裂判别方法在班组推广，获公司合理化建议一等奖两次。",
        "今后将系统学习成形仿真与数字化工艺，继续提高解决复杂问题的能力。",
    )
    c.file("e.jpg", (replace(c.record(employer=PRESS), lines=lines), special.summary), quality="scan", grey=True)
    c.file("f.webp", (c.record(), special.pledge), quality="photo")
    return c.dossier()


def v06() -> Dossier:
    """A technician of an older certificate, schooled before 2001."""
    c = Case("V06", person("晏守田", "男", "1978-05-02", 7), [(BEARING, "设备维修技术员", "1999-08", None)])
    c.application = {"route": "skilled"}
    g = Graduation(
        c.holder,
        FORGE,
        "机械制造与设备",
        "大专",
        "1996-09",
        "1999-07",
        "1999-07-10",
        "991186",
        years="三",
        president="商逸民",
    )
    c.graduated(g)
    form = c.record(school=FORGE, major=g.major, start=g.start, end=g.end)
    c.file("scan0001.pdf", (g, graduation.old_style), (form, register.graduates_page))
    c.expect("drop", ("education.number", "education[0]"))
    skill = c.record(
        occupation="机修钳工",
        level="技师",
        number="1699020001200457",
        issued="2016-05-27",
        issuer="沧西省人力资源和社会保障厅",
    )
    c.declare(
        "skill_certificates",
        occupation="机修钳工",
        level="技师",
        certificate_number="1699020001200457",
        issued_on="2016-05-27",
    )
    c.file("IMG_0412.webp", (skill, posts.qualification), quality="photo")
    c.file("scan0002.pdf", *((card, training.quota) for card in c.cards()), quality="text")
    c.file("scan0003.pdf", *((table, appraisal.narrative) for table in c.tables("合格 合格 优秀")))
    return c.dossier()


def v07() -> Dossier:
    """A master's degree from abroad, title and appointment."""
    jobs = [(PANEL, "电气设计工程师", "2019-11", None)]
    c = Case("V07", person("诸葛明川", "男", "1994-12-25", 30), jobs)
    c.application = {"subfield": "系统集成"}
    school, cscse = "南崖理工大学", "教留服认他[2020]99317号"
    c.schooled(
        school, "电气自动化", "硕士研究生", "2017-09", "2019-07", cscse, degree="理学硕士", auto=False, overseas=True
    )
    r = c.record(
        school=school,
        english="Nanya Institute of Technology",
        country="某国",
        major="电气自动化",
        degree="理学硕士",
        start="2017-09",
        end="2019-07",
        number=cscse,
        issued="2020-03-18",
        conclusion="该校系所在国正规高等学校，其颁发的理学硕士学位证书表明持有人具有相应的学历",
    )
    open_parts = ("major", "level", "dates", "number", "degree")
    c.expect("drop", *((f"education.{part}", "education[0]") for part in open_parts))
    c.file("P1.webp", (r, register.recognition_letter), quality="photo")
    t = c.titled("电气工程", "2020-12-11", "2021-03-02", "CXDQ20200719", employer=PANEL)
    c.file("P2.webp", (t, title.plain))
    letter = c.appointed("2021-01-01", "2023-12-31", "2020-12-28")
    rows = (
        ("施文海", "工程师", "2021-01-01", "2023-12-31"),
        (c.holder.name, "助理工程师", "2021-01-01", "2023-12-31"),
        ("于笑", "技术员", "2021-01-01", "2023-12-31"),
    )
    c.file("P3.pdf", (replace(letter, rows=rows), posts.notice), quality="text")
    c.file("P4.pdf", *((card, training.quota) for card in c.cards()), grey=True)
    first, second, third = c.tables("合格 优秀 优秀")
    c.file("P5.webp", (first, appraisal.scores), quality="clean")
    c.file("P8.webp", (third, appraisal.columns), quality="clean")
    c.file("P6.webp", (second, appraisal.narrative))
    name = "配电柜母排选型计算软件V2.0"
    s = c.record(name=name, owner=c.holder.name, number="2022SR9999917", serial="99990217", registered="2022-06-14")
    c.declare("software_copyrights", number="2022SR9999917", name=name, registered_on="2022-06-14")
    c.file("P7.webp", (s, inventions.software_paper), quality="clean")
    return c.dossier()


def v08() -> Dossier:
    """Graduated in the nineties, with a paper."""
    c = Case("V08", person("郏怀瑾", "男", "1974-10-19", 15), [(MOULD, "模具设计室主任", "1997-08", None)])
    c.application = {"subfield": "技术开发"}
    g = Graduation(
        c.holder, POLY, "锻压工艺及设备", "本科", "1993-09", "1997-07", "1997-07-01", "970412", president="卜临渊"
    )
    d = Degree(c.holder, POLY, g.major, "工学学士", g.issued, "学字970412", "卜临渊")
    c.graduated(g, d)
    c.expect("drop", ("education.number", "education[0]"))
    c.file("01.jpg", (g, graduation.old_style))
    c.file("02.webp", (d, degree.common), quality="photo")
    c.file("03.pdf", (c.record(school=POLY, major=g.major, start=g.start, end=g.end), register.graduates_booklet))
    report = c.record(
        school=POLY, major=g.major, level="本科", number=g.number, report="9999362", end=g.end, issued="2019-04-22"
    )
    c.file("04.pdf", (report, register.report_sentence), quality="text")
    t = c.titled("模具设计与制造", "2005-11-18", "2006-02-20", "梧初20050377", employer=MOULD)
    c.file("05.webp", (t, title.register_table), quality="clean")
    c.file("06.webp", (c.appointed("2006-03-01", "", "2006-02-27"), posts.form))
    c.file("07.pdf", *((card, training.proof) for card in c.cards()), quality="text")
    c.file("08.pdf", *((table, appraisal.narrative) for table in c.tables("合格 合格 合格")), dpi=104)
    p = c.record(
        title="汽车支架级进模的排样与回弹控制",
        authors="郏怀瑾;邵一鸣",
        journal="沧西模具与成形",
        issue="2021年第9期",
        date="2021-09",
        issn="9999-7126",
        cn="33-5971/TG",
        page="33",
        affiliation=MOULD,
    )
    c.declare(
        "papers",
        title=p["title"],
        journal=p["journal"],
        issn="9999-7126",
        cn="33-5971/TG",
        date="2021-09",
        author_rank=1,
    )
    c.file("09.pdf", (p, papers.monthly))
    c.file("10.webp", (c.record(employer=MOULD, title="助理工程师"), special.review), quality="clean")
    return c.dossier()


DOSSIERS = (v01, v02, v06, v07, v08)
