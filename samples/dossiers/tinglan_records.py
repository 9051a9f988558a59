"""Two applicants of Tinglan with seeded defects in their schooling, hours, appraisals, titles and achievements."""

from __future__ import annotations

from samples.content import Dossier
from samples.dossiers.tinglan_case import (
    HYDRAULICS,
    MACHINES,
    OF_A_TABLE,
    PUMPS,
    UNIVERSITY,
    TinglanCase,
    person,
    words,
)
from samples.dossiers.tinglan_papers import HEADS, appointed, appraised, bachelor, card, insured, registered, titled
from samples.layouts_jichuan.board import Told
from samples.layouts_tinglan import (
    appraisals,
    degrees,
    diplomas,
    honours,
    insurance,
    registers,
    titles,
    training,
    verdicts,
    works,
)
from samples.numbers import degree_number

HALF = "tuned"
BOARD = "岭沅省高等教育自学考试委员会"


def s06() -> Dossier:
    """By examination alone: another major declared, another birthday on the degree, 52 hours, months unpaid, years in one."""
    jobs = ((PUMPS, "焊接工艺工程师", "2015-07", None),)
    c = TinglanCase("S06", person("茅晓雯", "女", "1991-12-03", 306), jobs)
    diploma, report, degree = _self_taught(c)
    c.file("证明材料1.webp", (diploma, diplomas.self_taught))
    c.file("证明材料2.tif", (report, registers.report), quality="clean")
    c.file("证明材料3.webp", (degree.but(birth_date="1991-12-13"), degrees.adult), quality="photo")
    c.expect("person_differs", ("identity.person", "证明材料3.webp"))
    t = titled(c, "焊接技术", "2018-11-23", "2019-01-14", "TL201811230409")
    c.file("证明材料4.pdf", (t, titles.crossed), quality="clean")
    letter = appointed(c, "2019-01-01", "2023-12-31", "2018-12-25", "焊接技术")
    c.file("证明材料5.webp", (letter, titles.gilt), quality="clean")
    c.file("证明材料6.tif", (card(c, "2021", 72, 18), training.summed), (card(c, "2022", 75, 17), training.summed))
    c.file("证明材料7.webp", (card(c, "2023", 74, 17), training.summed))
    c.expect("hours_short", ("training.public", "application"))
    _three_in_one(c)
    paid = ((PUMPS, "2020-08", "2021-10"), (PUMPS, "2022-02", "2023-07"))
    c.file("证明材料9.tif", (insured(c, (PUMPS, "2020-08", "2023-07"), shown=paid), insurance.grid), quality="clean")
    c.expect("review", ("insurance.coverage", "application"))
    c.file("证明材料10.tif", (_invention(c), honours.invention), quality="clean")
    return c.dossier()


def _self_taught(c: TinglanCase) -> tuple[Told, Told, Told]:
    number, of_degree = "65330604151234618", degree_number("99141", "2016", 70326)
    about = {"school": UNIVERSITY, "level": "本科", "certificate_number": number}
    c.declare(
        "education", **about, major="机械设计制造及其自动化", degree="工学学士", start=None, end="2015-06",
        degree_certificate_number=of_degree, auto_extracted=False, overseas=False, relevance="对口",
    )  # fmt: skip
    c.expect("education_differs", ("education.major", "education[0]"))
    # Such a certificate tells no term of study.
    c.expect("drop", *((f"education.{part}", "education[0]") for part in ("degree", "dates")))
    c.expect("drop", ("eligibility.route", "application"))
    told = c.say(
        **about, major="焊接技术及工程", end_date="2015-06", issue_date="2015-06-30", conclusion="毕业", programme_type="自考",
        board=BOARD, **{"programme_type@": HEADS["自考"], "level@": "独立本科段"},
    )  # fmt: skip
    report = told.but(
        report_number="9999836", end="2015-06-30", dated="2023-08-08", form="自学考试", **{"level@": "本科"},
        conclusion="上述毕业证书所载内容与学历档案记载一致",
    )  # fmt: skip
    degree = told.but(
        degree="工学学士", certificate_number=of_degree, issue_date="2016-01-12", studied="2015年6月", president="褚言之",
        population="高等教育自学考试本科毕业生",
    )  # fmt: skip
    return told, report, degree


def _three_in_one(c: TinglanCase) -> None:
    years, results = ("2020", "2021", "2022"), ("合格", "优秀", "合格")
    last = appraised(c, "2022", signed_on="2023-02-10")
    c.profile["appraisals"].clear()
    for year, result in zip(years, results, strict=True):
        c.declare("appraisals", year=int(year), result=result, employer=PUMPS)
        c.expect("appraisal_merged_year", ("appraisal.each_year", year))
        c.expect("drop", *((f"appraisal.{part}", year) for part in OF_A_TABLE[2:] if part != "result"))
    rows = tuple((y, words()["S06"][y], r) for y, r in zip(years, results, strict=True))
    c.file("证明材料8.webp", (last.but(rows), verdicts.three_years))
    c.expect("appraisal_merged", ("appraisal.single_year", "证明材料8.webp"))


def _invention(c: TinglanCase) -> Told:
    about = {"patent_name": "一种球阀阀体窄间隙焊接工装", "patent_number": "ZL202219999927.2"}
    c.achieved(
        "patents", "patent", type="发明", number=about["patent_number"], name=about["patent_name"], granted_on="2023-05-12",
        inventor_rank=1,
    )  # fmt: skip
    return c.say(
        **about, patent_type="发明", inventors="茅晓雯;晁国栋", patentee=PUMPS, applied_on="2022-03-17", granted_on="2023-05-12",
        serial="9999927", publication="CN 199999927 B",
    )  # fmt: skip


def s08() -> Dossier:
    """结业 for 毕业, the title's date of issue declared, an honour for 2021, 基本合格, a paper and a project incomplete."""
    jobs = ((HYDRAULICS, "液压试验工程师", "2014-07", None),)
    c = TinglanCase("S08", person("栾博涛", "男", "1992-04-30", 308), jobs, subfield="技术开发")
    none = {"degree": None, "degree_certificate_number": None}
    diploma, _ = bachelor(c, UNIVERSITY, "机械工程", ("2010-09", "2014-06"), "2014-06-23", 5518, **none)
    leaving = diploma.but(conclusion="结业")
    c.expect("not_graduated", ("education.conclusion", "education[0]"))
    c.expect("drop", ("education.material", "education[0]"), ("eligibility.route", "application"))
    c.file("P1.webp", (leaving, diplomas.banner))
    r = registered(leaving, "2010-09-05", "Z7RX2MTL9KWQ4EA6", "2023-08-18", "2023-11-18")
    t = titled(c, "液压传动", "2018-12-07", "2019-01-28", "TL201812070163", obtained_on="2019-01-28")
    c.file("P3.webp", (t, titles.lined))
    c.expect("title_issue_date", ("title.match", "titles[0]"))
    letter = appointed(c, "2019-02-01", "2023-12-31", "2019-01-30", "液压传动")
    c.file("P4.webp", (letter, titles.advice), grey=True)
    c.file("P5.pdf", (r, registers.stacked), (card(c, "2021", 68, 24), training.dues), quality="text")
    c.file("P6.jpg", (card(c, "2022", 66, 26), training.proof), quality="photo", jpeg=14)
    c.file("P7.tif", (card(c, "2023", 66, 25), training.dues))
    c.file("P8.webp", (appraised(c, "2020"), appraisals.bureau))
    merit = {"award": "2021年度先进生产工作者", "issuer": HYDRAULICS, "issue_date": "2022-01-18"}
    c.file("P9.webp", (c.say(**merit, occasion="2021年度各项工作"), honours.staff))
    c.declare("appraisals", year=2021, result="优秀", employer=HYDRAULICS)
    c.expect("document_missing", ("appraisal.each_year", "2021"))
    c.expect("award_instead", ("appraisal.not_award", "2021"))
    c.expect("drop", *((f"appraisal.{part}", "2021") for part in ("narrative", "result", "employer", "seal")))
    c.file("P10.webp", (appraised(c, "2022", "基本合格"), verdicts.paired), quality="clean")
    c.expect("result_too_low", ("appraisal.result", "2022"))
    c.file("P11.pdf", (_paper(c), works.without_contents), dpi=160)
    c.file("P12.pdf", (_contract(c), works.contract), dpi=160)
    return c.dossier()


def _paper(c: TinglanCase) -> Told:
    journal = {"journal": "岭沅装备技术", "issn": "9999-0954", "cn": "33-5974/TH", "date": "2021-03-20"}
    about = {"title": "液压油缸阶梯缓冲套的试验"} | journal
    c.achieved("papers", "paper", "missing", **(about | {"date": "2021-03"}), author_rank=1)
    abstract, keywords, text = words()["papers"]["three"]
    return c.say(
        **about, authors="栾博涛;束文彬", issue="2021年第2期", page="47", sponsor="岭沅省装备工业研究所", latin="LINGYUAN EQUIPMENT",
        abstract=abstract, keywords=keywords, text=text,
    )  # fmt: skip


def _contract(c: TinglanCase) -> Told:
    """Without a paper on its acceptance."""
    name = "液压油缸冲击试验台开发"
    c.achieved(
        "projects", "project", "review", name=name, role="试验台设计", level="企业", start="2022-03", end="2022-10",
        amount_yuan=480000,
    )  # fmt: skip
    team = (
        ("束文彬", "高级工程师", "项目负责人"), ("栾博涛", "助理工程师", "液压系统与管路设计、调试"),
        ("庞靖川", "助理工程师", "测控软件"),
    )  # fmt: skip
    return c.say(
        team, project_name=name, amount="480000", capital="肆拾捌万元整", one=MACHINES, two=HYDRAULICS,
        parties=f"{MACHINES};{HYDRAULICS}", start="2022年3月", end="2022年10月", date="2022-03-04", number="MYK2022-0309",
        aim=words()["statements"]["aim_c"], clauses=words()["statements"]["clauses"],
    )  # fmt: skip


DOSSIERS = (s06, s08)
