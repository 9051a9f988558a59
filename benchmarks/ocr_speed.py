"""Pages a minute, CPU seconds a page and memory of heyan's reading against RapidOCR as shipped, on the same pages.

    python -m benchmarks.ocr_speed [--pages 12] [--repetitions 5] [--folder samples/applicants]

Every contestant fills all cores. They take turns, all pages each time, in an order that rotates; what is reported is the
median over the repetitions of each repetition's own ratio, because a machine that is busy with other things is busy for all
contestants of one repetition.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import resource
import statistics
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.queues import Queue
from pathlib import Path
from typing import NamedTuple

from PIL import Image

from benchmarks.contestants import CONTESTANTS, Contestant, Read

SUFFIXES = {".jpg", ".jpeg", ".png", ".bmp", ".webp"}
FIRST = CONTESTANTS[0].name


class Run(NamedTuple):
    """One contestant over all pages once: wall seconds, CPU seconds of all its processes, words found."""

    wall: float
    cpu: float
    words: int


def main() -> None:
    arguments = _arguments()
    pages = _pages(arguments.folder, arguments.pages)
    cores = len(os.sched_getaffinity(0))
    print(
        f"{len(pages)} pages, {arguments.repetitions} repetitions, {cores} cores, load {os.getloadavg()[0]:.1f}",
        flush=True,
    )
    teams = [Team(contestant, cores) for contestant in CONTESTANTS]
    try:
        for team in teams:
            team.run(pages[:cores])
        runs: dict[str, list[Run]] = {team.name: [] for team in teams}
        for repetition in range(arguments.repetitions):
            for place in range(len(teams)):
                team = teams[(place + repetition) % len(teams)]
                runs[team.name].append(team.run(pages))
        _print(runs, {team.name: team.memory() for team in teams}, len(pages))
    finally:
        for team in teams:
            team.stop()


class Team:
    """The worker processes of one contestant, started once and fed pages from one queue."""

    def __init__(self, contestant: Contestant, cores: int) -> None:
        context = multiprocessing.get_context("spawn")
        self.name = contestant.name
        self._work: Queue[Path | None] = context.Queue()
        self._members: list[Connection] = []
        self._peaks: list[float] = []
        self._processes = []
        for _ in range(contestant.processes or cores):
            ours, theirs = context.Pipe()
            process = context.Process(target=_member, args=(contestant.build, self._work, theirs), daemon=True)
            process.start()
            self._members.append(ours)
            self._processes.append(process)
        for member in self._members:
            member.recv()

    def run(self, pages: list[Path]) -> Run:
        start = time.perf_counter()
        for page in pages:
            self._work.put(page)
        for _ in self._members:
            self._work.put(None)
        for member in self._members:
            member.send("go")
        shares = [member.recv() for member in self._members]
        wall = time.perf_counter() - start
        self._peaks = [peak for _, _, peak in shares]
        return Run(wall, sum(cpu for cpu, _, _ in shares), sum(words for _, words, _ in shares))

    def memory(self) -> float:
        """The peak resident memory of all members together, in MB."""
        return float(sum(self._peaks))

    def stop(self) -> None:
        for process in self._processes:
            process.terminate()
            process.join()


def _member(build: Callable[[], Read], work: Queue[Path | None], report: Connection) -> None:
    read = build()
    report.send("ready")
    while report.recv() == "go":
        words, cpu = 0, time.process_time()
        while (page := work.get()) is not None:
            words += read(page)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        report.send((time.process_time() - cpu, words, peak))


def _print(runs: dict[str, list[Run]], memory: dict[str, float], pages: int) -> None:
    print(f"{'':32}{'pages/min':>10}{'ratio':>8}{'range':>14}{'CPU s/page':>12}{'peak MB':>9}{'words':>7}")
    for name, own in runs.items():
        ratios = [first.wall / run.wall for first, run in zip(runs[FIRST], own, strict=True)]
        spread = f"{min(ratios):.2f}-{max(ratios):.2f}"
        rate = statistics.median(60 * pages / run.wall for run in own)
        cpu = statistics.median(run.cpu / pages for run in own)
        print(
            f"{name:32}{rate:10.1f}{statistics.median(ratios):8.2f}{spread:>14}{cpu:12.2f}{memory[name]:9.0f}{own[0].words:7}"
        )


def _pages(folder: Path, count: int) -> list[Path]:
    """`count` images spread evenly over all those under `folder` that can be opened (some samples are broken on purpose)."""
    found = sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and _opens(path))
    if not found:
        raise SystemExit(f"no images under {folder}")
    step = max(1.0, len(found) / count)
    return [found[int(index * step)] for index in range(min(count, len(found)))]


def _opens(path: Path) -> bool:
    try:
        with Image.open(path) as image:
            image.load()
    except (OSError, ValueError, Image.DecompressionBombError):
        return False
    return True


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="heyan's reading against RapidOCR as shipped, on the same pages")
    parser.add_argument("--pages", type=int, default=12)
    parser.add_argument("--repetitions", type=int, default=5)
    parser.add_argument("--folder", type=Path, default=Path("samples/applicants"))
    return parser.parse_args()


if __name__ == "__main__":
    main()
