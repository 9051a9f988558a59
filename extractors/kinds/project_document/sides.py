"""The sides of a contract and the bodies that carry a project out: at labels, on each page that says them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.kinds.candidates import Candidate, Parsed, labelled, labelled_by, unmixed
from extractors.kinds.parsers import person
from extractors.kinds.project_document.parts import lists_several
from extractors.kinds.project_document.told import approval, bodies
from extractors.kinds.social_insurance_record.agreement import one_name
from extractors.layout.flow import Flow
from extractors.layout.neighbours import LabelledPage
from extractors.layout.view import PageView
from extractors.text import HAN
from extractors.values import names, organisations
from models.document import Field

_CONTRADICTED = 0.45
_FORM = re.compile(  # what form it is, behind the name of the body whose form it is
    r"(?:内部|科研|科技|科学|技术|研究|研发|开发|创新|改造|改进|自主|重点|立项|新产品|产品|工程|企业|年度|计划)*"
    r"(?:项目|课题|工程|产品)(?:计划|立项|结题|验收|研发|实施|申请|申报|审批|评审|鉴定|开发|设计|成果)*"
    r"(?:任务|合同|申请|申报|审批|审批表|计划|建议|立项|报告|证|通知)?(?:书|表|单|报告|意见)$"
)
_NO_BODY = re.compile(r"^(?:甲方|乙方|委托方|受托方)|签字|盖章|代表|负责人|联系|日期")
_LEAST_OF_NAME = 6
_SIDES = frozenset({"甲方", "乙方", "委托方", "受托方", "买方", "卖方", "供方", "需方", "发包方", "承包方"})
_ROLE = re.compile(
    r"\((?:甲方|乙方|丙方|委托方|受托方|盖章|章|公章|买方|卖方|供方|需方|发包方|承包方|以下简称.{1,10})\)"
)


def party(text: str) -> Parsed | None:
    """A contract's side or the body that carries the project out, without its role in brackets."""
    cut = _ROLE.search(text)
    head = text[: cut.start()] if cut and cut.start() >= 4 else _ROLE.sub("", text)
    shift = len(text) - len(head) if not (cut and cut.start() >= 4) else 0
    head = re.split(r"[,;。]|法定代表|代表人|委托代理|开户|日期|签订|地址|负责人|电话|统一社会", head, maxsplit=1)[
        0
    ].strip(":_ ")
    head = re.sub(r"^[):]+", "", head)  # behind 项目承担单位(乙方):
    head = re.sub(r"\((?:以下)?(?:简|下)?称.*$", "", head)
    body = organisations.parse(head)
    if body is not None:
        at = max(0, text.find(body.name))
        return Parsed(body.name, at, at + len(body.name))
    human = person(head) if not _NO_BODY.search(head) and names.has_known_surname(head) else None
    rest = text[text.find(head) + len(head) :][:1]
    whole = human is not None and human.end >= len(head) and rest in "(,;。" and not re.search(r"[元方]", head)
    return Parsed(human.value, shift, shift + human.end, 0.5 * human.quality) if human and whole else None


def parties(pages: Sequence[LabelledPage]) -> list[Field]:
    """Every side named at a label, once, in printed order."""
    found: dict[str, Candidate] = {}
    named = [_named(page) for page in pages]
    named.sort(key=lambda sides: -len({side.value for side in sides}))  # the page that names most tells their order
    for sides in named:
        for candidate in sides:
            known = found.get(candidate.value)
            if known is None or candidate.confidence > known.confidence:
                found[candidate.value] = candidate
    if not found:
        found = {c.value: c for page in pages for c in labelled(page, "parties", party, label="_body")}
    if not found:
        found = {c.value: c for page in pages for c in approval(page.view) if c.name == "parties"}
    if not found:
        found = {c.value: c for page in pages for c in bodies(page.view)}
    if not found:
        found = {c.value: c for page in pages[:1] for c in _heading(page.view)}
    sure = _each_once([c for c in found.values() if c.confidence >= 0.4])
    if _unread_sides(pages):
        sure = [replace(c, quality=min(c.quality, _CONTRADICTED), notes=(*c.notes, "partly_read")) for c in sure]
    told = joined("parties", sure)
    return [*told, *(field for page in pages for field in _again(page, told, [c.value for c in sure]))]


def _named(page: LabelledPage) -> list[Candidate]:
    """The sides at the page's labels; where it lists several projects, not those below the heads of the list."""
    if not lists_several(page.view):
        return labelled(page, "parties", party)
    hits = [hit for hit in page.hits if hit.name == "parties"]
    found = ((hit, side) for hit in hits for side in labelled_by(page, "parties", party, hit))
    return [side for hit, side in found if side.span.box.y0 < hit.box.y1]


def _heading(view: PageView) -> Iterator[Candidate]:
    """The body over the heading of a form of its own: it may carry the project out."""
    for line in view.lines[:2]:
        form = _FORM.search(line.text)
        end = form.start() if form else len(line.text)
        body = organisations.parse(line.flow.plain[:end])
        if body is not None and len(body.name) == end:
            yield Candidate("parties", body.name, view, line.flow.span(0, end), _CONTRADICTED, "heading")
            return


def _again(page: LabelledPage, told: Sequence[Field], sides: Sequence[str]) -> Iterator[Field]:
    """The sides once more on another page that names them all beside its labels, as the page of signatures does."""
    flow = page.view.flow
    places = [flow.plain.find(side) for side in sides]
    labelled_here = any(hit.name == "parties" for hit in page.hits)
    if told and labelled_here and page.view.page.number != told[0].page and min(places) >= 0:
        quality = min(0.9, told[0].confidence)
        span = flow.span(places[0], places[0] + len(sides[0]))
        yield page.view.field("parties", ";".join(sides), span, quality, notes=told[0].notes)


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


def joined(name: str, candidates: Sequence[Candidate]) -> list[Field]:
    """One field of all values; its place is the first one's page, its trust the least one's."""
    if not candidates:
        return []
    candidates = [unmixed(candidate) for candidate in candidates]
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
