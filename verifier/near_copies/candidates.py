"""Which pairs of pages are worth a look: those that share much rare text, and pictures with almost the same hash."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from math import log

import numpy as np

from verifier.near_copies.page_print import PagePrint

SHARED = 0.35
"""From this share of the rarer page's text on, weighted by rarity, 0-1."""

HASH_BITS = 12
"""Up to so many of 64 bits may differ."""

_COMMON = 40
_ROWS_AT_ONCE = 256


def candidate_pairs(prints: Sequence[PagePrint]) -> list[tuple[int, int]]:
    """Pairs of places in `prints`, each once, the smaller first."""
    return sorted({*_by_text(prints), *_by_picture(prints)})


def _by_text(prints: Sequence[PagePrint]) -> list[tuple[int, int]]:
    """Text on very many pages is a form's, or a person's name: it tells nothing, and is left out."""
    holders: dict[int, list[int]] = defaultdict(list)
    for place, page in enumerate(prints):
        for gram in page.grams:
            holders[gram].append(place)
    shared: dict[tuple[int, int], float] = defaultdict(float)
    own: dict[int, float] = defaultdict(float)
    for places in holders.values():
        if len(places) > _COMMON:
            continue
        weight = log(1 + _COMMON / len(places))
        for place in places:
            own[place] += weight
        for pair in combinations(places, 2):
            shared[pair] += weight
    return [pair for pair, weight in shared.items() if weight >= SHARED * min(own[pair[0]], own[pair[1]])]


def _by_picture(prints: Sequence[PagePrint]) -> list[tuple[int, int]]:
    """Pairs of pages that have too little text to know them by."""
    places = [place for place, page in enumerate(prints) if page.is_wordless and page.hashes]
    if len(places) < 2:
        return []
    upright = np.array([prints[place].hashes[0] for place in places], np.uint64)
    turned = np.array([prints[place].hashes for place in places], np.uint64)
    found = []
    for first in range(0, len(places), _ROWS_AT_ONCE):
        rows = upright[first : first + _ROWS_AT_ONCE]
        apart = np.min(np.bitwise_count(rows[:, None, None] ^ turned[None, :, :]), axis=2)
        for i, j in np.argwhere(apart <= HASH_BITS):
            if places[first + i] < places[j]:
                found.append((places[first + i], places[j]))
    return found
