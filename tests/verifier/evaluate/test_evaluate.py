"""The evaluation counts what it says it counts."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console

from models.document import Document, Field
from models.errors import InputError
from models.finding import ApplicantReport, Evidence, Finding, Status
from models.geometry import Box
from verifier.evaluate.run import Evaluation, print_evaluation
from verifier.evaluate.truth import Truth, TruthDocument, TruthField, TruthFile, TruthFinding, load_truth

BOX = Box(10, 10, 60, 30)


def field(name: str, value: str, confidence: float = 0.9, box: Box = BOX) -> Field:
    return Field(name, value, value, confidence, 1, box)


def report(*fields: Field, kind: str = "training_hour_card", findings: tuple[Finding, ...] = ()) -> ApplicantReport:
    document = Document("d1", "a.jpg", (1,), kind, 0.9, fields)  # type: ignore[arg-type]
    return ApplicantReport("A001", "甲", Status.REVIEW, (document,), findings)


def truth(*fields: TruthField, findings: tuple[TruthFinding, ...] = ()) -> Truth:
    document = TruthDocument(kind="training_hour_card", pages=(1,), fields=fields)
    return Truth(files=(TruthFile(file="a.jpg", quality="scan", documents=(document,)),), findings=findings)


def test_fields_exact_wrong_and_missing() -> None:
    evaluation = Evaluation()
    evaluation.add(
        truth(
            TruthField(name="year", value="2021", box=BOX),
            TruthField(name="total_hours", value="90"),
            TruthField(name="name", value="周启航"),
        ),
        report(field("year", "2021"), field("total_hours", "80"), field("seal", "present")),
    )
    counts = evaluation.fields["tuned", "scan"]
    assert (counts.printed, counts.exact, counts.missing, counts.wrong, counts.confident_wrong) == (3, 1, 1, 1, 1)
    assert (counts.boxes, counts.boxed, counts.given) == (1, 1, 2)


def test_a_value_that_is_not_printed_is_wrong() -> None:
    evaluation = Evaluation()
    evaluation.add(
        truth(TruthField(name="year", value="2021")), report(field("year", "2021"), field("name", "某", 0.4))
    )
    counts = evaluation.fields["tuned", "scan"]
    assert (counts.exact, counts.wrong, counts.confident_wrong) == (1, 1, 0)


def test_wrong_kind_loses_its_fields() -> None:
    evaluation = Evaluation()
    evaluation.add(truth(TruthField(name="year", value="2021")), report(field("year", "2021"), kind="other"))
    counts = evaluation.fields["tuned", "scan"]
    assert (counts.right_kind, counts.documents, counts.missing) == (0, 1, 1)


@pytest.mark.parametrize(
    ("true", "said", "attribute"),
    [
        ("fail", "pass", "false_pass"),
        ("review", "pass", "false_pass"),
        ("pass", "fail", "false_fail"),
        ("review", "missing", "false_fail"),
        ("pass", "review", "reviews"),
        ("fail", "missing", "other"),
        ("not_applicable", "pass", "agreed"),
    ],
)
def test_findings(true: str, said: str, attribute: str) -> None:
    evaluation = Evaluation()
    finding = Finding("training.total", "application", Status(said), "c", "m", evidence=(Evidence("d1", "a.jpg"),))
    wanted = TruthFinding(check="training.total", subject="application", status=Status(true))
    evaluation.add(truth(findings=(wanted,)), report(findings=(finding,)))
    counts = evaluation.findings["tuned", "scan"]
    assert counts.listed == 1
    assert getattr(counts, attribute) == 1


def test_an_accusation_that_the_truth_does_not_list_is_a_false_fail() -> None:
    evaluation = Evaluation()
    evaluation.add(truth(), report(findings=(Finding("identity.name", "a.jpg", Status.FAIL, "c", "m"),)))
    assert evaluation.findings["tuned", "scan"].false_fail == 1


def test_the_tables_and_faults_are_printed() -> None:
    evaluation = Evaluation()
    evaluation.add(truth(TruthField(name="year", value="2021")), report(field("year", "2020")))
    out = io.StringIO()
    print_evaluation(Console(file=out, width=200), evaluation, faults=True)
    assert "Kinds and fields, tuned half" in out.getvalue()
    assert "'2020' (0.90) for '2021'" in out.getvalue()


def test_a_broken_truth_is_named(tmp_path: Path) -> None:
    path = tmp_path / "truth.json"
    path.write_text('{"files": [{"quality": "nice"}]}', "utf-8")
    with pytest.raises(InputError, match=r"truth\.json"):
        load_truth(path)


def test_families_that_the_truth_does_not_speak_about_are_not_counted() -> None:
    evaluation = Evaluation()
    evaluation.add(truth(), report(findings=(Finding("eligibility.route", "application", Status.FAIL, "c", "m"),)))
    assert evaluation.findings["tuned", "scan"].false_fail == 0
