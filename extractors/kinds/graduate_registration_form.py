"""高等学校毕业生登记表: a handwritten booklet of several pages; whose it is, of which school, when studied."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.kinds import parsers
from extractors.kinds.candidates import Candidate, Parsed, choose
from extractors.kinds.kind import KindScore
from extractors.kinds.periods import labelled_period
from extractors.kinds.record_parsers import at_labels
from extractors.kinds.wording import load_wording, score_wording
from extractors.layout.neighbours import LabelledPage
from extractors.layout.view import PageView
from extractors.text import HAN
from extractors.values import schools
from models.document import Field, Kind

_DEPARTMENT = re.compile(
    r"(?P<school>.{2,20}?(?:大学|学院|学校))(?:[,、/]|(?!附属|分校).{1,12}(?:系|学院|专业|部|班)$)"
)
_RELATIVES = re.compile(
    r"家庭(?:主要)?成员|社会关系|亲属|主要经历|本人(?:学历|简历)|主要学历|社会经历|学习和?工作经历|家庭情况|简历"
)
_HEADING = re.compile(
    r"(?P<school>.{4,24}?)(?:\d{4}届)?(?:本科|专科|本专科|普通|全日制|成人|函授|业余|夜大|网络|高等教育|高等学历教育|学历教育|继续教育)*毕业生登记表$"
)
_OF_DEPARTMENT = re.compile(rf"[{HAN}]{{2,10}}?系(?:[/、,]|(?![统列]))(?=[{HAN}]{{2}})")
_FORM = re.compile(r"(?:\d{4}届)?.{0,16}毕业生(?:情况)?登记表(?:\(.*\))?$")
_NO_SCHOOL = re.compile(r"^(?:[^大]{2,3}省)?(?:全日制|普通|成人|全国)*高等(?:学校|院校)|^高等")


def _school_alone(text: str) -> Parsed | None:
    """The school of 学校及系别, without the department behind it."""
    found = _DEPARTMENT.match(text)
    return parsers.school(found["school"]) if found else parsers.school(text)


def _major_alone(text: str) -> Parsed | None:
    """The major of 系科专业, without the department before it: 机械系模具设计与制造."""
    lead = _OF_DEPARTMENT.match(text)
    parsed = parsers.major(text[lead.end() :]) if lead else None
    if lead is None or parsed is None:
        return parsers.major(text)
    return parsed._replace(start=parsed.start + lead.end(), end=parsed.end + lead.end(), quality=0.9 * parsed.quality)


_LABELS = (
    ("name", parsers.person),
    ("gender", parsers.gender),
    ("birth_date", parsers.date),
    ("school", _school_alone),
    ("major", _major_alone),
    ("start_date", parsers.date),
    ("end_date", parsers.date),
)


@dataclass(frozen=True, slots=True)
class GraduateRegistrationForm:
    """What stands in the tables of relatives and schools attended is not the graduate's and left out."""

    id: Kind = "graduate_registration_form"

    def score(self, view: PageView) -> KindScore:
        return score_wording(view, load_wording(self.id))

    def extract(self, pages: Sequence[PageView]) -> list[Field]:
        found = [list(_candidates(view)) for view in pages]
        first = next((group for group in found if any(c.name == "name" for c in group)), [])
        known = {candidate.name for candidate in first}
        late = [c for group in found if group is not first for c in group]
        same = {(c.name, c.value) for c in first}
        return choose([*first, *(c for c in late if c.name not in known or (c.name, c.value) in same)])


def _candidates(view: PageView) -> Iterator[Candidate]:
    page = LabelledPage(view, load_wording("graduate_registration_form").vocabulary)
    floor = _relatives(view)
    found = at_labels(page, _LABELS)
    found += labelled_period(page)
    yield from (c for c in found if c.span.box.cy < floor)
    for line in view.lines:
        match = _HEADING.match(line.text)
        value = schools.parse(match["school"]) if match and not _NO_SCHOOL.match(match["school"]) else None
        if match and value:
            yield Candidate("school", value, view, line.flow.span(*match.span("school")), 0.9, "heading")
    yield from _above_heading(view)


def _above_heading(view: PageView) -> Iterator[Candidate]:
    """The school whose name is the row above the form's own, in letters as large."""
    for above, line in pairwise(view.lines[:6]):
        value = schools.parse(above.flow.plain) if _FORM.fullmatch(line.text) else None
        near = line.box.y0 - above.box.y1 < 3.0 * line.height and above.height > 0.7 * line.height
        if value and near and not _NO_SCHOOL.match(value) and above.flow.plain.startswith(value):
            yield Candidate("school", value, view, above.flow.span(0, len(value)), 0.85, "heading")
            return


def _relatives(view: PageView) -> float:
    """How far down the graduate's own particulars reach, in upright pixels."""
    places = [line.flow.box(*match.span()).cy for line in view.lines for match in _RELATIVES.finditer(line.text)]
    return min(places, default=float("inf"))
