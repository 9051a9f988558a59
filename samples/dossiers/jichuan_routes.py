"""Two applicants of Jichuan by other ways: an exception claimed by three items, a master from abroad with gaps."""

from __future__ import annotations

from samples.content import Dossier
from samples.dossiers.jichuan_case import (
    COLLEGE,
    CRANES,
    LEADERS,
    METERS,
    OF_A_TABLE,
    PRESIDENTS,
    SUMS,
    JichuanCase,
    person,
    words,
)
from samples.dossiers.jichuan_papers import appointed, appraised, card, titled
from samples.layouts_jichuan import (
    appraisals,
    degrees,
    diplomas,
    posts,
    registers,
    rights,
    statements,
    training,
    works,
)
from samples.layouts_jichuan.board import Told
from samples.numbers import company_code

HALF = "tuned"
CITY = "霁川市科学技术局"


def z03() -> Dossier:
    """Three years of college in 1998, assistant engineer since 2020: 破格A by items 1, 3, 6."""
    jobs = ((CRANES, "技术部经理", "1998-08", None),)
    asked = {"route": "exceptional", "exceptional_items": ["A1", "A3", "A6"], "subfield": "技术开发"}
    c = JichuanCase("Z03", person("段振川", "男", "1976-12-05", 93), jobs, **asked)
    c.expect("review", ("eligibility.route", "application"))
    c.expect("pass", ("exceptional.form", "application"))
    diploma, booklet = _schooling(c)
    c.file("材料01.webp", (diploma, diplomas.of_the_nineties), turn=1)
    c.file("材料02.pdf", (booklet, registers.personal), grey=True, dpi=155)
    t = titled(c, "起重运输机械", "2020-06-19", "2020-08-10", "JC202006190128")
    c.file("材料03.pdf", (t, posts.plain), grey=True)
    c.file("材料04.tif", (appointed(c, "2020-07-01", "2025-06-30", "2020-06-28", "机械设计"), posts.decree), grey=True)
    c.file("材料05.webp", (card(c, "2021", 66, 24), training.certificate), quality="photo")
    c.file("材料06.tif", (card(c, "2022", 70, 20), training.certificate), grey=True)
    c.file("材料07.tif", (card(c, "2023", 62, 30), training.certificate), quality="clean", grey=True)
    c.file("材料08.webp", (appraised(c, "2020"), appraisals.letter))
    c.file("材料09.webp", (appraised(c, "2021", "优秀"), appraisals.form), quality="photo")
    c.file("材料10.webp", (appraised(c, "2022"), appraisals.sheet_wide), quality="clean")
    c.file("材料11.pdf", (_first_paper(c), works.quarterly), grey=True, dpi=165)
    c.file("材料12.tif", (_second_paper(c), works.magazine), grey=True)
    c.file("材料13.pdf", (_project(c), works.task_book), grey=True, dpi=150)
    c.file("材料14.webp", (_form(c), statements.promotion))
    form = c.say(title="助理工程师", specialty="机电制造", dated="2023-08-27")
    c.file("材料15.tif", (form, statements.review), quality="clean", grey=True)
    c.file("材料16.tif", (monitor(c, 1), rights.patent), grey=True)
    c.expect("review", ("batch.duplicate", "材料16.tif"))
    return c.dossier()


def _schooling(c: JichuanCase) -> tuple[Told, Told]:
    about = {"school": COLLEGE, "major": "机械制造工艺与设备", "level": "大专", "certificate_number": "980417"}
    c.declare(
        "education", **about, degree=None, degree_certificate_number=None, start="1995-09", end="1998-07",
        auto_extracted=False, overseas=False, relevance="对口",
    )  # fmt: skip
    told = c.say(
        **about, start_date="1995-09", end_date="1998-07", issue_date="1998-07-01", conclusion="毕业", age="二十一",
        president=PRESIDENTS[COLLEGE], **{"level@": "专科", "certificate_number@": "毕字第980417号"},
    )  # fmt: skip
    more = words()["statements"]
    honours = "1996年度获校三好学生；1997年获校制图比赛二等奖。"
    return told, told.but(history=more["history"], account=more["account"], honours=honours, dated="1998-06-22")


def _first_paper(c: JichuanCase) -> Told:
    journal = {"journal": "起重与装卸机械", "issn": "9999-061X", "cn": "33-5961/TH", "date": "2021-06"}
    about = {"title": "货场门式起重机偏轨箱形主梁疲劳寿命测试与估算"} | journal
    c.achieved("papers", "paper", **about, author_rank=1)
    abstract, keywords, text = words()["papers"]["one"]
    return c.say(
        **about, authors="段振川;霍长河;丛立诚", issue="2021年第2期（总第118期）", page="27", english="Hoisting and Handling Machinery",
        abstract=abstract, keywords=keywords, text=text, before="电动葫芦制动器的热平衡试验", before_by="闵采薇",
        after="港口抓斗的耐磨堆焊", after_by="蒲承志，连书衡",
    )  # fmt: skip


def _second_paper(c: JichuanCase) -> Told:
    journal = {"journal": "桉南机电", "issn": "9999-0644", "cn": "33-5964/TM", "date": "2022-10"}
    about = {"title": "桥门式起重机大车啃轨的调整方法"} | journal
    c.achieved("papers", "paper", **about, author_rank=1)
    abstract, keywords, text = words()["papers"]["two"]
    return c.say(
        **about, authors="段振川", issue="2022年第5期", page="33", sponsor="桉南省机电工程学会", abstract=abstract,
        keywords=keywords, text=text, before="矿用绞车减速器改造", before_by="麻以宁", after="小型锻压机床的隔振", after_by="伏明轩",
    )  # fmt: skip


def _project(c: JichuanCase) -> Told:
    about = {"project_name": "偏轨箱形梁疲劳试验与轻量化设计", "amount": "860000"}
    c.achieved(
        "projects", "project", name=about["project_name"], role="项目负责人", level="市级", start="2021-03", end="2022-09",
        amount_yuan=860000,
    )  # fmt: skip
    team = (
        ("段振川", "助理工程师", "项目负责人，总体方案与试验设计"), ("霍长河", "高级工程师", "技术指导、资源协调"),
        ("丛立诚", "助理工程师", "数据采集与电气测试"),
    )  # fmt: skip
    return c.say(
        team, **about, number="JK2021-B-037", one=CITY, two=CRANES, parties=f"{CITY};{CRANES}", start="2021-03", end="2022-09",
        date="2021-03-18", two_by=LEADERS[CRANES], judge=CITY, expert="晋元朗", accepted="2022-09-27",
        aim="测试偏轨箱形主梁在实际工况下的应力谱，建立疲劳寿命估算方法，提出轻量化截面方案并完成样机验证，主梁自重减轻百分之八以上。",
    )  # fmt: skip


def _form(c: JichuanCase) -> Told:
    more = words()["statements"]
    return c.say(
        title="工程师", items="A1;A3;A6", reason=more["reason"], career=more["career"], born="1976.12", post="技术部经理",
        practice="25年", schooled="1998年7月 桉南农业机械专科学校 机械制造工艺与设备", appointed="助理工程师 2020年7月",
        town="槐泽县柳渡镇人民政府", dated="2023-08-22",
    )  # fmt: skip


def monitor(c: JichuanCase, rank: int) -> Told:
    """The patent of two colleagues, declared by each of them."""
    about = {"patent_name": "一种起重机主梁应变监测装置", "patent_number": "ZL202129999981.8"}
    c.achieved(
        "patents", "patent", type="实用新型", number=about["patent_number"], name=about["patent_name"],
        granted_on="2021-12-21", inventor_rank=rank,
    )  # fmt: skip
    return c.say(
        **about, spaced="ZL 2021 2 9999981.8", patent_type="实用新型", inventors="段振川;丛立诚", patentee=CRANES,
        applied_on="2021-05-13", granted_on="2021-12-21", serial="9999981", publication="CN 299999981 U",
        address="桉南省霁川市槐泽县柳渡镇振兴路6号",
    )  # fmt: skip


def z07() -> Dossier:
    """A master of 2018 from abroad; no table of 2020, a sentence for 2021, a colleague's card for 2023, a licence."""
    c = JichuanCase(
        "Z07",
        person("舒以安", "女", "1993-06-30", 97),
        ((METERS, "嵌入式软件工程师", "2019-01", None),),
        subfield="技术开发",
    )
    school = {"school": "卡斯特维克理工大学", "degree": "理学硕士", "certificate_number": "教留服认爱[2018]99327号"}
    c.declare(
        "education", **school, level="硕士研究生", major="测控工程", start="2017-09", end="2018-11",
        degree_certificate_number=None, auto_extracted=False, overseas=True, relevance="对口",
    )  # fmt: skip
    # Level, major and dates are no fields of a recognition: what a reviewer says of them stays open.
    c.expect("drop", *((f"education.{part}", "education[0]") for part in ("level", "major", "dates")))
    recognition = c.say(
        **school, start="2017-09", end="2018-11", country="爱尔兰", foreign="Casterwick Institute of Technology",
        subject="测控工程", dated="2018-12-18",
        conclusion="经核查,卡斯特维克理工大学系爱尔兰正规高等学校,所颁发的理学硕士学位证书真实有效",
        **{"conclusion@": "经核查，卡斯特维克理工大学系爱尔兰正规高等学校，所颁发的理学硕士学位证书真实有效"},
    )  # fmt: skip
    c.file("s01.pdf", (recognition, degrees.recognised), grey=True)
    c.file("s02.tif", (card(c, "2021", 64, 28), training.ledger), grey=True)
    c.file("s03.tif", (card(c, "2022", 68, 24), training.ledger), quality="clean", grey=True)
    _colleagues_card(c)
    c.declare("appraisals", year=2020, result="合格", employer=METERS)
    c.expect("document_missing", ("appraisal.each_year", "2020"))
    c.expect("drop", *((f"appraisal.{part}", "2020") for part in OF_A_TABLE[1:]))
    c.file("s05.webp", (appraised(c, "2021"), appraisals.line_only))
    c.expect("one_sentence", ("appraisal.narrative", "2021"))
    c.file("s06.webp", (appraised(c, "2022"), appraisals.letter), quality="photo")
    about = c.say(uscc=company_code(405), founded="2012-05-16")
    c.file("s07.tif", (about, statements.licence), grey=True)
    c.expect("document_other", ("document.expected", "s07.tif"))
    return c.dossier()


def _colleagues_card(c: JichuanCase) -> None:
    other, told = person("仇梦洁", "女", "1994-09-12", 99), card(c, "2023", 66, 22)
    own = {"name": other.name, "gender": other.gender, "birth_date": other.birth, "id_number": other.number}
    c.file("s04.webp", (Told(other, told.values | own, told.rows), training.wide))
    c.expect("name_other_person", ("identity.name", "s04.webp"))
    c.expect("person_differs", ("identity.person", "s04.webp"))
    c.expect("document_missing", ("training.each_year", "2023"), *SUMS)
    c.expect("drop", ("training.declared", "2023"))


DOSSIERS = (z03, z07)
