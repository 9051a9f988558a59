"""Periods of insurance a line each without a header over them: `2018.07—2020.12  某某公司  企业职工基本养老保险`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.kinds.social_insurance_record.columns import kind_at_end
from extractors.kinds.social_insurance_record.months import AGENCY
from extractors.kinds.social_insurance_record.pieces import UNSURE, Period, Piece
from extractors.layout.flow import Flow, Span
from extractors.layout.view import PageView
from extractors.values import date_ranges, organisations
from extractors.values.date_ranges import DateRange

_SIGNS = r"[\s,;:。、()|·●○◆■▪]*"
_BEFORE = re.compile(
    rf"{_SIGNS}(?:(?:第?\d{{1,2}}[.、)]|在|由|(?:现|参保|缴费|用人|工作|所在){{0,2}}(?:单位|企业|公司)(?:名称)?:){_SIGNS})?"
)
_BEHIND = re.compile(
    rf"{_SIGNS}(?:(?:共?计?\d{{1,3}}个?月|正常(?:参保|缴费)?|已?缴费|在保|参保(?:缴费)?|暂停(?:参保)?|终止|中断){_SIGNS})*$"
)
_QUALITY = 0.85


def headless_rows(view: PageView) -> Iterator[Period]:
    """The periods of lines that hold one, an employer, and hardly anything else."""
    for line in view.lines:
        times: list[tuple[DateRange, Span]] = []
        others: dict[str, Piece] = {}
        for segment in line.segments:
            at = 0
            for hit in date_ranges.find_all(segment.plain):
                times.append((hit.value, segment.span(hit.start, hit.end)))
                others |= _said(segment, at, hit.start)
                at = hit.end
            others |= _said(segment, at, len(segment.text))
        if "employer" in others and len(times) == 1 and times[0][0].start.month is not None:
            yield _period(view, *times[0], others)


def _period(view: PageView, value: DateRange, span: Span, others: dict[str, Piece]) -> Period:
    begin, end = value.start, value.end
    if end is None or end.month is None:
        note = "end_unread" if end else "open_end"
        return Period(view, Piece(begin.iso()[:7], span, UNSURE if begin.doubtful else _QUALITY, (note,)), None, others)
    first, last = (Piece(d.iso()[:7], span, UNSURE if d.doubtful else _QUALITY) for d in (begin, end))
    return Period(view, first, last, others)


def _said(segment: Flow, start: int, end: int) -> dict[str, Piece]:
    """What a stretch of a line names: an employer, a kind of insurance, or both, one behind the other."""
    text = segment.text[start:end]
    lead = len(_BEFORE.match(text).group())  # type: ignore[union-attr]
    text = _BEHIND.sub("", text[lead:])
    found: dict[str, Piece] = {}
    kind = kind_at_end(text)
    if kind is not None:
        at = start + lead + len(text) - len(kind)
        found["insurance_type"] = Piece(kind, segment.span(at, at + len(kind)), _QUALITY)
        text = _BEHIND.sub("", text[: len(text) - len(kind)])
    body = organisations.parse(segment.plain[start + lead : start + lead + len(text)]) if len(text) > 3 else None
    if body is not None and not AGENCY.search(body.name):
        found["employer"] = Piece(body.name, segment.span(start + lead, start + lead + len(text)), _QUALITY)
    return found
