"""Each check of the contract has applicants who pass it and applicants who do not, by what the truth says of them."""

from __future__ import annotations

import json
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

APPLICANTS = Path(__file__).parents[2] / "samples" / "applicants"

# What else than a pass a check can say of a careful applicant's mistakes, and of which there must be a case.
OBJECTIONS = {
    "file.readable": {"review"},
    "document.expected": {"review"},
    "identity.id_number": {"fail"},
    "identity.name": {"fail", "review"},
    "identity.person": {"fail"},
    "application.choice": {"fail"},
    "application.deadline": {"fail"},
    "application.publicity": {"fail"},
    "application.pledge": {"missing"},
    "application.summary": {"missing"},
    "education.material": {"missing", "review"},
    "education.conclusion": {"fail"},
    "education.school": {"fail", "review"},
    "education.major": {"fail"},
    "education.level": {"fail"},
    "education.dates": {"fail"},
    "education.number": {"fail", "review"},
    "education.degree": {"fail"},
    "eligibility.route": {"fail", "review"},
    "exceptional.form": {"missing", "review"},
    "exceptional.quota": {"fail"},
    "title.certificate": {"missing"},
    "title.match": {"fail"},
    "appointment.letter": {"missing"},
    "appointment.match": {"fail", "review"},
    "vocational.certificate": {"fail", "missing"},
    "appraisal.each_year": {"missing", "review"},
    "appraisal.single_year": {"review"},
    "appraisal.not_award": {"review"},
    "appraisal.narrative": {"review"},
    "appraisal.result": {"fail"},
    "appraisal.employer": {"review"},
    "appraisal.seal": {"review"},
    "training.each_year": {"missing", "review"},
    "training.declared": {"fail"},
    "training.total": {"fail", "missing", "review"},
    "training.specialized": {"fail", "missing", "review"},
    "training.public": {"fail", "missing", "review"},
    "employment.continuity": {"review"},
    "insurance.coverage": {"missing", "review"},
    "achievement.window": {"fail", "review"},
    "achievement.paper": {"fail", "missing"},
    "achievement.project": {"missing", "review"},
    "achievement.patent": {"fail", "missing"},
    "achievement.software": {"missing"},
    "achievement.award": {"missing"},
    "batch.duplicate": {"review"},
}


@cache
def _cases() -> dict[str, dict[str, set[str]]]:
    """Who has a finding of each status, by check; of the tuned half."""
    seen: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for path in sorted(APPLICANTS.glob("*/truth.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))
        if truth["half"] == "tuned":
            for finding in truth["findings"]:
                seen[finding["check"]][finding["status"]].add(path.parent.name)
    return seen


@pytest.mark.parametrize("check", OBJECTIONS)
def test_there_are_applicants_for_each_answer(check: str) -> None:
    statuses = _cases()[check]
    assert statuses["pass"]
    for status in OBJECTIONS[check]:
        assert statuses[status], status


def test_no_check_is_left_out() -> None:
    assert set(_cases()) == set(OBJECTIONS)
    assert len(OBJECTIONS) == 47


@pytest.mark.parametrize(
    ("route", "statuses"),
    [("normal", {"pass", "review", "fail"}), ("exceptional", {"review", "fail"}), ("skilled", {"pass", "fail"})],
)
def test_every_route_has_its_answers(route: str, statuses: set[str]) -> None:
    """破格申报 never passes by machine: the grounds are words of judgement."""
    found = set()
    for status, names in _cases()["eligibility.route"].items():
        for name in names:
            profile = json.loads((APPLICANTS / name / "profile.json").read_text(encoding="utf-8"))
            if profile["application"]["route"] == route:
                found.add(status)
    assert found == statuses
