"""专利证书: 发明, 实用新型 or 外观设计; the number's check and the kinds it names are held against heading and dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.kinds import parsers
from extractors.kinds.candidates import Candidate, Parsed, choose, labelled
from extractors.kinds.kind import KindScore
from extractors.kinds.record_parsers import at_labels, holders, listed_persons, patent, things
from extractors.kinds.wording import load_wording, score_wording
from extractors.layout.neighbours import LabelledPage
from extractors.layout.view import PageView
from extractors.values import dates, organisations, patent_number, publication_number
from models.document import Field, Kind

_LABELS = (
    ("patent_number", patent),
    ("patentee", holders),
    ("applied_on", parsers.date),
    ("granted_on", parsers.date),
)
_TYPE = re.compile(r"(?P<type>发明|实用新型|外观设计)专利(?:证书|登记簿)")
_NAMED = re.compile(
    r"(?P<type>发明|实用新型|外观设计)(?:产品)?名称|专利(?:类型|类别|种类):?(?P<said>发明|实用新型|外观设计)"
)
_GRANTED = re.compile(r"授权公告|专利权人")
_OF_ITS_OWN = re.compile(r"(?<!分)公司$|大学$|研究[院所]$|集团$")  # no part of the body before it
_DISTRUST, _SURE = 0.49, 0.5


@dataclass(frozen=True, slots=True)
class PatentCertificate:
    """Inventors and holders are joined by `;` in printed order."""

    id: Kind = "patent_certificate"

    def score(self, view: PageView) -> KindScore:
        return score_wording(view, load_wording(self.id))

    def extract(self, pages: Sequence[PageView]) -> list[Field]:
        fields = _consistent(choose(candidate for view in pages for candidate in _candidates(view)))
        return [*fields, *_granted_again(pages, fields)]


def _candidates(view: PageView) -> Iterator[Candidate]:
    page = LabelledPage(view, load_wording("patent_certificate").vocabulary)
    found = [_by_rows(candidate) for candidate in at_labels(page, _LABELS)]
    yield from found
    yield from things(page, "patent_name")
    yield from listed_persons(page, "inventors")
    if not any(c.name == "patent_number" and c.confidence >= 0.5 for c in found):
        for hit in patent_number.find_all(view.flow.plain):
            span = view.flow.span(hit.start, hit.end)
            yield Candidate("patent_number", hit.value.number, view, span, 0.9, "pattern")
    if not any(c.name == "patent_number" for c in found) and _GRANTED.search(view.flow.text):
        for filed in labelled(page, "patent_number", _application, label="_application"):
            yield replace(filed, quality=0.8 * filed.quality, notes=(*filed.notes, "application_number"))
    yield from _types(view)


def _by_rows(candidate: Candidate) -> Candidate:
    """Holders one a row with nothing between them: `…公司` over `…大学`, each a body's name by itself."""
    rows = candidate.span.raw.split() if candidate.name == "patentee" and ";" not in candidate.value else []
    bodies = [organisations.parse(row) for row in rows]
    apart = len(rows) > 1 and all(body is not None and _OF_ITS_OWN.search(body.name) for body in bodies)
    return replace(candidate, value=";".join(body.name for body in bodies if body is not None)) if apart else candidate


def _granted_again(pages: Sequence[PageView], fields: Sequence[Field]) -> Iterator[Field]:
    """The day of grant where it stands once more, under the director's name."""
    day = next((field for field in fields if field.name == "granted_on" and field.confidence >= _SURE), None)
    for view in pages if day is not None else ():
        for segment in view.segments:
            hit = next(iter(dates.find_all(segment.plain)), None)
            alone = hit is not None and hit.end - hit.start == len(segment.text)
            if day is not None and hit is not None and alone and hit.value.iso() == day.value:
                again = view.field("granted_on", day.value, segment.span(hit.start, hit.end), 0.9)
                if (again.page, again.box) != (day.page, day.box):
                    yield again


def _application(text: str) -> Parsed | None:
    """A granted patent's number from that of its application, which is the same without ZL."""
    digits = re.match(r"[0-9.Xx]{9,16}", text)
    parsed = patent(f"ZL{digits.group()}") if digits else None
    return parsed._replace(start=0, end=digits.end()) if parsed and digits else None


def _types(view: PageView) -> Iterator[Candidate]:
    """What heading, labels, number and publication number each say of the kind of patent."""
    flow = view.flow
    if found := _TYPE.search(flow.text):
        yield Candidate("patent_type", found["type"], view, flow.span(*found.span("type")), 0.98, "heading")
    if found := _NAMED.search(flow.text):
        group = "type" if found["type"] else "said"
        yield Candidate("patent_type", found[group], view, flow.span(*found.span(group)), 0.85, "label")
    for number in patent_number.find_all(flow.plain)[:1]:
        span = flow.span(number.start, number.end)
        yield Candidate("patent_type", number.value.type, view, span, 0.8, "pattern")
    for publication in publication_number.find_all(flow.plain)[:1]:
        span = flow.span(publication.start, publication.end)
        yield Candidate("patent_type", publication.value.type, view, span, 0.75, "pattern")


def _consistent(fields: list[Field]) -> list[Field]:
    """Dates that the number or each other contradict are kept, but unsure: a 分案申请 may carry an older date."""
    by_name = {field.name: field for field in fields}
    number = patent_number.parse(by_name["patent_number"].value) if "patent_number" in by_name else None
    applied, granted = by_name.get("applied_on"), by_name.get("granted_on")
    suspect: set[str] = set()
    if applied and number and not number.by_pct and applied.value[:4] != str(number.year):
        suspect.add("applied_on")
    if applied and granted and applied.value[:10] >= granted.value[:10]:
        suspect |= {"applied_on", "granted_on"}
    return [
        replace(f, confidence=min(f.confidence, _DISTRUST), notes=(*f.notes, "conflict")) if f.name in suspect else f
        for f in fields
    ]
