"""Projects: contract or project book, acceptance, the pages that the notice names, amount, and the applicant's part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Annotated, ClassVar

from pydantic import Field as Bound

from models.document import Document
from models.finding import Finding
from verifier.checks.achievement_parts import IN_PARTS, PartsCheck
from verifier.checks.achievement_rights import employers_of
from verifier.checks.check import MISSING, REVIEW, Wording
from verifier.checks.item_agreement import Part, part, places
from verifier.compare import compare_organisation, compare_text
from verifier.compare.comparison import plain
from verifier.facts.achievements import labelled
from verifier.facts.agreement import Agreement
from verifier.facts.case import Case
from verifier.facts.listed_persons import names_in, rank_agreement
from verifier.facts.parts import Required, state_of
from verifier.facts.seen import is_firm, is_read, see

_FEW = 4
"""With so many sums on the pages, that none is the declared one may be the reader's fault."""


@dataclass(frozen=True, kw_only=True)
class AchievementProject(PartsCheck):
    """`achievement.project`: the parts; name and amount (within `tolerance` of the declared one); the applicant by name.

    `proofs` are sorts of paper, each of which a project must have; one in `running` may lack while it runs: for a person.
    So is a project of which only papers of the sorts in `not_founding` (an acceptance) were recognised.
    """

    tolerance: Annotated[Decimal, Bound(ge=0, lt=1)]
    proofs: dict[str, Required] = field(default_factory=dict)
    running: frozenset[str] = frozenset()
    not_founding: frozenset[str] = frozenset()

    WORDINGS: ClassVar[Mapping[str, Wording]] = {
        **IN_PARTS,
        "proof_lacking": Wording(MISSING, ("item", "lacking")),
        "proof_pending": Wording(REVIEW, ("item", "lacking")),
        "only_proof": Wording(REVIEW, ("item", "found")),
        "not_listed": Wording(MISSING, ("item",)),
        "other_party": Wording(REVIEW, ("item",)),
    }
    GROUP: ClassVar[str] = "projects"

    def key(self, case: Case, place: int, /) -> str | None:
        name = case.profile.projects[place].name
        return plain(name) if name else None

    def labels(self, case: Case, /) -> list[str]:
        return [labelled("项目", i, project.name) for i, project in enumerate(case.profile.projects)]

    def documents(self, case: Case, /) -> tuple[tuple[Document, ...], ...]:
        return case.projects

    def judged(
        self, case: Case, place: int, subject: str, label: str, documents: tuple[Document, ...], /
    ) -> Iterator[Finding]:
        item = case.profile.projects[place]
        yield from self.parts_found(case, subject, label, documents)
        yield from self._proofs(case, subject, label, documents)
        if item.name is None:
            yield self.undeclared(subject, label, ["项目名称"])
        parts: list[Part] = []
        if item.name is not None:
            parts.append(part("项目名称", item.name, documents, "project_name", compare_text))
        if item.amount_yuan is not None:
            parts.append(Part("项目金额（元）", self._amount(item.amount_yuan, documents)))
        if parts:
            yield from self.weighed(subject, label, parts)
        yield from self._listed(case, subject, label, documents)
        parties = [s for d in documents if (s := see(d, "parties")).read]
        named = [n for s in parties for v in s.values for n in names_in(v)]
        if named and not any(_may_be_one(e, n) for e in employers_of(case) for n in named):
            yield self.finding(
                subject, "other_party", evidence=[e for s in parties for e in s.evidence],
                read="、".join(dict.fromkeys(named)), item=label,
            )  # fmt: skip

    def _proofs(self, case: Case, subject: str, label: str, documents: tuple[Document, ...]) -> Iterator[Finding]:
        # What a paper is stands on its first page; of one that does not say it, nobody knows.
        sorts = {_sort(d) for d in documents}
        if sorts <= self.not_founding:
            yield self.finding(
                subject,
                "only_proof",
                evidence=places(documents),
                item=label,
                found="、".join(sorted(filter(None, sorts))),
            )
        for name, proof in self.proofs.items():
            state = state_of(proof, documents)
            if state != "there":
                unsure = state == "unsure" or name in self.running or bool(self.perhaps_elsewhere(case))
                reason = "proof_pending" if unsure else "proof_lacking"
                shown = [e for d in documents for e in see(d, "project_name").evidence]
                yield self.finding(subject, reason, evidence=shown, item=label, lacking=proof.label)

    def _listed(self, case: Case, subject: str, label: str, documents: Sequence[Document]) -> Iterator[Finding]:
        """The applicant among the participants; lists that name others only lack the applicant's part."""
        answers = [rank_agreement(see(d, "participants"), case.profile.person, None) for d in documents]
        answers = [a for a in answers if a.answer != "absent"] or answers[:1]
        if any(a.answer == "same" for a in answers):
            return
        if all(a.answer == "different" for a in answers):
            yield self.finding(
                subject, "not_listed", evidence=[e for a in answers for s in a.seen for e in s.evidence],
                declared=case.profile.person.name, read="、".join(a.read for a in answers), item=label,
            )  # fmt: skip
        else:
            concerned = [a for a in answers if a.answer != "different"]
            yield self.told(subject, label, concerned[0].answer, [Part("参与人员名单", concerned[0])])

    def _amount(self, declared: Decimal, documents: Sequence[Document]) -> Agreement:
        """Any of the printed sums within the tolerance will do: the total stands beside grants and shares."""
        seen = tuple(see(d, "amount") for d in documents)
        shown = tuple(s for s in seen if s.state != "absent")
        wanted = f"{declared:f}"
        if not shown:
            return Agreement("absent", wanted, "", "", seen[:1])
        read = [(f, value) for s in shown for f in s.fields if is_read(f) and (value := _yuan(f.value)) is not None]
        if not read:
            return Agreement("unreadable", wanted, shown[0].value, "", shown)
        for f, value in read:
            if abs(value - declared) <= self.tolerance * abs(declared):
                return Agreement("same", wanted, f.value, "金额一致", shown)
        values = list(dict.fromkeys(f.value for f, _ in read))
        firm = all(is_firm(f) for f, _ in read) and len(values) < _FEW
        return Agreement("different" if firm else "doubtful", wanted, "、".join(values[:_FEW]), "金额不同", shown)


def _sort(document: Document) -> str | None:
    """The sort of paper that the first page says `document` is."""
    first = min(document.pages, default=0)
    return next((f.value for f in document.all("sort") if f.page == first and is_read(f)), None)


def _yuan(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def _may_be_one(declared: str, read: str) -> bool:
    return compare_organisation(declared, read).answer != "different"
