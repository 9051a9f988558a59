"""Periods of social insurance as records print them, month by month."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from models.document import Document
from models.finding import Evidence
from models.profile import SocialInsurance, Work
from verifier.facts.months import month_of, month_read
from verifier.facts.seen import Seen, evidence_of, see


@dataclass(frozen=True, slots=True)
class Period:
    """One row: `months` is empty where it could not be read; `insurance` "" where the kind of insurance is not told."""

    document: Document
    months: range
    employer: Seen
    insurance: Seen
    evidence: tuple[Evidence, ...]


def periods_in(documents: Iterable[Document]) -> tuple[Period, ...]:
    """Every row of every record, in reading order."""
    return tuple(period for document in documents for period in _rows(document))


def _rows(document: Document) -> Iterator[Period]:
    dated = [f for name in ("start_month", "end_month") for f in document.all(name)]
    undated = [f for f in document.all("employer") if f.row is not None]  # rows whose months were not read at all
    for row in sorted({f.row for f in (*dated, *undated)}, key=lambda r: -1 if r is None else r):
        start, end = (_of_row(document, name, row) for name in ("start_month", "end_month"))
        first = month_read(start.value) if start.read else None
        last = month_read(end.value) if end.read else None
        known = first is not None and last is not None and first <= last
        yield Period(
            document,
            range(first, last + 1) if known and first is not None and last is not None else range(0),
            _of_row(document, "employer", row),
            _headed(_of_row(document, "insurance_type", row)),
            tuple(evidence_of(document, f) for f in dated if f.row == row),
        )


def insurers_by_month(listed: Sequence[SocialInsurance], months: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Who insured the applicant in each of `months` by the declared periods; a period without an end goes on."""
    found = {}
    for month in months:
        mine = [p for p in listed if p.start and month_of(p.start.earliest) <= month <= _last(p)]
        if mine:
            found[month] = tuple(dict.fromkeys(p.employer or "" for p in mine))
    return found


def _of_row(document: Document, name: str, row: int | None) -> Seen:
    """The field of that row, or what stands outside all rows and so speaks for each."""
    own = see(document, name, row) if row is not None else None
    if own is not None and own.state != "absent":
        return own
    outside = [f for f in document.all(name) if f.row is None]
    return see(document, name) if len(outside) == len(document.all(name)) else _only(document, name)


def _headed(kind: Seen) -> Seen:
    """A kind of insurance that the head of a column names is known, unsure as its wording is."""
    told = kind.state == "unsure" and all("column_head" in field.notes for field in kind.fields)
    return replace(kind, state="read") if told else kind


def _only(document: Document, name: str) -> Seen:
    return Seen(document, name, (), "absent")


def employers_by_month(work: Sequence[Work], months: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Who employed the applicant in each of `months` by the declared history; months without employment are left out."""
    found = {}
    for month in months:
        names = [w.employer or "" for w in work if _first(w) <= month <= _last(w)]
        if names:
            found[month] = tuple(dict.fromkeys(names))
    return found


def _first(work: Work) -> int:
    return month_of(work.start.earliest) if work.start else 0


def _last(period: Work | SocialInsurance) -> int:
    return month_of(period.end.latest if period.end else date.max)
