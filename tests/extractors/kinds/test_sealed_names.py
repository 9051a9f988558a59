"""A body's name is held against the text of the seals on its page."""

import doctest

from drawn_words import page

from extractors.kinds import sealed
from extractors.kinds.award_certificate import AwardCertificate
from extractors.layout.view import PageView
from models.document import Field
from models.geometry import Box
from models.page import Mark

TWO = ("越州市总工会", "越州精工机械有限公司")
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


def test_the_seal_names_the_issuer_whose_print_is_lost() -> None:
    text = "^^荣誉证书\n周启航同志：\n荣获越州市技术能手称号，特发此证。\n>~二O二一年十二月"
    made = page(text, marks=[Mark("seal", Box(900, 400, 1100, 600), 0.9, "越州市总工会")])
    (issuer,) = [f for f in AwardCertificate().extract([PageView(made)]) if f.name == "issuer"]
    assert (issuer.value, issuer.confidence >= 0.5) == ("越州市总工会", True)


def test_seals_of_two_bodies_name_none() -> None:
    seals = [Mark("seal", Box(700 + 200 * at, 400, 860 + 200 * at, 560), 0.9, n) for at, n in enumerate(TWO)]
    made = page("^^荣誉证书\n周启航同志：\n荣获越州市技术能手称号，特发此证。", marks=seals)
    assert not [f for f in AwardCertificate().extract([PageView(made)]) if f.name == "issuer"]


def test_doctests() -> None:
    found = doctest.testmod(sealed)
    assert found.attempted > 0
    assert found.failed == 0
