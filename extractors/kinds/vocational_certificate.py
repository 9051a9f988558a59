"""职业资格证书 and 职业技能等级证书: occupation and level, whose, by whom, when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.kinds import parsers
from extractors.kinds.candidates import Candidate, Parsed, choose, labelled
from extractors.kinds.kind import KindScore
from extractors.kinds.lone_name import lone_names
from extractors.kinds.record_parsers import at_labels, body, skill_level, vocational_certificate_number
from extractors.kinds.signing import body_name, issue_date, seal_body, signature
from extractors.kinds.study import Study
from extractors.kinds.wording import load_wording, score_wording
from extractors.layout.neighbours import LabelledPage
from extractors.layout.view import PageView
from extractors.text import HAN
from extractors.values import id_number, names, skill_levels, vocational_number
from models.document import Field, Kind

_OCCUPATION = re.compile(rf"[{HAN}A-Za-z0-9()、/·]{{2,30}}")
_LEVEL_BEHIND = re.compile(
    r"[(/,]*(?:国家职业资格)?(?:[一二三四五1-5壹贰叁肆伍]级|首席技师|特级技师|高级技师|技师|[高中初]级(?:技能)?(?:技?工)?)"
    r"[)/(]*(?:(?:国家职业资格)?[一二三四五]级|高级技师|技师|[高中初]级(?:技能(?!等级)|技?工))?[)]*$"
)
_TAKES_PART = re.compile(
    rf"(?:参加了?|通过了?)(?P<occupation>[{HAN}()、]{{2,16}}?)(?:职业|工种)?(?:职业技能|职业资格|技能)(?:等级)?(?:认定|鉴定|评价|考核)"
)
_TRADE = re.compile(r"[工员师]$|操作|维修|装调|制造|加工|安装")
_WHO = re.compile(
    rf"(?P<name>[{HAN}·]{{2,4}}?)(?:同志)?[,]?(?=已?达到|参加|经(?:考核|鉴定|评价)|具备|符合|从事|\((?:性别|[男女],|(?:居民|公民)?身份证))"
)
_HOLDS = re.compile(
    rf"(?:从事|参加|申报|具备|取得|达到|具有)(?:国家职业(?:技能)?标准)?(?P<occupation>[{HAN}()]{{2,16}}?)(?:职业|工种)?(?:职业)?(?:技能|资格)?(?:鉴定|考核|评价|等级认定|标准)?"
    r"[,]?(?P<level>(?:国家职业资格)?[一二三四五]级[/(]?(?:高级技师|技师|[高中初]级工)?\)?|高级技师|技师(?:\([一二]级\))?|[高中初]级工(?:\([三四五]级\))?)"
    r"(?=职业|资格|技能|水平|等级|[,。;]|$)"
)


def occupation(text: str) -> Parsed | None:
    """An occupation or trade, without a level printed behind it."""
    plain = _LEVEL_BEHIND.sub("", text.strip(",。;:.- "))
    if not _OCCUPATION.fullmatch(plain) or not re.search(rf"[{HAN}]", plain) or skill_levels.parse(plain):
        return None
    if re.search(r"姓名|编号|证书|日期|成绩|等级$|机构|身份|鉴定|考核|技能|资格", plain):
        return None
    start = max(0, text.find(plain))
    return Parsed(plain, start, start + len(plain), 1.0)


def level_behind(text: str) -> Parsed | None:
    """The level in a value that names occupation and level: 机修钳工 技师(二级)."""
    found = _LEVEL_BEHIND.search(text.strip(",。;:. "))
    value = skill_levels.parse(found.group()) if found else None
    return Parsed(value, found.start(), found.end(), 0.97) if found and value else None


_LABELS = (
    ("name", parsers.person),
    ("gender", parsers.gender),
    ("id_number", parsers.identity),
    ("occupation", occupation),
    ("level", skill_level),
    ("certificate_number", vocational_certificate_number),
    ("issuer", body),
)


@dataclass(frozen=True, slots=True)
class VocationalCertificate:
    """The level by its name (技师, 高级技师 …), whether a number, a name or both are printed."""

    id: Kind = "vocational_certificate"

    def score(self, view: PageView) -> KindScore:
        return score_wording(view, load_wording(self.id))

    def extract(self, pages: Sequence[PageView]) -> list[Field]:
        return choose(candidate for view in pages for candidate in _candidates(view))


def _candidates(view: PageView) -> Iterator[Candidate]:
    page = LabelledPage(view, load_wording("vocational_certificate").vocabulary)
    study = Study(view)
    found = at_labels(page, _LABELS)
    found += labelled(page, "occupation", occupation, label="_occupation_and_level")
    found += labelled(page, "level", level_behind, label="_occupation_and_level")
    yield from found
    sure = {candidate.name for candidate in found if candidate.confidence >= 0.5}
    if "name" not in sure:
        said = list(study.person())
        yield from (c for c in said if c.name == "name" or "gender" not in sure)
        if not any(c.name == "name" for c in said):
            who = list(_who(study))
            yield from who or lone_names(view)
    if "id_number" not in sure:
        for hit in id_number.find_all(study.flow.plain):
            yield study.candidate("id_number", hit.value.number, (hit.start, hit.end), 0.9)
    if not {"occupation", "level"} <= sure:
        yield from (c for c in _said(study) if c.name not in sure)
    if "level" not in sure:
        yield from _standing_alone(view)
    if not any(c.name == "occupation" for c in found):
        yield from _over_level(view)
    if not any(c.name == "certificate_number" for c in found):
        yield from _number_alone(view)
    yield from _level_in_number(found)
    if "issuer" not in sure:
        signed = sorted(signature(view, "issuer", body_name, below=0.45), key=lambda c: -c.span.box.cy)[:1]
        torn = any(c.name == "issuer" for c in found)  # the label names one that was hardly read
        yield from (replace(c, quality=0.5 * c.quality) if torn else c for c in signed)
        yield from () if torn or signed else seal_body(view, "issuer")
    yield from map(study.with_day, issue_date(study, page))


def _who(study: Study) -> Iterator[Candidate]:
    """A name that begins a word or clause and goes on with what the person passed."""
    text = study.flow.text
    for start in sorted({*study.flow.starts, *(at + 1 for at, c in enumerate(text) if c in ",。:")}):
        match = _WHO.match(text, start)
        value = names.parse(study.flow.plain[slice(*match.span("name"))]) if match else None
        if match and value and names.has_known_surname(value):
            yield study.candidate("name", value, match.span("name"), 0.85)
            return


def _said(study: Study) -> Iterator[Candidate]:
    for match in _TAKES_PART.finditer(study.flow.text):
        parsed = occupation(study.flow.plain[slice(*match.span("occupation"))])
        if parsed is not None:
            at = match.start("occupation")
            yield study.candidate("occupation", parsed.value, (at + parsed.start, at + parsed.end), 0.85)
            break
    for match in _HOLDS.finditer(study.flow.text):
        level = skill_levels.parse(match["level"])
        if level is None:
            continue
        yield study.candidate("level", level, match.span("level"), 0.9)
        parsed = occupation(study.flow.plain[slice(*match.span("occupation"))])
        if parsed is not None:
            at = match.start("occupation")
            yield study.candidate("occupation", parsed.value, (at + parsed.start, at + parsed.end), 0.8)
        return


def _standing_alone(view: PageView) -> Iterator[Candidate]:
    """A run that is a level and nothing else, as under the heading of the old certificates."""
    for segment in view.segments:
        value = skill_levels.parse(segment.text) if len(segment.text) <= 14 else None
        if value and _LEVEL_BEHIND.fullmatch(segment.text):
            span = segment.span(0, len(segment.text))
            yield Candidate("level", value, view, span, 0.85, "pattern")


def _over_level(view: PageView) -> Iterator[Candidate]:
    """A trade alone on its row right over the level, where the form's own print was not read."""
    for upper, lower in pairwise(view.lines):
        if (
            len(upper.segments) != 1
            or not _LEVEL_BEHIND.fullmatch(lower.text)
            or skill_levels.parse(lower.text) is None
        ):
            continue
        parsed = occupation(upper.flow.plain)
        if parsed is not None and _TRADE.search(parsed.value) and abs(upper.box.x0 - lower.box.x0) < 2 * lower.height:
            span = upper.flow.span(parsed.start, parsed.end)
            yield Candidate("occupation", parsed.value, view, span, 0.65, "pattern")


def _number_alone(view: PageView) -> Iterator[Candidate]:
    """A run that has the form of such a certificate's number and is nothing else."""
    for segment in view.segments:
        number = vocational_number.parse(segment.plain)
        if number is not None and number.form != "other" and id_number.parse(segment.plain) is None:
            span = segment.span(0, len(segment.text))
            yield Candidate("certificate_number", number.number, view, span, 0.65, "pattern")


def _level_in_number(found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The level that the certificate's number names: it must agree with the printed one."""
    for candidate in found:
        number = vocational_number.parse(candidate.value) if candidate.name == "certificate_number" else None
        if number is not None and number.level is not None and "repaired" not in candidate.notes:
            trust = 0.8 if number.form == "skill_level" else 0.45
            yield Candidate("level", number.level, candidate.view, candidate.span, trust, "pattern")
