"""Skew to ±10° is undone, sheets on photos become rectangles, and a doubtful picture is kept only if it reads better."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from upright_pages import degrade, draw_page, photograph

from extractors.upright import make_upright
from extractors.upright.frames import points_through
from extractors.upright.sheet import sheet_of
from models.geometry import Box
from models.page import Word


def well(_image: NDArray[np.uint8]) -> list[Word]:
    return [Word("清楚的文字" * 6, Box(0, 0, 100, 20), 0.99)]


def composed(page_to_stored: NDArray[np.float64], to_stored: tuple[float, ...]) -> NDArray[np.float64]:
    """From the drawn page to the upright picture."""
    return np.linalg.inv(np.array(to_stored).reshape(3, 3)) @ page_to_stored


@pytest.mark.parametrize("kind", ["letter", "form", "diploma", "sparse"])
@pytest.mark.parametrize("angle", [-10, -5, -1.2, 0, 2, 7])
def test_skew_is_undone(kind: str, angle: float) -> None:
    page = draw_page(kind, 3)
    height, width = page.shape[:2]
    turn = np.vstack([cv2.getRotationMatrix2D((width / 2, height / 2), -angle, 1), [0, 0, 1]])
    stored = degrade(cv2.warpAffine(page, turn[:2], (width, height), borderValue=(255, 255, 255)).astype(np.uint8), 3)
    upright = make_upright(stored, 0, False, well)
    left, right = points_through(composed(turn, upright.to_stored), np.array([[100.0, 600.0], [1100.0, 600.0]]))
    assert abs(np.rad2deg(np.arctan2(right[1] - left[1], right[0] - left[0]))) < 0.3
    assert (upright.words is not None) == (abs(angle) > 4)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("turns", [0, 1])
def test_photographed_sheets_become_rectangles(seed: int, turns: int) -> None:
    page = draw_page(("letter", "form")[seed % 2], seed)
    photo, matrix = photograph(page, seed, spread=0.05, angle=seed - 3.0)
    if turns:
        height = photo.shape[0]
        photo = np.ascontiguousarray(np.rot90(photo, -1))
        matrix = np.array([(0, -1, height), (1, 0, 0), (0, 0, 1)]) @ matrix
    upright = make_upright(photo, 0, False, well)
    height, width = page.shape[:2]
    corners = np.array([(0, 0), (width, 0), (width, height), (0, height)], dtype=np.float64)
    seen = points_through(composed(matrix, upright.to_stored), corners)
    sides = np.roll(seen, -1, axis=0) - seen
    tilts = (np.rad2deg(np.arctan2(sides[:, 1], sides[:, 0])) - np.array([0, 90, 180, -90]) + 180) % 360 - 180
    assert np.abs(tilts).max() < 0.8
    shape = np.linalg.norm(sides[1]) / np.linalg.norm(sides[0])
    assert shape == pytest.approx(height / width, rel=0.05)
    # All of the sheet is kept.
    assert seen.min() > -3
    assert seen[:, 0].max() < upright.image.shape[1] + 3
    assert seen[:, 1].max() < upright.image.shape[0] + 3


def test_points_come_back_within_a_pixel() -> None:
    page = draw_page("form", 2)
    photo, matrix = photograph(page, 2, angle=3)
    upright = make_upright(photo, 0, False, well)
    forward = composed(matrix, upright.to_stored)
    # A black dot drawn on the page is found where the homography says.
    for x, y in ((300, 120), (900, 1650)):
        dotted = page.copy()
        cv2.circle(dotted, (x, y), 12, (255, 0, 255), -1)
        dotted_photo = photograph(dotted, 2, angle=3)[0]
        again = make_upright(dotted_photo, 0, False, well)
        assert np.allclose(again.to_stored, upright.to_stored, atol=1e-2)
        blue, green, red = (c.astype(int) for c in cv2.split(again.image))
        ys, xs = np.nonzero((red > green + 60) & (blue > green + 60))
        expected = points_through(forward, np.array([[x + 0.5, y + 0.5]]))[0]
        assert np.abs(np.array([xs.mean() + 0.5, ys.mean() + 0.5]) - expected).max() < 1.0


def test_flat_scans_have_no_sheet() -> None:
    for kind in ("letter", "form", "diploma", "sparse", "card", "dark_cover"):
        assert sheet_of(degrade(draw_page(kind, 4), 4)) is None


@pytest.mark.parametrize("size", [(1, 1), (1, 40), (3, 900), (900, 2)])
def test_slivers_have_no_sheet(size: tuple[int, int]) -> None:
    noise = np.random.default_rng(1).integers(0, 256, (*size, 3), dtype=np.uint8)
    assert sheet_of(noise) is None
    assert sheet_of(np.full((*size, 3), 255, np.uint8)) is None


def test_a_rectification_that_reads_worse_is_dropped() -> None:
    photo, _matrix = photograph(draw_page("letter", 1), 1, angle=2)
    sizes: list[tuple[int, ...]] = []

    def only_plain(image: NDArray[np.uint8]) -> list[Word]:
        sizes.append(image.shape[:2])
        good = image.shape == photo.shape
        return [Word("文字" * 20, Box(0, 0, 100, 20), 0.95 if good else 0.55)]

    upright = make_upright(photo, 0, False, only_plain)
    assert upright.image.shape == photo.shape
    assert len(sizes) == 2
    assert upright.words is not None
    assert upright.words[0].confidence == 0.95


def test_quarter_in_doubt_is_settled_by_reading() -> None:
    blank = np.full((900, 700, 3), 250, np.uint8)
    cv2.line(blank, (100, 300), (600, 300), (40, 40, 40), 2)

    def reads_upside_down(image: NDArray[np.uint8]) -> list[Word]:
        level = image[image.shape[0] // 2 :].min() < 128 and image.shape[0] > image.shape[1]
        return [Word("清楚的文字" * 4, Box(0, 0, 100, 20), 0.99 if level else 0.6)]

    upright = make_upright(blank, 0, False, reads_upside_down)
    assert upright.image[450:].min() < 128
