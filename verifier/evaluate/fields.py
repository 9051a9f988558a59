"""Kinds and fields, counted by quality and by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields

from extractors.text import squash
from models.document import Document, Field
from verifier.evaluate.truth import TruthDocument, TruthField, TruthFile

MARKS = frozenset({"seal", "signature", "photo", "qr_code"})
BEYOND = frozenset({("social_insurance_record", "printed_on"), ("project_document", "sort")})
"""Fields by kind that are read for the checks beyond what a truth must list; counted only where it does."""
CONFIDENT = 0.5


@dataclass
class FieldCounts:
    """`exact` of `printed` values were found; `wrong` values stand in for or beside them, `confident_wrong` at >= 0.5.

    `given` counts the confident values that were put out, right or wrong; `boxed` the exact values whose box lies where
    the truth has it.
    """

    documents: int = 0
    right_kind: int = 0
    confident_wrong_kind: int = 0
    extra_documents: int = 0
    printed: int = 0
    exact: int = 0
    missing: int = 0
    wrong: int = 0
    confident_wrong: int = 0
    given: int = 0
    boxes: int = 0
    boxed: int = 0
    faults: list[str] = field(default_factory=list)

    def include(self, other: FieldCounts) -> None:
        """Adds the counts and faults of `other`."""
        for each in fields(self):
            setattr(self, each.name, getattr(self, each.name) + getattr(other, each.name))


def _same(name: str, value: str, truth: str) -> bool:
    if name == "comment":
        # Prose: what a check needs is that it is there in substance; single characters of 400 are not a wrong value.
        from rapidfuzz.distance import Indel

        return Indel.normalized_similarity(squash(value), squash(truth)) >= 0.9
    return squash(value) == squash(truth)


def _lies_in(found: Field, truth: TruthField) -> bool:
    if truth.box is None or found.page != truth.page:
        return False
    x0, y0, x1, y1 = truth.box
    pad = 0.5 * (y1 - y0) + 4
    inside = x0 - pad <= found.box.cx <= x1 + pad and y0 - pad <= found.box.cy <= y1 + pad
    return inside and found.box.width <= 2.5 * (x1 - x0) + 4 * pad


def _count_values(
    counts: FieldCounts, where: str, name: str, truth: Sequence[TruthField], found: Sequence[Field]
) -> None:
    left = sorted(found, key=lambda f: -f.confidence)
    unmatched: list[TruthField] = []
    for wanted in truth:
        counts.printed += 1
        same = [f for f in left if _same(name, f.value, wanted.value)]
        hit = next(
            (f for f in same if _lies_in(f, wanted)), same[0] if same else None
        )  # a value may stand on two pages
        if hit is None:
            unmatched.append(wanted)
            continue
        left.remove(hit)
        counts.exact += 1
        counts.given += hit.confidence >= CONFIDENT
        if wanted.box is not None:
            counts.boxes += 1
            counts.boxed += _lies_in(hit, wanted)
    truth_values = {squash(t.value) for t in truth}
    wrong = [f for f in left if squash(f.value) not in truth_values]
    for spare in wrong:
        counts.wrong += 1
        confident = spare.confidence >= CONFIDENT
        counts.given += confident
        counts.confident_wrong += confident
        wanted_text = "/".join(t.value for t in unmatched) or "(nothing printed)"
        counts.faults.append(f"{where} {name}: {spare.value!r} ({spare.confidence:.2f}) for {wanted_text!r}")
    for wanted in unmatched[len(wrong) :]:
        counts.missing += 1
        counts.faults.append(f"{where} {name}: not found, {wanted.value!r}")


def _pair(truth: Sequence[TruthDocument], found: Sequence[Document]) -> list[tuple[TruthDocument, Document | None]]:
    """Each true document with the found one that shares most of its pages, its kind and its values."""
    left = list(found)
    pairs: list[tuple[TruthDocument, Document | None]] = []
    for wanted in truth:
        values = {(f.name, squash(f.value)) for f in wanted.fields}

        def likeness(d: Document, wanted: TruthDocument = wanted, values: set[tuple[str, str]] = values) -> float:
            shared = len(set(d.pages) & set(wanted.pages))
            agree = sum((f.name, squash(f.value)) in values for f in d.fields)
            return shared * 10 + (d.kind == wanted.kind) * 5 + min(agree, 4) if shared else 0.0

        best = max(left, key=likeness, default=None)
        if best is not None and likeness(best) > 0:
            left.remove(best)
            pairs.append((wanted, best))
        else:
            pairs.append((wanted, None))
    return pairs


def count_file(
    counts: FieldCounts, by_kind: Mapping[str, FieldCounts], where: str, truth: TruthFile, found: Sequence[Document]
) -> None:
    """Adds one file's documents to `counts` and to those of their kinds; `where` names the applicant in the faults."""
    counts.extra_documents += max(0, len(found) - len(truth.documents))
    for wanted, document in _pair(truth.documents, found):
        one = _counted(f"{where}/{truth.file} [{wanted.kind} {wanted.layout} {truth.quality}]", wanted, document)
        counts.include(one)
        by_kind[wanted.kind].include(one)


def _counted(name: str, wanted: TruthDocument, document: Document | None) -> FieldCounts:
    counts = FieldCounts(documents=1)
    if document is None or document.kind != wanted.kind:
        got = f"{document.kind} ({document.kind_confidence:.2f})" if document else "none"
        counts.faults.append(f"{name} kind: {got}")
        counts.confident_wrong_kind += document is not None and document.kind_confidence >= CONFIDENT
        counts.printed += len(wanted.fields)
        counts.missing += len(wanted.fields)
        return counts
    counts.right_kind += 1
    _count_document(counts, name, wanted, document.fields)
    return counts


def _count_document(counts: FieldCounts, where: str, truth: TruthDocument, found: Iterable[Field]) -> None:
    by_name: dict[str, list[Field]] = {}
    for one in found:
        if one.name not in MARKS:
            by_name.setdefault(one.name, []).append(one)
    true_names = Counter(t.name for t in truth.fields if t.name not in MARKS)
    unlisted = {name for kind, name in BEYOND if kind == truth.kind} - set(true_names)
    for name in sorted({*by_name, *true_names} - unlisted):
        _count_values(counts, where, name, [t for t in truth.fields if t.name == name], by_name.get(name, []))
