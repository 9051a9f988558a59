"""Units in brackets that a narrow cell tears in two (`公需科目(学` over `时)`), taken away from labels of amounts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.kinds.training_hour_card.words import hour_label
from extractors.layout.view import PageView
from extractors.text import fold, simplified, squash
from models.page import Word

_TORN = re.compile(r"[(（](?P<unit>单?位?[:：]?个?[学课小學課]?)$")
_REST = re.compile(r"(?:单?位?[:：]?)个?(?P<unit>[学课小學課]?[时分時])[)）]")
_REACH = 2.2  # of the label's height, from its middle to that of the row below


def without_torn_units(view: PageView) -> PageView:
    """`view` with such labels ending before their unit, level with their amounts, and without the rest in the row below."""
    words = view.page.words
    shorter: dict[int, Word] = {}
    for word, below in _torn(words):
        at = _torn_at(word)
        edges = word.edges[: at + 1] if len(word.edges) == len(word.text) + 1 else ()
        unsure = tuple(u for u in word.unsure if u.at < at)
        down = (below.box.cy - word.box.cy) / 2
        box = word.box._replace(y0=word.box.y0 + down, y1=word.box.y1 + down)
        shorter[id(word)] = replace(word, text=word.text[:at], box=box, edges=edges, unsure=unsure)
        shorter[id(below)] = replace(below, text="")
    if not shorter:
        return view
    kept = tuple(word for w in words if (word := shorter.get(id(w), w)).text)
    return PageView(replace(view.page, words=kept), view.region)


def _torn(words: Sequence[Word]) -> Iterator[tuple[Word, Word]]:
    """Each label of hours that ends in a torn unit, with what is left of it below."""
    rests = [w for w in words if not w.vertical and _REST.fullmatch(w.text.strip())]
    for word in words if rests else ():
        at = _torn_at(word)
        if at <= 0 or hour_label(simplified(squash(fold(word.text[:at])))) is None:
            continue
        box = word.box
        below = [r for r in rests if box.x0 <= r.box.cx <= box.x1 and 0.5 < (r.box.cy - box.cy) / box.height < _REACH]
        if below:
            yield word, min(below, key=lambda r: r.box.cy)


def _torn_at(word: Word) -> int:
    found = None if word.vertical else _TORN.search(word.text)
    return -1 if found is None else found.start()
