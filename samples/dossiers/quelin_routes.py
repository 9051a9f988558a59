"""Applicants of Quelin by exceptional routes and by skill, each with several things wrong."""

from __future__ import annotations

from samples.content import Dossier
from samples.dossiers.quelin_case import CABLE, CODES, NUMERIC, PLAIN, SUMS, TRADES, Case, person, texts
from samples.dossiers.quelin_records import shared_patent
from samples.layouts_quelin import appraisal, claims, posts, schooling, training, works
from samples.numbers import diploma_number

HALF = "tuned"


def x05() -> Dossier:
    """Less than four years appointed: a number wrong by a digit, a card of 2020, a paper without contents, a seal less."""
    c = Case("X05", person("亓官辰", "男", "1992-09-17", 65), ((NUMERIC, "机床研发工程师", "2015-07", None),))
    c.application = {"route": "exceptional", "subfield": "技术开发", "exceptional_items": ["A1", "A2", "A3"]}
    c.expect("review", ("eligibility.route", "application"))
    number = diploma_number(CODES[PLAIN], "2015", "本科", 2206)
    c.schooled(
        "本科",
        PLAIN,
        "机械工程",
        "2011-09",
        "2015-06",
        degree="工学学士",
        certificate_number=number,
        auto_extracted=True,
    )
    t = c.titled("机械设计", "2020-03-20", "SY20200319066", "2020-05-18", declared_number="SY20200319086")
    c.expect("review", ("title.match", "titles[0]"))  # one digit that is soon misread
    c.file("扫描_01.webp", (t, posts.electronic))
    _appointed_and_taught(c)
    c.file(
        "扫描_04.tif", (c.card("2022", 68, 22), training.ledger), (c.card("2023", 70, 20), training.ledger), grey=True
    )
    c.file("扫描_05.webp", (c.appraised("2020"), appraisal.verdict))
    c.file("扫描_06.webp", (c.appraised("2021", "优秀"), appraisal.scores), quality="photo")
    c.file("扫描_07.pdf", (c.appraised("2022"), appraisal.export), quality="text")
    _papers(c)
    _prize_and_project(c)
    _form(c)
    c.expect("no_seal", ("exceptional.form", "application"))
    return c.dossier()


def _appointed_and_taught(c: Case) -> None:
    rows = (
        ("巴山雨", "工程师", "2020-04-01", "2025-03-31"),
        ("亓官辰", "助理工程师", "2020-04-01", "2025-03-31"),
        ("容止戈", "助理工程师", "2020-04-01", "2025-03-31"),
    )
    c.appointed("2020-04-01", "2025-03-31", "2020-03-27")
    a = c.say(rows, issue_date="2020-03-27", document="启坤发〔2020〕9号")
    c.file("扫描_02.webp", (a, posts.red_head), quality="photo")
    c.declare("training_hours", year=2021, total=90, specialized=66, public=24)
    old = c.card("2020", 66, 24, declared=False)
    c.file("扫描_03.tif", (old, training.ledger), grey=True)
    c.expect("document_missing", ("training.each_year", "2021"))
    c.expect("drop", ("training.declared", "2021"))
    c.expect("document_missing", *SUMS)


def _form(c: Case) -> None:
    f = c.say(
        title="工程师",
        items="A1;A2;A3",
        **{
            "items@": "符合破格A类第（1）、（2）、（3）项：（1）在省级刊物发表论文2篇；（2）获溯阳市科学技术进步奖二等奖；"
            "（3）担任技术负责人主持市级科研攻关项目，成绩显著。"
        },
        post="研发部副部长",
        years="8年",
        schooled="2015年6月 朔原大学 机械工程",
        held="助理工程师",
        appointed="2020年4月",
        history="2011.9—2015.6 朔原大学学习\n2015.7—今 鹊林启坤数控装备有限公司 机床研发工程师",
        seals=NUMERIC,
    )
    c.file("扫描_12.webp", (f, claims.promotion))


def _papers(c: Case) -> None:
    text = "五轴转台在连续切削时的热漂移影响轮廓精度。本文布置二十四个测点，建立温度与位移的关系，并在三种机型上验证。"
    one = {"title": "五轴转台热漂移的分段建模", "journal": "精密装备学报", "issn": "9999-0849", "cn": "33-5926/TH"}
    two = {"title": "力矩电机直驱转台的伺服刚度", "journal": "溯南制造技术", "issn": "9999-0768", "cn": "33-5917/TH"}
    more = {
        "authors": "亓官辰;巴山雨",
        "text": text,
        "keywords": "转台；热误差；补偿",
        "abstract": "给出建模与补偿的步骤。",
    }
    for values, date in ((one, "2021-11"), (two, "2022-03")):
        c.declare("papers", **values, date=date, author_rank=1)
    first = c.say(**one, **more, date="2021-11", issue="2021年第11期", page="27")
    second = c.say(**two, **more, date="2022-03", issue="2022年第1期　总第73期", page="16", without="contents")
    c.file("扫描_08.tif", (first, works.monthly), grey=True)
    c.file("扫描_09.pdf", (second, works.quarterly), grey=True, flat=True)
    c.expect("missing", ("achievement.paper", "papers[1]"))


def _prize_and_project(c: Case) -> None:
    award = "溯阳市科学技术进步奖二等奖"
    values = {"award": award, "issuer": "溯阳市人民政府", "issue_date": "2022-11-15"}
    c.declare("awards", name=award, issuer="溯阳市人民政府", date="2022-11", collective=False)
    c.file(
        "扫描_10.webp",
        (c.say(**values, occasion="龙门加工中心高速进给系统", number="2022-02-014-01"), claims.prize),
        quality="clean",
    )
    rows = (
        ("亓官辰", "助理工程师", "项目负责人，总体方案与进给系统设计"),
        ("巴山雨", "工程师", "电气控制"),
        ("容止戈", "助理工程师", "试验与数据处理"),
    )
    name = "龙门加工中心高速进给系统研制"
    c.declare("projects", name=name, role="负责人", level="市级", start="2021-03", end="2022-08", amount_yuan=960000)
    p = c.say(
        rows,
        project_name=name,
        parties=f"溯阳市高端装备创新中心;{NUMERIC}",
        amount="960000",
        **{"amount@": "96.00万元（大写：玖拾陆万元整）"},
        code="SY2021-J-018",
        date="2021-03-09",
        accepted="2022年8月26日",
    )
    c.file("扫描_11.pdf", (p, works.contract), grey=True, flat=True)


def x06() -> Dossier:
    """By honour of the company: no form, no pledge, three years in one table, months uninsured, another's patent."""
    c = Case("X06", person("鄢北溟", "男", "1983-04-26", 66), ((CABLE, "线缆设备主管", "2002-08", None),))
    c.application = {"route": "exceptional", "subfield": "生产制造", "exceptional_items": ["B"], "pledge_signed": False}
    c.expect("document_missing", ("application.pledge", "application"), ("exceptional.form", "application"))
    c.expect("review", ("eligibility.route", "application"))
    c.expect("pass", ("exceptional.quota", "application"))
    c.schooled("中专", "溯阳机械工业学校", "机电技术应用", "1999-09", "2002-07", auto_extracted=True)
    rows = tuple(zip(("2020", "2021", "2022"), texts()["X06"], ("合格", "优秀", "合格"), strict=True))
    m = c.say(rows, opinion="三年来该同志工作扎实，业绩属实。", signed_on="2023-02-16", seal=CABLE)
    for year, _, result in rows:
        c.declare("appraisals", year=int(year), result=result, employer=CABLE)
        c.expect("appraisal_merged_year", ("appraisal.each_year", year))
        c.expect("drop", *((f"appraisal.{part}", year) for part in ("narrative", "employer", "seal")))
    c.file("IMG_0411.webp", (m, appraisal.merged), quality="photo")
    c.expect("appraisal_merged", ("appraisal.single_year", "IMG_0411.webp"))
    first, second, third = c.cards()
    c.file("IMG_0412.tif", (first, training.register), (second, training.register), grey=True)
    c.file("IMG_0414.webp", (third, training.certificate), quality="photo")
    paid = ((CABLE, "2020-08", "2021-11"), (CABLE, "2022-04", "2023-07"))
    c.file("IMG_0415.webp", (c.insured((CABLE, "2020-08", "2023-07"), shown=paid), claims.insured_months), turn=3)
    c.expect("review", ("insurance.coverage", "application"))
    _of_others(c)
    _without_amount(c)
    c.file("IMG_0418.png", (c.say(), claims.permit), quality="clean")
    return c.dossier()


def _of_others(c: Case) -> None:
    values = {"patent_name": "一种束线机的恒张力放线架", "patent_number": "ZL202029999972.4"}
    subject = c.declare(
        "patents",
        type="实用新型",
        number=values["patent_number"],
        name=values["patent_name"],
        inventor_rank=1,
        granted_on="2021-06-11",
    )
    p = c.say(
        **values,
        **{"patent_number@": "ZL 2020 2 9999972.4"},
        patent_type="实用新型",
        inventors="司马朔;厉鹤年",
        patentee="溯阳同泰线缆有限公司",
        applied_on="2020-10-13",
        granted_on="2021-06-11",
        serial="9999682",
        publication="CN 299999972 U",
    )
    c.file("IMG_0416.webp", (p, works.utility))
    c.expect("fail", ("achievement.patent", subject))


def _without_amount(c: Case) -> None:
    rows = (("鄢北溟", "无", "项目技术负责人，整机方案"), ("厉鹤年", "工程师", "电气与张力控制"))
    name = "高速笼绞机国产化首台套研制"
    subject = c.declare(
        "projects", name=name, role="技术负责人", level="省级", start="2021-05", end="2022-10", amount_yuan=1480000
    )
    p = c.say(
        rows,
        project_name=name,
        parties=f"溯南省智能装备促进中心;{CABLE}",
        code="SN2021-SB-007",
        date="2021-05-12",
        accepted="2022年10月20日",
        without="amount",
    )
    c.file("IMG_0417.tif", (p, works.contract), grey=True)
    c.expect("missing", ("achievement.project", subject))


def x10() -> Dossier:
    """By skill: a level too low, another major, an hour of the trade short, late, a locked file, another's patent again."""
    c = Case("X10", person("葛建军", "男", "1988-02-10", 70), ((CABLE, "装配技师", "2008-07", None),))
    c.application = {"route": "skilled", "subfield": "技术服务", "submitted_on": "2023-09-12"}
    c.expect("fail", ("application.deadline", "application"))
    c.expect("drop", ("eligibility.route", "application"))
    _other_trade(c)
    number = "1799020001300118"
    c.declare(
        "skill_certificates",
        occupation="机床装调维修工",
        level="技师",
        certificate_number=number,
        issued_on="2017-10-30",
    )
    v = c.say(
        occupation="机床装调维修工",
        level="高级工",
        certificate_number=number,
        issue_date="2017-10-30",
        issuer="溯阳市职业技能鉴定中心",
        **{"level@": "高级技能（三级）"},
    )
    c.file("资料3.webp", (v, posts.qualification))
    c.expect("fail", ("vocational.certificate", "skill_certificates[0]"))
    cards = (c.card("2021", 58, 36), c.card("2022", 60, 34), c.card("2023", 61, 30))
    c.file("资料4.pdf", *((card, training.platform) for card in cards), quality="text")
    c.expect("hours_short", ("training.specialized", "application"))
    c.file("资料5.webp", (c.appraised("2020"), appraisal.register), quality="photo")
    locked = c.appraised("2021")
    c.file("资料6.pdf", (locked, appraisal.chit), grey=True, flat=True, damage="encrypted")
    c.expect("perhaps_unreadable", ("appraisal.each_year", "2021"))
    parts = ("not_award", "narrative", "result", "employer", "seal")
    c.expect("drop", *((f"appraisal.{part}", "2021") for part in parts))
    c.file("资料7.webp", (c.appraised("2022", "优秀"), appraisal.rings))
    said, layout = shared_patent(c)
    c.file("资料8.webp", (said, layout), skew=1.6, jpeg=12)
    c.expect("fail", ("achievement.patent", "patents[0]"))
    c.expect("review", ("batch.duplicate", "资料8.webp"))
    return c.dossier()


def _other_trade(c: Case) -> None:
    number, major = diploma_number(CODES[TRADES], "2013", "大专", 2291, kind="5"), "物流管理"
    c.schooled("大专", TRADES, "机电一体化技术", "2010-03", "2013-01", certificate_number=number)
    g = c.say(
        school=TRADES,
        major=major,
        level="大专",
        conclusion="毕业",
        programme_type="成人",
        start_date="2010-03",
        end_date="2013-01",
        issue_date="2013-01-15",
        years="三",
        form="函授",
        president="卓文渊",
        certificate_number=number,
        **{"level@": "专科", "programme_type@": "成人高等教育"},
    )
    c.file("资料1.webp", (g, schooling.evening), quality="photo")
    r = g.but(
        start_date="2010-03-01",
        end_date="2013-01-15",
        years="3",
        updated="2023-08-17",
        verification_code="K9TZ4WXM2Q7RLA3E",
        valid_until="2024-02-17",
    )
    c.file("资料2.webp", (r, schooling.register_table), quality="clean")
    c.expect("education_differs", ("education.major", "education[0]"))


DOSSIERS = (x05, x06, x10)
