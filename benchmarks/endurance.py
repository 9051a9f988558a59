"""Does memory stay level? `python -m benchmarks.endurance [--pages 10000] [--jobs N]`, as `verify` reads, workers recycled.

Of the pages most are small and blank, in PDFs and TIFFs; others have a line of print, text of their own, or are whole pages of
the samples, evenly spread. Prints the most that a worker and the parent held in each tenth of the run. Exit status 1 where a
worker held more than 1 GB, or in the last third over a tenth more than in the first.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import cv2
import numpy as np
import pymupdf
from PIL import Image

from benchmarks.pages import lay_out
from models.document import FileReading
from models.settings import ReadingSettings
from verifier.reading import process
from verifier.reading.pool import Task, WorkerPool

A_FILE = 5
# Of 100 files: pictures of the samples, small pages with print, PDFs with text of their own; the rest is blank.
SAMPLES, PRINTED, TEXT = 2, 5, 4
MEGABYTES, GROWTH = 1024.0, 1.1


def files(count: int, samples: Path, folder: Path) -> Iterator[Path]:
    """Files with `count` pages in all, each page unlike all others; made as they are asked for."""
    (folder / "samples").mkdir()
    whole = cycle(lay_out(samples, 14, folder / "samples"))
    pages = number = 0
    while pages < count:
        place, number = number % 100, number + 1
        if place % (100 // SAMPLES) == 0:
            source = next(whole).file
            path = folder / f"{number:05}{source.suffix}"
            path.write_bytes(source.read_bytes() + f"\n% {number}\n".encode())
            pages += 1
        else:
            what = "printed" if place % (100 // PRINTED) == 1 else "text" if place % (100 // TEXT) == 2 else "blank"
            kind = "pdf" if what == "text" or number % 2 else "tif"
            path = folder / f"{number:05}.{kind}"
            _make(path, what, pages)
            pages += A_FILE
        yield path


def _make(path: Path, what: str, first: int) -> None:
    if what == "text":
        with pymupdf.open() as document:
            for number in range(first, first + A_FILE):
                page = document.new_page(width=240, height=160)
                page.insert_text((20, 60), f"年度考核登记表 第 {number} 页", fontname="china-s", fontsize=12)
                page.insert_text((20, 90), f"考核结果：合格 2021-{number}", fontname="china-s", fontsize=12)
            document.save(path)
        return
    drawn = [_picture(number, printed=what == "printed") for number in range(first, first + A_FILE)]
    if path.suffix == ".tif":
        drawn[0].save(path, save_all=True, append_images=drawn[1:], compression="tiff_lzw")
    else:
        drawn[0].save(path, save_all=True, append_images=drawn[1:], resolution=100)


def _picture(number: int, printed: bool) -> Image.Image:
    size = (160 + number % 64, 320 + number % 96)
    paper = np.random.default_rng(number).integers(244, 254, (*size, 3), np.uint8)
    if printed:
        cv2.putText(paper, f"TEST {number}", (20, 90), cv2.FONT_HERSHEY_SIMPLEX, 1.0, (20, 20, 20), 2)
    return Image.fromarray(paper)


class Watch:
    """The most that any worker, and this process, holds in each stretch of the run, in MB."""

    def __init__(self) -> None:
        self.workers: Counter[int] = Counter()
        self.parent: Counter[int] = Counter()
        self.seen: set[int] = set()
        self.stretch = 0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._ended.wait(0.2):
            own = os.getpid()
            self.parent[self.stretch] = max(self.parent[self.stretch], _held(own))
            for task in Path(f"/proc/{own}/task").iterdir():
                for child in _children(task):
                    held = _held(child)
                    if held:
                        self.seen.add(child)
                        self.workers[self.stretch] = max(self.workers[self.stretch], held)


def _children(task: Path) -> list[int]:
    try:
        return [int(child) for child in (task / "children").read_text().split()]
    except OSError:
        return []


def _held(number: int) -> int:
    try:
        lines = Path(f"/proc/{number}/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmRSS:")), 0)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--samples", type=Path, default=Path("samples/applicants"))
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        settings, limit = ReadingSettings(), ReadingSettings().limits.max_seconds_per_file
        tasks = {
            path.name: Task(process.read, (path, path.name, settings, "onnx", None, 0), limit)
            for path in files(given.pages, given.samples, Path(folder))
        }
        watch, started, pages, ended = Watch(), time.monotonic(), 0, Counter[str]()
        with WorkerPool(given.jobs, 1, process.start, (True,)) as pool:
            for done, (_, outcome) in enumerate(pool.run(tasks)):
                if isinstance(outcome, FileReading):
                    pages += len(outcome.pages)
                    ended.update(problem.code for problem in outcome.problems)
                else:
                    ended.update([type(outcome).__name__])
                watch.stretch = min(9, 10 * done // len(tasks))
        watch.stop()
    took = f"{time.monotonic() - started:.0f} s, {len(watch.seen)} worker processes, load {os.getloadavg()[0]:.1f}"
    print(f"{pages} pages of {len(tasks)} files in {took}; problems: {dict(ended) or 'none'}")
    for name, most in (("worker", watch.workers), ("parent", watch.parent)):
        print(f"most MB of a {name} in each tenth: " + " ".join(str(most[stretch]) for stretch in range(10)))
    first, last = (max(watch.workers[s] for s in part) for part in (range(3), range(7, 10)))
    level = last <= GROWTH * first and max(watch.workers.values()) <= MEGABYTES
    print("level" if level else "NOT level")
    return 0 if level else 1


if __name__ == "__main__":
    sys.exit(main())
