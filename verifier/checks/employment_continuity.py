"""Does the declared work history run without gaps and overlaps up to the application?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, ClassVar, NamedTuple

from pydantic import Field

from models.dates import PartialDate
from models.finding import Finding
from models.profile import Education
from verifier.checks.application import SUBJECT
from verifier.checks.check import MISSING, PASS, REVIEW, RuledCheck, Wording, heaviest
from verifier.compare import compare_organisation
from verifier.facts.case import Case
from verifier.facts.months import month_of, month_text

_DAY = timedelta(days=1)


class _Post(NamedTuple):
    employer: str
    start: PartialDate
    end: PartialDate | None


@dataclass(frozen=True, kw_only=True)
class EmploymentContinuity(RuledCheck):
    """`employment.continuity`: from the first post on, but for breaks that a declared study took up.

    A break counts when a whole month lies in no post or, where both days are known, when it is longer than `gap_days`.
    `until` stands in for an application without a date.
    """

    until: date
    gap_days: Annotated[int, Field(ge=0)] = 31

    WORDINGS: ClassVar[Mapping[str, Wording]] = {
        "continuous": Wording(PASS, ("history",)),
        "undeclared": Wording(MISSING),
        "undated": Wording(MISSING, ("posts",)),
        "gap": Wording(REVIEW, ("gaps",)),
        "overlap": Wording(REVIEW, ("overlaps",)),
        "imprecise": Wording(REVIEW, ("posts",)),
        "ended": Wording(REVIEW, ("until",)),
        "other_employer": Wording(REVIEW, ("employer",)),
    }

    def run(self, case: Case) -> Iterator[Finding]:
        work = case.profile.work
        if not work:
            yield self.finding(SUBJECT, "undeclared")
            return
        posts = [_Post(w.employer or "（单位未填写）", w.start, w.end) for w in work if w.start]
        undated = [w.employer or "（单位未填写）" for w in work if not w.start]
        coarse = [p.employer for p in posts if "year" in (p.start.precision, p.end.precision if p.end else "")]
        posts.sort(key=lambda p: (p.start.earliest, p.end.latest if p.end else date.max))
        found = [*self._breaks(posts, case.profile.education), *self._last(posts, case)]
        if undated:
            found.append(self.finding(SUBJECT, "undated", posts="、".join(undated)))
        if coarse:
            found.append(self.finding(SUBJECT, "imprecise", posts="、".join(coarse)))
        history = "；".join(f"{p.start}至{p.end or '今'} {p.employer}" for p in posts)
        yield heaviest(found) if found else self.finding(SUBJECT, "continuous", declared=history, history=history)

    def _breaks(self, posts: Sequence[_Post], studies: Sequence[Education]) -> Iterator[Finding]:
        gaps, overlaps = [], []
        reached: _Post | None = None
        for post in posts:
            if reached is not None and reached.end is not None and self._is_gap(reached.end, post.start, studies):
                gaps.append(f"{reached.end}离开{reached.employer}，{post.start}到{post.employer}")
            if reached is not None and (reached.end is None or post.start.latest < reached.end.earliest):
                overlaps.append(f"{reached.employer}至{reached.end or '今'}，{post.employer}自{post.start}")
            if (
                reached is None
                or reached.end is None
                or (post.end is not None and post.end.latest <= reached.end.latest)
            ):
                reached = reached or post
            else:
                reached = post
        if gaps:
            yield self.finding(SUBJECT, "gap", gaps="；".join(gaps))
        if overlaps:
            yield self.finding(SUBJECT, "overlap", overlaps="；".join(overlaps))

    def _is_gap(self, left: PartialDate, begun: PartialDate, studies: Sequence[Education]) -> bool:
        if "year" in (left.precision, begun.precision):
            return begun.year - left.year > 1
        if left.precision == begun.precision == "day":
            broken = (begun.earliest - left.latest - _DAY).days > self.gap_days
        else:
            broken = month_of(begun.earliest) - month_of(left.latest) > 1
        return broken and not any(_covers(study, left, begun) for study in studies)

    def _last(self, posts: Sequence[_Post], case: Case) -> Iterator[Finding]:
        """Whether somebody still employs the applicant, and whether that is the declared employer."""
        if not posts:
            return
        applied = case.profile.application.submitted_on
        day = applied.earliest if applied else self.until
        present = [p for p in posts if p.end is None or month_of(p.end.latest) >= month_of(day)]
        if not present:
            yield self.finding(SUBJECT, "ended", declared=posts[-1].end, until=month_text(month_of(day)))
            return
        employer = case.profile.employer.name
        if employer and all(
            compare_organisation(employer, p.employer).answer not in ("same", "alias") for p in present
        ):
            declared = "、".join(p.employer for p in present)
            yield self.finding(SUBJECT, "other_employer", declared=declared, employer=employer)


def _covers(study: Education, left: PartialDate, begun: PartialDate) -> bool:
    """Whether `study` took up the break, but for a month before and after it."""
    if study.start is None or study.end is None:
        return False
    return (
        month_of(study.start.earliest) <= month_of(left.latest) + 2
        and month_of(study.end.latest) >= month_of(begun.earliest) - 2
    )
