"""Which characters are easily taken for one another: by shape, as variants of one character, by sound."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Literal

Sort = Literal["shapes", "variants", "homophones", "glyphs"]
"""`shapes` are compiled by hand, also from handwriting; `glyphs` measured on print (benchmarks/lookalike_glyphs.py)."""
_DATA = Path(__file__).with_name("data")


@cache
def _pairs(sort: Sort) -> frozenset[tuple[str, str]]:
    with (_DATA / "lookalikes.toml").open("rb") as file:
        groups: Iterable[str] = tomllib.load(file)[sort]
    return frozenset((a, b) for group in groups for a in group for b in group if a != b)


@cache
def _glyphs() -> dict[str, frozenset[str]]:
    lines = (_DATA / "glyph_lookalikes.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.partition(" ") for line in lines if not line.startswith("#"))
    return {character: frozenset(near) for character, _, near in rows}


def are_alike(a: str, b: str, sort: Sort = "shapes") -> bool:
    """Whether the single characters `a` and `b` are of one group; a character is not like itself.

    >>> are_alike("阙", "阈", "glyphs"), are_alike("明", "强", "glyphs")
    (True, False)
    """
    if sort == "glyphs":
        return b in _glyphs().get(a, ()) or a in _glyphs().get(b, ())
    return (a, b) in _pairs(sort)


def is_rare(character: str) -> bool:
    """Whether a Han character is beyond GB 2312 and the usual ones of names, so that a reading of it is never sure.

    >>> is_rare("阙"), is_rare("堃"), is_rare("㛃")
    (False, False, True)
    """
    return character > "⺀" and character not in _glyphs()
