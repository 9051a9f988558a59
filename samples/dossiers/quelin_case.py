"""Makes the dossiers of Quelin: a declaration and the paper that proves it are said in one place."""

from __future__ import annotations

import random
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from samples.content import Dossier, FilePlan, Holder, Layout, Piece
from samples.layouts_quelin.leaf import Said
from samples.numbers import company_code, degree_number, diploma_number, identity_number

NUMERIC, HYDRAULIC, CRANE = "鹊林启坤数控装备有限公司", "溯阳嘉岩液压件有限公司", "鹊林望岳起重机械有限公司"
OPTICAL, CABLE, COOLING = "溯南朗睿光电仪器股份有限公司", "鹊林万榕电缆机械有限公司", "鹊林百川制冷设备有限公司"
TOOLING = "溯阳知行模具科技有限公司"
COMPANIES = (NUMERIC, HYDRAULIC, CRANE, OPTICAL, CABLE, COOLING, TOOLING)
ENGINEERING, PLAIN, TRADES, OLD = "溯南工程大学", "朔原大学", "溯阳科技职业学院", "溯南机电专科学校"
LEADERS = dict(zip(COMPANIES, ("程叔夜", "卞怀瑜", "姜北辰", "容止戈", "厉鹤年", "水云舟", "巴山雨"), strict=True))
CODES = {ENGINEERING: "99081", PLAIN: "99083", TRADES: "99085", OLD: "99087"}
PRESIDENTS = {ENGINEERING: "樊若水", PLAIN: "应鹤庭"}
COUNTY, CITY = "鹊林县人力资源和社会保障局", "溯阳市人力资源和社会保障局"
COMMITTEE = "溯阳市机械工程专业初级职称评审委员会"
SUMS = tuple((f"training.{part}", "application") for part in ("total", "specialized", "public"))
OF_A_TABLE = ("narrative", "result", "employer", "seal")
LISTS = (
    "education", "work", "titles", "appointments", "skill_certificates", "training_hours", "appraisals", "awards",
    "papers", "projects", "patents", "software_copyrights", "social_insurance",
)  # fmt: skip
FAMILIES = (
    "file", "document", "identity", "application", "education", "eligibility", "exceptional", "title", "appointment",
    "vocational", "appraisal", "training", "employment", "insurance", "achievement", "batch",
)  # fmt: skip
CLAIMS = {
    "papers": "paper", "projects": "project", "patents": "patent", "software_copyrights": "software",
    "awards": "award",
}  # fmt: skip
# Full resolution throughout: small files come of strong compression alone.
FINENESS: dict[str, dict[str, Any]] = {
    "text": {},
    "clean": {"dpi": 150, "flat": True},
    "scan": {"dpi": 150, "jpeg": 11},
    "photo": {"jpeg": 12},
}


@cache
def texts() -> dict[str, list[str]]:
    """Prose of the half, by applicant and sort."""
    with Path(__file__).with_name("quelin_texts.toml").open("rb") as source:
        return tomllib.load(source)


def person(name: str, gender: str, birth: str, serial: int) -> Holder:
    """Somebody made up, with a number of the reserved region."""
    return Holder(name, gender, birth, identity_number(birth, serial, gender == "男"))


def registered(diploma: Said, entered: str, code: str, updated: str, until: str, **more: str) -> Said:
    """What the national register says of a diploma, good until `until`."""
    found = {"start_date": entered, "end_date": diploma["issue_date"], "form": "普通全日制", "years": "4"}
    found |= {"programme_type@": "普通高等教育", "verification_code": code, "updated": updated, "valid_until": until}
    return diploma.but(**(found | more))


@dataclass
class Case:
    """One applicant: `jobs` are (employer, position, start, end or None), the last the present one."""

    id: str
    holder: Holder
    jobs: tuple[tuple[str, str, str, str | None], ...]
    files: list[FilePlan] = field(default_factory=list)
    profile: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: {name: [] for name in LISTS})
    application: dict[str, Any] = field(default_factory=dict)
    findings: dict[tuple[str, str], str] = field(default_factory=dict)
    by_hand: bool = False

    def __post_init__(self) -> None:
        for part in ("choice", "deadline", "publicity", "pledge", "summary"):
            self.expect("pass", (f"application.{part}", "application"))
        self.expect("pass", ("eligibility.route", "application"), ("employment.continuity", "application"))
        for employer, position, start, end in self.jobs:
            self.declare("work", employer=employer, position=position, start=start, end=end, technical=True)

    def expect(self, status: str, *about: tuple[str, str]) -> None:
        self.findings |= dict.fromkeys(about, status)

    def declare(self, kind: str, **values: Any) -> str:
        """Adds to a list of the profile; returns the subject."""
        self.profile[kind].append(values)
        subject = f"{kind}[{len(self.profile[kind]) - 1}]"
        if kind in CLAIMS:
            self.expect("pass", ("achievement.window", subject), (f"achievement.{CLAIMS[kind]}", subject))
        return subject

    def say(self, rows: tuple[tuple[str, ...], ...] = (), /, **values: str) -> Said:
        """A paper about the applicant."""
        h, (employer, position, _, _) = self.holder, self.jobs[-1]
        own = {"name": h.name, "gender": h.gender, "birth_date": h.birth, "id_number": h.number}
        return Said(h, own | {"employer": employer, "position": position} | values, rows)

    def file(self, name: str, *pieces: tuple[Said, Layout], part: int | None = None, **options: Any) -> None:
        """Plans a file of one or several papers."""
        quality = options.get("quality", "scan")
        if quality == "text":
            pieces = tuple((said.but(face=said["face"] or "microhei"), layout) for said, layout in pieces)
        if options.get("grey"):
            pieces = tuple((said.but(foot="测试样本　无效"), layout) for said, layout in pieces)
        made = tuple(Piece(said, layout, part) for said, layout in pieces)
        self.files.append(FilePlan(name, made, packed=True, effort=6, **(FINENESS[quality] | options)))

    def schooled(self, level: str, school: str, major: str, start: str | None, end: str, **more: Any) -> None:
        values: dict[str, Any] = {"certificate_number": None, "degree_certificate_number": None, "degree": None}
        values |= {"auto_extracted": False, "overseas": False, "relevance": "对口"} | more
        self.declare("education", level=level, school=school, major=major, start=start, end=end, **values)

    def bachelor(
        self, school: str, major: str, years: tuple[str, str], issued: str, serial: int, **declared: str
    ) -> tuple[Said, Said]:
        """Diploma and degree of an ordinary course of four years; `declared` replaces what the profile says of them."""
        start, end = years
        number = diploma_number(CODES[school], end[:4], "本科", serial)
        of_degree = degree_number(CODES[school], end[:4], serial)
        values = {"certificate_number": number, "degree_certificate_number": of_degree} | declared
        self.schooled("本科", values.pop("declared_school", school), major, start, end, degree="工学学士", **values)
        about = {
            "school": school,
            "major": major,
            "level": "本科",
            "conclusion": "毕业",
            "president": PRESIDENTS[school],
        }
        about |= {"programme_type": "普通", "programme_type@": "普通高等学校", "years": "四"}
        about |= {"start_date": start, "end_date": end, "issue_date": issued, "certificate_number": number}
        diploma = self.say(**about)
        return diploma, diploma.but(degree="工学学士", certificate_number=of_degree)

    def titled(self, specialty: str, obtained: str, number: str, issued: str, **more: str) -> Said:
        """An assistant engineer's certificate; `declared_number` where the profile has another."""
        declared = more.pop("declared_number", number)
        values = {"title": "助理工程师", "specialty": specialty, "issuer": more.pop("issuer", CITY)}
        self.declare(
            "titles",
            title="助理工程师",
            specialty=specialty,
            obtained_on=obtained,
            certificate_number=declared,
            issuer=values["issuer"],
        )
        values |= {"obtained_on": obtained, "certificate_number": number, "issued": issued}
        values |= {"committee": COMMITTEE, "method": "评审", "document": "溯人社职〔2016〕41号"}
        return self.say(**(values | more))

    def appointed(self, start: str, end: str, issued: str, **more: str) -> Said:
        employer = more.get("employer", self.jobs[-1][0])
        about = self.declare("appointments", title="助理工程师", employer=employer, start=start, end=end or None)
        self.expect("pass", ("appointment.letter", about), ("appointment.match", about))
        values = {"title": "助理工程师", "start_date": start, "end_date": end, "issue_date": issued}
        return self.say(**(values | {"leader": LEADERS[employer], "department": "技术中心"} | more))

    def card(self, year: str, specialised: int, public: int, *, declared: bool = True) -> Said:
        """A year's hours, with courses that add up to them."""
        if declared:
            total = specialised + public
            self.declare("training_hours", year=int(year), total=total, specialized=specialised, public=public)
        rng = random.Random(f"{self.id} {year}")
        names = [*rng.sample(texts()["special"], 2), *rng.sample(texts()["general"], 1)]
        first = specialised * 3 // 5
        sizes = ((first, "专业"), (specialised - first, "专业"), (public, "公需"))
        rows = tuple(
            (
                name,
                ("溯阳工程师学院", "溯南省机械学会", "溯南学习平台")[i],
                f"{year}.{3 * i + 2:02d}.0{i + 4}",
                sort,
                str(n),
            )
            for i, (name, (n, sort)) in enumerate(zip(names, sizes, strict=True))
        )
        printed = (
            "2023-08-2" + str(rng.randrange(1, 6)) if year == "2023" else f"{int(year) + 1}-01-1{rng.randrange(9)}"
        )
        hours = {"total_hours": str(specialised + public), "specialized_hours": str(specialised)}
        return self.say(rows, year=year, printed_on=printed, public_hours=str(public), **hours)

    def cards(self) -> tuple[Said, Said, Said]:
        """Three years, just enough."""
        return self.card("2021", 64, 26), self.card("2022", 70, 20), self.card("2023", 68, 22)

    def year_end(self, year: str) -> str:
        """Who employed the applicant at the end of `year`."""
        return next(e for e, _, _, end in self.jobs if end is None or end >= f"{year}-12")

    def appraised(self, year: str, result: str = "合格", *, declared: str | None = None, **more: str) -> Said:
        """A year's appraisal, declared with its result or as `declared` says; not at all where that is empty."""
        employer = self.year_end(year)
        if declared != "":
            self.declare("appraisals", year=int(year), result=declared or result, employer=employer)
        found = texts()
        words = found["opinions"][(int(year) * 5 + int(self.id[1:])) % len(found["opinions"])]
        values = {"year": year, "result": result, "comment": found[self.id][max(0, int(year) - 2020)], "opinion": words}
        values |= {"employer": employer, "seal": employer, "leader": LEADERS[employer], "badge": f"Q{self.id[1:]}07"}
        values |= {"signed_on": f"{int(year) + 1}-01-{int(self.id[1:]) + 8:02d}"}
        values |= {"held": "助理工程师" if self.profile["titles"] else "——"}
        rows = (("目标完成", "60", "55"), ("技术质量", "25", "23"), ("协作学习", "15", "14"))
        return self.say(rows, **(values | more))

    def insured(self, *periods: tuple[str, str, str], shown: tuple[tuple[str, str, str], ...] = ()) -> Said:
        """A proof of insurance handed in by hand; `shown` where it says something else than declared."""
        self.by_hand = True
        for employer, start, end in periods:
            self.declare("social_insurance", employer=employer, start=start, end=end)
        self.expect("pass", ("insurance.coverage", "application"))
        values = {
            "insurance_type": "企业职工基本养老保险",
            "code": f"99{self.id[1:]}47310826",
            "printed_on": "2023-08-23",
        }
        return self.say(shown or periods, **values)

    def uscc(self, employer: str) -> str:
        """The made-up credit code of a company."""
        return company_code(9101 + COMPANIES.index(employer))

    def dossier(self) -> Dossier:
        if not self.profile["social_insurance"]:
            employer = self.jobs[-1][0]
            self.declare("social_insurance", employer=employer, start="2020-09", end="2023-08")
        h, employer = self.holder, self.jobs[-1][0]
        person = {"name": h.name, "former_name": None, "gender": h.gender, "birth_date": h.birth, "id_number": h.number}
        company = {"name": employer, "uscc": self.uscc(employer), "nature": "民营企业"}
        application: dict[str, Any] = {
            "route": "normal",
            "subfield": "设计开发",
            "target_title": "工程师",
            "specialty": "机电制造",
            "exceptional_items": [],
            "submitted_on": "2023-08-30",
            "employer_submitted_on": "2023-09-19",
            "publicity": {"start": "2023-09-05", "end": "2023-09-14"},
            "pledge_signed": True,
            "summary_submitted": True,
        }
        profile: dict[str, object] = {
            "schema": "heyan-profile/1",
            "applicant_id": self.id,
            "person": person,
            "employer": company | {"region": "上虞区"},
            "application": application | self.application,
            **self.profile,
            "social_insurance_auto_extracted": not self.by_hand,
        }
        return Dossier(self.id, profile, self.files, self.findings, families=FAMILIES)
