"""The offices of Jichuan: every kind, four qualities, own layouts and people; three with whom nothing is wrong, five with defects."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from families import APPLICANTS, assert_check_digits, documents, each, figures, names, passed_narratives
from PIL import Image, ImageSequence

from models.document import KINDS

FOLDERS = sorted(APPLICANTS.glob("Z*"))
MARKS = {"seal", "signature", "photo", "qr_code", "part"}
# What the notice wants of everybody, and the fewest layouts in which this half shows it.
LAYOUTS = {
    "graduation_certificate": 4, "degree_certificate": 3, "chsi_registration_form": 2, "title_certificate": 3,
    "appointment_letter": 3, "vocational_certificate": 2, "training_hour_card": 3, "annual_appraisal": 6,
    "social_insurance_record": 3, "award_certificate": 2, "paper": 2,
}  # fmt: skip


def _doubts(applicant: int) -> set[tuple[str, str]]:
    truth = each("Z*", "truth")[applicant - 1]
    return {(f["check"], f["status"]) for f in truth["findings"] if f["status"] != "pass"}


def test_every_kind_is_there_in_layouts_of_its_own() -> None:
    drawn = documents("Z*")
    assert {document["kind"] for document in drawn} == set(KINDS)
    assert all(document["layout"].startswith("z.") for document in drawn)
    assert not any(document["layout"].startswith("z.") for document in documents("[!Z]*"))
    for kind, fewest in LAYOUTS.items():
        assert len({document["layout"] for document in drawn if document["kind"] == kind}) >= fewest, kind


def test_people_companies_and_schools_are_its_own() -> None:
    assert len(names("Z*")) >= 18
    assert not names("Z*") & names("[!Z]*")


def test_each_quality_shows_values_enough() -> None:
    papers: Counter[str] = Counter()
    values: Counter[str] = Counter()
    for truth in each("Z*", "truth"):
        for file in truth["files"]:
            papers[file["quality"]] += len(file["documents"])
            values[file["quality"]] += sum(f["name"] not in MARKS for d in file["documents"] for f in d["fields"])
    assert all(
        papers[quality] >= fewest for quality, fewest in (("clean", 20), ("scan", 20), ("photo", 15), ("text", 8))
    )
    assert all(values[quality] >= fewest for quality, fewest in (("clean", 150), ("scan", 250), ("photo", 120)))


def test_three_are_compliant_and_five_are_not() -> None:
    assert [applicant for applicant in range(1, 9) if not _doubts(applicant)] == [1, 2, 4]
    assert _doubts(3) == {("eligibility.route", "review"), ("batch.duplicate", "review")}
    assert min(len(_doubts(applicant)) for applicant in (5, 6, 7, 8)) >= 5


def test_seeded_defects_are_objected_to() -> None:
    assert _doubts(5) >= {("education.conclusion", "fail"), ("title.match", "fail"), ("appraisal.not_award", "review")}
    assert _doubts(6) >= {("education.number", "fail"), ("training.total", "fail"), ("insurance.coverage", "review")}
    assert _doubts(7) >= {
        ("identity.name", "fail"),
        ("appraisal.each_year", "missing"),
        ("appraisal.narrative", "review"),
    }
    assert _doubts(8) >= {("appraisal.result", "fail"), ("appraisal.seal", "review"), ("batch.duplicate", "review")}


def test_routes_are_all_taken() -> None:
    routes = Counter(profile["application"]["route"] for profile in each("Z*", "profile"))
    assert routes == {"normal": 6, "exceptional": 1, "skilled": 1}


def test_narratives_that_pass_say_enough() -> None:
    """100 Han characters and four figures at least."""
    told = list(passed_narratives("Z*"))
    for file, text in told:
        assert len(re.findall(r"[\u4e00-\u9fff]", text)) >= 100, file
        assert figures(text) >= 4, file
    assert len(told) == 18


def test_printed_numbers_have_their_check_digits() -> None:
    seen = assert_check_digits("Z*")
    assert seen["patent_number"] == 3
    assert seen["issn"] == 2


def test_copies_are_the_same_scan() -> None:
    """The card handed in for two years, and the patent that two colleagues hand in."""
    sizes = {}
    for one in ("Z08/006.tif", "Z03/材料16.tif"):
        with Image.open(APPLICANTS / one) as image:
            sizes[one] = image.size
    truths = {truth: json.loads((APPLICANTS / truth / "truth.json").read_text("utf-8")) for truth in ("Z03", "Z08")}
    said = {f"{a}/{file['file']}": file["documents"][0]["fields"] for a, t in truths.items() for file in t["files"]}
    assert said["Z08/006.tif"] == said["Z08/007.pdf"]
    assert said["Z03/材料16.tif"] == said["Z08/012.pdf"]
    assert all(max(size) >= 1350 for size in sizes.values())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_pictures_are_stored_in_full_resolution(folder: Path) -> None:
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    pictures = [file for file in truth["files"] if not file["file"].endswith(".pdf")]
    assert len(pictures) >= 6
    for file in pictures:
        with Image.open(folder / file["file"]) as image:
            for page in ImageSequence.Iterator(image):
                assert max(page.size) >= (1600 if file["quality"] == "photo" else 1120), file["file"]
                assert min(page.size) >= 780, file["file"]


def test_it_stays_under_its_cap() -> None:
    assert sum(path.stat().st_size for path in APPLICANTS.glob("Z*/*")) <= 1_900_000
