"""What a worker that is worn does: it makes way, at a mark of memory or where a file did not fit."""

from __future__ import annotations

import subprocess
import sys

import pytest

from models.document import FileReading, Problem
from models.errors import EngineError
from verifier.reading.engine_faults import EngineFailed, fault_of
from verifier.reading.exhaustion import KEPT_BYTES, NO_ROOM, SPENT, WorkerMemory

KEEPS = """
import sys
from verifier.reading.confinement import data_held
from verifier.reading.exhaustion import WorkerMemory

memory = WorkerMemory(sys.argv[1] == "fresh", data_held())
kept = bytearray(int(sys.argv[2]))
memory.before_file()
print(len(kept))
"""
INTERNAL = "程序内部出错，未能读出，请人工核对并反馈此信息："


@pytest.mark.skipif(sys.platform != "linux", reason="memory is asked of /proc")
@pytest.mark.parametrize(
    ("state", "kept", "status"),
    [("used", KEPT_BYTES + 2**20, SPENT), ("used", KEPT_BYTES - 2**26, 0), ("fresh", KEPT_BYTES + 2**20, 0)],
)
def test_a_used_worker_that_keeps_too_much_leaves(state: str, kept: int, status: int) -> None:
    command = [sys.executable, "-c", KEEPS, state, str(kept)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout) == (status, "" if status else f"{kept}\n")


def test_a_lack_of_memory_is_named_whichever_library_noticed() -> None:
    memory = WorkerMemory()
    told = ("error: OpenCV (-4:Insufficient memory) Failed to allocate 7 bytes", "KeyError: 'lost'")
    problems = tuple(Problem("a.pdf", "internal", INTERNAL + what, page) for page, what in enumerate(told, 1))
    reading = memory.after_file(FileReading("a.pdf", "", (), problems))
    assert reading.problems == (Problem("a.pdf", "too_large", NO_ROOM, 1), problems[1])
    assert not memory.fresh


@pytest.mark.parametrize("told", ["std::bad_alloc", "Failed to allocate memory for requested buffer of size 4096"])
def test_a_started_engine_that_fails_is_a_fault_of_the_page(told: str) -> None:
    assert isinstance(fault_of(EngineError(told)), MemoryError)
    other = fault_of(EngineError("Got invalid dimensions for input"))
    assert isinstance(other, EngineFailed)
    assert other.code == "internal"
    assert "invalid dimensions" in str(other)
