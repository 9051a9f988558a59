"""The committed applicants hold together: boxes on the page, right check digits, layouts enough, size within its cap."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pymupdf
import pytest
from PIL import Image

from models.document import KINDS
from models.finding import Status
from samples import expectations, generate
from samples.drawing.fonts import missing_packages
from samples.numbers import identity_check

APPLICANTS = Path(__file__).parents[2] / "samples" / "applicants"
FOLDERS = sorted(path.parent for path in APPLICANTS.glob("*/truth.json"))
DRAWN_KINDS = (
    "graduation_certificate",
    "degree_certificate",
    "title_certificate",
    "training_hour_card",
    "annual_appraisal",
    "award_certificate",
    "other",
)
MEGABYTE = 1_000_000
WRONG_NUMBERS = {"T05", "U07", "V12", "W06"}


def _truth(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "truth.json").read_text(encoding="utf-8"))


def _profile(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "profile.json").read_text(encoding="utf-8"))


def _page_sizes(path: Path) -> list[tuple[float, float]]:
    """Stored sizes; a PDF page in pixels of its one picture, or at 200 dpi."""
    if path.suffix != ".pdf":
        with Image.open(path) as image:
            sizes = []
            for frame in range(getattr(image, "n_frames", 1)):
                image.seek(frame)
                sizes.append((float(image.width), float(image.height)))
            return sizes
    with pymupdf.open(path) as document:
        sizes = []
        for page in document:
            images = page.get_images()
            if page.get_text().strip() or len(images) != 1:
                sizes.append((page.rect.width * 200 / 72 + 1, page.rect.height * 200 / 72 + 1))
            else:
                sizes.append((float(images[0][2]), float(images[0][3])))
        return sizes


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_boxes_lie_on_their_pages(folder: Path) -> None:
    boxes = 0
    for file in _truth(folder)["files"]:
        if not file["documents"]:
            continue
        sizes = _page_sizes(folder / file["file"])
        for document in file["documents"]:
            assert document["kind"] in KINDS
            assert set(document["pages"]) <= set(range(1, len(sizes) + 1))
            for field in document["fields"]:
                width, height = sizes[field["page"] - 1]
                x0, y0, x1, y1 = field.get("box", (0, 0, 1, 1))  # the part of a paper is no place on the page
                assert 0 <= x0 < x1 <= width, (file["file"], field)
                assert 0 <= y0 < y1 <= height, (file["file"], field)
                assert field["value"], field
                boxes += 1
    assert boxes >= 4


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_numbers_of_persons_are_made_up_and_right(folder: Path) -> None:
    number = _profile(folder)["person"]["id_number"]
    assert number.startswith("330699")
    assert (number[-1] == identity_check(number[:17])) == (folder.name not in WRONG_NUMBERS)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_truth_names_every_file_and_only_those(folder: Path) -> None:
    truth = _truth(folder)
    named = {file["file"] for file in truth["files"]}
    assert named == {path.name for path in folder.iterdir()} - {"profile.json", "truth.json"}
    assert truth["schema"] == "heyan-truth/1"
    assert truth["half"] in {"tuned", "untouched"}
    assert {finding["status"] for finding in truth["findings"]} <= {status.value for status in Status}
    about_files = {f["subject"] for f in truth["findings"] if f["check"] in {"file.readable", "identity.name"}}
    assert about_files <= named


def test_each_kind_has_three_layouts_in_use() -> None:
    layouts: dict[str, set[str]] = defaultdict(set)
    for folder in FOLDERS:
        for file in _truth(folder)["files"]:
            for document in file["documents"]:
                layouts[document["kind"]].add(document["layout"])
    for kind in DRAWN_KINDS:
        assert len(layouts[kind]) >= 3, kind


def test_there_are_applicants_enough_in_every_quality() -> None:
    assert len(FOLDERS) >= 12
    qualities = {file["quality"] for folder in FOLDERS for file in _truth(folder)["files"]}
    assert qualities == {"clean", "scan", "photo", "text"}


def test_files_stay_under_the_cap() -> None:
    total = sum(path.stat().st_size for path in APPLICANTS.rglob("*") if path.is_file())
    assert total <= 25 * MEGABYTE


@pytest.mark.skipif(bool(missing_packages()), reason=f"apt install {' '.join(missing_packages())}")
def test_drawing_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    half, dossier = next(found for found in generate.dossiers() if found[1].id == "T04")
    dossier.files = dossier.files[:3]
    for name in ("one", "two"):
        generate.write(dossier, half, tmp_path / name)
    first, second = (
        {path.name: path.read_bytes() for path in sorted((tmp_path / name / "T04").iterdir())}
        for name in ("one", "two")
    )
    assert len(first) == 5
    assert first == second


def test_what_is_committed_is_what_the_generator_says() -> None:
    """Files and profiles only: pictures differ with the versions of the drawing libraries."""
    for half, dossier in generate.dossiers():
        folder = APPLICANTS / dossier.id
        assert _truth(folder)["half"] == half
        assert [file["file"] for file in _truth(folder)["files"]] == [plan.name for plan in dossier.files]
        assert _profile(folder) == json.loads(json.dumps(dossier.profile))


def test_a_defect_that_nobody_named_is_refused() -> None:
    assert expectations.verdict("drop") == "drop"
    with pytest.raises(KeyError):
        expectations.verdict("no_such_defect")
