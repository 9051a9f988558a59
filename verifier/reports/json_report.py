"""report.json, schema heyan-report/1. Coordinates are rounded to a tenth of a pixel, confidences to a thousandth."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from pydantic_core import PydanticSerializationError, to_json

from models.document import Document, Field, Problem
from models.finding import ApplicantReport, Evidence, Finding, Report, TimelineStep
from models.geometry import Box

SCHEMA = "heyan-report/1"


def _box(box: Box | None) -> list[float] | None:
    return None if box is None else [round(float(v), 1) for v in box]


def field_json(field: Field) -> dict[str, Any]:
    """One field as the contract names it; `row` and `notes` only where there is something to say."""
    out: dict[str, Any] = {
        "name": field.name,
        "value": field.value,
        "raw": field.raw,
        "confidence": round(field.confidence, 3),
        "page": field.page,
        "box": _box(field.box),
    }
    if field.row is not None:
        out["row"] = field.row
    if field.notes:
        out["notes"] = list(field.notes)
    return out


def document_json(document: Document) -> dict[str, Any]:
    """One document with its fields; `page_sizes` says what the boxes are measured in."""
    out: dict[str, Any] = {
        "id": document.id,
        "file": document.file,
        "pages": list(document.pages),
        "kind": document.kind,
        "kind_confidence": round(document.kind_confidence, 3),
        "fields": [field_json(f) for f in document.fields],
        "page_sizes": [list(size) for size in document.page_sizes],
    }
    if document.remarks:
        out["remarks"] = list(document.remarks)
    return out


def _evidence_json(evidence: Evidence) -> dict[str, Any]:
    return {
        "document": evidence.document,
        "file": evidence.file,
        "page": evidence.page,
        "box": _box(evidence.box),
        "text": evidence.text,
    }


def _step_json(step: TimelineStep) -> dict[str, Any]:
    return {
        "label": step.label,
        "start": step.start,
        "end": step.end,
        "years": float(step.years),
        "threshold": step.threshold,
        "source": step.source,
    }


def finding_json(finding: Finding) -> dict[str, Any]:
    """One finding as the contract names it, with its stable `reason` and its `timeline` where there are any."""
    out: dict[str, Any] = {
        "check": finding.check,
        "subject": finding.subject,
        "status": finding.status.value,
        "clause": finding.clause,
        "message": finding.message,
        "declared": finding.declared,
        "read": finding.read,
        "evidence": [_evidence_json(e) for e in finding.evidence],
    }
    if finding.reason:
        out["reason"] = finding.reason
    if finding.timeline:
        out["timeline"] = [_step_json(step) for step in finding.timeline]
    return out


def problem_json(problem: Problem) -> dict[str, Any]:
    """One problem; `page` only where a single page is meant."""
    out: dict[str, Any] = {"file": problem.file, "code": problem.code, "message": problem.message}
    if problem.page is not None:
        out["page"] = problem.page
    return out


def applicant_json(applicant: ApplicantReport) -> dict[str, Any]:
    """One applicant's part of the report."""
    return {
        "applicant_id": applicant.applicant_id,
        "name": applicant.name,
        "verdict": applicant.verdict.value,
        "documents": [document_json(d) for d in applicant.documents],
        "findings": [finding_json(f) for f in applicant.findings],
        "problems": [problem_json(p) for p in applicant.problems],
    }


def report_json(report: Report) -> dict[str, Any]:
    """The whole report as plain data."""
    pack = report.rule_pack
    return {
        "schema": SCHEMA,
        "rule_pack": {"id": pack.id, "version": pack.version, "notice": pack.notice},
        "applicants": [applicant_json(a) for a in report.applicants],
    }


def dumps(report: Report) -> str:
    """The report as text that ends with a newline; the same report gives the same bytes."""
    return _indented(report_json(report)) + "\n"


def _indented(data: dict[str, Any]) -> str:
    """`data` as `json.dumps(…, indent=1)` writes it, in a tenth of the time; no number in it needs an exponent."""
    try:
        return to_json(data, indent=1).decode()
    except (PydanticSerializationError, UnicodeError):
        return encodable(json.dumps(data, ensure_ascii=False, indent=1))  # a name with lone surrogates


def encodable(text: str) -> str:
    """`text` with U+FFFD for what no encoding can write: bytes of file names that are not UTF-8 come as lone surrogates."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def write_report(report: Report, folder: Path) -> Path:
    """Writes report.json into `folder`, whole or not at all; returns its path. OSError where that cannot be done."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / "report.json"
    draft = folder / f".report.json.{os.getpid()}"
    try:
        with draft.open("w", encoding="utf-8") as out:
            out.write(dumps(report))
            out.flush()
            os.fsync(out.fileno())
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    return target
