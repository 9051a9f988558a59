"""How far a file could be read: opened, every page, clearly enough to say what is on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from models.document import Document, FileReading
from models.page import Page
from verifier.facts.thresholds import BLANK_INK, BLURRED_SHARPNESS, CLEAR_WORD, FAINT_CHARACTERS

State = Literal["readable", "unopened", "page_unread", "no_text", "poor"]


@dataclass(frozen=True, slots=True)
class Legibility:
    """`pages` are those that the state speaks of; `problem` is what went wrong, in Chinese.

    `inked`: no text was found, but the pages are not empty.
    """

    state: State
    pages: tuple[int, ...] = ()
    problem: str = ""
    inked: bool = False

    @property
    def hides(self) -> bool:
        """Whether anything may stand in the file that nobody has read; an empty page hides nothing."""
        return self.state in ("unopened", "page_unread", "poor") or self.inked


def legibility(reading: FileReading, documents: Iterable[Document]) -> Legibility:
    """How far `reading`, in which `documents` were found, could be read."""
    if reading.problems:
        whole = [p for p in reading.problems if p.page is None]
        problem = " ".join(dict.fromkeys(p.message for p in whole or reading.problems))
        pages = tuple(p.page for p in reading.problems if p.page is not None)
        return Legibility("unopened" if whole else "page_unread", pages, problem)
    if all(is_empty(page) or not page.words for page in reading.pages):
        inked = not all(is_empty(page) for page in reading.pages)
        return Legibility("no_text", tuple(page.number for page in reading.pages), inked=inked)
    weak = {n for d in documents if "low_quality" in d.remarks for n in d.pages}
    poor = tuple(p.number for p in reading.pages if _is_illegible(p) or (p.number in weak and not _is_silent(p)))
    return Legibility("poor", poor) if poor else Legibility("readable", tuple(p.number for p in reading.pages))


def is_empty(page: Page) -> bool:
    """Whether there is nothing on `page` but, perhaps, dust taken for characters."""
    return page.quality.blank or (_is_silent(page) and page.quality.ink < BLANK_INK)


def _is_silent(page: Page) -> bool:
    return not any(word.confidence >= CLEAR_WORD for word in page.words)


def _is_illegible(page: Page) -> bool:
    """Whether `page` bears writing of which nothing could be read, unlike a picture, which bears none."""
    if not _is_silent(page) or is_empty(page):
        return False
    faint = sum(len(word.text) for word in page.words)
    return faint >= FAINT_CHARACTERS or page.quality.sharpness < BLURRED_SHARPNESS or bool(page.unread)
