"""eligibility.route: from which day years are counted where no document prints the very day."""

from __future__ import annotations

from typing import Any

import pytest
from case_builder import document, education, findings, first_letter, graduation, letter, profile, title

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
