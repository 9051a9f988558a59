"""From readings and a profile to an applicant's report: pure, and fast enough to run again after every correction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractors.documents import documents_of
from models.document import Document, FileReading
from models.finding import ApplicantReport, Finding, Status
from models.profile import Profile
from verifier.facts.case import Case
from verifier.rulepacks import RulePack


def verify_applicant(profile: Profile, readings: Iterable[FileReading], pack: RulePack) -> ApplicantReport:
    """What `pack` says of the applicant whose files were read as `readings`, seen alone."""
    return verify_cases([case_of(profile, readings)], pack)[0]


def verify_documents(
    profile: Profile, files: Sequence[FileReading], documents: Iterable[Document], pack: RulePack
) -> ApplicantReport:
    """As `verify_applicant`, of documents already found; they are numbered d1, d2 … over all files."""
    return verify_cases([case_with(profile, files, documents)], pack)[0]


def case_of(profile: Profile, readings: Iterable[FileReading]) -> Case:
    """What the checks look at, from one applicant's readings."""
    files = tuple(readings)
    return case_with(profile, files, (document for reading in files for document in documents_of(reading)))


def case_with(profile: Profile, files: Sequence[FileReading], documents: Iterable[Document]) -> Case:
    """The same with `documents` already found in `files`; they are numbered d1, d2 … over all files."""
    numbered = tuple(replace(document, id=f"d{n}") for n, document in enumerate(documents, start=1))
    return Case(profile, numbered, tuple(files))


def verify_cases(cases: Sequence[Case], pack: RulePack) -> list[ApplicantReport]:
    """The report on each of the applicants of one run; checks of the whole batch see them all."""
    found = [[finding for check in pack.checks for finding in check.run(case)] for case in cases]
    for check in pack.batch_checks:
        for place, finding in check.run_batch(cases):
            found[place].append(finding)
    return [_report(case, tuple(findings)) for case, findings in zip(cases, found, strict=True)]


def _report(case: Case, findings: tuple[Finding, ...]) -> ApplicantReport:
    return ApplicantReport(
        applicant_id=case.profile.applicant_id,
        name=case.profile.person.name,
        verdict=verdict(findings),
        documents=case.documents,
        findings=findings,
        problems=case.problems,
    )


def verdict(findings: Iterable[Finding]) -> Status:
    """The heaviest status; `review` where nothing was found out at all."""
    return max((finding.status for finding in findings), key=lambda status: status.weight, default=Status.REVIEW)
