"""Lists of persons on a document (inventors, authors, participants), and the applicant's place in them."""

from __future__ import annotations

import re

from models.profile import Person
from verifier.compare import compare_name
from verifier.facts.agreement import Agreement, Answer
from verifier.facts.seen import Seen, is_firm

_BETWEEN = re.compile(r"[;；,，、/]+")
_OPEN_ENDED = re.compile(r"等|et al", re.IGNORECASE)


def names_in(text: str) -> tuple[str, ...]:
    """The names of a list in printed order.

    >>> names_in("周启航;陈某, 李某")
    ('周启航', '陈某', '李某')
    """
    return tuple(name for part in _BETWEEN.split(text) if (name := part.strip()))


def rank_agreement(seen: Seen, person: Person, declared: int | None) -> Agreement:
    """Whether the list in `seen` holds `person`, in the `declared` place where one is declared (from 1).

    Lists that say 等 or that were not read firmly never tell that somebody is not in them.
    """
    wanted = f"第{declared}位" if declared else "在名单中"
    if seen.state in ("absent", "unsure"):
        return Agreement("absent" if seen.state == "absent" else "unreadable", wanted, seen.value, "", (seen,))
    best = max(seen.fields, key=lambda f: (_place(names_in(f.value), person, f.confidence)[0], f.confidence))
    closeness, place = _place(names_in(best.value), person, best.confidence)
    firm = is_firm(best) and not _OPEN_ENDED.search(best.value)
    answer: Answer = "same"
    why = ""
    if closeness == 0:
        answer, why = ("different" if firm else "doubtful"), "名单中没有申报人"
    elif closeness == 1:
        answer, why = "near", "名单中有与申报人相近的姓名"
    elif declared and place != declared:
        answer, why = ("different" if is_firm(best) else "doubtful"), f"申报人列第{place}位"
    return Agreement(answer, wanted, best.value, why, (seen,))


def _place(names: tuple[str, ...], person: Person, confidence: float) -> tuple[int, int]:
    """2 with the place where the person stands, 1 where a name is like theirs, 0 where none is."""
    answers = [compare_name(person.name, n, former=person.former_name, confidence=confidence).answer for n in names]
    for place, answer in enumerate(answers, start=1):
        if answer in ("same", "alias"):
            return 2, place
    near = [place for place, answer in enumerate(answers, start=1) if answer == "near"]
    return (1, near[0]) if near else (0, 0)
