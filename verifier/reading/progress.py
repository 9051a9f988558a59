"""A progress bar on stderr: pages read, pages to go, time left. Silent where stderr is not a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

OnPages = Callable[[int, int], None]


def quiet(_done: int, _total: int) -> None:
    """Reports nothing."""


@contextmanager
def reading_progress() -> Iterator[OnPages]:
    """Yields a function that is told (pages done, pages in all)."""
    console = Console(stderr=True)
    if not sys.stderr.isatty():
        yield quiet
        return
    columns = (
        TextColumn("识别页面"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("用时"),
        TimeElapsedColumn(),
        TextColumn("剩余"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("pages", total=None)

        def on_pages(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        yield on_pages
