"""Applicants of Haipu by the ordinary route with something wrong in names, years, employers, insurance, dates."""

from __future__ import annotations

import random
from dataclasses import replace

from samples.content import Dossier
from samples.dossiers.haipu_case import (
    BEARING,
    CODES,
    HARVEST,
    MOULD,
    SUMS,
    TECH,
    TRADES,
    UPPER_OFFICE,
    Case,
    person,
)
from samples.drawing import Sheet
from samples.layouts_haipu import (
    appraisal,
    degree,
    graduation,
    honours,
    posts,
    register,
    title,
    training,
    works,
)
from samples.layouts_haipu.page import Facts
from samples.numbers import degree_number, diploma_number

HALF = "tuned"


def w08() -> Dossier:
    """A name that only looks alike, another major, no card for 2022, a colleague's for 2023, insurance broken off."""
    c = Case("W08", person("阎景行", "男", "1990-01-30", 48), (BEARING, "磨削工艺工程师", "2014-07", None))
    c.application |= {"subfield": "生产制造"}
    _another_major(c)
    t = c.titled("机械制造", "2018-12-14", "YL20181299051", "2019-01-25", UPPER_OFFICE)
    c.file("a4.webp", (replace(t, values=t.values | {"name": "闫景行"}), title.sentence), dpi=84)
    c.expect("name_lookalike", ("identity.name", "a4.webp"))
    said = {"department": "磨工车间", "duties": "负责套圈磨削工艺编制、试验与改进。", "leader": "路平川"}
    c.file(
        "a5.webp", (c.appointed("2019-02-01", "2024-01-31", "2019-01-30", **said), posts.contract_form), quality="photo"
    )
    c.file("a6.webp", (c.card("2021"), training.headline), quality="clean")
    c.declare("training_hours", year=2022, total=90, specialized=66, public=24)
    colleague = person("瞿牧之", "男", "1988-06-16", 51)
    c.file("a7.webp", (c.of(colleague, c.card("2023")), training.ledger), dpi=98)
    c.expect("name_other_person", ("identity.name", "a7.webp"))
    c.expect("person_differs", ("identity.person", "a7.webp"))
    c.expect("document_missing", ("training.each_year", "2023"))
    c.expect("document_missing", ("training.each_year", "2022"))
    c.expect("drop", ("training.declared", "2022"), ("training.declared", "2023"))
    c.expect("document_missing", *SUMS)
    c.file("a8.webp", (c.table("2020"), appraisal.circled), quality="photo")
    c.file("a9.webp", (c.table("2021"), appraisal.boxes))
    c.file("a10.webp", (c.table("2022", "优秀"), appraisal.letter))
    paid = ((BEARING, "2020-09", "2022-02"), (BEARING, "2022-06", "2023-08"))
    c.file("a11.webp", (c.insured((BEARING, "2020-09", "2023-08"), rows=paid), honours.provincial), dpi=100)
    c.expect("review", ("insurance.coverage", "application"))
    return c.dossier()


def _another_major(c: Case) -> None:
    number, of_degree = diploma_number(CODES[TECH], "2014", "本科", 2290), degree_number(CODES[TECH], "2014", 2290)
    c.educated(
        "本科",
        TECH,
        "机械设计制造及其自动化",
        "2010-09",
        "2014-06",
        degree="工学学士",
        certificate_number=number,
        degree_certificate_number=of_degree,
    )
    c.expect("education_differs", ("education.major", "education[0]"))
    c.expect("drop", ("education.degree", "education[0]"))
    about = {"school": TECH, "major": "材料成型及控制工程", "president": "邰宗岱", "level": "本科", "years": "四"}
    about |= {"issue_date": "2014-06-22", "conclusion": "毕业"}
    g = c.facts(
        **about,
        certificate_number=number,
        programme_type="普通",
        programme_type_as="普通高等教育",
        start_date="2010-09",
        end_date="2014-06",
    )
    c.file("a1.webp", (g, graduation.two_tongues), dpi=76)
    c.file(
        "a2.webp", (c.facts(**about, certificate_number=of_degree, degree="工学学士"), degree.strips), quality="clean"
    )
    c.expect("document_missing", ("education.material", "education[0]"))


def _shared_patent(c: Case) -> Facts:
    return c.facts(
        patent_type="实用新型",
        patent_name="一种双色注塑模具的转盘定位装置",
        patent_number="ZL202129999962.5",
        inventors="宗政明泽;佟若川",
        patentee=MOULD,
        applied_on="2021-08-05",
        granted_on="2022-02-18",
        serial="9999662",
        publication="CN 219999962 U",
    )


def _same_sheet(f: Facts, _: random.Random) -> list[Sheet]:
    """The same sheet for whoever hands it in."""
    return works.patent_pairs(f, random.Random(f["patent_number"]))


def w09() -> Dossier:
    """Changed the employer in July 2021 and shows the old one's table; one line for 2020; appointed before the title."""
    c = Case(
        "W09",
        person("宗政明泽", "男", "1990-12-12", 49),
        (HARVEST, "传动设计技术员", "2013-07", "2021-06"),
        (MOULD, "模具设计工程师", "2021-07", None),
    )
    c.application |= {"subfield": "设计开发", "publicity": {"start": "2023-09-14", "end": "2023-09-18"}}
    c.expect("fail", ("application.publicity", "application"))
    _extracted(c)
    t = c.titled("模具设计与制造", "2018-06-28", "YL20180699033", "2018-08-17", employer=HARVEST)
    c.file("01职称.webp", (t, title.card), quality="clean")
    before = c.appointed("2018-05-01", "2021-06-30", "2018-04-27", employer=HARVEST)
    c.expect("review", ("appointment.match", "appointments[0]"))
    after = c.appointed("2021-07-01", "", "2021-07-01")
    c.file("02聘任.webp", (before, posts.gilt), dpi=76)
    c.file("02续聘.webp", (after, posts.plain_proof))
    c.file("03学时.pdf", *((card, training.stub) for card in c.cards()), quality="text")
    praise = "该同志工作认真负责，表现良好。"
    c.file("04.webp", (c.table("2020", comment=praise, position="传动设计技术员"), appraisal.slip), quality="clean")
    c.expect("one_sentence", ("appraisal.narrative", "2020"))
    old = c.table("2021")
    former = {"employer": HARVEST, "seal": HARVEST, "position": "传动设计技术员", "signed_on": "2021-12-30"}
    c.file("05.webp", (replace(old, values=old.values | former), appraisal.letter))
    c.expect("employer_not_last", ("appraisal.employer", "2021"))
    c.expect("drop", ("appraisal.seal", "2021"))
    c.file("06.tif", (c.table("2022"), appraisal.circled), grey=True, dpi=130)
    c.expect("seal_without_colour", ("appraisal.seal", "2022"))
    periods = ((HARVEST, "2020-08", "2021-06"), (MOULD, "2021-07", "2023-07"))
    c.file("07社保.webp", (c.insured(*periods), honours.lying_table), dpi=84)
    p = _shared_patent(c)
    c.declare(
        "patents",
        type="实用新型",
        number=p["patent_number"],
        name=p["patent_name"],
        inventor_rank=1,
        granted_on="2022-02-18",
    )
    c.file("08专利.webp", (p, _same_sheet), skew=0.9)
    c.expect("review", ("batch.duplicate", "08专利.webp"))
    return c.dossier()


def _extracted(c: Case) -> None:
    """The register gave the schooling by itself."""
    c.educated(
        "本科",
        TECH,
        "材料成型及控制工程",
        "2009-09",
        "2013-06",
        certificate_number=diploma_number(CODES[TECH], "2013", "本科", 1187),
        degree="工学学士",
        auto_extracted=True,
    )


def w10() -> Dossier:
    """Late; a title a year younger than declared on a paper with another number; a locked file; too low a grade of skill."""
    c = Case("W10", person("佟若川", "女", "1993-02-27", 50), (MOULD, "注塑工艺工程师", "2014-08", None))
    c.application |= {"subfield": "技术服务", "submitted_on": "2023-09-11"}
    c.expect("fail", ("application.deadline", "application"))
    c.expect("drop", ("eligibility.route", "application"))
    _self_taught(c)
    t = c.titled("高分子材料", "2020-06-28", "YL20200699048", "2020-08-31", declared_on="2019-06-28")
    c.expect("title_differs", ("title.match", "titles[0]"))
    other = c.holder.number[:9] + str((int(c.holder.number[9]) + 1) % 10) + c.holder.number[10:]
    c.file("03.webp", (replace(t, values=t.values | {"id_number": other}), title.sentence), dpi=84)
    c.expect("review", ("identity.person", "03.webp"))  # its check digit is wrong: misread or misprinted
    first, second, third = c.cards()
    c.file("05.pdf", (first, training.stub), dpi=44, jpeg=14, damage="encrypted")
    c.expect("perhaps_unreadable", ("training.each_year", "2021"))
    c.expect("drop", ("training.declared", "2021"))
    c.expect("hours_undecided", *SUMS)
    c.file("06.webp", (second, training.three_sorts))
    c.file("07.webp", (third, training.stub), quality="photo")
    c.file("08.webp", (c.table("2020"), appraisal.boxes))
    c.file("09.webp", (c.table("2021"), appraisal.compact))
    c.file("10.webp", (c.table("2022", "合格", declared="优秀"), appraisal.compact))
    c.expect("result_differs", ("appraisal.result", "2022"))
    p = _shared_patent(c)
    about = c.declare(
        "patents",
        type="实用新型",
        number=p["patent_number"],
        name=p["patent_name"],
        inventor_rank=1,
        granted_on="2022-02-18",
    )
    c.expect("fail", ("achievement.patent", about))
    c.file("11.jpg", (p, _same_sheet), skew=1.4, dpi=82, jpeg=19)
    c.expect("review", ("batch.duplicate", "11.jpg"))
    _skill(c)
    return c.dossier()


def _self_taught(c: Case) -> None:
    number, major = "66990401141130527", "模具设计与制造"
    c.educated("大专", TRADES, major, None, "2014-06", certificate_number=number)
    c.expect("drop", ("education.dates", "education[0]"))
    about = {"school": TRADES, "major": major, "level": "大专", "level_as": "专科", "certificate_number": number}
    about |= {"conclusion": "毕业", "programme_type": "自考", "president": "晁仲文"}
    g = c.facts(**about, programme_type_as="高等教育自学考试", issue_date="2014-06-30")
    c.file("01.webp", (g, graduation.self_taught), quality="photo")
    r = c.facts(
        **about,
        programme_type_as="高等教育自学考试",
        end_date="2014-06-30",
        years="--",
        form="自学考试",
        updated="2023-08-27",
        verification_code="A4XK7TQW2ZL9R3ME",
        valid_until="2024-01-27",
    )
    c.file("02.webp", (r, register.registration_table), quality="clean")


def _skill(c: Case) -> None:
    number = "1633060002399018"
    v = c.facts(
        occupation="模具工",
        level="高级工",
        level_as="高级技能（三级）",
        certificate_number=number,
        issue_date="2016-05-20",
        issuer="东澜市职业技能鉴定中心",
    )
    c.declare(
        "skill_certificates", occupation="模具工", level="技师", certificate_number=number, issued_on="2016-05-20"
    )
    c.expect("fail", ("vocational.certificate", "skill_certificates[0]"))
    c.file("12.webp", (v, posts.qualification), dpi=84)


DOSSIERS = (w08, w09, w10)
