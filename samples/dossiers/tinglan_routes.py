"""Three applicants of Tinglan by other ways: exceptions of both sorts, and a master from abroad."""

from __future__ import annotations

from samples.content import Dossier
from samples.dossiers.tinglan_case import (
    ELECTRICS,
    INSTITUTE,
    LINES,
    OF_A_TABLE,
    PRESIDENTS,
    PUMPS,
    TinglanCase,
    person,
    words,
)
from samples.dossiers.tinglan_papers import appointed, appraised, card, insured, titled
from samples.layouts_jichuan.board import Told
from samples.layouts_tinglan import (
    appraisals,
    degrees,
    diplomas,
    honours,
    insurance,
    registers,
    statements,
    titles,
    training,
    verdicts,
    works,
)

HALF = "tuned"


def s03() -> Dossier:
    """Three years of college in 1999, assistant engineer since 2020: 破格A by items 1, 5, 6."""
    jobs = ((PUMPS, "技术科科长", "1999-08", None),)
    asked = {"route": "exceptional", "exceptional_items": ["A1", "A5", "A6"], "subfield": "技术开发"}
    c = TinglanCase("S03", person("晁国栋", "男", "1977-09-08", 303), jobs, **asked)
    c.expect("review", ("eligibility.route", "application"))
    c.expect("pass", ("exceptional.form", "application"))
    diploma, booklet = _schooling(c)
    c.file("扫描0001.webp", (diploma, diplomas.of_1999), turn=3)
    c.file("扫描0002.pdf", (booklet, registers.booklet), dpi=160)
    t = titled(c, "流体机械", "2020-06-12", "2020-08-03", "TL202006120227")
    c.file("扫描0003.tif", (t, titles.above), quality="clean")
    letter = appointed(c, "2020-07-01", "2025-06-30", "2020-06-29", "流体机械")
    c.file("扫描0004.webp", (letter, titles.pact), grey=True)
    c.file("扫描0005.tif", (card(c, "2021", 70, 24), training.blocks))
    c.file("扫描0006.webp", (card(c, "2022", 66, 26), training.dues), quality="photo")
    c.file("扫描0007.tif", (card(c, "2023", 67, 25), training.blocks), quality="clean")
    c.file("扫描0008.pdf", (appraised(c, "2020"), appraisals.leaves), grey=False, flat=False, jpeg=15, dpi=130)
    c.file("扫描0009.webp", (appraised(c, "2021", "优秀"), verdicts.paired), quality="photo")
    c.file("扫描0010.webp", (appraised(c, "2022"), verdicts.sections))
    c.file("扫描0011.pdf", (_first_paper(c), works.bimonthly), dpi=160)
    c.file("扫描0012.tif", (_second_paper(c), works.technical), quality="clean", dpi=160)
    award = {"award": "汀岚市科技先进工作者", "issuer": "汀岚市人民政府", "issue_date": "2022-05-30"}
    c.achieved("awards", "award", name=award["award"], issuer=award["issuer"], date="2022-05", collective=False)
    honour = c.say(**award, occasion="2021年度全市科技创新工作", number="汀政表〔2022〕第036号")
    c.file("扫描0013.webp", (honour, honours.ribbon))
    form = c.say(
        title="工程师", items="A1;A5;A6", reason=words()["statements"]["reason"], career=words()["statements"]["career"],
        born="1977.09", post="技术科科长", practice="24年", schooled="1999年7月 岭沅机械工程学院 机械制造工艺与设备",
        held="助理工程师", appointed="2020年7月", seal=PUMPS, town="石漾县枫桥镇人民政府", dated="2023-08-21",
    )  # fmt: skip
    c.file("扫描0014.webp", (form, statements.promotion))
    career = words()["statements"]["career"]
    head = c.say(title="助理工程师", obtained="2020年6月", way="破格申报", dated="2023-08-26", career=career)
    c.file("扫描0015.tif", (head, statements.review), quality="clean")
    return c.dossier()


def _schooling(c: TinglanCase) -> tuple[Told, Told]:
    about = {"school": INSTITUTE, "major": "机械制造工艺与设备", "level": "大专", "certificate_number": "990326"}
    c.declare(
        "education", **about, degree=None, degree_certificate_number=None, start="1996-09", end="1999-07",
        auto_extracted=False, overseas=False, relevance="对口",
    )  # fmt: skip
    told = c.say(
        **about, start_date="1996-09", end_date="1999-07", issue_date="1999-07-05", conclusion="毕业", age="二十一", years="三",
        president=PRESIDENTS[INSTITUTE], **{"level@": "专科", "certificate_number@": "岭机院毕字第990326号"},
    )  # fmt: skip
    more = words()["statements"]
    own = {part: more[part] for part in ("history", "family", "honours", "account")}
    return told, told.but(**own, dated="1999-06-20")


def _first_paper(c: TinglanCase) -> Told:
    journal = {"journal": "流体机械技术", "issn": "9999-0911", "cn": "33-5971/TH", "date": "2021-08"}
    about = {"title": "多级离心泵平衡鼓间隙的试验研究"} | journal
    c.achieved("papers", "paper", **about, author_rank=1)
    abstract, keywords, text = words()["papers"]["one"]
    return c.say(
        **about, authors="晁国栋;闵怀德", issue="2021年第4期 总第96期", page="31", sponsor="岭沅省流体工程学会", abstract=abstract,
        keywords=keywords, text=text, before="屏蔽泵导轴承磨损监测", before_by="商若楠", after="蝶阀密封比压计算", after_by="窦文博、宁可",
    )  # fmt: skip


def _second_paper(c: TinglanCase) -> Told:
    journal = {"journal": "岭沅装备技术", "issn": "9999-0954", "cn": "33-5974/TH", "date": "2022-09-20"}
    about = {"title": "低汽蚀余量流程泵叶轮的改进"} | journal
    c.achieved("papers", "paper", **(about | {"date": "2022-09"}), author_rank=1)
    abstract, keywords, text = words()["papers"]["two"]
    return c.say(
        **about, authors="晁国栋", issue="2022年第5期", page="24", sponsor="岭沅省装备工业研究所", latin="LINGYUAN EQUIPMENT",
        abstract=abstract, keywords=keywords, text=text, before="数控龙门铣床横梁挠度补偿", before_by="万雨晴",
        after="电梯曳引轮磨损检测", after_by="班以恒",
    )  # fmt: skip


def s04() -> Dossier:
    """A technician of 2003 whose project made the company's honour: 破格B; no seal on the table of 2021."""
    jobs = ((ELECTRICS, "技术部部长", "2003-08", None),)
    asked = {"route": "exceptional", "exceptional_items": ["B"], "subfield": "技术开发"}
    c = TinglanCase("S04", person("嵇永康", "男", "1985-01-23", 304), jobs, **asked)
    c.expect("review", ("eligibility.route", "application"))
    c.expect("pass", ("exceptional.form", "application"), ("exceptional.quota", "application"))
    c.declare(
        "education", level="中专", degree=None, school="箬山机电工业学校", major="电气技术", start="2000-09", end="2003-07",
        certificate_number="20030715", degree_certificate_number=None, auto_extracted=True, overseas=False, relevance="对口",
    )  # fmt: skip
    c.file("一、学时2021.webp", (card(c, "2021", 72, 22), training.proof))
    second = card(c, "2022", 65, 24)
    c.file("一、学时2023.tif", (card(c, "2023", 68, 21), training.proof), quality="clean")
    c.file("二、考核2020.webp", (appraised(c, "2020"), appraisals.voted))
    c.file("二、考核2021.webp", (appraised(c, "2021", seal=""), appraisals.voted))
    c.expect("no_seal", ("appraisal.seal", "2021"))
    c.file("二、考核2022.webp", (appraised(c, "2022", "优秀"), appraisals.voted), quality="photo")
    paid = insured(c, (ELECTRICS, "2020-08", "2023-07"))
    c.file("三、学时2022和社保.pdf", (second, training.summed), (paid, insurance.grid), quality="text")
    c.file("四、项目申报书.pdf", (_project(c), works.declaration), dpi=160)
    c.file("四、项目验收.tif", (_project(c, again=True), works.accepted))
    more = words()["statements"]
    form = c.say(
        title="工程师", items="B", reason=more["reason_b"], career=more["career_b"], born="1985.01", post="技术部部长", practice="20年",
        schooled="2003年7月 箬山机电工业学校 电气技术（中专）", held="无", appointed="—", seal=ELECTRICS, town="箬山市安澜街道办事处",
        dated="2023-08-24", face="wenkai",
    )  # fmt: skip
    c.file("五、审批表.webp", (form, statements.promotion), quality="photo", width=1400)
    return c.dossier()


def _project(c: TinglanCase, *, again: bool = False) -> Told:
    name, office = "高压真空断路器弹簧操动机构研制", "箬山市经济和信息化局"
    if not again:
        c.achieved(
            "projects", "project", name=name, role="项目负责人", level="省级", start="2020-03", end="2022-10", amount_yuan=3600000,
        )  # fmt: skip
    team = (
        ("嵇永康", "技术部部长", "项目负责人，总体设计、型式试验"), ("丰子恒", "高级工程师", "资源协调与评审"),
        ("相里晨", "工程师", "脱扣机构设计"), ("都思源", "助理工程师", "试验与数据整理"),
    )  # fmt: skip
    return c.say(
        team, project_name=name, amount="3600000", parties=f"{ELECTRICS};{office}", one=office, two=ELECTRICS, start="2020-03",
        end="2022-10", date="2022-11-18" if again else "2022-12-06", aim=words()["statements"]["aim"], expert="谈文渊",
        verdict=words()["statements"]["verdict"],
    )  # fmt: skip


def s07() -> Dossier:
    """A master of 2019 from abroad; a name much alike on the title, no table of 2020, a sentence for 2021, a permit."""
    jobs = ((LINES, "视觉算法工程师", "2020-01", None),)
    c = TinglanCase("S07", person("傅泽楷", "男", "1993-10-19", 307), jobs, subfield="技术服务")
    school = {"school": "诺斯兰大学", "degree": "工学硕士", "certificate_number": "教留服认澳[2020]99415号"}
    c.declare(
        "education", **school, level="硕士研究生", major="机电一体化工程", start="2018-02", end="2019-11",
        degree_certificate_number=None, auto_extracted=False, overseas=True, relevance="对口",
    )  # fmt: skip
    # Level, major and dates are no fields of a recognition, and who bears the title is open: so is what follows from it.
    c.expect("drop", *((f"education.{part}", "education[0]") for part in ("level", "major", "dates")))
    c.expect("drop", ("eligibility.route", "application"))
    recognition = c.say(
        **school, start="2018年2月", end="2019年11月", country="澳大利亚", foreign="Northland University of Technology",
        subject="机电一体化工程", dated="2020-02-26",
        conclusion="诺斯兰大学系澳大利亚正规高等学校,所颁发的工学硕士学位证书表明其具有相应的学历",
        **{"conclusion@": "诺斯兰大学系澳大利亚正规高等学校，所颁发的工学硕士学位证书表明其具有相应的学历"},
    )  # fmt: skip
    c.file("1.webp", (recognition, degrees.recognised))
    t = titled(c, "机电一体化", "2020-12-18", "2021-02-05", "TL202012180336")
    c.file("2.webp", (t.but(name="付泽楷"), titles.licence), quality="clean")
    c.expect("name_lookalike", ("identity.name", "2.webp"))
    letter = appointed(c, "2021-01-01", "2023-12-31", "2020-12-29", "机电一体化")
    c.file("3.webp", (letter, titles.pact), quality="photo")
    c.file("4.webp", (card(c, "2021", 66, 26), training.phone), quality="clean")
    c.file("5.webp", (card(c, "2022", 72, 20), training.phone), quality="clean")
    c.file("6.webp", (card(c, "2023", 64, 24), training.tiles), quality="photo")
    c.declare("appraisals", year=2020, result="合格", employer=LINES)
    c.expect("document_missing", ("appraisal.each_year", "2020"))
    c.expect("drop", *((f"appraisal.{part}", "2020") for part in OF_A_TABLE[1:]))
    c.file("7.webp", (appraised(c, "2021"), verdicts.one_line))
    c.expect("one_sentence", ("appraisal.narrative", "2021"))
    c.file("8.webp", (appraised(c, "2022"), appraisals.lying), quality="photo", width=1400)
    c.file("9.tif", (insured(c, (LINES, "2020-08", "2023-07")), insurance.periods), quality="clean")
    c.file("10.webp", (_software(c), honours.software), grey=True)
    permit = c.say(first="2021-04-20", last="2027-04-19")
    c.file("11.jpg", (permit, statements.permit), quality="photo", jpeg=16)
    c.expect("document_other", ("document.expected", "11.jpg"))
    return c.dossier()


def _software(c: TinglanCase) -> Told:
    about = {"software_name": "卓纪装配线视觉检测软件V1.2", "registration_number": "2022SR9999928"}
    subject = c.declare(
        "software_copyrights",
        number=about["registration_number"],
        name=about["software_name"],
        registered_on="2022-10-21",
    )
    # The holder is the company, so that a person must see whose work it was.
    c.expect("pass", ("achievement.window", subject))
    return c.say(**about, owner=LINES, registered_on="2022-10-21", serial="9999928", finished="2022-07-15")


DOSSIERS = (s03, s04, s07)
