"""The ink of a page is looked at once, also where several pages are read side by side in one process."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray

from extractors.ocr import ink


def _page(seed: int) -> NDArray[np.uint8]:
    """White with some dark pieces of text's size, other ones for each seed."""
    random = np.random.default_rng(seed)
    page = np.full((300, 400, 3), 255, np.uint8)
    for _ in range(60):
        x, y = random.integers(20, 360), random.integers(20, 260)
        page[y : y + random.integers(6, 20), x : x + random.integers(6, 20)] = 20
    return page


def test_pages_read_side_by_side_keep_their_own_ink() -> None:
    pages = [_page(seed) for seed in range(6)]
    alone = [(ink.print_size(page), ink.unread(page, [])) for page in pages]

    def again(turn: int) -> bool:
        copy = pages[turn % 6].copy()
        return (ink.print_size(copy), ink.unread(copy, [])) == alone[turn % 6]

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(again, range(600)))
