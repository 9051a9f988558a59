"""Training hours year by year: a card for each year, and its hours as declared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from extractors.values import hours
from models.finding import Evidence, Finding
from models.profile import TrainingYear
from verifier.checks.check import FAIL, MISSING, NOT_APPLICABLE, PASS, REVIEW, RuledCheck, Wording
from verifier.facts.case import Case, kind_is_known
from verifier.facts.hours import HOUR_FIELDS, HourField, card_hours, incoherent, year_hours
from verifier.facts.seen import Seen, evidence_of
from verifier.facts.yearly import Card, names_on, of_year, strays

_HEAVIEST_FIRST = ("different", "doubtful", "conflict", "incoherent", "unreadable", "same")
LABELS: Mapping[HourField, str] = {"total": "总学时", "specialized": "专业课学时", "public": "公需课学时"}


@dataclass(frozen=True, kw_only=True)
class TrainingEachYear(RuledCheck):
    """`training.each_year`: one card for each of `years`."""

    years: tuple[int, ...]

    WORDINGS: ClassVar[Mapping[str, Wording]] = {
        "there": Wording(PASS, ("year",)),
        "twice": Wording(PASS, ("year",)),
        "differing": Wording(REVIEW, ("year",)),
        "several_years": Wording(REVIEW, ("year",)),
        "unsure": Wording(REVIEW, ("year",)),
        "other_name": Wording(REVIEW, ("year", "names")),
        "undated": Wording(REVIEW, ("year",)),
        "maybe_unread": Wording(REVIEW, ("year", "files")),
        "lacking": Wording(MISSING, ("year",)),
    }

    def run(self, case: Case) -> Iterator[Finding]:
        for year in self.years:
            cards = of_year(case.cards, year)
            undated = strays(case.cards, self.years)
            shown = cards or undated
            yield self.finding(
                str(year),
                self._reason(case, cards, undated),
                evidence=[e for card in shown for e in _year_places(card)],
                read=str(year) if cards else None,
                year=year,
                names=names_on(cards),
                files="、".join(case.unread_files),
            )

    def _reason(self, case: Case, cards: list[Card], undated: list[Card]) -> str:
        if not cards:
            return "undated" if undated else "maybe_unread" if case.unread_files else "lacking"
        good = [card for card in cards if kind_is_known(card.document)]
        if not any(card.alone for card in good):
            return "several_years" if good else "unsure"
        if any(card.disputed for card in cards):
            return "other_name"
        if len(cards) == 1:
            return "there"
        totals = {card_hours(card, "total").value for card in cards}
        return "twice" if len(totals) == 1 else "differing"


@dataclass(frozen=True, kw_only=True)
class TrainingDeclared(RuledCheck):
    """`training.declared`: total, specialised and public hours of each of `years`, as far as declared.

    Hours are compared as numbers; a difference counts only where the card was read firmly.
    """

    years: tuple[int, ...]

    WORDINGS: ClassVar[Mapping[str, Wording]] = {
        "same": Wording(PASS, ("year", "labels")),
        "different": Wording(FAIL, ("year", "labels")),
        "doubtful": Wording(REVIEW, ("year", "labels")),
        "conflict": Wording(REVIEW, ("year", "labels")),
        "incoherent": Wording(REVIEW, ("year", "labels")),
        "unreadable": Wording(REVIEW, ("year", "labels")),
        "undeclared": Wording(MISSING, ("year",)),
        "no_card": Wording(NOT_APPLICABLE, ("year",)),
    }

    def run(self, case: Case) -> Iterator[Finding]:
        declared: dict[int, TrainingYear] = {entry.year: entry for entry in case.profile.training_hours}
        for year in self.years:
            cards = of_year(case.cards, year)
            entry = declared.get(year)
            if not cards:
                yield self.finding(str(year), "no_card", year=year)
            elif entry is None or all(getattr(entry, name) is None for name in HOUR_FIELDS):
                yield self.finding(
                    str(year), "undeclared", evidence=[evidence_of(c.document) for c in cards], year=year
                )
            else:
                yield self._compared(case, entry, cards)

    def _compared(self, case: Case, entry: TrainingYear, cards: list[Card]) -> Finding:
        reasons: dict[HourField, str] = {}
        for name in HOUR_FIELDS:
            declared: Decimal | None = getattr(entry, name)
            if declared is None:
                continue
            known = year_hours(case.cards, entry.year, name)
            if known.high is None:
                odd = len(cards) == 1 and name in incoherent(cards[0])
                reasons[name] = "incoherent" if odd else "unreadable"
            elif len(known.printed) > 1:
                reasons[name] = "conflict"
            elif declared in known.readings:
                reasons[name] = "doubtful" if all(card.disputed for card in cards) else "same"
            else:
                reasons[name] = "different" if known.firm else "doubtful"
        worst = next(r for r in _HEAVIEST_FIRST if r in reasons.values())
        names = [name for name, reason in reasons.items() if reason == worst]
        seen = [card_hours(card, name) for name in names for card in cards]
        return self.finding(
            str(entry.year),
            worst,
            evidence=[e for s in seen for e in s.evidence],
            declared=_amounts(names, [hours.plain(getattr(entry, name)) for name in names]),
            read=_amounts(names, [_values(seen, name) for name in names]),
            year=entry.year,
            labels="、".join(LABELS[name] for name in names),
        )


def _values(seen: list[Seen], name: HourField) -> str:
    values = [value for s in seen if s.name == f"{name}_hours" for value in s.values]
    return "／".join(dict.fromkeys(values)) or "未能识读"


def _amounts(names: list[HourField], values: list[str]) -> str:
    return "、".join(f"{LABELS[name]}{value}" for name, value in zip(names, values, strict=True))


def _year_places(card: Card) -> tuple[Evidence, ...]:
    return tuple(evidence_of(card.document, f) for f in card.year_fields[:1]) or (evidence_of(card.document),)
