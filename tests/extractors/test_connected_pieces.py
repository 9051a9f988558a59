"""Pieces of a mask are OpenCV's own, however they are counted, and what stands out is what its adaptive threshold says."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from extractors.connected import pieces_of, sparse_pieces
from extractors.levels import darker_than_around


def mask_of(seed: int, share: float, shape: tuple[int, int] = (120, 90)) -> NDArray[np.uint8]:
    return (np.random.default_rng(seed).random(shape) < share).astype(np.uint8)


@pytest.mark.parametrize("share", [0.0, 0.02, 0.15, 0.4, 1.0])
def test_pieces_are_those_that_opencv_counts(share: float) -> None:
    for seed in range(3):
        mask = mask_of(seed, share)
        _, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
        expected = sorted(map(tuple, stats[1:].tolist()))
        found = sparse_pieces(mask)
        rows = zip(found.x, found.y, found.width, found.height, found.area, strict=True)
        assert sorted(tuple(map(int, row)) for row in list(rows)[1:]) == expected
        assert sorted(map(tuple, pieces_of(mask)[1][1:].tolist())) == expected
        assert np.array_equal(found.labels > 0, labels > 0)
        assert np.array_equal(found.own, found.labels[mask > 0])
        assert int(found.area[0]) == mask.size - int(mask.sum())


def test_picked_pieces_and_nothing_else_are_set() -> None:
    mask = np.zeros((20, 30), np.uint8)
    mask[2:5, 3:9] = 255
    mask[10:12, 20:21] = 255
    pieces = sparse_pieces(mask)
    large = pieces.picked(pieces.area >= 10)
    assert (large > 0).sum() == 18
    assert np.array_equal(large[:8], mask[:8])
    assert not large[8:].any()
    assert not pieces.picked(np.array([True, False, False])).any()


@pytest.mark.parametrize(("window", "by"), [(15, 9), (31, 24), (41, 14)])
def test_darker_than_around_is_the_adaptive_threshold_by_means(window: int, by: int) -> None:
    grey = np.random.default_rng(window).integers(0, 256, (150, 110), dtype=np.uint8)
    grey = np.asarray(cv2.GaussianBlur(grey, (0, 0), 2), np.uint8)
    grey[40:60, 20:80] = 30
    expected = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, window, by)
    assert expected.any()
    assert np.array_equal(darker_than_around(grey, window, by), expected)
    assert np.array_equal(darker_than_around(grey, window, by, 1), expected // 255)
