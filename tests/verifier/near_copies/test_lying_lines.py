from __future__ import annotations

import numpy as np
import pytest

from models.geometry import Box
from verifier.near_copies.page_print import Line, PagePrint
from verifier.near_copies.wording import compared

UPRIGHT = np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]])
TURNED = np.array([[0.0, -1.0, 400.0], [1.0, 0.0, 0.0]])
"""A quarter turn clockwise of a page 400 high."""


def printed(*lines: tuple[str, Box], size: tuple[int, int] = (1000, 400)) -> PagePrint:
    return PagePrint("a.pdf", 1, size, tuple(Line(text, box, True) for text, box in lines), "")


NAME = ("姓名周启航", Box(100, 100, 300, 140))
NUMBER = ("证书编号123456", Box(100, 200, 500, 240))


def test_lines_in_the_same_place_are_compared_and_others_are_gone() -> None:
    other = printed(NAME, ("证书编号123459", NUMBER[1]))
    found = compared(printed(NAME, NUMBER, ("评审通过", Box(600, 300, 700, 340))), other, UPRIGHT)
    assert (found.shared, found.telling, found.gone) == (("姓名周启航",), (("证书编号123456", "证书编号123459"),), 4)


def test_a_line_cut_in_two_is_joined_from_left_to_right() -> None:
    other = printed(("123456", Box(330, 201, 500, 239)), ("证书编号", Box(100, 198, 320, 242)))
    assert compared(printed(NUMBER), other, UPRIGHT).shared == ("证书编号123456",)


def test_what_lies_beyond_the_other_page_is_neither_the_same_nor_gone() -> None:
    found = compared(printed(NAME, NUMBER), printed(NAME, size=(400, 200)), UPRIGHT)
    assert (found.same, found.gone) == (5, 0)


def test_lines_are_found_on_a_turned_page() -> None:
    turned = printed(("姓名周启航", Box(260, 100, 300, 300)), size=(400, 1000))
    assert compared(printed(NAME), turned, TURNED).shared == ("姓名周启航",)


@pytest.mark.parametrize(("shift", "same"), [(19.0, 5), (21.0, 0)])
def test_half_a_line_must_lie_on_the_other(shift: float, same: int) -> None:
    lower = ("姓名周启航", NAME[1]._replace(y0=100 + shift, y1=140 + shift))
    assert compared(printed(NAME), printed(lower), UPRIGHT).same == same


def test_pages_without_lines_have_nothing_in_common() -> None:
    assert compared(printed(), printed(NAME), UPRIGHT).same == compared(printed(NAME), printed(), UPRIGHT).same == 0
