"""The small picture kept of a page: bounded, free of light and shade, harmless when damaged."""

from __future__ import annotations

import time

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from extractors.thumbnail import LONG_SIDE_PX, thumbnail_image, thumbnail_of


def page(width: int = 2480, height: int = 3508, noise: float = 0.0) -> NDArray[np.uint8]:
    """A page full of level text."""
    image = np.full((height, width, 3), 235, np.uint8)
    for row in range(36):
        place = (150, round(height * (row + 2) / 40))
        cv2.putText(
            image, f"row {row} of a page of text 2021-{row:02}", place, cv2.FONT_HERSHEY_SIMPLEX, 2, (40, 40, 40), 4
        )
    if noise:
        grain = np.random.default_rng(1).normal(0, noise, image.shape)
        image = np.clip(image + grain, 0, 255).astype(np.uint8)
    return image


@pytest.mark.parametrize("noise", [0.0, 12.0])
def test_a_page_takes_ten_kilobytes_and_few_milliseconds(noise: float) -> None:
    image = page(noise=noise)
    started = time.process_time()
    kept = thumbnail_of(image)
    assert time.process_time() - started < 0.3  # some 15 ms on an idle core
    assert 500 < len(kept) <= 10_000
    picture = thumbnail_image(kept)
    assert picture is not None
    assert picture.shape == (LONG_SIDE_PX, round(LONG_SIDE_PX * 2480 / 3508))


def test_a_crowded_page_is_made_smaller() -> None:
    crowded = np.random.default_rng(2).integers(0, 255, (1754, 1240, 3), dtype=np.uint8)
    kept = thumbnail_of(cv2.resize(cv2.resize(crowded, (300, 420)), (1240, 1754)))
    picture = thumbnail_image(kept)
    assert len(kept) <= 10_000
    assert picture is not None
    assert max(picture.shape) <= LONG_SIDE_PX


def test_light_and_shade_are_taken_out() -> None:
    plain = page()
    shaded = (plain * np.linspace(0.6, 1.0, plain.shape[1])[None, :, None]).astype(np.uint8)
    pictures = [thumbnail_image(thumbnail_of(image)) for image in (plain, shaded)]
    assert pictures[0] is not None
    assert pictures[1] is not None
    apart = np.abs(pictures[0].astype(int) - pictures[1].astype(int))
    assert apart.mean() < 6
    assert (pictures[0] == 255).mean() > 0.5


def test_no_picture() -> None:
    assert thumbnail_of(np.zeros((2000, 20, 3), np.uint8)) == ""
    assert [thumbnail_image(text) for text in ("", "!", "AAAA", "é")] == [None] * 4
