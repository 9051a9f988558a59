"""Characters of a PDF page as PyMuPDF gives them, brought into the pixels of the upright page."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

import pymupdf

_HIDDEN_UNDER = 40  # alpha of 255; MuPDF gives 0 to text in render mode 3
_AS_TURNED = math.cos(math.radians(10))


class Glyph(NamedTuple):
    """One visible character: its box, the em size and the baseline, in pixels of the upright page.

    `vertical` characters stand upright in a column; their baseline is the column's middle (an x).
    """

    char: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    baseline: float
    vertical: bool


class Glyphs(NamedTuple):
    """The characters of a page; `hidden` counts invisible ones, `slanted` those that no quarter turn makes level."""

    visible: list[Glyph]
    hidden: int
    slanted: int
    turn: int


def glyphs_of(page: Any, to_pixels: Any, size: tuple[int, int]) -> Glyphs:
    """The characters of a PyMuPDF page; `to_pixels` maps its unrotated points to the rendered `size` (width, height).

    `turn` says how many quarter turns clockwise make most of the text level; the glyphs are given after that turn.
    """
    lines = list(_lines(page))
    turn = _turn(lines, to_pixels)
    onward = to_pixels * _turning(turn, *size)
    visible: list[Glyph] = []
    hidden = slanted = 0
    for line, span in lines:
        direction = _direction(line["dir"], onward)
        vertical = line["wmode"] == 1
        level = direction[1] > _AS_TURNED if vertical else direction[0] > _AS_TURNED
        for char in span["chars"]:
            if char["c"].isspace() or (char["c"] == "\u200b"):
                continue
            if span.get("alpha", 255) < _HIDDEN_UNDER or span["size"] < 1:
                hidden += 1
            elif not level:
                slanted += 1
            else:
                visible.append(_glyph(char, span["size"], onward, vertical))
    return Glyphs(visible, hidden, slanted, turn)


def _lines(page: Any) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    flags = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_COLLECT_STYLES | pymupdf.TEXT_MEDIABOX_CLIP
    for block in page.get_text("rawdict", flags=flags)["blocks"]:
        for line in block.get("lines", ()):
            for span in line["spans"]:
                yield line, span


def _turn(lines: list[tuple[dict[str, Any], dict[str, Any]]], to_pixels: Any) -> int:
    votes: Counter[int] = Counter()
    for line, span in lines:
        if line["wmode"] == 1:
            continue
        x, y = _direction(line["dir"], to_pixels)
        # Text that runs up the page needs one turn clockwise, text that runs down it three.
        for turn, along in enumerate((x, -y, -x, y)):
            if along > _AS_TURNED:
                votes[turn] += len(span["chars"])
    return votes.most_common(1)[0][0] if votes else 0


def _turning(turn: int, width: int, height: int) -> Any:
    """Quarter turns clockwise of a width x height image, origin kept at the top left."""
    return {
        0: pymupdf.Matrix(1, 0, 0, 1, 0, 0),
        1: pymupdf.Matrix(0, 1, -1, 0, height, 0),
        2: pymupdf.Matrix(-1, 0, 0, -1, width, height),
        3: pymupdf.Matrix(0, -1, 1, 0, 0, width),
    }[turn]


def turned_box(box: tuple[float, float, float, float], to_pixels: Any, turn: int, size: tuple[int, int]) -> Any:
    """A rectangle of unrotated points in pixels of the upright page."""
    return pymupdf.Rect(box).transform(to_pixels * _turning(turn, *size))


def _direction(along: tuple[float, float], matrix: Any) -> tuple[float, float]:
    x = along[0] * matrix.a + along[1] * matrix.c
    y = along[0] * matrix.b + along[1] * matrix.d
    length = math.hypot(x, y) or 1.0
    return x / length, y / length


def _glyph(char: dict[str, Any], size: float, onward: Any, vertical: bool) -> Glyph:
    box = pymupdf.Rect(char["bbox"]).transform(onward)
    em = size * math.sqrt(abs(onward.a * onward.d - onward.b * onward.c))
    letter = _writable(char["c"])
    if vertical:
        return Glyph(letter, box.x0, box.y0, box.x1, box.y1, em, (box.x0 + box.x1) / 2, True)
    baseline = (pymupdf.Point(char["origin"]) * onward).y
    above, below = _reach(letter)
    return Glyph(letter, box.x0, baseline - above * em, box.x1, baseline + below * em, em, baseline, False)


def _writable(char: str) -> str:
    """The character, or U+FFFD for what is no character at all (lone surrogates, controls): JSON could not hold it."""
    code = ord(char[0]) if char else 0xFFFD
    return "\ufffd" if not char or 0xD800 <= code <= 0xDFFF or code < 0x20 or 0x7F <= code < 0xA0 else char


def _reach(char: str) -> tuple[float, float]:
    """How far a character's ink goes above and below the baseline, in ems: fonts' own boxes leave room for accents."""
    if ord(char) >= 0x2E80:
        return 0.86, 0.12
    return (0.74, 0.22) if char in "gjpqyQ,;()[]{}" else (0.74, 0.03)
