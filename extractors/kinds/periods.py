"""When somebody studied, where one label (起止年月, 在校时间) gives both dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extractors.kinds.candidates import Candidate, Parsed, labelled
from extractors.layout.neighbours import LabelledPage
from extractors.values import date_ranges

LABEL = "_period"  # the vocabulary entry of such labels in a kind's wording


def labelled_period(page: LabelledPage) -> Iterator[Candidate]:
    """`start_date` and, where it is not open, `end_date`."""
    for candidate in labelled(page, "start_date", _period, label=LABEL):
        start, end = candidate.value.split("/")
        yield replace(candidate, value=start)
        if end:
            yield replace(candidate, name="end_date", value=end)


def _period(text: str) -> Parsed | None:
    found = date_ranges.find_all(text)
    if not found:
        return None
    value = found[0].value
    ends = f"{value.start.iso()}/{value.end.iso() if value.end else ''}"
    doubtful = value.start.doubtful or bool(
        value.end and (value.end.doubtful or len(value.end.iso()) < len(value.start.iso()))
    )
    return Parsed(ends, found[0].start, found[0].end, 0.45 if doubtful else 0.95)
