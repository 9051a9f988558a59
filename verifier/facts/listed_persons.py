"""Lists of persons on a document (inventors, authors, participants), and the applicant's place in them."""

from __future__ import annotations

import re
from dataclasses import replace

from models.document import Field
from models.profile import Person
from verifier.compare import compare_name
from verifier.facts.agreement import Agreement, Answer
from verifier.facts.seen import Seen, is_firm, is_read

_BETWEEN = re.compile(r"[;；,，、/]+")
_RANK: dict[Answer, int] = {"same": 3, "near": 2, "different": 1, "doubtful": 1}
_OPEN_ENDED = re.compile(r"等|et al", re.IGNORECASE)


def names_in(text: str) -> tuple[str, ...]:
    """The names of a list in printed order.

    >>> names_in("周启航;陈某, 李某")
    ('周启航', '陈某', '李某')
    """
    return tuple(name for part in _BETWEEN.split(text) if (name := part.strip()))


def rank_agreement(seen: Seen, person: Person, declared: int | None) -> Agreement:
    """Whether the list in `seen` holds `person`, in the `declared` place where one is declared (from 1).

    Lists that say 等 or that were not read firmly never tell that somebody is not in them. Of several lists the best one
    answers; where a place is declared, another one that firmly tells another contradicts it.
    """
    wanted = f"第{declared}位" if declared else "在名单中"
    if seen.state in ("absent", "unsure"):
        return Agreement("absent" if seen.state == "absent" else "unreadable", wanted, seen.value, "", (seen,))
    # The most confident reading comes first, and of equal answers the first is taken.
    answers = [_answer(field, seen, person, declared, wanted) for field in seen.fields if is_read(field)]
    best = max(answers, key=lambda a: _RANK[a.answer])
    if best.answer == "same" and declared and any(a.answer == "different" for a in answers):
        return replace(
            best, answer="conflict", read="／".join(dict.fromkeys(a.read for a in answers)), why="几处名单不同"
        )
    return best


def _answer(field: Field, seen: Seen, person: Person, declared: int | None, wanted: str) -> Agreement:
    """What one list says."""
    closeness, place = _place(names_in(field.value), person, field.confidence)
    firm = is_firm(field) and not _OPEN_ENDED.search(field.value)
    answer: Answer = "same"
    why = ""
    if closeness == 0:
        answer, why = ("different" if firm else "doubtful"), "名单中没有申报人"
    elif closeness == 1:
        answer, why = "near", "名单中有与申报人相近的姓名"
    elif declared and place != declared:
        answer, why = ("different" if is_firm(field) else "doubtful"), f"申报人列第{place}位"
    return Agreement(answer, wanted, field.value, why, (seen,))


def _place(names: tuple[str, ...], person: Person, confidence: float) -> tuple[int, int]:
    """2 with the place where the person stands, 1 where a name is like theirs, 0 where none is."""
    answers = [compare_name(person.name, n, former=person.former_name, confidence=confidence).answer for n in names]
    for place, answer in enumerate(answers, start=1):
        if answer in ("same", "alias"):
            return 2, place
    near = [place for place, answer in enumerate(answers, start=1) if answer == "near"]
    return (1, near[0]) if near else (0, 0)
