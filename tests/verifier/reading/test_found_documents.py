"""A report is the same to the byte, whatever the cache holds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from extractors import document_cache
from extractors.cache import ReadingCache, ReadingKey, settings_key
from extractors.documents import documents_of
from models.document import Document, FileReading
from models.finding import Report
from models.settings import ReadingSettings
from tests.recordings import SAMPLES, recorded, sha256_of
from verifier.applicants import ApplicantFolder, find_applicants
from verifier.folder import verify_applicants
from verifier.pipeline import case_of, verify_cases
from verifier.reading import process
from verifier.reading.found import finder
from verifier.reading.run_options import RunOptions
from verifier.reports.json_report import dumps
from verifier.rulepacks import load_pack

APPLICANTS = 2
OPTIONS = RunOptions("shangyu-2023-engineer", ReadingSettings(), 1, True)
PACK = load_pack(OPTIONS.pack)


def report(found: list[ApplicantFolder]) -> str:
    return dumps(Report(PACK.identity, tuple(r for _, r in verify_applicants(found, PACK, OPTIONS))))


@pytest.fixture
def applicants(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[ApplicantFolder]:
    """Some samples, whose readings are cached."""
    monkeypatch.setenv("HEYAN_CACHE", str(tmp_path))
    every = find_applicants(SAMPLES, None)
    chosen = every[:: max(1, len(every) // APPLICANTS)]
    engine, version = process.identity("onnx")
    for applicant in chosen:
        for name in applicant.files:
            path = applicant.place(name)
            key = ReadingKey(sha256_of(path), engine, version, settings_key(OPTIONS.settings))
            ReadingCache().put(key, recorded(path, name))
    return chosen


def test_reports_are_the_same_without_with_and_after_the_cache(
    applicants: list[ApplicantFolder], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cases = [case_of(a.profile, [recorded(a.place(n), n) for n in a.files]) for a in applicants]
    plain = dumps(Report(PACK.identity, tuple(verify_cases(cases, PACK))))
    files = sum(len(a.files) for a in applicants)
    made = _counted(monkeypatch)

    assert (report(applicants) == plain, len(made)) == (True, files)  # cold
    assert (report(applicants) == plain, len(made)) == (True, files)  # warm: not one was looked for again
    entries = sorted(tmp_path.rglob("*.documents.json.gz"))
    for place, entry in enumerate(entries):
        entry.write_bytes((b"", entry.read_bytes()[:-9], entries[place - 1].read_bytes())[place % 3])
    assert (report(applicants) == plain, len(made) > files) == (True, True)  # broken, and of other files
    again = len(made)
    assert (report(applicants) == plain, len(made)) == (True, again)  # mended


def test_without_the_cache_nothing_is_kept_nor_looked_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEYAN_CACHE", str(tmp_path))
    bare = RunOptions(OPTIONS.pack, OPTIONS.settings, 1, use_cache=False)
    assert finder(bare) is documents_of
    assert list(tmp_path.iterdir()) == []


def _counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    made: list[str] = []
    original: Callable[[FileReading], tuple[Document, ...]] = documents_of

    def counting(reading: FileReading) -> tuple[Document, ...]:
        made.append(reading.file)
        return original(reading)

    monkeypatch.setattr(document_cache, "documents_of", counting)
    return made
