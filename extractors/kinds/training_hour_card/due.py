"""Amounts printed over what is due (`66/60`): the page less what is due, so that every reader sees the hours done."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.layout.view import PageView
from extractors.text import squash
from models.page import Word

_UNIT = r"(?:个?(?:学时|学分|课时))?"
_FRACTION = re.compile(
    rf"(?<![\d/.\-年月])(?P<first>\d{{1,3}}(?:\.\d)?{_UNIT})\s*[/／]\s*(?P<second>[1-9]\d{{1,2}}(?:\.0)?(?P<unit>{_UNIT}))(?![\d/.\-年月])"
)
_BRACKETED = re.compile(r"(?<![\d/.\-])(?P<first>\d{1,3}(?:\.\d)?)\s*[(（](?P<second>[1-9]\d{1,2})[)）]")
_IN_BRACKETS = re.compile(r"括[号弧](?:内|中|里)[^。,;]{0,6}(?:应|需|须|要求|目标|标准|规定)")
_DONE, _DUE = r"(?:已[修学获得完]|实[修学得际]|完成|获得|取得)", r"(?:应|需|须|要求|目标|标准|规定|达标|任务)"
_DONE_FIRST = re.compile(rf"{_DONE}[^/,;。\n]{{0,6}}/[^/,;。\n]{{0,4}}{_DUE}")
_DUE_FIRST = re.compile(rf"{_DUE}[^/,;。\n]{{0,6}}/[^/,;。\n]{{0,4}}{_DONE}")
_LEGEND = re.compile(rf"[(（](?:{_DONE}|{_DUE})[^/()（）]{{0,4}}/(?:{_DONE}|{_DUE})[^/()（）]{{0,4}}[)）](?P<none>)")
_OF_SUBJECTS = re.compile(
    r"(?:公需|公共|专业|选修|网络|面授|线上|总)[^/,;。\d\n]{0,6}/[^/,;。\d\n]{0,4}(?:公需|公共|专业|选修|面授|网络|线下|合计|总)|学分/学时"
)
_FEWEST = 2


def without_dues(view: PageView) -> PageView:
    """`view` with `66` for `66/60`; the same page where no order is told and the second numbers are not alike."""
    text = "".join(squash(word.text) + "\n" for word in view.page.words)
    if _IN_BRACKETS.search(text):
        return _kept(view, _BRACKETED, "first")
    found = list(_FRACTION.finditer(text))
    if len(found) < _FEWEST or _OF_SUBJECTS.search(text) or not re.search("学时|学分|公需", text):
        return view
    due_first = _DUE_FIRST.search(text) is not None and _DONE_FIRST.search(text) is None
    told = due_first or _DONE_FIRST.search(text) is not None
    if not told and not _plainly_done(found):
        return view
    return _kept(_kept(view, _FRACTION, "second" if due_first else "first"), _LEGEND, "none")


def _plainly_done(found: Sequence[re.Match[str]]) -> bool:
    """Whether the first numbers can only be what is done although nothing says so: none is less than what is due."""
    alike = len({_number(m["second"]) for m in found}) <= max(len(found) / 2, _FEWEST + 1)
    return alike and all(_number(m["first"]) >= _number(m["second"]) for m in found)


def _number(text: str) -> float:
    return float(re.sub(r"[^\d.]", "", text))


def _kept(view: PageView, pattern: re.Pattern[str], kept: str) -> PageView:
    words = [_bare(word, pattern, kept) for word in view.page.words]
    return PageView(replace(view.page, words=tuple(words)), view.region)


def _bare(word: Word, pattern: re.Pattern[str], kept: str) -> Word:
    """`word` with only the `kept` number of each pair in it."""
    drop = {i for m in pattern.finditer(word.text) for i in range(*m.span()) if not m.start(kept) <= i < m.end(kept)}
    if kept == "first" and "unit" in pattern.groupindex:  # 66/60学时: what both are counted in
        units = [m for m in pattern.finditer(word.text) if m[kept][-1].isdigit()]
        drop -= {i for m in units for i in range(*m.span("unit"))}
    if not drop:
        return word
    left = [i for i in range(len(word.text)) if i not in drop]
    whole = len(word.edges) == len(word.text) + 1
    edges = (*(word.edges[i] for i in left), word.edges[-1]) if whole else ()
    return replace(word, text="".join(word.text[i] for i in left), edges=edges)
