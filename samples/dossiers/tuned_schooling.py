"""Applicants whose schooling has something wrong with it, and one thing more."""

from __future__ import annotations

from dataclasses import replace

from samples.content import Award, Degree, Dossier, Graduation, Holder, Paper, Title
from samples.dossiers.builder import BUREAU, COMMITTEE, Build
from samples.layouts import appraisal, award, degree, graduation, other, registration, title, training
from samples.numbers import company_code, degree_number, diploma_number, identity_number

HALF = "tuned"
YZ = "越州理工大学"
JS = "稽山职业技术学院"
PRECISION = "越州精工机械有限公司"
SMART = "稽山智能装备股份有限公司"
PUMP = "舜江泵业（浙江）有限公司"
MAJOR = "机械设计制造及其自动化"
EDU = "education[0]"


def t04() -> Dossier:
    """结业 instead of 毕业; 269 hours in sum."""
    holder = Holder("赵一鸣", "男", "1991-03-09", identity_number("1991-03-09", 2, male=True))
    b = Build("T04", holder, [(PUMP, "机械设计员", "2014-08", None)], company_code(4))
    g = Graduation(
        holder, YZ, "机械电子工程", "本科", "2010-09", "2014-06", "2014-06-20", "990011201405900321", conclusion="结业"
    )
    b.declare_education(g)
    b.file("20230826_092211.webp", (g, graduation.credit_system))
    b.file("20230826_092230.webp", (g, registration.ruled), dpi=130)
    b.expect("not_graduated", ("education.conclusion", EDU))
    b.expect("drop", ("education.material", EDU))
    b.file("hours21.pdf", (b.card("2021", 60, 18, 12), training.columns), quality="text")
    b.file("hours22.webp", (b.card("2022", 60, 18, 12), training.columns), quality="clean", dpi=140)
    b.file("hours23.webp", (b.card("2023", 60, 18, 11), training.strip))
    b.expect("hours_short", ("training.total", "application"))
    b.file("p1.webp", (b.table("2020", "合格"), appraisal.letter), quality="clean", dpi=140, jpeg=60)
    b.file("p2.webp", (b.table("2021", "合格"), appraisal.letter), skew=-6.5)
    b.file("p3.webp", (b.table("2022", "优秀"), appraisal.letter), turn=1)
    return b.dossier()


def t07() -> Dossier:
    """Another degree than declared, no registration form, no appraisal of 2021, an award of somebody else."""
    holder = Holder("冯晓东", "男", "1987-12-01", identity_number("1987-12-01", 6, male=True))
    b = Build("T07", holder, [(SMART, "测试工程师", "2010-07", None)], company_code(2))
    g = Graduation(
        holder,
        YZ,
        "测控技术与仪器",
        "本科",
        "2006-09",
        "2010-06",
        "2010-06-25",
        diploma_number("99001", "2010", "本科", 815),
    )
    d = Degree(holder, YZ, g.major, "理学学士", "2010-06-25", degree_number("99001", "2010", 815))
    b.declare_education(g, replace(d, degree="工学学士"))
    b.file("新建文档 1.webp", (g, graduation.diploma), turn=3)
    b.file("新建文档 2.webp", (d, degree.bilingual), quality="photo")
    b.expect("document_missing", ("education.material", EDU))
    b.expect("education_differs", ("education.degree", EDU))
    t = Title(holder, "助理工程师", "仪器仪表", "2014-12-10", "2015-02-02", "Z3306042014T0128", COMMITTEE, BUREAU)
    b.declare_title(t, certificate_number="Z3306042014T0182")
    b.expect("title_differs", ("title.match", "titles[0]"))
    b.file("新建文档 3.webp", (t, title.sentence), quality="photo")
    for number, year in enumerate(("2021", "2022", "2023"), 4):
        b.file(f"新建文档 {number}.webp", (b.card(year, 64, 20, 8), training.proof))
    b.file("新建文档 7.pdf", (b.table("2020", "合格"), appraisal.circled), quality="text")
    b.file("新建文档 8.webp", (b.table("2022", "合格"), appraisal.circled))
    b.expect("document_missing", ("appraisal.each_year", "2021"))
    b.expect(
        "drop", *((f"appraisal.{part}", "2021") for part in ("not_award", "narrative", "result", "employer", "seal"))
    )
    stranger = Holder("冯小冬", "女", "1990-02-02", identity_number("1990-02-02", 3, male=False))
    a = Award(stranger, "技术创新能手", SMART, "2019-01", "在2018年度技术比武活动中成绩优异")
    b.file("新建文档 9.webp", (a, award.company))
    b.expect("name_other_person", ("identity.name", "新建文档 9.webp"))
    return b.dossier()


def t09() -> Dossier:
    """Net college, a major that is not the declared one; 179 special hours."""
    holder = Holder("吴佳宁", "女", "1989-09-30", identity_number("1989-09-30", 21, male=False))
    b = Build("T09", holder, [(PRECISION, "工艺员", "2012-03", None)], company_code(1))
    g = Graduation(
        holder,
        YZ,
        "会计学",
        "本科",
        "2012-09",
        "2015-01",
        "2015-01-20",
        "990017201505112233",
        programme="网络",
        base="专科起点",
        years="二",
    )
    b.declare_education(g, major=MAJOR)
    b.file("IMG_0301.webp", (g, graduation.credit_system), quality="photo")
    b.file("IMG_0302.webp", (g, registration.columns), quality="photo")
    b.expect("education_differs", ("education.major", EDU))
    b.file("IMG_0303.webp", (b.card("2021", 60, 24, 10), training.credits_card), quality="photo")
    b.file("IMG_0304.jpg", (b.card("2022", 60, 24, 10), training.ruled), quality="photo", turn=2, exif=True)
    b.file("IMG_0305.webp", (b.card("2023", 59, 24, 10), training.strip), quality="photo")
    b.expect("hours_short", ("training.specialized", "application"))
    for number, year in enumerate(("2020", "2021", "2022"), 6):
        b.file(f"IMG_030{number}.webp", (b.table(year, "合格"), appraisal.ticked), quality="photo")
    return b.dossier()


def t10() -> Dossier:
    """Graduate of 1997 without the registration form of the time; technician, not assistant engineer; an award for 2021's table."""
    holder = Holder("王建国", "男", "1975-04-12", identity_number("1975-04-12", 40, male=True))
    b = Build("T10", holder, [(PUMP, "车间技术主管", "1997-08", None)], company_code(4))
    g = Graduation(holder, "越州工学院", "机械制造工艺与设备", "本科", "1993-09", "1997-07", "1997-07-01", "97-0123")
    b.declare_education(g)
    b.file("毕业证书扫描.webp", (g, graduation.old_format))
    b.expect("document_missing", ("education.material", EDU))
    t = Title(
        holder, "技术员", "机械制造", "2003-11-20", "2004-01-05", "Z3306042003J0031", COMMITTEE, BUREAU, employer=PUMP
    )
    b.declare_title(t, title="助理工程师")
    b.file("职称.webp", (t, title.ruled))
    b.expect("title_differs", ("title.match", "titles[0]"))
    b.file(
        "继续教育2021-2023.pdf",
        *((b.card(year, 68, 22), training.ruled) for year in ("2021", "2022", "2023")),
        dpi=130,
        jpeg=45,
    )
    b.file("kaohe1.webp", (b.table("2020", "合格"), appraisal.enterprise))
    a = Award(holder, "2021年度优秀员工", PUMP, "2022-01", "在2021年度工作中成绩突出")
    b.appraisals.append({"year": 2021, "result": "优秀", "employer": PUMP})
    b.file("kaohe2.webp", (a, award.company))
    b.expect("document_missing", ("appraisal.each_year", "2021"))
    b.expect("award_instead", ("appraisal.not_award", "2021"))
    b.expect("drop", *((f"appraisal.{part}", "2021") for part in ("narrative", "result", "employer", "seal")))
    b.file("kaohe3.webp", (b.table("2022", "合格"), appraisal.enterprise))
    return b.dossier()


def t12() -> Dossier:
    """Another certificate number than declared, no degree certificate, three years in one appraisal table, an empty file."""
    holder = Holder("陈国梁", "男", "1986-06-18", identity_number("1986-06-18", 17, male=True))
    b = Build("T12", holder, [(PRECISION, "模具工程师", "2009-07", None)], company_code(1))
    g = Graduation(
        holder,
        YZ,
        "材料成型及控制工程",
        "本科",
        "2005-09",
        "2009-06",
        "2009-06-22",
        diploma_number("99001", "2009", "本科", 467),
    )
    d = Degree(holder, YZ, g.major, "工学学士", "2009-06-22", degree_number("99001", "2009", 467))
    b.declare_education(g, d, certificate_number=diploma_number("99001", "2009", "本科", 691))
    b.file("1.webp", (g, graduation.label_table))
    b.file("2.pdf", (g, registration.ruled), quality="text")
    b.expect("education_differs", ("education.number", EDU))
    b.expect("perhaps_unreadable", ("education.material", EDU))
    b.expect("drop", ("education.degree", EDU))
    b.file("3.webp", (b.card("2021", 66, 18, 6), training.strip))
    b.file("4.webp", (b.card("2022", 66, 18, 6), training.strip), turn=1)
    b.file("5.webp", (b.card("2023", 66, 18, 6), training.proof))
    years = [b.table(year, "合格").years[0] for year in ("2020", "2021", "2022")]
    merged = replace(b.table("2022", "合格", declare=False), years=tuple(years))
    b.file("6.webp", (merged, appraisal.merged))
    b.expect("appraisal_merged", ("appraisal.single_year", "6.webp"))
    for year in ("2020", "2021", "2022"):
        b.expect("appraisal_merged_year", ("appraisal.each_year", year), ("appraisal.narrative", year))
    b.file("7.jpg", (Paper(holder), other.blank), damage="empty")
    return b.dossier()


def t16() -> Dossier:
    """肄业; a student's report and a course's certificate instead of proof; a result other than declared."""
    holder = Holder("韩雪", "女", "1992-02-14", identity_number("1992-02-14", 33, male=False))
    b = Build("T16", holder, [(SMART, "电气设计员", "2013-03", None)], company_code(2))
    g = Graduation(holder, YZ, "电气工程及其自动化", "本科", "2010-09", "2012-03", "2012-03-10", "", conclusion="肄业")
    b.declare_education(g, certificate_number=None)
    b.file("a1.webp", (g, graduation.diploma))
    b.expect("not_graduated", ("education.conclusion", EDU))
    b.expect("document_missing", ("education.material", EDU))
    b.expect("drop", ("education.number", EDU))
    lines = (
        "姓名|韩雪",
        "性别|女",
        "院校|越州理工大学",
        "专业|电气工程及其自动化",
        "层次|本科",
        "入学日期|2010年09月01日",
        "学籍状态|不在籍（退学）",
    )
    b.file("a2.pdf", (Paper(holder, lines=lines), other.student_report), quality="text")
    course = "韩雪同志于2019年3月至2019年7月参加“智能制造高级研修班”学习，修完全部课程，考核合格，准予结业。"
    b.file("a3.webp", (Paper(holder, "结 业 证 书", (course,), "绍兴市机械工程学会", "2019-07-30"), other.completion))
    b.file("a4.webp", (b.card("2021", 70, 24), training.proof), dpi=130)
    b.file("a5.webp", (b.card("2022", 70, 24), training.columns), dpi=130)
    b.file("a6.webp", (b.card("2023", 70, 24), training.credits_card), skew=8.0)
    b.file("a7.webp", (b.table("2020", "合格"), appraisal.register))
    b.file("a8.webp", (b.table("2021", "合格"), appraisal.ticked))
    b.appraisals[-1]["result"] = "优秀"
    b.expect("result_differs", ("appraisal.result", "2021"))
    b.file("a9.webp", (b.table("2022", "合格"), appraisal.register), grey=True)
    b.expect("seal_without_colour", ("appraisal.seal", "2022"))
    return b.dossier()


DOSSIERS = (t04, t07, t09, t10, t12, t16)
