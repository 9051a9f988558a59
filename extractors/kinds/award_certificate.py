"""荣誉证书, 获奖证书, 奖状: who, for what, by whom, when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.kinds import parsers
from extractors.kinds.candidates import Candidate, Parsed, choose, labelled
from extractors.kinds.kind import KindScore
from extractors.kinds.signing import body_name, issue_date, signature
from extractors.kinds.study import Study
from extractors.kinds.wording import load_wording, score_wording
from extractors.layout.neighbours import LabelledPage
from extractors.layout.view import PageView
from extractors.text import HAN
from extractors.values import names, organisations
from models.document import Field, Kind

_ADDRESSED = (
    re.compile(rf"(?:授予|表彰|奖给|颁给|颁予)[:]?(?P<name>[{HAN}·]{{2,8}}?)(?:同志|同学|先生|女士|职工|员工)"),
    re.compile(
        rf"(?P<name>[{HAN}·]{{2,8}}?)(?:同志|同学|先生|女士|老师)(?=[:,.、;。]|在|于|荣|被|你|您|为|参|的|获|20|二|$)"
    ),
    re.compile(rf"(?P<name>[{HAN}·]{{2,4}})(?=[:](?!{{HAN}}*[:]))"),
)
_END = r"(?=[,;。.!]|特发|特颁|以资|特此|特予|予以|经研究|颁发|,特|荣誉称号|称号|的称号|$)"
_AWARDS = (
    (re.compile(rf"(?:被评为|被评选为|被授予|评选为|评为|荣膺|当选为?)(?P<award>[^,;。]{{2,40}}?){_END}"), 0.95),
    (re.compile(rf"(?:荣获|获得|喜获|荣立|获)(?P<award>[^,;。]{{2,40}}?){_END}"), 0.93),
    (re.compile(rf"(?:特授予|授予|特颁发?)(?P<award>[^,;。]{{2,40}}?){_END}"), 0.85),
)
_RANKED = re.compile(rf"(?P<award>[{HAN}A-Za-z0-9]{{2,20}}(?:奖|标兵|先进个人|先进工作者|优秀员工|能手|模范))")
_QUOTES = "\"'《》“”:"


def award_name(text: str) -> Parsed | None:
    """An award as printed, without quotes and 称号 around it."""
    plain = text.strip(_QUOTES + ",。;. ")
    plain = re.sub(r"(?:荣誉)?称号$", "", plain).strip(_QUOTES)
    if not 2 <= len(plain) <= 40 or re.fullmatch(r"\d+", plain):
        return None
    start = text.find(plain)
    return Parsed(plain, start, start + len(plain), 0.95)


_LABELS = (
    ("name", parsers.person),
    ("award", award_name),
    ("issuer", parsers.organisation),
)


@dataclass(frozen=True, slots=True)
class AwardCertificate:
    """The recipient may be a body (集体), then `name` is its name."""

    id: Kind = "award_certificate"

    def score(self, view: PageView) -> KindScore:
        return score_wording(view, load_wording(self.id))

    def extract(self, pages: Sequence[PageView]) -> list[Field]:
        return choose(candidate for view in pages for candidate in _candidates(view))


def _candidates(view: PageView) -> Iterator[Candidate]:
    page = LabelledPage(view, load_wording("award_certificate").vocabulary)
    study = Study(view)
    for name, parse in _LABELS:
        yield from labelled(page, name, parse)
    yield from _recipient(study)
    yield from _award(study)
    yield from _issuer(view)
    yield from issue_date(study, page)


def _recipient(study: Study) -> Iterator[Candidate]:
    text = study.flow.text
    for pattern, quality in zip(_ADDRESSED, (0.95, 0.96, 0.85), strict=True):
        for match in pattern.finditer(text):
            start, end = match.span("name")
            if quality < 0.95 and not study.flow.is_word_start(start):
                continue
            while end - start > 4 and not study.flow.is_word_start(start):
                start += 1
            value = names.parse(study.flow.plain[start:end])
            if value:
                known = 1.0 if names.has_known_surname(value) else 0.75
                yield study.candidate("name", value, (start, end), quality * known)
                return
    for ink, offset in zip(study.flow.inks, study.flow.starts, strict=True):
        body = organisations.parse(ink.plain.rstrip(":,")) if ink.plain.endswith(":") else None
        if body:
            yield study.candidate("name", body.name, (offset, offset + len(body.name)), 0.85)
            return


def _award(study: Study) -> Iterator[Candidate]:
    """What follows 被评为, 荣获 or 授予, to the end of the clause; else a phrase that names an award."""
    flow = study.flow
    for pattern, quality in _AWARDS:
        for match in pattern.finditer(flow.text):
            start, end = match.span("award")
            parsed = award_name(flow.plain[start:end])
            if parsed and not re.match(r".{2,4}同志", parsed.value):
                yield study.candidate("award", parsed.value, (start + parsed.start, start + parsed.end), quality)
                return
    for match in _RANKED.finditer(flow.text):
        yield study.candidate("award", flow.plain[slice(*match.span("award"))], match.span("award"), 0.55)
        return


def _issuer(view: PageView) -> Iterator[Candidate]:
    """Bodies that sign in the lower part; of several the first, for the others are named beside it."""
    signed = signature(view, "issuer", body_name, below=0.45)
    yield from sorted(signed, key=lambda c: c.span.box.cy)[:1]
