"""Reads every file below a folder as a stranger's upload: `python -m benchmarks.hostile FOLDER [--jobs N] [--busy]`.

Prints how the files ended, the slowest, the hungriest, and every file that broke a promise: one that ended without a
type or ended the run, took longer than 20 seconds or made its worker hold more than 1 GB. Exit status 1 where there is
one. `--busy` is for machines with other work: limits are ten times as long, and the seconds promised are those
of the processor.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter
from collections.abc import MutableSequence
from dataclasses import dataclass
from pathlib import Path

from models.errors import EngineError
from models.settings import Limits, ReadingSettings
from verifier.reading import process
from verifier.reading.pool import Task, WorkerPool

SECONDS, MEGABYTES = 20.0, 1024.0
STARTING_SECONDS = 30.0
BUSY = 10.0
ENDS_THE_RUN = "ends the run"
_peak: list[int] = []


@dataclass(frozen=True, slots=True)
class Ending:
    """How one file ended: pages read and codes of problems, or nothing where the worker died or was stopped."""

    name: str
    pages: int
    codes: tuple[str, ...]
    seconds: float
    of_processor: float
    megabytes: float

    def kept_promises(self, busy: bool) -> bool:
        typed = (self.pages > 0 or self.codes != ()) and not any(code.startswith(ENDS_THE_RUN) for code in self.codes)
        return typed and (self.of_processor if busy else self.seconds) <= SECONDS and self.megabytes <= MEGABYTES


def start(counters: MutableSequence[int]) -> None:
    """Prepares a worker, with the means to measure each file's own peak; later no file may be opened for writing."""
    _peak[:] = [os.open("/proc/self/clear_refs", os.O_WRONLY)]
    process.start(counters, True)


def read(path: Path, name: str, settings: ReadingSettings) -> Ending:
    """Runs in a worker; the memory is the most that it held during this file, which is loaded engine included."""
    process.engine_is_ready("onnx")
    os.write(_peak[0], b"5")
    started, worked = time.monotonic(), time.process_time()
    reading = process.read(path, name, settings, "onnx", None, 0)
    codes = tuple(sorted({problem.code for problem in reading.problems}))
    seconds, of_processor = time.monotonic() - started, time.process_time() - worked
    return Ending(name, len(reading.pages), codes, seconds, of_processor, _most_held())


def _most_held() -> float:
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:"))


def endings(folder: Path, jobs: int, busy: bool) -> list[Ending]:
    """Every file below `folder`, read with `jobs` workers."""
    allowed = SECONDS * (BUSY if busy else 1.0)
    settings = ReadingSettings(limits=Limits(max_seconds_per_file=allowed))
    paths = {p.relative_to(folder).as_posix(): p for p in sorted(folder.rglob("*")) if p.is_file()}
    tasks = {name: Task(read, (path, name, settings), allowed + STARTING_SECONDS) for name, path in paths.items()}
    found = []
    with WorkerPool(jobs, 1, start) as pool:
        for name, outcome in pool.run(tasks):
            found.append(outcome if isinstance(outcome, Ending) else _stopped(name, outcome))
            print(f"\r{len(found)}/{len(tasks)}", end="", file=sys.stderr)
    print(file=sys.stderr)
    return found


def _stopped(name: str, outcome: object) -> Ending:
    if isinstance(outcome, EngineError):
        return Ending(name, 0, (f"{ENDS_THE_RUN}: {outcome}",), 0.0, 0.0, 0.0)
    code = "too_slow" if isinstance(outcome, TimeoutError) else "crashed"
    return Ending(name, 0, (f"{code} (stopped: {type(outcome).__name__})",), SECONDS, SECONDS, 0.0)


def main() -> int:
    """Prints the tables; 1 where a promise was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--busy", action="store_true")
    given = parser.parse_args()
    found = endings(given.folder, given.jobs, given.busy)
    ended = Counter(", ".join(ending.codes) or "read" for ending in found)
    print(f"{len(found)} files")
    for codes, count in ended.most_common():
        print(f"{count:6}  {codes}")
    print("slowest, by the clock and of the processor")
    for ending in sorted(found, key=lambda e: -e.of_processor)[:8]:
        print(f"{ending.seconds:6.1f} s {ending.of_processor:6.1f} s  {ending.pages} pages  {ending.name}")
    print("the most that a worker held during a file")
    for ending in sorted(found, key=lambda e: -e.megabytes)[:8]:
        print(f"{ending.megabytes:6.0f} MB  {ending.pages} pages  {ending.name}")
    broken = [ending for ending in found if not ending.kept_promises(given.busy)]
    print(f"{len(broken)} broke a promise")
    for ending in broken:
        print(f"  {ending}")
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main())
