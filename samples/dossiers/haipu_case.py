"""Makes the dossiers of Haipu: declarations and the papers that prove them, said once and drawn in many ways."""

from __future__ import annotations

import random
import re
import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from samples.content import Dossier, FilePlan, Holder, Layout, Piece
from samples.layouts_haipu.page import Facts
from samples.numbers import company_code, identity_number

TRAINING_YEARS = ("2021", "2022", "2023")
APPRAISAL_YEARS = ("2020", "2021", "2022")
SUMS = tuple((f"training.{part}", "application") for part in ("total", "specialized", "public"))
LEAST_REPORT = 80  # Han characters; what is shorter a person looks at
OF_A_TABLE = ("narrative", "result", "employer", "seal")
EDUCATION_PARTS = ("material", "conclusion", "school", "major", "level", "dates", "number", "degree")
LISTS = (
    "education",
    "work",
    "titles",
    "appointments",
    "skill_certificates",
    "training_hours",
    "appraisals",
    "awards",
    "papers",
    "projects",
    "patents",
    "software_copyrights",
    "social_insurance",
)
FAMILIES = (
    "file",
    "document",
    "identity",
    "application",
    "education",
    "eligibility",
    "exceptional",
    "title",
    "appointment",
    "vocational",
    "appraisal",
    "training",
    "employment",
    "insurance",
    "achievement",
    "batch",
)
PROOF = {
    "papers": "paper",
    "projects": "project",
    "patents": "patent",
    "software_copyrights": "software",
    "awards": "award",
}

# Pictures are stored small: a quality each.
SMALL: dict[str, dict[str, int]] = {
    "text": {},
    "clean": {"dpi": 92, "jpeg": 17},
    "scan": {"dpi": 92, "jpeg": 8},
    "photo": {"width": 860, "jpeg": 10},
}

OFFICE = "海浦市人力资源和社会保障局"
UPPER_OFFICE = "东澜市人力资源和社会保障局"
COMMITTEE = "海浦市机电工程技术人员初级职务评审委员会"
LATHE, MOTOR, ROBOT = "海浦凌霄机床有限公司", "海浦恒拓电机有限公司", "东澜瑞纳自动化设备有限公司"
PUMP, MOULD, HARVEST = "海浦远帆泵业股份有限公司", "海浦九章模塑有限公司", "澜川中垦农机有限公司"
BEARING = "海浦同心轴承有限公司"
COMPANIES = (LATHE, MOTOR, PUMP, BEARING, ROBOT, MOULD, HARVEST)
TECH, TRADES, RIVER, OLD = "澜川理工大学", "东澜工业职业学院", "江右科技大学", "澜川机械工业学院"
CODES = {TECH: "99071", TRADES: "99072", RIVER: "99073", OLD: "99074"}


@cache
def texts() -> dict[str, list[str]]:
    with Path(__file__).with_name("haipu_texts.toml").open("rb") as source:
        return tomllib.load(source)


def person(name: str, gender: str, birth: str, serial: int) -> Holder:
    return Holder(name, gender, birth, identity_number(birth, serial, gender == "男"))


class Case:
    """One applicant: `work` is (employer, position, start, end or None), the last the present one."""

    def __init__(self, identity: str, holder: Holder, *work: tuple[str, str, str, str | None]) -> None:
        self.id, self.holder, self.work = identity, holder, work
        self.employer, self.position = work[-1][0], work[-1][1]
        self.number = holder.number
        self.rng = random.Random(identity)
        self.files: list[FilePlan] = []
        self.lists: dict[str, list[dict[str, Any]]] = {name: [] for name in LISTS}
        self.application: dict[str, Any] = {"route": "normal", "subfield": "技术开发", "exceptional_items": []}
        self.findings: dict[tuple[str, str], str] = {("eligibility.route", "application"): "pass"}
        self.insured_by_hand = False
        for part in ("choice", "deadline", "publicity", "pledge", "summary"):
            self.expect("pass", (f"application.{part}", "application"))
        self.expect("pass", ("employment.continuity", "application"))
        for employer, position, start, end in work:
            self.declare("work", employer=employer, position=position, start=start, end=end, technical=True)

    def expect(self, status: str, *about: tuple[str, str]) -> None:
        self.findings |= dict.fromkeys(about, status)

    def declare(self, kind: str, **values: Any) -> str:
        """Adds a declaration and returns its subject."""
        self.lists[kind].append(values)
        subject = f"{kind}[{len(self.lists[kind]) - 1}]"
        if kind in PROOF:
            self.expect("pass", ("achievement.window", subject), (f"achievement.{PROOF[kind]}", subject))
        return subject

    def facts(self, rows: tuple[tuple[str, ...], ...] = (), /, **values: str) -> Facts:
        own = {
            "name": self.holder.name,
            "gender": self.holder.gender,
            "birth_date": self.holder.birth,
            "id_number": self.holder.number,
            "employer": self.employer,
            "position": self.position,
        }
        return Facts(self.holder, values=own | values, rows=rows)

    def file(self, name: str, *pieces: tuple[Facts, Layout] | tuple[Facts, Layout, int], **options: Any) -> None:
        """Plans a file, stored small."""
        if options.get("quality") == "text":
            light = {"face": "microhei"}
            pieces = tuple((replace(one[0], values=light | one[0].values), *one[1:]) for one in pieces)
        drawn = tuple(Piece(piece[0], piece[1], piece[2] if len(piece) == 3 else None) for piece in pieces)
        small: dict[str, Any] = {"packed": True} | SMALL[options.get("quality", "scan")]
        self.files.append(FilePlan(name, drawn, **(small | options)))

    def educated(self, level: str, school: str, major: str, start: str | None, end: str, **more: Any) -> None:
        values: dict[str, Any] = {
            "certificate_number": None,
            "degree_certificate_number": None,
            "auto_extracted": False,
        }
        values |= {"overseas": False, "relevance": "对口", "degree": None} | more
        self.declare("education", level=level, school=school, major=major, start=start, end=end, **values)

    def titled(
        self, specialty: str, obtained: str, number: str, issued: str, issuer: str = OFFICE, **more: str
    ) -> Facts:
        """An assistant engineer's certificate, declared as `declared_on` or as it says."""
        on = more.pop("declared_on", obtained)
        values = {"title": "助理工程师", "specialty": specialty}
        self.declare("titles", **values, obtained_on=on, certificate_number=number, issuer=issuer)
        values |= {"obtained_on": obtained, "certificate_number": number, "issuer": issuer, "issued": issued}
        return self.facts(**values, **({"committee": COMMITTEE} | more))

    def appointed(self, start: str, end: str, issued: str, **more: str) -> Facts:
        employer = more.get("employer", self.employer)
        about = self.declare("appointments", title="助理工程师", employer=employer, start=start, end=end or None)
        self.expect("pass", ("appointment.letter", about), ("appointment.match", about))
        values = {"title": "助理工程师", "start_date": start, "end_date": end, "issue_date": issued}
        return self.facts(**(values | more))

    def card(self, year: str, specialised: int = 66, public: int = 24, *, declare: bool = True) -> Facts:
        """A year's card whose courses add up to its hours."""
        if declare:
            total = specialised + public
            self.declare("training_hours", year=int(year), total=total, specialized=specialised, public=public)
        names = self.rng.sample(texts()["specialised"], 2) + self.rng.sample(texts()["public"], 1)
        first = specialised // 2 + 6
        hours = ((first, "专业"), (specialised - first, "专业"), (public, "公需"))
        rows = tuple(
            (name, "东澜市学习平台", f"{year}.0{3 + i}.1{i}-0{4 + i}.20", kind, str(count))
            for i, (name, (count, kind)) in enumerate(zip(names, hours, strict=True))
        )
        printed = f"{year}-12-2{self.rng.randrange(9)}" if year != "2023" else f"2023-08-1{self.rng.randrange(9)}"
        sums = {"total_hours": str(specialised + public), "specialized_hours": str(specialised)}
        return self.facts(rows, year=year, printed_on=printed, public_hours=str(public), **sums)

    def cards(self) -> list[Facts]:
        """Three years, exactly at the thresholds of the year."""
        return [self.card("2021"), self.card("2022", 68, 22), self.card("2023", 72, 20)]

    def table(self, year: str, result: str = "合格", *, declared: str = "", **more: str) -> Facts:
        """A year's appraisal, declared as `declared` or as it says."""
        employer = next(e for e, _, start, end in self.work if end is None or end >= f"{year}-12")
        self.declare("appraisals", year=int(year), result=declared or result, employer=employer)
        report = self._in_turn("reports", year).format(year=year)
        if len(re.findall(r"[\u4e00-\u9fff]", report)) < LEAST_REPORT:
            self.expect("one_sentence", ("appraisal.narrative", year))
        rows = (("任务完成率", "50", "47"), ("质量指标", "30", "28"), ("学习与协作", "20", "18"))
        values = {"year": year, "result": result, "report": report, "comment": self._in_turn("comments", year)}
        values |= {"signed_on": f"{int(year) + 1}-01-{10 + self.rng.randrange(15)}", "employer": employer}
        values |= {"seal": employer, "leader": "路平川", "held": "助理工程师" if self.lists["titles"] else "无"}
        return self.facts(rows, **(values | more))

    def of(self, other: Holder, facts: Facts) -> Facts:
        """The same paper about somebody else."""
        own = {"name": other.name, "gender": other.gender, "birth_date": other.birth, "id_number": other.number}
        return Facts(other, values=facts.values | own, rows=facts.rows)

    def _in_turn(self, kind: str, year: str) -> str:
        """Another text each year and person."""
        found = texts()[kind]
        if kind == "reports":
            employer = next(e for e, _, start, end in self.work if end is None or end >= f"{year}-06")
            return found[3 * COMPANIES.index(employer) + int(year) % 3]
        return found[(int(year) + sum(map(ord, self.id))) % len(found)]

    def insured(self, *periods: tuple[str, str, str], rows: tuple[tuple[str, ...], ...] = ()) -> Facts:
        """A proof of insurance handed in by hand; `rows` where it says something else than declared."""
        self.insured_by_hand = True
        for employer, start, end in periods:
            self.declare("social_insurance", employer=employer, start=start, end=end)
        self.expect("pass", ("insurance.coverage", "application"))
        code = f"99{self.rng.randrange(10**8, 10**9)}"
        kind = {"insurance_type": "企业职工基本养老保险", "code": code, "printed": "2023-08-22"}
        return self.facts(rows or periods, **kind)

    def dossier(self) -> Dossier:
        if not self.lists["social_insurance"]:
            self.declare("social_insurance", employer=self.employer, start="2020-09", end="2023-08")
        h = self.holder
        own = {"name": h.name, "former_name": None, "gender": h.gender, "birth_date": h.birth, "id_number": self.number}
        company = {"name": self.employer, "uscc": company_code(8001 + COMPANIES.index(self.employer))}
        application = {
            "target_title": "工程师",
            "specialty": "机电制造",
            "submitted_on": "2023-08-29",
            "employer_submitted_on": "2023-09-18",
            "publicity": {"start": "2023-09-06", "end": "2023-09-14"},
            "pledge_signed": True,
            "summary_submitted": True,
        }
        profile: dict[str, object] = {
            "schema": "heyan-profile/1",
            "applicant_id": self.id,
            "person": own,
            "employer": company | {"nature": "民营企业", "region": "上虞区"},
            "application": application | self.application,
            **self.lists,
            "social_insurance_auto_extracted": not self.insured_by_hand,
        }
        return Dossier(self.id, profile, self.files, self.findings, families=FAMILIES)
