"""How far a file was read: dust is no text, a picture is no writing, a blurred page hides what it bears."""

from __future__ import annotations

import pytest
from case_builder import card, case, profile, said

from models.document import FileReading
from models.geometry import Box
from models.page import Page, PageQuality, Word
from verifier.facts.legibility import legibility

BOX = Box(0.0, 0.0, 9.0, 9.0)


def file(*words: tuple[str, float], ink: float = 0.02, sharpness: float = 200.0, blank: bool = False) -> FileReading:
    quality = PageQuality(blank=blank, sharpness=sharpness, ink=ink)
    page = Page(1, (9, 9), (9, 9), "ocr", tuple(Word(t, BOX, c) for t, c in words), quality=quality)
    return FileReading("f.jpg", "0", (page,))


@pytest.mark.parametrize(
    ("reading", "state", "hides"),
    [
        (file(("年度考核表", 0.99)), "readable", False),
        (file(("4", 0.71), ("十", 0.79), ink=9e-5), "no_text", False),  # dust on an empty sheet
        (file(), "no_text", True),  # ink, but no word: perhaps a page by hand
        (file(ink=0.0), "no_text", False),
        (file(("姓名", 0.99), blank=True), "no_text", False),
        (file(("Ha", 0.65)), "readable", False),  # a drawing
        (file(("Ha", 0.65), sharpness=3.0), "poor", True),
        (file(*[("口口口", 0.4)] * 5), "poor", True),
        (FileReading("f.jpg", "0"), "no_text", False),
    ],
)
def test_legibility(reading: FileReading, state: str, hides: bool) -> None:
    found = legibility(reading, ())
    assert (found.state, found.hides) == (state, hides)


def test_an_empty_sheet_excuses_no_missing_card() -> None:
    cards = [card("2021"), card("2023")]
    dust = file(("4", 0.71), ink=9e-5)
    assert said("training.each_year", "2022", cards, profile(), dust) == ("missing", "lacking")
    assert said("file.readable", "f.jpg", cards, profile(), dust) == ("review", "no_text")
    blurred = file(("口口", 0.4), sharpness=3.0)
    assert case(cards, None, blurred).unread_files == ("f.jpg",)
    assert said("training.each_year", "2022", cards, profile(), blurred) == ("review", "maybe_unread")
