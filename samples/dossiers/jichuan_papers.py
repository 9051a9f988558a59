"""What the papers of an applicant of Jichuan say, each declared in the profile as it is told."""

from __future__ import annotations

import random
from typing import Any

from samples.dossiers.jichuan_case import (
    BUREAU,
    CENTRE,
    CODES,
    COMMITTEE,
    LEADERS,
    PRESIDENTS,
    JichuanCase,
    words,
)
from samples.layouts_jichuan.board import Told
from samples.numbers import degree_number, diploma_number


def bachelor(
    c: JichuanCase, school: str, major: str, start: str, end: str, issued: str, serial: int, **declared: Any
) -> tuple[Told, Told]:
    """Diploma and degree of a bachelor; `declared` replaces what the profile says."""
    number = diploma_number(CODES[school], end[:4], "本科", serial)
    of_degree = degree_number(CODES[school], end[:4], serial)
    about = {"level": "本科", "degree": "工学学士", "school": school, "major": major, "start": start, "end": end}
    about |= {"certificate_number": number, "degree_certificate_number": of_degree}
    c.declare("education", **(about | {"auto_extracted": False, "overseas": False, "relevance": "对口"} | declared))
    diploma = c.say(
        school=school, major=major, level="本科", conclusion="毕业", start_date=start, end_date=end, issue_date=issued,
        certificate_number=number, years="四", president=PRESIDENTS[school], programme_type="普通",
        **{"programme_type@": "普通高等学校"},
    )  # fmt: skip
    degree = diploma.but(degree="工学学士", certificate_number=of_degree, population="普通高等教育本科毕业生")
    return diploma, degree


def registered(diploma: Told, started: str, code: str, updated: str, until: str, form: str = "普通全日制") -> Told:
    """The register's entry for the same education, which prints days."""
    ended = diploma["issue_date"]
    return diploma.but(
        start_date=started, end_date=ended, verification_code=code, updated=updated, valid_until=until, form=form,
        years={"四": "4", "三": "3", "两年半": "2.5"}[diploma["years"]],
        **{"programme_type@": {"普通": "普通高等教育", "成人": "成人高等教育"}[diploma["programme_type"]]},
    )  # fmt: skip


def titled(c: JichuanCase, specialty: str, obtained: str, issued: str, number: str, **declared: str) -> Told:
    """A certificate of an assistant engineer."""
    about = {"title": "助理工程师", "specialty": specialty, "obtained_on": obtained, "certificate_number": number}
    about["issuer"] = BUREAU
    c.declare("titles", **(about | declared))
    return c.say(**about, issued=issued, committee=COMMITTEE, method="评审")


def appointed(c: JichuanCase, start: str, end: str, issued: str, specialty: str, **more: str) -> Told:
    """An appointment by the last employer; its rows, where the layout has some, name the applicant second."""
    employer = more.get("employer", c.jobs[-1][0])
    subject = c.declare("appointments", title="助理工程师", employer=employer, start=start, end=end)
    c.expect("pass", ("appointment.letter", subject), ("appointment.match", subject))
    others = (("米书瑶", "工程师"), ("屈行健", "助理工程师"))
    rows = tuple((name, title, start, end) for name, title in (others[0], (c.holder.name, "助理工程师"), others[1]))
    return c.say(
        rows, title="助理工程师", start_date=start, end_date=end, issue_date=issued, specialty=specialty,
        number=f"聘字〔{issued[:4]}〕{int(c.id[1:]) + 6}号", department="技术部",
        duty="承担产品设计、工艺编制及现场技术服务等专业技术工作，完成年度技术任务。", **more,
    )  # fmt: skip


def card(c: JichuanCase, year: str, specialised: int, public: int, *, printed: str = "", declare: bool = True) -> Told:
    """A year's card, with courses that add up."""
    total = specialised + public
    if declare:
        c.declare("training_hours", year=int(year), total=total, specialized=specialised, public=public)
    rng = random.Random(f"{c.id}/hours/{year}")
    names = [*rng.sample(words()["say"]["special"], 3), rng.choice(words()["say"]["general"])]
    third = specialised // 3
    sizes = (third, third, specialised - 2 * third, public)
    places = ("桉南理工大学", "霁川市机械工程学会", "霁川市职工培训中心", "省继续教育平台")
    rows = tuple(
        (name, places[i], f"{year}-0{2 * i + 1}-0{i + 4}", f"{year}-0{2 * i + 1}-2{i + 1}", sort, str(sizes[i]))
        for i, (name, sort) in enumerate(zip(names, ("专业", "专业", "专业", "公需"), strict=True))
    )
    printed = printed or ("2023-08-25" if year == "2023" else f"{int(year) + 1}-01-0{3 + int(c.id[1:]) % 6}")
    return c.say(
        rows, year=year, total_hours=str(total), specialized_hours=str(specialised), public_hours=str(public),
        printed_on=printed, office=CENTRE, number=f"JX{year}{c.id[1:]}0{specialised}",
    )  # fmt: skip


def appraised(c: JichuanCase, year: str, result: str = "合格", *, declared: str = "", **more: str) -> Told:
    """A year's appraisal by who employed at its end."""
    employer, position = next((e, p) for e, p, s, u in reversed(c.jobs) if s <= f"{year}-12")
    c.declare("appraisals", year=int(year), result=declared or result, employer=employer)
    own, after = int(c.id[1:]), int(year) + 1
    values = {
        "year": year, "result": result, "position": position, "employer": employer, "seal": employer,
        "comment": words()[c.id][year], "opinion": words()["say"]["opinions"][(own + after) % 5],
        "leader": LEADERS[employer], "signed_on": f"{after}-01-{10 + own}", "title": "助理工程师",
    }  # fmt: skip
    return c.say(**(values | more))


def insured(c: JichuanCase, *periods: tuple[str, str, str], shown: tuple[tuple[str, str, str], ...] = ()) -> Told:
    """Paid months as declared; `shown` is what the paper says instead."""
    for employer, start, end in periods:
        c.declare("social_insurance", employer=employer, start=start, end=end)
    c.profile["social_insurance_auto_extracted"] = False
    c.expect("pass", ("insurance.coverage", "application"))
    return c.say(
        shown or periods, insurance_type="企业职工基本养老保险", printed_on="2023-08-24",
        account=f"99001{c.id[1:]}77", code=f"9901{c.id[1:]}8342617705"[:16], clerk="滑晓晨",
    )  # fmt: skip
