"""From readings and a profile to an applicant's report: pure, and fast enough to run again after every correction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractors.documents import documents_of
from models.document import Document, FileReading
from models.finding import ApplicantReport, Finding, Status
from models.profile import Profile
from verifier.case import Case
from verifier.rulepacks import RulePack


def verify_applicant(profile: Profile, readings: Iterable[FileReading], pack: RulePack) -> ApplicantReport:
    """What `pack` says of the applicant whose files were read as `readings`."""
    files = tuple(readings)
    found = [document for reading in files for document in documents_of(reading)]
    return verify_documents(profile, files, found, pack)


def verify_documents(
    profile: Profile, files: Sequence[FileReading], documents: Iterable[Document], pack: RulePack
) -> ApplicantReport:
    """As `verify_applicant`, of documents already found; they are numbered d1, d2 … over all files."""
    numbered = tuple(replace(document, id=f"d{n}") for n, document in enumerate(documents, start=1))
    case = Case(profile, numbered, tuple(files))
    findings = tuple(finding for check in pack.checks for finding in check.run(case))
    return ApplicantReport(
        applicant_id=profile.applicant_id,
        name=profile.person.name,
        verdict=verdict(findings),
        documents=numbered,
        findings=findings,
        problems=case.problems,
    )


def verdict(findings: Iterable[Finding]) -> Status:
    """The heaviest status; `review` where nothing was found out at all."""
    return max((finding.status for finding in findings), key=lambda status: status.weight, default=Status.REVIEW)
