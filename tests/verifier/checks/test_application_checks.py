"""application.*: what the profile says of the choice, the days, the pledge and the summary."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from case_builder import PROFILE, document, encrypted, findings, profile, said

from models.profile import Profile
from verifier.facts.working_days import working_days


def applied(**changes: Any) -> Profile:
    return profile(application=PROFILE["application"] | changes)


def answer(check: str, **changes: Any) -> tuple[str, str]:
    return said(check, "application", [], applied(**changes))


def test_application_choice_pass() -> None:
    assert answer("application.choice") == ("pass", "chosen")
    assert answer("application.choice", route="技能人才申报") == ("pass", "chosen")


def test_application_choice_fail() -> None:
    assert answer("application.choice", subfield="软件测试") == ("fail", "not_offered")
    assert answer("application.choice", route="直接认定") == ("fail", "not_offered")
    several = findings("application.choice", [], applied(subfield="技术开发、设计开发"))["application"]
    assert several.status.value == "fail"
    assert "技术开发、设计开发" in several.message
    assert "normal" not in several.message  # the route is right: it is not named among what is wrong


def test_application_choice_missing() -> None:
    assert answer("application.choice", subfield=None) == ("missing", "undeclared")
    assert answer("application.choice", route="") == ("missing", "undeclared")


def test_application_deadline_pass() -> None:
    assert answer("application.deadline") == ("pass", "in_time")
    last = {"submitted_on": "2023-09-08", "employer_submitted_on": "2023-09-21"}
    assert answer("application.deadline", **last) == ("pass", "in_time")


def test_application_deadline_fail() -> None:
    assert answer("application.deadline", submitted_on="2023-09-09") == ("fail", "late")
    assert answer("application.deadline", employer_submitted_on="2023-09-22") == ("fail", "late")
    assert answer("application.deadline", submitted_on="2023-10") == ("fail", "late")


def test_application_deadline_review() -> None:
    assert answer("application.deadline", submitted_on=None) == ("review", "undated")
    assert answer("application.deadline", employer_submitted_on="2023-09") == ("review", "imprecise")


@pytest.mark.parametrize(
    ("start", "end", "sent", "expected"),
    [
        ("2023-09-13", "2023-09-20", "2023-09-21", "enough"),
        ("2023-09-14", "2023-09-21", "2023-09-21", "enough"),  # the last day that is not too late
        ("2023-09-15", "2023-09-22", "2023-09-21", "short"),
        ("2023-09-13", "2023-09-19", "2023-09-21", "short"),
        ("2023-09-27", "2023-10-08", "2023-10-08", "short"),  # 中秋、国庆: 9/28, 10/7 and 10/8 alone are worked
        ("2023-09-27", "2023-10-10", "2023-10-10", "enough"),
        ("2023-09-04", "2023-09-18", "2023-09-15", "goes_on"),
        ("2023-09-11", "2023-09-04", "2023-09-15", "reversed"),
        ("2023-09", "2023-09-20", "2023-09-21", "imprecise"),
        ("2099-09-04", "2099-09-20", "2099-09-21", "no_calendar"),
        ("2023-09-04", "2023-09-11", None, "unrecommended"),
        ("2023-09-04", None, "2023-09-15", "undeclared"),
    ],
)
def test_application_publicity(start: str, end: str | None, sent: str | None, expected: str) -> None:
    status = {"enough": "pass", "short": "fail", "reversed": "fail", "undeclared": "missing"}.get(expected, "review")
    public = {"start": start, "end": end}
    assert answer("application.publicity", publicity=public, employer_submitted_on=sent) == (status, expected)


def test_application_publicity_counts_by_the_orders_of_the_state_council() -> None:
    assert working_days(date(2023, 9, 4), date(2023, 9, 11)) == 5
    assert working_days(date(2023, 9, 28), date(2023, 10, 6)) == 0
    assert working_days(date(1990, 1, 1), date(1990, 1, 9)) is None


def test_application_before_the_notice_or_in_the_wrong_order() -> None:
    """The notice is of 2023-07-19; the employer recommends who has applied."""
    assert answer("application.deadline", submitted_on="2022-08-28") == ("review", "too_early")
    assert answer("application.deadline", submitted_on="2023-07-19") == ("pass", "in_time")
    assert answer("application.deadline", submitted_on="2023-07") == ("pass", "in_time")
    assert answer("application.deadline", submitted_on="2023-09-08", employer_submitted_on="2023-09-01") == (
        "review",
        "out_of_order",
    )
    public = {"start": "2022-09-04", "end": "2023-09-11"}
    assert answer("application.publicity", publicity=public) == ("review", "too_early")


def test_application_pledge_pass() -> None:
    assert answer("application.pledge") == ("pass", "signed")


@pytest.mark.parametrize("signed", [False, None])
def test_application_pledge_missing(signed: bool | None) -> None:
    assert answer("application.pledge", pledge_signed=signed) == ("missing", "unsigned")


def test_application_pledge_on_paper_only() -> None:
    pledge = document("authenticity_pledge", "保证书.jpg")
    declared = applied(pledge_signed=None)
    assert said("application.pledge", "application", [pledge], declared) == ("review", "scan_only")


def test_application_summary_pass() -> None:
    assert answer("application.summary") == ("pass", "submitted")
    summary = document("work_summary", "总结.pdf")
    assert said("application.summary", "application", [summary], applied(summary_submitted=None)) == ("pass", "there")


def test_application_summary_missing() -> None:
    assert answer("application.summary", summary_submitted=False) == ("missing", "lacking")


def test_application_summary_review() -> None:
    declared = applied(summary_submitted=None)
    unsure = document("work_summary", "总结.pdf", confidence=0.2)
    assert said("application.summary", "application", [unsure], declared) == ("review", "unsure_kind")
    assert said("application.summary", "application", [], declared, encrypted()) == ("review", "maybe_unread")
