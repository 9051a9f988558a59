"""Three applicants of Jichuan with whom nothing is wrong: with a title, without one, by skill."""

from __future__ import annotations

from samples.content import Dossier
from samples.dossiers.jichuan_case import (
    COMPRESSORS,
    DRIVES,
    INSTITUTE,
    SPINDLES,
    UNIVERSITY,
    JichuanCase,
    person,
    words,
)
from samples.dossiers.jichuan_papers import appointed, appraised, bachelor, card, insured, registered, titled
from samples.layouts_jichuan import (
    appraisals,
    degrees,
    diplomas,
    insurance,
    posts,
    registers,
    rights,
    skills,
    statements,
    training,
)
from samples.layouts_jichuan.board import Told

HALF = "tuned"


def z01() -> Dossier:
    """A bachelor of 2014 with a title since 2018."""
    jobs = ((SPINDLES, "主轴设计工程师", "2014-07", None),)
    c = JichuanCase("Z01", person("钮思齐", "女", "1992-03-24", 91), jobs)
    years = ("2010-09", "2014-06")
    diploma, degree = bachelor(c, UNIVERSITY, "机械设计制造及其自动化", *years, "2014-06-25", 2913)
    c.file("1-1毕业证.webp", (diploma, diplomas.spread), quality="photo", width=1600)
    c.file("1-2学位证.tif", (degree, degrees.classic), grey=True)
    r = registered(diploma, "2010-09-07", "K7WQ4TXR9ME3ZL8A", "2023-08-14", "2023-11-14")
    c.file("1-3备案表.pdf", (r, registers.official), quality="text")
    t = titled(c, "机械设计", "2018-12-14", "2019-02-20", "JC201812140366")
    c.file("2-1职称证.webp", (t, posts.booklet))
    letter = appointed(c, "2019-01-01", "2023-12-31", "2018-12-27", "机械设计")
    c.file("2-2聘书.webp", (letter, posts.warrant), quality="photo")
    c.file("3-1学时2021.tif", (card(c, "2021", 68, 24), training.ledger), grey=True)
    printed = (card(c, "2022", 66, 26), card(c, "2023", 64, 25))
    c.file("3-2学时2022-2023.pdf", *((each, training.ledger) for each in printed), quality="text")
    c.file("4-1考核2020.webp", (appraised(c, "2020"), appraisals.form))
    c.file("4-2考核2021.webp", (appraised(c, "2021", "优秀"), appraisals.letter), quality="photo")
    c.file("4-3考核2022.webp", (appraised(c, "2022"), appraisals.ticked), quality="clean")
    paid = insured(c, (SPINDLES, "2020-07", "2023-07"))
    c.file("5社保.tif", (paid, insurance.by_employer), grey=True)
    return c.dossier()


def z02() -> Dossier:
    """A bachelor of 2017 without a title, by the years of practice in a private company."""
    jobs = ((DRIVES, "检测技术工程师", "2017-07", None),)
    c = JichuanCase("Z02", person("皇甫维舟", "男", "1995-01-09", 92), jobs, subfield="系统集成")
    diploma, degree = bachelor(c, INSTITUTE, "机械电子工程", "2013-09", "2017-06", "2017-06-16", 1047)
    c.file("A毕业证书.tif", (diploma.but(**{"programme_type@": "普通高等教育"}), diplomas.portrait_page), grey=True)
    c.file("A学位证书.webp", (degree.but(latin="HUANGFU Weizhou"), degrees.two_tongues), quality="clean")
    r = registered(diploma, "2013-09-08", "M3ZR8LXT6KQA2W9E", "2023-08-19", "2024-02-19")
    c.file("A学信网截图.webp", (r, registers.screen), quality="clean")
    printed = (card(c, "2021", 72, 20), card(c, "2022", 70, 22))
    c.file("B学时2021-2022.pdf", *((each, training.wide) for each in printed), quality="text")
    c.file("B学时2023.webp", (card(c, "2023", 66, 20), training.wide), quality="photo")
    c.file("C考核2020.webp", (appraised(c, "2020"), appraisals.sheet_wide))
    c.file("C考核2021.webp", (appraised(c, "2021", "优秀", title="无"), appraisals.form), quality="photo")
    c.file("C考核2022.webp", (appraised(c, "2022"), appraisals.sheet_wide), quality="clean")
    years = tuple(
        (DRIVES, f"{y}-{'07' if y == 2020 else '01'}", f"{y}-{'07' if y == 2023 else '12'}") for y in range(2020, 2024)
    )
    c.file(
        "D社保.tif",
        (insured(c, (DRIVES, "2020-07", "2023-07"), shown=years), insurance.by_year),
        quality="clean",
        grey=True,
    )
    c.file("E软著.webp", (_software(c), rights.software), quality="photo")
    rows = tuple((part,) for part in words()["statements"]["summary"])
    own, promised = c.say(rows, dated="2023-08-26"), c.say(dated="2023-08-28")
    c.file("F总结和保证书.tif", (own, statements.summary), (promised, statements.pledge), grey=True, dpi=150)
    return c.dossier()


def _software(c: JichuanCase) -> Told:
    about = {"software_name": "汇驰产线设备数据采集与报警软件V2.1", "registration_number": "2021SR9999947"}
    subject = c.declare(
        "software_copyrights",
        number=about["registration_number"],
        name=about["software_name"],
        registered_on="2021-11-09",
    )
    # The holder is the company, so that a person must see whose work it was.
    c.expect("pass", ("achievement.window", subject))
    return c.say(
        **about, owner=DRIVES, registered_on="2021-11-09", serial="9999947", finished="2021-08-12", paper="09999947"
    )


def z04() -> Dossier:
    """A fitter: technician of 2016, senior technician of 2021."""
    jobs = ((COMPRESSORS, "装配钳工", "2008-07", None),)
    c = JichuanCase("Z04", person("牟大勇", "男", "1986-10-11", 94), jobs, route="skilled", subfield="生产制造")
    c.declare(
        "education", level="大专", degree=None, school="霁川机电职业技术学院", major="机械制造与自动化", start="2005-09",
        end="2008-06", certificate_number="991171200806000835", degree_certificate_number=None, auto_extracted=True,
        overseas=False, relevance="对口",
    )  # fmt: skip
    c.file(
        "01技师证.webp",
        (_skill(c, "技师", "1699030004200157", "2016-11-18", "霁川市职业技能鉴定中心"), skills.ministry_book),
    )
    level = _skill(c, "高级技师", "Y000033999031211000027", "2021-06-30", COMPRESSORS)
    c.file("02高级技师.webp", (level, skills.skill_level), quality="photo")
    cards = (card(c, "2021", 65, 25), card(c, "2022", 69, 22), card(c, "2023", 63, 28))
    c.file("03继续教育.pdf", *((each, training.certificate) for each in cards), quality="text")
    c.file("04考核20.webp", (appraised(c, "2020"), appraisals.ticked))
    c.file("05考核21.webp", (appraised(c, "2021", "优秀"), appraisals.ticked), quality="photo")
    c.file("06考核22.webp", (appraised(c, "2022"), appraisals.letter), quality="clean")
    c.file("07参保证明.tif", (insured(c, (COMPRESSORS, "2020-07", "2023-07")), insurance.sentence), grey=True)
    award = {"award": "霁川市技术能手", "issuer": "霁川市人民政府", "issue_date": "2021-10-28"}
    c.achieved("awards", "award", name=award["award"], issuer=award["issuer"], date="2021-10", collective=False)
    c.file("08荣誉.webp", (c.say(**award, occasion="2021年霁川市职工职业技能大赛"), rights.honour), quality="photo")
    about = {"patent_name": "一种压缩机气阀快速检测台", "patent_number": "ZL202229999982.7"}
    c.achieved(
        "patents", "patent", type="实用新型", number=about["patent_number"], name=about["patent_name"],
        granted_on="2022-12-09", inventor_rank=1,
    )  # fmt: skip
    p = c.say(
        **about, spaced="ZL 2022 2 9999982.7", patent_type="实用新型", inventors="牟大勇;解元庆", patentee=COMPRESSORS,
        applied_on="2022-06-02", granted_on="2022-12-09", serial="9999982", publication="CN 299999982 U",
        address="桉南省霁川市槐泽县工业园区经三路18号",
    )  # fmt: skip
    c.file("09专利.tif", (p, rights.patent), quality="clean", grey=True)
    return c.dossier()


def _skill(c: JichuanCase, level: str, number: str, issued: str, issuer: str) -> Told:
    subject = c.declare(
        "skill_certificates", occupation="装配钳工", level=level, certificate_number=number, issued_on=issued
    )
    c.expect("pass", ("vocational.certificate", subject))
    return c.say(
        occupation="装配钳工", level=level, certificate_number=number, issue_date=issued, issuer=issuer, schooled="大专",
        grade={"技师": "二级", "高级技师": "一级"}[level], theory="83", practice="88",
    )  # fmt: skip


DOSSIERS = (z01, z02, z04)
