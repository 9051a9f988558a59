"""The readings of many files, from the cache or from the workers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from extractors.cache import ReadingCache
from models.document import FileReading
from verifier.reading.jobs import Job, OnReading, read_files
from verifier.reading.progress import OnPages
from verifier.reading.run_options import RunOptions


def read_all(
    files: Sequence[tuple[Path, str]], options: RunOptions, on_pages: OnPages, on_reading: OnReading | None = None
) -> list[FileReading]:
    """The reading of each (path, name to report), in the order given. EngineError when the engine cannot be used.

    `on_reading` has each that was not kept from an earlier run, the very object, while others are still being read.
    """
    jobs = [Job(path, name) for path, name in files]
    cache = ReadingCache() if options.use_cache else None
    found = dict(
        read_files(list(dict.fromkeys(jobs)), options.settings, options.jobs, cache, on_pages, on_reading=on_reading)
    )
    return [found[job] for job in jobs]
