"""exceptional.*: the approval form, and how many an employer recommends in one batch."""

from __future__ import annotations

from typing import Any

import pytest
from case_builder import PROFILE, case, pack, profile

from models.finding import Finding
from verifier.case import Case
from verifier.pipeline import verify_cases

NATIONAL = [{"name": "国家级专精特新“小巨人”企业", "date": "2022-08-09"}]
PROVINCIAL = [{"name": "浙江省隐形冠军企业", "date": "2022-12-09"}]


def member(
    number: int,
    awards: list[dict[str, str]],
    employer: str | None = "越州精工机械有限公司",
    items: list[str] | None = None,
) -> Case:
    choice = PROFILE["application"] | {
        "route": "exceptional",
        "exceptional_items": items if items is not None else ["B"],
    }
    made: dict[str, Any] = {"employer": {"name": employer}, "application": choice, "awards": awards}
    return case([], profile(applicant_id=f"B{number}", **made))


def quota(cases: list[Case]) -> list[Finding]:
    reports = verify_cases(cases, pack())
    found = [f for r in reports for f in r.findings if f.check == "exceptional.quota"]
    assert len(found) == len(cases)
    assert not any("{" in f.message for f in found)
    return found


@pytest.mark.parametrize(
    ("awards", "count", "expected"),
    [
        (NATIONAL, 3, "pass"),
        (NATIONAL, 4, "fail"),
        (PROVINCIAL, 2, "pass"),
        (PROVINCIAL, 3, "fail"),
        (NATIONAL + PROVINCIAL, 3, "pass"),
        (NATIONAL + PROVINCIAL, 4, "review"),
        ([], 2, "pass"),
        ([], 3, "review"),
        ([{"name": "优秀企业", "date": "2022-12-09"}], 3, "review"),
    ],
)
def test_exceptional_quota(awards: list[dict[str, str]], count: int, expected: str) -> None:
    found = quota([member(n, awards) for n in range(count)])
    assert {f.status.value for f in found} == {expected}
    if expected == "fail":
        assert "周启航（B0）、周启航（B1）" in found[0].message


def test_exceptional_quota_counts_each_employer_for_itself() -> None:
    cases = [member(n, PROVINCIAL, f"{'甲乙丙'[n]}精密机械有限公司") for n in range(3)]
    assert {f.status.value for f in quota([*cases, member(3, PROVINCIAL, "舜江泵业（浙江）有限公司")])} == {"pass"}


def test_exceptional_quota_same_employer_in_other_writing() -> None:
    names = ["越州精工机械有限公司", "越州精工机械有限责任公司", "越州精工机械有限公司"]
    assert {f.reason for f in quota([member(n, PROVINCIAL, name) for n, name in enumerate(names)])} == {"over"}
    near = ["越州精工机械有限公司", "越州精工机械有限公司", "越州精工机械股份有限公司"]
    found = quota([member(n, PROVINCIAL, name) for n, name in enumerate(near)])
    assert [f.reason for f in found] == ["near", "near", "near"]


def test_exceptional_quota_of_others() -> None:
    others = [case([]), member(1, PROVINCIAL, items=["A1", "A2", "A3"]), member(2, PROVINCIAL, items=[])]
    assert [f.reason for f in quota(others)] == ["not_applicable", "not_applicable", "no_group"]
    assert [f.reason for f in quota([member(1, PROVINCIAL, None)])] == ["no_employer"]
