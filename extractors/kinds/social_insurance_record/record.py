"""基本养老保险参保缴费证明: whose, and in which months insured by whom; one `row` a period, or a month where months are listed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.kinds.candidates import Candidate, Parsed, choose, labelled
from extractors.kinds.kind import KindScore
from extractors.kinds.record_parsers import body
from extractors.kinds.social_insurance_record.agreement import agreed, in_order, with_whole_kind
from extractors.kinds.social_insurance_record.kinds import PENSION, ticked_pension
from extractors.kinds.social_insurance_record.lines import headless_rows
from extractors.kinds.social_insurance_record.months import AGENCY, calendar, month_cards
from extractors.kinds.social_insurance_record.pieces import Period, Piece
from extractors.kinds.social_insurance_record.rows import lying_periods, periods
from extractors.kinds.social_insurance_record.told import (
    alone,
    employer_told,
    employers_by_code,
    labelled_periods,
    sentences,
)
from extractors.kinds.social_insurance_record.whose import person, printed
from extractors.kinds.social_insurance_record.year_columns import under_years
from extractors.kinds.wording import load_wording, score_wording
from extractors.layout.neighbours import LabelledPage
from extractors.layout.view import PageView
from extractors.values import organisations
from models.document import Field, Kind

_NEXT_LABEL = re.compile(r"(?<=险)(?:费?)[\u4e00-\u9fff]{2,8}:.*$")
_OTHER_FUNDS = re.compile(r"医疗|医保|生育|公积金")
_NO_PENSION = 1.0  # points at most: papers on other funds look the same, but the notice asks for the pension insurance
_MARKED_OTHER = re.compile(r"医疗|生育|工伤|失业|公积金")


def insurance(text: str) -> Parsed | None:
    """Kinds of insurance as printed; of several to tick the pension that is ticked."""
    if (ticked := ticked_pension(text)) is not None:
        return ticked
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
        employer = choose(c for page in labels for c in labelled(page, "employer", body) if not AGENCY.search(c.value))
        kind = choose(c for page in labels for c in labelled(page, "insurance_type", insurance))
        kind = kind or choose(c for page in labels for c in _named(page.view))
        if not employer:
            employer = choose(c for page in labels for c in employer_told(page.view))
        found = with_whole_kind(_under_employers(_rows(pages, labels), labels), pages)
        rows = in_order(agreed(found, [field.value for field in employer]))
        owner = choose(c for page in labels for c in person(page))
        if len({row.others["name"].value for row in rows if "name" in row.others}) > 1:  # a unit's list of persons
            owner = []
        day = choose(c for page in labels for c in printed(page, _bottom(rows, page.view)))
        named = {
            piece.value for page in labels for piece in _beside_labels(page)
        }  # over rows with employers of their own
        own = bool(rows) and all("employer" in row.others for row in rows)
        beside = [f for f in employer if not rows or (own and f.value in named)]
        return [*owner, *day, *_fields(rows, employer, kind), *beside, *([] if rows else kind)]


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
        or [period for view in pages for period in alone(view)]
    )


def _under_employers(rows: Sequence[Period], labels: Sequence[LabelledPage]) -> list[Period]:
    """The rows without an employer with the one that is named last above them: by labels, where these name several, or,
    where nothing else names any, in rows of their own."""
    named = [(page.view.page.number, piece) for page in labels for piece in _beside_labels(page)]
    if not named and not any("employer" in row.others for row in rows):
        named = [(page.view.page.number, piece) for page in labels for piece in _headings(page.view)]
    elif len({piece.value for _, piece in named}) < 2:
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
        if value is not None and parsed is not None and parsed.start < parsed.end and not AGENCY.search(parsed.value):
            yield Piece(parsed.value, value.span(parsed.start, parsed.end), 0.9 * value.quality * parsed.quality)


def _bottom(rows: Sequence[Period], view: PageView) -> float | None:
    """How far down on the page its last period or month stands."""
    ends = [p.span.box.cy for row in rows if row.view is view for p in (row.start, row.end) if p is not None]
    return max(ends, default=None)


def _headings(view: PageView) -> Iterator[Piece]:
    """Firms that are named alone in a row, as cards have them at their heads."""
    for line in view.lines:
        firm = organisations.parse(line.flow.plain) if len(line.segments) == 1 else None  # else cells of a row
        if firm is not None and firm.form and len(line.text) <= len(firm.name) + 2 and not AGENCY.search(firm.name):
            yield Piece(firm.name, line.flow.span(0, len(line.text)), 0.8)


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


def _named(view: PageView) -> Iterator[Candidate]:
    """The pension insurance that heading or sentence name, where no other insurance is spoken of."""
    found = max(PENSION.finditer(view.flow.text), key=lambda m: len(m.group()), default=None)
    if found is not None:
        quality = 0.45 if _MARKED_OTHER.search(view.flow.text) else 0.8
        yield Candidate("insurance_type", found.group(), view, view.flow.span(*found.span()), quality, "heading")
