"""毕业证书, 结业证书, 肄业证书: sentences of all study forms, and table layouts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.kinds import conclusion, parsers
from extractors.kinds.candidates import Candidate, choose, labelled
from extractors.kinds.kind import KindScore
from extractors.kinds.periods import labelled_period
from extractors.kinds.signing import heading_school, issue_date, overlaps, school_name, seal_school, signature
from extractors.kinds.study import Study
from extractors.kinds.wording import load_wording, score_wording
from extractors.layout.neighbours import LabelledPage
from extractors.layout.view import PageView
from extractors.text import HAN
from extractors.values import certificate_number, id_number, levels
from models.document import Field, Kind
from models.geometry import Box

_LABELS = (
    ("name", parsers.person),
    ("gender", parsers.gender),
    ("birth_date", parsers.date),
    ("school", parsers.school),
    ("major", parsers.major),
    ("level", parsers.level),
    ("programme_type", parsers.programme_type),
    ("start_date", parsers.date),
    ("end_date", parsers.date),
    ("certificate_number", parsers.graduation_number),
)
_LEVEL = re.compile(
    r"(?:专科起点|高中起点|专科升|专升|高起|高升|专起)?(?:[一二三四五六两2-6]年(?:半)?制?|的|段)*"
    r"(?P<level>第二学士学位|博士研究生|硕士研究生|博士|硕士|研究生|本科|专科|大专|高职|中专|(?<=[升起])本)"
    r"(?!学校|学院|以上|起|毕业生|课程进修|教育网)"
)
_PROGRAMMES = (
    ("自考", re.compile(r"自学考试")),
    ("网络", re.compile(r"网络教育|远程教育|网络本科|网络专科")),
    ("开放", re.compile(r"开放教育")),
    ("成人", re.compile(r"成人(?=高等|教育|本科|专科|函授)|函授|业余|夜大学?|脱产")),
    ("普通", re.compile(r"普通(?=高等|全日制|本科|专科|高校)")),
    ("开放", re.compile(r"开放(?=大学)|广播电视大学|电视教育")),
)
_OLD_NUMBER = re.compile(
    rf"(?<![{HAN}])(?P<words>(?:\(\d{{2,4}}\))?[{HAN}]{{0,12}}[证字])?第(?P<digits>[0-9A-Z][0-9A-Z\-]{{3,}})号"
)
_FORM_WORDS = re.compile(r"(?:学?[毕结肄]业?)?证?书?字?")
_BESIDE = 14.0
_LATEST = 40  # years after the study that a certificate, or one instead of a lost one, may be issued
_PARTY_SCHOOL = re.compile(r"党校|党函")
_SECONDARY = (
    (r"中等专业|中专|中等职业|工业学校|卫生学校|技工学校|中等技术", "中专"),
    (r"普通高中|高级中学|高中毕业|职业高中|职业高级中学", "高中"),
)


@dataclass(frozen=True, slots=True)
class GraduationCertificate:
    """See domain facts in the wording file; conclusions are decided in `conclusion`."""

    id: Kind = "graduation_certificate"

    def score(self, view: PageView) -> KindScore:
        return score_wording(view, load_wording(self.id))

    def extract(self, pages: Sequence[PageView]) -> list[Field]:
        candidates: list[Candidate] = []
        concluded: list[Field] = []
        for view in pages:
            page = LabelledPage(view, load_wording(self.id).vocabulary)
            study = Study(view)
            candidates += _candidates(page, study)
            concluded += conclusion.conclude(study, labelled(page, "conclusion", conclusion.parse))
        fields = [_plausible(field, candidates) for field in choose(candidates)]
        return [*fields, *_one_conclusion(concluded)]


def _candidates(page: LabelledPage, study: Study) -> Iterator[Candidate]:
    for name, parse in _LABELS:
        yield from labelled(page, name, parse)
    for examiner in labelled(page, "school", parsers.school, label="_examiner"):
        yield replace(examiner, quality=examiner.quality * 0.9)
    yield from labelled_period(page)
    yield from study.person()
    yield from study.birth_date()
    yield from study.period()
    yield from study.major()
    yield from study.school()
    yield from _level(study)
    yield from _programme(study)
    yield from _school(page, study)
    yield from _numbers(study)
    yield from issue_date(study, page)


def _level(study: Study) -> Iterator[Candidate]:
    """The level behind 专业 in the sentence; else anywhere in it; else what kind of school it is."""
    text = study.flow.text
    subject = re.search(r"专业(?!技术|证书)", text)
    start = subject.start() if subject else 0
    if match := _LEVEL.search(text, start, start + 60) or _LEVEL.search(text):
        word = match["level"]
        value = levels.parse("本科" if word == "本" else match.group())
        quality = 0.98 if subject and match.start() >= start and word != "本" else 0.7
        if word == "研究生":
            value, quality = _graduate_level(text), 0.8
        if value:
            yield study.candidate("level", value, match.span("level"), quality)
            return
    for pattern, value in _SECONDARY:
        if found := re.search(pattern, text):
            yield study.candidate("level", value, found.span(), 0.75)
            return


def _graduate_level(text: str) -> str | None:
    numbers = {found.value.level for found in certificate_number.find_all(text)}
    for level, word in (("博士研究生", "博士"), ("硕士研究生", "硕士")):
        if word in text or level in numbers:
            return level
    return None


def _programme(study: Study) -> Iterator[Candidate]:
    text = study.flow.text.replace("普通话", "###")
    if _PARTY_SCHOOL.search(text):  # taught by letter or beside work, yet no kind of adult higher education
        text = re.sub("函授|业余|脱产", "##", text)
    for value, pattern in _PROGRAMMES:
        if match := pattern.search(text):
            yield study.candidate("programme_type", value, match.span(), 0.95)
            return


def _school(page: LabelledPage, study: Study) -> Iterator[Candidate]:
    """The school that signs: a word of its own in the lower part, or the seal."""
    claimed = page.claimed("school", "_examiner", "_president")
    signed = [c for c in signature(study.view, "school", school_name) if not overlaps(c.span.box, claimed)]
    signed = [c for c in signed if not _is_faculty(study.view, c.span.box)]
    yield from signed
    if not signed:
        yield from seal_school(study.view)
    yield from heading_school(study.view)


def _is_faculty(view: PageView, box: Box) -> bool:
    """Whether the word 学院 stands alone to the left on the row of `box`, as the label of a faculty."""
    beside = (ink.box for ink in view.inks if ink.text == "学院")
    return any(abs(b.cy - box.cy) < view.glyph and 0 < box.x0 - b.x1 < _BESIDE * view.glyph for b in beside)


def _numbers(study: Study) -> Iterator[Candidate]:
    """A number of the registered form anywhere on the page, where it is no ID number."""
    for segment in study.view.segments:
        for found in certificate_number.find_all(segment.plain):
            if not id_number.is_valid(segment.plain[found.start : found.end]):
                span = segment.span(found.start, found.end)
                yield Candidate("certificate_number", found.value.number, study.view, span, 0.9, "pattern")
        for old in _OLD_NUMBER.finditer(segment.text):  # 证字第 991186 号: other words before 第 are part of the number
            part: str | int = "digits" if _FORM_WORDS.fullmatch(old["words"] or "") else 0
            if (parsed := parsers.graduation_number(old[part])) and "文号" not in segment.text[: old.start()]:
                span = segment.span(*old.span(part))
                yield Candidate("certificate_number", parsed.value, study.view, span, 0.8 * parsed.quality, "pattern")


def _plausible(field: Field, candidates: Sequence[Candidate]) -> Field:
    """Lower what does not fit: a date of issue long before the end of the study, a birth after its start."""
    best: dict[str, str] = {}
    for c in sorted(candidates, key=lambda c: c.confidence):
        best[c.name] = c.value
    end, start, birth, issue = (best.get(n, "") for n in ("end_date", "start_date", "birth_date", "issue_date"))
    wrong = (
        (field.name == "issue_date" and end and issue[:7] < end[:7] and issue[:4] < end[:4])
        or (field.name == "issue_date" and end and int(issue[:4]) - int(end[:4]) > _LATEST)
        or (field.name in ("start_date", "birth_date") and birth and start and int(start[:4]) - int(birth[:4]) < 12)
        or (field.name == "end_date" and start and end < start[: len(end)])
        or (field.name == "certificate_number" and issue >= "2003" and not certificate_number.is_valid(field.value))
    )
    return (
        replace(field, confidence=round(min(field.confidence, 0.48), 4), notes=(*field.notes, "doubtful"))
        if wrong
        else field
    )


def _one_conclusion(fields: Sequence[Field]) -> list[Field]:
    """Over several pages: one clear conclusion, or all of them as a conflict."""
    if len({f.value for f in fields}) <= 1:
        return [max(fields, key=lambda f: f.confidence)] if fields else []
    return [
        replace(f, confidence=min(f.confidence, 0.45), notes=tuple(dict.fromkeys((*f.notes, "conflict"))))
        for f in fields
    ]
