"""Do the applicants of one batch stay within what their employer may recommend on the strength of an honour?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import Field

from models.finding import Finding
from verifier.checks.application import SUBJECT, chosen_route
from verifier.checks.check import FAIL, NOT_APPLICABLE, PASS, REVIEW, RuledCheck, Wording
from verifier.compare import compare_organisation
from verifier.compare.comparison import Answer
from verifier.eligibility.branches import Part
from verifier.eligibility.claims import claimed_items
from verifier.eligibility.honours import honour_awards, names_honour
from verifier.facts.case import Case
from verifier.facts.seen import see

Number = Annotated[int, Field(ge=1)]


@dataclass(frozen=True, kw_only=True)
class Quota(Part):
    """At most `at_most` applicants of an employer whose honour is named with one of `words`."""

    label: str
    words: tuple[str, ...]
    at_most: Number


@dataclass(frozen=True, kw_only=True)
class ExceptionalQuota(RuledCheck):
    """`exceptional.quota`: applicants on `route` who claim `group`, counted by employer. `honours` name what is an honour.

    An employer with honours of several levels may mean the highest number or the sum; one whose honour is not known, any.
    """

    routes: dict[str, str]
    route: str
    group: str
    honours: tuple[str, ...]
    quotas: Annotated[tuple[Quota, ...], Field(min_length=1)]

    WORDINGS: ClassVar[Mapping[str, Wording]] = {
        "within": Wording(PASS, ("employer", "count", "limit", "levels")),
        "over": Wording(FAIL, ("employer", "count", "limit", "levels", "names")),
        "unsettled": Wording(REVIEW, ("employer", "count", "limit", "most", "levels", "names")),
        "near": Wording(REVIEW, ("employer", "count", "limit", "levels", "names")),
        "no_employer": Wording(REVIEW),
        "no_group": Wording(REVIEW),
        "not_applicable": Wording(NOT_APPLICABLE),
    }

    def run_batch(self, cases: Sequence[Case]) -> Iterator[tuple[int, Finding]]:
        claims = [self._claims(case) for case in cases]
        members = [place for place, letters in enumerate(claims) if letters and self.group in letters]
        for place, letters in enumerate(claims):
            if place in members:
                yield place, self._judged(cases, members, place)
            else:
                reason = "no_group" if letters is not None and not letters else "not_applicable"
                yield place, self.finding(SUBJECT, reason)

    def _claims(self, case: Case) -> frozenset[str] | None:
        """The groups claimed in the profile or on a form; None for another route."""
        choice = case.profile.application
        if chosen_route(choice.route, self.routes) != self.route:
            return None
        forms = [see(d, "items") for d in case.of_kind("exceptional_promotion_form")]
        return claimed_items([*choice.exceptional_items, *(s.value for s in forms if s.read)], ())

    def _judged(self, cases: Sequence[Case], members: Sequence[int], place: int) -> Finding:
        employer = cases[place].profile.employer.name
        if employer is None:
            return self.finding(SUBJECT, "no_employer")
        answers = {other: self._same_employer(cases[place], cases[other]) for other in members}
        mine = [other for other, answer in answers.items() if other == place or answer in ("same", "alias")]
        near = [other for other, answer in answers.items() if other not in mine and answer in ("near", "unreadable")]
        quotas = self._quotas([cases[other] for other in mine])
        limit, most = self._limits(quotas)
        reason = "within"
        if len(mine) > most:
            reason = "over"
        elif len(mine) > limit:
            reason = "unsettled"
        elif len(mine) + len(near) > limit:
            reason = "near"
        names = "、".join(f"{cases[i].profile.person.name}（{cases[i].profile.applicant_id}）" for i in (*mine, *near))
        levels = "、".join(q.label for q in quotas) or "荣誉级别未能确定"
        return self.finding(
            SUBJECT,
            reason,
            declared=employer,
            employer=employer,
            count=len(mine),
            limit=limit,
            most=most,
            levels=levels,
            names=names,
        )

    def _same_employer(self, one: Case, other: Case) -> Answer:
        mine, theirs = one.profile.employer, other.profile.employer
        return compare_organisation(mine.name, theirs.name, declared_code=mine.uscc, read_code=theirs.uscc).answer

    def _quotas(self, cases: Sequence[Case]) -> list[Quota]:
        """The quotas that the honours of these applicants' employer open, declared or on a certificate."""
        told = [(a.name or "", a.issuer or "") for case in cases for a in honour_awards(case.profile, self.honours)]
        for document in (d for case in cases for d in case.of_kind("award_certificate")):
            award, issuer = see(document, "award"), see(document, "issuer")
            if award.read and names_honour(award.value, self.honours):
                told.append((award.value, issuer.value if issuer.read else ""))
        # Who published it says the level only where the honour's own name does not.
        texts = [name if self._opened(name) else issuer for name, issuer in told]
        return [q for q in self.quotas if any(q in self._opened(text) for text in texts)]

    def _opened(self, text: str) -> list[Quota]:
        return [q for q in self.quotas if any(word in text for word in q.words)]

    def _limits(self, quotas: Sequence[Quota]) -> tuple[int, int]:
        """How many there may be at the least and at the most that the notice can mean."""
        if len(quotas) == 1:
            return quotas[0].at_most, quotas[0].at_most
        numbers = [q.at_most for q in quotas or self.quotas]
        return (max(numbers) if quotas else min(numbers)), sum(numbers)
