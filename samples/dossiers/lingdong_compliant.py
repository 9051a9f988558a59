"""Applicants of the offices of Lingdong with nothing to object to."""

from __future__ import annotations

from samples.content import Award, Degree, Dossier, Graduation, Holder
from samples.dossiers.lingdong_builder import (
    BAITA,
    CASTING,
    CITY,
    CITY_COMMITTEE,
    CODES,
    CONTROL,
    DRIVE,
    HEAVY,
    HYDRAULIC,
    LINGDONG_OPEN,
    SHANZHONG,
    OtherBuild,
)
from samples.layouts_lingdong import appraisal, award, degree, graduation, registration, title, training
from samples.numbers import degree_number, diploma_number, identity_number

HALF = "tuned"


def u01() -> Dossier:
    """A portrait diploma and degree with the registration form; a register over two pages for 2020."""
    holder = Holder("俞景行", "男", "1991-03-27", identity_number("1991-03-27", 14, male=True))
    b = OtherBuild("U01", holder, [(DRIVE, "传动设计工程师", "2013-08", None)], CODES[DRIVE])
    number = diploma_number("99011", "2013", "本科", 2207)
    g = Graduation(
        holder, SHANZHONG, "机械工程及自动化", "本科", "2009-09", "2013-06", "2013-06-28", number, president="梁伯安"
    )
    d = Degree(
        holder, SHANZHONG, g.major, "工学学士", "2013-06-28", degree_number("99011", "2013", 2207), president="梁伯安"
    )
    b.declare_education(g, d)
    b.file("毕业证.webp", (g, graduation.upright), quality="photo")
    b.file("学位证.webp", (d, degree.certify))
    b.file("备案.pdf", (g, registration.lines), quality="text")
    for name, year, special in (("c21.pdf", "2021", 64), ("c22.pdf", "2022", 70), ("c23.pdf", "2023", 60)):
        b.file(
            name,
            (b.card(year, special, 22, 4), training.months),
            quality="text" if year == "2022" else "scan",
            turn=1 if year == "2023" else 0,
        )
    first, second, third = b.tables("合格 优秀 合格")
    b.file("考核2020.tif", (first, appraisal.institution), dpi=105)
    b.file("考核2021.png", (second, appraisal.stamped), quality="clean", dpi=120)
    b.file("考核2022.webp", (third, appraisal.squares))
    return b.dossier()


def u02() -> Dossier:
    """A minority name; education from the register; a title of another province; nearly everything by phone."""
    holder = Holder("阿依努尔·买买提江", "女", "1989-12-05", identity_number("1989-12-05", 21, male=False))
    b = OtherBuild("U02", holder, [(HYDRAULIC, "液压工程师", "2012-07", None)], CODES[HYDRAULIC])
    b.schooled(SHANZHONG, "机械设计制造及其自动化", "本科", "2012-06")
    t = b.titled("机械设计", "2016-11-25", "2017-04-18", "LD20161100731", employer=HYDRAULIC)
    b.file("IMG_7001.webp", (t, title.grid), quality="photo")
    a = Award(holder, "工业技能标兵", "海川市人民政府", "2020-05-01", "在全市工业系统技术革新活动中表现突出")
    b.awards.append({"name": a.award, "issuer": a.issuer, "date": a.issued, "collective": False})
    b.file("IMG_7002.webp", (a, award.title_of_honour), quality="photo")
    b.file(
        "学时证明.pdf",
        *((b.card(year, 66, 24), training.sentence) for year in ("2021", "2022", "2023")),
        quality="text",
    )
    for number, made in enumerate(b.tables("合格 合格 优秀"), 3):
        b.file(f"IMG_700{number}.webp", (made, appraisal.score_sheet), quality="photo", turn=3 if number == 4 else 0)
    return b.dossier()


def u03() -> Dossier:
    """Adult education in a grid of labels; forms and cards as documents with a text layer; options ticked in brackets."""
    holder = Holder("裘喆", "男", "1987-05-19", identity_number("1987-05-19", 8, male=True))
    b = OtherBuild("U03", holder, [(CONTROL, "电气控制工程师", "2008-03", None)], CODES[CONTROL])
    g = Graduation(
        holder, LINGDONG_OPEN, "电气工程及其自动化", "本科", "2014-03", "2016-07", "2016-07-10",
        diploma_number("99015", "2016", "本科", 8841, kind="5"), programme="成人", form="业余", base="专科起点",
        years="二点五", president="顾维方",
    )  # fmt: skip
    b.declare_education(g)
    b.file("file01.webp", (g, graduation.grid), quality="clean", dpi=150)
    b.file("file02.pdf", (g, registration.boxed), quality="text")
    t = b.titled(
        "电气工程",
        "2018-12-10",
        "2019-02-22",
        "HC2018C0450912",
        committee=CITY_COMMITTEE,
        issuer=CITY,
        employer=CONTROL,
    )
    b.file("file03.webp", (t, title.screen), quality="clean", dpi=150)
    cards = [(b.card(year, 64, 26), training.due_and_done) for year in ("2021", "2022", "2023")]
    b.file("file04.pdf", *cards, quality="text", mixed=True)
    b.file("file05.pdf", *((made, appraisal.option_list) for made in b.tables("合格 合格 合格")), quality="text")
    return b.dossier()


def u04() -> Dossier:
    """Moved in October 2021 to an employer with a long name; a rare character; blocks of courses; reports with opinion sheets."""
    holder = Holder("郦垚堃", "男", "1993-09-09", identity_number("1993-09-09", 30, male=True))
    jobs = [(HEAVY, "结构设计员", "2015-07", "2021-09"), (CASTING, "铸造工艺主管工程师", "2021-10", None)]
    b = OtherBuild("U04", holder, jobs, CODES[CASTING])
    major = "材料成型及控制工程"
    g = Graduation(
        holder, BAITA, major, "本科", "2011-09", "2015-06", "2015-06-18", diploma_number("99017", "2015", "本科", 619)
    )
    d = Degree(holder, BAITA, major, "工学学士", "2015-06-18", degree_number("99017", "2015", 619))
    b.declare_education(g, d)
    b.file("001.webp", (g, graduation.beside_photo))
    b.file("002.webp", (d, degree.panels), turn=1)
    b.file("003.pdf", (g, registration.boxed), dpi=120)
    b.file("004.webp", (b.card("2021", 72, 20), training.blocks), quality="photo")
    b.file("005.webp", (b.card("2022", 60, 18, 12), training.blocks), quality="clean", dpi=150)
    b.file("006.webp", (b.card("2023", 72, 18), training.due_and_done), skew=-2.2)
    first, second, third = b.tables("合格 合格 优秀")
    b.file("007.pdf", (first, appraisal.report_and_opinion))
    b.file("008.pdf", (second, appraisal.report_and_opinion), quality="text")
    b.file("009.pdf", (third, appraisal.institution), dpi=120)
    return b.dossier()


def u05() -> Dossier:
    """A technician's college and assistant engineer; a prize in the name of the province; one file for each thing, mixed qualities."""
    holder = Holder("单雨霏", "女", "1990-07-31", identity_number("1990-07-31", 3, male=False))
    b = OtherBuild("U05", holder, [(HEAVY, "焊接工艺工程师", "2012-07", None)], CODES[HEAVY])
    b.schooled("覆卮职业技术学院", "焊接技术及自动化", "大专", "2012-06")
    t = b.titled("焊接工艺", "2017-09-20", "2017-12-29", "HC2017C0333057", committee=CITY_COMMITTEE, issuer=CITY)
    b.file("zc.webp", (t, title.spread))
    a = Award(
        holder, "科学技术进步奖二等奖", "海川市人民政府", "2021-12-20", "厚板窄间隙焊接成套装备研制", "2021-J-2-031-D02"
    )
    b.awards.append({"name": a.award, "issuer": a.issuer, "date": "2021-12", "collective": False})
    b.file("jx.webp", (a, award.ranked), quality="photo")
    b.file("xs1.pdf", (b.card("2021", 60, 30), training.sentence), quality="text")
    b.file("xs2.webp", (b.card("2022", 66, 24), training.months))
    b.file("xs3.webp", (b.card("2023", 60, 30), training.blocks), quality="clean", dpi=120)
    first, second, third = b.tables("优秀 合格 合格")
    b.file("kh1.webp", (first, appraisal.stamped), quality="photo")
    b.file("kh2.webp", (second, appraisal.option_list), quality="clean", dpi=140)
    b.file("kh3.webp", (third, appraisal.score_sheet), skew=1.8)
    return b.dossier()


DOSSIERS = (u01, u02, u03, u04, u05)
