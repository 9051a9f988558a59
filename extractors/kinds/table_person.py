"""Whose form it is: name, ID number and employer from the labels and sentences of a form, told from other entries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.kinds.glued_labels import without_label
from extractors.layout.flow import DOUBTFUL_FACTOR, Span
from extractors.layout.neighbours import LabelledPage, Value
from extractors.layout.view import PageView
from extractors.text import HAN, short_forms, standard
from extractors.values import id_number, names, organisations
from models.document import Field

_TWO_ENTRIES = 6
_NAME = re.compile(rf"[{HAN}]{{1,12}}(?:·[{HAN}]{{1,12}}){{1,3}}|[{HAN}]{{2,4}}")
_CALLED_SO = rf"(?P<name>[{HAN}]{{2,4}}?|[{HAN}]{{1,12}}(?:·[{HAN}]{{1,12}}){{1,3}})"  # in a sentence, also 阿依·买买提
SURE_END = (
    r"公司|集团|厂|研究院|研究所|设计院|学院|大学|学校|医院|中心|局|事务所|合作社|总站|总公司|银行|工作室|有限合伙"
)
_ORG_LETTERS = rf"(?:(?!同志|先生|女士|[我本](?:公司|单位|院|厂|所|校))[{HAN}()])"
_NO_ORGANISATION = re.compile(
    r"同志|先生|女士|兹有|证明|意见|同意|负责|等次|考核|签[名字章]|日期|年月|情况|盖章|公章|性质|签署|评语"
)
_CERTIFIED = re.compile(
    rf"(?:(?:证明)?兹(?:有|证明)|证明)[:,，_]*(?P<org>{_ORG_LETTERS}{{2,36}}?(?:{SURE_END}))?(?:职工|员工|专业技术人员|在职人员|工作人员|学员)?[:_]*"
    rf"{_CALLED_SO}_*(?:同志|先生|女士|\(|,|，|性别|身份证)"
)
_ADDRESSED = re.compile(
    rf"(?<![{HAN}])(?P<org>{_ORG_LETTERS}{{2,36}}?(?:{SURE_END}))(?:职工|员工|专业技术人员)?_*{_CALLED_SO}_*"
    r"(?:同志|先生|女士|\((?:身份证件?号?码?|证件号码?|公民身份号码)?:?[0-9]{17}[0-9X]\))"
)
_CALLED = re.compile(rf"(?:员工|职工|人员|职员):{_CALLED_SO}(?=身份证|单位|部门|岗位|性别|工号|职务|[^{HAN}]|$)")
_OURS = re.compile(
    rf"[我本该](?:单位|公司|集团|院|厂|所|校|中心)(?:在职|在岗|正式|在编)?(?:职工|员工|专业技术人员|工作人员|干部)[:_]*"
    rf"{_CALLED_SO}_*(?:同志|先生|女士|\(|,)"
)
_YOURS = re.compile(
    rf"(?P<org>[{HAN}()]{{2,36}}?(?:{SURE_END})):[你贵](?:单位|公司|集团|院|厂|所|校|中心)(?:职工|员工|专业技术人员)?_*{_CALLED_SO}_*"
    r"(?:同志|先生|女士|[(,](?:公民|居民)?身份证)"
)
_BEFORE_ID = re.compile(
    rf"(?<![{HAN}·]){_CALLED_SO}_*\((?:身份证(?:号码?|件号码?)?|证件号码?|公民身份号码)?:?[0-9]{{17}}[0-9X]\)"
)
_COMPANY = re.compile(
    rf"(?<![{HAN}])(?:公司|企业|院所|厂名):(?P<org>[{HAN}()]{{2,36}}?(?:{SURE_END}))(?!附属|[{HAN}]{{0,6}}(?:公司|厂|院))"
)
_IN_CLAUSE = re.compile(
    rf"(?:工作单位|所在单位|现单位|单位名称|任职单位|用人单位)[:为]?(?P<org>[{HAN}()]{{2,36}}?(?:{SURE_END}))"
    rf"(?=[,。;]|\)(?![{HAN}]{{0,4}}公司))"
)
_WITH_DEPARTMENT = re.compile(rf"(?P<org>[{HAN}()]{{2,}}(?:公司|集团|厂))[{HAN}]{{1,8}}(?:部|科|室|处|车间|组|班)")
_WELL_FORMED = re.compile(r"\d{6}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]")
_BELONGS = re.compile(
    rf"(?:系|现?为|是|(?<!所)在|就职于|任职于|供职于)(?P<org>[{HAN}()]{{2,36}}?(?:{SURE_END}))(?:\([{HAN}]{{2,8}}\))?"
    r"(?:的?(?:正式|在职|在岗)?(?:职工|员工|工作人员|专业技术人员|工程技术人员)|工作|任|从事|担任|,|，|。)"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value that may be a field's, where it stands and how sure (0-1) that it is this field's."""

    value: str
    view: PageView
    span: Span
    quality: float
    notes: tuple[str, ...] = ()

    @property
    def weight(self) -> float:
        return self.span.confidence * self.quality


def chosen(name: str, candidates: Iterable[Candidate], row: int | None = None) -> list[Field]:
    """The likeliest candidate as a field, surer where another place says the same; empty where there is none.

    A different value of nearly the same weight makes it a `conflict`, below 0.5.
    """
    found = [_unmixed(name, _unglued(name, candidate)) for candidate in candidates]
    best = max(found, key=lambda c: c.weight, default=None)
    if best is None:
        return []
    others = [c for c in found if c.span.box != best.span.box or c.view is not best.view]
    quality, notes = best.quality, best.notes
    if any(c.value == best.value for c in others):
        quality = min(1.0, quality * 1.04)
    elif any(c.weight > 0.9 * best.weight for c in others):
        quality, notes = min(quality, 0.45), (*notes, "conflict")
    return [best.view.field(name, best.value, best.span, quality, row, notes)]


def _unglued(name: str, candidate: Candidate) -> Candidate:
    if name != "employer" or (value := without_label(name, candidate.value)) == candidate.value:
        return candidate
    return replace(candidate, value=value, quality=0.95 * candidate.quality)


def _unmixed(name: str, candidate: Candidate) -> Candidate:
    """What was read in traditional characters on a page in simplified print, mended: an employer's, and a family name."""
    mends = {"name": names.unmixed, "employer": standard}
    if name not in mends or not candidate.view.simplified_print:
        return candidate
    mended = mends[name](candidate.value)
    if name == "name" and mended == candidate.value and (short := short_forms(candidate.value)) != candidate.value:
        return replace(
            candidate, value=short, quality=DOUBTFUL_FACTOR * candidate.quality, notes=(*candidate.notes, "doubtful")
        )
    return candidate if mended == candidate.value else replace(candidate, value=mended, quality=0.9 * candidate.quality)


def read_names(pages: Sequence[LabelledPage]) -> Iterator[Candidate]:
    """Names at labels and in 兹证明…同志."""
    for page in pages:
        for value in page.find("name"):
            if value.text in page.vocabulary.name_of:
                continue  # the next label
            if (first := _first_word(value)) is not None:
                yield Candidate(first, page.view, value.span(0, len(first)), value.quality * _known(first))
                continue
            whole = names.parse(value.text)
            found = _NAME.match(value.text)
            if whole is not None:
                yield Candidate(whole, page.view, value.span(), value.quality * _known(whole))
            elif found is not None and (first := names.parse(found.group())) is not None:
                follows = re.match(rf"[{HAN}]", value.text[found.end() :])
                quality = value.quality * (0.45 if follows else 0.85) * _known(first)
                yield Candidate(first, page.view, value.span(*found.span()), quality)
        flow = page.view.flow
        for pattern in (_CERTIFIED, _ADDRESSED, _CALLED, _OURS, _YOURS, _BEFORE_ID):
            for found in pattern.finditer(flow.text):
                start, end = found.span("name")
                if (name := names.parse(flow.plain[start:end])) is not None:
                    yield Candidate(name, page.view, flow.span(start, end), 0.92 * _known(name))


def _first_word(value: Value) -> str | None:
    """The name that another entry follows far behind, where no rule was found between; None where it is not so."""
    parts = value.flow.parts(value.start, value.end)
    if len(parts) < 2 or not 2 <= parts[0][2] - parts[0][1] <= 4 or len(value.text) < _TWO_ENTRIES:
        return None
    one, other = parts[0][0], parts[1][0]
    name = names.parse(value.text[: parts[0][2] - parts[0][1]])
    apart = other.box.x0 - one.box.x1 > one.box.height
    return name if name is not None and apart and names.has_known_surname(name) else None


def _known(name: str) -> float:
    return 1.0 if names.has_known_surname(name) else 0.9 if "·" in name else 0.8


def read_id_numbers(pages: Sequence[LabelledPage]) -> Iterator[Candidate]:
    """Valid ID numbers anywhere; at a label also mended (`repaired`) and broken ones (below 0.5)."""
    for page in pages:
        for value in page.find("id_number"):
            whole = id_number.parse(value.text)
            if whole is not None:
                yield Candidate(whole.number, page.view, value.span(), value.quality)
            elif (mended := id_number.repair(value.text)) is not None:
                yield Candidate(mended.number, page.view, value.span(), 0.75 * value.quality, ("repaired",))
            elif found := re.match(r"[0-9A-Z*]{12,20}", value.text.upper()):
                span = value.span(*found.span())
                clear = _WELL_FORMED.fullmatch(found.group()) and span.confidence >= 0.97 and not span.notes
                note = "check_digit" if clear else "doubtful"
                yield Candidate(found.group(), page.view, span, (0.7 if clear else 0.4) * value.quality, (note,))
        flow = page.view.flow  # over the ends of lines, where a number runs on, and each line by itself
        for text in (flow, *(line.flow for line in page.view.lines)):
            for free in id_number.find_all(text.plain):
                yield Candidate(free.value.number, page.view, text.span(free.start, free.end), 0.85)


def _to_close(text: str) -> str:
    """`text` up to a bracket that closes what was opened before it: 张三(单位:某公司)于2021年…"""
    depth = 0
    for at, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        if depth < 0:
            return text[:at]
    return text


def read_employers(pages: Sequence[LabelledPage]) -> Iterator[Candidate]:
    """Organisations at labels and in 系…公司职工; a label's value without an organisation's ending is less sure."""
    for page in pages:
        for value in page.find("employer"):
            name = organisations.compact(_to_close(re.split(r"[,;。，；]", value.text, maxsplit=1)[0]))
            sure = 1.0
            if "部门" in value.hit.label and (found := _WITH_DEPARTMENT.fullmatch(name)):
                name = found["org"]
            if organisations.parse(name) is None:
                found = re.fullmatch(rf"(?P<org>.{{2,}}(?:{SURE_END}))[^)]{{1,3}}", name)
                name, sure = (
                    (found["org"], 0.85) if found else (name, 0.49)
                )  # strokes of borders, scraps of a watermark
            if len(name) < 4 or _NO_ORGANISATION.search(name) or re.search(r"\d{4}年|[:,。;]", name):
                continue
            at = max(0, value.text.find(name))
            yield Candidate(name, page.view, value.span(at, at + len(name)), sure * value.quality)
        flow = page.view.flow
        for pattern in (_CERTIFIED, _ADDRESSED, _YOURS, _COMPANY, _BELONGS, _IN_CLAUSE):
            for found in pattern.finditer(flow.text):
                if found["org"] and not _NO_ORGANISATION.search(found["org"]):
                    start, end = found.span("org")
                    if pattern is _YOURS:  # a letter's addressee has a line of its own, under the heading
                        start = max((at for at in flow.starts if start < at < end - 5), default=start)
                    quality = 0.66 if pattern is _IN_CLAUSE else 0.85  # a label's own value comes first
                    yield Candidate(flow.plain[start:end], page.view, flow.span(start, end), quality)
