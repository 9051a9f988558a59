"""From what a card states to one set of hours a year, with arithmetic as the check on the reading."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.kinds.training_hour_card.amounts import Claim, Entry
from extractors.kinds.training_hour_card.choice import without_misfits
from extractors.layout.flow import Span
from extractors.layout.view import PageView
from extractors.values.hours import plain
from models.geometry import union

_CONFIRMED, _PLAIN, _CHOSEN, _SUMMED, _UNSURE = 0.99, 0.9, 0.75, 0.75, 0.4
_PUBLIC = ("general_public", "industry_public", "public")


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount of one year: `factor` multiplies the reading's own confidence."""

    value: Decimal
    view: PageView
    span: Span
    factor: float
    notes: tuple[str, ...] = ()


def settle(claims: Sequence[Claim], entries: Sequence[Entry]) -> dict[str, Amount]:
    """total, specialized and public hours of one year, as far as they are stated or can be summed."""
    names = ("total", "specialized", "public", "other", *_PUBLIC[:2])
    claims, disputed = without_misfits(claims)
    stated = {s: a for s in names if (a := _stated(claims, s)) is not None}
    entries, mended = _mended(entries, stated.get("total"))
    sums = _sums(entries)
    legible = bool(entries) and all(e.value is not None and e.subject is not None and not e.part for e in entries)
    listed = _listed(entries, stated) if legible and not mended else frozenset()
    found: dict[str, Amount] = {}
    for subject in ("specialized", "public", "total"):
        value = stated.get(subject) or (_split(stated) if subject == "public" else None)
        if value is None and (subject != "total" or subject in listed or len(found) < 2):
            value = _summed(subject, entries, sums, subject in listed)
        if value is not None:
            found[subject] = value
    other = stated["other"].value if "other" in stated else sums.get("other")
    _check(found, sums, listed, other, _left_out(found, entries, sums))
    if "total" not in found and "specialized" in found and "public" in found:
        added = _added(found["specialized"], found["public"])  # hours of other subjects may be printed beside them
        found["total"] = replace(added, factor=min(added.factor, _UNSURE))
    general = stated["general_public"].value if "general_public" in stated else sums.get("general_public")
    if mended:  # the total was used to fill the hole, so it confirms nothing
        for subject, amount in list(found.items()):
            if "summed" in amount.notes:
                found[subject] = replace(amount, factor=min(amount.factor, _UNSURE), notes=(*amount.notes, "repaired"))
    for subject in disputed & set(found):
        found[subject] = replace(found[subject], factor=min(found[subject].factor, _CHOSEN))
    _doubt_alone(found, claims)
    _left_for_specialized(found, entries, sums)
    if "public" in found and general is not None:
        notes = (*found["public"].notes, f"general_public={plain(general)}")
        found["public"] = replace(found["public"], notes=notes)
    return found


def _listed(entries: Sequence[Entry], stated: dict[str, Amount]) -> frozenset[str]:
    """The subjects of which the list of courses is whole; the total only where it is of all that the card says it has."""
    groups = {"specialized": ("specialized",), "public": _PUBLIC}
    lacking = [
        subject
        for subject, group in groups.items()
        if subject in stated and stated[subject].value and not any(e.subject in group for e in entries)
    ]
    return frozenset(groups) if lacking else frozenset({"total", *groups})


def _left_for_specialized(found: dict[str, Amount], entries: Sequence[Entry], sums: dict[str, Decimal]) -> None:
    """Courses of a sort that was not read, where they are all that the total has beside public hours: a guess, as such."""
    total, public, rest = found.get("total"), found.get("public"), [e for e in entries if e.subject is None and e.value]
    if total is None or public is None or not rest or {"specialized", "other"} & (set(found) | set(sums)):
        return
    if sums.get("unknown") == total.value - public.value:
        amount = Amount(sums["unknown"], rest[-1].view, _spans([e.span for e in rest]), _UNSURE, ("summed", "doubtful"))
        found["specialized"] = amount


def _doubt_alone(found: dict[str, Amount], claims: Sequence[Claim]) -> None:
    """Where a table gave the hours of one subject and nothing else, most of it went unread, and those are a guess."""
    if len(found) == 1 and "total" not in found and not any(c.told for c in claims):
        ((subject, amount),) = found.items()
        found[subject] = replace(amount, factor=min(amount.factor, _UNSURE))


def _mended(entries: Sequence[Entry], total: Amount | None) -> tuple[Sequence[Entry], bool]:
    """The course rows with the only illegible amount filled in, where the card's own total leaves but one value for it."""
    holes = [e for e in entries if e.value is None]
    if len(holes) != 1 or total is None or "conflict" in total.notes or len(entries) < 2:
        return entries, False
    rest = total.value - sum((e.value for e in entries if e.value is not None), Decimal(0))
    if not 0 < rest <= 100:
        return entries, False
    return [replace(e, value=rest) if e.value is None else e for e in entries], True


def _stated(claims: Sequence[Claim], subject: str) -> Amount | None:
    """What the card names for this subject; two different amounts are a conflict."""
    mine = [c for c in claims if c.subject == subject]
    mine = [c for c in mine if not c.minor] or mine
    if not mine:
        return None
    best = max(mine, key=lambda c: (c.quality, c.span.confidence))
    values = {c.value for c in mine}
    if len(values) > 1:
        often = [c for c in mine if sum(o.value == c.value for o in mine) > len(mine) / 2]
        best = often[0] if often else best
        return Amount(best.value, best.view, best.span, _UNSURE, ("conflict",))
    return Amount(best.value, best.view, best.span, _PLAIN * best.quality + (0.05 if len(mine) > 1 else 0.0))


def _split(stated: dict[str, Amount]) -> Amount | None:
    parts = [stated[s] for s in ("general_public", "industry_public") if s in stated]
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else _added(*parts)


def _added(*parts: Amount) -> Amount:
    """Amounts summed: as unsure as the least sure of them."""
    least = min(parts, key=lambda a: a.span.confidence * a.factor)
    span = _spans([p.span for p in parts])
    notes = tuple(dict.fromkeys(("summed", *(n for p in parts for n in p.notes))))
    return Amount(sum((p.value for p in parts), Decimal(0)), least.view, span, least.factor * 0.95, notes)


def _spans(spans: Sequence[Span]) -> Span:
    return Span(
        "+".join(s.text for s in spans),
        "+".join(s.raw for s in spans),
        union(s.box for s in spans),
        min(s.confidence for s in spans),
        tuple(dict.fromkeys(n for s in spans for n in s.notes)),
        min(s.least for s in spans),
    )


def _sums(entries: Iterable[Entry]) -> dict[str, Decimal]:
    """Sums of the course rows by subject; `public` holds all public ones, `total` everything legible."""
    sums: dict[str, Decimal] = {}
    for entry in entries:
        if entry.value is None:
            continue
        kinds = {"total", entry.subject or "unknown"}
        if entry.subject in _PUBLIC:
            kinds.add("public")
        for kind in kinds:
            sums[kind] = sums.get(kind, Decimal(0)) + entry.value
    return sums


def _summed(subject: str, entries: Sequence[Entry], sums: dict[str, Decimal], legible: bool) -> Amount | None:
    """The course rows of this subject added up, unsure where a row could not be read."""
    mine = [
        e
        for e in entries
        if e.value is not None and (subject in ("total", e.subject) or (subject == "public" and e.subject in _PUBLIC))
    ]
    if not mine or subject not in sums:
        return None
    last = mine[-1].view
    here = [e.span for e in mine if e.view is last]
    span = replace(_spans(here), confidence=min(e.span.confidence for e in mine))
    return Amount(sums[subject], last, span, _SUMMED if legible else _UNSURE, ("summed",))


def _left_out(found: dict[str, Amount], entries: Sequence[Entry], sums: dict[str, Decimal]) -> frozenset[str]:
    """Subjects whose sum leaves out just one course listed under them, which the total counts: hours of another sort there."""
    total = found.get("total")
    if total is None or total.value != sums.get("total"):
        return frozenset()
    groups = {"specialized": ("specialized",), "public": _PUBLIC}
    return frozenset(
        subject
        for subject, kinds in groups.items()
        if subject in found
        and sums.get(subject, Decimal(0)) - found[subject].value in {e.value for e in entries if e.subject in kinds}
    )


def _check(
    found: dict[str, Amount],
    sums: dict[str, Decimal],
    listed: frozenset[str],
    other: Decimal | None,
    left_out: frozenset[str],
) -> None:
    """Raise what arithmetic confirms; lower what it contradicts. `other`: hours of neither subject, as far as known."""
    total, special, public = (found.get(s) for s in ("total", "specialized", "public"))
    together = special.value + public.value if special and public else None
    fits = broken = False
    if total is not None and together is not None:
        fits = total.value in (together, together + (other or 0))
        broken = not fits and (other is not None or together > total.value)
    for subject, amount in list(found.items()):
        if "summed" in amount.notes or "conflict" in amount.notes:
            factor = _of_sum(amount, total, sums, fits)
            found[subject] = replace(amount, factor=min(factor, _UNSURE) if broken else factor)
            continue
        agrees = subject in listed and amount.value in _fitting(sums, subject)
        if fits or agrees:
            found[subject] = replace(amount, factor=_CONFIRMED)
        elif broken:
            found[subject] = replace(amount, factor=_UNSURE, notes=(*amount.notes, "conflict"))
        if subject in left_out:
            continue
        if subject in listed and not agrees and subject in sums and "conflict" not in found[subject].notes:
            lower = found[subject].factor if fits else 0.55 if _clear(amount) else _UNSURE
            found[subject] = replace(found[subject], factor=lower, notes=(*amount.notes, "conflict"))


def _of_sum(amount: Amount, total: Amount | None, sums: dict[str, Decimal], fits: bool) -> float:
    """The factor of an amount that was added up, or that is in conflict: by the total that the card states itself."""
    stated = "summed" in amount.notes and total is not None and "summed" not in total.notes
    if not stated or total is None:
        return amount.factor
    if fits and "conflict" not in amount.notes:
        return _PLAIN
    return min(amount.factor, _UNSURE) if sums.get("total") != total.value else amount.factor  # a row went unread


def _fitting(sums: dict[str, Decimal], subject: str) -> set[Decimal]:
    """The sums that a printed amount may be; cards often count 一般公需 alone as 公需."""
    names = ("public", "general_public") if subject == "public" else (subject,)
    return {sums[name] for name in names if name in sums}


def _clear(amount: Amount) -> bool:
    return amount.span.confidence >= 0.9 and not amount.span.notes
