"""Periods of insurance that stand in no table: at labels, in cards one under another, in sentences; employers by code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extractors.kinds.candidates import Candidate
from extractors.kinds.social_insurance_record.months import AGENCY
from extractors.kinds.social_insurance_record.pieces import Period, Piece, doubted
from extractors.layout.neighbours import LabelledPage, Value
from extractors.layout.view import PageView
from extractors.text import HAN
from extractors.values import date_ranges, dates, organisations
from extractors.values.date_ranges import DateRange
from models.geometry import Box

_BODY = (
    rf"(?:(?![在由])[{HAN}()]){{2,32}}?(?:公司|厂|集团|研究院|设计院|医院|研究所|院|所|中心|局|学校|站)"
    r"(?!\)|[部分子]?公司|有限|股份|集团)"
)
_IN_SENTENCE = (
    re.compile(
        rf"(?:于|自|从)?(?P<when>[^,。;]{{8,30}}?)(?:止)?(?:期间)?(?:[,、:]?(?:在|由)|[,、:])(?P<employer>{_BODY})"
        r"(?:\([^()]{0,20}\))?[^。;]{0,12}?(?:参加|缴纳|参保|缴费)"
    ),
    re.compile(
        rf"(?:[,。;:]|在|由|系)(?P<employer>{_BODY})(?:\([^()]{{0,20}}\))?[,、:]?(?:职工)?(?:于|自|从)?(?P<when>(?:19|20)\d\d[^,。;]{{6,24}}?)(?:止)?(?:期间)?[,]?"
        r"(?:正常|连续|按时)?(?:参加|缴纳|参保|缴费)"
    ),
)
_IN_BRACKETS = re.compile(rf"(?:[:;,。、]|在|由)(?P<employer>{_BODY})\((?P<when>(?:19|20)\d\d[^()]{{8,40}})\)")
_TO_DATE = re.compile(r"(?:截至|截止到?|至|到)(?P<end>(?:19|20)\d\d[年./-]\d{1,2}月?)")
_UNTIL = re.compile(
    r"(?:[^,。;]{0,10}?|[^。;]{0,30}?[,、])(?:截至|截止到?|至|到)(?P<end>(?:19|20)\d\d[年./-]\d{1,2}月?)"
)
_GAP = re.compile(
    r"(?:19|20)\d\d[年./-]\d{1,2}[^。;]{0,24}?(?<![无未没有])(?<!发生)(?<!存在)(?:中断|间断|断缴|断保|欠缴|欠费|漏缴|未缴|停缴|停保)"
)
_PAID = re.compile(
    r"(?:参加|缴纳|参保|缴费|投保).{0,20}(?:养老|社会保险|社保)|(?:养老|社会保险|社保).{0,12}(?:缴|参保)"
)
_EMPLOYED = re.compile(
    rf"(?:由|在|系|为|职工)(?P<employer>{_BODY})(?:\([^()]{{0,20}}\))?[,、]?(?:的?(?:在职)?(?:职工|员工|人员)|[^,。;]{{0,12}}?(?:参加|缴纳|参保|缴费))"
    rf"|(?P<employer2>{_BODY})(?:在职)?(?:职工|员工)(?=[{HAN}·]{{2,4}}\()"
    rf"|(?:参保|缴费|投保|工作|用人|所在|所属|任职)(?:单位|企业)(?:名称)?(?:为|是|系)(?P<employer3>{_BODY})(?:\([^()]{{0,20}}\))?(?=[,、。;])"
)
_KIND_SAID = re.compile(r"[^:]*(?:险|养老|年金)[^:]*")
_MONTHS_BEHIND = re.compile(r"[(,]?共?计?\d{1,3}个月\)?$")
_CODED = re.compile(
    rf"(?<![0-9A-Z])(?P<code>[0-9A-Z]{{5,18}})(?:[:(),、=]|单位名称|对应|为)*(?P<name>[{HAN}][{HAN}()]{{4,40}})"
)


def labelled_periods(page: LabelledPage) -> Iterator[Period]:
    """The periods at labels (缴费起止时间, or 起始 and 终止), each with employer and kind of insurance as its card has them."""
    found = list(_ranges(page)) or list(_ends(page))
    if len(found) == 1 and found[0].end is None and "open_end" in (found[0].start.notes if found[0].start else ()):
        found = [_closed(page, found[0])]
    edges = [period.start.span.box.cy for period in found if period.start is not None]
    for at, period in enumerate(found):
        if len(found) == 1:
            yield period
            continue
        low = edges[at - 1] if at else -1.0
        high = edges[at + 1] if at + 1 < len(edges) else float("inf")
        yield replace(period, others=_beside(page, low, edges[at], high))


def _closed(page: LabelledPage, period: Period) -> Period:
    """A period of which one label tells only the start (自2021年7月起) with the end that another tells."""
    ends = list(_days(page, "_end"))
    if len(ends) != 1 or period.start is None:
        return period
    notes = tuple(note for note in period.start.notes if note != "open_end")
    return replace(period, start=replace(period.start, notes=notes), end=ends[0])


def _ranges(page: LabelledPage) -> Iterator[Period]:
    places: list[Box] = []
    for value in page.find("_period"):
        for hit in date_ranges.find_all(value.text)[:1]:
            span = value.span(hit.start, hit.end)
            if hit.value.start.month is None or any(span.box.covered_by(box) > 0.6 for box in places):
                continue
            places.append(span.box)
            start = Piece(hit.value.start.iso()[:7], span, 0.45 if hit.value.start.doubtful else value.quality)
            end = hit.value.end
            last = Piece(end.iso()[:7], span, 0.45 if end.doubtful else value.quality) if end and end.month else None
            yield Period(page.view, start if last else replace(start, notes=("open_end",)), last)


def alone(view: PageView) -> Iterator[Period]:
    """Periods that stand alone in their rows."""
    for line in view.lines:
        value = date_ranges.parse(_MONTHS_BEHIND.sub("", line.text))
        if value is None or value.start.month is None or (value.end is not None and value.end.month is None):
            continue
        span, end = line.flow.span(0, len(line.text)), value.end
        start = Piece(value.start.iso()[:7], span, 0.45 if value.start.doubtful else 0.85, () if end else ("open_end",))
        yield Period(view, start, Piece(end.iso()[:7], span, 0.45 if end.doubtful else 0.85) if end else None)


def _ends(page: LabelledPage) -> Iterator[Period]:
    """Starts and ends at labels of their own, in the order in which they stand."""
    starts, ends = (list(_days(page, label)) for label in ("_start", "_end"))
    for at, start in enumerate(starts):
        end = ends[at] if len(ends) == len(starts) else None
        alone = end is None and len(starts) > 1
        yield Period(page.view, replace(start, quality=min(start.quality, 0.45)) if alone else start, end)


def _days(page: LabelledPage, label: str) -> Iterator[Piece]:
    for hit in page.hits:
        value: Value | None = next(iter(page.values(hit)), None) if hit.name == label else None
        date = dates.parse(value.text) if value is not None else None
        if value is not None and date is not None and date.month is not None:
            yield Piece(date.iso()[:7], value.span(), 0.45 if date.doubtful else value.quality)


def _beside(page: LabelledPage, low: float, here: float, high: float) -> dict[str, Piece]:
    """Employer and kind in a card: between the periods above and below, the nearest one, rather above the period."""
    found: dict[str, Piece] = {}
    for name in ("employer", "insurance_type"):
        near = [v for v in page.find(name) if low < v.span().box.cy < high]
        near = [v for v in near if name == "employer" or _KIND_SAID.fullmatch(v.text)]
        near.sort(key=lambda v: (v.span().box.cy > here + page.view.glyph, abs(v.span().box.cy - here)))
        for value in near[:1]:
            text = organisations.compact(value.text) if name == "employer" else value.text
            found[name] = Piece(text, value.span(), 0.8 * value.quality)
    if "employer" not in found:
        above = [line for line in page.view.lines if low < line.box.cy < here]
        for line in reversed(above):
            if (body := organisations.parse(line.flow.plain)) is not None and len(line.text) <= len(body.name) + 4:
                found["employer"] = Piece(body.name, line.flow.span(0, len(line.text)), 0.8)
                break
    return found


def sentences(view: PageView) -> Iterator[Period]:
    """Periods told in sentences: 2019年8月至2021年7月在…公司参加企业职工基本养老保险; doubted where months in them were not paid."""
    gaps = _GAP.search(view.flow.text) is not None
    for period in _in_sentences(view):
        yield doubted(period, "gaps_told") if gaps else period


def _in_sentences(view: PageView) -> Iterator[Period]:
    flow = view.flow
    patterns = (*_IN_SENTENCE, _IN_BRACKETS)
    matches = next((found for pattern in patterns if (found := list(pattern.finditer(flow.text)))), [])
    if not matches:
        yield from _of_whom_it_speaks(view)
    for match in matches:
        hits = date_ranges.find_all(flow.plain[slice(*match.span("when"))])
        body = organisations.parse(flow.plain[slice(*match.span("employer"))])
        if not hits or body is None or hits[-1].value.start.month is None:
            continue
        hit, at = hits[-1], match.start("when")
        span = flow.span(at + hit.start, at + hit.end)
        end = hit.value.end
        rest = re.split(r"[。;]", flow.text[match.end() :])[0]
        if end is None and (until := _UNTIL.match(rest)) is not None:
            end = dates.parse(until["end"])
            span = flow.span(at + hit.start, match.end() + until.end())
        told = _months_told(replace(hit.value, end=end), rest)
        qualities = [
            0.45 if told is False or (d is not None and d.doubtful and not told) else 0.9
            for d in (hit.value.start, end)
        ]
        notes = ("months_differ",) if told is False else ()
        last = Piece(end.iso()[:7], span, qualities[1], notes) if end and end.month else None
        start = Piece(hit.value.start.iso()[:7], span, qualities[0], notes)
        employer = Piece(body.name, flow.span(*match.span("employer")), 0.85)
        yield Period(view, start, last, {"employer": employer})


def employer_told(view: PageView) -> Iterator[Candidate]:
    """The employer that a sentence names without the period, which a table under it gives."""
    for found in _EMPLOYED.finditer(view.flow.text):
        start, end = found.span(found.lastgroup or "employer")
        place = (start, end)
        if not view.flow.text[:start].endswith(
            ("由", "在", "为", "是", "系")
        ):  # a heading may go before it; behind these words it is a name in two lines
            place = (max((at for at in view.flow.starts if start <= at < end - 4), default=start), end)
        body = organisations.parse(view.flow.plain[slice(*place)])
        named = found.lastgroup == "employer3"
        if body is not None and (body.form or named) and not AGENCY.search(body.name):
            yield Candidate("employer", body.name, view, view.flow.span(*place), 0.8, "sentence")
            return


def _months_told(value: DateRange, rest: str) -> bool | None:
    """Whether the period has as many months as its sentence goes on to say (`,计4个月`); None where it says nothing."""
    said = re.match(
        r".{0,16}?(?:(?<![累总合共])[共计]|连续(?:缴费|参保|缴纳))(\d{1,3})个?月", rest
    )  # a sum of all periods is none of this
    if said is None or value.end is None or value.start.month is None or value.end.month is None:
        return None
    return int(said[1]) == 12 * (value.end.year - value.start.year) + value.end.month - value.start.month + 1


def _of_whom_it_speaks(view: PageView) -> Iterator[Period]:
    """Periods in sentences without the employer's name: 自…至…由你单位缴纳, with the employer spoken to or speaking."""
    flow = view.flow
    for hit in date_ranges.find_all(flow.plain):
        rest = re.split(r"[。;]", flow.text[hit.end : hit.end + 60])[0]
        begin, end = hit.value.start, hit.value.end
        if begin.month is None or not _PAID.search(rest) or (end is not None and end.month is None):
            continue
        span = flow.span(hit.start, hit.end)
        until = _TO_DATE.search(flow.text, hit.end, hit.end + 80) if end is None and not hit.value.until_now else None
        if until is not None and (end := dates.parse(until["end"])) is not None:
            span = flow.span(hit.start, until.end())
        told = _months_told(replace(hit.value, end=end), flow.text[until.end() :]) if until else None
        qualities = [0.45 if told is False or (d is not None and d.doubtful) else 0.85 for d in (begin, end)]
        start = Piece(begin.iso()[:7], span, qualities[0], () if end else ("open_end",))
        last = Piece(end.iso()[:7], span, qualities[1]) if end and end.month else None
        opening = re.split(r"[。;]", flow.text[: hit.start])[-1]
        employer = _party(view, opening[-80:] + rest)
        yield Period(view, start, last, {"employer": employer} if employer else {})


def _party(view: PageView, sentence: str) -> Piece | None:
    """The body that is spoken to (你单位) at the head of the letter, or that speaks (我单位) at its foot."""
    to, by = re.search(r"[你贵](?:单位|公司|厂)", sentence), re.search(r"[我本](?:单位|公司|厂)", sentence)
    lines = [line for line in view.lines if (to and line.text.endswith(":")) or (by and view.depth(line.box) > 0.5)]
    for line in lines if to else reversed(lines):
        for segment in line.segments:
            body = organisations.parse(segment.plain)
            if body is not None and (to or body.form):
                return Piece(body.name, segment.span(0, len(segment.text)), 0.8)
    return None


def employers_by_code(pages: Sequence[PageView]) -> Mapping[str, Piece]:
    """The legend of a record that gives employers by number: `110400123456：某某有限公司`."""
    found: dict[str, Piece] = {}
    for view in pages:
        for line in view.lines:
            for match in _CODED.finditer(line.text):
                if (body := organisations.parse(line.flow.plain[slice(*match.span("name"))])) is not None:
                    span = line.flow.span(*match.span("name"))
                    found.setdefault(match["code"], Piece(body.name, span, 0.85))
    return found
