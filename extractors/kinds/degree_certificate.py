"""学位证书: the sentence of the national print, what schools print since 2016, and table layouts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.kinds import parsers
from extractors.kinds.candidates import Candidate, choose, labelled
from extractors.kinds.kind import KindScore
from extractors.kinds.signing import heading_school, issue_date, school_name, seal_school, signature
from extractors.kinds.study import Study
from extractors.kinds.wording import load_wording, score_wording
from extractors.layout.neighbours import LabelledPage
from extractors.layout.view import PageView
from extractors.text import HAN
from extractors.values import certificate_number, degree_number, degrees
from models.document import Field, Kind

_LABELS = (
    ("name", parsers.person),
    ("gender", parsers.gender),
    ("birth_date", parsers.date),
    ("school", parsers.school),
    ("major", parsers.major),
    ("degree", parsers.degree),
    ("certificate_number", parsers.degree_certificate_number),
)
_NUMBER = re.compile(r"(?<![0-9A-Za-z])[CZTQL]?\d{5}[234](?:19|20)\d\d(?:[A-Z]\d{5}|\d{6})(?![0-9A-Za-z])")
_OLD_NUMBER = re.compile(r"(?:学位)?(?:证书?)?(?:编号|字)?[:.]?第(?P<digits>[0-9A-Z][0-9A-Z\-]{3,})号")
_ISSUED_BY = re.compile(
    rf"(?:^|[·|,:])(?:由)?(?P<school>[{HAN}()]{{2,20}}?(?:大学|学院|研究院|研究所|党校))(?:签发|颁发|核发|制发)$"
)
_HEADING_AFTER = re.compile(r"学位证|学位在线")


@dataclass(frozen=True, slots=True)
class DegreeCertificate:
    """Degree and number say the rank; the major stands before 专业 or 学科."""

    id: Kind = "degree_certificate"

    def score(self, view: PageView) -> KindScore:
        return score_wording(view, load_wording(self.id))

    def extract(self, pages: Sequence[PageView]) -> list[Field]:
        candidates: list[Candidate] = []
        for view in pages:
            page = LabelledPage(view, load_wording(self.id).vocabulary)
            candidates += _candidates(page, Study(view))
        return _plausible(choose(candidates))


def _plausible(fields: Sequence[Field]) -> list[Field]:
    """A number without the form that all numbers have had since 2008 is not sure on a certificate issued since."""
    issued = next((f.value for f in fields if f.name == "issue_date"), "")
    odd = [
        f for f in fields if f.name == "certificate_number" and issued >= "2008" and not degree_number.is_valid(f.value)
    ]
    return [
        replace(f, confidence=min(f.confidence, 0.48), notes=(*f.notes, "doubtful")) if f in odd else f for f in fields
    ]


def _candidates(page: LabelledPage, study: Study) -> Iterator[Candidate]:
    for name, parse in _LABELS:
        yield from labelled(page, name, parse)
    yield from study.person()
    yield from study.birth_date()
    yield from study.major()
    yield from study.school()
    yield from _degree(study)
    yield from _numbers(study)
    yield from issue_date(study, page)
    signed = signature(study.view, "school", school_name)
    yield from signed
    if not signed:
        yield from seal_school(study.view)
    yield from heading_school(study.view)
    yield from _issued_by(study.view)


def _issued_by(view: PageView) -> Iterator[Candidate]:
    """The school in a row under the heading of an electronic certificate: 电子学位证书·越州理工大学签发."""
    for segment in view.segments:
        found = _ISSUED_BY.search(segment.text)
        value = school_name(segment.plain[slice(*found.span("school"))]) if found else None
        if found and value:
            yield Candidate("school", value.value, view, segment.span(*found.span("school")), 0.85, "pattern")
            return


def _degree(study: Study) -> Iterator[Candidate]:
    """A degree with its category, best behind 授予; never the heading 学士学位证书."""
    flow = study.flow
    conferred = bool(re.search(r"(?:授予|授與)(?![^,。;:]{0,12}单位)", flow.text))
    for found in degrees.find_all(flow.plain):
        if _HEADING_AFTER.match(flow.text, max(found.start, found.end - 2)):
            continue
        end = found.end - 2 if flow.text[: found.end].endswith("学位") else found.end
        end = end - 2 if flow.text[:end].endswith("专业") else end
        given = re.search(r"(?:授予|授與|获得|获).{0,12}$", flow.text[: found.start])
        held = conferred and (
            re.search(r"主修学位[:]?$|(?:已|在)?获得?.{0,24}$", flow.text[: found.start])
            and not re.search(r"授[予與][^,。;]{0,12}$", flow.text[: found.start])
        )
        quality = 0.5 if held else 0.98 if given else 0.85
        yield study.candidate("degree", found.value.name, (found.start, end), quality)


def _numbers(study: Study) -> Iterator[Candidate]:
    for segment in study.view.segments:
        for match in _NUMBER.finditer(segment.plain):
            value = degree_number.parse(match.group())
            if value and not certificate_number.is_valid(match.group()):
                span = segment.span(*match.span())
                yield Candidate("certificate_number", value.number, study.view, span, 0.9, "pattern")
        for old in _OLD_NUMBER.finditer(segment.text):
            if parsed := parsers.degree_certificate_number(old["digits"]):
                span = segment.span(*old.span("digits"))
                yield Candidate("certificate_number", parsed.value, study.view, span, 0.8 * parsed.quality, "pattern")
