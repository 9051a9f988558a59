"""The offices of Lingdong stand apart: their own layouts, names, offices and schools, in every quality, small enough."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest

APPLICANTS = Path(__file__).parents[2] / "samples" / "applicants"
HALVES = {"shangyu": "T*", "lingdong": "U*"}
KINDS = (
    "graduation_certificate",
    "degree_certificate",
    "title_certificate",
    "training_hour_card",
    "annual_appraisal",
    "award_certificate",
    "other",
)
MEGABYTE = 1_000_000


def _each(half: str, name: str) -> list[dict[str, Any]]:
    return [json.loads(p.read_text(encoding="utf-8")) for p in sorted(APPLICANTS.glob(f"{HALVES[half]}/{name}.json"))]


def _files(half: str) -> list[dict[str, Any]]:
    return [file for truth in _each(half, "truth") for file in truth["files"]]


def _layouts(half: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for file in _files(half):
        for document in file["documents"]:
            found[document["kind"]].add(document["layout"])
    return found


def _issuers(half: str) -> set[str]:
    own = {p["person"]["name"] for p in _each(half, "profile")} | {
        p["employer"]["name"] for p in _each(half, "profile")
    }
    return own | {e["school"] for p in _each(half, "profile") for e in p["education"]}


@pytest.mark.parametrize("kind", KINDS)
def test_it_has_three_layouts_of_its_own_a_kind(kind: str) -> None:
    own = _layouts("lingdong")[kind]
    assert len(own) >= 3
    assert not own & _layouts("shangyu")[kind]


def test_it_shares_no_person_company_or_school_with_the_tuned_half() -> None:
    assert len(_issuers("lingdong")) > 20
    assert not _issuers("lingdong") & _issuers("shangyu")


def test_its_files_come_in_every_quality() -> None:
    counts = Counter(file["quality"] for file in _files("lingdong"))
    total = sum(counts.values())
    assert {quality for quality, n in counts.items() if n >= 0.12 * total} == {"text", "clean", "scan", "photo"}


def test_its_files_come_in_every_container() -> None:
    endings = {Path(file["file"]).suffix for file in _files("lingdong")}
    assert endings == {".jpg", ".png", ".tif", ".webp", ".pdf"}


def test_it_has_compliant_applicants_and_others() -> None:
    objecting = [
        sum(finding["status"] != "pass" for finding in truth["findings"] if finding["check"] != "document.expected")
        for truth in _each("lingdong", "truth")
    ]
    assert sum(n == 0 for n in objecting) >= 4
    assert sum(n > 0 for n in objecting) >= 8


def test_it_stays_under_its_cap() -> None:
    size = sum(path.stat().st_size for path in APPLICANTS.glob("U*/*"))
    assert size <= 10 * MEGABYTE
