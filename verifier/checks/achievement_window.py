"""Was each achievement made in the present post, or in the last years?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from models.dates import PartialDate
from models.finding import Finding
from verifier.checks.check import FAIL, MISSING, NOT_APPLICABLE, PASS, REVIEW, RuledCheck, Wording
from verifier.facts.achievements import Achievement, achievements_of
from verifier.facts.appointments import is_to, present_title
from verifier.facts.case import Case
from verifier.facts.seen import Seen

Zone = Literal["in", "arguable", "before", "after"]


@dataclass(frozen=True, kw_only=True)
class AchievementWindow(RuledCheck):
    """`achievement.window`: on or after `since`, or since the present title was obtained, and before the application.

    `arguable_since` is the first day by the mildest reading of "the last five years"; from there to `since` a person
    decides. A date known to the month or year counts as in where all of it is.
    """

    since: date
    arguable_since: date

    WORDINGS: ClassVar[Mapping[str, Wording]] = {
        "within": Wording(PASS, ("item", "label", "day", "ground")),
        "arguable": Wording(REVIEW, ("item", "label", "day", "since", "title")),
        "too_old": Wording(FAIL, ("item", "label", "day", "since", "title")),
        "after_application": Wording(REVIEW, ("item", "label", "day", "filed")),
        "differs": Wording(REVIEW, ("item", "label", "day", "since", "title")),
        "undeclared": Wording(MISSING, ("item", "label")),
        "no_achievement": Wording(NOT_APPLICABLE),
    }

    def run(self, case: Case) -> Iterator[Finding]:
        found = achievements_of(case)
        if not found:
            yield self.finding("achievements", "no_achievement")
        for achievement in found:
            yield self._judged(case, achievement)

    def _judged(self, case: Case, achievement: Achievement) -> Finding:
        title = self._in_post_since(case)
        read = list(achievement.dates())
        told = [*([achievement.declared] if achievement.declared else []), *(day for _, day in read)]
        if not told:
            return self.finding(achievement.subject, "undeclared", item=achievement.label, label=achievement.date_label)
        zones = {day: self._zone(case, day, title) for day in told}
        first = told[0]
        reason = self._reason(
            zones[first], [(seen, zones[day]) for seen, day in read], achievement.declared is not None
        )
        if reason == "too_old" and achievement.running:
            reason = "arguable"  # begun before, and perhaps finished since
        shown = next((day for day in told if zones[day] != "in"), first) if reason == "differs" else first
        by_title = title is not None and shown.earliest >= title.latest and shown.earliest < self.since
        return self.finding(
            achievement.subject,
            reason,
            evidence=[e for seen, _ in read for e in seen.evidence],
            declared=achievement.declared,
            read="、".join(dict.fromkeys(day for _, day in read)) or None,
            item=achievement.label,
            label=achievement.date_label,
            day=shown,
            since=self.since.isoformat(),
            filed=case.profile.application.submitted_on or "",
            title=f"（任现职时间{title}）" if title else "",
            ground=f"任现职（{title}）后" if by_title else f"{self.since.isoformat()}以后",
        )

    def _reason(self, zone: Zone, read: list[tuple[Seen, Zone]], declared: bool) -> str:
        """What the first date says, unless it is only read and not firmly, or another one says otherwise."""
        if any(z != zone for _, z in read):
            return "differs"
        if zone == "before":
            return "too_old" if declared or any(seen.firm for seen, _ in read) else "differs"
        return {"in": "within", "arguable": "arguable", "after": "after_application"}[zone]

    def _zone(self, case: Case, day: PartialDate, title: PartialDate | None) -> Zone:
        filed = case.profile.application.submitted_on
        if filed is not None and day.earliest > filed.latest:
            return "after"
        if day.earliest >= self.since or (title is not None and day.earliest >= title.latest):
            return "in"
        starts = [self.arguable_since, *([title.earliest] if title else [])]
        return "arguable" if day.latest >= min(starts) else "before"

    def _in_post_since(self, case: Case) -> PartialDate | None:
        """When the present title was obtained, else when the first appointment to it began: the earliest 任现职 can mean."""
        title = present_title(case.profile.titles)
        if title is None:
            return None
        starts = [a.start for a in case.profile.appointments if a.start and is_to(a, title)]
        return title.obtained_on or min(starts, key=lambda d: d.earliest, default=None)
