"""One file read: pages, upright, words, marks, quality. A bad file gives problems, never an exception."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np

from extractors.intake import BadPage, Image, RawPage, open_pages
from extractors.ocr.engine import OcrEngine
from extractors.page_reading import read_page
from models.document import FileReading, Problem
from models.errors import EngineError, HeyanError, InputError
from models.page import Page
from models.settings import ReadingSettings

OnPage = Callable[[int], None]
# Stop by ourselves, with what has been read, before the worker is stopped from outside.
_OF_THE_TIME = 0.85


def read_file(
    path: Path,
    settings: ReadingSettings,
    engine: OcrEngine,
    name: str,
    on_page: OnPage | None = None,
    only: range | None = None,
) -> FileReading:
    """The file at `path`, called `name` in everything reported; `only` restricts it to these page numbers (from 1).

    Never raises for a bad file: what went wrong stands in `problems`. Raises EngineError where the engine itself cannot
    be used. `on_page` is told after each page how many have been done.
    """
    reader = _Reader(settings, engine, name, on_page)
    sha256 = ""
    try:
        sha256 = sha256_of(path, settings)
        reader.read(path, only)
    except EngineError:
        raise
    except Exception as error:
        reader.report(error, None)
    return FileReading(name, sha256, tuple(reader.pages), tuple(reader.problems))


def sha256_of(path: Path, settings: ReadingSettings) -> str:
    """The hash of a file's content; empty for one that cannot be read or is over the limit (reading will say so)."""
    try:
        if path.stat().st_size > settings.limits.max_bytes:
            return ""
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


class _Reader:
    """The pages of one file, as they come."""

    def __init__(self, settings: ReadingSettings, engine: OcrEngine, name: str, on_page: OnPage | None) -> None:
        self.pages: list[Page] = []
        self.problems: list[Problem] = []
        self._settings = settings
        self._engine = engine
        self._name = name
        self._on_page = on_page
        self._seen: dict[bytes, Page] = {}

    def read(self, path: Path, only: range | None) -> None:
        stop_at = time.monotonic() + _OF_THE_TIME * self._settings.limits.max_seconds_per_file
        for done, raw in enumerate(open_pages(path, self._settings, only), 1):
            if time.monotonic() > stop_at and done > 1:
                self.problems.append(self._out_of_time(raw.number))
                return
            if isinstance(raw, BadPage):
                self.report(raw.error, raw.number)
            else:
                self._take(raw)
            if self._on_page:
                self._on_page(done)

    def _take(self, raw: RawPage) -> None:
        if raw.damage:
            self.report(raw.damage, raw.number)
        try:
            digest = _digest(raw) if raw.text_words is None and not raw.alone else None
            page = self._seen.get(digest) if digest else None
            page = replace(page, number=raw.number) if page else read_page(raw, self._engine)
            if digest:
                self._seen[digest] = page
            self.pages.append(page)
        except EngineError:
            raise
        except Exception as error:
            self.report(error, raw.number)

    def report(self, error: Exception, page: int | None) -> None:
        """Turn what was raised into a problem of the file, or of one page of it."""
        self.problems.append(problem_of(error, self._name, page))

    def _out_of_time(self, number: int) -> Problem:
        limit = self._settings.limits.max_seconds_per_file
        message = f"识别超过时限 {limit:.0f} 秒，第 {number} 页起未读；请拆分文件后重新上传，或调大 HEYAN_MAX_SECONDS。"
        return Problem(self._name, "too_slow", message)


def problem_of(error: BaseException, name: str, page: int | None = None) -> Problem:
    """The problem that says what `error` means for the file called `name`."""
    if isinstance(error, InputError):
        return Problem(name, error.code, str(error), page)
    if isinstance(error, MemoryError):
        return Problem(name, "too_large", "文件太大，内存放不下，请降低分辨率或拆分后重新上传。", page)
    if isinstance(error, HeyanError):
        return Problem(name, error.code, str(error), page)
    if isinstance(error, OSError):
        return Problem(name, "damaged", f"读取文件时出错（{error.strerror or error}），请检查后重新上传。", page)
    what = f"{type(error).__name__}: {error}"[:200]
    return Problem(name, "internal", f"程序内部出错，未能读出，请人工核对并反馈此信息：{what}", page)


def _digest(raw: RawPage) -> bytes:
    """Tells page images apart, so that one scanned twice into a file is read once."""
    image: Image = np.ascontiguousarray(raw.image)
    digest = hashlib.blake2b(image.data, digest_size=20)
    digest.update(repr((image.shape, raw.turn, raw.mirrored, raw.dpi)).encode())
    return digest.digest()
