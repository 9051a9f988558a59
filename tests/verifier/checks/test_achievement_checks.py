"""achievement.window, .patent, .software, .award: made in time, proved, and saying what was declared."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from case_builder import MIDDLING, WEAK, award, document, encrypted, findings, profile, said

from models.document import Document
from models.profile import Profile

PATENT = {
    "type": "实用新型", "number": "ZL202129999906.1", "name": "一种轴承座夹具", "inventor_rank": 1,
    "granted_on": "2022-01-18",
}  # fmt: skip
SOFTWARE = {"number": "2021SR9999901", "name": "轴承磨床工艺参数管理软件V1.0", "registered_on": "2021-06-30"}
AWARD = {"name": "2021年度优秀员工", "issuer": "越州精工机械有限公司", "date": "2022-01", "collective": False}


def patent(**fields: Any) -> Document:
    printed = {
        "patent_type": "实用新型", "patent_number": "ZL202129999906.1", "patent_name": "一种轴承座夹具",
        "inventors": "周启航;陈某", "patentee": "越州精工机械有限公司", "granted_on": "2022-01-18",
    }  # fmt: skip
    return document("patent_certificate", "专利.jpg", **(printed | fields))


def software(**fields: Any) -> Document:
    printed = {
        "registration_number": "2021SR9999901", "software_name": "轴承磨床工艺参数管理软件V1.0",
        "owner": "越州精工机械有限公司", "registered_on": "2021-06-30",
    }  # fmt: skip
    return document("software_copyright_certificate", "软著.jpg", **(printed | fields))


def patents(**changes: Any) -> Profile:
    return profile(patents=[PATENT | changes])


def programs(**changes: Any) -> Profile:
    return profile(software_copyrights=[SOFTWARE | changes])


def awards(**changes: Any) -> Profile:
    return profile(awards=[AWARD | changes])


WINDOW = "achievement.window"


def test_achievement_window_pass() -> None:
    found = findings(WINDOW, [patent(), software(), award()], profile(patents=[PATENT], awards=[AWARD]))
    assert {s: f.reason for s, f in found.items()} == {"patents[0]": "within", "awards[0]": "within"}
    assert "2019-01-01以后" in found["patents[0]"].message
    assert said(WINDOW, "software_copyrights[0]", [], programs()) == ("pass", "within")


def test_achievement_window_fail() -> None:
    old = patents(granted_on="2016-05-03")
    assert said(WINDOW, "patents[0]", [patent(granted_on="2016-05-03")], old) == ("fail", "too_old")
    assert said(WINDOW, "patents[0]", [], old) == ("fail", "too_old")


@pytest.mark.parametrize(
    ("declared", "title", "expected"),
    [
        ("2018-03", None, ("fail", "too_old")),
        ("2018-03", "2017-12-01", ("pass", "within")),
        ("2017-11", "2017-12-01", ("fail", "too_old")),
        ("2017-12", "2017-12-01", ("pass", "within")),
        ("2017", "2017-12-01", ("review", "arguable")),
        ("2018-09", None, ("review", "arguable")),
        ("2018", None, ("review", "arguable")),
        ("2019", None, ("pass", "within")),
        ("2023-12", None, ("review", "after_application")),
        (None, None, ("missing", "undeclared")),
    ],
)
def test_achievement_window_edges(declared: str | None, title: str | None, expected: tuple[str, str]) -> None:
    titles = [{"title": "助理工程师", "obtained_on": title}] if title else []
    made = profile(titles=titles, appointments=[], awards=[AWARD | {"date": declared}])
    assert said(WINDOW, "awards[0]", [], made) == expected


def test_achievement_window_where_paper_and_declaration_part() -> None:
    old = [patent(granted_on="2016-05-03")]
    assert said(WINDOW, "patents[0]", old, patents()) == ("review", "differs")
    assert said(WINDOW, "patents[0]", old, patents(granted_on=None)) == ("fail", "too_old")
    faint = [patent(granted_on=("2016-05-03", MIDDLING))]
    assert said(WINDOW, "patents[0]", faint, patents(granted_on=None)) == ("review", "differs")
    assert said(WINDOW, "achievements", []) == ("not_applicable", "no_achievement")


def test_achievement_patent_pass() -> None:
    found = findings("achievement.patent", [patent()], patents())["patents[0]"]
    assert (found.status.value, found.reason) == ("pass", "same")
    assert "专利号、专利类型、专利名称、授权公告日、发明人排名" in found.message


def test_achievement_patent_missing() -> None:
    assert said("achievement.patent", "patents[0]", [], patents()) == ("missing", "lacking")
    assert said("achievement.patent", "patents[0]", [], patents(), encrypted()) == ("review", "maybe_unread")
    assert said("achievement.patent", "patents", []) == ("not_applicable", "no_achievement")


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ({"patent_number": "ZL202129999917.7"}, ("fail", "different")),
        ({"patent_number": ("ZL202129999917.7", MIDDLING)}, ("review", "doubtful")),
        ({"patent_type": "外观设计"}, ("fail", "different")),
        ({"patent_type": "实用新型专利"}, ("pass", "same")),
        ({"inventors": "陈某;周启航"}, ("fail", "different")),
        ({"inventors": "陈某;李某"}, ("fail", "different")),
        ({"inventors": "陈某;李某;等"}, ("review", "doubtful")),
        ({"inventors": ("陈某;李某", MIDDLING)}, ("review", "doubtful")),
        ({"inventors": "周后航;陈某"}, ("review", "near")),
        ({"inventors": None}, ("review", "absent")),
        ({"granted_on": ("2022-01-18", WEAK)}, ("review", "unreadable")),
    ],
)
def test_achievement_patent_of_one_certificate(printed: dict[str, Any], expected: tuple[str, str]) -> None:
    assert said("achievement.patent", "patents[0]", [patent(**printed)], patents()) == expected


def test_achievement_patent_numbers() -> None:
    wrong = "ZL202129999906.7"
    assert said("achievement.patent", "patents[0]", [patent(patent_number=None)], patents(number=wrong)) == (
        "fail",
        "wrong_number",
    )
    printed = patent(patent_number=wrong)
    assert said("achievement.patent", "patents[0]", [printed], patents(number=wrong)) == ("review", "odd_number")
    unsaid = patent(patent_type=None)
    assert said("achievement.patent", "patents[0]", [unsaid], patents(type="发明")) == ("review", "kind_differs")
    assert said("achievement.patent", "patents[0]", [patent()], patents(number=None)) == ("missing", "undeclared")


def test_two_patents_each_find_their_certificate() -> None:
    other = {"number": "ZL202019999903.2", "name": "一种磨床", "type": "发明", "granted_on": "2021-03-02"}
    both = profile(patents=[other, PATENT])
    found = findings("achievement.patent", [patent()], both)
    assert {s: f.reason for s, f in found.items()} == {"patents[0]": "lacking", "patents[1]": "same"}


def test_one_achievement_declared_twice_counts_once() -> None:
    """Two scans of one certificate would otherwise make two of the three patents that are asked for."""
    twice = profile(patents=[PATENT, PATENT | {"number": "202129999906.1"}], awards=[AWARD, AWARD])
    papers = [patent(), replace(patent(), id="专利2.jpg#1", file="专利2.jpg")]
    found = findings("achievement.patent", papers, twice)
    assert {s: f.reason for s, f in found.items()} == {"patents[0]": "same", "patents[1]": "declared_twice"}
    assert "与第1项申报的是同一成果" in found["patents[1]"].message
    assert said("achievement.award", "awards[1]", [award("一.jpg"), award("二.jpg")], twice) == (
        "review",
        "declared_twice",
    )


@pytest.mark.parametrize(
    ("granted", "applied", "expected"),
    [
        ("2022-01-18", "2021-05-01", ("pass", "same")),
        ("2022-01-18", "2022-05-01", ("review", "granted_early")),
        ("2020-11-18", None, ("review", "granted_early")),  # the number is one of 2021
        ("2021-01-18", ("2021-05-01", WEAK), ("pass", "same")),
    ],
)
def test_no_patent_is_granted_before_it_was_applied_for(granted: str, applied: Any, expected: tuple[str, str]) -> None:
    paper = patent(granted_on=granted, applied_on=applied)
    assert said("achievement.patent", "patents[0]", [paper], patents(granted_on=granted)) == expected


def test_achievement_software_number_behind_its_label() -> None:
    assert said(
        "achievement.software", "software_copyrights[0]", [software()], programs(number="登记号：2021SR9999901")
    ) == (
        "pass",
        "same",
    )


def test_achievement_software_pass() -> None:
    assert said("achievement.software", "software_copyrights[0]", [software()], programs()) == ("pass", "same")
    mine = software(owner="周启航;陈某")
    assert said("achievement.software", "software_copyrights[0]", [mine], programs()) == ("pass", "same")


@pytest.mark.parametrize(
    ("printed", "declared", "expected"),
    [
        ({"registration_number": "2020SR8888801"}, {}, ("fail", "different")),
        ({"software_name": "仓库管理系统V2.0"}, {}, ("fail", "different")),
        ({"owner": "浙江某某科技有限公司"}, {}, ("review", "other_owner")),
        ({"registration_number": None}, {"number": "软著登字第9999123号"}, ("fail", "wrong_number")),
        ({}, {"number": None}, ("missing", "undeclared")),
    ],
)
def test_achievement_software_fail(
    printed: dict[str, Any], declared: dict[str, Any], expected: tuple[str, str]
) -> None:
    found = said("achievement.software", "software_copyrights[0]", [software(**printed)], programs(**declared))
    assert found == expected


def test_achievement_award_pass() -> None:
    assert said("achievement.award", "awards[0]", [award()], awards()) == ("pass", "same")


def test_achievement_award_fail() -> None:
    assert said("achievement.award", "awards[0]", [award(award="浙江省科学技术进步奖三等奖")], awards()) == (
        "fail",
        "different",
    )
    assert said("achievement.award", "awards[0]", [], awards()) == ("missing", "lacking")
    assert said("achievement.award", "awards[0]", [award(name="沈若岚")], awards()) == ("missing", "lacking")


def test_a_collective_award_needs_proof_of_the_applicants_part() -> None:
    group = award(name="越州精工机械有限公司主轴攻关团队")
    check, subject = "achievement.award", "awards[0]"
    assert said(check, subject, [group], awards()) == ("missing", "no_contribution")
    assert said(check, subject, [award(name=None)], awards(collective=True)) == ("missing", "no_contribution")
    assert said(check, subject, [award()], awards(collective=True)) == ("pass", "same")
    part = document("project_document", "分工.pdf", participants="李某;周启航")
    assert said(check, subject, [group, part], awards()) == ("review", "perhaps_contribution")
    others = document("project_document", "分工.pdf", participants="李某;陈某")
    assert said(check, subject, [group, others], awards()) == ("missing", "no_contribution")
    faint = document("project_document", "分工.pdf", participants=("李某;自启舫", MIDDLING))
    assert said(check, subject, [group, faint], awards()) == ("review", "perhaps_contribution")
    assert said(check, subject, [group, document("other", "说明.jpg")], awards()) == ("review", "perhaps_contribution")
