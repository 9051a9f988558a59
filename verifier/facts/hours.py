"""Hours of continuing education a year as its cards show them: exact, between two bounds, or unknown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from extractors.values import hours
from models.document import Field
from models.finding import Evidence
from verifier.facts.case import kind_is_known
from verifier.facts.seen import Seen, is_read
from verifier.facts.yearly import Card, of_year

HourField = Literal["total", "specialized", "public"]
HOUR_FIELDS: tuple[HourField, ...] = ("total", "specialized", "public")
ZERO = Decimal(0)
GENERAL_PUBLIC = "general_public="


@dataclass(frozen=True, slots=True)
class YearHours:
    """One kind of hours of one year. `high` is None where there may be any number; `firm` where it may fail a rule.

    `cards` counts the cards of the year: 0 where there is none. `printed` are the different numbers on them, `readings` these
    and what else they may mean: 公需 may be meant with or without 行业公需.
    """

    year: int
    low: Decimal
    high: Decimal | None
    firm: bool
    cards: int
    printed: frozenset[Decimal] = frozenset()
    readings: frozenset[Decimal] = frozenset()
    evidence: tuple[Evidence, ...] = ()

    @property
    def exact(self) -> bool:
        return self.low == self.high

    @property
    def text(self) -> str:
        """`96`, `80～96` or a word for what is not known."""
        if self.cards == 0:
            return "无登记卡"
        if self.high is None:
            return "未能识读"
        return hours.plain(self.low) if self.exact else f"{hours.plain(self.low)}～{hours.plain(self.high)}"


def year_hours(cards: Iterable[Card], year: int, name: HourField) -> YearHours:
    """The hours called `name` in `year`. The same card twice counts once; differing cards give bounds, not a sum.

    Of a card that rather names somebody else none may be the applicant's.
    """
    mine = of_year(cards, year)
    seen = [card_hours(card, name) for card in mine]
    evidence = tuple(e for s in seen for e in s.evidence)
    if not mine:
        return YearHours(year, ZERO, None, False, 0)
    known = all(card.year_fields and kind_is_known(card.document) for card in mine)
    if not known or any(s.state in ("absent", "unsure") for s in seen):
        return YearHours(year, ZERO, None, False, len(mine), evidence=evidence)
    fields = [f for s in seen for f in s.fields if is_read(f)]
    printed = frozenset(Decimal(f.value) for f in fields)
    readings = printed | {general for f in fields if (general := _general_public(f)) is not None}
    firm = all(s.firm or s.state == "conflicting" for s in seen) and all(card.owned for card in mine)
    least = ZERO if any(card.disputed for card in mine) else min(readings)
    return YearHours(year, least, max(readings), firm, len(mine), printed, readings, evidence)


def _general_public(field: Field) -> Decimal | None:
    """The part that is 一般公需, where the card tells it apart from 行业公需: the note `general_public=18`."""
    noted = next((n for n in field.notes if n.startswith(GENERAL_PUBLIC)), None)
    return None if noted is None else hours.parse(noted.removeprefix(GENERAL_PUBLIC))


def card_hours(card: Card, name: HourField) -> Seen:
    """The hours called `name` on `card`; unsure where the card's own numbers cannot be right."""
    seen = card.see(f"{name}_hours")
    if not seen.fields or not all(hours.is_valid(f.value) for f in seen.fields):
        return Seen(seen.document, seen.name, seen.fields, "unsure" if seen.fields else "absent")
    if name in incoherent(card):
        return Seen(seen.document, seen.name, seen.fields, "unsure")
    return seen


def incoherent(card: Card) -> frozenset[HourField]:
    """The hours of `card` that contradict each other: parts greater than the whole, so that one of them was misread."""
    values: dict[HourField, Decimal] = {}
    for name in HOUR_FIELDS:
        seen = card.see(f"{name}_hours")
        value = hours.parse(seen.value) if seen.read else None
        if value is not None:
            values[name] = value
    total = values.get("total")
    parts = [name for name in HOUR_FIELDS if name != "total" and name in values]
    if total is None or sum((values[name] for name in parts), ZERO) <= total:
        return frozenset()
    return frozenset({"total", *parts})
