"""What every report for people tells alike: the order of findings, what is open, the names of kinds and statuses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from models.finding import ApplicantReport, Evidence, Finding, Status
from verifier.checks.files import DocumentExpected
from verifier.rulepacks import RulePack

OPEN = frozenset({Status.FAIL, Status.MISSING, Status.REVIEW})
DEMANDS = frozenset({Status.FAIL, Status.MISSING})
"""What the applicant is asked to mend; what only a person can decide is never put on the applicant."""


def is_settled(verdict: Status) -> bool:
    """True where nobody has anything left to do."""
    return verdict not in OPEN


def heaviest_first(findings: Iterable[Finding]) -> list[Finding]:
    """The findings by weight, else in the pack's order."""
    return sorted(findings, key=lambda f: -f.status.weight)


def open_items(applicant: ApplicantReport) -> list[Finding]:
    """What is neither passed nor beside the point, heaviest first."""
    return heaviest_first(f for f in applicant.findings if f.status in OPEN)


def status_counts(applicant: ApplicantReport) -> Counter[Status]:
    return Counter(f.status for f in applicant.findings)


def titles_of(pack: RulePack) -> Mapping[str, str]:
    """The pack's short Chinese name of each check."""
    return {rule.check: rule.title for rule in pack.rules}


def kind_names(pack: RulePack) -> Mapping[str, str]:
    """The notice's name of each kind that it asks for."""
    for check in pack.checks:
        if isinstance(check, DocumentExpected):
            return {str(kind): name for kind, name in check.kinds.items()}
    return {}


def page_of(evidence: Evidence) -> str:
    """File and page, as a person says it."""
    return evidence.file if evidence.page is None else f"{evidence.file} 第{evidence.page}页"


def pages_of(finding: Finding) -> list[str]:
    """Every file and page of the evidence once."""
    return list(dict.fromkeys(page_of(e) for e in finding.evidence))
