"""Is the approval form for exceptional promotion there, does it say on which grounds, is it sealed?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import Field

from models.document import Document, Kind
from models.finding import Finding
from verifier.checks.application import SUBJECT, chosen_route
from verifier.checks.check import MISSING, NOT_APPLICABLE, PASS, REVIEW, RuledCheck, Wording
from verifier.compare import compare_organisation
from verifier.eligibility.branches import Item
from verifier.eligibility.claims import claimed_items
from verifier.facts.case import Case, kind_is_known
from verifier.facts.seal_owners import owner_in
from verifier.facts.seen import Seen, evidence_of, see
from verifier.facts.thresholds import READ

_COMPANY = ("公司", "集团", "厂")


@dataclass(frozen=True, kw_only=True)
class ExceptionalForm(RuledCheck):
    """`exceptional.form`: on `route` alone. `items` are the ids of the grounds that may be named, `seals` how many seals it bears.

    A seal that is not seen is for a person: it may be pale, embossed or cover another. Two of one legible text are one body's.
    """

    routes: dict[str, str]
    route: str
    items: Annotated[tuple[str, ...], Field(min_length=1)]
    seals: Annotated[int, Field(ge=0)]
    kind: Kind = "exceptional_promotion_form"

    WORDINGS: ClassVar[Mapping[str, Wording]] = {
        "complete": Wording(PASS, ("items", "seals")),
        "lacking": Wording(MISSING),
        "no_items": Wording(MISSING),
        "maybe_unread": Wording(REVIEW, ("files",)),
        "unsure_kind": Wording(REVIEW),
        "other_name": Wording(REVIEW, ("names",)),
        "items_unread": Wording(REVIEW),
        "items_differ": Wording(REVIEW),
        "grayscale": Wording(REVIEW, ("items",)),
        "few_seals": Wording(REVIEW, ("items", "found", "seals")),
        "other_employer": Wording(REVIEW, ("employer",)),
        "other_owner": Wording(REVIEW, ("employer", "owners")),
        "not_applicable": Wording(NOT_APPLICABLE),
    }

    def run(self, case: Case) -> Iterator[Finding]:
        choice = case.profile.application
        if chosen_route(choice.route, self.routes) != self.route:
            yield self.finding(SUBJECT, "not_applicable")
            return
        forms = case.own_of_kind(self.kind)
        declared = "、".join(choice.exceptional_items) or None
        if not forms:
            reason = "maybe_unread" if case.unread_files else "lacking"
            yield self.finding(SUBJECT, reason, declared=declared, files="、".join(case.unread_files))
        elif not any(kind_is_known(d) for d in forms):
            yield self.finding(SUBJECT, "unsure_kind", declared=declared, evidence=[evidence_of(d) for d in forms])
        else:
            found = self._judged(choice.exceptional_items, forms, case.profile.employer.name)
            if found.status is PASS and all(d.id in case.disputed for d in forms):
                names = "、".join(dict.fromkeys(v for d in forms for v in see(d, "name").values))
                places = [e for d in forms for e in see(d, "name").evidence]
                found = self.finding(SUBJECT, "other_name", declared=declared, evidence=places, names=names)
            yield found

    def _judged(self, declared: Sequence[str], forms: Sequence[Document], employer: str | None) -> Finding:
        grounds = [see(d, "items") for d in forms]
        read = [s for s in grounds if s.read]
        mine, theirs = self._named(declared), self._named([s.value for s in read])
        seals = [(d, f) for d in forms for f in d.all("seal") if f.confidence >= READ]
        owners = _other_companies(employer or "", [f.value for _, f in seals])
        reason = "complete"
        if not theirs:
            # A reason given in words alone, or by hand, is for a person; that nothing stands anywhere is not.
            nothing = not declared and all(s.state == "absent" for s in grounds)
            reason = "no_items" if nothing else "items_unread"
        elif mine and mine != theirs:
            reason = "items_differ"
        elif len(seals) - _repeated([f.value for _, f in seals]) < self.seals:
            grey = any("grayscale" in d.remarks for d in forms)
            reason = "grayscale" if grey else "few_seals"
        elif employer and any(_is_other(employer, s) for d in forms if (s := see(d, "employer")).read):
            reason = "other_employer"
        elif owners:
            reason = "other_owner"
        return self.finding(
            SUBJECT,
            reason,
            evidence=[*(e for s in grounds for e in s.evidence), *(evidence_of(d, f) for d, f in seals)],
            declared="、".join(declared) or None,
            read="、".join(s.value for s in read) or None,
            items="、".join(sorted(theirs)),
            found=len(seals),
            seals=self.seals,
            employer=employer or "",
            owners="、".join(owners),
        )

    def _named(self, texts: Sequence[str]) -> frozenset[str]:
        """The grounds that `texts` name; a group counts only where no ground of it is named."""
        found = claimed_items(texts, [Item(id=id_, label=id_) for id_ in self.items])
        return frozenset(
            f for f in found if f in self.items and (len(f) > 1 or not any(o[0] == f and o != f for o in found))
        )


def _is_other(employer: str, seen: Seen) -> bool:
    return all(compare_organisation(employer, value).answer == "different" for value in seen.values)


def _other_companies(employer: str, texts: Sequence[str]) -> list[str]:
    """The companies of `texts`, where none of the seals may be the employer's."""
    answers = {
        owner: compare_organisation(employer, owner).answer for owner in map(owner_in, texts) if owner != "present"
    }
    named = [text for text in answers if text.endswith(_COMPANY)]
    owned = "present" in texts or any(answer != "different" for answer in answers.values())
    return [] if owned else named


def _repeated(texts: Sequence[str]) -> int:
    """How many of the seals' texts stand there once more; `present` is no text."""
    legible = [owner_in(text) for text in texts if text != "present"]
    return len(legible) - len(set(legible))
