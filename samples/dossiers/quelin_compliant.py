"""Applicants of Quelin with whom nothing is wrong: by title, by skill, by a degree from abroad, by a diploma of 1998."""

from __future__ import annotations

from samples.content import Dossier
from samples.dossiers.quelin_case import (
    CITY,
    CODES,
    CRANE,
    ENGINEERING,
    HYDRAULIC,
    NUMERIC,
    OLD,
    OPTICAL,
    TRADES,
    Case,
    person,
    registered,
)
from samples.layouts_quelin import appraisal, claims, posts, schooling, training, works
from samples.layouts_quelin.leaf import Said
from samples.numbers import diploma_number

HALF = "tuned"


def x01() -> Dossier:
    """A bachelor of 2014 with a title since 2016, all on paper, and an article."""
    c = Case("X01", person("宫羽彤", "女", "1992-03-21", 61), ((NUMERIC, "机械设计师", "2014-07", None),))
    major, years = "机械设计制造及其自动化", ("2010-09", "2014-06")
    diploma, degree = c.bachelor(ENGINEERING, major, years, "2014-06-24", 3307)
    c.file("1毕业证书.webp", (diploma, schooling.spread))
    c.file("2学位.jpg", (degree, schooling.degree_plain), quality="photo", jpeg=9)
    r = registered(diploma, "2010-09-05", "M7QX2WKT9ALR4EZ3", "2023-08-14", "2023-11-14")
    c.file("3备案表.pdf", (r, schooling.register_lines), quality="text")
    t = c.titled("机械制造", "2016-12-09", "溯职字20161207033", "2017-01-12")
    c.file("4职称证.webp", (t, posts.wallet))
    c.file("5聘书.webp", (c.appointed("2017-01-15", "2024-01-14", "2017-01-13"), posts.folder), quality="clean")
    c.file("6学时.tif", *((card, training.register) for card in c.cards()), grey=True)
    c.file("7考核20.webp", (c.appraised("2020"), appraisal.register))
    c.file("7考核21.webp", (c.appraised("2021", "优秀"), appraisal.verdict), quality="photo")
    c.file("7考核22.pdf", (c.appraised("2022"), appraisal.export), quality="text")
    c.file("8论文.pdf", (_article(c), works.quarterly), grey=True, flat=True)
    return c.dossier()


def _article(c: Case) -> Said:
    values = {
        "title": "立式加工中心床身筋板的轻量化",
        "journal": "溯南制造技术",
        "issn": "9999-0768",
        "cn": "33-5917/TH",
        "date": "2022-06",
    }
    c.declare("papers", **values, author_rank=1)
    return c.say(
        **values,
        authors="宫羽彤;程叔夜",
        issue="2022年第2期　总第74期",
        page="38",
        keywords="床身；筋板；静刚度",
        abstract="比较七种筋板布局，给出减重百分之十二的方案。",
        text="床身是立式加工中心的基础件，其质量约占整机的四成。本文以静刚度为约束建立模型，并以锤击试验验证。",
    )


def x02() -> Dossier:
    """A technician of 2019 with evening schooling."""
    c = Case("X02", person("尉迟砺", "男", "1984-07-08", 62), ((HYDRAULIC, "装配钳工", "2005-07", None),))
    c.application = {"route": "skilled", "subfield": "生产制造"}
    _evening_school(c)
    values = {"occupation": "装配钳工", "level": "技师", "certificate_number": "S000033990217192000063"}
    c.declare(
        "skill_certificates",
        occupation="装配钳工",
        level="技师",
        certificate_number=values["certificate_number"],
        issued_on="2019-09-12",
    )
    c.expect("pass", ("vocational.certificate", "skill_certificates[0]"))
    v = c.say(**values, issue_date="2019-09-12", issuer="溯阳市机械行业技能评价中心", **{"level@": "二级／技师"})
    c.file("SCAN0003.webp", (v, posts.skill_level))
    first, second, third = c.cards()
    c.file("SCAN0004.webp", (first, training.card), turn=1)
    c.file("SCAN0005.webp", (second, training.certificate), quality="clean")
    c.file("SCAN0006.jpg", (third, training.certificate), quality="photo", turn=1, exif=True, jpeg=9)
    c.file("SCAN0007.webp", (c.appraised("2020"), appraisal.rings))
    c.file("SCAN0008.pdf", (c.appraised("2021", "优秀"), appraisal.two_leaves), jpeg=9)
    c.file("SCAN0009.webp", (c.appraised("2022"), appraisal.rings), turn=2)
    return c.dossier()


def _evening_school(c: Case) -> None:
    number = diploma_number(CODES[TRADES], "2012", "大专", 1184, kind="5")
    major = "机电一体化技术"
    c.schooled("大专", TRADES, major, "2009-03", "2012-01", certificate_number=number)
    g = c.say(
        school=TRADES,
        major=major,
        level="大专",
        conclusion="毕业",
        programme_type="成人",
        start_date="2009-03",
        end_date="2012-01",
        issue_date="2012-01-10",
        years="三",
        form="业余",
        president="卓文渊",
        certificate_number=number,
        **{"level@": "专科", "programme_type@": "成人高等教育"},
    )
    c.file("SCAN0001.webp", (g, schooling.evening))
    r = g.but(
        report_number="9999618",
        conclusion="该学历证书信息真实，予以认证",
        dated="2022-03-15",
        end_date="2012-01-10",
    )
    c.file("SCAN0002.webp", (r, schooling.report), quality="photo")


def x03() -> Dossier:
    """A master from abroad without a title, with a patent of his own and a program."""
    c = Case("X03", person("谷梁月", "女", "1994-11-05", 63), ((OPTICAL, "光学算法工程师", "2019-01", None),))
    c.application = {"subfield": "技术开发"}
    _abroad(c)
    _claims_of_x03(c)
    first, second, third = c.cards()
    c.file("继续教育.pdf", *((card, training.platform) for card in (first, second, third)), quality="text")
    c.file("2020年考核.webp", (c.appraised("2020"), appraisal.scores))
    c.file("2021年考核.webp", (c.appraised("2021", "优秀"), appraisal.scores), quality="photo")
    c.file("2022年考核.webp", (c.appraised("2022"), appraisal.register), quality="photo")
    text = (
        "入职以来我先后承担镜片瑕疵识别、共焦位移测量和膜厚在线检测三个项目的算法工作，完成软件模块26个，取得发明专利1件、"
        "软件著作权1项，相关产品累计销售140台。今后将继续在光学测量方向深入研究。"
    )
    c.file("工作总结.webp", (c.say(text=text, dated="2023年8月20日"), claims.summary), quality="clean")
    c.file("保证书.webp", (c.say(dated="2023年8月28日"), claims.pledge), quality="clean")
    return c.dossier()


def _abroad(c: Case) -> None:
    number, school = "教留服认德[2018]99816号", "维尔茨图林根应用技术大学"
    c.schooled(
        "硕士研究生",
        school,
        "光电工程",
        "2016-10",
        "2018-10",
        degree="工学硕士",
        certificate_number=number,
        overseas=True,
    )
    c.expect("drop", *((f"education.{part}", "education[0]") for part in ("major", "level", "dates")))
    r = c.say(
        certificate_number=number,
        school=school,
        english="Werztal University of Applied Sciences",
        country="德国",
        degree="工学硕士",
        major="光电工程",
        start_date="2016-10",
        end_date="2018-10",
        dated="2018-12-11",
        conclusion="该校为德国认可的高等学校，所颁发的硕士学位证书真实有效",
    )
    c.file("学历认证.webp", (r, schooling.abroad), quality="photo")


def _claims_of_x03(c: Case) -> None:
    values = {"patent_name": "一种共焦位移传感器的分段补偿方法", "patent_number": "ZL202119999908.5"}
    c.declare(
        "patents",
        type="发明",
        number=values["patent_number"],
        name=values["patent_name"],
        inventor_rank=1,
        granted_on="2022-08-09",
    )
    p = c.say(
        **values,
        **{"patent_number@": "ZL 2021 1 9999908.5"},
        patent_type="发明",
        inventors="谷梁月;容止戈",
        patentee=OPTICAL,
        applied_on="2021-05-18",
        granted_on="2022-08-09",
        serial="9999871",
        publication="CN 199999908 B",
    )
    c.file("专利.webp", (p, works.invention))
    name = "薄膜厚度在线测量软件V1.3"
    c.declare("software_copyrights", number="2022SR9999874", name=name, registered_on="2022-10-21")
    c.expect("drop", ("achievement.software", "software_copyrights[0]"))
    s = c.say(
        software_name=name,
        owner=OPTICAL,
        registration_number="2022SR9999874",
        serial="9999874",
        finished="2022-06-30",
        registered_on="2022-10-21",
    )
    c.file("软著.webp", (s, works.program))


def x04() -> Dossier:
    """A graduate of 1998 with the form from his file, insured by hand, honoured by the county."""
    c = Case("X04", person("仲长庚", "男", "1975-12-30", 64), ((CRANE, "起重机设计工程师", "1998-08", None),))
    _of_the_nineties(c)
    t = c.titled("起重运输机械", "2003-11-28", "SZ2003110417", "2004-01-08", issuer=CITY)
    c.file("a03.jpg", (t, posts.sentence_of_old), quality="photo", jpeg=9)
    c.file("a04.webp", (c.appointed("2004-02-01", "", "2004-01-30"), posts.open_end), quality="clean")
    c.file(
        "a05.pdf",
        *((card, training.card) for card in c.cards()),
        quality="text",
        mixed=True,
        dpi=150,
        grey=True,
        flat=True,
    )
    c.file("a06.webp", (c.appraised("2020"), appraisal.verdict))
    c.file("a07.webp", (c.appraised("2021", "优秀"), appraisal.rings))
    c.file("a08.webp", (c.appraised("2022"), appraisal.verdict), quality="photo")
    a = c.say(
        award="鹊林县优秀科技工作者",
        issuer="鹊林县人民政府",
        issue_date="2021-12",
        occasion="在全县工业技术创新工作中作出的突出贡献",
    )
    c.declare("awards", name=a["award"], issuer=a["issuer"], date="2021-12", collective=False)
    c.file("a09.webp", (a, claims.honour), quality="photo")
    c.file("a10.webp", (c.insured((CRANE, "2020-08", "2023-07")), claims.insured_lines))
    c.file("a11.webp", (c.say(held="助理工程师", dated="2023年8月25日"), claims.review_form), quality="clean")
    return c.dossier()


def _of_the_nineties(c: Case) -> None:
    major = "起重运输机械"
    c.schooled("大专", OLD, major, "1995-09", "1998-07", certificate_number="980231")
    about = {"school": OLD, "major": major, "start_date": "1995-09", "end_date": "1998-07", "years": "三"}
    g = c.say(
        **about,
        **{"level@": "专科"},
        level="大专",
        conclusion="毕业",
        issue_date="1998-07-05",
        president="邢孟春",
        certificate_number="980231",
    )
    c.file("a01.webp", (g, schooling.nineties))
    f = c.say(
        **about,
        history="1989.9—1992.7 鹊林县第三中学初中；1992.9—1995.7 鹊林县第一中学高中。",
        account="在校三年遵守纪律，成绩良好，完成门座起重机课程设计与毕业实习，愿到生产一线工作。",
    )
    c.file("a02.pdf", (f, schooling.booklet), grey=True, flat=True)


DOSSIERS = (x01, x02, x03, x04)
