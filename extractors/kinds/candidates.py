"""Candidates for fields, from labels, sentences and patterns, and the choice among them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from extractors.kinds import sealed
from extractors.kinds.glued_labels import without_label
from extractors.kinds.wording import printed_labels
from extractors.layout.flow import DOUBTFUL_FACTOR, SEAL_FACTOR, Flow, Span
from extractors.layout.labels import LabelHit
from extractors.layout.neighbours import LabelledPage, Value
from extractors.layout.sureness import sureness
from extractors.layout.view import PageView
from extractors.text import HAN, short_forms, simplified, standard
from extractors.values import names
from models.document import Field

CONFLICT_CAP = 0.45  # a contradicted value is for a person to decide, so it stays under the line of 0.5
SCRAP = 0.49  # unreadable ink beside a value may be part of it
_RIVAL, _STRONG = 0.72, 0.55
MOST = 0.995
_CLEAR_NAME, _CLEAR_BODY = 0.98, 0.95
_HAN_NAME = re.compile(rf"[{HAN}]{{2,4}}")
SURE_UNDER_SEAL = 0.97
_BOTH_KEPT = frozenset({"certificate_number", "school", "major", "degree", "title", "specialty"})
_BODIES = frozenset({"school", "issuer", "employer"})
_PERSONS = frozenset({"name", "authors", "inventors", "participants"})
_OF_THE_PAST = frozenset(
    {"issue_date", "obtained_on", "printed_on", "signed_on", "granted_on", "applied_on", "registered_on", "birth_date"}
)
_WORDED = frozenset({"school", "major", "specialty", "award", "issuer", "employer", "title", "degree"})


class Parsed(NamedTuple):
    """A value read from text[start:end] with its plausibility 0-1."""

    value: str
    start: int
    end: int
    quality: float = 1.0
    notes: tuple[str, ...] = ()


Parser = Callable[[str], Parsed | None]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value for field `name` with the place that says it; `source` is label, sentence, heading, signature or pattern."""

    name: str
    value: str
    view: PageView
    span: Span
    quality: float
    source: str
    notes: tuple[str, ...] = ()

    @property
    def confidence(self) -> float:
        return min(MOST, sureness(self.name, self.span, self.quality))

    def field(self) -> Field:
        return self.view.field(self.name, self.value, self.span, self.quality, notes=self.notes)


def labelled(page: LabelledPage, name: str, parse: Parser, label: str | None = None) -> list[Candidate]:
    """For each label of field `name` (or of vocabulary entry `label`) the first place whose text `parse` accepts."""
    hits = (hit for hit in page.hits if hit.name == (label or name))
    return [candidate for hit in hits for candidate in labelled_by(page, name, parse, hit)]


def labelled_by(page: LabelledPage, name: str, parse: Parser, hit: LabelHit) -> Iterator[Candidate]:
    """For one label the first place whose text `parse` accepts, unless another answers much better."""
    ways = [c for value in page.values(hit) if (c := _parsed(page.view, name, value, parse)) is not None]
    if ways:
        best = max(ways, key=lambda c: c.quality)
        yield best if best.quality > 1.05 * ways[0].quality else ways[0]


def _parsed(view: PageView, name: str, value: Value, parse: Parser) -> Candidate | None:
    parsed, skipped, factor = parse(value.text), 0, 1.0
    lead, trail = value.scraps()
    if (parsed is None or parsed.quality < 1.0) and (lead or trail):
        trimmed = parse(value.text[lead : len(value.text) - trail])
        if trimmed is not None and (parsed is None or trimmed.quality > parsed.quality):
            whole = not lead and trimmed.quality == 1.0 and not re.search(r"\d", trimmed.value)
            parsed, skipped, factor = trimmed, lead, 0.9 if whole else SCRAP
    if parsed is None and name == "name" and (latin := names.parse(value.span().raw)) and latin.isascii():
        parsed = Parsed(latin, 0, len(value.text), 0.9)  # its blanks are part of it
    if parsed is None or parsed.start >= parsed.end:
        return None
    span = value.span(skipped + parsed.start, skipped + parsed.end)
    notes = (*parsed.notes, "doubtful") if factor == SCRAP else parsed.notes
    begin = value.start + skipped
    if re.search(r"\d", parsed.value) and value.flow.has_hole(begin + parsed.start, begin + parsed.end, widest=2.0):
        factor, notes = factor * 0.5, (*notes, "doubtful")
    if name.endswith("number") and _is_cut_off(value.flow, begin + parsed.end):
        factor, notes = factor * 0.5, (*notes, "doubtful")
    return Candidate(name, parsed.value, view, span, value.quality * parsed.quality * factor, "label", notes)


def _is_cut_off(flow: Flow, end: int) -> bool:
    """Whether a colon ends the word right behind flow[:end]: of ink that hides the rest of a number a sign is read."""
    return flow.text[end : end + 1] == ":" and (end + 1 == len(flow.text) or flow.is_word_start(end + 1))


def choose(candidates: Iterable[Candidate]) -> list[Field]:
    """One field a name: the surest value; agreement elsewhere on the page helps it, contradiction keeps it under 0.5.

    Of `_BOTH_KEPT` the contradicting value is a field too, less sure than the first.
    """
    by_name: dict[str, list[Candidate]] = {}
    kept = (_unglued(candidate) for candidate in candidates if not _is_label(candidate))
    for candidate in map(_unsure_rare, map(_unsure_body, map(_unsure_day, map(unmixed, kept)))):
        by_name.setdefault(candidate.name, []).append(candidate)
    return [field for found in by_name.values() for field in _best(found)]


def _is_label(candidate: Candidate) -> bool:
    """Whether the value is but what forms print before values (发证学校, 荣誉); a title, 技术员, is one whatever else it heads."""
    return candidate.name in _WORDED - {"title"} and candidate.value in printed_labels()


def _unglued(candidate: Candidate) -> Candidate:
    """`candidate` without a label before it or a bracket that opens behind it."""
    if candidate.name not in _WORDED:
        return candidate
    value = without_label(candidate.name, candidate.value).rstrip("(")
    if value == candidate.value:
        return candidate
    return replace(candidate, value=value, quality=0.95 * candidate.quality)


def unmixed(candidate: Candidate) -> Candidate:
    """On a page in simplified print a traditional character is misread: mended in words, doubtful in a name.

    An issuing office's title is put right."""
    if candidate.name == "issuer":
        plain = simplified(candidate.value)
        if (whole := sealed.with_whole_title(plain)) != plain:
            candidate = replace(candidate, value=whole, notes=(*candidate.notes, "repaired"))
    value = standard(candidate.value)
    if value == candidate.value or not candidate.view.simplified_print:
        return candidate
    if candidate.name in _WORDED:
        return replace(candidate, value=value)
    listed = candidate.value.split(";") if candidate.name in _PERSONS else []
    if listed and (mended := ";".join(map(names.unmixed, listed))) != candidate.value:
        return replace(candidate, value=mended, quality=0.9 * candidate.quality)
    if listed and (mended := short_forms(candidate.value)) != candidate.value:
        doubt = DOUBTFUL_FACTOR * candidate.quality
        return replace(candidate, value=mended, quality=doubt, notes=(*candidate.notes, "doubtful"))
    return candidate


def _unsure_day(candidate: Candidate) -> Candidate:
    """Nothing was issued, signed or printed in a year that has not begun: a figure of it is misread."""
    if candidate.name in _OF_THE_PAST and candidate.value[:4] > str(date.today().year):
        return _at_most(candidate, SCRAP)
    return candidate


def _unsure_rare(candidate: Candidate) -> Candidate:
    """A family name that no list has is sooner a misread one, unless it was read very clearly: of twelve such readings
    on scans and photos none was right, and nine of them scored lower than `_CLEAR_NAME`."""
    value = candidate.value
    if candidate.name != "name" or not _HAN_NAME.fullmatch(value) or names.has_known_surname(value):
        return candidate
    if candidate.span.confidence >= _CLEAR_NAME:
        return candidate
    return _at_most(candidate, SCRAP)


def _unsure_body(candidate: Candidate) -> Candidate:
    """A body's name under a seal needs a higher score than other words to be sure: of 43 such words tried, nine were
    misread or cut, five of them under `SURE_UNDER_SEAL`, and one of the 34 right ones. Chosen on those same words.
    Whatever its score it must be an office's known title or printed once more. So must one that is clear of seals but
    scores under `_CLEAR_BODY`, where as many were wrong as right."""
    if candidate.name not in _BODIES or candidate.source == "seal":
        return candidate
    if "under_seal" not in candidate.span.notes:
        return candidate if candidate.span.confidence >= _CLEAR_BODY else _confirmed(candidate)
    if candidate.span.confidence < SURE_UNDER_SEAL * SEAL_FACTOR:
        return replace(candidate, quality=candidate.quality * 0.6, notes=(*candidate.notes, "doubtful"))
    return _confirmed(candidate)


def _confirmed(candidate: Candidate) -> Candidate:
    if sealed.is_confirmed(candidate.value, candidate.span.box, candidate.view):
        return candidate
    return _at_most(candidate, sealed.UNCONFIRMED)


def _at_most(candidate: Candidate, confidence: float) -> Candidate:
    """`candidate`, not surer than `confidence` and doubtful."""
    least = min(candidate.quality, confidence / max(candidate.span.confidence, confidence))
    return replace(candidate, quality=least, notes=(*candidate.notes, "doubtful"))


def _best(found: Sequence[Candidate]) -> list[Field]:
    ranked = sorted(found, key=lambda c: c.confidence, reverse=True)
    best = ranked[0]
    field = best.field()
    confidence, notes = best.confidence, field.notes
    for other in ranked[1:]:
        if _same_place(best, other):
            continue
        if other.value == best.value:
            confidence = min(MOST, confidence + 0.6 * other.confidence * (1 - confidence))
        elif other.confidence >= _STRONG and other.confidence >= _RIVAL * best.confidence:
            first = replace(field, confidence=round(min(CONFLICT_CAP, confidence), 4), notes=(*notes, "conflict"))
            return [first, _rival(other, first)] if best.name in _BOTH_KEPT else [first]
    field = replace(field, confidence=round(confidence, 4))
    return [sealed.settled(field, best.view) if best.name in _BODIES and best.source != "seal" else field]


def _rival(other: Candidate, first: Field) -> Field:
    field = other.field()
    confidence = round(min(0.9 * first.confidence, other.confidence), 4)
    return replace(field, confidence=confidence, notes=tuple(dict.fromkeys((*field.notes, "conflict"))))


def _same_place(one: Candidate, other: Candidate) -> bool:
    if one.view is not other.view:
        return False
    common = one.span.box.intersection(other.span.box)
    return common is not None and common.area > 0.5 * min(one.span.box.area, other.span.box.area)
