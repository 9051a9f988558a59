"""毕业, 结业 or 肄业: decided by exact characters alone, never by likeness; two places that differ are reported both."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.kinds.candidates import CONFLICT_CAP, MOST, Candidate, Parsed
from extractors.kinds.study import Study
from extractors.layout.flow import Flow
from extractors.layout.lines import Line
from extractors.layout.view import PageView
from models.document import Field

CLEAR = 0.75  # reading confidence from which one place is clear
_GRANTED = re.compile(r"[准惟淮][予以子](?P<word>.{0,3}?业)|(?:予以|给予)(?P<word2>[毕结肄]业)")
_HEADING = re.compile(r"(?P<word>[毕结肄]业)证(?:明?+书?+)?+(?!编号|号|查询|遗失)|^(?P<word2>[毕结肄])业$")
_AGAINST_GRADUATION = re.compile(
    r"未达到毕业|不予毕业|不符合毕业|成绩不合格|门课程不合格|未修完|因退学|中途退学|准予结|准予肄|学完.{0,20}部分课程"
)
_WORDS = frozenset({"毕业", "结业", "肄业"})


def parse(text: str) -> Parsed | None:
    """The conclusion at a label, exact."""
    plain = text.strip(".,;:。、()")
    for word in ("毕业", "结业", "肄业"):
        if plain in (word, word + "证书", "准予" + word):
            return Parsed(word, 0, len(plain))
    return None


def conclude(study: Study, extra: Sequence[Candidate] = ()) -> list[Field]:
    """The conclusion from heading, sentence and labels: one field where all agree in clear print, else all, below 0.5."""
    found = [*_headings(study.view), *_granted(study), *extra]
    said = [c for c in found if c.value in _WORDS]
    torn = [c for c in found if c.value not in _WORDS]
    if not said:
        return []
    values = {c.value for c in said}
    against = _AGAINST_GRADUATION.search(study.flow.text)
    if len(values) > 1 or (values == {"毕业"} and against):
        best = {v: max((c for c in said if c.value == v), key=lambda c: c.confidence) for v in values}
        return [_capped(candidate, "conflict") for candidate in best.values()]
    best_of_all = max(said, key=lambda c: (c.source == "sentence", c.confidence))
    clear = [c for c in said if c.span.confidence >= CLEAR]
    if not clear or torn:
        return [_capped(best_of_all, "doubtful")]
    chosen = max(clear, key=lambda c: (c.source == "sentence", c.confidence))
    confidence = chosen.confidence
    for other in clear:
        if other is not chosen:
            confidence += 0.6 * other.confidence * (1 - confidence)
    field = chosen.field()
    return [_with_confidence(field, min(MOST, confidence), ())]


def _capped(candidate: Candidate, note: str) -> Field:
    return _with_confidence(candidate.field(), min(CONFLICT_CAP, candidate.confidence), (note,))


def _with_confidence(field: Field, confidence: float, notes: tuple[str, ...]) -> Field:
    return Field(
        field.name,
        field.value,
        field.raw,
        round(confidence, 4),
        field.page,
        field.box,
        field.row,
        tuple(dict.fromkeys((*field.notes, *notes))),
    )


def _headings(view: PageView) -> list[Candidate]:
    """Headings that say the word: a large line, or one of two large lines (毕业 / 证书)."""
    found = []
    for column in view.column_lines:
        for line in column:
            if len(line.text) > 26 or not _large(view, line):
                continue
            match = _HEADING.search(line.text)
            if match is None or re.search(r"原|遗失|所持|编号", line.text[: match.start()]):
                continue
            word = match["word"] or match["word2"] + "业"
            at = match.start()
            found.append(Candidate("conclusion", word, view, line.flow.span(at, at + 2), 0.97, "heading"))
    return found


def _large(view: PageView, line: Line) -> bool:
    """Of heading size, or alone on its row near the top."""
    ratio = line.height / max(view.glyph, 1.0)
    return ratio >= 1.25 or (ratio >= 0.9 and view.depth(line.box) < 0.35 and len(line.text) <= 18)


def _granted(study: Study) -> list[Candidate]:
    """准予毕业 and its like; `value` is what stands there, which may be no conclusion at all."""
    found = []
    flow: Flow = study.flow
    for match in _GRANTED.finditer(flow.text):
        group = "word" if match["word"] is not None else "word2"
        start, end = match.span(group)
        word, quality = match[group], 0.99
        if word[-2:] in _WORDS and len(word) == 3 and flow.is_word_start(end - 2):  # a stray character between two rows
            start, word, quality = end - 2, word[-2:], 0.9
        value = word if word in _WORDS else "?"
        found.append(Candidate("conclusion", value, study.view, flow.span(start, end), quality, "sentence"))
    return found
