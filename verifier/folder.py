"""A run over a folder: find the applicants, read their files, verify each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from models.document import FileReading
from models.finding import ApplicantReport, Report
from verifier.applicants import ApplicantFolder, find_applicants
from verifier.facts.case import Case
from verifier.handed_in import FileSeen, files_seen
from verifier.pipeline import case_with, verify_cases
from verifier.reading.found import Ahead, documents_in
from verifier.reading.progress import OnPages, quiet
from verifier.reading.readings import read_all
from verifier.reading.run_options import RunOptions
from verifier.rulepacks import RulePack, load_pack


@dataclass(frozen=True, slots=True)
class FolderRun:
    """The report with what the reports for people need besides: the rules, and the files of each applicant in its order."""

    report: Report
    pack: RulePack
    files: tuple[tuple[FileSeen, ...], ...]


def verify_folder(
    folder: Path, options: RunOptions, on_pages: OnPages = quiet, roster: Path | None = None
) -> FolderRun:
    """What the rules say of every applicant under `folder`, by path; `roster` holds their profiles where one is given.

    Raises RulePackError, ProfileError or InputError before anything is read; a bad file is a problem in the report.
    """
    pack = load_pack(options.pack)
    ahead = Ahead()
    read = list(_read_applicants(find_applicants(folder, roster), options, on_pages, ahead))
    reports = verify_cases(_cases(read, options, ahead), pack)
    files = tuple(files_seen(applicant.place, readings) for applicant, readings in read)
    return FolderRun(Report(pack.identity, tuple(reports)), pack, files)


def verify_applicants(
    found: list[ApplicantFolder], pack: RulePack, options: RunOptions, on_pages: OnPages = quiet
) -> Iterator[tuple[ApplicantFolder, ApplicantReport]]:
    """Each applicant with the report on it, all of them seen as one batch."""
    ahead = Ahead()
    read = list(_read_applicants(found, options, on_pages, ahead))
    yield from zip(found, verify_cases(_cases(read, options, ahead), pack), strict=True)


def _cases(read: list[tuple[ApplicantFolder, list[FileReading]]], options: RunOptions, ahead: Ahead) -> list[Case]:
    """What the checks look at, of all applicants at once so that their documents are looked for side by side."""
    documents = iter(documents_in([reading for _, readings in read for reading in readings], options, ahead))
    return [
        case_with(applicant.profile, readings, chain.from_iterable(islice(documents, len(readings))))
        for applicant, readings in read
    ]


def _read_applicants(
    found: list[ApplicantFolder], options: RunOptions, on_pages: OnPages, ahead: Ahead
) -> Iterator[tuple[ApplicantFolder, list[FileReading]]]:
    paths = [(applicant.place(name), name) for applicant in found for name in applicant.files]
    readings = iter(read_all(paths, options, on_pages, ahead.look))
    for applicant in found:
        yield applicant, [next(readings) for _ in applicant.files]
