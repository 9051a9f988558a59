"""What the applicants of Lingdong need besides Build: its own courses, reports, schools, companies and offices."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from samples.content import Appraisal, Course, Graduation, Hours, Title
from samples.dossiers.builder import Build
from samples.numbers import company_code, diploma_number

SHANZHONG = "剡中工程大学"
FUZHI_COLLEGE = "覆卮职业技术学院"
LINGDONG_OPEN = "岭东开放大学"
BAITA = "白塔科技学院"
DRIVE = "剡溪传动科技有限公司"
HYDRAULIC = "浙江覆卮液压元件制造有限责任公司"
HEAVY = "兰芎重型机械（绍兴）有限公司"
CONTROL = "东关湖智能控制技术股份有限公司"
CASTING = "绍兴市上虞区曹江精密铸造与热处理工程技术股份有限公司"
CODES = {name: company_code(51 + i) for i, name in enumerate((DRIVE, HYDRAULIC, HEAVY, CONTROL, CASTING))}
SCHOOL_CODES = {SHANZHONG: "99011", FUZHI_COLLEGE: "99013", LINGDONG_OPEN: "99015", BAITA: "99017"}
PROVINCE = "岭东省人力资源和社会保障厅"
CITY = "海川市人力资源和社会保障局"
PROVINCE_COMMITTEE = "岭东省工程系列机械专业初级职称评审委员会"
CITY_COMMITTEE = "海川市机电工程专业技术资格初级评审委员会"
PUBLIC = (
    ("法治思维与依法治企", "双碳战略与绿色发展"),
    ("人工智能与产业变革", "专业技术人员科学精神培育"),
    ("乡村振兴与城乡融合", "数据安全法解读"),
)
SPECIAL = (
    ("行星齿轮传动设计", "海川市机械工程协会"),
    ("液压系统故障诊断", "剡中工程大学培训部"),
    ("精密测量与误差分析", "覆卮职业技术学院"),
    ("增材制造及后处理", "剡中工程大学培训部"),
    ("工业以太网与现场总线", "海川市自动化学会"),
)
PLATFORM = "岭东专技学习网"


@cache
def _texts() -> dict[str, list[str]]:
    with (Path(__file__).parent / "lingdong_texts.toml").open("rb") as source:
        return tomllib.load(source)


def _courses(pick: int, year: str, special: float, public: float, other: float) -> tuple[Course, ...]:
    """Two public and three special courses, out of order, and one of another kind where `other` says so."""
    first, second = PUBLIC[pick % 3]
    half, third = float(int(public / 2)), float(int(special / 3))
    shares = (third, third, special - 2 * third)
    end = 8 if year == "2023" else 11
    made = [Course(first, PLATFORM, f"{year}-02-18", f"{year}-03-06", "一般公需", f"{half:g}")]
    for i, share in enumerate(shares):
        name, organiser = SPECIAL[(pick + 2 * i) % 5]
        made.append(
            Course(name, organiser, f"{year}-{4 + i:02d}-09", f"{year}-{4 + i:02d}-{15 + i}", "专业", f"{share:g}")
        )
    made.append(
        Course(second, PLATFORM, f"{year}-{end - 1:02d}-02", f"{year}-{end:02d}-10", "一般公需", f"{public - half:g}")
    )
    if other:
        made.append(Course("职业健康与应急救护", PLATFORM, f"{year}-03-20", f"{year}-03-22", "其他", f"{other:g}"))
    return tuple(made)


class OtherBuild(Build):
    """Build with the wording of Lingdong, and files that are kept small."""

    def stored(self, options: dict[str, Any]) -> dict[str, Any]:
        strength = {"clean": 40, "scan": 27, "photo": 28}.get(options.get("quality", "scan"))
        return {"dpi": 117, "jpeg": strength, "packed": options.get("quality") == "text"} | options

    def card(self, year: str, special: float, public: float, other: float = 0, **options: Any) -> Hours:
        options.setdefault("printed", {"2021": "2022-01-06", "2022": "2023-01-11", "2023": "2023-08-16"}[year])
        pick = sum(map(ord, self.id)) + int(year)
        options.setdefault("courses", _courses(pick, year, special, public, other))
        return super().card(year, special, public, other, **options)

    def table(self, year: str, result: str, **options: Any) -> Appraisal:
        texts = _texts()
        pick = sum(map(ord, self.id)) + 5 * int(year)
        reports, comments = texts["reports"], texts["comments"]
        second = reports[(pick + 2) % len(reports)].replace("{year}年度", "同时，").replace("{year}年", "同时，")
        options.setdefault("report", (reports[pick % len(reports)] + second).replace("{year}", year))
        options.setdefault("comment", comments[pick % len(comments)])
        options.setdefault(
            "signed", f"{year}-12-{15 + pick % 13}" if pick % 3 else f"{int(year) + 1}-01-{10 + pick % 9}"
        )
        return super().table(year, result, **options)

    def tables(self, results: str) -> list[Appraisal]:
        """The tables of 2020 to 2022, results parted by blanks."""
        return [
            self.table(year, result) for year, result in zip(("2020", "2021", "2022"), results.split(), strict=True)
        ]

    def schooled(self, school: str, major: str, level: str, end: str) -> None:
        """Education that the platform took from the register, so that no paper is asked for."""
        start = f"{int(end[:4]) - (4 if level == '本科' else 3)}-09"
        number = diploma_number(SCHOOL_CODES[school], end[:4], level, 3100 + int(self.id[1:]))
        self.declare_education(
            Graduation(self.holder, school, major, level, start, end, end + "-25", number), auto=True
        )

    def titled(self, specialty: str, obtained: str, issued: str, number: str, **changes: Any) -> Title:
        """An assistant engineer's certificate of another province, declared as it is."""
        made = Title(
            self.holder, changes.pop("title", "助理工程师"), specialty, obtained, issued, number,
            changes.pop("committee", PROVINCE_COMMITTEE), changes.pop("issuer", PROVINCE), **changes,
        )  # fmt: skip
        self.declare_title(made)
        return made
