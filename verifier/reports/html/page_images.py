"""Pictures of the pages for the report: scaled, named by the content of their file, drawn by worker processes.

Files come from strangers, so they are opened in workers with limits, and only those pages that reading got through.
A picture that an earlier run left is used again.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

import cv2
from PIL import Image as Pictures

from extractors.intake import Image, RawPage, open_pages
from models.settings import ReadingSettings
from verifier.handed_in import FileSeen, PageSeen
from verifier.reading.openable import openable
from verifier.reading.pool import Task, WorkerPool
from verifier.reading.process import start
from verifier.reading.run_options import RunOptions
from verifier.reports.whole_files import write_whole

MOST_WIDE = 1400
"""Pixels across the upright page: 170 dpi of A4, where small print is legible."""
MOST_HIGH = 8000
QUALITY = 62
EFFORT = 2
"""WebP effort 0-6: as small as 4 within a tenth, in less than half the time."""


PAGES_AT_ONCE = 12
"""Pages that a worker draws before it hands their pictures over."""

Wanted = tuple[tuple[int, int], ...]
"""Pages of one file that have no picture yet: number and quarter turn."""


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


def draw(path: Path, wanted: Wanted, settings: ReadingSettings) -> dict[int, bytes]:
    """Runs in a worker, which may not write files: the pictures of the pages `wanted` of a file, by number."""
    turns = dict(wanted)
    pictures = {}
    with openable(path) as file:
        for page in open_pages(file, settings, range(min(turns), max(turns) + 1)):
            if isinstance(page, RawPage) and page.number in turns:
                picture = Pictures.fromarray(cv2.cvtColor(_scaled(page.image, turns[page.number]), cv2.COLOR_BGR2RGB))
                drawn = BytesIO()
                picture.save(drawn, "WEBP", quality=QUALITY, method=EFFORT)
                pictures[page.number] = drawn.getvalue()
    return pictures


def seconds_for(wanted: Wanted, settings: ReadingSettings) -> float:
    """How long drawing these pages may take."""
    return 10.0 + settings.limits.max_seconds_per_page * len(wanted)


def keep(picture: bytes, target: Path) -> None:
    """Puts a picture in its place: whole or not at all."""
    write_whole(target, picture)


def draw_pages(files: Iterable[FileSeen], folder: Path, options: RunOptions) -> frozenset[str]:
    """Draws every page of `files` that `folder` lacks, removes what is no longer asked for; the names that are there.

    A page that cannot be drawn is left out. OSError where `folder` cannot be written.
    """
    asked = draw_missing(files, folder, options.settings, options.jobs)
    for path in folder.iterdir():
        if path.suffix in (".webp", ".draft") and path.name not in asked:
            path.unlink()
    return frozenset(name for name in asked if (folder / name).is_file())


def draw_missing(files: Iterable[FileSeen], folder: Path, settings: ReadingSettings, jobs: int) -> frozenset[str]:
    """Draws every page of `files` that `folder` lacks, in `jobs` processes; the names of all, drawn or not."""
    folder.mkdir(parents=True, exist_ok=True)
    asked: set[str] = set()
    tasks: dict[tuple[str, int], Task[dict[int, bytes]]] = {}
    targets: dict[tuple[str, int], Path] = {}
    for file in files:
        places = {page.number: folder / picture_name(file, page) for page in file.pages}
        asked |= {place.name for place in places.values()}
        targets |= {(file.sha256, number): place for number, place in places.items()}
        lacking = [(page.number, page.turn) for page in file.pages if not places[page.number].is_file()]
        for first in range(0, len(lacking), PAGES_AT_ONCE):
            wanted = tuple(lacking[first : first + PAGES_AT_ONCE])
            tasks[file.sha256, first] = Task(draw, (file.path, wanted, settings), seconds_for(wanted, settings))
    if tasks:
        with WorkerPool(min(jobs, len(tasks)), 1, start, (True,)) as pool:
            for (sha256, _), drawn in pool.run(tasks):
                # A page that cannot be drawn is shown as one without picture.
                for number, picture in drawn.items() if isinstance(drawn, dict) else ():
                    keep(picture, targets[sha256, number])
    return frozenset(asked)
