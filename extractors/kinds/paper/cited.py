"""A paper as references give it: in its running head, in a report of a library, under 引文格式."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extractors.kinds.candidates import Candidate
from extractors.kinds.paper.heading import RUNNING
from extractors.kinds.record_parsers import persons, thing
from extractors.layout.flow import Flow
from extractors.layout.view import PageView
from extractors.text import HAN

_CITED = re.compile(
    rf"(?P<journal>[{HAN}()·]{{3,24}}?)[,.·。:]{{0,2}}(?P<year>(?:19|20)\d\d)[,.]?(?:\d{{1,3}})?\(\d{{1,2}}\)"
)
_REFERENCE = re.compile(
    rf"(?P<authors>[{HAN}·,、;]{{2,60}}?)(?:,?等)?[.。:](?P<title>[^.。;]{{5,60}}?)[.。]?[\[(]J[\])][.。,:]?(?P<journal>[{HAN}()·]{{2,24}}?)[,.。](?P<year>(?:19|20)\d\d)"
)
_OF_ANY_SORT = re.compile(r"[\[(][JMDCPSRN](?:/OL)?[\])]")
_SURE, _LEVEL = 0.85, 0.4


def as_reference(view: PageView) -> Iterator[Candidate]:
    """The first reference after GB/T 7714 on a page: `甲，乙．题名[J]．刊名，2019(4)：60-64`."""
    flow = view.flow
    found = _REFERENCE.search(flow.text)
    if found is None or "参考文献" in flow.text or len(_OF_ANY_SORT.findall(flow.text)) > 1:  # what a paper refers to
        return
    authors, title = persons(found["authors"]), thing(found["title"])
    whole = not found.group().partition(found["authors"])[2].startswith((",等", "等"))
    if authors is not None and whole and authors[1] >= _SURE:
        span = flow.span(*found.span("authors"))
        yield Candidate("authors", authors[0], view, span, _SURE * authors[1], "sentence")
    if title is not None:
        yield Candidate("title", title.value, view, flow.span(*found.span("title")), _SURE, "sentence")
    for name, group in (("journal", "journal"), ("date", "year")):
        value = flow.plain[slice(*found.span(group))]
        yield Candidate(name, value, view, flow.span(*found.span(group)), _SURE, "sentence")


def as_cited(view: PageView) -> Iterator[Candidate]:
    """Journal and year as references give them, in one of the first rows: `某刊,2021,10(6),86-93`, `某刊.2022,(03)`."""
    for flow in _rows(view):
        if (cited := _CITED.search(flow.text)) is None or RUNNING.search(cited["journal"]):
            continue
        for name, group in (("journal", "journal"), ("date", "year")):
            span = flow.span(*cited.span(group))
            yield Candidate(name, flow.plain[slice(*cited.span(group))], view, span, 0.8, "heading")
        return


def _rows(view: PageView) -> Iterator[Flow]:
    """The first rows, and those that stand far apart on one level as one: the name left, `2022,32(4):29-33` right."""
    rows = view.lines[:5]
    yield from (row.flow for row in rows)
    for left, right in pairwise(rows):
        if abs(left.box.cy - right.box.cy) < _LEVEL * left.height:
            yield Flow([*left.inks, *right.inks])
