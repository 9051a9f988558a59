"""Pictures of the pages for the report: scaled, named by the content of their file, drawn by worker processes.

Files come from strangers, so they are opened in workers with limits, and only those pages that reading got through.
A picture that an earlier run left is used again.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import cv2
from PIL import Image as Pictures

from extractors.intake import Image, RawPage, open_pages
from models.settings import ReadingSettings
from verifier.handed_in import FileSeen, PageSeen
from verifier.reading.pool import Task, WorkerPool
from verifier.reading.process import start
from verifier.reading.run_options import RunOptions

MOST_WIDE = 1400
"""Pixels across the upright page: 170 dpi of A4, where small print is legible."""
MOST_HIGH = 8000
QUALITY = 62
EFFORT = 2
"""WebP effort 0-6: as small as 4 within a tenth, in less than half the time."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Pages of one file that have no picture yet: number, quarter turn and the picture's path."""

    path: Path
    pages: tuple[tuple[int, int, Path], ...]


def picture_name(file: FileSeen, page: PageSeen) -> str:
    """The name of a page's picture; pages of files with the same content share it."""
    return f"{file.sha256[:24]}-{page.number}.webp"


def _scaled(image: Image, turn: int) -> Image:
    height, width = image.shape[:2]
    across, down = (height, width) if turn % 2 else (width, height)
    factor = min(1.0, MOST_WIDE / across, MOST_HIGH / down)
    if factor == 1.0:
        return image
    size = max(1, round(width * factor)), max(1, round(height * factor))
    return cv2.resize(image, size, interpolation=cv2.INTER_AREA)  # type: ignore[return-value]


def _draw(wanted: _Wanted, settings: ReadingSettings) -> None:
    """Runs in a worker: draws what is wanted of a file, whole pictures only. Raises what opening raises."""
    places = {number: (turn, target) for number, turn, target in wanted.pages}
    for page in open_pages(wanted.path, settings, range(min(places), max(places) + 1)):
        if not isinstance(page, RawPage) or page.number not in places:
            continue
        turn, target = places[page.number]
        draft = target.with_suffix(f".{os.getpid()}.draft")
        picture = Pictures.fromarray(cv2.cvtColor(_scaled(page.image, turn), cv2.COLOR_BGR2RGB))
        picture.save(draft, "WEBP", quality=QUALITY, method=EFFORT)
        draft.replace(target)


def draw_pages(files: Iterable[FileSeen], folder: Path, options: RunOptions) -> frozenset[str]:
    """Draws every page of `files` that `folder` lacks, removes what is no longer asked for; the names that are there.

    A page that cannot be drawn is left out. OSError where `folder` cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    asked: set[str] = set()
    tasks: dict[str, Task[None]] = {}
    for file in files:
        names = {picture_name(file, page) for page in file.pages}
        pages = tuple(
            (page.number, page.turn, folder / picture_name(file, page))
            for page in file.pages
            if not (folder / picture_name(file, page)).is_file()
        )
        asked |= names
        if pages and file.sha256 not in tasks:
            seconds = 10.0 + options.settings.limits.max_seconds_per_page * len(pages)
            tasks[file.sha256] = Task(_draw, (_Wanted(file.path, pages), options.settings), seconds)
    if tasks:
        with WorkerPool(min(options.jobs, len(tasks)), 1, start, (True,)) as pool:
            for _ in pool.run(tasks):
                pass  # a page without picture is shown as such
    for path in folder.iterdir():
        if path.suffix in (".webp", ".draft") and path.name not in asked:
            path.unlink()
    return frozenset(name for name in asked if (folder / name).is_file())
