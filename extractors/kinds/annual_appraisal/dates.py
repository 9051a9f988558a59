"""When an appraisal was signed: the full dates by signatures and seals, not those of the narrative or of the person's life."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from extractors.kinds.annual_appraisal.sections import Section
from extractors.kinds.table_person import Candidate, chosen
from extractors.kinds.torn_dates import mended_dates
from extractors.layout.lines import Line
from extractors.layout.view import PageView
from extractors.values import dates
from extractors.values.found import Found
from models.document import Field
from models.geometry import Box, union

_SPECKLED = re.compile(r"20\d\d\.?年\.?\d{1,2}\.?月\.?\d{1,2}\.?日")
_PERIOD_END = re.compile(r"\d日?[至~到—一-]$")
_PAST = re.compile(r"出生|入职|参加工作|任职|聘任|生于|至|自|打印|下载|导出")
_FILLED_IN = re.compile(r"填表|填报|填写|制表|编制")
_EVENT = re.compile(r"^(?:的|上午|下午)?(?:召开|会议|经|研究|讨论|评议|审议|审定)")
_SURE_DATE_UNDER_SEAL = 0.81
"""Of 77 dates under a seal read at 0.5 or more, the 73 from here on were right, of the four below it two were not."""
_BY_SIGNATURE = re.compile(r"签|章|负责|领导|主管|主任|[人长员]:|日期")
_OTHERS_DATE = 0.45
_BY_PERSON = re.compile(r"签名|签字|本人|[人者长任导理管]:")
_BY_SEAL = re.compile(r"盖章|公章|印章|\(章\)")
_LARGE_SEAL = 3.0
_WITHIN = 0.6
_DATE_ENDS = re.compile(r"20\d\d[.\-/]\d{1,2}[.\-/]\d{1,2}$")
_DATE_BEGINS = re.compile(r"20\d\d[.\-/]")
_CLOCK = re.compile(r"\d{1,2}:\d\d")
_NOTED = re.compile(r"(?:操作|办理|审批|处理|提交|完成|流转)(?:时间|日期)")
_OWN_PART = re.compile(r"被考[核评]人|被评[价定]人|本人|员工(?:意见|确认|签)")
_ONE_ROUND = timedelta(days=200)
"""From the first signature on a form to the last."""

_Part = tuple[PageView, Box]


def signing_dates(pages: Sequence[PageView], sections: Sequence[Section]) -> list[Field]:
    """The latest full date outside of the narrative and of the person's particulars: the employer's.

    Those of the other signatures are given below 0.5.
    """
    found = []
    for view in pages:
        told = [
            union(line.box for line in s.prose)
            for s in sections
            if s.view is view and s.part == "report" and len(s.run.squashed) > 60 and s.prose
        ]
        for line in view.lines:
            if _of_the_print(view, line):
                continue
            if not any(line.box.covered_by(region) > 0.6 for region in told):
                found += [(day, row, c) for row in _apart(line) for day, c in _dates_of(view, row)]
    if not found:
        return []
    found = [entry for entry in found if "filled_in" not in entry[2].notes] or found
    persons = [(s.view, s.region) for s in sections if s.part == "final" and _OWN_PART.search(s.heading)]
    employer_s, sure = _employer_s(found, persons, any(_has_seal(view) for view in pages))
    sure = sure and employer_s >= max(_events(pages), default=employer_s)
    factor = 1.0 if found[-1][0] == employer_s else 0.7
    limit = 1.0 if sure else _OTHERS_DATE
    own = [(c, min(c.quality * factor, limit)) for day, _, c in found if day == employer_s]
    fields = chosen("signed_on", (replace(c, quality=quality) for c, quality in own))
    near = {
        c.value: c
        for day, line, c in found
        if day != employer_s and abs(day - employer_s) < _ONE_ROUND and _signs(line)
    }
    others = [replace(c, quality=min(c.quality, _OTHERS_DATE), notes=(*c.notes, "earlier")) for c in near.values()]
    return [*fields, *(c.view.field("signed_on", c.value, c.span, c.quality, None, c.notes) for c in others)]


def _apart(line: Line) -> Sequence[Line]:
    """The line, or its pieces where a date stands behind another without anything between (`2020.12.25  2021.1.6`)."""
    for at, (one, other) in enumerate(pairwise(line.inks), start=1):
        if _DATE_ENDS.search(one.text) and _DATE_BEGINS.match(other.text):
            return (Line(line.inks[:at]), *_apart(Line(line.inks[at:])))
    return (line,)


def _events(pages: Sequence[PageView]) -> Iterator[date]:
    """The days on which something is told to have been done (`于2021年12月23日召开会议`): nobody signs before."""
    for view in pages:
        text = view.flow.text
        for spot in dates.find_all(view.flow.plain):
            if (
                spot.value.precision == "day"
                and _EVENT.match(text[spot.end :])
                and text[: spot.start].endswith(("于", "在"))
            ):
                yield spot.value.earliest()


def _employer_s(
    found: Sequence[tuple[date, Line, Candidate]], persons: Sequence[_Part], seal: bool
) -> tuple[date, bool]:
    """The day on which the employer signed: the latest, unless a person signed then and a seal is by an earlier one.

    Unsure where only persons signed although there is a seal: the date by it may not have been read.
    """
    latest = max(day for day, _, _ in found)
    last = [(line, c) for day, line, c in found if day == latest]
    stamped = [day for day, line, c in found if _sealed(line, c) and not _only_person_s(line, c, persons)]
    if stamped and all(_only_person_s(line, c, persons) for line, c in last):
        return max(stamped), True  # a seal reaches into the row in which the person signed after it
    if any(_sealed(line, c) or not _BY_PERSON.search(line.text) for line, c in last):
        return latest, True
    sealed = [day for day, line, c in found if _sealed(line, c)]
    return (max(sealed), True) if sealed else (latest, not seal)


def _only_person_s(line: Line, candidate: Candidate, persons: Sequence[_Part]) -> bool:
    """Whether only a person signs on the line, or it stands in the part of the form for the person appraised."""
    if _BY_SEAL.search(line.text) is not None:
        return False
    parts = [part for view, part in persons if view is candidate.view]
    return _BY_PERSON.search(line.text) is not None or any(line.box.covered_by(part) > _WITHIN for part in parts)


def _of_the_print(view: PageView, line: Line) -> bool:
    """Whether a line is what a browser or a portal prints at the edge of a page: an address, or day and time."""
    edge = not 0.06 < (line.box.cy - view.bounds.y0) / max(view.bounds.height, 1.0) < 0.94
    return "http" in line.text or (edge and re.search(r"\d{1,2}:\d\d", line.text) is not None)


def _has_seal(view: PageView) -> bool:
    return any(mark.kind == "seal" and mark.box.height > _LARGE_SEAL * view.glyph for mark in view.marks)


def _sealed(line: Line, candidate: Candidate) -> bool:
    """Whether a date stands by the word for a seal or under one."""
    box = candidate.span.box
    near = box.grown(0.5 * box.height)
    seals = [m.box for m in candidate.view.marks if m.kind == "seal" and m.box.height > _LARGE_SEAL * box.height]
    return _BY_SEAL.search(line.text) is not None or any(near.intersection(seal) for seal in seals)


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
        if re.match(r"日?(?:之|以)?前|[至~到—]|[-一][\d(]|日?(?:出?生)", text[spot.end :]):
            continue
        span = line.flow.span(spot.start, spot.end)
        unsure = "under_seal" in span.notes and span.confidence < _SURE_DATE_UNDER_SEAL
        quality = 0.5 if spot.value.doubtful or unsure else 0.96
        if _CLOCK.match(text[spot.end :]) or _of_a_process(view, span.box):
            quality = min(quality, _OTHERS_DATE)
        notes = ("filled_in",) if _FILLED_IN.search(around) else ()
        yield spot.value.earliest(), Candidate(spot.value.iso(), view, span, quality, notes)
    for torn in mended_dates(line.flow.plain):
        span = line.flow.span(torn.start, torn.end)
        yield torn.value.earliest(), Candidate(torn.value.iso(), view, span, 0.4, ("doubtful",))


def _of_a_process(view: PageView, box: Box) -> bool:
    """Whether a date stands under a header such as 操作时间: a system has noted it, nobody has signed."""
    heads = [ink.box for ink in view.inks if _NOTED.fullmatch(ink.text)]
    return any(head.y0 < box.y0 and head.x0 - head.width < box.cx < head.x1 + head.width for head in heads)


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
