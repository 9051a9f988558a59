"""项目证明: contracts, task books and acceptance papers; what each page shows, parties, sum, persons and day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from rapidfuzz import fuzz

from extractors.kinds.candidates import Candidate, Parsed, choose, labelled
from extractors.kinds.kind import KindScore
from extractors.kinds.parsers import date, person
from extractors.kinds.project_document.duties import with_duties
from extractors.kinds.project_document.named import named_in_text
from extractors.kinds.project_document.parts import budget_sum, parts_of, sort_of, team_of
from extractors.kinds.project_document.told import approval, told_team
from extractors.kinds.record_parsers import listed_persons, things
from extractors.kinds.signing import issue_date
from extractors.kinds.social_insurance_record.agreement import one_name
from extractors.kinds.study import Study
from extractors.kinds.wording import load_wording, score_wording
from extractors.layout.flow import Flow
from extractors.layout.neighbours import LabelledPage
from extractors.layout.view import PageView
from extractors.text import HAN
from extractors.values import amounts, names, organisations
from models.document import Field, Kind

_UNIT = re.compile(r"\(?(?:单位[:]?)?(?:人民币)?(?P<unit>万元|千元|亿元|元)\)?[:]?")
_TOTAL = re.compile(
    r"(?:合同|项目|经费|投资|工程)?(?:总)?(?:金额|经费|价款|总价|总额|投资|造价|费用|报酬|酬金|投入|预算|资金)(?:总额|合计|总计)?(?:\([^()]{1,8}\))?"
    r"(?:为|是|共计|共|合计|约|:)*(?:人民币)?(?:\((?:大写|小写)\))?:?$"
)
_PART_OF_IT = re.compile(
    r"自筹|财政|资助|拨款|支付|首[付期笔]|预付|尾款|配套|定金|违约|补助|节约|效益|产值|利润|税|(?:直接|间接|人工|材料|设备|测试|加工|差旅|外协|折旧|其他|劳务|管理)"
    r"(?:投入)?(?:经?费用?)?$|第[一二三四]期|[一二三]期[款经]"
)
_PAYS_ALL = re.compile(
    r"(?:向|给)(?:乙方|受托方|受托人|承揽方|开发方)支付|支付给?(?:乙方|受托方)(?=的?(?:总|全部|研究|开发|合同))"
)
_SENTENCE = 160
_NEAR = 14
_FURTHER = 0.49
_LONG_NAME, _NEAR_NAME = 8, 84
_MISREAD = 0.16
_CONTRADICTED = 0.45
_NO_BODY = re.compile(r"^(?:甲方|乙方|委托方|受托方)|签字|盖章|代表|负责人|联系|日期")
_LEAST_OF_NAME = 6
_SIDES = frozenset({"甲方", "乙方", "委托方", "受托方", "买方", "卖方", "供方", "需方", "发包方", "承包方"})
_DRAWING = re.compile(r"更改文件号|未注(?:公差|圆角|倒角)|(?:阶段标记|图样代号)")
_ROLE = re.compile(
    r"\((?:甲方|乙方|丙方|委托方|受托方|盖章|章|公章|买方|卖方|供方|需方|发包方|承包方|以下简称.{1,10})\)"
)


def amount(text: str) -> Parsed | None:
    """The first sum at a label, in yuan; a bare number only after the unit that the label gives."""
    unit = _UNIT.match(text)
    rest = text[unit.end() :] if unit else text
    start = unit.end() if unit else 0
    found = amounts.find_all(rest)
    if found and found[0].start <= 12 and not re.search(r"\d", rest[: found[0].start]):
        return Parsed(amounts.plain(found[0].value), start + found[0].start, start + found[0].end)
    number = re.match(r"[^\d]{0,4}(?P<n>\d[\d,]*(?:\.\d+)?)(?!\d|[年月日%项])", rest)
    value = amounts.parse(number["n"], unit["unit"]) if number and unit else None
    if number is None or value is None:
        return None
    return Parsed(amounts.plain(value), start + number.start("n"), start + number.end("n"), 0.9)


def party(text: str) -> Parsed | None:
    """A contract's side or the body that carries the project out, without its role in brackets."""
    cut = _ROLE.search(text)
    head = text[: cut.start()] if cut and cut.start() >= 4 else _ROLE.sub("", text)
    shift = len(text) - len(head) if not (cut and cut.start() >= 4) else 0
    head = re.split(r"[,;。]|法定代表|地址|负责人|电话|统一社会", head, maxsplit=1)[0].strip(":_ ")
    head = re.sub(r"^[):]+", "", head)  # behind 项目承担单位(乙方):
    head = re.sub(r"\((?:以下)?(?:简|下)?称.*$", "", head)
    body = organisations.parse(head)
    if body is not None:
        at = max(0, text.find(body.name))
        return Parsed(body.name, at, at + len(body.name))
    human = person(head) if not _NO_BODY.search(head) and names.has_known_surname(head) else None
    return Parsed(human.value, shift, shift + human.end, 0.5 * human.quality) if human else None


@dataclass(frozen=True, slots=True)
class ProjectDocument:
    """`part` is one a thing that a page shows; parties and participants are joined by `;`; the sum is in yuan."""

    id: Kind = "project_document"

    def score(self, view: PageView) -> KindScore:
        return score_wording(view, load_wording(self.id))

    def extract(self, pages: Sequence[PageView]) -> list[Field]:
        labels = [LabelledPage(view, load_wording(self.id).vocabulary) for view in pages]
        by_page = [list(_candidates(page)) for page in labels]
        fields = choose(c for found in by_page for c in found if c.name not in ("date", "_listed"))
        days = [field for found in by_page for field in choose(c for c in found if c.name == "date")]
        labelled_day = any(c.name == "date" and c.source == "label" for found in by_page for c in found)
        days = [_beside(day, days[0]) if labelled_day else day for day in _fuller(days)]
        told = [field for page, found in zip(labels, by_page, strict=True) for field in _shown(page.view, found)]
        return [*told, *named_again(pages, fields), *days, *_parties(labels), *_participants(labels)]


def _shown(view: PageView, found: Sequence[Candidate]) -> Iterator[Field]:
    """The parts that a page shows, and which of a project's papers its heading says it is."""
    sums = [c.span for c in found if c.name == "amount" and c.confidence >= 0.5]
    listed = [c.span for c in found if c.name == "_listed"]
    for part in parts_of(view, sums, listed):
        yield view.field("part", part.part, part.span, part.quality)
    if (sort := sort_of(view)) is not None:
        yield view.field("sort", sort[0], sort[1], 0.9)


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


def named_again(pages: Sequence[PageView], fields: Sequence[Field]) -> list[Field]:
    """The project's name once on every other page that says it, in running text too; near readings contradict it."""
    name = next((f for f in fields if f.name == "project_name" and f.confidence >= 0.5), None)
    if name is None:
        return list(fields)
    again, near = [], []
    for view in pages:
        at = view.flow.plain.find(name.value)
        if view.page.number == name.page:
            continue
        if at >= 0:
            again.append(view.field("project_name", name.value, view.flow.span(at, at + len(name.value)), 0.9))
        elif len(name.value) >= _LONG_NAME:
            found = fuzz.partial_ratio_alignment(name.value, view.flow.plain, score_cutoff=_NEAR_NAME)
            if found is not None and _is_misread(name.value, view.flow.plain[found.dest_start : found.dest_end]):
                span = view.flow.span(found.dest_start, found.dest_end)
                near.append(view.field("project_name", span.text, span, _CONTRADICTED, notes=("conflict",)))
    if again or not near:
        return [*fields, *again]
    doubted = replace(name, confidence=min(name.confidence, _CONTRADICTED), notes=(*name.notes, "conflict"))
    return [*(doubted if f is name else f for f in fields), *near]


def _is_misread(name: str, other: str) -> bool:
    """Whether `other` is `name` but for single characters, each in its place; a name cut or put otherwise is none."""
    different = sum(one != two for one, two in zip(name, other, strict=False))
    return len(name) == len(other) and different <= max(1, round(_MISREAD * len(name)))


def _candidates(page: LabelledPage) -> Iterator[Candidate]:
    approved = [c for c in approval(page.view) if c.name != "parties"]
    named = list(things(page, "project_name"))
    approved_name = [c for c in approved if c.name == "project_name"]
    yield from named or approved_name or named_in_text(page.view)
    labelled_sums, sums = list(_at_labels(page)), list(_sums(page))
    sums = [*labelled_sums, *(sums or budget_sum(page.view))]
    yield from sums or (c for c in approved if c.name == "amount")
    yield from (replace(c, name="_listed") for c in listed_persons(page, "participants") if ";" in c.value)
    told = with_duties(page) or told_team(page.view)
    yield from (replace(c, name="_listed") for c in told if len(told) > 1)
    days = labelled(page, "date", date)
    yield from days
    if not any(day.confidence >= 0.5 for day in days):
        yield from (_later(c) for c in issue_date(Study(page.view), page))


def _at_labels(page: LabelledPage) -> Iterator[Candidate]:
    """The sum at each label; the unit may stand behind the label while the number stands in the next cell."""
    for hit in page.hits:
        if hit.name != "amount":
            continue
        unit = _UNIT.match(hit.flow.text, hit.end)
        for value in page.values(hit):
            parsed = amount(value.text)
            if parsed is None and unit is not None and value.flow is not hit.flow:
                parsed = amount(f"{unit['unit']}{value.text}")
                shift = len(unit["unit"])
                parsed = parsed._replace(start=parsed.start - shift, end=parsed.end - shift) if parsed else None
            if parsed is not None:
                span = value.span(parsed.start, parsed.end)
                yield Candidate("amount", parsed.value, page.view, span, value.quality * parsed.quality, "label")
                break


def _later(candidate: Candidate) -> Candidate:
    """The day a paper is signed; dates in prose of a long paper are no such day."""
    drawn = _DRAWING.search(candidate.view.flow.text) is not None  # the day when a part was drawn
    low = candidate.view.depth(candidate.span.box) > 0.6 and not drawn
    return replace(candidate, name="date", quality=candidate.quality * (0.85 if low else 0.5))


def _sums(page: LabelledPage) -> Iterator[Candidate]:
    """Sums told as the whole in running text, in digits and in capitals: they must agree."""
    flow = page.view.flow
    claimed: list[Decimal] = []
    for hit in amounts.find_all(flow.plain):
        before = flow.text[max(0, hit.start - 24) : hit.start]
        clause = re.split(r"[。;,]", before)[-1]
        echo = (
            bool(claimed) and re.search(r"[(,](?:人民币)?(?:\(?(?:大写|小写)\)?)?[:]?(?:人民币)?$", before) is not None
        )
        if "其中" in flow.text[max(0, hit.start - _SENTENCE) : hit.start].rsplit("。", 1)[-1]:
            continue
        told = re.sub(r"\((?:不?含|含增值)税[^()]*\)", "", clause)
        if _PART_OF_IT.search((told if claimed else _PAYS_ALL.sub("", told))[-_NEAR:]):
            continue
        if _TOTAL.search(clause):
            yield Candidate(
                "amount", amounts.plain(hit.value), page.view, flow.span(hit.start, hit.end), 0.9, "sentence"
            )
            claimed.append(hit.value)
        elif echo and len(claimed) == 1:
            yield Candidate(
                "amount", amounts.plain(hit.value), page.view, flow.span(hit.start, hit.end), 0.85, "sentence"
            )
            claimed.append(hit.value)


def _parties(pages: Sequence[LabelledPage]) -> list[Field]:
    """Every side named at a label, once, in printed order."""
    found: dict[str, Candidate] = {}
    for page in pages:
        for candidate in labelled(page, "parties", party):
            known = found.get(candidate.value)
            if known is None or candidate.confidence > known.confidence:
                found[candidate.value] = candidate
    if not found:
        found = {c.value: c for page in pages for c in approval(page.view) if c.name == "parties"}
    sure = _each_once([c for c in found.values() if c.confidence >= 0.4])
    if _unread_sides(pages):
        sure = [replace(c, quality=min(c.quality, _CONTRADICTED), notes=(*c.notes, "partly_read")) for c in sure]
    return _joined("parties", sure)


def _each_once(sides: Sequence[Candidate]) -> list[Candidate]:
    """Sides whose names differ in a character or two are one that was misread somewhere: the surest, for a person."""
    kept: list[Candidate] = []
    for side in sides:
        at = next((i for i, other in enumerate(kept) if one_name(side.value, other.value)), None)
        if at is None:
            kept.append(side)
        else:
            best = max(kept[at], side, key=lambda c: c.confidence)
            kept[at] = replace(best, quality=min(best.quality, _CONTRADICTED), notes=(*best.notes, "conflict"))
    return kept


def _unread_sides(pages: Sequence[LabelledPage]) -> set[str]:
    """The sides at whose label words stand that are no name, on every page with such words."""
    answered: dict[str, bool] = {}
    for page in pages:
        for hit in page.hits:
            texts = [value.text for value in page.values(hit) if not value.way.startswith("below")]
            worded = any(len(re.findall(f"[{HAN}]", _ROLE.sub("", text))) >= _LEAST_OF_NAME for text in texts)
            if hit.name == "parties" and hit.colon and hit.label in _SIDES and worded:
                named = any(party(text) is not None for text in texts)
                answered[hit.label] = answered.get(hit.label, False) or named
    return {side for side, named in answered.items() if not named}


def _participants(pages: Sequence[LabelledPage]) -> list[Field]:
    """The persons of the team's table in its order; without one those at labels, the leader first."""
    team = [member for page in pages for member in team_of(page.view)]
    unique = list({candidate.value: candidate for candidate in reversed(team)}.values())[::-1]
    if unique:
        return _joined("participants", unique)
    for page in pages:
        if duties := with_duties(page):
            return _joined("participants", duties)
    leaders = [c for page in pages for c in labelled(page, "_leader", person)]
    members = [c for page in pages for c in listed_persons(page, "participants")]
    found: dict[str, Candidate] = {}
    told = [] if members else [c for page in pages for c in told_team(page.view)]
    for candidate in (*leaders, *members, *told):
        for name in candidate.value.split(";"):
            found.setdefault(name, replace(candidate, value=name))
    return _joined("participants", list(found.values()))


def _joined(name: str, candidates: Sequence[Candidate]) -> list[Field]:
    """One field of all values; its place is the first one's page, its trust the least one's."""
    if not candidates:
        return []
    first = candidates[0]
    here = [c for c in candidates if c.view is first.view]
    inks = [ink for c in here for ink in c.view.inks if ink.box.covered_by(c.span.box.grown(3)) > 0.5]
    span = first.span
    if len(here) > 1 and inks:
        whole = Flow(dict.fromkeys(inks)).span(0, sum(len(ink.text) for ink in dict.fromkeys(inks)))
        span = replace(whole, confidence=min(c.span.confidence for c in here))
    value = ";".join(c.value for c in candidates)
    quality = min(c.quality for c in candidates)
    notes = tuple(dict.fromkeys(note for c in candidates for note in c.notes))
    return [first.view.field(name, value, span, quality, notes=notes)]
