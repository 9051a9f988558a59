"""A file's reading as documents: kind, pages, fields, marks, remarks. Pure; everything after the words."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace

from extractors.kinds.registry import KINDS
from extractors.kinds.split import Part, split
from extractors.layout.view import PageView
from extractors.legibility import doubted_where_illegible
from models.document import Document, Field, FileReading, Kind
from models.page import Mark, Word

_FIELD_MARKS = ("seal", "signature", "photo", "qr_code")
_UNCERTAIN = 0.6
FAILED = 0.3
_log = logging.getLogger(__name__)
_NO_GRADUATION = ("学籍", "培训", "进修", "研修", "专业证书", "在读", "课程班")
_SECONDARY = ("中专", "高中")


def documents_of(reading: FileReading) -> tuple[Document, ...]:
    """The documents in a file, in page order; ids are `<file>#<number>`, unique within an applicant."""
    parts = split(reading.pages)
    return tuple(_document(reading.file, number, part) for number, part in enumerate(parts, start=1))


def document_as(reading: FileReading, number: int, kind: Kind) -> Document | None:
    """The document `number`, from 1, of a file, read as one of `kind` because a person says so; None where there is none."""
    parts = split(reading.pages)
    if not 0 < number <= len(parts):
        return None
    part = parts[number - 1]
    return _document(reading.file, number, Part(part.views, replace(part.verdict, kind=kind, confidence=1.0)))


def _document(file: str, number: int, part: Part) -> Document:
    kind, sureness = part.verdict.kind, part.verdict.confidence
    fields = marks_of(part.views)
    try:
        found = KINDS[kind].extract(part.views)
        fields = [*doubted_where_illegible(found, [view.page for view in part.views]), *fields]
    except Exception as error:
        # A page that an extractor was not made for must not end the run of everybody: for a person to look at.
        _log.error("fields of a %s could not be extracted: %s", kind, type(error).__name__)  # values stay out of logs
        part = replace(part, verdict=replace(part.verdict, confidence=min(sureness, FAILED)))
    sizes = {view.page.number: view.page.stored_size for view in part.views}
    return Document(
        id=f"{file}#{number}",
        file=file,
        pages=tuple(sizes),
        kind=kind,
        kind_confidence=part.verdict.confidence,
        fields=tuple(fields),
        remarks=_remarks(part, fields),
        page_sizes=tuple(sizes.values()),
    )


def marks_of(views: Sequence[PageView]) -> list[Field]:
    """Seals, signatures, photos and QR codes as fields; `present` where no text is legible."""
    return [_mark_field(view, mark) for view in views for mark in view.marks if mark.kind in _FIELD_MARKS]


def _mark_field(view: PageView, mark: Mark) -> Field:
    return Field(
        name=mark.kind,
        value=mark.text or "present",
        raw=mark.text or "",
        confidence=round(mark.confidence, 4),
        page=view.page.number,
        box=view.page.stored_box(mark.box),
    )


def _remarks(part: Part, fields: Sequence[Field]) -> tuple[str, ...]:
    """Stable codes about the whole document; see `Document.remarks`."""
    pages = [view.page for view in part.views]
    kind = part.verdict.kind
    text = "".join(view.flow.text for view in part.views)
    levels = {f.value for f in fields if f.name == "level"}
    years = {f.value for f in fields if f.name == "year"}
    certificate = "证书" in text or "证明" in text or "报告" in text
    said = {
        "grayscale": all(not page.quality.coloured for page in pages),
        "unread_ink": any(page.unread for page in pages),
        "low_quality": any(page.words and _mean_confidence(page.words) < 0.7 for page in pages),
        "not_graduation": kind == "other" and certificate and any(word in text for word in _NO_GRADUATION),
        "secondary_school": kind == "graduation_certificate" and bool(levels & set(_SECONDARY)),
        "several_years": kind in ("annual_appraisal", "training_hour_card") and len(years) > 1,
        "kind_uncertain": part.verdict.confidence < _UNCERTAIN,
    }
    return tuple(code for code, holds in said.items() if holds)


def _mean_confidence(words: Sequence[Word]) -> float:
    return sum(word.confidence for word in words) / len(words)
