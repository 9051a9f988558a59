"""Makes the dossiers of Tinglan: its people, companies and schools, and how their files are stored."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from samples.content import Dossier, FilePlan, Holder, Layout, Piece
from samples.layouts_jichuan.board import Told
from samples.numbers import company_code, identity_number

MACHINES, HYDRAULICS = "汀岚鸣岳数控装备有限公司", "汀岚启弘液压科技有限公司"
PUMPS, ELECTRICS = "石漾盛坤泵阀股份有限公司", "箬山朗曜电气设备有限公司"
ROLLERS, LINES = "箬山安垣轴承有限公司", "汀岚卓纪自动化工程有限公司"
LEADERS = {
    MACHINES: "巫启山", HYDRAULICS: "束文彬", PUMPS: "闵怀德", ELECTRICS: "丰子恒", ROLLERS: "苗广林", LINES: "芦晓筠",
}  # fmt: skip
UNIVERSITY, COLLEGE = "岭沅科技大学", "汀岚工业学院"
INSTITUTE, TRADE = "岭沅机械工程学院", "箬山职业技术学院"
CODES = {UNIVERSITY: "99141", COLLEGE: "99143", TRADE: "99145"}
PRESIDENTS = {UNIVERSITY: "褚言之", COLLEGE: "左思贤", INSTITUTE: "童鹤年", TRADE: "游立民"}
BUREAU, OFFICE = "汀岚市人力资源和社会保障局", "汀岚市专业技术人员继续教育中心"
COMMITTEE = "汀岚市机械电子工程技术人员初级职务评审委员会"
FAMILIES = (
    "file", "document", "identity", "application", "education", "eligibility", "exceptional", "title", "appointment",
    "vocational", "appraisal", "training", "employment", "insurance", "achievement", "batch",
)  # fmt: skip
OF_A_TABLE = ("each_year", "not_award", "narrative", "result", "employer", "seal")
SUMS = tuple((f"training.{part}", "application") for part in ("total", "specialized", "public"))
STRENGTH = {"scan": 3, "photo": 4, "clean": 3}
Job = tuple[str, str, str, str | None]


@cache
def words() -> dict[str, Any]:
    """Prose of the half, by applicant and sort."""
    with Path(__file__).with_name("tinglan_texts.toml").open("rb") as source:
        return tomllib.load(source)


def person(name: str, gender: str, birth: str, serial: int) -> Holder:
    return Holder(name, gender, birth, identity_number(birth, serial, gender == "男"))


class TinglanCase:
    """One applicant: `jobs` are employer, position, first and last month."""

    def __init__(self, number: str, holder: Holder, jobs: tuple[Job, ...], **application: object) -> None:
        self.id, self.holder, self.jobs = number, holder, jobs
        self.files: list[FilePlan] = []
        self.findings: dict[tuple[str, str], str] = {
            ("employment.continuity", "application"): "pass",
            ("eligibility.route", "application"): "pass",
        }
        for part in ("choice", "deadline", "publicity", "pledge", "summary"):
            self.findings[f"application.{part}", "application"] = "pass"
        self.profile = self._profile(application)

    def _profile(self, application: dict[str, object]) -> dict[str, Any]:
        h, employer = self.holder, self.jobs[-1][0]
        person = {"name": h.name, "former_name": None, "gender": h.gender, "birth_date": h.birth, "id_number": h.number}
        asked: dict[str, object] = {
            "route": "normal", "subfield": "生产制造", "target_title": "工程师", "specialty": "机电制造",
            "exceptional_items": [], "submitted_on": "2023-08-30", "employer_submitted_on": "2023-09-19",
            "publicity": {"start": "2023-09-07", "end": "2023-09-15"}, "pledge_signed": True, "summary_submitted": True,
        }  # fmt: skip
        work = [{"employer": e, "position": p, "start": s, "end": u, "technical": True} for e, p, s, u in self.jobs]
        code = company_code(601 + list(LEADERS).index(employer))
        return {
            "schema": "heyan-profile/1", "applicant_id": self.id, "person": person,
            "employer": {"name": employer, "uscc": code, "nature": "民营企业", "region": "上虞区"},
            "application": asked | application, "education": [], "work": work,
            "titles": [], "appointments": [], "skill_certificates": [], "training_hours": [], "appraisals": [],
            "awards": [], "papers": [], "projects": [], "patents": [], "software_copyrights": [],
            "social_insurance": [], "social_insurance_auto_extracted": True,
        }  # fmt: skip

    def say(self, rows: tuple[tuple[str, ...], ...] = (), /, **values: str) -> Told:
        """A paper about the applicant, who works at the last employer unless told otherwise."""
        h, employer = self.holder, values.get("employer", self.jobs[-1][0])
        own = {"name": h.name, "gender": h.gender, "birth_date": h.birth, "id_number": h.number, "employer": employer}
        return Told(h, own | {"leader": LEADERS[employer]} | values, rows)

    def file(self, name: str, *pieces: tuple[Told, Layout], quality: str = "scan", **options: Any) -> None:
        """Plans a file, stored small."""
        if name.endswith((".tif", ".pdf")) and quality != "text":
            options = {"grey": True, "dpi": 167, "flat": name.endswith(".pdf")} | options
        elif name.endswith((".webp", ".jpg")):
            options = {"jpeg": STRENGTH.get(quality), "dpi": 132} | options
        if quality == "text":
            pieces = tuple(
                (t.but(one_face="zenhei" if self.id in ("S01", "S04") else "microhei"), layout) for t, layout in pieces
            )
        drawn = tuple(Piece(t, layout) for t, layout in pieces)
        self.files.append(FilePlan(name, drawn, quality, effort=6, packed=True, **options))

    def declare(self, part: str, **about: object) -> str:
        """Adds to the profile; returns the subject of findings about it."""
        self.profile[part].append(about)
        return f"{part}[{len(self.profile[part]) - 1}]"

    def expect(self, defect: str, *keys: tuple[str, str]) -> None:
        for key in keys:
            self.findings[key] = defect

    def achieved(self, part: str, check: str, status: str = "pass", **about: object) -> None:
        """Declares an achievement that is in time; `status` of its papers."""
        subject = self.declare(part, **about)
        self.expect("pass", ("achievement.window", subject))
        self.expect(status, (f"achievement.{check}", subject))

    def dossier(self) -> Dossier:
        return Dossier(self.id, self.profile, self.files, self.findings, families=FAMILIES)
