"""The offices of Baiyan: every kind, four qualities, own layouts and people; three with whom nothing is wrong, five with defects."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from families import APPLICANTS, assert_check_digits, documents, each, figures, names, passed_narratives
from PIL import Image, ImageSequence

from models.document import KINDS

FOLDERS = sorted(APPLICANTS.glob("R*"))
MARKS = {"seal", "signature", "photo", "qr_code", "part"}
BROKEN = {"附11.jpg"}
# What the notice wants of everybody, and the fewest layouts in which this half shows it.
LAYOUTS = {
    "graduation_certificate": 6, "degree_certificate": 3, "chsi_registration_form": 3, "title_certificate": 5,
    "appointment_letter": 5, "vocational_certificate": 2, "training_hour_card": 7, "annual_appraisal": 9,
    "social_insurance_record": 3, "award_certificate": 3, "patent_certificate": 2, "paper": 2, "project_document": 3,
    "other": 2,
}  # fmt: skip


def _doubts(applicant: int) -> set[tuple[str, str]]:
    truth = each("R*", "truth")[applicant - 1]
    return {(f["check"], f["status"]) for f in truth["findings"] if f["status"] != "pass"}


def test_every_kind_is_there_in_layouts_of_its_own() -> None:
    drawn = documents("R*")
    assert 85 <= len(drawn) <= 100
    assert {document["kind"] for document in drawn} == set(KINDS)
    assert all(document["layout"].startswith("r.") for document in drawn)
    assert not any(document["layout"].startswith("r.") for document in documents("[!R]*"))
    for kind, fewest in LAYOUTS.items():
        assert len({document["layout"] for document in drawn if document["kind"] == kind}) >= fewest, kind


def test_people_companies_and_schools_are_its_own() -> None:
    assert len(names("R*")) >= 18
    assert not names("R*") & names("[!R]*")


def test_pages_are_of_each_quality_as_offices_hand_them_in() -> None:
    """A tenth with a text layer, a quarter clean, a quarter photographed; half of the other pages without colour."""
    pages: Counter[str] = Counter()
    plain = 0
    for truth in each("R*", "truth"):
        for file in truth["files"]:
            count = sum(len(document["pages"]) for document in file["documents"])
            pages[file["quality"]] += count
            plain += count if file["quality"] in {"clean", "scan"} and not file["file"].endswith(".webp") else 0
    share = {quality: count / pages.total() for quality, count in pages.items()}
    for quality, wanted in (("text", 0.10), ("clean", 0.25), ("scan", 0.40), ("photo", 0.25)):
        assert abs(share[quality] - wanted) < 0.03, share
    assert 0.4 <= plain / (pages["clean"] + pages["scan"]) <= 0.6


def test_each_quality_shows_values_enough() -> None:
    values: Counter[str] = Counter()
    for truth in each("R*", "truth"):
        for file in truth["files"]:
            values[file["quality"]] += sum(f["name"] not in MARKS for d in file["documents"] for f in d["fields"])
    fewest = {"text": 80, "clean": 180, "scan": 200, "photo": 200}
    assert all(values[quality] >= count for quality, count in fewest.items()), values


def test_compliant_applicants_have_no_defect() -> None:
    """By the ordinary route; an exception is for people to judge."""
    assert [applicant for applicant in range(1, 9) if not _doubts(applicant)] == [1, 2]
    assert _doubts(3) == {("eligibility.route", "review")}


def test_seeded_defects_are_objected_to() -> None:
    assert _doubts(4) == {
        ("eligibility.route", "review"),
        ("appraisal.result", "fail"),
        ("appraisal.seal", "review"),
        ("training.declared", "fail"),
    }
    assert _doubts(5) == {
        ("application.deadline", "fail"),
        ("training.total", "fail"),
        ("batch.duplicate", "review"),
        ("document.expected", "review"),
    }
    assert _doubts(6) == {
        ("education.dates", "fail"),
        ("education.number", "review"),
        ("identity.person", "fail"),
        ("appraisal.single_year", "review"),
        ("appraisal.each_year", "review"),
        ("insurance.coverage", "review"),
        ("file.readable", "review"),
    }
    assert _doubts(7) == {
        ("identity.name", "review"),
        ("training.each_year", "missing"),
        ("training.total", "missing"),
        ("training.specialized", "missing"),
        ("training.public", "missing"),
        ("appraisal.narrative", "review"),
        ("appraisal.employer", "review"),
        ("document.expected", "review"),
    }
    assert _doubts(8) == {
        ("education.conclusion", "fail"),
        ("title.match", "fail"),
        ("appraisal.each_year", "missing"),
        ("appraisal.not_award", "review"),
        ("appraisal.seal", "review"),
        ("achievement.paper", "missing"),
        ("achievement.project", "review"),
        ("application.publicity", "fail"),
        ("identity.name", "fail"),
        ("batch.duplicate", "review"),
    }


def test_a_certificate_of_one_is_handed_in_by_another() -> None:
    said = [
        [(f["name"], f["value"]) for f in document["fields"]]
        for applicant, file in ((5, "IMG_3111.webp"), (8, "s12.webp"))
        for handed in each("R*", "truth")[applicant - 1]["files"]
        for document in handed["documents"]
        if handed["file"] == file
    ]
    assert len(said) == 2
    assert said[0] == said[1]
    assert ("name", each("R*", "profile")[4]["person"]["name"]) in said[0]


def test_routes_are_all_taken() -> None:
    asked = [profile["application"] for profile in each("R*", "profile")]
    assert Counter(a["route"] for a in asked) == {"normal": 5, "exceptional": 2, "skilled": 1}
    assert {tuple(a["exceptional_items"]) for a in asked} == {(), ("A1", "A5", "A6"), ("B",)}


def test_narratives_that_pass_say_enough() -> None:
    """100 Han characters and four figures at least."""
    told = list(passed_narratives("R*"))
    for file, text in told:
        assert len(re.findall(r"[\u4e00-\u9fff]", text)) >= 100, file
        assert figures(text) >= 4, file
    assert len(told) == 19


def test_printed_numbers_have_their_check_digits() -> None:
    seen = assert_check_digits("R*")
    assert seen["patent_number"] == 2
    assert seen["issn"] == 3


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_pictures_are_stored_in_full_resolution(folder: Path) -> None:
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    pictures = [file for file in truth["files"] if not file["file"].endswith(".pdf") and file["file"] not in BROKEN]
    assert len(pictures) >= 6
    for file in pictures:
        with Image.open(folder / file["file"]) as image:
            for page in ImageSequence.Iterator(image):
                assert max(page.size) >= (1600 if file["quality"] == "photo" else 980), file["file"]
                assert min(page.size) >= 740, file["file"]


def test_it_stays_under_its_cap() -> None:
    assert sum(path.stat().st_size for path in APPLICANTS.glob("R*/*")) <= 2_200_000
