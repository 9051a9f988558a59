"""education.*: the documents that an education needs, and what they say."""

from __future__ import annotations

from typing import Any

import pytest
from case_builder import (
    MIDDLING,
    PROFILE,
    WEAK,
    degree,
    document,
    education,
    encrypted,
    field,
    findings,
    graduation,
    profile,
    registration,
    said,
)

E0 = "education[0]"


def judged(check: str, documents: list[Any], **changes: Any) -> tuple[str, str]:
    return said(check, E0, documents, profile(education=education(**changes)))


def test_education_material_pass() -> None:
    assert said("education.material", E0, [graduation(), degree(), registration()]) == ("pass", "complete")


@pytest.mark.parametrize("lacking", [0, 1, 2])
def test_education_material_missing(lacking: int) -> None:
    documents = [graduation(), degree(), registration()]
    del documents[lacking]
    assert said("education.material", E0, documents) == ("missing", "lacking")
    assert said("education.material", E0, documents, profile(), encrypted()) == ("review", "maybe_unread")


def test_education_material_by_branch() -> None:
    form = document("graduate_registration_form", "登记表.pdf", name="周启航")
    report = document("chsi_verification_report", "认证报告.pdf", name="周启航", conclusion="一致")
    overseas = document("overseas_degree_recognition", "认证书.pdf", name="周启航")
    assert judged("education.material", [], auto_extracted=True) == ("not_applicable", "waived")
    assert judged("education.material", [], auto_extracted=True, end="2001-01") == ("not_applicable", "waived")
    assert judged("education.material", [], auto_extracted=True, end="2000-12") == ("missing", "lacking")
    old = [graduation(), degree(), form]
    assert judged("education.material", old, auto_extracted=True, end="2000-12") == ("pass", "complete")
    assert judged("education.material", [graduation(), degree(), report]) == ("pass", "complete")
    assert judged("education.material", [graduation(), degree(), form], end="1997-07") == ("pass", "complete")
    assert judged("education.material", [graduation(), degree(), report], end="1997-07") == ("review", "instead")
    assert judged("education.material", [graduation(), degree()], end="1997-07") == ("missing", "lacking")
    assert judged("education.material", [graduation(), degree(), form], end="2001-07") == ("review", "unsettled")
    assert judged("education.material", [graduation(), degree()], end="2001-07") == ("missing", "lacking")
    assert judged("education.material", [overseas], overseas=True) == ("pass", "complete")
    assert judged("education.material", [graduation(), degree()], overseas=True) == ("missing", "lacking")
    assert judged("education.material", [graduation()], level="中专", degree=None) == ("pass", "complete")


def test_education_material_degree_only_where_declared() -> None:
    assert judged("education.material", [graduation(), registration()], degree=None) == ("pass", "complete")
    form = document("graduate_registration_form", "登记表.pdf")
    assert judged("education.material", [graduation(), form], end="1990-07") == ("review", "merged_degree")


def test_education_material_edges() -> None:
    assert judged("education.material", [graduation()], end=None) == ("missing", "undated")
    unsure = [graduation(), degree(), registration(confidence=0.2)]
    assert said("education.material", E0, unsure) == ("review", "unsure_kind")
    expired = [graduation(), degree(), registration(valid_until="2023-05-01")]
    assert said("education.material", E0, expired) == ("review", "expired")
    for unread in (None, ("2023-12-01", 0.3)):
        undated = [graduation(), degree(), registration(valid_until=unread)]
        assert said("education.material", E0, undated) == ("review", "expiry_unread")
    renewed = [*expired, registration("新备案表.pdf")]
    assert said("education.material", E0, renewed) == ("pass", "complete")
    none = findings("education.material", [], profile(education=[]))
    assert none["education"].status.value == "review"


def test_education_conclusion_pass() -> None:
    assert said("education.conclusion", E0, [graduation(), registration()]) == ("pass", "graduated")


@pytest.mark.parametrize("word", ["结业", "肄业"])
def test_education_conclusion_fail(word: str) -> None:
    assert said("education.conclusion", E0, [graduation(conclusion=word)]) == ("fail", "refused")


def report_that_says(*conclusions: str) -> Any:
    return document("chsi_verification_report", more=[field("conclusion", words) for words in conclusions])


@pytest.mark.parametrize(
    ("documents", "expected"),
    [
        ([graduation(conclusion=("结业", MIDDLING))], ("review", "doubtful")),
        ([graduation(conclusion=("毕业", WEAK))], ("review", "unreadable")),
        ([graduation(conclusion=("毕业", WEAK)), registration()], ("review", "unreadable")),
        ([graduation(conclusion=None)], ("review", "unreadable")),
        ([graduation(more=[field("conclusion", "结业")])], ("review", "doubtful")),
        ([graduation(conclusion="结业"), registration()], ("review", "conflict")),
        ([graduation(remarks=["not_graduation"])], ("review", "no_diploma")),
        ([registration(conclusion="结业")], ("fail", "refused")),
        ([document("chsi_verification_report", conclusion="与核查结果一致")], ("pass", "graduated")),
        ([document("chsi_verification_report", conclusion="该证书不能认证")], ("fail", "refused")),
        ([document("chsi_verification_report", conclusion="信息不一致")], ("fail", "refused")),
        ([report_that_says("毕业", "该证书属实")], ("pass", "graduated")),
        ([report_that_says("毕业", "该证书不属实")], ("review", "doubtful")),
        ([report_that_says("毕业", "待核实")], ("review", "doubtful")),
        ([], ("not_applicable", "no_document")),
    ],
)
def test_education_conclusion_edges(documents: list[Any], expected: tuple[str, str]) -> None:
    assert said("education.conclusion", E0, documents) == expected


ELSE = {"school": "稽山职业技术学院", "major": "会计学", "level": "大专", "number": "990011201405000789"}
FIELD = {"number": "certificate_number"}


@pytest.mark.parametrize("what", list(ELSE))
def test_education_agreement_pass(what: str) -> None:
    assert said(f"education.{what}", E0, [graduation(), degree(), registration()]) == ("pass", "same")


@pytest.mark.parametrize("what", list(ELSE))
def test_education_agreement_fail(what: str) -> None:
    name, other = FIELD.get(what, what), ELSE[what]
    found = findings(f"education.{what}", [graduation(**{name: other})])[E0]
    assert (found.status.value, found.reason, found.read) == ("fail", "different", other)
    assert found.evidence[0].box is not None


def test_the_figures_of_an_old_number_stand_for_all_of_it() -> None:
    def number(printed: str) -> tuple[str, str]:
        old = graduation(certificate_number=printed, issue_date="1998-07-01")
        return judged("education.number", [old], certificate_number="980416", end="1998-07")

    assert number("机院毕字第980416号") == ("pass", "alias")
    assert number("980416") == ("pass", "same")
    assert number("机院毕字第980417号")[0] != "pass"
    assert number("机院毕980416号")[0] != "pass"


def test_a_secondary_school_has_no_major_to_declare() -> None:
    assert judged("education.major", [graduation()], level="高中", major=None) == ("not_applicable", "without_major")
    assert judged("education.major", [graduation()], level="中专", major=None) == ("missing", "undeclared")
    assert judged("education.major", [graduation()], level="高中") == ("pass", "same")


@pytest.mark.parametrize("what", list(ELSE))
def test_education_agreement_edges(what: str) -> None:
    check, name, other = f"education.{what}", FIELD.get(what, what), ELSE[what]
    right = graduation()
    value = right.all(name)[0].value
    assert said(check, E0, [graduation(**{name: (other, MIDDLING)})]) == ("review", "doubtful")
    assert said(check, E0, [graduation(**{name: (value, WEAK)})]) == ("review", "unreadable")
    assert said(check, E0, [graduation(**{name: None})]) == ("review", "absent")
    assert said(check, E0, [graduation(**{name: None}), registration()]) == ("pass", "same")
    assert said(check, E0, [right, registration(**{name: (value, WEAK)})]) == ("pass", "same")
    assert said(check, E0, [right, registration(**{name: (other, WEAK)})]) == ("review", "unreadable")
    assert said(check, E0, [right, registration(**{name: other})]) == ("review", "conflict")
    assert said(check, E0, []) == ("not_applicable", "no_document")
    repaired = graduation(**{name: None}, more=[field(name, other, notes=["repaired"])])
    assert said(check, E0, [repaired]) == ("review", "doubtful")
    undeclared = {name: None}
    assert judged(check, [right], **undeclared) == ("missing", "undeclared")
    assert judged(check, [], auto_extracted=True, **undeclared) == ("not_applicable", "no_document")


def test_education_school_side_documents_only_contradict() -> None:
    assert said("education.school", E0, [graduation(), degree(school="稽山职业技术学院")]) == ("review", "conflict")
    assert said("education.school", E0, [graduation(), degree(school=("稽山职业技术学院", WEAK))]) == ("pass", "same")


def test_education_dates_pass() -> None:
    assert said("education.dates", E0, [graduation(), registration()]) == ("pass", "same")


def test_education_dates_fail() -> None:
    assert said("education.dates", E0, [graduation(end_date="2015-06")]) == ("fail", "different")
    assert said("education.dates", E0, [graduation(start_date="2009-09")]) == ("fail", "different")


def test_education_dates_edges() -> None:
    assert said("education.dates", E0, [graduation(end_date="2014-07")]) == ("review", "near")
    assert said("education.dates", E0, [graduation(end_date=("2015-06", MIDDLING))]) == ("review", "doubtful")
    assert judged("education.dates", [graduation()], end=None) == ("missing", "undeclared")
    self_taught = graduation(start_date=None, programme_type="自考")
    assert said("education.dates", E0, [self_taught]) == ("pass", "same")


@pytest.mark.parametrize(
    ("number", "changes", "expected"),
    [
        ("990011201406000123", {}, ("review", "level_differs")),
        ("990011201605000123", {}, ("review", "year_later")),
        ("990011201305000123", {}, ("pass", "same")),  # a 结业 certificate exchanged for a 毕业 one keeps its number
        ("970123", {}, ("review", "unregistered_form")),
        ("970123", {"end": "1997-07"}, ("pass", "same")),
        ("65330604151123457", {}, ("pass", "same")),
    ],
)
def test_education_number_form(number: str, changes: dict[str, str], expected: tuple[str, str]) -> None:
    documents = [graduation(certificate_number=number)]
    assert judged("education.number", documents, certificate_number=number, **changes) == expected


def test_education_number_differs_alike_on_two_papers() -> None:
    read = "990011201405000128"
    one = [graduation(certificate_number=read)]
    assert judged("education.number", one, certificate_number="990011201405000123") == ("review", "near")
    two = [*one, registration(certificate_number=read)]
    assert judged("education.number", two, certificate_number="990011201405000123") == ("fail", "different")


def test_education_number_programme() -> None:
    adult = graduation(programme_type="成人")
    assert said("education.number", E0, [adult]) == ("review", "programme_differs")


def test_education_number_of_before_2001() -> None:
    assert judged("education.number", [], end="1997-07", certificate_number=None) == ("not_applicable", "unnumbered")


def test_education_degree_pass() -> None:
    assert said("education.degree", E0, [degree()]) == ("pass", "same")


def test_education_degree_fail() -> None:
    assert said("education.degree", E0, [degree(degree="管理学学士")]) == ("fail", "different")
    assert said("education.degree", E0, [degree(certificate_number="9900142014000999")]) == ("fail", "different")


def test_education_degree_edges() -> None:
    assert said("education.degree", E0, [degree(degree="学士")]) == ("review", "near")
    assert said("education.degree", E0, [degree(certificate_number=None)]) == ("review", "unreadable")
    assert said("education.degree", E0, [degree(degree=("工学学士", WEAK))]) == ("review", "unreadable")
    assert said("education.degree", E0, []) == ("not_applicable", "no_document")
    assert judged("education.degree", [], degree=None) == ("not_applicable", "no_degree")


def test_documents_go_to_the_education_they_prove() -> None:
    college = PROFILE["education"][0] | {
        "level": "大专", "degree": None, "school": "稽山职业技术学院", "major": "机电一体化技术", "start": "2007-09",
        "end": "2010-06", "certificate_number": "990031201006001234", "degree_certificate_number": None,
    }  # fmt: skip
    declared = profile(education=[college, *education()])
    other = graduation(
        "大专.jpg", level="大专", school="稽山职业技术学院", major="机电一体化技术", start_date="2007-09",
        end_date="2010-06", certificate_number="990031201006001234",
    )  # fmt: skip
    documents = [graduation(), other, degree(), registration()]
    found = findings("education.school", documents, declared)
    assert {s: f.status.value for s, f in found.items()} == {"education[0]": "pass", "education[1]": "pass"}
    material = findings("education.material", documents, declared)
    assert material["education[0]"].status.value == "missing"  # no 备案表 of the first
    assert material["education[1]"].status.value == "pass"


def test_a_certificate_of_nothing_declared_still_shows() -> None:
    """The only certificate there is was handed in for the only education, however little they agree."""
    strange = graduation(school="山阴学院", major="会计学", level="大专", certificate_number="990031200806001234")
    assert said("education.level", E0, [strange]) == ("fail", "different")
