"""`heyan verify` killed at any point and run again ends with the report of an undisturbed run, byte for byte."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.recordings import ROOT, SAMPLES

POINTS = 100
# Text PDFs and small scans: every stage runs, and a run lasts seconds.
FILES = 6


def _applicants(folder: Path) -> Path:
    for applicant in ("T01", "T07"):
        target = folder / applicant
        target.mkdir(parents=True)
        small = sorted(
            (p for p in (SAMPLES / applicant).iterdir() if p.suffix != ".json"), key=lambda p: p.stat().st_size
        )
        for path in [SAMPLES / applicant / "profile.json", *small[: FILES // 2]]:
            shutil.copy(path, target)
    return folder


def _run(folder: Path, output: Path, cache: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, str(ROOT / "cli.py"), "verify", str(folder), "--output", str(output), "--format", "json"]
    return subprocess.Popen(
        command,
        env={**os.environ, "HEYAN_CACHE": str(cache)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


@pytest.mark.slow
@pytest.mark.ocr
def test_killed_at_random_points_and_run_again(tmp_path: Path) -> None:
    folder = _applicants(tmp_path / "in")
    started = time.monotonic()
    assert _run(folder, tmp_path / "whole", tmp_path / "cache-whole").wait() in (0, 1)
    whole_seconds = time.monotonic() - started
    expected = (tmp_path / "whole" / "report.json").read_bytes()
    chance = random.Random(20231109)
    for point in range(POINTS):
        output, cache = tmp_path / f"out{point}", tmp_path / f"cache{point % 10}"
        run = _run(folder, output, cache)
        try:
            run.wait(timeout=chance.uniform(0.0, whole_seconds))
        except subprocess.TimeoutExpired:
            os.killpg(run.pid, signal.SIGKILL)
            run.wait()
        report = output / "report.json"
        assert not report.exists() or report.read_bytes() == expected, f"half a report after kill {point}"
    for number in range(10):
        assert _run(folder, tmp_path / f"last{number}", tmp_path / f"cache{number}").wait() in (0, 1)
        assert (tmp_path / f"last{number}" / "report.json").read_bytes() == expected
