"""report.json keeps the contract's names; the terminal table says what, why and where, and stays inert."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from rich.console import Console

from models.document import Document, Field, Problem
from models.finding import ApplicantReport, Evidence, Finding, PackIdentity, Report, Status
from models.geometry import Box
from verifier.reports.json_report import dumps, write_report
from verifier.reports.terminal import print_report

BOX = Box(120.04, 88.5, 260.0, 120.0)


@pytest.fixture
def report() -> Report:
    field = Field("year", "2021", "2021 年度", 0.9712, 1, BOX)
    document = Document("d1", "scan_07.jpg", (1,), "annual_appraisal", 0.98, (field,), page_sizes=((1654, 2339),))
    found = Finding(
        "appraisal.each_year",
        "2021",
        Status.PASS,
        "附件3第9条",
        "2021年度考核表已提交，考核结果“优秀”与申报一致。",
        declared="优秀",
        read="优秀",
        evidence=(Evidence("d1", "scan_07.jpg", 1, BOX, "优秀"),),
    )
    broken = Finding(
        "file.readable", "x.pdf", Status.REVIEW, "三(二)", "x.pdf 已加密。\x1b[31m", evidence=(Evidence(None, "x.pdf"),)
    )
    applicant = ApplicantReport(
        "A001", "周启航", Status.REVIEW, (document,), (found, broken), (Problem("x.pdf", "encrypted", "文件已加密"),)
    )
    return Report(PackIdentity("shangyu-2023-engineer", "1", "虞人社职〔2023〕3号"), (applicant,))


def test_json_has_the_names_of_the_contract(report: Report) -> None:
    data = json.loads(dumps(report))
    assert data["schema"] == "heyan-report/1"
    assert data["rule_pack"] == {"id": "shangyu-2023-engineer", "version": "1", "notice": "虞人社职〔2023〕3号"}
    applicant = data["applicants"][0]
    assert set(applicant) == {"applicant_id", "name", "verdict", "documents", "findings", "problems"}
    assert applicant["verdict"] == "review"
    field = applicant["documents"][0]["fields"][0]
    assert field == {
        "name": "year",
        "value": "2021",
        "raw": "2021 年度",
        "confidence": 0.971,
        "page": 1,
        "box": [120.0, 88.5, 260.0, 120.0],
    }
    assert applicant["findings"][0]["evidence"][0]["box"] == [120.0, 88.5, 260.0, 120.0]
    assert applicant["problems"] == [{"file": "x.pdf", "code": "encrypted", "message": "文件已加密"}]


def test_json_is_written_whole_and_leaves_no_draft(report: Report, tmp_path: Path) -> None:
    target = write_report(report, tmp_path / "out")
    assert json.loads(target.read_text("utf-8"))["applicants"][0]["name"] == "周启航"
    assert [p.name for p in target.parent.iterdir()] == ["report.json"]


def test_terminal_names_finding_clause_and_place_and_stays_inert(report: Report) -> None:
    out = io.StringIO()
    print_report(Console(file=out, width=200, force_terminal=False), report)
    text = out.getvalue()
    for wanted in ("A001 周启航", "待人工核对", "appraisal.each_year", "附件3第9条", "scan_07.jpg 第1页", "文件已加密"):
        assert wanted in text
    assert "\x1b" not in text
    assert text.index("file.readable") < text.index("appraisal.each_year")


def test_terminal_brief_leaves_out_what_passes(report: Report) -> None:
    out = io.StringIO()
    print_report(Console(file=out, width=200, force_terminal=False), report, open_only=True)
    assert "appraisal.each_year" not in out.getvalue()
    assert "file.readable" in out.getvalue()
