"""Applicants of the offices of Lingdong with something wrong in schooling or person."""

from __future__ import annotations

from samples.content import Degree, Dossier, Graduation, Holder, Paper
from samples.dossiers.lingdong_builder import (
    BAITA,
    CASTING,
    CITY,
    CITY_COMMITTEE,
    CODES,
    CONTROL,
    DRIVE,
    FUZHI_COLLEGE,
    HEAVY,
    HYDRAULIC,
    SHANZHONG,
    OtherBuild,
)
from samples.layouts_lingdong import appraisal, degree, graduation, other, registration, title, training
from samples.numbers import degree_number, diploma_number, identity_number

HALF = "tuned"
EDU = "education[0]"
APPRAISED = ("not_award", "narrative", "result", "employer", "seal")


def u06() -> Dossier:
    """One digit of the certificate's number declared otherwise; 179 special hours; a transcript among the papers."""
    holder = Holder("鲍承宇", "男", "1992-11-11", identity_number("1992-11-11", 41, male=True))
    b = OtherBuild("U06", holder, [(CONTROL, "控制系统工程师", "2015-07", None)], CODES[CONTROL])
    printed = diploma_number("99011", "2015", "本科", 4517)
    g = Graduation(holder, SHANZHONG, "自动化", "本科", "2011-09", "2015-06", "2015-06-26", printed, president="梁伯安")
    d = Degree(holder, SHANZHONG, g.major, "工学学士", "2015-06-26", degree_number("99011", "2015", 4517))
    b.declare_education(g, d, certificate_number=diploma_number("99011", "2015", "本科", 4547))
    b.expect("education_differs", ("education.number", EDU))
    b.file("p-1.webp", (g, graduation.bilingual))
    b.file("p-2.webp", (d, degree.labels), quality="clean", dpi=120)
    b.file("p-3.webp", (g, registration.lines), quality="photo")
    marks = ("高等数学|86", "自动控制原理|91", "电路分析|83", "电机与拖动|79", "计算机控制技术|88", "毕业设计|优秀")
    b.file("p-4.webp", (Paper(holder, "学生成绩单", marks, SHANZHONG, "2015-06-20"), other.transcript), dpi=110)
    b.file("p-5.webp", (b.card("2021", 60, 24, 10), training.months), quality="photo")
    b.file("p-6.pdf", (b.card("2022", 60, 24, 10), training.sentence), quality="text")
    b.file("p-7.webp", (b.card("2023", 59, 24, 10), training.blocks))
    b.expect("hours_short", ("training.specialized", "application"))
    first, second, third = b.tables("合格 合格 优秀")
    b.file("p-8.webp", (first, appraisal.squares), turn=2)
    b.file("p-9.webp", (second, appraisal.option_list), quality="clean", dpi=120)
    b.file("p-10.webp", (third, appraisal.stamped), quality="clean", dpi=120)
    return b.dossier()


def u07() -> Dossier:
    """A wrong check digit in the ID number; 53.5 public hours; 称职 for a result."""
    right = identity_number("1988-02-29", 19, male=False)
    holder = Holder("瞿晚棠", "女", "1988-02-29", right[:-1] + ("7" if right[-1] != "7" else "2"))
    b = OtherBuild("U07", holder, [(HYDRAULIC, "密封技术工程师", "2010-08", None)], CODES[HYDRAULIC])
    b.expect("id_number_wrong", ("identity.id_number", "person"))
    b.schooled(BAITA, "高分子材料与工程", "本科", "2010-06")
    t = b.titled("机械制造", "2015-12-01", "2016-03-15", "LD20151200088", employer=HYDRAULIC)
    b.file("职称证.webp", (t, title.grid), quality="clean", dpi=110)
    b.file("21.webp", (b.card("2021", 75, 18), training.due_and_done), quality="clean", dpi=130)
    b.file("22.webp", (b.card("2022", 74, 18), training.blocks), quality="clean", dpi=120)
    b.file("23.webp", (b.card("2023", 76, 17.5), training.sentence), quality="photo")
    b.expect("hours_short", ("training.public", "application"))
    first, second, third = b.tables("合格 合格 称职")
    b.file("k20.webp", (first, appraisal.score_sheet), quality="photo")
    b.file("k21.pdf", (second, appraisal.report_and_opinion), dpi=110)
    b.file("k22.webp", (third, appraisal.squares), quality="photo")
    b.expect("drop", ("appraisal.result", "2022"))
    return b.dossier()


def u09() -> Dossier:
    """结业 with a number like any other; no table for 2020; a picture without a word."""
    holder = Holder("冉子墨", "男", "1994-06-02", identity_number("1994-06-02", 27, male=True))
    b = OtherBuild("U09", holder, [(CASTING, "模具设计员", "2016-07", None)], CODES[CASTING])
    g = Graduation(
        holder, BAITA, "机械设计制造及其自动化", "本科", "2012-09", "2016-06", "2016-06-22",
        diploma_number("99017", "2016", "本科", 900412), conclusion="结业",
    )  # fmt: skip
    b.declare_education(g)
    b.file("扫描件01.webp", (g, graduation.beside_photo))
    b.file("扫描件02.pdf", (g, registration.boxed), quality="text")
    b.expect("not_graduated", ("education.conclusion", EDU))
    b.expect("drop", ("education.material", EDU))
    b.file("扫描件03.pdf", (b.card("2021", 66, 24), training.months), quality="text")
    b.file("扫描件04.webp", (b.card("2022", 66, 24), training.due_and_done), quality="photo")
    b.file("扫描件05.webp", (b.card("2023", 66, 24), training.sentence), skew=4.5)
    _, second, third = b.tables("合格 合格 合格")
    b.expect("document_missing", ("appraisal.each_year", "2020"))
    b.expect("drop", *((f"appraisal.{part}", "2020") for part in APPRAISED))
    b.file("扫描件06.webp", (second, appraisal.stamped), turn=3)
    b.file("扫描件07.webp", (third, appraisal.option_list), quality="photo")
    b.file("扫描件08.webp", (Paper(holder), other.workshop), quality="photo")
    b.expect("drop", ("file.readable", "扫描件08.webp"))
    return b.dossier()


def u12() -> Dossier:
    """A college's certificate declared as 本科; 基本合格 for 2021; a certificate's date of issue declared as the title's."""
    holder = Holder("芮思齐", "女", "1986-10-17", identity_number("1986-10-17", 6, male=False))
    b = OtherBuild("U12", holder, [(DRIVE, "齿轮工艺师", "2008-07", None)], CODES[DRIVE])
    g = Graduation(
        holder, FUZHI_COLLEGE, "机械制造与自动化", "大专", "2005-09", "2008-06", "2008-06-30",
        diploma_number("99013", "2008", "大专", 733), years="三", president="童怀谷",
    )  # fmt: skip
    b.declare_education(g, level="本科")
    b.expect("education_differs", ("education.level", EDU))
    b.expect("drop", ("education.number", EDU))
    b.file("A1.webp", (g, graduation.grid), quality="photo")
    b.file("A2.pdf", (g, registration.lines), quality="text")
    t = b.titled("机械工艺", "2014-11-28", "2015-03-30", "HC2014C0210466", committee=CITY_COMMITTEE, issuer=CITY)
    b.titles[0]["obtained_on"] = t.issued
    b.expect("title_issue_date", ("title.match", "titles[0]"))
    b.file("A3.jpg", (t, title.spread), quality="photo", turn=1, exif=True)
    cards = [(b.card(year, 64, 27), training.blocks) for year in ("2021", "2022", "2023")]
    b.file("A4.tif", *cards, grey=True, dpi=150)
    first, second, third = b.tables("合格 基本合格 合格")
    b.expect("result_too_low", ("appraisal.result", "2021"))
    b.file("A5.webp", (first, appraisal.squares))
    b.file("A6.webp", (second, appraisal.score_sheet))
    b.file("A7.webp", (third, appraisal.stamped), quality="clean", dpi=120)
    pay = ("基本工资|6200.00", "绩效|2150.00", "津贴|480.00", "社保|-752.40", "实发|8077.60")
    b.file(
        "A8.webp", (Paper(holder, "2023年7月工资条", pay, DRIVE, "2023-08-05"), other.payslip), quality="clean", dpi=110
    )
    return b.dossier()


def u13() -> Dossier:
    """The degree certificate is another person's; the diploma bears an older name of the school."""
    holder = Holder("蔺若谷", "男", "1985-04-04", identity_number("1985-04-04", 55, male=True))
    b = OtherBuild("U13", holder, [(HEAVY, "机械结构工程师", "2008-07", None)], CODES[HEAVY])
    stranger = Holder("钟离雪", "女", "1986-01-13", identity_number("1986-01-13", 2, male=False))
    number = diploma_number("99011", "2008", "本科", 1093)
    older = "剡中工程学院"
    g = Graduation(holder, older, "机械设计制造及其自动化", "本科", "2004-09", "2008-06", "2008-06-24", number)
    d = Degree(stranger, older, g.major, "工学学士", "2008-06-24", degree_number("99011", "2008", 1094))
    own = degree_number("99011", "2008", 1093)
    b.declare_education(g, d, school=SHANZHONG, degree_certificate_number=own)
    b.expect("school_renamed", ("education.school", EDU))
    b.expect("drop", ("education.degree", EDU), ("education.material", EDU))
    b.file("DOC1.webp", (g, graduation.upright))
    b.file("DOC2.webp", (d, degree.certify), quality="photo")
    b.expect("name_other_person", ("identity.name", "DOC2.webp"))
    b.expect("person_differs", ("identity.person", "DOC2.webp"))
    b.file("DOC3.pdf", (g, registration.boxed), quality="text")
    for name, year in (("DOC4.webp", "2021"), ("DOC5.webp", "2022")):
        b.file(name, (b.card(year, 70, 20), training.months), quality="clean", dpi=120)
    b.file("DOC6.webp", (b.card("2023", 70, 20), training.months))
    first, second, third = b.tables("优秀 合格 合格")
    b.file("DOC7.webp", (first, appraisal.option_list), quality="photo")
    b.file("DOC8.webp", (second, appraisal.score_sheet))
    b.file("DOC9.webp", (third, appraisal.squares), turn=3)
    return b.dossier()


DOSSIERS = (u06, u07, u09, u12, u13)
