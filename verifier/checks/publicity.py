"""Was the application made public at the employer's for long enough?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from models.dates import PartialDate
from models.finding import Finding
from verifier.checks.application import SUBJECT
from verifier.checks.check import FAIL, MISSING, PASS, REVIEW, RuledCheck, Wording
from verifier.facts.case import Case
from verifier.facts.working_days import working_days


@dataclass(frozen=True, kw_only=True)
class ApplicationPublicity(RuledCheck):
    """`application.publicity`: at least `minimum` working days up to the employer's recommendation.

    The day of posting is not counted (民法典 第二百零一条), the day of the recommendation is. One that was posted before
    `opened` is for a person.
    """

    minimum: Annotated[int, Field(ge=1)]
    opened: date | None = None

    WORDINGS: ClassVar[Mapping[str, Wording]] = {
        "enough": Wording(PASS, ("days", "minimum")),
        "undeclared": Wording(MISSING, ("what",)),
        "short": Wording(FAIL, ("days", "minimum", "until")),
        "reversed": Wording(FAIL),
        "goes_on": Wording(REVIEW, ("until",)),
        "unrecommended": Wording(REVIEW, ("days", "minimum")),
        "imprecise": Wording(REVIEW, ("minimum",)),
        "too_early": Wording(REVIEW, ("opened",)),
        "no_calendar": Wording(REVIEW, ("minimum",)),
    }

    def run(self, case: Case) -> Iterator[Finding]:
        choice = case.profile.application
        start, end, sent = choice.publicity.start, choice.publicity.end, choice.employer_submitted_on
        declared = " 至 ".join(filter(None, (start, end))) or None
        if start is None or end is None:
            what = "、".join(w for w, day in (("公示开始日期", start), ("公示结束日期", end)) if day is None)
            yield self.finding(SUBJECT, "undeclared", declared=declared, what=what)
        else:
            reason, days, until = self._counted(start, end, sent)
            if reason == "enough" and self.opened and start.latest < self.opened:
                reason = "too_early"
            yield self.finding(
                SUBJECT,
                reason,
                declared=declared,
                days=days,
                until=until,
                minimum=self.minimum,
                opened=self.opened or "",
            )

    def _counted(self, start: PartialDate, end: PartialDate, sent: PartialDate | None) -> tuple[str, int | None, date]:
        """The reason, the days counted, and the day up to which they were."""
        if end.latest < start.earliest:
            return "reversed", None, end.latest
        until = min(end.latest, sent.latest) if sent else end.latest
        most = working_days(start.earliest, until)
        least = working_days(start.latest, min(end.earliest, sent.earliest) if sent else end.earliest)
        if most is None or least is None:
            return "no_calendar", None, until
        if most < self.minimum:
            return "short", most, until
        if least < self.minimum:
            return "imprecise", least, until
        if sent is None:
            return "unrecommended", least, until
        return ("goes_on" if end.latest > sent.earliest else "enough"), least, sent.earliest
