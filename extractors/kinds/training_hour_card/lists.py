"""Courses listed without a table: in sections by subject with a sum under each, or with the subject beside each course."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.kinds.training_hour_card.amounts import Claim, Entry, Hours
from extractors.kinds.training_hour_card.rows import BEYOND, subject_in
from extractors.kinds.training_hour_card.words import amount, hour_label
from extractors.layout.table_columns import pieces_of
from extractors.layout.table_words import Run, glyphs_of, lines_of, runs_across
from extractors.layout.view import PageView
from extractors.text import HAN

_ORDINAL = re.compile(
    r"(?:第[一二三四五六七八九十]+(?:部分|类|项)|\(?[一二三四五六七八九十]{1,2}[)、.,:]+|[◆●■▪★◇□▲]+)"
)
_NUMBERED = re.compile(r"\(?\d{1,2}[)、.,:]")
_CLOSING = re.compile(r"\((?:每|学时|学分|单位|含|按|一|二)[^()]*\)$|[:;]$")
_SUBTOTAL = re.compile(r"小计|分计|合计|共计|总计|累计|^共")
_COURSE = re.compile(rf"[{HAN}]{{2}}")
_IN_BRACKETS = re.compile(
    r"\((?P<subject>[^(),:;\d]{2,8})[,、:;]?(?P<number>\d{1,3}(?:\.\d{1,2})?)个?(?:学时|学分|课时)\)[,、;.。]?$"
)
_UNITED = re.compile(r"\d{1,3}(?:\.\d{1,2})?个?(?:学时|学分|课时)")
_LABEL = re.compile(r":(?!\d)|(?<!\d):")
_SHORT = re.compile(rf"[{HAN}]{{2,4}}")
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Heading:
    """A section's heading: `subject` None where it names none of the subjects."""

    subject: str | None


def heading_in(text: str) -> Heading | None:
    """What `text` (folded, simplified) heads: `一、公需科目`, `【专业科目】`, or a bare subject alone on its line.

    >>> heading_in("二、专业课"), heading_in("三、行业选修"), heading_in("专业技术职务")
    (Heading(subject='specialized'), Heading(subject='other'), None)
    """
    ordinal = _ORDINAL.match(text)
    plain = text[ordinal.end() :] if ordinal else text
    plain = _CLOSING.sub("", plain.strip("【】[]<>《》「」-—")).strip("【】[]")
    if not plain or len(plain) > 16 or re.search(r"\d", plain):
        return None
    meaning = hour_label(plain)
    if meaning is not None:
        if meaning.subject in (None, "total") or meaning.summed or meaning.required:
            return Heading(None) if ordinal and not meaning.summed else None
        return Heading(meaning.subject)
    if ordinal is None:
        return None
    return Heading(subject_in(plain, typed=True))


def read_lists(hours: Hours, view: PageView) -> None:
    """Rows and sums of lists among what no table explained."""
    glyphs = [g for ink in view.inks if runs_across(ink.word) for g in glyphs_of(ink.word) if hours.is_free(g)]
    lines = [pieces for line in lines_of(glyphs, view.slope) if (pieces := pieces_of(line))]
    _read_typed(hours, view, lines)
    for section, body in _sections(lines):
        if section.subject is not None:
            _read_section(hours, view, section.subject, body)


def _sections(lines: Sequence[Sequence[Run]]) -> Iterator[tuple[Heading, list[Sequence[Run]]]]:
    """Headings with the lines under them, up to the next heading."""
    head: Heading | None = None
    body: list[Sequence[Run]] = []
    for pieces in lines:
        alone = all(len(piece.wording) == 1 and not piece.wording.isdigit() for piece in pieces[1:])  # specks of print
        found = heading_in(pieces[0].wording) if alone else None
        if found is None:
            body.append(pieces)
            continue
        if head is not None:
            yield head, body
        head, body = found, []
    if head is not None:
        yield head, body


def _read_section(hours: Hours, view: PageView, subject: str, body: Sequence[Sequence[Run]]) -> None:
    """Course lines up to the section's own sum; what follows that sum is none of the section's."""
    rows: list[tuple[Sequence[Run], Run]] = []
    for pieces in body:
        summed = _summed(pieces)
        if summed is not None:
            label, number = summed
            if BEYOND.search(label) or re.search(r"以上|全年|年度|总", label) or (not rows and "小计" not in label):
                break
            value = amount(number.wording)
            if value is not None:
                hours.claims.append(Claim(subject, value, None, view, number.span, 0.97))
                _use(hours, pieces)
            break
        if any(hour_label(p.wording) and amount(p.wording) is None for p in pieces) and len(rows) == 0:
            continue  # names of columns
        number_run = _hours_of(pieces)
        if number_run is not None:
            rows.append((pieces, number_run))
    for pieces, number_run in rows:
        hours.entries.append(Entry(subject, amount(number_run.wording), None, view, number_run.span))
        _use(hours, pieces)


def _use(hours: Hours, pieces: Sequence[Run]) -> None:
    for piece in pieces:
        hours.use(piece)


def _summed(pieces: Sequence[Run]) -> tuple[str, Run] | None:
    """Label and amount of a line that says a bare sum: `小计 24 学时`, `合计:66`; (label, empty) where it is illegible."""
    line = Run(tuple(g for p in pieces for g in p.glyphs))
    text = line.wording
    found = re.fullmatch(
        rf"[^{HAN}(]{{0,2}}(?P<label>[{HAN}()]{{1,10}}?):?(?P<number>\d{{1,3}}(?:\.\d{{1,2}})?)"
        rf"(?:个?(?:学时|学分|课时|分)[^{HAN}]{{0,2}}|[.。;]?)",  # with specks of dirt around it
        text,
    )
    if found is None:
        return (text, Run()) if _SUBTOTAL.match(text) and len(text) <= 8 else None
    meaning = hour_label(found["label"])
    if meaning is None or meaning.subject != "total" or meaning.required:
        return (found["label"], Run()) if _SUBTOTAL.search(found["label"]) else None
    return found["label"], line.part(*found.span("number"))


def _hours_of(pieces: Sequence[Run]) -> Run | None:
    """The amount of a course line: the last amount behind a course's name, one with its unit before any other."""
    if len(pieces) < 2 or not any(_COURSE.search(p.wording) for p in pieces[:-1]):
        return None
    amounts = [p for p in pieces[1:] if amount(p.wording) is not None]
    united = [p for p in amounts if not p.wording.replace(".", "").isdigit()]
    best = united or amounts
    return best[-1] if best else None


def _read_typed(hours: Hours, view: PageView, lines: Sequence[Sequence[Run]]) -> None:
    """Lines `1.机械设计 | 专业 | 22学时`: a course, its subject and its hours; only where there are several."""
    found = [(pieces, entry) for pieces in lines if (entry := _typed(view, pieces)) is not None]
    if len(found) < 2:
        return
    known = [pieces for pieces, _ in found]
    for pieces in lines:
        entry = next((e for row, e in found if row is pieces), None) or _in_step(view, pieces, known)
        if entry is not None:
            hours.entries.append(entry)
            _use(hours, pieces)


def _in_step(view: PageView, pieces: Sequence[Run], known: Sequence[Sequence[Run]]) -> Entry | None:
    """A row whose course is illegible, by its hours that stand in the columns of subject and hours of rows that are known."""
    if len(pieces) < 2 or not _UNITED.fullmatch(pieces[-1].wording) or hour_label(pieces[0].wording) is not None:
        return None
    rows = [row for row in known if len(row) >= 3 and _UNITED.fullmatch(row[-1].wording)]
    stand = sum(all(_over_each_other(pieces[at], row[at]) for at in (-1, -2)) for row in rows)
    if stand < 2 or not _SHORT.fullmatch(pieces[-2].wording):
        return None
    subject = subject_in(pieces[-2].wording, typed=True)
    return Entry(None if subject == "total" else subject, amount(pieces[-1].wording), None, view, pieces[-1].span)


def _over_each_other(one: Run, other: Run) -> bool:
    return min(one.box.x1, other.box.x1) - max(one.box.x0, other.box.x0) > 0.7 * max(one.box.width, other.box.width)


def _bracketed(view: PageView, pieces: Sequence[Run]) -> Entry | None:
    """`1.机械设计(专业科目,22学时);`: subject and hours in brackets behind a numbered course."""
    line = Run(tuple(g for p in pieces for g in p.glyphs))
    found = _IN_BRACKETS.search(line.wording) if _NUMBERED.match(line.wording) else None
    subject = subject_in(found["subject"], typed=True) if found else None
    if found is None or subject in (None, "total"):
        return None
    return Entry(subject, amount(found["number"]), None, view, line.part(*found.span("number")).span)


def _typed(view: PageView, pieces: Sequence[Run]) -> Entry | None:
    if (bracketed := _bracketed(view, pieces)) is not None:
        return bracketed
    text = "|".join(p.wording for p in pieces)
    first = pieces[0].wording
    if _LABEL.search(first) or hour_label(first) is not None or not (_NUMBERED.match(first) or len(pieces) >= 3):
        return None
    if len(re.findall(rf"[{HAN}]", first)) < 3 and not re.match(r"\d{1,2}$", first):
        return None
    line = Run(tuple(g for p in pieces for g in p.glyphs))
    behind = r"(?P<subject>[^|\d]{1,8}?)[:：]?\|?[.,·]?(?P<number>\d{1,3}(?:\.\d{1,2})?)(?:个?(?:学时|学分|课时|分))?"
    found = re.search(rf"\|[.,·]?\(?{behind}\)?[.。;]?(?:\|[{HAN}]{{2,4}})?$", text)
    if found is None:
        return None
    subject = subject_in(found["subject"].strip("()[]【】:.,·"), typed=True)
    if subject in (None, "total"):
        return None
    start = found.start("number") - text[: found.start("number")].count("|")
    span = line.part(start, start + len(found["number"])).span
    return Entry(subject, amount(found["number"]), None, view, span)
