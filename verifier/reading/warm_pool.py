"""A pool of reading workers that stays up between calls, for a process that many threads ask things of."""

from __future__ import annotations

import logging
import multiprocessing
import os
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import CancelledError
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any, TypeVar

from pebble import ProcessExpired, ProcessPool

from extractors.cache import ReadingCache, ReadingKey, settings_key
from extractors.reading import problem_of
from models.document import FileReading
from models.errors import Crashed, EngineError
from models.settings import ReadingSettings
from verifier.reading import process
from verifier.reading.exhaustion import FRESH_TRIES, left_for_a_fresh_worker
from verifier.reading.jobs import failure_of
from verifier.reading.steady import steady_limits

steady_limits()
TASKS_A_WORKER = 400
_STARTING_SECONDS = 60.0
_COUNTING_SECONDS = 60.0
_RESTARTS = 3

Result = TypeVar("Result")


class WarmPool:
    """`workers` processes behind the fences of `verifier.reading.process`; `niceness` lets others go before them."""

    def __init__(self, settings: ReadingSettings, workers: int, niceness: int = 0) -> None:
        self.settings = settings
        self._workers = workers
        self._niceness = niceness
        self._lock = threading.Lock()
        self._pool: ProcessPool | None = None
        self._stopped = False

    def call(self, function: Callable[..., Result], args: tuple[Any, ...], seconds: float) -> Result:
        """What `function(*args)` gives in a worker. TimeoutError over `seconds`, Crashed where the worker dies."""
        for last in [False] * FRESH_TRIES + [True]:
            try:
                return self._once(function, args, seconds)
            except ProcessExpired as error:
                if last or not left_for_a_fresh_worker(error):
                    raise
        raise AssertionError("unreachable")

    def _once(self, function: Callable[..., Result], args: tuple[Any, ...], seconds: float) -> Result:
        for last in [False] * _RESTARTS + [True]:
            pool = self._running()
            try:
                result: Result = pool.schedule(function, args=args, timeout=seconds).result()
                return result
            except (BrokenProcessPool, CancelledError, RuntimeError) as error:
                # The pool as a whole broke down, or was stopped for another caller's sake.
                if last or self._stopped or (isinstance(error, RuntimeError) and pool.active):
                    raise
                self._replace(pool)
        raise AssertionError("unreachable")

    def warm_up(self) -> None:
        """Starts the workers and loads the engine in one of them."""
        self.call(process.engine_is_ready, (self.settings.engine,), _STARTING_SECONDS)

    def count(self, path: Path) -> int:
        """The pages of a file, at least 1: reading says why it has none."""
        try:
            return max(self.call(process.count, (path, self.settings.limits), _COUNTING_SECONDS), 1)
        except EngineError:
            raise
        except Exception:
            return 1

    def read(self, path: Path, sha256: str, only: range | None, seconds: float | None = None) -> FileReading:
        """Pages `only` of a file; whatever goes wrong with the file is a problem in the reading. EngineError is raised."""
        limits = self.settings.limits
        pages = len(only) if only is not None else 1
        allowed = seconds or min(limits.max_seconds_per_file, _STARTING_SECONDS + pages * limits.max_seconds_per_page)
        args = (path, "", self.settings, self.settings.engine, only, process.NO_COUNTER)
        try:
            return self.call(process.read, args, allowed)
        except EngineError:
            raise
        except Exception as error:
            meaning = failure_of(error, allowed)
            problems = tuple(problem_of(meaning, "", page) for page in only or [None])
            return FileReading("", sha256, (), problems)

    def stop(self) -> None:
        """Ends the workers, whatever they are doing."""
        self._stopped = True
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.stop()
            pool.join()

    def _running(self) -> ProcessPool:
        with self._lock:
            if self._stopped:
                raise Crashed("服务正在停止。")
            if self._pool is None:
                os.environ.setdefault("OMP_NUM_THREADS", "1")
                context = multiprocessing.get_context("spawn")
                self._pool = ProcessPool(
                    max_workers=self._workers,
                    max_tasks=TASKS_A_WORKER,
                    initializer=_prepare,
                    initargs=(self._niceness, self.settings.engine == "onnx"),
                    context=context,
                )
            return self._pool

    def _replace(self, broken: ProcessPool) -> None:
        with self._lock:
            if self._pool is broken:
                self._pool = None
        broken.stop()
        broken.join()


def _prepare(niceness: int, fenced: bool) -> None:
    if niceness:
        os.nice(niceness)
    process.die_with_parent()
    # Whatever a library has to say about a stranger's file is no line of the service's log. The fences let nothing be opened.
    logging.disable(logging.CRITICAL)
    silence = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    process.start([], fenced)
    sys.stderr = silence


class CachedReader:
    """Reads single pages or whole files through a pool, each kept in `cache` as soon as it is read.

    `on_read` is told the pages and seconds of what was not in the cache.
    """

    def __init__(
        self, pool: WarmPool, cache: ReadingCache, on_read: Callable[[int, float], None] = lambda _pages, _seconds: None
    ) -> None:
        self._pool = pool
        self._cache = cache
        self._on_read = on_read
        self._engine, self._version = process.identity(pool.settings.engine)
        self._about = settings_key(pool.settings)

    def read(self, path: Path, sha256: str, page: int | None) -> FileReading:
        """Page `page` of the file at `path`, or all of it for None."""
        about = self._about if page is None else f"{self._about}+page{page}"
        key = ReadingKey(sha256, self._engine, self._version, about)
        known = self._cache.get(key, "")
        if known is None:
            began = time.monotonic()
            known = self._pool.read(path, sha256, None if page is None else range(page, page + 1))
            self._on_read(max(len(known.pages), 1), time.monotonic() - began)
            self._cache.put(key, known)
        return known
