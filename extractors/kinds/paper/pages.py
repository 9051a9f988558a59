"""What a paper's pages say once more: journal, issue and numbers page by page, title and authors in the contents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapidfuzz.fuzz import partial_ratio

from extractors.kinds.candidates import Candidate, choose
from extractors.kinds.paper.parts import PartFound
from extractors.layout.flow import Flow, Span
from extractors.layout.lines import Line
from extractors.layout.view import PageView
from models.document import Field

_SURE = 0.5
_LESS = 0.49  # a year beside the month that another page gives is no second answer
_LIKE = 90
_AGREED = 0.85
_ENTRY = 2.6  # rows from a title to where its authors stand at most
_OF_ISSUE = re.compile(r"[\d年月第期卷总()·|./\-]*")
_BETWEEN = re.compile(r"[,、;·.:/|\d*]*")


def repeated(fields: Sequence[Field], by_page: Sequence[Sequence[Candidate]]) -> Iterator[Field]:
    """The values of `fields` on the other pages that say the same, so that each place can be looked at."""
    chosen = {field.name: field for field in fields}
    for found in by_page:
        for again in choose(found):
            first = chosen.get(again.name)
            if first is None or again.page == first.page or {*first.notes} - {"issue_month"}:
                continue
            if again.value == first.value:
                yield again
            elif again.name == "date" and _same_day(again.value, first.value):
                yield replace(again, confidence=min(again.confidence, _LESS))


def _same_day(one: str, other: str) -> bool:
    """Whether one date is the other with less said."""
    return one.startswith(other) or other.startswith(one)


def named_again(parts: Sequence[tuple[PageView, PartFound | None]], fields: Sequence[Field]) -> list[Field]:
    """`fields` with what other pages say once more: the journal, and title and authors where the contents list them.

    Authors that the contents list as the paper itself has them are sure, however unclear one of the two was printed.
    """
    sure = {field.name: field for field in reversed(fields) if field.confidence >= _SURE}
    authors = next((field for field in fields if field.name == "authors"), None)
    again: list[Field] = []
    for view, part in parts:
        if part is not None and part.part == "contents" and "title" in sure:
            again += _in_contents(view, sure["title"].value, authors.value if authors is not None else None)
        if journal := sure.get("journal"):
            again += _journal_again(view, journal.value, fields)
    confirmed = authors is not None and any(field.name == "authors" for field in again)
    told = [_agreed(field) if field is authors and confirmed else field for field in fields]
    return [*told, *again]


def _agreed(field: Field) -> Field:
    notes = tuple(note for note in field.notes if note not in ("unclear", "doubtful"))
    return replace(field, confidence=max(field.confidence, _AGREED), notes=notes)


def _journal_again(view: PageView, name: str, fields: Sequence[Field]) -> Iterator[Field]:
    """Every other place of the page where a segment is `name`, perhaps in title marks or with the issue behind it."""
    number = view.page.number
    shown = [field.box for field in fields if field.name == "journal" and field.page == number and field.box]
    spans = []
    for segment in view.segments:
        at = segment.plain.find(name)
        quoted = f"《{name}》" in segment.plain
        beside = _OF_ISSUE.fullmatch(segment.text.replace(segment.text[at : at + len(name)], "", 1)) is not None
        if at >= 0 and (quoted or beside or (at <= 1 and len(segment.plain) <= len(name) + 16)):
            spans.append(segment.span(at, at + len(name)))
    at = view.flow.plain.find(f"《{name}》")
    if not spans and at >= 0:
        spans.append(view.flow.span(at + 1, at + 1 + len(name)))
    for span in spans:
        field = view.field("journal", name, span, 0.85)
        if not any(field.box and field.box.covered_by(box.grown(2)) > _SURE for box in shown):
            yield field


def _in_contents(view: PageView, title: str, authors: str | None) -> Iterator[Field]:
    rows = [line for column in view.column_lines for line in column]
    listed = authors.split(";") if authors is not None else []
    for at, line in enumerate(rows):
        if len(line.text) < len(title) - 2 or partial_ratio(title, line.flow.plain) < _LIKE:
            continue
        begin = line.flow.plain.find(title)
        if begin >= 0:
            span = line.flow.span(begin, begin + len(title))
            yield replace(view.field("title", title, span, 0.9), notes=("contents",))
        end = begin + len(title) if begin >= 0 else 0
        where = _authors_near(rows, at, end, listed) or _authors_beside(view, line, listed)
        if authors is not None and where is not None:
            yield replace(view.field("authors", authors, where, 0.85), notes=("contents",))
        return


def _authors_near(rows: Sequence[Line], at: int, end: int, names: Sequence[str]) -> Span | None:
    """Where the paper's authors stand with its title: behind it on its row, else on the next row."""
    rest = rows[at].flow
    after = [rows[at + 1].flow] if at + 1 < len(rows) else []
    for flow, start in ((rest, end), *((f, 0) for f in after)):
        place = _named_in(flow, start, names)
        if place is not None:
            return flow.span(*place)
    return None


def _authors_beside(view: PageView, line: Line, names: Sequence[str]) -> Span | None:
    """Authors in a column of their own: on the title's row, or below it and nearer to it than to the next title."""
    for row in view.lines:
        below = (row.box.cy - line.box.cy) / max(line.box.height, 1.0)
        place = _named_in(row.flow, 0, names) if -0.6 < below < _ENTRY else None
        if place is not None:
            return row.flow.span(*place)
    return None


def _named_in(flow: Flow, start: int, names: Sequence[str]) -> tuple[int, int] | None:
    text = flow.plain[start:]
    if not names:
        return None
    places = [text.find(name) for name in names]
    if any(place < 0 for place in places) or places != sorted(places):
        return None
    first, last = start + places[0], start + places[-1] + len(names[-1])
    between = flow.plain[first:last]
    for name in names:
        between = between.replace(name, "", 1)
    return (first, last) if _BETWEEN.fullmatch(between) else None
