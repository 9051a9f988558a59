"""Applicants with something wrong in person, title, hours or appraisal."""

from __future__ import annotations

from dataclasses import replace

from samples.content import Degree, Dossier, Graduation, Holder, Paper, Title
from samples.dossiers.builder import BUREAU, COMMITTEE, Build
from samples.layouts import appraisal, degree, graduation, other, registration, title, training
from samples.numbers import company_code, degree_number, diploma_number, identity_number, wrong_check

HALF = "tuned"
YZ = "越州理工大学"
JS = "稽山职业技术学院"
PRECISION = "越州精工机械有限公司"
SMART = "稽山智能装备股份有限公司"
PUMP = "舜江泵业（浙江）有限公司"
MAJOR = "机械设计制造及其自动化"
EDU = "education[0]"


def _schooled(b: Build, school: str = YZ, major: str = MAJOR, level: str = "本科", end: str = "2012-06") -> None:
    """Education that the platform took from the register, so that no paper is asked for."""
    start = f"{int(end[:4]) - (4 if level == '本科' else 3)}-09"
    g = Graduation(
        b.holder,
        school,
        major,
        level,
        start,
        end,
        end + "-20",
        diploma_number("99001", end[:4], level, 1200 + ord(b.id[-1])),
    )
    b.declare_education(g, auto=True)


def t05() -> Dossier:
    """An ID number whose check digit is wrong, everywhere the same; 53 public hours."""
    holder = Holder("孙玉兰", "女", "1985-11-20", wrong_check(identity_number("1985-11-20", 12, male=False)))
    b = Build("T05", holder, [(PUMP, "质量工程师", "2008-07", None)], company_code(4))
    b.expect("id_number_wrong", ("identity.id_number", "person"))
    _schooled(b, end="2008-06")
    t = Title(
        holder,
        "助理工程师",
        "机械质量",
        "2012-11-16",
        "2013-01-08",
        "Z3306042012T0207",
        COMMITTEE,
        BUREAU,
        employer=PUMP,
    )
    b.declare_title(t)
    b.file("Scan0001.webp", (t, title.ruled), quality="clean", dpi=130)
    b.file("Scan0002.webp", (b.card("2021", 72, 18), training.columns))
    b.file("Scan0003.webp", (b.card("2022", 74, 18), training.ruled), fine=True)
    b.file("Scan0004.webp", (b.card("2023", 76, 17), training.proof), fine=True)
    b.expect("hours_short", ("training.public", "application"))
    b.file(
        "Scan0005.tif",
        *((b.table(year, "合格"), appraisal.enterprise) for year in ("2020", "2021", "2022")),
        dpi=120,
        jpeg=45,
    )
    return b.dossier()


def t06() -> Dossier:
    """A man with a woman's ID number; no card for 2022; a blank page and a picture among the files."""
    holder = Holder("何志强", "男", "1990-05-17", identity_number("1990-05-17", 28, male=False))
    b = Build("T06", holder, [(SMART, "装配工艺员", "2012-07", None)], company_code(2))
    b.expect("id_number_wrong", ("identity.id_number", "person"))
    _schooled(b, major="机械电子工程")
    t = Title(holder, "助理工程师", "机械电子", "2016-12-06", "2017-02-20", "Z3306042016T0151", COMMITTEE, BUREAU)
    b.declare_title(t)
    b.file("IMG_20230818_1.webp", (t, title.sentence))
    b.file("IMG_20230818_2.webp", (b.card("2021", 66, 20, 10), training.ruled), quality="photo")
    b.file("IMG_20230818_3.webp", (b.card("2023", 66, 20, 10), training.ruled), quality="photo")
    b.card("2022", 66, 20, 10)
    b.expect("document_missing", ("training.each_year", "2022"))
    b.expect("drop", ("training.declared", "2022"))
    b.expect("document_missing", *((f"training.{part}", "application") for part in ("total", "specialized", "public")))
    b.file("IMG_20230818_4.webp", (Paper(holder), other.blank))
    b.expect("file_blank", ("file.readable", "IMG_20230818_4.webp"))
    b.file("IMG_20230818_5.jpg", (Paper(holder), other.picture), quality="clean", jpeg=60)
    b.file("IMG_20230818_6.webp", (b.table("2020", "合格"), appraisal.letter), quality="photo")
    b.file("IMG_20230818_7.webp", (b.table("2021", "合格"), appraisal.circled), quality="photo")
    last = b.table("2022", "合格")
    b.file("IMG_20230818_8.webp", (last, appraisal.two_pages), part=0, quality="photo")
    b.file("IMG_20230818_9.webp", (last, appraisal.two_pages), part=1, quality="photo")
    b.expect("drop", ("appraisal.single_year", "IMG_20230818_9.webp"))
    return b.dossier()


def t08() -> Dossier:
    """阎 on all papers but one, which has 闫; other hours declared for 2023 than the card bears; a business licence."""
    holder = Holder("阎书航", "男", "1993-10-05", identity_number("1993-10-05", 5, male=True))
    b = Build("T08", holder, [(PRECISION, "自动化工程师", "2016-07", None)], company_code(1))
    _schooled(b, major="自动化", end="2016-06")
    t = Title(
        holder,
        "助理工程师",
        "自动化",
        "2019-12-20",
        "2020-01-06",
        "3306S20190099131",
        COMMITTEE,
        BUREAU,
        employer=PRECISION,
    )
    b.declare_title(t)
    b.file("证书.webp", (t, title.electronic), quality="clean", dpi=150)
    lookalike = replace(holder, name="闫书航")
    b.file("附件(1).webp", (b.card("2021", 66, 24, 6, holder=lookalike), training.columns), dpi=140)
    b.expect("name_lookalike", ("identity.name", "附件(1).webp"))
    b.file("附件(2).webp", (b.card("2022", 66, 24, 6), training.columns), dpi=140)
    b.file("附件(3).pdf", (b.card("2023", 60, 24, 6), training.ruled), quality="text")
    b.hours_declared[-1] |= {"total": 96, "specialized": 66}
    b.expect("declared_hours_differ", ("training.declared", "2023"))
    tables = [
        (b.table(year, result), appraisal.register)
        for year, result in (("2020", "合格"), ("2021", "优秀"), ("2022", "合格"))
    ]
    b.file("附件(4).pdf", *tables, quality="text", mixed=True)
    lines = (
        f"名称　{PRECISION}",
        f"统一社会信用代码　{company_code(1)}",
        "类型　有限责任公司",
        "法定代表人　某某",
        "注册资本　伍佰万元整",
        "住所　绍兴市上虞区某路1号",
    )
    b.file("附件(6).webp", (Paper(holder), other.identity_card), quality="photo")
    b.file(
        "附件(5).jpg",
        (Paper(holder, lines=lines, seal="绍兴市上虞区市场监督管理局", dated="2016-03-01"), other.licence),
    )
    return b.dossier()


def t11() -> Dossier:
    """A year's difference in the date of graduation; title declared without certificate; 基本合格 in 2020."""
    holder = Holder("郑海燕", "女", "1991-08-08", identity_number("1991-08-08", 44, male=False))
    b = Build("T11", holder, [(SMART, "机械设计员", "2013-07", None)], company_code(2))
    g = Graduation(
        holder,
        JS,
        "机电一体化技术",
        "大专",
        "2010-09",
        "2013-06",
        "2013-06-30",
        diploma_number("99003", "2013", "大专", 1876),
        years="三",
    )
    b.declare_education(g, end="2012-06", start="2009-09")
    b.file("d.jpg", (g, graduation.label_table), quality="clean", jpeg=60)
    b.file("e.webp", (g, registration.columns), quality="clean", dpi=140)
    b.expect("education_differs", ("education.dates", EDU))
    b.expect("printed_later", ("education.number", EDU))
    t = Title(holder, "助理工程师", "机械设计", "2017-12-01", "2018-01-10", "Z3306042017T0078", COMMITTEE, BUREAU)
    b.declare_title(t)
    b.expect("document_missing", ("title.certificate", "titles[0]"))
    b.expect("drop", ("title.match", "titles[0]"))
    b.file("f.jpg", (b.card("2021", 66, 24, 2), training.strip))
    b.file("g.jpg", (b.card("2022", 66, 24, 2), training.strip), grey=True)
    b.file("h.webp", (b.card("2023", 66, 24, 2), training.columns))
    b.file("i.webp", (b.table("2020", "基本合格"), appraisal.circled))
    b.expect("result_too_low", ("appraisal.result", "2020"))
    b.file("j.jpg", (b.table("2021", "合格"), appraisal.circled), turn=2)
    b.file("k.webp", (b.table("2022", "合格"), appraisal.ticked), quality="clean", dpi=140)
    return b.dossier()


def t13() -> Dossier:
    """A college certificate declared as a university's; 2021's table of the employer left that year; one sentence for 2022."""
    holder = Holder("刘思远", "男", "1990-07-25", identity_number("1990-07-25", 26, male=True))
    b = Build(
        "T13",
        holder,
        [(SMART, "电气装配员", "2012-07", "2021-08"), (PUMP, "电气工程师", "2021-09", None)],
        company_code(4),
    )
    g = Graduation(
        holder,
        JS,
        "电气自动化技术",
        "大专",
        "2009-09",
        "2012-06",
        "2012-06-30",
        diploma_number("99003", "2012", "大专", 2245),
        years="三",
    )
    b.declare_education(g, level="本科")
    b.file("IMG_5001.jpg", (g, graduation.diploma), quality="clean", dpi=150, jpeg=60)
    b.file("IMG_5002.webp", (g, registration.ruled), dpi=130)
    b.expect("education_differs", ("education.level", EDU))
    b.expect("drop", ("education.number", EDU))
    for number, year in enumerate(("2021", "2022", "2023"), 3):
        b.file(f"IMG_500{number}.webp", (b.card(year, 70, 22), training.ruled), dpi=140, fine=True)
    proof = ("兹证明刘思远同志自2021年9月起在我公司从事电气工程技术工作，现任电气工程师，工作认真负责。", "特此证明。")
    b.file("IMG_5010.webp", (Paper(holder, "工 作 证 明", proof, PUMP, "2023-08-15"), other.letter), dpi=120)
    b.file("IMG_5006.webp", (b.table("2020", "合格"), appraisal.enterprise))
    old = b.table("2021", "合格", employer=SMART, position="电气装配员", seal=SMART)
    b.file("IMG_5007.webp", (old, appraisal.enterprise))
    b.expect("employer_not_last", ("appraisal.employer", "2021"))
    b.expect("drop", ("appraisal.seal", "2021"))
    single = b.table("2022", "合格", comment="该同志工作认真负责，合格。", report="")
    b.file("IMG_5008.webp", (single, appraisal.one_line))
    b.expect("one_sentence", ("appraisal.narrative", "2022"))
    b.file("IMG_5009.jpg", (Paper(holder), other.picture), quality="clean", damage="truncated")
    return b.dossier()


def t14() -> Dossier:
    """Another birth date on the diploma, an older name of the school, date of issue declared, a locked card, a table without seal."""
    holder = Holder("宋雨桐", "女", "1988-03-12", identity_number("1988-03-12", 19, male=False))
    b = Build("T14", holder, [(PUMP, "结构设计师", "2010-08", None)], company_code(4))
    elsewhere = replace(holder, birth="1988-12-03")
    g = Graduation(
        elsewhere,
        "越州理工学院",
        MAJOR,
        "本科",
        "2006-09",
        "2010-06",
        "2010-06-18",
        diploma_number("99001", "2010", "本科", 2011),
    )
    d = Degree(holder, "越州理工学院", MAJOR, "工学学士", "2010-06-18", degree_number("99001", "2010", 2011))
    b.declare_education(g, d, school=YZ)
    b.file("01.jpg", (g, graduation.credit_system))
    b.expect("person_differs", ("identity.person", "01.jpg"))
    b.expect("school_renamed", ("education.school", EDU))
    b.file("02.jpg", (d, degree.own_design), quality="clean", dpi=160, jpeg=60)
    b.file("03.pdf", (replace(g, holder=holder), registration.columns), quality="text")
    t = Title(holder, "助理工程师", "机械设计", "2015-12-11", "2016-03-02", "Z3306042015T0166", COMMITTEE, BUREAU)
    b.declare_title(t, obtained_on="2016-03-02")
    b.file("04.webp", (t, title.booklet))
    b.expect("title_issue_date", ("title.match", "titles[0]"))
    b.file("05.webp", (b.card("2021", 66, 20, 10), training.credits_card))
    b.file("06.pdf", (b.card("2022", 66, 20, 10), training.credits_card), quality="text", damage="encrypted")
    b.file("07.jpg", (b.card("2023", 66, 20, 10), training.strip))
    b.expect("perhaps_unreadable", ("training.each_year", "2022"))
    b.expect("drop", ("training.declared", "2022"))
    b.expect("hours_undecided", *((f"training.{part}", "application") for part in ("total", "specialized", "public")))
    b.file("08.webp", (b.table("2020", "合格"), appraisal.register), dpi=140)
    b.file("09.webp", (b.table("2021", "优秀"), appraisal.letter))
    b.file("10.webp", (b.table("2022", "合格", seal=""), appraisal.enterprise))
    b.expect("no_seal", ("appraisal.seal", "2022"))
    return b.dossier()


DOSSIERS = (t05, t06, t08, t11, t13, t14)
