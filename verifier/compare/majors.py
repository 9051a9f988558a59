"""Majors: words around the name, conjunctions, and the catalogues that renamed them."""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache
from pathlib import Path

from verifier.compare.comparison import UNREAD, Comparison, plain, settled
from verifier.compare.differences import all_alike, differences, likeness, shown

_DATA = Path(__file__).with_name("data") / "major_renames.csv"
_BRACKETS = re.compile(r"\([^()]*\)")
_PROGRAMME = re.compile(
    r"\((?:网络教育|专科起点|独立本科段|本科段|专科段|基础科段|函授|业余|脱产|专升本|高职|师范|师范类|本科|专科)+\)"
)
_NO_MAJOR = re.compile(r"(?:大学|学院|学校|分校|系)$|[。；;]|^(?:该生|经|并|在校|修业|学制|准予|授予|完成|学习)")
_ENDINGS = re.compile(r"(?:专业|方向|学科|类)+$")
_CONJUNCTIONS = re.compile(r"及其|以及|及|与|和|、")
_LONG = 5
_KEPT = 8192  # applicants of one batch have few majors, and the office's table is the same for all


@cache
def _renames() -> dict[frozenset[str], bool]:
    """Pairs of folded names; True where the one became the other as a whole."""
    with _DATA.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return {frozenset({_bare(row["former"]), _bare(row["name"])}): row["how"] == "whole" for row in rows}


@lru_cache(_KEPT)
def compare_major(declared: str | None, read: str | None) -> Comparison:
    """`declared` with the major `read`.

    >>> compare_major("机械设计制造及其自动化", "机械设计制造及自动化专业（网络教育）").outcome
    'alias'
    """
    found = settled(declared, read)
    if found or declared is None or read is None:
        return found or UNREAD
    mine, theirs = (_ENDINGS.sub("", _PROGRAMME.sub("", plain(text))) for text in (declared, read))
    if not mine or not theirs:
        return UNREAD
    if mine == theirs:
        return Comparison("folded", "去除括注和“专业”字样后一致", 1.0)
    if _bare(mine) == _bare(theirs):
        bracketed = "(" in mine + theirs
        return Comparison("alias", "仅括注不同" if bracketed else "仅“及其”“与”等连接词不同", 0.97)
    whole = _renames().get(frozenset({_bare(mine), _bare(theirs)}))
    if whole is not None:
        return (
            Comparison("alias", "专业目录调整前后名称", 0.95)
            if whole
            else Comparison("near", "专业目录调整中部分对应，需核对", 0.85)
        )
    return _by_characters(mine, theirs)


def _by_characters(mine: str, theirs: str) -> Comparison:
    score = likeness(mine, theirs)
    found = differences(mine, theirs)
    if len(found) <= 2 and all_alike(found, "shapes", "variants"):
        return Comparison("lookalike", f"形近字：{shown(found)}", score)
    shorter, longer = sorted((mine, theirs), key=len)
    if len(found) == 1 and len(longer) >= _LONG and (found[0].is_gap or "□" in found[0] or len(shorter) >= _LONG + 2):
        return Comparison("near", f"个别字不同：{shown(found)}", score)
    if len(shorter) >= 4 and longer.startswith(shorter):
        return Comparison("near", "专业名称一处较长，需核对", score)
    if _NO_MAJOR.search(theirs) or _NO_MAJOR.search(mine):
        return Comparison("near", "识读到的文字不像专业名称，需核对", score)
    return Comparison("different", "专业不同", score)


@lru_cache(_KEPT)
def _bare(name: str) -> str:
    """`name` folded, without brackets, conjunctions and 专业."""
    return _CONJUNCTIONS.sub("", _ENDINGS.sub("", _BRACKETS.sub("", plain(name))))
