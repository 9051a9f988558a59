"""What stands where a certificate is signed: the date of issue and the name of the body that issues it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from extractors.kinds.candidates import Candidate, Parsed, labelled
from extractors.kinds.parsers import date
from extractors.kinds.study import Study
from extractors.kinds.twice_printed import with_clear_print
from extractors.layout.dated import DateHit
from extractors.layout.flow import Flow, Span
from extractors.layout.lines import Line
from extractors.layout.neighbours import LabelledPage
from extractors.layout.view import PageView
from extractors.text import simplified
from extractors.values import dates, organisations, schools
from models.geometry import Box

_NOT_ISSUE = re.compile(
    r"(?:打印|更新|有效期?至?|截止|查询|出生|生于|入学|验证|学习|取得|评审|认定|通过|批准|起算|自|从|于|在)[:日期时间年月至为]{0,5}$"
)
_GOES_ON = re.compile(
    r"(?:日)?[,.]?(?:出?生(?![产物])|[至到~—-]|起|入学|期间|以来|年度|度|被|在|获|荣|评|参加|(?:监|印)?制(?![度造订表作证图单发定])|版(?:本)?$)"
)
_LABELLED = re.compile(
    r"(?:学位|证书|学历)?(?:颁奖|颁发|授予|授奖|发证|签发|批准|核准|核发)(?:单位|机关|机构|部门)|工作单位|单位名称|所在单位|评审|评委|项目|批准文号|地址"
)
_PRESIDENT = re.compile(r"(?:院|校|所)?\((?:院|校|所|院、所)\)长|[校院所]长")
_PRINTER = re.compile(r"(?:印制|监制|统一制发|制发|承印)[.]?$")
_NUMBERED = re.compile(r"(?:编号|号码|证号|[书文]号|号|No\.?)[:.]?[A-Za-z\-]{0,8}$")
_RUN_OFF = re.compile(r"日印[发制]$")
"""The last row of an official paper: the office that ran off the copies, and when."""
_SIGNER = re.compile(
    r"[,.]?(?:(?:院|校|所)?\((?:院|校|所|院、所)\)长|[校院所]长|学位评定委员会主席|主席|主任)[:]?.{0,8}(?:(?:学位评定委员会)?主[席任][:]?.{0,8})?$"
)
_CERTIFICATE = re.compile(
    r"(?:普通|成人)?(?:高等(?:学校|教育))?(?:本科|专科|研究生|硕士|博士|学士)?(?:[毕结肄]业|学位)证(?:明?书)?$"
)
_NO_ISSUER = ("评审委员会", "评委会", "评审组")
_BY_SEAL = 0.6
_A_MONTH = 6  # characters of a month with its year, at least
_PLACES = frozenset(["中国", "中共", "中华", "全国", "共青"])
_GENERIC = frozenset({
    "普通高等学校", "成人高等学校", "高等学校", "高等职业学校", "中等专业学校", "成人高等教育",
    "普通中等专业学校", "成人中等专业学校", "中等职业学校", "职业学校", "中等技术学校", "技工学校",
    "高级技工学校", "技师学院", "职业中学", "职业高级中学", "普通高级中学", "高级中学",
    "普通中学", "职业技术学校",
})  # fmt: skip


def issue_date(study: Study, page: LabelledPage, *, trust_month: bool = True) -> Iterator[Candidate]:
    """The date of issue: at its label, else the lowest date on the page that is none of birth or study."""
    found = labelled(page, "issue_date", date)
    yield from found
    if any(candidate.confidence >= 0.5 for candidate in found):
        return
    free = _free_dates(study, page)
    signed = [hit for hit in free if not _printed_on(study, hit)]
    if free := signed or free:
        lowest = max(free, key=lambda hit: _depth(study, hit))
        low = _depth(study, lowest) > 0.45
        quality = (0.96 if lowest.value.day else 0.85 if trust_month else 0.6) if lowest.value.month else 0.45
        quality *= 0.5 if study.flow.text[lowest.start : lowest.end].isdigit() else 1.0
        quality *= (1.0 if low else 0.6) * (0.5 if lowest.value.doubtful else 1.0)
        if any(_torn_below(study, torn.start, lowest) for torn in study.dated.torn):
            quality = min(quality, 0.4)
        yield Candidate(
            "issue_date",
            lowest.value.iso(),
            study.view,
            study.flow.span(lowest.start, lowest.end),
            quality,
            "signature",
            ("doubtful",) if lowest.value.doubtful else (),
        )
        return
    for torn in reversed(study.dated.torn):
        if torn.value.guess and not _GOES_ON.match(study.flow.text, torn.end):
            yield study.candidate("issue_date", torn.value.guess.iso(), (torn.start, torn.end), 0.3, "doubtful")
            return


def _free_dates(study: Study, page: LabelledPage) -> list[DateHit]:
    text = study.flow.text
    used = study.used_dates()
    owned = [
        hit
        for hit in page.hits
        if hit.name not in ("issue_date", "_president", "_seal") and hit.name.endswith(("date", "_on"))
    ]
    taken = [value.span().box for hit in owned for value in page.values(hit)[:1]]
    free = []
    for hit in study.dated.dates:
        if any(start < hit.end and hit.start < end for start, end in used):
            continue
        if _NOT_ISSUE.search(text[max(0, hit.start - 10) : hit.start]) or _GOES_ON.match(text, hit.end):
            continue
        if text[hit.start : hit.end].isdigit() and _NUMBERED.search(text[max(0, hit.start - 12) : hit.start]):
            continue
        box = study.flow.box(hit.start, hit.end)
        if overlaps(box, taken):
            continue
        free.append(hit)
    return free


def _printed_on(study: Study, hit: DateHit) -> bool:
    """Whether it is the day when copies were run off, in the last row of an official paper."""
    text = study.flow.text
    return text.startswith("印发", hit.end) or text.endswith("印发", 0, hit.start)


def _depth(study: Study, hit: DateHit) -> float:
    return study.view.depth(study.flow.box(hit.start, hit.end))


def _torn_below(study: Study, start: int, hit: DateHit) -> bool:
    return study.flow.box(start, start + 1).cy > study.flow.box(hit.start, hit.end).cy + 0.5 * study.view.glyph


def signature(
    view: PageView, name: str, parse: Callable[[str], Parsed | None], *, below: float = 0.35
) -> list[Candidate]:
    """Rows in the lower part that consist of a body's name alone, perhaps with (盖章) or a president beside it."""
    found = []
    for column in view.column_lines:
        for line in column:
            if view.depth(line.box) < below and not _signed_below(column, line):
                continue
            if _RUN_OFF.search(line.text):
                continue
            for segment in line.segments:
                if _LABELLED.match(segment.text) or _PRINTER.search(segment.text):
                    continue
                if segment.text.endswith(":") and len(line.segments) == 1:  # to whom the letter goes
                    continue
                for part in _bodies(segment):
                    candidate = _signed(view, name, part, parse)
                    if candidate is not None:
                        found.append(candidate)
    return with_clear_print(found)


def _signed_below(column: Sequence[Line], line: Line) -> bool:
    """Whether the next row is the president's signature, or nothing but the day."""
    below = column[column.index(line) + 1 :][:1]
    return bool(below and (_PRESIDENT.match(below[0].text) or _is_day(below[0], line)))


def _is_day(below: Line, line: Line) -> bool:
    """Whether the row `below` holds a day or a month alone, as under a signature."""
    near = below.box.y0 - line.box.y1 < 2.5 * line.height
    value = dates.parse(below.flow.plain) if near and len(below.text) >= _A_MONTH else None
    return value is not None and value.month is not None


def _again(name: str) -> bool:
    """Whether a second body seems to begin inside `name`: with the words of the first, or with 中国 and its like."""
    return any(name[at : at + 2] in (name[:2], name[2:4], *_PLACES) for at in range(5, len(name) - 4))


def _bodies(segment: Flow) -> list[tuple[Flow, int, int]]:
    """A row's text as one body, or cut where a second one begins with the words that bodies of a place begin with."""
    text = segment.text
    if (stop := text.rfind("。", 0, -4) + 1) and organisations.parse(text[stop:]):  # 同意聘任。越州精工机械有限公司
        return [(segment, stop, len(text))]
    for cut in range(6, len(text) - 5):
        again = text[cut : cut + 2]
        if (again == text[:2] or again in (text[2:4], *_PLACES)) and all(
            organisations.parse(t) for t in (text[:cut], text[cut:])
        ):
            return [(segment, 0, cut), (segment, cut, len(text))]
    return [(segment, 0, len(text))]


def _signed(
    view: PageView, name: str, part: tuple[Flow, int, int], parse: Callable[[str], Parsed | None]
) -> Candidate | None:
    segment, start, end = part
    parsed = parse(segment.plain[start:end])
    if parsed is None or simplified(parsed.value) in _GENERIC:
        return None
    span = segment.span(start + parsed.start, start + parsed.end)
    if _again(parsed.value):
        parsed = parsed._replace(quality=0.5 * parsed.quality)
    return Candidate(name, parsed.value, view, span, 0.85 * parsed.quality, "signature")


def overlaps(box: Box, others: Iterable[Box]) -> bool:
    """Whether most of `box` lies in one of `others`."""
    return any(box.covered_by(other.grown(2)) > 0.6 for other in others)


def school_name(text: str) -> Parsed | None:
    """A word that is a school's name and nothing else, but for the president beside it."""
    plain = simplified(text)
    if signer := _SIGNER.search(plain):
        text = text[: signer.start()]
    value = schools.parse(text)
    if value is None or simplified(value) in _GENERIC:
        return None
    start = max(0, text.find(value))
    return Parsed(value, start, start + len(value), 1.0 if len(value) >= 4 else 0.7)


def seal_school(view: PageView) -> Iterator[Candidate]:
    """The school whose seal is on the page."""
    for mark in view.marks:
        value = schools.parse(mark.text.split(" ")[0]) if mark.kind == "seal" and mark.text else None
        if value and mark.text:
            yield Candidate("school", value, view, Span(value, mark.text, mark.box, mark.confidence), 0.7, "seal")


def seal_body(view: PageView, name: str) -> Iterator[Candidate]:
    """The body whose seal is on the page, where its print cannot be read: all seals with a body's name must say the same."""
    sealed = [
        (mark, organisations.parse((mark.text or "").split(" ")[0])) for mark in view.marks if mark.kind == "seal"
    ]
    bodies = {body.name for _, body in sealed if body is not None}
    if len(bodies) == 1:
        for mark, body in sealed:
            if body is not None and mark.text and not body.name.endswith(_NO_ISSUER):
                yield Candidate(
                    name, body.name, view, Span(body.name, mark.text, mark.box, mark.confidence), _BY_SEAL, "seal"
                )
                return


def heading_school(view: PageView) -> Iterator[Candidate]:
    """The school in whose name the certificate is headed: its name in large letters at the top, alone or before 证书."""
    for column in view.column_lines:
        for line in column:
            least = 0.9 if _above_heading(column, line) else 1.25
            if view.depth(line.box) > 0.35 or line.height < least * view.glyph:
                continue
            tail = _CERTIFICATE.search(line.text)
            end = tail.start() if tail else len(line.text)
            value = schools.parse(line.flow.plain[:end]) if end >= 4 else None
            if value and simplified(value) not in _GENERIC and line.flow.plain.startswith(value):
                yield Candidate("school", value, view, line.flow.span(0, len(value)), 0.75, "heading")
                return


def _above_heading(column: Sequence[Line], line: Line) -> bool:
    """Whether the next row, but for the name in English, says what certificate it is, and nothing else."""
    below = [row for row in column[column.index(line) + 1 :][:2] if not row.text.isascii()][:1]
    return bool(below and _CERTIFICATE.fullmatch(below[0].text))


def body_name(text: str) -> Parsed | None:
    """A word that is an organisation's name and nothing else."""
    found = organisations.parse(text)
    if found is None or not text.startswith(found.name) or len(found.name) < 4:
        return None
    return Parsed(found.name, 0, len(found.name))
