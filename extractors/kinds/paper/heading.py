"""Title and authors at the head of a paper's first page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.kinds.candidates import Candidate
from extractors.kinds.record_parsers import persons_in, thing
from extractors.layout.flow import Flow
from extractors.layout.lines import Line
from extractors.layout.view import PageView
from extractors.text import HAN
from extractors.values.names import has_known_surname

_BEGINS = re.compile(
    r"[\[(【<]?(?:摘要|(?:内容)?提要|Abstract|关键词|主题词|中图分类号|(?:[01一][.、]?)?(?:引言|前言|概述|绪论|引论)$|引言|收稿日期)",
    re.IGNORECASE,
)
_COMES_APART, _PARTED = 0.8, 0.55  # how plausible names are that are set apart, and run together
_GOES_ON = ("与", "和", "及", "的", "之", "对", "在", "、", "—")  # a title does not end so
RUNNING = re.compile(
    r"\d{4}年第?\d|第\d+[卷期]|Vol|ISSN|DOI|文章编号|^[·\-\d]+$|^第?\d{1,4}页|专栏|论著|研究与|基金项目|中图分类",
    re.IGNORECASE,
)
_ABSTRACT = re.compile(r"[\[(【<]?(?:摘要|(?:内容)?提要|Abstract)", re.IGNORECASE)
_MARGIN = re.compile(
    "引文格式|引用格式|引用本文|本文引用|收稿日期|第一作者|作者简介|基金项目|通信作者|通讯作者|DOI", re.IGNORECASE
)
_BY = re.compile(rf"[^{HAN}A-Za-z0-9]{{0,3}}(?:作者|[撰图]?文)[:/|]")
_BROADEST = 1.25  # of its width, how high a character is at most


def heading_of_paper(view: PageView) -> Iterator[Candidate]:
    """Title and authors above the abstract: the first large lines, and the row of names under them."""
    lines = _beside_no_margin(view)
    begin = next((i for i, line in enumerate(lines) if _BEGINS.match(line.text)), None)
    above = [line for line in lines[: begin or 0] if not RUNNING.search(line.text) and len(line.text) >= 2]
    above = [line for line in above if "。" not in line.text]
    if all(len(line.text) < 4 for line in above):
        return
    tallest = max(_size(line) for line in above if len(line.text) >= 4)
    first = next(i for i, line in enumerate(above) if _size(line) >= 0.8 * tallest and len(line.text) >= 4)
    title = [above[first]]
    for line in above[first + 1 : first + 3]:
        goes_on = title[-1].text.endswith(_GOES_ON)
        several = _authors(line, _PARTED)
        names = _authors(line) is not None or (several is not None and ";" in several[0])
        if _size(line) < 0.78 * tallest or (names and not goes_on):
            break
        title.append(line)
    flow = Flow(ink for line in title for ink in line.inks)
    parsed = thing(flow.plain)
    large = tallest >= 1.2 * view.glyph
    if parsed is not None and len(parsed.value) >= 5:
        quality = (0.95 if large else 0.7) * parsed.quality * (1.0 if len(title) == 1 else 0.92)
        yield Candidate("title", parsed.value, view, flow.span(parsed.start, parsed.end), quality, "heading")
    for line in above[first + len(title) : first + len(title) + 3]:
        if (authors := _authors(line, _PARTED)) is not None:
            yield Candidate("authors", authors[0], view, line.flow.span(0, authors[2]), 0.95 * authors[1], "heading")
            return


def _size(line: Line) -> float:
    """How large the letters of a row are: raised figures behind names make it higher, but no wider."""
    width = sum(segment.box(0, len(segment.text)).width for segment in line.segments if segment.text)
    return min(line.height, _BROADEST * width / max(1, len(line.text)))


def _beside_no_margin(view: PageView) -> list[Line]:
    """The rows, without what stands in a margin left of the abstract (`引文格式`, `收稿日期`, `第一作者`)."""
    lines = [line for column in view.column_lines for line in column]
    abstract = next((s for s in view.segments if _ABSTRACT.match(s.text)), None)
    if abstract is None:
        return lines
    left = abstract.box(0, 1).x0 - view.glyph
    if not any(_MARGIN.match(s.text) and s.box(0, len(s.text)).x1 < left for s in view.segments):
        return lines
    kept = (tuple(ink for ink in line.inks if ink.box.x1 > left) for line in lines)
    return [Line(inks) for inks in kept if inks]


def _authors(line: Line, least: float = _COMES_APART) -> tuple[str, float, int] | None:
    """The names that a row consists of, how plausible, and where they end in its text: affiliations may follow."""
    cut = line.text.find("(")
    end = cut if cut >= 0 else len(line.text)
    begin = label.end() if (label := _BY.match(line.text)) else 0
    found = persons_in(line.flow, begin, end) if begin < end else None
    if found is None or (found[1] < least and "·" not in line.text[:end]):
        return None
    if "·" not in found[0] and not any(map(has_known_surname, found[0].split(";"))):
        return None
    return (*found, end)
