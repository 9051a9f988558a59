"""Yearly documents by the year they speak of: training-hour cards and appraisal tables, merged ones row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from models.document import Document, Field
from verifier.facts.seen import Seen, is_firm, is_read, judged, see


@dataclass(frozen=True, slots=True)
class YearPart:
    """What `document` says of one year. `year` is None where the document's year could not be read.

    `alone` says that the document speaks of this year only; `continued` are the sheets of it that lie in other files.
    `owned` says that it names the applicant; where it may be somebody else's, nothing may fail by it. `disputed` says that
    it rather names somebody else: then nothing may pass by it either.
    """

    document: Document
    year: int | None
    year_fields: tuple[Field, ...]
    alone: bool
    continued: tuple[Document, ...] = ()
    owned: bool = True
    disputed: bool = False

    def see(self, name: str) -> Seen:
        """Field `name` of this year: in a merged document that of the year's row, or else what stands outside all rows."""
        rows = {f.row for f in self.year_fields if f.row is not None}
        for document in (self.document, *self.continued):
            found = document.all(name)
            if not self.alone:
                mine = tuple(f for f in found if f.row is not None and f.row in rows)
                found = mine or tuple(f for f in found if f.row is None)
            if found:
                return judged(document, name, found)
        return judged(self.document, name, ())

    @property
    def sheets(self) -> tuple[Document, ...]:
        return (self.document, *self.continued)


Part = TypeVar("Part", bound=YearPart)
Owner = Callable[[Document], tuple[bool, bool]]
"""Whether a document is `owned` and whether it is `disputed`."""


def of_year(parts: Iterable[Part], year: int) -> list[Part]:
    """Those of `parts` that speak of `year`; what rather names somebody else counts only where there is nothing else."""
    found = [part for part in parts if part.year == year]
    return [part for part in found if not part.disputed] or found


def names_on(parts: Iterable[YearPart]) -> str:
    """The names read on `parts`, for a message."""
    return "、".join(dict.fromkeys(value for part in parts for value in see(part.document, "name").values))


def strays(parts: Sequence[Part], years: Collection[int]) -> list[Part]:
    """Those of `parts` that may be of any year, so that no year may be said to lack one: the year was not read; or not
    firmly, and it is none of `years`, one that another part has too, or one of them while another lacks its part."""
    told = Counter(part.year for part in parts)
    lacking = any(year not in told for year in years)
    return [
        part
        for part in parts
        if part.year is None
        or (
            not any(is_firm(f) for f in part.year_fields) and (lacking or part.year not in years or told[part.year] > 1)
        )
    ]


class Card(YearPart):
    """One year of a training-hour card."""

    __slots__ = ()


class Table(YearPart):
    """One year of an annual appraisal table."""

    __slots__ = ()


def cards_in(documents: Iterable[Document], owner: Owner) -> tuple[Card, ...]:
    """Each year of each of `documents`, hour cards, with whether it is surely the applicant's."""
    return tuple(Card(d, *part, (), *owner(d)) for d in documents for part in _years(d))


def tables_in(documents: Iterable[Document], owner: Owner) -> tuple[Table, ...]:
    """The tables of `documents`, in the files' order; a sheet that only goes on with the one before it belongs to that."""
    whole: list[tuple[Document, list[Document]]] = []
    for document in documents:
        if whole and continues(document, whole[-1][0]):
            whole[-1][1].append(document)
        else:
            whole.append((document, []))
    return tuple(Table(d, *part, tuple(more), *owner(d)) for d, more in whole for part in _years(d))


def continues(document: Document, before: Document) -> bool:
    """Whether `document` is a further sheet of `before`, in another file: without a head of its own, with what that lacks."""
    own_head = any(document.all(name) for name in ("year", "name"))
    lacked = not before.all("result") and bool(before.all("year"))
    return document.file != before.file and not own_head and lacked and bool(document.all("result"))


def years_read(document: Document) -> dict[int, tuple[Field, ...]]:
    """The years that `document` was read to speak of, with their fields."""
    found: dict[int, tuple[Field, ...]] = {}
    for field in document.all("year"):
        if is_read(field) and field.value.isdecimal():
            found[int(field.value)] = (*found.get(int(field.value), ()), field)
    return dict(sorted(found.items()))


def firm_years(document: Document) -> tuple[int, ...]:
    """The years of `document` that were read beyond doubt."""
    return tuple(y for y, fields in years_read(document).items() if any(is_firm(f) for f in fields))


def is_merged(document: Document) -> bool:
    """Whether `document` speaks, or seems to speak, of several years."""
    unsure = {f.value for f in document.all("year")}
    return len(unsure) > 1 or "several_years" in document.remarks


def _years(document: Document) -> Iterator[tuple[int | None, tuple[Field, ...], bool]]:
    years = years_read(document)
    if not years:
        yield None, document.all("year"), not is_merged(document)
    for year, fields in years.items():
        yield year, fields, not is_merged(document)
