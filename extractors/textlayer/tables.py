"""Cells of ruled tables in born-digital PDFs, by pdfplumber."""

from __future__ import annotations

import logging
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

import pdfplumber

from models.geometry import Box

MAX_PATHS = 3000
MAX_SECONDS = 8.0
_MIN_CELL_POINTS = 4.0


class RuledTables:
    """The ruled tables of one PDF file; opened when the first page with rulings asks for them."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: Any = None
        self._failed = False

    def cells(self, number: int, paths: int) -> tuple[tuple[Box, ...], float, float]:
        """The cells of page `number` (from 1) in points of the displayed page, and that page's width and height.

        `paths` is how many paths the page draws: without any there is nothing to look for, and with very many (maps,
        drawings) the search would take longer than it is worth. A PDF that pdfplumber cannot read has no cells.
        """
        nothing: tuple[tuple[Box, ...], float, float] = ((), 1.0, 1.0)
        if self._failed or not 2 <= paths <= MAX_PATHS:
            return nothing
        try:
            with _at_most(MAX_SECONDS):
                return self._found(number)
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException:
            # pdfminer raises nearly anything on broken files, RecursionError and its own BaseExceptions among them.
            self._failed = True
            return nothing

    def _found(self, number: int) -> tuple[tuple[Box, ...], float, float]:
        if self._file is None:
            logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
            self._file = pdfplumber.open(self._path)
        page = self._file.pages[number - 1]
        try:
            left, top = page.bbox[0], page.bbox[1]
            boxes = {
                Box(cell[0] - left, cell[1] - top, cell[2] - left, cell[3] - top)
                for table in page.find_tables()
                for cell in table.cells
                if cell[2] - cell[0] >= _MIN_CELL_POINTS and cell[3] - cell[1] >= _MIN_CELL_POINTS
            }
            return tuple(sorted(boxes, key=lambda b: (b.y0, b.x0))), float(page.width), float(page.height)
        finally:
            page.close()

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


class _TookTooLongError(Exception):
    pass


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    """Interrupt the block after `seconds`, where signals can do that (main thread, POSIX); else let it run."""
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise _TookTooLongError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
