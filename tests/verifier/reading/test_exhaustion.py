"""What a worker that is worn does: it makes way, at a mark of memory or where a file did not fit."""

from __future__ import annotations

import subprocess
import sys

import pytest

from models.document import FileReading, Problem
from models.errors import EngineError
from verifier.reading.engine_faults import EngineFailed, fault_of
from verifier.reading.exhaustion import KEPT_BYTES, NO_ROOM, SPENT, WorkerMemory, lacked_memory

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


DAMAGED_IN = """
import sys
from models.document import FileReading, Problem
from verifier.reading.exhaustion import WorkerMemory

memory = WorkerMemory(fresh=False, is_worn=sys.argv[1] == "worn")
memory.after_file(FileReading("a.pdf", "", (), (Problem("a.pdf", sys.argv[2], "x", 1),)))
"""


@pytest.mark.parametrize(
    ("worn", "code", "status"), [("worn", "damaged", SPENT), ("level", "damaged", 0), ("worn", "encrypted", 0)]
)
def test_what_looks_damaged_to_a_worn_worker_is_looked_at_by_a_fresh_one(worn: str, code: str, status: int) -> None:
    done = subprocess.run([sys.executable, "-c", DAMAGED_IN, worn, code], check=False, timeout=60)
    assert done.returncode == status


@pytest.mark.parametrize("message", [NO_ROOM, "这一页太大，内存放不下，请降低分辨率后重新上传。"])
def test_a_used_worker_leaves_what_did_not_fit(message: str) -> None:
    assert lacked_memory(Problem("a.pdf", "too_large", message, 1))
    assert not lacked_memory(Problem("a.pdf", "too_large", "文件有 300 页，超过上限 200 页，请拆分后重新上传。"))
