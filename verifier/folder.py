"""A run over a folder: find the applicants, read their files, verify each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from models.finding import ApplicantReport, Report
from verifier.applicants import ApplicantFolder, find_applicants
from verifier.pipeline import verify_applicant
from verifier.progress import OnPages, quiet
from verifier.readings import read_all
from verifier.rulepacks import RulePack, load_pack
from verifier.run_options import RunOptions


def verify_folder(folder: Path, options: RunOptions, on_pages: OnPages = quiet) -> Report:
    """The report on every applicant under `folder`, by path.

    Raises RulePackError, ProfileError or InputError before anything is read; a bad file is a problem in the report.
    """
    pack = load_pack(options.pack)
    found = find_applicants(folder)
    reports = tuple(report for _, report in verify_applicants(found, pack, options, on_pages))
    return Report(pack.identity, reports)


def verify_applicants(
    found: list[ApplicantFolder], pack: RulePack, options: RunOptions, on_pages: OnPages = quiet
) -> Iterator[tuple[ApplicantFolder, ApplicantReport]]:
    """Each applicant with the report on it."""
    paths = [(applicant.path / name, name) for applicant in found for name in applicant.files]
    readings = iter(read_all(paths, options, on_pages))
    for applicant in found:
        own = [next(readings) for _ in applicant.files]
        yield applicant, verify_applicant(applicant.profile, own, pack)
