"""Is the letter of a declared appointment there, does it say the same, and does the term fit title and work history?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import ClassVar

from models.dates import PartialDate
from models.document import Document
from models.finding import Finding
from models.profile import Appointment
from verifier.checks.check import AGREEMENT, MISSING, NOT_APPLICABLE, PASS, REVIEW, RuledCheck, Wording, heaviest
from verifier.checks.item_agreement import ItemCheck, Part, owned, part, places
from verifier.compare import compare_date, compare_organisation, compare_title
from verifier.facts.agreement import Agreement, agreement, together
from verifier.facts.appointments import begins_before, employs_at, is_to, present_title, title_of, unfollowed
from verifier.facts.case import Case, kind_is_known
from verifier.facts.rows import of_person
from verifier.facts.seen import Seen, see

_TERM_NOTE = re.compile(r"term_years=(\d{1,2})")
_CLOSE_DAYS = 31


@dataclass(frozen=True, kw_only=True)
class AppointmentLetter(RuledCheck):
    """`appointment.letter`: with `present_only` only for appointments to the present title, earlier ones need none.

    `needed_on` are the routes on which who holds a title must show an appointment to it.
    """

    present_only: bool = True
    needed_on: frozenset[str] = frozenset()

    WORDINGS: ClassVar[Mapping[str, Wording]] = {
        "there": Wording(PASS, ("item",)),
        "unsure_kind": Wording(REVIEW, ("item",)),
        "maybe_unread": Wording(REVIEW, ("item", "files")),
        "lacking": Wording(MISSING, ("item",)),
        "earlier_title": Wording(NOT_APPLICABLE, ("item",)),
        "undeclared": Wording(MISSING, ("title",)),
        "undeclared_letter": Wording(REVIEW, ("title",)),
        "no_appointment": Wording(NOT_APPLICABLE),
    }

    def run(self, case: Case) -> Iterator[Finding]:
        present = present_title(case.profile.titles)
        if not case.profile.appointments:
            yield self._none_declared(case, present.title if present else None)
        for i, item in enumerate(case.profile.appointments):
            documents = case.appointments[i]
            reason = "there" if documents else "lacking"
            if documents and not any(kind_is_known(d) and d.id not in case.disputed for d in documents):
                reason = "unsure_kind"
            elif not documents and self.present_only and not is_to(item, present):
                reason = "earlier_title"
            elif not documents and case.unread_files:
                reason = "maybe_unread"
            yield self.finding(
                appointment_subject(i),
                reason,
                evidence=places(documents),
                declared=item.title,
                item=appointment_label(i, item),
                files="、".join(case.unread_files),
            )

    def _none_declared(self, case: Case, title: str | None) -> Finding:
        letters = case.of_kind("appointment_letter")
        if title is None or case.profile.application.route not in self.needed_on:
            return self.finding("appointments", "no_appointment", evidence=places(letters))
        reason = "undeclared_letter" if letters else "undeclared"
        return self.finding("appointments", reason, evidence=places(letters), title=title)


@dataclass(frozen=True, kw_only=True)
class AppointmentMatch(ItemCheck):
    """`appointment.match`: title, employer and term agree; not before the title; with that employer at the time.

    A letter may print no start, then its day of issue stands for it, and a number of years for its end. A term that ends
    before `until` (the day to which the notice counts) without another within `gap_days` is for a person.
    """

    until: date
    gap_days: int = 31

    WORDINGS: ClassVar[Mapping[str, Wording]] = {
        **AGREEMENT,
        "reversed": Wording(REVIEW, ("item",)),
        "before_title": Wording(REVIEW, ("item", "obtained_on")),
        "other_employer": Wording(REVIEW, ("item",)),
        "ended": Wording(REVIEW, ("item", "until")),
        "not_applicable": Wording(NOT_APPLICABLE),
    }

    def run(self, case: Case) -> Iterator[Finding]:
        if not case.profile.appointments:
            yield self.finding("appointments", "not_applicable")
        for i, item in enumerate(case.profile.appointments):
            documents = tuple(of_person(d, case.profile.person.name) for d in case.appointments[i])
            if documents:
                yield heaviest([*self._parts(case, i, item, documents), *self._order(case, i, item, documents)])
            else:
                yield self.unproved(appointment_subject(i), appointment_label(i, item), item.title)

    def _parts(self, case: Case, i: int, item: Appointment, documents: Sequence[Document]) -> Iterator[Finding]:
        subject, label = appointment_subject(i), appointment_label(i, item)
        undeclared = [
            name for name, value in (("聘任职务", item.title), ("聘任单位", item.employer), ("聘任起始时间", item.start))
            if value is None
        ]  # fmt: skip
        if undeclared:
            yield self.undeclared(subject, label, undeclared)
        parts = []
        if item.title is not None:
            parts.append(part("聘任职务", item.title, documents, "title", compare_title))
        if item.employer is not None:
            parts.append(part("聘任单位", item.employer, documents, "employer", compare_organisation))
        if item.start is not None:
            parts.append(Part("聘任起始时间", together([_start(d, item.start) for d in documents])))
        ends = [_end(d, item.end) for d in documents] if item.end is not None else []
        if ends:
            parts.append(Part("聘任截止时间", together(ends)))
        yield from self.weighed(subject, label, owned(case, parts, documents))

    def _order(self, case: Case, i: int, item: Appointment, documents: Sequence[Document]) -> Iterator[Finding]:
        subject, label = appointment_subject(i), appointment_label(i, item)
        title = title_of(item, case.profile.titles)
        start = item.start
        if start and item.end and item.end.latest < start.earliest:
            yield self.finding(
                subject, "reversed", evidence=places(documents), declared=f"{start} 至 {item.end}", item=label
            )
        if start and title and title.obtained_on and begins_before(start, title.obtained_on):
            yield self.finding(
                subject, "before_title", evidence=places(documents), declared=start, item=label,
                obtained_on=title.obtained_on,
            )  # fmt: skip
        if start and item.employer and not employs_at(case.profile.work, item.employer, start):
            yield self.finding(
                subject, "other_employer", evidence=places(documents), declared=item.employer, item=label
            )
        printed = [s for d in documents if (s := see(d, "end_date")).read and item.end is None]
        ends = [end for s in printed if (end := PartialDate.of(s.value)) is not None]
        told = _with_end(item, max(ends, key=lambda e: e.latest, default=None))
        if is_to(item, present_title(case.profile.titles)) and unfollowed(
            told, [told if a is item else a for a in case.profile.appointments], self.until, self.gap_days
        ):
            evidence = [e for s in printed for e in s.evidence] or places(documents)
            yield self.finding(
                subject, "ended", evidence=evidence, declared=item.end, read=told.end, item=label,
                until=self.until.isoformat(),
            )  # fmt: skip


def _with_end(item: Appointment, printed: PartialDate | None) -> Appointment:
    """`item` with the end that its letter prints, where it declares none."""
    return item.model_copy(update={"end": printed}) if item.end is None and printed else item


def appointment_subject(place: int) -> str:
    return f"appointments[{place}]"


def appointment_label(place: int, item: Appointment) -> str:
    """How a message names a declared appointment: 第1项聘任（助理工程师）."""
    return f"第{place + 1}项聘任" + (f"（{item.title}）" if item.title else "")


def _start(document: Document, declared: str) -> Agreement:
    seen = see(document, "start_date")
    if seen.state != "absent":
        return agreement(seen, declared, compare_date)
    issued = agreement(see(document, "issue_date"), declared, compare_date)
    if issued.answer == "different":
        return replace(issued, answer="doubtful", why="聘书只有签发日期，与申报的起始时间不同")
    return issued


def _end(document: Document, declared: PartialDate) -> Agreement:
    seen = see(document, "end_date")
    if seen.state != "absent":
        return agreement(seen, declared, compare_date)
    worked_out = _end_by_years(see(document, "start_date"))
    if worked_out is None:
        return agreement(seen, declared, compare_date)
    start = see(document, "start_date")
    apart = min(abs((day - declared.latest).days) for day in worked_out)
    close = apart <= _CLOSE_DAYS
    why = "按聘期年数推算一致" if close else "按聘期年数推算的截止时间不同"
    return Agreement("same" if close else "near", declared, worked_out[0].isoformat(), why, (start,))


def _end_by_years(start: Seen) -> tuple[date, ...] | None:
    """The last day of a term said in years, from the earliest and the latest day that its start may mean."""
    notes = [m for f in start.fields[:1] for n in f.notes if (m := _TERM_NOTE.fullmatch(n))]
    begun = PartialDate.of(start.value) if start.read else None
    if not notes or begun is None:
        return None
    years = int(notes[0][1])
    days = []
    for day in (begun.earliest, begun.latest):
        leap = day.month == 2 and day.day == 29
        days.append(day.replace(year=day.year + years, day=28 if leap else day.day) - timedelta(days=1))
    return tuple(days)
