"""The pool of a long-lived service: its workers outlive the thread that began them, and not the service."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import faulty_engines
import pytest
from pebble import ProcessExpired

from models.settings import ReadingSettings
from verifier.reading import exhaustion, warm_pool
from verifier.reading.jobs import failure_of
from verifier.reading.warm_pool import WarmPool

STARTS_A_WORKER = """
import os, sys, time
from models.settings import ReadingSettings
from verifier.reading.warm_pool import WarmPool
if __name__ == "__main__":
    print(WarmPool(ReadingSettings(), 1).call(os.getpid, (), 60.0), flush=True)
    time.sleep(60)
"""


def test_workers_outlive_the_thread_that_began_them() -> None:
    pool = WarmPool(ReadingSettings(), 1)
    found: list[int] = []
    beginner = threading.Thread(target=lambda: found.append(pool.call(os.getpid, (), 60.0)))
    beginner.start()
    beginner.join()
    assert [pool.call(os.getpid, (), 60.0) for _ in range(3)] == found * 3
    pool.stop()


def test_a_worker_that_leaves_its_task_to_a_fresh_one_is_not_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warm_pool, "FRESH_TRIES", 1)
    pool = WarmPool(ReadingSettings(), 1)
    try:
        assert len({pool.call(faulty_engines.process_that_is_fresh, (), 60.0) for _ in range(2)}) == 2
        with pytest.raises(ProcessExpired):
            pool.call(faulty_engines.leaves, (), 60.0)
        assert failure_of(ProcessExpired("", exhaustion.SPENT), 60.0).code == "too_large"
    finally:
        pool.stop()


def test_workers_do_not_outlive_the_service(tmp_path: Path) -> None:
    script = tmp_path / "service.py"
    script.write_text(STARTS_A_WORKER, encoding="utf-8")
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True) as service:
        assert service.stdout is not None
        worker = int(service.stdout.readline())
        assert _lives(worker)
        service.kill()
    end = time.monotonic() + 10
    while _lives(worker):
        assert time.monotonic() < end
        time.sleep(0.05)


def _lives(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    except FileNotFoundError:
        return False
    return state.rpartition(")")[2].split()[0] != "Z"
