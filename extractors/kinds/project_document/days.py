"""The day of a project's paper: at its label, else where it is signed; what other pages say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.kinds.candidates import Candidate, choose, labelled, labelled_by
from extractors.kinds.parsers import date
from extractors.kinds.project_document.parts import sort_of, team_of
from extractors.kinds.signing import issue_date, overlaps
from extractors.kinds.study import Study
from extractors.layout.neighbours import LabelledPage
from extractors.layout.view import PageView
from extractors.values import dates
from models.document import Field

_FURTHER = 0.49
_DRAWING = re.compile(r"更改文件号|未注(?:公差|圆角|倒角)|(?:阶段标记|图样代号)")
_MADE = re.compile(r"(?:印制|监制|编制|制定|制)$")
_PROOF = re.compile(r"(?<!结题)(?<!验收)(?<!完工)(?<!竣工)(?:证明|情况说明)(?:书|材料|函)?$")
_ALONE = re.compile(r"(?:\((?:盖?公?章|签[字名章])\)|(?:签[字署订章])?[日时][期间][:]?|[:_,。])*")
_ACCEPTED = re.compile(r"(?:顺利|正式|一次性|已)?(?:通过|完成)了?[^,。;\d]{0,14}?(?:验收|结题|鉴定|评审)")
_CERTIFIED = re.compile(r"证明(?:书|材料|函)?$|证书$")
_HELD = re.compile(r"(?:组织|召开|主持|召集|邀请)[^。]{0,60}(?:验收|鉴定|评审|结题|评价)")
_SIGNED_ON = re.compile(r"(?:签订|签署|订立|签约)(?:于|日期|时间)?[:为]?$")
_CONCLUDED = re.compile(r"(?:在.{2,12})?(?:共同|正式)?(?:签订|签署|订立|签约)")
_TITLED_PROOF = 40  # characters of a heading that names person and project
_CLAUSE, _SURE = 110, 0.5
_GOES_ON = re.compile(r"[至到~—\-起]")
_NUMBER, _NUMBER_LABEL = re.compile(r"(?:编号|代码|[文证书字批]号|序号|No\.?)[:]?[A-Z]{0,8}-?$"), 14
_TIME = re.compile(r"\d{1,2}:\d\d")
_BEGINNINGS = ("起始", "开始", "启动", "开工", "计划开", "合同开")  # beside them the other day is that of the end
_OWN_DAY = {
    "验收": re.compile("验收|鉴定|结题|评审|评价"),
    "合同": re.compile("签|订立|合同|协议"),
    "立项": re.compile("立项|下达|批复|评审|签"),
}
_FULL = len("2021-04-16")
_AGREED, _UNSURE = 0.85, 0.45


def days_of(page: LabelledPage) -> Iterator[Candidate]:
    """The days at labels; where none is sure the one that the paper is signed on."""
    days = _at_labels(page)
    if not days and not any(hit.label.startswith(_BEGINNINGS) for hit in page.hits):
        days = [replace(day, source="second") for day in labelled(page, "date", date, label="_second_date")]
    yield from days
    if any(day.confidence >= 0.5 for day in days):
        return
    if concluded := [*_concluded(page.view), *_passed_on(page.view)]:
        yield concluded[0]
        return
    signed = _signed_days(page.view)
    terms = [value.span().box for hit in page.hits if hit.name == "_period" for value in page.values(hit)]
    for candidate in issue_date(Study(page.view), page):
        if _numbers_something(candidate) or overlaps(candidate.span.box, terms):
            continue
        if _when_the_form_was_made(candidate) or _beside_a_person(candidate):
            continue
        later = _later(candidate)
        if _with_time(candidate):
            later = replace(later, quality=min(later.quality, _UNSURE), notes=(*later.notes, "doubtful"))
        elif len(signed) > 1 and set(signed) == {later.value}:
            later = replace(later, quality=max(later.quality, _AGREED), notes=())
        elif len(set(signed)) > 1 or _is_proof(page.view):
            later = replace(later, quality=min(later.quality, _UNSURE), notes=(*later.notes, "conflict"))
        yield later


def _at_labels(page: LabelledPage) -> list[Candidate]:
    """The days at labels: of an acceptance when it was accepted and not when the project began, and so on."""
    found = [(hit, day) for hit in page.hits if hit.name == "date" for day in labelled_by(page, "date", date, hit)]
    sort = sort_of(page.view)
    fitting = [day for hit, day in found if sort is not None and _OWN_DAY[sort[0]].search(hit.label)]
    return fitting or [day for _, day in found]


def _signed_days(view: PageView) -> list[str]:
    """The full days that stand by themselves, as they do behind signatures."""
    found = []
    for segment in view.segments:
        for hit in dates.find_all(segment.plain):
            beside = segment.text[: hit.start] + segment.text[hit.end :]
            if hit.value.day and _ALONE.fullmatch(beside):
                found.append(hit.value.iso())
    return found


def _concluded(view: PageView) -> Iterator[Candidate]:
    """The day of which a sentence says that the contract was concluded: `本合同于2021年8月20日签订`."""
    text = view.flow.text
    for hit in Study(view).dated.dates:
        before = text[max(0, hit.start - 8) : hit.start]
        said = _SIGNED_ON.search(before) or (before.endswith("于") and _CONCLUDED.match(text, hit.end))
        if hit.value.day and said:
            yield Candidate("date", hit.value.iso(), view, view.flow.span(hit.start, hit.end), _AGREED, "sentence")


def _passed_on(view: PageView) -> Iterator[Candidate]:
    """The day on which a proof says that the project was accepted: `于2021年1月5日通过结题验收`."""
    text = view.flow.text
    for hit in Study(view).dated.dates if _certifies(view) else ():
        if hit.value.day and text.endswith("于", 0, hit.start) and _ACCEPTED.match(text, hit.end):
            yield Candidate("date", hit.value.iso(), view, view.flow.span(hit.start, hit.end), _AGREED, "sentence")


def _certifies(view: PageView) -> bool:
    """Whether a letter or certificate says of a project that it was accepted."""
    return any(_CERTIFIED.search(line.text) for line in view.lines[:4])


def _numbers_something(candidate: Candidate) -> bool:
    """Whether what seems to be a month is the number at a label: `课题编号：2021-02`."""
    text = candidate.view.flow.text
    at = text.find(candidate.span.text)
    return at > 0 and _NUMBER.search(text, max(0, at - _NUMBER_LABEL), at) is not None


def _with_time(candidate: Candidate) -> bool:
    """Whether the time of day follows: when somebody pressed a button."""
    text = candidate.view.flow.text
    at = text.find(candidate.span.text)
    return at >= 0 and _TIME.match(text, at + len(candidate.span.text)) is not None


def _is_proof(view: PageView) -> bool:
    """Whether a letter vouches for the project, some time after it."""
    return any(_PROOF.search(line.text) and len(line.text) <= _TITLED_PROOF for line in view.lines[:4])


def _when_the_form_was_made(candidate: Candidate) -> bool:
    """Whether the row over a date names the office that made the form: `某厅制`, `二〇一八年十月`."""
    box = candidate.span.box
    over = [line for line in candidate.view.lines if 0 < box.cy - line.box.cy < 3 * candidate.view.glyph]
    last = max((line for line in over if line.box.y1 < box.cy), key=lambda line: line.box.cy, default=None)
    return last is not None and _MADE.search(last.text) is not None


def _beside_a_person(candidate: Candidate) -> bool:
    """Whether a date stands on a row of the team's table: a birthday, or when somebody took part."""
    middle = candidate.span.box.cy
    rows = (member.span.box for member in team_of(candidate.view))
    return any(row.y0 - 0.5 * row.height < middle < row.y1 + 0.5 * row.height for row in rows)


def _later(candidate: Candidate) -> Candidate:
    """The day a paper is signed; dates in prose of a long paper are no such day."""
    drawn = _DRAWING.search(candidate.view.flow.text) is not None  # the day when a part was drawn
    low = candidate.view.depth(candidate.span.box) > 0.6 and not drawn
    return replace(candidate, name="date", quality=candidate.quality * (0.85 if low else 0.5))


def settled_days(pages: Sequence[PageView], by_page: Sequence[Sequence[Candidate]]) -> list[Field]:
    """The day of each page; beside a labelled one, and beside a full day, the others are no second answer."""
    days = [field for found in by_page for field in choose(found)]
    by_label = any(candidate.source == "label" for found in by_page for candidate in found)
    second = {c.value for found in by_page for c in found if c.source == "second"}
    signed = {day.value for day in days if day.confidence >= _SURE and len(day.value) == _FULL} - second
    if second and len(signed) == 1:  # when the form was filled in does not count beside the day of signing
        days = [_beside(day, replace(day, value=min(signed))) for day in days]
    days = [_beside(day, days[0]) if by_label else day for day in _fuller(days)]
    if not any(day.confidence >= _SURE for day in days):
        days += [field for view in pages for field in _held_on(view)][:1]
    if not by_label or not days or days[0].confidence < _FURTHER:
        return days
    shown = {day.page for day in days if day.value == days[0].value}
    again = [field for view in pages if view.page.number not in shown for field in _again(view, days[0])]
    return [*days, *again]


def _held_on(view: PageView) -> Iterator[Field]:
    """The day that an opinion on the project begins with: `2022年9月25日，某局组织专家组对…进行了验收`."""
    text = view.flow.text
    for hit in Study(view).dated.dates:
        clause = re.split("。", text[hit.end : hit.end + _CLAUSE], maxsplit=1)[0]
        opens = hit.start == 0 or view.flow.is_word_start(hit.start) or text[hit.start - 1] in "。;:于"
        if hit.value.day and opens and not _GOES_ON.match(clause) and _HELD.search(clause):
            yield view.field("date", hit.value.iso(), view.flow.span(hit.start, hit.end), 0.75)
            return


def _again(view: PageView, day: Field) -> Iterator[Field]:
    """Where another page says the very day."""
    hit = next((hit for hit in Study(view).dated.dates if hit.value.iso() == day.value), None)
    if hit is not None and len(day.value) == _FULL:
        yield view.field("date", day.value, view.flow.span(hit.start, hit.end), _AGREED)


def _fuller(days: Sequence[Field]) -> list[Field]:
    """A month alone (of a cover, or when its form was made) is no second answer beside a day."""
    most = max((len(day.value) for day in days if day.confidence >= _FURTHER), default=0)
    less = [len(day.value) < most for day in days]
    return [
        replace(day, confidence=min(day.confidence, _FURTHER)) if shorter else day
        for day, shorter in zip(days, less, strict=True)
    ]


def _beside(day: Field, first: Field) -> Field:
    """A day on a further page than the labelled one: when somebody signed there, which is no second answer."""
    if day.value == first.value:
        return day
    return replace(day, confidence=min(day.confidence, _FURTHER))
