"""Pages come upright from every quarter turn, and points find their way back to the stored pixels."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from upright_pages import KINDS, degrade, draw_page

from extractors.upright import make_upright
from extractors.upright.frames import mirror, points_through, quarter_turn
from models.page import Word


def unread(_image: NDArray[np.uint8]) -> list[Word]:
    return []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("turns", range(4))
def test_turned_pages_come_upright(kind: str, turns: int) -> None:
    page = degrade(draw_page(kind, 5), 5)
    stored = np.ascontiguousarray(np.rot90(page, -turns))
    upright = make_upright(stored, 0, False, unread)
    corner = np.array([[10.0, 20.0]])
    expected = points_through(quarter_turn(turns, page.shape[1], page.shape[0]), corner)
    back = points_through(np.array(upright.to_stored).reshape(3, 3), corner)
    # A page with little on it may be levelled by a fraction of a degree; a wrong quarter is off by hundreds of pixels.
    assert np.abs(back - expected).max() < 30


@pytest.mark.parametrize(("turns", "mirrored"), [(t, m) for t in range(4) for m in (False, True)])
def test_exif_orientation_is_undone_exactly(turns: int, mirrored: bool) -> None:
    page = draw_page("form", 1)
    stored = np.ascontiguousarray(np.rot90(page[:, ::-1] if mirrored else page, turns))
    upright = make_upright(stored, turns, mirrored, unread)
    assert np.array_equal(upright.image, page)
    to_upright = quarter_turn(turns, stored.shape[1], stored.shape[0])
    if mirrored:
        to_upright = mirror(page.shape[1]) @ to_upright
    points = np.array([[3.0, 5.0], [700.0, 900.0]])
    back = points_through(np.array(upright.to_stored).reshape(3, 3), points_through(to_upright, points))
    assert np.abs(back - points).max() < 1e-6
