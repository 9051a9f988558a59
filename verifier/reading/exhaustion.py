"""What a worker does about memory: it makes way for a fresh one where it holds too much or where a file did not fit.

A worker keeps some of what files took, and what is left of its bound gets less. It leaves with `SPENT` as its status,
and whoever gave it the task gives that task to a fresh one: a file has failed only where all of the memory was its own.
"""

from __future__ import annotations

import ctypes
import os
import time
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Final

from pebble import ProcessExpired

from extractors.reading import problem_of
from models.document import FileReading, Problem
from models.errors import Damaged, TooLarge
from verifier.reading.confinement import data_held

SPENT: Final = 86
"""Status of a worker that left so that a fresh one does its task."""
FRESH_TRIES: Final = 12
KEPT_BYTES: Final = 512 * 1024**2
"""What a worker may keep between files besides the loaded engine, after giving back; ordinary pages leave 315 MB then."""
WORN_BYTES: Final = 192 * 1024**2
GIVEN_BACK_BYTES: Final = 448 * 1024**2
"""What a worker may keep before it is asked to give back what is free in it."""
# pebble must have heard which task this worker has before it sees that the worker is gone.
_HEARD_SECONDS: Final = 0.3
NO_ROOM: Final = problem_of(MemoryError(), "").message
_NO_ROOM_FOR: Final = "内存放不下"
_WORDS: Final = ("bad_alloc", "bad allocation", "allocate", "out of memory", "insufficient memory")


def leave() -> None:
    """End this worker, for a fresh one to do its task; does not return."""
    time.sleep(_HEARD_SECONDS)
    os._exit(SPENT)


def left_for_a_fresh_worker(outcome: object) -> bool:
    """Whether a task ended so because its worker left."""
    return isinstance(outcome, ProcessExpired) and outcome.exitcode == SPENT


@dataclass(slots=True)
class WorkerMemory:
    """How worn a worker is."""

    fresh: bool = True
    """It has done nothing for any file."""
    at_first: int = 0
    """Bytes held when the engine was loaded and memory bounded; 0 where it is not."""
    is_worn: bool = False
    """It kept over `WORN_BYTES` before the file at hand: MuPDF says of a page that it is damaged where memory lacks."""

    def before_file(self) -> None:
        """Gives back what is free where much is kept; leaves where it is still more than `KEPT_BYTES`."""
        if self.fresh or not self.at_first:
            self.is_worn = False
            return
        kept = data_held() - self.at_first
        self.is_worn = kept > WORN_BYTES
        if kept <= GIVEN_BACK_BYTES:
            return
        with suppress(OSError, AttributeError):  # another C library than glibc keeps what it keeps
            ctypes.CDLL(None).malloc_trim(0)
        if data_held() - self.at_first > KEPT_BYTES:
            leave()

    def after_file(self, reading: FileReading) -> FileReading:
        """The reading, `too_large` where some library lacked memory; leaves where it may go better in a fresh worker."""
        lacked = [problem for problem in reading.problems if lacked_memory(problem)]
        looks_damaged = not reading.pages and any(problem.code == Damaged.code for problem in reading.problems)
        if (lacked and not self.fresh) or (looks_damaged and self.is_worn):
            leave()
        self.fresh = False
        named = (Problem(p.file, "too_large", NO_ROOM, p.page) if p in lacked else p for p in reading.problems)
        return replace(reading, problems=tuple(named))


def speaks_of_memory(told: str) -> bool:
    """Whether the message of a native library says that memory was lacking."""
    lowered = told.lower()
    return any(word in lowered for word in _WORDS)


def lacked_memory(problem: Problem) -> bool:
    """Whether a problem of a file or page came from a lack of memory, whichever library noticed."""
    return (problem.code == TooLarge.code and _NO_ROOM_FOR in problem.message) or (
        problem.code == "internal" and speaks_of_memory(problem.message)
    )
