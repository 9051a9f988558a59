"""A page of Songya: the leaf of Quelin under a name of its own."""

from __future__ import annotations

from samples.drawing import Sheet
from samples.layouts_quelin.leaf import Leaf


class Page(Leaf):
    """One page; its layout's name begins with y."""

    def __post_init__(self) -> None:
        self.role = self.said["face"] or self.role
        self.sheet = Sheet(self.kind, f"y.{self.layout}", self.size, self.paper, first=not self.following)

    def labelled(
        self, x: float, y: float, pairs: tuple[tuple[str, str], ...], step: float, across: float, size: int = 36
    ) -> float:
        """Labels at `x`, values `across` to the right, a line each; returns the next baseline."""
        for label, value in pairs:
            self.put(x, y, label, size - 4, colour=(88, 92, 104))
            self.put(x + across, y, value, size)
            y += step
        return y
