"""Rows of one insurance record held against each other: one employer misread in some rows, months out of their order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from extractors.kinds.social_insurance_record.pieces import UNSURE, Period, Piece, doubted
from extractors.layout.flow import Flow, Span
from extractors.layout.view import PageView
from extractors.values import organisations

_TELLING = frozenset("一二三四五六七八九十东南西北中新老大小上下甲乙丙丁总分0123456789ABCDE")
"""Characters by which two firms of one owner differ; a name that differs in one of these is another name."""
_WHOLE_KIND = re.compile(
    r"(?:[\u4e00-\u9fff]{2,6}:)?(?P<kind>(?:企业职工|城镇企业职工|城镇职工|职工|机关事业单位(?:工作人员)?)基本养老保险)"
)
_SHORT_KIND = re.compile(r"(?:基本)?养老(?:保险费?)?")
_LEAST = 6
_MOST_OF = 0.6


def agreed(rows: Sequence[Period], stated: Iterable[str] = ()) -> list[Period]:
    """The rows with employers that differ in one character told as most rows (and `stated` names) have them.

    Where no reading has the majority all of them are for a person to look at.
    """
    readings = Counter(row.others["employer"].value for row in rows if "employer" in row.others)
    readings.update(name for name in stated if name)
    heads: dict[str, tuple[str, bool]] = {}
    for name in readings:
        alike = [other for other in readings if one_name(name, other)]
        total = sum(readings[other] for other in alike)
        best = max(alike, key=lambda n: (readings[n], organisations.parse(n) is not None))
        heads[name] = (best, len(alike) == 1 or readings[best] >= max(2, _MOST_OF * total))
    return [_with_employer(row, heads) for row in rows]


def one_name(one: str, other: str) -> bool:
    """Whether two readings are of one name: a character or two apart, and none of those that tell firms apart."""
    if one == other:
        return True
    apart = 1 if min(len(one), len(other)) < 10 else 2
    if min(len(one), len(other)) < _LEAST or Levenshtein.distance(one, other, score_cutoff=apart) > apart:
        return False
    changed = set()
    for change in Levenshtein.editops(one, other):
        changed |= {one[change.src_pos : change.src_pos + 1]} if change.tag != "insert" else set()
        changed |= {other[change.dest_pos : change.dest_pos + 1]} if change.tag != "delete" else set()
    return not changed & _TELLING


def _with_employer(row: Period, heads: dict[str, tuple[str, bool]]) -> Period:
    piece = row.others.get("employer")
    if piece is None:
        return row
    best, sure = heads[piece.value]
    if sure and best == piece.value:
        return row
    quality = min(piece.quality, 0.7 if sure else UNSURE)
    notes = (*piece.notes, "as_most_rows" if sure else "conflict")
    return replace(
        row, others={**row.others, "employer": Piece(best if sure else piece.value, piece.span, quality, notes)}
    )


def with_whole_kind(rows: Sequence[Period], pages: Sequence[PageView]) -> list[Period]:
    """The rows' pension insurance by its whole name where the page says that once, and columns and headings say 养老."""
    spans = [span for view in pages for segment in view.segments if (span := _whole_kind(segment)) is not None]
    if len({span.text for span in spans}) != 1:
        return list(rows)
    return [_with_kind(row, spans[0]) for row in rows]


def _whole_kind(segment: Flow) -> Span | None:
    """Where a kind of pension insurance stands alone, or behind a colon, by its whole name."""
    found = _WHOLE_KIND.fullmatch(segment.text)
    return segment.span(*found.span("kind")) if found is not None else None


def _with_kind(row: Period, span: Span) -> Period:
    kind = row.others.get("insurance_type")
    if kind is None or not _SHORT_KIND.fullmatch(kind.value):
        return row
    return replace(row, others={**row.others, "insurance_type": Piece(span.text, span, 0.9)})


def in_order(rows: Sequence[Period]) -> list[Period]:
    """Doubt on single months that break a column of rising or falling months: a misread digit looks like a gap."""
    single = [i for i, row in enumerate(rows) if row.one_month]
    tracks: dict[tuple[str, str], list[int]] = {}
    for i in single:
        others = rows[i].others
        key = tuple(others[name].value if name in others else "" for name in ("insurance_type", "name"))
        tracks.setdefault((key[0], key[1]), []).append(i)
    broken = {i for track in tracks.values() for i in _out_of_order([(i, _count(rows[i])) for i in track])}
    return [doubted(row, "out_of_order") if i in broken else row for i, row in enumerate(rows)]


def _out_of_order(track: Sequence[tuple[int, int]]) -> set[int]:
    steps = [b - a for (_, a), (_, b) in pairwise(track)]
    rising, falling = sum(s > 0 for s in steps), sum(s < 0 for s in steps)
    if len(track) < 4 or max(rising, falling) < 0.7 * len(steps):
        return set()
    sign = 1 if rising >= falling else -1
    found = set()
    for at in range(1, len(track) - 1):
        (_, before), (row, month), (_, after) = track[at - 1 : at + 2]
        if sign * (after - before) > 0 and not sign * before < sign * month < sign * after:
            found.add(row)
    return found


def _count(row: Period) -> int:
    assert row.start is not None
    return int(row.start.value[:4]) * 12 + int(row.start.value[5:7])
