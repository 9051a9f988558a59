"""Months of insurance that stand in no table with a header: at the heads of cards, or side by side as a calendar of months."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.kinds.social_insurance_record.pieces import UNSURE, Period, Piece, doubted, is_nothing, says_unpaid
from extractors.layout.flow import Span
from extractors.layout.lines import Line
from extractors.layout.view import PageView
from extractors.values import dates, organisations

_MONTH_ALONE = re.compile(r"(?:19|20)\d\d(?:[-./]?(?:0[1-9]|1[0-2])|年\d{1,2}月)")
_IN_CALENDAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?:[-./]?(?:0[1-9]|1[0-2])(?!\d)|年\d{1,2}月(?!\d*日))")
AGENCY = re.compile(
    r"(?:社会保[险障]|社保|税务|人力资源|人社|劳动).{0,12}(?:局|中心|所|处|厅|机构|委员会|大厅|窗口|服务站|分中心|科|办公室)"
    r"(?:.{0,6}(?:办事处|分局|分中心|窗口))?$"
)
_PAID = re.compile(r"[(,|·]?(?:已?缴费|已?缴纳|已?到账|已?实缴|正常|参保缴费)(?:成功|缴费)?[)。.,]*$")
_CARDS = 3
_IN_A_ROW, _OF_CALENDAR = 3, 6  # months in one row, and on the page, that make a calendar


def month_cards(view: PageView) -> Iterator[Period]:
    """Months that stand one under another at the head of cards, each with its employer below, as apps show them."""
    heads = [s for s in view.segments if _MONTH_ALONE.fullmatch(s.text)]
    left = min((s.span(0, len(s.text)).box.x0 for s in heads), default=0.0)
    places = [s.span(0, len(s.text)) for s in heads]
    spans = sorted((s for s in places if s.box.x0 - left < 1.5 * view.glyph), key=lambda s: s.box.cy)
    paired = [s for s in spans if any(_on_one_row(s, other) for other in places if other is not s)]
    if len(spans) < _CARDS or len(paired) > 0.5 * len(spans):  # two on a row are the ends of a period
        return
    for at, span in enumerate(spans):
        date = dates.parse(span.text)
        end = spans[at + 1].box.cy if at + 1 < len(spans) else span.box.cy + 12.0 * view.glyph
        if date is None or date.month is None:
            continue
        within = [line for line in view.lines if span.box.y0 < line.box.cy < end]
        month = Piece(date.iso()[:7], span, UNSURE if date.doubtful else 0.85)
        period = Period(view, month, month, _employer(within))
        unpaid = any(says_unpaid(segment.text) for line in within for segment in line.segments)
        yield doubted(period, "unpaid") if unpaid else period


def _employer(lines: list[Line]) -> dict[str, Piece]:
    for flow in (flow for line in lines for flow in (line.flow, *line.segments)):
        end = len(_PAID.sub("", flow.text))
        body = organisations.parse(flow.plain[:end]) if end else None
        if body is not None and end <= len(body.name) + 6 and not AGENCY.search(body.name):
            return {"employer": Piece(body.name, flow.span(0, end), 0.8)}
    return {}


def _on_one_row(one: Span, other: Span) -> bool:
    return abs(one.box.cy - other.box.cy) < 0.5 * min(one.box.height, other.box.height)


def calendar(view: PageView) -> Iterator[Period]:
    """Months side by side in several rows, what was paid beside or under each: a row without a word of it is unsure."""
    rows = [(at, found) for at, line in enumerate(view.lines) if (found := _months_in(line))]
    if sum(len(found) for _, found in rows) < _OF_CALENDAR:
        return
    told = [(span, _said(view, at, found, number)) for at, found in rows for number, span in enumerate(found)]
    silent = all(said is None for _, said in told)
    for span, said in told:
        date = dates.parse(span.text)
        if date is None or date.month is None:
            continue
        month = Piece(date.iso()[:7], span, UNSURE if date.doubtful else 0.7 if silent else 0.85)
        period = Period(view, month, month)
        unpaid = not silent and is_nothing(said or "")
        yield doubted(period, "unpaid") if unpaid else period


def _months_in(line: Line) -> list[Span]:
    """The months of a row that holds hardly anything else."""
    found = list(_IN_CALENDAR.finditer(line.text))
    rest = re.sub(r"已?缴费?|已?到账|正常|未|欠|√|✓|[-—\d.,:/]", "", _IN_CALENDAR.sub("", line.text))
    return [line.flow.span(*m.span()) for m in found] if len(found) >= _IN_A_ROW and len(rest) <= 4 else []


def _said(view: PageView, at: int, months: list[Span], number: int) -> str | None:
    """What the row says behind the month, or the next row under it; None where nothing stands."""
    box = months[number].box
    end = months[number + 1].box.x0 if number + 1 < len(months) else float("inf")
    behind = [i.text for i in view.lines[at].inks if box.x1 - 2.0 < i.box.x0 and i.box.x1 < end + 2.0]
    if behind:
        return "".join(behind)
    under = view.lines[at + 1] if at + 1 < len(view.lines) else None
    if under is None or _months_in(under) or under.box.y0 - box.y1 > 3.0 * view.glyph:
        return None
    return "".join(i.text for i in under.inks if i.box.x0 < box.x1 and i.box.x1 > box.x0) or None
