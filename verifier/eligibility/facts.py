"""Dates of an applicant's career: what was declared, what the documents show, and how far that may be relied on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from models.dates import PartialDate
from models.document import Document, Kind
from models.finding import Evidence
from models.profile import Education
from verifier.compare import compare_date, compare_title
from verifier.eligibility.periods import Term
from verifier.facts.case import Case, kind_is_known
from verifier.facts.rows import of_person
from verifier.facts.seen import Seen, see, where

Trust = Literal["shown", "auto", "unshown", "conflict"]
GRADUATION: tuple[Kind, ...] = ("graduation_certificate", "chsi_registration_form", "graduate_registration_form")


@dataclass(frozen=True, slots=True)
class Dated:
    """A day on which something began: `label` in Chinese. `trust` says whether documents show it as declared; `source` which."""

    label: str
    day: PartialDate
    trust: Trust
    source: str
    evidence: tuple[Evidence, ...] = ()
    read: tuple[str, ...] = ()

    @property
    def doubt(self) -> str:
        """What a reviewer should look after, "" where nothing."""
        if self.trust == "conflict":
            return (
                f"{self.label}时间申报为{self.day}，材料为{'、'.join(self.read)}，两者不一致（{where(self.evidence)}）"
            )
        return f"{self.label}时间{self.day}仅为申报，未见材料载明" if self.trust == "unshown" else ""


def dated(label: str, declared: PartialDate | None, shown: Iterable[Seen], *, auto: bool = False) -> Dated | None:
    """The date `declared`, held against what documents show of it; None where nobody says any."""
    readings = [(seen, day) for seen in shown for day in _days(seen)]
    evidence = tuple(e for seen, _ in readings for e in seen.evidence)
    days = [day for _, day in readings]
    if declared is None and not days:
        return None
    day = declared or days[0]
    if any(compare_date(day, other).answer != "same" for other in days):
        return Dated(label, day, "conflict", "申报信息", evidence, tuple(dict.fromkeys(days)))
    if days:
        return Dated(label, max((day, *days), key=len), "shown", where(evidence), evidence)
    return Dated(label, day, "auto" if auto else "unshown", "系统自动提取" if auto else "申报信息")


def _days(seen: Seen) -> list[PartialDate]:
    """What the field says; each of several contradicting values."""
    values = seen.values if seen.state == "conflicting" else (seen.value,) if seen.read else ()
    return [day for value in values if (day := PartialDate.of(value)) is not None]


def graduated(case: Case, place: int, *, by_degree: bool) -> Dated | None:
    """When the education at `place` was finished, by its diploma, or the day of its degree."""
    item = case.profile.education[place]
    if by_degree:
        shown = [see(d, "issue_date") for d in case.education[place] if d.kind == "degree_certificate"]
        return dated("取得学位", item.end, shown, auto=item.auto_extracted)
    shown = [see(d, "end_date") for d in case.education[place] if d.kind in GRADUATION and kind_is_known(d)]
    return dated(f"{item.level or ''}毕业", item.end, shown, auto=item.auto_extracted)


def level_doubt(case: Case, place: int, item: Education) -> str:
    """What the documents say against the declared level, "" where nothing."""
    read = [see(d, "level") for d in case.education[place]]
    other = sorted({v for s in read if s.state in ("read", "conflicting") for v in s.values if v != item.level})
    return f"申报学历为{item.level}，材料上为{'、'.join(other)}" if other and item.level else ""


def held_titles(case: Case, names: Sequence[str]) -> list[int]:
    """The places of the declared titles that are one of `names`."""
    titles = enumerate(case.profile.titles)
    return [i for i, t in titles if t.title and _is_one_of(t.title, names)]


def obtained(case: Case, place: int) -> Dated | None:
    """When the title at `place` was obtained."""
    item = case.profile.titles[place]
    shown = [see(d, "obtained_on") for d in case.titles[place] if kind_is_known(d)]
    return dated(f"取得{item.title}资格", item.obtained_on, shown)


def appointed(case: Case, names: Sequence[str]) -> tuple[Dated | None, list[Term]]:
    """The first appointment to a title of `names`, and the terms of all; a letter's end counts where none is declared."""
    mine = [
        (a.start, a.end or _printed_end(_letters(case, i)), i)
        for i, a in enumerate(case.profile.appointments)
        if a.title and a.start and _is_one_of(a.title, names)
    ]
    if not mine:
        return None, []
    day, _, place = min(mine, key=lambda term: term[0].earliest)
    shown = [_first_day(d, day) for d in _letters(case, place)]
    title = case.profile.appointments[place].title
    return dated(f"聘任{title}", day, shown), [Term(start, end) for start, end, _ in mine]


def _letters(case: Case, place: int) -> list[Document]:
    return [of_person(d, case.profile.person.name) for d in case.appointments[place] if kind_is_known(d)]


def _printed_end(letters: Sequence[Document]) -> PartialDate | None:
    """The last end that `letters` print."""
    days = [day for d in letters for day in _days(see(d, "end_date"))]
    return max(days, key=lambda day: day.latest, default=None)


def _first_day(letter: Document, declared: PartialDate) -> Seen:
    """The start that `letter` prints; without one its day of issue, where that is the declared start."""
    start, issued = see(letter, "start_date"), see(letter, "issue_date")
    same = start.state == "absent" and issued.read and compare_date(declared, issued.value).answer == "same"
    return issued if same else start


def certified(case: Case, place: int) -> Dated | None:
    """When the skill certificate at `place` was issued."""
    item = case.profile.skill_certificates[place]
    shown = [see(d, "issue_date") for d in case.skill_certificates[place] if kind_is_known(d)]
    return dated(f"取得{item.level or '职业资格'}", item.issued_on, shown)


def work_terms(case: Case, *, technical: bool = True) -> list[Term]:
    """The declared times of work; of `technical` work where asked, those not said to be it are not sure."""
    mine = [w for w in case.profile.work if w.start and not (technical and w.technical is False)]
    return [Term(w.start, w.end, not technical or w.technical is True) for w in mine if w.start]


def _is_one_of(title: str, names: Sequence[str]) -> bool:
    return any(compare_title(name, title).answer in ("same", "alias") for name in names)
