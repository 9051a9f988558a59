"""eligibility.route: from which day years are counted where no document prints the very day; whom the notice is not for."""

from __future__ import annotations

from typing import Any

import pytest
from case_builder import (
    PROFILE,
    complete,
    document,
    education,
    findings,
    first_letter,
    graduation,
    letter,
    profile,
    title,
)

from models.document import Document
from models.finding import Finding
from models.profile import Profile

NO_TITLE: dict[str, Any] = {"titles": [], "appointments": []}
WORK = [{"employer": "越州精工机械有限公司", "position": "工艺员", "start": "2005-07", "end": None, "technical": True}]


def judged(documents: list[Document], declared: Profile) -> Finding:
    return findings("eligibility.route", documents, declared)["application"]


def recognition(number: str | None, **fields: Any) -> Document:
    printed = {"name": "周启航", "school": "南崖理工大学", "degree": "工学硕士", "conclusion": "具有相应的学历学位"}
    return document("overseas_degree_recognition", "认证书.pdf", certificate_number=number, **(printed | fields))


@pytest.mark.parametrize(
    ("number", "end", "expected"),
    [
        ("教留服认他[2020]99317号", "2019-07", "pass"),
        ("教留服认他[2021]99317号", "2019-07", "pass"),  # graduated by 2021: two years are full even then
        ("教留服认他[2022]99317号", "2019-07", "review"),  # all that is shown would be too late
        ("教留服认他[2018]99317号", "2019-07", "review"),  # recognised before it was awarded
        (None, "2019-07", "review"),
        ("教留服认他[2022]99317号", "2022-07", "fail"),
    ],
)
def test_eligibility_overseas_degree_goes_by_the_year_of_its_recognition(
    number: str | None, end: str, expected: str
) -> None:
    """A recognition prints no day of graduation; the year in its number is the latest that it can be."""
    abroad = education(
        level="硕士研究生", degree="工学硕士", school="南崖理工大学", end=end, overseas=True, certificate_number=number
    )
    declared = profile(education=abroad, work=WORK, **NO_TITLE)
    assert judged([recognition(number)], declared).status.value == expected


@pytest.mark.parametrize(("issued", "expected"), [("2018-06-30", "pass"), ("2020-06-30", "review"), (None, "review")])
def test_eligibility_diploma_without_a_time_of_study(issued: str | None, expected: str) -> None:
    """A diploma by examination (自考) prints the day of issue alone: by then at the latest one has graduated."""
    self_taught = education(level="本科", degree=None, end="2018-06", start=None)
    declared = profile(education=self_taught, work=WORK, **NO_TITLE)
    paper = graduation(start_date=None, end_date=None, issue_date=issued)
    assert judged([paper], declared).status.value == expected


def test_eligibility_master_degree_awarded_after_the_end_of_study() -> None:
    """The years run from the day of the degree; the profile declares only the end of study."""
    later = education(level="硕士研究生", degree="工学硕士", end="2020-06")
    declared = profile(education=later, work=WORK)
    papers = [title(), letter(start_date="2018-01-01"), first_letter()]
    for day, expected in (("2020-12-30", "pass"), ("2022-03-30", "review")):
        award = document("degree_certificate", "学位证.jpg", name="周启航", degree="工学硕士", issue_date=day)
        diploma = graduation(end_date="2020-06", level="硕士研究生")
        assert judged([diploma, award, *papers], declared).status.value == expected, day


@pytest.mark.parametrize(
    ("employer", "expected"),
    [
        ({"nature": "民营企业", "region": "上虞区"}, "pass"),
        ({"nature": "民营企业", "region": "浙江省绍兴市上虞区"}, "pass"),
        ({"nature": "民营企业", "region": "绍兴市"}, "pass"),  # told more widely
        ({"nature": "民营企业", "region": "绍兴市柯桥区"}, "review"),
        ({"nature": "国有企业", "region": "上虞区"}, "review"),
        ({"nature": None}, "pass"),
    ],
)
def test_eligibility_is_for_private_employers_of_the_district(employer: dict[str, Any], expected: str) -> None:
    declared = profile(employer={"name": "越州精工机械有限公司"} | employer)
    assert judged(complete(), declared).status.value == expected


@pytest.mark.parametrize(("target", "expected"), [("工程师", "pass"), (None, "pass"), ("高级工程师", "review")])
def test_eligibility_for_the_title_of_the_notice(target: str | None, expected: str) -> None:
    declared = profile(application=PROFILE["application"] | {"target_title": target})
    assert judged(complete(), declared).status.value == expected


def test_eligibility_of_who_has_the_title_already() -> None:
    """助理工程师 is no 工程师; a holder of the very title applied for goes to a person."""
    higher = profile(titles=[*PROFILE["titles"], {"title": "机械工程师", "obtained_on": "2022-01-10"}])
    found = judged(complete(), higher)
    assert found.status.value == "review"
    assert "机械工程师" in found.message


@pytest.mark.parametrize(
    ("appointments", "papers"),
    [
        ([{"title": "助理工程师", "employer": "越州精工机械有限公司", "start": "2021-08"}], []),
        ([], [letter()]),
        ([], [title(title="机械助理工程师")]),
    ],
)
def test_eligibility_without_the_title_but_with_signs_of_one(
    appointments: list[dict[str, Any]], papers: list[Document]
) -> None:
    """Years since graduation count for those without the title: an appointment to it, or its certificate, says otherwise."""
    plain = profile(work=WORK, **NO_TITLE)
    assert judged([graduation()], plain).status.value == "pass"
    declared = profile(work=WORK, titles=[], appointments=appointments)
    assert judged([graduation(), *papers], declared).status.value == "review"


@pytest.mark.parametrize(
    ("major", "relevance", "end", "expected"),
    [
        ("市场营销", "对口", "2018-06", "review"),  # five years, but not six
        ("市场营销", "对口", "2017-06", "pass"),  # six years whatever the major
        ("市场营销", None, "2018-06", "fail"),
        ("给排水科学与工程", "相近", "2018-06", "pass"),  # nobody says otherwise
        ("给排水科学与工程", None, "2018-06", "review"),
    ],
)
def test_eligibility_major_that_is_plainly_of_another_field(
    major: str, relevance: str | None, end: str, expected: str
) -> None:
    declared = profile(education=education(major=major, relevance=relevance, end=end), work=WORK, **NO_TITLE)
    assert judged([graduation(major=major, end_date=end)], declared).status.value == expected


@pytest.mark.parametrize(
    ("occupation", "technical", "expected"),
    [("钳工", True, "pass"), ("钳工", None, "pass"), ("钳工", False, "review"), ("茶艺师", True, "review")],
)
def test_eligibility_skilled_in_another_trade(occupation: str, technical: bool | None, expected: str) -> None:
    """Years in work said to be no technical work, or in a trade of another field, are for a person."""
    skill = {"occupation": occupation, "level": "技师", "certificate_number": "1", "issued_on": "2018-05-01"}
    declared = profile(
        application=PROFILE["application"] | {"route": "skilled"},
        skill_certificates=[skill],
        work=[WORK[0] | {"technical": technical}],
    )
    paper = document(
        "vocational_certificate", name="周启航", occupation=occupation, level="技师", issue_date="2018-05-01"
    )
    assert judged([paper], declared).status.value == expected


@pytest.mark.parametrize(
    ("issuer", "named"),
    [
        ("宁波市镇海区人民政府", True),
        ("景德镇市人民政府", True),
        ("绍兴市上虞区章镇镇人民政府", False),
        ("曹娥街道办事处", False),
    ],
)
def test_eligibility_commendation_of_a_district_or_of_a_town(issuer: str, named: bool) -> None:
    """（5）县级以上党委、政府: a 镇 in the name of a district makes it no town."""
    awards = [{"name": "优秀技术人才", "issuer": issuer, "date": "2021-12"}]
    declared = profile(education=education(level="中专", end="2020-06"), awards=awards, **NO_TITLE)
    assert (issuer in judged([], declared).message) is named
