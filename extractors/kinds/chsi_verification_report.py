"""中国高等教育学历认证报告, before 2008 学历查询报告: a sentence or a form about one graduation certificate, and a verdict."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.kinds import conclusion, parsers
from extractors.kinds.candidates import Candidate, choose, labelled
from extractors.kinds.kind import KindScore
from extractors.kinds.recognition import verdict
from extractors.kinds.record_parsers import at_labels, report_number
from extractors.kinds.study import Study
from extractors.kinds.wording import load_wording, score_wording
from extractors.layout.neighbours import LabelledPage
from extractors.layout.view import PageView
from extractors.text import HAN
from extractors.values import id_number, levels, names, schools
from models.document import Field, Kind

_LABELS = (
    ("name", parsers.person),
    ("gender", parsers.gender),
    ("birth_date", parsers.date),
    ("id_number", parsers.identity),
    ("school", parsers.school),
    ("major", parsers.major),
    ("level", parsers.level),
    ("certificate_number", parsers.graduation_number),
    ("report_number", report_number),
)
_FIRM = 0.9
_TOP = 0.2  # of the text's height
_NO_MAJOR = re.compile(r"(?:大学)?(?:本科|专科)|大专|研究生|高职|\(")
_NAME = re.compile(
    rf"(?:经查|经核查|经审核|兹证明|申请人|持证人)[,:：]*(?P<name>[{HAN}·]{{2,8}}?)(?=\(|,|性别|[男女],|所持|持有)"
)
_SCHOOL = re.compile(
    rf"(?:系|为|由|毕业于|在|所?持有?的?|[提递]交的?|出具的?|考入|就读于|进入)[:]?(?P<school>[{HAN}()]{{2,24}}?(?:大学|学院|专科学校|学校|党校))(?=[{HAN}()、]{{2,30}}专业|[于\d年月日]{{0,10}}颁发|(?:普通|成人|全日制|网络|开放|自学考试)(?:高等|中等)?(?:教育)?(?:本科|专科|研究生|高职)?[{HAN}()]{{0,4}}[毕结肄]业|[{HAN}]{{0,6}}[毕结肄]业)"
    rf"|主考(?:学校|院校|高校)[为是:]*(?P<examined>[{HAN}()]{{2,24}}?(?:大学|学院|专科学校|学校))(?=[,。;]|$)"
    rf"|向(?P<asked>[{HAN}()]{{2,24}}?(?:大学|学院|专科学校|学校|党校))(?=核[实查对]|查[询证]|函[询证])"
    rf"|(?:毕业于|考入|就读于|进入)(?P<entered>[{HAN}()]{{2,24}}?(?:大学|学院|专科学校|学校|党校))(?=(?:[{HAN}]{{1,14}}[系院])?[,。;])"
)
_NUMBER = re.compile(r"证书\(?(?:证书)?(?:编号|号码|号)?[:为]?(?P<number>第?[0-9A-Za-z][0-9A-Za-z\-]{3,24}号?)")
_NUMBERED = re.compile(r"编号[:为]?(?P<number>第?[0-9A-Za-z][0-9A-Za-z\-]{3,24}号?)的?(?:[毕结]业|学历)?证书")
_REPORT = re.compile(r"(?:N[oO0][.:]?|№)?(?P<number>[0-9]{7,8})")
_LEVEL = re.compile(rf"(?:专业[,(]?|层次[为是:])(?P<level>[{HAN}()]{{0,14}}?(?:本科|专科|大专|研究生|高职))")
_LEVEL_OUTCOME = re.compile(r"(?P<level>本科|专科|大专|研究生|高职)(?=[毕结肄]业|层次|学历)")
_OUTCOME = re.compile(
    r"(?:本科|专科|大专|研究生|高职|\)|,|学历|准予|[年月日])(?P<word>毕业|结业|肄业)(?=[,。;\d]|一九|二〇|$)"
)


@dataclass(frozen=True, slots=True)
class ChsiVerificationReport:
    """`conclusion` is the verdict as printed; 毕业, 结业 or 肄业, where the report says it, is a second one."""

    id: Kind = "chsi_verification_report"

    def score(self, view: PageView) -> KindScore:
        return score_wording(view, load_wording(self.id))

    def extract(self, pages: Sequence[PageView]) -> list[Field]:
        fields = choose(candidate for view in pages for candidate in _candidates(view))
        return [replace(f, name="conclusion") if f.name == "_outcome" else f for f in fields]


def _candidates(view: PageView) -> Iterator[Candidate]:
    page = LabelledPage(view, load_wording("chsi_verification_report").vocabulary)
    study = Study(view)
    said = list(_said(study))
    told = {candidate.name for candidate in said}
    # Words of the sentence that look like labels (…专业 本科…) give way to the sentence.
    found = [c for c in at_labels(page, _LABELS) if c.name not in told or c.confidence >= _FIRM]
    found = [c for c in found if not (c.name == "major" and _NO_MAJOR.match(c.value))]
    yield from found
    sure = {candidate.name for candidate in found if candidate.confidence >= 0.5}
    yield from (c for c in said if c.name not in sure)
    if "report_number" not in sure:
        numbered = [c for c in labelled(page, "report_number", report_number, label="_number") if _high(c)]
        yield from numbered or _in_the_corner(view)
    for label in ("conclusion", "_verdict"):
        yield from (replace(c, name="_outcome") for c in labelled(page, "conclusion", conclusion.parse, label=label))
    for match in _OUTCOME.finditer(study.flow.text):
        yield study.candidate("_outcome", match["word"], match.span("word"), 0.9)
    yield from verdict(study, page)


def _said(study: Study) -> Iterator[Candidate]:
    """The parts of 经查，…所持毕业证书（编号：…），系…专业…毕业."""
    flow = study.flow
    for match in _NAME.finditer(flow.text):
        if value := names.parse(flow.plain[slice(*match.span("name"))]):
            yield study.candidate("name", value, match.span("name"), 0.95 if names.has_known_surname(value) else 0.8)
            break
    else:
        yield from (c for c in study.person() if c.name == "name")
    yield from (c for c in study.person() if c.name == "gender")
    yield from study.birth_date()
    for hit in id_number.find_all(flow.plain):
        yield study.candidate("id_number", hit.value.number, (hit.start, hit.end), 0.9)
    for match in _SCHOOL.finditer(flow.text):
        place = match.span(match.lastgroup or 0)
        if value := schools.parse(flow.plain[slice(*place)]):
            yield study.candidate("school", value, place, 0.92)
            break
    yield from study.major()
    for match in (*_LEVEL.finditer(flow.text), *_LEVEL_OUTCOME.finditer(flow.text)):
        if level := levels.parse(match["level"]):
            yield study.candidate("level", level, match.span("level"), 0.92)
            break
    for match in (*_NUMBER.finditer(flow.text), *_NUMBERED.finditer(flow.text)):
        at = match.start("number")
        if parsed := parsers.graduation_number(flow.plain[slice(*match.span("number"))]):
            place = (at + parsed.start, at + parsed.end)
            yield study.candidate("certificate_number", parsed.value, place, 0.95 * parsed.quality, *parsed.notes)
            break


def _in_the_corner(view: PageView) -> Iterator[Candidate]:
    """Seven or eight digits by themselves at the top right, where these reports bear their number without a label."""
    for segment in view.segments:
        if (found := _REPORT.fullmatch(segment.plain)) is None:
            continue
        span = segment.span(*found.span("number"))
        if view.depth(span.box) < _TOP and span.box.cx > view.bounds.cx:
            yield Candidate("report_number", found["number"], view, span, 0.8, "pattern")


def _high(candidate: Candidate) -> bool:
    """Whether a bare 编号 stands at the top, where reports carry their own number."""
    return candidate.view.depth(candidate.span.box) < 0.4
