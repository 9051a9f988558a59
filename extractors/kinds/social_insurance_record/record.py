"""基本养老保险参保缴费证明: whose, and in which months insured by whom; one `row` a period, or a month where months are listed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.kinds import parsers
from extractors.kinds.candidates import Candidate, Parsed, choose, labelled
from extractors.kinds.kind import KindScore
from extractors.kinds.record_parsers import at_labels, body
from extractors.kinds.signing import issue_date
from extractors.kinds.social_insurance_record.agreement import agreed, in_order
from extractors.kinds.social_insurance_record.lines import headless_rows
from extractors.kinds.social_insurance_record.months import calendar, month_cards
from extractors.kinds.social_insurance_record.pieces import Period, Piece
from extractors.kinds.social_insurance_record.rows import lying_periods, periods
from extractors.kinds.social_insurance_record.told import employers_by_code, labelled_periods, sentences
from extractors.kinds.social_insurance_record.year_columns import under_years
from extractors.kinds.study import Study
from extractors.kinds.wording import load_wording, score_wording
from extractors.layout.neighbours import LabelledPage
from extractors.layout.view import PageView
from extractors.text import HAN
from extractors.values import id_number, names
from models.document import Field, Kind

_TYPE = re.compile(
    r"(?:(?:企业职工|城镇企业职工|城镇职工|机关事业单位(?:工作人员)?|职工|城乡居民(?:社会)?)?(?:基本)?养老保险)"
)
_CERTIFIED = re.compile(
    r"(?:证明|参保证明)?(?:兹证明|[兹现今]有|经查|证明|参保人|(?:单位|公司)(?:职工|员工)|职工)[:,]?"
    rf"(?P<name>(?![兹现今该本经])[{HAN}]{{2,4}}?|[{HAN}]{{1,6}}·[{HAN}]{{1,8}}?)(?=\(|,|身份证|同志|性别|,?公民)"
)
_BEFORE_NUMBER = re.compile(
    rf"(?P<name>[{HAN}]{{2,4}}|[{HAN}]{{1,12}}·[{HAN}]{{1,12}})[:,|/]?\(?(?:公民|居民)?(?:身份证?|证件|社会保障)?(?:件?号码?)?[:]?(?=[0-9]{{3}}[0-9*]{{11,14}}[0-9Xx*])[0-9]{{3,6}}[0-9*]{{8,14}}[0-9Xx*]"
)
_TITLED = re.compile(rf"(?P<name>[{HAN}]{{2,3}})(?:同志)?(?:的|个人)?(?:社会保险|社保|养老保险|参保|基本养老)")
_NEXT_LABEL = re.compile(r"(?<=险)(?:费?)[\u4e00-\u9fff]{2,8}:.*$")
_OTHER_FUNDS = re.compile(r"医疗|医保|生育|公积金")
_NO_PENSION = 1.0  # points at most: papers on other funds look the same, but the notice asks for the pension insurance
_MARKED_OTHER = re.compile(r"医疗|生育|工伤|失业|公积金")


def insurance(text: str) -> Parsed | None:
    """Kinds of insurance as printed."""
    plain = _NEXT_LABEL.sub("", text).strip(",。;:. ")
    plain = re.sub(r"^[为是系](?=.*险)", "", plain)
    named = re.search(r"险|养老|年金", plain) is not None and len(plain) <= 40
    at = max(text.find(plain), 0)
    return Parsed(plain, at, at + len(plain), 1.0 if len(plain) <= 20 else 0.7) if named else None


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
        employer = choose(c for page in labels for c in labelled(page, "employer", body))
        kind = choose(c for page in labels for c in labelled(page, "insurance_type", insurance))
        kind = kind or choose(c for page in labels for c in _named(page.view))
        found = _under_employers(_rows(pages, labels), labels)
        rows = in_order(agreed(found, [field.value for field in employer]))
        person = choose(c for page in labels for c in _person(page))
        if len({row.others["name"].value for row in rows if "name" in row.others}) > 1:  # a unit's list of persons
            person = []
        printed = choose(c for page in labels for c in _printed(page))
        return [*person, *printed, *_fields(rows, employer, kind), *([] if rows else [*employer, *kind])]


def _rows(pages: Sequence[PageView], labels: Sequence[LabelledPage]) -> list[Period]:
    """The periods of tables; without tables those at labels, else those told in sentences."""
    return (
        periods(pages, employers_by_code(pages))
        or lying_periods(pages)
        or [period for page in labels for period in labelled_periods(page)]
        or [period for view in pages for period in sentences(view)]
        or [period for view in pages for period in headless_rows(view)]
        or [period for view in pages for period in calendar(view)]
        or [period for view in pages for period in month_cards(view)]
        or [period for view in pages for period in under_years(view)]
    )


def _under_employers(rows: Sequence[Period], labels: Sequence[LabelledPage]) -> list[Period]:
    """The rows without an employer with the one that a label names last above them, where labels name several."""
    named = [(page.view.page.number, piece) for page in labels for piece in _beside_labels(page)]
    if len({piece.value for _, piece in named}) < 2:
        return list(rows)
    found = []
    for row in rows:
        dated = row.start or row.end
        here = (row.view.page.number, dated.span.box.cy) if dated else (0, 0.0)
        above = [(page, piece.span.box.cy, at) for at, (page, piece) in enumerate(named)]
        last = max((place for place in above if place[:2] < here), default=None)
        own = "employer" in row.others or last is None
        found.append(row if own or last is None else replace(row, others={**row.others, "employer": named[last[2]][1]}))
    return found


def _beside_labels(page: LabelledPage) -> Iterator[Piece]:
    """Employers behind their labels or in the cell beside them: what stands below a label is a row of its column."""
    for hit in page.hits:
        value = next(iter(page.values(hit)), None) if hit.name == "employer" else None
        parsed = body(value.text) if value is not None and not value.way.startswith("below") else None
        if value is not None and parsed is not None and parsed.start < parsed.end:
            yield Piece(parsed.value, value.span(parsed.start, parsed.end), 0.9 * value.quality * parsed.quality)


def _printed(page: LabelledPage) -> Iterator[Candidate]:
    """When the record was printed: at its label, else where it is signed."""
    found = [replace(c, name="printed_on") for c in labelled(page, "printed_on", parsers.date)]
    yield from found
    if not found:
        for signed in issue_date(Study(page.view), page):
            if len(signed.value) > 7 and page.view.depth(signed.span.box) > 0.3:
                yield replace(signed, name="printed_on", quality=0.9 * signed.quality)


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
            value = names.parse(flow.plain[slice(*match.span("name"))])
            if value and (names.has_known_surname(value) or not match.group().startswith("职工")):
                yield Candidate("name", value, view, flow.span(*match.span("name")), 0.9, "sentence")
                break
        for line in view.lines:
            before = _BEFORE_NUMBER.match(line.text)
            value = names.parse(line.flow.plain[slice(*before.span("name"))]) if before else None
            if before and value and (names.has_known_surname(value) or "·" in value):
                yield Candidate("name", value, view, line.flow.span(*before.span("name")), 0.85, "sentence")
                break
        for line in view.lines[:4]:
            titled = _TITLED.match(line.text)
            if titled and names.has_known_surname(titled["name"]) and names.parse(titled["name"]):
                yield Candidate("name", titled["name"], view, line.flow.span(*titled.span("name")), 0.7, "heading")
    if "id_number" not in sure:
        for text in (flow, *(line.flow for line in view.lines)):  # in running text the next line's digits may follow
            for hit in id_number.find_all(text.plain)[:1]:
                yield Candidate("id_number", hit.value.number, view, text.span(hit.start, hit.end), 0.85, "pattern")
                return


def _named(view: PageView) -> Iterator[Candidate]:
    """The pension insurance that heading or sentence name, where no other insurance is spoken of."""
    found = max(_TYPE.finditer(view.flow.text), key=lambda m: len(m.group()), default=None)
    if found is not None:
        quality = 0.45 if _MARKED_OTHER.search(view.flow.text) else 0.8
        yield Candidate("insurance_type", found.group(), view, view.flow.span(*found.span()), quality, "heading")
