"""Axis-aligned boxes in pixels, origin top left."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle x0, y0, x1, y1 with x0 <= x1 and y0 <= y1, in pixels of whichever page image its owner names."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    @property
    def cx(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def cy(self) -> float:
        return (self.y0 + self.y1) / 2

    @property
    def area(self) -> float:
        return max(0.0, self.width) * max(0.0, self.height)

    def intersection(self, other: Box) -> Box | None:
        """The common rectangle, or None where the two do not overlap in area."""
        x0, y0 = max(self.x0, other.x0), max(self.y0, other.y0)
        x1, y1 = min(self.x1, other.x1), min(self.y1, other.y1)
        return Box(x0, y0, x1, y1) if x1 > x0 and y1 > y0 else None

    def covered_by(self, other: Box) -> float:
        """The share of this box's area that lies in `other`, 0-1."""
        common = self.intersection(other)
        return common.area / self.area if common and self.area > 0 else 0.0

    def contains(self, x: float, y: float) -> bool:
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1

    def grown(self, by: float) -> Box:
        """The box with `by` pixels more on each side."""
        return Box(self.x0 - by, self.y0 - by, self.x1 + by, self.y1 + by)


def union(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds all `boxes`; ValueError when there are none."""
    found = list(boxes)
    if not found:
        raise ValueError("no boxes to unite")
    return Box(
        min(b.x0 for b in found),
        min(b.y0 for b in found),
        max(b.x1 for b in found),
        max(b.y1 for b in found),
    )
