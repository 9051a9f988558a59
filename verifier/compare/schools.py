"""Schools and their former names. A certificate bears the name of its day; the applicant may declare today's."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from extractors.values import dates, schools
from extractors.values.dates import PartialDate
from verifier.compare.comparison import UNREAD, Comparison, plain, settled
from verifier.compare.differences import all_alike, differences, is_torn, likeness, shown

_DATA = Path(__file__).with_name("data") / "school_renames.csv"
_KINDS = ("职业技术大学", "职业技术学院", "职业学院", "高等专科学校", "大学", "学院", "学校")


@dataclass(frozen=True, slots=True)
class Rename:
    """`former` became `name` in the year `since`, or went into a school that had that name before (`joined`)."""

    former: str
    name: str
    since: int
    joined: bool


@cache
def renames() -> tuple[Rename, ...]:
    """The table of data/school_renames.csv; incomplete, so a name that is not in it proves nothing."""
    with _DATA.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return tuple(Rename(r["former"], r["name"], int(r["since"]), r["how"] == "joined") for r in rows)


def compare_school(declared: str | None, read: str | None, *, issued: str | PartialDate | None = None) -> Comparison:
    """`declared` with the school `read` on a certificate issued on `issued` (which tells the name then in use).

    >>> compare_school("浙江理工大学", "浙江工程学院", issued="2003-06").outcome
    'alias'
    """
    found = settled(declared, read)
    if (found and found.answer != "same") or declared is None or read is None:
        return found or UNREAD
    mine, theirs = plain(schools.compact(declared)), plain(schools.compact(read))
    if not mine or not theirs:
        return UNREAD
    day = dates.parse(issued) if isinstance(issued, str) else issued
    anachronism = _anachronism(theirs, day)
    if mine == theirs:
        return anachronism or found or Comparison("folded", "统一书写形式后一致", 1.0)
    if theirs in _successors(mine) or mine in _successors(theirs):
        return anachronism or Comparison("alias", f"“{theirs}”与“{mine}”为同一学校更名或合并前后名称", 0.97)
    return _by_characters(mine, theirs)


def _successors(name: str) -> frozenset[str]:
    """Every name that `name` later had or went into."""
    return frozenset(_walk(name))


def _walk(name: str) -> Iterator[str]:
    for rename in renames():
        if rename.former == name:
            yield rename.name
            yield from _walk(rename.name)


def _anachronism(name: str, issued: PartialDate | None) -> Comparison | None:
    """A review where the certificate is older than the school's name, or much younger; the years are not to the day."""
    if issued is None:
        return None
    began = [r.since for r in renames() if r.name == name and not r.joined]
    if began and issued.year < min(began):
        return Comparison("near", f"发证时“{name}”尚未更名，需核对", 0.8)
    ended = [r.since for r in renames() if r.former == name]
    if ended and issued.year > max(ended) + 1:
        return Comparison("near", f"发证时“{name}”已更名，需核对", 0.8)
    return None


def _by_characters(mine: str, theirs: str) -> Comparison:
    """Real schools differ by a single word (工业/工商), so only look-alikes, gaps and endings are near."""
    score = likeness(mine, theirs)
    found = differences(mine, theirs)
    if len(found) <= 2 and all_alike(found, "shapes", "variants"):
        return Comparison("lookalike", f"形近字：{shown(found)}", score)
    if len(found) == 1 and ("□" in found[0] or (found[0].is_gap and min(len(mine), len(theirs)) >= 5)):
        return Comparison("near", f"{shown(found)}，其余一致", score)
    shorter, longer = sorted((mine, theirs), key=len)
    if len(shorter) >= 4 and longer.startswith(shorter):
        return Comparison("near", "一处含校区、二级学院或独立学院名称，需核对", score)
    if len(shorter) >= 4 and longer.endswith(shorter):
        return Comparison("near", "校名前部有缺省", score)
    if is_torn(mine, theirs) and not shorter.endswith(_KINDS):
        return Comparison("near", "校名识读不完整", score)
    known = {name for rename in renames() for name in (rename.former, rename.name)}
    if _stem(mine) == _stem(theirs) and not {mine, theirs} <= known:  # 江苏理工大学 never was 江苏理工学院
        return Comparison("near", "校名主体相同，可能为更名前后名称", score)
    return Comparison("different", "学校名称不同", score)


def _stem(name: str) -> str:
    return next((name.removesuffix(kind) for kind in _KINDS if name.endswith(kind)), name)
