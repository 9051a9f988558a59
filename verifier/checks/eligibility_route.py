"""Do the conditions of the chosen route hold at the cut-off?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from models.finding import Finding
from models.profile import Relevance
from verifier.checks.application import SUBJECT, chosen_route
from verifier.checks.check import FAIL, PASS, REVIEW, RuledCheck, Wording
from verifier.eligibility.applicants import meant_for
from verifier.eligibility.branches import Applicants, Branch, Item
from verifier.eligibility.claims import claimed_items
from verifier.eligibility.counted import Setting, practice, skill, tenure, untitled
from verifier.eligibility.honours import honoured
from verifier.eligibility.items import chosen
from verifier.eligibility.outcome import Outcome, all_of, best
from verifier.eligibility.periods import Reckoning
from verifier.eligibility.schooling import schooled
from verifier.facts.case import Case
from verifier.facts.seen import see

Days = Annotated[int, Field(ge=0, le=366)]


@dataclass(frozen=True, kw_only=True)
class EligibilityRoute(RuledCheck):
    """`eligibility.route`: the best of the chosen route's `branches`, with the arithmetic of those that bear on the applicant.

    `titles` are those that years in office refer to, `not_graduated` the conclusions that make no graduate, `majors` the
    office's list of majors by relevance, `applicants` whom the notice is for, `items` what branches may let choose from.
    The days are those of `Reckoning`.
    """

    cutoff: date
    routes: dict[str, str]
    titles: Annotated[tuple[str, ...], Field(min_length=1)]
    branches: Annotated[tuple[Branch, ...], Field(min_length=1)]
    items: tuple[Item, ...] = ()
    not_graduated: frozenset[str] = frozenset()
    majors: dict[Relevance, tuple[str, ...]] = field(default_factory=dict)
    applicants: Applicants = field(default_factory=Applicants)
    grace_days: Days = 1
    review_days: Days = 31
    gap_days: Days = 31

    WORDINGS: ClassVar[Mapping[str, Wording]] = {
        "qualified": Wording(PASS, ("route", "detail")),
        "undecided": Wording(REVIEW, ("route", "detail", "short")),
        "unqualified": Wording(FAIL, ("route", "detail")),
        "no_route": Wording(REVIEW),
    }

    def __post_init__(self) -> None:
        known, offered = {item.id for item in self.items}, set(self.routes)
        for branch in self.branches:
            if branch.route not in offered:
                raise ValueError(f"branches 中的类型“{branch.route}”不在 routes 之列")
            unknown = set(branch.choice.items) - known if branch.choice else set()
            if unknown:
                raise ValueError(f"“{branch.label}”引用了 items 中没有的条件：{'、'.join(sorted(unknown))}")

    def run(self, case: Case) -> Iterator[Finding]:
        choice = case.profile.application
        route = chosen_route(choice.route, self.routes)
        claims = self._claims(case)
        letters = {c for c in claims if len(c) == 1}
        open_to = [b for b in self.branches if b.route == route]
        open_to = [b for b in open_to if not letters or b.group is None or b.group in letters] or open_to
        if route is None or not open_to:
            yield self.finding(SUBJECT, "no_route", declared=choice.route)
            return
        reckoning = Reckoning(self.cutoff, self.grace_days, self.review_days, self.gap_days)
        setting = Setting(case, reckoning, self.titles)
        judged = [(b, self._judged(setting, b, claims)) for b in open_to]
        yield self._told(self.routes[route], choice.route, judged)

    def _told(self, route: str, declared: str | None, judged: list[tuple[Branch, Outcome]]) -> Finding:
        """The best branch in full; where none is certain, the others of the same standing by name and those that fell short."""
        status = best(o for _, o in judged).status
        bearing = [pair for pair in judged if pair[1].bears] or judged
        of_status = [pair for pair in bearing if pair[1].status is status]
        shown = of_status if status is FAIL else of_status[:1]
        short: list[tuple[Branch, Outcome]] = []
        also = ""
        if status is REVIEW:
            also = "".join(f"；“{branch.label}”亦须人工认定" for branch, _ in of_status[1:])
            short = [pair for pair in bearing if pair[1].status is FAIL and pair[0].choice is None]
        told = [*shown, *short]
        found = self.finding(
            SUBJECT,
            {PASS: "qualified", REVIEW: "undecided", FAIL: "unqualified"}[status],
            declared=declared,
            evidence=[e for _, o in told for e in o.evidence],
            route=route,
            detail=_listed(shown),
            short=also + (f"。未达到：{_listed(short)}" if short else ""),
        )
        steps = dict.fromkeys(step for _, o in (*told, *of_status) for step in o.steps)
        return replace(found, timeline=tuple(steps))

    def _claims(self, case: Case) -> frozenset[str]:
        """What the application claims, in the profile or on the form."""
        forms = [see(d, "items") for d in case.of_kind("exceptional_promotion_form")]
        return claimed_items(
            [*case.profile.application.exceptional_items, *(s.value for s in forms if s.read)], self.items
        )

    def _judged(self, setting: Setting, branch: Branch, claims: frozenset[str]) -> Outcome:
        parts = [meant_for(setting.case, self.applicants), self._schooled(setting, branch)]
        case = setting.case
        if branch.untitled:
            parts.append(untitled(setting))
        if branch.skill is not None:
            parts.append(skill(setting, branch.skill))
        if branch.honour is not None:
            parts.append(honoured(case.profile, branch.honour, self.review_days))
        if branch.choice is not None:
            forms = [see(d, "items") for d in case.of_kind("exceptional_promotion_form")]
            unread = any(not s.read for s in forms) or bool(case.unread_files)
            parts.append(chosen(setting, branch.choice, self.items, claims, unread))
        return all_of(parts)

    def _schooled(self, setting: Setting, branch: Branch) -> Outcome:
        """The best education for this branch, with the years that are counted from it."""
        if branch.schooling is None:
            return tenure(setting, branch.tenure, None) if branch.tenure else Outcome(PASS)
        found = []
        for item in schooled(setting.case, branch.schooling, self.majors, self.not_graduated):
            parts = [item.outcome]
            if branch.tenure is not None:
                parts.append(tenure(setting, branch.tenure, item.graduation))
            if branch.practice is not None and item.outcome.bears:
                parts.append(practice(setting, branch.practice, item.graduation, item.unrelated))
            found.append(all_of(parts))
        return best(found)


def _listed(judged: list[tuple[Branch, Outcome]]) -> str:
    return "；".join(f"“{branch.label}”：{outcome.text}" for branch, outcome in judged)
