"""Ticks drawn between brackets that the text layer says are empty."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from extractors.marks.slots import find_slots
from models.geometry import Box
from models.page import Mark, Word

TEXT = "优秀（ ） 合格（ ）"
EDGES = tuple(float(100 + 30 * i) for i in range(len(TEXT) + 1))
WORD = Word(TEXT, Box(100, 100, EDGES[-1], 132), 1.0, EDGES)
SECOND = EDGES[9]


def states(*ticked: float, colour: tuple[int, int, int] = (30, 40, 120), others: tuple[Mark, ...] = ()) -> list[object]:
    image = Image.new("RGB", (600, 250), "white")
    draw = ImageDraw.Draw(image)
    for x in ticked:
        draw.line([(x + 3, 115), (x + 12, 127), (x + 27, 104)], colour, 4)
    page = np.ascontiguousarray(np.asarray(image)[:, :, ::-1])
    return [mark.checked for mark in find_slots(page, [WORD], others)]


@pytest.mark.parametrize(("x", "expected"), [(EDGES[3], [True, False]), (SECOND, [False, True])])
def test_ink_between_brackets_is_a_tick(x: float, expected: list[object]) -> None:
    assert states(x) == expected


def test_no_ink_two_ticks_a_watermark_and_a_seal_say_nothing() -> None:
    assert states() == []
    assert states(EDGES[3], SECOND) == []
    assert states(SECOND, colour=(225, 225, 225)) == []
    assert states(SECOND, others=(Mark("seal", Box(SECOND - 40, 80, SECOND + 200, 200), 1.0),)) == []
