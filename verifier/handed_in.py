"""What an applicant handed in, as far as a report shows it: which pages there are, which way is up, what was not read."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from models.document import FileReading
from models.geometry import Box
from models.page import Page


@dataclass(frozen=True, slots=True)
class PageSeen:
    """A page that was read: `size` in stored pixels, `turn` quarter turns clockwise that show it upright.

    `unread` are the boxes, in stored pixels, of ink that no word explains.
    """

    number: int
    size: tuple[int, int]
    turn: int = 0
    unread: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class FileSeen:
    """A file and its pages; none where it could not be read."""

    name: str
    path: Path
    sha256: str
    pages: tuple[PageSeen, ...]


def quarter_turns(page: Page) -> int:
    """The quarter turns clockwise, 0-3, that bring the stored page nearest to the upright one."""
    width, height = page.upright_size
    middle = height / 2
    (x0, y0), (x1, y1) = page.stored_point(width * 0.25, middle), page.stored_point(width * 0.75, middle)
    return round(-math.atan2(y1 - y0, x1 - x0) / (math.pi / 2)) % 4


def files_seen(place: Callable[[str], Path], readings: Iterable[FileReading]) -> tuple[FileSeen, ...]:
    """The files of `readings`, each where `place` says that it lies."""
    return tuple(
        FileSeen(
            reading.file,
            place(reading.file),
            reading.sha256,
            tuple(
                PageSeen(p.number, p.stored_size, quarter_turns(p), tuple(p.stored_box(b) for b in p.unread))
                for p in reading.pages
            ),
        )
        for reading in readings
    )
