"""A pool of worker processes that outlives the tasks that kill its workers."""

from __future__ import annotations

import multiprocessing
import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, wait
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType
from typing import Any, Generic, NamedTuple, Self, TypeVar

from pebble import CONSTS, ProcessPool

from verifier.reading.exhaustion import FRESH_TRIES, left_for_a_fresh_worker
from verifier.reading.steady import steady_limits

steady_limits()
TASKS_A_WORKER = 60
_GLANCE_SECONDS = 0.2
_RESTARTS = 3
CONSTS.term_timeout = 1.0  # an interrupted run should not wait long for workers deep in native code

Key = TypeVar("Key")
Result = TypeVar("Result")


class Task(NamedTuple, Generic[Result]):
    """A call for a worker; over `seconds` the worker is stopped and replaced."""

    function: Callable[..., Result]
    args: tuple[Any, ...]
    seconds: float


class WorkerPool:
    """At most `workers` processes, each prepared by `initializer(counters, *initargs)` and replaced after some tasks.

    `counters` are numbers in shared memory, for workers to tell how far they are: no lock, so none to die with.
    """

    def __init__(
        self, workers: int, counters: int, initializer: Callable[..., None], initargs: tuple[Any, ...] = ()
    ) -> None:
        self._context = multiprocessing.get_context("spawn")
        self._workers = max(workers, 1)
        self._initializer = initializer
        self._initargs = initargs
        self.counters: Sequence[int] = self._context.RawArray("i", max(counters, 1))
        self._pool: ProcessPool | None = None

    def run(
        self, tasks: Mapping[Key, Task[Result]], glance: Callable[[], None] = lambda: None
    ) -> Iterator[tuple[Key, Result | Exception]]:
        """Each task with its result or the exception that it ended with, as they end.

        TimeoutError for one over its time, ProcessExpired for one whose process died. `glance` is called now and then.
        A pool that breaks down as a whole is started again for what is left; BrokenProcessPool where that is in vain.
        """
        left = dict(tasks)
        for last in [False] * _RESTARTS + [True]:
            for key, outcome in self._attempt(left, glance):
                if last or not isinstance(outcome, BrokenProcessPool):
                    yield key, outcome
                    del left[key]
            if not left:
                return
            self.stop()

    def _attempt(
        self, tasks: Mapping[Key, Task[Result]], glance: Callable[[], None]
    ) -> Iterator[tuple[Key, Result | Exception]]:
        try:
            pool = self._started()
            futures: dict[Any, Key] = {
                pool.schedule(t.function, args=t.args, timeout=t.seconds): key for key, t in tasks.items()
            }
        except RuntimeError as error:  # the pool broke down while it was being filled
            yield from [(key, BrokenProcessPool(str(error))) for key in tasks]
            return
        tries: Counter[Key] = Counter()
        while futures:
            glance()
            done, _ = wait(list(futures), timeout=_GLANCE_SECONDS, return_when=FIRST_COMPLETED)
            for future in done:
                key = futures.pop(future)
                try:
                    outcome: Result | Exception = future.result()
                except Exception as error:
                    outcome = error
                tries[key] += 1
                if left_for_a_fresh_worker(outcome) and tries[key] <= FRESH_TRIES:
                    task = tasks[key]
                    try:
                        futures[pool.schedule(task.function, args=task.args, timeout=task.seconds)] = key
                        continue
                    except RuntimeError as error:
                        outcome = BrokenProcessPool(str(error))
                yield key, outcome

    def _started(self) -> ProcessPool:
        if self._pool is None:
            # Threads of numeric libraries would only get in each other's way: one process a core is the parallelism.
            os.environ.setdefault("OMP_NUM_THREADS", "1")
            self._pool = ProcessPool(
                max_workers=self._workers,
                max_tasks=TASKS_A_WORKER,
                initializer=self._initializer,
                initargs=(self.counters, *self._initargs),
                context=self._context,
            )
        return self._pool

    def stop(self) -> None:
        """End the workers, whatever they are doing."""
        if self._pool is not None:
            self._pool.stop()
            self._pool.join()
            self._pool = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
