"""Findings against what a careful reviewer would say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from models.finding import ApplicantReport, Finding, Status
from verifier.evaluate.truth import Truth, TruthFinding

WORST_LAST = ("text", "clean", "scan", "photo")
_ACCUSING = (Status.FAIL, Status.MISSING)
_KINDLY = (Status.PASS, Status.NOT_APPLICABLE)


@dataclass
class FindingCounts:
    """`false_pass`: passed where the truth does not; `false_fail`: fail or missing where the truth is neither.

    `reviews` counts decidable findings (truth other than review) that were left to a person.
    """

    listed: int = 0
    agreed: int = 0
    decidable: int = 0
    reviews: int = 0
    false_pass: int = 0
    false_fail: int = 0
    other: int = 0
    faults: list[str] = field(default_factory=list)


def _quality(finding: Finding | None, subject: str, qualities: Mapping[str, str], fallback: str) -> str:
    files = [subject] if subject in qualities else []
    if finding is not None:
        files += [e.file for e in finding.evidence if e.file in qualities]
    found = [qualities[f] for f in files]
    return max(found, key=WORST_LAST.index) if found else fallback


def _count(counts: FindingCounts, where: str, truth: Status, said: Status, message: str) -> None:
    counts.listed += 1
    decidable = truth is not Status.REVIEW
    counts.decidable += decidable
    if said is truth or {said, truth} <= set(_KINDLY):
        counts.agreed += 1
        return
    if said is Status.REVIEW:
        counts.reviews += decidable
        label = "review"
    elif said in _KINDLY:
        counts.false_pass += 1
        label = "FALSE PASS"
    elif said in _ACCUSING and truth not in _ACCUSING:
        counts.false_fail += 1
        label = "FALSE FAIL"
    else:
        counts.other += 1
        label = "other"
    counts.faults.append(f"{where}: {label}: {said.value} for {truth.value}: {message}")


def count_findings(counts: Mapping[str, FindingCounts], truth: Truth, report: ApplicantReport) -> None:
    """Adds one applicant's findings to the counts of their qualities (the worst among a finding's files)."""
    qualities = {f.file: f.quality for f in truth.files}
    fallback = max(qualities.values(), key=WORST_LAST.index, default="clean")
    said: dict[tuple[str, str], Finding] = {}
    for finding in report.findings:
        key = (finding.check, finding.subject)
        if key not in said or finding.status.weight > said[key].status.weight:
            said[key] = finding
    listed = {(t.check, t.subject): t for t in truth.findings}
    for key, wanted in listed.items():
        found = said.get(key)
        quality = _quality(found, wanted.subject, qualities, fallback)
        where = f"{report.applicant_id} {key[0]} {key[1]} [{quality}]"
        _count(
            counts[quality],
            where,
            wanted.status,
            found.status if found else Status.NOT_APPLICABLE,
            found.message if found else "(no such finding)",
        )
    for key, finding in said.items():
        if key in listed or finding.status in _KINDLY or finding.check.split(".")[0] not in truth.families:
            continue
        quality = _quality(finding, finding.subject, qualities, fallback)
        where = f"{report.applicant_id} {key[0]} {key[1]} [{quality}, not in the truth]"
        _count(
            counts[quality],
            where,
            TruthFinding(check=key[0], subject=key[1], status=Status.PASS).status,
            finding.status,
            finding.message,
        )
