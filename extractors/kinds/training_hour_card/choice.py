"""Which of several amounts that a card names for one subject is meant: the only choice by which the parts make the whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import product

from extractors.kinds.training_hour_card.amounts import Claim

_ZERO = Decimal(0)
_WHOLE, _PARTS = "total", ("specialized", "public", "other", "general_public", "industry_public")


def without_misfits(claims: Sequence[Claim]) -> tuple[list[Claim], frozenset[str]]:
    """`claims` without those that cannot be meant, and the subjects for which a choice had to be made.

    All are kept where the card names one amount a subject, or where none or several choices add up (hours due and hours
    done both do).
    """
    named = {subject: _values(claims, subject) for subject in (_WHOLE, *_PARTS)}
    disputed = frozenset(subject for subject, values in named.items() if len(values) > 1)
    choices = list(_choices(named)) if disputed else []
    if len({(c[_WHOLE], c["specialized"], c["public"]) for c in choices}) != 1:
        return list(claims), frozenset()
    meant = {subject: {c[subject] for c in choices if subject in c} for subject in named}
    kept = [c for c in claims if c.subject not in disputed or not meant[c.subject] or c.value in meant[c.subject]]
    return kept, disputed


def _values(claims: Iterable[Claim], subject: str) -> list[Decimal]:
    return list(dict.fromkeys(c.value for c in claims if c.subject == subject))


def _choices(named: dict[str, list[Decimal]]) -> Iterable[dict[str, Decimal]]:
    """Each way to take one amount a subject so that specialised, public and perhaps other hours make the total."""
    publics: list[dict[str, Decimal]] = [{"public": p} for p in named["public"]]
    for general, industry in product(named["general_public"], named["industry_public"]):
        parts = {"general_public": general, "industry_public": industry, "public": general + industry}
        publics = [p for p in publics if p["public"] != parts["public"]] + [parts]
    for total, special, public in product(named[_WHOLE], named["specialized"], publics):
        for other in (*named["other"], _ZERO):
            if total == special + public["public"] + other:
                yield {_WHOLE: total, "specialized": special, "other": other, **public}
