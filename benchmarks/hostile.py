"""Reads every file below a folder as a stranger's upload: `python -m benchmarks.hostile FOLDER [--jobs N]`.

Prints how the files ended, the slowest, the hungriest, and every file that broke a promise: one that ended without a
type, took longer than 20 seconds or made its worker hold more than 1 GB. Exit status 1 where there is one.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from models.settings import Limits, ReadingSettings
from verifier.reading import process
from verifier.reading.pool import Task, WorkerPool

SECONDS, MEGABYTES = 20.0, 1024.0
STARTING_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Ending:
    """How one file ended: pages read and codes of problems, or nothing where the worker died or was stopped."""

    name: str
    pages: int
    codes: tuple[str, ...]
    seconds: float
    megabytes: float

    @property
    def kept_promises(self) -> bool:
        return (self.pages > 0 or self.codes != ()) and self.seconds <= SECONDS and self.megabytes <= MEGABYTES


def read(path: Path, name: str, settings: ReadingSettings) -> Ending:
    """Runs in a worker; the memory is the most that the worker ever held."""
    started = time.monotonic()
    reading = process.read(path, name, settings, "onnx", None, 0)
    codes = tuple(sorted({problem.code for problem in reading.problems}))
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Ending(name, len(reading.pages), codes, time.monotonic() - started, held)


def endings(folder: Path, jobs: int) -> list[Ending]:
    """Every file below `folder`, read with `jobs` workers."""
    settings = ReadingSettings(limits=Limits(max_seconds_per_file=SECONDS))
    paths = {p.relative_to(folder).as_posix(): p for p in sorted(folder.rglob("*")) if p.is_file()}
    tasks = {name: Task(read, (path, name, settings), SECONDS + STARTING_SECONDS) for name, path in paths.items()}
    found = []
    with WorkerPool(jobs, 1, process.start, (True,)) as pool:
        for name, outcome in pool.run(tasks):
            if isinstance(outcome, Ending):
                found.append(outcome)
            else:
                code = "too_slow" if isinstance(outcome, TimeoutError) else "crashed"
                found.append(Ending(name, 0, (f"{code} (stopped: {type(outcome).__name__})",), SECONDS, 0.0))
            print(f"\r{len(found)}/{len(tasks)}", end="", file=sys.stderr)
    print(file=sys.stderr)
    return found


def main() -> int:
    """Prints the tables; 1 where a promise was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args()
    found = endings(given.folder, given.jobs)
    ended = Counter(", ".join(ending.codes) or "read" for ending in found)
    print(f"{len(found)} files")
    for codes, count in ended.most_common():
        print(f"{count:6}  {codes}")
    print("slowest")
    for ending in sorted(found, key=lambda e: -e.seconds)[:8]:
        print(f"{ending.seconds:6.1f} s  {ending.pages} pages  {ending.name}")
    print("the most that a worker held by the end of a file")
    for ending in sorted(found, key=lambda e: -e.megabytes)[:8]:
        print(f"{ending.megabytes:6.0f} MB  {ending.pages} pages  {ending.name}")
    broken = [ending for ending in found if not ending.kept_promises]
    print(f"{len(broken)} broke a promise")
    for ending in broken:
        print(f"  {ending}")
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main())
