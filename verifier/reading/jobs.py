"""Files read by a pool of worker processes: a file that crashes or hangs one is a problem of that file alone."""

from __future__ import annotations

import stat
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from pathlib import Path

from pebble import ProcessExpired

from extractors.cache import ReadingCache, ReadingKey, relabelled, settings_key
from extractors.intake import FileType, file_type
from extractors.reading import problem_of, sha256_of
from models.document import FileReading, Problem
from models.errors import Crashed, EngineError, InputError, TooLarge, TooSlow, Unsupported
from models.settings import ReadingSettings
from verifier.reading import process as worker_process
from verifier.reading.exhaustion import NO_ROOM, left_for_a_fresh_worker
from verifier.reading.pool import Task, WorkerPool

OnPages = Callable[[int, int], None]
OnReading = Callable[[FileReading], None]
PAGES_AT_ONCE = 6
_COUNTING_SECONDS = 30.0
_STARTING_SECONDS = 30.0
_MOST_COUNTERS = 100_000
_SPECIAL = "这不是普通文件（而是管道、设备等），没有打开；请放入文件本身后重新上传。"
_CRASHED = "读取这个文件时识别进程意外终止，文件可能已损坏；请重新导出或重新扫描后上传。"


@dataclass(frozen=True, slots=True)
class Job:
    """A file to read, and the name it has in everything reported."""

    path: Path
    name: str


@dataclass(slots=True)
class _Part:
    """Some pages of a job, the unit of work; `slot` is its place in the shared page counts."""

    job: int
    only: range | None
    pages: int
    slot: int


def read_files(
    jobs: Sequence[Job],
    settings: ReadingSettings,
    workers: int = 1,
    cache: ReadingCache | None = None,
    on_pages: OnPages | None = None,
    factory: str | None = None,
    on_reading: OnReading | None = None,
) -> Iterator[tuple[Job, FileReading]]:
    """Each job with its reading, as they are done. Files of the same content are read once.

    `on_pages` is told (pages done, pages in all); `on_reading` has what was just read, while the workers read on.
    `factory` names another engine than the settings do, as
    `module:callable`. Raises EngineError when the engine cannot be started; a bad file never raises.
    """
    factory = factory or settings.engine
    special = {job for job in jobs if _is_special(job.path)}
    yield from ((job, FileReading(job.name, "", (), (problem_of(Unsupported(_SPECIAL), job.name),))) for job in special)
    jobs = [job for job in jobs if job not in special]
    run = _Run(jobs, settings, factory, on_pages or (lambda _done, _total: None))
    keys = run.keys(cache)
    twins: dict[str, list[int]] = defaultdict(list)
    for index, key in enumerate(keys):
        known = cache.get(key, jobs[index].name) if cache and key.sha256 else None
        if known:
            run.count_known(known)
            yield jobs[index], known
        else:
            twins[key.sha256 or f"#{index}"].append(index)
    for index, reading in run.read([same[0] for same in twins.values()], workers):
        if cache:
            cache.put(keys[index], reading)
        for twin in twins[keys[index].sha256 or f"#{index}"]:
            made = relabelled(reading, jobs[twin].name)
            if on_reading:
                on_reading(made)
            yield jobs[twin], made


class _Run:
    """One call of `read_files`: the pages counted so far, and the parts on their way."""

    def __init__(self, jobs: Sequence[Job], settings: ReadingSettings, factory: str, on_pages: OnPages) -> None:
        self._jobs = jobs
        self._settings = settings
        self._factory = factory
        self._on_pages = on_pages
        self._done = 0
        self._total = 0

    def keys(self, cache: ReadingCache | None) -> list[ReadingKey]:
        """What each job's reading is kept under; without a content hash where the file cannot be hashed."""
        name, version = worker_process.identity(self._factory) if cache else ("", "")
        about = settings_key(self._settings) if cache else ""
        return [ReadingKey(sha256_of(job.path, self._settings), name, version, about) for job in self._jobs]

    def count_known(self, reading: FileReading) -> None:
        pages = max(len(reading.pages), 1)
        self._done += pages
        self._total += pages

    def read(self, todo: list[int], workers: int) -> Iterator[tuple[int, FileReading]]:
        """The jobs `todo`, the longest first so that no worker is left with one at the end."""
        if not todo:
            self._on_pages(self._done, self._total)
            return
        counters = min(len(todo) * (self._settings.limits.max_pages // PAGES_AT_ONCE + 1), _MOST_COUNTERS)
        initargs = (self._factory == "onnx",)
        with WorkerPool(min(workers, self._most_parts(todo)), counters, worker_process.start, initargs) as pool:
            counts: dict[int, int] = {}
            for index, found in self._counted(todo, pool):
                if isinstance(found, int):
                    counts[index] = found
                else:
                    self._done += 1
                    self._total += 1
                    yield index, self._failure(index, None, found)
            parts = self._parts(counts)
            self._total += sum(part.pages for part in parts)
            waiting = {index: sum(part.job == index for part in parts) for index in counts}
            pieces: dict[int, list[FileReading]] = defaultdict(list)
            for part, reading in self._read_parts(parts, pool):
                pieces[part.job].append(reading)
                if len(pieces[part.job]) == waiting[part.job]:
                    yield part.job, joined(pieces.pop(part.job))

    def _most_parts(self, todo: list[int]) -> int:
        """More workers than this could not find work: a picture is one page, other files may be cut in parts."""
        return sum(self._has_pages(index) * 1000 + 1 for index in todo)

    def _has_pages(self, index: int) -> bool:
        return _type_of(self._jobs[index].path) in ("pdf", "tiff")

    def _counted(self, todo: list[int], pool: WorkerPool) -> Iterator[tuple[int, int | InputError]]:
        """The pages of each file, asked of the workers: opening a broken PDF may crash whoever does it."""
        yield from ((index, 1) for index in todo if not self._has_pages(index))
        limits = self._settings.limits
        tasks = {
            index: Task(worker_process.count, (self._jobs[index].path, limits), _COUNTING_SECONDS)
            for index in todo
            if self._has_pages(index)
        }
        for index, found in pool.run(tasks):
            yield index, max(found, 1) if isinstance(found, int) else failure_of(found, _COUNTING_SECONDS)

    def _parts(self, counts: dict[int, int]) -> list[_Part]:
        parts: list[_Part] = []
        for index, pages in sorted(counts.items(), key=lambda item: -item[1]):
            if not PAGES_AT_ONCE < pages <= self._settings.limits.max_pages:
                parts.append(_Part(index, None, pages, len(parts)))
                continue
            for first in range(1, pages + 1, PAGES_AT_ONCE):
                only = range(first, min(first + PAGES_AT_ONCE, pages + 1))
                parts.append(_Part(index, only, len(only), len(parts)))
        return parts

    def _read_parts(self, parts: list[_Part], pool: WorkerPool) -> Iterator[tuple[_Part, FileReading]]:
        unfinished = dict(enumerate(parts))

        def report() -> None:
            counted = [p for p in unfinished.values() if p.slot < len(pool.counters)]
            self._on_pages(self._done + sum(min(pool.counters[p.slot], p.pages) for p in counted), self._total)

        for slot, outcome in pool.run({part.slot: self._task(part) for part in parts}, report):
            if isinstance(outcome, EngineError):
                raise outcome
            part = unfinished.pop(slot)
            self._done += part.pages
            report()
            if isinstance(outcome, Exception):
                yield part, self._failure(part.job, part.only, failure_of(outcome, self._seconds(part)))
            else:
                yield part, outcome

    def _task(self, part: _Part) -> Task[FileReading]:
        job, seconds = self._jobs[part.job], self._seconds(part)
        settings = replace(self._settings, limits=replace(self._settings.limits, max_seconds_per_file=seconds))
        return Task(worker_process.read, (job.path, job.name, settings, self._factory, part.only, part.slot), seconds)

    def _seconds(self, part: _Part) -> float:
        limits = self._settings.limits
        return min(limits.max_seconds_per_file, _STARTING_SECONDS + part.pages * limits.max_seconds_per_page)

    def _failure(self, index: int, only: range | None, error: InputError) -> FileReading:
        job = self._jobs[index]
        problems = tuple(problem_of(error, job.name, page) for page in only or [None])
        return FileReading(job.name, sha256_of(job.path, self._settings), (), problems)


def joined(pieces: list[FileReading]) -> FileReading:
    """The reading of a whole file from those of its parts; what every part says of the file is said once."""
    first = pieces[0]
    pages = sorted((page for piece in pieces for page in piece.pages), key=lambda page: page.number)
    problems: dict[Problem, None] = {problem: None for piece in pieces for problem in piece.problems}
    return replace(first, pages=tuple(pages), problems=tuple(sorted(problems, key=lambda p: p.page or 0)))


def failure_of(error: BaseException, seconds: float) -> InputError:
    """What the end of a worker's task, allowed `seconds`, means to whoever handed the file in."""
    if isinstance(error, InputError):
        return error
    if isinstance(error, TimeoutError):
        return TooSlow(
            f"识别超过时限 {seconds:.0f} 秒，已停止；请降低分辨率或拆分文件后重新上传，或调大 HEYAN_MAX_SECONDS。"
        )
    if left_for_a_fresh_worker(error):
        return TooLarge(NO_ROOM)
    if isinstance(error, ProcessExpired | BrokenProcessPool):
        return Crashed(_CRASHED)
    return Crashed(f"{_CRASHED}（{type(error).__name__}）")


def _type_of(path: Path) -> FileType | None:
    try:
        return file_type(path)
    except (InputError, OSError):
        return None


def _is_special(path: Path) -> bool:
    """A pipe or device: opening it would wait for ever, or act. What leads nowhere is for the reading to say."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))
