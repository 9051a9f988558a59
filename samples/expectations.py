"""What a careful reviewer would find: passing by default, told from what was handed in, and the seeded defects on top."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from samples.content import Dossier

TRAINING_YEARS = ("2021", "2022", "2023")
APPRAISAL_YEARS = ("2020", "2021", "2022")
STATUSES = ("pass", "drop", "review", "missing", "fail")
PERSON_FIELDS = {"id_number", "birth_date", "gender"}


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What one file holds: kinds and field names of its documents; `readable` False for a damaged one."""

    name: str
    kinds: tuple[str, ...]
    fields: frozenset[str]
    readable: bool


@cache
def _verdicts() -> dict[str, str]:
    with (Path(__file__).parent / "verdicts.toml").open("rb") as source:
        return tomllib.load(source)


def verdict(defect: str) -> str:
    """The status that `defect` of verdicts.toml calls for; `drop` and the statuses stand for themselves."""
    return defect if defect in STATUSES else _verdicts()[defect]


def findings(dossier: Dossier, files: Iterable[FileFacts]) -> list[dict[str, str]]:
    """The findings of truth.json. A dossier's own entries replace the default; `drop` leaves a finding open."""
    found: dict[tuple[str, str], str] = {("identity.id_number", "person"): "pass"}
    for file in files:
        found |= _of_file(file)
    profile: dict[str, Any] = dossier.profile
    for i, education in enumerate(profile.get("education", [])):
        found |= _of_education(i, education)
    for i in range(len(profile.get("titles", []))):
        found |= {(check, f"titles[{i}]"): "pass" for check in ("title.certificate", "title.match")}
    for year in TRAINING_YEARS:
        found |= {(f"training.{part}", year): "pass" for part in ("each_year", "declared")}
    found |= {(f"training.{part}", "application"): "pass" for part in ("total", "specialized", "public")}
    for year in APPRAISAL_YEARS:
        found |= {
            (f"appraisal.{part}", year): "pass"
            for part in ("each_year", "not_award", "narrative", "result", "employer", "seal")
        }
    for key, defect in dossier.findings.items():
        found[key] = verdict(defect)
    return [
        {"check": check, "subject": subject, "status": status}
        for (check, subject), status in sorted(found.items())
        if status != "drop" and (not dossier.families or check.split(".")[0] in dossier.families)
    ]


def _of_file(file: FileFacts) -> dict[tuple[str, str], str]:
    if not file.readable:
        return {("file.readable", file.name): verdict("file_unreadable")}
    found = {("file.readable", file.name): "pass"}
    found["document.expected", file.name] = verdict("document_other") if "other" in file.kinds else "pass"
    if "name" in file.fields:
        found["identity.name", file.name] = "pass"
    if file.fields & PERSON_FIELDS:
        found["identity.person", file.name] = "pass"
    if "annual_appraisal" in file.kinds:
        found["appraisal.single_year", file.name] = "pass"
    return found


def _of_education(i: int, education: dict[str, Any]) -> dict[tuple[str, str], str]:
    if education["auto_extracted"]:
        return {}
    parts = ["material", "conclusion", "school", "major", "level", "dates", "number"]
    if education["degree"]:
        parts.append("degree")
    return {(f"education.{part}", f"education[{i}]"): "pass" for part in parts}
