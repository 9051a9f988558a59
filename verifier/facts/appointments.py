"""Declared appointments: which are those to the present title, and which follow each other without a break."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from models.dates import PartialDate
from models.profile import Appointment, Title, Work
from verifier.compare import compare_organisation, compare_title


def present_title(titles: Sequence[Title]) -> Title | None:
    """The title obtained last; of undated ones the first in the profile."""
    if not titles:
        return None
    return max(enumerate(titles), key=lambda entry: (str(entry[1].obtained_on or ""), -entry[0]))[1]


def is_to(appointment: Appointment, title: Title | None) -> bool:
    """Whether `appointment` is, or may be, one to `title`."""
    if title is None or title.title is None or appointment.title is None:
        return True
    return compare_title(title.title, appointment.title).answer != "different"


def title_of(appointment: Appointment, titles: Sequence[Title]) -> Title | None:
    """The declared title that `appointment` is to, None where none is of that name."""
    named = [t for t in titles if t.title and appointment.title]
    return next(
        (t for t in named if compare_title(t.title, appointment.title).answer in ("same", "alias")),
        None,
    )


def begins_before(appointment: PartialDate, title: PartialDate) -> bool:
    """Whether the appointment certainly began before the title was obtained."""
    return appointment.latest < title.earliest


def unfollowed(mine: Appointment, all_of_them: Sequence[Appointment], until: date, gap_days: int) -> bool:
    """Whether `mine` ends before `until` and no other appointment goes on within `gap_days`."""
    if mine.end is None or mine.end.latest >= until:
        return False
    latest = mine.end.latest + timedelta(days=gap_days)
    return not any(
        other is not mine
        and other.start is not None
        and other.start.earliest <= latest
        and (other.end is None or other.end.latest > mine.end.latest)
        for other in all_of_them
    )


def employs_at(work: Sequence[Work], employer: str, day: PartialDate) -> bool:
    """Whether the work history has, or may have, the applicant with `employer` when `day` came; True without a history."""
    known = [w for w in work if w.employer]
    if not known:
        return True
    return any(
        compare_organisation(w.employer, employer).answer != "different"
        and (w.start is None or w.start.earliest <= day.latest)
        and (w.end is None or w.end.latest >= day.earliest)
        for w in known
    )
