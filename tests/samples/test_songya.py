"""The offices of Songya: own layouts and people; fine enough, small enough; two compliant, two with seeded defects."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from families import APPLICANTS, assert_check_digits, documents, each, figures, names, passed_narratives
from PIL import Image, ImageSequence

FOLDERS = sorted(APPLICANTS.glob("Y*"))
ALWAYS = {
    "graduation_certificate", "degree_certificate", "chsi_registration_form", "title_certificate", "appointment_letter",
    "training_hour_card", "annual_appraisal",
}  # fmt: skip


def test_layouts_people_and_schools_are_its_own() -> None:
    assert {document["kind"] for document in documents("Y*")} >= ALWAYS | {"paper", "patent_certificate"}
    assert all(document["layout"].startswith("y.") for document in documents("Y*"))
    assert not any(document["layout"].startswith("y.") for document in documents("[!Y]*"))
    assert len(names("Y*")) >= 10
    assert not names("Y*") & names("[!Y]*")


def test_two_are_compliant_and_two_are_not() -> None:
    doubted = [sum(f["status"] != "pass" for f in truth["findings"]) for truth in each("Y*", "truth")]
    assert doubted[:2] == [0, 0]
    assert min(doubted[2:]) >= 4
    assert len(doubted) == 4


def test_narratives_that_pass_say_enough() -> None:
    """120 Han characters and three figures at least."""
    told = list(passed_narratives("Y*"))
    for file, text in told:
        assert len(re.findall(r"[\u4e00-\u9fff]", text)) >= 120, file
        assert figures(text) >= 3, file
    assert len(told) == 8


def test_printed_numbers_have_their_check_digits() -> None:
    assert_check_digits("Y*")


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
