"""Corrections and decisions laid over the machine's report."""

from __future__ import annotations

import pytest

from models.document import Document, FileReading
from models.errors import HeyanError
from models.finding import ApplicantReport, Finding, Status
from tests.verifier.hook.desk.desk_site import (
    HOURS_FINDING,
    PACK,
    RESULT_FINDING,
    documents_of_case,
    profile_of,
    reading_of,
)
from verifier.hook.effective import (
    Correction,
    Decision,
    Effective,
    effective,
    effective_report,
    field_key,
    fingerprint,
    keyed,
    new_field_key,
)
from verifier.hook.fields import normal_form
from verifier.pipeline import verify_documents
from verifier.rulepacks import load_pack

FILES = ("card.png", "table.png")
PROFILE = profile_of("A001", "周启航")
READINGS = [reading_of(name, str(n) * 64, "周启航") for n, name in enumerate(FILES)]
HOURS = Correction("c1", "card.png#1", "total_hours[0]", "30", "90")
RESULT = Correction("c2", "table.png#1", new_field_key("result"), None, "合格")


@pytest.fixture(scope="module")
def machine() -> ApplicantReport:
    return verify_documents(PROFILE, READINGS, documents_of_case(FILES, "周启航"), load_pack(PACK))


def laid(machine: ApplicantReport, *actions: Correction | Decision) -> Effective:
    corrections = [a for a in actions if isinstance(a, Correction)]
    decisions = [a for a in actions if isinstance(a, Decision)]
    return effective(machine, READINGS, PROFILE, load_pack(PACK), corrections, decisions)


def found(report: ApplicantReport, key: tuple[str, str]) -> Finding:
    return next(f for f in report.findings if (f.check, f.subject) == key)


def decision(machine: ApplicantReport, key: tuple[str, str], status: str = "pass") -> Decision:
    return Decision("d1", *key, status, "已核对原件", fingerprint(found(machine, key)))  # type: ignore[arg-type]


def test_nothing_laid_over_is_the_machines_report(machine: ApplicantReport) -> None:
    assert laid(machine).report == machine


def test_a_corrected_field_changes_its_findings_and_no_others(machine: ApplicantReport) -> None:
    assert found(machine, HOURS_FINDING).status is Status.REVIEW
    after = laid(machine, HOURS).report
    assert found(after, HOURS_FINDING).status is Status.PASS
    changed = {f.check for f, g in zip(machine.findings, after.findings, strict=True) if f.status != g.status}
    # The sums were for a person while a card was unread; now it is certain that cards of other years are lacking.
    assert changed == {"training.declared", "training.total", "training.specialized", "training.public"}
    assert found(after, ("training.total", "application")).status is Status.MISSING
    field = after.documents[0].fields[2]
    assert (field.value, field.confidence, field.notes) == ("90", 1.0, ("corrected",))


def test_a_field_that_was_not_read_can_be_put_in(machine: ApplicantReport) -> None:
    assert found(laid(machine, RESULT).report, RESULT_FINDING).status is Status.PASS


def test_a_field_that_is_not_on_the_paper_can_be_taken_away(machine: ApplicantReport) -> None:
    gone = laid(machine, Correction("c", "card.png#1", "total_hours[0]", "30", None)).report
    assert not gone.documents[0].all("total_hours")


@pytest.mark.parametrize(
    "idle",
    [
        Correction("c", "card.png#1", "total_hours[0]", "31", "90"),
        Correction("c", "card.png#1", "total_hours[1]", "30", "90"),
        Correction("c", "other.png#1", "total_hours[0]", "30", "90"),
        Correction("c", "card.png#1", "nonsense", "30", "90"),
    ],
)
def test_a_correction_of_what_is_no_longer_there_has_no_effect_and_says_so(
    machine: ApplicantReport, idle: Correction
) -> None:
    after = laid(machine, idle)
    assert after.idle == {"c"}
    assert after.report == machine


def test_keys_survive_files_that_come_later() -> None:
    documents = documents_of_case(FILES, "周启航")
    further = Document("d1", "a.png", (1, 2, 3), "other", 0.9, page_sizes=((10, 10),) * 3)
    assert list(keyed([further, further, *documents])) == ["a.png#1-3", "a.png#1-3/2", "card.png#1", "table.png#1"]
    again = verify_documents(
        PROFILE, [FileReading("a.png", "9" * 64), *READINGS], (further, *documents), load_pack(PACK)
    )
    after = effective(again, READINGS, PROFILE, load_pack(PACK), [HOURS], [])
    assert found(after.report, HOURS_FINDING).status is Status.PASS
    assert field_key(documents[0], 2) == "total_hours[0]"


def test_a_decision_settles_a_finding_and_says_why(machine: ApplicantReport) -> None:
    for status, wanted in (("pass", Status.PASS), ("fail", Status.FAIL)):
        after = laid(machine, decision(machine, HOURS_FINDING, status))
        finding = found(after.report, HOURS_FINDING)
        assert finding.status is wanted
        assert "已核对原件" in finding.message
        assert found(after.corrected, HOURS_FINDING).status is Status.REVIEW
        assert set(after.decided) == {HOURS_FINDING}


def test_a_decision_ends_when_its_finding_says_something_else(machine: ApplicantReport) -> None:
    decided = decision(machine, HOURS_FINDING)
    misread = Correction("c", "card.png#1", "total_hours[0]", "30", "31")
    after = laid(machine, misread, decided)
    assert found(after.report, HOURS_FINDING).status is not Status.PASS
    assert after.idle == {"d1"}


def test_no_decision_touches_what_the_machine_settled(machine: ApplicantReport) -> None:
    missing = next(f for f in machine.findings if f.status is Status.MISSING)
    decided = decision(machine, (missing.check, missing.subject))
    assert effective_report(machine, READINGS, PROFILE, load_pack(PACK), [], [decided]) == machine


@pytest.mark.parametrize(
    ("name", "typed", "kept"),
    [
        ("issue_date", "二〇二一年六月", "2021-06"),
        ("year", " 2021年度", "2021"),
        ("total_hours", "９０.0 学时", "90"),
        ("name", "周 启航", "周启航"),
        ("certificate_number", "9900-14", "990014"),
        ("seal", "有", "present"),
        ("comment", "  很好（合格） ", "很好(合格)"),
    ],
)
def test_what_is_typed_takes_the_normal_form(name: str, typed: str, kept: str) -> None:
    assert normal_form(name, typed) == kept


@pytest.mark.parametrize(
    ("name", "typed"),
    [("issue_date", "昨天"), ("year", "2020-2021"), ("total_hours", "多"), ("gender", "无"), ("name", " ")],
)
def test_what_cannot_be_is_refused(name: str, typed: str) -> None:
    with pytest.raises(HeyanError, match="返回修改"):
        normal_form(name, typed)


def test_a_document_of_another_kind_is_read_anew(machine: ApplicantReport) -> None:
    kind = Correction("k", "table.png#1", "kind[0]", "annual_appraisal", "award_certificate")
    after = laid(machine, RESULT, kind)
    document = after.report.documents[1]
    assert (document.id, document.kind, document.kind_confidence) == ("d2", "award_certificate", 1.0)
    assert not document.all("year")
    assert found(after.report, ("appraisal.each_year", "2022")).status is Status.MISSING
    assert after.idle == set()


@pytest.mark.parametrize(
    "idle",
    [
        Correction("k", "table.png#1", "kind[0]", "annual_appraisal", "nonsense"),
        Correction("k", "table.png#1", "kind[0]", "paper", "award_certificate"),
        Correction("k", "table.png#2", "kind[0]", "annual_appraisal", "award_certificate"),
    ],
)
def test_a_kind_that_cannot_be_has_no_effect(machine: ApplicantReport, idle: Correction) -> None:
    after = laid(machine, idle)
    assert after.report == machine
    assert after.idle == {"k"}
