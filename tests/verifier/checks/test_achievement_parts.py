"""achievement.paper, achievement.project: every part that the notice names, and the applicant in it."""

from __future__ import annotations

from typing import Any

import pytest
from case_builder import MIDDLING, SURE, WEAK, document, encrypted, field, findings, profile, said

from models.document import Document, Field
from models.profile import Profile

PAPER = {
    "title": "基于有限元的轴承座轻量化设计", "journal": "浙东机电技术", "issn": "9999-0008", "cn": "33-5999/TH",
    "date": "2021-08", "author_rank": 1,
}  # fmt: skip
PROJECT = {
    "name": "轴承磨床热变形补偿关键技术研究", "role": "主要参与", "level": "市级", "start": "2020-05", "end": "2022-05",
    "amount_yuan": 600000,
}  # fmt: skip
PAPER_PARTS = ("cover", "contents", "body")
PROJECT_PARTS = ("cover", "amount", "participants", "seal", "acceptance")


def parts(names: tuple[str, ...], confidence: float = 0.9) -> list[Field]:
    return [field("part", name, confidence) for name in names]


def paper(*, shown: tuple[str, ...] = PAPER_PARTS, file: str = "论文.pdf", **fields: Any) -> Document:
    printed = {
        "title": PAPER["title"], "authors": "周启航;陈某", "journal": "浙东机电技术", "issn": "9999-0008",
        "cn": "33-5999/TH", "date": "2021-08",
    }  # fmt: skip
    return document("paper", file, more=parts(shown), **(printed | fields))


def project(*, shown: tuple[str, ...] = PROJECT_PARTS, file: str = "项目.pdf", **fields: Any) -> Document:
    printed = {
        "project_name": PROJECT["name"], "parties": "越州市科学技术局;越州精工机械有限公司", "amount": "600000",
        "participants": "李某;周启航", "seal": "present",
    }  # fmt: skip
    return document("project_document", file, more=parts(shown), **(printed | fields))


def papers(**changes: Any) -> Profile:
    return profile(papers=[PAPER | changes])


def projects(**changes: Any) -> Profile:
    return profile(projects=[PROJECT | changes])


def of_paper(*documents: Document, **declared: Any) -> tuple[str, str]:
    return said("achievement.paper", "papers[0]", documents, papers(**declared))


def of_project(*documents: Document, **declared: Any) -> tuple[str, str]:
    return said("achievement.project", "projects[0]", documents, projects(**declared))


def test_achievement_paper_pass() -> None:
    assert of_paper(paper()) == ("pass", "same")
    assert of_paper(paper(), issn="ISSN 9999-0008", cn="CN 33-5999/TH") == ("pass", "same")


def test_achievement_paper_missing() -> None:
    found = findings("achievement.paper", [paper(shown=("cover", "body"))], papers())["papers[0]"]
    assert (found.status.value, found.reason) == ("missing", "parts_lacking")
    assert "未见目录（已识别：封面、刊号、正文）" in found.message
    assert of_paper() == ("missing", "lacking")
    assert of_paper(paper(issn=None, cn=None)) == ("missing", "parts_lacking")


def test_achievement_paper_parts_in_several_files() -> None:
    nothing = dict.fromkeys(("title", "authors", "journal", "issn", "cn", "date"))
    pages = [paper(shown=(p,), file=f"{p}.jpg", **nothing) for p in ("cover", "identifier", "contents")]
    text = paper(shown=("body",), file="body.jpg", journal=None, issn=None, cn=None)
    assert of_paper(*pages, text, issn=None, cn=None, journal=None) == ("review", "no_cn")
    assert of_paper(*pages, paper(shown=("body",), file="body.jpg")) == ("pass", "same")
    unknown = document("other", "封面.jpg", confidence=0.3)
    assert of_paper(paper(shown=("contents", "body")), unknown) == ("review", "parts_maybe_unread")
    assert said("achievement.paper", "papers[0]", [], papers(), encrypted()) == ("review", "maybe_unread")


@pytest.mark.parametrize(
    ("printed", "declared", "expected"),
    [
        ({"title": "数控车床刀架可靠性分析"}, {}, ("fail", "different")),
        ({"title": ("数控车床刀架可靠性分析", MIDDLING)}, {}, ("review", "doubtful")),
        ({"journal": "《浙东机电技术》杂志"}, {}, ("pass", "same")),
        ({"cn": "33-5999"}, {}, ("pass", "same")),
        ({"date": "2021"}, {}, ("pass", "same")),
        ({"authors": "陈某;周启航"}, {}, ("fail", "different")),
        ({"authors": "陈某;李某;等"}, {}, ("review", "doubtful")),
        ({"authors": None}, {}, ("review", "absent")),
        ({"issn": "9999-0009"}, {"issn": "9999-0009"}, ("review", "odd_number")),
        ({"cn": "CN88-1234(HK)"}, {"cn": "CN88-1234(HK)"}, ("review", "odd_number")),
        ({"cn": "33-0012"}, {"cn": "33-0012"}, ("review", "odd_number")),
        ({"cn": None}, {"cn": None}, ("review", "no_cn")),
        ({}, {"title": None}, ("missing", "undeclared")),
    ],
)
def test_achievement_paper_agreement(
    printed: dict[str, Any], declared: dict[str, Any], expected: tuple[str, str]
) -> None:
    assert of_paper(paper(**printed), **declared) == expected


def test_two_papers_each_find_their_pages() -> None:
    other = PAPER | {
        "title": "数控车床刀架可靠性分析",
        "journal": "越州机床",
        "issn": None,
        "cn": "33-5998",
        "date": "2022-03",
    }
    second = paper(file="b.pdf", title=other["title"], journal="越州机床", issn=None, cn="33-5998", date="2022-03")
    both = profile(papers=[other, PAPER])
    found = findings("achievement.paper", [paper(), second], both)
    assert {s: f.reason for s, f in found.items()} == {"papers[0]": "same", "papers[1]": "same"}
    alone = findings("achievement.paper", [paper()], both)
    assert {s: f.reason for s, f in alone.items()} == {"papers[0]": "lacking", "papers[1]": "same"}


def test_achievement_project_pass() -> None:
    assert of_project(project()) == ("pass", "same")
    assert of_project(project(amount="604000")) == ("pass", "same")


def test_achievement_project_missing() -> None:
    found = findings("achievement.project", [project(shown=("cover",), amount=None)], projects(amount_yuan=None))
    assert (found["projects[0]"].status.value, found["projects[0]"].reason) == ("missing", "parts_lacking")
    assert "未见项目金额页" in found["projects[0]"].message
    assert of_project() == ("missing", "lacking")
    assert of_project(project(participants="李某;陈某")) == ("missing", "not_listed")


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ({"amount": "860000"}, ("fail", "different")),
        ({"amount": ("860000", MIDDLING)}, ("review", "doubtful")),
        ({"amount": ("600000", WEAK)}, ("review", "unreadable")),
        ({"project_name": "智能仓储系统开发"}, ("fail", "different")),
        ({"participants": "李某;周后航"}, ("review", "near")),
        ({"participants": "李某;陈某;等"}, ("review", "doubtful")),
        (
            {"participants": None, "shown": ("cover", "amount", "participants", "seal", "acceptance")},
            ("review", "absent"),
        ),
        ({"parties": "越州市科学技术局;浙江某某科技有限公司"}, ("review", "other_party")),
        ({"shown": ("cover", "amount", "participants", "seal")}, ("review", "proof_pending")),
        ({"seal": None, "shown": ("cover", "amount", "participants", "acceptance")}, ("missing", "parts_lacking")),
    ],
)
def test_achievement_project_of_one_document(printed: dict[str, Any], expected: tuple[str, str]) -> None:
    assert of_project(project(**printed)) == expected


@pytest.mark.parametrize(
    ("sorts", "expected"),
    [
        ((), ("pass", "same")),  # which papers they are was not recognised
        (("立项", "验收"), ("pass", "same")),
        (("合同",), ("pass", "same")),
        (("验收",), ("review", "only_proof")),
    ],
)
def test_an_acceptance_without_what_began_the_project(sorts: tuple[str, ...], expected: tuple[str, str]) -> None:
    made = project()
    papers = document("project_document", "项目.pdf", more=[*made.fields, *(field("sort", sort) for sort in sorts)])
    assert of_project(papers) == expected


def test_a_place_for_a_seal_is_no_seal() -> None:
    shown = [*parts(("cover", "amount", "participants", "acceptance")), field("part", "seal", 0.55)]
    fields = {f.name: f.value for f in project().fields if f.name not in ("part", "seal")}
    unsealed = document("project_document", "项目.pdf", more=shown, **fields)
    assert of_project(unsealed) == ("review", "parts_unsure")
    grey = document(
        "project_document", "项目.pdf", more=[f for f in shown if f.value != "seal"], remarks=["grayscale"], **fields
    )
    assert of_project(grey) == ("review", "parts_unsure")


def test_a_grant_beside_the_total_is_no_difference() -> None:
    two = project(amount=None)
    sums = [field("amount", "120000"), field("amount", "600000")]
    both = document("project_document", two.file, more=[*two.fields, *sums])
    assert of_project(both) == ("pass", "same")


@pytest.mark.parametrize(
    ("accepted", "expected"),
    [
        ("2021-11-18", ("pass", "within")),
        ("2014-11-18", ("review", "differs")),
        (("2014-11-18", WEAK), ("pass", "within")),
    ],
)
def test_a_project_accepted_long_ago_is_not_made_new_by_its_declaration(
    accepted: str | tuple[str, float], expected: tuple[str, str]
) -> None:
    day = accepted if isinstance(accepted, tuple) else (accepted, SURE)
    told = [field("sort", "验收"), field("date", *day)]
    page = document("project_document", "验收.pdf", project_name=PROJECT["name"], more=told)
    declared = projects(start="2012-03", end="2021-10")
    assert said("achievement.window", "projects[0]", [page], declared) == expected
    signed = document("project_document", "合同.pdf", more=[field("sort", "合同"), field("date", "2012-03-01")])
    assert said("achievement.window", "projects[0]", [page, signed], declared) == expected
