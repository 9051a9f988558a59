"""When an appraisal was signed: the full dates by signatures and seals, not those of the narrative or of the person's life."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from extractors.kinds.annual_appraisal_sections import Section
from extractors.kinds.table_person import Candidate, chosen
from extractors.kinds.torn_dates import mended_dates
from extractors.layout.lines import Line
from extractors.layout.view import PageView
from extractors.values import dates
from extractors.values.found import Found
from models.document import Field
from models.geometry import union

_SPECKLED = re.compile(r"20\d\d\.?年\.?\d{1,2}\.?月\.?\d{1,2}\.?日")
_PERIOD_END = re.compile(r"\d日?[至~到—一-]$")
_PAST = re.compile(r"出生|入职|参加工作|任职|聘任|生于|至|自|打印")
_SURE_DATE_UNDER_SEAL = 0.81
"""Of 77 dates under a seal read at 0.5 or more, the 73 from here on were right, of the four below it two were not."""
_BY_SIGNATURE = re.compile(r"签|章|负责|领导|主管|主任|[人长员]:|日期")
_ONE_ROUND = timedelta(days=200)
"""From the first signature on a form to the last."""


def signing_dates(pages: Sequence[PageView], sections: Sequence[Section]) -> list[Field]:
    """The latest full date outside of the narrative and of the person's particulars, and earlier ones by signatures."""
    found = []
    for view in pages:
        told = [
            union(line.box for line in s.prose)
            for s in sections
            if s.view is view and s.part == "report" and len(s.run.squashed) > 60 and s.prose
        ]
        for line in view.lines:
            if not any(line.box.covered_by(region) > 0.6 for region in told):
                found += [(day, line, c) for day, c in _dates_of(view, line)]
    if not found:
        return []
    latest = max(day for day, _, _ in found)
    factor = 1.0 if found[-1][0] == latest else 0.7
    fields = chosen("signed_on", (replace(c, quality=c.quality * factor) for day, _, c in found if day == latest))
    earlier = {c.value: c for day, line, c in found if day < latest and latest - day < _ONE_ROUND and _signs(line)}
    return [*fields, *(c.view.field("signed_on", c.value, c.span, c.quality, None, c.notes) for c in earlier.values())]


def _signs(line: Line) -> bool:
    """Whether a line bears a signature or nothing but its date."""
    return _BY_SIGNATURE.search(line.text) is not None or len(line.text) <= 12


def _dates_of(view: PageView, line: Line) -> Iterator[tuple[date, Candidate]]:
    """The full dates of a line that are no end of a period and nothing of the person's life."""
    text = line.flow.text
    for spot in _dates_in(line.flow.plain):
        around = text[max(0, spot.start - 10) : spot.start]
        if spot.value.precision != "day" or _PAST.search(around) or _PERIOD_END.search(around):
            continue
        if re.match(r"[至~到—]|[-一][\d(]", text[spot.end :]):
            continue
        span = line.flow.span(spot.start, spot.end)
        unsure = "under_seal" in span.notes and span.confidence < _SURE_DATE_UNDER_SEAL
        quality = 0.5 if spot.value.doubtful or unsure else 0.96
        yield spot.value.earliest(), Candidate(spot.value.iso(), view, span, quality)
    for torn in mended_dates(line.flow.plain):
        span = line.flow.span(torn.start, torn.end)
        yield torn.value.earliest(), Candidate(torn.value.iso(), view, span, 0.4, ("doubtful",))


def _dates_in(text: str) -> list[Found[dates.PartialDate]]:
    """Dates in a line, also those with a speck read as a point before 月 or 日."""
    found = dates.find_all(text)
    for speck in _SPECKLED.finditer(text):
        value = dates.parse(speck.group().replace(".", ""))
        if value is not None and not any(
            f.start < speck.end() and speck.start() < f.end and f.value.day for f in found
        ):
            found.append(Found(speck.start(), speck.end(), value))
    return found
