"""Are the documents that an education needs there?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar

from pydantic import ConfigDict

from models.dates import PartialDate
from models.document import Document, Kind
from models.finding import Finding
from models.profile import Education, Level
from verifier.checks.check import MISSING, NOT_APPLICABLE, PASS, REVIEW, RuledCheck, Wording
from verifier.facts.case import Case, files_of, kind_is_known
from verifier.facts.seen import evidence_of, see


@dataclass(frozen=True, kw_only=True)
class Branch:
    """What one group of graduates hands in. A condition that is not given holds for all; the first branch that fits is taken.

    `needed` are all asked for, `with_degree` where a degree is declared, of `one_of` any one; `instead` of those a person
    may accept. `unsettled`: the notice does not say which rule holds here, so the documents never suffice by themselves.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    label: str
    auto_extracted: bool | None = None
    overseas: bool | None = None
    levels: frozenset[Level] | None = None
    since: int | None = None
    until: int | None = None
    waived: bool = False
    unsettled: bool = False
    needed: tuple[Kind, ...] = ()
    with_degree: tuple[Kind, ...] = ()
    one_of: tuple[Kind, ...] = ()
    instead: tuple[Kind, ...] = ()

    def fits(self, item: Education) -> bool:
        """Whether `item` is of this group; one that asks for a year fits no item without an end."""
        dated = self.since is not None or self.until is not None
        return (
            (self.auto_extracted is None or self.auto_extracted == item.auto_extracted)
            and (self.overseas is None or self.overseas == item.overseas)
            and (self.levels is None or item.level in self.levels)
            and (not dated or item.end is not None)
            and (self.since is None or (item.end is not None and item.end.year >= self.since))
            and (self.until is None or (item.end is not None and item.end.year <= self.until))
        )


@dataclass(frozen=True, kw_only=True)
class EducationMaterial(RuledCheck):
    """`education.material`: by `branches`. `names` says what each kind is called in the notice.

    `merged_degree_years` (first and last) are those in which the degree stood on the graduation certificate itself.
    Kinds in `expiring` print until when they can be verified online.
    """

    branches: tuple[Branch, ...]
    names: dict[Kind, str]
    merged_degree_years: tuple[int, int] | None = None
    expiring: frozenset[Kind] = frozenset()
    rule_words: ClassVar[str] = ""

    WORDINGS: ClassVar[Mapping[str, Wording]] = {
        "complete": Wording(PASS, ("item", "branch", "names")),
        "waived": Wording(NOT_APPLICABLE, ("item", "branch")),
        "undeclared": Wording(REVIEW),
        "undated": Wording(MISSING, ("item",)),
        "no_branch": Wording(REVIEW, ("item",)),
        "lacking": Wording(MISSING, ("item", "branch", "names", "lacking")),
        "maybe_unread": Wording(REVIEW, ("item", "branch", "lacking", "files")),
        "unsure_kind": Wording(REVIEW, ("item", "names")),
        "other_name": Wording(REVIEW, ("item", "names", "persons")),
        "instead": Wording(REVIEW, ("item", "branch", "lacking", "names")),
        "merged_degree": Wording(REVIEW, ("item", "lacking")),
        "unsettled": Wording(REVIEW, ("item", "branch", "names")),
        "expired": Wording(REVIEW, ("item",)),
        "expiry_unread": Wording(REVIEW, ("item",)),
    }

    def run(self, case: Case) -> Iterator[Finding]:
        if not case.profile.education:
            yield self.finding("education", "undeclared")
        for i, item in enumerate(case.profile.education):
            yield self._judged(case, i, item, case.education[i])

    def _judged(self, case: Case, i: int, item: Education, documents: tuple[Document, ...]) -> Finding:
        branch = next((b for b in self.branches if b.fits(item)), None)
        need = _Need(self, i, item, documents)
        if branch is None:
            return need.told("undated" if item.end is None else "no_branch")
        if branch.waived:
            return need.told("waived", branch)
        there = {d.kind for d in documents}
        lacking = [k for k in branch.needed if k not in there]
        degree = [k for k in branch.with_degree if k not in there] if item.degree else []
        choice = bool(branch.one_of) and not there & set(branch.one_of)
        substitute = choice and bool(there & set(branch.instead))
        merged = degree and not lacking and self._degree_was_merged(item)
        open_choice = [branch.one_of] if choice else []
        words = self._named(lacking + degree, open_choice)
        if lacking or (degree and not merged) or (choice and not substitute):
            unread = case.unread_files
            return need.told("maybe_unread" if unread else "lacking", branch, words, unread)
        if any(not kind_is_known(d) for d in documents):
            return need.told("unsure_kind", branch)
        if strange := there - {d.kind for d in documents if d.id not in case.disputed}:
            return replace(need, documents=tuple(d for d in documents if d.kind in strange)).told("other_name", branch)
        if merged or substitute:
            return need.told("merged_degree" if merged else "instead", branch, words)
        if branch.unsettled:
            return need.told("unsettled", branch)
        expiry = self._expiry(documents, branch, case.profile.application.submitted_on)
        if expiry != "complete":
            need = replace(need, documents=tuple(d for d in documents if d.kind in self.expiring))
        return need.told(expiry, branch)

    def _expiry(self, documents: Iterable[Document], branch: Branch, on: PartialDate | None) -> str:
        """`complete` where one online-verifiable proof still held when the application was handed in, or needs no date."""
        proofs = [d for d in documents if d.kind in branch.one_of]
        if on is None or not proofs or any(d.kind not in self.expiring for d in proofs):
            return "complete"
        seen = [see(d, "valid_until") for d in proofs]
        ends = [PartialDate.of(s.value) if s.read else None for s in seen]
        if any(end is not None and end.latest >= on.earliest for end in ends):
            return "complete"
        return "expired" if None not in ends else "expiry_unread"

    def _degree_was_merged(self, item: Education) -> bool:
        years = self.merged_degree_years
        return years is not None and item.end is not None and years[0] <= item.end.year <= years[1]

    def _named(self, kinds: Iterable[Kind], choices: Iterable[tuple[Kind, ...]] = ()) -> str:
        words = [self.names.get(k, k) for k in dict.fromkeys(kinds)]
        words += ["或".join(self.names.get(k, k) for k in choice) for choice in choices]
        return "、".join(words)


@dataclass(frozen=True)
class _Need:
    """One education with the documents it has; `told` words the finding."""

    check: EducationMaterial
    place: int
    item: Education
    documents: tuple[Document, ...] = field(default=())

    def told(
        self, reason: str, branch: Branch | None = None, lacking: str = "", unread: tuple[str, ...] = ()
    ) -> Finding:
        return self.check.finding(
            education_subject(self.place),
            reason,
            evidence=[evidence_of(d) for d in self.documents],
            item=education_label(self.place, self.item),
            branch=branch.label if branch else "",
            lacking=lacking,
            names=self.check._named(d.kind for d in self.documents) or "无",
            files="、".join(unread) or files_of(self.documents),
            persons="、".join(dict.fromkeys(v for d in self.documents for v in see(d, "name").values)),
        )


def education_subject(place: int) -> str:
    return f"education[{place}]"


def education_label(place: int, item: Education) -> str:
    """How a message names a declared education: 第1项学历（本科，越州理工大学）."""
    known = "，".join(v for v in (item.level, item.school) if v)
    return f"第{place + 1}项学历" + (f"（{known}）" if known else "")
