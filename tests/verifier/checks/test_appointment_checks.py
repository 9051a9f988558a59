"""appointment.*: a letter for each appointment to the present title, saying what was declared, in the right order."""

from __future__ import annotations

from typing import Any

import pytest
from case_builder import (
    MIDDLING,
    PROFILE,
    WEAK,
    document,
    encrypted,
    field,
    findings,
    first_letter,
    letter,
    profile,
    said,
)

from models.document import Document
from models.profile import Profile

SECOND = "appointments[1]"


def letters(**changes: Any) -> list[Document]:
    return [first_letter(), letter(**changes)]


def declared(**changes: Any) -> Profile:
    """The model profile with its second appointment changed."""
    one, two = PROFILE["appointments"]
    return profile(appointments=[one, two | changes])


def test_appointment_letter_pass() -> None:
    found = findings("appointment.letter", letters())
    assert {s: f.status.value for s, f in found.items()} == {"appointments[0]": "pass", SECOND: "pass"}


def test_appointment_letter_missing() -> None:
    assert said("appointment.letter", SECOND, [first_letter()]) == ("missing", "lacking")


def test_appointment_letter_edges() -> None:
    assert said("appointment.letter", SECOND, [first_letter()], profile(), encrypted()) == ("review", "maybe_unread")
    unsure = letter(confidence=0.3)
    assert said("appointment.letter", SECOND, [first_letter(), unsure]) == ("review", "unsure_kind")
    earlier = profile(appointments=[{"title": "技术员", "start": "2015"}, *PROFILE["appointments"]])
    assert said("appointment.letter", "appointments[0]", letters(), earlier) == ("not_applicable", "earlier_title")
    none = profile(appointments=[])
    assert said("appointment.letter", "appointments", [], none) == ("review", "undeclared")
    assert said("appointment.letter", "appointments", [letter()], none) == ("review", "undeclared_letter")
    nobody = profile(appointments=[], titles=[])
    assert said("appointment.letter", "appointments", [], nobody) == ("not_applicable", "no_appointment")


def test_appointment_match_pass() -> None:
    found = findings("appointment.match", letters())
    assert {s: f.reason for s, f in found.items()} == {"appointments[0]": "same", SECOND: "same"}
    assert "聘任职务、聘任单位" in found[SECOND].message


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ({"title": "技术部经理"}, ("fail", "different")),
        ({"employer": "上虞某某纺织有限公司"}, ("fail", "different")),
        ({"start_date": "2022-03-01"}, ("fail", "different")),
        ({"title": ("技术部经理", MIDDLING)}, ("review", "doubtful")),
        ({"title": ("助理工程师", WEAK)}, ("review", "unreadable")),
        ({"employer": None}, ("review", "absent")),
        ({"employer": "越州精工机械有限责任公司"}, ("pass", "alias")),
        ({"start_date": None, "issue_date": "2021-08-01"}, ("pass", "same")),
        ({"start_date": None, "issue_date": "2021-11-01"}, ("review", "doubtful")),
        ({"end_date": "2022-07-31"}, ("review", "ended")),
        ({"end_date": "2024-07-31"}, ("pass", "same")),
    ],
)
def test_appointment_match_of_one_letter(printed: dict[str, Any], expected: tuple[str, str]) -> None:
    assert said("appointment.match", SECOND, letters(**printed)) == expected


def test_appointment_match_declared() -> None:
    assert said("appointment.match", SECOND, letters(), declared(start=None)) == ("missing", "undeclared")
    assert said("appointment.match", SECOND, [first_letter()]) == ("not_applicable", "no_document")
    early = profile(titles=[PROFILE["titles"][0] | {"obtained_on": "2021-10"}])
    assert said("appointment.match", SECOND, letters(), early) == ("review", "before_title")
    elsewhere = profile(work=[PROFILE["work"][0] | {"end": None}])
    assert said("appointment.match", SECOND, letters(), elsewhere) == ("review", "other_employer")
    ended = declared(end="2023-06")
    assert said("appointment.match", SECOND, letters(end_date="2023-06-30"), ended) == ("review", "ended")
    none = profile(appointments=[])
    assert said("appointment.match", "appointments", [], none) == ("not_applicable", "not_applicable")


def test_a_gap_between_terms_is_for_a_person() -> None:
    one, two = PROFILE["appointments"]
    late = profile(appointments=[one | {"end": "2021-03"}, two])
    assert said("appointment.match", "appointments[0]", [first_letter(end_date="2021-03-31"), letter()], late) == (
        "review",
        "ended",
    )


def test_a_term_in_years_gives_the_end() -> None:
    started = [field("start_date", "2021-08-01", notes=["term_years=3"])]
    three = [first_letter(), letter(start_date=None, more=started)]
    assert said("appointment.match", SECOND, three, declared(end="2024-07-31")) == ("pass", "same")
    assert said("appointment.match", SECOND, three, declared(end="2025-07-31")) == ("review", "near")


def test_only_the_applicants_row_of_a_list_counts() -> None:
    rows = [
        field("name", "沈若岚", row=0), field("title", "工程师", row=0),
        field("name", "周启航", row=1), field("title", "助理工程师", row=1),
        field("employer", "越州精工机械有限公司"), field("start_date", "2021-08-01"),
    ]  # fmt: skip
    notice = document("appointment_letter", "聘文.pdf", more=rows)
    assert said("appointment.match", SECOND, [first_letter(), notice]) == ("pass", "same")
    without = document("appointment_letter", "聘文.pdf", more=[*rows[:2], *rows[4:]])
    assert said("appointment.letter", SECOND, [first_letter(), without]) == ("missing", "lacking")
    unread = document(
        "appointment_letter", "聘文.pdf", more=[field("name", "沈若岚", WEAK, row=0), *rows[1:2], *rows[4:]]
    )
    assert said("appointment.match", SECOND, [first_letter(), unread]) == ("review", "absent")


def record(*terms: tuple[str, str]) -> Document:
    """One paper with a row a term."""
    rows = [
        field(name, value, row=row)
        for row, (start, end) in enumerate(terms)
        for name, value in (("title", "助理工程师"), ("start_date", start), ("end_date", end))
    ]
    return document("appointment_letter", "聘任记录.jpg", more=rows, name="周启航", employer="越州精工机械有限公司")


TERMS = (("2018-01", "2021-07"), ("2021-08", "2024-07"))


def of_terms(*terms: tuple[str, str]) -> Profile:
    one = {"title": "助理工程师", "employer": "越州精工机械有限公司"}
    work = [{"employer": "越州精工机械有限公司", "start": "2014-07", "end": None, "technical": True}]
    return profile(work=work, appointments=[one | {"start": start, "end": end} for start, end in terms])


def test_each_term_of_a_record_is_proved() -> None:
    found = findings("appointment.match", [record(*TERMS)], of_terms(*TERMS))
    assert {s: f.status.value for s, f in found.items()} == {"appointments[0]": "pass", SECOND: "pass"}


def test_the_declared_term_of_a_record_counts() -> None:
    assert said("appointment.match", "appointments[0]", [record(*TERMS)], of_terms(TERMS[1]))[0] == "pass"


def test_terms_of_a_record_declared_as_one_are_for_a_person() -> None:
    assert said("appointment.match", "appointments[0]", [record(*TERMS)], of_terms(("2018-01", "2024-07")))[0] == (
        "review"
    )


def test_a_term_that_a_record_does_not_hold_fails() -> None:
    assert said("appointment.match", "appointments[0]", [record(*TERMS)], of_terms(("2019-01", "2021-07")))[0] == "fail"


def test_a_term_that_ends_before_it_begins_is_for_a_person() -> None:
    papers = letters(end_date="2020-12-31")
    assert said("appointment.match", SECOND, papers, declared(end="2020-12")) == ("review", "reversed")
