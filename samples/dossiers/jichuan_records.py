"""Three applicants of Jichuan with seeded defects in their schooling, hours, appraisals, titles and scans."""

from __future__ import annotations

from samples.content import Dossier
from samples.dossiers.jichuan_case import (
    CRANES,
    INSTITUTE,
    MOULDS,
    OF_A_TABLE,
    PRESIDENTS,
    SPINDLES,
    SUMS,
    UNIVERSITY,
    JichuanCase,
    person,
    words,
)
from samples.dossiers.jichuan_papers import appointed, appraised, bachelor, card, insured, registered, titled
from samples.dossiers.jichuan_routes import monitor
from samples.layouts_jichuan import (
    appraisals,
    degrees,
    diplomas,
    insurance,
    posts,
    registers,
    rights,
    training,
)
from samples.layouts_jichuan.board import Told
from samples.numbers import degree_number, diploma_number

HALF = "tuned"


def z05() -> Dossier:
    """结业 for 毕业, another number on the title, no card of 2022, a certificate of merit for the table of 2020."""
    jobs = ((SPINDLES, "质量检验工程师", "2016-07", None),)
    c = JichuanCase("Z05", person("柴雅琳", "女", "1994-08-17", 95), jobs, subfield="技术服务")
    none = {"degree": None, "degree_certificate_number": None}
    diploma, _ = bachelor(c, INSTITUTE, "材料成型及控制工程", "2012-09", "2016-06", "2016-06-24", 5306, **none)
    leaving = diploma.but(conclusion="结业")
    c.expect("not_graduated", ("education.conclusion", "education[0]"))
    c.expect("drop", ("education.material", "education[0]"), ("eligibility.route", "application"))
    c.file("图1.webp", (leaving, diplomas.spread))
    r = registered(leaving, "2012-09-03", "T9XE2KWR7ALQ4M6Z", "2023-08-22", "2024-02-22")
    c.file("图2.tif", (r, registers.official), quality="clean", grey=True)
    t = titled(c, "机械制造", "2018-12-14", "2019-02-20", "JC201812140572", certificate_number="JC201812140527")
    c.file("图3.tif", (t, posts.electronic), quality="clean", grey=True)
    c.expect("title_differs", ("title.match", "titles[0]"))
    letter = appointed(c, "2019-01-01", "2023-12-31", "2018-12-29", "机械制造")
    c.file("图4.webp", (letter, posts.register), quality="photo")
    c.file("图5.tif", (card(c, "2021", 66, 24), training.wide), grey=True)
    c.declare("training_hours", year=2022, total=92, specialized=68, public=24)
    c.file("图6.tif", (card(c, "2023", 67, 23), training.wide), quality="clean", grey=True)
    c.expect("document_missing", ("training.each_year", "2022"), *SUMS)
    c.expect("drop", ("training.declared", "2022"))
    merit = {"award": "2020年度质量标兵", "issuer": SPINDLES, "issue_date": "2021-01-20"}
    c.file("图7.webp", (c.say(**merit, occasion="公司2020年度工作"), rights.merit))
    c.declare("appraisals", year=2020, result="优秀", employer=SPINDLES)
    c.expect("document_missing", ("appraisal.each_year", "2020"))
    c.expect("award_instead", ("appraisal.not_award", "2020"))
    c.expect("drop", *((f"appraisal.{part}", "2020") for part in ("narrative", "result", "employer", "seal")))
    c.file("图8.webp", (appraised(c, "2021"), appraisals.letter))
    c.file("图9.webp", (appraised(c, "2022"), appraisals.form), quality="photo")
    return c.dossier()


def z06() -> Dossier:
    """An adult bachelor: another number on the diploma, 269 hours, three years in one table, months unpaid."""
    jobs = ((MOULDS, "模具设计师", "2012-03", None),)
    c = JichuanCase("Z06", person("鞠海峰", "男", "1990-02-13", 96), jobs)
    diploma, report, degree = _adult(c)
    c.file("扫描件1.tif", (diploma, diplomas.adult), grey=True)
    c.file("扫描件2.pdf", (report, registers.report), grey=True)
    c.file("扫描件3.webp", (degree, degrees.adults), quality="photo")
    t = titled(c, "模具设计与制造", "2018-11-30", "2019-01-25", "JC201811300091")
    c.file("扫描件4.tif", (t, posts.electronic), grey=True)
    letter = appointed(c, "2019-01-01", "2023-12-31", "2018-12-26", "模具设计")
    c.file("扫描件5.webp", (letter, posts.warrant), quality="clean")
    c.file(
        "扫描件6.tif",
        (card(c, "2021", 66, 24), training.certificate),
        (card(c, "2022", 68, 22), training.certificate),
        grey=True,
        dpi=160,
    )
    c.file("扫描件7.webp", (card(c, "2023", 64, 25), training.certificate), quality="photo")
    c.expect("hours_short", ("training.total", "application"))
    _three_in_one(c)
    paid = ((MOULDS, "2020-07", "2021-10"), (MOULDS, "2022-03", "2023-07"))
    c.file(
        "扫描件9.tif",
        (insured(c, (MOULDS, "2020-07", "2023-07"), shown=paid), insurance.by_employer),
        quality="clean",
        grey=True,
    )
    c.expect("review", ("insurance.coverage", "application"))
    return c.dossier()


def _adult(c: JichuanCase) -> tuple[Told, Told, Told]:
    number = diploma_number("99111", "2016", "本科", 3318, "5")
    declared = diploma_number("99111", "2016", "本科", 3381, "5")
    of_degree = degree_number("99111", "2016", 70214)
    about = {"school": UNIVERSITY, "major": "机械设计制造及其自动化", "level": "本科"}
    c.declare(
        "education", **about, degree="工学学士", start="2013-03", end="2016-01", certificate_number=declared,
        degree_certificate_number=of_degree, auto_extracted=False, overseas=False, relevance="对口",
    )  # fmt: skip
    c.expect("education_differs", ("education.number", "education[0]"))
    c.expect("drop", ("eligibility.route", "application"))
    told = c.say(
        **about, start_date="2013-03", end_date="2016-01", issue_date="2016-01-10", conclusion="毕业", years="三",
        form="函授", base="专科起点", certificate_number=number, programme_type="成人", president=PRESIDENTS[UNIVERSITY],
        **{"programme_type@": "成人高等教育"},
    )  # fmt: skip
    report = told.but(
        report_number="9999725", start="2013-03-01", end="2016-01-10", years="3", dated="2023-08-10",
        conclusion="经核查,该证书所载信息与学历注册信息相符,准予认证", **{
            "conclusion@": "经核查，该证书所载信息与学历注册信息相符，准予认证"
        },
    )  # fmt: skip
    return told, report, told.but(degree="工学学士", certificate_number=of_degree, issue_date="2016-06-20")


def _three_in_one(c: JichuanCase) -> None:
    years, results = ("2020", "2021", "2022"), ("合格", "合格", "优秀")
    last = appraised(c, "2022", "优秀", signed_on="2023-01-12")
    c.profile["appraisals"].clear()
    for year, result in zip(years, results, strict=True):
        c.declare("appraisals", year=int(year), result=result, employer=MOULDS)
        c.expect("appraisal_merged_year", ("appraisal.each_year", year))
        c.expect("drop", *((f"appraisal.{part}", year) for part in OF_A_TABLE[2:] if part != "result"))
    rows = tuple((y, words()["Z06"][y], r) for y, r in zip(years, results, strict=True))
    c.file("扫描件8.webp", (last.but(rows, opinion="情况属实，同意上述考核结果。"), appraisals.in_one))
    c.expect("appraisal_merged", ("appraisal.single_year", "扫描件8.webp"))


def z08() -> Dossier:
    """The title's date of issue declared, a card handed in twice, no seal for 2020, other results, another's scan of a patent."""
    jobs = ((CRANES, "电气设计工程师", "2014-07", None),)
    c = JichuanCase("Z08", person("丛立诚", "男", "1992-11-27", 98), jobs, subfield="系统集成")
    diploma, degree = bachelor(
        c, INSTITUTE, "电气工程及其自动化", "2010-09", "2014-06", "2014-06-20", 2275, relevance="相近"
    )
    c.file("001.webp", (diploma.but(**{"programme_type@": "普通高等教育"}), diplomas.portrait_page), quality="photo")
    c.file("002.webp", (degree, degrees.classic), quality="clean")
    r = registered(diploma, "2010-09-05", "R6LA9QXZ3TWK8E2M", "2023-08-09", "2023-11-09")
    c.file("003.webp", (r, registers.screen), quality="clean")
    t = titled(c, "电气工程", "2018-11-20", "2019-01-15", "JC201811200417", obtained_on="2019-01-15")
    c.file("004.pdf", (t, posts.plain), grey=True)
    c.expect("title_issue_date", ("title.match", "titles[0]"))
    c.expect("drop", ("eligibility.route", "application"))
    c.file("005.tif", (appointed(c, "2019-02-01", "2023-12-31", "2019-01-28", "电气工程"), posts.decree), grey=True)
    _card_twice(c)
    c.file("008.tif", (card(c, "2023", 66, 24), training.certificate), quality="clean", grey=True)
    c.file("009.webp", (appraised(c, "2020", seal=""), appraisals.ticked))
    c.expect("no_seal", ("appraisal.seal", "2020"))
    c.file("010.webp", (appraised(c, "2021", declared="优秀"), appraisals.sheet_wide))
    c.expect("result_differs", ("appraisal.result", "2021"))
    c.file("011.webp", (appraised(c, "2022", "基本合格"), appraisals.letter), quality="clean")
    c.expect("result_too_low", ("appraisal.result", "2022"))
    c.seeds["012.pdf"] = "Z03/材料16.tif"
    c.file("012.pdf", (monitor(c, 2), rights.patent), grey=True)
    c.expect("review", ("batch.duplicate", "012.pdf"))
    return c.dossier()


def _card_twice(c: JichuanCase) -> None:
    """The scan of 2021's card, and the same scan stored again as if it were 2022's."""
    told = card(c, "2021", 64, 26)
    c.declare("training_hours", year=2022, total=92, specialized=68, public=24)
    c.seeds["007.pdf"] = "Z08/006.tif"
    c.file("006.tif", (told, training.ledger), grey=True)
    c.file("007.pdf", (told, training.ledger), grey=True)
    c.expect("review", ("batch.duplicate", "006.tif"), ("batch.duplicate", "007.pdf"))
    c.expect("document_missing", ("training.each_year", "2022"), *SUMS)
    c.expect("drop", ("training.declared", "2022"))


DOSSIERS = (z05, z06, z08)
