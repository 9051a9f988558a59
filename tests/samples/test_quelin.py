"""The offices of Quelin stand apart: own layouts, people, schools; every kind, quality and route; fine enough, small enough."""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pymupdf
import pytest
from families import APPLICANTS, assert_check_digits, documents, each, figures, names, passed_narratives
from PIL import Image, ImageSequence

from models.document import KINDS

FOLDERS = sorted(APPLICANTS.glob("X*"))
MEGABYTE = 1_000_000


def _files() -> list[dict[str, Any]]:
    return [file for truth in each("X*", "truth") for file in truth["files"]]


def test_there_is_every_kind_in_layouts_of_its_own() -> None:
    assert {document["kind"] for document in documents("X*")} == set(KINDS)
    assert all(document["layout"].startswith("x.") for document in documents("X*"))
    assert not any(document["layout"].startswith("x.") for document in documents("[!X]*"))
    assert len({document["layout"] for document in documents("X*")}) >= 45


def test_people_companies_and_schools_are_nobody_elses() -> None:
    assert len(names("X*")) >= 20
    assert not names("X*") & names("[!X]*")


def test_qualities_containers_and_routes_are_mixed() -> None:
    counts = Counter(file["quality"] for file in _files())
    assert {quality for quality, count in counts.items() if count >= 0.08 * counts.total()} == {
        "clean",
        "scan",
        "photo",
        "text",
    }
    assert {Path(file["file"]).suffix for file in _files()} == {".pdf", ".webp", ".jpg", ".png", ".tif"}
    assert sum(len(file["documents"]) > 1 for file in _files()) >= 8
    assert {p["application"]["route"] for p in each("X*", "profile")} == {"normal", "exceptional", "skilled"}


def test_four_are_compliant_and_six_are_not() -> None:
    objected = [
        folder.name
        for folder, truth in zip(FOLDERS, each("X*", "truth"), strict=True)
        if any(finding["status"] != "pass" for finding in truth["findings"])
    ]
    assert objected == [f"X{number:02d}" for number in range(5, 11)]
    assert len(FOLDERS) == 10


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_findings_speak_of_what_is_declared(folder: Path) -> None:
    profile, truth = (json.loads((folder / f"{name}.json").read_text("utf-8")) for name in ("profile", "truth"))
    for finding in truth["findings"]:
        declared = re.fullmatch(r"([a-z_]+)\[(\d+)\]", finding["subject"])
        if declared:
            assert int(declared[2]) < len(profile[declared[1]]), finding
    assert profile["applicant_id"] == folder.name


def test_narratives_that_pass_say_enough() -> None:
    """120 characters and three figures at least; a table whose narrative is left open or doubted may say less."""
    told = list(passed_narratives("X*"))
    for file, text in told:
        assert len(text) >= 120, file
        assert figures(text) >= 3, file
    assert len(told) >= 20


def test_printed_numbers_have_their_check_digits() -> None:
    seen = assert_check_digits("X*")
    assert all(seen[name] for name in ("id_number", "patent_number", "issn"))


def _pages(path: Path) -> Iterator[Image.Image]:
    """The stored pictures; a PDF's pages with text have none of their own."""
    if path.suffix != ".pdf":
        with Image.open(path) as image:
            yield from ImageSequence.Iterator(image)
        return
    with pymupdf.open(path) as document:
        for page in document if not document.needs_pass else ():
            images = page.get_images()
            if len(images) == 1 and not page.get_text().strip():
                yield Image.open(io.BytesIO(document.extract_image(images[0][0])["image"]))


def test_scans_and_photos_are_stored_in_full_resolution() -> None:
    """The whole half is drawn to scale, so the smallest papers, 93 mm high, bound the scans from below."""
    checked = 0
    for folder, truth in zip(FOLDERS, each("X*", "truth"), strict=True):
        for file in truth["files"]:
            for image in _pages(folder / file["file"]):
                if file["quality"] == "photo":
                    assert max(image.size) >= 1600, file["file"]
                else:
                    assert min(image.size) >= 560, file["file"]
                    assert max(image.size) >= 870, file["file"]
                checked += 1
    assert checked >= 90


def test_it_stays_under_its_cap() -> None:
    assert sum(path.stat().st_size for path in APPLICANTS.glob("X*/*")) <= 2.6 * MEGABYTE
