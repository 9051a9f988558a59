"""Documents and profiles made by hand for the tests of the checks."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from typing import Any

from models.document import Document, Field, FileReading, Kind, Problem
from models.finding import Finding
from models.geometry import Box
from models.page import Page, Word
from models.profile import Profile
from verifier.facts.case import Case
from verifier.rulepacks import RulePack, load_pack

SURE, WEAK = 0.97, 0.3
MIDDLING = 0.7
"""Sure enough to agree, not sure enough to be held against anyone."""

PROFILE: dict[str, Any] = {
    "schema": "heyan-profile/1",
    "applicant_id": "A001",
    "person": {"name": "周启航", "gender": "男", "birth_date": "1992-08-15", "id_number": "330699199208150035"},
    "employer": {"name": "越州精工机械有限公司", "uscc": "91330699999900011C", "nature": "民营企业"},
    "application": {
        "route": "normal",
        "subfield": "技术开发",
        "submitted_on": "2023-08-28",
        "employer_submitted_on": "2023-09-15",
        "publicity": {"start": "2023-09-04", "end": "2023-09-11"},
        "pledge_signed": True,
        "summary_submitted": True,
    },
    "education": [
        {
            "level": "本科",
            "degree": "工学学士",
            "school": "越州理工大学",
            "major": "机械设计制造及其自动化",
            "start": "2010-09",
            "end": "2014-06",
            "certificate_number": "990011201405000123",
            "degree_certificate_number": "9900142014000123",
            "relevance": "对口",
        }
    ],
    "work": [
        {"employer": "稽山智能装备股份有限公司", "start": "2014-07", "end": "2021-07", "technical": True},
        {"employer": "越州精工机械有限公司", "start": "2021-08", "end": None, "technical": True},
    ],
    "titles": [{"title": "助理工程师", "obtained_on": "2017-12-01", "certificate_number": "3306S20170099017"}],
    "appointments": [
        {"title": "助理工程师", "employer": "稽山智能装备股份有限公司", "start": "2018-01", "end": "2021-07"},
        {"title": "助理工程师", "employer": "越州精工机械有限公司", "start": "2021-08", "end": None},
    ],
    "social_insurance_auto_extracted": True,
    "training_hours": [{"year": y, "total": 90, "specialized": 66, "public": 20} for y in (2021, 2022, 2023)],
    "appraisals": [
        {"year": 2020, "result": "合格", "employer": "稽山智能装备股份有限公司"},
        {"year": 2021, "result": "优秀", "employer": "越州精工机械有限公司"},
        {"year": 2022, "result": "合格", "employer": "越州精工机械有限公司"},
    ],
}
NARRATIVE = (
    "本年度负责YZ-900磨床主轴工艺改进，完成工艺文件32份，主持“主轴热变形补偿”项目，废品率由2.1%降至0.8%，申请实用新型专利1项；"
    "参与新产品试制和样机验收，编制检验规程，指导助理工程师两名，按期完成全部任务，得到客户好评，安全生产无事故。"
)


def profile(**changes: Any) -> Profile:
    """The model profile; `changes` replace whole top-level groups, `person` is updated key by key."""
    data = copy.deepcopy(PROFILE)
    data["person"] |= changes.pop("person", {})
    return Profile.model_validate(data | changes)


def education(**changes: Any) -> list[dict[str, Any]]:
    """The model education with `changes`, as the profile's only one."""
    return [PROFILE["education"][0] | changes]


def field(name: str, value: str, confidence: float = SURE, row: int | None = None, notes: Iterable[str] = ()) -> Field:
    return Field(name, value, value, confidence, 1, Box(10.0, 10.0, 90.0, 30.0), row, tuple(notes))


def document(
    kind: Kind,
    file: str = "scan.jpg",
    *,
    confidence: float = 0.95,
    remarks: Iterable[str] = (),
    more: Iterable[Field] = (),
    **fields: str | tuple[str, float] | None,
) -> Document:
    """A document of one page; a field is a value read surely, a value with its confidence, or None for not there."""
    made = [
        field(name, *(value if isinstance(value, tuple) else (value,)))
        for name, value in fields.items()
        if value is not None
    ]
    return Document(f"{file}#1", file, (1,), kind, confidence, (*made, *more), tuple(remarks))


def graduation(file: str = "毕业证.jpg", **fields: Any) -> Document:
    printed = {
        "name": "周启航", "gender": "男", "birth_date": "1992-08-15", "school": "越州理工大学",
        "major": "机械设计制造及其自动化", "level": "本科", "start_date": "2010-09", "end_date": "2014-06",
        "certificate_number": "990011201405000123", "conclusion": "毕业",
    }  # fmt: skip
    return document("graduation_certificate", file, **(printed | fields))


def degree(file: str = "学位证.jpg", **fields: Any) -> Document:
    printed = {
        "name": "周启航", "gender": "男", "birth_date": "1992-08-15", "school": "越州理工大学",
        "major": "机械设计制造及其自动化", "degree": "工学学士", "certificate_number": "9900142014000123",
    }  # fmt: skip
    return document("degree_certificate", file, **(printed | fields))


def registration(file: str = "备案表.pdf", **fields: Any) -> Document:
    printed = {
        "name": "周启航", "gender": "男", "birth_date": "1992-08-15", "school": "越州理工大学",
        "major": "机械设计制造及其自动化", "level": "本科", "start_date": "2010-09-01", "end_date": "2014-06-20",
        "certificate_number": "990011201405000123", "conclusion": "毕业", "valid_until": "2023-12-01",
    }  # fmt: skip
    return document("chsi_registration_form", file, **(printed | fields))


def title(file: str = "职称证.jpg", **fields: Any) -> Document:
    printed = {
        "name": "周启航", "gender": "男", "birth_date": "1992-08", "title": "助理工程师", "obtained_on": "2017-12-01",
        "certificate_number": "3306S20170099017",
    }  # fmt: skip
    return document("title_certificate", file, **(printed | fields))


def letter(file: str = "聘书2.jpg", **fields: Any) -> Document:
    printed = {
        "name": "周启航", "title": "助理工程师", "employer": "越州精工机械有限公司", "start_date": "2021-08-01",
        "issue_date": "2021-07-28",
    }  # fmt: skip
    return document("appointment_letter", file, **(printed | fields))


def first_letter(file: str = "聘书1.jpg", **fields: Any) -> Document:
    printed = {"employer": "稽山智能装备股份有限公司", "start_date": "2018-01-01", "end_date": "2021-07-31"}
    return letter(file, **(printed | {"issue_date": "2017-12-28"} | fields))


def card(year: str | tuple[str, float], total: Any = "90", file: str | None = None, **fields: Any) -> Document:
    name = file or f"学时{year if isinstance(year, str) else year[0]}.jpg"
    printed = {
        "name": "周启航", "id_number": "330699199208150035", "year": year, "total_hours": total,
        "specialized_hours": "66", "public_hours": "20",
    }  # fmt: skip
    return document("training_hour_card", name, **(printed | fields))


def appraisal(year: str | tuple[str, float], file: str | None = None, **fields: Any) -> Document:
    plain = year if isinstance(year, str) else year[0]
    printed = {
        "name": "周启航", "year": year, "result": "优秀" if plain == "2021" else "合格", "comment": NARRATIVE,
        "employer": "稽山智能装备股份有限公司" if plain == "2020" else "越州精工机械有限公司", "seal": "present",
    }  # fmt: skip
    return document("annual_appraisal", file or f"考核{plain}.jpg", **(printed | fields))


def award(file: str = "奖状.jpg", **fields: Any) -> Document:
    printed = {"name": "周启航", "award": "2021年度优秀员工", "issuer": "越州精工机械有限公司", "issue_date": "2022-01"}
    return document("award_certificate", file, **(printed | fields))


def complete() -> list[Document]:
    """Everything that the model profile needs."""
    tables = [appraisal(year) for year in ("2020", "2021", "2022")]
    cards = [card(year) for year in ("2021", "2022", "2023")]
    letters = [first_letter(), letter()]
    return [graduation(), degree(), registration(), title(), *tables, *cards, *letters]


def read_file(file: str, *problems: Problem, words: int = 3, pages: int = 1) -> FileReading:
    """A file as read; with problems, nothing was."""
    line = tuple(Word("清楚的文字", Box(0.0, 0.0, 9.0, 9.0), SURE) for _ in range(words))
    made = tuple(Page(n, (800, 600), (800, 600), "ocr", line) for n in range(1, pages + 1))
    return FileReading(file, sha256(file.encode()).hexdigest(), () if problems else made, problems)


def encrypted(file: str = "加密.pdf") -> FileReading:
    return read_file(file, Problem(file, "encrypted", "文件有密码，请解除密码。"))


@cache
def pack() -> RulePack:
    return load_pack("shangyu-2023-engineer")


def case(documents: Iterable[Document], declared: Profile | None = None, *extra: FileReading) -> Case:
    found = tuple(documents)
    names = dict.fromkeys(d.file for d in found)
    return Case(declared or profile(), found, (*(read_file(name) for name in names), *extra))


def findings(
    check: str, documents: Iterable[Document], declared: Profile | None = None, *extra: FileReading
) -> dict[str, Finding]:
    """What `check` of the built-in pack says, by subject."""
    made = next(c for c in pack().checks if c.rule.check == check)
    return {f.subject: f for f in made.run(case(documents, declared, *extra))}


def said(check: str, subject: str, documents: Iterable[Document], *more: Any) -> tuple[str, str]:
    """Status and reason of the one finding on `subject`; `more` as for `findings`."""
    finding = findings(check, documents, *more)[subject]
    assert finding.message
    assert "{" not in finding.message
    assert "（）" not in finding.message
    return finding.status.value, finding.reason
