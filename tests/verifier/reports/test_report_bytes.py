"""The quick writer of report.json gives what `json.dumps` gives."""

from __future__ import annotations

import json

import pytest

from models.document import Document, Field
from models.finding import ApplicantReport, PackIdentity, Report, Status
from models.geometry import Box
from verifier.reports.json_report import dumps, encodable, report_json

LETTERS = "".join(map(chr, range(0xD800))) + "\ue000\U0001f600"
FIELDS = tuple(
    Field("name", "值", "raw", confidence, 1, Box(0.04, -0.01, 1600, 123456.78))
    for confidence in (0.0, 0.0004, 0.0006, 0.1 + 0.2, 1.0)
)


@pytest.mark.parametrize("name", ["周启航", LETTERS, "\udcd6\udcdc.pdf", ""])
def test_bytes_are_those_of_the_standard_library(name: str) -> None:
    documents = (Document("d1", name, (1,), "paper", 1.0, FIELDS), Document("d2", name, (), "other", 0.5))
    report = Report(PackIdentity("p", "1", name), (ApplicantReport("A1", name, Status.PASS, documents, ()),))
    assert dumps(report) == encodable(json.dumps(report_json(report), ensure_ascii=False, indent=1)) + "\n"
    assert dumps(Report(report.rule_pack, ())).endswith("\n}\n")
