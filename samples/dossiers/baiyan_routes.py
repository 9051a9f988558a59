"""Two applicants of Baiyan by other ways: by a product of the province, and by skill; each with something wrong."""

from __future__ import annotations

import random

from samples.content import Dossier, Holder
from samples.dossiers.baiyan_case import COLLEGE, LATHES, LIFTS, BaiyanCase, person, words
from samples.dossiers.baiyan_papers import appraised, card, insured, registered, schooled
from samples.drawing import Sheet
from samples.layouts_baiyan import appraisals, diplomas, honours, posts, registers, slips, statements, training, works
from samples.layouts_jichuan.board import Told

HALF = "untouched"


def r04() -> Dossier:
    """破格B: a better result of 2020 declared than the table shows, more hours of 2022, a table without colour."""
    jobs = ((LIFTS, "技术总监", "2004-08", None),)
    c = BaiyanCase("R04", person("匡世宁", "男", "1986-03-02", 404), jobs, route="exceptional", exceptional_items=["B"])
    c.expect("review", ("eligibility.route", "application"))
    c.expect("pass", ("exceptional.form", "application"), ("exceptional.quota", "application"))
    c.declare(
        "education", level="中专", degree=None, school="鹿垟工业学校", major="机电技术", start="2001-09", end="2004-07",
        certificate_number="20040712", degree_certificate_number=None, auto_extracted=True, overseas=False, relevance="对口",
    )  # fmt: skip
    c.file("学时-2021.jpg", (card(c, "2021", 64, 28), training.letter), quality="photo", turn=1, exif=True, jpeg=20)
    c.file("学时-2022.webp", (card(c, "2022", 66, 24, (76, 24)), training.letter))
    c.expect("declared_hours_differ", ("training.declared", "2022"))
    c.file("学时-2023.webp", (card(c, "2023", 70, 22), training.matrix), quality="clean")
    c.file("考核-2020.webp", (appraised(c, "2020", declared="优秀"), appraisals.aims))
    c.expect("result_differs", ("appraisal.result", "2020"))
    c.file("考核-2021.tif", (appraised(c, "2021", "优秀"), appraisals.sided))
    c.expect("seal_without_colour", ("appraisal.seal", "2021"))
    c.file("考核-2022.webp", (appraised(c, "2022", "优秀"), appraisals.aims), quality="photo")
    c.file("项目-申报书.pdf", (_project(c), works.application), dpi=150)
    c.file("项目-验收.webp", (_project(c, again=True), works.accepted), quality="photo")
    more = words()["statements"]
    form = c.say(
        title="工程师", items="B", reason=more["reason_b"], career=more["career_b"], born="1986.03", post="技术总监", practice="19年",
        schooled="2004年7月 鹿垟工业学校 机电技术（中专）", held="无", seal=LIFTS, town="鹿垟市临湖街道办事处", dated="2023年8月22日",
    )  # fmt: skip
    c.file("审批表.webp", (form, statements.exception), quality="clean")
    return c.dossier()


def _project(c: BaiyanCase, *, again: bool = False) -> Told:
    name, office = "电梯安全钳联动装置", "鹿垟市科学技术局"
    if not again:
        c.achieved(
            "projects", "project", name=name, role="项目负责人", level="省级", start="2020-06", end="2022-08", amount_yuan=2860000,
        )  # fmt: skip
    team = (
        ("匡世宁", "技术总监", "项目负责，方案与试验策划"), ("甄宝山", "总经理", "资源保障"), ("冼立夏", "助理工程师", "限速器设计"),
        ("郜文昊", "技术员", "试验数据采集与整理"),
    )  # fmt: skip
    return c.say(
        team, project_name=name, amount="2860000", parties=LIFTS, one=office, two=LIFTS, start="2020年6月", end="2022年8月",
        date="2022-08-19" if again else "2022-09-05", aim=words()["statements"]["aim"], expert="充立人",
        verdict=words()["statements"]["verdict"],
    )  # fmt: skip


def r05() -> Dossier:
    """A miller: technician of 2015, senior technician of 2021; 264 hours in three years, handed in after the day."""
    jobs = ((LATHES, "数控铣工", "2006-08", None),)
    c = BaiyanCase(
        "R05", machinist(), jobs, route="skilled", subfield="生产制造", submitted_on="2023-09-11", pledge_signed=True
    )
    c.expect("fail", ("application.deadline", "application"))
    diploma = schooled(c, COLLEGE, "数控技术", "大专", ("2003-09", "2006-06"), "2006-06-22", 318)
    c.file("IMG_3101.webp", (diploma, diplomas.plain_college), quality="photo")
    r = registered(diploma, "2003-09-15", "T9MA2XKW6QZR4LE8", "2023-08-09", "2023-11-09")
    c.file("IMG_3102.webp", (r, registers.halves), quality="clean")
    old = _skill(c, "技师", "1533061004200118", "2015-11-20", "柏堰市职业技能鉴定中心")
    c.file("IMG_3103.webp", (old, posts.national), grey=True)
    new = _skill(c, "高级技师", "Y000033000099211000058", "2021-10-12", LATHES)
    c.file("IMG_3104.webp", (new, posts.ability), quality="photo")
    c.file("IMG_3105.tif", (card(c, "2021", 62, 24), training.matrix), (card(c, "2022", 64, 24), training.front))
    c.file("IMG_3106.webp", (card(c, "2023", 66, 24), training.front), quality="photo")
    c.expect("hours_short", ("training.total", "application"))
    c.file("IMG_3107.webp", (appraised(c, "2020"), appraisals.scored))
    c.file("IMG_3108.webp", (appraised(c, "2021", "优秀"), appraisals.scored), quality="photo")
    c.file("IMG_3109.webp", (appraised(c, "2022"), appraisals.sided), quality="clean")
    paid = insured(c, (LATHES, "2020-08", "2023-07"))
    c.file("IMG_3110.pdf", (paid, slips.ranged), quality="text")
    award = honoured()
    c.achieved("awards", "award", name=award["award"], issuer=award["issuer"], date="2022-09", collective=False)
    c.file("IMG_3111.webp", (award, as_handed_out))
    c.expect("review", ("batch.duplicate", "IMG_3111.webp"))
    proof = c.say(text=words()["statements"]["work_proof"], dated="2023年8月18日")
    c.file("IMG_3112.webp", (proof, statements.at_work), quality="clean")
    c.expect("document_other", ("document.expected", "IMG_3112.webp"))
    return c.dossier()


def _skill(c: BaiyanCase, level: str, number: str, issued: str, issuer: str) -> Told:
    subject = c.declare(
        "skill_certificates", occupation="数控铣工", level=level, certificate_number=number, issued_on=issued
    )
    c.expect("pass", ("vocational.certificate", subject))
    printed = {"技师": "二级/技师", "高级技师": "一级/高级技师"}[level]
    return c.say(
        occupation="数控铣工", level=level, certificate_number=number, issue_date=issued, issuer=issuer, schooled="大专",
        theory="81.5", practice="88", **{"level@": printed},
    )  # fmt: skip


def machinist() -> Holder:
    return person("桂振邦", "男", "1984-12-19", 405)


def honoured() -> Told:
    """What the miller was honoured for; a colleague hands in the same certificate."""
    h = machinist()
    values = {
        "name": h.name, "award": "柏堰市技术能手", "issuer": "柏堰市总工会", "issue_date": "2022-09-30",
        "occasion": "2022年柏堰市职工职业技能竞赛", "number": "柏工技〔2022〕017",
    }  # fmt: skip
    return Told(h, values)


def as_handed_out(told: Told, _: random.Random) -> list[Sheet]:
    """One sheet of paper, whoever scans it."""
    return honours.garland(told, random.Random("R05/award"))


DOSSIERS = (r04, r05)
