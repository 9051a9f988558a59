"""Applicants of Quelin by the ordinary route with something wrong in numbers, years, names, employers, dates."""

from __future__ import annotations

import random

from samples.content import Dossier, Holder, Layout
from samples.dossiers.quelin_case import (
    CODES,
    COOLING,
    COUNTY,
    ENGINEERING,
    HYDRAULIC,
    NUMERIC,
    OF_A_TABLE,
    PLAIN,
    SUMS,
    TOOLING,
    Case,
    person,
    registered,
)
from samples.drawing import Sheet
from samples.layouts_quelin import appraisal, claims, posts, schooling, training, works
from samples.layouts_quelin.leaf import Said
from samples.numbers import diploma_number

HALF = "tuned"


def x07() -> Dossier:
    """A number wrong by a digit, no letter of appointment, an hour short, a diploma for a table, one sentence."""
    c = Case("X07", person("库尔班·艾力", "男", "1996-01-14", 67), ((COOLING, "制冷工艺工程师", "2018-07", None),))
    c.application = {"subfield": "系统集成"}
    declared = {"certificate_number": diploma_number(CODES[PLAIN], "2018", "本科", 4160)}
    years = ("2014-09", "2018-06")
    diploma, degree = c.bachelor(PLAIN, "能源与动力工程", years, "2018-06-21", 4150, **declared)
    c.expect("education_differs", ("education.number", "education[0]"))
    c.file("01-毕业证.webp", (diploma, schooling.framed))
    c.file("02-学位证.webp", (degree, schooling.degree_own), quality="photo")
    r = registered(diploma, "2014-09-03", "W3KE8ZQX7TM2RA6L", "2023-08-09", "2024-01-09")
    c.file("03-备案表.webp", (r, schooling.register_table), quality="clean")
    t = c.titled("热能与动力", "2019-11-22", "QL2019112207", "2020-01-06", issuer=COUNTY)
    c.file("04-职称.webp", (t, posts.bilingual), quality="clean")
    c.appointed("2019-12-01", "2024-11-30", "2019-11-29")
    c.expect("document_missing", ("appointment.letter", "appointments[0]"))
    c.expect("drop", ("appointment.match", "appointments[0]"), ("eligibility.route", "application"))
    cards = (c.card("2021", 64, 26), c.card("2022", 66, 24), c.card("2023", 65, 24))
    c.file("05-学时.pdf", *((card.but(face="zenhei"), training.ledger) for card in cards), quality="text")
    c.expect("hours_short", ("training.total", "application"))
    _short_and_praised(c)
    return c.dossier()


def _short_and_praised(c: Case) -> None:
    praise = "该同志工作踏实，团结同事，表现合格。"
    c.file("06-考核2020.webp", (c.appraised("2020", opinion=praise), appraisal.chit))
    c.expect("one_sentence", ("appraisal.narrative", "2020"))
    a = c.say(
        award="2021年度岗位能手", issuer=COOLING, issue_date="2022-01-18", occasion="在2021年度技术攻关中表现突出"
    )
    c.file("06-考核2021.jpg", (a, claims.pennant), quality="photo")
    c.declare("appraisals", year=2021, result="优秀", employer=COOLING)
    c.expect("document_missing", ("appraisal.each_year", "2021"))
    c.expect("award_instead", ("appraisal.not_award", "2021"))
    c.expect("drop", *((f"appraisal.{part}", "2021") for part in OF_A_TABLE))
    c.file("06-考核2022.webp", (c.appraised("2022"), appraisal.register), turn=2)


def x08() -> Dossier:
    """A code that ran out, a table of 2019 for 2020, a colleague's card, a table without a seal."""
    c = Case("X08", person("翟明远", "男", "1991-06-03", 68), ((TOOLING, "模具设计工程师", "2013-07", None),))
    major, years = "材料成型及控制工程", ("2009-09", "2013-06")
    diploma, degree = c.bachelor(ENGINEERING, major, years, "2013-06-26", 5028)
    c.file("附件1.webp", (diploma, schooling.spread), quality="photo", turn=3)
    c.file("附件2.webp", (degree, schooling.degree_plain))
    r = registered(diploma, "2009-09-08", "E2RX9MLT4AQW7K3Z", "2023-02-18", "2023-05-18", face="zenhei")
    c.file("附件3.pdf", (r, schooling.register_lines), quality="text")
    c.expect("review", ("education.material", "education[0]"))
    t = c.titled("模具", "2017-10-27", "溯职字20171007118", "2017-12-04", document="溯人社职〔2017〕52号")
    c.file("附件4.webp", (t, posts.wallet), quality="clean")
    c.file(
        "附件5.webp", (c.appointed("2017-12-01", "2023-12-31", "2017-11-30", obtained="2017-10-27"), posts.grid_letter)
    )
    colleague = person("司徒静姝", "女", "1990-10-19", 71)
    c.file("附件6.tif", (c.card("2021", 68, 24), training.card), (c.card("2022", 70, 22), training.card), grey=True)
    other = c.card("2023", 66, 22)
    c.file("附件7.tif", (_of(colleague, other), training.card), grey=True)
    c.expect("name_other_person", ("identity.name", "附件7.tif"))
    c.expect("person_differs", ("identity.person", "附件7.tif"))
    c.expect("document_missing", ("training.each_year", "2023"))
    c.expect("drop", ("training.declared", "2023"))
    c.expect("document_missing", *SUMS)
    c.file("附件8.webp", (c.appraised("2019", declared=""), appraisal.verdict))
    c.declare("appraisals", year=2020, result="合格", employer=TOOLING)
    c.expect("document_missing", ("appraisal.each_year", "2020"))
    c.expect("drop", *((f"appraisal.{part}", "2020") for part in ("not_award", *OF_A_TABLE)))
    c.file("附件9.jpg", (c.appraised("2021", "优秀"), appraisal.rings), quality="photo", jpeg=10)
    c.file("附件10.webp", (c.appraised("2022", seal=""), appraisal.register), quality="clean")
    c.expect("no_seal", ("appraisal.seal", "2022"))
    return c.dossier()


def _of(other: Holder, said: Said) -> Said:
    """The same paper about somebody else."""
    own = {"name": other.name, "gender": other.gender, "birth_date": other.birth, "id_number": other.number}
    return Said(other, {**said.values, **own}, said.rows)


def shared_patent(c: Case) -> tuple[Said, Layout]:
    """One certificate that two applicants declare as theirs."""
    values = {"patent_name": "一种数控机床液压夹紧回路", "patent_number": "ZL202129999971.4"}
    c.declare(
        "patents",
        type="实用新型",
        number=values["patent_number"],
        name=values["patent_name"],
        inventor_rank=1,
        granted_on="2022-03-04",
    )
    more = {"patent_type": "实用新型", "applied_on": "2021-09-22", "granted_on": "2022-03-04", "serial": "9999671"}
    people = {"inventors": "荆楚瑶;巴山雨", "patentee": NUMERIC, "publication": "CN 299999971 U"}
    return c.say(**values, **more, **people), _same_sheet


def _same_sheet(said: Said, _: random.Random) -> list[Sheet]:
    """The same sheet for whoever hands it in."""
    return works.utility(said, random.Random(said["patent_number"]))


def x09() -> Dossier:
    """Three years in the title, appointed before it, another school, changed employers, an hour of general matters short."""
    c = Case(
        "X09",
        person("荆楚瑶", "女", "1997-08-29", 69),
        ((HYDRAULIC, "液压设计员", "2019-07", "2021-08"), (NUMERIC, "液压单元工程师", "2021-09", None)),
    )
    years = ("2015-09", "2019-06")
    papers = c.bachelor(ENGINEERING, "机械电子工程", years, "2019-06-20", 6613, declared_school=PLAIN)
    c.expect("education_differs", ("education.school", "education[0]"))
    c.expect("document_missing", ("education.material", "education[0]"))
    c.expect("drop", ("education.degree", "education[0]"))
    both = zip(papers, (schooling.framed, schooling.degree_own), strict=True)
    c.file("p0.pdf", *both, grey=True, flat=True)
    t = c.titled("流体传动", "2020-11-20", "SY20201107025", "2021-01-15", employer=HYDRAULIC)
    c.file("p1.webp", (t, posts.electronic), quality="clean")
    c.expect("fail", ("eligibility.route", "application"))
    before = c.appointed("2020-10-01", "2021-08-31", "2020-09-28", employer=HYDRAULIC)
    c.expect("review", ("appointment.match", "appointments[0]"))
    c.file("p2.webp", (before, posts.folder))
    c.file("p3.webp", (c.appointed("2021-09-01", "", "2021-09-01"), posts.open_end), turn=1)
    cards = (c.card("2021", 70, 18), c.card("2022", 75, 18), c.card("2023", 75, 17))
    c.file("p4.tif", *((card, training.register) for card in cards), grey=True)
    c.expect("hours_short", ("training.public", "application"))
    c.file("p5.webp", (c.appraised("2020", position="液压设计员"), appraisal.rings), quality="photo")
    old = {"employer": HYDRAULIC, "seal": HYDRAULIC, "position": "液压设计员"}
    c.file("p6.webp", (c.appraised("2021", **old), appraisal.verdict))
    c.expect("employer_not_last", ("appraisal.employer", "2021"))
    c.expect("drop", ("appraisal.seal", "2021"))
    c.file("p7.webp", (c.appraised("2022"), appraisal.scores))
    periods = ((HYDRAULIC, "2020-08", "2021-08"), (NUMERIC, "2021-09", "2023-07"))
    c.file("p8.webp", (c.insured(*periods), claims.insured_months), quality="clean")
    said, layout = shared_patent(c)
    c.file("p9.webp", (said, layout), skew=0.8)
    c.expect("review", ("batch.duplicate", "p9.webp"))
    return c.dossier()


DOSSIERS = (x07, x08, x09)
