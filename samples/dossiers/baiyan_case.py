"""Makes the dossiers of Baiyan: its people, companies and schools, and how their files are stored."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from samples.content import Dossier, FilePlan, Holder, Layout, Piece
from samples.layouts_jichuan.board import Told
from samples.numbers import company_code, identity_number

LATHES, ROBOTS = "柏堰恒骋精密机床有限公司", "柏堰元皓机器人有限公司"
FANS, LIFTS = "鹿垟泰枫风机股份有限公司", "鹿垟安湛电梯部件有限公司"
CASTINGS, METERS = "隽溪力曦铸锻有限公司", "隽溪宏骏仪表科技有限公司"
SYSTEMS = "楠淮锐衡自动化有限公司"
LEADERS = {
    LATHES: "岳承林", ROBOTS: "钟离昕", FANS: "宿德昌", LIFTS: "甄宝山", CASTINGS: "邬建民", METERS: "邵晓军", SYSTEMS: "阳立新",
}  # fmt: skip
UNIVERSITY, COLLEGE = "楠淮工业大学", "隽溪职业技术学院"
INSTITUTE, LATE = "楠淮机械学院", "柏堰科技学院"
CODES = {UNIVERSITY: "99161", COLLEGE: "99163", LATE: "99165"}
PRESIDENTS = {UNIVERSITY: "艾宗培", COLLEGE: "危建中", INSTITUTE: "储季明", LATE: "席远哲"}
BUREAU, OFFICE = "柏堰市人力资源和社会保障局", "柏堰市继续教育管理中心"
COMMITTEE = "柏堰市机械工程专业初级职称评审委员会"
FAMILIES = (
    "file", "document", "identity", "application", "education", "eligibility", "exceptional", "title", "appointment",
    "vocational", "appraisal", "training", "employment", "insurance", "achievement", "batch",
)  # fmt: skip
OF_A_TABLE = ("each_year", "not_award", "narrative", "result", "employer", "seal")
SUMS = tuple((f"training.{part}", "application") for part in ("total", "specialized", "public"))
# The one face that the platform or the office prints with, by applicant.
FACES = {"R01": "song", "R02": "zenhei", "R05": "microhei", "R06": "ming", "R07": "zenhei", "R08": "song"}
STRENGTH = {"scan": 3, "photo": 4, "clean": 3}
Job = tuple[str, str, str, str | None]


@cache
def words() -> dict[str, Any]:
    """Prose of the half, by applicant and sort."""
    with Path(__file__).with_name("baiyan_texts.toml").open("rb") as source:
        return tomllib.load(source)


def person(name: str, gender: str, birth: str, serial: int) -> Holder:
    return Holder(name, gender, birth, identity_number(birth, serial, gender == "男"))


class BaiyanCase:
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
        who = {"name": h.name, "former_name": None, "gender": h.gender, "birth_date": h.birth, "id_number": h.number}
        asked: dict[str, object] = {
            "route": "normal", "subfield": "技术开发", "target_title": "工程师", "specialty": "机电制造",
            "exceptional_items": [], "submitted_on": "2023-09-01", "employer_submitted_on": "2023-09-20",
            "publicity": {"start": "2023-09-08", "end": "2023-09-18"}, "pledge_signed": True, "summary_submitted": True,
        }  # fmt: skip
        work = [{"employer": e, "position": p, "start": s, "end": u, "technical": True} for e, p, s, u in self.jobs]
        code = company_code(501 + list(LEADERS).index(employer))
        lists = (
            "education", "titles", "appointments", "skill_certificates", "training_hours", "appraisals", "awards",
            "papers", "projects", "patents", "software_copyrights", "social_insurance",
        )  # fmt: skip
        return {
            "schema": "heyan-profile/1", "applicant_id": self.id, "person": who,
            "employer": {"name": employer, "uscc": code, "nature": "民营企业", "region": "上虞区"},
            "application": asked | application, "work": work, **{name: [] for name in lists},
            "social_insurance_auto_extracted": True,
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
            pieces = tuple((told.but(one_face=FACES[self.id]), layout) for told, layout in pieces)
        drawn = tuple(Piece(told, layout) for told, layout in pieces)
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
