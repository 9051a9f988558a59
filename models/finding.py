"""Findings: what a check says of an applicant, with the place that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from models.document import Document, Problem
from models.geometry import Box


class Status(StrEnum):
    """What a finding says, heaviest first; see `weight`."""

    FAIL = "fail"
    MISSING = "missing"
    REVIEW = "review"
    PASS = "pass"
    NOT_APPLICABLE = "not_applicable"

    @property
    def weight(self) -> int:
        return {"fail": 4, "missing": 3, "review": 2, "pass": 1, "not_applicable": 0}[self.value]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where it stands: a document and, where one place says it, its page, box (stored pixels) and text."""

    document: str | None
    file: str
    page: int | None = None
    box: Box | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class TimelineStep:
    """A span of time that a check counted: `years` from `start` to `end` (ISO) against `threshold` years, None where it sets none.

    `label` (Chinese) says from what on; `source` which document or declaration gave the start.
    """

    label: str
    start: str
    end: str
    years: Decimal
    threshold: int | None
    source: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One check's word on one subject. `message` is Chinese, for a reviewer; `reason` a stable code for programs.

    `timeline` shows the arithmetic of a check that counts years.
    """

    check: str
    subject: str
    status: Status
    clause: str
    message: str
    declared: str | None = None
    read: str | None = None
    evidence: tuple[Evidence, ...] = ()
    reason: str = ""
    timeline: tuple[TimelineStep, ...] = ()


@dataclass(frozen=True, slots=True)
class ApplicantReport:
    """All that is said of one applicant."""

    applicant_id: str
    name: str
    verdict: Status
    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class PackIdentity:
    """Which rules were applied."""

    id: str
    version: str
    notice: str


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of one run over a folder."""

    rule_pack: PackIdentity
    applicants: tuple[ApplicantReport, ...]
