"""Three applicants of Tinglan: with a title and two employers, without a title, and by skill with one sum told wrong."""

from __future__ import annotations

from samples.content import Dossier
from samples.dossiers.tinglan_case import (
    COLLEGE,
    HYDRAULICS,
    LINES,
    MACHINES,
    ROLLERS,
    TRADE,
    UNIVERSITY,
    TinglanCase,
    person,
    words,
)
from samples.dossiers.tinglan_papers import appointed, appraised, bachelor, card, insured, registered, titled
from samples.layouts_jichuan.board import Told
from samples.layouts_tinglan import (
    appraisals,
    degrees,
    diplomas,
    honours,
    insurance,
    registers,
    skills,
    statements,
    titles,
    training,
    verdicts,
)

HALF = "tuned"


def s01() -> Dossier:
    """A bachelor of 2013 with a title since 2018 and a new employer in 2021."""
    jobs = (
        (HYDRAULICS, "液压设计工程师", "2013-07", "2021-06"),
        (MACHINES, "机床液压工程师", "2021-07", None),
    )
    c = TinglanCase("S01", person("缪知行", "男", "1991-05-17", 301), jobs, subfield="设计开发")
    diploma, degree = bachelor(c, UNIVERSITY, "机械设计制造及其自动化", ("2009-09", "2013-06"), "2013-06-24", 4127)
    c.file("学历1.webp", (diploma, diplomas.blanks), quality="photo", width=1400)
    c.file("学历2.webp", (degree, degrees.committee))
    r = registered(diploma, "2009-09-08", "Q8MZ3KTR7XWA5LE9", "2023-08-17", "2023-11-17")
    t = titled(c, "液压传动", "2018-12-07", "2019-01-28", "TL201812070118")
    c.file("职称1.webp", (t, titles.passbook))
    first = appointed(c, "2019-01-01", "2021-06-30", "2018-12-28", "液压传动", employer=HYDRAULICS)
    c.file("职称2.webp", (first, titles.gilt), quality="photo")
    c.file("职称3.tif", (appointed(c, "2021-07-01", "2024-06-30", "2021-07-05", "液压传动"), titles.roster))
    before = card(c, "2021", 66, 24)
    c.file("学时21.tif", (before, training.annual))
    later = (card(c, "2022", 70, 22), card(c, "2023", 65, 25))
    printed = ((r, registers.gridded), *((each, training.annual) for each in later))
    c.file("备案表和学时22-23.pdf", *printed, quality="text")
    c.file("考核20.webp", (appraised(c, "2020"), appraisals.bureau))
    c.file("考核21.webp", (appraised(c, "2021", "优秀"), appraisals.marks), quality="photo")
    c.file("考核22.webp", (appraised(c, "2022"), appraisals.marks), quality="clean")
    paid = ((HYDRAULICS, "2020-08", "2021-06"), (MACHINES, "2021-07", "2023-07"))
    c.file("社保证明.tif", (insured(c, *paid), insurance.periods))
    return c.dossier()


def s02() -> Dossier:
    """A bachelor of 2016 without a title, by years in a private company; a patent."""
    jobs = ((LINES, "电气工程师", "2016-07", None),)
    c = TinglanCase("S02", person("郎静宜", "女", "1994-02-26", 302), jobs, subfield="系统集成")
    diploma, degree = bachelor(c, COLLEGE, "电气工程及其自动化", ("2012-09", "2016-06"), "2016-06-20", 1835)
    c.file("a-1.webp", (diploma, diplomas.folded))
    c.file("a-2.webp", (degree, degrees.entries), quality="clean")
    r = registered(diploma, "2012-09-06", "W4KT9QXE6MAR2ZL7", "2023-08-12", "2024-02-12")
    c.file("a-3.webp", (r, registers.labels_above), quality="clean")
    printed = (card(c, "2021", 68, 24), card(c, "2022", 64, 26))
    c.file("b-1.pdf", *((each, training.tiles) for each in printed), quality="text")
    c.file("b-2.webp", (card(c, "2023", 66, 22), training.tiles), quality="photo")
    c.file("c-1.webp", (appraised(c, "2020"), verdicts.sections))
    c.file("c-2.webp", (appraised(c, "2021", "优秀"), appraisals.lying), quality="photo", width=1400)
    c.file("c-3.webp", (appraised(c, "2022"), appraisals.lying), quality="clean")
    c.file("d-1.tif", (insured(c, (LINES, "2020-08", "2023-07")), insurance.letter), quality="clean")
    about = {"patent_name": "一种定子搬运用自适应抓手", "patent_number": "ZL202129999926.9"}
    c.achieved(
        "patents", "patent", type="实用新型", number=about["patent_number"], name=about["patent_name"],
        granted_on="2021-12-03", inventor_rank=1,
    )  # fmt: skip
    p = c.say(
        **about, patent_type="实用新型", inventors="郎静宜;芦晓筠;展若愚", patentee=LINES, applied_on="2021-04-29",
        granted_on="2021-12-03", serial="9999926", publication="CN 299999926 U",
    )  # fmt: skip
    c.file("e-1.tif", (p, honours.patent))
    rows = tuple((part,) for part in words()["statements"]["summary"])
    own, promised = c.say(rows, dated="2023-08-25"), c.say(dated="2023-08-27")
    c.file("f-1.tif", (own, statements.summary), (promised, statements.pledge), dpi=150)
    return c.dossier()


def s05() -> Dossier:
    """A grinder: technician of 2017, senior technician of 2021; more hours of 2022 declared than its card shows."""
    jobs = ((ROLLERS, "磨工", "2005-08", None),)
    c = TinglanCase("S05", person("翁志远", "男", "1984-07-14", 305), jobs, route="skilled")
    c.declare(
        "education", level="大专", degree=None, school=TRADE, major="机械制造与自动化", start="2002-09", end="2005-06",
        certificate_number="991451200506000271", degree_certificate_number=None, auto_extracted=True, overseas=False,
        relevance="对口",
    )  # fmt: skip
    office = "箬山市职业技能鉴定指导中心"
    c.file("0501.webp", (_skill(c, "技师", "1733061004200146", "2017-12-08", office), skills.ministry))
    level = _skill(c, "高级技师", "Y000033009902211000033", "2021-09-15", ROLLERS)
    c.file("0502.webp", (level, skills.level), quality="photo")
    c.file(
        "0503.tif",
        (card(c, "2021", 66, 24), training.annual),
        (card(c, "2022", 64, 24, (72, 24)), training.annual),
        quality="clean",
    )
    c.expect("declared_hours_differ", ("training.declared", "2022"))
    c.file("0504.jpg", (card(c, "2023", 68, 26), training.annual), quality="photo", jpeg=15)
    c.file("0505.webp", (appraised(c, "2020"), verdicts.minutes))
    c.file("0506.webp", (appraised(c, "2021", "优秀"), verdicts.minutes), quality="photo")
    c.file("0507.webp", (appraised(c, "2022"), verdicts.minutes), quality="clean")
    c.file("0508.webp", (insured(c, (ROLLERS, "2020-08", "2023-07")), insurance.letter), quality="photo")
    award = {"award": "职工技术创新奖二等奖", "issuer": "箬山市人民政府", "issue_date": "2022-12-19"}
    c.achieved("awards", "award", name=award["award"], issuer=award["issuer"], date="2022-12", collective=False)
    told = c.say(**award, occasion="箬山市职工技术创新活动", number="箬职创2022-2-017")
    c.file("0509.webp", (told, honours.decree), quality="photo")
    return c.dossier()


def _skill(c: TinglanCase, level: str, number: str, issued: str, issuer: str) -> Told:
    subject = c.declare(
        "skill_certificates", occupation="磨工", level=level, certificate_number=number, issued_on=issued
    )
    c.expect("pass", ("vocational.certificate", subject))
    printed = {"技师": "技师（二级）", "高级技师": "一级/高级技师"}[level]
    return c.say(
        occupation="磨工", level=level, certificate_number=number, issue_date=issued, issuer=issuer, schooled="大专",
        theory="84", practice="87", **{"level@": printed},
    )  # fmt: skip


DOSSIERS = (s01, s02, s05)
