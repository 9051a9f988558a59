"""Makes the dossiers of Songya: own people, companies, schools and words on the frame of Quelin's case."""

from __future__ import annotations

import random
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from samples.content import Layout
from samples.dossiers.quelin_case import Case
from samples.layouts_quelin.leaf import Said
from samples.numbers import company_code, degree_number, diploma_number

PUMPS, FARMING, LINES = "松崖恒湛泵阀有限公司", "泠川拓野农机股份有限公司", "松崖景曜自动化设备有限公司"
BEARINGS = "泠川鼎谦轴承有限公司"
COMPANIES = (PUMPS, FARMING, LINES, BEARINGS)
LEADERS = dict(zip(COMPANIES, ("庾思远", "郗广陵", "岑牧之", "盛怀谷"), strict=True))
SCIENCE, POLYTECHNIC = "泠北理工大学", "松崖工业学院"
CODES = {SCIENCE: "99091", POLYTECHNIC: "99093"}
PRESIDENTS = {SCIENCE: "钟离岳", POLYTECHNIC: "褚云亭"}
BUREAU = "松崖市人力资源和社会保障局"
COMMITTEE = "松崖市机电工程技术人员初级职称评审委员会"


@cache
def words() -> dict[str, list[str]]:
    """Prose of the half, by applicant and sort."""
    with Path(__file__).with_name("songya_texts.toml").open("rb") as source:
        return tomllib.load(source)


class SongyaCase(Case):
    """One applicant of Songya."""

    def file(self, name: str, *pieces: tuple[Said, Layout], part: int | None = None, **options: Any) -> None:
        """Plans a file, stored smaller than Quelin's."""
        strengths = {"scan": {"jpeg": 7}, "photo": {"jpeg": 7}, "clean": {"flat": False, "jpeg": 8}}
        super().file(name, *pieces, part=part, **(strengths.get(options.get("quality", "scan"), {}) | options))

    def bachelor(
        self, school: str, major: str, years: tuple[str, str], issued: str, serial: int, **declared: str
    ) -> tuple[Said, Said]:
        """Diploma and degree; `declared_school` and `declared_major` are what the profile says instead."""
        start, end = years
        number = diploma_number(CODES[school], end[:4], "本科", serial)
        of_degree = degree_number(CODES[school], end[:4], serial)
        self.schooled(
            "本科",
            declared.get("declared_school", school),
            declared.get("declared_major", major),
            start,
            end,
            degree="工学学士",
            certificate_number=number,
            degree_certificate_number=of_degree,
        )
        about = {"school": school, "major": major, "level": "本科", "conclusion": "毕业", "years": "4"}
        about |= {"president": PRESIDENTS[school], "programme_type": "普通", "programme_type@": "普通高等教育"}
        about |= {"start_date": start, "end_date": end, "issue_date": issued, "certificate_number": number}
        diploma = self.say(**about)
        return diploma, diploma.but(degree="工学学士", certificate_number=of_degree)

    def titled(self, specialty: str, obtained: str, number: str, issued: str, **more: str) -> Said:
        """An assistant engineer's certificate."""
        about = {"title": "助理工程师", "specialty": specialty, "obtained_on": obtained, "certificate_number": number}
        about["issuer"] = BUREAU
        self.declare("titles", **about)
        return self.say(**(about | {"issued": issued, "committee": COMMITTEE} | more))

    def appointed(self, start: str, end: str, issued: str, **more: str) -> Said:
        employer = self.jobs[-1][0]
        about = self.declare("appointments", title="助理工程师", employer=employer, start=start, end=end)
        self.expect("pass", ("appointment.letter", about), ("appointment.match", about))
        values = {"title": "助理工程师", "start_date": start, "end_date": end, "issue_date": issued}
        return self.say(**(values | {"number": f"聘字{issued[:4]}第0{self.id[1:]}号"} | more))

    def card(self, year: str, specialised: int, public: int, *, declared: bool = True) -> Said:
        """A year's hours, with courses that add up to them."""
        if declared:
            total = specialised + public
            self.declare("training_hours", year=int(year), total=total, specialized=specialised, public=public)
        rng = random.Random(f"{self.id}/{year}")
        names = [*rng.sample(words()["special"], 2), rng.choice(words()["general"])]
        sizes = ((specialised // 2, "专业"), (specialised - specialised // 2, "专业"), (public, "公需"))
        places = ("泠北省机械工程学会", "松崖市职工大学", "泠北继续教育在线")
        rows = tuple(
            (name, places[i], f"{year}-0{2 * i + 3}-1{i + 2}", sort, str(hours))
            for i, (name, (hours, sort)) in enumerate(zip(names, sizes, strict=True))
        )
        printed = "2023-08-22" if year == "2023" else f"{int(year) + 1}-01-1{rng.randrange(9)}"
        hours = {"total_hours": str(specialised + public), "specialized_hours": str(specialised)}
        return self.say(rows, year=year, printed_on=printed, public_hours=str(public), **hours)

    def appraised(self, year: str, result: str = "合格", *, declared: str | None = None, **more: str) -> Said:
        """A year's appraisal, declared with its result."""
        employer = self.year_end(year)
        self.declare("appraisals", year=int(year), result=declared or result, employer=employer)
        own = int(self.id[1:])
        values = {"year": year, "result": result, "comment": words()[self.id][int(year) - 2020]}
        values |= {"opinion": words()["opinions"][(int(year) + own) % 4], "employer": employer, "seal": employer}
        values |= {"leader": LEADERS[employer], "signed_on": f"{int(year) + 1}-01-{own + 14}"}
        return self.say(**(values | more))

    def uscc(self, employer: str) -> str:
        return company_code(9301 + COMPANIES.index(employer))
