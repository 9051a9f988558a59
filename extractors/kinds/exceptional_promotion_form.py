"""破格推荐审批表: who is put forward out of turn, for which title, and on which of the notice's conditions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.kinds import parsers
from extractors.kinds.candidates import Candidate, Parsed, choose, labelled
from extractors.kinds.exceptional_promotion_form_ticks import ticked
from extractors.kinds.kind import KindScore
from extractors.kinds.record_parsers import at_labels, body
from extractors.kinds.wording import load_wording, score_wording
from extractors.layout.flow import Flow
from extractors.layout.neighbours import LabelledPage
from extractors.layout.view import PageView
from extractors.values import numerals, titles
from models.document import Field, Kind

_N = r"[(]?(?:[1-9]|[一二三四五六七八九十])[)]?"
_GROUP = re.compile(
    rf"(?:第|条件[:]?|(?=\())(?P<list>{_N}(?:(?:[项条款]?[、,和及与]?第?|[至到~\-]){_N})*)(?:[项条款]|(?<=\))(?=[、,。;]|$))"
)
_AFTER_CLASS = re.compile(
    rf"(?<=类)[)]?(?:破格)?(?:条件|情形|条款)?[:]?(?P<list>{_N}(?:[、,和及与]{_N})*)(?=[。;,:(项条款]|$|符合|[一-龥]*条件)"
)
_SHORT = re.compile(r"(?<![A-Za-z0-9])(?P<class>[AB])[-.]?[(]?(?P<n>[1-9])[)]?(?![0-9A-Za-z]|纸|幅|号图|图)")
_NUMBER = re.compile(r"(?P<to>[至到~\-])?[第(]*(?P<n>[1-9]|[一二三四五六七八九十])\)?")
_CLASS = re.compile(r"(?:破格)?[(]?(?P<class>[ABＡＢ甲乙])[)]?类|破格[(]?(?P<bare>[AB])(?![A-Za-z])")
_LETTERS = {"甲": "A", "乙": "B"}
_HELD = 0.49
_UNSURE = 0.45
_NUMBERED = re.compile(r"(?:^|(?<=[;。:]))(?P<n>[一二三四五六七八九])[、.]")
_EXPLAINED = re.compile(r"填表说明|填写说明|^注:|说明:")


def title(text: str) -> Parsed | None:
    """The title applied for, without its specialty."""
    value = titles.parse(text)
    at = text.find(value) if value else -1
    return Parsed(value, at, at + len(value)) if value and at >= 0 else parsers.title(text)


_LABELS = (("name", parsers.person), ("employer", body), ("title", title))


@dataclass(frozen=True, slots=True)
class ExceptionalPromotionForm:
    """`items` are class and number of the conditions named, `A1;A3;A6`; reasons without any number are unsure."""

    id: Kind = "exceptional_promotion_form"

    def score(self, view: PageView) -> KindScore:
        return score_wording(view, load_wording(self.id))

    def extract(self, pages: Sequence[PageView]) -> list[Field]:
        fields = choose(candidate for view in pages for candidate in _candidates(view))
        applied = {field.value for field in fields if field.name == "title"}
        held = [field for field in choose(c for view in pages for c in _held(view)) if field.value not in applied]
        return [*fields, *held]


def _held(view: PageView) -> Iterator[Candidate]:
    """The title held at present: shown beside the one applied for, never as sure as that."""
    page = LabelledPage(view, load_wording("exceptional_promotion_form").vocabulary)
    for candidate in labelled(page, "title", title, label="_held"):
        yield replace(candidate, quality=min(candidate.quality, _HELD), notes=(*candidate.notes, "held"))


def _candidates(view: PageView) -> Iterator[Candidate]:
    page = LabelledPage(view, load_wording("exceptional_promotion_form").vocabulary)
    yield from at_labels(page, _LABELS)
    named = list(_named(view))
    chosen = ticked(view)
    if chosen is not None:
        items, span, quality = chosen
        told = [item for candidate in named for item in candidate.value.split(";")]
        agree = not named or set(items) <= set(told) or items == ["B"]
        yield Candidate("items", ";".join(items), view, span, quality if agree else 0.45, "ticks")
        return
    yield from named or labelled(page, "items", _reason)


def _named(view: PageView) -> Iterator[Candidate]:
    """The conditions in the ruled cell that names most of them, else on the whole page."""
    flows = [view.cell_flow(cell) for cell in view.cells]
    flow = max(flows, key=lambda f: len(items_in(f.text)[0]), default=view.flow)
    if not items_in(flow.text)[0]:
        flow = view.flow
    if set(items_in(flow.text)[0]) < set(items_in(_own(view.flow))[0]):
        flow = view.flow  # the rows of one list in cells that a seal or a fold cut apart
    text = _own(flow)
    items, start, end = items_in(text)
    if items:
        lettered = all(item[0].isalpha() for item in items)
        quality = 0.93 if lettered else 0.85
        quality = min(quality, _UNSURE) if _lacks(text, items) else quality
        yield Candidate("items", ";".join(items), view, flow.span(start, end), quality, "sentence")


def _lacks(text: str, items: Sequence[str]) -> bool:
    """Whether reasons are numbered further than conditions were read: one or more of them went unread."""
    last = max((numerals.parse(m["n"]) or 0 for m in _NUMBERED.finditer(text)), default=0)
    return last > len(items) and "B" not in items


def _own(flow: Flow) -> str:
    """The text up to the form's own explanations."""
    found = _EXPLAINED.search(flow.text)
    return flow.text[: found.start()] if found else flow.text


def items_in(text: str) -> tuple[list[str], int, int]:
    """The conditions that `text` names, in order, and where from and to; a class that nothing says is left out.

    >>> items_in("1.符合破格A类第(1)项:论文2篇;2.第(3)项:满三年;3.第(6)项")[0], items_in("符合破格B类条件")[0]
    (['A1', 'A3', 'A6'], ['B'])
    >>> items_in("符合第一、三至五条")[0], items_in("主持3项课题")[0]
    (['1', '3', '4', '5'], [])
    >>> items_in("(A类)一、三、七")[0], items_in("符合破格条件A1、A3、A6")[0], items_in("B类(国家级人才)")[0]
    (['A1', 'A3', 'A7'], ['A1', 'A3', 'A6'], ['B'])
    """
    classes = [(m.start(), _letter(m)) for m in _CLASS.finditer(text)]
    found: list[str] = []
    places: list[int] = []
    groups = list(_GROUP.finditer(text)) or list(_AFTER_CLASS.finditer(text))
    if not groups and (short := list(_SHORT.finditer(text))):
        named = list(dict.fromkeys(m["class"] + m["n"] for m in short))
        return named, short[0].start(), short[-1].end()
    for group in groups:
        before = [letter for at, letter in classes if at < group.start()]
        letter = before[-1] if before else ""
        last = 0
        for number in _NUMBER.finditer(group["list"]):
            n = numerals.parse(number["n"]) or 0
            run = range(last + 1, n + 1) if number["to"] and 0 < last < n else (n,)
            found += [f"{letter}{i}" for i in run if f"{letter}{i}" not in found]
            last = n
        places += [group.start(), group.end()]
    if not found and classes:
        at, letter = classes[0]
        match = _CLASS.match(text, at)
        return ([letter], at, match.end()) if match and letter == "B" else ([], 0, 0)
    return (found, min(places), max(places)) if found else ([], 0, 0)


def _letter(match: re.Match[str]) -> str:
    raw = match["class"] or match["bare"]
    return _LETTERS.get(raw, raw)


def _reason(text: str) -> Parsed | None:
    """A reason without numbers: shown, and for a person to judge."""
    return Parsed(text[:200], 0, min(len(text), 200), 0.4, ("unnumbered",)) if len(text) >= 6 else None
