"""What nobody looked at passes nothing: recipients, owners, others' papers, seals that are one body's, cards of no sure kind."""

from __future__ import annotations

from typing import Any

import pytest
from case_builder import MIDDLING, PROFILE, award, card, document, education, field, findings, letter, profile, said

from models.document import Document
from models.profile import Profile

AWARD = {"name": "2021年度优秀员工", "issuer": "越州精工机械有限公司", "date": "2022-01"}
SOFTWARE = {"number": "2021SR9999901", "name": "轴承磨床工艺参数管理软件V1.0", "registered_on": "2021-06-30"}


@pytest.mark.parametrize(
    ("recipient", "expected"),
    [
        ("周启航", ("pass", "same")),
        (None, ("review", "absent")),
        (("沈若岚", MIDDLING), ("review", "doubtful")),
        ("沈若岚", ("missing", "lacking")),
    ],
)
def test_award_whose_recipient_was_not_read(recipient: Any, expected: tuple[str, str]) -> None:
    declared = profile(awards=[AWARD])
    assert said("achievement.award", "awards[0]", [award(name=recipient)], declared) == expected


@pytest.mark.parametrize(
    ("owner", "expected"),
    [
        ("越州精工机械有限公司", ("pass", "same")),
        ("周启航", ("pass", "same")),
        ("山阴软件有限公司", ("review", "other_owner")),
        (None, ("review", "absent")),
    ],
)
def test_software_whose_owner_was_not_read(owner: str | None, expected: tuple[str, str]) -> None:
    paper = document(
        "software_copyright_certificate", "软著.jpg", registration_number="2021SR9999901",
        software_name="轴承磨床工艺参数管理软件V1.0", owner=owner, registered_on="2021-06-30",
    )  # fmt: skip
    declared = profile(software_copyrights=[SOFTWARE])
    assert said("achievement.software", "software_copyrights[0]", [paper], declared) == expected


def test_summary_and_pledge_of_somebody_else() -> None:
    declared = profile(application=PROFILE["application"] | {"pledge_signed": False, "summary_submitted": False})
    for check, kind, own, none in (
        ("application.summary", "work_summary", ("pass", "there"), ("missing", "lacking")),
        ("application.pledge", "authenticity_pledge", ("review", "scan_only"), ("missing", "unsigned")),
    ):
        mine, foreign = (document(kind, "a.pdf", name=name) for name in ("周启航", "沈若岚"))  # type: ignore[arg-type]
        assert said(check, "application", [mine], declared) == own
        assert said(check, "application", [foreign], declared) == none


def promoted() -> Profile:
    return profile(
        application=PROFILE["application"] | {"route": "exceptional", "exceptional_items": ["A1", "A3", "A6"]}
    )


def form(name: str, *seals: str, **more: Any) -> Document:
    marks = [field("seal", text) for text in seals]
    return document("exceptional_promotion_form", "破格表.jpg", name=name, items="A1;A3;A6", more=marks, **more)


@pytest.mark.parametrize(
    ("seals", "expected"),
    [
        (("present", "present"), ("pass", "complete")),
        (("越州精工机械有限公司", "present"), ("pass", "complete")),
        (("越州精工机械有限公司", "曹娥街道办事处"), ("pass", "complete")),
        (("越州精工机械有限公司", "越州精工机械有限公司"), ("review", "few_seals")),
        (("山阴新材料有限公司", "曹娥街道办事处"), ("review", "other_owner")),
        (("山阴新材料有限公司", "present"), ("pass", "complete")),  # the other may be the employer's
        (("州精工机", "曹娥街道办事处"), ("pass", "complete")),  # arc text is read badly
    ],
)
def test_form_with_one_body_s_seal_twice(seals: tuple[str, ...], expected: tuple[str, str]) -> None:
    assert said("exceptional.form", "application", [form("周启航", *seals)], promoted()) == expected


def test_form_of_another_employer() -> None:
    for employer, expected in (
        ("越州精工机械有限公司", "complete"),
        ("山阴新材料有限公司", "other_employer"),
        (None, "complete"),
    ):
        paper = form("周启航", "present", "present", employer=employer)
        assert said("exceptional.form", "application", [paper], promoted())[1] == expected


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        (("周启航;陈某", "周启航;陈某"), ("pass", "same")),
        (("周启航;陈某", "陈某;周启航"), ("review", "conflict")),
        (("周启航;陈某", "李某;陈某"), ("review", "conflict")),
        (("周启航;陈某", "李某等"), ("pass", "same")),
        (("周启航;陈某", ("李某;陈某", MIDDLING)), ("pass", "same")),
    ],
)
def test_contents_and_article_that_name_other_authors(authors: tuple[Any, Any], expected: tuple[str, str]) -> None:
    """The page of contents may be of another article than the one that follows it."""
    pairs = [entry if isinstance(entry, tuple) else (entry, 0.97) for entry in authors]
    more = [field("authors", *pair) for pair in pairs]
    more += [field("part", part) for part in ("cover", "identifier", "contents", "body")]
    paper = document(
        "paper",
        title="轴承座轻量化设计",
        journal="浙东机电技术",
        issn="9999-0008",
        cn="33-5999/TH",
        date="2021",
        more=more,
    )
    declared = {
        "title": "轴承座轻量化设计",
        "journal": "浙东机电技术",
        "issn": "9999-0008",
        "cn": "33-5999/TH",
        "date": "2021",
    }
    found = said("achievement.paper", "papers[0]", [paper], profile(papers=[declared | {"author_rank": 1}]))
    assert found == expected


def test_form_of_somebody_else() -> None:
    foreign = [form("沈若岚", "present", "present")]
    assert said("exceptional.form", "application", foreign, promoted()) == ("missing", "lacking")


def test_project_begun_long_ago_and_not_said_to_be_finished() -> None:
    """Its result may be of the last years: too old is what ended before them."""
    project = {"name": "磨床主轴改造", "role": "主持", "level": "企业", "start": "2016-03", "amount_yuan": 100000}
    alone: dict[str, Any] = {"titles": [], "appointments": []}
    for end, expected in (
        (None, ("review", "arguable")),
        ("2017-05", ("fail", "too_old")),
        ("2019-05", ("pass", "within")),
    ):
        declared = profile(projects=[project | {"end": end}], **alone)
        assert said("achievement.window", "projects[0]", [], declared) == expected


def test_hours_of_a_card_whose_kind_is_not_sure() -> None:
    doubtful = [card("2021"), card("2022"), card("2023", confidence=0.3)]
    assert said("training.total", "application", doubtful) == ("review", "undecided")
    assert said("training.total", "application", [card(y) for y in ("2021", "2022", "2023")]) == ("pass", "enough")


@pytest.mark.parametrize(
    ("words", "expected"),
    [("予以认证", "pass"), ("不予以认证", "fail"), ("经查证属实，予以认证", "pass"), ("待核实", "review")],
)
def test_conclusion_of_a_verification_report(words: str, expected: str) -> None:
    report = document("chsi_verification_report", "认证报告.pdf", name="周启航", conclusion=words)
    assert findings("education.conclusion", [report])["education[0]"].status.value == expected


@pytest.mark.parametrize(
    ("read", "confidence", "notes", "expected"),
    [
        ("越州精工机械有限公司", 0.49, ("under_seal", "doubtful"), "same"),
        ("越州精工机械有限公司", 0.2, ("under_seal", "doubtful"), "unreadable"),
        ("越州精工机械有限公司", 0.49, ("doubtful",), "unreadable"),  # nobody knows why it is doubted
        ("越州精工机械有限公司", 0.49, ("under_seal", "doubtful", "conflict"), "unreadable"),
        ("越州精工机诫有限公司", 0.49, ("under_seal", "doubtful"), "unreadable"),
        ("精工", 0.49, ("under_seal", "doubtful"), "unreadable"),
    ],
)
def test_long_name_under_a_seal_that_is_the_declared_one(
    read: str, confidence: float, notes: tuple[str, ...], expected: str
) -> None:
    """No ink over ten characters makes them the declared ones by chance; over two it may."""
    employer = "精工" if read == "精工" else "越州精工机械有限公司"
    term = {"title": "助理工程师", "employer": employer, "start": "2021-08", "end": None}
    declared = profile(appointments=[term], work=[{"employer": employer, "start": "2014-07", "technical": True}])
    paper = letter(employer=None, more=[field("employer", read, confidence, notes=notes)])
    assert said("appointment.match", "appointments[0]", [paper], declared)[1] == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2010-09", "2014-06", ("not_applicable", "no_document")),
        ("2014-09", "2014-06", ("review", "out_of_order")),
        ("2002-09", "2006-06", ("review", "out_of_order")),  # at fourteen
        ("2003-09", "2007-06", ("not_applicable", "no_document")),
    ],
)
def test_dates_of_study_that_cannot_be(start: str, end: str, expected: tuple[str, str]) -> None:
    """Also where no document is asked for: the applicant was born in 1992."""
    declared = profile(education=education(start=start, end=end, auto_extracted=True))
    assert said("education.dates", "education[0]", [], declared) == expected
