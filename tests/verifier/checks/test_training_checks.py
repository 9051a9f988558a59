"""training.*: a card a year, hours as declared, sums over exactly the years asked for."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from case_builder import MIDDLING, WEAK, card, case, encrypted, field, findings, pack, profile, said

from verifier.checks.training_sums import TrainingTotal

YEARS = ("2021", "2022", "2023")
SUM = "application"


def test_training_each_year_pass() -> None:
    found = findings("training.each_year", [card(y) for y in YEARS])
    assert {s: f.status.value for s, f in found.items()} == dict.fromkeys(YEARS, "pass")
    assert found["2022"].evidence[0].text == "2022"


def test_training_each_year_missing() -> None:
    assert said("training.each_year", "2022", [card("2021"), card("2023")]) == ("missing", "lacking")


def test_training_each_year_may_be_in_an_unread_file() -> None:
    cards = [card("2021"), card("2023")]
    assert said("training.each_year", "2022", cards, profile(), encrypted()) == ("review", "maybe_unread")


def test_training_each_year_of_an_unread_year() -> None:
    cards = [card("2021"), card(("2022", WEAK)), card("2023")]
    assert said("training.each_year", "2022", cards) == ("review", "undated")


def test_training_each_year_a_colleagues_card_does_not_count() -> None:
    theirs = card("2022", name="沈若岚", id_number="330699198807030022")
    cards = [card("2021"), theirs, card("2023")]
    assert said("training.each_year", "2022", cards) == ("missing", "lacking")
    assert said("training.total", SUM, cards)[0] == "missing"
    unsure = [card("2021"), card("2022", name=("沈若岚", WEAK)), card("2023")]
    assert said("training.each_year", "2022", unsure)[0] == "pass"
    own_number = [card("2021"), card("2022", name="沈若岚"), card("2023")]
    assert said("training.each_year", "2022", own_number)[0] == "pass"


def test_training_each_year_same_card_twice() -> None:
    cards = [card("2021"), card("2022"), card("2022", file="again.png"), card("2023")]
    assert said("training.each_year", "2022", cards) == ("pass", "twice")
    assert said("training.total", SUM, cards) == ("pass", "enough")
    assert findings("training.total", cards)[SUM].read == "270"


def test_training_each_year_two_cards_that_differ() -> None:
    cards = [card("2021"), card("2022"), card("2022", "80", file="again.png"), card("2023")]
    assert said("training.each_year", "2022", cards) == ("review", "differing")
    assert said("training.total", SUM, cards) == ("review", "undecided")


def test_training_each_year_printed_over_several_years() -> None:
    rows = [field(n, v, row=i) for i, y in enumerate(YEARS) for n, v in (("year", y), ("total_hours", "90"))]
    merged = card(None, None, "三年.pdf", specialized_hours=None, public_hours=None, more=rows)  # type: ignore[arg-type]
    assert said("training.each_year", "2022", [merged]) == ("review", "several_years")
    assert said("training.total", SUM, [merged]) == ("pass", "enough")


def test_training_each_year_kind_unsure() -> None:
    cards = [card("2021"), card("2022", confidence=0.2), card("2023")]
    assert said("training.each_year", "2022", cards) == ("review", "unsure")


def test_training_declared_pass() -> None:
    assert said("training.declared", "2021", [card("2021")]) == ("pass", "same")


def test_training_declared_fail() -> None:
    found = findings("training.declared", [card("2021", "88")])["2021"]
    assert (found.status.value, found.reason) == ("fail", "different")
    assert (found.declared, found.read) == ("总学时90", "总学时88")


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        (("88", MIDDLING), ("review", "doubtful")),
        (("90", WEAK), ("review", "unreadable")),
        (None, ("review", "unreadable")),
        ("80", ("review", "incoherent")),  # less than its parts 66 + 20: one of them was misread
        ("90.0", ("pass", "same")),
    ],
)
def test_training_declared_edges(total: object, expected: tuple[str, str]) -> None:
    assert said("training.declared", "2021", [card("2021", total)]) == expected


def test_training_declared_not_declared() -> None:
    declared = profile(training_hours=[])
    assert said("training.declared", "2021", [card("2021")], declared) == ("missing", "undeclared")


def test_training_declared_without_card() -> None:
    assert said("training.declared", "2021", []) == ("not_applicable", "no_card")


def test_training_total_pass() -> None:
    found = findings("training.total", [card(y) for y in YEARS])[SUM]
    assert (found.status.value, found.read, found.declared) == ("pass", "270", "270")


def test_training_total_fail() -> None:
    found = findings("training.total", [card("2021", "89.5"), card("2022"), card("2023")])[SUM]
    assert (found.status.value, found.reason, found.read) == ("fail", "short", "269.5")
    assert "0.5学时" in found.message


def test_training_total_counts_only_the_years_asked_for() -> None:
    cards = [card("2020", "200"), card("2021", "60", specialized_hours="40"), card("2022"), card("2023")]
    assert said("training.total", SUM, cards) == ("fail", "short")


def test_training_total_thin_year_is_no_breach() -> None:
    cards = [card("2021", "60", specialized_hours="40"), card("2022", "120"), card("2023")]
    assert said("training.total", SUM, cards) == ("pass", "enough")


def test_training_total_enough_without_the_unread() -> None:
    cards = [card("2021", "140"), card("2022", "140"), card("2023", ("9O", WEAK))]
    assert said("training.total", SUM, cards) == ("pass", "enough")


def test_training_total_missing_card() -> None:
    assert said("training.total", SUM, [card("2021"), card("2023")]) == ("missing", "cards_lacking")
    assert said("training.total", SUM, [card("2021"), card("2023")], profile(), encrypted())[0] == "review"


@pytest.mark.parametrize("total", [("50", WEAK), ("86", MIDDLING), None])
def test_training_total_never_fails_on_a_poor_reading(total: object) -> None:
    cards = [card("2021", total), card("2022", "86"), card("2023", "86")]
    assert said("training.total", SUM, cards) == ("review", "undecided")


def test_training_specialized_pass() -> None:
    assert said("training.specialized", SUM, [card(y) for y in YEARS]) == ("pass", "enough")


def test_training_specialized_fail() -> None:
    cards = [card(y, specialized_hours="59") for y in YEARS]
    assert said("training.specialized", SUM, cards) == ("fail", "short")


def test_training_public_pass() -> None:
    assert said("training.public", SUM, [card(y, public_hours="18") for y in YEARS]) == ("pass", "enough")


def test_training_public_fail() -> None:
    cards = [card("2021", public_hours="17"), *(card(y, public_hours="18") for y in YEARS[1:])]
    assert said("training.public", SUM, cards) == ("fail", "short")


def test_training_public_general_and_trade_hours_read_apart() -> None:
    """公需 may mean 一般公需 alone or with 行业公需: a card that gives both decides nothing unless both suffice."""
    both = [field("public_hours", "12"), field("public_hours", "18")]
    cards = [card(y, public_hours=None, more=both) for y in YEARS]
    assert said("training.public", SUM, cards) == ("review", "undecided")
    short = [field("public_hours", "10"), field("public_hours", "12")]
    assert said("training.public", SUM, [card(y, public_hours=None, more=short) for y in YEARS]) == ("fail", "short")


@pytest.mark.parametrize(("second", "expected"), [("90", "pass"), ("89", "fail"), (("89", WEAK), "review")])
def test_training_total_with_a_minimum_for_each_year(second: object, expected: str) -> None:
    """Other notices ask for 90 hours a year and for no sum."""
    built_in = next(c for c in pack().checks if isinstance(c, TrainingTotal))
    check = replace(built_in, minimum=None, minimum_a_year=Decimal(90))
    [finding] = check.run(case([card("2021", "200"), card("2022", second), card("2023")]))
    assert finding.status.value == expected
    assert "每年90" in finding.message


def test_training_public_counts_general_hours_in_doubt() -> None:
    """Each card prints 20, of which 17 are 一般公需: 60 or 51, so a person decides; 18 of 20 suffice either way."""
    noted = [card(y, public_hours=None, more=[field("public_hours", "20", notes=["general_public=17"])]) for y in YEARS]
    assert said("training.public", SUM, noted) == ("review", "undecided")
    assert said("training.declared", "2021", noted) == ("pass", "same")
    enough = [
        card(y, public_hours=None, more=[field("public_hours", "20", notes=["general_public=18"])]) for y in YEARS
    ]
    assert said("training.public", SUM, enough) == ("pass", "enough")


def test_training_each_year_may_be_on_a_card_whose_year_was_poorly_read() -> None:
    """A card read as 2023, not firmly, may be the one of 2022: a card is lacking, but nobody can say which."""
    cards = [card("2021"), card(("2023", MIDDLING))]
    assert said("training.each_year", "2022", cards) == ("review", "undated")
    assert said("training.total", SUM, cards) == ("review", "maybe_unread")
    assert said("training.each_year", "2022", [card("2021"), card("2023")]) == ("missing", "lacking")


def test_training_total_of_an_unread_card_and_a_lacking_one() -> None:
    cards = [card("2021", ("9O", WEAK)), card("2023")]
    assert said("training.total", SUM, cards) == ("review", "undecided")
    assert said("training.each_year", "2022", cards) == ("missing", "lacking")


@pytest.mark.parametrize("name", [("沈若岚", MIDDLING), ("沈若岚", WEAK), None])
def test_training_hours_of_a_card_of_doubtful_owner_accuse_nobody(name: object) -> None:
    doubtful = card("2021", "60", name=name, id_number=None, specialized_hours="40")
    cards = [doubtful, card("2022"), card("2023")]
    assert said("training.total", SUM, cards) == ("review", "undecided")
    assert said("training.declared", "2021", cards)[0] == "review"
    surely = card("2021", "60", name=name, specialized_hours="40")  # the ID number is the applicant's
    assert said("training.total", SUM, [surely, *cards[1:]]) == ("fail", "short")


def test_training_hours_of_the_applicants_row_in_a_list() -> None:
    rows = [
        field(n, v, row=i)
        for i, (who, total) in enumerate((("沈若岚", "60"), ("周启航", "90"), ("陆一鸣", "120")))
        for n, v in (("name", who), ("total_hours", total))
    ]
    listed = card("2021", None, name=None, id_number=None, specialized_hours=None, public_hours=None, more=rows)
    assert findings("training.total", [listed, card("2022"), card("2023")])[SUM].read == "270"


def test_training_card_that_rather_names_somebody_else_brings_no_hours() -> None:
    """Its name was not read firmly, so that it is not surely another's."""
    strange = card("2021", "300", file="外来.jpg", name=("沈若岚", MIDDLING), id_number=None)
    others = [card("2022"), card("2023")]
    found = findings("training.each_year", [strange, *others])["2021"]
    assert (found.status.value, found.reason) == ("review", "other_name")
    assert "沈若岚" in found.message
    assert said("training.total", SUM, [strange, *others]) == ("review", "undecided")
    assert said("training.total", SUM, [card("2021"), strange, *others]) == ("pass", "enough")
    assert said("training.each_year", "2021", [card("2021"), strange, *others]) == ("pass", "there")
