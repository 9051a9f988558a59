"""Which characters are easily taken for one another: by shape, as variants of one character, by sound."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Literal

Sort = Literal["shapes", "variants", "homophones"]
_DATA = Path(__file__).with_name("data") / "lookalikes.toml"


@cache
def _pairs(sort: Sort) -> frozenset[tuple[str, str]]:
    with _DATA.open("rb") as file:
        groups: Iterable[str] = tomllib.load(file)[sort]
    return frozenset((a, b) for group in groups for a in group for b in group if a != b)


def are_alike(a: str, b: str, sort: Sort = "shapes") -> bool:
    """Whether the single characters `a` and `b` are of one group; a character is not like itself."""
    return (a, b) in _pairs(sort)
