"""Applicants of Cangxi by the ordinary route with something wrong in schooling, title, hours or appraisal."""

from __future__ import annotations

import random
from dataclasses import replace

from samples.content import Award, Degree, Dossier, Graduation
from samples.dossiers.cangxi_builder import (
    CITY,
    FORGE,
    MOULD,
    PANEL,
    POLY,
    PRESS,
    PROVINCE_OFFICE,
    SCHOOL_CODES,
    VOCATIONAL,
    WELD,
    YEARS3,
    Case,
    person,
)
from samples.drawing import Sheet
from samples.layouts_cangxi import (
    appraisal,
    award,
    degree,
    graduation,
    inventions,
    posts,
    projects,
    register,
    title,
    training,
)
from samples.layouts_cangxi.record import Record
from samples.numbers import degree_number, diploma_number, wrong_check

HALF = "tuned"
SUMS = tuple((f"training.{part}", "application") for part in ("total", "specialized", "public"))
OF_A_TABLE = ("narrative", "result", "employer", "seal")


def v09() -> Dossier:
    """Finished without graduating; an hour short; an award in place of 2022's table."""
    c = Case(
        "V09", person("巴图尔", "男", "1992-06-06", 18), [(PANEL, "电气装配工程师", "2014-07", None)], eligible="drop"
    )
    number = diploma_number(SCHOOL_CODES[FORGE], "2014", "本科", 900127)
    g = Graduation(
        c.holder,
        FORGE,
        "电气工程及其自动化",
        "本科",
        "2010-09",
        "2014-06",
        "2014-06-30",
        number,
        conclusion="结业",
        president="商逸民",
    )
    c.graduated(g)
    form = c.record(
        school=FORGE,
        major=g.major,
        level="本科",
        start="2010-09-06",
        end="2014-06-30",
        programme="普通",
        conclusion="结业",
        number=number,
        updated="2023-08-12",
        code="K7TQ2XWM94ARZL3H",
        until="2023-11-12",
    )
    c.file("b1.pdf", (g, graduation.spread), (form, register.registration_boxes))
    c.expect("fail", ("education.conclusion", "education[0]"))
    c.expect("drop", ("education.material", "education[0]"))
    c.file("b2.jpg", (c.titled("电气工程", "2018-10-26", "2018-12-29", "CX201810260551"), title.plain), quality="photo")
    c.file("b3.webp", (c.appointed("2019-01-01", "2023-12-31", "2018-12-30"), posts.red_letter), quality="clean")
    cards = [c.card("2021"), c.card("2022"), c.card("2023", 65, 24)]
    c.file("b4.pdf", *((card, training.tiles) for card in cards), quality="text")
    c.expect("fail", ("training.total", "application"))
    c.file("b5.webp", (c.table("2020"), appraisal.register), quality="photo")
    c.file("b6.webp", (c.table("2021"), appraisal.register))
    a = Award(c.holder, "2022年度优秀员工", PANEL, "2023-01-12", "2022年度在电气装配岗位上表现突出")
    c.file("b7.webp", (a, award.diploma), quality="clean")
    c.declare("appraisals", year=2022, result="优秀", employer=PANEL)
    c.expect("missing", ("appraisal.each_year", "2022"))
    c.expect("review", ("appraisal.not_award", "2022"))
    c.expect("drop", *((f"appraisal.{part}", "2022") for part in OF_A_TABLE))
    return c.dossier()


def v11() -> Dossier:
    """A locked file, a name that only looks alike, three years in one table."""
    c = Case("V11", person("傅云舟", "男", "1993-08-30", 27), [(WELD, "机器人应用工程师", "2018-12", None)])
    school, cscse = "濠镜工程大学", "教留服认港澳台[2019]99046号"
    c.schooled(
        school, "机械工程", "硕士研究生", "2016-09", "2018-11", cscse, degree="工学硕士", auto=False, overseas=True
    )
    open_parts = ("major", "level", "dates", "number", "degree")
    c.expect("drop", *((f"education.{part}", "education[0]") for part in open_parts))
    r = c.record(
        school=school,
        country="澳门特别行政区",
        major="机械工程",
        degree="工学硕士",
        start="2016-09",
        end="2018-11",
        number=cscse,
        issued="2019-02-26",
        conclusion="所颁发的学位证书真实有效，表明持有人具有相应的学历学位",
    )
    c.file("甲.pdf", (r, register.recognition_fields), quality="text")
    t = c.titled("机械自动化", "2019-12-06", "2020-01-20", "CX201912061022", PROVINCE_OFFICE)
    c.file("乙.webp", (t, title.electronic), quality="photo")
    c.file("丙.webp", (c.appointed("2020-02-01", "", "2020-01-23"), posts.form), quality="clean")
    c.file("丁1.pdf", (c.card("2021"), training.quota), quality="text", damage="encrypted")
    c.expect("review", ("training.each_year", "2021"), *SUMS)
    c.expect("drop", ("training.declared", "2021"))
    c.file("丁2.webp", (replace(c.card("2022"), holder=replace(c.holder, name="付云舟")), training.proof))
    c.expect("review", ("identity.name", "丁2.webp"))
    c.file("丁3.webp", (c.card("2023"), training.proof), quality="photo")
    years = tuple(c.table(year, result).years[0] for year, result in zip(YEARS3, ("合格", "合格", "优秀"), strict=True))
    merged = replace(c.table("2022", "优秀"), years=years)
    c.lists["appraisals"].pop()
    c.file("戊.webp", (merged, appraisal.three_in_one), dpi=118)
    c.expect("review", ("appraisal.single_year", "戊.webp"))
    for year in YEARS3:
        c.expect("review", ("appraisal.each_year", year))
        c.expect("drop", *((f"appraisal.{part}", year) for part in ("narrative", "employer", "seal")))
    return c.dossier()


def v12() -> Dossier:
    """A wrong check digit declared; the card of 2020 for 2022's; 2021's result declared better; a project not yet accepted."""
    c = Case("V12", person("阙知夏", "女", "1981-01-13", 20), [(PRESS, "自动化工程师", "2003-08", None)])
    c.number = wrong_check(c.holder.number)
    c.expect("fail", ("identity.id_number", "person"))
    number = "65339904031180246"
    g = Graduation(c.holder, POLY, "机电一体化工程", "本科", "", "2003-06", "2003-06-30", number, programme="自考")
    c.graduated(g, start=None)
    c.expect("drop", ("education.dates", "education[0]"))
    c.file("r1.webp", (g, graduation.self_study))
    report = c.record(
        school=POLY, major=g.major, level="本科", number=number, report="9999571", end=g.end, issued="2020-09-14"
    )
    c.file("r2.webp", (report, register.report_table), quality="clean")
    c.file("r3.webp", (c.titled("机电一体化", "2010-11-12", "2011-01-30", "梧初20100918"), title.booklet))
    letter = c.appointed("2011-02-01", "2025-01-31", "2011-01-31")
    rows = (("翁同山", "技术员", "2011-02-01", "2025-01-31"), (c.holder.name, "助理工程师", "2011-02-01", "2025-01-31"))
    c.file("r4.webp", (replace(letter, rows=rows), posts.notice))
    c.file(
        "r5.pdf",
        (c.card("2021"), training.transposed),
        (c.card("2020", declare=False), training.transposed),
        quality="text",
    )
    c.declare("training_hours", year=2022, total=90, specialized=66, public=24)
    c.file("r6.webp", (c.card("2023"), training.transposed))
    c.expect("missing", ("training.each_year", "2022"))
    c.expect("missing", *SUMS)
    c.expect("drop", ("training.declared", "2022"))
    c.file("r7.pdf", (c.table("2020"), appraisal.booklet))
    c.file("r8.webp", (c.table("2021", declared="优秀"), appraisal.columns))
    c.file("r9.webp", (c.table("2022"), appraisal.columns), quality="clean")
    c.expect("fail", ("appraisal.result", "2021"))
    _of_the_press(c)
    for file in c.files:
        c.expect("drop", ("identity.person", file.name))
    return c.dossier()


def _of_the_press(c: Case) -> None:
    """A program that the company owns, a project that nobody has accepted yet."""
    s = c.record(
        name="冲压线产量采集软件V1.2", owner=PRESS, number="2021SR9999926", serial="99990826", registered="2021-10-19"
    )
    c.declare("software_copyrights", number="2021SR9999926", name=s["name"], registered_on="2021-10-19")
    c.file("r10.webp", (s, inventions.software_wide), quality="clean")
    c.expect("drop", ("achievement.software", "software_copyrights[0]"))
    parties = "越州海纳阀门有限公司;" + PRESS
    work = c.record(
        name="阀体自动冲压上下料单元开发",
        parties=parties,
        code="HN-2023-017",
        amount="356000",
        amount_text="35.6万元",
        amount_words="叁拾伍万陆仟元整",
        date="2023-03-20",
    )
    people = (("翁同山", PRESS, "项目协调"), (c.holder.name, PRESS, "控制系统设计与调试"))
    c.declare(
        "projects", name=work["name"], role="控制系统设计", level="企业", start="2023-03", end=None, amount_yuan=356000
    )
    c.file("r11.pdf", (replace(work, rows=people), projects.contract))
    c.expect("review", ("achievement.project", "projects[0]"))


def _shared(r: Record, _: random.Random) -> list[Sheet]:
    """The same sheet for whoever hands it in."""
    return inventions.patent_paper(r, random.Random(r["number"]))


def _patent(c: Case) -> Record:
    return c.record(
        type="发明",
        number="ZL201919999935.5",
        name="一种级进模快速换模机构",
        inventors="屠苏合;卞若涵",
        owner=MOULD,
        applied="2019-09-03",
        granted="2021-08-24",
        serial="9999508",
        publication="CN 119999935 B",
    )


def v13() -> Dossier:
    """Another major and another title number than declared; a scan that a colleague hands in as well."""
    c = Case(
        "V13",
        person("屠苏合", "男", "1992-12-02", 36),
        [(MOULD, "模具开发工程师", "2015-07", None)],
        eligible="drop",
        batch=True,
    )
    c.application = {"subfield": "设计开发"}
    number = diploma_number(SCHOOL_CODES[CITY], "2015", "本科", 3018)
    g = Graduation(c.holder, CITY, "工业工程", "本科", "2011-09", "2015-06", "2015-06-25", number, president="容若谷")
    d = Degree(c.holder, CITY, g.major, "工学学士", g.issued, degree_number(SCHOOL_CODES[CITY], "2015", 3018), "容若谷")
    c.graduated(g, d, major="材料成型及控制工程")
    c.expect("fail", ("education.major", "education[0]"))
    c.expect("drop", ("education.degree", "education[0]"))
    form = c.record(
        school=CITY,
        major=g.major,
        level="本科",
        start="2011-09-03",
        end="2015-06-25",
        programme="普通",
        conclusion="毕业",
        number=number,
        updated="2023-08-20",
        code="W2MZK84XTRQ7L3PA",
        until="2023-12-20",
    )
    c.file("xl1.webp", (g, graduation.spread))
    c.file("xl2.webp", (d, degree.upright), quality="photo")
    c.file("xl3.pdf", (form, register.registration_list), quality="text")
    t = c.titled("模具设计", "2018-12-14", "2019-03-01", "CX201812140366", employer=MOULD)
    c.lists["titles"][0]["certificate_number"] = "CX201812140636"
    c.expect("fail", ("title.match", "titles[0]"))
    c.file(
        "zc.pdf", (t, title.register_table), (c.appointed("2019-03-15", "2024-03-14", "2019-03-11"), posts.red_letter)
    )
    c.file("xs.pdf", *((card, training.quota) for card in c.cards()), quality="text")
    first, second, third = c.tables("合格 优秀 合格")
    c.file("kh1.webp", (first, appraisal.register), quality="photo")
    c.file("kh2.pdf", (second, appraisal.register), (third, appraisal.register), grey=True)
    c.expect("seal_without_colour", ("appraisal.seal", "2021"), ("appraisal.seal", "2022"))
    r = _patent(c)
    c.declare("patents", type="发明", number=r["number"], name=r["name"], inventor_rank=1, granted_on=r["granted"])
    c.file("zl.jpg", (r, _shared), skew=1.1)
    c.expect("review", ("batch.duplicate", "zl.jpg"))
    return c.dossier()


def _evening_school(c: Case) -> None:
    number = diploma_number(SCHOOL_CODES[VOCATIONAL], "2012", "大专", 5150, kind="5")
    g = Graduation(
        c.holder,
        VOCATIONAL,
        "模具设计与制造",
        "大专",
        "2009-03",
        "2012-01",
        "2012-01-15",
        number,
        programme="成人",
        form="业余",
        years="三",
        president="门九思",
    )
    c.graduated(g)
    form = c.record(
        school=VOCATIONAL,
        major=g.major,
        level="大专",
        start="2009-03-01",
        end="2012-01-15",
        programme="成人",
        conclusion="毕业",
        number=number,
        updated="2023-08-05",
        code="LX93RTM7KQ2ZWA84",
        until="2024-01-05",
    )
    c.file("001.webp", (g, graduation.adult), quality="photo")
    c.file("002.webp", (form, register.registration_boxes), quality="clean")


def v14() -> Dossier:
    """A colleague's card for 2023; appointed before the title; the scan that a colleague hands in as well."""
    c = Case("V14", person("卞若涵", "女", "1990-04-18", 28), [(MOULD, "工艺工程师", "2012-07", None)], batch=True)
    _evening_school(c)
    t = c.titled("模具制造", "2016-12-20", "2017-02-10", "CX201612200718")
    c.file("003.pdf", (t, title.electronic), quality="text")
    letter = c.appointed("2016-07-01", "2023-12-31", "2016-06-28")
    rows = (("卞若涵", "助理工程师", "2016-07-01", "2023-12-31"), ("车行健", "工程师", "2016-07-01", "2023-12-31"))
    c.file("004.webp", (replace(letter, rows=rows), posts.notice), grey=True)
    c.expect("review", ("appointment.match", "appointments[0]"))
    colleague = person("任平生", "男", "1987-10-07", 5)
    c.file("005.webp", (c.card("2021"), training.proof), quality="photo")
    c.file("006.webp", (c.card("2022"), training.ledger))
    c.file("007.webp", (replace(c.card("2023"), holder=colleague), training.ledger))
    c.expect("fail", ("identity.name", "007.webp"), ("identity.person", "007.webp"))
    c.expect("missing", ("training.each_year", "2023"))
    c.expect("missing", *SUMS)
    c.expect("drop", ("training.declared", "2023"))
    c.file("008.pdf", *((table, appraisal.scores) for table in c.tables("合格 合格 合格")), dpi=104)
    r = _patent(c)
    c.declare("patents", type="发明", number=r["number"], name=r["name"], inventor_rank=2, granted_on=r["granted"])
    c.file("009.jpg", (r, _shared), skew=1.3, dpi=104, jpeg=22)
    c.expect("review", ("batch.duplicate", "009.jpg"))
    return c.dossier()


DOSSIERS = (v09, v11, v12, v13, v14)
