"""What the tests of each author's half look up in the samples: `which` is a pattern of applicants' ids."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from samples.numbers import credit_code, identity_check

APPLICANTS = Path(__file__).parents[2] / "samples" / "applicants"
_PATENT_WEIGHTS = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)


def each(which: str, name: str) -> list[dict[str, Any]]:
    """The profiles or truths, by `name`."""
    return [json.loads(p.read_text(encoding="utf-8")) for p in sorted(APPLICANTS.glob(f"{which}/{name}.json"))]


def documents(which: str) -> list[dict[str, Any]]:
    return [document for truth in each(which, "truth") for file in truth["files"] for document in file["documents"]]


def names(which: str) -> set[str]:
    """People, employers and schools."""
    profiles = each(which, "profile")
    own = {p["person"]["name"] for p in profiles} | {p["employer"]["name"] for p in profiles}
    return own | {e["school"] for p in profiles for e in p["education"]}


def passed_narratives(which: str) -> Iterator[tuple[str, str]]:
    """File and longest prose of each appraisal table of which the narrative passes in every year that it tells."""
    for truth in each(which, "truth"):
        passed = {
            f["subject"] for f in truth["findings"] if (f["check"], f["status"]) == ("appraisal.narrative", "pass")
        }
        for file in truth["files"]:
            for document in file["documents"]:
                years = {field["value"] for field in document["fields"] if field["name"] == "year"}
                if document["kind"] == "annual_appraisal" and years <= passed:
                    yield file["file"], max((f["value"] for f in document["fields"] if f["name"] == "comment"), key=len)


def figures(text: str) -> int:
    return len(re.findall(r"\d+(?:\.\d+)?", text))


def assert_check_digits(which: str) -> Counter[str]:
    """Every printed number has the check digit that its rule asks for; how often each field was seen."""
    seen: Counter[str] = Counter()
    for document in documents(which):
        for field in document["fields"]:
            name, value = field["name"], field["value"]
            if name == "id_number":
                assert value[-1] == identity_check(value[:17])
            elif name == "patent_number":
                weighted = sum(int(d) * w for d, w in zip(value[2:14], _PATENT_WEIGHTS, strict=True))
                assert value[-1] == "0123456789X"[weighted % 11]
            elif name == "issn":
                weighted = sum(int(d) * w for d, w in zip(value.replace("-", "")[:7], range(8, 1, -1), strict=True))
                assert value[-1] == "0123456789X"[-weighted % 11]
            seen[name] += 1
    for profile in each(which, "profile"):
        assert profile["employer"]["uscc"] == credit_code(profile["employer"]["uscc"][:17])
    return seen
