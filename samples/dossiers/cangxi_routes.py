"""Applicants of Cangxi out of the ordinary: two of five, exceptional A and B, skilled; each with something wrong."""

from __future__ import annotations

from dataclasses import replace

from samples.content import Dossier, Graduation, Paper
from samples.dossiers.cangxi_builder import (
    BEARING,
    CITY_BUREAU,
    GEAR,
    PRESS,
    SCHOOL_CODES,
    SECONDARY,
    VOCATIONAL,
    WELD,
    Case,
    person,
)
from samples.layouts_cangxi import (
    appraisal,
    graduation,
    insurance,
    inventions,
    papers,
    posts,
    projects,
    special,
    title,
    training,
)
from samples.numbers import diploma_number

HALF = "tuned"
PROVINCE_LIST = "浙江省经济和信息化厅"


def v03() -> Dossier:
    """Two of five by patents and years; a patent of another number, the old employer's table, one sentence."""
    jobs = [(PRESS, "机修技术员", "2010-03", "2021-07"), (WELD, "焊接设备工程师", "2021-08", None)]
    c = Case("V03", person("丘见微", "男", "1988-02-29", 9), jobs, eligible="review")
    number = diploma_number(SCHOOL_CODES[VOCATIONAL], "2021", "大专", 4406, kind="5")
    c.schooled(VOCATIONAL, "焊接技术与自动化", "大专", "2018-09", "2021-01", number)
    kinds = (
        ("ZL202029999931.5", "一种薄板对接焊夹紧装置", "2020-08-21", "2021-05-07", "patent_paper"),
        ("ZL202129999932.4", "一种焊枪清理工位", "2021-03-30", "2021-12-14", "patent_paper"),
        ("ZL202229999933.3", "一种可翻转焊接变位机", "2022-05-12", "2022-11-29", "patent_electronic"),
    )
    pieces = []
    for i, (shown, name, applied, granted, layout) in enumerate(kinds):
        r = c.record(
            type="实用新型",
            number="ZL202129999934.3" if i == 1 else shown,
            name=name,
            inventors=("丘见微;柴进", "丘见微", "丘见微;管乐;柴进")[i],
            owner=WELD if i else PRESS,
            applied=applied,
            granted=granted,
            serial=f"9999{41 + i}7",
            publication=f"CN 21{shown[7:14]} U",
        )
        c.declare("patents", type="实用新型", number=shown, name=name, inventor_rank=1, granted_on=granted)
        pieces.append((r, getattr(inventions, layout)))
    c.file("专利.pdf", *pieces)
    c.expect("fail", ("achievement.patent", "patents[1]"))
    first, second, third = c.cards()
    c.file("2021.png", (first, training.tiles), quality="clean", dpi=100)
    c.file("2022.webp", (second, training.tiles), quality="clean")
    c.file("2023.webp", (third, training.tiles))
    c.file("考核1.webp", (c.table("2020", "合格"), appraisal.narrative), quality="clean")
    old = c.table("2021", "合格", employer=PRESS, position="机修技术员", seal=PRESS, signed="2021-12-20")
    c.file("考核2.webp", (old, appraisal.narrative), turn=2)
    c.expect("review", ("appraisal.employer", "2021"))
    c.expect("drop", ("appraisal.seal", "2021"))
    short = c.table("2022", "合格", report="本年度较好地完成了各项工作任务。", comment="表现良好。")
    c.file("考核3.webp", (short, appraisal.scores))
    c.expect("review", ("appraisal.narrative", "2022"))
    return c.dossier()


def v04() -> Dossier:
    """Exceptional A; one paper without contents, publicity too short."""
    c = Case(
        "V04", person("简复礼", "男", "1984-07-11", 26), [(GEAR, "技术部部长", "2003-08", None)], eligible="review"
    )
    c.application = {
        "route": "exceptional",
        "exceptional_items": ["A1", "A3", "A6"],
        "publicity": {"start": "2023-09-14", "end": "2023-09-18"},
        "employer_submitted_on": "2023-09-19",
    }
    c.expect("fail", ("application.publicity", "application"))
    c.expect("pass", ("exceptional.form", "application"))
    g = Graduation(
        c.holder, SECONDARY, "机械加工技术", "中专", "2000-09", "2003-07", "2003-07-05", "20030158", years="三"
    )
    c.graduated(g)
    c.expect("drop", *((f"education.{part}", "education[0]") for part in ("material", "number", "dates")))
    c.file("s01.webp", (g, graduation.secondary))
    t = c.titled("机械制造", "2016-12-09", "2017-03-15", "CX201612090147", CITY_BUREAU)
    c.file("s02.webp", (t, title.booklet), quality="photo")
    c.file("s03.webp", (c.appointed("2017-01-01", "2024-12-31", "2016-12-30"), posts.red_letter), quality="clean")
    c.file("s04.tif", *((card, training.proof) for card in c.cards()), grey=True, dpi=160, skew=0.8)
    first, second, third = c.tables("合格 合格 优秀")
    c.file("s05.webp", (first, appraisal.booklet), part=0)
    c.file("s06.webp", (first, appraisal.booklet), part=1, quality="photo")
    c.file("s07.pdf", (second, appraisal.booklet))
    c.file("s08.webp", (third, appraisal.scores))
    _writings(c)
    _promotion_a(c)
    return c.dossier()


def _writings(c: Case) -> None:
    """Two papers, the second without its contents page."""
    texts = (
        (
            "减速机输入轴断裂原因及改进",
            "简复礼",
            "沧西机电工程",
            "2020年第3期",
            "2020",
            "9999-7339",
            "33-5975/TH",
            "14",
        ),
        (
            "小模数齿轮滚齿精度控制方法",
            "简复礼;利云帆",
            "沧西机电工程",
            "2022年第1期",
            "2022",
            "9999-7339",
            "33-5975/TH",
            "9",
        ),
    )
    for i, (name, authors, journal, issue, date, issn, cn, page) in enumerate(texts):
        more = {"without": "contents"} if i else {}
        r = c.record(
            title=name,
            authors=authors,
            journal=journal,
            issue=issue,
            date=date,
            issn=issn,
            cn=cn,
            page=page,
            affiliation=GEAR,
            **more,
        )
        c.declare("papers", title=name, journal=journal, issn=issn, cn=cn, date=date, author_rank=1)
        c.file(f"s{9 + i:02d}.pdf", (r, papers.quarterly), quality="scan")
    c.expect("missing", ("achievement.paper", "papers[1]"))


def _promotion_a(c: Case) -> None:
    form = c.record(
        title="助理工程师",
        employer=GEAR,
        birth="1984.07",
        post="技术部部长",
        years="20年",
        township="绍兴市上虞区舜沥镇人民政府",
        school="2003年7月毕业于梧川机械工业学校机械加工技术专业（中专）",
        items="A1;A3;A6",
        items_text="符合破格A类第（1）、（3）、（6）项条件",
        career="2003年8月至2018年2月任技术员、工段长；2018年3月至今任技术部部长，为公司主要技术负责人。",
        reason="在省级刊物发表论文2篇；任大中型企业主要技术负责人满五年并继续任职；中专毕业后从事专业技术工作二十年。",
    )
    c.file("s11.pdf", (form, special.promotion), quality="text")


def v05() -> Dossier:
    """Exceptional B; handed in too late, one table without a seal."""
    c = Case(
        "V05",
        person("那知远", "女", "1990-09-09", 12),
        [(BEARING, "热处理技术负责人", "2008-08", None)],
        eligible="review",
    )
    c.application = {
        "route": "exceptional",
        "exceptional_items": ["B"],
        "submitted_on": "2023-09-11",
        "publicity": {"start": "2023-09-12", "end": "2023-09-19"},
        "employer_submitted_on": "2023-09-20",
    }
    c.expect("fail", ("application.deadline", "application"))
    c.expect("pass", ("exceptional.form", "application"), ("exceptional.quota", "application"))
    c.schooled(SECONDARY, "金属热加工", "中专", "2005-09", "2008-07", "20080733")
    _promotion_b(c)
    _honour(c)
    first, second, third = c.cards()
    c.file("k1.bmp", (first, training.transposed), quality="clean", dpi=94)
    c.file("k2.webp", (second, training.transposed), quality="photo")
    c.file("k3.webp", (third, training.transposed), skew=2.2)
    c.file("n1.jpg", (c.table("2020"), appraisal.columns), turn=3, exif=True)
    c.file("n2.webp", (c.table("2021", "优秀"), appraisal.columns), quality="clean")
    c.file("n3.webp", (c.table("2022", seal=""), appraisal.columns))
    c.expect("review", ("appraisal.seal", "2022"))
    return c.dossier()


def _promotion_b(c: Case) -> None:
    form = c.record(
        title="",
        employer=BEARING,
        birth="1990.09",
        post="热处理技术负责人",
        years="15年",
        township="绍兴市上虞区砚墨街道办事处",
        items="B",
        school="2008年7月 梧川机械工业学校 金属热加工（中专）",
        career="2008年8月至2015年6月任热处理操作工、班长；2015年7月至今任热处理技术负责人。",
        reason="本单位获国家级专精特新“小巨人”企业称号（2023年3月公布），该同志为申报项目“精密轴承套圈可控气氛热处理”的主要技术负责人，主持工艺方案与设备改造，产品寿命提高1.6倍。",
    )
    c.file("biaoge.pdf", (form, special.promotion_boxes), quality="text")


def _honour(c: Case) -> None:
    """The project and the paper that names the company among the honoured."""
    name = "精密轴承套圈可控气氛热处理"
    work = c.record(
        name=name,
        parties=BEARING,
        code="WC2021J008",
        start="2021-01",
        end="2022-10",
        amount="1260000",
        amount_text="126.00万元",
        date="2021-01-12",
        accepted="2022-11-18",
    )
    rows = (
        (c.holder.name, BEARING, "主要技术负责人，工艺方案"),
        ("洪秀川", BEARING, "设备改造"),
        ("岳小松", BEARING, "性能试验"),
    )
    c.declare(
        "projects", name=name, role="主要技术负责人", level="市级", start="2021-01", end="2022-10", amount_yuan=1260000
    )
    c.file("xiangmu.pdf", (replace(work, rows=rows), projects.task))
    lines = (
        "根据有关规定，经企业申报、各地推荐、专家评审和公示，现将名单（部分）公布如下：",
        f"{BEARING}|绍兴市上虞区",
        "越州海纳阀门有限公司|越州市",
        "兰湾电子材料有限公司|兰湾市",
    )
    notice = Paper(
        c.holder, "关于公布第五批国家级专精特新“小巨人”企业名单的通知", lines, PROVINCE_LIST, "2023年3月15日"
    )
    c.file("mingdan.webp", (notice, special.gazette), quality="clean")
    c.expect("drop", ("document.expected", "mingdan.webp"))


def v10() -> Dossier:
    """Skilled, but a technician for less than three years; no table of 2021, three months without insurance."""
    c = Case(
        "V10",
        person("厉小满", "女", "1991-05-21", 33),
        [(GEAR, "数控车工", "2011-08", None)],
        eligible="fail",
        insurance_auto=False,
    )
    c.application = {"route": "skilled"}
    c.schooled(
        VOCATIONAL,
        "数控技术",
        "大专",
        "2008-09",
        "2011-06",
        diploma_number(SCHOOL_CODES[VOCATIONAL], "2011", "大专", 1290),
    )
    body, number = "浙江舜沥减速机股份有限公司", "Y000033990071212000318"
    skill = c.record(occupation="车工", level="技师", number=number, issued="2021-06-18", issuer=body)
    c.declare("skill_certificates", occupation="车工", level="技师", certificate_number=number, issued_on="2021-06-18")
    c.file("证书.png", (skill, posts.skill_level), quality="clean", dpi=100)
    rows = ((GEAR, "2020-09", "2022-02"), (GEAR, "2022-06", "2023-08"))
    c.file("社保.pdf", (replace(c.record(printed="2023-08-31"), rows=rows), insurance.monthly), dpi=108)
    c.expect("review", ("insurance.coverage", "application"))
    first, second, third = c.cards()
    c.file("学时2021.jpg", (first, training.ledger), quality="photo")
    c.file("学时2022.tif", (second, training.ledger), grey=True, dpi=170, skew=0.7)
    c.file("学时2023.webp", (third, training.ledger), quality="clean")
    c.file("考核2020.webp", (c.table("2020"), appraisal.scores))
    c.file("考核2022.webp", (c.table("2022", "优秀"), appraisal.scores), quality="clean")
    c.declare("appraisals", year=2021, result="合格", employer=GEAR)
    c.expect("missing", ("appraisal.each_year", "2021"))
    c.expect(
        "drop", *((f"appraisal.{part}", "2021") for part in ("not_award", "narrative", "result", "employer", "seal"))
    )
    lines = ("兹证明厉小满系我单位职工，自2011年8月起在数控车间工作，现任数控车工岗位。", "特此证明。")
    c.file("证明.webp", (Paper(c.holder, "工作证明", lines, GEAR, "2023年8月24日"), special.employment))
    return c.dossier()


DOSSIERS = (v03, v04, v05, v10)
