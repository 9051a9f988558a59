"""Applicants with nothing to object to."""

from __future__ import annotations

from samples.content import Award, Degree, Dossier, Graduation, Holder, Title
from samples.dossiers.builder import BUREAU, COMMITTEE, Build
from samples.layouts import appraisal, award, degree, graduation, registration, title, training
from samples.numbers import company_code, degree_number, diploma_number, identity_number

HALF = "tuned"
YZ = "越州理工大学"
JS = "稽山职业技术学院"
PRECISION = "越州精工机械有限公司"
PRECISION_CODE = company_code(1)
SMART = "稽山智能装备股份有限公司"


def t01() -> Dossier:
    """Graduate of 2014 with diploma, degree and registration form; moved in August 2021; sums exactly at the limits."""
    holder = Holder("周启航", "男", "1992-08-15", "330699199208150035")
    b = Build(
        "T01",
        holder,
        [(SMART, "机械设计员", "2014-07", "2021-07"), (PRECISION, "工艺工程师", "2021-08", None)],
        PRECISION_CODE,
    )
    major = "机械设计制造及其自动化"
    g = Graduation(holder, YZ, major, "本科", "2010-09", "2014-06", "2014-06-20", "990011201405000123")
    d = Degree(holder, YZ, major, "工学学士", "2014-06-20", "9900142014000123")
    b.declare_education(g, d)
    b.file("scan_01.jpg", (g, graduation.diploma))
    b.file("scan_02.webp", (d, degree.national))
    b.file("备案表.pdf", (g, registration.ruled), quality="text")
    b.file("IMG_2231.jpg", (b.card("2021", 66, 18, 6), training.ruled), quality="clean", dpi=200, jpeg=70)
    b.file("IMG_2232.webp", (b.card("2022", 66, 18, 6), training.ruled), fine=True)
    b.file("xs2023.png", (b.card("2023", 48, 18, 24), training.columns), quality="clean", dpi=150)
    b.file("kh2020.webp", (b.table("2020", "合格"), appraisal.register))
    b.file("kh2021.webp", (b.table("2021", "优秀"), appraisal.register), turn=2)
    b.file("kh2022.webp", (b.table("2022", "合格"), appraisal.ticked), quality="clean", dpi=150)
    return b.dossier()


def t02() -> Dossier:
    """Adult education, photographed by phone; assistant engineer with a booklet."""
    holder = Holder("沈若岚", "女", "1988-07-03", "330699198807030022")
    b = Build("T02", holder, [(PRECISION, "设备工程师", "2008-08", None)], PRECISION_CODE)
    g = Graduation(
        holder, "越州成人高等学校", "机械设计制造及其自动化", "本科", "2013-03", "2016-01", "2016-01-10", "990025201605000456",
        programme="成人", form="函授", base="专科起点", years="三",
    )  # fmt: skip
    b.declare_education(g)
    t = Title(holder, "助理工程师", "机械制造", "2016-12-28", "2017-03-06", "Z3306042016T0099", COMMITTEE, BUREAU)
    b.declare_title(t)
    b.file("微信图片_20230820101512.webp", (g, graduation.adult), quality="photo")
    b.file("微信图片_20230820101533.webp", (g, registration.columns), quality="photo")
    b.file("微信图片_20230820101601.jpg", (t, title.booklet), quality="photo", turn=1, exif=True)
    a = Award(holder, "上虞区先进科技工作者", "绍兴市上虞区人民政府", "2022-02", "在2021年度全区工业经济工作中成绩突出")
    b.awards.append({"name": a.award, "issuer": a.issuer, "date": a.issued, "collective": False})
    b.file("微信图片_20230820101640.webp", (a, award.honour), quality="photo")
    b.file(
        "学时.pdf", *((b.card(year, 72, 20, 4), training.strip) for year in ("2021", "2022", "2023")), quality="text"
    )
    b.file("DSC00017.webp", (b.table("2020", "合格"), appraisal.enterprise), quality="photo")
    b.file("DSC00018.jpg", (b.table("2021", "合格"), appraisal.circled), quality="photo")
    b.file("DSC00019.webp", (b.table("2022", "优秀"), appraisal.enterprise), quality="photo", turn=3)
    return b.dossier()


def t03() -> Dossier:
    """Self-taught; three appraisal tables in one PDF, cards of credit points."""
    holder = Holder("钱立峰", "男", "1983-02-26", "330699198302260076")
    b = Build("T03", holder, [(SMART, "电气技术员", "2005-07", None)], company_code(2))
    g = Graduation(
        holder, YZ, "机械制造及自动化", "本科", "", "2015-06", "2015-06-30", "65330604151123457", programme="自考"
    )
    b.declare_education(g, start="2011-04")
    t = Title(
        holder,
        "助理工程师",
        "电气自动化",
        "2019-11-30",
        "2019-12-15",
        "3306S20190099017",
        SMART,
        BUREAU,
        employer=SMART,
        method="初定",
    )
    b.declare_title(t)
    b.file("a.tif", (g, graduation.self_taught))
    b.file("b.pdf", (g, registration.columns), quality="text")
    b.file("c.webp", (t, title.electronic), quality="clean", dpi=150)
    for name, year in (("d1.jpg", "2021"), ("d2.jpg", "2022"), ("d3.jpg", "2023")):
        b.file(name, (b.card(year, 70, 24), training.credits_card), dpi=140, fine=True)
    tables = [
        (b.table(year, result), appraisal.ticked)
        for year, result in (("2020", "合格"), ("2021", "合格"), ("2022", "优秀"))
    ]
    b.file("考核材料.pdf", *tables, dpi=130, jpeg=45)
    return b.dossier()


def t15() -> Dossier:
    """Master of engineering; a scan without colour, a mixed PDF, a page eight degrees off, a two-page appraisal, a BMP."""
    holder = Holder("高云飞", "男", "1990-01-23", identity_number("1990-01-23", 9, male=True))
    b = Build("T15", holder, [(SMART, "研发工程师", "2017-07", None)], company_code(2))
    major = "机械工程"
    g = Graduation(
        holder,
        YZ,
        major,
        "硕士研究生",
        "2014-09",
        "2017-06",
        "2017-06-20",
        diploma_number("99001", "2017", "硕士研究生", 77),
        years="三",
    )
    d = Degree(holder, YZ, major, "工学硕士", "2017-06-20", degree_number("99001", "2017", 77, "3"))
    b.declare_education(g, d)
    b.file("毕业证.jpg", (g, graduation.diploma), quality="photo")
    b.file("学位证.jpg", (d, degree.master), skew=7.5)
    b.file("报告.pdf", (g, registration.ruled), quality="text")
    b.file(
        "学时卡.tiff",
        *((b.card(year, 66, 24), training.ruled) for year in ("2021", "2022", "2023")),
        grey=True,
        dpi=200,
    )
    b.file("2020.jpg", (b.table("2020", "合格"), appraisal.circled))
    a = Award(
        holder,
        "科技创新奖三等奖",
        "绍兴市上虞区人民政府",
        "2021-12",
        "在科技创新工作中做出突出贡献的个人",
        "2021-KJ-3-099",
    )
    b.awards.append({"name": a.award, "issuer": a.issuer, "date": a.issued, "collective": False})
    b.file("huojiang.webp", (a, award.prize), quality="clean", dpi=130)
    tables = [(b.table(year, "合格"), appraisal.two_pages) for year in ("2021", "2022")]
    b.file("2021-2022.pdf", *tables, quality="text", mixed=True)
    return b.dossier()


DOSSIERS = (t01, t02, t03, t15)
