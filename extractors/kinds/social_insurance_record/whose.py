"""Whose an insurance record is, and when it was printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.kinds import parsers
from extractors.kinds.candidates import Candidate, Parsed, labelled
from extractors.kinds.record_parsers import at_labels
from extractors.kinds.signing import issue_date
from extractors.kinds.social_insurance_record.pieces import UNSURE
from extractors.kinds.study import Study
from extractors.layout.neighbours import LabelledPage
from extractors.text import HAN
from extractors.values import date_ranges, id_number, names

_CERTIFIED = re.compile(
    r"(?:证明|参保证明)?(?:兹证明|[兹现今]有|经查|证明|参保人|(?:单位|公司)(?:职工|员工)|职工)[:,]?"
    rf"(?P<name>(?![兹现今该本经])[{HAN}]{{2,4}}?|[{HAN}]{{1,6}}·[{HAN}]{{1,8}}?)(?=\((?!(?:19|20)\d\d\))|,|身份证|同志|性别|,?公民)"
)
_BEFORE_NUMBER = re.compile(
    rf"(?P<name>[{HAN}]{{2,4}}|[{HAN}]{{1,12}}·[{HAN}]{{1,12}})[:,|/]?\(?(?:公民|居民)?(?:身份证?|证件|社会保障)?(?:件?号码?)?[:]?(?=[0-9]{{3}}[0-9*]{{11,14}}[0-9Xx*])[0-9]{{3,6}}[0-9*]{{8,14}}[0-9Xx*]"
)
_TITLED = re.compile(
    rf"(?P<name>[{HAN}]{{2,3}}(?<![省市县区州旗镇]))(?:同志)?(?:的|个人)?(?:社会保险|社保|养老保险|参保|基本养老)"
)


def person(page: LabelledPage) -> Iterator[Candidate]:
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
        yield from _over_number(page)
    if "id_number" not in sure:
        for text in (flow, *(line.flow for line in view.lines)):  # in running text the next line's digits may follow
            for hit in id_number.find_all(text.plain)[:1]:
                yield Candidate("id_number", hit.value.number, view, text.span(hit.start, hit.end), 0.85, "pattern")
                return


def _over_number(page: LabelledPage) -> Iterator[Candidate]:
    """A name alone over a bare ID number, as apps and portals head their pages."""
    view = page.view
    placed = [(segment, segment.box(0, len(segment.text))) for segment in view.segments if segment.text]
    for number, box in placed:
        if id_number.parse(number.text) is None:
            continue
        for segment, over in placed:
            near = over.x0 < box.x1 and over.x1 > box.x0 and 0 < box.cy - over.cy < 4.0 * view.glyph
            value = names.parse(segment.plain) if near else None
            if value is not None and names.has_known_surname(value):
                yield Candidate("name", value, view, segment.span(0, len(segment.text)), 0.75, "heading")


def printed(page: LabelledPage, bottom: float | None) -> Iterator[Candidate]:
    """When the record was printed: at its label, else where it is signed, below `bottom`, the last of its months."""
    found = [_clear(replace(c, name="printed_on")) for c in labelled(page, "printed_on", _day)]
    yield from found
    if found:
        return
    for signed in issue_date(Study(page.view), page):
        under = bottom is not None and signed.span.box.cy > bottom
        if len(signed.value) > 7 and (under or page.view.depth(signed.span.box) > 0.3):
            sure = 0.8 if under and "doubtful" not in signed.notes else 0.0
            yield _clear(replace(signed, name="printed_on", quality=max(sure, 0.9 * signed.quality)))


def _clear(day: Candidate) -> Candidate:
    """`day`, unsure under a seal: a figure that its ink changes is read with a high score."""
    return replace(day, quality=min(day.quality, UNSURE)) if "under_seal" in day.span.notes else day


def _day(text: str) -> Parsed | None:
    """The date in a text that tells no period (查询日期: 2020年8月至2023年7月)."""
    return None if date_ranges.find_all(text) else parsers.date(text)
