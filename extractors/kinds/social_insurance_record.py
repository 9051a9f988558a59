"""基本养老保险参保缴费证明: whose, and in which months insured by whom; one `row` a period, or a month where months are listed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.kinds import parsers
from extractors.kinds.candidates import Candidate, Parsed, choose, labelled
from extractors.kinds.kind import KindScore
from extractors.kinds.record_parsers import at_labels, body
from extractors.kinds.social_insurance_record_rows import Period, Piece, periods
from extractors.kinds.wording import load_wording, score_wording
from extractors.layout.neighbours import LabelledPage
from extractors.layout.view import PageView
from extractors.text import HAN
from extractors.values import date_ranges, dates, id_number, names, organisations
from models.document import Field, Kind

_TYPE = re.compile(
    r"(?:(?:企业职工|城镇企业职工|城镇职工|机关事业单位(?:工作人员)?|职工|城乡居民(?:社会)?)?(?:基本)?养老保险)"
)
_CERTIFIED = re.compile(rf"(?:兹证明|证明|参保人)[:]?(?P<name>[{HAN}]{{2,4}}?)(?=\(|,|身份证|同志|性别|,?公民)")
_IN_SENTENCE = re.compile(
    rf"(?:于|自|从)?(?P<when>[^,。;]{{8,30}}?)(?:止)?(?:期间)?[,]?(?:在|由)(?P<employer>[{HAN}()]{{4,36}}?(?:公司|厂|集团|院|所|中心|局|学校))"
    r"[^。;]{0,12}(?:参加|缴纳|参保)"
)
_OTHER_FUNDS = re.compile(r"医疗|医保|生育|公积金")
_NO_PENSION = 1.0  # points at most: papers on other funds look the same, but the notice asks for the pension insurance
_MARKED_OTHER = re.compile(r"医疗|生育|工伤|失业|公积金")


def insurance(text: str) -> Parsed | None:
    """Kinds of insurance as printed."""
    plain = text.strip(",。;:. ")
    named = re.search(r"险|养老|年金", plain) is not None and len(plain) <= 40
    return Parsed(plain, 0, len(plain), 1.0 if len(plain) <= 20 else 0.7) if named else None


@dataclass(frozen=True, slots=True)
class SocialInsuranceRecord:
    """Months are `2019-08`; a period that goes on (至今) has no `end_month` and the note `open_end` at its start."""

    id: Kind = "social_insurance_record"

    def score(self, view: PageView) -> KindScore:
        score = score_wording(view, load_wording(self.id))
        if "养老" in view.flow.text or not _OTHER_FUNDS.search(view.flow.text):
            return score
        return replace(score, points=min(score.points, _NO_PENSION), evidence=(*score.evidence, "-养老"))

    def extract(self, pages: Sequence[PageView]) -> list[Field]:
        labels = [LabelledPage(view, load_wording(self.id).vocabulary) for view in pages]
        rows = periods(pages)
        person = choose(c for page in labels for c in _person(page))
        employer = choose(c for page in labels for c in labelled(page, "employer", body))
        kind = choose(c for page in labels for c in labelled(page, "insurance_type", insurance))
        kind = kind or choose(c for page in labels for c in _named(page.view))
        if not rows:
            rows = [period for page in labels for period in _labelled_period(page)]
        if not rows:
            rows = [period for page in labels for period in _sentences(page.view)]
        if len({row.others["name"].value for row in rows if "name" in row.others}) > 1:  # a unit's list of persons
            person = []
        return [*person, *_fields(rows, employer, kind), *([] if rows else [*employer, *kind])]


def _fields(rows: Sequence[Period], employer: Sequence[Field], kind: Sequence[Field]) -> Iterator[Field]:
    """The rows' fields; what stands once on the page belongs to every row that does not say it itself."""
    several = len({row.others["name"].value for row in rows if "name" in row.others}) > 1
    for number, row in enumerate(rows):
        pieces: list[tuple[str, Piece | None]] = [("start_month", row.start), ("end_month", row.end)]
        pieces += [(name, piece) for name, piece in row.others.items() if several or name not in ("name", "id_number")]
        for name, piece in pieces:
            if piece is not None:
                yield row.view.field(name, piece.value, piece.span, piece.quality, number, piece.notes)
        for shared in (*employer, *kind):
            if shared.name not in row.others:
                yield Field(
                    shared.name,
                    shared.value,
                    shared.raw,
                    shared.confidence,
                    shared.page,
                    shared.box,
                    number,
                    shared.notes,
                )


def _person(page: LabelledPage) -> Iterator[Candidate]:
    found = at_labels(page, (("name", parsers.person), ("id_number", parsers.identity)))
    yield from found
    sure = {candidate.name for candidate in found if candidate.confidence >= 0.5}
    flow, view = page.view.flow, page.view
    if "name" not in sure:
        for match in _CERTIFIED.finditer(flow.text):
            if value := names.parse(flow.plain[slice(*match.span("name"))]):
                yield Candidate("name", value, view, flow.span(*match.span("name")), 0.9, "sentence")
                break
    if "id_number" not in sure:
        for hit in id_number.find_all(flow.plain)[:1]:
            yield Candidate("id_number", hit.value.number, view, flow.span(hit.start, hit.end), 0.85, "pattern")


def _named(view: PageView) -> Iterator[Candidate]:
    """The pension insurance that heading or sentence name, where no other insurance is spoken of."""
    found = max(_TYPE.finditer(view.flow.text), key=lambda m: len(m.group()), default=None)
    if found is not None:
        quality = 0.45 if _MARKED_OTHER.search(view.flow.text) else 0.8
        yield Candidate("insurance_type", found.group(), view, view.flow.span(*found.span()), quality, "heading")


def _labelled_period(page: LabelledPage) -> Iterator[Period]:
    """One period at labels: 缴费起止时间, or 起始 and 终止."""
    for value in page.find("_period"):
        for hit in date_ranges.find_all(value.text):
            if hit.value.start.month is None:
                continue
            span = value.span(hit.start, hit.end)
            start = Piece(hit.value.start.iso()[:7], span, 0.5 if hit.value.start.doubtful else value.quality)
            end = hit.value.end
            last = Piece(end.iso()[:7], span, 0.5 if end.doubtful else value.quality) if end and end.month else None
            yield Period(page.view, start if last else Piece(start.value, span, start.quality, ("open_end",)), last)
            return
    ends = []
    for label in ("_start", "_end"):
        for value in page.find(label)[:1]:
            if (date := dates.parse(value.text)) is not None and date.month is not None:
                ends.append((label, Piece(date.iso()[:7], value.span(), 0.5 if date.doubtful else value.quality)))
    if ends and ends[0][0] == "_start":
        yield Period(page.view, ends[0][1], ends[1][1] if len(ends) > 1 else None)


def _sentences(view: PageView) -> Iterator[Period]:
    """Periods told in sentences: 2019年8月至2021年7月在…公司参加企业职工基本养老保险."""
    flow = view.flow
    for match in _IN_SENTENCE.finditer(flow.text):
        hits = date_ranges.find_all(flow.plain[slice(*match.span("when"))])
        body = organisations.parse(flow.plain[slice(*match.span("employer"))])
        if not hits or body is None or hits[-1].value.start.month is None:
            continue
        hit, at = hits[-1], match.start("when")
        span = flow.span(at + hit.start, at + hit.end)
        end = hit.value.end
        last = Piece(end.iso()[:7], span, 0.45 if end.doubtful else 0.9) if end and end.month else None
        start = Piece(hit.value.start.iso()[:7], span, 0.45 if hit.value.start.doubtful else 0.9)
        employer = Piece(body.name, flow.span(*match.span("employer")), 0.85)
        yield Period(view, start, last, {"employer": employer})
