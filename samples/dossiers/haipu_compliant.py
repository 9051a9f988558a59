"""Applicants of Haipu with whom nothing is wrong: two by title, one by skill, one with a degree from abroad."""

from __future__ import annotations

from samples.content import Dossier
from samples.dossiers.haipu_case import (
    BEARING,
    CODES,
    EDUCATION_PARTS,
    MOTOR,
    OLD,
    PUMP,
    RIVER,
    ROBOT,
    TRADES,
    UPPER_OFFICE,
    Case,
    person,
)
from samples.layouts_haipu import (
    appraisal,
    degree,
    graduation,
    honours,
    posts,
    projects,
    register,
    title,
    training,
    works,
)
from samples.numbers import degree_number, diploma_number

HALF = "tuned"


def w01() -> Dossier:
    """A bachelor with five years as assistant engineer; everything handed in as paper."""
    c = Case("W01", person("桑以宁", "女", "1991-10-14", 41), (MOTOR, "电机设计工程师", "2013-07", None))
    _bachelor(c)
    t = c.titled("电机与电器", "2016-11-25", "YL20161199042", "2017-02-17", UPPER_OFFICE)
    c.file("职称.webp", (t, title.card))
    a = c.appointed("2017-03-01", "2024-02-29", "2017-02-27")
    c.file("聘书.webp", (a, posts.gilt), dpi=76)
    c.file("学时卡.pdf", *((card, training.ledger) for card in c.cards()), quality="text")
    c.file("考核2020.webp", (c.table("2020"), appraisal.boxes))
    c.file("考核2021.webp", (c.table("2021", "优秀"), appraisal.letter), quality="photo")
    c.file("考核2022.webp", (c.table("2022"), appraisal.compact), quality="clean")
    return c.dossier()


def _bachelor(c: Case) -> None:
    number, of_degree = diploma_number(CODES[RIVER], "2013", "本科", 4471), degree_number(CODES[RIVER], "2013", 4471)
    c.educated(
        "本科",
        RIVER,
        "电气工程及其自动化",
        "2009-09",
        "2013-06",
        degree="工学学士",
        certificate_number=number,
        degree_certificate_number=of_degree,
    )
    about = {"school": RIVER, "major": "电气工程及其自动化", "president": "简兆和", "level": "本科", "years": "四"}
    about |= {"issue_date": "2013-06-28", "conclusion": "毕业"}
    g = c.facts(
        **about,
        certificate_number=number,
        start_date="2009-09",
        end_date="2013-06",
        programme_type="普通",
        programme_type_as="普通高等教育",
    )
    c.file("毕业证.webp", (g, graduation.upright_page), quality="photo")
    d = c.facts(**about, certificate_number=of_degree, degree="工学学士")
    c.file("学位证.webp", (d, degree.national))
    r = c.facts(
        **(about | {"years": "4"}),
        certificate_number=number,
        start_date="2009-09-07",
        end_date="2013-06-28",
        programme_type="普通",
        programme_type_as="普通高等教育",
        form="普通全日制",
        updated="2023-08-11",
        verification_code="R4MXW7KQ2TLA9ZE3",
        valid_until="2023-11-11",
    )
    c.file("备案表.pdf", (r, register.registration_columns), quality="text")


def w02() -> Dossier:
    """A technician since 2019, schooled in the evenings."""
    c = Case("W02", person("褚应龙", "男", "1985-04-02", 42), (BEARING, "设备维修电工", "2006-08", None))
    c.application |= {"route": "skilled", "subfield": "技术服务"}
    number = diploma_number(CODES[TRADES], "2011", "大专", 3206, kind="5")
    c.educated("大专", TRADES, "机电一体化技术", "2008-03", "2011-01", certificate_number=number)
    g = c.facts(
        school=TRADES,
        major="机电一体化技术",
        start_date="2008-03",
        end_date="2011-01",
        issue_date="2011-01-12",
        programme_type="成人",
        programme_type_as="成人高等教育",
        conclusion="毕业",
        level="大专",
        level_as="专科",
        years="三",
        form="函授",
        president="晁仲文",
        certificate_number=number,
    )
    c.file("01.webp", (g, graduation.adult), quality="photo")
    r = c.facts(
        **{k: g[k] for k in ("school", "major", "level", "level_as", "start_date", "end_date", "certificate_number")},
        form="函授",
        report_number="9999408",
        issued="2021-04-19",
        outcome="毕业",
        conclusion="该证书所载内容与注册信息一致",
    )
    c.file("02.webp", (r, register.report_letter))
    _technician(c)
    first, second, third = c.cards()
    c.file("04.webp", (first, training.stub))
    c.file("05.webp", (second, training.stub), quality="clean")
    c.file("06.webp", (third, training.stub), quality="photo")
    tables = (c.table("2020"), c.table("2021"), c.table("2022", "优秀"))
    for place, table in enumerate(tables):
        c.file(f"{place + 7:02d}.webp", (table, appraisal.circled), turn=place % 2)
    return c.dossier()


def _technician(c: Case) -> None:
    v = {
        "occupation": "电工",
        "level": "技师",
        "certificate_number": "Y000033000999192000031",
        "issue_date": "2019-11-20",
    }
    s = c.facts(**v, level_as="二级/技师", issuer=BEARING)
    c.declare(
        "skill_certificates",
        occupation="电工",
        level="技师",
        certificate_number=v["certificate_number"],
        issued_on=v["issue_date"],
    )
    c.expect("pass", ("vocational.certificate", "skill_certificates[0]"))
    c.file("03.webp", (s, posts.skill_card))
    a = c.facts(
        award="海浦市首席工人",
        issuer="海浦市人民政府",
        issue_date="2021-04-28",
        occasion="在2020年度全市技能人才选树活动中成绩优异",
    )
    c.declare("awards", name=a["award"], issuer=a["issuer"], date="2021-04", collective=False)
    c.file("03-1.webp", (a, honours.red_folder), dpi=84)


def w03() -> Dossier:
    """A master from abroad without a title, four years in the trade."""
    c = Case("W03", person("古丽米热·阿不都", "女", "1994-03-08", 43), (ROBOT, "视觉算法工程师", "2019-03", None))
    c.application |= {"subfield": "系统集成"}
    school, number = "诺斯米尔大学", "教留服认英[2019]99073号"
    c.educated(
        "硕士研究生",
        school,
        "机械工程",
        "2017-09",
        "2018-11",
        degree="理学硕士",
        certificate_number=number,
        overseas=True,
    )
    c.expect("drop", *((f"education.{part}", "education[0]") for part in ("major", "level", "dates")))
    r = c.facts(
        heading="国外学历学位认证书",
        certificate_number=number,
        school=school,
        english="University of Northmere",
        country="英国",
        degree="理学硕士",
        major="机械工程",
        start_date="2017-09",
        end_date="2018-11",
        issued="2019-02-20",
        conclusion="所获学位证书真实有效，表明其具有相应的学历",
    )
    c.file("a.webp", (r, register.recognition_sentences), quality="clean", dpi=86)
    _program(c)
    first, second, third = c.cards()
    c.file("c1.pdf", (first, training.headline), (second, training.headline), quality="text")
    c.file("c2.webp", (third, training.sideways), quality="clean")
    c.file("d0.webp", (c.table("2020"), appraisal.points), dpi=92)
    c.file("d1.webp", (c.table("2021"), appraisal.points), quality="photo")
    c.file("d2.webp", (c.table("2022", "优秀"), appraisal.letter))
    said = "本人自2019年入职以来一直从事机器视觉检测系统的开发，先后完成检测工位23套、图像算法模块11个，取得软件著作权1项。"
    summary = c.facts(text=said * 2, dated="2023-08-20")
    pledge = c.facts(title="工程师", dated="2023-08-20")
    c.file("e1.webp", (summary, projects.summary), quality="clean")
    c.file("e2.webp", (pledge, projects.pledge))
    return c.dossier()


def _program(c: Case) -> None:
    s = c.facts(
        software_name="视觉检测工位参数管理系统V2.0",
        owner=ROBOT,
        registration_number="2022SR9999961",
        serial="9999961",
        finished="2022-01-20",
        registered_on="2022-05-13",
    )
    c.declare("software_copyrights", number="2022SR9999961", name=s["software_name"], registered_on="2022-05-13")
    c.expect("drop", ("achievement.software", "software_copyrights[0]"))
    c.file("b.webp", (s, works.software))


def w04() -> Dossier:
    """A graduate of 1999 with the form from his file."""
    c = Case("W04", person("濮阳立群", "男", "1976-11-21", 44), (PUMP, "水泵设计工程师", "1999-08", None))
    c.application |= {"subfield": "设计开发"}
    _of_the_nineties(c)
    t = c.titled("流体机械", "2003-12-26", "海初职200399017", "2004-02-10", committee="海浦市机电初级评委会")
    c.file("04.pdf", (t, title.wallet), jpeg=15)
    c.file("05.webp", (c.appointed("2004-03-01", "", "2004-02-27"), posts.plain_proof), quality="clean")
    first, second, third = c.cards()
    c.file("06.pdf", *((card, training.three_sorts) for card in (third, second, first)), quality="text")
    c.file("09.pdf", (c.table("2020", "优秀"), appraisal.two_pages), dpi=80, jpeg=14)
    c.file("10.webp", (c.table("2021"), appraisal.compact))
    c.file("11.webp", (c.table("2022"), appraisal.letter), quality="photo")
    return c.dossier()


def _of_the_nineties(c: Case) -> None:
    major = "机械制造工艺与设备"
    c.educated(
        "本科",
        OLD,
        major,
        "1995-09",
        "1999-07",
        degree="工学学士",
        certificate_number="990407",
        degree_certificate_number="990388",
    )
    about = {"school": OLD, "major": major, "start_date": "1995-09", "end_date": "1999-07", "president": "陶仲廉"}
    g = c.facts(
        **about,
        certificate_number="990407",
        issue_date="1999-07-01",
        level="本科",
        years="四",
        conclusion="毕业",
        conclusion_as="畢業",
    )
    d = c.facts(**about, certificate_number="990388", issue_date="1999-07-01", degree="工学学士")
    r = c.facts(
        **about,
        history="1983.9—1989.7 海浦县城关小学；1989.9—1995.7 海浦县第一中学；1995.9—1999.7 澜川机械工业学院",
        account="四年来我遵守校纪，努力学习专业课程，毕业设计题目为《离心泵体加工工艺及夹具设计》，成绩良好。",
    )
    c.file("01.webp", (g, graduation.full_characters))
    c.file("02.webp", (d, degree.old), quality="clean")
    c.file("03-1.webp", (r, register.graduate_booklet, 0))
    c.file("03-2.webp", (r, register.graduate_booklet, 1))
    for part in EDUCATION_PARTS:
        c.expect("pass", (f"education.{part}", "education[0]"))


DOSSIERS = (w01, w02, w03, w04)
