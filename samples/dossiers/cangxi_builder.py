"""What the applicants of Cangxi, a made-up province, are put together from; their findings speak of every family."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from samples.content import (
    Appraisal,
    Content,
    Course,
    Degree,
    Dossier,
    FilePlan,
    Graduation,
    Holder,
    Hours,
    Layout,
    Piece,
    Title,
    Yearly,
)
from samples.layouts_cangxi.record import Record
from samples.numbers import company_code, identity_number

POLY, FORGE = "梧川理工学院", "沧西冶金机械学院"
VOCATIONAL, SECONDARY, CITY = "沧西工贸职业技术学院", "梧川机械工业学校", "石榜大学"
SCHOOL_CODES = {POLY: "99051", FORGE: "99053", VOCATIONAL: "99055", CITY: "99057"}
BEARING = "绍兴砚墨轴承有限公司"
PRESS = "越东冲压装备制造有限公司"
GEAR = "浙江舜沥减速机股份有限公司"
WELD = "丰惠泽焊接自动化有限公司"
PANEL = "绍兴上虞驿亭电气成套有限公司"
MOULD = "嵩坝精密模具（浙江）有限公司"
CODES = {name: company_code(701 + i) for i, name in enumerate((BEARING, PRESS, GEAR, WELD, PANEL, MOULD))}
CITY_BUREAU = "梧川市人力资源和社会保障局"
PROVINCE_OFFICE = "沧西省职称改革工作领导小组办公室"
COMMITTEE = "梧川市机械工程专业初级职称评审委员会"
PLATFORM = "沧西专技云课堂"
GENERAL = ("生态文明与绿色制造", "数字化转型与创新", "科研诚信与学风建设", "应急管理基础")
SPECIAL = (
    ("金属切削原理与刀具选用", "梧川市机械工程学会"),
    ("伺服系统调试技术", "沧西工贸职业技术学院"),
    ("焊接工艺评定与检验", "沧西省焊接协会"),
    ("公差配合与测量新标准", "石榜大学继续教育学院"),
    ("可编程控制器高级应用", "沧西工贸职业技术学院"),
)
FAMILIES = (
    "file", "document", "identity", "application", "education", "eligibility", "exceptional", "title", "appointment",
    "vocational", "appraisal", "training", "employment", "insurance", "achievement",
)  # fmt: skip
ITEM_CHECKS = (
    ("appointments", ("appointment.letter", "appointment.match")),
    ("skill_certificates", ("vocational.certificate",)),
    ("awards", ("achievement.award", "achievement.window")),
    ("papers", ("achievement.paper", "achievement.window")),
    ("projects", ("achievement.project", "achievement.window")),
    ("patents", ("achievement.patent", "achievement.window")),
    ("software_copyrights", ("achievement.software", "achievement.window")),
)
FINENESS: dict[str, dict[str, int]] = {
    "clean": {"dpi": 104, "jpeg": 26},
    "scan": {"dpi": 106, "jpeg": 14},
    "photo": {"jpeg": 21, "width": 1120},
    "text": {"dpi": 110, "jpeg": 30},
}
YEARS3 = ("2020", "2021", "2022")


@cache
def _texts() -> dict[str, list[str]]:
    with (Path(__file__).parent / "cangxi_texts.toml").open("rb") as source:
        return tomllib.load(source)


def person(name: str, gender: str, birth: str, serial: int) -> Holder:
    return Holder(name, gender, birth, identity_number(birth, serial, male=gender == "男"))


@dataclass
class Case:
    """A dossier in the making. `jobs` are (employer, position, start, end or None); `lists` the other lists of a profile."""

    id: str
    holder: Holder
    jobs: Sequence[tuple[str, str, str, str | None]]
    eligible: str = "pass"
    files: list[FilePlan] = field(default_factory=list)
    lists: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    application: dict[str, Any] = field(default_factory=dict)
    findings: dict[tuple[str, str], str] = field(default_factory=dict)
    number: str = ""
    insurance_auto: bool = True
    batch: bool = False
    code: str = ""
    silent: frozenset[str] = frozenset()
    """Check families of which the findings say nothing, because their papers were not drawn."""

    def file(self, name: str, *pieces: tuple[Content, Layout], part: int | None = None, **options: Any) -> None:
        made = tuple(Piece(content, layout, part) for content, layout in pieces)
        fineness = FINENESS[options.get("quality", "scan")]
        if name.endswith(".webp"):
            fineness = fineness | {"jpeg": fineness["jpeg"] + 8}  # WebP counts otherwise
        self.files.append(FilePlan(name, made, packed=True, **(fineness | options)))

    def expect(self, status: str, *keys: tuple[str, str]) -> None:
        """Notes findings that are not plain passes."""
        self.findings.update(dict.fromkeys(keys, status))

    def declare(self, group: str, **values: Any) -> None:
        self.lists.setdefault(group, []).append(values)

    def employer_at(self, year: str) -> tuple[str, str]:
        """Employer and position in December of `year`."""
        current = [job for job in self.jobs if job[2] <= f"{year}-12" and (job[3] is None or job[3] >= f"{year}-12")]
        return current[-1][:2]

    def record(self, **values: str) -> Record:
        return Record(self.holder, values=values)

    def schooled(
        self, school: str, major: str, level: str, start: str | None, end: str, number: str, **more: Any
    ) -> None:
        """An education as declared; taken from the register unless `auto` says otherwise."""
        self.declare(
            "education", level=level, degree=more.get("degree"), school=school, major=major, start=start, end=end,
            certificate_number=number, degree_certificate_number=more.get("degree_number"),
            auto_extracted=more.get("auto", True), overseas=more.get("overseas", False), relevance=more.get("relevance", "对口"),
        )  # fmt: skip

    def graduated(self, g: Graduation, degree: Degree | None = None, **changes: Any) -> None:
        """An education with its papers, declared as they say apart from `changes`."""
        self.schooled(
            g.school, changes.get("major", g.major), g.level, changes.get("start", g.start), g.end, g.number, auto=False,
            degree=degree.degree if degree else None, degree_number=degree.number if degree else None,
        )  # fmt: skip

    def titled(
        self, specialty: str, obtained: str, issued: str, number: str, issuer: str = CITY_BUREAU, **more: Any
    ) -> Title:
        made = Title(self.holder, "助理工程师", specialty, obtained, issued, number, COMMITTEE, issuer, **more)
        self.declare(
            "titles",
            title=made.title,
            specialty=specialty,
            obtained_on=obtained,
            certificate_number=number,
            issuer=issuer,
        )
        return made

    def appointed(self, start: str, end: str, issued: str, employer: str = "") -> Record:
        """A letter of appointment and its declaration; `end` is empty where the term is open."""
        employer = employer or self.jobs[-1][0]
        self.declare("appointments", title="助理工程师", employer=employer, start=start, end=end or None)
        return self.record(title="助理工程师", employer=employer, start=start, end=end, issued=issued, paper="7")

    def card(
        self, year: str, special: float = 66, public: float = 24, *, declare: bool = True, **changes: Any
    ) -> Hours:
        pick = sum(map(ord, self.id)) + int(year)
        printed = {"2020": "2020-12-29", "2021": "2021-12-27", "2022": "2023-01-05", "2023": "2023-08-18"}[year]
        made = Hours(
            self.holder, self.employer_at(year)[0], year, f"{special + public:g}", f"{special:g}", f"{public:g}", printed,
            _courses(pick, year, special, public),
        )  # fmt: skip
        if declare:
            self.declare("training_hours", year=int(year), total=special + public, specialized=special, public=public)
        return replace(made, **changes)

    def cards(self) -> list[Hours]:
        return [self.card("2021"), self.card("2022"), self.card("2023")]

    def table(self, year: str, result: str = "合格", *, declared: str = "", **changes: Any) -> Appraisal:
        """A year's appraisal; declared with the same result unless `declared` names another."""
        employer, position = self.employer_at(year)
        pick = sum(map(ord, self.id)) + int(year)
        texts = _texts()
        report = _report(employer, year, pick)
        comment = texts["comments"][pick % len(texts["comments"])]
        signed = f"{year}-12-{18 + pick % 13}" if pick % 2 else f"{int(year) + 1}-01-{8 + pick % 15:02d}"
        made = Yearly(year, employer, position, result, report, comment, signed, employer)
        self.declare("appraisals", year=int(year), result=declared or result, employer=employer)
        title = "助理工程师" if self.lists.get("titles") else "无"
        return Appraisal(self.holder, (replace(made, **changes),), title, ("祁连生", "褚建华", "游宏伟")[pick % 3])

    def tables(self, results: str = "合格 合格 合格") -> list[Appraisal]:
        return [self.table(year, result) for year, result in zip(YEARS3, results.split(), strict=True)]

    def dossier(self) -> Dossier:
        """The finished dossier with the findings of the families that `samples.expectations` does not derive."""
        found: dict[tuple[str, str], str] = {("eligibility.route", "application"): self.eligible}
        found |= {
            (f"application.{part}", "application"): "pass"
            for part in ("choice", "deadline", "publicity", "pledge", "summary")
        }
        found["employment.continuity", "application"] = "pass"
        if not self.insurance_auto:
            found["insurance.coverage", "application"] = "pass"
        for group, checks in ITEM_CHECKS:
            for i in range(len(self.lists.get(group, []))):
                found |= {(check, f"{group}[{i}]"): "pass" for check in checks}
        families = tuple(f for f in (*FAMILIES, *(["batch"] if self.batch else [])) if f not in self.silent)
        return Dossier(self.id, self._profile(), self.files, found | self.findings, families=families)

    def _profile(self) -> dict[str, object]:
        holder, groups = self.holder, self.lists
        application: dict[str, Any] = {
            "route": "normal", "subfield": "生产制造", "target_title": "工程师", "specialty": "机电制造",
            "exceptional_items": [], "submitted_on": "2023-08-30", "employer_submitted_on": "2023-09-18",
            "publicity": {"start": "2023-09-05", "end": "2023-09-13"}, "pledge_signed": True, "summary_submitted": True,
        }  # fmt: skip
        insured = [
            {"employer": e, "start": max(s, "2020-09"), "end": t or "2023-08"}
            for e, _, s, t in self.jobs
            if (t or "9") >= "2020-09"
        ]
        return {
            "schema": "heyan-profile/1",
            "applicant_id": self.id,
            "person": {
                "name": holder.name, "former_name": None, "gender": holder.gender, "birth_date": holder.birth,
                "id_number": self.number or holder.number,
            },
            "employer": {"name": self.jobs[-1][0], "uscc": self.code or CODES[self.jobs[-1][0]], "nature": "民营企业", "region": "上虞区"},
            "application": application | self.application,
            "education": groups.get("education", []),
            "work": [{"employer": e, "position": p, "start": s, "end": t, "technical": True} for e, p, s, t in self.jobs],
            "titles": groups.get("titles", []),
            "appointments": groups.get("appointments", []),
            "skill_certificates": groups.get("skill_certificates", []),
            "training_hours": groups.get("training_hours", []),
            "appraisals": groups.get("appraisals", []),
            **{g: groups.get(g, []) for g in ("awards", "papers", "projects", "patents", "software_copyrights")},
            "social_insurance": insured,
            "social_insurance_auto_extracted": self.insurance_auto,
        }  # fmt: skip


def _report(employer: str, year: str, pick: int) -> str:
    """What somebody of `employer` did in `year`: other figures each year, and a sentence of that year's own."""
    texts = _texts()
    text = texts["reports"][list(CODES).index(employer)].replace("{year}", "YEAR")
    share = 1 - 0.07 * (int(year) - 2020)
    text = re.sub(r"(?<!YEAR)\d+(\.\d)?", lambda found: _scaled(found[0], share), text)
    return text.replace("YEAR", year) + texts["also"][pick % len(texts["also"])]


def _scaled(figure: str, share: float) -> str:
    value = float(figure) * share
    return f"{value:.1f}" if "." in figure else f"{max(1, round(value))}"


def _courses(pick: int, year: str, special: float, public: float) -> tuple[Course, ...]:
    """One public course and two special ones that add up."""
    first, second = SPECIAL[pick % 5], SPECIAL[(pick + 2) % 5]
    part = float(int(special * 0.4))
    return (
        Course(first[0], first[1], f"{year}-03-14", f"{year}-03-22", "专业", f"{part:g}"),
        Course(GENERAL[pick % 4], PLATFORM, f"{year}-04-06", f"{year}-05-30", "公需", f"{public:g}"),
        Course(second[0], second[1], f"{year}-06-11", f"{year}-07-02", "专业", f"{special - part:g}"),
    )
