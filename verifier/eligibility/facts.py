"""Dates of an applicant's career: what was declared, what the documents show, and how far that may be relied on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
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

Trust = Literal["shown", "auto", "unshown", "bounded", "conflict"]
GRADUATION: tuple[Kind, ...] = ("graduation_certificate", "chsi_registration_form", "graduate_registration_form")
_YEAR_OF_NUMBER = re.compile(r"[\[(〔【]((?:19|20)\d\d)[\])〕】]")


@dataclass(frozen=True, slots=True)
class Dated:
    """A day on which something began: `label` in Chinese. `trust` says whether documents show it as declared; `source` which.

    `bound`: no document shows the day itself, but one shows that it was not later than this.
    """

    label: str
    day: PartialDate
    trust: Trust
    source: str
    evidence: tuple[Evidence, ...] = ()
    read: tuple[str, ...] = ()
    bound: PartialDate | None = None

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


def _relied_on(case: Case, documents: Iterable[Document]) -> list[Document]:
    """Those of `documents` whose dates count: of a known kind, and not rather somebody else's."""
    return [d for d in documents if kind_is_known(d) and d.id not in case.disputed]


def _days(seen: Seen) -> list[PartialDate]:
    """What the field says; each of several contradicting values."""
    values = seen.values if seen.state == "conflicting" else (seen.value,) if seen.read else ()
    return [day for value in values if (day := PartialDate.of(value)) is not None]


def graduated(case: Case, place: int, *, by_degree: bool) -> Dated | None:
    """When the education at `place` was finished, by its diploma, or the day of its degree."""
    item = case.profile.education[place]
    known = _relied_on(case, case.education[place])
    if by_degree:
        shown = [see(d, "issue_date") for d in known if d.kind == "degree_certificate"]
        found = dated("取得学位", _degree_day(item.end, shown), shown, auto=item.auto_extracted)
    else:
        shown = [see(d, "end_date") for d in known if d.kind in GRADUATION]
        found = dated(f"{item.level or ''}毕业", item.end, shown, auto=item.auto_extracted)
    return _bounded(found, known, by_degree=by_degree) if found and found.trust == "unshown" else found


def _degree_day(end: PartialDate | None, shown: Iterable[Seen]) -> PartialDate | None:
    """The declared end of study, or the one later day on which the degree was conferred: the profile has no place for it."""
    days = {day for seen in shown for day in _days(seen)}
    later = [day for day in days if end is not None and day.earliest > end.latest]
    return later[0] if len(days) == len(later) == 1 else end


def _bounded(fact: Dated, documents: Iterable[Document], *, by_degree: bool) -> Dated:
    """`fact` with the day by which, as the documents show, it had happened: a diploma's day of issue (that of a 自考 prints
    no other), the year in the number of a recognition."""
    seen = [see(d, "certificate_number") for d in documents if d.kind == "overseas_degree_recognition"]
    found = [(s, PartialDate(year[1])) for s in seen if s.read and (year := _YEAR_OF_NUMBER.search(s.value))]
    if not by_degree:
        issued = [see(d, "issue_date") for d in documents if d.kind == "graduation_certificate"]
        found += [(s, day) for s in issued for day in _days(s)]
    if not found:
        return fact
    first, bound = min(found, key=lambda pair: pair[1].latest)
    evidence = first.evidence
    if bound.latest < fact.day.earliest:
        return replace(fact, trust="conflict", evidence=evidence, read=(f"不晚于{bound}",))
    return replace(
        fact, trust="bounded", source=f"申报信息；{where(evidence)}表明不晚于{bound}", evidence=evidence, bound=bound
    )


def level_doubt(case: Case, place: int, item: Education) -> str:
    """What the documents say against the declared level, "" where nothing."""
    read = [see(d, "level") for d in case.education[place]]
    other = sorted({v for s in read if s.state in ("read", "conflicting") for v in s.values if v != item.level})
    return f"申报学历为{item.level}，材料上为{'、'.join(other)}" if other and item.level else ""


def held_titles(case: Case, names: Sequence[str]) -> list[int]:
    """The places of the declared titles that are one of `names`."""
    titles = enumerate(case.profile.titles)
    return [i for i, t in titles if t.title and is_one_of(t.title, names)]


def obtained(case: Case, place: int) -> Dated | None:
    """When the title at `place` was obtained."""
    item = case.profile.titles[place]
    shown = [see(d, "obtained_on") for d in _relied_on(case, case.titles[place])]
    return dated(f"取得{item.title}资格", item.obtained_on, shown)


def appointed(case: Case, names: Sequence[str]) -> tuple[Dated | None, list[Term]]:
    """The first appointment to a title of `names`, and the terms of all; a letter's end counts where none is declared."""
    mine = [
        (a.start, a.end or _printed_end(_letters(case, i)), i)
        for i, a in enumerate(case.profile.appointments)
        if a.title and a.start and is_one_of(a.title, names)
    ]
    if not mine:
        return None, []
    day, _, place = min(mine, key=lambda term: term[0].earliest)
    shown = [_first_day(d, day) for d in _letters(case, place)]
    title = case.profile.appointments[place].title
    return dated(f"聘任{title}", day, shown), [Term(start, end) for start, end, _ in mine]


def _letters(case: Case, place: int) -> list[Document]:
    return [of_person(d, case.profile.person.name) for d in _relied_on(case, case.appointments[place])]


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
    shown = [see(d, "issue_date") for d in _relied_on(case, case.skill_certificates[place])]
    return dated(f"取得{item.level or '职业资格'}", item.issued_on, shown)


def work_terms(case: Case, *, technical: bool = True) -> list[Term]:
    """The declared times of work; of `technical` work where asked, those not said to be it are not sure.

    Otherwise (a worker's) those said not to be technical are not sure.
    """
    mine = [w for w in case.profile.work if w.start and not (technical and w.technical is False)]
    return [
        Term(w.start, w.end, w.technical is True or (not technical and w.technical is None)) for w in mine if w.start
    ]


def is_one_of(title: str, names: Sequence[str]) -> bool:
    """Whether `title` is one of `names`, in whatever writing."""
    return any(compare_title(name, title).answer in ("same", "alias") for name in names)
