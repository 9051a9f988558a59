"""Four applicants of Songya by the ordinary route: two with whom nothing is wrong, two with four defects each."""

from __future__ import annotations

from samples.content import Dossier
from samples.dossiers.quelin_case import OF_A_TABLE, SUMS, person, registered
from samples.dossiers.songya_case import BEARINGS, FARMING, LINES, POLYTECHNIC, PUMPS, SCIENCE, SongyaCase, words
from samples.layouts_quelin.leaf import Said
from samples.layouts_songya import appraisal, posts, schooling, training, works

HALF = "tuned"


def y01() -> Dossier:
    """A bachelor of 2012; two employers; insurance and a patent."""
    jobs = (
        (FARMING, "产品设计员", "2012-07", "2019-12"),
        (PUMPS, "水力设计工程师", "2020-01", None),
    )
    c = SongyaCase("Y01", person("濮阳清和", "女", "1990-05-17", 81), jobs)
    diploma, degree = c.bachelor(SCIENCE, "过程装备与控制工程", ("2008-09", "2012-06"), "2012-06-28", 1806)
    c.file("01毕业证书.webp", (diploma, schooling.portrait))
    c.file("02学位证书.jpg", (degree, schooling.degree_lying), quality="photo")
    r = registered(diploma, "2008-09-06", "R4XQ7TWA9MKE2LZ3", "2023-08-16", "2024-02-16")
    c.file("03学历备案表.pdf", (r, schooling.register_pairs), quality="text")
    t = c.titled("机械设计", "2016-11-25", "SY16112500381", "2017-01-09", employer=FARMING)
    c.file("04职称证书.webp", (t, posts.booklet))
    c.file("05聘用协议.webp", (c.appointed("2020-01-01", "2023-12-31", "2019-12-30"), posts.pact), quality="clean")
    c.file("06学时卡2021.tif", (c.card("2021", 66, 24), training.passbook), grey=True)
    c.file("07学时卡2022.tif", (c.card("2022", 72, 26), training.statement), grey=True)
    c.file("08学时卡2023.webp", (c.card("2023", 65, 22), training.slip), quality="clean")
    c.file("09考核2020.webp", (c.appraised("2020"), appraisal.headed))
    c.file("10考核2021.webp", (c.appraised("2021", "优秀"), appraisal.split), quality="photo")
    c.file("11考核2022.webp", (c.appraised("2022"), appraisal.essay))
    periods = ((PUMPS, "2020-08", "2023-07"),)
    c.file("12社保.tif", (c.insured(*periods), works.insured), grey=True)
    c.file("13专利.pdf", (_patent(c), works.patent), grey=True, flat=True)
    return c.dossier()


def _patent(c: SongyaCase) -> Said:
    values = {"patent_name": "一种熔盐泵用双端面密封组件", "patent_number": "ZL202229999953.0"}
    about = {"type": "实用新型", "granted_on": "2022-10-14", "inventor_rank": 1}
    c.declare("patents", number=values["patent_number"], name=values["patent_name"], **about)
    more = {"patent_type": "实用新型", "applied_on": "2022-05-19", "granted_on": "2022-10-14", "serial": "9999953"}
    people = {"inventors": "濮阳清和;庾思远", "patentee": PUMPS, "publication": "CN 299999953 U"}
    return c.say(**values, **more, **people)


def y02() -> Dossier:
    """A bachelor of 2015; an article and an honour."""
    c = SongyaCase("Y02", person("冉启文", "男", "1993-11-02", 82), ((FARMING, "农机结构工程师", "2015-07", None),))
    c.application = {"subfield": "生产制造"}
    diploma, degree = c.bachelor(POLYTECHNIC, "农业机械化及其自动化", ("2011-09", "2015-06"), "2015-06-19", 2744)
    c.file("甲-学历.webp", (diploma, schooling.columns), quality="photo")
    c.file("甲-学位.pdf", (degree, schooling.degree_rows), grey=True, flat=True)
    r = registered(diploma, "2011-09-04", "L3ZT8KQW2XAM6R9E", "2023-08-21", "2023-11-21")
    c.file("甲-备案.webp", (r, schooling.register_wide), quality="clean")
    t = c.titled("农业机械", "2018-12-07", "SY18120700529", "2019-02-18")
    c.file("乙-职称.webp", (t, posts.card), quality="clean")
    c.file("乙-聘书.webp", (c.appointed("2019-01-01", "2023-12-31", "2018-12-28"), posts.certificate))
    cards = (c.card("2021", 70, 20), c.card("2022", 62, 28), c.card("2023", 74, 18))
    c.file("丙-学时.pdf", *((card, training.passbook) for card in cards), quality="text")
    c.file("丁-2020.webp", (c.appraised("2020"), appraisal.split))
    c.file("丁-2021.webp", (c.appraised("2021"), appraisal.headed))
    c.file("丁-2022.webp", (c.appraised("2022", "优秀"), appraisal.essay), quality="photo")
    c.file("戊-论文.pdf", (_article(c), works.article), grey=True, flat=True)
    a = c.say(award="技术能手", issuer="泠川市人民政府", issue_date="2021-12-24", occasion="2021年度制造业职工技能竞赛")
    c.declare("awards", name="技术能手", issuer="泠川市人民政府", date="2021-12", collective=False)
    c.file("己-荣誉.webp", (a, works.honour))
    return c.dossier()


def _article(c: SongyaCase) -> Said:
    journal = {"journal": "泠北机械评论", "issn": "9999-0938", "cn": "33-5946/TH", "date": "2022-08"}
    values = {"title": "中型拖拉机后悬挂提升臂的疲劳校核"} | journal
    c.declare("papers", **values, author_rank=1)
    return c.say(
        **values,
        authors="冉启文;郗广陵",
        issue="2022年第4期",
        page="34",
        keywords="拖拉机　后悬挂　疲劳",
        abstract="对提升臂进行应力测试与四十万次台架试验，比较两种加强方案，选出质量增加较少的一种。",
        text="后悬挂装置承受农具的交变载荷，提升臂根部最易开裂。本文由田间实测载荷谱出发，校核危险截面的寿命，并给出改进结构。",
    )


def y03() -> Dossier:
    """Another major on the papers, no appointment, 53 hours of general matters, a year in one sentence."""
    c = SongyaCase("Y03", person("蔺婉秋", "女", "1994-02-26", 83), ((LINES, "自动化设备设计师", "2016-07", None),))
    c.application = {"subfield": "系统集成"}
    years = ("2012-09", "2016-06")
    diploma, degree = c.bachelor(POLYTECHNIC, "市场营销", years, "2016-06-22", 3192, declared_major="机械电子工程")
    c.expect("education_differs", ("education.major", "education[0]"))
    c.expect("drop", ("education.degree", "education[0]"), ("eligibility.route", "application"))
    c.file("s1.webp", (diploma, schooling.portrait), quality="photo")
    c.file("s2.pdf", (degree, schooling.degree_lying), grey=True, flat=True)
    r = registered(diploma, "2012-09-02", "W9AE3RXT6LZK8QM2", "2023-08-11", "2024-02-11")
    c.file("s3.webp", (r, schooling.register_pairs), quality="clean")
    t = c.titled("机电一体化", "2018-11-30", "SY18113000274", "2019-01-22")
    c.file("s4.webp", (t, posts.card))
    c.appointed("2019-01-01", "2023-12-31", "2018-12-29")
    c.expect("document_missing", ("appointment.letter", "appointments[0]"))
    c.expect("drop", ("appointment.match", "appointments[0]"))
    c.file("s5.webp", (c.card("2021", 75, 18), training.slip))
    c.file("s6.webp", (c.card("2022", 78, 18), training.slip), quality="photo")
    c.file("s7.tif", (c.card("2023", 76, 17), training.passbook), grey=True)
    c.expect("hours_short", ("training.public", "application"))
    c.file("s8.webp", (c.appraised("2020"), appraisal.essay))
    c.file("s9.webp", (c.appraised("2021"), appraisal.note))
    c.expect("one_sentence", ("appraisal.narrative", "2021"))
    c.file("s10.webp", (c.appraised("2022"), appraisal.headed))
    return c.dossier()


def y04() -> Dossier:
    """Another school on the papers, a colleague's card of 2022, three years in one table, months uninsured."""
    c = SongyaCase("Y04", person("佘晓峰", "男", "1989-08-08", 84), ((BEARINGS, "磨削工艺师", "2012-07", None),))
    c.application = {"subfield": "生产制造"}
    years = ("2008-09", "2012-06")
    diploma, degree = c.bachelor(SCIENCE, "机械工程及自动化", years, "2012-06-20", 4417, declared_school=POLYTECHNIC)
    c.expect("education_differs", ("education.school", "education[0]"))
    c.expect("drop", *((f"education.{part}", "education[0]") for part in ("degree", "material")))
    c.expect("drop", ("eligibility.route", "application"))
    c.file("材料01.webp", (diploma, schooling.columns))
    c.file("材料02.webp", (degree, schooling.degree_rows), quality="photo")
    r = registered(diploma, "2008-09-03", "T6MK2EZQ8WLX4A7R", "2023-08-24", "2023-11-24")
    c.file("材料03.pdf", (r, schooling.register_wide), grey=True, flat=True)
    t = c.titled("机械制造", "2017-12-08", "SY17120800163", "2018-02-06")
    c.file("材料04.webp", (t, posts.booklet))
    c.file("材料05.webp", (c.appointed("2018-01-01", "2023-12-31", "2017-12-29"), posts.certificate))
    c.file("材料06.webp", (c.card("2021", 64, 26), training.statement), quality="photo")
    _colleagues_card(c)
    c.file("材料08.tif", (c.card("2023", 66, 24), training.statement), grey=True)
    _three_years(c)
    paid = ((BEARINGS, "2020-08", "2021-12"), (BEARINGS, "2022-05", "2023-07"))
    insured = c.insured((BEARINGS, "2020-08", "2023-07"), shown=paid)
    c.file("材料10.tif", (insured, works.insured), grey=True)
    c.expect("review", ("insurance.coverage", "application"))
    return c.dossier()


def _colleagues_card(c: SongyaCase) -> None:
    other, card = person("鲜于敏", "女", "1992-04-13", 85), c.card("2022", 70, 22)
    own = {"name": other.name, "gender": other.gender, "birth_date": other.birth, "id_number": other.number}
    c.file("材料07.tif", (Said(other, {**card.values, **own}, card.rows), training.passbook), grey=True)
    c.expect("name_other_person", ("identity.name", "材料07.tif"))
    c.expect("person_differs", ("identity.person", "材料07.tif"))
    c.expect("document_missing", ("training.each_year", "2022"), *SUMS)
    c.expect("drop", ("training.declared", "2022"))


def _three_years(c: SongyaCase) -> None:
    results = ("合格", "合格", "优秀")
    table = c.appraised("2022", "优秀")
    c.profile["appraisals"].clear()
    for year, result in zip(("2020", "2021", "2022"), results, strict=True):
        c.declare("appraisals", year=int(year), result=result, employer=BEARINGS)
        c.expect("appraisal_merged_year", ("appraisal.each_year", year))
        c.expect("drop", *((f"appraisal.{part}", year) for part in OF_A_TABLE if part != "result"))
    rows = tuple(zip(("2020", "2021", "2022"), words()["Y04"], results, strict=True))
    c.file("材料09.webp", (Said(table.holder, table.values, rows), appraisal.joined))
    c.expect("appraisal_merged", ("appraisal.single_year", "材料09.webp"))


DOSSIERS = (y01, y02, y03, y04)
