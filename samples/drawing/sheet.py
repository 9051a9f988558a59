"""A page as a list of things to draw, and the boxes of the values that stand on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from PIL import Image

from models.document import Kind
from models.geometry import Box, union
from samples.drawing import fonts

Colour = tuple[int, int, int]
INK: Colour = (28, 28, 32)
A4 = (1654, 2339)
A5 = (1165, 1654)


@dataclass(frozen=True, slots=True)
class TextOp:
    """A run of one face; `x` left end and `y` baseline in pixels."""

    x: float
    y: float
    text: str
    role: str
    size: int
    colour: Colour


@dataclass(frozen=True, slots=True)
class LineOp:
    points: tuple[tuple[float, float], ...]
    width: int
    colour: Colour


@dataclass(frozen=True, slots=True)
class RectOp:
    box: Box
    width: int
    colour: Colour
    fill: Colour | None = None


@dataclass(frozen=True, slots=True)
class ImageOp:
    """A picture with its top left corner; `multiply` lays it on like ink, so that what is under it shows through."""

    x: float
    y: float
    image: Image.Image
    multiply: bool = False


Op = TextOp | LineOp | RectOp | ImageOp


@dataclass(frozen=True, slots=True)
class FieldBox:
    """A value of contract section 6 as it stands on the sheet: normalised value and tight box in sheet pixels."""

    name: str
    value: str
    box: Box


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text inside a line or sentence; with `field` its place is recorded under `value` (else the text itself)."""

    text: str
    field: str | None = None
    value: str | None = None
    underline: bool = False
    role: str | None = None
    size: int | None = None


@dataclass
class Sheet:
    """One page at 200 dpi. `kind` and `layout` name the document it belongs to; `first` is False for a following page."""

    kind: Kind
    layout: str
    size: tuple[int, int] = A4
    paper: Colour = (255, 255, 255)
    first: bool = True
    ops: list[Op] = field(default_factory=list)
    fields: list[FieldBox] = field(default_factory=list)

    @property
    def width(self) -> int:
        return self.size[0]

    @property
    def height(self) -> int:
        return self.size[1]

    def text(
        self,
        x: float,
        y: float,
        text: str,
        role: str = "song",
        size: int = 34,
        *,
        field: str | None = None,
        value: str | None = None,
        align: Literal["left", "centre", "right"] = "left",
        spacing: float = 0,
        colour: Colour = INK,
    ) -> Box:
        """Draws one line with its baseline at `y` and returns the box of its ink; `spacing` parts the characters."""
        width = measure(text, role, size, spacing)
        x -= {"left": 0.0, "centre": width / 2, "right": width}[align]
        boxes = []
        pieces = [text] if spacing == 0 else list(text)
        for piece in pieces:
            for face, part in fonts.runs(role, piece):
                font = fonts.load(face, size)
                if part.strip():
                    self.ops.append(TextOp(x, y, part, face, size, colour))
                    boxes.append(_ink(font.getbbox(part, anchor="ls"), x, y))
                x += font.getlength(part)
            x += spacing
        box = union(boxes) if boxes else Box(x, y - size, x, y)
        if field:
            self.record(field, text if value is None else value, box)
        return box

    def vertical(self, x: float, y: float, text: str, role: str = "song", size: int = 34, step: float = 1.15) -> Box:
        """Writes from the top down, `x` the middle of the column, `y` its top."""
        boxes = [
            self.text(x, y + size * (0.9 + step * i), char, role, size, align="centre") for i, char in enumerate(text)
        ]
        return union(boxes)

    def record(self, name: str, value: str, box: Box) -> None:
        """Notes that `value` of field `name` stands in `box`."""
        self.fields.append(FieldBox(name, value, box))

    def line(self, x0: float, y0: float, x1: float, y1: float, width: int = 2, colour: Colour = INK) -> None:
        self.ops.append(LineOp(((x0, y0), (x1, y1)), width, colour))

    def rect(self, box: Box, width: int = 2, colour: Colour = INK, fill: Colour | None = None) -> None:
        self.ops.append(RectOp(box, width, colour, fill))

    def picture(self, x: float, y: float, image: Image.Image, *, multiply: bool = False) -> Box:
        self.ops.append(ImageOp(x, y, image, multiply))
        return Box(x, y, x + image.width, y + image.height)


def measure(text: str, role: str, size: int, spacing: float = 0) -> float:
    """The advance of `text` in pixels."""
    advance = sum(
        float(fonts.load(face, size).getlength(part)) for face, part in fonts.runs(role, text.replace("\n", ""))
    )
    return advance + spacing * max(0, len(text) - 1)


def _ink(bbox: tuple[float, float, float, float], x: float, y: float) -> Box:
    return Box(x + bbox[0], y + bbox[1], x + bbox[2], y + bbox[3])
