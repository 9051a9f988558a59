"""国外 and 港澳台学历学位认证书 of the Ministry's service centre for study abroad (教育部留学服务中心)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from extractors.kinds import parsers
from extractors.kinds.candidates import Candidate, Parsed, choose
from extractors.kinds.kind import KindScore
from extractors.kinds.recognition import verdict
from extractors.kinds.record_parsers import at_labels
from extractors.kinds.study import Study
from extractors.kinds.wording import load_wording, score_wording
from extractors.layout.neighbours import LabelledPage
from extractors.layout.view import PageView
from extractors.text import HAN
from extractors.values import degrees, names
from models.document import Field, Kind

_NUMBER = re.compile(
    rf"教留服认[{HAN}]{{0,4}}\(?(?:19|20)\d\d\)?第?\d{{3,8}}号?|(?<![0-9A-Za-z])\d{{10,18}}(?![0-9A-Za-z])"
)
_NAMED = re.compile(
    rf"(?P<name>[{HAN}·]{{2,12}}|[A-Za-z][A-Za-z,.\-]{{3,40}})(?:\([A-Za-z,.\-]{{3,40}}\))?(?:同学|先生|女士)?[,]?"
    r"(?=\((?:性别[:]?)?(?:[男女]|中国|国籍|[12]\d{3}年\d|[一二][九〇零○])|[,](?:(?:性别[:]?)?[男女][,]|(?:中国)?(?:国籍|籍)|[12]\d{3}年\d))"
)
_INTRODUCED = re.compile(r"(?:兹证明|证明|兹有|现有|今有|经查|经核查|经核实|持证人|申请人|申请者)[,:]*")
_STUDIED = re.compile(
    r"(?:在|就读于|考入|进入)(?P<whole>[^,。;]{4,110}?)(?=学习|攻读|就读|修读|参加|完成|主修|专修|取得|获)"
    r"|(?:就读于|毕业于|考入)(?P<whole3>[^,。;]{4,60}?)(?=[,。;])"
    r"|(?:所持|持有|获得|取得|获|系|由|为)(?P<whole2>[^,。;]{4,110}?)(?=(?:于[^,。;]{5,12})?(?:颁发|颁授|授予|出具))"
)
_BEFORE_MAJOR = re.compile(rf"[{HAN}·]{{3,24}}?(?:大学|学院)(?=[{HAN}、]{{2,20}}(?:专业|学科|领域)$)")
_BEFORE_FACULTY = re.compile(
    rf"[{HAN}·]{{3,24}}?大学(?=[{HAN}]{{0,10}}(?:学部|学院|研究科|研究生院|学科|专攻|系)[{HAN}]{{0,14}}$)"
)
_GENERIC = re.compile(
    r"(?:国立|理工|科技|工业|中文|城市|浸会|教育|岭南|师范|农业|医科|管理|公开|联邦|技术|综合|皇家|天主教|艺术|国际|第[一二三四])*(?:大学|学院)?.{0,2}"
)
_NO_SCHOOL = re.compile(r"学位|学历|证书|专业")
_AWARDED = re.compile(r"(?:获得|获|取得|被?授予|颁发)(?:了|的)?(?:该校|该院|其)?(?:颁发|授予)?的?")


def recognition_number(text: str) -> Parsed | None:
    """The number of the recognition: 教留服认英(2017)99001号, or 10 to 18 digits of the newer ones."""
    found = _NUMBER.match(text)
    return Parsed(found.group(), 0, found.end()) if found else None


def foreign_school(text: str) -> Parsed | None:
    """A school's Chinese name; the foreign name before or around it is left out."""
    if found := re.search(rf"\((?P<school>[{HAN}·]{{2,22}}(?:大学|学院|学校|研究院|高等学府|分校|校))\)", text):
        return Parsed(found["school"], *found.span("school"), 0.95)
    if found := re.search(rf"(?<=[A-Za-z]\))(?P<school>[{HAN}·]{{3,24}}(?:大学|学院))(?=\(|$)", text):
        return Parsed(found["school"], *found.span("school"), 0.95)  # behind the country and its name in English
    found = (
        _BEFORE_MAJOR.match(text)
        or _BEFORE_FACULTY.match(text)
        or re.match(rf"[{HAN}·]{{3,24}}(?=$|\(|[A-Za-z,])", text)
    )
    if found:
        start = _country_end(found.group())
        return Parsed(text[start : found.end()], start, found.end(), 0.9)
    return Parsed(text, 0, len(text), 0.6) if re.fullmatch(r"[A-Za-z.,'&\-]{6,80}", text) else None


def _country_end(name: str) -> int:
    """How long the country before a school's name is; 0 where it belongs to the name (香港理工大学, 日本大学).

    >>> _country_end("澳大利亚越州大学"), _country_end("香港理工大学"), _country_end("日本大学")
    (4, 0, 0)
    """
    country = next((c for c in _countries() if name.startswith(c)), "")
    unlisted = re.match(rf"[{HAN}]{{1,4}}?国(?![立际家防民王])(?=[{HAN}]{{4,}})", name)
    if not country and unlisted:
        country = unlisted.group()
    if country in ("香港", "澳门", "台湾"):  # their schools bear the region in their names
        return 0
    return 0 if _GENERIC.fullmatch(name[len(country) :]) else len(country)


@cache
def _countries() -> tuple[str, ...]:
    data = tomllib.loads((files(__package__) / "overseas_degree_recognition.toml").read_text(encoding="utf-8"))
    return tuple(sorted(data["countries"], key=len, reverse=True))


_LABELS = (
    ("name", parsers.person),
    ("birth_date", parsers.date),
    ("school", foreign_school),
    ("degree", parsers.degree),
    ("certificate_number", recognition_number),
)


@dataclass(frozen=True, slots=True)
class OverseasDegreeRecognition:
    """`school` is the Chinese name where one is printed; `conclusion` the clause that recognises, or refuses to."""

    id: Kind = "overseas_degree_recognition"

    def score(self, view: PageView) -> KindScore:
        return score_wording(view, load_wording(self.id))

    def extract(self, pages: Sequence[PageView]) -> list[Field]:
        return choose(candidate for view in pages for candidate in _candidates(view))


def _candidates(view: PageView) -> Iterator[Candidate]:
    page = LabelledPage(view, load_wording("overseas_degree_recognition").vocabulary)
    study = Study(view)
    found = at_labels(page, _LABELS)
    yield from found
    sure = {candidate.name for candidate in found if candidate.confidence >= 0.5}
    yield from (c for c in _said(study) if c.name not in sure)
    yield from verdict(study, page)


def _said(study: Study) -> Iterator[Candidate]:
    flow = study.flow
    for start in sorted({*flow.starts, *(at.end() for at in _INTRODUCED.finditer(flow.text))}):
        match = None if _INTRODUCED.match(flow.text, start) else _NAMED.match(flow.text, start)
        value = names.parse(flow.plain[slice(*match.span("name"))]) if match else None
        if match and value:
            known = names.has_known_surname(value) or value.isascii()
            yield study.candidate("name", value, match.span("name"), 0.95 if known else 0.75)
            break
    else:
        yield from (candidate for candidate in study.person() if candidate.name == "name")
    yield from study.birth_date()
    for match in _STUDIED.finditer(flow.text):
        group = next(name for name in ("whole", "whole2", "whole3") if match[name])
        parsed = foreign_school(flow.plain[slice(*match.span(group))])
        if parsed is not None and not _NO_SCHOOL.match(parsed.value):
            at = match.start(group)
            yield study.candidate("school", parsed.value, (at + parsed.start, at + parsed.end), 0.9 * parsed.quality)
            break
    for match in _AWARDED.finditer(flow.text):
        hits = degrees.find_all(flow.plain[match.end() : match.end() + 16])
        if hits and hits[0].start <= 2:
            place = (match.end() + hits[0].start, match.end() + hits[0].end)
            yield study.candidate("degree", hits[0].value.name, place, 0.93 if hits[0].value.category else 0.75)
            break
    for match in _NUMBER.finditer(flow.text):
        sure = match.group().startswith("教留服认")
        if sure:
            yield study.candidate("certificate_number", match.group(), match.span(), 0.9)
            break
