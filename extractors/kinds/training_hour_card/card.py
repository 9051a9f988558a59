"""The yearly card of continuing-education hours (年度学时登记卡), and the certificates that stand for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.kinds.kind import KindScore
from extractors.kinds.table_person import Candidate, chosen, read_employers, read_id_numbers, read_names
from extractors.kinds.training_hour_card.amounts import Claim, Entry, Hours
from extractors.kinds.training_hour_card.claims import read_hours
from extractors.kinds.training_hour_card.due import without_dues
from extractors.kinds.training_hour_card.person import (
    addressed_employers,
    free_employers,
    free_names,
    signing_employers,
)
from extractors.kinds.training_hour_card.printed import in_time, not_before_courses, printed_days
from extractors.kinds.training_hour_card.roster import listed_persons
from extractors.kinds.training_hour_card.sums import settle
from extractors.kinds.training_hour_card.tiles import read_tiles
from extractors.kinds.training_hour_card.torn_units import without_torn_units
from extractors.kinds.training_hour_card.units import far_units, yearly_units
from extractors.kinds.training_hour_card.years import YearMark, by_columns, year_marks
from extractors.kinds.wording import load_wording, score_wording
from extractors.layout.neighbours import LabelledPage
from extractors.layout.view import PageView
from extractors.values.hours import plain
from models.document import Field, Kind
from models.page import Word

_HEADED = 0.92
_IN_A_REMARK = re.compile(r"[0-9]个?(?:学时|学分|课时)")
_LEADERS = re.compile(
    r"_+|[.·•‥…⋯・。]{4,}|[…⋯]{2,}|(?<=\s)[.·…⋯]{2,}|[.·…⋯]{2,}$|^[.·…⋯]{2,}|[☑☐□✓](?=\s*(?:学时|学分|课时))"
)
_FIELDS = (("total", "total_hours"), ("specialized", "specialized_hours"), ("public", "public_hours"))


@dataclass(frozen=True, slots=True)
class TrainingHourCard:
    """Reads hours by subject from tables, strips and sentences; a sheet of several years has one `row` a year."""

    id: Kind = "training_hour_card"

    def score(self, view: PageView) -> KindScore:
        return score_wording(view, load_wording(self.id))

    def extract(self, pages: Sequence[PageView]) -> list[Field]:
        vocabulary = load_wording(self.id).vocabulary
        pages = [without_dues(without_torn_units(without_underlines(view))) for view in pages]
        labelled = [LabelledPage(view, vocabulary) for view in pages]
        hours = read_hours(pages)
        _add_tiles(pages, hours)
        hours.claims = by_columns(pages, hours.claims)
        if people := listed_persons(pages):
            return [*people, *_of_all(labelled, hours, {field.name for field in people})]
        named = chosen("name", [*read_names(labelled), *free_names(labelled)])
        years_and_hours = [*_hour_fields(labelled, hours)]
        return [
            *named,
            *chosen("id_number", read_id_numbers(labelled)),
            *_units(labelled, hours, years_and_hours, sure=bool(named)),
            *years_and_hours,
            *chosen(
                "printed_on", in_time(not_before_courses(printed_days(labelled, hours), labelled), years_and_hours)
            ),
        ]


def without_underlines(view: PageView) -> PageView:
    """`view` without the lines that values stand on, read as `_` or a box, and rows of points that lead to an amount."""
    words = [bare for word in view.page.words if (bare := _bare(word)).text.strip()]
    return view if words == list(view.page.words) else PageView(replace(view.page, words=tuple(words)), view.region)


def _bare(word: Word) -> Word:
    if not _LEADERS.search(word.text):
        return word
    led = {i for found in _LEADERS.finditer(word.text) for i in range(*found.span())}
    kept = [i for i in range(len(word.text)) if i not in led]
    edges = (*(word.edges[i] for i in kept), word.edges[-1]) if len(word.edges) == len(word.text) + 1 else ()
    return replace(word, text="".join(word.text[i] for i in kept), edges=edges)


def _employers(pages: Sequence[LabelledPage]) -> list[Candidate]:
    found = [*read_employers(pages), *addressed_employers(pages)]
    return [c for c in found if not _IN_A_REMARK.search(c.value)]


def _units(pages: Sequence[LabelledPage], hours: Hours, told: Sequence[Field], sure: bool) -> Iterator[Field]:
    """The employer, in each year's row where a table has a column of them."""
    years = [int(f.value) for f in told if f.name == "year" and f.row is not None]
    if yearly := yearly_units(pages, [*year_marks(pages, hours)], years):
        for row, unit in enumerate(yearly):
            yield from chosen("employer", [unit], row)
        return
    said = _employers(pages) or [*far_units(pages)] or [*signing_employers(pages)]
    yield from chosen("employer", said or free_employers(pages, sure=sure))


def _of_all(pages: Sequence[LabelledPage], hours: Hours, told: set[str]) -> Iterator[Field]:
    """What a list says outside its rows: the year, the unit where no column does, the day of printing."""
    marks = (m for m in year_marks(pages, hours) if len(m.years) == 1 and not m.told)
    yield from chosen("year", (m.candidate for m in marks))
    if "employer" not in told:
        yield from chosen("employer", read_employers(pages))
    yield from chosen("printed_on", printed_days(pages, hours))


def _add_tiles(pages: Sequence[PageView], hours: Hours) -> None:
    """What tiles and boxes say of subjects; beside sums that were read elsewhere only large digits count."""
    known = {claim.subject for claim in hours.claims}
    for view in pages:
        large = list(read_tiles(view, hours, large=True))
        small = [] if hours.entries else read_tiles(view, hours, large=False)
        hours.claims.extend([*large, *(c for c in small if c.subject not in known and c not in large)])


def _hour_fields(pages: Sequence[LabelledPage], hours: Hours) -> Iterator[Field]:
    marks = sorted(year_marks(pages, hours), key=lambda m: (m.page, m.top))
    groups = _by_year(hours, marks)
    headed = {m.years[0] for m in marks if len(m.years) == 1 and m.candidate.quality >= _HEADED and not m.told}
    if len(headed) == 1:  # sentences may also speak of another year
        groups = {y: g for y, g in groups.items() if y is None or y in headed or g[1] or not all(c.told for c in g[0])}
    stated = sorted(year for year in groups if year is not None)
    if len(stated) > 1:
        for row, year in enumerate(stated):
            yield from _one_year(*groups[year], marks, year, row)
        return
    ranges = [m for m in marks if len(m.years) > 1]
    claims, entries = groups.get(stated[0], ([], [])) if stated else groups.get(None, ([], []))
    if stated and None in groups:
        claims, entries = [*claims, *groups[None][0]], [*entries, *groups[None][1]]
    if ranges and not stated:
        best = max(ranges, key=lambda m: m.candidate.weight)
        for row, year in enumerate(best.years):
            yield best.candidate.view.field("year", str(year), best.candidate.span, best.candidate.quality, row)
        yield from _amounts(claims, entries, None)
        return
    yield from _one_year(claims, entries, marks, stated[0] if stated else None, None)
    if not marks and len(hours.course_years) == 1 and entries:
        (year,) = hours.course_years
        entry = entries[0]
        yield entry.view.field("year", str(year), entry.span, 0.4, None, ("from_courses",))


def _one_year(
    claims: Sequence[Claim], entries: Sequence[Entry], marks: Sequence[YearMark], year: int | None, row: int | None
) -> Iterator[Field]:
    single = [m for m in marks if len(m.years) == 1 and (year is None or m.years[0] == year)]
    yield from chosen("year", (m.candidate for m in single), row)
    yield from _amounts(claims, entries, row)


def _amounts(claims: Sequence[Claim], entries: Sequence[Entry], row: int | None) -> Iterator[Field]:
    found = settle(claims, entries)
    for subject, name in _FIELDS:
        if (amount := found.get(subject)) is not None:
            yield amount.view.field(name, plain(amount.value), amount.span, amount.factor, row, amount.notes)


def _by_year(hours: Hours, marks: Sequence[YearMark]) -> dict[int | None, tuple[list[Claim], list[Entry]]]:
    """Claims and rows by their year: their own, else that of the section heading above them where sections differ."""
    heads = [m for m in marks if len(m.years) == 1 and m.candidate.quality >= 0.9]
    sections = heads if len({m.years for m in heads}) > 1 else []
    groups: dict[int | None, tuple[list[Claim], list[Entry]]] = {}

    def year_of(item: Claim | Entry) -> int | None:
        place = (item.view.page.number, item.span.box.cy)
        above = [m for m in sections if (m.page, m.top) <= place]
        return above[-1].years[0] if above else None

    own = ({c.year for c in hours.claims} | {e.year for e in hours.entries}) - {None}
    for claim in hours.claims:
        year = claim.year or (None if own else year_of(claim))
        groups.setdefault(year, ([], []))[0].append(claim)
    for entry in hours.entries:
        year = entry.year or (None if own else year_of(entry))
        groups.setdefault(year, ([], []))[1].append(entry)
    return groups
