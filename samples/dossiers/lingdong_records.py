"""Applicants of the offices of Lingdong with something wrong in title, hours or appraisal."""

from __future__ import annotations

from dataclasses import replace

from samples.content import Award, Dossier, Holder, Paper
from samples.dossiers.lingdong_builder import (
    BAITA,
    CASTING,
    CODES,
    CONTROL,
    DRIVE,
    FUZHI_COLLEGE,
    HEAVY,
    HYDRAULIC,
    SHANZHONG,
    OtherBuild,
)
from samples.layouts_lingdong import appraisal, award, other, title, training
from samples.numbers import identity_number

HALF = "tuned"
YEARS = ("2020", "2021", "2022")
SUMS = tuple((f"training.{part}", "application") for part in ("total", "specialized", "public"))


def u08() -> Dossier:
    """2022's card is a colleague's; 技术员 declared as 助理工程师."""
    holder = Holder("骆青禾", "女", "1991-01-24", identity_number("1991-01-24", 38, male=False))
    b = OtherBuild("U08", holder, [(DRIVE, "检测工程师", "2013-07", None)], CODES[DRIVE])
    b.schooled(FUZHI_COLLEGE, "机械质量管理与检测技术", "大专", "2013-06")
    t = b.titled("机械检测", "2016-10-14", "2016-12-30", "LD20161000519", title="技术员", employer=DRIVE)
    b.titles[0]["title"] = "助理工程师"
    b.expect("title_differs", ("title.match", "titles[0]"))
    b.file("m1.webp", (t, title.screen), quality="clean", dpi=120, jpeg=70)
    colleague = Holder("骆青云", "男", "1990-08-08", identity_number("1990-08-08", 4, male=True))
    b.file("m2.webp", (b.card("2021", 68, 22), training.sentence))
    b.file("m3.webp", (replace(b.card("2022", 68, 22), holder=colleague), training.sentence))
    b.file("m4.webp", (b.card("2023", 68, 22), training.months), quality="photo")
    b.expect("name_other_person", ("identity.name", "m3.webp"))
    b.expect("person_differs", ("identity.person", "m3.webp"))
    b.expect("document_missing", ("training.each_year", "2022"), *SUMS)
    b.expect("drop", ("training.declared", "2022"))
    first, second, third = b.tables("合格 合格 合格")
    b.file("m5.webp", (first, appraisal.option_list), quality="clean", dpi=120)
    b.file("m6.webp", (second, appraisal.squares), quality="clean", dpi=110)
    b.file("m7.webp", (third, appraisal.stamped), quality="photo")
    return b.dossier()


def u10() -> Dossier:
    """Three years in one appraisal table; 2021's card is locked; a labour contract."""
    holder = Holder("司徒远舟", "男", "1989-07-07", identity_number("1989-07-07", 11, male=True))
    b = OtherBuild("U10", holder, [(CASTING, "热处理工程师", "2011-07", None)], CODES[CASTING])
    b.schooled(SHANZHONG, "金属材料工程", "本科", "2011-06")
    t = b.titled("热处理工艺", "2016-11-25", "2017-04-18", "LD20161100402")
    b.file("zhicheng.webp", (t, title.grid), quality="photo")
    b.file("xueshi-2021.pdf", (b.card("2021", 66, 24), training.due_and_done), quality="text", damage="encrypted")
    b.file("xueshi-2022.pdf", (b.card("2022", 66, 24), training.due_and_done), quality="text")
    b.file("xueshi-2023.webp", (b.card("2023", 66, 24), training.blocks))
    b.expect("perhaps_unreadable", ("training.each_year", "2021"))
    b.expect("drop", ("training.declared", "2021"))
    b.expect("hours_undecided", *SUMS)
    results = zip(YEARS, ("合格", "合格", "优秀"), strict=True)
    years = tuple(b.table(year, result).years[0] for year, result in results)
    merged = replace(b.table("2022", "优秀", declare=False), years=years)
    b.file("kaohe.webp", (merged, appraisal.three_years), dpi=125)
    b.expect("appraisal_merged", ("appraisal.single_year", "kaohe.webp"))
    for year in YEARS:
        b.expect("appraisal_merged_year", ("appraisal.each_year", year))
        b.expect("drop", ("appraisal.narrative", year))
    articles = (
        "第一条　本合同为固定期限劳动合同，自2021年7月1日起至2024年6月30日止，其中试用期两个月。",
        "第二条　乙方同意根据甲方工作需要，从事热处理技术岗位工作，工作地点为甲方厂区及项目现场。",
        "第三条　甲方每月15日前以货币形式支付乙方工资，并依法为乙方缴纳各项社会保险。",
    )
    b.file("hetong.webp", (Paper(holder, "劳动合同书", articles, CASTING), other.contract), dpi=110)
    return b.dossier()


def u11() -> Dossier:
    """A company's award for 2021's table; one sentence for 2022."""
    holder = Holder("扈三明", "男", "1987-03-03", identity_number("1987-03-03", 23, male=True))
    b = OtherBuild("U11", holder, [(HYDRAULIC, "试验工程师", "2009-07", None)], CODES[HYDRAULIC])
    b.schooled(SHANZHONG, "流体机械及工程", "本科", "2009-06")
    t = b.titled("液压试验", "2014-12-05", "2015-04-01", "LD20141200277", employer=HYDRAULIC)
    b.file("x1.webp", (t, title.spread), quality="clean", dpi=120)
    b.file("x2.pdf", *((b.card(year, 66, 26), training.sentence) for year in ("2021", "2022", "2023")), dpi=105)
    b.file("x3.webp", (b.table("2020", "合格"), appraisal.squares), quality="photo")
    a = Award(holder, "2021年度先进工作者", HYDRAULIC, "2022-01-20", "在2021年度生产试验工作中成绩显著")
    b.appraisals.append({"year": 2021, "result": "优秀", "employer": HYDRAULIC})
    b.file("x4.webp", (a, award.commendation), quality="photo")
    b.expect("document_missing", ("appraisal.each_year", "2021"))
    b.expect("award_instead", ("appraisal.not_award", "2021"))
    b.expect("drop", *((f"appraisal.{part}", "2021") for part in ("narrative", "result", "employer", "seal")))
    single = b.table("2022", "合格", comment="该同志能按时完成领导交办的各项任务。")
    b.file("x5.webp", (single, appraisal.short), quality="clean", dpi=120)
    b.expect("one_sentence", ("appraisal.narrative", "2022"))
    return b.dossier()


def u14() -> Dossier:
    """萧 on one card for 肖; moved in May 2021 but the old employer's table; 2022's table cut off in transfer."""
    holder = Holder("肖砚秋", "女", "1990-10-30", identity_number("1990-10-30", 16, male=False))
    jobs = [(HEAVY, "工装设计员", "2012-07", "2021-05"), (CONTROL, "自动化装备工程师", "2021-06", None)]
    b = OtherBuild("U14", holder, jobs, CODES[CONTROL])
    b.schooled(BAITA, "机械电子工程", "本科", "2012-06")
    t = b.titled("机电一体化", "2016-11-25", "2017-04-18", "LD20161100655", employer=HEAVY)
    b.file("图片1.webp", (t, title.screen), quality="photo")
    b.file("图片2.pdf", (b.card("2021", 66, 28), training.months), quality="text")
    b.file("图片3.webp", (replace(b.card("2022", 66, 28), holder=replace(holder, name="萧砚秋")), training.blocks))
    b.expect("name_lookalike", ("identity.name", "图片3.webp"))
    b.file("图片4.webp", (b.card("2023", 66, 28), training.due_and_done), turn=2)
    b.file("图片5.webp", (b.table("2020", "合格"), appraisal.score_sheet))
    old = b.table("2021", "合格", employer=HEAVY, position="工装设计员", seal=HEAVY, signed="2021-05-28")
    b.file("图片6.webp", (old, appraisal.option_list), quality="photo")
    b.expect("employer_not_last", ("appraisal.employer", "2021"))
    b.expect("drop", ("appraisal.seal", "2021"))
    b.file("图片7.jpg", (b.table("2022", "优秀"), appraisal.stamped), damage="truncated")
    b.expect("perhaps_unreadable", ("appraisal.each_year", "2022"))
    b.expect(
        "drop", *((f"appraisal.{part}", "2022") for part in ("not_award", "narrative", "result", "employer", "seal"))
    )
    return b.dossier()


DOSSIERS = (u08, u10, u11, u14)
