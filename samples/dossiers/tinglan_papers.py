"""What the papers of an applicant of Tinglan say, each declared in the profile as it is told."""

from __future__ import annotations

import random
from typing import Any

from samples.dossiers.tinglan_case import BUREAU, CODES, COMMITTEE, LEADERS, OFFICE, PRESIDENTS, TinglanCase, words
from samples.layouts_jichuan.board import Told
from samples.numbers import degree_number, diploma_number

HEADS = {"普通": "普通高等学校", "成人": "成人高等教育", "自考": "高等教育自学考试"}
SORTS = {"普通": "普通高等教育", "成人": "成人高等教育", "自考": "高等教育自学考试"}


def bachelor(
    c: TinglanCase, school: str, major: str, years: tuple[str, str], issued: str, serial: int, **declared: Any
) -> tuple[Told, Told]:
    """Diploma and degree of a bachelor; `declared` replaces what the profile says."""
    start, end = years
    number, of_degree = (
        diploma_number(CODES[school], end[:4], "本科", serial),
        degree_number(CODES[school], end[:4], serial),
    )
    about = {"level": "本科", "degree": "工学学士", "school": school, "major": major, "start": start, "end": end}
    about |= {"certificate_number": number, "degree_certificate_number": of_degree}
    c.declare("education", **(about | {"auto_extracted": False, "overseas": False, "relevance": "对口"} | declared))
    diploma = c.say(
        school=school, major=major, level="本科", conclusion="毕业", start_date=start, end_date=end, issue_date=issued,
        certificate_number=number, years="四", president=PRESIDENTS[school], programme_type="普通", check=f"{serial}K7",
        **{"programme_type@": HEADS["普通"]},
    )  # fmt: skip
    return diploma, diploma.but(
        degree="工学学士",
        certificate_number=of_degree,
        population="普通高等教育本科毕业生",
        form="全日制",
        chair="骆仲平",
    )


def registered(
    diploma: Told, started: str, code: str, updated: str, until: str, form: str = "普通全日制", **more: str
) -> Told:
    """The register's entry for the same education, which prints days."""
    years = {"四": "4", "三": "3", "": "--"}[diploma["years"]]
    sort = {"programme_type@": SORTS[diploma["programme_type"]]}
    return diploma.but(
        start_date=started, end_date=diploma["issue_date"], verification_code=code, updated=updated, valid_until=until,
        form=form, years=years, **(sort | more),
    )  # fmt: skip


def titled(c: TinglanCase, specialty: str, obtained: str, issued: str, number: str, **declared: str) -> Told:
    """A certificate of an assistant engineer."""
    about = {"title": "助理工程师", "specialty": specialty, "obtained_on": obtained, "certificate_number": number}
    about["issuer"] = BUREAU
    c.declare("titles", **(about | declared))
    return c.say(
        **about,
        issued=issued,
        committee=COMMITTEE,
        method="评审通过",
        document=f"汀人社职〔{issued[:4]}〕{int(c.id[1:]) + 3}号",
    )


def appointed(c: TinglanCase, start: str, end: str, issued: str, specialty: str, **more: str) -> Told:
    """An appointment; its rows, where the layout has some, name the applicant first."""
    employer = more.get("employer", c.jobs[-1][0])
    subject = c.declare("appointments", title="助理工程师", employer=employer, start=start, end=end)
    c.expect("pass", ("appointment.letter", subject), ("appointment.match", subject))
    people = ((c.holder.name, "助理工程师"), ("展若愚", "工程师"), ("庞靖川", "助理工程师"))
    return c.say(
        tuple((name, title, start, end) for name, title in people), title="助理工程师", start_date=start, end_date=end,
        issue_date=issued, specialty=specialty, number=f"人字〔{issued[:4]}〕第{int(c.id[1:]) + 11}号", **more,
    )  # fmt: skip


def card(c: TinglanCase, year: str, specialised: int, public: int, declared: tuple[int, int] | None = None) -> Told:
    """A year's card, with courses that add up; `declared` special and public hours where others are declared."""
    one, two = declared or (specialised, public)
    c.declare("training_hours", year=int(year), total=one + two, specialized=one, public=two)
    rng = random.Random(f"{c.id}/hours/{year}")
    names = [rng.choice(words()["say"]["general"]), *rng.sample(words()["say"]["special"], 3)]
    first = specialised // 2
    second = (specialised - first) // 2
    sizes = (public, first, second, specialised - first - second)
    places = ("岭沅省公需科目学习平台", "岭沅科技大学继续教育学院", "汀岚市机械行业协会", "汀岚工业学院")
    days = (("02-20", "04-30"), ("05-08", "05-19"), ("06-12", "06-21"), ("07-03", "07-14"))
    rows = tuple(
        (name, place, f"{year}-{a}", f"{year}-{z}", "公需" if i == 0 else "专业", str(size))
        for i, (name, place, (a, z), size) in enumerate(zip(names, places, days, sizes, strict=True))
    )
    printed = "2023-08-2" + str(int(c.id[1:]) % 8) if year == "2023" else f"{int(year) + 1}-01-{11 + int(c.id[1:])}"
    return c.say(
        rows, year=year, total_hours=str(specialised + public), specialized_hours=str(specialised),
        public_hours=str(public), printed_on=printed, office=OFFICE, number=f"TL{year}-{c.id[1:]}{specialised}",
        minute=str(20 + specialised % 40), reached="达标" if specialised + public >= 90 else "未达标",
    )  # fmt: skip


def appraised(c: TinglanCase, year: str, result: str = "合格", *, declared: str = "", **more: str) -> Told:
    """A year's appraisal by who employed at its end."""
    employer, position = next((e, p) for e, p, s, _ in reversed(c.jobs) if s <= f"{year}-12")
    c.declare("appraisals", year=int(year), result=declared or result, employer=employer)
    own, after = int(c.id[1:]), int(year) + 1
    marks = {"优秀": ("19", "23", "37", "14"), "合格": ("17", "21", "34", "12"), "基本合格": ("14", "16", "25", "9")}[
        result
    ]
    values = {
        "year": year, "result": result, "position": position, "employer": employer, "seal": employer,
        "comment": words()[c.id][year], "opinion": words()["say"]["opinions"][(own * 3 + after) % 10],
        "leader": LEADERS[employer], "signed_on": f"{after}-01-{12 + own}", "suggested": f"{year}-12-2{own}",
        "title": "助理工程师" if c.profile["titles"] else "无", "born": c.holder.birth[:7].replace("-", "."), "remark": "无",
    }  # fmt: skip
    return c.say((marks,), **(values | more))


def insured(c: TinglanCase, *periods: tuple[str, str, str], shown: tuple[tuple[str, str, str], ...] = ()) -> Told:
    """Paid months as declared; `shown` is what the paper says instead."""
    for employer, start, end in periods:
        c.declare("social_insurance", employer=employer, start=start, end=end)
    c.profile["social_insurance_auto_extracted"] = False
    c.expect("pass", ("insurance.coverage", "application"))
    return c.say(
        shown or periods, insurance_type="企业职工基本养老保险", printed_on="2023-08-23", account=f"99007{c.id[1:]}315",
        code=f"TL20230823{c.id[1:]}604917", clerk="车晓棠", base="4200",
    )  # fmt: skip
