"""Whom a seal that was read belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from extractors.values import organisations
from verifier.compare import compare_organisation
from verifier.compare.differences import differences

Owner = Literal["theirs", "near", "other", "unknown"]
_SAME = frozenset({"same", "folded", "alias", "lookalike"})


def owner_in(text: str) -> str:
    """The body that a seal's text names: its use stands behind a blank (`越州精工机械有限公司 合同专用章`)."""
    return text.split(" ", maxsplit=1)[0]


def owner_among(text: str, expected: Sequence[str], endings: tuple[str, ...]) -> Owner:
    """Whether a seal that says `text` is of one of `expected`; `unknown` where it names no body to its end.

    A branch's or a group's seal is `near`: for a person, neither right nor another's. One character that differs is sooner
    misread along the ring than another body's, and says nothing.
    """
    name = owner_in(text)
    answers = {compare_organisation(one, name).answer for one in expected}
    if answers & _SAME:
        return "theirs"
    if any(len(one) == len(name) and len(differences(one, name)) == 1 for one in expected):
        return "unknown"
    if "near" in answers:
        return "near"
    return "other" if answers and (organisations.is_valid(name) or name.endswith(endings)) else "unknown"
