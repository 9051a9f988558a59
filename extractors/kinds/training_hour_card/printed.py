"""When a card was printed or issued."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extractors.kinds.table_person import Candidate
from extractors.kinds.torn_dates import mended_dates
from extractors.kinds.training_hour_card.amounts import Hours
from extractors.layout.flow import Flow, Span
from extractors.layout.lines import Line
from extractors.layout.neighbours import LabelledPage
from extractors.layout.view import PageView
from extractors.values import date_ranges, dates
from models.document import Field

_TIMED = re.compile(r"(?P<day>20\d\d([-./])\d\d\2\d\d)(?=\d\d[:;.]\d\d)")
_BROWSER = re.compile(r"(?P<day>20\d\d([-./])\d{1,2}\2\d{1,2}?)[上下]?午?\d{1,2}:\d\d(?::\d\d)?(?!\d)")
_FOOT = re.compile(r"(?P<day>20\d\d([-./])\d\d\2\d\d)\d\d:\d\d(?::\d\d)?$")
_SPAN = re.compile(r"至|起止|出生|有效|更新")
_NOT_PRINTING = re.compile(r"登录|更新|学习|[至到]|有效|考试|截止")
_BY_PERSON = re.compile(r"(?:本人|个人|申请人|申报人|学员|持卡人|填表人|学习人员)[(:]?(?:签[名字章]|确认)")
_TO_COME = re.compile(r"有效|截止|期限|下次|延至")
_LOWER = 0.8  # of the page, from where on its foot begins
_PRINTED_WITHIN = 3  # years
_CLEAR_UNDER_SEAL = 0.79  # the factor for seals included: the engine itself said 0.93


def _is_stamped(span: Span) -> bool:
    """Whether a date lies under a seal that may have hidden or changed one of its digits."""
    if "under_seal" not in span.notes:
        return False
    return span.confidence < _CLEAR_UNDER_SEAL or re.search(r"(?<!\d)\d$", span.text) is not None


def in_time(days: Iterable[Candidate], fields: Sequence[Field]) -> Iterator[Candidate]:
    """`days` of printing, doubted where they lie before the card's years or long after them."""
    told = [int(f.value) for f in fields if f.name == "year" and f.confidence >= 0.5]
    for day in days:
        far = told and not min(told) <= int(day.value[:4]) <= max(told) + _PRINTED_WITHIN
        yield replace(day, quality=0.5 * day.quality) if far else day


def not_before_courses(days: Iterable[Candidate], pages: Sequence[LabelledPage]) -> Iterator[Candidate]:
    """`days` of printing, doubted where the pages tell of a later day: no card is printed before a course on it ends."""
    told = [
        found.value.iso()
        for page in pages
        for line in page.view.lines
        for found in dates.find_all(line.flow.plain)
        if found.value.precision == "day" and not _TO_COME.search(line.flow.text, max(0, found.start - 10), found.start)
    ]
    for day in days:
        later = any(day.value < other and int(other[:4]) - int(day.value[:4]) <= 1 for other in told)
        yield replace(day, quality=0.45 * day.quality) if later else day


def _in_table(view: PageView, line: Line) -> bool:
    """Whether a line stands in a cell of its own height; a tall one is for opinions and seals."""
    cell = view.cell_of(line.box)
    return cell is not None and cell.height < 3 * line.height


def _by_browser(pages: Sequence[LabelledPage]) -> Iterator[Candidate]:
    """The day with the time that a browser prints at the head of each page."""
    for page in pages:
        for line in page.view.lines[:2]:
            for flow in (line.flow, *line.segments[1:]):
                head = _BROWSER.match(flow.plain)
                day = dates.parse(head["day"]) if head is not None else None
                if head is not None and day is not None:
                    yield Candidate(day.iso(), page.view, flow.span(*head.span("day")), 0.8)
                    return


def _at_foot(view: PageView, segment: Flow) -> Candidate | None:
    """The day and time that end a portal's own line at the foot of its page: `某某网 备案号… 2023-08-22 20:14`."""
    found = _FOOT.search(segment.plain)
    day = dates.parse(found["day"]) if found is not None else None
    if found is None or day is None or _NOT_PRINTING.search(segment.plain) or view.depth(segment.box(0, 1)) < _LOWER:
        return None
    return Candidate(day.iso(), view, segment.span(*found.span("day")), 0.75)


def printed_days(pages: Sequence[LabelledPage], hours: Hours) -> Iterator[Candidate]:
    """Dates at labels of printing and issuing; without them the last full date at the foot of the last page."""
    found, bares = [], []  # 日期 alone may be of anything where another label names the printing
    in_courses = {word for word, _, _ in hours.used}
    for page in pages:
        for value in page.find("printed_on"):
            first = value.flow.parts(value.start, value.end)[0][0]
            if value.way.startswith("below") and id(first.word) in in_courses:
                continue  # the label heads a column of the course table
            spots = [f for f in dates.find_all(value.text) if f.start <= 2 and f.value.precision == "day"]
            ranges = [f for f in date_ranges.find_all(value.text) if f.start <= 2 and f.value.end and f.value.end.month]
            if ranges and not _TIMED.match(value.text):
                continue  # from when to when
            if spots:
                spot = spots[0]
                bare = 0.9 if value.hit.label == "日期" else 1.0
                span = value.span(spot.start, spot.end)
                quality = bare * value.quality * (0.6 if spot.value.doubtful or _is_stamped(span) else 1.0)
                found.append(Candidate(spot.value.iso(), page.view, span, quality))
                bares.append(value.hit.label == "日期")
            elif (timed := _TIMED.match(value.text)) and (day := dates.parse(timed["day"])) is not None:
                found.append(Candidate(day.iso(), page.view, value.span(*timed.span("day")), 0.95 * value.quality))
                bares.append(False)
            else:
                pieces = [f for f in mended_dates(value.text) if f.start <= 2][:1]
                found += [
                    Candidate(t.value.iso(), page.view, value.span(t.start, t.end), 0.4, ("doubtful",)) for t in pieces
                ]
                bares += [False for _ in pieces]
    if found := [c for c, bare in zip(found, bares, strict=True) if not bare] or found or [*_by_browser(pages)]:
        yield from found
        return
    yield from _at_the_end(pages, in_courses)


def _at_the_end(pages: Sequence[LabelledPage], in_courses: set[int]) -> Iterator[Candidate]:
    """The last full date at the foot of the last page."""
    for page in reversed(pages):
        foot = next((m for s in page.view.segments if (m := _at_foot(page.view, s)) is not None), None)
        if foot is not None:
            yield foot
            return
        lines = [line for column in page.view.column_lines for line in column]
        for line in reversed(lines[len(lines) // 3 :]):
            if any(id(ink.word) in in_courses for ink in line.inks) or _in_table(page.view, line):
                continue
            found = _in_line(page.view, line)
            if found is not None:
                yield found
                return


def _in_line(view: PageView, line: Line) -> Candidate | None:
    """The last full date of a line, in one of its pieces or over several, where little else is said."""
    for flow in (*reversed(line.segments), line.flow):
        spots = [f for f in dates.find_all(flow.plain) if f.value.precision == "day"]
        if spots and len(flow.text) - (spots[-1].end - spots[-1].start) <= 24 and not _SPAN.search(flow.text):
            spot = spots[-1]
            span = flow.span(spot.start, spot.end)
            candidate = Candidate(spot.value.iso(), view, span, 0.8)
            doubted = spot.value.doubtful or _is_stamped(span) or _BY_PERSON.search(line.text)
            return replace(candidate, quality=0.45) if doubted else candidate
    for torn in mended_dates(line.flow.plain):
        span = line.flow.span(torn.start, torn.end)
        return Candidate(torn.value.iso(), view, span, 0.4, ("doubtful",))
    return None
