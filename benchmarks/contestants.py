"""What is timed. heyan is a whole `verify` of a folder; RapidOCR reads the same pages' images."""

from __future__ import annotations

import json
import multiprocessing
import os
import resource
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.queues import Queue
from pathlib import Path
from typing import NamedTuple, cast

from benchmarks import ready
from benchmarks.pages import Sample

PACK = "shangyu-2023-engineer"


class Run(NamedTuple):
    """All pages once. Seconds of the clock and of the processors without start-up, which stands apart; peak memory in MB."""

    wall: float
    cpu: float
    start_up: float
    peak: float


class Verify:
    """`verify_folder` as the command line runs it, without the cache: workers, reading, rules and report."""

    def __init__(self, name: str, cores: int) -> None:
        self.name = name
        self._cores = cores

    def run(self, pages: list[Sample]) -> Run:
        """A process of its own that starts its workers anew; the clock of each worker starts when its engine is warm."""
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_verify, args=(pages[0].file.parent, self._cores, theirs))
        process.start()
        run: Run = ours.recv()
        process.join()
        return run

    def stop(self) -> None:
        """Nothing is left running."""


def _verify(folder: Path, cores: int, report: Connection) -> None:
    from models.settings import EngineName, ReadingSettings
    from verifier.folder import verify_folder
    from verifier.reading.run_options import RunOptions

    notes = folder.parent / "notes"
    notes.unlink(missing_ok=True)
    os.environ[ready.NOTES] = os.fspath(notes)
    options = RunOptions(PACK, ReadingSettings(engine=cast(EngineName, ready.FACTORY)), cores, use_cache=False)
    start, own = time.monotonic(), time.process_time()
    verify_folder(folder, options)
    end, own = time.monotonic(), time.process_time() - own
    workers = [json.loads(line) for line in notes.read_text(encoding="utf-8").splitlines()]
    of_workers = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = own + of_workers.ru_utime + of_workers.ru_stime - sum(used for _, used in workers)
    peak = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss + len(workers) * of_workers.ru_maxrss) / 1024
    begun = sum(at for at, _ in workers) / len(workers)
    report.send(Run(end - begun, cpu, begun - start, peak))


class RapidOcr:
    """RapidOCR with its own thresholds and sizes, in `processes` of `threads` threads each (None: its own choice)."""

    def __init__(self, name: str, processes: int, threads: int | None) -> None:
        context = multiprocessing.get_context("spawn")
        self.name = name
        start = time.monotonic()
        self._work: Queue[Path | None] = context.Queue()
        self._members: list[Connection] = []
        self._processes = []
        for _ in range(processes):
            ours, theirs = context.Pipe()
            process = context.Process(target=_member, args=(threads, self._work, theirs), daemon=True)
            process.start()
            self._members.append(ours)
            self._processes.append(process)
        for member in self._members:
            member.recv()
        self._start_up = time.monotonic() - start

    def run(self, pages: list[Sample]) -> Run:
        start = time.monotonic()
        for page in pages:
            self._work.put(page.image)
        for _ in self._members:
            self._work.put(None)
        for member in self._members:
            member.send("go")
        shares = [member.recv() for member in self._members]
        cpu, peak = (sum(column) for column in zip(*shares, strict=True))
        return Run(time.monotonic() - start, cpu, self._start_up, peak)

    def stop(self) -> None:
        for process in self._processes:
            process.terminate()
            process.join()


def _member(threads: int | None, work: Queue[Path | None], report: Connection) -> None:
    read = _rapidocr(threads)
    report.send("ready")
    while report.recv() == "go":
        cpu = time.process_time()
        while (page := work.get()) is not None:
            read(page)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        report.send((time.process_time() - cpu, peak))


def _rapidocr(threads: int | None) -> Callable[[Path], object]:
    import cv2
    import numpy as np
    from rapidocr import RapidOCR

    params: dict[str, int | str] = {"Global.log_level": "critical"}
    if threads:
        cv2.setNumThreads(threads)
        key = "EngineConfig.onnxruntime"
        params |= {f"{key}.intra_op_num_threads": threads, f"{key}.inter_op_num_threads": threads}
    engine = RapidOCR(params=params)
    engine(np.full((320, 480, 3), 255, np.uint8))
    return lambda path: engine(os.fspath(path))
