"""Which items an application claims: `A1`, `破格A类第（1）、（3）项`, `（三）`, or an item's own words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from extractors.text import squash
from verifier.eligibility.branches import Item

_HAN_NUMERALS = {c: str(n) for n, c in enumerate("一二三四五六七八九十", start=1)}
_NUMBER = (
    r"(?:\((?:10|[1-9]|[一二三四五六七八九十])\)|10|[1-9]|[一二三四五六七八九十])(?![0-9年月日篇项]*(?:年|篇|以上))"
)
_NUMBERS = rf"{_NUMBER}(?:[、,;和及与第项]+{_NUMBER})*"
_BARE = re.compile(rf"第?(?P<numbers>{_NUMBERS})[项条款]?")
_CITED = re.compile(
    rf"(?<![A-Z])(?P<id>[A-Z])类?[-_.第]*(?P<of>{_NUMBERS})|(?<![A-Z])(?P<group>[A-Z])类|第(?P<numbers>{_NUMBERS})[项条款]"
)
_SINGLE = re.compile(_NUMBER)


def claimed_items(texts: Iterable[str], items: Sequence[Item], *, default_group: str = "A") -> frozenset[str]:
    """The ids of `items` that `texts` name, and the letters of the groups; a number without a letter is of `default_group`.

    What is no item of the list is left out.
    """
    found: set[str] = set()
    for text in texts:
        plain = squash(text).upper().strip("。.;,、")
        bare = _BARE.fullmatch(plain)
        if bare:
            found |= {default_group, *_ids(default_group, bare["numbers"])}
        elif len(plain) == 1 and plain.isalpha() and plain.isascii():
            found.add(plain)
        else:
            found |= set(_cited(plain, default_group))
            found |= {i.id for i in items if any(squash(n).upper() in plain for n in (i.label, *i.names))}
    known = {item.id for item in items}
    return frozenset(id_ for id_ in found if id_ in known or len(id_) == 1)


def _cited(plain: str, default_group: str) -> Iterator[str]:
    """Items inside a sentence; `第3项` is of the group named last before it."""
    group = default_group
    for part in _CITED.finditer(plain):
        group = part["id"] or part["group"] or group
        yield group
        yield from _ids(group, part["of"] or part["numbers"] or "")


def _ids(group: str, numbers: str) -> list[str]:
    plain = (n.strip("()") for n in _SINGLE.findall(numbers))
    return [group + _HAN_NUMERALS.get(n, n) for n in plain]
