"""Puts a dossier together: the profile of an applicant and the contents of the documents that go with it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from samples.content import (
    Appraisal,
    Award,
    Content,
    Course,
    Degree,
    Dossier,
    FilePlan,
    Graduation,
    Holder,
    Hours,
    Layout,
    Paper,
    Piece,
    Title,
    Yearly,
)

# The repository's samples stay small: what an office's scanner at its thriftiest setting would write.
SCAN_DPI = 135
WEBP = {"clean": 24, "scan": 20}  # it counts otherwise than JPEG
STRENGTH = {"clean": 38, "scan": 28, "photo": 27, "text": 27}
COMMITTEE = "绍兴市上虞区机械电机工程技术人员初级专业技术职务任职资格评审委员会"
BUREAU = "绍兴市上虞区人力资源和社会保障局"
SPECIAL = (
    ("机械工程材料新技术", "越州理工大学继续教育学院"),
    ("数控加工工艺与编程", "绍兴市机械工程学会"),
    ("工业机器人应用技术", "稽山职业技术学院"),
    ("电气控制与PLC技术", "越州理工大学继续教育学院"),
    ("智能制造系统概论", "绍兴市机械工程学会"),
    ("现代设计方法", "稽山职业技术学院"),
)
PUBLIC = ("数字经济与创新驱动", "职业道德与诚信建设", "知识产权保护实务", "长三角一体化发展")


@cache
def _texts() -> dict[str, list[str]]:
    with (Path(__file__).parent / "reports.toml").open("rb") as source:
        return tomllib.load(source)


def report(number: int, year: str) -> str:
    texts = _texts()["reports"]
    parts = [texts[number % len(texts)]]
    parts.append(texts[(number + 3) % len(texts)].replace("{year}年", "此外"))
    return "".join(parts).format(year=year)


def comment(number: int) -> str:
    texts = _texts()["comments"]
    return texts[number % len(texts)]


@dataclass
class Build:
    """A dossier in the making. `jobs` are (employer, position, start, end or None), oldest first."""

    id: str
    holder: Holder
    jobs: list[tuple[str, str, str, str | None]]
    uscc: str
    note: str = ""
    files: list[FilePlan] = field(default_factory=list)
    education: list[dict[str, Any]] = field(default_factory=list)
    titles: list[dict[str, Any]] = field(default_factory=list)
    hours_declared: list[dict[str, Any]] = field(default_factory=list)
    appraisals: list[dict[str, Any]] = field(default_factory=list)
    awards: list[dict[str, Any]] = field(default_factory=list)
    findings: dict[tuple[str, str], str] = field(default_factory=dict)

    def file(self, name: str, *pieces: tuple[Content, Layout], part: int | None = None, **options: Any) -> None:
        """Adds a file that holds `pieces` in order; `part` as of Piece, other options as of FilePlan."""
        made = tuple(Piece(content, layout, part) for content, layout in pieces)
        stored = self.stored(options)
        if name.endswith(".webp"):
            least = WEBP.get(stored.get("quality", "scan"), 99)
            stored = {"effort": 6} | stored | ({"jpeg": min(stored["jpeg"], least)} if stored.get("jpeg") else {})
        self.files.append(FilePlan(name, made, **stored))

    def stored(self, options: dict[str, Any]) -> dict[str, Any]:
        """The options of a file, no finer than what keeps the repository's samples small."""
        grade = str(options.get("quality", "scan"))
        if options.pop("fine", False) or options.get("grey"):
            return options  # small print, or pages without colour, are small files and soon not to be read
        strength = min(options.get("jpeg") or STRENGTH[grade], STRENGTH[grade])
        dpi = min(options.get("dpi", 150), SCAN_DPI if grade == "scan" else 150)
        return options | {"jpeg": strength, "dpi": dpi, "packed": grade == "text", "light": grade == "text"}

    def expect(self, defect: str, *keys: tuple[str, str]) -> None:
        """Notes that a seeded defect shows in the findings `keys` (check, subject)."""
        self.findings.update(dict.fromkeys(keys, defect))

    def employer_at(self, year: str) -> tuple[str, str]:
        """Employer and position on the last day of `year`."""
        current = [job for job in self.jobs if job[2] <= f"{year}-12" and (job[3] is None or job[3] >= f"{year}-12")]
        return (current[-1] if current else self.jobs[-1])[:2]

    def declare_education(
        self, g: Graduation, degree: Degree | None = None, *, auto: bool = False, **changes: Any
    ) -> None:
        """Declares what `g` and `degree` say, apart from `changes`."""
        entry = {
            "level": g.level,
            "degree": degree.degree if degree else None,
            "school": g.school,
            "major": g.major,
            "start": g.start,
            "end": g.end,
            "certificate_number": g.number,
            "degree_certificate_number": degree.number if degree else None,
            "auto_extracted": auto,
            "overseas": False,
            "relevance": "对口",
        }
        self.education.append(entry | changes)

    def declare_title(self, t: Title, **changes: Any) -> None:
        entry = {
            "title": t.title,
            "specialty": t.specialty,
            "obtained_on": t.obtained,
            "certificate_number": t.number,
            "issuer": t.issuer,
        }
        self.titles.append(entry | changes)

    def card(
        self,
        year: str,
        special: float,
        public: float,
        other: float = 0,
        *,
        printed: str = "",
        declare: bool = True,
        **changes: Any,
    ) -> Hours:
        """A year's card with courses that add up; declared as printed unless `declare` is False."""
        courses = _courses(self.id, year, special, public, other)
        printed = printed or {"2021": "2021-12-30", "2022": "2022-12-28", "2023": "2023-08-21"}[year]
        total = special + public + other
        made = Hours(
            self.holder,
            self.employer_at(year)[0],
            year,
            _number(total),
            _number(special),
            _number(public),
            printed,
            courses,
        )
        if declare:
            self.hours_declared.append({"year": int(year), "total": total, "specialized": special, "public": public})
        return replace(made, **changes)

    def table(
        self, year: str, result: str, *, declare: bool = True, text: int | None = None, **changes: Any
    ) -> Appraisal:
        """A year's appraisal at that year's last employer, sealed by it."""
        employer, position = self.employer_at(year)
        number = int(year) + sum(map(ord, self.id)) if text is None else text
        yearly = Yearly(
            year,
            employer,
            position,
            result,
            report(number, year),
            comment(number),
            f"{year}-12-{20 + number % 10}",
            employer,
        )
        if declare:
            self.appraisals.append({"year": int(year), "result": result, "employer": employer})
        return Appraisal(self.holder, (replace(yearly, **changes),), self.titles[0]["title"] if self.titles else "无")

    def dossier(self) -> Dossier:
        """The finished dossier."""
        work = [{"employer": e, "position": p, "start": s, "end": t, "technical": True} for e, p, s, t in self.jobs]
        profile: dict[str, object] = {
            "schema": "heyan-profile/1",
            "applicant_id": self.id,
            "person": {
                "name": self.holder.name,
                "former_name": None,
                "gender": self.holder.gender,
                "birth_date": self.holder.birth,
                "id_number": self.holder.number,
            },
            "employer": {"name": self.jobs[-1][0], "uscc": self.uscc, "nature": "民营企业", "region": "上虞区"},
            "application": {
                "route": "normal",
                "subfield": "技术开发",
                "target_title": "工程师",
                "specialty": "机电制造",
                "exceptional_items": [],
                "submitted_on": "2023-08-28",
                "employer_submitted_on": "2023-09-15",
                "publicity": {"start": "2023-09-04", "end": "2023-09-11"},
                "pledge_signed": True,
                "summary_submitted": True,
            },
            "education": self.education,
            "work": work,
            "titles": self.titles,
            "appointments": [],
            "skill_certificates": [],
            "training_hours": self.hours_declared,
            "appraisals": self.appraisals,
            "awards": self.awards,
            "papers": [],
            "projects": [],
            "patents": [],
            "software_copyrights": [],
            "social_insurance": [
                {"employer": e, "start": max(s, "2020-09"), "end": t or "2023-08"}
                for e, _, s, t in self.jobs
                if (t or "9") >= "2020-09"
            ],
            "social_insurance_auto_extracted": True,
        }
        return Dossier(self.id, profile, self.files, self.findings, self.note)


def _number(hours: float) -> str:
    return f"{hours:g}"


def _courses(salt: str, year: str, special: float, public: float, other: float) -> tuple[Course, ...]:
    """Two special courses, one public course, one of the trade's own public course where `other` says so."""
    pick = sum(map(ord, salt)) + int(year)
    first, second = SPECIAL[pick % 6], SPECIAL[(pick + 1 + pick % 4) % 6]
    part = float(round(special * 0.6))
    made = [
        Course(
            PUBLIC[pick % 4],
            "绍兴市专业技术人员继续教育平台",
            f"{year}-03-05",
            f"{year}-06-20",
            "一般公需",
            _number(public),
        ),
        Course(first[0], first[1], f"{year}-05-12", f"{year}-05-20", "专业", _number(part)),
        Course(second[0], second[1], f"{year}-07-10", f"{year}-07-28", "专业", _number(special - part)),
    ]
    if other:
        made.append(
            Course(
                "安全生产与绿色制造",
                "绍兴市专业技术人员继续教育平台",
                f"{year}-08-01",
                f"{year}-08-11",
                "其他",
                _number(other),
            )
        )
    return tuple(made)


__all__ = [
    "BUREAU",
    "COMMITTEE",
    "Award",
    "Build",
    "Degree",
    "Graduation",
    "Holder",
    "Paper",
    "Title",
    "comment",
    "report",
]
