"""Applicants of Haipu by exceptional routes, and one whose papers stop short of a diploma."""

from __future__ import annotations

from samples.content import Dossier
from samples.dossiers.haipu_case import (
    CODES,
    HARVEST,
    LATHE,
    OF_A_TABLE,
    PUMP,
    RIVER,
    UPPER_OFFICE,
    Case,
    person,
)
from samples.layouts_haipu import (
    appraisal,
    graduation,
    honours,
    posts,
    projects,
    title,
    training,
    works,
)
from samples.numbers import diploma_number, wrong_check

HALF = "tuned"


def w05() -> Dossier:
    """Three and a half years as assistant engineer; a paper without its contents, one of them years old."""
    c = Case("W05", person("闻人昶", "男", "1992-05-17", 45), (LATHE, "机床研发工程师", "2015-07", None))
    c.application |= {"route": "exceptional", "subfield": "技术开发", "exceptional_items": ["A1", "A2", "A4"]}
    c.expect("drop", ("eligibility.route", "application"))
    c.expect("pass", ("exceptional.form", "application"))
    c.educated(
        "本科",
        RIVER,
        "机械设计制造及其自动化",
        "2011-09",
        "2015-06",
        degree="工学学士",
        certificate_number=diploma_number(CODES[RIVER], "2015", "本科", 5512),
        auto_extracted=True,
    )
    t = c.titled(
        "机械制造",
        "2020-05-20",
        "海职证202005113",
        "2020-07-08",
        published="2020-06-16",
        document="海人社职〔2020〕6号",
    )
    c.file("1-职称.webp", (t, title.three_dates))
    duties = "承担机床主机结构设计、试验与改进；编制技术文件；指导技术员开展工作。"
    a = c.appointed("2020-06-01", "2025-05-31", "2020-05-29", department="研发中心", duties=duties, leader="路平川")
    c.file("2-聘任.webp", (a, posts.contract_form), quality="photo")
    c.file("3-学时.pdf", *((card, training.headline) for card in c.cards()), quality="text")
    c.file("4-考核20.webp", (c.table("2020"), appraisal.compact), quality="clean")
    c.file("4-考核21.webp", (c.table("2021", "优秀"), appraisal.circled))
    c.file("4-考核22.webp", (c.table("2022"), appraisal.boxes))
    _papers(c)
    _prize(c)
    f = c.facts(
        title="工程师",
        items="A1;A2;A4",
        items_as="符合破格A类第（1）项：在省级专业刊物发表论文2篇；第（2）项：获东澜市科学技术进步奖二等奖；"
        "第（4）项：主持开发高刚性车削中心主轴箱，新增产值620万元，成绩显著。",
        post="研发组长",
        years="8年",
        schooled="2015年6月江右科技大学机械设计制造及其自动化",
        held="助理工程师",
        appointed="2020年6月",
        history="2011.9—2015.6 江右科技大学 学生\n2015.7至今 海浦凌霄机床有限公司 机床研发工程师",
        seals=LATHE + ";海浦市潮音街道办事处",
    )
    c.file("8-破格审批表.webp", (f, projects.promotion), quality="clean", dpi=97)
    return c.dossier()


def _papers(c: Case) -> None:
    body = "为提高车削中心主轴箱的静刚度，建立含结合面的有限元模型，分析筋板布局对变形的影响，并以样机试验验证。"
    one = c.facts(
        title="车削中心主轴箱筋板布局优化",
        authors="闻人昶;苗岱",
        journal="澜川机械技术",
        issn="9999-0717",
        cn="33-5971/TH",
        date="2021-04",
        issue="2021年第2期（总第130期）",
        page="33",
        abstract=body,
        text=body * 3,
    )
    two = c.facts(
        title="结合面刚度参数的试验识别",
        authors="闻人昶",
        journal="装备与工艺研究",
        issn="9999-0830",
        cn="33-5983/TG",
        date="2017-09",
        issue="2017年第9期",
        page="51",
        without="contents",
        abstract="提出一种由频响函数识别结合面刚度的办法，误差小于百分之六。",
        text=body * 3,
    )
    for paper in (one, two):
        about = {name: paper[name] for name in ("title", "journal", "issn", "cn", "date")}
        c.declare("papers", **about, author_rank=1)
    c.expect("missing", ("achievement.paper", "papers[1]"))
    c.expect("fail", ("achievement.window", "papers[1]"))
    c.file("5-论文一.pdf", (one, works.journal), dpi=82, jpeg=16)
    c.file("6-论文二.webp", (two, works.bulletin, 1))


def _prize(c: Case) -> None:
    a = c.facts(
        award="东澜市科学技术进步奖二等奖",
        issuer="东澜市人民政府",
        issue_date="2022-12-30",
        occasion="高刚性车削中心关键部件研制",
        number="2022-J-2-019-R1",
    )
    c.declare("awards", name=a["award"], issuer=a["issuer"], date="2022-12", collective=False)
    c.file("7-奖励.webp", (a, honours.prize), dpi=96)


def w06() -> Dossier:
    """By honour of the company; three years in one table; a number whose last digit is wrong; an empty page."""
    c = Case("W06", person("鲜于柯", "男", "1984-09-09", 46), (HARVEST, "样机试制主管", "2003-03", None))
    c.number = wrong_check(c.holder.number)
    c.application |= {"route": "exceptional", "subfield": "生产制造", "exceptional_items": ["B"]}
    c.expect("fail", ("identity.id_number", "person"))
    c.expect("review", ("eligibility.route", "application"))
    c.expect("pass", ("exceptional.form", "application"), ("exceptional.quota", "application"))
    c.declare("education", level="高中", school="海浦市第二中学", end="2002-06", auto_extracted=False)
    c.lists["education"][0] |= {"degree": None, "major": None, "overseas": False}
    parts = ("material", "conclusion", "school", "major", "level", "dates", "number")
    c.expect("drop", *((f"education.{part}", "education[0]") for part in parts))
    reason = (
        "该同志为我公司省级首台（套）装备“履带式再生稻收获机”项目主要技术负责人，公司列入省经信厅2022年12月公布名单，"
        "不具备规定学历且无助理工程师职称，符合破格B类条件。"
    )
    f = c.facts(
        title="工程师",
        items="B",
        items_as=reason,
        post="试制车间主任",
        years="20年",
        schooled="2002年6月海浦市第二中学",
        held="无",
        appointed="",
        history="2003.3至今 澜川中垦农机有限公司 技术员、样机试制主管",
        seals=HARVEST + ";海浦市北塘镇人民政府",
    )
    c.file("IMG_2201.webp", (f, projects.promotion), dpi=100)
    _first_of_its_kind(c)
    c.file("IMG_2203.tif", *((card, training.stub) for card in c.cards()), grey=True, dpi=105)
    rows = (
        ("2020", "完成割台样机试制6台，解决链条断裂问题3项。", "合格"),
        ("2021", "组织田间试验420小时，整改问题51项。", "合格"),
        ("2022", "负责小批试制40台，装配一次合格率95%。", "优秀"),
    )
    merged = c.facts(rows, comment="三年来工作扎实，同意考核结果。", signed_on="2023-02-10", seal=HARVEST)
    for year, _, result in rows:
        c.declare("appraisals", year=int(year), result=result, employer=HARVEST)
        c.expect("review", ("appraisal.each_year", year))
        c.expect("drop", *((f"appraisal.{part}", year) for part in ("narrative", "employer", "seal")))
    c.file("IMG_2204.webp", (merged, appraisal.three_years), quality="photo")
    c.expect("review", ("appraisal.single_year", "IMG_2204.webp"))
    c.file("IMG_2205.webp", (c.facts(held="无", title="工程师", dated="2023-08-25"), projects.review_form), dpi=76)
    c.file("IMG_2206.jpg", (c.facts(), projects.empty), dpi=72)
    c.expect("file_blank", ("file.readable", "IMG_2206.jpg"))
    for plan in c.files:
        c.expect("drop", ("identity.person", plan.name))
    return c.dossier()


def _first_of_its_kind(c: Case) -> None:
    rows = (
        ("鲜于柯", "无", "项目技术负责人，样机总体与试制"),
        ("邬青禾", "工程师", "液压系统设计"),
        ("巫马骁", "助理工程师", "田间试验"),
    )
    p = c.facts(
        rows,
        project_name="履带式再生稻收获机研制",
        parties="东澜市科学技术局;" + HARVEST,
        giver="东澜市科学技术局",
        code="DK2021-B099",
        amount="1200000",
        amount_as="120.00",
        equipment="75.00",
        material="45.00",
        start="2021年4月",
        end="2022年12月",
        date="2021-04-16",
        accepted="2023年3月9日",
        participants=";".join(row[0] for row in rows),
    )
    c.declare(
        "projects",
        name=p["project_name"],
        role="技术负责人",
        level="市级",
        start="2021-04",
        end="2022-12",
        amount_yuan=1200000,
    )
    c.file("IMG_2202.pdf", (p, projects.task_book), dpi=74, jpeg=14)


def w07() -> Dossier:
    """Finished without graduating; an hour short; the title's date of issue declared; an award for a table."""
    c = Case("W07", person("岑望舒", "女", "1995-07-19", 47), (PUMP, "工艺工程师", "2017-07", None))
    c.expect("drop", ("eligibility.route", "application"))
    number = diploma_number(CODES[RIVER], "2017", "本科", 900318)
    c.educated("本科", RIVER, "机械电子工程", "2013-09", "2017-06", certificate_number=number)
    about = {"school": RIVER, "major": "机械电子工程", "level": "本科", "conclusion": "结业", "programme_type": "普通"}
    about |= {"certificate_number": number, "president": "简兆和"}
    g = c.facts(
        **about,
        programme_type_as="普通高等学校",
        start_date="2013-09",
        end_date="2017-06",
        issue_date="2017-06-30",
        years="四",
    )
    c.file("材料1.webp", (g, graduation.typed_blanks))
    c.expect("fail", ("education.conclusion", "education[0]"))
    c.expect("drop", ("education.material", "education[0]"))
    t = c.titled("机械制造工艺", "2018-10-12", "海认字2018109", "2018-11-30", UPPER_OFFICE, declared_on="2018-11-30")
    c.expect("title_issue_date", ("title.match", "titles[0]"))
    c.file("材料2.webp", (t, title.first_grant), quality="photo")
    rows = (
        ("巫马骁", "技术员", "2019-01-01", "2023-12-31"),
        ("岑望舒", "助理工程师", "2019-01-01", "2023-12-31"),
        ("邬青禾", "工程师", "2019-01-01", "2023-12-31"),
    )
    a = c.appointed("2019-01-01", "2023-12-31", "2018-12-26", document="远帆泵业〔2018〕31号")
    c.file("材料3.webp", (c.facts(rows, **{k: a[k] for k in ("issue_date", "document")}), posts.decision))
    cards = (c.card("2021"), c.card("2022"), c.card("2023", 67, 22))
    c.file("材料4.pdf", *((card, training.three_sorts) for card in cards), quality="text")
    c.expect("hours_short", ("training.total", "application"))
    c.file("材料5.webp", (c.table("2020"), appraisal.points), dpi=92)
    award = c.facts(award="2021年度先进工作者", issuer=PUMP, issue_date="2022-01-20", occasion="在工艺改进中成绩突出")
    c.file("材料6.webp", (award, honours.company_diploma), quality="clean", dpi=80)
    c.declare("appraisals", year=2021, result="优秀", employer=PUMP)
    c.expect("missing", ("appraisal.each_year", "2021"))
    c.expect("award_instead", ("appraisal.not_award", "2021"))
    c.expect("drop", *((f"appraisal.{part}", "2021") for part in OF_A_TABLE))
    c.file("材料7.webp", (c.table("2022", "优秀"), appraisal.compact))
    return c.dossier()


DOSSIERS = (w05, w06, w07)
