"""聘书, 聘任证书 and 聘任文件: who is appointed to what, by whom, from when to when; one `row` a person where several are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rapidfuzz import fuzz

from extractors.kinds import parsers
from extractors.kinds.appointment_letter_lists import listed_rows, term_rows
from extractors.kinds.candidates import Candidate, Parsed, choose, labelled
from extractors.kinds.kind import KindScore
from extractors.kinds.record_parsers import at_labels, body
from extractors.kinds.signing import body_name, issue_date, overlaps, seal_body, signature
from extractors.kinds.study import Study
from extractors.kinds.wording import load_wording, score_wording
from extractors.layout.neighbours import LabelledPage, Value
from extractors.layout.view import PageView
from extractors.text import HAN
from extractors.values import date_ranges, names, numerals, organisations, titles
from models.document import Field, Kind

_POST = re.compile(
    r"(?:经理|主任|主管|负责人|部长|科长|处长|厂长|院长|所长|总监|组长|班长|总工|总工程师|助理|专员|专家|顾问|工程师|员|师|长)$"
)
_APPOINTED = re.compile(
    rf"(?:兹?续?聘[任请用]?|特聘[任请]?|任命|委任)(?!书|约|证|通知|文件|单位|期|合同|职|(?<!任)任|请|用|以下|下列|您|你|其|该|本|我)[:_,]*"
    rf"(?P<name>[{HAN}]{{1,12}}(?:·[{HAN}]{{1,12}}?){{1,3}}?|[{HAN}]{{2,8}}?)[_,]*"
    r"(?=同志|先生|女士|老师|\(|,?身份证|为|担任|出任|任(?!命)|(?:我|本)(?:公司|单位|厂|院))"
)
_WHO = rf"(?P<name>[{HAN}]{{1,12}}(?:·[{HAN}]{{1,12}}){{1,3}}|[{HAN}]{{2,4}})"
_ADDRESSED = re.compile(rf"(?:尊敬的|致[:]?)?{_WHO}[_]*(?:同志|先生|女士)[:,]")
_GREETED = re.compile(rf"(?:尊敬的|致[:]?)?{_WHO}[_]*:(?=[^:。]{{0,40}}聘)")
_OF_WHOM = re.compile(  # 沈若岚同志自…至…受聘为…
    rf"{_WHO}[_]*(?:同志|先生|女士)(?=[,]?(?:自|从|于|原|现|经|因|已|被|受|具|符|[12]\d{{3}}年)[^。]{{0,80}}?聘)"
)
_CERTIFIED = re.compile(
    rf"(?:兹证明|证明)[:]?(?:(?:我|本)(?:公司|单位|厂|院|局))?(?:职工|员工|工作人员)?(?P<name>[{HAN}]{{1,12}}(?:·[{HAN}]{{1,12}}?){{1,3}}?|[{HAN}]{{2,4}}?)(?=同志|先生|女士|\(|,|身份证|性别|,?[男女],|历[年次]|近\d?|自[12一二]|[的之]?聘任(?:情况|经历)|[系为是现](?:我|本|该|在|[{HAN}()]{{2,24}}?(?:公司|职工|员工)))"
)
_BEHIND_NAME = re.compile(
    r"[_,]*(?:同志|先生|女士|老师)?(?:\([^()]*\))?[_,]*"
    rf"(?:(?:为|担任|出任|任(?![职期]))[:_\"]*|(?=[{HAN}]{{2,10}}[员师](?:专业)?(?:技术)?(?:职务|资格|职称)))"
)
_APPOINTS = re.compile(
    r"(?:聘[任请用]?|任命|委任)[_]*(?:(?:您|你|其|该同志|乙方|受聘(?:人|者|方|人员))[_]*(?:为|担任|出任|任|从事)|为|担任|出任)[:_\"]*"
    rf"|(?:聘[任请用]?|任命)(?:该同志|其|您|你)的?(?=[{HAN}]{{2,10}}[员师](?:专业)?(?:技术)?职务)"
    r"|(?:聘任|聘用|受聘)的?(?:专业技术)?(?:职务|岗位)(?:名称)?[为是]"
    r"|(?<!拟)(?<!的)受聘(?!人|者|方|于|职务|岗位|单位|期|时间|起|日|资格|技术|专业技术)(?:为|担任)?"
)
_COMRADE_IS = re.compile(r"(?:同志|先生|女士)[_,]*(?:为|担任|任)[:_\"]*")
_WHAT = re.compile(
    rf"(?:(?:我|本|该)(?:公司|单位|厂|院|校|所|集团))?[_\"]*(?:[{HAN}]{{2,10}}_+专业_+)?(?P<title>[{HAN}A-Za-z()、]{{2,40}}?)"
    r"(?=(?:专业)?技术职务|职务|一职|岗位|职称|(?:任职)?资格|[\"_(,.。;:]|的(?:决定|通知|批复|公告)|聘[期任用]|任期|自[12一二]|[12]\d{3}年|特发|[A-Z][a-z]|$)"
)
_HEADED = re.compile(
    rf"(?P<body>[{HAN}()]{{4,30}}?(?:公司|集团|研究院|设计院|医院|院|研究所|所|厂|中心|局|学校))"
    r"(?=文件|关于|(?:20\d\d年?)?(?:度)?(?:专业技术|职称|中层|聘[任用书])|20\d\d年|人员聘|技术人员)"
)
_DEPARTMENT = re.compile(
    rf"(?P<body>[{HAN}()]{{4,}}(?:公司|集团|研究院|设计院|厂))(?:人力资源|人事|行政|综合|组织|政工|劳资|综合管理|人事行政|党群)(?:管理|教育)?(?:部|科|处|室|办公室|中心)"
)
_ONE_BODY = 70
_SHORTEST = 6  # 研发中心 is a part of somebody
_NOT_A_NAME = re.compile(r"先生|女士|同志|[您你我该本其]")
_TERM = re.compile(
    r"(?:聘|任)[期用][为限:]{0,2}(?P<years>[一二两三四五六七八九十\d]{1,2})年(?!\d|[一二三四五六七八九十]{1,2}月)"
)
_PAST = re.compile(r"已满|已?期满|已?届满|到期|原聘|上[一]?(?:个)?聘期|前[一]?(?:个)?聘期|首聘")
_ROW_SIGNS = (
    ("start_date", re.compile(r"[自从起始][:]?|起始[:]?|开始[:]?|(?:聘[任用]?)?起(?:始)?(?:时间|日期)[:]?")),
    ("end_date", re.compile(r"[止至到终][:]?|终止[:]?|截止[:]?|结束[:]?|(?:聘[任用]?)?[终截]?止(?:时间|日期)[:]?")),
)
_OF_BODY = re.compile(rf"(?P<body>[{HAN}()]{{4,}}?(?:公司|集团|研究院|设计院))(?=[{HAN}]{{3,}})")
_OF_DEPARTMENT = re.compile(rf"[{HAN}]{{2,8}}?(?:中心|[部处科室]|车间|分厂|分公司|事业部|研究所)(?=[{HAN}]{{2,}})")
_IN_SENTENCE = re.compile(r"兹|现?聘|任命|经研究|根据|.{0,12}同志")
_PAPER = re.compile(r"书$|合同$|协议$|证明$|通知$|决定$")
_UNTIL = r"(?:聘任?|聘期|任期|任职|有效期?|期限|生效|[,、])[至到]$"
_YEAR_ALONE = 4  # characters: the rest of the date stands in the next row
_NO_TERM = re.compile(r"出生|生于|学习|毕业|取得|评审")


@dataclass(frozen=True, slots=True)
class AppointmentLetter:
    """A post that is no professional title (技术部经理) is read as it stands; an end that is not printed is not worked out."""

    id: Kind = "appointment_letter"

    def score(self, view: PageView) -> KindScore:
        return score_wording(view, load_wording(self.id))

    def extract(self, pages: Sequence[PageView]) -> list[Field]:
        rows = listed_rows(pages) or term_rows(pages)
        listed = {field.name for field in rows}
        single = choose(candidate for view in pages for candidate in _candidates(view))
        single = [field for field in single if field.name != "issue_date" or not _ends_a_term(field, [*rows, *single])]
        single = [field for field in single if not _beside_a_person(field, rows)]
        return [*rows, *_shared_term(rows, single), *(field for field in single if field.name not in listed)]


def _ends_a_term(issued: Field, fields: Sequence[Field]) -> bool:
    """Whether the date of issue is read from the place of a term, so that it is the term's begin or end."""
    terms = [f.box for f in fields if f.name in ("start_date", "end_date") and f.page == issued.page and f.box]
    return issued.box is not None and any(issued.box.covered_by(box.grown(2)) > 0.6 for box in terms)


def _shared_term(rows: Sequence[Field], single: Sequence[Field]) -> Iterator[Field]:
    """The term that a paper of several persons tells once, for those whose row tells none; not where a row tells another."""
    told = {(field.row, field.name) for field in rows}
    terms = {(f.name, f.value) for f in single}
    if any((f.name, f.value) not in terms for f in rows if f.name in ("start_date", "end_date")):
        return
    for row in sorted({field.row for field in rows if field.row is not None}):
        for field in single:
            if field.name in ("start_date", "end_date") and (row, field.name) not in told:
                yield replace(field, row=row)


def _beside_a_person(field: Field, rows: Sequence[Field]) -> bool:
    """Whether a term stands on the line of one of the persons listed, under a head that is not known: it is that person's."""
    if field.box is None or field.name not in ("start_date", "end_date"):
        return False
    names = [f.box for f in rows if f.name == "name" and f.page == field.page and f.box]
    column = len(names) > 1 and max(box.cx for box in names) - min(box.cx for box in names) < 2 * names[0].height
    return column and any(box.y0 < field.box.cy < box.y1 for box in names)


def post(text: str) -> Parsed | None:
    """What somebody is appointed to, as printed; a bare `…工程师` may be a post, so only 职务 or 资格 behind it makes it a title."""
    bare = re.sub(r"\([^()]*\)$", "", text.strip(",。;:._\"'"))
    plain = re.sub(r"(?:一职|岗位)$", "", bare)
    known = titles.parse(plain)
    if known is not None and (known != "工程师" or plain.startswith(known) or titles.compact(plain) != plain):
        at = max(0, text.rfind(known))
        return Parsed(known, at, min(len(text), at + len(known)))
    plain = re.sub(r"(?:专业)?(?:技术)?职务$", "", plain)
    if _PAPER.search(plain):
        return None
    if known is not None and plain.endswith(f"专业{known}") and (at := text.rfind(known)) >= 0:
        return Parsed(known, at, at + len(known))
    start = max(0, text.find(plain))
    if found := re.match(rf"[{HAN}()]{{4,}}?(?:公司|集团|研究院|设计院|中心|厂)(?=[{HAN}]{{3,}})", plain):
        start, plain = start + found.end(), plain[found.end() :]
        within = _OF_DEPARTMENT.match(plain)
        if within is not None and titles.parse(plain[within.end() :]) == plain[within.end() :]:
            start, plain = start + within.end(), plain[within.end() :]
    if not 2 <= len(plain) <= 20 or re.search(
        r"\d|年|期|[:,。;]|盖章|日期|^(?:我|本|该)(?:公司|单位|厂|院)$|(?:合同|协议|证明|通知|决定)?书$|合同$|协议$|证明$",
        plain,
    ):
        return None
    return Parsed(plain, start, start + len(plain), 0.9 if _POST.search(plain) else 0.45)


def professional(text: str) -> Parsed | None:
    """A professional title, without its specialty; else what `post` makes of it, but for the end of a row in a sentence."""
    if text[:1] in ("为", "是") and titles.parse(text) is None:
        return None
    known = titles.parse(text)
    at = text.find(known) if known else -1
    return Parsed(known, at, at + len(known)) if known and at >= 0 else post(text)


_LABELS = (("name", parsers.person), ("title", professional), ("employer", body))


def _candidates(view: PageView) -> Iterator[Candidate]:
    page = LabelledPage(view, load_wording("appointment_letter").vocabulary)
    study = Study(view)
    found = [*at_labels(page, _LABELS), *labelled(page, "title", post, label="_post")]
    yield from found
    sure = {candidate.name for candidate in found if candidate.confidence >= 0.5}
    if not {"name", "title"} <= sure:
        yield from (c for c in _said(study) if c.name not in sure)
    if "employer" not in sure:
        yield from _signing(page)
    yield from _term(study, page)
    yield from issue_date(study, page)


def _said(study: Study) -> Iterator[Candidate]:
    """Name and title in the sentence: 兹聘任…同志为…, or …同志：聘任您为…."""
    flow = study.flow
    found = _named(study)
    if found is not None:
        match, value, quality = found
        known = 1.0 if names.has_known_surname(value) and len(value) <= 4 else 0.75
        yield study.candidate("name", value, match.span("name"), quality * known)
    else:
        yield from _large_name(study.view)
    close = _BEHIND_NAME.match(flow.text, found[0].end()) if found and found[0].re is _APPOINTED else None
    close = close or _APPOINTS.search(flow.text, found[0].end() if found else 0) or _COMRADE_IS.search(flow.text)
    begin = close.end() if close else None
    what = _WHAT.match(flow.text, begin) if begin is not None else None
    if what is None:
        return
    at, end = what.span("title")
    if (within := _OF_BODY.match(flow.plain, at, end)) and organisations.parse(within["body"]):
        yield study.candidate("employer", within["body"], within.span("body"), 0.85)
    called = re.compile(r"(?:专业)?(?:技术)?职务|职称|(?:任职)?资格").match(flow.text, end)
    parsed = (professional if called else post)(flow.plain[at:end])
    if parsed is not None:
        yield study.candidate("title", parsed.value, (at + parsed.start, at + parsed.end), 0.95 * parsed.quality)


def _large_name(view: PageView) -> Iterator[Candidate]:
    """A name in large letters on a row of its own."""
    for segment in view.segments:
        large = segment.inks[0].box.height >= 1.3 * view.glyph
        value = names.parse(segment.plain) if large and 2 <= len(segment.plain) <= 4 else None
        if value and names.has_known_surname(value):
            yield Candidate("name", value, view, segment.span(0, len(segment.text)), 0.75, "heading")
            return


def _named(study: Study) -> tuple[re.Match[str], str, float] | None:
    """Who is appointed: behind 聘任, or addressed where a word begins."""
    flow = study.flow
    matches = [(match, 0.97) for match in _APPOINTED.finditer(flow.text)]
    matches += [(match, 0.95) for start in flow.starts if (match := _ADDRESSED.match(flow.text, start))]
    matches += [(match, 0.93) for match in _CERTIFIED.finditer(flow.text)]
    matches += [(match, 0.9) for start in flow.starts if (match := _OF_WHOM.match(flow.text, start))]
    matches += [(match, 0.9) for start in flow.starts if (match := _GREETED.match(flow.text, start))]
    # 关于聘任…同志职务的通知 names the person, but only the sentence goes on with the title.
    matches.sort(key=lambda pair: pair[0].re is _APPOINTED and not _BEHIND_NAME.match(flow.text, pair[0].end()))
    for match, quality in matches:
        value = names.parse(flow.plain[slice(*match.span("name"))])
        somebody = match.re is not _GREETED or (value is not None and names.has_known_surname(value))
        if value is not None and somebody and not _NOT_A_NAME.match(value):
            return match, value, quality
    return None


def _term(study: Study, page: LabelledPage) -> Iterator[Candidate]:
    """From when to when, at labels (one label may hold both), or in the sentence."""
    values = page.find("start_date")
    firm = [c for value in values if value.hit.colon for c in _term_at(page, value)]
    firm += labelled(page, "end_date", parsers.date)
    firm += _end_below(study, firm)
    firm += _in_two_rows(study.view, {c.name for c in firm})
    known = {c.name for c in firm if len(c.value) > _YEAR_ALONE}
    said = [c for c in _term_said(study) if c.name not in known] if known != {"start_date", "end_date"} else []
    if known == {"start_date"}:  # a sentence's end may be another term's
        said = []
    told = {c.name for c in (*firm, *said)}
    loose = [c for value in values for c in _term_at(page, value)]
    yield from (*firm, *said, *(c for c in loose if not told or (c.name == "start_date" and c.name not in told)))


def _end_below(study: Study, firm: Sequence[Candidate]) -> Iterator[Candidate]:
    """The end of a term whose label's row holds only its begin: the rest stands in the next row."""
    if any(c.name == "end_date" for c in firm):
        return
    starts = [c for c in firm if c.name == "start_date"]
    for hit in study.dated.ranges:
        start, end = hit.value.start, hit.value.end
        box = study.flow.box(*hit.first)
        same = any(c.value == start.iso() and c.span.box.covered_by(box.grown(4)) > 0.6 for c in starts)
        if same and end is not None:
            torn = end.doubtful or len(end.iso()) < len(start.iso())
            yield study.candidate("end_date", end.iso(), hit.last, 0.95 * _trust(torn))
            return
    for single in study.dated.dates:
        box = study.flow.box(single.start, single.end)
        if any(c.value == single.value.iso() and c.span.box.covered_by(box.grown(4)) > 0.6 for c in starts):
            yield from _end_said(study, single.end)
            return


def _in_two_rows(view: PageView, known: set[str]) -> Iterator[Candidate]:
    """A term whose begin and end have a row each, behind 起 and 止."""
    found: list[Candidate] = []
    for line in view.lines:
        for one, other in pairwise([piece for piece in line.segments if piece.text]):
            name = next((name for name, sign in _ROW_SIGNS if sign.fullmatch(one.text)), None)
            parsed = parsers.date(other.plain) if name is not None else None
            if name is not None and parsed is not None and parsed.start == 0:
                span = other.span(parsed.start, parsed.end)
                found.append(Candidate(name, parsed.value, view, span, 0.95 * parsed.quality, "label", parsed.notes))
    if {c.name for c in found} == {"start_date", "end_date"}:
        yield from (c for c in found if c.name not in known)


def _sentence(text: str, start: int, end: int) -> str:
    """The sentence around text[start:end]."""
    stop = text.find("。", end)
    return text[text.rfind("。", 0, start) + 1 : stop if stop >= 0 else len(text)]


def _term_said(study: Study) -> Iterator[Candidate]:
    text = study.flow.text
    years = _TERM.search(text)
    count = numerals.parse(years["years"]) if years else None
    notes = (f"term_years={count}",) if count else ()
    for hit in study.dated.ranges:
        if _NO_TERM.search(text[max(0, hit.start - 6) : hit.start] + text[hit.end : hit.end + 5]):
            continue
        if _PAST.search(_sentence(text, hit.start, hit.end)) and hit is not study.dated.ranges[-1]:
            continue
        start, end = hit.value.start, hit.value.end
        yield study.candidate("start_date", start.iso(), hit.first, 0.97 * _trust(start.doubtful), *notes)
        if end is not None:
            yield study.candidate(
                "end_date", end.iso(), hit.last, 0.97 * _trust(end.doubtful or len(end.iso()) < len(start.iso()))
            )
        else:
            yield from _end_said(study, hit.end)
        return
    for single in study.dated.dates:
        before, after = text[max(0, single.start - 1) : single.start], text[single.end : single.end + 1]
        if before in ("自", "从") or after == "起":
            place = (single.start, single.end)
            yield study.candidate("start_date", single.value.iso(), place, 0.93 * _trust(single.value.doubtful), *notes)
            yield from _end_said(study, single.end)
            return


def _end_said(study: Study, begin: int) -> Iterator[Candidate]:
    """The end that the sentence of a begin tells later: 2015年1月1日起被聘任为…,聘任至2019年12月31日."""
    text = study.flow.text
    stop = text.find("。", begin)
    for single in study.dated.dates:
        told = re.search(_UNTIL, text[max(0, single.start - 5) : single.start])
        if begin <= single.start < (stop if stop >= 0 else len(text)) and told:
            place = (single.start, single.end)
            yield study.candidate("end_date", single.value.iso(), place, 0.9 * _trust(single.value.doubtful))
            return


def _trust(doubtful: bool) -> float:
    return 0.45 if doubtful else 1.0


def _term_at(page: LabelledPage, value: Value) -> Iterator[Candidate]:
    ranges = date_ranges.find_all(value.text)
    if ranges:
        hit = ranges[0]
        span = value.span(hit.start, hit.end)
        trust = value.quality * _trust(hit.value.start.doubtful)
        yield Candidate("start_date", hit.value.start.iso(), page.view, span, trust, "label")
        if hit.value.end is not None:
            shorter = len(hit.value.end.iso()) < len(hit.value.start.iso())  # torn at the end of a row
            trust = value.quality * _trust(hit.value.end.doubtful or shorter)
            yield Candidate("end_date", hit.value.end.iso(), page.view, span, trust, "label")
        return
    parsed = parsers.date(value.text)
    if parsed is not None and value.way != "below":
        span = value.span(parsed.start, parsed.end)
        yield Candidate(
            "start_date", parsed.value, page.view, span, value.quality * parsed.quality, "label", parsed.notes
        )


def _heading_body(view: PageView) -> Candidate | None:
    """The body that a heading begins with: `…公司文件`, `…公司专业技术人员聘任名单`."""
    for line in view.lines[:6]:
        found = _HEADED.match(line.flow.plain)
        body = organisations.parse(found["body"]) if found else None
        if found and body is not None:
            return Candidate("employer", body.name, view, line.flow.span(0, len(found["body"])), 0.8, "heading")
    return None


def _employing(text: str) -> Parsed | None:
    """An employer that is all of `text` but for the department that signs for it."""
    found = _DEPARTMENT.fullmatch(text)
    return body_name(found["body"]) if found else body_name(text)


def _signing(page: LabelledPage) -> Iterator[Candidate]:
    """The body that signs below; without one the body whose seal it is, or whose heading stands above."""
    view, claimed = page.view, page.claimed("employer")  # 工作部门 names a part of it
    signed = signature(view, "employer", _employing, below=0.45)
    signed = [c for c in signed if not overlaps(c.span.box, claimed)]
    headed = _heading_body(view)
    if signed:
        yield from (c for c in signed if c.source == "heading")
        last = max(signed, key=lambda c: c.span.box.cy)
        torn = headed is not None and headed.value != last.value and fuzz.ratio(headed.value, last.value) >= _ONE_BODY
        if headed is not None and torn:  # two readings of one name: a heading has no seal over it
            yield headed
            last = replace(last, quality=min(last.quality, 0.4), notes=(*last.notes, "conflict"))
        yield last
        return
    if headed is not None:
        yield headed
        return
    for segment in view.segments:
        if _IN_SENTENCE.match(segment.text):
            continue
        text = re.sub(r"(?:文件|聘书|聘任证书|聘任书)$", "", segment.plain)
        body = organisations.parse(text)
        if body is not None and len(body.name) >= _SHORTEST and segment.plain.startswith(body.name):
            yield Candidate("employer", body.name, view, segment.span(0, len(body.name)), 0.75, "heading")
            return
    yield from seal_body(view, "employer")
