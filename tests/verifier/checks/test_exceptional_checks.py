"""exceptional.*: the approval form, and how many an employer recommends in one batch."""

from __future__ import annotations

from typing import Any

import pytest
from case_builder import PROFILE, case, document, encrypted, field, pack, profile, said

from models.document import Document
from models.finding import Finding
from models.profile import Profile
from verifier.facts.case import Case
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


@pytest.mark.parametrize(
    ("award", "count", "expected"),
    [
        ({"name": "隐形冠军企业", "issuer": "浙江省经济和信息化厅"}, 3, "fail"),
        ({"name": "制造业单项冠军企业", "issuer": "工业和信息化部"}, 3, "pass"),
        (
            {"name": "国家级绿色工厂", "issuer": "浙江省经济和信息化厅"},
            3,
            "pass",
        ),  # who published a list of the nation's
        ({"name": "隐形冠军企业", "issuer": "越州市经济和信息化局"}, 3, "review"),
    ],
)
def test_exceptional_quota_by_who_gave_the_honour(award: dict[str, str], count: int, expected: str) -> None:
    found = quota([member(n, [award]) for n in range(count)])
    assert {f.status.value for f in found} == {expected}


def test_exceptional_quota_by_a_certificate_that_is_not_declared() -> None:
    paper = document("award_certificate", "牌匾.jpg", name="越州精工机械有限公司", award="浙江省未来工厂")
    members = [member(n, []) for n in range(3)]
    shown = Case(members[0].profile, (paper,), members[0].files)
    assert {f.status.value for f in quota([shown, *members[1:]])} == {"fail"}


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


def promoted(*items: str) -> Profile:
    return profile(application=PROFILE["application"] | {"route": "exceptional", "exceptional_items": list(items)})


def form(items: Any = "符合破格A类第(1)、(3)、(6)项", seals: int = 2, **more: Any) -> Document:
    marks = [field("seal", text) for text in ("present", "present", "present")[:seals]]
    return document("exceptional_promotion_form", "破格表.jpg", name="周启航", items=items, more=marks, **more)


def test_exceptional_form_pass() -> None:
    declared = promoted("A1", "A3", "A6")
    assert said("exceptional.form", "application", [form()], declared) == ("pass", "complete")
    assert said("exceptional.form", "application", [form("破格B类：绿色工厂")], promoted("B")) == ("pass", "complete")


def test_exceptional_form_missing() -> None:
    declared = promoted("A1", "A3", "A6")
    assert said("exceptional.form", "application", [], declared) == ("missing", "lacking")
    assert said("exceptional.form", "application", [], declared, encrypted()) == ("review", "maybe_unread")
    assert said("exceptional.form", "application", [form(None)], promoted()) == ("missing", "no_items")


@pytest.mark.parametrize(
    ("paper", "expected"),
    [
        (form(None), "items_unread"),
        (form(("第(1)项", 0.2)), "items_unread"),
        (form("在生产一线成绩突出"), "items_unread"),
        (form("A类第(1)、(2)、(6)项"), "items_differ"),
        (form(seals=1), "few_seals"),
        (form(seals=0, remarks=["grayscale"]), "grayscale"),
        (form(confidence=0.2), "unsure_kind"),
    ],
)
def test_exceptional_form_review(paper: Document, expected: str) -> None:
    assert said("exceptional.form", "application", [paper], promoted("A1", "A3", "A6")) == ("review", expected)


def test_exceptional_form_of_others() -> None:
    assert said("exceptional.form", "application", [], profile()) == ("not_applicable", "not_applicable")
