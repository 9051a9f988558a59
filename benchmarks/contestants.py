"""heyan itself as a contestant: a whole `verify` of a folder, files in, findings out, nothing cached."""

from __future__ import annotations

import json
import multiprocessing
import os
import resource
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import cast

from benchmarks import ready
from benchmarks.pages import Sample
from benchmarks.runs import Run
from benchmarks.text_lines import TextLine

PACK = "shangyu-2023-engineer"


class Verify:
    """`verify_folder` as the command line runs it, without the cache: workers, reading, rules and report."""

    def __init__(self, name: str, cores: int) -> None:
        self.name = name
        self.read: dict[Path, list[TextLine]] = {}
        self._cores = cores

    def run(self, pages: list[Sample]) -> Run:
        """A process of its own that starts its workers anew; the clock of each worker starts when its engine is warm."""
        if not self.read:
            self.read = _words(pages, self._cores)
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


def _words(pages: list[Sample], cores: int) -> dict[Path, list[TextLine]]:
    """The words of each page, from a reading that nobody times."""
    from models.settings import ReadingSettings
    from verifier.reading.jobs import Job, read_files

    images = {page.file: page.image for page in pages}
    jobs = [Job(page.file, page.file.name) for page in pages]
    return {
        images[job.path]: [
            TextLine(w.text, w.box.x0, w.box.y0, w.box.x1, w.box.y1) for page in reading.pages for w in page.words
        ]
        for job, reading in read_files(jobs, ReadingSettings(), cores)
    }
