"""A kind's wording as data (TOML beside its module) and how a page is scored by it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib.resources import files
from itertools import pairwise, zip_longest
from typing import Any

from rapidfuzz.distance import Levenshtein

from extractors.kinds.kind import KindScore
from extractors.layout.lines import Line
from extractors.layout.view import PageView
from extractors.layout.vocabulary import Vocabulary
from extractors.text import simplified, squash

LABEL_POINTS, LABEL_CAP = 0.45, 2.7
BODY_CAP = 6.0
COVER_WORDS = 4  # on the cover of a booklet every line is a heading
_DECISIVE = frozenset("毕结肄学位历籍破越")
_CHOICE = re.compile(r"\{([^{}]*)\}")
_NO_HEADING_END = ("。", ";", ",")  # a sentence, or a part of one, in large letters
_TITLES = frozenset(
    {"研究员", "副研究员", "助理研究员", "技术员", "实验员", "研制人员", "设计员", "工艺员"}
)  # no misread labels
_TAIL = re.compile(r"(?:\([^()]{0,16}\)|[0-9〇一二三四五六七八九十]{4}年度?|副本|正本|样本|[-—·.:*0-9年度]+)$")


_SHARED = ("name", "gender", "birth_date", "id_number", "employer", "school", "major", "certificate_number", "issuer")
_LEAST_LENT = 4


@dataclass(frozen=True)
class Wording:
    """Anchors with their points: `title` on headings, `body` and `negative` anywhere; `labels` are synonym lists.

    `decoys` are phrases that hide an anchor: `学历证书查询` is no heading `学历证书`.
    """

    title: Mapping[str, float]
    body: Mapping[str, float]
    negative: Mapping[str, float]
    labels: Mapping[str, tuple[str, ...]]
    decoys: tuple[str, ...]
    table: float

    @cached_property
    def vocabulary(self) -> Vocabulary:
        own = Vocabulary.of(self.labels)
        lent = {
            name: [label for label in words if label not in own.name_of]
            for name, words in lent_labels().items()
            if name in self.labels
        }
        return replace(Vocabulary.of(self.labels, lent), printed=printed_labels())

    @cached_property
    def _by_pair(self) -> dict[str, list[str]]:
        index: dict[str, list[str]] = {}
        for anchor in self.title:
            for pair in _pairs(anchor):
                index.setdefault(pair, []).append(anchor)
        return index

    def like(self, pairs: frozenset[str]) -> set[str]:
        """The title anchors that share two neighbouring characters with a heading."""
        return {anchor for pair in pairs for anchor in self._by_pair.get(pair, ())}

    @cached_property
    def long_labels(self) -> tuple[tuple[tuple[str, str], ...], ...]:
        """For each field its folded labels of two and more characters, after their first two."""
        fields = ((name, words) for name, words in self.vocabulary.labels.items() if not name.startswith("_"))
        return tuple(tuple((word[:2], word) for word in words if len(word) > 1) for _, words in fields)


@cache
def load_wording(name: str) -> Wording:
    """The wording in `<name>.toml` of this package; KeyError or TOMLDecodeError only when the package is damaged."""
    data: dict[str, Any] = tomllib.loads((files(__package__) / f"{name}.toml").read_text(encoding="utf-8"))
    return Wording(
        title=_folded(data.get("title", {})),
        body=_folded(data.get("body", {})),
        negative=_folded(data.get("negative", {})),
        labels={
            field: tuple(dict.fromkeys(label for word in words for label in spelt_out(word)))
            for field, words in data.get("labels", {}).items()
        },
        decoys=tuple(simplified(squash(word)) for word in data.get("decoys", ())),
        table=float(data.get("table", 0.0)),
    )


@cache
def printed_labels() -> dict[str, frozenset[str]]:
    """The labels of all kinds, folded, each with the names of the fields that it has anywhere."""
    found: dict[str, set[str]] = {}
    for file in files(__package__).iterdir():
        if file.name.endswith(".toml"):
            table = tomllib.loads(file.read_text(encoding="utf-8")).get("labels", {})
            for name, words in table.items():
                for label in (label for word in words for label in spelt_out(word)):
                    found.setdefault(simplified(squash(label)), set()).add(name)
    return dict.fromkeys(_TITLES, frozenset[str]()) | {label: frozenset(names) for label, names in found.items()}


@cache
def lent_labels() -> dict[str, tuple[str, ...]]:
    """For each of `_SHARED` the labels of all kinds that are labels of nothing else anywhere."""
    found: dict[str, list[str]] = {name: [] for name in _SHARED}
    for label, names in printed_labels().items():
        if len(names) == 1 and len(label) >= _LEAST_LENT and (name := next(iter(names))) in found:
            found[name].append(label)
    return {name: tuple(labels) for name, labels in found.items()}


def spelt_out(word: str) -> Iterator[str]:
    """The labels that `word` stands for, with one part of each {…,…} in its place.

    >>> list(spelt_out("{发证,核发}{机关,机构}")), list(spelt_out("证书{,管理}号"))
    (['发证机关', '发证机构', '核发机关', '核发机构'], ['证书号', '证书管理号'])
    """
    found = _CHOICE.search(word)
    if found is None:
        yield word
        return
    for part in found[1].split(","):
        yield from spelt_out(word[: found.start()] + part + word[found.end() :])


def _folded(anchors: Mapping[str, float]) -> dict[str, float]:
    return {simplified(squash(text)): float(points) for text, points in anchors.items()}


def score_wording(view: PageView, wording: Wording) -> KindScore:
    """Points of a page for a kind: best heading + body anchors + labels - negative wording."""
    text = view.flow.text
    for decoy in wording.decoys:
        text = text.replace(decoy, "#")
    title, heading = best_title(view, wording)
    body = {anchor: points for anchor, points in wording.body.items() if anchor in text}
    against = {anchor: points for anchor, points in wording.negative.items() if anchor in text}
    pairs = _pairs_on(view)
    labels = sum(any(pair in pairs and word in text for pair, word in words) for words in wording.long_labels)
    points = title + min(BODY_CAP, sum(body.values())) + min(LABEL_CAP, LABEL_POINTS * labels) - sum(against.values())
    if wording.table:
        points += wording.table if len(view.cells) >= 6 else 0.0
    evidence = (*((heading,) if heading else ()), *body, *(f"-{anchor}" for anchor in against))
    return KindScore(points, title, evidence)


def _pairs_on(view: PageView) -> frozenset[str]:
    """Neighbouring characters of the page's text: most labels are told not to be there by their first two."""
    found: frozenset[str] | None = view.memory.get("pairs")
    if found is None:
        found = view.memory["pairs"] = _pairs(view.flow.text)
    return found


@dataclass(frozen=True, slots=True)
class Heading:
    """A line, or two lines below each other (`merged`), that may be a heading; `weight` 0-1: how much it looks so."""

    text: str
    weight: float
    merged: bool
    characters: frozenset[str]
    pairs: frozenset[str]


def best_title(view: PageView, wording: Wording) -> tuple[float, str]:
    """The weightiest heading anchor on the page and its points, (0, "") where there is none."""
    best, chosen = 0.0, ""
    for heading in headings(view):
        text = heading.text
        for decoy in wording.decoys:
            if decoy in text:
                text = text.replace(decoy, "#")
        for anchor in wording.like(heading.pairs):
            points = wording.title[anchor]
            if points * heading.weight <= best:
                continue
            found = points * heading.weight * _title_match(text, heading.characters, anchor)
            if found > best:
                best, chosen = found, anchor
    return best, chosen


def headings(view: PageView) -> list[Heading]:
    """Lines that may be headings: large letters, short, alone on their row, high on the page."""
    found: list[Heading] | None = view.memory.get("headings")
    if found is None:
        found = list(_candidate_headings(view))
        view.memory["headings"] = found
    return found


def _candidate_headings(view: PageView) -> Iterator[Heading]:
    for column in view.column_lines:
        for line, follow in zip_longest(column, column[1:]):
            weight = _heading_weight(view, line)
            if weight <= 0:
                continue
            text = _bare(line.text)
            yield Heading(text, weight, False, frozenset(text), _pairs(text))
            if follow is not None and weight >= 0.6 and _same_block(line, follow):
                text = _bare(line.text + follow.text)
                yield Heading(text, min(weight, _heading_weight(view, follow)), True, frozenset(text), _pairs(text))


def _heading_weight(view: PageView, line: Line) -> float:
    ratio = line.height / max(view.glyph, 1.0)
    if len(line.text) > 34 or ratio < 0.8 or line.text.endswith(_NO_HEADING_END):
        return 0.0
    if len(view.inks) <= COVER_WORDS:
        return 0.9
    size = 1.0 if ratio >= 1.7 else 0.9 if ratio >= 1.25 else 0.6
    place = 1.0 if view.depth(line.box) < 0.4 or ratio >= 1.7 else 0.5 if ratio >= 1.25 else 0.25
    return size * place if size * place >= 0.2 else 0.0


def _same_block(line: Line, follow: Line) -> bool:
    return 0.6 < follow.height / max(line.height, 1.0) < 1.7 and follow.box.y0 - line.box.y1 < 1.5 * line.height


def _bare(text: str) -> str:
    bare = text
    while (shorter := _TAIL.sub("", bare)) != bare and shorter:
        bare = shorter
    return bare


def _title_match(text: str, characters: frozenset[str], anchor: str) -> float:
    """1 where the heading is or ends in the anchor, less where it only contains it or misses one character, else 0."""
    lacking = len(_characters(anchor) - characters)
    if lacking > 1:
        return 0.0
    if lacking == 0:
        if text == anchor:
            return 1.0
        if text.endswith(anchor):
            return 0.97
        if anchor in text:
            return 0.75 if len(text) - len(anchor) <= 12 else 0.4
    if len(anchor) >= 5 or (len(anchor) == 4 and "证" in anchor):
        tail = text[-len(anchor) :]
        same = [a for a in anchor if a in _DECISIVE] == [t for t in tail if t in _DECISIVE]
        if same and Levenshtein.distance(tail, anchor, score_cutoff=1) <= 1:
            return 0.85
    return 0.0


def _pairs(text: str) -> frozenset[str]:
    """Neighbouring characters; a single character is a pair of its own."""
    return frozenset(map("".join, pairwise(text))) or frozenset((text,))


@cache
def _characters(anchor: str) -> frozenset[str]:
    return frozenset(anchor)
