"""Were every page read without a mistake, the checks would say what the truth says: no more, no less."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from models.document import Document, Field, FileReading, Problem
from models.finding import Finding, Status
from models.geometry import Box
from models.page import Page, PageQuality, Word
from verifier.facts.case import Case
from verifier.pipeline import verify_cases
from verifier.profiles import load_profile
from verifier.rulepacks import load_pack

APPLICANTS = Path(__file__).parents[2] / "samples" / "applicants"
# Nobody tunes on the untouched half, so nobody is told here where it differs.
FOLDERS = sorted(
    path.parent for path in APPLICANTS.glob("*/truth.json") if json.loads(path.read_text("utf-8"))["half"] == "tuned"
)
GREY_APPRAISALS = {("T16", "a9.webp"), ("V13", "kh2.pdf"), ("W09", "06.tif")}
OF_A_YEAR = {"year", "result", "position", "comment"}
OF_A_PERSON = {"name", "title", "start_date", "end_date"}
OF_A_PERIOD = {"start_month", "end_month", "employer", "insurance_type"}


def _truth(folder: Path) -> dict[str, Any]:
    truth: dict[str, Any] = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    return truth


def _document(file: str, found: dict[str, Any], grey: bool) -> Document:
    """The document as a perfect reading gives it; a scan without colour shows no red seal."""
    years = sum(field["name"] == "year" for field in found["fields"])
    persons = sum(field["name"] == "name" for field in found["fields"])
    periods = sum(field["name"] == "start_month" for field in found["fields"])
    several = ((years, OF_A_YEAR), (persons, OF_A_PERSON), (periods, OF_A_PERIOD))
    of_a_row = next((names for count, names in several if count > 1), set())
    printed = Counter(field["name"] for field in found["fields"])
    if periods > 1:  # what is printed once, over the rows, is said of each
        of_a_row = {name for name in of_a_row if printed[name] > 1}
    seen: dict[str, int] = {}
    fields = []
    for field in found["fields"]:
        name = field["name"]
        if grey and name == "seal":
            continue
        row = seen.get(name, 0) if name in of_a_row else None
        seen[name] = seen.get(name, 0) + 1
        fields.append(
            Field(name, field["value"], field["value"], 0.99, field["page"], Box(*field.get("box", (0, 0, 1, 1))), row)
        )
    remarks = (*(("several_years",) if years > 1 else ()), *(("grayscale",) if grey else ()))
    return Document("", file, tuple(found["pages"]), found["kind"], 0.99, tuple(fields), remarks)


def _reading(file: dict[str, Any], grey: bool) -> FileReading:
    name = file["file"]
    if not file["documents"]:
        return FileReading(name, "", problems=(Problem(name, "damaged", "无法打开"),))
    pages = []
    for document in file["documents"]:
        blank = document["layout"].endswith(".blank")
        words = () if blank else (Word("字", Box(1, 1, 9, 9), 0.99),)
        quality = PageQuality(blank=blank, coloured=not grey)
        pages += [Page(n, (100, 100), (100, 100), "ocr", words, quality=quality) for n in document["pages"]]
    return FileReading(name, "", tuple(pages))


def _case(folder: Path) -> Case:
    truth = _truth(folder)
    readings: list[FileReading] = []
    documents: list[Document] = []
    for file in truth["files"]:
        grey = (folder.name, file["file"]) in GREY_APPRAISALS
        readings.append(_reading(file, grey))
        documents += [_document(file["file"], found, grey) for found in file["documents"]]
    numbered = (replace(document, id=f"d{number}") for number, document in enumerate(documents, start=1))
    return Case(load_profile(folder / "profile.json"), tuple(numbered), tuple(readings))


@cache
def _said() -> dict[str, dict[tuple[str, str], Finding]]:
    """The heaviest finding on each subject, by applicant: all are judged as one batch."""
    reports = verify_cases([_case(folder) for folder in FOLDERS], load_pack("shangyu-2023-engineer"))
    return {folder.name: _heaviest(report.findings) for folder, report in zip(FOLDERS, reports, strict=True)}


def _heaviest(findings: Iterable[Finding]) -> dict[tuple[str, str], Finding]:
    heaviest: dict[tuple[str, str], Finding] = {}
    for finding in findings:
        key = (finding.check, finding.subject)
        if key not in heaviest or finding.status.weight > heaviest[key].status.weight:
            heaviest[key] = finding
    return heaviest


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_checks_say_what_a_careful_reviewer_says(folder: Path) -> None:
    truth, said = _truth(folder), _said()[folder.name]
    apart = []
    for wanted in truth["findings"]:
        if wanted["check"].startswith("batch."):
            continue  # copies show in the words of the pages, which are not played here: tests/test_golden_chain.py
        finding = said.get((wanted["check"], wanted["subject"]))
        status = finding.status if finding else Status.NOT_APPLICABLE
        if status.value != wanted["status"]:
            apart.append((wanted, status.value, finding.message if finding else ""))
    assert truth["findings"]
    assert not apart
