"""Numbers of a page cut to the digits that mean something."""

from __future__ import annotations

from dataclasses import replace

from models.geometry import Box
from models.page import Homography, Mark, Page, Word


def rounded(page: Page) -> Page:
    """The page with no more digits than mean something: small on disk, and the same before and after being kept."""
    quality = page.quality
    return replace(
        page,
        words=tuple(map(_rounded_word, page.words)),
        cells=tuple(map(_rounded_box, page.cells)),
        marks=tuple(_rounded_mark(m) for m in page.marks),
        unread=tuple(map(_rounded_box, page.unread)),
        to_stored=_rounded_homography(page.to_stored),
        dpi=round(page.dpi, 1) if page.dpi else None,
        quality=replace(
            quality,
            coloured=bool(quality.coloured),
            blank=bool(quality.blank),
            sharpness=round(quality.sharpness, 1),
            ink=round(quality.ink, 5),
        ),
    )


def _rounded_homography(h: Homography) -> Homography:
    a, b, c, d, e, f, g, i, j = (float(f"{v:.12g}") for v in h)
    return a, b, c, d, e, f, g, i, j


def _rounded_word(word: Word) -> Word:
    edges = tuple(round(float(e), 1) for e in word.edges)
    confidence, cover = round(float(word.confidence), 4), round(float(word.seal_cover), 3)
    unsure = tuple(u._replace(score=round(float(u.score), 2)) for u in word.unsure)
    return replace(
        word, box=_rounded_box(word.box), confidence=confidence, edges=edges, seal_cover=cover, unsure=unsure
    )


def _rounded_mark(mark: Mark) -> Mark:
    return replace(mark, box=_rounded_box(mark.box), confidence=round(float(mark.confidence), 4))


def _rounded_box(box: Box) -> Box:
    return Box(*(round(float(v), 1) for v in box))
