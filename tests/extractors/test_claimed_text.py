"""What a text layer claims is compared with what is printed, in a few words all over the page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pymupdf
import pytest
from numpy.typing import NDArray

from extractors.claimed_text import text_agrees
from extractors.ocr.engine import ENGINES, LineReader, OcrEngine, line_reader
from extractors.ocr.recognition import Line
from extractors.reading import read_file
from extractors.textlayer.glyphs import glyphs_of
from extractors.textlayer.runs import words_of
from models.geometry import Box
from models.page import Word
from models.settings import ReadingSettings

pytestmark = pytest.mark.ocr
LINES = (
    "继续教育学时登记卡",
    "姓名：周启航",
    "单位：越东冲压装备制造有限公司",
    "年度：2021",
    "总学时：90",
    "专业课：66",
)
Page = tuple[tuple[Word, ...], NDArray[np.uint8]]


@pytest.fixture(scope="module")
def engine() -> OcrEngine:
    return ENGINES["onnx"]()


@pytest.fixture(scope="module")
def page() -> Page:
    """The words of a text layer and the picture of the page."""
    with pymupdf.open() as document:
        made = document.new_page()
        for row, line in enumerate(LINES):
            made.insert_text((72, 100 + 40 * row), line, fontname="china-s", fontsize=14)
        pixmap = made.get_pixmap(dpi=200)
        pixels = np.frombuffer(pixmap.samples, np.uint8).reshape(pixmap.height, pixmap.width, 3)
        image = np.ascontiguousarray(pixels[:, :, ::-1])
        to_pixels = pymupdf.Matrix(pixmap.width / made.rect.width, pixmap.height / made.rect.height)
        glyphs = glyphs_of(made, to_pixels, (pixmap.width, pixmap.height))
    return words_of(glyphs.visible), image


def saying(words: tuple[Word, ...], table: dict[int, int]) -> tuple[Word, ...]:
    """The same words, other characters claimed for what is printed."""
    return tuple(replace(word, text=word.text.translate(table)) for word in words)


def test_what_is_printed_is_confirmed(page: Page, engine: OcrEngine) -> None:
    assert text_agrees(*page, engine)


def test_another_text_is_not(page: Page, engine: OcrEngine) -> None:
    words, image = page
    shifted = {ord(c): ord(c) + 1 for line in LINES for c in line if ord(c) > 255}
    assert not text_agrees(saying(words, shifted), image, engine)


def test_other_digits_under_the_same_words_are_not(page: Page, engine: OcrEngine) -> None:
    words, image = page
    assert not text_agrees(saying(words, str.maketrans("012", "357")), image, engine)


def test_a_layer_that_claims_nothing_is_not_confirmed(page: Page, engine: OcrEngine) -> None:
    assert not text_agrees([], page[1], engine)


def test_one_page_wide_word_and_tiny_ones_do_no_harm(page: Page, engine: OcrEngine) -> None:
    words, image = page
    wide = Word("姓名" * 40, Box(0, 900, image.shape[1] + 50, 902), 1.0)
    assert text_agrees([*words, wide], image, engine)


def test_a_page_of_samples_is_confirmed(engine: OcrEngine) -> None:
    path = next(Path(__file__).parents[2].glob("samples/applicants/V02/a.pdf"))
    found = read_file(path, ReadingSettings(), engine, path.name)
    assert {page.source for page in found.pages} == {"text_layer"}


class PagesOnly:
    """An engine that reads whole pages alone."""

    def __init__(self, engine: OcrEngine) -> None:
        self.name, self.version = engine.name, engine.version
        self._engine = engine

    def read(self, image: NDArray[np.uint8]) -> list[Word]:
        return self._engine.read(image)


def test_an_engine_that_reads_pages_alone_is_asked_the_same(page: Page, engine: OcrEngine) -> None:
    words, image = page
    assert line_reader(PagesOnly(engine)) is None
    assert text_agrees(words, image, PagesOnly(engine))
    assert not text_agrees(saying(words, str.maketrans("012", "357")), image, PagesOnly(engine))


def test_digits_of_one_forged_number_among_others_are_noticed(page: Page, engine: OcrEngine) -> None:
    """Most of what is asked has digits: a layer with every number changed by one digit is not believed."""
    words, image = page
    numbers = tuple(word for word in words if any(map(str.isdigit, word.text)))
    assert len(numbers) == 3
    assert not text_agrees(saying(words, str.maketrans("2069", "8785")), image, engine)


class Counting:
    """The real engine, with the widths of the lines that it was shown."""

    def __init__(self, engine: OcrEngine) -> None:
        assert isinstance(engine, LineReader)
        self.name, self.version, self.read = engine.name, engine.version, engine.read
        self._read_line = engine.read_line
        self.widths: list[int] = []

    def read_line(self, crop: NDArray[np.uint8]) -> Line:
        self.widths.append(crop.shape[1])
        return self._read_line(crop)


def test_words_are_shown_at_full_width_where_narrow_ones_do_not_agree(page: Page, engine: OcrEngine) -> None:
    words, image = page
    honest, forged = Counting(engine), Counting(engine)
    assert text_agrees(words, image, honest)
    assert not text_agrees(saying(words, str.maketrans("012", "357")), image, forged)
    asked = len(honest.widths)
    assert forged.widths[:asked] == honest.widths
    assert [round(wide / narrow) for narrow, wide in zip(honest.widths, forged.widths[asked:], strict=True)] == [
        2
    ] * asked
