"""A disk that is full, or may not be written: told in so many words, nothing half written, and well again with space."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from tests.faults.disks import disk, fill, read_only
from tests.recordings import ROOT, SAMPLES
from tests.verifier.hook.papers import PoolOfNone, id_number, paper, profile
from verifier.hook.api.app import make_app
from verifier.hook.jobs.queue import prepare_jobs
from verifier.hook.settings import HookSettings
from verifier.hook.storage.api_keys import add_key
from verifier.hook.storage.blobs import BlobStore
from verifier.hook.storage.database import open_database
from verifier.hook.storage.tables import applications

EVERYTHING = ("--format", "json,html,xlsx,letter", "--annotated")


def verify(folder: Path, output: Path, cache: Path, *formats: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, ROOT / "cli.py", "verify", folder, "--output", output, "--jobs", "1", *formats]
    environment = {**os.environ, "HEYAN_CACHE": str(cache)}
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, env=environment)


@pytest.fixture
def applicant(tmp_path: Path) -> Path:
    """One applicant with one paper that is read without the networks' help in no time."""
    folder = tmp_path / "in" / "A1"
    folder.mkdir(parents=True)
    shutil.copy(SAMPLES / "T01" / "profile.json", folder)
    (folder / "card.pdf").write_bytes(paper(id_number(1)))
    return folder.parent


def written(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file() and p.name != "ballast")


@pytest.mark.parametrize("kind", ["json", "html", "xlsx", "letter"])
def test_no_report_is_half_written_on_a_full_disk(applicant: Path, tmp_path: Path, kind: str) -> None:
    (applicant / "A1" / "card.pdf").unlink()
    with disk(tmp_path / "full", 256) as full:
        fill(full)
        run = verify(applicant, full / "out", tmp_path / "cache", "--format", kind)
        assert run.returncode == 2, run.stderr
        assert "无法写入报告目录" in run.stderr
        assert "Traceback" not in run.stderr
        assert written(full) == [], "a file that is not whole"


@pytest.mark.ocr
def test_a_disk_that_fills_up_on_the_way_and_is_cleared(applicant: Path, tmp_path: Path) -> None:
    with disk(tmp_path / "small", 2048) as small:
        for left in (4096, 40_000, 90_000):
            fill(small, left)
            run = verify(applicant, small / "out", tmp_path / "cache", *EVERYTHING)
            assert run.returncode == 2, run.stderr
            assert "Traceback" not in run.stderr
            report = small / "out" / "report.json"
            assert not report.exists() or json.loads(report.read_text("utf-8"))["applicants"]
            (small / "ballast").unlink()
        assert verify(applicant, small / "out", tmp_path / "cache", *EVERYTHING).returncode == 1
        assert not [name for name in written(small) if "draft" in name], "what was given up is left behind"


@pytest.mark.ocr
def test_a_full_disk_for_the_cache_costs_the_cache_alone(applicant: Path, tmp_path: Path) -> None:
    with disk(tmp_path / "full", 64) as full:
        fill(full)
        run = verify(applicant, tmp_path / "out", full / "cache", "--format", "json")
        assert run.returncode == 1, run.stderr
        assert written(full) == []
    assert (tmp_path / "out" / "report.json").is_file()


@pytest.mark.ocr
def test_folders_that_may_not_be_written(applicant: Path, tmp_path: Path) -> None:
    with disk(tmp_path / "disk", 64) as place:
        (place / "out").mkdir()
        with read_only(place):
            run = verify(applicant, place / "out", place / "cache", *EVERYTHING)
        assert run.returncode == 2, run.stderr
        assert "无法写入报告目录" in run.stderr
        assert "Read-only" in run.stderr
        assert "Traceback" not in run.stderr
        assert written(place) == []


def test_blobs_are_whole_or_not_there(tmp_path: Path) -> None:
    with disk(tmp_path / "full", 128) as full:
        store = BlobStore(full / "blobs")
        kept = store.put([b"x" * 1000])
        fill(full, 8192)
        with pytest.raises(OSError, match="No space") as raised:
            store.put([b"y" * 20_000] * 10)
        assert raised.value.errno == errno.ENOSPC
        assert store.get(kept.sha256) == b"x" * 1000
        assert list((full / "blobs").rglob(".draft-*")) == []
        (full / "ballast").unlink()
        assert store.get(store.put([b"y" * 2000]).sha256) == b"y" * 2000


def test_the_service_says_so_and_accepts_again_when_there_is_space(tmp_path: Path) -> None:
    number = id_number(1)
    with disk(tmp_path / "data", 4096) as data:
        settings = HookSettings(data=data, database=f"sqlite:///{data / 'heyan.db'}")
        database = open_database(settings)
        prepare_jobs(settings, database)
        with database.writing() as cx:
            _, key = add_key(cx, "platform", ["submit", "read"])
        client = TestClient(
            make_app(settings, database, PoolOfNone(settings.reading, 1)), raise_server_exceptions=False
        )

        def submit(padding: int) -> object:
            return client.post(
                "/v1/applications",
                data={"profile": profile("A1", number)},
                files=[("files", ("card.pdf", paper(number) + b"\n%" + b"x" * padding))],
                headers={"Authorization": f"Bearer {key}"},
            )

        for left, padding in ((0, 0), (4096, 100_000), (12_288, 0), (40_960, 0)):
            fill(data, left)
            answer = submit(padding)
            assert answer.status_code == 503, answer.text
            assert answer.json()["type"].endswith(":no_space")
            assert answer.headers["retry-after"]
            (data / "ballast").unlink()
            with database.reading() as cx:
                assert cx.scalar(sa.select(sa.func.count()).select_from(applications)) == 0
                assert cx.exec_driver_sql("pragma integrity_check").scalar() == "ok"
        assert submit(0).status_code == 202
        database.close()
