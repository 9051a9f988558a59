"""vocational.certificate and employment.continuity."""

from __future__ import annotations

from typing import Any

import pytest
from case_builder import MIDDLING, PROFILE, WEAK, document, education, encrypted, said
from case_builder import profile as made_profile

from models.document import Document
from models.profile import Profile

SKILL = {
    "occupation": "电工",
    "level": "二级/技师",
    "certificate_number": "Y000033000123212000045",
    "issued_on": "2018-05-20",
}
ITEM = "skill_certificates[0]"


def skilled(**changes: Any) -> Profile:
    choice = PROFILE["application"] | {"route": "skilled"}
    return made_profile(application=choice, skill_certificates=[SKILL | changes])


def certificate(**fields: Any) -> Document:
    printed = {
        "name": "周启航", "occupation": "电工", "level": "技师", "certificate_number": "Y000033000123212000045",
        "issue_date": "2018-05-20",
    }  # fmt: skip
    return document("vocational_certificate", "技师证.jpg", **(printed | fields))


def answer(papers: list[Document], declared: Profile, *more: Any) -> tuple[str, str]:
    return said("vocational.certificate", ITEM, papers, declared, *more)


def test_vocational_certificate_pass() -> None:
    assert answer([certificate()], skilled()) == ("pass", "same")
    higher = skilled(level="高级技师")
    assert answer([certificate(level="高级技师")], higher) == ("pass", "same")
    assert answer([certificate()], skilled(occupation="电工（工种）")) == ("pass", "same")


def test_vocational_certificate_fail() -> None:
    assert answer([certificate(level="中级工")], skilled(level="中级工")) == ("fail", "too_low")
    assert answer([certificate(level="中级工")], skilled())[0] == "fail"
    assert answer([certificate(issue_date="2021-05-20")], skilled()) == ("fail", "different")


def test_vocational_certificate_missing() -> None:
    assert answer([], skilled()) == ("missing", "lacking")
    assert answer([certificate()], skilled(issued_on=None)) == ("missing", "undeclared")
    none = made_profile(application=PROFILE["application"] | {"route": "skilled"})
    assert said("vocational.certificate", "skill_certificates", [], none) == ("missing", "none_declared")


@pytest.mark.parametrize(
    ("paper", "declared", "expected"),
    [
        (certificate(level="高级工"), skilled(level="三级"), "unsettled_level"),
        (certificate(level=("中级工", MIDDLING)), skilled(), "doubtful"),
        (certificate(level=("技师", WEAK)), skilled(), "unreadable"),
        (certificate(level=None), skilled(), "absent"),
        (certificate(level="甲等"), skilled(level="甲等"), "unknown_level"),
        (certificate(confidence=0.2), skilled(), "unsure_kind"),
    ],
)
def test_vocational_certificate_review(paper: Document, declared: Profile, expected: str) -> None:
    status, reason = answer([paper], declared)
    assert status == "review"
    assert reason in (expected, "unknown_level")


def test_vocational_certificate_in_an_unread_file() -> None:
    assert answer([], skilled(), encrypted()) == ("review", "maybe_unread")


def test_vocational_certificate_of_other_routes() -> None:
    declared = made_profile(skill_certificates=[SKILL])
    assert said("vocational.certificate", "skill_certificates", [], declared)[0] == "not_applicable"


def worked(*posts: tuple[str, str | None, str | None], **changes: Any) -> tuple[str, str]:
    work = [{"employer": name, "start": start, "end": end} for name, start, end in posts]
    return said("employment.continuity", "application", [], made_profile(work=work, **changes))


HERE = "越州精工机械有限公司"


def test_employment_continuity_pass() -> None:
    assert said("employment.continuity", "application", [], made_profile()) == ("pass", "continuous")
    assert worked(("甲", "2014-07", "2021-07-31"), (HERE, "2021-08-20", None)) == ("pass", "continuous")
    assert worked(("甲", "2014-07", "2021-07"), (HERE, "2021-07", None)) == ("pass", "continuous")
    assert worked((HERE, "2014-07", "2023-08")) == ("pass", "continuous")


@pytest.mark.parametrize(
    ("posts", "expected"),
    [
        ([("甲", "2014-07", "2021-05"), (HERE, "2021-07", None)], "gap"),  # June is in no post
        ([("甲", "2014-07-01", "2021-05-31"), (HERE, "2021-07-03", None)], "gap"),
        ([("甲", "2014-07", "2021-09"), (HERE, "2021-07", None)], "overlap"),
        ([("甲", "2014-07", None), (HERE, "2021-07", None)], "overlap"),
        ([("甲", "2014-07", "2016-06"), ("乙", "2018-01", "2021-07"), (HERE, "2021-08", None)], "gap"),
        ([("甲", "2014", "2018"), (HERE, "2018", None)], "imprecise"),
        ([(HERE, "2014-07", "2022-12")], "ended"),
        ([("舜江泵业（浙江）有限公司", "2014-07", None)], "other_employer"),
    ],
)
def test_employment_continuity_review(posts: list[tuple[str, str, str | None]], expected: str) -> None:
    assert worked(*posts) == ("review", expected)


def test_employment_continuity_of_a_study_between() -> None:
    posts = (("甲", "2010-07", "2014-08"), (HERE, "2017-07", None))
    assert worked(*posts, education=education(start="2014-09", end="2017-06")) == ("pass", "continuous")
    assert worked(*posts) == ("review", "gap")


def test_employment_continuity_missing() -> None:
    assert worked() == ("missing", "undeclared")
    assert worked(("甲", None, "2021-07"), (HERE, "2021-08", None)) == ("missing", "undated")
