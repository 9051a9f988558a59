"""The offices of Cangxi stand apart: their own layouts, people, schools, in every kind, quality and container, small enough."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest

from models.document import KINDS

APPLICANTS = Path(__file__).parents[2] / "samples" / "applicants"
OWN, OTHERS = "V*", "[!V]*"
# Drawn later, to be tuned on, with the layouts of all provinces.
LATER = {f"T{number}" for number in range(17, 29)}
THREE = {"graduation_certificate", "degree_certificate", "title_certificate", "training_hour_card", "annual_appraisal"}
ONE = {"work_summary", "review_form", "authenticity_pledge"}
MEGABYTE = 1_000_000


def _each(which: str, name: str) -> list[dict[str, Any]]:
    found = sorted(APPLICANTS.glob(f"{which}/{name}.json"))
    return [json.loads(p.read_text(encoding="utf-8")) for p in found if p.parent.name not in LATER]


def _files(which: str) -> list[dict[str, Any]]:
    return [file for truth in _each(which, "truth") for file in truth["files"]]


def _layouts(which: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for file in _files(which):
        for document in file["documents"]:
            found[document["kind"]].add(document["layout"])
    return found


def _issuers(which: str) -> set[str]:
    profiles = _each(which, "profile")
    own = {p["person"]["name"] for p in profiles} | {p["employer"]["name"] for p in profiles}
    return own | {e["school"] for p in profiles for e in p["education"]}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_layouts_of_its_own(kind: str) -> None:
    own = _layouts(OWN)[kind]
    assert len(own) >= (3 if kind in THREE else 1 if kind in ONE else 2)
    assert not own & _layouts(OTHERS)[kind]


def test_it_shares_no_person_company_or_school_with_the_others() -> None:
    assert len(_issuers(OWN)) > 20
    assert not _issuers(OWN) & _issuers(OTHERS)


def test_its_files_come_in_every_quality() -> None:
    counts = Counter(file["quality"] for file in _files(OWN))
    total = sum(counts.values())
    assert {quality for quality, n in counts.items() if n >= 0.15 * total} == {"text", "clean", "scan", "photo"}


def test_its_files_come_in_every_container() -> None:
    endings = {Path(file["file"]).suffix for file in _files(OWN)}
    assert endings == {".jpg", ".png", ".tif", ".webp", ".bmp", ".pdf"}


def test_some_files_hold_several_documents_and_some_documents_several_pages() -> None:
    documents = [file["documents"] for file in _files(OWN)]
    assert sum(len(held) > 1 for held in documents) >= 5
    assert sum(len(one["pages"]) > 1 for held in documents for one in held) >= 5


def test_it_has_compliant_applicants_and_others() -> None:
    objecting = [
        sum(finding["status"] != "pass" for finding in truth["findings"] if finding["check"] != "document.expected")
        for truth in _each(OWN, "truth")
    ]
    assert sum(n == 0 for n in objecting) >= 5
    assert sum(n > 0 for n in objecting) >= 9


def test_its_findings_speak_of_every_family() -> None:
    families = {finding["check"].split(".")[0] for truth in _each(OWN, "truth") for finding in truth["findings"]}
    assert len(families) == 16
    for truth in _each(OWN, "truth"):
        assert {finding["check"].split(".")[0] for finding in truth["findings"]} <= set(truth["families"])


def test_it_stays_under_its_cap() -> None:
    size = sum(path.stat().st_size for path in APPLICANTS.glob(f"{OWN}/*"))
    assert size <= 4.2 * MEGABYTE
