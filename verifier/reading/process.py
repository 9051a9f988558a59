"""What runs inside a worker process: one engine, built once, reading parts of files."""

from __future__ import annotations

import importlib
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, MutableSequence
from multiprocessing import connection
from pathlib import Path
from typing import Any

from extractors.intake import count_pages
from extractors.ocr import identity as onnx
from extractors.ocr.engine import ENGINES, OcrEngine
from extractors.ocr.weights import ORIENTATION, locate
from extractors.reading import problem_of, read_file, sha256_of
from models.document import FileReading
from models.errors import EngineError, HeyanError
from models.settings import Limits, ReadingSettings
from verifier.reading.confinement import bound_address_space, bound_data, confine, data_held
from verifier.reading.engine_faults import fault_of, guarded
from verifier.reading.exhaustion import WorkerMemory, leave, speaks_of_memory
from verifier.reading.openable import openable

_engines: dict[str, OcrEngine] = {}
_pages_done: MutableSequence[int] = []
_fenced = False
_memory = WorkerMemory()
NO_COUNTER = 1 << 30
"""A slot beyond all counters: nobody asks how far this is."""


def start(pages_done: MutableSequence[int], fenced: bool) -> None:
    """Prepare a fresh worker. `pages_done` is shared memory, one number a part of the work: no locks to die with.

    `fenced` puts up the fences of `confinement`; engines of other packages may need what they forbid.
    """
    global _pages_done, _fenced
    _pages_done, _fenced = pages_done, fenced
    _hush_native_libraries()
    import cv2

    cv2.setNumThreads(1)
    if fenced:
        importlib.import_module("extractors.ocr.onnx")  # while compiled modules may still be kept on disk
        bound_address_space()
        confine()


def _hush_native_libraries() -> None:
    """Send what C libraries print about broken files to nowhere; Python's own stderr keeps working."""
    sys.stderr.flush()
    own = os.fdopen(os.dup(2), "w", buffering=1, encoding="utf-8", errors="backslashreplace")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)
    sys.stderr = own


def count(path: Path, limits: Limits) -> int:
    """The pages of a file; 0 where it cannot be told."""
    _memory.fresh = False
    with openable(path) as file:
        return count_pages(file, limits)


def read(path: Path, name: str, settings: ReadingSettings, factory: str, only: range | None, slot: int) -> FileReading:
    """Pages `only` of a file (all for None), counted in `slot` of the shared memory. Raises EngineError alone.

    EngineError means that the engine cannot be started; one that fails later is a problem of this file. A worker that
    keeps too much, or in which a file lacked memory after others, leaves: see `exhaustion`.
    """

    def on_page(done: int) -> None:
        if slot < len(_pages_done):
            _pages_done[slot] = max(_pages_done[slot], done)  # the second time counts no page twice

    usable = guarded(_started(factory))
    _memory.before_file()
    with openable(path) as file:
        try:
            reading = read_file(file, settings, usable, name, on_page, only)
        except EngineError as error:  # from another network than the engine's own, as the one for orientation
            problems = tuple(problem_of(fault_of(error), name, page) for page in only or [None])
            reading = FileReading(name, sha256_of(file, settings), (), problems)
    return _memory.after_file(reading)


def _started(factory: str) -> OcrEngine:
    """The engine; where a worker that has done other work lacks the memory to load it, a fresh one is to try."""
    try:
        return engine(factory)
    except EngineError as error:
        if not _memory.fresh and speaks_of_memory(str(error)):
            leave()
        raise


def engine(factory: str) -> OcrEngine:
    """The engine named in `ENGINES`, or made by `module:callable`, built once a process; EngineError if it cannot."""
    if factory not in _engines:
        try:
            if factory in ENGINES:
                locate(ORIENTATION)  # needed by the first page of any doubt: that it is missing is told at once
            _engines[factory] = _maker(factory)()
            if _fenced:
                bound_data()
                _memory.at_first = data_held()
        except HeyanError:
            raise
        except Exception as error:
            raise EngineError(
                f"文字识别引擎 {factory} 无法启动（{type(error).__name__}: {error}），请运行 heyan doctor 检查安装。"
            ) from error
    return _engines[factory]


def engine_is_ready(factory: str) -> bool:
    """Builds the engine; EngineError where that cannot be done."""
    return bool(engine(factory).name)


def die_with_parent() -> None:
    """A worker of a long-lived service goes when the service is killed: it would wait for work for ever.

    PR_SET_PDEATHSIG will not do: it fires as soon as the one thread of the service that began this worker ends.
    """
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent.sentinel,), name="heyan-parent", daemon=True).start()


def _end_after(sentinel: int) -> None:
    connection.wait([sentinel])
    os.kill(os.getpid(), signal.SIGKILL)


def identity(factory: str) -> tuple[str, str]:
    """Name and version of an engine, as its class states them; an engine that does not say so is built to ask."""
    if factory == "onnx":
        return onnx.NAME, onnx.VERSION
    made: Any = None if factory in ENGINES else _maker(factory)
    if not (isinstance(getattr(made, "name", None), str) and isinstance(getattr(made, "version", None), str)):
        made = engine(factory)
    return made.name, made.version


def _maker(factory: str) -> Callable[[], OcrEngine]:
    if factory in ENGINES:
        return ENGINES[factory]
    module, _, attribute = factory.partition(":")
    made: Callable[[], OcrEngine] = getattr(importlib.import_module(module), attribute)
    return made
