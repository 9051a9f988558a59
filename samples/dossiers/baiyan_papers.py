"""What the papers of an applicant of Baiyan say, each declared in the profile as it is told."""

from __future__ import annotations

import random
from typing import Any

from samples.dossiers.baiyan_case import BUREAU, CODES, COMMITTEE, LEADERS, OFFICE, PRESIDENTS, BaiyanCase, words
from samples.layouts_jichuan.board import Told
from samples.numbers import degree_number, diploma_number

SORTS = {"普通": "普通高等教育", "成人": "成人高等教育"}
YEARS = {"二点五": "2.5", "三": "3", "四": "4"}
PLACES = ("楠淮学习在线", "楠淮工业大学继续教育学院", "柏堰市机械工程学会", "鹿垟市职工学校")
DAYS = (("03-01", "05-31"), ("04-12", "04-20"), ("06-05", "06-16"), ("07-10", "07-21"))


def schooled(
    c: BaiyanCase, school: str, major: str, level: str, years: tuple[str, str], issued: str, serial: int,
    told: dict[str, str] | None = None, **declared: Any,
) -> Told:  # fmt: skip
    """A diploma; `told` replaces what it says, `declared` what the profile says."""
    start, end = years
    kind = "5" if told and told.get("programme_type") == "成人" else "1"
    number = diploma_number(CODES[school], end[:4], level, serial, kind)
    about = {"level": level, "degree": None, "school": school, "major": major, "start": start, "end": end}
    about |= {"certificate_number": number, "degree_certificate_number": None}
    c.declare("education", **(about | {"auto_extracted": False, "overseas": False, "relevance": "对口"} | declared))
    own = {
        "school": school, "major": major, "level": level, "conclusion": "毕业", "start_date": start, "end_date": end,
        "issue_date": issued, "certificate_number": number, "president": PRESIDENTS[school], "programme_type": "普通",
        "programme_type@": "普通高等学校", "years": {"本科": "四", "大专": "三"}[level],
    }  # fmt: skip
    if level == "大专":
        own["level@"] = "专科"
    return c.say(**(own | (told or {})))


def conferred(diploma: Told, degree: str, issued: str, serial: int, **more: str) -> Told:
    """The degree that goes with a diploma."""
    number = degree_number(CODES[diploma["school"]], issued[:4], serial)
    return diploma.but(degree=degree, certificate_number=number, issue_date=issued, chair="金维岳", **more)


def registered(diploma: Told, started: str, code: str, updated: str, until: str, form: str = "普通全日制") -> Told:
    """The register's entry for the same education, which prints days."""
    sort = {"programme_type@": SORTS[diploma["programme_type"]]}
    return diploma.but(
        start_date=started, end_date=diploma["issue_date"], verification_code=code, updated=updated, valid_until=until,
        form=form, years=YEARS[diploma["years"]], **sort,
    )  # fmt: skip


def titled(c: BaiyanCase, specialty: str, obtained: str, issued: str, number: str, **declared: str) -> Told:
    """A certificate of an assistant engineer."""
    about = {"title": "助理工程师", "specialty": specialty, "obtained_on": obtained, "certificate_number": number}
    about["issuer"] = BUREAU
    c.declare("titles", **(about | declared))
    paper = f"柏人社〔{issued[:4]}〕{int(c.id[1:]) + 21}号"
    employer = next(e for e, _, start, _ in reversed(c.jobs) if start <= obtained)
    return c.say(**about, employer=employer, issued=issued, committee=COMMITTEE, method="评审", document=paper)


def appointed(c: BaiyanCase, start: str, end: str, issued: str, specialty: str, **more: str) -> Told:
    """An appointment as assistant engineer."""
    employer = more.get("employer", c.jobs[-1][0])
    subject = c.declare("appointments", title="助理工程师", employer=employer, start=start, end=end)
    c.expect("pass", ("appointment.letter", subject), ("appointment.match", subject))
    number = f"〔{issued[:4]}〕{int(c.id[1:]) + 6}号"
    return c.say(
        title="助理工程师", start_date=start, end_date=end, issue_date=issued, specialty=specialty, number=number,
        years=_whole_years(start, end), **more,
    )  # fmt: skip


def _whole_years(start: str, end: str) -> str:
    """How many years a term has that ends the day before an anniversary of its beginning."""
    count = int(end[:4]) - int(start[:4]) + (end.endswith("-12-31") and start.endswith("-01-01"))
    return {2: "二", 3: "三", 5: "五"}[count]


def card(c: BaiyanCase, year: str, specialised: int, public: int, declared: tuple[int, int] | None = None) -> Told:
    """A year's card, with courses that add up; `declared` special and public hours where others are declared."""
    one, two = declared or (specialised, public)
    c.declare("training_hours", year=int(year), total=one + two, specialized=one, public=two)
    rng = random.Random(f"{c.id}/hours/{year}")
    names = [rng.choice(words()["say"]["general"]), *rng.sample(words()["say"]["special"], 3)]
    first = specialised * 2 // 5
    second = (specialised - first) // 2
    sizes = (public, first, second, specialised - first - second)
    rows = tuple(
        (name, place, f"{year}-{a}", f"{year}-{z}", "公需" if i == 0 else "专业", str(size))
        for i, (name, place, (a, z), size) in enumerate(zip(names, PLACES, DAYS, sizes, strict=True))
    )
    printed = f"2023-08-{14 + int(c.id[1:])}" if year == "2023" else f"{int(year) + 1}-02-{10 + int(c.id[1:])}"
    return c.say(
        rows, year=year, total_hours=str(specialised + public), specialized_hours=str(specialised),
        public_hours=str(public), printed_on=printed, office=OFFICE, number=f"BY{year}{c.id[1:]}{specialised:03d}",
    )  # fmt: skip


def appraised(c: BaiyanCase, year: str, result: str = "合格", *, declared: str = "", **more: str) -> Told:
    """A year's appraisal by who employed at its end, or by `employer`."""
    employer, position = next((e, p) for e, p, s, _ in reversed(c.jobs) if s <= f"{year}-12")
    c.declare("appraisals", year=int(year), result=declared or result, employer=employer)
    own, after = int(c.id[1:]), int(year) + 1
    values = {
        "year": year, "result": result, "position": position, "employer": employer, "seal": employer,
        "comment": words()[c.id][year], "opinion": words()["say"]["opinions"][(own * 3 + after) % 11],
        "leader": LEADERS[more.get("employer", employer)], "signed_on": f"{after}-01-{8 + own:02d}",
        "suggested": f"{year}-12-{20 + own}", "title": "助理工程师" if c.profile["titles"] else "无",
        "born": c.holder.birth[:7].replace("-", "."), "marks": {"优秀": "94", "合格": "86"}.get(result, "68"),
    }  # fmt: skip
    return c.say(**(values | more))


def insured(c: BaiyanCase, *periods: tuple[str, str, str], shown: tuple[tuple[str, str, str], ...] = ()) -> Told:
    """Paid months as declared; `shown` is what the paper says instead."""
    for employer, start, end in periods:
        c.declare("social_insurance", employer=employer, start=start, end=end)
    c.profile["social_insurance_auto_extracted"] = False
    c.expect("pass", ("insurance.coverage", "application"))
    return c.say(
        shown or periods, insurance_type="企业职工基本养老保险", printed_on="2023-08-24", account=f"99008{c.id[1:]}271",
        code=f"NH{c.id[1:]}20230824A7", base="4462",
    )  # fmt: skip
