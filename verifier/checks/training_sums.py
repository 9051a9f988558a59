"""Do the hours of the years asked for reach what the notice asks for?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import Field

from extractors.values import hours
from models.finding import Finding
from verifier.checks.check import FAIL, MISSING, PASS, REVIEW, RuledCheck, Wording
from verifier.facts.case import Case
from verifier.facts.hours import ZERO, HourField, YearHours, year_hours
from verifier.facts.yearly import strays

Minimum = Annotated[Decimal, Field(ge=0)]


@dataclass(frozen=True, kw_only=True)
class TrainingSum(RuledCheck):
    """Sum over exactly `years` of what the cards say, at least `minimum`; each year at least `minimum_a_year` if that is given.

    Passes where even the least that the cards can mean suffices; fails only where every card was read firmly and even the
    most is too little.
    """

    years: tuple[int, ...]
    minimum: Minimum | None = None
    minimum_a_year: Minimum | None = None

    HOURS: ClassVar[HourField]
    WORDINGS: ClassVar[Mapping[str, Wording]] = {
        "enough": Wording(PASS, ("years", "sum", "minimum", "label")),
        "short": Wording(FAIL, ("years", "sum", "minimum", "label", "gap")),
        "cards_lacking": Wording(MISSING, ("years", "sum", "minimum", "label", "lacking")),
        "maybe_unread": Wording(REVIEW, ("years", "sum", "minimum", "label", "lacking")),
        "undecided": Wording(REVIEW, ("years", "sum", "minimum", "label")),
    }

    def __post_init__(self) -> None:
        if self.minimum is None and self.minimum_a_year is None:
            raise ValueError("minimum 与 minimum_a_year 应至少填写一项")

    def run(self, case: Case) -> Iterator[Finding]:
        known = [year_hours(case.cards, year, self.HOURS) for year in self.years]
        least = sum((k.low for k in known), ZERO)
        most = None if any(k.high is None for k in known) else sum((k.high or ZERO for k in known), ZERO)
        lacking = [k.year for k in known if k.cards == 0]
        total = ("" if most == least else "至少") + hours.plain(least)
        yield self.finding(
            "application",
            self._reason(case, known, lacking),
            evidence=[e for k in known for e in k.evidence],
            declared=self._declared(case),
            read=total,
            years="、".join(f"{k.year}年{k.text}" for k in known),
            sum=total,
            minimum=self._asked(),
            label=self.rule.title,
            lacking="、".join(f"{year}年" for year in lacking),
            gap=self._gap(known),
        )

    def _reason(self, case: Case, known: list[YearHours], lacking: list[int]) -> str:
        if self._reached([k.low for k in known]):
            return "enough"
        undated = bool(strays(case.cards, self.years))
        if lacking and (case.unread_files or undated):
            return "maybe_unread"
        most = [k.high for k in known]
        if lacking:  # a card that was not read may bring any number of hours
            return "undecided" if any(k.cards and k.high is None for k in known) else "cards_lacking"
        if None in most or undated or not all(k.firm for k in known):
            return "undecided"
        return "undecided" if self._reached([value or ZERO for value in most]) else "short"

    def _reached(self, amounts: list[Decimal]) -> bool:
        enough = self.minimum is None or sum(amounts, ZERO) >= self.minimum
        return enough and (self.minimum_a_year is None or all(a >= self.minimum_a_year for a in amounts))

    def _declared(self, case: Case) -> str | None:
        """The declared sum, None unless each year is declared."""
        by_year = {entry.year: getattr(entry, self.HOURS) for entry in case.profile.training_hours}
        amounts = [by_year.get(year) for year in self.years]
        return None if None in amounts else hours.plain(sum((a for a in amounts if a is not None), ZERO))

    def _asked(self) -> str:
        parts = [] if self.minimum is None else [hours.plain(self.minimum)]
        return "、".join(
            [*parts, *([] if self.minimum_a_year is None else [f"每年{hours.plain(self.minimum_a_year)}"])]
        )

    def _gap(self, known: list[YearHours]) -> str:
        """What is wanting in the sum, or else in the years."""
        least = sum((k.low for k in known), ZERO)
        if self.minimum is not None and least < self.minimum:
            return f"{hours.plain(self.minimum - least)}学时"
        each = self.minimum_a_year or ZERO
        return "、".join(f"{k.year}年{hours.plain(each - k.low)}学时" for k in known if k.low < each)


@dataclass(frozen=True, kw_only=True)
class TrainingTotal(TrainingSum):
    """`training.total`."""

    HOURS: ClassVar[HourField] = "total"


@dataclass(frozen=True, kw_only=True)
class TrainingSpecialized(TrainingSum):
    """`training.specialized`."""

    HOURS: ClassVar[HourField] = "specialized"


@dataclass(frozen=True, kw_only=True)
class TrainingPublic(TrainingSum):
    """`training.public`."""

    HOURS: ClassVar[HourField] = "public"
