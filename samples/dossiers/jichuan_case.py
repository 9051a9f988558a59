"""Makes the dossiers of Jichuan: people, companies, schools, and what each paper of theirs says."""

from __future__ import annotations

import random
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from samples.content import Dossier, FilePlan, Holder, Layout, Piece
from samples.layouts_jichuan.board import Told
from samples.numbers import company_code, identity_number

SPINDLES, DRIVES = "霁川卓曜精密机械有限公司", "霁川汇驰传动科技有限公司"
CRANES, COMPRESSORS = "槐泽德昇起重装备股份有限公司", "槐泽广源压缩机制造有限公司"
METERS, MOULDS = "霁川云帆智能仪表有限公司", "桉南同泰模具股份有限公司"
LEADERS = {
    SPINDLES: "康伯年", DRIVES: "曲慧敏", CRANES: "霍长河", COMPRESSORS: "解元庆", METERS: "隋宗翰", MOULDS: "卢以恒",
}  # fmt: skip
UNIVERSITY, INSTITUTE, COLLEGE = "桉南理工大学", "霁川工程学院", "桉南农业机械专科学校"
CODES = {UNIVERSITY: "99111", INSTITUTE: "99113", COLLEGE: "99115"}
PRESIDENTS = {UNIVERSITY: "薛怀瑜", INSTITUTE: "滕守中", COLLEGE: "季广田"}
BUREAU = "霁川市人力资源和社会保障局"
COMMITTEE = "霁川市机械工程初级专业技术资格评审委员会"
CENTRE = "霁川市继续教育管理中心"
FAMILIES = (
    "file", "document", "identity", "application", "education", "eligibility", "exceptional", "title", "appointment",
    "vocational", "appraisal", "training", "employment", "insurance", "achievement", "batch",
)  # fmt: skip
OF_A_TABLE = ("each_year", "not_award", "narrative", "result", "employer", "seal")
SUMS = tuple((f"training.{part}", "application") for part in ("total", "specialized", "public"))
Job = tuple[str, str, str, str | None]
# How strongly a file is stored, by quality and ending; other files as `samples.containers` has it.
STRENGTH = {"scan": 4, "photo": 8, "clean": 4}


@cache
def words() -> dict[str, Any]:
    """Prose of the half, by applicant and sort."""
    with Path(__file__).with_name("jichuan_texts.toml").open("rb") as source:
        return tomllib.load(source)


def person(name: str, gender: str, birth: str, serial: int) -> Holder:
    return Holder(name, gender, birth, identity_number(birth, serial, gender == "男"))


@dataclass
class CopiedDossier(Dossier):
    """A dossier of which some files are another's scan stored again: `seeds` names whose chance they were drawn by."""

    seeds: dict[str, str] = field(default_factory=dict)

    def rng(self, salt: str) -> random.Random:
        return random.Random(self.seeds.get(salt, f"{self.id}/{salt}"))


class JichuanCase:
    """One applicant: `jobs` are employer, position, first and last month."""

    def __init__(self, number: str, holder: Holder, jobs: tuple[Job, ...], **application: object) -> None:
        self.id, self.holder, self.jobs = number, holder, jobs
        self.files: list[FilePlan] = []
        self.seeds: dict[str, str] = {}
        self.findings: dict[tuple[str, str], str] = {("employment.continuity", "application"): "pass"}
        for part in ("choice", "deadline", "publicity", "pledge", "summary"):
            self.findings[f"application.{part}", "application"] = "pass"
        self.findings["eligibility.route", "application"] = "pass"
        self.profile = self._profile(application)

    def _profile(self, application: dict[str, object]) -> dict[str, Any]:
        h, employer = self.holder, self.jobs[-1][0]
        person = {"name": h.name, "former_name": None, "gender": h.gender, "birth_date": h.birth, "id_number": h.number}
        code = company_code(401 + list(LEADERS).index(employer))
        asked: dict[str, object] = {
            "route": "normal", "subfield": "设计开发", "target_title": "工程师", "specialty": "机电制造",
            "exceptional_items": [], "submitted_on": "2023-08-31", "employer_submitted_on": "2023-09-20",
            "publicity": {"start": "2023-09-06", "end": "2023-09-15"}, "pledge_signed": True, "summary_submitted": True,
        }  # fmt: skip
        return {
            "schema": "heyan-profile/1", "applicant_id": self.id, "person": person,
            "employer": {"name": employer, "uscc": code, "nature": "民营企业", "region": "上虞区"},
            "application": asked | application, "education": [],
            "work": [
                {"employer": e, "position": p, "start": s, "end": u, "technical": True} for e, p, s, u in self.jobs
            ],
            "titles": [], "appointments": [], "skill_certificates": [], "training_hours": [], "appraisals": [],
            "awards": [], "papers": [], "projects": [], "patents": [], "software_copyrights": [],
            "social_insurance": [], "social_insurance_auto_extracted": True,
        }  # fmt: skip

    def say(self, rows: tuple[tuple[str, ...], ...] = (), /, **values: str) -> Told:
        """A paper about the applicant, who works at the last employer unless told otherwise."""
        h, employer = self.holder, self.jobs[-1][0]
        own = {"name": h.name, "gender": h.gender, "birth_date": h.birth, "id_number": h.number, "employer": employer}
        return Told(h, own | {"leader": LEADERS[employer]} | values, rows)

    def file(self, name: str, *pieces: tuple[Told, Layout], quality: str = "scan", **options: Any) -> None:
        """Plans a file, stored small."""
        if options.get("grey"):
            # A copier's black and white, which is finer than its scans in colour.
            options = {"dpi": 180, "flat": name.endswith(".pdf")} | options
        elif name.endswith((".webp", ".jpg")):
            options = {"jpeg": STRENGTH.get(quality), "dpi": 150} | options
        if quality == "text":
            pieces = tuple((t.but(one_face="microhei"), layout) for t, layout in pieces)
        plan = FilePlan(
            name, tuple(Piece(t, layout) for t, layout in pieces), quality, effort=6, packed=True, **options
        )
        self.files.append(plan)

    def declare(self, part: str, **about: object) -> str:
        """Adds to the profile; returns the subject of findings about it."""
        self.profile[part].append(about)
        return f"{part}[{len(self.profile[part]) - 1}]"

    def expect(self, defect: str, *keys: tuple[str, str]) -> None:
        for key in keys:
            self.findings[key] = defect

    def achieved(self, part: str, check: str, **about: object) -> None:
        """Declares an achievement that is in time and whose papers are all there."""
        subject = self.declare(part, **about)
        self.expect("pass", ("achievement.window", subject), (f"achievement.{check}", subject))

    def dossier(self) -> Dossier:
        return CopiedDossier(self.id, self.profile, self.files, self.findings, families=FAMILIES, seeds=self.seeds)
