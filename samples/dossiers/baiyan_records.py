"""Three applicants of Baiyan with seeded defects: an education in the evening, a degree from abroad, a leaver."""

from __future__ import annotations

from samples.content import Dossier
from samples.dossiers.baiyan_case import (
    LATE,
    LATHES,
    METERS,
    OF_A_TABLE,
    ROBOTS,
    SUMS,
    SYSTEMS,
    UNIVERSITY,
    BaiyanCase,
    person,
    words,
)
from samples.dossiers.baiyan_papers import appointed, appraised, card, conferred, insured, schooled, titled
from samples.dossiers.baiyan_routes import as_handed_out, honoured
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


def r06() -> Dossier:
    """Another end of the studies declared, another birthday on the title, years in one, months unpaid, a broken picture."""
    jobs = ((METERS, "仪表结构工程师", "2012-08", None),)
    c = BaiyanCase("R06", person("荀晚晴", "女", "1991-03-27", 406), jobs, subfield="技术服务")
    told = {"programme_type": "成人", "programme_type@": "成人高等教育", "form": "函授", "years": "二点五"}
    diploma = schooled(
        c, LATE, "测控技术与仪器", "本科", ("2015-03", "2017-07"), "2017-07-10", 1093, told, end="2016-07", degree="工学学士",
        degree_certificate_number="9916542017600387",
    )  # fmt: skip
    c.expect("education_differs", ("education.dates", "education[0]"))
    c.expect("printed_later", ("education.number", "education[0]"))
    c.expect("drop", ("eligibility.route", "application"))
    c.file("附1.webp", (diploma, diplomas.adult), quality="clean")
    c.file("附2.webp", (conferred(diploma, "工学学士", "2017-12-28", 600387), degrees.adult), quality="photo")
    report = diploma.but(report_number="9999847", dated="2023年8月3日", conclusion=AGREES)
    c.file("附3.tif", (report, registers.report))
    t = titled(c, "仪器仪表", "2018-11-30", "2019-01-22", "BY20181130118")
    c.file("附4.webp", (t.but(birth_date="1991-08-27"), titles.electronic), quality="clean")
    c.expect("person_differs", ("identity.person", "附4.webp"))
    letter = appointed(c, "2019-01-01", "2023-12-31", "2018-12-27", "仪器仪表")
    c.file("附5.tif", (letter, posts.contract), quality="clean")
    printed = (card(c, "2021", 68, 22), card(c, "2022", 72, 20))
    c.file("附6.pdf", *((each, training.sides) for each in printed), quality="text")
    c.file("附7.webp", (card(c, "2023", 66, 24), training.letter), quality="photo")
    _three_in_one(c)
    paid = ((METERS, "2020-08", "2022-03"), (METERS, "2022-07", "2023-07"))
    c.file("附9.tif", (insured(c, (METERS, "2020-08", "2023-07"), shown=paid), slips.told_in_lines), quality="clean")
    c.expect("review", ("insurance.coverage", "application"))
    c.file("附10.webp", (_invention(c), honours.invention), quality="clean")
    broken = c.say(text="补充材料", dated="2023年8月20日")
    c.file("附11.jpg", (broken, statements.at_work), quality="photo", damage="truncated", jpeg=20)
    return c.dossier()


AGREES = "该证书内容属实，系国家承认的高等教育学历"


def _three_in_one(c: BaiyanCase) -> None:
    years, results = ("2020", "2021", "2022"), ("合格", "合格", "优秀")
    last = appraised(c, "2022", signed_on="2023-02-17")
    c.profile["appraisals"].clear()
    for year, result in zip(years, results, strict=True):
        c.declare("appraisals", year=int(year), result=result, employer=METERS)
        c.expect("appraisal_merged_year", ("appraisal.each_year", year))
        c.expect("drop", *((f"appraisal.{part}", year) for part in OF_A_TABLE[2:] if part != "result"))
    rows = tuple((y, words()["R06"][y], r) for y, r in zip(years, results, strict=True))
    c.file("附8.webp", (last.but(rows), slips.three_rows), quality="photo")
    c.expect("appraisal_merged", ("appraisal.single_year", "附8.webp"))


def _invention(c: BaiyanCase) -> Told:
    about = {"patent_name": "一种多参量变送器的膜盒密封结构", "patent_number": "ZL202219999937.6"}
    c.achieved(
        "patents", "patent", type="发明", number=about["patent_number"], name=about["patent_name"], granted_on="2023-06-20",
        inventor_rank=1,
    )  # fmt: skip
    return c.say(
        **about, patent_type="发明", inventors="荀晚晴;邵晓军;帅若楠", patentee=METERS, applied_on="2022-02-25",
        granted_on="2023-06-20", serial="9999937", publication="CN 199999937 B",
    )  # fmt: skip


def r07() -> Dossier:
    """A master of 2019 from abroad; a name much alike on a letter, no card of 2022, a sentence for 2020, the former employer for 2021."""
    jobs = ((ROBOTS, "软件工程师", "2019-09", "2021-09"), (SYSTEMS, "控制软件工程师", "2021-10", None))
    c = BaiyanCase("R07", person("戴清扬", "男", "1994-04-16", 407), jobs, subfield="系统集成")
    c.file("1认证.webp", (_recognised(c), degrees.recognised), quality="clean")
    t = titled(c, "自动控制", "2020-12-22", "2021-03-01", "BY20201222057")
    c.file("2资格证.webp", (t, titles.sentence), quality="photo")
    first = appointed(c, "2021-01-01", "2023-12-31", "2020-12-30", "自动控制", employer=ROBOTS)
    c.file("3聘书a.webp", (first.but(name="代清扬"), posts.folded), quality="clean")
    c.expect("name_lookalike", ("identity.name", "3聘书a.webp"))
    second = appointed(c, "2021-10-08", "2024-10-07", "2021-10-08", "自动控制")
    c.file("4聘书b.webp", (second, posts.lined), quality="photo")
    c.file("5学时.webp", (card(c, "2021", 66, 26), training.front), quality="clean", dpi=140)
    c.declare("training_hours", year=2022, total=92, specialized=68, public=24)
    c.file("6学时.pdf", (card(c, "2023", 70, 22), training.screen), quality="text")
    c.expect("document_missing", ("training.each_year", "2022"), *SUMS)
    c.expect("drop", ("training.declared", "2022"))
    c.file("7考核.webp", (appraised(c, "2020"), slips.verdict))
    c.expect("one_sentence", ("appraisal.narrative", "2020"))
    before = appraised(c, "2021", employer=ROBOTS, seal=ROBOTS, position="软件工程师")
    c.file("8考核.pdf", (before, appraisals.two_leaves), grey=False, flat=False, jpeg=14, dpi=125)
    c.expect("employer_not_last", ("appraisal.employer", "2021"))
    c.file("9考核.webp", (appraised(c, "2022", "优秀"), appraisals.registered), quality="photo")
    paid = ((ROBOTS, "2020-08", "2021-09"), (SYSTEMS, "2021-10", "2023-07"))
    c.file("10社保.tif", (insured(c, *paid), slips.by_year), quality="clean")
    c.file("11软著.webp", (_program(c), honours.software), quality="clean")
    c.file("12合同.tif", (c.say(text=words()["statements"]["labour"]), statements.labour))
    c.expect("document_other", ("document.expected", "12合同.tif"))
    return c.dossier()


def _recognised(c: BaiyanCase) -> Told:
    school = {"school": "奥斯林理工大学", "degree": "工学硕士", "certificate_number": "教留服认新[2019]99427号"}
    c.declare(
        "education", **school, level="硕士研究生", major="自动控制工程", start="2017-08", end="2019-06",
        degree_certificate_number=None, auto_extracted=False, overseas=True, relevance="对口",
    )  # fmt: skip
    # Level, major and dates are no fields of a recognition, and who was appointed is open: so is what follows from it.
    c.expect("drop", *((f"education.{part}", "education[0]") for part in ("level", "major", "dates")))
    c.expect("drop", ("eligibility.route", "application"))
    judged = "该校系新西兰正规高等学校，戴清扬所获工学硕士学位予以认可"
    return c.say(
        **school, start="2017年8月", end="2019年6月", country="新西兰", foreign="Ostlyn Institute of Technology",
        subject="自动控制工程", dated="2019-10-16", conclusion=judged,
    )  # fmt: skip


def _program(c: BaiyanCase) -> Told:
    about = {"software_name": "锐衡物流分拣调度软件V2.0", "registration_number": "2022SR9999938"}
    subject = c.declare(
        "software_copyrights",
        number=about["registration_number"],
        name=about["software_name"],
        registered_on="2022-11-15",
    )
    # The holder is the company, so that a person must see whose work it was.
    c.expect("pass", ("achievement.window", subject))
    return c.say(**about, owner=SYSTEMS, registered_on="2022-11-15", serial="9999938")


def r08() -> Dossier:
    """肄业, another number on the title, an honour for 2021, no seal in 2022, a colleague's honour, two works incomplete."""
    jobs = ((LATHES, "机械设计工程师", "2013-03", None),)
    short = {"start": "2023-09-13", "end": "2023-09-15"}
    c = BaiyanCase("R08", person("花景澄", "男", "1992-07-05", 408), jobs, publicity=short)
    c.expect("fail", ("application.publicity", "application"))
    leaving = schooled(
        c, UNIVERSITY, "机械电子工程", "本科", ("2010-09", "2013-01"), "2013-03-05", 1, {"conclusion": "肄业"},
        certificate_number=None,
    )  # fmt: skip
    c.expect("not_graduated", ("education.conclusion", "education[0]"))
    c.expect("drop", ("education.material", "education[0]"), ("education.number", "education[0]"))
    c.expect("drop", ("eligibility.route", "application"))
    c.file("s1.webp", (leaving, diplomas.attended))
    t = titled(c, "机械设计", "2018-12-14", "2019-02-18", "BY20181214092")
    c.file("s2.webp", (t.but(certificate_number="BY20181214029"), titles.upper), quality="photo")
    c.expect("title_differs", ("title.match", "titles[0]"))
    c.file(
        "s3.tif", (appointed(c, "2019-01-01", "2023-12-31", "2018-12-29", "机械设计"), posts.red_head), quality="clean"
    )
    c.file("s4.pdf", (card(c, "2021", 68, 24), training.courses), quality="text")
    c.file("s5.webp", (card(c, "2022", 66, 25), training.two_sorts), quality="photo")
    c.file("s6.tif", (card(c, "2023", 65, 26), training.matrix), turn=2)
    c.file("s7.webp", (appraised(c, "2020"), appraisals.open_form), quality="photo")
    merit = {"award": "2021年度优秀员工", "issuer": LATHES, "issue_date": "2022-01-25"}
    c.file("s8.webp", (c.say(**merit, occasion="公司2021年度生产经营工作"), honours.staff), quality="photo", turn=3)
    c.declare("appraisals", year=2021, result="优秀", employer=LATHES)
    c.expect("document_missing", ("appraisal.each_year", "2021"))
    c.expect("award_instead", ("appraisal.not_award", "2021"))
    c.expect("drop", *((f"appraisal.{part}", "2021") for part in OF_A_TABLE[2:]))
    c.file("s9.webp", (appraised(c, "2022", seal=""), appraisals.lying), quality="clean")
    c.expect("no_seal", ("appraisal.seal", "2022"))
    c.file("s10.pdf", (_paper(c), works.equipment), dpi=150)
    c.file("s11.pdf", (_contract(c), works.contract), dpi=150)
    c.file("s12.webp", (honoured(), as_handed_out))
    c.expect("name_other_person", ("identity.name", "s12.webp"))
    c.expect("review", ("batch.duplicate", "s12.webp"))
    return c.dossier()


def _paper(c: BaiyanCase) -> Told:
    """Without its page of contents."""
    journal = {"journal": "铸锻工艺与装备", "issn": "9999-1047", "cn": "33-5952/TG", "date": "2021-05-10"}
    about = {"title": "数控车床液压尾座的简化设计"} | journal
    c.achieved("papers", "paper", "missing", **(about | {"date": "2021-05"}), author_rank=1)
    abstract, keywords, text = words()["papers"]["three"]
    return c.say(
        **about, authors="花景澄;岳承林", issue="2021年第3期", page="52", sponsor="楠淮省锻压技术研究所",
        latin="CASTING FORGING & EQUIPMENT", abstract=abstract, keywords=keywords, text=text,
    )  # fmt: skip


def _contract(c: BaiyanCase) -> Told:
    """Without a paper on its acceptance."""
    name = "车削中心副主轴试验台开发"
    c.achieved(
        "projects", "project", "review", name=name, role="机械结构设计", level="企业", start="2022-03", end="2022-09",
        amount_yuan=520000,
    )  # fmt: skip
    team = (
        ("岳承林", "高级工程师", "项目负责人"), ("花景澄", "助理工程师", "试验台机械结构设计、安装调试"),
        ("来俊逸", "助理工程师", "测试软件"),
    )  # fmt: skip
    return c.say(
        team, project_name=name, amount="520000", capital="伍拾贰万元整", one=SYSTEMS, two=LATHES, parties=f"{SYSTEMS};{LATHES}",
        date="2022-03-11", number="RH-2022-031", aim=words()["statements"]["aim_c"], clauses=words()["statements"]["clauses"],
    )  # fmt: skip


DOSSIERS = (r06, r07, r08)
