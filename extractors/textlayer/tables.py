"""Cells of ruled tables in born-digital PDFs: the lines that a page draws, joined to cells as pdfplumber does."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from types import FrameType, SimpleNamespace
from typing import Any, Final

from pdfplumber.table import TableFinder

from models.geometry import Box

MAX_PATHS: Final = 3000
MAX_EDGES: Final = 12000
MAX_SECONDS: Final = 8.0
_MIN_CELL_POINTS: Final = 4.0
_LEVEL_POINTS: Final = 0.01

Edge = dict[str, Any]


def ruled_cells(drawings: Iterable[dict[str, Any]]) -> tuple[Box, ...]:
    """The cells between the lines of `drawings` (PyMuPDF's, of one page) in their points, from top to bottom.

    With very many paths (maps, drawings) the search would take longer than it is worth.
    """
    paths = list(drawings)
    if not 2 <= len(paths) <= MAX_PATHS:
        return ()
    edges = list(islice((edge for path in paths for edge in _edges(path)), MAX_EDGES + 1))
    if len(edges) > MAX_EDGES:
        return ()
    try:
        with _at_most(MAX_SECONDS):
            page: Any = SimpleNamespace(edges=edges)
            tables = TableFinder(page).tables
    except (_TookTooLongError, ArithmeticError, LookupError, ValueError, AssertionError):
        # Numbers of broken files may be anything.
        return ()
    boxes = {
        Box(*(float(v) for v in cell))
        for table in tables
        for cell in table.cells
        if cell[2] - cell[0] >= _MIN_CELL_POINTS and cell[3] - cell[1] >= _MIN_CELL_POINTS
    }
    return tuple(sorted(boxes, key=lambda b: (b.y0, b.x0)))


def _edges(path: dict[str, Any]) -> Iterator[Edge]:
    """The level and the upright lines of a path; curves and slanting lines rule no table."""
    for kind, *parts in path["items"]:
        if kind == "l":
            yield from _edge(*parts[0], *parts[1])
        elif kind == "re":
            yield from _outline(*parts[0])
        elif kind == "qu":
            (a, b), (c, d), (e, f), (g, h) = parts[0]
            yield from (*_edge(a, b, c, d), *_edge(c, d, g, h), *_edge(g, h, e, f), *_edge(e, f, a, b))


def _outline(x0: float, y0: float, x1: float, y1: float) -> Iterator[Edge]:
    yield from (*_edge(x0, y0, x1, y0), *_edge(x0, y1, x1, y1), *_edge(x0, y0, x0, y1), *_edge(x1, y0, x1, y1))


def _edge(x0: float, y0: float, x1: float, y1: float) -> Iterator[Edge]:
    """A line in the form that pdfplumber gives its edges, unless it slants."""
    wide, tall = abs(x1 - x0), abs(y1 - y0)
    if min(wide, tall) > _LEVEL_POINTS:
        return
    top = min(y0, y1)
    yield {
        "object_type": "line",
        "x0": min(x0, x1),
        "x1": max(x0, x1),
        "top": top,
        "doctop": top,
        "bottom": max(y0, y1),
        "width": wide,
        "height": tall,
        "orientation": "h" if wide > tall else "v",
    }


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
