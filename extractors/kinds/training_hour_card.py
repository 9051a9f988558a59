"""The yearly card of continuing-education hours (年度学时登记卡), and the certificates that stand for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.kinds.kind import KindScore
from extractors.kinds.table_person import Candidate, chosen, read_employers, read_id_numbers, read_names
from extractors.kinds.training_hour_card_amounts import Claim, Entry, Hours
from extractors.kinds.training_hour_card_claims import read_hours
from extractors.kinds.training_hour_card_person import free_employers, free_names
from extractors.kinds.training_hour_card_sums import settle
from extractors.kinds.training_hour_card_tiles import read_boxes, read_tiles
from extractors.kinds.training_hour_card_words import year_in
from extractors.kinds.wording import load_wording, score_wording
from extractors.layout.flow import Flow, Span
from extractors.layout.neighbours import LabelledPage
from extractors.layout.view import PageView
from extractors.values import dates, years
from extractors.values.hours import plain
from models.document import Field, Kind

_TITLE = re.compile(r"学时|学分|继续教育|登记[卡表]|证明")
_NOT_THE_YEAR = re.compile(r"结转|上一?年|起至|打印|有效期|文件|号|通知")
_TIMED = re.compile(r"(?P<day>20\d\d([-./])\d\d\2\d\d)(?=\d\d:\d\d)")
_WHOLE_YEAR = re.compile(
    r"(?P<year>20\d\d)[年.\-/]0?1[月.\-/](?:0?1日?)?(?:起?[至到\-—~]+)(?:同年|当年|(?P=year)[年.\-/])?12[月.\-/](?:31日?|底)?"
)
_SPAN = re.compile(r"至|起止|出生|有效")
_SENTENCE = re.compile(r"[。;]|备注|说明|注:")
_HEADED = 0.92
_CLEAR_UNDER_SEAL = 0.79  # the factor for seals included: the engine itself said 0.93
_FIELDS = (("total", "total_hours"), ("specialized", "specialized_hours"), ("public", "public_hours"))


@dataclass(frozen=True, slots=True)
class YearMark:
    """A year that the card may be about, with the place it stands at; several `years` for a range, `told` for that of an amount."""

    years: tuple[int, ...]
    page: int
    top: float
    candidate: Candidate
    told: bool = False


@dataclass(frozen=True, slots=True)
class TrainingHourCard:
    """Reads hours by subject from tables, strips and sentences; a sheet of several years has one `row` a year."""

    id: Kind = "training_hour_card"

    def score(self, view: PageView) -> KindScore:
        return score_wording(view, load_wording(self.id))

    def extract(self, pages: Sequence[PageView]) -> list[Field]:
        vocabulary = load_wording(self.id).vocabulary
        labelled = [LabelledPage(view, vocabulary) for view in pages]
        hours = read_hours(pages)
        _add_tiles(pages, hours)
        return [
            *chosen("name", [*read_names(labelled), *free_names(labelled)]),
            *chosen("id_number", read_id_numbers(labelled)),
            *chosen("employer", [*read_employers(labelled)] or free_employers(labelled)),
            *_hour_fields(labelled, hours),
            *chosen("printed_on", _printed(labelled, hours)),
        ]


def _add_tiles(pages: Sequence[PageView], hours: Hours) -> None:
    """What tiles and boxes say of subjects; beside sums that were read elsewhere only large digits count."""
    known = {claim.subject for claim in hours.claims}
    for view in pages:
        large = list(read_tiles(view, hours, large=True))
        small = [] if hours.entries else read_tiles(view, hours, large=False)
        hours.claims.extend([*large, *(c for c in small if c.subject not in known and c not in large)])
        hours.claims.extend(c for c in read_boxes(view) if c.subject not in known)


def _hour_fields(pages: Sequence[LabelledPage], hours: Hours) -> Iterator[Field]:
    marks = sorted(_year_marks(pages, hours), key=lambda m: (m.page, m.top))
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


def _year_marks(pages: Sequence[LabelledPage], hours: Hours) -> Iterator[YearMark]:
    in_courses = {word for word, _, _ in hours.used}
    stated: list[Claim | Entry] = [*hours.claims, *hours.entries]
    for page in pages:
        number = page.view.page.number
        for value in page.find("year"):
            found = re.match(r"\(?([〇零○一二三四五六七八九0-9\-~至到年度、,]{4,})", value.text)
            named = years.parse(found.group(1)) if found else None
            if found and named:
                span = value.span(*found.span(1))
                candidate = Candidate(
                    str(named[0]), page.view, span, value.quality * (1.0 if value.way != "below" else 0.8)
                )
                yield YearMark(named, number, span.box.cy, candidate)
        for claim in stated:
            if claim.year is not None and claim.view is page.view:
                yield from _row_mark(page.view, claim)
        for column in page.view.column_lines:
            for line in column:
                yield from _line_marks(page.view, line.flow, in_courses)


def _row_mark(view: PageView, claim: Claim | Entry) -> Iterator[YearMark]:
    """The place of a table row's own year: the nearest text that says it on the amount's line or above it."""
    wanted = str(claim.year)
    spots = []
    for line in view.lines:
        at = line.flow.text.find(wanted)
        if at >= 0 or (year_in(line.text) == claim.year and (at := 0) == 0):
            end = at + (4 if line.flow.text[at : at + 4] == wanted else len(line.text))
            spots.append((abs(line.box.cy - claim.span.box.cy), line.flow.span(at, end)))
    if spots:
        span = min(spots, key=lambda s: s[0])[1]
        yield YearMark((int(wanted),), view.page.number, span.box.cy, Candidate(wanted, view, span, 0.97), told=True)


def _line_marks(view: PageView, flow: Flow, in_courses: set[int]) -> Iterator[YearMark]:
    """Years in headings (`2021年度`, `二〇二一年`), ranges (`2021-2023年度`) and sentences."""
    text = flow.text
    title = _TITLE.search(text) is not None and len(text) <= 45 and not _SENTENCE.search(text)
    for found in years.find_all(text):
        start, end, named = found.start, found.end, found.value
        if id(flow.parts(start, end)[0][0].word) in in_courses:
            continue
        around = text[max(0, start - 6) : end + 3]
        if re.match(r"[〇一二三四五六七八九十]{1,2}月", text[end:]) or _NOT_THE_YEAR.search(around):
            continue
        yearly = "年度" in text[start:end] or text[end : end + 1] == "度"
        alone = len(text) - (end - start) <= 2
        quality = 0.97 if title and yearly else 0.92 if yearly and alone else 0.9 if title else 0.85 if yearly else 0.6
        digits = re.match(r"[〇零○oOD一二三四五六七八九0-9]{4}", text[start:end])
        stop = start + 4 if digits and len(named) == 1 else end
        span = flow.span(start, stop)
        yield YearMark(named, view.page.number, span.box.cy, Candidate(str(named[0]), view, span, quality))
    if (period := _WHOLE_YEAR.search(text)) is not None:
        span = flow.span(*period.span("year"))
        candidate = Candidate(period["year"], view, span, 0.8)
        yield YearMark((int(period["year"]),), view.page.number, span.box.cy, candidate)
    bare = re.search(r"(?<![A-Z〔号字])\((20\d\d)\)$", text) if title else None
    if bare:
        span = flow.span(*bare.span(1))
        yield YearMark((int(bare[1]),), view.page.number, span.box.cy, Candidate(bare[1], view, span, 0.92))


def _is_stamped(span: Span) -> bool:
    """Whether a date lies under a seal that may have hidden or changed one of its digits."""
    if "under_seal" not in span.notes:
        return False
    return span.confidence < _CLEAR_UNDER_SEAL or re.search(r"(?<!\d)\d$", span.text) is not None


def _printed(pages: Sequence[LabelledPage], hours: Hours) -> Iterator[Candidate]:
    """Dates at labels of printing and issuing; without them the last full date at the foot of the last page."""
    found = []
    for page in pages:
        for value in page.find("printed_on"):
            spots = [f for f in dates.find_all(value.text) if f.start <= 2 and f.value.precision == "day"]
            if spots:
                spot = spots[0]
                first = 1.0 if value.hit.label != "日期" else 0.9
                span = value.span(spot.start, spot.end)
                quality = first * value.quality * (0.6 if spot.value.doubtful or _is_stamped(span) else 1.0)
                found.append(Candidate(spot.value.iso(), page.view, span, quality))
            elif (timed := _TIMED.match(value.text)) and (day := dates.parse(timed["day"])) is not None:
                found.append(Candidate(day.iso(), page.view, value.span(*timed.span("day")), 0.95 * value.quality))
    if found:
        yield from found
        return
    in_courses = {word for word, _, _ in hours.used}
    for page in reversed(pages):
        lines = [line for column in page.view.column_lines for line in column]
        for line in reversed(lines[len(lines) // 3 :]):
            spots = [f for f in dates.find_all(line.flow.plain) if f.value.precision == "day"]
            if any(id(ink.word) in in_courses for ink in line.inks) or page.view.cell_of(line.box) is not None:
                continue
            if spots and len(line.text) - (spots[-1].end - spots[-1].start) <= 24 and not _SPAN.search(line.text):
                spot = spots[-1]
                span = line.flow.span(spot.start, spot.end)
                candidate = Candidate(spot.value.iso(), page.view, span, 0.8)
                yield replace(candidate, quality=0.45) if spot.value.doubtful or _is_stamped(span) else candidate
                return
