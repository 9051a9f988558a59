"""The offices of Songya: own layouts and people; fine enough, small enough; two compliant, two with seeded defects."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageSequence

from samples.numbers import credit_code, identity_check

APPLICANTS = Path(__file__).parents[2] / "samples" / "applicants"
FOLDERS = sorted(APPLICANTS.glob("Y*"))
ALWAYS = {
    "graduation_certificate", "degree_certificate", "chsi_registration_form", "title_certificate", "appointment_letter",
    "training_hour_card", "annual_appraisal",
}  # fmt: skip


def _each(which: str, name: str) -> list[dict[str, Any]]:
    return [json.loads(p.read_text(encoding="utf-8")) for p in sorted(APPLICANTS.glob(f"{which}/{name}.json"))]


def _documents(which: str) -> list[dict[str, Any]]:
    return [document for truth in _each(which, "truth") for file in truth["files"] for document in file["documents"]]


def _names(which: str) -> set[str]:
    profiles = _each(which, "profile")
    own = {p["person"]["name"] for p in profiles} | {p["employer"]["name"] for p in profiles}
    return own | {e["school"] for p in profiles for e in p["education"]}


def test_layouts_people_and_schools_are_its_own() -> None:
    assert {document["kind"] for document in _documents("Y*")} >= ALWAYS | {"paper", "patent_certificate"}
    assert all(document["layout"].startswith("y.") for document in _documents("Y*"))
    assert not any(document["layout"].startswith("y.") for document in _documents("[!Y]*"))
    assert len(_names("Y*")) >= 10
    assert not _names("Y*") & _names("[!Y]*")


def test_two_are_compliant_and_two_are_not() -> None:
    doubted = [sum(f["status"] != "pass" for f in truth["findings"]) for truth in _each("Y*", "truth")]
    assert doubted[:2] == [0, 0]
    assert min(doubted[2:]) >= 4
    assert len(doubted) == 4


def test_narratives_that_pass_say_enough() -> None:
    """120 Han characters and three figures at least."""
    told = 0
    for truth in _each("Y*", "truth"):
        passed = {
            f["subject"] for f in truth["findings"] if (f["check"], f["status"]) == ("appraisal.narrative", "pass")
        }
        for file in truth["files"]:
            for document in file["documents"]:
                values = {field["value"] for field in document["fields"] if field["name"] == "year"}
                if document["kind"] == "annual_appraisal" and values <= passed:
                    longest = max((f["value"] for f in document["fields"] if f["name"] == "comment"), key=len)
                    assert len(re.findall(r"[\u4e00-\u9fff]", longest)) >= 120, file["file"]
                    assert len(re.findall(r"\d+(?:\.\d+)?", longest)) >= 3, file["file"]
                    told += 1
    assert told == 8


def test_printed_numbers_have_their_check_digits() -> None:
    for document in _documents("Y*"):
        for field in document["fields"]:
            name, value = field["name"], field["value"]
            if name == "id_number":
                assert value[-1] == identity_check(value[:17])
            elif name == "patent_number":
                weights = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)
                weighted = sum(int(d) * w for d, w in zip(value[2:14], weights, strict=True))
                assert value[-1] == "0123456789X"[weighted % 11]
            elif name == "issn":
                weighted = sum(int(d) * w for d, w in zip(value.replace("-", "")[:7], range(8, 1, -1), strict=True))
                assert value[-1] == "0123456789X"[-weighted % 11]
    for profile in _each("Y*", "profile"):
        assert profile["employer"]["uscc"] == credit_code(profile["employer"]["uscc"][:17])


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_pictures_are_stored_in_full_resolution(folder: Path) -> None:
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    pictures = [file for file in truth["files"] if not file["file"].endswith(".pdf")]
    assert len(pictures) >= 7
    for file in pictures:
        with Image.open(folder / file["file"]) as image:
            for page in ImageSequence.Iterator(image):
                assert max(page.size) >= (1600 if file["quality"] == "photo" else 1170), file["file"]
                assert min(page.size) >= 850, file["file"]


def test_it_stays_under_its_cap() -> None:
    assert sum(path.stat().st_size for path in APPLICANTS.glob("Y*/*")) <= 1_000_000
