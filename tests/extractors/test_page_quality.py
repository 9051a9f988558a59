from __future__ import annotations

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from extractors.quality import quality_of


def paper(height: int = 1400, width: int = 1000, noise: float = 3.0) -> NDArray[np.uint8]:
    grain = np.random.default_rng(1).normal(240, noise, (height, width, 1))
    return np.repeat(np.clip(grain, 0, 255).astype(np.uint8), 3, axis=2)


def lettered(image: NDArray[np.uint8], text: str, ink: int = 30) -> NDArray[np.uint8]:
    cv2.putText(image, text, (200, 700), cv2.FONT_HERSHEY_SIMPLEX, 1.0, (ink, ink, ink), 2)
    return image


@pytest.mark.parametrize("noise", [0.0, 3.0, 8.0])
def test_empty_paper_is_blank(noise: float) -> None:
    assert quality_of(paper(noise=noise)).blank


def test_specks_and_the_shadow_of_an_edge_are_nothing() -> None:
    image = paper()
    image[:, :8] = 60
    image[400:403, 400:403] = 0
    assert quality_of(image).blank


@pytest.mark.parametrize("size", [(1400, 1000), (3500, 2480), (700, 500)])
@pytest.mark.parametrize("noise", [0.0, 3.0, 8.0])
def test_a_single_word_is_something(size: tuple[int, int], noise: float) -> None:
    image = cv2.resize(lettered(paper(noise=noise), "hege"), size[::-1], interpolation=cv2.INTER_AREA)
    assert not quality_of(np.asarray(image, np.uint8)).blank


def test_a_page_full_of_clean_text_is_something() -> None:
    image = paper(noise=0)
    for row in range(100, 1300, 40):
        cv2.putText(image, "all the page is text", (60, row), cv2.FONT_HERSHEY_SIMPLEX, 1.0, (0, 0, 0), 2)
    assert not quality_of(image).blank


def test_faint_writing_is_something() -> None:
    assert not quality_of(lettered(paper(), "faint writing", ink=205)).blank


def test_white_writing_on_black_is_something() -> None:
    assert not quality_of(255 - lettered(paper(), "negative")).blank


def test_colour() -> None:
    assert not quality_of(lettered(paper(), "grey")).coloured
    sealed = lettered(paper(), "sealed")
    cv2.circle(sealed, (500, 900), 90, (60, 60, 220), 5)
    assert quality_of(sealed).coloured


def test_blur_shows() -> None:
    sharp = lettered(paper(noise=0), "sharp")
    assert quality_of(cv2.GaussianBlur(sharp, (0, 0), 4)).sharpness < 0.3 * quality_of(sharp).sharpness


@pytest.mark.parametrize("shape", [(1, 1), (1, 5000), (5000, 1), (7, 9)])
def test_tiny_pages(shape: tuple[int, int]) -> None:
    assert quality_of(np.full((*shape, 3), 255, np.uint8)).blank
