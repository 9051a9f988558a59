"""A body's name is held against the text of the seals on its page."""

import doctest

from drawn_words import page

from extractors.kinds import sealed
from extractors.layout.view import PageView
from models.document import Field
from models.geometry import Box
from models.page import Mark

PLACE = Box(100, 100, 500, 130)
MADE = page("越州精工机械有限公司", marks=[Mark("seal", Box(50, 50, 250, 250), 0.9, "越州精工机械有限公司 合同专用章")])


def settled(value: str, confidence: float, *notes: str) -> tuple[str, float]:
    field = Field(
        name="employer", value=value, raw=value, confidence=confidence, page=1, box=PLACE, row=None, notes=notes
    )
    found = sealed.settled(field, PageView(MADE))
    return found.value, found.confidence


def test_a_seal_that_says_the_same_makes_a_hardly_read_name_sure() -> None:
    assert settled("越州精工机械有限公司", 0.49, "under_seal", "unclear") == ("越州精工机械有限公司", 0.9)


def test_a_seal_stands_in_for_a_name_that_was_hardly_read() -> None:
    value, confidence = settled("越州精工机诫有限公司", 0.4, "under_seal", "doubtful")
    assert value == "越州精工机械有限公司"
    assert confidence >= 0.5


def test_a_clear_print_is_not_changed_by_a_seal() -> None:
    assert settled("越州精上机械有限公司", 0.98) == ("越州精上机械有限公司", 0.98)


def test_an_unclear_print_that_its_seal_contradicts_is_unsure() -> None:
    value, confidence = settled("越州精上机械有限公司", 0.96, "unclear")
    assert value == "越州精上机械有限公司"
    assert confidence < 0.5


def test_another_body_s_seal_says_nothing() -> None:
    assert settled("剡东铸造有限公司", 0.4, "doubtful") == ("剡东铸造有限公司", 0.4)


def test_doctests() -> None:
    found = doctest.testmod(sealed)
    assert found.attempted > 0
    assert found.failed == 0
