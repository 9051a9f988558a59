"""Entries of a registration form whose labels went unread (pale grey on a screen): told by what they are and by their order.

One office issues these forms, and the entries have stood in one order for twenty years: name, gender, dates of birth, of
admission and of graduation, school, major, length, level, type, form, outcome, president, number, code.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from extractors.kinds import parsers
from extractors.kinds.candidates import Candidate, Parsed
from extractors.layout.flow import Flow
from extractors.layout.view import PageView
from extractors.values import certificate_number, dates

_QUALITY = 0.75  # below what a label gives, for its label may yet be another's
_YOUNGEST = 14  # years of age at admission
_CODE = re.compile(r"(?=.*\d)(?=.*[A-Z])[0-9A-Z]{12,18}")
_LEVEL = re.compile(r"(?:专科起点|高中起点)?(?:本科|专科)|专升本|高升[本专]|高职|(?:硕士|博士)研究生|第二学士学位|大专")
_PERSON = re.compile(r"(?P<gender>[男女])[,|/·]*(?P<born>(?:19|20)\d\d.{4,8})")
_TYPE = re.compile(r"普通高等教育|成人高等教育|普通|成人|高等教育自学考试|自学考试|网络教育|开放教育|研究生教育")


def unlabelled(view: PageView, known: Collection[str]) -> Iterator[Candidate]:
    """Candidates for fields other than `known`; dates only where their order bears them out."""
    entries = list(view.segments)
    gender = next((at for at, entry in enumerate(entries) if entry.text in ("男", "女")), None)
    if gender is not None:
        yield from _one("gender", view, entries[gender : gender + 1], parsers.gender, known)
        yield from _one("name", view, entries[max(0, gender - 2) : gender][::-1], _whole(parsers.person), known)
    yield from _headed(view, entries, known)
    yield from _one("level", view, [e for e in entries if _LEVEL.fullmatch(e.text)], parsers.level, known)
    yield from _one(
        "programme_type", view, [e for e in entries if _TYPE.fullmatch(e.text)], parsers.programme_type, known
    )
    school = next((at for at, entry in enumerate(entries) if _named_school(entry)), None)
    if school is not None:
        yield from _one("school", view, entries[school : school + 1], parsers.school, known)
        yield from _one("major", view, entries[school + 1 : school + 2], _whole(parsers.major), known)
    numbers = [e for e in entries if certificate_number.is_valid(e.plain)]
    yield from _one("certificate_number", view, numbers, parsers.graduation_number, known)
    codes = [at for at, e in enumerate(entries) if _CODE.fullmatch(e.plain)]
    yield from _one("verification_code", view, [entries[at] for at in codes[:1]], _as_printed, known)
    yield from _dates(view, entries, known)


def _headed(view: PageView, entries: Sequence[Flow], known: Collection[str]) -> Iterator[Candidate]:
    """A name over `男 1995年01月09日`, as the screen of a telephone heads the entries."""
    for at, entry in enumerate(entries):
        found = _PERSON.fullmatch(entry.plain)
        born = dates.parse(found["born"]) if found else None
        if found is None or born is None or not born.day:
            continue
        for name, value, group in (("gender", found["gender"], "gender"), ("birth_date", born.iso(), "born")):
            if name not in known:
                yield Candidate(name, value, view, entry.span(*found.span(group)), _QUALITY, "pattern")
        yield from _one("name", view, entries[max(0, at - 2) : at][::-1], _whole(parsers.person), known)
        return


def _dates(view: PageView, entries: Sequence[Flow], known: Collection[str]) -> Iterator[Candidate]:
    """Three dates of a life in order, each the whole of its entry, and one after the code: until when that is valid."""
    told = [(at, value) for at, e in enumerate(entries) if (value := dates.parse(e.plain)) and value.day]
    for first in range(len(told) - 2):
        birth, start, end = (value for _, value in told[first : first + 3])
        if start.year - birth.year >= _YOUNGEST and birth.iso() < start.iso() < end.iso():
            for name, (at, _) in zip(("birth_date", "start_date", "end_date"), told[first : first + 3], strict=True):
                yield from _one(name, view, entries[at : at + 1], parsers.date, known)
            code = next((at for at, e in enumerate(entries) if _CODE.fullmatch(e.plain)), len(entries))
            later = [at for at, value in told[first + 3 :] if at > code and value.iso() > end.iso()]
            yield from _one("valid_until", view, [entries[at] for at in later[:1]], parsers.date, known)
            return


def _one(
    name: str,
    view: PageView,
    entries: Sequence[Flow],
    parse: Callable[[str], Parsed | None],
    known: Collection[str],
) -> Iterator[Candidate]:
    """The first of `entries` that `parse` takes, for a field that is not known."""
    for entry in entries if name not in known else ():
        if parsed := parse(entry.plain):
            span = entry.span(parsed.start, parsed.end)
            yield Candidate(name, parsed.value, view, span, _QUALITY * parsed.quality, "pattern", parsed.notes)
            return


def _whole(parse: Callable[[str], Parsed | None]) -> Callable[[str], Parsed | None]:
    """`parse` for texts that it takes from end to end."""

    def whole(text: str) -> Parsed | None:
        parsed = parse(text)
        return parsed if parsed and (parsed.start, parsed.end) == (0, len(text)) else None

    return whole


def _named_school(entry: Flow) -> bool:
    parsed = parsers.school(entry.plain)
    return parsed is not None and parsed.quality == 1.0 and parsed.end - parsed.start == len(entry.plain)


def _as_printed(text: str) -> Parsed:
    return Parsed(text.upper(), 0, len(text))
