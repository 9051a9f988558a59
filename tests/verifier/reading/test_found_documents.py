"""A report is the same to the byte, whatever the cache holds."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import faulty_search
import pytest

from extractors.cache import ReadingCache, ReadingKey, relabelled, settings_key
from extractors.documents import documents_of
from models.document import Document, FileReading
from models.finding import Report
from models.settings import ReadingSettings
from tests.recordings import SAMPLES, recorded, sha256_of
from verifier.applicants import ApplicantFolder, find_applicants
from verifier.folder import verify_applicants
from verifier.pipeline import case_of, verify_cases
from verifier.reading import found, process, searching
from verifier.reading.found import Search, documents_in, searched
from verifier.reading.pool import Task, WorkerPool
from verifier.reading.run_options import RunOptions
from verifier.reports.json_report import dumps
from verifier.rulepacks import load_pack

ROOT = Path(__file__).resolve().parents[3]
APPLICANTS = 2
OPTIONS = RunOptions("shangyu-2023-engineer", ReadingSettings(), 1, True)
PACK = load_pack(OPTIONS.pack)


def report(applicants: list[ApplicantFolder], options: RunOptions = OPTIONS) -> str:
    return dumps(Report(PACK.identity, tuple(r for _, r in verify_applicants(applicants, PACK, options))))


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
    readings = some_readings()
    assert documents_in(readings, bare) == [documents_of(reading) for reading in readings]
    assert list(tmp_path.iterdir()) == []


def test_processes_side_by_side_find_the_same(
    applicants: list[ApplicantFolder], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = report(applicants)
    entries = {entry: entry.read_bytes() for entry in tmp_path.rglob("*.documents.json.gz")}
    for entry in entries:
        entry.unlink()
    monkeypatch.setattr(found, "WORTHWHILE_PAGES", 1)
    monkeypatch.setattr(found, "_PAGES_AT_ONCE", 3)
    made = _counted(monkeypatch)
    assert report(applicants, replace(OPTIONS, jobs=2)) == alone
    assert made == []  # this process had nothing to do
    assert {entry: entry.read_bytes() for entry in tmp_path.rglob("*.documents.json.gz")} == entries


@pytest.mark.parametrize(
    "search", [faulty_search.dies, faulty_search.hangs, faulty_search.lacks_memory, faulty_search.fails_in_an_extractor]
)
def test_what_a_process_does_not_finish_is_found_all_the_same(search: Search, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(found, "WORTHWHILE_PAGES", 1)
    monkeypatch.setattr(found, "_PAGES_AT_ONCE", 2)
    monkeypatch.setattr(found, "_STARTING_SECONDS", 5.0)
    monkeypatch.setattr(found, "_SECONDS_A_PAGE", 0.0)
    made = _counted(monkeypatch)
    readings = some_readings()
    assert dict(searched(readings, 2, search)) == {n: documents_of(r) for n, r in enumerate(readings)}
    assert faulty_search.BAD in made  # by this process
    assert len(made) < len(readings)  # but not the others


def test_where_no_process_can_be_started_this_one_does_it_all(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(*_args: object, **_kwargs: object) -> None:
        raise OSError("Resource temporarily unavailable")

    monkeypatch.setattr(found, "WORTHWHILE_PAGES", 1)
    monkeypatch.setattr("multiprocessing.process.BaseProcess.start", refuses)
    made = _counted(monkeypatch)
    readings = some_readings()
    assert dict(searched(readings, 2)) == {n: documents_of(r) for n, r in enumerate(readings)}
    assert made == [reading.file for reading in readings]


def test_a_small_run_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(found, "WorkerPool", None)  # to start one would raise
    readings = some_readings()
    assert [place for place, _ in searched(readings, 8)] == list(range(len(readings)))


def test_processes_that_search_reach_no_network_and_write_nothing(tmp_path: Path) -> None:
    def refused(function: Callable[[Path], bool]) -> bool:
        with WorkerPool(1, 0, searching.start) as pool:
            return dict(pool.run({0: Task(function, (tmp_path / "written",), 60.0)}))[0] is True

    fenced, alone = refused(faulty_search.is_refused_network), refused(faulty_search.is_refused_writing)
    standing = subprocess.run(
        [sys.executable, "-c", "from verifier.reading.confinement import confine; print(*confine())"],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
    ).stdout
    assert (fenced, alone) == ("禁止联网与启动程序" in standing, "禁止改动文件" in standing)


def some_readings() -> list[FileReading]:
    """Those of one sample, the second under a name that a faulty search knows."""
    applicant = find_applicants(SAMPLES, None)[0]
    readings = [recorded(applicant.place(name), name) for name in applicant.files][:6]
    readings[1] = relabelled(readings[1], faulty_search.BAD)
    return readings


def _counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    made: list[str] = []
    original: Callable[[FileReading], tuple[Document, ...]] = documents_of

    def counting(reading: FileReading) -> tuple[Document, ...]:
        made.append(reading.file)
        return original(reading)

    monkeypatch.setattr(found, "documents_of", counting)
    return made


def test_the_first_pages_are_looked_through_as_they_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    bare = RunOptions(OPTIONS.pack, OPTIONS.settings, 1, use_cache=False)
    readings = some_readings()
    assert len(readings) > 1
    monkeypatch.setattr(found, "PAGES_AHEAD", len(readings[0].pages))
    ahead = found.Ahead()
    made = _counted(monkeypatch)
    for reading in readings:
        ahead.look(reading)
    assert len(made) == 1
    assert documents_in(readings, bare, ahead) == [documents_of(reading) for reading in readings]
    assert len(made) == len(readings)


def test_what_was_looked_for_ahead_is_kept_like_the_rest(
    applicants: list[ApplicantFolder], monkeypatch: pytest.MonkeyPatch
) -> None:
    readings = [recorded(a.place(n), n) for a in applicants for n in a.files]
    plain = [documents_of(reading) for reading in readings]
    ahead = found.Ahead()
    ahead.look(readings[1])
    made = _counted(monkeypatch)
    assert documents_in(readings, OPTIONS, ahead) == plain
    assert len(made) == len(readings) - 1
    assert documents_in(readings, OPTIONS) == plain
    assert len(made) == len(readings) - 1


def test_documents_looked_for_in_another_reading_of_that_name_do_not_count() -> None:
    bare = RunOptions(OPTIONS.pack, OPTIONS.settings, 1, use_cache=False)
    first, second = some_readings()[:2]
    ahead = found.Ahead()
    ahead.look(first)
    assert documents_in([relabelled(second, first.file)], bare, ahead) == [documents_of(relabelled(second, first.file))]
