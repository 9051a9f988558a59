"""Was the application made as the notice wants it: choice, deadlines, pledge, summary?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from extractors.text import squash
from models.dates import PartialDate
from models.document import Kind
from models.finding import Finding
from verifier.checks.check import FAIL, MISSING, PASS, REVIEW, RuledCheck, Wording, heaviest
from verifier.facts.case import Case, kind_is_known
from verifier.facts.seen import evidence_of

SUBJECT = "application"


def chosen_route(declared: str | None, routes: Mapping[str, str]) -> str | None:
    """The id in `routes` that `declared` gives, as an id or by its name; None for anything else."""
    plain = squash(declared or "")
    return next((id_ for id_, name in routes.items() if plain in (id_, squash(name))), None)


@dataclass(frozen=True, kw_only=True)
class ApplicationChoice(RuledCheck):
    """`application.choice`: one of `subfields` and one of `routes` (the profile's word and the notice's name of each)."""

    subfields: tuple[str, ...]
    routes: dict[str, str]

    WORDINGS: ClassVar[Mapping[str, Wording]] = {
        "chosen": Wording(PASS, ("subfield", "route")),
        "undeclared": Wording(MISSING, ("what",)),
        "not_offered": Wording(FAIL, ("what", "chosen", "offered")),
    }

    def run(self, case: Case) -> Iterator[Finding]:
        choice = case.profile.application
        route = chosen_route(choice.route, self.routes)
        declared = "、".join(filter(None, (choice.subfield, choice.route))) or None
        lacking = [w for w, v in (("子专业", choice.subfield), ("申报类型", choice.route)) if v is None]
        known = {squash(name) for name in self.subfields}
        wrong = []
        if choice.subfield is not None and squash(choice.subfield) not in known:
            wrong.append(("子专业", choice.subfield, "、".join(self.subfields)))
        if choice.route is not None and route is None:
            wrong.append(("申报类型", choice.route, "、".join(self.routes.values())))
        if wrong:
            what, chosen = "、".join(w for w, _, _ in wrong), "、".join(c for _, c, _ in wrong)
            offered = "；".join(o for _, _, o in wrong)
            yield self.finding(SUBJECT, "not_offered", declared=declared, what=what, chosen=chosen, offered=offered)
        elif lacking:
            yield self.finding(SUBJECT, "undeclared", declared=declared, what="、".join(lacking))
        else:
            name = self.routes[route or ""]
            yield self.finding(SUBJECT, "chosen", declared=declared, subfield=choice.subfield, route=name)


@dataclass(frozen=True, kw_only=True)
class ApplicationDeadline(RuledCheck):
    """`application.deadline`: the applicant's day and the employer's, each up to and with its last day.

    A day before `opened`, or an employer's before the applicant's, is for a person.
    """

    applicant: date
    employer: date
    opened: date | None = None

    WORDINGS: ClassVar[Mapping[str, Wording]] = {
        "in_time": Wording(PASS, ("dates",)),
        "late": Wording(FAIL, ("what", "deadline")),
        "imprecise": Wording(REVIEW, ("what", "deadline")),
        "undated": Wording(REVIEW, ("what", "deadline")),
        "too_early": Wording(REVIEW, ("what", "opened")),
        "out_of_order": Wording(REVIEW),
    }

    def run(self, case: Case) -> Iterator[Finding]:
        choice = case.profile.application
        days = (
            ("个人申报时间", choice.submitted_on, self.applicant),
            ("用人单位推荐时间", choice.employer_submitted_on, self.employer),
        )
        judged = [self._judged(what, day, deadline) for what, day, deadline in days]
        first, second = choice.submitted_on, choice.employer_submitted_on
        if all(f.status is PASS for f in judged) and first and second and second.latest < first.earliest:
            yield self.finding(SUBJECT, "out_of_order", declared=f"个人申报{first}、用人单位推荐{second}")
        elif all(f.status is PASS for f in judged):
            dates = "，".join(f"{what}{day}（截止{deadline}）" for what, day, deadline in days)
            declared = "、".join(str(day) for _, day, _ in days)
            yield self.finding(SUBJECT, "in_time", declared=declared, dates=dates)
        else:
            yield heaviest(judged)

    def _judged(self, what: str, day: PartialDate | None, deadline: date) -> Finding:
        reason = "undated"
        if day is not None:
            late, in_time = day.earliest > deadline, day.latest <= deadline
            reason = "late" if late else "in_time" if in_time else "imprecise"
            if self.opened and day.latest < self.opened:
                reason = "too_early"
        return self.finding(
            SUBJECT, reason, declared=day, what=what, deadline=deadline, dates="", opened=self.opened or ""
        )


@dataclass(frozen=True, kw_only=True)
class ApplicationPledge(RuledCheck):
    """`application.pledge`: signed on the platform; a scan of it (`kind`) alone is for a person."""

    kind: Kind = "authenticity_pledge"

    WORDINGS: ClassVar[Mapping[str, Wording]] = {
        "signed": Wording(PASS),
        "scan_only": Wording(REVIEW),
        "unsigned": Wording(MISSING),
    }

    def run(self, case: Case) -> Iterator[Finding]:
        scans = case.own_of_kind(self.kind)
        reason = "signed" if case.profile.application.pledge_signed else "scan_only" if scans else "unsigned"
        yield self.finding(SUBJECT, reason, evidence=[evidence_of(d) for d in scans])


@dataclass(frozen=True, kw_only=True)
class ApplicationSummary(RuledCheck):
    """`application.summary`: handed in on the platform, or as a document of `kind`."""

    kind: Kind = "work_summary"

    WORDINGS: ClassVar[Mapping[str, Wording]] = {
        "submitted": Wording(PASS),
        "there": Wording(PASS),
        "unsure_kind": Wording(REVIEW),
        "maybe_unread": Wording(REVIEW, ("files",)),
        "lacking": Wording(MISSING),
    }

    def run(self, case: Case) -> Iterator[Finding]:
        documents = case.own_of_kind(self.kind)
        reason = "maybe_unread" if case.unread_files else "lacking"
        if case.profile.application.summary_submitted:
            reason = "submitted"
        elif documents:
            reason = "there" if any(kind_is_known(d) for d in documents) else "unsure_kind"
        places = [evidence_of(d) for d in documents]
        yield self.finding(SUBJECT, reason, evidence=places, files="、".join(case.unread_files))
