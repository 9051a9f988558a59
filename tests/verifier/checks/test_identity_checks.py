"""identity.*, file.readable and document.expected: whose papers these are, and whether they could be read."""

from __future__ import annotations

from typing import Any

import pytest
from case_builder import (
    MIDDLING,
    WEAK,
    appraisal,
    award,
    card,
    degree,
    document,
    encrypted,
    field,
    findings,
    graduation,
    profile,
    read_file,
    said,
    title,
)

from models.document import Problem
from verifier.facts.ownership import is_anothers

CARD = "学时2021.jpg"
DIPLOMA = "毕业证.jpg"


def declared(**person: Any) -> tuple[str, str]:
    return said("identity.id_number", "person", [], profile(person=person))


def test_identity_id_number_pass() -> None:
    assert declared() == ("pass", "right")


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        ({"id_number": "330699199208150036"}, ("fail", "wrong_check_digit")),
        ({"id_number": "33069919920815003"}, ("fail", "wrong_form")),
        ({"birth_date": "1992-08-16"}, ("fail", "birth_date_differs")),
        ({"gender": "女"}, ("fail", "gender_differs")),
    ],
)
def test_identity_id_number_fail(person: dict[str, str], expected: tuple[str, str]) -> None:
    assert declared(**person) == expected


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        ({"id_number": None}, ("missing", "undeclared")),
        ({"birth_date": None}, ("missing", "undeclared")),
        ({"birth_date": "1992-08"}, ("pass", "right")),
        ({"id_number": "330699920815003"}, ("review", "fifteen_digits")),
        ({"id_number": "330699********0035"}, ("review", "other_paper")),
        ({"id_number": "CAN110099061401"}, ("review", "other_paper")),
        ({"id_number": "911124199208150035"}, ("review", "other_paper")),
        ({"id_number": "３３０６９９１９９２０８１５００３５"}, ("pass", "right")),
    ],
)
def test_identity_id_number_edges(person: dict[str, Any], expected: tuple[str, str]) -> None:
    assert declared(**person) == expected


def test_identity_name_pass() -> None:
    assert said("identity.name", CARD, [card("2021")]) == ("pass", "same")


def test_identity_name_fail() -> None:
    found = findings("identity.name", [title(name="沈若岚")])["职称证.jpg"]
    assert (found.status.value, found.reason) == ("fail", "different")
    assert "沈若岚" in found.message
    assert "周启航" in found.message


@pytest.mark.parametrize(
    ("document", "person", "expected"),
    [
        (title(name=("沈若岚", MIDDLING)), {}, ("review", "doubtful")),
        (title(name=("周启航", WEAK)), {}, ("review", "unreadable")),
        (title(name=None), {}, ("review", "unreadable")),
        (title(more=[field("name", "沈若岚")]), {}, ("review", "conflict")),
        (title(name="闫启航"), {"name": "阎启航"}, ("review", "near")),
        (title(name="周建国"), {"former_name": "周建国"}, ("review", "former_name")),
        (title(name="沈若岚", id_number="330699199208150035"), {}, ("review", "same_number")),
        (title(name="沈若岚、周启航"), {}, ("pass", "among_several")),
        (title(name="周旗航", birth_date=None, gender=None), {}, ("review", "one_off")),
        (title(name="周旗航", birth_date=None, gender="男"), {}, ("review", "one_off")),
        (title(name="周旗航", birth_date=None, gender="女"), {}, ("fail", "different")),
        (title(name="周旗航", birth_date=None, id_number="330699198807030022"), {}, ("fail", "different")),
        (title(name="周旗航", birth_date=None, id_number=("330699198807030022", WEAK)), {}, ("review", "one_off")),
        (title(name="李强", birth_date=None), {"name": "李明"}, ("review", "one_off")),
        (title(name="李强", id_number="330699198807030022"), {"name": "李明"}, ("fail", "different")),
        (title(name="阈知夏"), {"name": "阙知夏"}, ("review", "near")),
        (title(name="阈知夏", id_number="330699198807030022"), {"name": "阙知夏"}, ("review", "near")),
        (title(name="周尘航", birth_date=None), {"name": "周㛃航"}, ("review", "near")),
        (title(name="周旗航"), {"name": "周启航"}, ("review", "same_birth")),
        (title(name="周旗航", birth_date="1990-08"), {"name": "周启航"}, ("fail", "different")),
    ],
)
def test_identity_name_edges(document: Any, person: dict[str, str], expected: tuple[str, str]) -> None:
    assert said("identity.name", "职称证.jpg", [document], profile(person=person)) == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("沈若岚", "周启航", "陈某"), ("pass", "among_several")),
        (("沈若岚", ("周启航", MIDDLING)), ("pass", "among_several")),
        (("沈若岚", ("周启航", WEAK)), ("review", "doubtful")),
        (("沈若岚", "阎启航"), ("fail", "different")),
        (("沈若岚", "陈某"), ("fail", "different")),
    ],
)
def test_identity_name_in_a_list_with_a_row_a_person(names: tuple[Any, ...], expected: tuple[str, str]) -> None:
    """A notice of appointments names colleagues too; two names outside of any list stay a contradiction."""
    pairs = [name if isinstance(name, tuple) else (name, 0.97) for name in names]
    rows = [field("name", name, confidence, row=row) for row, (name, confidence) in enumerate(pairs)]
    listed = document("appointment_letter", "聘任通知.pdf", more=rows, title="助理工程师")
    assert said("identity.name", "聘任通知.pdf", [listed]) == expected


@pytest.mark.parametrize(
    ("printed", "declared_name", "anothers"),
    [
        ({"name": "阈知夏"}, "阙知夏", False),
        ({"name": "周旗航", "birth_date": None}, "周启航", False),
        ({"name": "周旗航", "birth_date": None, "id_number": "330699199208150035"}, "周启航", False),
        ({"name": "周旗航", "birth_date": "1990-08"}, "周启航", True),
        ({"name": "李强", "birth_date": None, "id_number": "330699198807030022"}, "李明", True),
        ({"name": "周建国"}, "周启航", True),
    ],
)
def test_one_character_alone_makes_no_paper_anothers(
    printed: dict[str, Any], declared_name: str, anothers: bool
) -> None:
    person = profile(person={"name": declared_name}).person
    assert is_anothers(person, title(**printed)) is anothers


def test_identity_name_of_awards() -> None:
    assert said("identity.name", "奖状.jpg", [award(name="越州精工机械有限公司")]) == ("not_applicable", "employer")
    assert said("identity.name", "奖状.jpg", [award(name="山阴新材料研究院")]) == ("review", "group")
    assert said("identity.name", "奖状.jpg", [award(name="沈若岚")]) == ("fail", "different")
    assert said("identity.name", "奖状.jpg", [award(name=None)]) == ("not_applicable", "nameless")


def test_identity_name_one_finding_a_file() -> None:
    documents = [appraisal("2020", "all.pdf"), appraisal("2021", "all.pdf", name="沈若岚")]
    assert said("identity.name", "all.pdf", documents) == ("fail", "different")


def test_identity_person_pass() -> None:
    assert said("identity.person", DIPLOMA, [graduation()]) == ("pass", "same")
    assert said("identity.person", CARD, [card("2021", id_number="330699********0035")]) == ("pass", "same")
    assert said("identity.person", "职称证.jpg", [title()]) == ("pass", "same")  # born 1992-08


def test_identity_person_fail() -> None:
    assert said("identity.person", DIPLOMA, [graduation(birth_date="1990-08-15")]) == ("fail", "different")
    assert said("identity.person", DIPLOMA, [graduation(gender="女")]) == ("fail", "different")
    assert said("identity.person", CARD, [card("2021", id_number="330699198807030022")]) == ("fail", "different")


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (card("2021", id_number="330699198807030023"), ("review", "misread")),
        (card("2021", id_number=("330699198807030022", MIDDLING)), ("review", "doubtful")),
        (card("2021", id_number=("330699199208150035", WEAK)), ("review", "unreadable")),
        (card("2021", id_number=None), ("not_applicable", "not_shown")),
    ],
)
def test_identity_person_edges(document: Any, expected: tuple[str, str]) -> None:
    assert said("identity.person", CARD, [document]) == expected


def test_identity_person_number_doubted_for_its_check_digit_alone() -> None:
    wrong = {"id_number": "330699199208150036"}
    for confidence, expected in ((0.75, ("pass", "same")), (WEAK, ("review", "unreadable"))):
        read = field("id_number", "330699199208150036", confidence, notes=["doubtful"])
        paper = card("2021", id_number=None, more=[read])
        assert said("identity.person", CARD, [paper], profile(person=wrong)) == expected


def test_identity_person_not_found_on_a_certificate() -> None:
    assert said("identity.person", DIPLOMA, [graduation(gender=None, birth_date=None)]) == ("review", "not_found")


def test_file_readable_pass() -> None:
    assert said("file.readable", CARD, [card("2021")]) == ("pass", "readable")


def test_file_readable_review() -> None:
    """A file that cannot be opened is no fault of the applicant and no pass either."""
    found = findings("file.readable", [], profile(), encrypted())["加密.pdf"]
    assert (found.status.value, found.reason) == ("review", "unopened")
    assert "文件有密码" in found.message


def test_file_readable_edges() -> None:
    silent = read_file("blank.png", words=0)
    assert said("file.readable", "blank.png", [], profile(), silent) == ("review", "no_text")
    late = read_file("slow.pdf", Problem("slow.pdf", "too_slow", "第2页超时。", 2))
    found = findings("file.readable", [], profile(), late)["slow.pdf"]
    assert (found.reason, found.evidence[0].page) == ("page_unread", 2)
    assert said("file.readable", CARD, [card("2021", remarks=["low_quality"])]) == ("review", "poor")


def test_document_expected_pass() -> None:
    assert said("document.expected", CARD, [card("2021")]) == ("pass", "expected")


def test_document_expected_review() -> None:
    assert said("document.expected", "cat.jpg", [document("other", "cat.jpg")]) == ("review", "unexpected")
    assert said("document.expected", CARD, [card("2021", confidence=0.3)]) == ("review", "unsure")
    for course in (graduation(remarks=["not_graduation"]), document("other", DIPLOMA, remarks=["not_graduation"])):
        assert said("document.expected", DIPLOMA, [course]) == ("review", "no_proof")
    assert findings("document.expected", [], profile(), encrypted()) == {}


def test_title_certificate_pass() -> None:
    assert said("title.certificate", "titles[0]", [title()]) == ("pass", "there")


def test_title_certificate_missing() -> None:
    assert said("title.certificate", "titles[0]", [degree()]) == ("missing", "lacking")
    assert said("title.certificate", "titles[0]", [], profile(), encrypted()) == ("review", "maybe_unread")


def test_title_certificate_edges() -> None:
    two = profile(
        titles=[{"title": "技术员", "obtained_on": "2015-12"}, {"title": "助理工程师", "obtained_on": "2017-12-01"}]
    )
    found = findings("title.certificate", [title()], two)
    assert {s: f.reason for s, f in found.items()} == {"titles[0]": "earlier_title", "titles[1]": "there"}
    assert said("title.certificate", "titles", [], profile(titles=[])) == ("not_applicable", "no_title")
    assert said("title.certificate", "titles[0]", [title(confidence=0.2)]) == ("review", "unsure_kind")


def test_title_match_pass() -> None:
    assert said("title.match", "titles[0]", [title()]) == ("pass", "same")


@pytest.mark.parametrize(
    "printed", [{"title": "工程师"}, {"obtained_on": "2019-12-01"}, {"certificate_number": "3306S20190088888"}]
)
def test_title_match_fail(printed: dict[str, str]) -> None:
    assert said("title.match", "titles[0]", [title(**printed)]) == ("fail", "different")


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ({"title": ("工程师", MIDDLING)}, ("review", "doubtful")),
        ({"obtained_on": None}, ("review", "unreadable")),
        ({"certificate_number": ("3306S20170099017", WEAK)}, ("review", "unreadable")),
        ({"obtained_on": "2017-12"}, ("pass", "same")),
        ({"title": "机械助理工程师"}, ("pass", "same")),
    ],
)
def test_title_match_edges(printed: dict[str, Any], expected: tuple[str, str]) -> None:
    assert said("title.match", "titles[0]", [title(**printed)]) == expected


def test_title_match_declarations() -> None:
    undated = profile(titles=[{"title": "助理工程师"}])
    assert said("title.match", "titles[0]", [title()], undated) == ("missing", "undeclared")
    assert said("title.match", "titles[0]", []) == ("not_applicable", "no_document")
    assert said("title.match", "titles", [], profile(titles=[])) == ("not_applicable", "no_title")


@pytest.mark.parametrize(
    ("name", "number", "anothers"),
    [
        ("沈若岚", None, True),  # no character is the applicant's: one unclear character does not make that
        ("周若岚", None, False),
        ("周若岚", "330699198807030022", True),
        ("周若岚", "330699199208150035", False),
    ],
)
def test_an_unclear_character_makes_no_other_person(name: str, number: str | None, anothers: bool) -> None:
    person = profile().person
    unclear = field("name", name, 0.93, notes=["unclear"])
    assert is_anothers(person, card("2021", name=None, id_number=number, more=[unclear])) is anothers


@pytest.mark.parametrize("read", ["越州精工机", "越州精工机械有限公司。"])
def test_a_body_whose_name_was_torn_is_no_other_person(read: str) -> None:
    paper = award(name=read)
    assert said("identity.name", "奖状.jpg", [paper])[0] in ("review", "not_applicable")
