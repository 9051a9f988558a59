"""Was the same scan, or a near copy of it, handed in by another applicant, or twice by one?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from models.document import FileReading
from models.finding import Evidence, Finding
from verifier.checks.check import NOT_APPLICABLE, PASS, REVIEW, RuledCheck, Wording
from verifier.facts.case import Case
from verifier.near_copies.candidates import candidate_pairs
from verifier.near_copies.copies import Copy, copy_of
from verifier.near_copies.page_print import PagePrint

_SHOWN = 5


class _Place(NamedTuple):
    """A page: whose (the case's place), in which file, which number."""

    case: int
    file: str
    page: int


class _Found(NamedTuple):
    """A page of mine with the page that it is a copy of."""

    mine: _Place
    other: _Place
    copy: Copy


@dataclass(frozen=True, kw_only=True)
class BatchDuplicate(RuledCheck):
    """`batch.duplicate`: never more than a person's matter, for colleagues may share a project, and anybody errs.

    With `within_applicant` also files that one applicant handed in twice; pages of one file are not compared.
    """

    within_applicant: bool = True

    WORDINGS: ClassVar[Mapping[str, Wording]] = {
        "identical": Wording(REVIEW, ("others",)),
        "copy": Wording(REVIEW, ("others",)),
        "altered": Wording(REVIEW, ("others", "changes")),
        "copy_own": Wording(REVIEW, ("others",)),
        "unlike": Wording(PASS, ("count",)),
        "not_compared": Wording(NOT_APPLICABLE),
    }

    def run_batch(self, cases: Sequence[Case]) -> Iterator[tuple[int, Finding]]:
        found = self._found(cases)
        twins = self._twins(cases)
        for place, case in enumerate(cases):
            for reading in case.files:
                own = (place, reading.file)
                yield place, self._judged(cases, place, reading, found.get(own, []), twins.get(own, []))

    def _found(self, cases: Sequence[Case]) -> dict[tuple[int, str], list[_Found]]:
        """Every copy, under each of the two files that it concerns."""
        places, prints = _prints(cases)
        found: dict[tuple[int, str], list[_Found]] = defaultdict(list)
        for i, j in candidate_pairs(prints):
            one, other = places[i], places[j]
            if self._is_compared(one, other):
                names = {cases[one.case].profile.person.name, cases[other.case].profile.person.name}
                copy = copy_of(prints[i], prints[j], names)
                if copy is not None and (copy.likeness == "copy" or one.case != other.case):
                    turned = Copy(copy.likeness, tuple((b, a) for a, b in copy.changes))
                    found[one.case, one.file].append(_Found(one, other, copy))
                    found[other.case, other.file].append(_Found(other, one, turned))
        return found

    def _is_compared(self, one: _Place, other: _Place) -> bool:
        if one.case != other.case:
            return True
        return self.within_applicant and one.file != other.file

    def _twins(self, cases: Sequence[Case]) -> dict[tuple[int, str], list[_Place]]:
        """The files of the same content as each file, also where nothing on them can be read."""
        holders: dict[str, list[_Place]] = defaultdict(list)
        for place, case in enumerate(cases):
            for reading in case.files:
                if reading.sha256:
                    holders[reading.sha256].append(_Place(place, reading.file, 1))
        return {
            (mine.case, mine.file): [other for other in same if self._is_compared(mine, other) and other != mine]
            for same in holders.values()
            for mine in same
        }

    def _judged(
        self, cases: Sequence[Case], place: int, reading: FileReading, found: list[_Found], twins: list[_Place]
    ) -> Finding:
        case = cases[place]
        foreign = [t for t in twins if t.case != place]
        copies = [f for f in found if f.copy.likeness == "copy" and f.other.case != place]
        altered = [f for f in found if f.copy.likeness == "altered"]
        if foreign:
            return self._told(cases, case, "identical", [_Place(place, reading.file, 1)], foreign)
        if copies:
            return self._told(cases, case, "copy", [f.mine for f in copies], [f.other for f in copies])
        if altered:
            pairs = dict.fromkeys(pair for f in altered for pair in f.copy.changes)
            changes = "、".join(f"本件“{mine}”、对方“{theirs}”" for mine, theirs in pairs)
            others = [f.other for f in altered]
            return self._told(cases, case, "altered", [f.mine for f in altered], others, changes)
        if twins or found:
            mine = [f.mine for f in found] or [_Place(place, reading.file, 1)]
            return self._told(cases, case, "copy_own", mine, [*twins, *(f.other for f in found)])
        if not any(page.words or page.thumbnail for page in reading.pages):
            return self.finding(reading.file, "not_compared")
        return self.finding(reading.file, "unlike", count=len(cases))

    def _told(
        self,
        cases: Sequence[Case],
        case: Case,
        reason: str,
        mine: Sequence[_Place],
        others: Sequence[_Place],
        changes: str = "",
    ) -> Finding:
        named = list(dict.fromkeys(self._named(cases, case, other) for other in others))
        shown = "、".join(named[:_SHOWN]) + (f"等{len(named)}处" if len(named) > _SHOWN else "")
        pages = list(dict.fromkeys(mine))
        return self.finding(
            pages[0].file,
            reason,
            evidence=[Evidence(_document(case, p), p.file, p.page) for p in pages],
            read=shown,
            others=shown,
            changes=changes,
        )

    def _named(self, cases: Sequence[Case], case: Case, other: _Place) -> str:
        """Whose page it is, as a message names it."""
        theirs = cases[other.case]
        whose = "" if theirs is case else f"{theirs.profile.person.name}（{theirs.profile.applicant_id}）的"
        return f"{whose}{other.file} 第{other.page}页"


def _prints(cases: Sequence[Case]) -> tuple[list[_Place], list[PagePrint]]:
    places: list[_Place] = []
    prints: list[PagePrint] = []
    for place, case in enumerate(cases):
        for reading in case.files:
            for page in reading.pages:
                if not page.quality.blank:
                    places.append(_Place(place, reading.file, page.number))
                    prints.append(PagePrint.of(reading.file, page))
    return places, prints


def _document(case: Case, place: _Place) -> str | None:
    """The document that the page belongs to."""
    return next((d.id for d in case.in_file(place.file) if place.page in d.pages), None)
