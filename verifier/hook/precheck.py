"""Does one file look like what it is handed in for? Answered while the applicant is still on the upload page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from extractors.documents import documents_of
from models.document import Document, FileReading, Kind
from models.finding import Finding, Status
from models.profile import Profile
from models.settings import ReadingSettings
from verifier.checks.files import DocumentExpected
from verifier.facts.thresholds import KIND
from verifier.hook.judging import pack_of
from verifier.pipeline import case_of
from verifier.reading import process
from verifier.reports.json_report import document_json, finding_json, problem_json
from verifier.rulepacks import RulePack

Answer = Literal["yes", "no", "unsure"]
# What a single file can say, whatever else is handed in.
OF_ONE_FILE = frozenset({"file.readable", "document.expected", "appraisal.single_year"})
OF_ITS_PERSON = frozenset({"identity.name"})
_SURE = 0.8


@dataclass(frozen=True, slots=True)
class Expected:
    """What the file should be; None where nothing was said."""

    kind: Kind | None = None
    year: int | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class _Point:
    about: str
    answer: Answer
    message: str


def read_and_precheck(
    path: Path, name: str, settings: ReadingSettings, only: range, expected: Expected, rule_pack: str
) -> dict[str, Any]:
    """Reads pages `only` and answers; runs in a reading worker. Raises EngineError alone."""
    reading = process.read(path, name, settings, settings.engine, only, process.NO_COUNTER)
    return precheck(reading, expected, pack_of(rule_pack))


def precheck(reading: FileReading, expected: Expected, pack: RulePack) -> dict[str, Any]:
    """The answer as plain data."""
    documents = documents_of(reading)
    person = {"name": expected.name or "-"}
    profile = Profile.model_validate({"schema": "heyan-profile/1", "applicant_id": "-", "person": person})
    case = case_of(profile, [reading])
    wanted = OF_ONE_FILE | (OF_ITS_PERSON if expected.name else frozenset())
    findings = [f for check in pack.checks if check.rule.check in wanted for f in check.run(case)]
    points = _points(documents, expected, _names(pack), findings)
    return {
        "answer": _heaviest(points, reading),
        "pages_read": len(reading.pages),
        "points": [{"about": p.about, "answer": p.answer, "message": p.message} for p in points],
        "documents": [document_json(d) for d in case.documents],
        "findings": [finding_json(f) for f in findings],
        "problems": [problem_json(p) for p in reading.problems],
    }


def _names(pack: RulePack) -> Mapping[Kind, str]:
    """The kinds as the notice calls them."""
    return next((check.kinds for check in pack.checks if isinstance(check, DocumentExpected)), {})


def _heaviest(points: Sequence[_Point], reading: FileReading) -> Answer:
    answers = {p.answer for p in points}
    if "no" in answers:
        return "no"
    return "unsure" if "unsure" in answers or reading.problems or not reading.pages else "yes"


def _points(
    documents: Sequence[Document], expected: Expected, names: Mapping[Kind, str], findings: Sequence[Finding]
) -> list[_Point]:
    points = []
    if expected.kind is not None:
        points.append(_kind(documents, expected.kind, names))
    if expected.year is not None:
        asked = [d for d in documents if expected.kind in (None, d.kind)]
        points.append(_year(asked, str(expected.year)))
    if expected.name is not None:
        points.append(_name(findings))
    return points


def _kind(documents: Sequence[Document], kind: Kind, names: Mapping[Kind, str]) -> _Point:
    wanted = names.get(kind, kind)
    surely = [d for d in documents if d.kind == kind and d.kind_confidence >= KIND]
    if surely:
        return _Point("kind", "yes", f"识别为“{wanted}”。")
    if any(d.kind == kind for d in documents):
        return _Point("kind", "unsure", f"像是“{wanted}”，但把握不足，请确认是否传对、是否清晰。")
    others = [d for d in documents if d.kind != "other" and d.kind_confidence >= KIND]
    if others and len(others) == len(documents):
        read = "、".join(dict.fromkeys(names.get(d.kind, d.kind) for d in others))
        return _Point("kind", "no", f"应为“{wanted}”，识别为“{read}”，请检查是否传错文件。")
    return _Point("kind", "unsure", f"未能识别出“{wanted}”，请确认是否传对、是否清晰。")


def _year(documents: Sequence[Document], year: str) -> _Point:
    fields = [f for d in documents for f in d.all("year")]
    same = [f for f in fields if f.value == year]
    if any(f.confidence >= _SURE for f in same) and {f.value for f in fields} == {year}:
        return _Point("year", "yes", f"年度为{year}年。")
    read = "、".join(dict.fromkeys(f.value for f in fields))
    if fields and not same and all(f.confidence >= _SURE for f in fields):
        return _Point("year", "no", f"应为{year}年度，识别为{read}年度，请检查是否传错文件。")
    if same:
        return _Point("year", "unsure", f"识别到的年度为{read}，请确认是否为{year}年度。")
    return _Point("year", "unsure", f"未能可靠识读年度，请确认是否为{year}年度。")


def _name(findings: Sequence[Finding]) -> _Point:
    about = [f for f in findings if f.check in OF_ITS_PERSON and f.status is not Status.NOT_APPLICABLE]
    if not about:
        return _Point("name", "unsure", "没有识读到姓名，请确认材料是否为本人所有。")
    worst = max(about, key=lambda f: f.status.weight)
    answers: dict[Status, Answer] = {Status.PASS: "yes", Status.FAIL: "no"}
    answer = answers.get(worst.status, "unsure")
    return _Point("name", answer, worst.message)
