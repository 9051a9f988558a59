"""Values of pages that were hardly read as a whole are not relied on, however sure their own score."""

from dataclasses import replace

import pytest

from extractors.legibility import doubted_where_illegible, unsure_share
from models.document import Field
from models.geometry import Box
from models.page import Page, Word


def page(sure: int, unsure: int) -> Page:
    """A page of so many words of ten characters each."""
    words = [
        Word("考核登记表考核登记表", Box(0, 20 * i, 200, 20 * i + 18), 0.98 if i < sure else 0.7)
        for i in range(sure + unsure)
    ]
    return Page(1, (900, 600), (900, 600), "ocr", tuple(words))


def value(name: str, confidence: float = 0.97) -> Field:
    return Field(name, "某某", "某某", confidence, 1, Box(0, 0, 9, 9))


def confidences(of: Page, *fields: Field) -> list[float]:
    return [field.confidence for field in doubted_where_illegible(fields, [of])]


@pytest.mark.parametrize(
    ("sure", "unsure", "name", "date"),
    [(20, 0, 0.97, 0.97), (17, 3, 0.97, 0.97), (15, 5, 0.49, 0.97), (10, 10, 0.49, 0.49)],
)
def test_names_are_doubted_before_other_values(sure: int, unsure: int, name: float, date: float) -> None:
    assert confidences(page(sure, unsure), value("employer"), value("signed_on")) == [name, date]


def test_what_is_doubted_already_stays_as_it_is() -> None:
    assert confidences(page(2, 18), value("employer", 0.3)) == [0.3]


def test_a_few_words_and_text_layers_say_nothing() -> None:
    assert unsure_share(page(3, 4)) == 0.0
    assert unsure_share(replace(page(2, 18), source="text_layer")) == 0.0
    assert unsure_share(page(10, 10)) == 0.5
