"""A page of Baiyan: the panel of Tinglan under a name of its own, with leaders, ticked boxes and columns of pairs."""

from __future__ import annotations

from collections.abc import Sequence

from samples.drawing import Sheet, choices, embossed_seal, measure
from samples.drawing.sheet import Colour
from samples.layouts_tinglan.panel import Panel

GRADES = ("优秀", "合格", "基本合格", "不合格")
INDIGO: Colour = (38, 56, 110)
BRICK: Colour = (158, 46, 38)
GREY_BAND: Colour = (240, 241, 243)


class Form(Panel):
    """One page; its layout's name begins with r."""

    def __post_init__(self) -> None:
        self.only = self.told["one_face"]
        self.face = self.only or self.face
        self.fill = self.only or self.fill or self.face
        self.sheet = Sheet(self.kind, f"r.{self.layout}", self.size, self.paper, first=not self.following)

    def pairs(
        self, x: float, y: float, rows: Sequence[tuple[str, str]], *, at: float, step: float, size: int = 34
    ) -> float:
        """Labels with their values at one distance, nothing ruled; returns the next baseline."""
        for label, value in rows:
            self.put(x, y, label, size)
            self.put(x + at, y, value, size)
            y += step
        return y

    def leaders(self, x0: float, x1: float, y: float, label: str, value: str, size: int = 34) -> None:
        """Label at the left, value at the right, points between."""
        end = self.put(x0, y, label, size)
        wide = sum(measure(s.text, s.role or self.face, size) for s in self.spans(value))
        point = measure("·", "song", size - 8)
        count = int((x1 - wide - end - size) / point)
        if count > 0:
            self.put(end + size / 2, y, "·" * count, size - 8, role="song")
        self.put(x1, y, value, size, "right")

    def ticked(self, x: float, y: float, field: str, options: Sequence[str] = GRADES, size: int = 34) -> None:
        """Boxes to tick; the value of `field` is ticked."""
        choices(self.sheet, x, y, list(options), self.told[field], field, self.rng, self.face, size)

    def pressed(self, cx: float, cy: float, issuer: str, diameter: int = 230) -> None:
        """A seal without ink, half over the photograph."""
        embossed_seal(self.sheet, cx, cy, issuer, self.rng, diameter)
