"""Three applicants of Baiyan with whose papers nothing is wrong: by title, by years of work, and by exception."""

from __future__ import annotations

from samples.content import Dossier
from samples.dossiers.baiyan_case import (
    CASTINGS,
    COLLEGE,
    FANS,
    INSTITUTE,
    LATHES,
    PRESIDENTS,
    ROBOTS,
    UNIVERSITY,
    BaiyanCase,
    person,
    words,
)
from samples.dossiers.baiyan_papers import appointed, appraised, card, conferred, insured, registered, schooled, titled
from samples.layouts_baiyan import (
    appraisals,
    degrees,
    diplomas,
    honours,
    posts,
    registers,
    slips,
    statements,
    titles,
    training,
    works,
)
from samples.layouts_jichuan.board import Told

HALF = "untouched"


def r01() -> Dossier:
    """A bachelor of 2013 with a title since 2017 and a new employer in 2021."""
    jobs = ((FANS, "风机设计工程师", "2013-07", "2021-03"), (LATHES, "机床设计工程师", "2021-04", None))
    c = BaiyanCase("R01", person("向明哲", "男", "1990-11-08", 401), jobs, subfield="设计开发")
    major = "机械设计制造及其自动化"
    diploma = schooled(
        c, UNIVERSITY, major, "本科", ("2009-09", "2013-06"), "2013-06-26", 3178, degree="工学学士",
        degree_certificate_number="9916142013002816",
    )  # fmt: skip
    c.file("01毕业证.webp", (diploma, diplomas.double_leaf), quality="photo", width=1350)
    degree = conferred(diploma, "工学学士", "2013-06-26", 2816)
    c.file("02学位证.webp", (degree, degrees.own_design))
    r = registered(diploma, "2009-09-10", "R7KX4MQA9TWZ2LE3", "2023-08-11", "2024-02-11")
    t = titled(c, "机械设计", "2017-12-15", "2018-03-02", "BY20171215066")
    c.file("04职称.webp", (t, titles.spread), quality="clean")
    first = appointed(c, "2018-04-01", "2021-03-31", "2018-03-28", "机械设计", employer=FANS)
    c.file("05聘任1.tif", (first, posts.red_head))
    second = appointed(c, "2021-04-01", "2024-03-31", "2021-04-06", "机械设计")
    c.file("06聘任2.webp", (second, posts.lined), quality="photo")
    c.file("07学时2021.tif", (card(c, "2021", 66, 26), training.courses), quality="clean")
    later = (card(c, "2022", 68, 24), card(c, "2023", 64, 27))
    c.file("03备案表+学时.pdf", (r, registers.paired), *((each, training.courses) for each in later), quality="text")
    c.file("08考核2020.webp", (appraised(c, "2020"), appraisals.sided))
    c.file("09考核2021.webp", (appraised(c, "2021"), appraisals.open_form), quality="photo")
    c.file("10考核2022.webp", (appraised(c, "2022", "优秀"), appraisals.open_form))
    paid = ((FANS, "2020-08", "2021-03"), (LATHES, "2021-04", "2023-07"))
    c.file("11社保.tif", (insured(c, *paid), slips.by_year))
    return c.dossier()


def r02() -> Dossier:
    """Three years of college, without a title, eight years in a private company; a patent."""
    jobs = ((ROBOTS, "装配工艺员", "2015-07", None),)
    c = BaiyanCase("R02", person("温知夏", "女", "1993-06-21", 402), jobs, subfield="生产制造")
    diploma = schooled(c, COLLEGE, "机械制造与自动化", "大专", ("2012-09", "2015-06"), "2015-06-18", 642)
    c.file("图片1.webp", (diploma, diplomas.entries))
    r = registered(diploma, "2012-09-12", "L3WQ8ZKT5MXA7RE2", "2023-08-20", "2023-11-20")
    printed = (card(c, "2021", 70, 22), card(c, "2022", 66, 24))
    c.file("图片2.pdf", (r, registers.ledger), *((each, training.screen) for each in printed), quality="text")
    c.file("图片3.webp", (card(c, "2023", 68, 22), training.screen), quality="photo")
    c.file("图片4.webp", (appraised(c, "2020"), appraisals.lying), quality="clean")
    c.file("图片5.webp", (appraised(c, "2021", "优秀"), appraisals.lying), quality="photo", width=1400)
    c.file("图片6.webp", (appraised(c, "2022"), appraisals.aims), quality="clean")
    c.file("图片7.tif", (insured(c, (ROBOTS, "2020-08", "2023-07")), slips.told_in_lines))
    about = {"patent_name": "一种机器人手腕气密性检测装置", "patent_number": PATENT}
    c.achieved(
        "patents", "patent", type="实用新型", number=PATENT, name=about["patent_name"], granted_on="2022-04-08",
        inventor_rank=1,
    )  # fmt: skip
    p = c.say(
        **about, patent_type="实用新型", inventors="温知夏;钟离昕", patentee=ROBOTS, applied_on="2021-09-17",
        granted_on="2022-04-08", serial="9999936", publication="CN 299999936 U", address="楠淮省柏堰市高新区元皓路8号",
    )  # fmt: skip
    c.file("图片8.tif", (p, honours.utility), quality="clean")
    rows = tuple((part,) for part in words()["statements"]["summary"])
    c.file("图片9.tif", (c.say(rows, dated="2023年8月26日"), statements.summary), dpi=150)
    c.file("图片10.webp", (c.say(dated="2023年8月28日"), statements.pledge), quality="photo")
    return c.dossier()


PATENT = "ZL202129999936.2"


def r03() -> Dossier:
    """A bachelor of 1998, assistant engineer since 2020: 破格A by items 1, 5, 6."""
    jobs = ((CASTINGS, "技术部部长", "1998-08", None),)
    asked = {"route": "exceptional", "exceptional_items": ["A1", "A5", "A6"]}
    c = BaiyanCase("R03", person("东方骁", "男", "1975-09-14", 403), jobs, **asked)
    c.expect("review", ("eligibility.route", "application"))
    c.expect("pass", ("exceptional.form", "application"))
    diploma = _schooling(c)
    c.file("A01.webp", (diploma, diplomas.of_1998), turn=1)
    degree = diploma.but(
        degree="工学学士", certificate_number="982307", population="普通高等教育本科毕业生", chair="金维岳"
    )
    c.file("A02.tif", (degree, degrees.of_1998))
    more = words()["statements"]
    own = {part: more[part] for part in ("history", "family", "honours", "account")}
    c.file("A03.pdf", (diploma.but(**own, dated="1998年6月25日"), registers.booklet), dpi=150)
    t = titled(c, "铸造", "2020-06-19", "2020-08-10", "BY20200619031")
    c.file("A04.webp", (t, titles.tabled), quality="photo")
    c.file("A05.webp", (appointed(c, "2020-07-01", "2025-06-30", "2020-06-30", "铸造"), posts.tabled), quality="photo")
    c.file("A06.webp", (card(c, "2021", 72, 24), training.sides), quality="photo")
    c.file("A07.tif", (card(c, "2022", 64, 26), training.two_sorts), (card(c, "2023", 66, 25), training.two_sorts))
    c.file("A08.webp", (appraised(c, "2020"), appraisals.registered))
    c.file("A09.webp", (appraised(c, "2021", "优秀"), appraisals.registered), quality="photo")
    c.file("A10.webp", (appraised(c, "2022"), appraisals.scored), quality="clean")
    c.file("A11.pdf", (_first_paper(c), works.foundry), dpi=150)
    c.file("A12.tif", (_second_paper(c), works.equipment), quality="clean", dpi=150)
    award = {"award": "柏堰市劳动模范", "issuer": "柏堰市人民政府", "issue_date": "2021-12-28"}
    c.achieved("awards", "award", name=award["award"], issuer=award["issuer"], date="2021-12", collective=False)
    told = c.say(**award, occasion="2019—2021年度全市经济社会发展", number="柏政奖〔2021〕第052号")
    c.file("A13.webp", (told, honours.citation))
    form = c.say(
        title="工程师", items="A1;A5;A6", reason=more["reason"], career=more["career"], born="1975.09", post="技术部部长",
        practice="25年", schooled="1998年7月 楠淮机械学院 铸造专业（本科）", held="助理工程师　2020.07", seal=CASTINGS,
        town="隽溪县云亭镇人民政府", dated="2023年8月25日",
    )  # fmt: skip
    c.file("A14.webp", (form, statements.exception))
    c.file("A15.tif", (c.say(title="助理工程师", dated="2023年8月29日"), statements.review), quality="clean")
    return c.dossier()


def _schooling(c: BaiyanCase) -> Told:
    about = {"school": INSTITUTE, "major": "铸造", "level": "本科", "certificate_number": "980416"}
    c.declare(
        "education", **about, degree="工学学士", degree_certificate_number="982307", start="1994-09", end="1998-07",
        auto_extracted=False, overseas=False, relevance="对口",
    )  # fmt: skip
    return c.say(
        **about, start_date="1994-09", end_date="1998-07", issue_date="1998-07-01", conclusion="毕业", age="二十二", years="四",
        faculty="机械工程", president=PRESIDENTS[INSTITUTE],
    )  # fmt: skip


def _first_paper(c: BaiyanCase) -> Told:
    about = {
        "title": "耐磨衬板合金成分的试验研究",
        "journal": "楠淮铸造",
        "issn": "9999-1012",
        "cn": "33-5951/TG",
        "date": "2021-12",
    }
    c.achieved("papers", "paper", **about, author_rank=1)
    abstract, keywords, text = words()["papers"]["one"]
    return c.say(
        **about, authors="东方骁;邬建民", issue="2021年第4期（总第132期）", page="27", sponsor="楠淮省铸造学会", latin="NANHUAI FOUNDRY",
        abstract=abstract, keywords=keywords, text=text, before="水玻璃砂旧砂再生试验", before_by="殷实 车晓舟",
        after="球墨铸铁孕育工艺的改进", after_by="蒙思远",
    )  # fmt: skip


def _second_paper(c: BaiyanCase) -> Told:
    journal = {"journal": "铸锻工艺与装备", "issn": "9999-1047", "cn": "33-5952/TG", "date": "2022-07-10"}
    about = {"title": "大型阀体铸件缩松的模拟与防止"} | journal
    c.achieved("papers", "paper", **(about | {"date": "2022-07"}), author_rank=1)
    abstract, keywords, text = words()["papers"]["two"]
    return c.say(
        **about, authors="东方骁;上官雪;邬建民", issue="2022年第4期", page="18", sponsor="楠淮省锻压技术研究所",
        latin="CASTING FORGING & EQUIPMENT", abstract=abstract, keywords=keywords, text=text, before="热模锻压力机滑块导向改进",
        before_by="左丘明德", after="树脂砂型芯涂料性能对比", after_by="伊永昌，温如玉",
    )  # fmt: skip


DOSSIERS = (r01, r02, r03)
