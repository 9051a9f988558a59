"""Whom a seal that was read belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from extractors.values import organisations
from verifier.compare import compare_organisation

Owner = Literal["theirs", "near", "other", "unknown"]
_SAME = frozenset({"same", "folded", "alias", "lookalike"})


def owner_in(text: str) -> str:
    """The body that a seal's text names: its use stands behind a blank (`越州精工机械有限公司 合同专用章`)."""
    return text.split(" ", maxsplit=1)[0]


def owner_among(text: str, expected: Sequence[str], endings: tuple[str, ...]) -> Owner:
    """Whether a seal that says `text` is of one of `expected`; `unknown` where it names no body to its end.

    A branch's or a group's seal, and one that differs in a character, are `near`: for a person, neither right nor another's.
    """
    name = owner_in(text)
    answers = {compare_organisation(one, name).answer for one in expected}
    if answers & _SAME:
        return "theirs"
    if "near" in answers:
        return "near"
    return "other" if answers and (organisations.is_valid(name) or name.endswith(endings)) else "unknown"
