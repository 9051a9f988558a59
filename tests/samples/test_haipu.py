"""The offices of Haipu stand apart: their own layouts, people, schools, in every kind, quality and container, small enough."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from families import APPLICANTS, documents, each, names
from PIL import Image

from models.document import KINDS

FOLDERS = sorted(APPLICANTS.glob("W*"))
MEGABYTE = 1_000_000


def test_there_is_every_kind_in_layouts_of_its_own() -> None:
    assert {document["kind"] for document in documents("W*")} == set(KINDS)
    assert all(document["layout"].startswith("w.") for document in documents("W*"))
    assert not any(document["layout"].startswith("w.") for document in documents("[!W]*"))


def test_people_companies_and_schools_are_nobody_elses() -> None:
    assert len(names("W*")) > 20
    assert not names("W*") & names("[!W]*")


def test_qualities_and_containers_are_mixed() -> None:
    files = [file for truth in each("W*", "truth") for file in truth["files"]]
    assert {file["quality"] for file in files} == {"text", "clean", "scan", "photo"}
    assert {Path(file["file"]).suffix for file in files} >= {".pdf", ".webp", ".jpg", ".tif"}
    assert sum(len(file["documents"]) > 1 for file in files) >= 5


def test_four_are_compliant_but_for_short_reports_and_six_are_not() -> None:
    objected = {
        truth_path.parent.name
        for truth_path in APPLICANTS.glob("W*/truth.json")
        if any(
            f["status"] != "pass" and f["check"] != "appraisal.narrative"
            for f in json.loads(truth_path.read_text("utf-8"))["findings"]
        )
    }
    assert len(FOLDERS) == 10
    assert objected == {f"W{number:02d}" for number in range(5, 11)}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_findings_speak_of_what_is_declared(folder: Path) -> None:
    profile, truth = (json.loads((folder / f"{name}.json").read_text("utf-8")) for name in ("profile", "truth"))
    subjects = {finding["subject"] for finding in truth["findings"]}
    for subject in subjects:
        declared = re.fullmatch(r"([a-z_]+)\[(\d+)\]", subject)
        if declared:
            assert int(declared[2]) < len(profile[declared[1]]), subject
    assert truth["half"] in {"tuned", "untouched"}


def test_pictures_open() -> None:
    for path in APPLICANTS.glob("W*/*"):
        if path.suffix in {".webp", ".jpg", ".tif"}:
            with Image.open(path) as image:
                image.load()
                assert min(image.size) > 300, path


def test_it_stays_under_its_cap() -> None:
    assert sum(path.stat().st_size for path in APPLICANTS.glob("W*/*")) <= 1.6 * MEGABYTE
