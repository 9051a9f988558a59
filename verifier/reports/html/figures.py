"""A page as the report shows it: upright, with boxes in stored pixels, whole or cut to a piece."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from models.geometry import Box
from verifier.handed_in import FileSeen
from verifier.reports.html.page_images import picture_name

LEAST_MARGIN = 14.0


@dataclass(frozen=True, slots=True)
class Crop:
    """A piece of a page: `view` is the SVG view box in upright pixels, `box` the evidence in stored pixels."""

    page: PageFigure
    box: Box
    view: str


@dataclass(frozen=True, slots=True)
class PageFigure:
    """A page with its picture. `size` and boxes in stored pixels; `turn` quarter turns clockwise show it upright.

    `src` is "" where there is no picture.
    """

    id: str
    file: str
    number: int
    src: str
    size: tuple[int, int]
    turn: int
    unread: tuple[Box, ...]

    @property
    def upright_size(self) -> tuple[int, int]:
        width, height = self.size
        return (height, width) if self.turn % 2 else (width, height)

    @property
    def transform(self) -> str:
        """The SVG transform from stored to upright pixels."""
        width, height = self.size
        return (
            "matrix(1 0 0 1 0 0)",
            f"matrix(0 1 -1 0 {height} 0)",
            f"matrix(-1 0 0 -1 {width} {height})",
            f"matrix(0 -1 1 0 0 {width})",
        )[self.turn]

    def upright(self, box: Box) -> Box:
        """`box` in upright pixels."""
        width, height = self.size
        return (
            box,
            Box(height - box.y1, box.x0, height - box.y0, box.x1),
            Box(width - box.x1, height - box.y1, width - box.x0, height - box.y0),
            Box(box.y0, width - box.x1, box.y1, width - box.x0),
        )[self.turn]

    def crop(self, box: Box, margin: float = 0.8) -> Crop:
        """The piece around `box`, with `margin` of its smaller side on each side."""
        seen = self.upright(box)
        room = max(LEAST_MARGIN, margin * min(seen.width, seen.height))
        wide, high = self.upright_size
        seen = seen.grown(room).intersection(Box(0, 0, wide, high)) or Box(0, 0, wide, high)
        return Crop(self, box, f"{seen.x0:.1f} {seen.y0:.1f} {seen.width:.1f} {seen.height:.1f}")


Figures = dict[tuple[str, int], PageFigure]


def figures_of(files: Iterable[FileSeen], pictures: frozenset[str], folder: str) -> Figures:
    """The pages of an applicant by file and number; `folder` is where `pictures` lie as seen from the page."""
    found: Figures = {}
    for file in files:
        for page in file.pages:
            name = picture_name(file, page)
            src = f"{folder}/{name}" if name in pictures else ""
            key = (file.name, page.number)
            found[key] = PageFigure(f"p{len(found) + 1}", *key, src, page.size, page.turn, page.unread)
    return found
